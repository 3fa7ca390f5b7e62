//! A root of this distribution with nothing in it but the base system.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::places::target;
use crate::rolling_out::POLICY;
use crate::shell::{output, program, run};

/// The folder of a clean root.
pub(crate) struct CleanRoot(PathBuf);

impl CleanRoot {
    /// Makes one from the packages that this system itself is installed from.
    pub(crate) fn make() -> Result<Self> {
        let folder = target().join("clean-root");
        let root = Self(folder);
        root.remove()?;
        let (mirror, release) = source()?;
        let path = root.0.to_string_lossy().into_owned();
        // The mirror's name stays out of what is printed.
        println!("    debootstrap of {release} (about 1 minute)");
        let words = ["--variant=minbase", &release, &path, &mirror];
        output(&mut program("debootstrap", &words)).context("making a clean root")?;
        Ok(root)
    }

    /// Puts the bundles and a policy into a folder and runs these lines there, as an administrator would. What the
    /// distribution recommends and does not need stays outside, and its lists are read first, as on any computer in use.
    pub(crate) fn install(&self, bundles: &Path, lines: &str) -> Result<()> {
        let inside = self.0.join("root/bundles");
        fs::create_dir_all(&inside).context("a folder for the bundles in the clean root")?;
        for bundle in fs::read_dir(bundles)?.flatten().filter(|entry| entry.path().is_file()) {
            fs::copy(bundle.path(), inside.join(bundle.file_name()))
                .context("copying the bundles into the clean root")?;
        }
        fs::write(inside.join("policy.toml"), POLICY)?;
        // Names are looked up inside as they are outside.
        let _ = fs::copy("/etc/resolv.conf", self.0.join("etc/resolv.conf"));
        let fewer = self.0.join("etc/apt/apt.conf.d/fewer");
        fs::write(fewer, "APT::Install-Recommends \"false\";\n")?;
        println!("    following docs/ROLLING-OUT.md (about 2 minutes):");
        lines.lines().skip(2).for_each(|line| println!("      {line}"));
        let words = self.start_words(&format!("apt-get -q update; cd /root/bundles\n{lines}"));
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        output(&mut program(words[0], &words[1..])).context("installing the package")?;
        let guarded = "test \"$(stat -c %U-%a /etc/eighteen-days/policy.toml)\" = root-644";
        let words = self.start_words(guarded);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        output(&mut program(words[0], &words[1..])).context("the policy lies guarded").map(drop)
    }

    /// The words that run a line of shell inside, with processes and mounts that end with it. The
    /// screen's socket is shared, because a screen is what the program is to be seen on.
    pub(crate) fn start_words(&self, line: &str) -> Vec<String> {
        let root = self.0.to_string_lossy();
        let inside =
            "export HOME=/root XDG_RUNTIME_DIR=/tmp LC_ALL=C.UTF-8; unset XAUTHORITY; exec sh -c";
        let outside = "mount -t proc proc \"$0/proc\" && mkdir -p \"$0/tmp/.X11-unix\" && \
                       { [ ! -d /tmp/.X11-unix ] || mount --bind /tmp/.X11-unix \"$0/tmp/.X11-unix\"; } && \
                       exec chroot \"$0\" sh -c \"$1\" sh \"$2\"";
        let inside = format!("{inside} \"$1\"");
        let words = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c", outside];
        let words = words.into_iter().chain([root.as_ref(), &inside, line]);
        words.map(ToOwned::to_owned).collect()
    }

    /// Takes it away.
    pub(crate) fn remove(&self) -> Result<()> {
        if self.0.exists() {
            run(&mut program("rm", &["-rf", "--one-file-system", &self.0.to_string_lossy()]))?;
        }
        Ok(())
    }
}

/// Where this system's own packages come from, and which release it is.
fn source() -> Result<(String, String)> {
    let facts = fs::read_to_string("/etc/os-release").context("reading /etc/os-release")?;
    let release = facts.lines().find_map(|line| line.strip_prefix("VERSION_CODENAME="));
    let release = release.context("this release has no code name")?.trim_matches('"').to_owned();
    let words = ["indextargets", "--format", "$(REPO_URI) $(RELEASE)", "Created-By: Packages"];
    let sources = output(&mut program("apt-get", &words))?;
    let ours = sources.lines().filter_map(|line| line.split_once(' '));
    let mirror = ours.into_iter().find(|(_, name)| *name == release).map(|(mirror, _)| mirror);
    let mirror = mirror.context("apt has no source of this release")?;
    Ok((mirror.to_owned(), release))
}
