//! Every screen in every look: what axe-core sees, and what it does not see.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use anyhow::{Context, Result, anyhow, ensure};
use eighteen_app::{
    App, UserError,
    wire::{learner::NameLearner, trainer::Passphrase},
};
use eighteen_testkit::{SaveTo, finish_steps, right_response, some_response, take_check};
use harness::{Start, Window};
use serde_json::{Value, json};

use super::support::{ask, trainer::PASSPHRASE};

/// Types of questions that the format knows.
const TYPES: usize = 5;

/// A way in which every screen is looked at.
struct Look {
    language: &'static str,
    theme: &'static str,
    contrast: &'static str,
    percent: u32,
    size: (u32, u32),
}

const LIGHT: Look =
    Look { language: "en-GB", theme: "light", contrast: "system", percent: 100, size: (1180, 800) };

#[test]
fn every_screen_is_sound_in_light() -> Result<()> {
    sweep(&LIGHT)
}

#[test]
fn every_screen_is_sound_in_the_dark() -> Result<()> {
    sweep(&Look { theme: "dark", ..LIGHT })
}

#[test]
fn every_screen_is_sound_from_right_to_left() -> Result<()> {
    sweep(&Look { language: "ar-XB", ..LIGHT })
}

#[test]
fn every_screen_is_sound_with_text_at_twice_the_size() -> Result<()> {
    sweep(&Look { percent: 200, ..LIGHT })
}

#[test]
fn every_screen_is_sound_in_a_small_dark_window_with_long_words_and_more_contrast() -> Result<()> {
    sweep(&Look { language: "en-XA", theme: "dark", contrast: "on", size: (640, 480), ..LIGHT })
}

#[test]
fn the_sweep_sees_what_is_planted() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let window = open(&LIGHT, folder.path())?;
    inspect(&window, &LIGHT, "as it is")?;
    for (what, plant) in [
        ("a picture without words", "const i = new Image(); i.src = '/x.png'; main.append(i)"),
        ("a page that is too wide", "main.firstElementChild.style.width = '5000px'"),
        ("letters that are too small", "main.querySelector('h1').style.fontSize = '9px'"),
        ("a second heading", "main.append(document.createElement('h1'))"),
    ] {
        window.run(&format!("const main = document.querySelector('main'); {plant}"), &[])?;
        let seen = inspect(&window, &LIGHT, what);
        ensure!(seen.is_err(), "{what} was planted and not seen");
        window.reload()?;
        window.settled()?;
    }
    let breaches = window.policy_breaches()?;
    ensure!(breaches.is_empty(), "the page itself breaks no rule: {breaches:?}");
    window.run(
        "const s = document.createElement('script'); s.textContent = '1'; document.body.append(s)",
        &[],
    )?;
    ensure!(!window.policy_breaches()?.is_empty(), "a planted script is blocked, and told");
    Ok(())
}

/// Goes through every screen of a new folder and then of one that was used.
fn sweep(look: &Look) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let window = open(look, folder.path())?;
    let mut found = Findings::default();
    for (name, place) in [
        ("welcome", "/welcome"),
        ("home of a newcomer", "/home"),
        ("record of a newcomer", "/record"),
        ("the door without a store", "/trainer"),
    ] {
        window.go(place)?;
        found.note(inspect(&window, look, name));
    }
    found.note(clean(&window));
    window.close()?;
    use_folder(folder.path()).map_err(|error| anyhow!("using the folder: {error}"))?;
    let window = open(look, folder.path())?;
    learner_screens(&window, look, &mut found)?;
    check_screens(&window, look, &mut found)?;
    trainer_screens(&window, look, &mut found)?;
    found.note(clean(&window));
    found.into_result()
}

fn learner_screens(window: &Window, look: &Look, found: &mut Findings) -> Result<()> {
    for place in ["/home", "/modules", "/record", "/settings", "/about"] {
        window.go(place)?;
        found.note(inspect(window, look, place));
    }
    let modules = ask(window, "home", &Value::Null)?["modules"].take();
    for module in modules.as_array().context("modules are a list")? {
        let id = module["id"].as_str().context("a module has an id")?;
        window.go(&format!("/modules/{id}"))?;
        found.note(inspect(window, look, id));
        window.go(&format!("/modules/{id}/check"))?;
        found.note(inspect(window, look, &format!("{id}: before the check")));
        // The steps of two modules hold every kind of block; the words of the others are content.
        if ["the-notice", "stolen-data"].contains(&id) {
            steps(window, look, id, found)?;
        }
    }
    Ok(())
}

fn steps(window: &Window, look: &Look, module: &str, found: &mut Findings) -> Result<()> {
    let overview = ask(window, "module_overview", &json!({ "moduleId": module }))?;
    for step in overview["steps"].as_array().context("steps are a list")? {
        let id = step["id"].as_str().context("a step has an id")?;
        window.go(&format!("/modules/{module}/step/{id}"))?;
        open_everything(window)?;
        found.note(inspect(window, look, &format!("{module}: {id}")));
    }
    Ok(())
}

/// What is folded away is looked at too.
fn open_everything(window: &Window) -> Result<()> {
    let open = "document.querySelectorAll('main details').forEach((one) => { one.open = true })";
    window.run(open, &[])?;
    window.settled()
}

fn check_screens(window: &Window, look: &Look, found: &mut Findings) -> Result<()> {
    let mut types = BTreeSet::new();
    let home = ask(window, "home", &Value::Null)?;
    // Chance decides which types a check draws; over all modules every type comes.
    for module in home["modules"].as_array().context("modules are a list")? {
        if types.len() < TYPES {
            questions(window, look, &module["id"], &mut types, found)?;
        }
    }
    ensure!(types.len() == TYPES, "every type of question was looked at: {types:?}");
    for done in home["recent"].as_array().context("results are a list")? {
        let id = done["attemptId"].as_str().context("an attempt has an id")?;
        window.go(&format!("/check/{id}/result"))?;
        open_everything(window)?;
        found.note(inspect(window, look, "a result"));
    }
    Ok(())
}

/// Looks at one question of each type that a module's check draws, and at the review before the first
/// answer.
fn questions(
    window: &Window,
    look: &Look,
    module: &Value,
    types: &mut BTreeSet<String>,
    found: &mut Findings,
) -> Result<()> {
    let mut view = ask(window, "start_check", &json!({ "moduleId": module }))?;
    let attempt = view["attemptId"].as_str().context("an attempt has an id")?.to_owned();
    if types.is_empty() {
        window.go(&format!("/check/{attempt}/review"))?;
        found.note(inspect(window, look, "the review"));
    }
    for position in 1..=view["of"].as_u64().context("a check has questions")? {
        let place = json!({ "attemptId": attempt, "position": position });
        view = ask(window, "open_question", &place)?;
        let kind = view["question"]["body"]["kind"].as_str().unwrap_or_default().to_owned();
        if types.insert(kind.clone()) {
            window.go(&format!("/check/{attempt}/question/{position}"))?;
            found.note(inspect(window, look, &format!("a question: {kind}")));
        }
    }
    Ok(())
}

fn trainer_screens(window: &Window, look: &Look, found: &mut Findings) -> Result<()> {
    window.go("/trainer")?;
    found.note(inspect(window, look, "the locked door"));
    ask(window, "unlock_trainer", &json!({ "passphrase": PASSPHRASE }))?;
    window.reload()?;
    window.go("/trainer")?;
    window.wait_for("people-table")?;
    found.note(inspect(window, look, "people"));
    let overview = ask(window, "trainer_overview", &Value::Null)?;
    let person = overview["rows"][0]["personId"].as_str().context("there are people")?;
    window.go(&format!("/trainer/people/{person}"))?;
    open_everything(window)?;
    found.note(inspect(window, look, "a person"));
    window.go("/trainer/questions")?;
    window.wait_for("question-table")?;
    found.note(inspect(window, look, "questions"));
    Ok(())
}

fn open(look: &Look, folder: &std::path::Path) -> Result<Window> {
    let window = Start::new(folder).sized(look.size.0, look.size.1).go()?;
    let settings = json!({
        "language": look.language, "textPercent": look.percent, "theme": look.theme,
        "moreContrast": look.contrast, "lessMotion": "on", "readingFont": "serif",
        "singleKeys": true, "trainerArea": true,
    });
    ask(&window, "save_settings", &settings)?;
    window.reload()?;
    window.settled()?;
    Ok(window)
}

/// Somebody passed one module after a try, and a trainer looked at sample data.
fn use_folder(folder: &std::path::Path) -> Result<(), UserError> {
    let app = App::open(folder, Box::new(SaveTo::nowhere()));
    finish_steps(&app, "the-notice")?;
    app.name_learner(NameLearner { name: "Maya Okafor".to_owned() })?;
    take_check(&app, "the-notice", some_response)?;
    take_check(&app, "the-notice", right_response)?;
    app.create_trainer_store(Passphrase { passphrase: PASSPHRASE.to_owned() })?;
    app.load_sample()?;
    Ok(())
}

/// What was wrong, over all screens: one run tells everything.
#[derive(Default)]
struct Findings(Vec<String>);

impl Findings {
    fn note(&mut self, seen: Result<()>) {
        if let Err(error) = seen {
            self.0.push(format!("{error:#}"));
        }
    }

    fn into_result(self) -> Result<()> {
        ensure!(
            self.0.is_empty(),
            "{} screens are not sound:\n{}",
            self.0.len(),
            self.0.join("\n")
        );
        Ok(())
    }
}

/// No breach of the policy, no error, no request to anywhere.
fn clean(window: &Window) -> Result<()> {
    let breaches = window.policy_breaches()?;
    ensure!(breaches.is_empty(), "the policy of the page was broken: {breaches:?}");
    let errors = window.page_errors()?;
    ensure!(errors.is_empty(), "the page had errors: {errors:?}");
    let requests = window.foreign_requests()?;
    ensure!(requests.is_empty(), "the page asked for something outside: {requests:?}");
    Ok(())
}

/// Everything that is asked of one screen.
fn inspect(window: &Window, look: &Look, name: &str) -> Result<()> {
    window.settled()?;
    let mut wrong = String::new();
    for violation in window.axe().with_context(|| format!("axe on {name}"))? {
        let _ =
            write!(wrong, "\n    {}: {} {:?}", violation.rule, violation.help, violation.elements);
    }
    let smallest = 14.0 * f64::from(look.percent) / 100.0;
    let seen = window.run(MEASURE, &[json!(smallest)])?;
    for line in seen.as_array().into_iter().flatten().filter_map(Value::as_str) {
        let _ = write!(wrong, "\n    {line}");
    }
    let direction = if look.language == "ar-XB" { "rtl" } else { "ltr" };
    let dir = window.string("return document.documentElement.dir", &[])?;
    ensure!(dir == direction, "{name}: the page runs {dir:?}");
    let title = window.page_title()?;
    ensure!(title.starts_with("Eighteen Days"), "{name}: the title is {title:?}");
    ensure!(wrong.is_empty(), "{name}:{wrong}");
    Ok(())
}

/// What axe-core does not look for (bar G2, G3, G3b, G8): a page that scrolls sideways, letters below the
/// smallest size, labels of a drawing or of the rule that touch, and targets that are too small to hit.
const MEASURE: &str = r#"
const smallest = arguments[0];
const wrong = [];
const root = document.documentElement;
if (root.scrollWidth > innerWidth + 1) wrong.push(`the page is ${root.scrollWidth} wide in ${innerWidth}`);
const main = document.querySelector('main');
if (main && main.scrollWidth > main.clientWidth + 1) wrong.push(`the content is ${main.scrollWidth} wide in ${main.clientWidth}`);
if (document.querySelectorAll('h1').length !== 1) wrong.push(`${document.querySelectorAll('h1').length} first headings`);
if (!root.lang) wrong.push('the page does not say its language');

const isHidden = (element) => {
  const box = element.getBoundingClientRect();
  return box.width <= 1 || box.height <= 1 || getComputedStyle(element).visibility === 'hidden';
};
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const small = new Set();
while (walker.nextNode()) {
  const element = walker.currentNode.parentElement;
  if (!walker.currentNode.textContent.trim() || element.closest('script, style, [hidden], dialog:not([open])')) continue;
  if (element.getClientRects().length === 0 || isHidden(element)) continue;
  let size = parseFloat(getComputedStyle(element).fontSize);
  const drawing = element.closest('svg');
  if (drawing) size *= element.getScreenCTM().a;
  if (size < smallest - 0.1) small.add(`${element.tagName}.${element.className.baseVal ?? element.className} ${size.toFixed(1)}px "${walker.currentNode.textContent.trim().slice(0, 30)}"`);
}
for (const one of [...small].slice(0, 5)) wrong.push(`letters below ${smallest}px: ${one}`);

const touch = (one, two) =>
  one.left < two.right - 1 && two.left < one.right - 1 && one.top < two.bottom - 1 && two.top < one.bottom - 1;
const groups = [...document.querySelectorAll('svg')].map((svg) => [...svg.querySelectorAll('text')]);
groups.push(...[...document.querySelectorAll('.rule')].map((rule) => [...rule.querySelectorAll('ol > li > .label, .end')]));
for (const labels of groups) {
  const boxes = labels.map((label) => [label, label.getBoundingClientRect()]).filter(([label, box]) => box.width > 0 && getComputedStyle(label).visibility === 'visible');
  for (let a = 0; a < boxes.length; a += 1) for (let b = a + 1; b < boxes.length; b += 1) {
    if (touch(boxes[a][1], boxes[b][1])) wrong.push(`labels touch: "${boxes[a][0].textContent.trim()}" and "${boxes[b][0].textContent.trim()}"`);
  }
}

for (const target of document.querySelectorAll('[data-testid="decision-option"], [data-testid="option"], button.primary')) {
  const row = target.closest('label') ?? target;
  const box = row.getBoundingClientRect();
  if (box.height > 0 && box.height < 43.5) wrong.push(`a target of ${box.height.toFixed(0)}px: ${row.textContent.trim().slice(0, 30)}`);
}
return wrong;
"#;
