//! `eighteen policy`: checked, signed, and verified by the stock program too.

use std::{fs, process::Command};

use crate::{
    complained,
    packs::{done, refused, signed},
    said,
};

const POLICY: &str = "format = 1\nnumber = 3\norganisation = \"Northwind Freight\"\n";

#[test]
fn a_policy_is_signed_and_the_stock_program_agrees() {
    let folder = signed();
    let at = folder.path();
    fs::write(at.join("policy.toml"), POLICY).unwrap();
    let check = ["policy", "check", "policy.toml", "--trust", "org.pub"];
    assert!(refused(at, &check).contains("policy.toml.minisig"), "nobody signed it yet");
    done(at, &["policy", "sign", "policy.toml", "--key", "org.key"]);
    let told = done(at, &check);
    assert!(told.contains("number 3, signed by the key “") && told.contains("Northwind"), "{told}");
    let stock = Command::new("minisign")
        .args(["-V", "-p", "org.pub", "-m", "policy.toml"])
        .current_dir(at)
        .output();
    match stock {
        Ok(output) => {
            assert!(output.status.success(), "{}", complained(&output));
            assert!(
                said(&output).contains("Trusted comment: policy number 3"),
                "{}",
                said(&output)
            );
        }
        Err(_) => println!("not checked: minisign is not installed"),
    }
    fs::write(at.join("policy.toml"), POLICY.replace('3', "4")).unwrap();
    let changed = refused(at, &check);
    assert!(changed.contains("did not sign this"), "{changed}");
    done(at, &["key", "new", "--out", "other"]);
    done(at, &["policy", "sign", "policy.toml", "--key", "other/org.key"]);
    assert!(refused(at, &check).contains("another key signed it"));
}

#[test]
fn what_could_not_count_is_not_signed_and_every_line_is_told() {
    let folder = signed();
    let at = folder.path();
    let keys = "[[trust.key]]\nname = \"x\"\npublic = \"x\"\n";
    fs::write(at.join("policy.toml"), POLICY.replace("number = 3\n", "") + keys).unwrap();
    let told = refused(at, &["policy", "sign", "policy.toml", "--key", "org.key"]);
    for line in ["policy.toml:1: ", "policy.toml:3: ", "trusts no key"] {
        assert!(told.contains(line), "{line}: {told}");
    }
    assert!(!at.join("policy.toml.minisig").exists());
    let told = refused(at, &["policy", "check", "nowhere.toml", "--trust", "org.pub"]);
    assert!(told.contains("nowhere.toml"), "{told}");
}
