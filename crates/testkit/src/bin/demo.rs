//! Fills an empty data folder for `cargo xtask run --demo`: a trainer's store with made-up people.
//!
//! `demo --data-dir D` prints the passphrase that opens it.

use std::path::PathBuf;

use eighteen_app::{App, wire::trainer::Passphrase};
use eighteen_testkit::SaveTo;

/// Known to everybody who reads this, and so good for nothing else.
const PASSPHRASE: &str = "this is only a demo";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [option, folder] = words.as_slice() else { return Err("usage: demo --data-dir D".into()) };
    if option != "--data-dir" {
        return Err("usage: demo --data-dir D".into());
    }
    let app = App::open(&PathBuf::from(folder), Box::new(SaveTo::nowhere()));
    app.create_trainer_store(Passphrase { passphrase: PASSPHRASE.to_owned() })?;
    let overview = app.load_sample()?;
    println!("{} made-up people; the trainer's passphrase is: {PASSPHRASE}", overview.people);
    Ok(())
}
