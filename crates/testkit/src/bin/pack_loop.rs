//! What a pack of a thousand lessons costs, ten kilobytes and ten questions each: verified and read, and installed by
//! the app until the first search. The anchor of the bench and what stands on it, in one program.
//!
//! `pack_loop --data-dir D [--bare]` prints one JSON object, in milliseconds of the processor. Bare: every hash is
//! taken and every file parsed, by the libraries that the app uses and nothing else.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use eighteen_app::{
    App, packs,
    wire::{
        packs::{OpenCourse, TrustSigner},
        search::AskSearch,
    },
};
use eighteen_testkit::{HEAVY, SaveTo, cpu_seconds, large_pack};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

type Failure = Box<dyn std::error::Error>;

const PASSPHRASE: &str = "a stone bridge hums at noon";

fn main() -> Result<(), Failure> {
    let words: Vec<String> = std::env::args().collect();
    let place =
        words.iter().position(|word| word == "--data-dir").ok_or("--data-dir is missing")?;
    let folder = PathBuf::from(words.get(place + 1).ok_or("--data-dir is missing")?);
    let files = large_pack(HEAVY);
    let is_bare = words.iter().any(|word| word == "--bare");
    let told = if is_bare { bare(&files)? } else { through_the_app(&folder, &files)? };
    println!("{told}");
    Ok(())
}

fn bare(files: &BTreeMap<String, Vec<u8>>) -> Result<Value, Failure> {
    let start = cpu_seconds();
    let mut seen = 0;
    for (path, bytes) in files {
        seen += usize::from(Sha256::digest(bytes)[0]);
        let text = std::str::from_utf8(bytes)?;
        seen += if path.ends_with(".toml") {
            toml::from_str::<toml::Table>(text)?.len()
        } else {
            pulldown_cmark::Parser::new(text).count()
        };
    }
    let read_ms = milliseconds(start);
    Ok(json!({ "read_ms": read_ms, "seen": seen }))
}

fn through_the_app(folder: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<Value, Failure> {
    let (source, keys, pack) = (folder.join("source"), folder.join("keys"), folder.join("x.e18p"));
    for (path, bytes) in files {
        let path = source.join(path);
        std::fs::create_dir_all(path.parent().unwrap_or(&source))?;
        std::fs::write(path, bytes)?;
    }
    packs::new_key(&keys, PASSPHRASE)?;
    packs::build(&source, &pack)?;
    packs::sign(&pack, &keys.join("org.key"), PASSPHRASE)?;
    let trusted = [keys.join("org.pub")];

    let start = cpu_seconds();
    packs::verify(&pack, &trusted)?;
    let read_ms = milliseconds(start);

    let desktop = SaveTo::nowhere().opening(vec![pack]);
    let app = App::open(&folder.join("data"), Box::new(desktop));
    app.startup()?;
    let start = cpu_seconds();
    app.open_pack()?.ok_or("no pack was chosen")?;
    app.trust_signer(TrustSigner { name: "Tests".to_owned() })?;
    let installed = app.install_pack()?;
    app.open_course(OpenCourse { pack_id: installed.pack_id })?;
    let found = app.search(AskSearch { query: "payroll".to_owned(), attempt_id: None })?;
    let installed_ms = milliseconds(start);
    if found.hits.is_empty() {
        return Err("nothing is found in the course".into());
    }
    Ok(json!({ "read_ms": read_ms, "installed_ms": installed_ms }))
}

fn milliseconds(since: f64) -> f64 {
    (cpu_seconds() - since) * 1e3
}
