//! Pages and questions of a module, one by one.

use super::{
    Own, free, free_step,
    sections::{Section, inserted, mark, removed, replaced, sections, swapped},
    words::{Written, section_of},
};
use crate::{
    App, ErrorCode, UserError,
    builder::{parts::text, toml::quoted},
    error::not_found,
    packs::Files,
    wire::own_pages::{
        AddPart, DraftPart, MovePart, OwnModule, PartAt, PartKind, PartRemoved, RemovePart,
        RemovedPart, SavePart,
    },
};

/// Characters of a page or a question.
const LONGEST: usize = 64 * 1024;

impl App {
    /// A page or a question of a module of the organisation's own.
    ///
    /// # Errors
    /// `NotFound` when there is none at this place.
    pub fn pack_part(&self, args: PartAt) -> Result<DraftPart, UserError> {
        let _alone = self.building();
        let standing = self.standing()?;
        let own = Own::find(self, &standing.files, &args.module_id)?;
        self.part_view(&standing.files, &own, args, None)
    }

    /// Keeps a page or a question: on the disk at once, unless it would be no single one any more.
    ///
    /// # Errors
    /// `DraftChanged` when another text stands there meanwhile; nothing is changed then.
    pub fn save_pack_part(&self, args: SavePart) -> Result<DraftPart, UserError> {
        let _alone = self.building();
        let SavePart { at, mark: was, words } = args;
        let mut standing = self.standing()?;
        let own = Own::find(self, &standing.files, &at.module_id)?;
        let file = own.file(at.kind).to_owned();
        let (section, before) = find(&standing.files, &file, &at, Some(&was))?;
        let (changed, unkept) = section_of(at.kind, &before, words.clone());
        if changed.chars().count() > LONGEST {
            let detail = format!("a page or a question has at most {LONGEST} characters");
            return Err(UserError::new(ErrorCode::ResponseInvalid, detail));
        }
        let whole = replaced(text(&standing.files, &file), &section, &changed).into_bytes();
        if let Some(why) = unkept {
            let mut files = standing.files.clone();
            files.insert(file, whole);
            let view = self.part_view(&files, &own, at, Some(why))?;
            return Ok(DraftPart { mark: was, words, ..view });
        }
        self.change(&mut standing, |files| {
            files.insert(file, whole);
            Ok(())
        })?;
        self.part_view(&standing.files, &own, at, None)
    }

    /// Adds a page or a question at the end, or puts one back that was taken away.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn add_pack_part(&self, args: AddPart) -> Result<OwnModule, UserError> {
        let _alone = self.building();
        let mut standing = self.standing()?;
        let own = Own::find(self, &standing.files, &args.module_id)?;
        let (place, section) = match args.back {
            Some(back) => ((back.position as usize).saturating_sub(1), back.text),
            None => (usize::MAX, self.new_part(&standing.files, &own, args.kind)?),
        };
        self.change(&mut standing, |files| {
            let path = own.file(args.kind).to_owned();
            let whole = inserted(args.kind, text(files, &path), place, &section);
            files.insert(path, whole.into_bytes());
            Ok(())
        })?;
        self.own_module(&standing, &own.id)
    }

    /// Puts a page or a question before its neighbour, or behind it.
    ///
    /// # Errors
    /// `DraftChanged` when another text stands there meanwhile.
    pub fn move_pack_part(&self, args: MovePart) -> Result<OwnModule, UserError> {
        let _alone = self.building();
        let mut standing = self.standing()?;
        let own = Own::find(self, &standing.files, &args.at.module_id)?;
        let path = own.file(args.at.kind).to_owned();
        find(&standing.files, &path, &args.at, Some(&args.mark))?;
        let here = args.at.position as usize - 1;
        let first = if args.up { here.checked_sub(1) } else { Some(here) };
        self.change(&mut standing, |files| {
            let before = text(files, &path);
            let all = sections(args.at.kind, before);
            let pair = first.and_then(|first| Some((all.get(first)?, all.get(first + 1)?)));
            if let Some((one, two)) = pair {
                let turned = swapped(before, one, two).into_bytes();
                files.insert(path, turned);
            }
            Ok(())
        })?;
        self.own_module(&standing, &own.id)
    }

    /// Takes a page or a question away, and gives its text back.
    ///
    /// # Errors
    /// `DraftChanged` when another text stands there meanwhile.
    pub fn remove_pack_part(&self, args: RemovePart) -> Result<PartRemoved, UserError> {
        let _alone = self.building();
        let mut standing = self.standing()?;
        let own = Own::find(self, &standing.files, &args.at.module_id)?;
        let path = own.file(args.at.kind).to_owned();
        let (section, _) = find(&standing.files, &path, &args.at, Some(&args.mark))?;
        let before = text(&standing.files, &path).to_owned();
        let gone = before[section.lead..section.range.end].to_owned();
        self.change(&mut standing, |files| {
            files.insert(path, removed(&before, &section).into_bytes());
            Ok(())
        })?;
        let module = self.own_module(&standing, &own.id)?;
        Ok(PartRemoved { module, part: RemovedPart { position: args.at.position, text: gone } })
    }

    /// A page with nothing on it, or a question without words.
    fn new_part(&self, files: &Files, own: &Own, kind: PartKind) -> Result<String, UserError> {
        let course = &self.ready()?.courses.shipped().pack;
        let draft = eighteen_pack::draft(files);
        let all = || course.modules.iter().chain(draft.modules());
        let module = draft.modules().iter().find(|module| module.id == own.id);
        let title = module.map(|module| module.title.as_str()).unwrap_or_default();
        Ok(match kind {
            PartKind::Page => {
                let id = free_step(course.modules.iter(), draft.modules(), title);
                format!("## {title} {{#{id}}}")
            }
            PartKind::Question => {
                let items = || all().flat_map(|module| &module.quiz.items);
                let written = text(files, &own.quiz);
                let id = free(&format!("{} question", own.id), "question", |id| {
                    items().any(|item| item.id == id) || written.contains(&quoted(id))
                });
                let step = module.and_then(|module| module.steps.last()).map(|step| &step.id);
                Written::new(&id, step.map_or("", String::as_str)).toml()
            }
        })
    }
}

/// The section at a place, when it is still the text that somebody saw there.
pub(super) fn find(
    files: &Files,
    file: &str,
    at: &PartAt,
    was: Option<&str>,
) -> Result<(Section, String), UserError> {
    let written = text(files, file);
    let place = (at.position as usize).checked_sub(1);
    let section = place.and_then(|place| sections(at.kind, written).into_iter().nth(place));
    let changed = || UserError {
        path: Some(file.to_owned()),
        ..UserError::new(ErrorCode::DraftChanged, "another text stands there")
    };
    let Some(section) = section else {
        return Err(if was.is_some() { changed() } else { not_found("part", file) });
    };
    let here = written[section.range.clone()].to_owned();
    if was.is_some_and(|was| was != mark(&here)) { Err(changed()) } else { Ok((section, here)) }
}
