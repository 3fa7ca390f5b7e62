//! The mailbox and its messages.

use super::{INBOX, LETTER, PACK, change};
use crate::tests::{check, sample, sample_with, sound};
use crate::{Difficulty, Judgement, Nature, Piece};

const LIST: &str = "inbox/list.toml";

#[test]
fn a_mailbox_is_read_in_order() {
    let pack = sound(&sample());
    let inbox = pack.inbox.unwrap();
    assert_eq!((inbox.round, inbox.hostile, inbox.known.len()), (4, 2, 2));
    assert_eq!(inbox.owner.name, "Mara Bell");
    let ids: Vec<&str> = inbox.messages.iter().map(|message| message.id.as_str()).collect();
    let order = [
        "letter-to-staff",
        "are-you-on-the-list",
        "canteen-menu",
        "account-change",
        "supplier-invoice",
    ];
    assert_eq!(ids, order);
    let list = &inbox.messages[1];
    assert_eq!((list.nature, list.best), (Nature::Hostile, Judgement::Report));
    assert_eq!(list.fine, [Judgement::Verify, Judgement::Delete]);
    let spots = ["from", "reply-to", "subject", "p1", "p2", "p3", "l1", "p4", "f1"];
    assert_eq!(list.spots(), spots);
    let link = Piece::Link { id: "l1".into() };
    assert_eq!(list.body[2][1], link, "a link stands where its words stand");
    assert_eq!(list.links[0].target, "https://dockside.example.list-check.example/login");
}

#[test]
fn cues_stand_in_reading_order_and_are_counted() {
    let list = sound(&sample()).inbox.unwrap().messages.remove(1);
    let at: Vec<&str> = list.cues.iter().map(|cue| cue.at.as_str()).collect();
    assert_eq!(at, ["from", "reply-to", "p2", "p2", "l1", "f1"], "however they are written");
    assert_eq!(list.cue_count(), 7, "one of them occurs twice");
    assert_eq!(list.premise.rating(), 24);
    assert_eq!(list.difficulty(), Difficulty::Very);
}

#[test]
fn a_message_can_be_kept_and_read_back() {
    for message in sound(&sample()).inbox.unwrap().messages {
        let kept = serde_json::to_string(&message).unwrap();
        let read: crate::Message = serde_json::from_str(&kept).unwrap();
        assert_eq!(read, message);
    }
}

#[test]
fn a_pack_needs_no_mailbox() {
    let mut files = sample_with(PACK, "inbox = \"inbox/inbox.toml\"\n", "");
    files.retain(|file, _| !file.starts_with("inbox/"));
    assert_eq!(sound(&files).inbox, None);
    check(
        &sample_with(PACK, "inbox = \"inbox/inbox.toml\"\n", ""),
        &[
            "inbox/account.toml:1 unused-file",
            "inbox/inbox.toml:1 unused-file",
            "inbox/letter.toml:1 unused-file",
            "inbox/list.toml:1 unused-file",
            "inbox/menu.toml:1 unused-file",
            "inbox/parcel.toml:1 unused-file",
        ],
    );
}

#[test]
fn the_mailbox() {
    let rows = [
        ("title = \"The inbox\"\n", "", "@1 missing-key"),
        ("round = 4", "round = 3", "+0 number-out-of-range"),
        ("round = 4", "round = 6", "+0 small-bank"),
        ("hostile = 2", "hostile = 1", "+0 number-out-of-range"),
        ("hostile = 2", "hostile = 3", "+0 small-bank"),
        ("mara.bell@dockside.example", "mara.bell@dockside.com", "+0 real-address"),
        ("to = 2023-06-16", "to = 2023-06-13", "inbox/parcel.toml out-of-order"),
        ("from = 2023-06-05", "from = 2023-06-06", "inbox/letter.toml out-of-order"),
        ("head = \"Pay\"", "head = \"**Pay**\"", "+0 mark-in-plain-text"),
        ("\"inbox/menu.toml\"", "\"../menu.toml\"", "+0 bad-path"),
        (
            "\"inbox/menu.toml\"",
            "\"inbox/letter.toml\"",
            "+0 duplicate-id, inbox/menu.toml unused-file",
        ),
        ("\"inbox/menu.toml\"", "\"inbox/plan.toml\"", "+0 missing-file"),
        (
            "  \"inbox/list.toml\",\n  \"inbox/menu.toml\",\n",
            "  \"inbox/menu.toml\",\n  \"inbox/list.toml\",\n",
            "inbox/list.toml out-of-order",
        ),
    ];
    change(INBOX, &rows);
}

#[test]
fn a_genuine_message() {
    let rows = [
        ("nature = \"genuine\"", "nature = \"odd\"", "+0 unknown-word"),
        ("sent = 2023-06-05T09:05:00", "sent = 2023-06-05", "+0 wrong-type"),
        ("sent = 2023-06-05T09:05:00", "sent = 2023-06-05T09:05:00Z", "+0 wrong-type"),
        ("@dockside.example\" }", "@dockside.com\" }", "+0 real-address"),
        ("id = \"l1\", ", "id = \"notice\", ", "+0 bad-id, +0 link-use, +4 dangling-id"),
        ("](link:l1)", "](link:l2)", "-4 link-use, +0 dangling-id"),
        ("[what we know so far](link:l1)", "it", "-4 link-use"),
        ("[what we know so far]", "[what we know]", "+0 link-use"),
        ("target = \"https://intranet", "target = \"ftp://intranet", "+0 real-address"),
        ("extension 4410", "020 7123 4567", "+0 real-telephone-number"),
        ("on the intranet.", "at www.dockside.com.", "+0 real-address"),
        ("Dear Mara", "Dear *Mara*", "+0 mark-in-plain-text"),
        ("Dear Mara", "Dear <b>Mara</b>", "+0 raw-html"),
        ("Dear Mara", "Dear [Mara](https://x.example)", "+0 link-in-plain-text"),
        ("best = \"proceed\"", "best = \"report\"", "+0 wrong-judgement"),
        ("fine = [\"verify\"]", "fine = [\"report\"]", "+0 wrong-judgement"),
        ("fine = [\"verify\"]", "fine = [\"proceed\"]", "+0 wrong-judgement"),
        ("fine = [\"verify\"]", "fine = [\"verify\", \"verify\"]", "+0 wrong-judgement"),
        ("workplace = 4", "workplace = 5", "+0 number-out-of-range"),
        ("workplace = 4", "workplace = 10", "+0 number-out-of-range"),
        (
            "[[sign]]\nid = \"own-domain\"",
            "[[cue]]\nkind = \"inconsistency\"\nid = \"own-domain\"",
            "@1 no-grounds",
        ),
        ("id = \"asks-nothing\"", "id = \"alarm\"", "+0 duplicate-id"),
        ("at = \"p4\"", "at = \"p5\"", "+0 dangling-id"),
        ("kind = \"threatening-language\"", "kind = \"threat\"", "+0 unknown-word"),
        (
            "verify = \"To look it up on the intranet is a fair way to be sure.\"\n",
            "",
            "-2 missing-key",
        ),
    ];
    change(LETTER, &rows);
    let meaning = format!("means = \"{}\"", "Six words stand in this sentence. ".repeat(11));
    change(
        LETTER,
        &[(
            "means = \"A breach notice from the employer. It alarms, because the news is bad, and it is true.\"",
            &meaning,
            "+0 long-meaning",
        )],
    );
}

#[test]
fn a_hostile_message() {
    let rows = [
        ("best = \"report\"", "best = \"proceed\"", "+0 wrong-judgement"),
        ("fine = [\"verify\", \"delete\"]", "fine = [\"proceed\"]", "+0 wrong-judgement"),
        ("id = \"are-you-on-the-list\"", "id = \"canteen-menu\"", "inbox/menu.toml duplicate-id"),
        ("\"desk@list-check.example\"", "\"desk\"", "+0 real-address"),
        ("id = \"f1\"", "id = \"trap\"", "+0 bad-id, @67 dangling-id"),
        ("count = 2", "count = 0", "+0 number-out-of-range"),
        ("at = \"l1\"", "at = \"the link\"", "+0 dangling-id"),
    ];
    change(LIST, &rows);
    let text = String::from_utf8(sample()[LIST].clone()).unwrap();
    let cues = text.find("[[cue]]").unwrap()..text.find("[[sign]]").unwrap();
    change(LIST, &[(&text[cues], "", "@1 no-grounds")]);
}
