//! Tells Tauri the name of every command, so that each needs a permission of its own: without the list
//! any page of a local origin could call all of them.

macro_rules! commands {
    ($($(#[$doc:meta])* $name:ident($($args:ty)?) -> $ret:ty;)*) => {
        const COMMANDS: &[&str] = &[$(stringify!($name)),*];
    };
}
include!("src/command_list.rs");

fn main() {
    println!("cargo:rerun-if-changed=src/command_list.rs");
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    let attributes = tauri_build::Attributes::new().app_manifest(manifest);
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo:warning=the page comes from ui/dist: `cargo xtask run` builds it first");
        println!("cargo::error={error:#}");
    }
}
