//! Moodle XML: a `<quiz>` of `<question>`s, as Moodle writes it when questions are exported.

use super::{
    BankBody, BankNumber, BankOption, BankQuestion, Found, Loss, QuestionRefusal, TextForm, Unfit,
    Words, number, quoted, share, some_words, words,
    xml::{Element, Tree, Trees},
};

/// Questions, categories and whatever else stands in a quiz.
const MOST_ELEMENTS: usize = 10_000;

/// Reads all questions.
pub(super) fn read(text: &str, found: &mut Found) -> Result<(), QuestionRefusal> {
    let mut trees = Trees::new(text);
    if trees.root()? != "quiz" {
        return Err(QuestionRefusal::NotMoodle);
    }
    let mut category = None;
    let mut passed = 0;
    while let Some(tree) = trees.next()? {
        passed += 1;
        if passed > MOST_ELEMENTS {
            return Err(QuestionRefusal::TooMany);
        }
        let element = match tree {
            Tree::Whole(element) if element.name == "question" => element,
            Tree::Whole(_) => continue,
            Tree::TooLarge(line) => {
                found.take(line, None, Err(Unfit::TooLong))?;
                continue;
            }
        };
        let kind = element.attribute("type").unwrap_or_default();
        if kind == "category" {
            let path = text_in(&element, "category").unwrap_or_default();
            category = Some(one_line(path)).filter(|path| !path.is_empty());
            continue;
        }
        let name = text_in(&element, "name").map(one_line).filter(|name| !name.is_empty());
        let read = question(&element, kind, name.clone(), category.clone());
        found.take(element.line, name, read)?;
    }
    Ok(())
}

fn text_in<'e>(element: &'e Element, name: &str) -> Option<&'e str> {
    Some(element.get(name)?.get("text")?.text.as_str())
}

fn one_line(text: &str) -> String {
    let seen: String = text.chars().filter(|letter| !super::hidden(*letter)).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn question(
    element: &Element,
    kind: &str,
    name: Option<String>,
    category: Option<String>,
) -> Result<BankQuestion, Unfit> {
    let mut reader = Reader { losses: Vec::new() };
    let body = match kind {
        "multichoice" => reader.choice(element)?,
        "truefalse" => reader.true_false(element)?,
        "matching" => reader.matching(element)?,
        "shortanswer" => BankBody::Short { answers: reader.options(element)? },
        "numerical" => reader.number(element)?,
        "essay" => return Err(Unfit::Essay),
        "description" => return Err(Unfit::AsksNothing),
        other => return Err(Unfit::Type(other.to_owned())),
    };
    let ask = element.get("questiontext").ok_or(Unfit::AsksNothing)?;
    let ask = reader.words(ask)?;
    if ask.text.is_empty() {
        return Err(Unfit::AsksNothing);
    }
    let feedback = reader.feedback(element, "generalfeedback")?;
    if element.get("hint").is_some() {
        reader.losses.push(Loss::Hints);
    }
    let id = element.get("idnumber").map(|id| one_line(&id.text)).filter(|id| !id.is_empty());
    Ok(BankQuestion {
        line: element.line,
        id,
        name,
        category,
        ask,
        feedback,
        body,
        losses: reader.losses,
    })
}

struct Reader {
    losses: Vec<Loss>,
}

impl Reader {
    /// The text of an element, read as its `format` says.
    fn words(&mut self, element: &Element) -> Result<Words, Unfit> {
        let text = element.get("text").map(|text| text.text.as_str()).unwrap_or_default();
        words(text, form(element), &mut self.losses)
    }

    fn feedback(&mut self, element: &Element, name: &str) -> Result<Option<Words>, Unfit> {
        let Some(said) = element.get(name) else { return Ok(None) };
        let text = said.get("text").map(|text| text.text.as_str()).unwrap_or_default();
        some_words(text, form(said), &mut self.losses)
    }

    fn options(&mut self, element: &Element) -> Result<Vec<BankOption>, Unfit> {
        let mut options = Vec::new();
        for answer in element.all("answer") {
            let share = share(answer.attribute("fraction").unwrap_or("0"))?;
            let text = self.words(answer)?;
            if text.text.is_empty() {
                return Err(Unfit::EmptyAnswer);
            }
            options.push(BankOption { text, share, why: self.feedback(answer, "feedback")? });
        }
        if options.iter().any(|option| option.share > 0.0) {
            Ok(options)
        } else {
            Err(Unfit::NoRight)
        }
    }

    fn choice(&mut self, element: &Element) -> Result<BankBody, Unfit> {
        let single = element.get("single").map(|single| single.text.trim().to_ascii_lowercase());
        let many = single.is_some_and(|single| single == "false" || single == "0");
        Ok(BankBody::Choice { many, options: self.options(element)? })
    }

    fn true_false(&mut self, element: &Element) -> Result<BankBody, Unfit> {
        let mut said = [None, None];
        let mut answer = None;
        for option in self.options(element)? {
            let is_right = option.share > 0.0;
            if is_right {
                answer = match option.text.text.to_ascii_lowercase().as_str() {
                    "true" => Some(true),
                    "false" => Some(false),
                    other => {
                        return Err(Unfit::Type(format!("true or false with {}", quoted(other))));
                    }
                };
            }
            said[usize::from(is_right)] = option.why;
        }
        let [wrong, right] = said;
        Ok(BankBody::TrueFalse { answer: answer.ok_or(Unfit::NoRight)?, right, wrong })
    }

    fn matching(&mut self, element: &Element) -> Result<BankBody, Unfit> {
        let (mut pairs, mut extras) = (Vec::new(), Vec::new());
        for pair in element.all("subquestion") {
            let item = self.words(pair)?;
            let partner = pair.get("answer").ok_or(Unfit::HalfPair)?;
            let partner = self.words(partner)?;
            match (item.text.is_empty(), partner.text.is_empty()) {
                (_, true) => return Err(Unfit::HalfPair),
                (true, false) => extras.push(partner),
                (false, false) => pairs.push((item, partner)),
            }
        }
        Ok(BankBody::Matching { pairs, extras })
    }

    fn number(&mut self, element: &Element) -> Result<BankBody, Unfit> {
        let mut answers = Vec::new();
        for answer in element.all("answer") {
            let share = share(answer.attribute("fraction").unwrap_or("0"))?;
            let text = answer.get("text").map(|text| text.text.trim()).unwrap_or_default();
            if text == "*" || share <= 0.0 {
                self.losses.push(Loss::AnyOther);
                continue;
            }
            let tolerance = answer.get("tolerance").map_or(Ok(0.0), |one| number(&one.text))?;
            let value = number(text)?;
            let why = self.feedback(answer, "feedback")?;
            answers.push(BankNumber { value, tolerance: tolerance.abs(), share, why });
        }
        let units = element.get("units").into_iter().flat_map(|units| units.all("unit"));
        let unit = units
            .filter(|unit| unit.get("multiplier").is_none_or(|one| number(&one.text) == Ok(1.0)))
            .find_map(|unit| unit.get("unit_name"))
            .map(|name| words(&name.text, TextForm::Plain, &mut self.losses))
            .transpose()?;
        let unit = unit.map(|unit| unit.text).filter(|unit| !unit.is_empty());
        if answers.is_empty() {
            Err(Unfit::NoRight)
        } else {
            Ok(BankBody::Number { answers, unit })
        }
    }
}

/// How the text of an element is read. Moodle's own mixed form is HTML where it matters.
fn form(element: &Element) -> TextForm {
    match element.attribute("format") {
        Some("plain_text") => TextForm::Plain,
        Some("markdown") => TextForm::Markdown,
        // Typed answers have no form: they are compared letter by letter.
        None if element.name == "answer" => TextForm::Plain,
        _ => TextForm::Html,
    }
}
