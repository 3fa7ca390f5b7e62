//! A pack as one page to read through: everything that a learner can come to read, in order, with the key of every
//! question. Nothing in the page runs or is loaded from anywhere.

use std::{path::Path, slice};

use eighteen_exchange::{Cell, Page, Section};
use eighteen_pack::{Block, Body, Choice, Decision, Item, Module, Organisation, Pack, Step, plain};
use eighteen_store::write_beside;

use super::{PackFault, free, read_any};
use crate::item_options::options_of;

/// Writes what a pack shows, a folder or a file, as one HTML page. Says how many sections it has.
///
/// # Errors
/// When the pack cannot be read or has problems, or something stands at `out`.
pub fn preview(path: &Path, out: &Path) -> Result<usize, PackFault> {
    let (pack, _) = read_any(path)?;
    free(out)?;
    let page = page_of(&pack);
    write_beside(out, page.to_html().as_bytes())?;
    Ok(page.sections.len())
}

fn page_of(pack: &Pack) -> Page {
    let mut sections = Vec::new();
    if let Some(organisation) = &pack.organisation {
        sections.extend(said_by(organisation));
    }
    for module in &pack.modules {
        sections.extend(module_sections(module));
    }
    let facts = format!(
        "Version {} of {}, {}. Figures are here as words, and pictures by their names.",
        pack.version, pack.released, pack.publisher
    );
    Page {
        lang: pack.lang.clone(),
        dir: match pack.dir {
            eighteen_pack::Direction::Ltr => "ltr".to_owned(),
            eighteen_pack::Direction::Rtl => "rtl".to_owned(),
        },
        title: pack.title.clone(),
        opening: vec![pack.about.clone(), facts],
        sections,
    }
}

/// What the organisation says, language by language.
fn said_by(organisation: &Organisation) -> Vec<Section> {
    let Organisation { name, report, due, texts, .. } = organisation;
    let sections = texts.iter().map(|text| {
        let said = [
            ("Logo", text.logo.clone()),
            ("Welcome", text.welcome.clone()),
            ("Whom to ask", text.contact.clone()),
            ("Report something odd", report.clone()),
            ("To be done by", due.map(|due| due.to_string())),
        ];
        let notes =
            said.into_iter().filter_map(|(what, words)| Some(format!("{what}: {}", words?)));
        Section {
            title: format!("{name}, to readers of {}", text.lang),
            notes: notes.collect(),
            ..Section::default()
        }
    });
    sections.collect()
}

fn module_sections(module: &Module) -> Vec<Section> {
    let outcomes = module.outcomes.iter().map(|outcome| format!("After this you can {outcome}."));
    let mut sections = vec![Section {
        title: format!("{}. {}", module.number, module.title),
        notes: std::iter::once(module.summary.clone()).chain(outcomes).collect(),
        ..Section::default()
    }];
    for (number, step) in (1..).zip(&module.steps) {
        sections.extend(step_sections(module, number, step));
    }
    for item in &module.quiz.items {
        sections.push(question(module, item));
    }
    sections
}

/// A step, and each of its decisions as a table of its own.
fn step_sections(module: &Module, number: u32, step: &Step) -> Vec<Section> {
    let mut notes = Vec::new();
    let mut tables = Vec::new();
    for block in &step.blocks {
        if let Block::Decision(decision) = block {
            tables.push(decision_table(decision));
        }
        notes.extend(words_of(block));
    }
    let title = format!("Step {}.{number}: {}", module.number, step.title);
    let mut sections = vec![Section { title, notes, ..Section::default() }];
    sections.extend(tables);
    sections
}

fn decision_table(decision: &Decision) -> Section {
    let rows =
        decision.options.iter().map(|option| cells(&[plain(&option.text), plain(&option.then)]));
    Section {
        title: format!("Decision: {}", plain(&decision.ask)),
        columns: ["Choice", "What follows"].map(str::to_owned).to_vec(),
        rows: rows.collect(),
        ..Section::default()
    }
}

fn words_of(block: &Block) -> Vec<String> {
    match block {
        Block::Paragraph(text) => vec![plain(text)],
        Block::Subheading(words) => vec![words.clone()],
        Block::List { items, .. } => {
            items.iter().map(|item| format!("• {}", plain(item))).collect()
        }
        Block::Decision(decision) => vec![format!("Decision: {}", plain(&decision.ask))],
        Block::Check { item } => vec![format!("Question: {item}")],
        Block::Callout { title, body } => vec![title.clone().unwrap_or_default(), plain(body)]
            .into_iter()
            .filter(|words| !words.is_empty())
            .collect(),
        Block::Figure(figure) => {
            let mut words = vec![format!("Figure: {}", figure.alt), plain(&figure.caption)];
            words.extend(figure.text.iter().map(|text| plain(text)));
            words
        }
        Block::Timeline { title, events } => {
            let events =
                events.iter().map(|event| format!("{}: {}", event.date, plain(&event.text)));
            std::iter::once(title.clone()).chain(events).collect()
        }
        Block::Comparison { title, columns, rows } => {
            let rows = rows.iter().map(|row| {
                let cells: Vec<String> = row.cells.iter().map(|cell| plain(cell)).collect();
                format!("{}: {}", row.head, cells.join(" | "))
            });
            std::iter::once(format!("{title} ({})", columns.join(" | "))).chain(rows).collect()
        }
        Block::Quote(quote) => {
            vec![format!("“{}” ({}, {})", plain(&quote.text), quote.who, quote.date)]
        }
        Block::Reflection { prompt, .. } => vec![format!("Reflection: {}", plain(prompt))],
    }
}

fn question(module: &Module, item: &Item) -> Section {
    let scene = match &item.body {
        Body::Scenario { scene, .. } => scene.iter().map(|text| plain(text)).collect(),
        Body::HotSpot { alt, .. } => vec![format!("Figure: {alt}")],
        _ => Vec::new(),
    };
    let options = options_of(&item.body).into_iter().zip(explained(&item.body));
    let rows = options.map(|(option, why)| {
        let right = if option.right { "yes" } else { "no" };
        cells(&[option.text, right.to_owned(), why])
    });
    Section {
        title: format!("Question {} of module {}: {}", item.id, module.number, plain(&item.ask)),
        notes: scene,
        columns: ["Answer", "Right", "Why"].map(str::to_owned).to_vec(),
        rows: rows.collect(),
    }
}

/// The explanations, in the order of [`options_of`].
fn explained(body: &Body) -> Vec<String> {
    let choices = |list: &[Choice]| -> Vec<String> {
        list.iter()
            .map(|one| format!("{} {}", plain(&one.then), plain(&one.why)).trim().to_owned())
            .collect()
    };
    match body {
        Body::Single { options } | Body::Multiple { options } | Body::Scenario { options, .. } => {
            choices(options)
        }
        Body::TrueFalse { why_true, why_false, reasons, .. } => {
            let mut all = vec![plain(why_true), plain(why_false)];
            all.extend(choices(reasons));
            all
        }
        Body::Ordering { entries } => entries.iter().map(|entry| plain(&entry.why)).collect(),
        Body::Matching { pairs, .. } => pairs.iter().map(|pair| plain(&pair.why)).collect(),
        Body::Sorting { entries, .. } => entries.iter().map(|entry| plain(&entry.why)).collect(),
        Body::HotSpot { spots, .. } => spots.iter().map(|spot| plain(&spot.why)).collect(),
        Body::Short { why, near, .. } => {
            let near = near.iter().map(|near| &near.why);
            slice::from_ref(why).iter().chain(near).map(|why| plain(why)).collect()
        }
        Body::Estimate(estimate) => vec![plain(&estimate.why)],
    }
}

fn cells(words: &[String]) -> Vec<Cell> {
    words.iter().map(|words| words.as_str().into()).collect()
}
