//! Which steps speak of a claim or of a term: found in the pack, never written by hand.

use std::collections::{BTreeMap, BTreeSet};

use eighteen_pack::{Block, Module, Pack, Pool, Step, claims_in, terms_in};

use crate::{
    course::{Course, step_link},
    wire::question::StepLink,
};

/// The places of steps, as module and step count in the pack.
type Places = BTreeSet<(usize, usize)>;

/// For each claim and each term the steps that speak of it.
#[derive(Debug, Default)]
pub(crate) struct References {
    claims: BTreeMap<String, Places>,
    terms: BTreeMap<String, Places>,
    /// Where each step is.
    steps: BTreeMap<String, (usize, usize)>,
}

impl References {
    pub(crate) fn find(pack: &Pack) -> Self {
        let mut found = Self::default();
        for (at, module) in pack.modules.iter().enumerate() {
            for (index, step) in module.steps.iter().enumerate() {
                found.steps.insert(step.id.clone(), (at, index));
                found.add(module, step, (at, index));
            }
        }
        found
    }

    fn add(&mut self, module: &Module, step: &Step, place: (usize, usize)) {
        let blocks = step.blocks.iter();
        let practice = blocks.clone().filter_map(|block| match block {
            Block::Check { item } => module.quiz.items.iter().find(|one| one.id == *item),
            _ => None,
        });
        let practice = practice.filter(|item| item.pool == Pool::Practice);
        for text in
            blocks.clone().flat_map(Block::texts).chain(practice.clone().flat_map(|it| it.texts()))
        {
            for id in claims_in(text) {
                self.claims.entry(id.to_owned()).or_default().insert(place);
            }
            for id in terms_in(text) {
                self.terms.entry(id.to_owned()).or_default().insert(place);
            }
        }
        let beside = practice.flat_map(|item| item.claims.iter().map(String::as_str));
        for id in blocks.flat_map(Block::claims).chain(beside) {
            self.claims.entry(id.to_owned()).or_default().insert(place);
        }
    }

    /// The place of a step, as module and step count in the pack.
    pub(crate) fn place_of(&self, step_id: &str) -> Option<(usize, usize)> {
        self.steps.get(step_id).copied()
    }

    /// The steps that speak of a claim, in the order of the course.
    pub(crate) fn of_claim(&self, course: &Course, id: &str) -> Vec<StepLink> {
        links(course, self.claims.get(id))
    }

    /// The steps that speak of a term, in the order of the course.
    pub(crate) fn of_term(&self, course: &Course, id: &str) -> Vec<StepLink> {
        links(course, self.terms.get(id))
    }
}

fn links(course: &Course, places: Option<&Places>) -> Vec<StepLink> {
    let places = places.into_iter().flatten();
    places.map(|(module, index)| step_link(&course.pack.modules[*module], *index)).collect()
}
