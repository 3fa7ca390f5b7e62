//! A module of the draft as learners would meet it: the same blocks and the same explanations as theirs, of which
//! nothing is kept. What is tried is told after it was tried, as to them.

use eighteen_pack::{Block as Content, Module, Pack, Pool, Problem, Step};
use eighteen_store::{DecisionRow, Reader};

use super::{
    Own, item_at, lines_of, mark,
    part::find,
    step_at,
    words::{body, words_of},
};
use crate::{
    App, UserError,
    blocks::{Mine, block_view, find_decision, taken},
    builder::{organisation, parts::text},
    content::Words,
    course::{Course, count, practice_item},
    error::not_found,
    packs::Files,
    practice::shown,
    wire::{
        content::{Block, DecisionTaken},
        learner::PracticeSaved,
        own_pages::{
            DraftPart, PackPreview, PartAt, PartKind, PartProblem, PartWords, PreviewAt, StepName,
            TryDecision, TryQuestion, Unkept,
        },
        question::{Answered, QuestionBody},
    },
};

impl App {
    /// A page of any module of the draft, or the questions of its final check, as learners see them.
    ///
    /// # Errors
    /// `NotFound` when the draft has no such module or page.
    pub fn pack_preview(&self, args: PreviewAt) -> Result<PackPreview, UserError> {
        let course = self.draft_course(&args.module_id)?;
        let module = &course.pack.modules[0];
        let steps = module.steps.len();
        let mut words = Words::new(&course, self.now().day());
        let at = (args.position as usize).checked_sub(1).filter(|at| *at <= steps);
        let at = at.ok_or_else(|| not_found("page", &args.position.to_string()))?;
        let step = module.steps.get(at);
        let blocks = match step {
            Some(step) => {
                self.read(|reader| step_blocks(reader, &mut words, &course, module, step))?
            }
            None => questions(&mut words, module),
        };
        Ok(PackPreview {
            module_number: module.number,
            module_title: module.title.clone(),
            position: args.position,
            of: count(steps),
            step_id: step.map(|step| step.id.clone()),
            title: step.map(|step| step.title.clone()),
            blocks,
            claims: words.claims(),
            terms: words.terms(),
            lang: course.pack.lang.clone(),
            dir: course.dir(),
            organisation: organisation::Form::said_in(&course.pack).shown(&course.pack),
        })
    }

    /// What follows from a decision of the draft. Nothing is kept.
    ///
    /// # Errors
    /// `NotFound` when there is no such decision or option.
    pub fn try_pack_decision(&self, args: TryDecision) -> Result<DecisionTaken, UserError> {
        let course = self.draft_course(&args.module_id)?;
        let steps = course.pack.modules[0].steps.iter();
        let decision = steps
            .filter(|step| step.id == args.step_id)
            .find_map(|step| find_decision(step, &args.decision_id).ok())
            .ok_or_else(|| not_found("decision", &args.decision_id))?;
        if !decision.options.iter().any(|option| option.id == args.option_id) {
            return Err(not_found("option", &args.option_id));
        }
        let now = self.now();
        let row = DecisionRow {
            id: String::new(),
            step_id: args.step_id,
            decision_id: args.decision_id,
            option_id: args.option_id,
            elapsed_ms: 0,
            decided_at: now.rfc3339(),
        };
        Ok(taken(&course, now.day(), decision, &row))
    }

    /// An answer to a question of the draft, explained. Nothing is kept.
    ///
    /// # Errors
    /// `NotFound` when there is no such question, `ResponseInvalid` when the response does not fit it.
    pub fn try_pack_question(&self, args: TryQuestion) -> Result<PracticeSaved, UserError> {
        let course = self.draft_course(&args.module_id)?;
        let items = &course.pack.modules[0].quiz.items;
        let item = items.iter().find(|item| item.id == args.item_id);
        let shown = shown(item.ok_or_else(|| not_found("question", &args.item_id))?);
        let given = shown.read_response(&args.response)?;
        let now = self.now();
        let mut words = Words::new(&course, now.day());
        let answered = Answered {
            answer_id: String::new(),
            saved_at: now.rfc3339(),
            response: shown.show_response(&given),
            confidence: args.confidence,
            explanation: shown.explain(&course, &mut words, Some(&given))?,
        };
        Ok(PracticeSaved { answered, times: 1 })
    }

    /// One module of the draft as far as it can be read, as a course.
    fn draft_course(&self, module_id: &str) -> Result<Course, UserError> {
        let _alone = self.building();
        let draft = eighteen_pack::draft(&self.standing()?.files);
        self.show_pictures(draft.so_far());
        course_of(draft.so_far(), module_id)
    }

    pub(super) fn part_view(
        &self,
        files: &Files,
        own: &Own,
        at: PartAt,
        unkept: Option<Unkept>,
    ) -> Result<DraftPart, UserError> {
        let file = own.file(at.kind).to_owned();
        let (section, here) = find(files, &file, &at, None)?;
        let draft = eighteen_pack::draft(files);
        let course = course_of(draft.so_far(), &own.id)?;
        self.show_pictures(&course.pack);
        let module = &course.pack.modules[0];
        let place = at.position as usize - 1;
        let written = text(files, &file);
        let mut words = Words::new(&course, self.now().day());
        let (shown, named_as) = match at.kind {
            PartKind::Page => {
                let step = step_at(written, place, module);
                let blocks = step.map(|step| {
                    self.read(|reader| step_blocks(reader, &mut words, &course, module, step))
                });
                (blocks.transpose()?, step.map(|step| (step.id.clone(), step.title.clone())))
            }
            PartKind::Question => {
                let item = item_at(written, place, module);
                let block = item.map(|item| question(&mut words, item)).filter(is_worded);
                let block = block.map(|block| vec![block]);
                (block, item.map(|item| (item.id.clone(), eighteen_pack::plain(&item.ask))))
            }
        };
        let (id, title) = named_as.unwrap_or_default();
        let as_words = words_of(at.kind, &here);
        let lines = lines_of(written, &section);
        let problems = draft.problems().iter();
        let problems = problems
            .filter(|problem| problem.file == file && lines.contains(&problem.line))
            .map(|problem| {
                let inside = problem.line - section.line + 1;
                let (line, option) = field_of(&as_words, &here, inside);
                part_problem(problem, line, option)
            })
            .collect();
        let pack = &course.pack;
        Ok(DraftPart {
            of: count(super::sections(at.kind, written).len()),
            at,
            id,
            module_title: module.title.clone(),
            title,
            file,
            line: section.line,
            mark: mark(&here),
            words: as_words,
            problems,
            unkept,
            shown,
            claims: words.claims(),
            terms: words.terms(),
            lang: pack.lang.clone(),
            dir: course.dir(),
            steps: named(module.steps.iter().map(|step| (&step.id, step.title.clone()))),
            ideas: named(pack.misconceptions.iter().map(|idea| (&idea.id, idea.says.clone()))),
            practice: named(
                module
                    .quiz
                    .items
                    .iter()
                    .filter(|item| item.pool == Pool::Practice)
                    .map(|item| (&item.id, eighteen_pack::plain(&item.ask))),
            ),
        })
    }
}

/// A problem, at a line of the text or at an option.
pub(super) fn part_problem(
    problem: &Problem,
    line: Option<u32>,
    option: Option<u32>,
) -> PartProblem {
    let Problem { code, values, message, .. } = problem.clone();
    PartProblem { line, option, code: code.to_owned(), values, message }
}

/// Where in its form a line of a section is written: the line of the text area, or the option.
fn field_of(words: &PartWords, section: &str, inside: u32) -> (Option<u32>, Option<u32>) {
    match words {
        PartWords::Page { .. } => {
            let above = body(section).1;
            (inside.checked_sub(above).filter(|line| *line > 0), None)
        }
        PartWords::Text { .. } => (Some(inside), None),
        PartWords::Question { .. } => {
            let lines = section.lines().take(inside as usize);
            let options = lines.filter(|line| line.trim_start().starts_with('{')).count();
            (None, Some(count(options)).filter(|option| *option > 0))
        }
    }
}

fn named<'a>(all: impl Iterator<Item = (&'a String, String)>) -> Vec<StepName> {
    all.filter(|(id, _)| !id.is_empty())
        .map(|(id, title)| StepName { id: id.clone(), title })
        .collect()
}

pub(super) fn dir(pack: &Pack) -> String {
    match pack.dir {
        eighteen_pack::Direction::Ltr => "ltr".to_owned(),
        eighteen_pack::Direction::Rtl => "rtl".to_owned(),
    }
}

/// A course of this module alone. Nothing leads out of it: links to steps become their words.
fn course_of(pack: &Pack, module_id: &str) -> Result<Course, UserError> {
    let module = pack.modules.iter().find(|module| module.id == module_id);
    let mut module = module.ok_or_else(|| not_found("module", module_id))?.clone();
    if module.steps.is_empty() {
        module.steps.push(Step {
            id: String::new(),
            title: String::new(),
            covers: Vec::new(),
            blocks: Vec::new(),
            words: 0,
        });
    }
    Ok(Course::draft(Pack { modules: vec![module], ..pack.clone() }))
}

fn step_blocks(
    reader: &Reader<'_>,
    words: &mut Words<'_>,
    course: &Course,
    module: &Module,
    step: &Step,
) -> Result<Vec<Block>, UserError> {
    let mine = Mine::read(reader, course, step, None)?;
    // A question that is not there is a problem that the check names.
    let there = step.blocks.iter().filter(|block| match block {
        Content::Check { item } => practice_item(module, item).is_ok(),
        _ => true,
    });
    let blocks = there.map(|block| block_view(reader, words, module, block, &mine));
    let mut blocks = blocks.collect::<Result<Vec<_>, _>>()?;
    blocks.retain(is_worded);
    Ok(blocks)
}

/// Whether there are words wherever a learner would be asked something; what has none yet cannot be shown.
fn is_worded(block: &Block) -> bool {
    match block {
        Block::Decision { ask, options, .. } => {
            !ask.is_empty() && options.iter().all(|option| !option.text.is_empty())
        }
        Block::Reflection { prompt, .. } => !prompt.is_empty(),
        Block::Check { question, .. } => {
            let parts = match &question.body {
                QuestionBody::Single { options } | QuestionBody::Multiple { options } => {
                    options.as_slice()
                }
                _ => &[],
            };
            !question.ask.is_empty() && parts.iter().all(|part| !part.text.is_empty())
        }
        _ => true,
    }
}

fn questions(words: &mut Words<'_>, module: &Module) -> Vec<Block> {
    let bank = module.quiz.items.iter().filter(|item| item.pool == Pool::Check);
    bank.map(|item| question(words, item)).filter(is_worded).collect()
}

fn question(words: &mut Words<'_>, item: &eighteen_pack::Item) -> Block {
    Block::Check { question: shown(item).question(words), feedback: None, answered: 0 }
}
