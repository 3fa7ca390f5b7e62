//! Reads `organisation.toml`: what an organisation says of itself, in one or more languages, and how it looks.

use std::collections::BTreeSet;

use crate::characters::quoted;
use crate::files::Files;
use crate::manifest::check_language;
use crate::media::Media;
use crate::model::{Colour, Logo, LogoPicture, Organisation, OrganisationText};
use crate::notes::Notes;
use crate::problem::sentence;
use crate::source::Source;
use crate::table::{Table, read_toml};
use crate::value::Value;

/// The file, which a pack may leave out.
const PATH: &str = "organisation.toml";
/// Bytes of a logo, which is shown a few lines high.
pub const LARGEST_LOGO: usize = 512 * 1024;
/// Languages of one organisation.
pub const MOST_LANGUAGES: usize = 24;

/// What the organisation says, where the pack has the file.
pub(crate) fn read_organisation(
    files: &Files<'_>,
    media: &Media,
    notes: &Notes,
) -> Option<Organisation> {
    notes.use_file(PATH);
    let text = files.texts.get(PATH)?;
    let source = Source::new(PATH, text, notes);
    read_toml(&source, &[], |root| read(root, files, media, notes))
}

fn read(root: &Table<'_>, files: &Files<'_>, media: &Media, notes: &Notes) -> Organisation {
    let logo = root.get("logo").and_then(|value| value.table());
    let logo = logo.and_then(|table| read_logo(&table, files, media, notes));
    let organisation = Organisation {
        name: root.plain("name"),
        languages: read_languages(root),
        report: root.get("report").map(|value| value.plain()),
        due: root.get("due").map(|value| value.date()),
        accent: root.get("accent").and_then(|value| read_colour(&value)),
        logo,
        texts: root.any_tables("text").iter().map(read_text).collect(),
    };
    check_translations(root, &organisation);
    organisation
}

fn read_languages(root: &Table<'_>) -> Vec<String> {
    let values = root.required("languages").map(|value| value.list(1..=MOST_LANGUAGES));
    let mut seen = BTreeSet::new();
    let values = values.unwrap_or_default();
    let languages = values.iter().map(|value| {
        let tag = read_language(value);
        if !tag.is_empty() && !seen.insert(tag.clone()) {
            let message = format!("{} stands here already; remove one", quoted(&tag));
            value.problem("duplicate-id", message);
        }
        tag
    });
    languages.filter(|tag| !tag.is_empty()).collect()
}

fn read_language(value: &Value<'_>) -> String {
    let tag = value.plain();
    if let Some(message) = check_language(&tag) {
        value.problem("bad-language", message);
    }
    tag
}

fn read_colour(value: &Value<'_>) -> Option<Colour> {
    let written = value.plain();
    let colour = Colour::read(&written);
    if colour.is_none() && !written.is_empty() {
        let message = format!("{} is no colour; write one such as #0a5a68", quoted(&written));
        value.problem("bad-colour", message);
    }
    colour
}

fn read_logo(table: &Table<'_>, files: &Files<'_>, media: &Media, notes: &Notes) -> Option<Logo> {
    let picture = |value: Value<'_>| read_picture(&value, files, media, notes);
    let light = table.required("light").and_then(picture);
    let dark = table.get("dark").and_then(picture);
    Some(Logo { light: light?, dark })
}

fn read_picture(
    value: &Value<'_>,
    files: &Files<'_>,
    media: &Media,
    notes: &Notes,
) -> Option<LogoPicture> {
    let path = value.plain();
    let art = media.find(value, notes);
    let bytes = files.pictures.get(path.as_str()).map(|bytes| bytes.len());
    let size = bytes.or_else(|| files.texts.get(path.as_str()).map(|text| text.len()));
    if !matches!(path.rsplit_once('.'), Some((_, "png" | "svg"))) {
        value.problem("picture-type", "a logo is a PNG, or an SVG as section 7 describes it");
    }
    if size.is_some_and(|size| size > LARGEST_LOGO) {
        let message = format!("a logo has at most {LARGEST_LOGO} bytes; make it smaller");
        value.problem("file-too-large", message);
    }
    size.map(|_| LogoPicture { path, art })
}

fn read_text(table: &Table<'_>) -> OrganisationText {
    let lang = table.required("lang").map(|value| read_language(&value));
    OrganisationText {
        lang: lang.unwrap_or_default(),
        welcome: table.get("welcome").map(|value| value.sentences()),
        contact: table.get("contact").map(|value| value.sentences()),
        logo: table.get("logo").map(|value| value.plain()),
        line: table.line(),
    }
}

/// Whether a text says one thing.
type Said = fn(&OrganisationText) -> bool;

/// What is said in one language is said in all of them, and a logo has words in each.
fn check_translations(root: &Table<'_>, organisation: &Organisation) {
    let Organisation { languages, texts, logo, .. } = organisation;
    let source = root.source();
    let mut seen = BTreeSet::new();
    for text in texts.iter().filter(|text| !text.lang.is_empty()) {
        let lang = quoted(&text.lang);
        if !languages.contains(&text.lang) {
            let message = format!("{lang} is not in `languages`; add it there, or remove this");
            source.problem(text.line, "unknown-word", message);
        }
        if !seen.insert(&text.lang) {
            source.problem(text.line, "duplicate-id", format!("{lang} has its texts already"));
        }
    }
    let keys: [(&str, Said); 3] = [
        ("welcome", |text| text.welcome.is_some()),
        ("contact", |text| text.contact.is_some()),
        ("logo", |text| text.logo.is_some()),
    ];
    let said = |says: Said| texts.iter().any(says);
    let wanted = |key: &str, says: Said| said(says) || key == "logo" && logo.is_some();
    for lang in languages {
        let text = texts.iter().find(|text| text.lang == *lang);
        let line = text.map_or_else(|| root.line_of("languages"), |text| text.line);
        for (key, says) in keys.iter().filter(|(key, says)| wanted(key, *says)) {
            if !text.is_some_and(says) {
                let message = sentence!("`{}` is missing in {}; add it", key, quoted(lang));
                source.problem(line, "missing-translation", message);
            }
        }
    }
    if logo.is_none() && root.get("logo").is_none() && said(|text| text.logo.is_some()) {
        let message = "words of a logo, and no [logo]; add it, or remove the words";
        source.problem(root.line(), "missing-key", message);
    }
}
