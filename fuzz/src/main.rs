//! Feeds what libFuzzer makes to the target that `EIGHTEEN_FUZZ` names.
#![no_main]

use std::sync::OnceLock;

use eighteen_hostile::targets::{Target, named};

static TARGET: OnceLock<&'static Target> = OnceLock::new();

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let target = TARGET.get_or_init(|| {
        let name = std::env::var("EIGHTEEN_FUZZ").unwrap_or_default();
        named(&name).unwrap_or_else(|| panic!("EIGHTEEN_FUZZ names no target: {name:?}"))
    });
    (target.feed)(bytes);
});
