//! What the card of a claim shows.

use eighteen_app::wire::{
    content::{ClaimCard, Precision},
    learner::OpenStep,
};

use crate::support::{Folder, MODULE};

/// The cards of every step of the module.
fn cards() -> Vec<ClaimCard> {
    let folder = Folder::new();
    let app = folder.app();
    let mut cards = Vec::new();
    let mut next = None;
    loop {
        let step = OpenStep { module_id: MODULE.to_owned(), step_id: next };
        let view = app.open_step(step).unwrap();
        cards.extend(view.claims);
        next = view.next_step;
        if next.is_none() {
            return cards;
        }
    }
}

#[test]
fn a_card_says_how_much_of_its_date_is_known() {
    let cards = cards();
    let card = |id: &str| cards.iter().find(|card| card.id == id).unwrap();
    for (id, date, precision, word) in [
        ("notice-posted", "2023-06-06", Precision::Day, "day"),
        ("clop-2019", "2019-02-01", Precision::Month, "month"),
        ("tested-2021", "2021-01-01", Precision::Year, "year"),
    ] {
        let card = card(id);
        assert_eq!((card.date.as_str(), card.precision), (date, precision), "{id}");
        assert_eq!(serde_json::to_value(card).unwrap()["precision"], word);
    }
}
