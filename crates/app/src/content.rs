//! Content as the page draws it.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use eighteen_pack as pack;

use crate::{
    clock::day,
    course::{Course, Origin},
    wire::content::{
        Art, ClaimCard, ClaimStatus, ClaimWas, Event, Precision, Row, Shape, Span, TermCard, Text,
    },
};

/// Turns content into what the page draws, and notes which claims and terms it referred to.
pub(crate) struct Words<'a> {
    course: &'a Course,
    today: NaiveDate,
    claims: BTreeSet<String>,
    terms: BTreeSet<String>,
}

impl<'a> Words<'a> {
    pub(crate) fn new(course: &'a Course, today: NaiveDate) -> Self {
        Self { course, today, claims: BTreeSet::new(), terms: BTreeSet::new() }
    }

    pub(crate) fn today(&self) -> NaiveDate {
        self.today
    }

    pub(crate) fn text(&mut self, spans: &[pack::Span]) -> Text {
        spans.iter().map(|span| self.span(span)).collect()
    }

    pub(crate) fn texts(&mut self, texts: &[pack::Text]) -> Vec<Text> {
        texts.iter().map(|text| self.text(text)).collect()
    }

    fn span(&mut self, span: &pack::Span) -> Span {
        match span.clone() {
            pack::Span::Text { text } => Span::Text { text },
            pack::Span::Strong { text } => Span::Strong { text },
            pack::Span::Emphasis { text } => Span::Emphasis { text },
            pack::Span::Code { text } => Span::Code { text },
            pack::Span::Claim { text, id } => {
                self.claims.insert(id.clone());
                Span::Claim { text, id }
            }
            pack::Span::Term { text, id } => {
                self.terms.insert(id.clone());
                Span::Term { text, id }
            }
            pack::Span::Step { text, id } => match self.course.find_step(&id) {
                Some((module, _)) => Span::Step { text, module_id: module.id.clone(), step_id: id },
                // An old question may speak of a step that a newer pack no longer has.
                None => Span::Text { text },
            },
        }
    }

    /// Notes a claim that stands beside the text.
    pub(crate) fn refer(&mut self, claims: &[String]) {
        self.claims.extend(claims.iter().cloned());
    }

    /// Every claim that was referred to.
    pub(crate) fn claims(&self) -> Vec<ClaimCard> {
        self.claims
            .iter()
            .filter_map(|id| self.course.claim(id))
            .map(|claim| self.claim_card(claim))
            .collect()
    }

    /// Every term that was referred to.
    pub(crate) fn terms(&self) -> Vec<TermCard> {
        let terms = self.terms.iter().filter_map(|id| self.course.term(id));
        terms
            .map(|term| TermCard {
                id: term.id.clone(),
                term: term.term.clone(),
                means: term.means.clone(),
                example: term.example.clone(),
            })
            .collect()
    }

    pub(crate) fn claim_card(&self, claim: &pack::Claim) -> ClaimCard {
        let released = self.course.pack.released;
        ClaimCard {
            id: claim.id.clone(),
            says: claim.says.clone(),
            date: day(claim.date),
            precision: precision(claim.precision),
            known: claim.known.map(day),
            known_precision: precision(claim.known_precision),
            known_from: day(claim.known_from(released)),
            topic: claim.topic.clone(),
            status: status(claim.status),
            history: history(claim, released),
            sources: claim.sources.clone(),
            later: claim.later.clone(),
            review_by: day(claim.review_by),
            stale: claim.is_stale(self.today),
        }
    }

    pub(crate) fn event(&mut self, event: &pack::Event) -> Event {
        if let Some(claim) = &event.claim {
            self.claims.insert(claim.clone());
        }
        Event { date: day(event.date), text: self.text(&event.text), claim: event.claim.clone() }
    }

    /// A picture of the course, or of the pack that is being made.
    pub(crate) fn art(&self, art: &pack::Art) -> Art {
        match art {
            pack::Art::Picture(path) if self.course.origin == Origin::Draft => {
                Art::Picture { address: picture_address(&format!("draft/{path}")) }
            }
            other => self::art(other),
        }
    }

    pub(crate) fn row(&mut self, row: &pack::Row) -> Row {
        Row { head: row.head.clone(), cells: self.texts(&row.cells) }
    }
}

/// Every status that a claim has had; nothing when there was only one.
fn history(claim: &pack::Claim, released: NaiveDate) -> Vec<ClaimWas> {
    if claim.was.is_empty() {
        return Vec::new();
    }
    let history = claim.history(released).into_iter();
    history.map(|was| ClaimWas { status: status(was.status), from: day(was.from) }).collect()
}

fn precision(precision: pack::Precision) -> Precision {
    match precision {
        pack::Precision::Day => Precision::Day,
        pack::Precision::Month => Precision::Month,
        pack::Precision::Year => Precision::Year,
    }
}

/// How sure a claim is, as the page reads it.
pub(crate) fn status(status: pack::Status) -> ClaimStatus {
    match status {
        pack::Status::Confirmed => ClaimStatus::Confirmed,
        pack::Status::Claimed => ClaimStatus::Claimed,
        pack::Status::Disputed => ClaimStatus::Disputed,
        pack::Status::Disproved => ClaimStatus::Disproved,
    }
}

pub(crate) fn art(art: &pack::Art) -> Art {
    match art {
        pack::Art::Picture(path) => Art::Picture { address: picture_address(path) },
        pack::Art::Drawing(drawing) => drawing_art(drawing),
    }
}

pub(crate) fn drawing_art(drawing: &pack::Drawing) -> Art {
    Art::Drawing {
        width: drawing.width,
        height: drawing.height,
        shapes: drawing.shapes.iter().map(shape).collect(),
    }
}

fn shape(shape: &pack::Shape) -> Shape {
    Shape {
        element: shape.element.clone(),
        attributes: shape.attributes.clone(),
        classes: shape.classes.clone(),
        text: shape.text.clone(),
    }
}

/// Windows and Android serve a custom scheme as a host of `http`.
fn picture_address(path: &str) -> String {
    if cfg!(windows) {
        format!("http://packmedia.localhost/{path}")
    } else {
        format!("packmedia://localhost/{path}")
    }
}
