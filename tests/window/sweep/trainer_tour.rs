//! The way through what a trainer does with files, people and assignments, and through a store that shows nobody.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, ensure};
use eighteen_testkit::{assignment_file, result_files};
use harness::{Dialog, Key};
use serde_json::{Value, json};

use super::inspect::Eye;
use crate::window::support::ask;
use crate::window::support::learner::begin;
use crate::window::support::trainer::PASSPHRASE;

/// What others have made, in files, beside a data folder in which a trainer's store is made. They lie together,
/// where dialogs look for them.
pub(crate) fn files_beside(data: &Path) -> Result<PathBuf> {
    let people = ["Noor", "Jun Ólafsdóttir-Wetherby of Accounts Payable, Second Floor", "Ada"];
    let refused = |error| anyhow!("{error}");
    let results = result_files(data, PASSPHRASE, &people, 2).map_err(refused)?;
    fs::write(results.join("rubbish.e18r"), "not a result file")?;
    let list = "Name,Code,Groups,Remark\nAda,A-7,Payroll; Second floor,new\nBo,A-7,Payroll,\n,,,nobody\n\
                Cem,C-9,=1+1,\nDee Longname of the Department of Very Long Names,D-1,Second floor,\n";
    fs::write(results.join("people.csv"), list)?;
    let file = assignment_file(&results.with_file_name("another trainer"), PASSPHRASE);
    fs::rename(file.map_err(refused)?, results.join("assignments.e18a"))?;
    Ok(results)
}

/// Results, a list of people and an assignment come in as files; something is assigned.
pub(crate) fn with_files(eye: &mut Eye<'_>) -> Result<()> {
    begin(eye.window, "Maya")?;
    ask(eye.window, "unlock_trainer", &json!({ "passphrase": PASSPHRASE }))?;
    eye.window.reload()?;
    eye.visit("/trainer/assignments")?;
    collecting(eye)?;
    importing(eye)?;
    people(eye)?;
    assigning(eye)?;
    assigned(eye)?;
    eye.visit("/about")?;
    eye.inspect("what an organisation has decided")?;
    eye.visit("/settings")?;
    eye.inspect("a setting that is locked")?;
    eye.visit("/settings/results")?;
    eye.window.wait_for("delivery-locked")?;
    eye.inspect("a record store that is locked")?;
    eye.window.click("name-store")?;
    eye.window.wait_for("store-name")?;
    eye.inspect("name and password for a record store that is locked")
}

/// The dialog of the system that a button opens.
fn dialog<'a>(eye: &Eye<'a>, button: &str) -> Result<Dialog<'a>> {
    let before = eye.window.screen().windows()?;
    eye.window.click(button)?;
    Dialog::after(eye.window, &before)
}

fn collecting(eye: &mut Eye<'_>) -> Result<()> {
    eye.visit("/trainer/collect")?;
    dialog(eye, "choose-result-files")?.take_all_at_home()?;
    eye.window.wait_for("collect-take")?;
    eye.inspect("files that were looked at")?;
    eye.window.click("collect-take")?;
    eye.window.wait_for("not-started")?;
    eye.inspect("files that were collected, and who has not started")?;
    record_store(eye)
}

/// A record store to collect from: none, the form and what is wrong in it, one that nobody answers at.
fn record_store(eye: &mut Eye<'_>) -> Result<()> {
    eye.window.click("name-source")?;
    eye.window.click("save-store")?;
    eye.window.wait_for("[data-testid=store-address][aria-invalid=true]")?;
    eye.inspect("a record store to collect from, without an address")?;
    // Nobody listens at port 9.
    let store = json!({
        "address": "https://localhost:9/xapi",
        "version": "1.0.3",
        "name": "Northwind",
        "password": "of-the-sweep",
    });
    ask(eye.window, "name_source", &store)?;
    eye.visit("/trainer/people")?;
    eye.visit("/trainer/collect")?;
    eye.window.click("gather-look")?;
    eye.window.wait_for("[data-testid=gather-status][data-value=trouble]")?;
    eye.inspect("a record store that does not answer")?;
    ask(eye.window, "remove_source", &json!(null))?;
    Ok(())
}

fn importing(eye: &mut Eye<'_>) -> Result<()> {
    eye.visit("/trainer/people-from-a-list")?;
    dialog(eye, "choose-roster")?.take_first_at_home()?;
    eye.window.wait_for("import-roster")?;
    eye.inspect("a list with faults")?;
    eye.window.click("import-roster")?;
    eye.window.wait_for("to-people")?;
    eye.inspect("a list that was imported")
}

fn people(eye: &mut Eye<'_>) -> Result<()> {
    eye.go("/trainer/people")?;
    eye.window.wait_for("same-person")?;
    eye.inspect("people, of whom two may be one")?;
    eye.window.click("choose-person")?;
    eye.window.click("put-into-group")?;
    eye.window.wait_for("[data-testid=group-name][aria-invalid=true]")?;
    eye.inspect("a group without a name")
}

fn assigning(eye: &mut Eye<'_>) -> Result<()> {
    eye.window.click("assign-chosen")?;
    eye.window.wait_for("assign")?;
    eye.inspect("a new assignment")?;
    eye.window.click("[data-testid=assign-when][value=other]")?;
    eye.window.click("assign")?;
    eye.window.wait_for("error-summary")?;
    eye.inspect("an assignment in which something is missing")?;
    let form = ask(eye.window, "assignment_form", &json!({ "personIds": [] }))?;
    let module = &form["modules"][0];
    let step = &module["steps"][1];
    let made = json!({
        "parts": [
            { "moduleId": module["moduleId"], "stepId": null },
            { "moduleId": module["moduleId"], "stepId": step["stepId"] },
        ],
        "everybody": true, "groupIds": [form["groups"][0]["groupId"]], "personIds": [],
        "due": form["today"], "message": "Before the drill, please.",
    });
    ask(eye.window, "make_assignment", &made)?;
    eye.visit("/trainer/assignments")?;
    eye.window.click("save-assignment-file")?;
    eye.window.wait_for("[data-testid=sender][aria-invalid=true]")?;
    eye.inspect("a sender that is missing")?;
    eye.window.click("[data-testid=assignment] button")?;
    eye.window.wait_for("[data-testid=assignment] [data-sure]")?;
    eye.inspect("an assignment that may be withdrawn")
}

/// The learner's side of a file.
fn assigned(eye: &mut Eye<'_>) -> Result<()> {
    eye.visit("/settings/assignments")?;
    dialog(eye, "open-assignment-file")?.take_first_at_home()?;
    eye.window.wait_for("trust-trainer")?;
    eye.inspect("an assignment of a trainer who is not known")?;
    eye.window.click("trust-trainer")?;
    eye.window.wait_for("open-assignment-file")?;
    eye.inspect("an assignment that was taken")?;
    eye.go("/home")?;
    eye.window.wait_for("home-assigned")?;
    eye.inspect("what is assigned, on the home page")
}

/// Packs and their signers; one pack lies at home.
pub(crate) fn packs(eye: &mut Eye<'_>, home: &Path) -> Result<()> {
    eye.visit("/settings/packs")?;
    dialog(eye, "open-pack")?.take_first_at_home()?;
    eye.window.wait_for("trust-signer")?;
    eye.unfold()?;
    eye.inspect("a pack of a signer who is not known")?;
    eye.window.click("trust-signer")?;
    eye.window.wait_for("install-pack")?;
    eye.inspect("a pack that is signed and unchanged, and a key that is trusted")?;
    eye.window.click("forget-key")?;
    eye.window.wait_for("forget-key-yes")?;
    eye.inspect("a key that is about to go")?;
    eye.window.click("install-pack")?;
    eye.window.wait_for("pack-installed")?;
    eye.inspect("a pack that was installed beside the course")?;
    let file = home.join("house.e18p");
    let mut changed = fs::read(&file)?;
    let middle = changed.len() / 2;
    changed[middle] ^= 1;
    fs::write(&file, changed)?;
    dialog(eye, "open-pack")?.take_first_at_home()?;
    eye.window.wait_for("[data-testid=pack-verdict][data-value=changed]")?;
    eye.unfold()?;
    eye.inspect("a pack that was changed after signing")?;
    fs::write(&file, "a letter")?;
    dialog(eye, "open-pack")?.take_first_at_home()?;
    eye.window.wait_for("[data-testid=pack-verdict][data-value=notAPack]")?;
    eye.inspect("a file that is no pack")
}

/// The pages of the builder, empty and filled in, and a pack that was signed.
pub(crate) fn making_a_pack(eye: &mut Eye<'_>) -> Result<()> {
    const PAGES: [&str; 6] = ["modules", "texts", "own", "due", "branding", "sign"];
    let page = |name: &str| format!("/settings/packs/make/{name}");
    for name in PAGES {
        eye.visit(&page(name))?;
    }
    let parts = json!({
        "moduleIds": ["the-notice"], "inbox": false, "story": false, "assessment": false,
    });
    ask(eye.window, "choose_pack_parts", &parts)?;
    ask(eye.window, "choose_pack_languages", &json!({ "languages": ["en-GB", "ar"] }))?;
    ask(eye.window, "choose_pack_accent", &json!({ "accent": "#3584e4" }))?;
    ask(eye.window, "choose_pack_due", &json!({ "due": "2099-12-15" }))?;
    let said = |arabic: &str| {
        json!({
            "title": "Eighteen Days at Acme", "name": "Acme", "report": "security@acme.example",
            "texts": [
                { "lang": "en-GB", "welcome": "Take your time.", "contact": "Ask Mara.", "logo": null },
                { "lang": "ar", "welcome": arabic, "contact": "اسأل مارا.", "logo": null },
            ],
        })
    };
    let mut missing = said("");
    missing["texts"][1]["welcome"] = Value::Null;
    ask(eye.window, "save_pack_texts", &missing)?;
    eye.go("/settings/packs")?;
    eye.go(&page("sign"))?;
    eye.window.wait_for("[data-testid=pack-problems][data-value='1']")?;
    eye.inspect("a pack in which a translation is missing")?;
    ask(eye.window, "save_pack_texts", &said("خذ وقتك."))?;
    eye.go(&page("branding"))?;
    dialog(eye, "pack-logo")?.take_first_at_home()?;
    eye.window.wait_for("pack-logo-words")?;
    for name in PAGES {
        eye.visit(&page(name))?;
    }
    eye.go(&page("texts"))?;
    let dark = "const list = document.querySelector('[data-testid=shown-theme]');\
                list.value = list.value === 'dark' ? 'light' : 'dark';\
                list.dispatchEvent(new Event('change', { bubbles: true }))";
    eye.window.run(dark, &[])?;
    eye.window.painted()?;
    eye.inspect("what learners see in the other theme")?;
    eye.go(&page("sign"))?;
    eye.window.click("make-key")?;
    eye.window.wait_for("new-key-passphrase")?;
    eye.inspect("the form for a new key")?;
    eye.window.click("sign-pack")?;
    eye.inspect("a passphrase that is missing")?;
    eye.window.type_into("key-passphrase", "not the one at all")?;
    eye.window.click("sign-pack")?;
    eye.window.wait_for("failure")?;
    eye.inspect("a passphrase that is wrong")?;
    eye.go("/settings/packs")?;
    eye.go(&page("sign"))?;
    eye.window.wait_for("key-passphrase")?;
    eye.window.type_into("key-passphrase", "seven calm herons wade")?;
    eye.window.click("sign-pack")?;
    eye.window.wait_for("signed-pack")?;
    eye.inspect("a pack that was signed")
}

/// A module of one's own: as it is made, with what is wrong, with another text on the disk, and as learners see it.
pub(crate) fn own_pages(eye: &mut Eye<'_>) -> Result<()> {
    eye.go("/settings/packs/make/own")?;
    eye.window.click("add-own-module")?;
    eye.inspect("a module without a title")?;
    let made = ask(eye.window, "add_pack_module", &json!({ "title": "The first call" }))?;
    eye.visit("/settings/packs/module/the-first-call")?;
    let lesson = PathBuf::from(made["folder"].as_str().unwrap_or_default())
        .join(made["lesson"].as_str().unwrap_or_default());
    eye.go("/settings/packs/module/the-first-call/page/1")?;
    write_page(eye, "<script>alert(1)</script>\n\nCall the desk.")?;
    eye.window.wait_for("[data-testid=part-state][data-value=kept]")?;
    eye.inspect("a page with what no page may hold")?;
    let asks = "Call the desk first.\n\n```reflection\nid = \"own\"\nprompt = \"Whom would you call?\"\n```";
    let other =
        fs::read_to_string(&lesson)?.replace("<script>alert(1)</script>\n\nCall the desk.", asks);
    fs::write(&lesson, other)?;
    write_page(eye, "Mine.")?;
    eye.window.wait_for("part-conflict")?;
    eye.inspect("a page that an editor changed meanwhile")?;
    eye.window.click("take-theirs")?;
    eye.window.wait_for("reflection")?;
    eye.inspect("a page of one's own")?;
    for kind in ["question", "page"] {
        let new = json!({ "moduleId": "the-first-call", "kind": kind, "back": null });
        ask(eye.window, "add_pack_part", &new)?;
    }
    eye.visit("/settings/packs/module/the-first-call/question/1")?;
    eye.visit("/settings/packs/module/the-first-call")?;
    eye.window.click("remove-own-part")?;
    eye.window.wait_for("put-part-back")?;
    eye.inspect("a page that was removed")?;
    eye.window.click("put-part-back")?;
    let back = "return document.querySelector('[data-testid=put-part-back]') === null";
    eye.window.wait_until_true("the page to be back", back, &[])?;
    eye.window.click("remove-own-module")?;
    eye.window.wait_for("sure-remove")?;
    eye.inspect("the question before a module is removed")?;
    eye.visit("/settings/packs/preview/the-notice/1")?;
    eye.visit("/settings/packs/preview/the-first-call/3")
}

/// Puts a text in the place of that of the page.
fn write_page(eye: &Eye<'_>, text: &str) -> Result<()> {
    let write = "const area = document.querySelector('[data-testid=part-text]');\
                 area.value = arguments[0]; area.dispatchEvent(new Event('input', { bubbles: true }))";
    eye.window.run(write, &[json!(text)]).map(drop)
}

/// A store in which no person is shown, from its door on.
pub(crate) fn where_nobody_is_shown(eye: &mut Eye<'_>) -> Result<()> {
    eye.go("/trainer")?;
    eye.window.click("[data-testid=shown-choice][value=groups]")?;
    eye.inspect("a door to groups only")?;
    eye.window.type_into("group-size", "three")?;
    eye.window.click("create-trainer-store")?;
    eye.window.wait_for("error-summary")?;
    eye.inspect("a size of groups that is none")?;
    let store = json!({ "passphrase": PASSPHRASE, "smallestGroup": 5 });
    ask(eye.window, "create_works_council_store", &store)?;
    ask(eye.window, "load_sample", &Value::Null)?;
    let form = ask(eye.window, "assignment_form", &json!({ "personIds": [] }))?;
    let to_everybody = json!({
        "parts": [{ "moduleId": form["modules"][0]["moduleId"], "stepId": null }], "everybody": true,
        "groupIds": [], "personIds": [], "due": form["today"], "message": "Before the drill.",
    });
    ask(eye.window, "make_assignment", &to_everybody)?;
    eye.window.reload()?;
    eye.go("/trainer")?;
    let led_to_persons = eye.window.has("people-link")?;
    ensure!(!led_to_persons, "nothing leads to a page of persons");
    for page in [
        "",
        "/assignments",
        "/assignments/new",
        "/module",
        "/questions",
        "/inbox",
        "/ultimatum",
        "/misconceptions",
        "/what-lasted",
        "/collect",
        "/people",
        "/take/questions",
    ] {
        eye.go(&format!("/trainer{page}"))?;
        eye.unfold()?;
        eye.inspect(&format!("where nobody is shown: {page}"))?;
    }
    Ok(())
}

/// Reports of a group and of days, one of which is none.
pub(crate) fn told_of_some(eye: &mut Eye<'_>) -> Result<()> {
    ask(eye.window, "create_trainer_store", &json!({ "passphrase": PASSPHRASE }))?;
    ask(eye.window, "load_sample", &Value::Null)?;
    let overview = ask(eye.window, "trainer_overview", &json!({}))?;
    let people: Vec<&Value> = overview["rows"].as_array().into_iter().flatten().take(12).collect();
    let people: Vec<&Value> = people.into_iter().map(|row| &row["personId"]).collect();
    let name = "Accounts Payable, Second Floor, and Treasury";
    ask(eye.window, "put_into_group", &json!({ "name": name, "personIds": people }))?;
    eye.window.reload()?;
    eye.go("/trainer/what-lasted")?;
    pick_last(eye, "report-group")?;
    pick_last(eye, "report-when")?;
    eye.window.type_into("report-from", "2026-02-30")?;
    eye.window.press(Key::Tab)?;
    eye.window.wait_for("[data-testid=report-from][aria-invalid=true]")?;
    eye.inspect("what lasted, of a group and from a day that is none")?;
    for page in ["", "/inbox", "/ultimatum", "/take/lasted"] {
        eye.go(&format!("/trainer{page}"))?;
        eye.inspect(&format!("told of a group: {page}"))?;
    }
    Ok(())
}

/// Chooses the last entry of a list.
fn pick_last(eye: &mut Eye<'_>, testid: &str) -> Result<()> {
    eye.window.wait_for(testid)?;
    let pick = "const list = document.querySelector(`[data-testid=${arguments[0]}]`);
        list.selectedIndex = list.options.length - 1;
        list.dispatchEvent(new Event('change', { bubbles: true }));";
    eye.window.run(pick, &[json!(testid)])?;
    Ok(())
}
