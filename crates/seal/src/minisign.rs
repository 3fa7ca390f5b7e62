//! Signatures that the public program `minisign` checks (its format of 2015, hashed first: `ED`).

use blake2::{Blake2b512, Digest as _};

use crate::{Identity, MinisignSignature, OrgKey, org_key::NUMBER};

impl Identity {
    /// The public key as a file that `minisign -V -p` takes.
    pub fn minisign_key(&self, comment: &str) -> String {
        self.org_key().file_under(&one_line(comment))
    }

    /// A signature over bytes as a file that `minisign -V -x` takes. The comment is under the signature too.
    pub fn minisign(&self, bytes: &[u8], comment: &str) -> String {
        let comment = one_line(comment);
        let of_bytes = self.sign_bare(&Blake2b512::digest(bytes));
        let of_all = self.sign_bare(&[of_bytes.as_slice(), comment.as_bytes()].concat());
        let number = self.org_key().number;
        MinisignSignature { number, of_bytes, comment, of_all }
            .file_under("signature of Eighteen Days")
    }

    /// The key with its number, the beginning of its hash: the same key has the same number.
    fn org_key(&self) -> OrgKey {
        let key = self.public();
        let hash = Blake2b512::digest(key.bytes());
        let mut number = [0; NUMBER];
        number.copy_from_slice(&hash[..NUMBER]);
        OrgKey { number, key }
    }
}

fn one_line(comment: &str) -> String {
    comment.chars().map(|one| if one.is_control() { ' ' } else { one }).collect()
}

#[cfg(test)]
mod tests {
    use std::{fs, process::Command};

    use super::*;

    /// What the stock program says; nothing when it is not here.
    fn minisign(signed: &[u8], signature: &str, key: &str) -> Option<bool> {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        fs::write(path("file"), signed).unwrap();
        fs::write(path("file.minisig"), signature).unwrap();
        fs::write(path("key.pub"), key).unwrap();
        let mut command = Command::new("minisign");
        command.arg("-V").arg("-p").arg(path("key.pub")).arg("-m").arg(path("file"));
        Some(command.output().ok()?.status.success())
    }

    #[test]
    fn the_stock_program_takes_what_was_signed_and_nothing_else() {
        let identity = Identity::from_seed(&[7; 32]);
        let other = Identity::from_seed(&[8; 32]).minisign_key("another");
        let key = identity.minisign_key("a\nb");
        let signature = identity.minisign(b"sums", "evidence of\r\n2026-11-22");
        assert_eq!(signature.lines().count(), 4);
        assert_eq!(key.lines().count(), 2);
        let Some(holds) = minisign(b"sums", &signature, &key) else {
            println!("not checked: minisign is not installed");
            return;
        };
        assert!(holds, "{signature}");
        assert_eq!(minisign(b"summs", &signature, &key), Some(false));
        let reworded = signature.replace("evidence of", "evidence 0f");
        assert_eq!(minisign(b"sums", &reworded, &key), Some(false), "the comment is signed");
        assert_eq!(minisign(b"sums", &signature, &other), Some(false));
    }
}
