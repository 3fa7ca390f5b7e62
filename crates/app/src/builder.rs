//! The pack builder: an organisation's own pack, made of parts that ship and of its own words, signed and saved.
//!
//! The draft is a folder as `FORMAT.md` describes it, so that an editor and `eighteen pack` work on the same
//! files; nothing about it is kept anywhere else but where that folder is. Every change is on the disk before the
//! page hears of it.

mod organisation;
mod own;
mod parts;
mod sealing;
mod toml;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    sync::{MutexGuard, PoisonError},
};

use eighteen_pack::{Draft, Pack, Problem};
use eighteen_store::{Beside, write_folder_beside};
use parts::{Chosen, Shipped};

use crate::{
    App, ErrorCode, UserError,
    clock::day,
    course::{count, shipped_files},
    packs::Files,
    wire::builder::{
        BuilderPage, ChooseLanguages, ChooseParts, DraftModule, DraftProblem, PackDraft,
    },
};

pub(crate) use organisation::shown as organisation_shown;

/// Where the draft is, in the settings of this computer.
const FOLDER: &str = "draft";
const PACK: &str = "pack.toml";
/// Where drafts stand that nobody chose a folder for, in the data folder.
const DRAFTS: &str = "drafts";

/// A draft as it stands on the disk.
struct Standing {
    /// Absent before anything was chosen.
    folder: Option<PathBuf>,
    files: Files,
}

impl App {
    /// The pack that is being made; an empty one before anything was chosen.
    ///
    /// # Errors
    /// When the app is not ready.
    pub fn pack_draft(&self) -> Result<PackDraft, UserError> {
        let _alone = self.building();
        match self.standing() {
            Ok(standing) => self.draft_view(&standing, None),
            Err(lost) => {
                let lost = lost.path.unwrap_or_default();
                self.draft_view(&self.nothing_yet()?, Some(lost))
            }
        }
    }

    /// Leaves the draft where it is and begins another.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn new_pack_draft(&self) -> Result<PackDraft, UserError> {
        let _alone = self.building();
        self.write(|writer| Ok(writer.drop_setting(FOLDER)?))?;
        self.draft_view(&self.nothing_yet()?, None)
    }

    /// Asks for the folder of a pack and goes on with it; nothing when the person cancels.
    ///
    /// # Errors
    /// `NotFound` when the folder cannot be read as one of a pack.
    pub fn open_pack_draft(&self) -> Result<Option<PackDraft>, UserError> {
        let Some(folder) = self.desktop.choose_folder() else { return Ok(None) };
        let _alone = self.building();
        let files = read_folder(&folder)?;
        self.write(|writer| Ok(writer.set_setting(FOLDER, &folder.to_string_lossy())?))?;
        self.draft_view(&Standing { folder: Some(folder), files }, None).map(Some)
    }

    /// Chooses which parts of the course that ships are in the pack.
    ///
    /// # Errors
    /// When the folder of the draft cannot be read or written.
    pub fn choose_pack_parts(&self, args: ChooseParts) -> Result<PackDraft, UserError> {
        let shipped = shipped_files();
        let course = self.ready()?.courses.shipped();
        let chosen = Chosen {
            modules: args.module_ids.into_iter().collect(),
            inbox: args.inbox,
            story: args.story,
            assessment: args.assessment,
        };
        self.change_draft(|files| {
            Shipped { files: &shipped, pack: &course.pack }.choose(files, &chosen);
            Ok(())
        })
    }

    /// Chooses the languages of the organisation's own words.
    ///
    /// # Errors
    /// `ResponseInvalid` for what is no language, or when the folder cannot be written.
    pub fn choose_pack_languages(&self, args: ChooseLanguages) -> Result<PackDraft, UserError> {
        organisation::check_languages(&args.languages)?;
        self.change_draft(|files| {
            let mut form = organisation::Form::of(files);
            form.languages = args.languages;
            form.put(files);
            Ok(())
        })
    }

    /// Nobody else changes the draft meanwhile.
    fn building(&self) -> MutexGuard<'_, ()> {
        self.building.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn standing(&self) -> Result<Standing, UserError> {
        let kept = self.read(|reader| Ok(reader.setting(FOLDER)?))?;
        let Some(folder) = kept.map(PathBuf::from) else { return self.nothing_yet() };
        Ok(Standing { files: read_folder(&folder)?, folder: Some(folder) })
    }

    /// A pack without parts, which stands nowhere yet.
    fn nothing_yet(&self) -> Result<Standing, UserError> {
        let course = &self.ready()?.courses.shipped().pack;
        let dir = self.ready()?.courses.shipped().dir();
        let id = uuid::Uuid::new_v4().simple().to_string();
        let head = format!(
            "# Made by the pack builder. An editor may go on with it: FORMAT.md describes every line.\n\
             format = 1\nid = {}\nversion = 1\nreleased = {}\nlang = {}\ndir = {}\ntitle = {}\nabout = {}\n\
             publisher = {}\nlicence = {}\n",
            toml::quoted(&format!("course-{}", &id[..8])),
            day(self.now().day()),
            toml::quoted(&course.lang),
            toml::quoted(&dir),
            toml::quoted(&course.title),
            toml::quoted(&course.about),
            toml::quoted(&course.publisher),
            toml::quoted(&course.licence),
        );
        let empty = ["claims.toml", "coverage.toml", "glossary.toml"];
        let empty = empty.into_iter().map(|path| (path.to_owned(), Vec::new()));
        let files = empty.chain([(PACK.to_owned(), head.into_bytes())]).collect();
        Ok(Standing { folder: None, files })
    }

    /// Changes the draft on the disk: what comes is written before what goes is taken away, and each file is whole.
    fn change_draft(
        &self,
        edit: impl FnOnce(&mut Files) -> Result<(), UserError>,
    ) -> Result<PackDraft, UserError> {
        let _alone = self.building();
        let mut standing = self.standing()?;
        self.change(&mut standing, edit)?;
        self.draft_view(&standing, None)
    }

    fn change(
        &self,
        standing: &mut Standing,
        edit: impl FnOnce(&mut Files) -> Result<(), UserError>,
    ) -> Result<(), UserError> {
        let before = standing.files.clone();
        edit(&mut standing.files)?;
        match &standing.folder {
            Some(folder) => write_changes(folder, &before, &standing.files)?,
            None => standing.folder = Some(self.write_new(&standing.files)?),
        }
        Ok(())
    }

    fn write_new(&self, files: &Files) -> Result<PathBuf, UserError> {
        let drafts = self.data_dir.join(DRAFTS);
        let id = eighteen_pack::draft(files).so_far().id.clone();
        let folder = drafts.join(&id);
        fs::create_dir_all(&drafts).map_err(|error| not_written(&drafts, error.to_string()))?;
        let all: Vec<(String, Vec<u8>)> =
            files.iter().map(|(path, bytes)| (path.clone(), bytes.clone())).collect();
        write_folder_beside(&folder, &all).map_err(|error| of_folder(&folder, error))?;
        self.write(|writer| Ok(writer.set_setting(FOLDER, &folder.to_string_lossy())?))?;
        Ok(folder)
    }

    fn draft_view(
        &self,
        standing: &Standing,
        lost: Option<String>,
    ) -> Result<PackDraft, UserError> {
        let Standing { folder, files } = standing;
        let shipped = shipped_files();
        let course = self.ready()?.courses.shipped();
        let shipped = Shipped { files: &shipped, pack: &course.pack };
        let draft = eighteen_pack::draft(files);
        let pack = draft.so_far();
        let problems =
            if folder.is_some() { problems(&shipped, &draft, files) } else { Vec::new() };
        let questions = pack.modules.iter().map(|module| module.quiz.items.len()).sum();
        self.show_pictures(pack);
        Ok(PackDraft {
            folder: folder.as_ref().map(|folder| folder.display().to_string()),
            lost,
            pack_id: pack.id.clone(),
            version: pack.version,
            title: pack.title.clone(),
            lang: pack.lang.clone(),
            dir: course.dir(),
            modules: modules(&draft, files, &shipped),
            inbox: pack.inbox.is_some(),
            story: pack.story.is_some(),
            assessment: pack.assessment.is_some(),
            minutes: pack.modules.iter().map(eighteen_pack::module_minutes).sum(),
            questions: count(questions),
            organisation: organisation::Form::said_in(pack).shown(pack),
            problems,
            key: self.signing_key()?,
            today: day(self.now().day()),
        })
    }

    /// Pictures that the page of the builder may ask for from now on.
    fn show_pictures(&self, pack: &Pack) {
        let shown = &self.draft_pictures;
        shown.lock().unwrap_or_else(PoisonError::into_inner).clone_from(&pack.pictures);
    }

    /// A picture of the draft, for the page of the builder: its media type and its bytes.
    pub(crate) fn draft_picture(&self, path: &str) -> Option<(&'static str, Vec<u8>)> {
        let pictures = self.draft_pictures.lock().unwrap_or_else(PoisonError::into_inner);
        let picture = pictures.iter().find(|picture| picture.path == path)?;
        Some((picture.media_type, picture.bytes.clone()))
    }
}

fn modules(draft: &Draft, files: &Files, shipped: &Shipped<'_>) -> Vec<DraftModule> {
    let here: BTreeMap<&str, _> =
        draft.modules().iter().map(|module| (module.id.as_str(), module)).collect();
    let of_course = shipped.pack.modules.iter();
    let names: BTreeSet<&str> = of_course.clone().map(|module| module.id.as_str()).collect();
    let own = draft.modules().iter().filter(|module| !names.contains(module.id.as_str()));
    let rows = of_course.chain(own).map(|module| {
        let found = here.get(module.id.as_str()).copied();
        let shown = found.unwrap_or(module);
        DraftModule {
            module_id: shown.id.clone(),
            number: shown.number,
            title: shown.title.clone(),
            minutes: eighteen_pack::module_minutes(shown),
            chosen: found.is_some(),
            own: found.is_some() && !shipped.is_as_shipped(files, &module.id),
        }
    });
    rows.collect()
}

/// The key that stands at a line.
fn key_at<'a>(files: &'a Files, file: &str, line: u32) -> &'a str {
    let line = files.get(file).and_then(|bytes| {
        let line = usize::try_from(line.saturating_sub(1)).ok()?;
        std::str::from_utf8(bytes).ok()?.lines().nth(line)
    });
    line.and_then(|line| line.split_once('=')).map_or("", |(key, _)| key.trim())
}

fn page_of(problem: &Problem, files: &Files) -> BuilderPage {
    let key = key_at(files, &problem.file, problem.line);
    let branding = problem.file.starts_with("media/logo-")
        || matches!(key, "light" | "dark" | "accent")
        || problem.message.starts_with("`logo`");
    match problem.file.as_str() {
        "organisation.toml" if key == "due" => BuilderPage::Due,
        "organisation.toml" if branding => BuilderPage::Branding,
        file if file.starts_with("media/logo-") => BuilderPage::Branding,
        "organisation.toml" => BuilderPage::Texts,
        PACK if matches!(key, "title" | "publisher") => BuilderPage::Texts,
        PACK if problem.code == "no-modules" => BuilderPage::Modules,
        _ => BuilderPage::File,
    }
}

/// Sets a key at the head of `pack.toml` to what is written here.
fn set_head(files: &mut Files, key: &str, written: &str) {
    let text = files.get(PACK).and_then(|bytes| std::str::from_utf8(bytes).ok());
    let changed = toml::with_key(text.unwrap_or_default(), key, Some(written));
    files.insert(PACK.to_owned(), changed.into_bytes());
}

fn read_folder(folder: &Path) -> Result<Files, UserError> {
    let lost = |why: String| UserError {
        path: Some(folder.display().to_string()),
        ..UserError::new(ErrorCode::DraftLost, why)
    };
    let files = eighteen_pack::load_dir(folder).map_err(|error| lost(error.to_string()))?;
    if files.contains_key(PACK) { Ok(files) } else { Err(lost("there is no pack.toml".to_owned())) }
}

/// What `pack check` says, with the page on which it is mended.
fn problems(shipped: &Shipped<'_>, draft: &Draft, files: &Files) -> Vec<DraftProblem> {
    let owns = own::all(shipped, files);
    let rows = draft.problems().iter().map(|problem| {
        let (module_id, part) = own::place_of(&owns, files, &problem.file, problem.line);
        DraftProblem {
            page: page_of(problem, files),
            module_id,
            part,
            key: key_at(files, &problem.file, problem.line).to_owned(),
            file: problem.file.clone(),
            line: problem.line,
            code: problem.code.to_owned(),
            values: problem.values.clone(),
            message: problem.message.clone(),
        }
    });
    rows.collect()
}

/// Every file that is another one now stands beside its place, whole, before the first of them takes it: what fails
/// for want of room leaves the draft as it was.
fn write_changes(folder: &Path, before: &Files, after: &Files) -> Result<(), UserError> {
    let changed = after.iter().filter(|(path, bytes)| before.get(*path) != Some(bytes));
    let mut beside = Vec::new();
    for (path, bytes) in changed {
        let at = folder.join(path);
        if let Some(parent) = at.parent() {
            fs::create_dir_all(parent).map_err(|error| of_disk(folder, parent, error))?;
        }
        let mut file = Beside::new(&at).map_err(|error| of_folder(folder, error))?;
        file.write_all(bytes).map_err(|error| of_disk(folder, &at, error))?;
        beside.push(file);
    }
    for file in beside {
        file.place().map_err(|error| of_folder(folder, error))?;
    }
    for path in before.keys().filter(|path| !after.contains_key(*path)) {
        let at = folder.join(path);
        fs::remove_file(&at).map_err(|error| not_written(&at, error.to_string()))?;
    }
    Ok(())
}

fn of_disk(folder: &Path, at: &Path, error: std::io::Error) -> UserError {
    of_folder(folder, eighteen_store::not_written(at, error))
}

fn not_written(path: &Path, why: String) -> UserError {
    UserError {
        path: Some(path.display().to_string()),
        ..UserError::new(ErrorCode::FileNotWritable, why)
    }
}

/// A full disk is one; whatever else keeps a file from being written names the file.
fn of_folder(folder: &Path, error: eighteen_store::Error) -> UserError {
    match error {
        eighteen_store::Error::DiskFull => UserError::from(error).on_disk_of(folder),
        other => not_written(folder, other.to_string()),
    }
}
