//! What may be told next where figures grow while people look at them.
//!
//! Who reads a figure before and after learns of those who came in between. So what people bring is told in
//! batches: of each figure that a batch changes, it changes the part of enough people. Withholding small cells
//! (`shown_cells`) protects one answer; batches protect the difference of any two.

use std::collections::{BTreeMap, BTreeSet};

/// Something that one person brings, and the figures that it changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// Whose, by any number that is always the same.
    pub person: usize,
    /// The figures, by any numbers.
    pub figures: Vec<usize>,
}

/// Which of what is waiting may be told together, in its order.
///
/// Of each figure that the batch changes, at least `smallest` people bring something to it. `room` is how many more
/// people a figure may have at most; a figure that is not in it has no end. What is left waits for others.
///
/// Whatever is in the way goes first: all that changes the figure of the fewest people. That is no optimum, but
/// it needs no luck: what is kept always stands.
pub fn next_batch(
    waiting: &[Waiting],
    smallest: usize,
    room: &BTreeMap<usize, usize>,
) -> Vec<bool> {
    let mut kept = vec![true; waiting.len()];
    let mut people: BTreeMap<usize, BTreeMap<usize, usize>> = BTreeMap::new();
    for (one, kept) in waiting.iter().zip(&mut kept) {
        let fits = |figure: &usize| {
            let there = people.get(figure);
            let known = there.is_some_and(|there| there.contains_key(&one.person));
            let room = room.get(figure).copied().unwrap_or(usize::MAX);
            known || there.map_or(0, BTreeMap::len) < room
        };
        *kept = one.figures.iter().all(fits);
        if *kept {
            for figure in &one.figures {
                *people.entry(*figure).or_default().entry(one.person).or_default() += 1;
            }
        }
    }
    let mut by_figure: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, one) in waiting.iter().enumerate().filter(|(at, _)| kept[*at]) {
        for figure in one.figures.iter().collect::<BTreeSet<_>>() {
            by_figure.entry(*figure).or_default().push(at);
        }
    }
    loop {
        let few = people.iter().filter(|(_, of)| !of.is_empty() && of.len() < smallest);
        let Some((&figure, _)) = few.min_by_key(|(_, of)| of.len()) else { return kept };
        for &at in by_figure.get(&figure).map(Vec::as_slice).unwrap_or_default() {
            if !std::mem::replace(&mut kept[at], false) {
                continue;
            }
            let one = &waiting[at];
            for figure in &one.figures {
                let Some(of) = people.get_mut(figure) else { continue };
                if let Some(times) = of.get_mut(&one.person) {
                    *times -= 1;
                    if *times == 0 {
                        of.remove(&one.person);
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(person: usize, figures: &[usize]) -> Waiting {
        Waiting { person, figures: figures.to_vec() }
    }

    fn told(waiting: &[Waiting], smallest: usize) -> Vec<usize> {
        let batch = next_batch(waiting, smallest, &BTreeMap::new());
        (0..).zip(batch).filter_map(|(at, kept)| kept.then_some(at)).collect()
    }

    #[test]
    fn few_wait_until_enough_have_come() {
        let waiting: Vec<Waiting> = (0..4).map(|person| one(person, &[1, 2])).collect();
        assert_eq!(told(&waiting[..3], 4), Vec::<usize>::new());
        assert_eq!(told(&waiting, 4), [0, 1, 2, 3]);
        assert_eq!(told(&[], 4), Vec::<usize>::new());
    }

    #[test]
    fn somebody_who_brings_two_things_is_one_person() {
        let waiting = [one(0, &[1]), one(0, &[1]), one(1, &[1])];
        assert_eq!(told(&waiting, 3), Vec::<usize>::new());
        assert_eq!(told(&waiting, 2), [0, 1, 2]);
    }

    #[test]
    fn a_rare_figure_holds_back_only_what_changes_it() {
        let waiting = [one(0, &[1]), one(1, &[1]), one(2, &[1]), one(3, &[1, 9])];
        assert_eq!(told(&waiting, 3), [0, 1, 2]);
        assert_eq!(told(&waiting, 4), Vec::<usize>::new(), "and then the others are too few");
    }

    #[test]
    fn no_more_than_there_is_room_for() {
        let waiting: Vec<Waiting> = (0..9).map(|person| one(person, &[1])).collect();
        let told = |room| {
            let batch = next_batch(&waiting, 3, &BTreeMap::from([(1, room)]));
            batch.into_iter().filter(|kept| *kept).count()
        };
        assert_eq!((told(9), told(5), told(2), told(0)), (9, 5, 0, 0));
    }

    #[test]
    fn whatever_waits_each_figure_changes_for_enough_people_or_not_at_all() {
        // Numbers that look random and are the same every time (Knuth's MMIX generator).
        let mut state = 18_u64;
        let mut number = |below: usize| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(state >> 33).unwrap() % below
        };
        let mut batches = 0;
        for _ in 0..2_000 {
            let waiting: Vec<Waiting> = (0..number(60))
                .map(|_| one(number(12), &[number(9), number(9), number(9)]))
                .collect();
            let (smallest, room) = (1 + number(5), number(14));
            let batch = next_batch(&waiting, smallest, &BTreeMap::from([(0, room)]));
            let mut people: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
            for (one, _) in waiting.iter().zip(&batch).filter(|(_, kept)| **kept) {
                for figure in &one.figures {
                    people.entry(*figure).or_default().insert(one.person);
                }
            }
            assert!(people.values().all(|of| of.len() >= smallest));
            assert!(people.get(&0).is_none_or(|of| of.len() <= room));
            batches += usize::from(!people.is_empty());
        }
        assert!(batches > 500, "{batches} batches show nothing");
    }
}
