//! When a check is passed and where a module stands.

/// Where a module stands for one learner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nothing done.
    NotStarted,
    /// Some of it done.
    Started,
    /// All steps done, the check not passed.
    StepsDone,
    /// A pre-check showed that the steps can be skipped; the check is not passed.
    Known,
    /// The check is passed; that shows what the steps are for, however many were read.
    Completed,
}

/// The pass mark in whole points: the smallest number at or above the share.
pub fn pass_points(questions: u32, pass_percent: u32) -> u32 {
    (questions * pass_percent).div_ceil(100)
}

/// Whether the points reach the pass mark. Thirds do not add up exactly in binary, hence the margin.
pub fn passed(points: f64, pass_points: u32) -> bool {
    points + 1e-9 >= f64::from(pass_points)
}

/// Where a module stands.
pub fn standing(
    steps_done: u32,
    steps: u32,
    check_begun: bool,
    check_passed: bool,
    shown_known: bool,
) -> Standing {
    if check_passed {
        Standing::Completed
    } else if shown_known {
        Standing::Known
    } else if steps > 0 && steps_done >= steps {
        Standing::StepsDone
    } else if steps_done > 0 || check_begun {
        Standing::Started
    } else {
        Standing::NotStarted
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pass_mark_rounds_up_to_whole_points() {
        assert_eq!(pass_points(8, 75), 6);
        assert_eq!(pass_points(10, 75), 8);
        assert_eq!(pass_points(10, 80), 8);
        assert_eq!(pass_points(7, 1), 1);
        assert_eq!(pass_points(7, 100), 7);
    }

    #[test]
    fn three_thirds_make_a_point() {
        let third = 1.0 / 3.0;
        assert!(passed(5.0 + third + third + third, 6));
        assert!(!passed(5.9, 6));
    }

    #[test]
    fn a_module_stands_where_its_steps_and_its_check_put_it() {
        assert_eq!(standing(0, 7, false, false, false), Standing::NotStarted);
        assert_eq!(standing(1, 7, false, false, false), Standing::Started);
        assert_eq!(standing(0, 7, true, false, false), Standing::Started);
        assert_eq!(standing(7, 7, true, false, false), Standing::StepsDone);
        assert_eq!(standing(2, 7, true, true, false), Standing::Completed);
        assert_eq!(standing(2, 7, false, false, true), Standing::Known);
        assert_eq!(standing(7, 7, true, true, true), Standing::Completed);
    }
}
