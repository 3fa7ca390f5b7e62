//! What can be chosen in a question of each type, and what a response chose: what reports count.

use eighteen_pack::{Body, Choice, plain};
use eighteen_training::{Response as Given, mark};

/// Something that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ItemOption {
    pub(crate) id: String,
    pub(crate) text: String,
    pub(crate) right: bool,
}

/// What can be chosen. In an ordering, a matching and a sorting that is each entry in its right place;
/// of what is typed, the right answer and the wrong ones that are explained.
pub(crate) fn options_of(body: &Body) -> Vec<ItemOption> {
    let option = |id: &str, text: String, right| ItemOption { id: id.to_owned(), text, right };
    let choices = |list: &[Choice]| -> Vec<ItemOption> {
        list.iter().map(|one| option(&one.id, plain(&one.text), one.correct)).collect()
    };
    match body {
        Body::Single { options } | Body::Multiple { options } | Body::Scenario { options, .. } => {
            choices(options)
        }
        Body::TrueFalse { answer, reasons, .. } => {
            let judgement =
                |side: bool| option(&side.to_string(), side.to_string(), *answer == side);
            let mut all = vec![judgement(true), judgement(false)];
            all.extend(choices(reasons));
            all
        }
        Body::Ordering { entries } => entries
            .iter()
            .enumerate()
            .map(|(index, entry)| {
                option(&format!("{index}:{}", entry.id), plain(&entry.text), true)
            })
            .collect(),
        Body::Matching { pairs, .. } => pairs
            .iter()
            .map(|pair| {
                let text = format!("{} = {}", plain(&pair.text), plain(&pair.target));
                option(&format!("{0}={0}", pair.id), text, true)
            })
            .collect(),
        Body::Sorting { groups, entries } => entries
            .iter()
            .map(|entry| {
                let group = groups.iter().find(|group| group.id == entry.group);
                let group = group.map(|group| plain(&group.text)).unwrap_or_default();
                let text = format!("{} = {group}", plain(&entry.text));
                option(&format!("{}={}", entry.id, entry.group), text, true)
            })
            .collect(),
        Body::HotSpot { spots, .. } => {
            spots.iter().map(|spot| option(&spot.id, plain(&spot.text), spot.correct)).collect()
        }
        Body::Short { answer, near, .. } => {
            let near = (1..).zip(near).map(|(number, near)| {
                option(&format!("near-{number}"), near.forms.join(" / "), false)
            });
            std::iter::once(option("answer", answer.clone(), true)).chain(near).collect()
        }
        Body::Estimate(estimate) => {
            let (value, tolerance) = (estimate.value, estimate.tolerance());
            let text = format!("{} – {} {}", value - tolerance, value + tolerance, estimate.unit);
            vec![option("answer", text, true)]
        }
    }
}

/// The ids that a response chooses, in the form of [`options_of`].
pub(crate) fn chosen_ids(body: &Body, given: &Given) -> Vec<String> {
    match given {
        Given::Single { choice } => vec![choice.clone()],
        Given::Multiple { choices } => choices.clone(),
        Given::TrueFalse { value, reason } => {
            let mut ids = vec![value.to_string()];
            ids.extend(reason.clone());
            ids
        }
        Given::Ordering { order } => {
            order.iter().enumerate().map(|(index, id)| format!("{index}:{id}")).collect()
        }
        Given::Matching { pairs } | Given::Sorting { pairs } => {
            pairs.iter().map(|(item, target)| format!("{item}={target}")).collect()
        }
        Given::HotSpot { spots } => spots.clone(),
        Given::Short { .. } | Given::Estimate { .. } => {
            let parts = mark(body, given).map(|mark| mark.parts).unwrap_or_default();
            parts.into_iter().filter(|part| part.chosen).map(|part| part.id).collect()
        }
    }
}
