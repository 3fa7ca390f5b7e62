//! What the columns of every report mean. A name means the same in each report that has it, and stays.

/// What a column means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meaning {
    /// Its name.
    pub name: &'static str,
    /// In a sentence.
    pub about: &'static str,
    /// Its unit, where it has one.
    pub unit: Option<&'static str>,
    /// It is left out on paper.
    pub aside: bool,
}

const fn is(name: &'static str, about: &'static str) -> Meaning {
    Meaning { name, about, unit: None, aside: false }
}

const fn of(name: &'static str, unit: &'static str, about: &'static str) -> Meaning {
    Meaning { name, about, unit: Some(unit), aside: false }
}

const fn aside(name: &'static str, about: &'static str) -> Meaning {
    Meaning { name, about, unit: None, aside: true }
}

const MOMENT: &str = "RFC 3339 with the offset of the place";

/// Every column, by name.
pub const COLUMNS: &[Meaning] = &[
    is("advice", "What the story makes of the option: see the debrief of a run."),
    of("alpha_without", "alpha, up to 1", "Alpha of a check if this question were not in it."),
    of("answered", "people", "How many answered the question in their first finished check."),
    of("answered_at", MOMENT, "When the answer was given."),
    of("answers", "answers", "Answers that the row rests on."),
    is("assigned", "The modules and steps that were assigned, in words."),
    aside("assignment_id", "The assignment: a UUID."),
    aside("attempt_id", "The check: a UUID."),
    is("best_answer", "The answer with the full mark, in words."),
    of("best_points", "points", "The most points of any finished check; empty without one."),
    of("certificate_code", "Crockford base 32", "The code that stands on the certificate."),
    of("change", "difference of shares", "Later minus at first, of the same questions."),
    of("change_high", "difference of shares", "The upper end of its 95 % interval."),
    of("change_low", "difference of shares", "The lower end of its 95 % interval."),
    of("changes", "times", "How often the answer was changed before the check was finished."),
    of("chose", "people", "How many chose an answer that shows the wrong idea."),
    is("chosen", "What was chosen, in words; empty when not answered."),
    of("chosen_runs", "runs", "Runs in which the option was chosen."),
    is("confidence", "How sure the person said they were: sure, think or guess."),
    of("correct", "people", "How many of them had the full mark."),
    is("correction", "What is true instead."),
    aside("course_hash", "SHA-256 of the course's files, in hex."),
    is("course_version", "The version of the course."),
    of("days", "days", "About how long after the first check; 0 is the first check itself."),
    is("decision", "The place of the decision in its role, from 1."),
    is("difficulty", "How hard the message is to judge, as its author says."),
    of("due", "YYYY-MM-DD", "The day by which it is due."),
    of("elapsed_ms", "milliseconds", "From the question on the screen to the answer."),
    of("facility", "share, 0 to 1", "Full marks among answers; empty below five answers."),
    of(
        "facility_high",
        "share, 0 to 1",
        "The upper end of Wilson's 95 % interval of the facility.",
    ),
    of("facility_low", "share, 0 to 1", "The lower end of Wilson's 95 % interval of the facility."),
    of("finished_at", MOMENT, "When the check was finished; empty while it is open."),
    is("form", "What kind of check it was: check, pre-check or assessment."),
    is("from", "Who the message says it is from."),
    of("from_days", "days", "The first day of the span that the row is about."),
    is(
        "from_record_store",
        "Whether the check came as statements from a record store, which no computer signed: yes or no.",
    ),
    is("groups", "The groups that the person is in."),
    of("high_quartile_ms", "milliseconds", "A quarter took more."),
    aside("item_id", "The question: the author's id, unique in the course."),
    aside("item_ids", "The questions that can show the wrong idea, with spaces between."),
    is("item_version", "The version of the question, from 1."),
    of("last_active", MOMENT, "When the person last opened the app, as far as was collected."),
    of(
        "left_out",
        "people",
        "Who met the question and left it out: counted neither as right nor as wrong.",
    ),
    of("low_quartile_ms", "milliseconds", "A quarter took less."),
    of(
        "median_ms",
        "milliseconds",
        "The middle time: for a question to the answer, for a step to its end.",
    ),
    of("median_seconds", "seconds", "The middle time for the decision."),
    aside("message_id", "The message: the author's id, unique in the course."),
    is("message_version", "The version of the message, from 1."),
    of("met", "people", "How many met a question that can show the wrong idea."),
    is("misconception", "The wrong idea, in words."),
    aside("misconception_id", "The wrong idea: the author's id."),
    is("module", "The title of the module."),
    aside("module_id", "The module: the author's id."),
    is("module_number", "The number of the module, from 1; empty for the final assessment."),
    is("name", "The person's name or code; empty when none was given or names are left out."),
    is("nature", "hostile or genuine."),
    is("option", "The option, in words."),
    aside("option_id", "The option: the author's id."),
    is("outcome", "right (full mark), partly, wrong or unanswered."),
    of("pass_points", "points", "Points that were needed to pass."),
    is("passed", "yes or no."),
    of("people", "people", "People that the row rests on."),
    aside("person_id", "The person: a UUID, the same in every report."),
    of("points", "points", "Points that were reached."),
    is("position", "The place of the question in the check, from 1."),
    is("question", "The question, in words."),
    of("questions", "questions", "Questions of that check, which is the most points there are."),
    of(
        "rapid",
        "people",
        "Answers too fast to have been read: below a tenth of the mean time and ten seconds.",
    ),
    of("reversed", "runs", "Runs in which the decision was taken back."),
    of("right", "share, 0 to 1", "Full marks among the answers."),
    of("right_high", "share, 0 to 1", "The upper end of its 95 % interval."),
    of("right_low", "share, 0 to 1", "The lower end of its 95 % interval."),
    of("right_then", "share, 0 to 1", "Full marks of the same questions in the first check."),
    is("role", "The role of the ultimatum, in words."),
    aside("role_id", "The role: the author's id."),
    of("role_runs", "runs", "Finished runs of the role."),
    of("runs", "runs", "Runs that came to the decision."),
    aside("sample", "yes for made-up people, else no."),
    aside("scene_id", "The scene: the author's id."),
    of("score", "share, 0 to 1", "The mark; 1 is the full mark."),
    of(
        "separates",
        "correlation, -1 to 1",
        "How well it separates strong from weak: the mark with the mean mark in the other questions of the check.",
    ),
    of("separates_high", "correlation, -1 to 1", "The upper end of its 95 % interval."),
    of("separates_low", "correlation, -1 to 1", "The lower end of its 95 % interval."),
    of(
        "share",
        "share, 0 to 1",
        "That count among those who could; empty where there are too few.",
    ),
    of("share_high", "share, 0 to 1", "The upper end of its 95 % interval."),
    of("share_low", "share, 0 to 1", "The lower end of its 95 % interval."),
    of("started_at", MOMENT, "When the check began."),
    is("status", "not started, started, steps done, known or completed."),
    is("step", "The title of the step."),
    aside("step_id", "The step that teaches it: the author's id."),
    is("step_number", "The number of the step in its module, from 1."),
    of("steps", "steps", "Steps of the module."),
    of("steps_done", "steps", "Steps that are done."),
    of("stopped", "people", "How many are at this step and have gone no further."),
    is("story_time", "The moment in the story."),
    is("subject", "The subject of the message."),
    of("sure_but_wrong", "people", "Answers that were sure and not wholly right."),
    of("timed", "people", "Visits that the times rest on."),
    of("to_days", "days", "The last day of the span that the row is about."),
    is("top_wrong_answer", "The wrong answer that was chosen most, in words."),
    of("top_wrong_chosen", "people", "How many chose it."),
    of("tries", "checks", "Finished checks."),
    is("try", "Which try of this check it was, from 1."),
    is("type", "The type of the question, as the pack format names it."),
    of("unchecked", "judgements", "Judgements made before anything was looked at."),
    is(
        "verdict",
        "too few, check the wording or the key, very hard, nearly everybody knew, weak or sound.",
    ),
    of("wrong", "people", "How many judged the message wrongly."),
    of(
        "wrong_share",
        "share, 0 to 1",
        "That count among all who judged it; empty where there are too few.",
    ),
    of("wrong_share_high", "share, 0 to 1", "The upper end of its 95 % interval."),
    of("wrong_share_low", "share, 0 to 1", "The lower end of its 95 % interval."),
];

/// What a column means; a column without an entry is caught by a test.
pub(super) fn meaning(name: &'static str) -> Meaning {
    COLUMNS.iter().find(|meaning| meaning.name == name).copied().unwrap_or(is(name, ""))
}
