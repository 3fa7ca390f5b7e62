//! What the sample pack is read into.

use chrono::Datelike as _;

use super::{Files, check, sample, sample_with, sound};
use crate::{
    Art, Better, Block, Body, Direction, Effect, Feedback, Goal, MeterId, Policy, Pool, Precision,
    Rule, Shape, Span, Stance, Status, Story, TestOut, draft, hash, minutes, module_minutes, plain,
    role_minutes, seconds, summary,
};

#[test]
fn the_sample_is_sound_and_complete() {
    let pack = sound(&sample());
    assert_eq!((pack.id.as_str(), pack.version, pack.dir), ("small-case", 1, Direction::Ltr));
    assert_eq!(pack.modules.len(), 2);
    assert_eq!(pack.modules[0].steps.len(), 3);
    assert_eq!(pack.claims[2].status, Status::Disputed);
    assert_eq!(pack.statements[2].effect, Effect::Corrects);
    assert_eq!(pack.glossary[0].also, ["0-day", "zero day"]);
    assert_eq!(pack.pictures[0].media_type, "image/png");
}

#[test]
fn a_claim_says_how_much_of_its_date_is_known() {
    let pack = sound(&sample());
    let precisions = pack.claims.iter().map(|claim| claim.precision).collect::<Vec<_>>();
    let day = Precision::Day;
    assert_eq!(precisions, [day, day, Precision::Month, day], "a day, where nothing is said");
    let file = "claims.toml";
    for (word, precision) in [("day", day), ("year", Precision::Year)] {
        let to = format!("precision = \"{word}\"");
        let pack = sound(&sample_with(file, "precision = \"month\"", &to));
        assert_eq!(pack.claims[2].precision, precision);
    }
}

#[test]
fn a_step_keeps_its_blocks_in_order() {
    let pack = sound(&sample());
    let kinds = |step: usize| -> Vec<&str> {
        let blocks = pack.modules[0].steps[step].blocks.iter();
        blocks.map(kind).collect()
    };
    assert_eq!(kinds(0), ["paragraph", "decision", "subheading", "list", "list", "reflection"]);
    assert_eq!(kinds(1), ["figure", "timeline", "check", "callout"]);
    assert_eq!(kinds(2), ["figure", "comparison", "quote", "callout"]);
}

fn kind(block: &Block) -> &'static str {
    match block {
        Block::Paragraph(_) => "paragraph",
        Block::Subheading(_) => "subheading",
        Block::List { .. } => "list",
        Block::Decision(_) => "decision",
        Block::Check { .. } => "check",
        Block::Callout { .. } => "callout",
        Block::Figure(_) => "figure",
        Block::Timeline { .. } => "timeline",
        Block::Comparison { .. } => "comparison",
        Block::Quote(_) => "quote",
        Block::Reflection { .. } => "reflection",
    }
}

#[test]
fn inline_text_becomes_spans_with_references() {
    let pack = sound(&sample());
    let Block::Paragraph(text) = &pack.modules[0].steps[0].blocks[0] else {
        panic!("a paragraph comes first");
    };
    let words = |text: &str| text.to_owned();
    assert_eq!(
        text.as_slice(),
        [
            Span::Text { text: words("The message says that ") },
            Span::Strong { text: words("your files") },
            Span::Text { text: words(" are gone. It names ") },
            Span::Claim { text: words("a day in May"), id: words("began-in-may") },
            Span::Text { text: words(", and it was sent ") },
            Span::Emphasis { text: words("before") },
            Span::Text { text: words(" anybody had looked. No. 4 on the list is ") },
            Span::Code { text: words("human.aspx") },
            Span::Text { text: words(".") },
        ]
    );
    assert!(plain(text).starts_with("The message says that your files are gone."));
}

#[test]
fn questions_keep_their_parts() {
    let pack = sound(&sample());
    let quiz = &pack.modules[0].quiz;
    assert_eq!(quiz.policy.feedback, Feedback::After);
    let types: Vec<&str> = quiz.items.iter().map(|item| item.body.type_name()).collect();
    assert_eq!(types, ["single", "single", "multiple", "true-false", "ordering", "matching"]);
    assert_eq!(quiz.items[0].pool, Pool::Practice);
    assert_eq!(quiz.items[1].claims, ["began-in-may"]);
    let Body::Matching { pairs, extras } = &quiz.items[5].body else {
        panic!("the last one is a matching");
    };
    assert_eq!((pairs.len(), extras.len()), (3, 1));
}

#[test]
fn questions_of_every_other_type_keep_theirs() {
    let pack = sound(&sample());
    let quiz = &pack.modules[1].quiz;
    let is = |found: f64, expected: f64| (found - expected).abs() < 1e-9;
    let types: Vec<&str> = quiz.items.iter().map(|item| item.body.type_name()).collect();
    assert_eq!(types, ["single", "sorting", "hot-spot", "short", "estimate", "scenario"]);
    let bodies: Vec<&Body> = quiz.items.iter().map(|item| &item.body).collect();
    assert!(matches!(bodies[1], Body::Sorting { groups, entries }
        if groups.len() == 2 && entries[0].group == "claim"));
    assert!(matches!(bodies[2], Body::HotSpot { drawing, spots, .. }
        if is(drawing.width, 640.0) && is(spots[2].y, 180.5) && spots[0].correct));
    assert!(matches!(bodies[3], Body::Short { accept, near, .. }
        if accept.len() == 3 && near[0].forms == ["web shell", "shell"]));
    assert!(matches!(bodies[4], Body::Estimate(it)
        if is(it.high, 1e6) && is(it.tolerance(), 6800.0) && it.landmarks.len() == 1));
    assert!(matches!(bodies[5], Body::Scenario { scene, options }
        if scene.len() == 2 && plain(&options[1].then) == "They ask again."));
}

#[test]
fn an_attempt_keeps_a_question_of_every_type_as_json() {
    let pack = sound(&sample());
    for item in pack.modules.iter().flat_map(|module| &module.quiz.items) {
        let json = serde_json::to_string(item).unwrap();
        assert_eq!(serde_json::from_str::<crate::Item>(&json).unwrap(), *item);
    }
}

#[test]
fn policies_are_read_whole() {
    let pack = sound(&sample());
    let policy = &pack.modules[1].quiz.policy;
    assert_eq!((policy.feedback, policy.pause_minutes), (Feedback::AtOnce, 30));
    assert_eq!(policy.rules, [Rule { from: "looking-back".into(), draw: 2 }]);
    assert_eq!(policy.test_out, Some(TestOut { draw: 2, pass_percent: 80 }));
    let assessment = pack.assessment.unwrap();
    assert_eq!((assessment.id.as_str(), assessment.policy.draw), ("the-whole-case", 4));
    assert_eq!(assessment.policy.rules.len(), 2);
    assert_eq!(pack.misconceptions[1].id, "paying-ends-it");
    let earlier = r#"{"draw":8,"pass_percent":75,"tries":0,"feedback":"after","shuffle":true}"#;
    let earlier: Policy = serde_json::from_str(earlier).unwrap();
    assert_eq!((earlier.pause_minutes, earlier.rules.len()), (0, 0), "what an older attempt kept");
}

#[test]
fn a_pack_without_misconceptions_or_assessment_is_sound() {
    let mut files = sample();
    files.remove("misconceptions.toml");
    let manifest = String::from_utf8(files["pack.toml"].clone()).unwrap();
    let small = manifest.split("\n[assessment]").next().unwrap();
    files.insert("pack.toml".into(), small.into());
    assert_eq!(sound(&files).assessment, None);
}

#[test]
fn groups_of_a_drawing_are_dissolved_into_their_shapes() {
    let pack = sound(&sample());
    let Block::Figure(figure) = &pack.modules[0].steps[1].blocks[0] else {
        panic!("a figure comes first");
    };
    let Art::Drawing(drawing) = &figure.art else {
        panic!("the figure is a drawing");
    };
    assert_eq!((drawing.width, drawing.height), (640.0, 240.0));
    let polygon = &drawing.shapes[4];
    let expected = Shape {
        element: "polygon".into(),
        attributes: vec![
            ("points".into(), "0,20 160,20 80,60".into()),
            ("transform".into(), "translate(400 160)".into()),
        ],
        classes: vec!["ink2".into(), "thin".into(), "fill-signal".into()],
        text: None,
    };
    assert_eq!(*polygon, expected);
    let circle = &drawing.shapes[3];
    assert_eq!(circle.classes, ["thin", "exposed"], "its own colour wins");
    assert_eq!(drawing.shapes[1].text.as_deref(), Some("Server"));
}

#[test]
fn a_raster_picture_is_named_by_its_path() {
    let pack = sound(&sample());
    let Block::Figure(figure) = &pack.modules[0].steps[2].blocks[0] else {
        panic!("a figure comes first");
    };
    assert_eq!(figure.art, Art::Picture("media/dot.png".into()));
}

#[test]
fn a_story_keeps_its_roles_scenes_and_ends() {
    let pack = sound(&sample());
    let story = pack.story.unwrap();
    assert_eq!((story.decisions, story.meters.len(), story.talk.len()), (3, 4, 3));
    assert_eq!(story.meters[1].id, MeterId::Exposure);
    assert_eq!(story.meters[1].better, Better::Low);
    let days: Vec<String> = story.deadlines.iter().map(|it| it.day.to_string()).collect();
    assert_eq!(days, ["2023-06-12", "2023-06-14"]);
    assert!(story.known[0].until.is_some() && story.known[1].until.is_none());
    let clerk = story.role("clerk").unwrap();
    assert_eq!((clerk.scenes.len(), clerk.ends.len()), (4, 2));
    let note = clerk.scene(&clerk.start).unwrap();
    assert_eq!(note.at.to_string(), "2023-06-01 08:10:00");
    assert_eq!((note.messages.len(), note.place.as_deref()), (2, Some("At your desk")));
    let tell = note.option("tell").unwrap();
    assert_eq!((tell.go.clone(), tell.stance), (Goal::Scene("first-call".into()), Stance::Advised));
    assert_eq!((tell.changes[0].meter, tell.changes[0].by), (MeterId::Trust, 1));
    assert!(note.option("wait").unwrap().advice.is_some());
    let day = clerk.scene("the-day").unwrap();
    assert_eq!(day.options[0].go, Goal::End("told".into()));
    assert_eq!(story.script(clerk).roles.first(), Some(clerk));
}

#[test]
fn the_minutes_of_a_role_are_those_of_its_longest_path() {
    let story = sound(&sample()).story.unwrap();
    // Three decisions of half a minute each, some reading, and the advice that is read afterwards.
    assert_eq!(role_minutes(&story.roles[0]), 3);
    let mut long = story.roles[0].clone();
    let words = "word ".repeat(238);
    long.scenes[2].messages[0].text = vec![Span::Text { text: words }];
    assert_eq!(role_minutes(&long), 4, "the longer branch counts");
}

#[test]
fn full_days_are_those_between_today_and_the_day_that_was_named() {
    let story = sound(&sample()).story.unwrap();
    let named = &story.deadlines[1];
    assert_eq!(named.day.to_string(), "2023-06-14");
    for (day, hour, left) in
        [(7, 16, Some(6)), (7, 0, Some(6)), (13, 23, Some(0)), (14, 9, None), (15, 9, None)]
    {
        let now = named.day.with_day(day).unwrap().and_hms_opt(hour, 40, 0).unwrap();
        assert_eq!(named.full_days_left(now), left, "{now}");
    }
}

#[test]
fn a_pack_needs_no_story() {
    let mut files = sample_with("pack.toml", "story = \"story/story.toml\"\n", "");
    files.retain(|path, _| !path.starts_with("story/"));
    assert_eq!(sound(&files).story, None);
}

#[test]
fn a_script_can_be_written_and_read_back() {
    let story = sound(&sample()).story.unwrap();
    let script = story.script(&story.roles[0]);
    let json = serde_json::to_string(&script).unwrap();
    assert_eq!(serde_json::from_str::<Story>(&json).unwrap(), script);
}

#[test]
fn minutes_follow_from_what_a_step_holds() {
    let pack = sound(&sample());
    let module = &pack.modules[0];
    let step = &module.steps[1];
    // Prose, then a figure, a timeline and a practice question.
    assert_eq!((step.words, seconds(step)), (12, 4 + 40 + 15 + 45));
    assert_eq!(minutes(step), 2);
    let steps: u32 = module.steps.iter().map(seconds).sum();
    assert_eq!(module_minutes(module), (steps + 5 * 35).div_ceil(60));
}

#[test]
fn the_hash_changes_with_every_byte_and_name() {
    let mut files = sample();
    let first = hash(&files);
    assert_eq!(first.len(), 64);
    assert_eq!(sound(&files).hash, first);
    let moved = files.remove("media/dot.png").unwrap();
    files.insert("media/dots.png".into(), moved);
    assert_ne!(hash(&files), first);
    let split = |left: &str, right: &str| {
        hash(&Files::from([("a".into(), left.into()), ("b".into(), right.into())]))
    };
    assert_ne!(split("xy", "z"), split("x", "yz"));
}

#[test]
fn the_hash_is_the_documented_one() {
    let files = Files::from([("pack.toml".into(), b"x".to_vec())]);
    // printf 'pack.toml\0\0\0\0\0\0\0\0\1x' | sha256sum
    assert_eq!(hash(&files), "7671c421e2d21aa3f1580b224fd489044ed700ec38abf90f135ff48d88c1491a");
}

#[test]
fn the_summary_counts_what_could_be_read() {
    let sound = summary(&sample());
    let broken = summary(&sample_with("pack.toml", "licence = \"Apache-2.0\"\n", ""));
    assert_eq!(broken.problems.len(), 1);
    assert_eq!(
        (broken.modules, broken.steps, broken.claims, broken.glossary),
        (sound.modules, sound.steps, sound.claims, sound.glossary)
    );
    assert_eq!(broken.questions, sound.questions);
}

#[test]
fn the_summary_is_written_with_these_keys() {
    let mut json = serde_json::to_value(summary(&sample())).unwrap();
    let lessons = json["lessons"].take();
    let expected = serde_json::json!({
        "modules": 2,
        "steps": 4,
        "questions": {
            "single": 3, "multiple": 1, "true-false": 1, "ordering": 1, "matching": 1,
            "sorting": 1, "hot-spot": 1, "short": 1, "estimate": 1, "scenario": 1,
        },
        "claims": 4,
        "glossary": 2,
        "misconceptions": 2,
        "lessons": null,
        "messages": 5,
        "hostile_messages": 2,
        "specimens": 1,
        "roles": 2,
        "scenes": 8,
        "covers": ["I2b", "S01", "S02"],
        "not_taught": ["S99"],
        "problems": [],
    });
    assert_eq!(json, expected);
    let keys: Vec<&String> = lessons[0].as_object().unwrap().keys().collect();
    assert_eq!(keys, ["lix", "minutes", "module", "words"]);
    assert_eq!(lessons.as_array().unwrap().len(), 2);
}

#[test]
fn a_problem_is_written_with_file_line_code_and_message() {
    let files = sample_with("pack.toml", "version = 1", "version = 0");
    check(&files, &["pack.toml:4 number-out-of-range"]);
    let draft = draft(&files);
    assert_eq!(
        draft.problems()[0].to_string(),
        "pack.toml:4: write a whole number from 1 to 1000000 [number-out-of-range]"
    );
    let json = serde_json::to_value(draft.summary().problems).unwrap();
    assert_eq!(json[0]["code"], "number-out-of-range");
    assert_eq!(json[0]["line"], 4);
}
