//! Search over terms, steps, and questions that this learner has seen explained.
//!
//! While a question of an open check is on the page only the glossary is searched: words may be looked up,
//! answers not. The page says of which attempt it shows one, so that this holds as long as it does and no
//! longer.

use eighteen_pack::{Item, Pack, Step, plain};
use eighteen_store::{Hit, MOST_HITS, SearchEntry, SearchIndex};

use crate::{
    App, UserError,
    app::Who,
    course::{Course, step_link},
    wire::search::{AskSearch, Found, NearTerm, SearchHit, SearchTarget, SnippetPart},
};

/// Longer queries are cut.
const LONGEST_QUERY: usize = 200;

/// How many terms are offered when nothing was found.
const MOST_NEAR: usize = 3;

/// How much alike a term must be to be offered, from 0 to 1.
const ALIKE: f64 = 0.6;

const TERM: &str = "term";
const STEP: &str = "step";
const QUESTION: &str = "question";

impl App {
    /// What was found, best first.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn search(&self, args: AskSearch) -> Result<Found, UserError> {
        let course = self.course()?;
        let query: String = args.query.chars().take(LONGEST_QUERY).collect();
        let glossary_only = self.is_open(args.attempt_id.as_deref())?;
        let index = course.index()?;
        let mut hits = if glossary_only {
            index.search(&query, &[(TERM, None)])?
        } else {
            let seen = self.questions_seen(course)?;
            index.search(&query, &[(TERM, None), (STEP, None), (QUESTION, Some(&seen))])?
        };
        let most = MOST_HITS as usize;
        let more = hits.len() > most;
        hits.truncate(most);
        let hits: Vec<SearchHit> = hits.into_iter().filter_map(|hit| shown(course, hit)).collect();
        let nearest = if hits.is_empty() { nearest(&course.pack, &query) } else { Vec::new() };
        Ok(Found { hits, more, nearest, glossary_only })
    }

    fn questions_seen(&self, course: &Course) -> Result<Vec<String>, UserError> {
        let who = self.who().clone();
        match who {
            Who::Learner(id) => {
                self.read(|reader| Ok(reader.questions_seen(&id, &course.pack.id)?))
            }
            Who::Unknown | Who::Newcomer => Ok(Vec::new()),
        }
    }

    /// Whether this attempt is still running.
    fn is_open(&self, attempt_id: Option<&str>) -> Result<bool, UserError> {
        let Some(id) = attempt_id else {
            return Ok(false);
        };
        let attempt = self.read(|reader| Ok::<_, UserError>(reader.attempt(id)?))?;
        Ok(attempt.is_some_and(|attempt| attempt.finished_at.is_none()))
    }
}

/// The index of a course.
pub(crate) fn build_index(pack: &Pack) -> Result<SearchIndex, UserError> {
    let mut entries = Vec::new();
    for term in &pack.glossary {
        let names = std::iter::once(&term.term).chain(&term.also);
        entries.push(SearchEntry {
            kind: TERM,
            id: term.id.clone(),
            title: names.cloned().collect::<Vec<_>>().join(", "),
            body: [Some(term.means.as_str()), term.example.as_deref()]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" "),
        });
    }
    for module in &pack.modules {
        entries.extend(module.steps.iter().map(of_step));
        entries.extend(module.quiz.items.iter().map(of_item));
    }
    Ok(SearchIndex::build(&entries)?)
}

fn of_step(step: &Step) -> SearchEntry {
    let mut words: Vec<String> = Vec::new();
    for block in &step.blocks {
        words.extend(block.titles().into_iter().map(str::to_owned));
        words.extend(block.texts().into_iter().map(|text| plain(text)));
    }
    SearchEntry {
        kind: STEP,
        id: step.id.clone(),
        title: step.title.clone(),
        body: words.join(" "),
    }
}

/// The question alone: its options and their explanations would tell what is right.
fn of_item(item: &Item) -> SearchEntry {
    SearchEntry {
        kind: QUESTION,
        id: item.id.clone(),
        title: plain(&item.ask),
        body: String::new(),
    }
}

fn shown(course: &Course, hit: Hit) -> Option<SearchHit> {
    let link = |step_id: &str| {
        let (module, index) = course.find_step(step_id)?;
        Some(step_link(module, index))
    };
    let (target, title) = match hit.kind.as_str() {
        TERM => {
            let term = course.term(&hit.id)?;
            (SearchTarget::Term { term_id: hit.id }, term.term.clone())
        }
        STEP => (SearchTarget::Step { step: link(&hit.id)? }, hit.title),
        _ => {
            let mut items = course.pack.modules.iter().flat_map(|module| &module.quiz.items);
            let item = items.find(|item| item.id == hit.id)?;
            (SearchTarget::Question { step: link(&item.step)? }, hit.title)
        }
    };
    let snippet = hit.snippet.into_iter().map(|(found, text)| SnippetPart { text, found });
    Some(SearchHit { target, title, snippet: snippet.collect() })
}

/// The terms that are spelled most like the query.
fn nearest(pack: &Pack, query: &str) -> Vec<NearTerm> {
    let query = query.trim().to_lowercase();
    if query.is_empty() {
        return Vec::new();
    }
    let alike = |form: &str| strsim::normalized_damerau_levenshtein(&query, &form.to_lowercase());
    let mut terms: Vec<(f64, &eighteen_pack::Term)> = pack
        .glossary
        .iter()
        .map(|term| {
            let forms = std::iter::once(&term.term).chain(&term.also);
            (forms.map(|form| alike(form)).fold(0.0, f64::max), term)
        })
        .filter(|(alike, _)| *alike >= ALIKE)
        .collect();
    terms.sort_by(|a, b| b.0.total_cmp(&a.0));
    let near = terms.into_iter().take(MOST_NEAR);
    near.map(|(_, term)| NearTerm { term_id: term.id.clone(), term: term.term.clone() }).collect()
}
