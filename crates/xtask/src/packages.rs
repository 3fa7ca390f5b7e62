//! What the system has to bring: the web view, OpenSSL, and for the tests a screen and a driver.

use anyhow::{Result, bail};

use crate::shell::{has, output, program, run, succeeds};

/// Needed to build and to run.
const TO_BUILD: &[&str] = &["build-essential", "libssl-dev", "libwebkit2gtk-4.1-dev", "pkg-config"];

/// Needed to test as well.
const TO_TEST: &[&str] = &[
    "age",
    "at-spi2-core",
    "dbus",
    "fonts-dejavu-core",
    "minisign",
    "poppler-utils",
    "python3-openpyxl",
    "strace",
    "webkit2gtk-driver",
    "xauth",
    "xvfb",
];

/// Needed to start the bundles in a clean root.
const TO_VERIFY: &[&str] = &["debootstrap"];

/// Needed to compile for Windows where the toolchain has no such target.
const TO_CROSS: &[&str] = &[
    "cargo-web",
    "file",
    "g++-mingw-w64-x86-64",
    "gcc-mingw-w64-x86-64",
    "rust-web-src",
    "rustc-web",
];

/// What a person types where this program may not install anything.
const OTHER_SYSTEMS: &str = "\
  Debian, Ubuntu:  sudo apt-get install build-essential libssl-dev libwebkit2gtk-4.1-dev pkg-config
  Fedora:          sudo dnf install gcc-c++ openssl-devel webkit2gtk4.1-devel pkgconf-pkg-config
  Arch:            sudo pacman -S --needed base-devel openssl webkit2gtk-4.1 pkgconf
  openSUSE:        sudo zypper install gcc-c++ libopenssl-devel webkit2gtk3-devel pkgconf-pkg-config
  macOS:           xcode-select --install
  Windows:         install the Visual Studio Build Tools with the C++ workload, and Strawberry Perl";

/// What is going to be done, which decides what is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    Build,
    Test,
    Verify,
    Cross,
}

/// Installs what is missing where that is allowed; otherwise says exactly what to type, and stops.
pub(crate) fn ensure(purpose: Purpose) -> Result<()> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    if !has("dpkg-query") {
        return on_another_linux(purpose);
    }
    let missing = missing_packages(purpose)?;
    if missing.is_empty() { Ok(()) } else { install(&missing) }
}

fn missing_packages(purpose: Purpose) -> Result<Vec<&'static str>> {
    let wanted = match purpose {
        Purpose::Build => TO_BUILD.to_vec(),
        Purpose::Test => [TO_BUILD, TO_TEST].concat(),
        Purpose::Verify => TO_VERIFY.to_vec(),
        Purpose::Cross => TO_CROSS.to_vec(),
    };
    let list = ["-W", "--showformat=${Package} ${db:Status-Status}\\n"];
    let known = output(&mut program("dpkg-query", &list))?;
    let is_missing = |name: &&str| {
        let installed = format!("{name} installed");
        !known.lines().any(|line| line == installed)
    };
    Ok(wanted.into_iter().filter(is_missing).collect())
}

fn install(missing: &[&str]) -> Result<()> {
    let as_root = output(&mut program("id", &["-u"])).is_ok_and(|id| id.trim() == "0");
    let through_sudo = !as_root && has("sudo") && succeeds(&mut program("sudo", &["-n", "true"]));
    let line = format!("apt-get install --no-install-recommends -y {}", missing.join(" "));
    if !as_root && !through_sudo {
        bail!(
            "packages are missing and this account may not install them. Please type:\n\n  sudo {line}\n"
        );
    }
    println!("Installing {} (about 2 minutes when all are new)", missing.join(", "));
    let apt = |words: &[&str]| {
        let first = if through_sudo { ["sudo", "-n"].as_slice() } else { &[] };
        let wait = ["apt-get", "-q", "-o", "DPkg::Lock::Timeout=120"];
        let all = [first, &wait, words].concat();
        let mut command = program(all[0], &all[1..]);
        command.env("DEBIAN_FRONTEND", "noninteractive");
        run(&mut command)
    };
    apt(&["update"])?;
    apt(&[&["install", "--no-install-recommends", "-y"], missing].concat())
}

/// Elsewhere the names differ, so what counts is whether the compiler would find the libraries.
fn on_another_linux(purpose: Purpose) -> Result<()> {
    let libraries = ["webkit2gtk-4.1", "openssl"];
    let found =
        libraries.iter().all(|name| succeeds(&mut program("pkg-config", &["--exists", name])));
    if !found {
        bail!(
            "the web view or OpenSSL is missing. Please type the line of your system:\n\n{OTHER_SYSTEMS}\n"
        );
    }
    let tools = ["Xvfb", "WebKitWebDriver", "dbus-daemon"];
    let missing: Vec<_> = tools.iter().filter(|name| !has(name)).collect();
    if purpose == Purpose::Test && !missing.is_empty() {
        bail!("the window tests need these programs, which are missing: {missing:?}");
    }
    Ok(())
}
