//! H-40 to H-55: names that lead elsewhere, in a folder and under a valid signature.

use super::{Input, What, archive, input, manifest, manifest_bytes, sample, signed};

/// The path, and what an archive's reader says of it.
const NAMES: &[(&str, &str, &str)] = &[
    ("H-40 up and out", "../evil.toml", "the format has no place"),
    ("H-40b up in the middle", "lessons/../../evil.md", "the format has no place"),
    ("H-41 from the root", "/etc/passwd", "the format has no place"),
    ("H-42 backslashes", "lessons\\..\\..\\evil.md", "names of files use a-z"),
    ("H-43 drive", "C:\\evil.md", "names of files use a-z"),
    ("H-44 share", "\\\\host\\share\\evil.md", "names of files use a-z"),
    ("H-45 NUL", "lessons/x\0.md", "names of files use a-z"),
    ("H-46 second stream", "lessons/x.md:evil", "names of files use a-z"),
    ("H-47 device", "lessons/con.md", "Windows keeps this name"),
    ("H-47b device with an ending", "lessons/aux.x.md", "Windows keeps this name"),
    ("H-48 dot at the end", "lessons/x.md.", "neither begins nor ends with a dot"),
    ("H-49 space at the end", "lessons/x.md ", "names of files use a-z"),
    ("H-50 letters in two parts", "lessons/u\u{308}.md", "names of files use a-z"),
    ("H-51 another case", "lessons/First-Look.md", "names of files use a-z"),
    ("H-52 home", "~/evil.md", "the format has no place"),
    ("H-53 expansion", "lessons/$(id).md", "names of files use a-z"),
    ("H-53b reversed name", "lessons/x\u{202e}dm.md", "names of files use a-z"),
    ("H-54 no name", "", "a name has 1 to"),
    ("H-54b folder", "lessons/", "a name has 1 to"),
];

pub(super) fn inputs() -> Vec<Input> {
    let mut inputs = Vec::new();
    for (name, path, expected) in NAMES {
        inputs.push(input(&format!("{name}, signed"), expected, move || {
            let mut manifest = manifest(&sample());
            manifest.files[0].path = (*path).to_owned();
            archive(signed(manifest_bytes(&manifest), sample()).bytes())
        }));
        let mut folder = input(&format!("{name}, in a folder"), "", move || {
            let mut files = sample();
            files.insert((*path).to_owned(), b"x".to_vec());
            What::Packs(vec![files])
        });
        folder.expected =
            if expected.contains("no place") { "unexpected-file" } else { "bad-name" }.to_owned();
        inputs.push(folder);
    }
    inputs.push(input("H-55 a name twice", "stands twice", || {
        let mut manifest = manifest(&sample());
        let again = manifest.files[0].clone();
        manifest.files.insert(0, again);
        archive(signed(manifest_bytes(&manifest), sample()).bytes())
    }));
    inputs.push(input("H-55b more names than files", "more than 5000 files", || {
        let mut manifest = manifest(&sample());
        manifest.files = vec![manifest.files[0].clone(); 5_001];
        archive(signed(manifest_bytes(&manifest), sample()).bytes())
    }));
    #[cfg(unix)]
    inputs.extend(links());
    inputs
}

#[cfg(unix)]
fn links() -> Vec<Input> {
    use std::{fs, os::unix::fs::symlink};
    vec![
        input("H-55c link to a file", "symbolic link", || {
            What::Folder(|folder| symlink("/etc/passwd", folder.join("pack.toml")))
        }),
        input("H-55d link to a folder", "symbolic link", || {
            What::Folder(|folder| symlink("/etc", folder.join("lessons")))
        }),
        input("H-55e link that leads nowhere", "symbolic link", || {
            What::Folder(|folder| symlink("nowhere", folder.join("claims.toml")))
        }),
        input("H-55f folder in a folder", "no folders within its folders", || {
            What::Folder(|folder| fs::create_dir_all(folder.join("lessons/deeper")))
        }),
        input("H-55g file without end", "larger than", || {
            // It says that it has a terabyte, and takes no room.
            What::Folder(|folder| fs::File::create(folder.join("pack.toml"))?.set_len(1 << 40))
        }),
    ]
}
