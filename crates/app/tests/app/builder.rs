//! An organisation's own pack: cut from what ships, given words, a logo and a colour, signed, and seen by a learner.

use std::{
    fs,
    path::{Path, PathBuf},
};

use eighteen_app::{
    App, ErrorCode, packs,
    wire::{
        builder::{
            BuilderPage, ChooseAccent, ChooseDue, ChooseLanguages, ChooseParts, DraftTexts,
            KeyPassphrase, OrganisationText, PackDraft, WhichLogo,
        },
        content::Art,
        packs::{OpenCourse, OpenedPack, TrustSigner},
    },
};

use eighteen_testkit::{finish_steps, right_response, take_check};

use crate::support::{Folder, begin};

const PASSPHRASE: &str = "seven calm herons wade";

fn parts(modules: &[&str]) -> ChooseParts {
    ChooseParts {
        module_ids: modules.iter().map(|id| (*id).to_owned()).collect(),
        inbox: false,
        story: false,
        assessment: false,
    }
}

fn languages(tags: &[&str]) -> ChooseLanguages {
    ChooseLanguages { languages: tags.iter().map(|tag| (*tag).to_owned()).collect() }
}

fn text(lang: &str, welcome: Option<&str>) -> OrganisationText {
    let welcome = welcome.map(str::to_owned);
    OrganisationText { lang: lang.to_owned(), welcome, contact: None, logo: None }
}

fn texts(name: &str, texts: Vec<OrganisationText>) -> DraftTexts {
    DraftTexts {
        title: "Eighteen Days at Acme".to_owned(),
        name: name.to_owned(),
        report: "security@acme.example".to_owned(),
        texts,
    }
}

fn folder(draft: &PackDraft) -> PathBuf {
    PathBuf::from(draft.folder.as_ref().expect("a folder"))
}

/// A red square with sides of two pixels.
fn logo(folder: &Folder) -> PathBuf {
    let path = folder.dir.path().join("logo.png");
    let source =
        concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/packs/v1/media/dot.png");
    fs::copy(source, &path).unwrap();
    path
}

fn messages(draft: &PackDraft) -> Vec<&str> {
    draft.problems.iter().map(|problem| problem.message.as_str()).collect()
}

#[test]
fn any_modules_of_the_course_make_a_sound_pack_with_what_they_need_and_no_more() {
    let files = Folder::new();
    let app = files.app();
    let empty = app.pack_draft().unwrap();
    assert!(empty.folder.is_none() && empty.problems.is_empty() && empty.modules.len() == 9);
    let draft = app.choose_pack_parts(parts(&["pressure", "the-notice"])).unwrap();
    assert_eq!(messages(&draft), [""; 0]);
    let chosen: Vec<&str> =
        draft.modules.iter().filter(|one| one.chosen).map(|one| one.module_id.as_str()).collect();
    assert_eq!(chosen, ["the-notice", "pressure"], "in the order of the course");
    let at = folder(&draft);
    let written = eighteen_pack::load_dir(&at).unwrap();
    let (pack, problems) = eighteen_pack::read(&written);
    assert_eq!(problems, [], "the command line finds the same");
    let pack = pack.unwrap();
    let whole = eighteen_app::Course::shipped().unwrap().pack;
    assert!(pack.claims.len() < whole.claims.len() && !pack.claims.is_empty());
    assert!(pack.statements.len() < whole.statements.len());
    assert!(pack.inbox.is_none() && pack.story.is_none() && pack.assessment.is_none());
    assert!(!written.keys().any(|path| path.starts_with("inbox/") || path.contains("dilemma")));
    // Everything, and one module again: what was cut away comes back, and goes again.
    let all: Vec<&str> = whole.modules.iter().map(|module| module.id.as_str()).collect();
    let more = ChooseParts { inbox: true, story: true, assessment: true, ..parts(&all) };
    let draft = app.choose_pack_parts(more).unwrap();
    assert_eq!(messages(&draft), [""; 0]);
    let full = eighteen_pack::read(&eighteen_pack::load_dir(&at).unwrap()).0.unwrap();
    assert_eq!((full.claims, full.modules), (whole.claims, whole.modules), "links are whole again");
    assert_eq!(full.assessment.unwrap().policy.draw, 30);
    let draft = app.choose_pack_parts(parts(&["ready"])).unwrap();
    assert_eq!(messages(&draft), [""; 0]);
    assert!(!draft.modules.iter().any(|module| module.own));
    // The next start finds it where it was.
    drop(app);
    let again = files.app().pack_draft().unwrap();
    assert_eq!((again.folder, again.modules), (draft.folder, draft.modules));
}

#[test]
fn what_an_editor_changed_stays() {
    let files = Folder::new();
    let app = files.app();
    let at = folder(&app.choose_pack_parts(parts(&["the-notice"])).unwrap());
    let lesson = at.join("lessons/the-notice.md");
    let changed = fs::read_to_string(&lesson).unwrap() + "\nOur own last sentence.\n";
    fs::write(&lesson, &changed).unwrap();
    let draft = app.choose_pack_parts(parts(&["pressure"])).unwrap();
    let of = |id: &str| draft.modules.iter().find(|module| module.module_id == id).unwrap();
    assert!(of("the-notice").own && of("the-notice").chosen, "it is not taken away");
    assert!(of("pressure").chosen && !of("pressure").own);
    assert_eq!(fs::read_to_string(&lesson).unwrap(), changed);
    fs::write(at.join("lessons/the-notice.md"), "<script>").unwrap();
    let draft = app.pack_draft().unwrap();
    assert!(draft.problems.iter().any(|problem| problem.page == BuilderPage::File));
    fs::remove_dir_all(&at).unwrap();
    let draft = app.pack_draft().unwrap();
    assert_eq!(draft.lost.as_deref(), at.to_str(), "the page says which folder is gone");
    assert_eq!(app.choose_pack_parts(parts(&[])).unwrap_err().code, ErrorCode::DraftLost);
    assert!(app.new_pack_draft().unwrap().lost.is_none());
}

#[test]
fn words_are_wanted_in_every_language_and_problems_name_their_page() {
    let files = Folder::new();
    let app = files.app();
    app.choose_pack_parts(parts(&["the-notice"])).unwrap();
    for wrong in [vec!["English"], vec![], vec!["de", "de"]] {
        let refused = app.choose_pack_languages(languages(&wrong)).unwrap_err();
        assert_eq!(refused.code, ErrorCode::ResponseInvalid, "{wrong:?}");
    }
    let draft = app.choose_pack_languages(languages(&["en-GB", "de"])).unwrap();
    assert_eq!(draft.organisation.languages, ["en-GB", "de"]);
    let named =
        |draft: &PackDraft, page| draft.problems.iter().filter(|one| one.page == page).count();
    assert_eq!(named(&draft, BuilderPage::Texts), 1, "the name: {:?}", draft.problems);
    let given = vec![text("en-GB", Some("Hello \"you\"\nthere.")), text("de", None)];
    let draft = app.save_pack_texts(texts("Acme", given)).unwrap();
    assert_eq!(messages(&draft), ["`welcome` is missing in `de`; add it"]);
    assert_eq!(draft.problems[0].page, BuilderPage::Texts);
    assert_eq!(draft.problems[0].file, "organisation.toml");
    assert_eq!(draft.organisation.texts[0].welcome.as_deref(), Some("Hello \"you\" there."));
    let given = vec![text("en-GB", Some("Hello.")), text("de", Some("Hallo."))];
    let draft = app.save_pack_texts(texts("Acme", given)).unwrap();
    assert_eq!(messages(&draft), [""; 0]);
    assert_eq!(draft.title, "Eighteen Days at Acme");
    let long = texts(&"x".repeat(3_000), vec![]);
    assert_eq!(app.save_pack_texts(long).unwrap_err().code, ErrorCode::ResponseInvalid);
    assert_eq!(app.pack_draft().unwrap().organisation.name, "Acme", "nothing was changed");
    // A language that goes takes its words with it.
    let draft = app.choose_pack_languages(languages(&["de"])).unwrap();
    assert_eq!(draft.organisation.texts, [text("de", Some("Hallo."))]);
}

#[test]
fn a_logo_is_checked_and_a_colour_made_readable() {
    let files = Folder::new();
    let png = logo(&files);
    let bad = files.dir.path().join("logo.svg");
    fs::write(
        &bad,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><script/></svg>",
    )
    .unwrap();
    let app = files.app_opening(vec![bad.clone()]);
    app.choose_pack_parts(parts(&["the-notice"])).unwrap();
    let refused = app.choose_pack_logo(WhichLogo { dark: false }).unwrap_err();
    assert_eq!((refused.code, refused.path.as_deref()), (ErrorCode::PictureRefused, bad.to_str()));
    assert!(refused.detail.contains("script"), "{}", refused.detail);
    fs::write(&bad, vec![b' '; 600 * 1024]).unwrap();
    assert_eq!(
        app.choose_pack_logo(WhichLogo { dark: false }).unwrap_err().code,
        ErrorCode::PictureRefused
    );
    assert!(app.pack_draft().unwrap().organisation.logo.is_none(), "nothing of it came in");
    drop(app);
    let app = files.app_opening(vec![png]);
    app.save_pack_texts(texts("Acme", vec![])).unwrap();
    let draft = app.choose_pack_logo(WhichLogo { dark: false }).unwrap().unwrap();
    assert_eq!(messages(&draft), [""; 0]);
    assert_eq!(draft.organisation.texts[0].logo.as_deref(), Some("Acme"), "the name stands for it");
    let Art::Picture { address } = &draft.organisation.logo.as_ref().unwrap().light else {
        panic!("a PNG is a picture");
    };
    let path = &address[address.find("draft/").unwrap()..];
    assert_eq!(app.picture(path).unwrap().0, "image/png");
    let draft = app.choose_pack_logo(WhichLogo { dark: true }).unwrap().unwrap();
    assert!(draft.organisation.logo.unwrap().dark.is_some());
    let draft = app.choose_pack_accent(ChooseAccent { accent: Some("3584E4".to_owned()) }).unwrap();
    let accent = draft.organisation.accent.unwrap();
    assert_eq!(accent.own, "#3584e4");
    assert!(accent.light.adjusted && accent.light.before < 4.5 && accent.light.after >= 4.5);
    for wrong in ["red", "#12345", "#3584e4; background: url(x)"] {
        let wrong = ChooseAccent { accent: Some(wrong.to_owned()) };
        assert_eq!(app.choose_pack_accent(wrong).unwrap_err().code, ErrorCode::ResponseInvalid);
    }
    let draft = app.remove_pack_logo(WhichLogo { dark: false }).unwrap();
    assert_eq!(messages(&draft), [""; 0]);
    assert!(draft.organisation.logo.is_none());
    let left = eighteen_pack::load_dir(&folder(&draft)).unwrap();
    assert!(!left.keys().any(|path| path.starts_with("media/logo")), "no file stays behind");
}

/// A draft with everything, in a folder of its own, so that the pack is saved beside it.
fn ready(files: &Folder, app: &App) -> PackDraft {
    app.choose_pack_parts(parts(&["the-notice"])).unwrap();
    app.choose_pack_languages(languages(&["en-GB", "de"])).unwrap();
    let given = vec![text("en-GB", Some("Hello.")), text("de", Some("Hallo."))];
    app.save_pack_texts(texts("Acme", given)).unwrap();
    let accent = ChooseAccent { accent: Some("#3584e4".to_owned()) };
    let draft = app.choose_pack_accent(accent).unwrap();
    let ours = files.dir.path().join("ours");
    fs::rename(folder(&draft), &ours).unwrap();
    draft
}

#[test]
fn a_day_travels_with_the_pack_and_stands_on_home_until_a_module_is_done() {
    let files = Folder::new();
    let app = files.app();
    app.choose_pack_parts(parts(&["the-notice", "pressure"])).unwrap();
    app.save_pack_texts(texts("Acme", vec![])).unwrap();
    for wrong in ["2026-11-21", "soon", "2026-02-30"] {
        let refused = app.choose_pack_due(ChooseDue { due: Some(wrong.to_owned()) }).unwrap_err();
        assert_eq!(refused.code, ErrorCode::ResponseInvalid, "{wrong}");
    }
    let draft = app.choose_pack_due(ChooseDue { due: Some("2026-12-01".to_owned()) }).unwrap();
    assert_eq!((messages(&draft), draft.organisation.due.as_deref()), (vec![], Some("2026-12-01")));
    let pack = eighteen_pack::load_dir(&folder(&draft)).unwrap();
    drop(app);
    let elsewhere = Folder::new();
    let learner = elsewhere.app_with(pack);
    let asked = learner.home().unwrap().assigned;
    let asked: Vec<_> = asked
        .iter()
        .map(|one| (one.part.module_id.as_str(), one.days_left, one.from.as_str()))
        .collect();
    assert_eq!(asked, [("the-notice", 9, "Acme"), ("pressure", 9, "Acme")]);
    begin(&learner, "Maya");
    finish_steps(&learner, "pressure").unwrap();
    take_check(&learner, "pressure", right_response).unwrap();
    let asked = learner.home().unwrap().assigned;
    assert_eq!(asked.len(), 1, "{asked:?}");
    let app = files.app();
    assert!(app.choose_pack_due(ChooseDue { due: None }).unwrap().organisation.due.is_none());
}

fn sign(app: &App, passphrase: &str) -> Result<Option<String>, ErrorCode> {
    let signed = app.sign_pack_draft(KeyPassphrase { passphrase: passphrase.to_owned() });
    signed.map(|signed| signed.map(|signed| signed.path)).map_err(|error| error.code)
}

#[test]
fn a_signed_pack_is_one_that_everybody_verifies_and_a_learner_sees_whose_it_is() {
    let files = Folder::new();
    let keys = files.dir.path().join("keys");
    {
        let app = files.app();
        ready(&files, &app);
    }
    // The folder chosen first is the draft, then the one for the key.
    let ours = files.dir.path().join("ours");
    let app = files.app_opening(vec![ours.clone()]);
    assert!(app.pack_draft().unwrap().lost.is_some());
    let draft = app.open_pack_draft().unwrap().unwrap();
    assert_eq!((draft.lost, messages_of(&app)), (None, 0));
    assert_eq!(sign(&app, PASSPHRASE), Err(ErrorCode::KeyMissing));
    drop(app);
    let app = files.app_opening(vec![keys.clone()]);
    let weak = KeyPassphrase { passphrase: "password".to_owned() };
    assert_eq!(app.make_signing_key(weak).unwrap_err().code, ErrorCode::PassphraseWeak);
    let make = || app.make_signing_key(KeyPassphrase { passphrase: PASSPHRASE.to_owned() });
    let key = make().unwrap().unwrap().key.unwrap();
    assert!(key.there && key.words.is_some());
    assert_eq!(make().unwrap_err().code, ErrorCode::FileStands, "no key is written over");
    assert_eq!(sign(&app, "another one altogether"), Err(ErrorCode::WrongPassphrase));
    let path = sign(&app, PASSPHRASE).unwrap().unwrap();
    assert_eq!(Path::new(&path).parent(), Some(files.dir.path()), "beside its folder");
    let verified = packs::verify(Path::new(&path), &[keys.join("org.pub")]).unwrap();
    assert_eq!(Some(verified.signer_words), key.words);
    assert_eq!(verified.manifest.released, "2026-11-22", "the day on which it was signed");
    // A second one of the same name is saved where the person says.
    let other = sign(&app, PASSPHRASE).unwrap().unwrap();
    assert_eq!(Path::new(&other).parent(), Some(files.dir.path().join("exports").as_path()));
    assert!(packs::verify(Path::new(&other), &[keys.join("org.pub")]).is_ok());
    assert_eq!(app.raise_pack_version().unwrap().version, 2);
    drop(app);
    learner_sees(&files, &PathBuf::from(path));
    fs::remove_file(keys.join("org.key")).unwrap();
    let app = files.app();
    assert!(!app.pack_draft().unwrap().key.unwrap().there);
    assert_eq!(sign(&app, PASSPHRASE), Err(ErrorCode::KeyMissing));
}

fn messages_of(app: &App) -> usize {
    app.pack_draft().unwrap().problems.len()
}

/// Somebody else, on a computer that knows nothing of this.
fn learner_sees(files: &Folder, pack: &Path) {
    let data = files.dir.path().join("elsewhere");
    let desk = eighteen_testkit::SaveTo::nowhere().opening(vec![pack.to_owned()]);
    let app = App::open(&data, Box::new(desk));
    assert!(app.startup().unwrap().course.organisation.is_none(), "what ships is nobody's");
    let Some(OpenedPack::Looked { pack }) = app.open_pack().unwrap() else { panic!("a pack") };
    app.trust_signer(TrustSigner { name: "Acme".to_owned() }).unwrap();
    app.install_pack().unwrap();
    let open = OpenCourse { pack_id: pack.facts.unwrap().pack_id };
    let course = app.open_course(open).unwrap().course;
    assert_eq!(
        (course.title.as_str(), course.publisher.as_str()),
        ("Eighteen Days at Acme", "Acme")
    );
    let ours = course.organisation.unwrap();
    assert_eq!(ours.texts[1].welcome.as_deref(), Some("Hallo."));
    assert_eq!(ours.accent.unwrap().own, "#3584e4");
    assert_eq!(app.home().unwrap().modules.len(), 1);
}
