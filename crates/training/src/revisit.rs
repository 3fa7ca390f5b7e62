//! What to revisit after a check: steps behind wrong answers, those held with confidence first.

/// How sure a learner was. Never costs marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confidence {
    /// Sure.
    Sure,
    /// Thinks so.
    Think,
    /// Guessing.
    Guess,
}

/// A step to revisit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revisit {
    /// The step's id.
    pub step: String,
    /// Positions of the questions behind it, 1 for the first.
    pub positions: Vec<u32>,
    /// One of them was answered wrong with "sure".
    pub sure_but_wrong: bool,
}

/// Steps to revisit. `answers` gives for each position the step, the score and the confidence.
///
/// Being sure of something wrong is what feedback mends best (Butterfield & Metcalfe 2001, the
/// hypercorrection effect), so those steps lead.
pub fn to_revisit(answers: &[(&str, f64, Option<Confidence>)]) -> Vec<Revisit> {
    let mut steps: Vec<Revisit> = Vec::new();
    for (position, (step, score, confidence)) in (1_u32..).zip(answers) {
        if *score >= 1.0 {
            continue;
        }
        let sure = *confidence == Some(Confidence::Sure);
        match steps.iter_mut().find(|revisit| revisit.step == *step) {
            Some(revisit) => {
                revisit.positions.push(position);
                revisit.sure_but_wrong |= sure;
            }
            None => steps.push(Revisit {
                step: (*step).to_owned(),
                positions: vec![position],
                sure_but_wrong: sure,
            }),
        }
    }
    steps.sort_by_key(|revisit| !revisit.sure_but_wrong);
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sure_but_wrong_comes_first_and_right_answers_do_not_come_at_all() {
        let revisit = to_revisit(&[
            ("dates", 0.0, Some(Confidence::Guess)),
            ("claims", 1.0, Some(Confidence::Guess)),
            ("deadline", 0.5, Some(Confidence::Sure)),
            ("dates", 0.0, None),
        ]);
        assert_eq!(
            revisit,
            [
                Revisit { step: "deadline".into(), positions: vec![3], sure_but_wrong: true },
                Revisit { step: "dates".into(), positions: vec![1, 4], sure_but_wrong: false },
            ]
        );
    }
}
