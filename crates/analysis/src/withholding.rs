//! Which counts can be shown so that nobody is found out by them.
//!
//! Small counts are withheld, and further ones with them, so that what is withheld cannot be worked out
//! from what is shown: primary and complementary suppression (Hundepool et al., "Statistical Disclosure
//! Control", Wiley 2012, chapter 4). Groups are a fixed division of everybody, so answers about two sets
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
}
