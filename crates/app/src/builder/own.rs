//! Modules of an organisation's own: made, renamed, taken away, and changed page by page and question by question.
//!
//! The files stay what they are for an editor. A change names the text that it was made from, so that nothing is
//! written over what somebody else wrote meanwhile, and replaces that text alone.

mod found;
mod part;
mod sections;
mod showing;
mod words;

use std::collections::BTreeSet;

use eighteen_pack::{Draft, Module, Step, plain};

use self::sections::{Section, mark, sections};
use super::{
    PACK, Standing, key_at,
    parts::{Shipped, pairs, text},
    toml::{Block, blocks, quoted, with_key, with_key_of, without},
};
use crate::{
    App, ErrorCode, UserError,
    clock::day,
    course::{count, number, shipped_files},
    error::not_found,
    packs::{Files, slug},
    wire::{
        builder::{BuilderPage, DraftProblem, PackDraft},
        own_pages::{ModuleAt, ModuleWords, NewModule, OwnModule, PartAt, PartKind, PartRow},
    },
};

/// Characters of a title or a sentence.
const LONGEST_LINE: usize = 500;
/// What a module promises at most.
const MOST_OUTCOMES: usize = 4;

/// A module that may be changed here, with its files.
pub(super) struct Own {
    id: String,
    lesson: String,
    quiz: String,
}

impl Own {
    fn find(app: &App, files: &Files, id: &str) -> Result<Self, UserError> {
        let pack = &app.ready()?.courses.shipped().pack;
        Self::beside(&Shipped { files: &shipped_files(), pack }, files, id)
    }

    /// A module of the draft that is not as the course ships it.
    fn beside(shipped: &Shipped<'_>, files: &Files, id: &str) -> Result<Self, UserError> {
        let ships = shipped.is_as_shipped(files, id);
        let pair = pairs(files).remove(id).filter(|_| !ships);
        let [lesson, quiz] = pair.ok_or_else(|| not_found("module", id))?;
        for path in [&lesson, &quiz] {
            if files.get(path).is_none_or(|bytes| std::str::from_utf8(bytes).is_err()) {
                return Err(not_found("file", path));
            }
        }
        Ok(Self { id: id.to_owned(), lesson, quiz })
    }

    fn file(&self, kind: PartKind) -> &str {
        match kind {
            PartKind::Page => &self.lesson,
            PartKind::Question => &self.quiz,
        }
    }

    fn is_here(&self, block: &Block<'_>) -> bool {
        block.header == "[[module]]" && block.value("id") == Some(&self.id)
    }
}

impl App {
    /// A module of the organisation's own.
    ///
    /// # Errors
    /// `NotFound` when the draft has none of this name, or it is one that ships.
    pub fn pack_module(&self, args: ModuleAt) -> Result<OwnModule, UserError> {
        let _alone = self.building();
        self.own_module(&self.standing()?, &args.module_id)
    }

    /// Makes a module with one page.
    ///
    /// # Errors
    /// `ResponseInvalid` for a title that is none, or when the folder cannot be written.
    pub fn add_pack_module(&self, args: NewModule) -> Result<OwnModule, UserError> {
        let _alone = self.building();
        let title = line(&args.title)?;
        if title.is_empty() {
            return Err(UserError::new(ErrorCode::ResponseInvalid, "a module has a title"));
        }
        let mut standing = self.standing()?;
        let course = &self.ready()?.courses.shipped().pack;
        let draft = eighteen_pack::draft(&standing.files);
        let modules = || course.modules.iter().chain(draft.modules());
        let id = free(&title, "module", |id| {
            modules().any(|module| module.id == id || module.quiz.id == format!("{id}-check"))
                || [lesson_of(id), quiz_of(id)].iter().any(|path| standing.files.contains_key(path))
        });
        let number = modules().map(|module| module.number).max().unwrap_or(0).saturating_add(1);
        let page = new_page(&title, &free_step(course.modules.iter(), draft.modules(), &title));
        let today = day(self.now().day());
        let head = format!(
            "[[module]]\nid = {}\nnumber = {number}\ntitle = {}\nsummary = \"\"\nwhen = \"\"\nfrom = {today}\nto = {today}\n\
             outcomes = [\"\", \"\"]\nlesson = {}\nquiz = {}",
            quoted(&id),
            quoted(&title),
            quoted(&lesson_of(&id)),
            quoted(&quiz_of(&id)),
        );
        let quiz = format!(
            "id = {}\ntitle = {}\n\n[policy]\ndraw = 1\npass_percent = 75\ntries = 0\nfeedback = \"after\"\nshuffle = true\n",
            quoted(&format!("{id}-check")),
            quoted(&title),
        );
        self.change(&mut standing, |files| {
            let pack = with_module(text(files, PACK), &head);
            files.insert(PACK.to_owned(), pack.into_bytes());
            files.insert(lesson_of(&id), format!("{page}\n").into_bytes());
            files.insert(quiz_of(&id), quiz.into_bytes());
            Ok(())
        })?;
        self.own_module(&standing, &id)
    }

    /// Keeps what the head of a module says, and how its check is made.
    ///
    /// # Errors
    /// `ResponseInvalid` when a text is too long, or when the folder cannot be written.
    pub fn save_pack_module(&self, args: ModuleWords) -> Result<OwnModule, UserError> {
        let _alone = self.building();
        let mut standing = self.standing()?;
        let own = Own::find(self, &standing.files, &args.module_id)?;
        let [title, summary, when] = [line(&args.title)?, line(&args.summary)?, line(&args.when)?];
        let outcomes = args.outcomes.iter().take(MOST_OUTCOMES).map(|words| line(words));
        let outcomes = outcomes.collect::<Result<Vec<_>, _>>()?;
        let outcomes: Vec<String> = outcomes.iter().map(|words| quoted(words)).collect();
        let head = [
            ("title", quoted(&title)),
            ("summary", quoted(&summary)),
            ("when", quoted(&when)),
            ("outcomes", format!("[{}]", outcomes.join(", "))),
        ];
        let policy = [
            ("draw", args.draw.to_string()),
            ("pass_percent", args.pass_percent.to_string()),
            ("tries", args.tries.to_string()),
        ];
        self.change(&mut standing, |files| {
            let pack = head.iter().fold(text(files, PACK).to_owned(), |pack, (key, value)| {
                with_key_of(&pack, |block| own.is_here(block), key, value)
            });
            let quiz =
                policy.iter().fold(text(files, &own.quiz).to_owned(), |quiz, (key, value)| {
                    with_key_of(&quiz, |block| block.header == "[policy]", key, value)
                });
            let quiz = with_key(&quiz, "title", Some(&quoted(&title)));
            files.insert(PACK.to_owned(), pack.into_bytes());
            files.insert(own.quiz.clone(), quiz.into_bytes());
            Ok(())
        })?;
        self.own_module(&standing, &own.id)
    }

    /// Takes a module away, and its two files.
    ///
    /// # Errors
    /// `NotFound` when there is none, or when the folder cannot be written.
    pub fn remove_pack_module(&self, args: ModuleAt) -> Result<PackDraft, UserError> {
        let _alone = self.building();
        let mut standing = self.standing()?;
        let own = Own::find(self, &standing.files, &args.module_id)?;
        self.change(&mut standing, |files| {
            let pack = text(files, PACK);
            let (_, blocks) = blocks(pack);
            let line =
                blocks.iter().find(|block| own.is_here(block)).map(|block| block.lines.start);
            let left = without(pack, &line.into_iter().collect::<Vec<_>>());
            files.insert(PACK.to_owned(), left.into_bytes());
            files.remove(&own.lesson);
            files.remove(&own.quiz);
            Ok(())
        })?;
        self.draft_view(&standing, None)
    }

    fn own_module(&self, standing: &Standing, id: &str) -> Result<OwnModule, UserError> {
        let files = &standing.files;
        let own = Own::find(self, files, id)?;
        let draft = eighteen_pack::draft(files);
        let module = draft.modules().iter().find(|module| module.id == id);
        let module = module.ok_or_else(|| not_found("module", id))?;
        let policy = &module.quiz.policy;
        let pages = rows(&draft, files, &own, PartKind::Page, |at| {
            let step = module.steps.get(at)?;
            Some((step.id.clone(), step.title.clone(), false))
        });
        let questions = rows(&draft, files, &own, PartKind::Question, |at| {
            let item = item_at(text(files, &own.quiz), at, module)?;
            Some((item.id.clone(), plain(&item.ask), item.pool == eighteen_pack::Pool::Practice))
        });
        let pack = draft.so_far();
        let folder = standing.folder.as_ref().map(|folder| folder.display().to_string());
        Ok(OwnModule {
            words: ModuleWords {
                module_id: id.to_owned(),
                title: module.title.clone(),
                summary: module.summary.clone(),
                when: module.when.clone(),
                outcomes: module.outcomes.clone(),
                draw: policy.draw,
                pass_percent: policy.pass_percent,
                tries: policy.tries,
            },
            number: module.number,
            lang: pack.lang.clone(),
            dir: showing::dir(pack),
            folder: folder.unwrap_or_default(),
            problems: of_module(&draft, files, &own),
            lesson: own.lesson,
            quiz: own.quiz,
            pages,
            questions,
        })
    }
}

/// Every module of the draft that may be changed here.
pub(super) fn all(shipped: &Shipped<'_>, files: &Files) -> Vec<Own> {
    let owns = pairs(files).into_keys().map(|id| Own::beside(shipped, files, &id));
    owns.filter_map(Result::ok).collect()
}

/// The module and the page or question whose matter a problem is.
pub(super) fn place_of(
    owns: &[Own],
    files: &Files,
    file: &str,
    at: u32,
) -> (Option<String>, Option<PartAt>) {
    let (_, heads) = blocks(text(files, PACK));
    let own = owns.iter().find(|own| match file {
        PACK => heads.iter().any(|block| own.is_here(block) && block.lines.contains(&at)),
        _ => own.lesson == file || own.quiz == file,
    });
    let Some(own) = own else { return (None, None) };
    let kind = if file == own.lesson { PartKind::Page } else { PartKind::Question };
    let written = text(files, file);
    let part = (file != PACK).then(|| {
        let found = sections(kind, written);
        found.iter().position(|section| lines_of(written, section).contains(&at))
    });
    let part = part.flatten().map(|place| PartAt {
        module_id: own.id.clone(),
        kind,
        position: number(place),
    });
    (Some(own.id.clone()), part)
}

/// What the check says of a module, without what belongs to one of its pages or questions.
fn of_module(draft: &Draft, files: &Files, own: &Own) -> Vec<DraftProblem> {
    let inside = |file: &str, at: u32| {
        [PartKind::Page, PartKind::Question].into_iter().any(|kind| {
            let written = text(files, own.file(kind));
            own.file(kind) == file
                && sections(kind, written).iter().any(|one| lines_of(written, one).contains(&at))
        })
    };
    let (_, heads) = blocks(text(files, PACK));
    let head = heads.iter().find(|block| own.is_here(block)).map(|block| block.lines.clone());
    let here = draft.problems().iter().filter(|problem| match problem.file.as_str() {
        PACK => head.as_ref().is_some_and(|lines| lines.contains(&problem.line)),
        file => (file == own.lesson || file == own.quiz) && !inside(file, problem.line),
    });
    let rows = here.map(|problem| DraftProblem {
        page: BuilderPage::File,
        module_id: Some(own.id.clone()),
        part: None,
        key: key_at(files, &problem.file, problem.line).to_owned(),
        file: problem.file.clone(),
        line: problem.line,
        code: problem.code.to_owned(),
        values: problem.values.clone(),
        message: problem.message.clone(),
    });
    rows.collect()
}

fn rows(
    draft: &Draft,
    files: &Files,
    own: &Own,
    kind: PartKind,
    named: impl Fn(usize) -> Option<(String, String, bool)>,
) -> Vec<PartRow> {
    let path = own.file(kind);
    let written = text(files, path);
    let rows = sections(kind, written).into_iter().enumerate().map(|(at, section)| {
        let lines = lines_of(written, &section);
        let here = |problem: &&eighteen_pack::Problem| {
            problem.file == path && lines.contains(&problem.line)
        };
        let (id, title, practice) = named(at).unwrap_or_default();
        PartRow {
            id,
            title,
            practice,
            problems: count(draft.problems().iter().filter(here).count()),
            mark: mark(&written[section.range]),
        }
    });
    rows.collect()
}

/// The question of a section as far as it was read: one without an id of its own is not found.
fn item_at<'a>(quiz: &str, at: usize, module: &'a Module) -> Option<&'a eighteen_pack::Item> {
    let found = sections(PartKind::Question, quiz);
    let (_, blocks) = blocks(&quiz[found.get(at)?.range.clone()]);
    let id = blocks.first()?.value("id")?;
    module.quiz.items.iter().find(|item| item.id == id)
}

/// The step of a section: none while the parser finds other pages than these.
fn step_at<'a>(lesson: &str, at: usize, module: &'a Module) -> Option<&'a Step> {
    let alike = sections(PartKind::Page, lesson).len() == module.steps.len();
    module.steps.get(at).filter(|_| alike)
}

fn lines_of(text: &str, section: &Section) -> std::ops::Range<u32> {
    let long = text[section.range.clone()].matches('\n').count();
    section.line..section.line.saturating_add(count(long)).saturating_add(1)
}

/// One line of words.
fn line(words: &str) -> Result<String, UserError> {
    if words.chars().count() > LONGEST_LINE {
        let detail = format!("a line has at most {LONGEST_LINE} characters");
        return Err(UserError::new(ErrorCode::ResponseInvalid, detail));
    }
    let words: String = words.chars().map(|one| if one.is_control() { ' ' } else { one }).collect();
    Ok(words.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// An id made of words that nothing has yet.
fn free(words: &str, otherwise: &str, taken: impl Fn(&str) -> bool) -> String {
    let slug = Some(slug(words)).filter(|slug| slug.len() >= 2);
    let slug = slug.unwrap_or_else(|| otherwise.to_owned());
    let numbered = (2..).map(|number| format!("{slug}-{number}"));
    std::iter::once(slug.clone()).chain(numbered).find(|id| !taken(id)).unwrap_or(slug)
}

fn free_step<'a>(
    shipped: impl Iterator<Item = &'a Module>,
    here: &'a [Module],
    title: &str,
) -> String {
    let steps = shipped.chain(here).flat_map(|module| &module.steps);
    let taken: BTreeSet<&str> = steps.map(|step| step.id.as_str()).collect();
    free(title, "page", |id| taken.contains(id))
}

/// The first page of a module asks for a decision.
fn new_page(title: &str, id: &str) -> String {
    format!(
        "## {title} {{#{id}}}\n\n```decision\nid = \"first-choice\"\nask = \"\"\noption = [\n\
         \x20 {{ id = \"one\", text = \"\", then = \"\" }},\n  {{ id = \"two\", text = \"\", then = \"\" }},\n]\n```"
    )
}

/// The head of the pack with a module behind the others.
fn with_module(pack: &str, head: &str) -> String {
    let (_, blocks) = blocks(pack);
    let last = blocks.iter().rposition(|block| block.header == "[[module]]");
    let first_other = blocks.iter().position(|block| block.header != "[[module]]");
    let behind: usize = match (last, first_other) {
        (Some(last), _) => blocks[last + 1..].iter().map(|block| block.text.len()).sum(),
        (None, Some(_)) => blocks.iter().map(|block| block.text.len()).sum(),
        (None, None) => 0,
    };
    let (before, after) = pack.split_at(pack.len() - behind);
    let after = if after.is_empty() { String::new() } else { format!("\n{after}") };
    format!("{}\n\n{head}\n{after}", before.trim_end())
}

fn lesson_of(id: &str) -> String {
    format!("lessons/{id}.md")
}

fn quiz_of(id: &str) -> String {
    format!("quizzes/{id}.toml")
}
