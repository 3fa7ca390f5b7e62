//! Questions, hardest first: what is wrong with a question, in words before any number, and what people chose.
//!
//! Everybody's first finished check of each module counts, unless all are asked for. Without a filter the figures
//! come from sums that are kept, so they are there at once however many people there are; with one they come from
//! one pass over packed attempts ([`crate::figures`]).

use eighteen_analysis::{
    BankSums, FEWEST_FOR_CORRELATION, Interval, Sureness, Verdict, verdict, wilson,
};
use eighteen_pack::{Item, plain};
use eighteen_store::{ItemRow, PackedScan, QuizRow, Reader, reports::Among};
use eighteen_training::order_of_parts;

use crate::{
    App, UserError,
    among::{Asked, Days},
    assignments::part_in_words,
    by_person::Wanted,
    content::Words,
    course::{Course, count},
    error::not_found,
    figures::QuizSums,
    item_options::{ItemOption, options_of},
    question::Shown,
    wire::{
        assignments::ChosenPerson,
        question::Confidence,
        trainer::{
            AskQuestion, AskQuestions, Attempts, ConfidenceCount, Estimated, OptionCount,
            QuestionAsked, QuestionModule, QuestionPeople, QuestionReport, QuestionRow,
            QuestionVerdict, RapidAnswers, Reliability, TopWrong,
        },
    },
};

/// Fewest answers for which a share is given: below it the interval covers most of the scale.
const FEWEST_ANSWERS: u64 = 5;
/// Level of the intervals.
const LEVEL: f64 = 0.95;
/// A distractor is dead when fewer of those who were wrong chose it (M. Tarrant, J. Ware and A. M. Mohammed, BMC
/// Medical Education 9 (2009) 40, with 5 % of all; of the wrong here, since hardly anybody is wrong on an easy
/// question).
const DEAD_BELOW: f64 = 0.05;
/// Fewest wrong answers for which a distractor is told to be dead: with fewer, chance may have passed it over.
const FEWEST_WRONG: u64 = 20;

impl App {
    /// Questions, hardest first.
    ///
    /// # Errors
    /// `TrainerLocked` when the trainer's store is not open; `NotFound` when there is no such module, group or
    /// day; `PersonsNotShown` when some are asked for where that was agreed.
    pub fn trainer_questions(&self, args: AskQuestions) -> Result<QuestionReport, UserError> {
        let course = self.course()?;
        if let Some(id) = &args.module_id {
            course.module(id)?;
        }
        if args.attempts == Attempts::All {
            // Later tries beside the first would tell of those who tried again.
            self.persons_shown()?;
        }
        let asked = self.among(args.among.clone(), Days::Meant)?;
        self.as_agreed(self.trainer_store()?.read(|reader| report(reader, course, args, asked))?)
    }

    /// A question whole, as a learner saw it, with its key and every explanation.
    ///
    /// # Errors
    /// `TrainerLocked`, or `NotFound` when nobody met it.
    pub fn trainer_question(&self, args: AskQuestion) -> Result<QuestionAsked, UserError> {
        let course = self.course()?;
        let store = self.trainer_store()?;
        if self.smallest_group()?.is_some() {
            // That somebody met a question is not told before its figures are.
            let report = self.trainer_questions(AskQuestions::default())?;
            let is_told = report.rows.iter().any(|row| row.item_hash == args.item_hash);
            is_told.then_some(()).ok_or_else(|| not_found("kept question", &args.item_hash))?;
        }
        let kept = store.read(|reader| Ok::<_, UserError>(reader.item(&args.item_hash)?))?;
        let kept = kept.ok_or_else(|| not_found("kept question", &args.item_hash))?;
        let item: Item = serde_json::from_str(&kept.body)?;
        let order = order_of_parts(&item.body, false, 0);
        let shown = Shown { item, order };
        let mut words = Words::new(course, self.now().day());
        let question = shown.question(&mut words);
        let explanation = shown.explain(course, &mut words, None)?;
        Ok(QuestionAsked { item_hash: args.item_hash, question, explanation })
    }
}

impl App {
    /// Who had a question wrong the last time, and the step that teaches it.
    ///
    /// # Errors
    /// `TrainerLocked`, `PersonsNotShown` where that was agreed, or `NotFound` when nobody met it.
    pub fn trainer_question_people(&self, args: AskQuestion) -> Result<QuestionPeople, UserError> {
        self.persons_shown()?;
        let course = self.course()?;
        self.trainer_store()?.read(|reader| {
            let kept = reader.item(&args.item_hash)?;
            let kept = kept.ok_or_else(|| not_found("kept question", &args.item_hash))?;
            let item: Item = serde_json::from_str(&kept.body)?;
            let place = course.find_step(&item.step);
            let step =
                place.and_then(|(module, _)| part_in_words(course, &module.id, Some(&item.step)));
            let people = reader.wrong_last(&args.item_hash)?.into_iter();
            Ok(QuestionPeople {
                step,
                people: people.map(|(person_id, name)| ChosenPerson { person_id, name }).collect(),
                item_hash: args.item_hash.clone(),
            })
        })
    }
}

fn report(
    reader: &Reader<'_>,
    course: &Course,
    args: AskQuestions,
    asked: Asked,
) -> Result<QuestionReport, UserError> {
    let filter = Filter::read(reader, &args, &asked.rows)?;
    let numbers = reader.item_numbers()?;
    let wanted = |quiz: &QuizRow| args.module_id.as_ref().is_none_or(|id| *id == quiz.module_id);
    let (mut rows, mut reliability, mut attempts) = (Vec::new(), Vec::new(), 0);
    for quiz in reader.quizzes(&course.pack.id)?.into_iter().filter(wanted) {
        let QuizSums { sums, items, .. } = filter.sums(reader, quiz.number)?;
        attempts += sums.people();
        let length = draw(course, &quiz.module_id);
        for (at, number) in items.iter().enumerate() {
            let Some(hash) = numbers.get(number) else { continue };
            let Some(kept) = reader.item(hash)? else { continue };
            // What this version cannot read is not told about.
            let Ok(item) = serde_json::from_str::<Item>(&kept.body) else { continue };
            rows.push(Figures { sums: &sums, at, length }.row(course, &kept, &item));
        }
        reliability.extend(reliability_of(course, &quiz.module_id, &sums, length));
    }
    let name = |row: &QuestionRow| (row.module_number, row.item_id.clone(), row.item_version);
    rows.sort_by(|one, other| {
        let hardest = hardest_first(one).total_cmp(&hardest_first(other));
        hardest.then_with(|| name(one).cmp(&name(other)))
    });
    reliability.sort_by_key(|of: &Reliability| of.module_number);
    let modules = course.pack.modules.iter().map(|module| QuestionModule {
        module_id: module.id.clone(),
        number: module.number,
        title: module.title.clone(),
    });
    Ok(QuestionReport {
        sample: reader.has_sample()?,
        modules: modules.collect(),
        among: asked.whom(),
        attempts: count(usize::try_from(attempts).unwrap_or(usize::MAX)),
        counted: args.attempts,
        module_id: args.module_id,
        reliability,
        rows,
    })
}

/// First those that a verdict is told of, then those with too few answers for one, then those with too few for a
/// share; among themselves the hardest first.
fn hardest_first(row: &QuestionRow) -> f64 {
    match row.facility {
        Some(share) if row.verdict != QuestionVerdict::TooFew => share,
        Some(share) => 2.0 + share,
        None => 4.0 + f64::from(row.correct) / f64::from(row.answered.max(1)),
    }
}

/// Questions in a check of a module; 0 when the course has no such module any more.
fn draw(course: &Course, module_id: &str) -> usize {
    course.module(module_id).map_or(0, |module| module.quiz.policy.draw as usize)
}

fn reliability_of(
    course: &Course,
    module_id: &str,
    sums: &BankSums,
    length: usize,
) -> Option<Reliability> {
    let module = course.module(module_id).ok()?;
    let length = length.min(sums.items());
    let alpha = sums.alpha(length, LEVEL).filter(|_| enough_for_alpha(sums));
    Some(Reliability {
        module_id: module_id.to_owned(),
        module_number: module.number,
        questions: count(length),
        alpha: alpha.map(|alpha| Estimated {
            value: alpha.value,
            low: alpha.interval.low,
            high: alpha.interval.high,
        }),
    })
}

fn enough_for_alpha(sums: &BankSums) -> bool {
    #[expect(clippy::cast_precision_loss, reason = "thirty")]
    let fewest = FEWEST_FOR_CORRELATION as f64;
    sums.people_of_a_pair() >= fewest
}

/// Whose answers count.
struct Filter {
    wanted: Wanted,
    firsts: bool,
    recount: bool,
}

impl Filter {
    fn read(reader: &Reader<'_>, args: &AskQuestions, among: &Among) -> Result<Self, UserError> {
        Ok(Self {
            wanted: Wanted::read(reader, among)?,
            firsts: args.attempts == Attempts::First,
            recount: args.recount,
        })
    }

    fn sums(&self, reader: &Reader<'_>, quiz: u32) -> Result<QuizSums, UserError> {
        let Self { wanted: Wanted { people, from_day, to_day, told }, firsts, recount } = self;
        let everybody =
            from_day.is_none() && to_day.is_none() && people.is_none() && told.is_none();
        if everybody && !recount {
            return QuizSums::of_everybody(reader, quiz, *firsts);
        }
        let scan = PackedScan {
            quiz,
            // What was told as somebody's first stays it, whatever comes in later.
            firsts: *firsts && told.is_none(),
            after: 0,
            from_day: *from_day,
            to_day: *to_day,
            people: people.as_ref(),
            answers: told.as_ref(),
        };
        QuizSums::of_some(reader, &scan)
    }
}

/// A question of a quiz with its sums.
struct Figures<'a> {
    sums: &'a BankSums,
    at: usize,
    /// Questions in a check.
    length: usize,
}

impl Figures<'_> {
    fn row(&self, course: &Course, kept: &ItemRow, item: &Item) -> QuestionRow {
        let of = self.sums.right_of(self.at);
        let enough = of.answered >= FEWEST_ANSWERS;
        let interval = wilson(count_of(of.right), count_of(of.answered), LEVEL).filter(|_| enough);
        let share = self.share_right().filter(|_| enough);
        let separates = self.separates();
        let options = self.options(&options_of(&item.body));
        let verdict = verdict(of.answered, share, separates.as_ref().map(|it| it.value));
        QuestionRow {
            item_id: kept.item_id.clone(),
            item_version: kept.version,
            item_hash: kept.hash.clone(),
            module_id: kept.module_id.clone(),
            module_number: course.module(&kept.module_id).map_or(0, |module| module.number),
            item_type: item.body.type_name().to_owned(),
            ask: plain(&item.ask),
            verdict: word(verdict),
            answered: count_of(of.answered),
            correct: count_of(of.right),
            left_out: Some(count_of(self.sums.left_out(self.at))),
            facility: share,
            low: interval.map(|Interval { low, .. }| low),
            high: interval.map(|Interval { high, .. }| high),
            separates,
            alpha_without: self
                .sums
                .alpha_without(self.at, self.length)
                .filter(|_| enough_for_alpha(self.sums)),
            median_ms: self.sums.median_ms(self.at),
            rapid: self.sums.rapid(self.at).map(|rapid| RapidAnswers {
                answers: count_of(rapid.answers),
                below_ms: rapid.below_ms,
            }),
            sure_but_wrong: Some(self.sure_but_wrong()),
            by_confidence: self.by_confidence(),
            top_wrong: top_wrong(&options),
            options,
        }
    }

    fn share_right(&self) -> Option<f64> {
        let of = self.sums.right_of(self.at);
        (of.answered > 0).then(|| f64::from(count_of(of.right)) / f64::from(count_of(of.answered)))
    }

    fn separates(&self) -> Option<Estimated> {
        let enough = self.sums.right_of(self.at).answered >= FEWEST_FOR_CORRELATION;
        let found = self.sums.discrimination(self.at, LEVEL).filter(|_| enough)?;
        let Interval { low, high } = found.interval;
        Some(Estimated { value: found.value, low, high })
    }

    fn sure_but_wrong(&self) -> u32 {
        let of = self.sums.right_of_sure(self.at, Sureness::Sure);
        count_of(of.answered - of.right)
    }

    fn by_confidence(&self) -> Vec<ConfidenceCount> {
        let of = |sureness| self.sums.right_of_sure(self.at, sureness);
        let counts = Sureness::ALL.into_iter().map(|sureness| ConfidenceCount {
            confidence: match sureness {
                Sureness::Sure => Some(Confidence::Sure),
                Sureness::Think => Some(Confidence::Think),
                Sureness::Guess => Some(Confidence::Guess),
                Sureness::NotSaid => None,
            },
            answered: count_of(of(sureness).answered),
            correct: count_of(of(sureness).right),
        });
        counts.filter(|count| count.answered > 0).collect()
    }

    /// Every option with its figures, in the order of the pack.
    fn options(&self, options: &[ItemOption]) -> Vec<OptionCount> {
        let chosen = self.sums.options(self.at);
        let of = self.sums.right_of(self.at);
        let wrong = of.answered - of.right;
        let told = of.answered >= FEWEST_FOR_CORRELATION;
        let options = options.iter().enumerate().map(|(place, option)| {
            let figures = chosen.get(place).copied().unwrap_or_default();
            let share_of_wrong = f64::from(count_of(figures.in_wrong)) / f64::from(count_of(wrong));
            OptionCount {
                id: option.id.clone(),
                text: option.text.clone(),
                right: option.right,
                chosen: count_of(figures.chosen),
                mean_rest: figures.mean_rest.filter(|_| told),
                dead: !option.right && wrong >= FEWEST_WRONG && share_of_wrong < DEAD_BELOW,
            }
        });
        options.collect()
    }
}

fn count_of(people: u64) -> u32 {
    u32::try_from(people).unwrap_or(u32::MAX)
}

/// The most chosen wrong option; of two the one that comes first in the pack.
fn top_wrong(options: &[OptionCount]) -> Option<TopWrong> {
    let wrong = options.iter().filter(|option| !option.right && option.chosen > 0);
    let most = wrong.rev().max_by_key(|option| option.chosen)?;
    Some(TopWrong { id: most.id.clone(), text: most.text.clone(), chosen: most.chosen })
}

fn word(verdict: Verdict) -> QuestionVerdict {
    match verdict {
        Verdict::TooFew => QuestionVerdict::TooFew,
        Verdict::CheckWording => QuestionVerdict::CheckWording,
        Verdict::VeryHard => QuestionVerdict::VeryHard,
        Verdict::NearlyEverybodyKnew => QuestionVerdict::NearlyEverybodyKnew,
        Verdict::Weak => QuestionVerdict::Weak,
        Verdict::Sound => QuestionVerdict::Sound,
    }
}
