//! GIFT. Questions are blocks of lines with an empty line between them; `\` before one of `~ = # { } : \`
//! takes its meaning away.
//!
//! There is no reader of GIFT among Rust's crates. The grammar has no nesting, so a question is cut at the
//! signs that have a meaning, front to back, and each piece is looked at once.

use super::{
    BankBody, BankNumber, BankOption, BankQuestion, Found, LONGEST_QUESTION, Loss, QuestionRefusal,
    TextForm, Unfit, Words, number, share, some_words, words,
};

/// Signs that a backslash takes the meaning of.
const SIGNS: &str = "~=#{}:\\";
/// What a gap in a sentence is shown as.
const GAP: &str = "_____";

/// Reads all questions.
pub(super) fn read(text: &str, found: &mut Found) -> Result<(), QuestionRefusal> {
    let mut category = None;
    for block in blocks(text) {
        let Block { line, lines, id, length } = block;
        let mut lines = lines;
        if let Some(path) = lines.first().and_then(|line| line.trim().strip_prefix("$CATEGORY:")) {
            let path: String =
                path.trim().chars().filter(|letter| !super::hidden(*letter)).collect();
            category = Some(path).filter(|path| !path.is_empty());
            lines.remove(0);
        }
        if length > LONGEST_QUESTION {
            found.take(line, None, Err(Unfit::TooLong))?;
            continue;
        }
        if lines.is_empty() {
            continue;
        }
        let signs = signs(&lines.join("\n"));
        let (name, rest) = title(&signs);
        let question = question(rest).map(|read| BankQuestion {
            line,
            id,
            name: name.clone(),
            category: category.clone(),
            ask: read.ask,
            feedback: read.feedback,
            body: read.body,
            losses: read.losses,
        });
        found.take(line, name, question)?;
    }
    Ok(())
}

/// A row of lines with nothing empty between them, its comments taken out.
#[derive(Default)]
struct Block<'t> {
    /// From 1; 0 before the first line of it.
    line: u32,
    lines: Vec<&'t str>,
    id: Option<String>,
    length: usize,
}

fn blocks(text: &str) -> impl Iterator<Item = Block<'_>> {
    let mut lines = text.lines().zip(1_u32..);
    std::iter::from_fn(move || {
        let mut block = Block::default();
        for (line, number) in lines.by_ref() {
            let trimmed = line.trim();
            if trimmed.is_empty() {
                if block.line > 0 {
                    return Some(block);
                }
                continue;
            }
            if let Some(comment) = trimmed.strip_prefix("//") {
                // An id stands in a comment before the question; Moodle writes it there.
                block.id = id_in(comment).or(block.id.take());
                continue;
            }
            if block.line == 0 {
                block.line = number;
            }
            block.length += line.len();
            // What is too long is left out anyway.
            if block.length <= LONGEST_QUESTION {
                block.lines.push(line);
            }
        }
        (block.line > 0).then_some(block)
    })
}

fn id_in(comment: &str) -> Option<String> {
    let (_, rest) = comment.split_once("[id:")?;
    let (id, _) = rest.split_once(']')?;
    let id: String = id.trim().chars().filter(|letter| !super::hidden(*letter)).take(100).collect();
    Some(id).filter(|id| !id.is_empty())
}

/// A letter, and whether it has a meaning of its own.
type Sign = (char, bool);

fn signs(text: &str) -> Vec<Sign> {
    let mut signs = Vec::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter != '\\' {
            signs.push((letter, SIGNS.contains(letter)));
            continue;
        }
        match letters.next_if(|next| *next == 'n' || SIGNS.contains(*next)) {
            Some('n') => signs.push(('\n', false)),
            Some(other) => signs.push((other, false)),
            None => signs.push(('\\', false)),
        }
    }
    signs
}

fn text_of(signs: &[Sign]) -> String {
    signs.iter().map(|(letter, _)| letter).collect()
}

fn trimmed(mut signs: &[Sign]) -> &[Sign] {
    while let [(letter, _), rest @ ..] = signs
        && letter.is_whitespace()
    {
        signs = rest;
    }
    while let [rest @ .., (letter, _)] = signs
        && letter.is_whitespace()
    {
        signs = rest;
    }
    signs
}

fn place(signs: &[Sign], mark: char) -> Option<usize> {
    signs.iter().position(|sign| *sign == (mark, true))
}

/// Whether signs begin with these, each with its meaning where it has one.
fn begins(signs: &[Sign], with: &str) -> bool {
    let mut have = signs.iter();
    with.chars().all(|letter| have.next() == Some(&(letter, SIGNS.contains(letter))))
}

/// The pieces between signs, the signs left out; the first piece stands before any of them.
fn cut<'s>(signs: &'s [Sign], at: &[char]) -> Vec<(Option<char>, &'s [Sign])> {
    let mut pieces = Vec::new();
    let (mut mark, mut start) = (None, 0);
    for (index, (letter, means)) in signs.iter().enumerate() {
        if *means && at.contains(letter) {
            pieces.push((mark, &signs[start..index]));
            (mark, start) = (Some(*letter), index + 1);
        }
    }
    pieces.push((mark, &signs[start..]));
    pieces
}

/// The name between `::` and `::`, and what follows it.
fn title(signs: &[Sign]) -> (Option<String>, &[Sign]) {
    let signs = trimmed(signs);
    if !begins(signs, "::") {
        return (None, signs);
    }
    let inside = &signs[2..];
    let end = (0..inside.len()).find(|at| begins(&inside[*at..], "::"));
    let Some(end) = end else { return (None, signs) };
    let name = text_of(&inside[..end]).split_whitespace().collect::<Vec<_>>().join(" ");
    (Some(name).filter(|name| !name.is_empty()), trimmed(&inside[end + 2..]))
}

/// How texts are read from here on, where one says so in square brackets, and the rest.
fn text_form(signs: &[Sign], before: TextForm) -> (TextForm, &[Sign]) {
    let signs = trimmed(signs);
    let forms = [
        ("[html]", TextForm::Html),
        ("[moodle]", TextForm::Html),
        ("[plain]", TextForm::Plain),
        ("[markdown]", TextForm::Markdown),
    ];
    let said = forms.into_iter().find(|(mark, _)| begins(signs, mark));
    said.map_or((before, signs), |(mark, form)| (form, trimmed(&signs[mark.len()..])))
}

struct Read {
    ask: Words,
    feedback: Option<Words>,
    body: BankBody,
    losses: Vec<Loss>,
}

fn question(signs: &[Sign]) -> Result<Read, Unfit> {
    let (form, signs) = text_form(signs, TextForm::Html);
    let open = place(signs, '{').ok_or(Unfit::AsksNothing)?;
    let (before, rest) = (&signs[..open], &signs[open + 1..]);
    let close = place(rest, '}').ok_or(Unfit::Form("the `{` of its answers has no `}`"))?;
    let (inside, after) = (&rest[..close], &rest[close + 1..]);
    if [before, inside, after].iter().any(|part| place(part, '{').or(place(part, '}')).is_some()) {
        return Err(Unfit::Form(
            "it has more than one `{` or `}`; write `\\{` where one is meant as it is",
        ));
    }
    let mut reader = Reader { form, losses: Vec::new() };
    let ask = reader.words(&[before, after])?;
    if ask.text.is_empty() {
        return Err(Unfit::AsksNothing);
    }
    let general = (0..inside.len()).rev().find(|at| begins(&inside[*at..], "####"));
    let (answers, general) = match general {
        Some(at) => (&inside[..at], Some(&inside[at + 4..])),
        None => (inside, None),
    };
    let feedback = match general {
        Some(signs) => reader.some(signs)?,
        None => None,
    };
    let body = reader.body(trimmed(answers))?;
    Ok(Read { ask, feedback, body, losses: reader.losses })
}

struct Reader {
    form: TextForm,
    losses: Vec<Loss>,
}

impl Reader {
    /// What is asked; a gap stands where answers stood within the sentence.
    fn words(&mut self, parts: &[&[Sign]; 2]) -> Result<Words, Unfit> {
        let [before, after] = parts.map(|part| text_of(trimmed(part)));
        let closes = after.starts_with(['.', ',', ';', ':', '?', '!', ')']);
        let text = match (after.is_empty(), closes) {
            (true, _) => before,
            (false, true) => format!("{before} {GAP}{after}"),
            (false, false) => format!("{before} {GAP} {after}"),
        };
        words(&text, self.form, &mut self.losses)
    }

    fn some(&mut self, signs: &[Sign]) -> Result<Option<Words>, Unfit> {
        let (form, signs) = text_form(signs, self.form);
        some_words(&text_of(signs), form, &mut self.losses)
    }

    fn body(&mut self, answers: &[Sign]) -> Result<BankBody, Unfit> {
        match answers {
            [] => Err(Unfit::Essay),
            [('#', true), numbers @ ..] => self.numbers(trimmed(numbers)),
            _ => match truth(answers) {
                Some((answer, said)) => self.true_false(answer, said),
                None => self.choices(answers),
            },
        }
    }

    fn true_false(&mut self, answer: bool, said: &[Sign]) -> Result<BankBody, Unfit> {
        // The first is said to a wrong answer, the second to a right one.
        let pieces = cut(said, &['#']);
        let [_, rest @ ..] = pieces.as_slice() else { return Err(Unfit::EmptyAnswer) };
        let mut said = rest.iter().map(|(_, piece)| self.some(piece));
        let wrong = said.next().transpose()?.flatten();
        let right = said.next().transpose()?.flatten();
        if said.next().is_some() {
            return Err(Unfit::Form("true or false has at most two feedbacks"));
        }
        Ok(BankBody::TrueFalse { answer, right, wrong })
    }

    fn choices(&mut self, answers: &[Sign]) -> Result<BankBody, Unfit> {
        let pieces = cut(answers, &['=', '~']);
        let [(_, before), marked @ ..] = pieces.as_slice() else { return Err(Unfit::EmptyAnswer) };
        if marked.is_empty() {
            // `{Berlin}` is a short answer with its sign left away.
            return Ok(BankBody::Short { answers: vec![self.option('=', before)?] });
        }
        if !trimmed(before).is_empty() {
            return Err(Unfit::Form("an answer begins with neither `=` nor `~`"));
        }
        let all_right = marked.iter().all(|(mark, _)| *mark == Some('='));
        if all_right && marked.iter().any(|(_, piece)| arrow(piece).is_some()) {
            return self.matching(marked);
        }
        let options = marked.iter().map(|(mark, piece)| self.option(mark.unwrap_or('~'), piece));
        let options = options.collect::<Result<Vec<_>, _>>()?;
        if all_right {
            return Ok(BankBody::Short { answers: options });
        }
        if !options.iter().any(|option| option.share > 0.0) {
            return Err(Unfit::NoRight);
        }
        let many = marked.iter().all(|(mark, _)| *mark == Some('~'));
        Ok(BankBody::Choice { many, options })
    }

    fn option(&mut self, mark: char, signs: &[Sign]) -> Result<BankOption, Unfit> {
        let (share, signs) = weight(mark, signs)?;
        let (text, why) = feedback(signs);
        let (form, text) = text_form(text, self.form);
        let text = words(&text_of(text), form, &mut self.losses)?;
        if text.text.is_empty() {
            return Err(Unfit::EmptyAnswer);
        }
        Ok(BankOption { text, share, why: why.map(|why| self.some(why)).transpose()?.flatten() })
    }

    fn matching(&mut self, marked: &[(Option<char>, &[Sign])]) -> Result<BankBody, Unfit> {
        let (mut pairs, mut extras) = (Vec::new(), Vec::new());
        for (_, piece) in marked {
            let at = arrow(piece).ok_or(Unfit::HalfPair)?;
            let (form, left) = text_form(&piece[..at], self.form);
            let left = words(&text_of(left), form, &mut self.losses)?;
            let right = words(&text_of(&piece[at + 2..]), self.form, &mut self.losses)?;
            match (left.text.is_empty(), right.text.is_empty()) {
                (_, true) => return Err(Unfit::HalfPair),
                (true, false) => extras.push(right),
                (false, false) => pairs.push((left, right)),
            }
        }
        Ok(BankBody::Matching { pairs, extras })
    }

    fn numbers(&mut self, signs: &[Sign]) -> Result<BankBody, Unfit> {
        let pieces = cut(signs, &['=', '~']);
        let [(_, before), marked @ ..] = pieces.as_slice() else { return Err(Unfit::EmptyAnswer) };
        let mut answers = Vec::new();
        if marked.is_empty() {
            answers.push(self.number('=', before)?);
        } else if !trimmed(before).is_empty() {
            return Err(Unfit::Form("a number begins with neither `=` nor `~`"));
        }
        for (mark, piece) in marked {
            if *mark == Some('~') {
                self.losses.push(Loss::AnyOther);
            } else {
                answers.push(self.number('=', piece)?);
            }
        }
        if answers.is_empty() {
            Err(Unfit::NoRight)
        } else {
            Ok(BankBody::Number { answers, unit: None })
        }
    }

    fn number(&mut self, mark: char, signs: &[Sign]) -> Result<BankNumber, Unfit> {
        let (share, signs) = weight(mark, signs)?;
        let (text, why) = feedback(signs);
        let text = text_of(trimmed(text));
        let (value, tolerance) = match (text.split_once(".."), text.split_once(':')) {
            (Some((low, high)), _) => {
                let (low, high) = (number(low)?, number(high)?);
                (f64::midpoint(low, high), (high - low) / 2.0)
            }
            (None, Some((value, tolerance))) => (number(value)?, number(tolerance)?),
            (None, None) => (number(&text)?, 0.0),
        };
        if tolerance < 0.0 || !tolerance.is_finite() {
            return Err(Unfit::Form(
                "the ends of a range, or a tolerance, are the wrong way round",
            ));
        }
        let why = why.map(|why| self.some(why)).transpose()?.flatten();
        Ok(BankNumber { value, tolerance, share, why })
    }
}

/// True or false, and what is said then.
fn truth(answers: &[Sign]) -> Option<(bool, &[Sign])> {
    let end = place(answers, '#').unwrap_or(answers.len());
    match text_of(trimmed(&answers[..end])).to_ascii_uppercase().as_str() {
        "T" | "TRUE" => Some((true, &answers[end..])),
        "F" | "FALSE" => Some((false, &answers[end..])),
        _ => None,
    }
}

/// The percentage at the beginning of an answer; without one its sign says what it is worth.
fn weight(mark: char, signs: &[Sign]) -> Result<(f64, &[Sign]), Unfit> {
    let signs = trimmed(signs);
    let [('%', _), rest @ ..] = signs else {
        return Ok((if mark == '=' { 100.0 } else { 0.0 }, signs));
    };
    let end = rest.iter().position(|(letter, _)| *letter == '%');
    let end = end.ok_or(Unfit::Form("a percentage has no `%` at its end"))?;
    Ok((share(&text_of(&rest[..end]))?, trimmed(&rest[end + 1..])))
}

/// An answer, and what is said to it.
fn feedback(signs: &[Sign]) -> (&[Sign], Option<&[Sign]>) {
    match place(signs, '#') {
        Some(at) => (&signs[..at], Some(&signs[at + 1..])),
        None => (signs, None),
    }
}

fn arrow(signs: &[Sign]) -> Option<usize> {
    signs.windows(2).position(|two| two[0].0 == '-' && two[1].0 == '>')
}
