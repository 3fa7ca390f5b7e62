//! Everything that is written in a block or a question, for whoever looks for words or references.

use crate::model::{Block, Body, Choice, Item, Span, Text};

impl Block {
    /// Its paragraphs in order, without plain titles.
    pub fn texts(&self) -> Vec<&Text> {
        match self {
            Self::Paragraph(text) | Self::Reflection { prompt: text, .. } => vec![text],
            Self::Callout { body, .. } => vec![body],
            Self::List { items, .. } => items.iter().collect(),
            Self::Decision(decision) => {
                let options = decision.options.iter().flat_map(|it| [&it.text, &it.then]);
                std::iter::once(&decision.ask).chain(options).collect()
            }
            Self::Figure(figure) => std::iter::once(&figure.caption).chain(&figure.text).collect(),
            Self::Timeline { events, .. } => events.iter().map(|event| &event.text).collect(),
            Self::Comparison { rows, .. } => rows.iter().flat_map(|row| &row.cells).collect(),
            Self::Quote(quote) => vec![&quote.text],
            Self::Subheading(_) | Self::Check { .. } => Vec::new(),
        }
    }

    /// Its titles and other plain words, in order.
    pub fn titles(&self) -> Vec<&str> {
        match self {
            Self::Subheading(title) | Self::Timeline { title, .. } => vec![title],
            Self::Callout { title, .. } => title.iter().map(String::as_str).collect(),
            Self::Figure(figure) => vec![&figure.alt],
            Self::Comparison { title, columns, rows } => {
                let heads = rows.iter().map(|row| &row.head);
                [title].into_iter().chain(columns).chain(heads).map(String::as_str).collect()
            }
            Self::Quote(quote) => [Some(&quote.who), quote.role.as_ref()]
                .into_iter()
                .flatten()
                .map(String::as_str)
                .collect(),
            Self::Paragraph(_)
            | Self::List { .. }
            | Self::Decision(_)
            | Self::Check { .. }
            | Self::Reflection { .. } => Vec::new(),
        }
    }

    /// The claims that stand beside its text.
    pub fn claims(&self) -> Vec<&str> {
        match self {
            Self::Figure(figure) => figure.claims.iter().map(String::as_str).collect(),
            Self::Timeline { events, .. } => {
                events.iter().filter_map(|event| event.claim.as_deref()).collect()
            }
            Self::Quote(quote) => vec![&quote.claim],
            _ => Vec::new(),
        }
    }
}

impl Item {
    /// Its paragraphs in order, with the explanations.
    pub fn texts(&self) -> Vec<&Text> {
        let mut texts = vec![&self.ask];
        match &self.body {
            Body::Single { options } | Body::Multiple { options } => texts.extend(of(options)),
            Body::TrueFalse { why_true, why_false, reasons, .. } => {
                texts.extend([why_true, why_false]);
                texts.extend(of(reasons));
            }
            Body::Ordering { entries } => {
                texts.extend(entries.iter().flat_map(|it| [&it.text, &it.why]));
            }
            Body::Matching { pairs, extras } => {
                texts.extend(pairs.iter().flat_map(|it| [&it.text, &it.target, &it.why]));
                texts.extend(extras.iter().flat_map(|it| [&it.text, &it.why]));
            }
            Body::Sorting { groups, entries } => {
                texts.extend(groups.iter().map(|it| &it.text));
                texts.extend(entries.iter().flat_map(|it| [&it.text, &it.why]));
            }
            Body::HotSpot { spots, .. } => {
                texts.extend(spots.iter().flat_map(|it| [&it.text, &it.why]));
            }
            Body::Short { why, near, .. } => {
                texts.push(why);
                texts.extend(near.iter().map(|it| &it.why));
            }
            Body::Estimate(estimate) => texts.push(&estimate.why),
            Body::Scenario { scene, options } => {
                texts.extend(scene);
                texts.extend(of(options));
            }
        }
        texts
    }
}

fn of(choices: &[Choice]) -> impl Iterator<Item = &Text> {
    choices.iter().flat_map(|choice| [&choice.text, &choice.why])
}

/// The ids of the claims that a paragraph refers to.
pub fn claims_in(text: &[Span]) -> impl Iterator<Item = &str> {
    text.iter().filter_map(|span| match span {
        Span::Claim { id, .. } => Some(id.as_str()),
        _ => None,
    })
}

/// The ids of the terms that a paragraph refers to.
pub fn terms_in(text: &[Span]) -> impl Iterator<Item = &str> {
    text.iter().filter_map(|span| match span {
        Span::Term { id, .. } => Some(id.as_str()),
        _ => None,
    })
}
