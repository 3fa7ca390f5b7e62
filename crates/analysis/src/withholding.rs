//! Which counts can be shown so that nobody is found out by them.
//!
//! Small counts are withheld, and further ones with them, so that what is withheld cannot be worked out
//! from what is shown: primary and complementary suppression (Hundepool et al., "Statistical Disclosure
//! Control", Wiley 2012). Groups are a fixed division of everybody, so answers about two sets
//! never differ by a few people.

/// Counts of one division of people, such as those who completed, began and have not begun. Withheld
/// ones are absent. What is known of those that are absent is their sum.
pub type Shown = Vec<Option<u32>>;

/// The counts of people who were divided once, each person in one cell, as they may be shown.
///
/// Every shown count is of at least `smallest` people, the withheld ones together too, and at least two
/// parts can be told apart: where all stand alike, a count would tell of each.
pub fn shown_cells(cells: &[u32], smallest: u32) -> Shown {
    let kept = kept_cells(cells, smallest);
    cells.iter().zip(kept).map(|(&cell, kept)| kept.then_some(cell)).collect()
}

/// The counts of everybody and of each group, as they may be shown together. Each row is a group, and
/// nobody is in two; the rows have the same cells.
///
/// The same cells are withheld in each row. Where one row cannot be shown that way, none of them is, and
/// everybody's counts are all there is: a row that is missing alone would be the rest of a subtraction.
pub fn shown_groups(rows: &[Vec<u32>], smallest: u32) -> (Shown, Option<Vec<Shown>>) {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let total: Vec<u32> =
        (0..width).map(|at| rows.iter().filter_map(|row| row.get(at)).sum()).collect();
    let kept = kept_cells(&total, smallest);
    let shown = |row: &[u32]| -> Shown {
        row.iter().zip(&kept).map(|(&cell, &kept)| kept.then_some(cell)).collect()
    };
    let safe = rows.len() > 1 && rows.iter().all(|row| stands(row, &kept, smallest));
    (shown(&total), safe.then(|| rows.iter().map(|row| shown(row)).collect()))
}

/// The cells of the division that are shown: the small ones go, and then the next larger ones until what
/// is withheld is large enough.
fn kept_cells(cells: &[u32], smallest: u32) -> Vec<bool> {
    let mut kept: Vec<bool> = cells.iter().map(|&cell| cell >= smallest).collect();
    loop {
        if stands(cells, &kept, smallest) {
            return kept;
        }
        let next = (0..cells.len()).filter(|&at| kept[at]).min_by_key(|&at| cells[at]);
        match next {
            Some(at) => kept[at] = false,
            None => return kept,
        }
    }
}

/// With these cells shown there are at least two parts, each large enough. Nothing shown always stands.
fn stands(cells: &[u32], kept: &[bool], smallest: u32) -> bool {
    let pairs = || cells.iter().zip(kept);
    let shown = pairs().filter(|(_, kept)| **kept).count();
    let withheld = pairs().filter(|(_, kept)| !**kept).count();
    let rest: u32 = pairs().filter(|(_, kept)| !**kept).map(|(&cell, _)| cell).sum();
    let large = pairs().filter(|(_, kept)| **kept).all(|(&cell, _)| cell >= smallest);
    if shown == 0 {
        return true;
    }
    let parts = shown + usize::from(withheld > 0);
    large && parts > 1 && (withheld == 0 || rest >= smallest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cells: &[u32], expect: &[Option<u32>]) {
        assert_eq!(shown_cells(cells, 8), expect, "{cells:?}");
    }

    #[test]
    fn large_cells_are_shown() {
        check(&[20, 9, 8], &[Some(20), Some(9), Some(8)]);
    }

    #[test]
    fn a_small_cell_takes_the_next_larger_one_with_it() {
        // 34 of 42 known, and 3 of the rest: without the second one withheld, 3 is what is left.
        check(&[20, 19, 3], &[Some(20), None, None]);
        // Two small ones that are large enough together need no third.
        check(&[30, 5, 7], &[Some(30), None, None]);
        check(&[30, 4, 3], &[None, None, None]);
    }

    #[test]
    fn where_all_stand_alike_nothing_is_shown() {
        check(&[40, 0, 0], &[None, None, None]);
        check(&[40, 1, 0], &[None, None, None]);
        check(&[0, 0, 0], &[None, None, None]);
        check(&[40], &[None]);
        check(&[], &[]);
    }

    #[test]
    fn a_group_is_shown_only_when_all_are() {
        let both = [vec![10, 9, 1], vec![12, 3, 8]];
        let (all, rows) = shown_groups(&both, 8);
        assert_eq!(all, [Some(22), Some(12), Some(9)]);
        assert_eq!(rows, None, "the first has one person in the last cell");
        let (all, rows) = shown_groups(&[vec![10, 9, 0], vec![12, 10, 0]], 8);
        assert_eq!(all, [Some(22), None, None], "nobody is in the last cell, so two are withheld");
        let rows = rows.unwrap();
        assert_eq!(rows, [[Some(10), None, None], [Some(12), None, None]]);
    }

    #[test]
    fn one_group_is_everybody() {
        assert_eq!(shown_groups(&[vec![10, 9]], 8), (vec![Some(10), Some(9)], None));
    }

    /// Numbers that only have to look random.
    struct Chance(u64);

    impl Chance {
        fn below(&mut self, end: u32) -> u32 {
            self.0 = self
                .0
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            u32::try_from((self.0 >> 33) % u64::from(end)).unwrap()
        }
    }

    /// What somebody can put together who knows who is in which group and is given every answer: sums of
    /// unknown counts (one for each group and cell) whose values are known.
    struct Known {
        unknowns: usize,
        sums: Vec<(Vec<f64>, f64)>,
    }

    impl Known {
        fn tell(&mut self, which: &[usize], value: u32) {
            let mut sum = vec![0.0; self.unknowns];
            for &at in which {
                sum[at] = 1.0;
            }
            let (sum, value) = self.reduced(sum, f64::from(value));
            let Some(lead) = sum.iter().position(|one| one.abs() > 1e-9) else { return };
            let by = sum[lead];
            self.sums.push((sum.iter().map(|one| one / by).collect(), value / by));
        }

        /// What is left of a sum when all that is known is taken out of it, and the value with it.
        fn reduced(&self, mut sum: Vec<f64>, mut value: f64) -> (Vec<f64>, f64) {
            for (known, its) in &self.sums {
                let lead = known.iter().position(|one| one.abs() > 1e-9).unwrap();
                let times = sum[lead];
                for (one, other) in sum.iter_mut().zip(known) {
                    *one -= times * other;
                }
                value -= times * its;
            }
            (sum, value)
        }

        /// The value of a sum, when some combination of the answers gives it.
        fn worked_out(&self, which: &[usize]) -> Option<f64> {
            let mut sum = vec![0.0; self.unknowns];
            for &at in which {
                sum[at] = 1.0;
            }
            let (rest, value) = self.reduced(sum, 0.0);
            rest.iter().all(|one| one.abs() < 1e-6).then_some(-value)
        }
    }

    /// Every person of a set of groups is found out when it follows that all or none of them stand in
    /// some of the cells; that few of them do points to them.
    fn attack(rows: &[Vec<u32>], smallest: u32) {
        attack_with(rows, smallest, smallest);
    }

    /// With answers that were withheld for another size than the one that counts.
    fn attack_with(rows: &[Vec<u32>], smallest: u32, withheld_for: u32) {
        let (cells, groups) = (rows[0].len(), rows.len());
        let at = |group: usize, cell: usize| group * cells + cell;
        let mut known = Known { unknowns: cells * groups, sums: Vec::new() };
        for (group, row) in rows.iter().enumerate() {
            let all: Vec<_> = (0..cells).map(|cell| at(group, cell)).collect();
            known.tell(&all, row.iter().sum());
        }
        let (total, shown) = shown_groups(rows, withheld_for);
        for (cell, count) in total.iter().enumerate().filter_map(|(at, one)| Some((at, (*one)?))) {
            let all: Vec<_> = (0..groups).map(|group| at(group, cell)).collect();
            known.tell(&all, count);
        }
        for (group, row) in shown.iter().flatten().enumerate() {
            for (cell, count) in row.iter().enumerate().filter_map(|(at, one)| Some((at, (*one)?)))
            {
                known.tell(&[at(group, cell)], count);
            }
        }
        for some_groups in 1_u32..1 << groups {
            let members = (0..groups).filter(|group| some_groups >> group & 1 == 1);
            let people: u32 = members.clone().map(|group| rows[group].iter().sum::<u32>()).sum();
            for some_cells in 1_u32..(1 << cells) - 1 {
                let which: Vec<_> = members
                    .clone()
                    .flat_map(|group| {
                        (0..cells)
                            .filter(move |cell| some_cells >> cell & 1 == 1)
                            .map(move |cell| at(group, cell))
                    })
                    .collect();
                if let Some(value) = known.worked_out(&which) {
                    let (low, high) =
                        (f64::from(smallest), f64::from(people) - f64::from(smallest));
                    assert!(
                        (low - 1e-6..=high + 1e-6).contains(&value),
                        "{value} of {people} in cells {some_cells:b} of groups {some_groups:b} of \
                         {rows:?} follows from {total:?} and {shown:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn no_combination_of_answers_finds_a_person_out() {
        let mut chance = Chance(18);
        let mut with_groups = 0;
        for _ in 0..20_000 {
            let smallest = 3 + chance.below(6);
            let groups = 1 + chance.below(4);
            let cells = 2 + chance.below(3);
            let most = 1 + chance.below(40);
            let rows: Vec<Vec<u32>> =
                (0..groups).map(|_| (0..cells).map(|_| chance.below(most)).collect()).collect();
            with_groups += u32::from(shown_groups(&rows, smallest).1.is_some());
            attack(&rows, smallest);
        }
        assert!(with_groups > 500, "groups were shown in {with_groups} of them only");
    }

    #[test]
    #[should_panic(expected = "follows from")]
    fn an_answer_with_a_small_count_would_be_noticed() {
        // As if the smallest group were of one person, held against one of five.
        let rows = [vec![2, 9], vec![10, 9]];
        let (_, shown) = shown_groups(&rows, 1);
        assert!(shown.is_some());
        attack_with(&rows, 5, 1);
    }
}
