//! Questions of other programs become questions of a module: GIFT and Moodle XML.
//!
//! They are added to the module's quiz file, which is written whole or not at all. Nothing is made up: where an
//! explanation is missing it stays empty, and `pack check` names its line. What was taken, what was left out and
//! what is still to do is told with lines on both sides.

use std::{
    collections::BTreeSet,
    fmt::Write as _,
    fs::File,
    io::Read as _,
    path::{Path, PathBuf},
};

use eighteen_exchange::{
    BankBody, BankNumber, BankOption, BankQuestion, LeftOut, Loss, MAX_QUESTIONS, QuestionFile,
    QuestionForm, Words, read_questions,
};
use eighteen_pack::{Module, Problem, normalised};
use eighteen_store::write_beside;
use serde::Serialize;

use super::{Files, PackFault, not_read};

/// What came of a file of questions.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Imported {
    /// Which form the file has.
    pub form: QuestionForm,
    /// The file of the pack that the questions were added to. It is as it was when nothing was taken.
    pub quiz: String,
    /// What was taken, in order.
    pub taken: Vec<Taken>,
    /// What was left out and why, in order.
    pub left: Vec<LeftOut>,
    /// What `pack check` says of the taken questions: what the author still has to do.
    pub to_do: Vec<Problem>,
    /// How many wrong answers name no wrong idea behind them.
    pub without_misconception: usize,
}

/// A question that was taken.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Taken {
    /// Its line in the file that it came from.
    pub line: u32,
    /// Its name there.
    pub name: Option<String>,
    /// Its id in the pack.
    pub id: String,
    /// Its line in the quiz file.
    pub at: u32,
    /// What is not as it was.
    pub changes: Vec<String>,
}

/// Adds the questions of a file to a module's final check; `step` is the step that teaches them, or the first one.
///
/// # Errors
/// When the file is refused, the folder cannot be read, or it has no such module or step.
pub fn import(
    file: &Path,
    folder: &Path,
    module: &str,
    step: Option<&str>,
) -> Result<Imported, PackFault> {
    let (imported, added) = look(file, folder, module, step)?;
    if !imported.taken.is_empty() {
        write_beside(&folder.join(&imported.quiz), added.as_bytes())?;
    }
    Ok(imported)
}

/// What would come of a file of questions, and the quiz file as it would be then. Nothing is written.
pub(crate) fn look(
    file: &Path,
    folder: &Path,
    module: &str,
    step: Option<&str>,
) -> Result<(Imported, String), PackFault> {
    let bytes = bytes_of(file)?;
    let found = read_questions(&bytes)
        .map_err(|refusal| PackFault::Questions { path: file.to_owned(), refusal })?;
    let mut files = eighteen_pack::load_dir(folder)?;
    let place = Place::find(&files, folder, module, step)?;
    let from = file.file_name().unwrap_or_default().to_string_lossy();
    // It goes into a comment, and must not end it.
    let from: String = from.chars().filter(|letter| !letter.is_control()).collect();
    let (added, mut imported) = place.add(found, &from);
    let path = imported.quiz.clone();
    let first = imported.taken.first().map_or(u32::MAX, |taken| taken.at);
    files.insert(path.clone(), added.clone().into_bytes());
    let problems = eighteen_pack::draft(&files).problems().to_vec();
    imported.to_do = problems
        .into_iter()
        .filter(|problem| problem.file == path && problem.line >= first)
        .collect();
    Ok((imported, added))
}

/// The bytes of a file, and no more than one more than are read anyway.
fn bytes_of(path: &Path) -> Result<Vec<u8>, PackFault> {
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(|source| not_read(path, source))?;
    file.take(MAX_QUESTIONS as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(|source| not_read(path, source))?;
    Ok(bytes)
}

/// Where questions are added.
struct Place {
    quiz: String,
    text: String,
    step: String,
    /// The ids of all questions of the pack.
    ids: BTreeSet<String>,
}

impl Place {
    fn find(
        files: &Files,
        folder: &Path,
        module: &str,
        step: Option<&str>,
    ) -> Result<Self, PackFault> {
        let draft = eighteen_pack::draft(files);
        let missing = |what: &'static str, name: &str, have: Vec<&str>| PackFault::NoPlace {
            path: PathBuf::from(folder),
            what,
            name: name.to_owned(),
            have: have.join(", "),
        };
        let modules = draft.modules();
        let names = || modules.iter().map(|module| module.id.as_str()).collect();
        let found: &Module = modules
            .iter()
            .find(|one| one.id == module)
            .ok_or_else(|| missing("module", module, names()))?;
        let quiz = draft.quiz_file(module).unwrap_or_default().to_owned();
        let bytes = files.get(&quiz).ok_or_else(|| missing("quiz file", &quiz, Vec::new()))?;
        let text = String::from_utf8(bytes.clone())
            .map_err(|_| missing("quiz file in UTF-8", &quiz, Vec::new()))?;
        let steps = || found.steps.iter().map(|step| step.id.as_str()).collect::<Vec<_>>();
        let wanted = step.or_else(|| steps().first().copied()).unwrap_or_default();
        let step = steps().into_iter().find(|one| *one == wanted && !one.is_empty());
        let step = step.ok_or_else(|| missing("step", wanted, steps()))?.to_owned();
        let items = modules.iter().flat_map(|module| &module.quiz.items);
        Ok(Self { quiz, text, step, ids: items.map(|item| item.id.clone()).collect() })
    }

    /// The quiz file with the questions, and what there is to tell of them.
    fn add(mut self, found: QuestionFile, from: &str) -> (String, Imported) {
        let mut imported = Imported {
            form: found.form,
            quiz: self.quiz.clone(),
            taken: Vec::new(),
            left: found.left,
            to_do: Vec::new(),
            without_misconception: 0,
        };
        let mut out = std::mem::take(&mut self.text);
        if !out.ends_with('\n') {
            out.push('\n');
        }
        for question in found.questions {
            let mut item = Item::new(&question);
            match item.fill(&question) {
                Ok(()) => {
                    let id = self.id(&question);
                    let place = question.category.as_ref().map(|path| format!(", {path}"));
                    let place = place.unwrap_or_default();
                    let _ = write!(out, "\n# {from}, line {}{place}\n", question.line);
                    let at = out.matches('\n').count() + 1;
                    out.push_str(&item.toml(&id, &self.step));
                    imported.without_misconception += item.wrong;
                    imported.taken.push(Taken {
                        line: question.line,
                        name: question.name.clone(),
                        id,
                        at: u32::try_from(at).unwrap_or(u32::MAX),
                        changes: item.changes,
                    });
                }
                Err(why) => imported.left.push(LeftOut {
                    line: question.line,
                    name: question.name.clone(),
                    why,
                }),
            }
        }
        imported.left.sort_by_key(|left| left.line);
        (out, imported)
    }

    /// A slug that no question of the pack has: of the id number, the name, or what is asked.
    fn id(&mut self, question: &BankQuestion) -> String {
        let texts = [question.id.as_deref(), question.name.as_deref(), Some(&question.ask.text)];
        let slug = texts.into_iter().flatten().map(slug).find(|slug| slug.len() >= 2);
        let slug = slug.unwrap_or_else(|| "question".to_owned());
        let numbered = (2..).map(|number| format!("{slug}-{number}"));
        let free = std::iter::once(slug.clone()).chain(numbered).find(|id| !self.ids.contains(id));
        let id = free.unwrap_or(slug);
        self.ids.insert(id.clone());
        id
    }
}

/// What an id may be made of, with room for a number behind it.
pub(crate) fn slug(text: &str) -> String {
    let mut slug = String::new();
    for letter in text.to_lowercase().chars() {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter);
        } else if !slug.is_empty() && !slug.ends_with('-') && !matches!(letter, '\'' | '’') {
            slug.push('-');
        }
    }
    let slug = slug.trim_start_matches(|first: char| !first.is_ascii_lowercase());
    let slug = slug.get(..slug.len().min(48)).unwrap_or_default();
    slug.trim_end_matches('-').to_owned()
}

/// A question of a pack, in the making.
struct Item<'q> {
    kind: &'static str,
    ask: String,
    /// The lines of its parts.
    parts: String,
    changes: Vec<String>,
    /// Wrong answers, none of which names a wrong idea.
    wrong: usize,
    /// What is said where an answer has nothing of its own.
    general: Option<&'q Words>,
}

impl<'q> Item<'q> {
    fn new(question: &'q BankQuestion) -> Self {
        Self {
            kind: "",
            ask: marked(&question.ask),
            parts: String::new(),
            changes: question.losses.iter().map(ToString::to_string).collect(),
            wrong: 0,
            general: question.feedback.as_ref(),
        }
    }

    fn fill(&mut self, question: &BankQuestion) -> Result<(), String> {
        match &question.body {
            BankBody::Choice { many: false, options } => self.single(options),
            BankBody::Choice { many: true, options } => self.multiple(options),
            BankBody::TrueFalse { answer, right, wrong } => {
                self.true_false(*answer, right.as_ref(), wrong.as_ref());
                Ok(())
            }
            BankBody::Matching { pairs, extras } => self.matching(pairs, extras),
            BankBody::Short { answers } => self.short(answers),
            BankBody::Number { answers, unit } => self.estimate(answers, unit.as_deref()),
        }
    }

    fn toml(&self, id: &str, step: &str) -> String {
        format!(
            "[[item]]\nid = {}\nversion = 1\npool = \"check\"\ntype = \"{}\"\nask = {}\nstep = {}\ncovers = []\n{}",
            quoted(id),
            self.kind,
            quoted(&self.ask),
            quoted(step),
            self.parts
        )
    }

    fn changed(&mut self, what: impl Into<String>) {
        self.changes.push(what.into());
    }

    fn lost(&mut self, loss: Loss) {
        self.changed(loss.to_string());
    }

    fn line(&mut self, line: &str) {
        self.parts.push_str(line);
        self.parts.push('\n');
    }

    /// An explanation: the answer's own, or what the question says to all. None is an empty one.
    fn why(&self, own: Option<&Words>) -> String {
        quoted(&own.or(self.general).map(marked).unwrap_or_default())
    }

    fn single(&mut self, options: &[BankOption]) -> Result<(), String> {
        let best = options.iter().map(|option| option.share).fold(0.0, f64::max);
        let is_right = |option: &BankOption| option.share >= best;
        within("options", options.len(), 2, 6)?;
        match options.iter().filter(|option| is_right(option)).count() {
            1 => {}
            many => return Err(format!("{many} of its options are right, and one may be chosen")),
        }
        if best < 100.0 || options.iter().any(|one| one.share != 0.0 && !is_right(one)) {
            self.lost(Loss::PartialMarks);
        }
        self.kind = "single";
        self.options(options, is_right);
        Ok(())
    }

    fn multiple(&mut self, options: &[BankOption]) -> Result<(), String> {
        within("options", options.len(), 3, 8)?;
        let is_right = |option: &BankOption| option.share > 0.0;
        let right: Vec<f64> =
            options.iter().filter(|one| is_right(one)).map(|one| one.share).collect();
        if right.len() == options.len() {
            return Err("every option of it is right".to_owned());
        }
        let even = right.windows(2).all(|two| (two[0] - two[1]).abs() < 0.01);
        // Here a wrong option takes away as much as a right one gives.
        let share = right.first().copied().unwrap_or_default();
        let wrong = |one: &BankOption| is_right(one) || (one.share + share).abs() < 0.01;
        if !even || !options.iter().all(wrong) {
            self.lost(Loss::PartialMarks);
        }
        self.kind = "multiple";
        self.options(options, is_right);
        Ok(())
    }

    fn options(&mut self, options: &[BankOption], is_right: impl Fn(&BankOption) -> bool) {
        self.line("option = [");
        for (option, number) in options.iter().zip(1..) {
            let right = is_right(option);
            self.wrong += usize::from(!right);
            let why = self.why(option.why.as_ref());
            self.option(number, &quoted(&marked(&option.text)), right, &why);
        }
        self.line("]");
    }

    fn option(&mut self, number: usize, text: &str, right: bool, why: &str) {
        let correct = if right { " correct = true," } else { "" };
        self.line(&format!("  {{ id = \"o{number}\", text = {text},{correct} why = {why} }},"));
    }

    fn true_false(&mut self, answer: bool, right: Option<&Words>, wrong: Option<&Words>) {
        // A true-false question of a pack asks for a reason too, and there is none to be had.
        self.changed("true or false became a choice between the words True and False");
        self.kind = "single";
        self.wrong += 1;
        self.line("option = [");
        for (number, text, value) in [(1, "\"True\"", true), (2, "\"False\"", false)] {
            let is_right = value == answer;
            let why = self.why(if is_right { right } else { wrong });
            self.option(number, text, is_right, &why);
        }
        self.line("]");
    }

    fn matching(&mut self, pairs: &[(Words, Words)], extras: &[Words]) -> Result<(), String> {
        within("pairs", pairs.len(), 3, 7)?;
        within("targets that match nothing", extras.len(), 0, 3)?;
        self.kind = "matching";
        let why = self.why(None);
        self.line("pair = [");
        for ((item, target), number) in pairs.iter().zip(1..) {
            let [item, target] = [item, target].map(|words| quoted(&marked(words)));
            self.line(&format!(
                "  {{ id = \"p{number}\", text = {item}, target = {target}, why = {why} }},"
            ));
        }
        self.line("]");
        if !extras.is_empty() {
            self.line("extra = [");
            for (extra, number) in extras.iter().zip(1..) {
                let text = quoted(&marked(extra));
                self.line(&format!("  {{ id = \"e{number}\", text = {text}, why = {why} }},"));
            }
            self.line("]");
        }
        Ok(())
    }

    fn short(&mut self, answers: &[BankOption]) -> Result<(), String> {
        let mut seen = BTreeSet::new();
        let (mut accept, mut near): (Vec<&BankOption>, Vec<&BankOption>) = (Vec::new(), Vec::new());
        for answer in answers {
            let form = normalised(&answer.text.text);
            if answer.text.text == "*" {
                self.lost(Loss::AnyOther);
            } else if answer.text.text.contains('*') || form.is_empty() {
                self.lost(Loss::Patterns);
            } else if seen.insert(form) {
                if answer.share >= 100.0 {
                    accept.push(answer);
                } else {
                    near.push(answer);
                }
            }
        }
        within("accepted forms", accept.len(), 1, 12)?;
        if near.iter().any(|answer| answer.share != 0.0) {
            self.lost(Loss::PartialMarks);
        }
        self.kind = "short";
        let forms: Vec<String> = accept.iter().map(|one| quoted(&one.text.text)).collect();
        self.line(&format!("accept = [{}]", forms.join(", ")));
        self.line(&format!("answer = {}", forms.first().map_or("", String::as_str)));
        let why = self.why(accept.iter().find_map(|one| one.why.as_ref()));
        self.line(&format!("why = {why}"));
        self.near(&near);
        Ok(())
    }

    /// Wrong answers that have something said to them.
    fn near(&mut self, near: &[&BankOption]) {
        const MOST: usize = 6;
        let told: Vec<_> = near.iter().filter(|answer| answer.why.is_some()).take(MOST).collect();
        if told.len() < near.len() {
            self.changed("wrong answers without an explanation were left out");
        }
        if told.is_empty() {
            return;
        }
        self.wrong += told.len();
        self.line("near = [");
        for answer in told {
            let (form, why) = (quoted(&answer.text.text), self.why(answer.why.as_ref()));
            self.line(&format!("  {{ forms = [{form}], why = {why} }},"));
        }
        self.line("]");
    }

    fn estimate(&mut self, answers: &[BankNumber], unit: Option<&str>) -> Result<(), String> {
        const MOST: f64 = 1e15;
        let best =
            answers.iter().reduce(|best, one| if one.share > best.share { one } else { best });
        let BankNumber { value, tolerance, why, .. } = best.ok_or("no number is right")?;
        if *value <= 0.0 || *value * 2.0 > MOST {
            return Err(format!("an estimate is above 0 and below 5 × 10¹⁴, and this is {value}"));
        }
        if answers.len() > 1 {
            self.lost(Loss::PartialMarks);
        }
        let percent = (tolerance / value * 100.0).round().clamp(1.0, 100.0);
        self.changed(format!(
            "±{tolerance} became an estimate within {percent} %, with half a mark within twice that"
        ));
        self.kind = "estimate";
        // As far beyond the answer as before it: the middle of the rule gives nothing away that is not asked.
        let high = value * 2.0;
        self.line(&format!("value = {value:?}\nunit = {}", quoted(unit.unwrap_or_default())));
        self.line(&format!("low = 0\nhigh = {high:?}\nscale = \"linear\"\nwithin = {percent}"));
        self.changed(format!(
            "its rule runs from 0 to {high}: choose ends that do not give the middle away"
        ));
        let why = self.why(why.as_ref());
        self.line(&format!("why = {why}"));
        Ok(())
    }
}

fn within(what: &str, count: usize, least: usize, most: usize) -> Result<(), String> {
    if (least..=most).contains(&count) {
        return Ok(());
    }
    Err(format!("it has {count} {what}, and a question of a pack has {least} to {most}"))
}

/// A string of TOML. What JSON escapes TOML does too, and in the same way; what a pack may not hold was
/// refused before.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// A text as inline Markdown that shows the same words.
fn marked(words: &Words) -> String {
    if words.markdown {
        return words.text.clone();
    }
    let mut out = String::new();
    let mut rest = words.text.as_str();
    while let Some(letter) = rest.chars().next() {
        let after = &rest[letter.len_utf8()..];
        if letter == '<'
            && after.starts_with(|next: char| next.is_ascii_alphabetic() || "/!?".contains(next))
        {
            // A tag that is meant as words is code.
            let end = after.find('>').filter(|end| *end < 80 && !after[..*end].contains('`'));
            let code = end.map_or("<", |end| &rest[..end + 2]);
            out.push('`');
            out.push_str(code);
            out.push('`');
            rest = &rest[code.len()..];
            continue;
        }
        let starts = out.is_empty() && "#+->=~".contains(letter);
        let is_number = !out.is_empty() && out.bytes().all(|byte| byte.is_ascii_digit());
        if starts || "\\`*_[]<&~|".contains(letter) || (is_number && ".)".contains(letter)) {
            out.push('\\');
        }
        out.push(letter);
        rest = after;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_shown_as_they_were() {
        for (text, shown) in [
            ("5 * 3 * 2 & a_b_c", r"5 \* 3 \* 2 \& a\_b\_c"),
            ("- not a list", r"\- not a list"),
            ("12. not a list", r"12\. not a list"),
            ("What does <script> do? 3 < 4", r"What does `<script>` do? 3 \< 4"),
            ("<a without an end", "`<`a without an end"),
            ("[x](claim:y) \\ `z`", r"\[x\](claim:y) \\ \`z\`"),
        ] {
            assert_eq!(marked(&Words { text: text.to_owned(), markdown: false }), shown);
        }
    }

    #[test]
    fn ids_are_slugs() {
        assert_eq!(slug("HR-01"), "hr-01");
        assert_eq!(slug("Whom to call?!"), "whom-to-call");
        assert_eq!(slug("3 days’ notice"), "days-notice");
        assert_eq!(slug("Änne — Łukasz"), "nne-ukasz");
        assert_eq!(slug(&"long word ".repeat(20)).len(), 48);
        assert_eq!(slug("日本"), "");
    }
}
