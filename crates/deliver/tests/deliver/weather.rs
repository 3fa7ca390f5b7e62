//! A thousand schedules of faults, in virtual time. Whatever happens, in the end the store has what was in
//! the outbox without what it does not take, each statement once and byte for byte.

use std::{collections::BTreeSet, time::Duration};

use eighteen_deliver::{Courier, Turn, Why};
use eighteen_testkit::lrs::{Lrs, Weather};
use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;

use crate::desk::{Desk, State, id};

const SCHEDULES: u64 = 1_000;
/// Turns of bad weather; after these the sun shines.
const BAD_TURNS: u32 = 150;

#[test]
fn the_store_has_what_was_sent_without_what_it_refuses_whatever_the_weather() {
    let (mut requests, mut repeats, mut set_aside, mut rests) = (0, 0, 0, 0);
    for seed in 0..SCHEDULES {
        let played = play(seed);
        requests += played.lrs.requests.len();
        repeats += played.lrs.repeats;
        set_aside += played.desk.set_aside().len();
        rests += played.rests;
    }
    // The schedules would prove little if nothing ever went wrong in them.
    assert!(repeats > 2_000, "{repeats} statements were sent again after an answer was lost");
    assert!(set_aside > 500, "{set_aside} statements were set aside");
    assert!(rests > 5_000, "{rests} rests");
    println!(
        "{SCHEDULES} schedules, {requests} requests, {repeats} repeats, {set_aside} set aside"
    );
}

struct Played {
    desk: Desk,
    lrs: Lrs,
    rests: u32,
}

fn play(seed: u64) -> Played {
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    let statements = chance.random_range(1..150);
    let mut desk = Desk::with(statements);
    desk.killed = Some((chance.random_range(0..15), ChaCha8Rng::seed_from_u64(seed ^ 7)));
    let some = |chance: &mut ChaCha8Rng, most: usize| -> BTreeSet<String> {
        (0..chance.random_range(0..=most)).map(|_| id(chance.random_range(0..statements))).collect()
    };
    let mut lrs = Lrs {
        strict: chance.random_range(0..2) == 0,
        poison: some(&mut chance, 5),
        largest: (chance.random_range(0..3) == 0).then(|| chance.random_range(2_000..40_000)),
        ..Lrs::default()
    };
    // Somebody else's statements under ids of ours, which a strict store tells of.
    let others = if lrs.strict { some(&mut chance, 3) } else { BTreeSet::new() };
    for other in &others {
        lrs.held.insert(other.clone(), format!(r#"{{"id":"{other}","n":-1}}"#));
    }
    let percent = chance.random_range(0..60);
    let rests = sail(&mut desk, &mut lrs, percent, &mut chance);
    judge(seed, &desk, &lrs, &others);
    Played { desk, lrs, rests }
}

fn sail(desk: &mut Desk, lrs: &mut Lrs, percent: u32, chance: &mut ChaCha8Rng) -> u32 {
    let mut courier = Courier::default();
    let (mut now, mut rests) = (Duration::ZERO, 0);
    for turn in 0..20_000_u32 {
        let is_bad = turn < BAD_TURNS;
        if !is_bad {
            desk.killed = None;
        }
        match chance.random_range(0..40) {
            0 if is_bad => courier = Courier::default(),
            1 if is_bad => courier.wake(),
            _ => {}
        }
        let luck = f64::from(chance.random_range(0..1_000)) / 1_000.0;
        let percent = if is_bad { percent } else { 0 };
        let mut weather = Weather { lrs, percent, chance };
        match courier.turn(desk, &mut weather, now, luck) {
            // A killed process starts anew, with the outbox as it was.
            Err(_) => courier = Courier::default(),
            Ok(Turn::Went) => {}
            Ok(Turn::Nothing) => return rests,
            Ok(Turn::Rest { until }) => {
                assert!(until > now && until <= now + Duration::from_hours(24));
                (now, rests) = (until, rests + 1);
            }
        }
    }
    panic!("it never ends: {:?}", courier.trouble());
}

fn judge(seed: u64, desk: &Desk, lrs: &Lrs, others: &BTreeSet<String>) {
    for (one, state) in &desk.all {
        let held = lrs.held.get(&one.id);
        let too_large = lrs.largest.is_some_and(|largest| one.statement.len() + 2 > largest);
        let refused = lrs.poison.contains(&one.id) || others.contains(&one.id) || too_large;
        match state {
            State::Waiting => panic!("schedule {seed}: {} still waits", one.id),
            State::Delivered => {
                assert!(!refused, "schedule {seed}: {} cannot be there", one.id);
                assert_eq!(held, Some(&one.statement), "schedule {seed}");
            }
            State::SetAside(reason) => {
                assert!(refused, "schedule {seed}: {} is sound: {reason:?}", one.id);
                let is_theirs = others.contains(&one.id) && !lrs.poison.contains(&one.id);
                assert_eq!(reason.why == Why::Conflict, is_theirs, "schedule {seed}: {reason:?}");
                assert_ne!(held, Some(&one.statement), "schedule {seed}");
            }
        }
    }
    let ours = desk.all.iter().filter(|(_, state)| *state == State::Delivered).count();
    assert_eq!(lrs.held.len(), ours + others.len(), "schedule {seed}: nothing else is there");
}
