//! Words that must not stand in some files, and files that have grown long.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::places::root;
use crate::ui::sources;

/// Words that are forbidden in a folder, with the reason.
struct Ban {
    folder: &'static str,
    ending: &'static str,
    words: &'static str,
    except: &'static [&'static str],
    reason: &'static str,
}

const BANS: &[Ban] = &[
    Ban {
        folder: "ui/src",
        ending: "svelte",
        words: "{@html",
        except: &[],
        reason: "text stays text",
    },
    Ban {
        folder: "ui/src",
        ending: "",
        words: "innerHTML",
        except: &[],
        reason: "text stays text",
    },
    Ban {
        folder: "ui/src",
        ending: "",
        words: "insertAdjacentHTML",
        except: &[],
        reason: "text stays text",
    },
    Ban {
        folder: "ui/src",
        ending: "",
        words: "document.write(",
        except: &[],
        reason: "text stays text",
    },
    Ban {
        folder: "ui/src",
        ending: "",
        words: "eval(",
        except: &[],
        reason: "nothing runs that was not packed",
    },
    Ban {
        folder: "ui/src",
        ending: "svelte",
        words: "style=\"",
        except: &[],
        reason: "the policy refuses it: use a class or `style:`",
    },
    Ban {
        folder: "ui/src",
        ending: "",
        words: "from '@tauri-apps/",
        except: &["ui/src/api/", "ui/src/testing/", ".test.ts"],
        reason: "only ui/src/api calls Rust",
    },
    Ban {
        folder: "src-tauri/src",
        ending: "rs",
        words: "tauri::command",
        except: &["src-tauri/src/commands.rs"],
        reason: "commands come from the one list",
    },
];

/// A file that is longer than this is worth a look.
const LONG: usize = 350;

/// Every place where forbidden words stand.
pub(crate) fn forbidden_texts() -> Result<Vec<String>> {
    let mut breaches = Vec::new();
    for ban in BANS {
        for file in sources(&root().join(ban.folder))? {
            let name = relative(&file);
            let ends = file.extension().is_some_and(|kind| kind == ban.ending);
            let is_meant = ban.ending.is_empty() || ends;
            let is_excepted = ban.except.iter().any(|part| name.contains(part));
            if is_meant && !is_excepted {
                breaches.extend(places(ban, &file, &name)?);
            }
        }
    }
    Ok(breaches)
}

fn places(ban: &Ban, file: &Path, name: &str) -> Result<Vec<String>> {
    let bytes = fs::read(file).with_context(|| format!("reading {}", file.display()))?;
    let text = String::from_utf8_lossy(&bytes);
    let found = text.lines().enumerate().filter(|(_, line)| has_words(line, ban.words));
    let say = |(at, _)| format!("{name}:{}: `{}` is forbidden: {}", at + 1, ban.words, ban.reason);
    Ok(found.map(say).collect())
}

/// Whether the words stand in a line by themselves: `eval(` is not in `retrieval(`.
fn has_words(line: &str, words: &str) -> bool {
    line.match_indices(words).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '-')
    })
}

/// Files of ours that have grown long.
pub(crate) fn long_files() -> Result<Vec<String>> {
    let mut warnings = Vec::new();
    for folder in ["crates", "src-tauri/src", "src-tauri/tests", "tests", "ui/src"] {
        for file in sources(&root().join(folder))? {
            let is_code =
                ["rs", "ts", "svelte"].iter().any(|k| file.extension() == Some(k.as_ref()));
            let is_made = file.ends_with("bindings.ts");
            let lines =
                if is_code && !is_made { fs::read_to_string(&file)?.lines().count() } else { 0 };
            if lines > LONG {
                warnings.push(format!("{} has {lines} lines", relative(&file)));
            }
        }
    }
    Ok(warnings)
}

fn relative(file: &Path) -> String {
    let path = file.strip_prefix(root()).unwrap_or(file);
    path.to_string_lossy().replace('\\', "/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_by_themselves() {
        let check = |line: &str, words: &str, expect: bool| {
            assert_eq!(has_words(line, words), expect, "{words} in {line}");
        };
        check("<p style=\"color: red\">", "style=\"", true);
        check("<Rule lineStyle=\"dash\">", "style=\"", false);
        check("<Rule data-style=\"dash\">", "style=\"", false);
        check("const x = eval(text)", "eval(", true);
        check("const x = retrieval(text)", "eval(", false);
    }
}
