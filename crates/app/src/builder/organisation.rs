//! What an organisation says of itself, in the draft: read as far as it can be read, and written anew as a whole.

use std::fmt::Write as _;

use chrono::NaiveDate;
use eighteen_pack as pack;
use eighteen_pack::{Colour, LARGEST_LOGO, MOST_LANGUAGES, is_language};
use sha2::{Digest as _, Sha256};

use super::{set_head, toml::quoted};
use crate::{
    App, ErrorCode, UserError, accent,
    app::file_bytes,
    clock::{day, day_written},
    content,
    packs::Files,
    wire::builder::{
        ChooseAccent, ChooseDue, DraftTexts, Logo, Organisation, OrganisationText, PackDraft,
        WhichLogo,
    },
};

const FILE: &str = "organisation.toml";
/// Characters of a text of the form.
const LONGEST: usize = 2_000;

impl App {
    /// Keeps the words of the organisation.
    ///
    /// # Errors
    /// `ResponseInvalid` when one is too long, or when the folder of the draft cannot be written.
    pub fn save_pack_texts(&self, args: DraftTexts) -> Result<PackDraft, UserError> {
        self.change_draft(|files| {
            let mut form = Form::of(files);
            let before = form.name.clone();
            form.name = plain(&args.name)?;
            form.report = plain(&args.report)?;
            for given in args.texts {
                let (welcome, contact, logo) = (
                    plain(&given.welcome.unwrap_or_default())?,
                    plain(&given.contact.unwrap_or_default())?,
                    plain(&given.logo.unwrap_or_default())?,
                );
                form.texts.retain(|text| text.lang != given.lang);
                form.texts.push(Text { lang: given.lang, welcome, contact, logo });
            }
            // A logo that nobody has put into words is the name.
            if form.light.is_some() {
                form.name_logo(&before);
            }
            form.put(files);
            let title = plain(&args.title)?;
            set_head(files, "title", &quoted(&title));
            if !form.name.is_empty() {
                set_head(files, "publisher", &quoted(&form.name));
            }
            Ok(())
        })
    }

    /// Asks for a picture and makes it the logo; nothing when the person cancels.
    ///
    /// # Errors
    /// `PictureRefused` with what is wrong with it.
    pub fn choose_pack_logo(&self, args: WhichLogo) -> Result<Option<PackDraft>, UserError> {
        let Some(path) = self.desktop.choose_open_path(&["png", "svg"]) else { return Ok(None) };
        let refused = |why: String| UserError {
            path: Some(path.display().to_string()),
            ..UserError::new(ErrorCode::PictureRefused, why)
        };
        let bytes = file_bytes(&path, LARGEST_LOGO).map_err(|error| refused(error.to_string()))?;
        if bytes.len() > LARGEST_LOGO {
            return Err(refused(format!("larger than {LARGEST_LOGO} bytes")));
        }
        let png = bytes.starts_with(&[0x89, b'P', b'N', b'G']);
        let ground = if args.dark { "dark" } else { "light" };
        let hash = eighteen_seal::to_hex(&Sha256::digest(&bytes));
        let ending = if png { "png" } else { "svg" };
        let name = format!("media/logo-{ground}-{}.{ending}", &hash[..8]);
        self.change_draft(|files| {
            let mut form = Form::of(files);
            let place = if args.dark { &mut form.dark } else { &mut form.light };
            if let Some(before) = place.replace(name.clone()) {
                files.remove(&before);
            }
            files.insert(name.clone(), bytes);
            form.name_logo("");
            form.put(files);
            let draft = eighteen_pack::draft(files);
            let wrong = draft.problems().iter().find(|problem| problem.file == name);
            match wrong {
                Some(problem) => Err(refused(problem.to_string())),
                None => Ok(()),
            }
        })
        .map(Some)
    }

    /// Takes a logo away.
    ///
    /// # Errors
    /// When the folder of the draft cannot be written.
    pub fn remove_pack_logo(&self, args: WhichLogo) -> Result<PackDraft, UserError> {
        self.change_draft(|files| {
            let mut form = Form::of(files);
            let mut gone = vec![form.dark.take()];
            if !args.dark {
                gone.push(form.light.take());
                form.texts.iter_mut().for_each(|text| text.logo.clear());
            }
            for path in gone.into_iter().flatten() {
                files.remove(&path);
            }
            form.put(files);
            Ok(())
        })
    }

    /// Says by which day all modules are to be taken, or by none.
    ///
    /// # Errors
    /// `ResponseInvalid` when it is no day, or one that has gone.
    pub fn choose_pack_due(&self, args: ChooseDue) -> Result<PackDraft, UserError> {
        let today = self.now().day();
        let due = args.due.map(|written| {
            let found = day_written(&written);
            let coming = found.filter(|due| *due >= today);
            coming.ok_or_else(|| UserError::new(ErrorCode::ResponseInvalid, written))
        });
        let due = due.transpose()?;
        self.change_draft(|files| {
            let mut form = Form::of(files);
            form.due = due;
            form.put(files);
            Ok(())
        })
    }

    /// Chooses the colour.
    ///
    /// # Errors
    /// `ResponseInvalid` when it is none.
    pub fn choose_pack_accent(&self, args: ChooseAccent) -> Result<PackDraft, UserError> {
        let accent = args.accent.map(|written| {
            let written = written.trim().to_ascii_lowercase();
            let whole = if written.starts_with('#') { written } else { format!("#{written}") };
            Colour::read(&whole).ok_or_else(|| UserError::new(ErrorCode::ResponseInvalid, whole))
        });
        let accent = accent.transpose()?;
        self.change_draft(|files| {
            let mut form = Form::of(files);
            form.accent = accent;
            form.put(files);
            Ok(())
        })
    }
}

/// What the pages of the builder show. An empty string is what was not said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Form {
    pub(super) name: String,
    pub(super) languages: Vec<String>,
    report: String,
    due: Option<NaiveDate>,
    accent: Option<Colour>,
    light: Option<String>,
    dark: Option<String>,
    texts: Vec<Text>,
    /// The language of the course, in which the organisation speaks when it says nothing else.
    course: String,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Text {
    lang: String,
    welcome: String,
    contact: String,
    logo: String,
}

impl Form {
    /// What the draft says, as far as it can be read.
    pub(super) fn of(files: &Files) -> Self {
        Self::said_in(eighteen_pack::draft(files).so_far())
    }

    /// The same of a draft that was read.
    pub(super) fn said_in(pack: &pack::Pack) -> Self {
        let course = pack.lang.clone();
        let Some(found) = &pack.organisation else {
            return Self { languages: vec![course.clone()], course, ..Self::default() };
        };
        let texts = found.texts.iter().map(|text| Text {
            lang: text.lang.clone(),
            welcome: text.welcome.clone().unwrap_or_default(),
            contact: text.contact.clone().unwrap_or_default(),
            logo: text.logo.clone().unwrap_or_default(),
        });
        let languages = Some(found.languages.clone()).filter(|languages| !languages.is_empty());
        let logo = found.logo.as_ref();
        Self {
            name: found.name.clone(),
            languages: languages.unwrap_or_else(|| vec![course.clone()]),
            report: found.report.clone().unwrap_or_default(),
            due: found.due,
            accent: found.accent,
            light: logo.map(|logo| logo.light.path.clone()),
            dark: logo.and_then(|logo| logo.dark.as_ref()).map(|dark| dark.path.clone()),
            texts: texts.collect(),
            course,
        }
    }

    /// Gives the logo the name as its words where it has none, or still has the name before.
    fn name_logo(&mut self, before: &str) {
        for lang in self.languages.clone() {
            let at = self.texts.iter().position(|text| text.lang == lang).unwrap_or_else(|| {
                self.texts.push(Text { lang, ..Text::default() });
                self.texts.len() - 1
            });
            let text = &mut self.texts[at];
            if text.logo.is_empty() || text.logo == before {
                text.logo.clone_from(&self.name);
            }
        }
    }

    /// Writes it into the draft; an organisation that says nothing has no file.
    pub(super) fn put(&mut self, files: &mut Files) {
        let languages = self.languages.clone();
        self.texts.retain(|text| languages.contains(&text.lang));
        self.texts.sort_by_key(|text| languages.iter().position(|lang| *lang == text.lang));
        let silent = Self {
            languages: vec![self.course.clone()],
            course: self.course.clone(),
            ..Self::default()
        };
        if *self == silent {
            files.remove(FILE);
        } else {
            files.insert(FILE.to_owned(), self.toml().into_bytes());
        }
    }

    fn toml(&self) -> String {
        let mut out = String::from(
            "# What the organisation says of itself. The pack builder writes this file anew with every change.\n",
        );
        let line = |out: &mut String, key: &str, value: &str| {
            if !value.is_empty() {
                let _ = writeln!(out, "{key} = {}", quoted(value));
            }
        };
        line(&mut out, "name", &self.name);
        let languages: Vec<String> = self.languages.iter().map(|lang| quoted(lang)).collect();
        let _ = writeln!(out, "languages = [{}]", languages.join(", "));
        line(&mut out, "report", &self.report);
        if let Some(due) = self.due {
            let _ = writeln!(out, "due = {due}");
        }
        line(&mut out, "accent", &self.accent.map(|colour| colour.to_string()).unwrap_or_default());
        if self.light.is_some() || self.dark.is_some() {
            out.push_str("\n[logo]\n");
            line(&mut out, "light", self.light.as_deref().unwrap_or_default());
            line(&mut out, "dark", self.dark.as_deref().unwrap_or_default());
        }
        for text in self
            .texts
            .iter()
            .filter(|text| **text != Text { lang: text.lang.clone(), ..Text::default() })
        {
            out.push_str("\n[[text]]\n");
            line(&mut out, "lang", &text.lang);
            line(&mut out, "welcome", &text.welcome);
            line(&mut out, "contact", &text.contact);
            line(&mut out, "logo", &text.logo);
        }
        out
    }

    /// As the page has it: a text for each language.
    pub(super) fn shown(&self, pack: &pack::Pack) -> Organisation {
        let texts = self.languages.iter().map(|lang| {
            let found = self.texts.iter().find(|text| text.lang == *lang);
            let said =
                |of: fn(&Text) -> &String| found.map(of).filter(|text| !text.is_empty()).cloned();
            OrganisationText {
                lang: lang.clone(),
                welcome: said(|text| &text.welcome),
                contact: said(|text| &text.contact),
                logo: said(|text| &text.logo),
            }
        });
        Organisation {
            name: self.name.clone(),
            languages: self.languages.clone(),
            report: Some(self.report.clone()).filter(|report| !report.is_empty()),
            due: self.due.map(day),
            texts: texts.collect(),
            logo: pack.organisation.as_ref().and_then(|found| logo(found, "draft/")),
            accent: self.accent.map(accent::shown),
        }
    }
}

/// As learners see it.
pub(crate) fn shown(found: &pack::Organisation) -> Organisation {
    let texts = found.texts.iter().map(|text| OrganisationText {
        lang: text.lang.clone(),
        welcome: text.welcome.clone(),
        contact: text.contact.clone(),
        logo: text.logo.clone(),
    });
    Organisation {
        name: found.name.clone(),
        languages: found.languages.clone(),
        report: found.report.clone(),
        due: found.due.map(day),
        texts: texts.collect(),
        logo: logo(found, ""),
        accent: found.accent.map(accent::shown),
    }
}

fn logo(found: &pack::Organisation, before: &str) -> Option<Logo> {
    let logo = found.logo.as_ref()?;
    let art = |picture: &pack::LogoPicture| match &picture.art {
        pack::Art::Picture(path) => content::art(&pack::Art::Picture(format!("{before}{path}"))),
        drawing @ pack::Art::Drawing(_) => content::art(drawing),
    };
    Some(Logo { light: art(&logo.light), dark: logo.dark.as_ref().map(art) })
}

/// One line of words, without what no text of a pack may hold.
fn plain(text: &str) -> Result<String, UserError> {
    if text.chars().count() > LONGEST {
        let detail = format!("a text has at most {LONGEST} characters");
        return Err(UserError::new(ErrorCode::ResponseInvalid, detail));
    }
    let words: String = text.chars().map(|one| if one.is_control() { ' ' } else { one }).collect();
    Ok(words.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Languages that a pack can name: at least one, none twice.
pub(super) fn check_languages(languages: &[String]) -> Result<(), UserError> {
    let once = languages.iter().collect::<std::collections::BTreeSet<_>>().len() == languages.len();
    if languages.is_empty()
        || languages.len() > MOST_LANGUAGES
        || !once
        || !languages.iter().all(|tag| is_language(tag))
    {
        return Err(UserError::new(ErrorCode::ResponseInvalid, languages.join(", ")));
    }
    Ok(())
}
