//! The blocks of a step as the page draws them, with what this learner left on them.

use chrono::NaiveDate;
use eighteen_pack::{Block as Content, Decision, Module, Step};
use eighteen_store::{DecisionRow, Reader, ReflectionRow};

use crate::{
    UserError,
    content::Words,
    course::Course,
    error::not_found,
    practice::practice_block,
    wire::content::{Block, Consequence, DecisionOption, DecisionTaken},
};

/// What a learner has left on a step.
pub(crate) struct Mine<'a> {
    pub(crate) course: &'a Course,
    pub(crate) learner_id: Option<&'a str>,
    decisions: Vec<DecisionRow>,
    reflections: Vec<ReflectionRow>,
}

impl<'a> Mine<'a> {
    pub(crate) fn read(
        reader: &Reader<'_>,
        course: &'a Course,
        step: &Step,
        learner_id: Option<&'a str>,
    ) -> Result<Self, UserError> {
        let pack_id = &course.pack.id;
        let (decisions, mut reflections) = match learner_id {
            Some(id) => {
                (reader.decisions(id, pack_id, &step.id)?, reader.reflections(id, pack_id)?)
            }
            None => (Vec::new(), Vec::new()),
        };
        reflections.retain(|reflection| reflection.step_id == step.id);
        Ok(Self { course, learner_id, decisions, reflections })
    }
}

/// One block.
pub(crate) fn block_view(
    reader: &Reader<'_>,
    words: &mut Words<'_>,
    module: &Module,
    block: &Content,
    mine: &Mine<'_>,
) -> Result<Block, UserError> {
    Ok(match block {
        Content::Paragraph(text) => Block::Paragraph { text: words.text(text) },
        Content::Subheading(text) => Block::Subheading { text: text.clone() },
        Content::List { ordered, items } => {
            Block::List { ordered: *ordered, items: words.texts(items) }
        }
        Content::Decision(decision) => decision_block(words, decision, mine),
        Content::Check { item } => practice_block(reader, words, module, item, mine)?,
        Content::Callout { title, body } => {
            Block::Callout { title: title.clone(), body: words.text(body) }
        }
        Content::Figure(figure) => {
            words.refer(&figure.claims);
            Block::Figure {
                alt: figure.alt.clone(),
                caption: words.text(&figure.caption),
                claims: figure.claims.clone(),
                text: words.texts(&figure.text),
                art: words.art(&figure.art),
            }
        }
        Content::Timeline { title, events } => Block::Timeline {
            title: title.clone(),
            events: events.iter().map(|event| words.event(event)).collect(),
        },
        Content::Comparison { title, columns, rows } => Block::Comparison {
            title: title.clone(),
            columns: columns.clone(),
            rows: rows.iter().map(|row| words.row(row)).collect(),
        },
        Content::Quote(quote) => {
            words.refer(std::slice::from_ref(&quote.claim));
            Block::Quote {
                text: words.text(&quote.text),
                who: quote.who.clone(),
                role: quote.role.clone(),
                date: crate::clock::day(quote.date),
                claim: quote.claim.clone(),
                paraphrase: quote.paraphrase,
                evidence: quote.evidence,
            }
        }
        Content::Reflection { id, prompt } => reflection_block(words, id, prompt, mine),
    })
}

fn decision_block(words: &mut Words<'_>, decision: &Decision, mine: &Mine<'_>) -> Block {
    let row = mine.decisions.iter().find(|row| row.decision_id == decision.id);
    Block::Decision {
        id: decision.id.clone(),
        ask: words.text(&decision.ask),
        options: decision
            .options
            .iter()
            .map(|option| DecisionOption { id: option.id.clone(), text: words.text(&option.text) })
            .collect(),
        taken: row.map(|row| taken(mine.course, words.today(), decision, row)),
    }
}

/// A decision with what follows. It brings its own claims and terms: the page has not seen them before.
pub(crate) fn taken(
    course: &Course,
    today: NaiveDate,
    decision: &Decision,
    row: &DecisionRow,
) -> DecisionTaken {
    let mut words = Words::new(course, today);
    let options = decision.options.iter();
    let consequences = options
        .map(|option| Consequence { option_id: option.id.clone(), text: words.text(&option.then) })
        .collect();
    DecisionTaken {
        option_id: row.option_id.clone(),
        saved_at: row.decided_at.clone(),
        consequences,
        claims: words.claims(),
        terms: words.terms(),
    }
}

/// The decision of a step.
pub(crate) fn find_decision<'a>(step: &'a Step, id: &str) -> Result<&'a Decision, UserError> {
    step.blocks
        .iter()
        .find_map(|block| match block {
            Content::Decision(decision) if decision.id == id => Some(decision),
            _ => None,
        })
        .ok_or_else(|| not_found("decision", id))
}

fn reflection_block(
    words: &mut Words<'_>,
    id: &str,
    prompt: &[eighteen_pack::Span],
    mine: &Mine<'_>,
) -> Block {
    let row = mine.reflections.iter().find(|row| row.reflection_id == id);
    Block::Reflection {
        id: id.to_owned(),
        prompt: words.text(prompt),
        written: row.map(|row| row.written.clone()).unwrap_or_default(),
    }
}
