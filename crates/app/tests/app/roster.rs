//! People and groups: found, put together, brought from a file, and never merged without being asked.

use std::fmt::Write as _;

use eighteen_app::{
    App, ErrorCode,
    wire::{
        among::Among,
        roster::{
            AskRoster, MatchedBy, MergePeople, OpenGroup, PutIntoGroup, RenameGroup, RosterFault,
            RosterImported, RosterLineFault, RosterList, RosterPreview, TakeOutOfGroup,
        },
        trainer::Passphrase,
    },
};

use crate::support::{Folder, PASSPHRASE, begin};

fn trainer(folder: &Folder) -> App {
    let app = folder.app();
    app.create_trainer_store(Passphrase { passphrase: PASSPHRASE.to_owned() }).unwrap();
    app
}

fn write(folder: &Folder, name: &str, words: &str) {
    std::fs::write(folder.dir.path().join("exports").join(name), words).unwrap();
}

fn found(app: &App, search: &str, group: Option<&str>, page: u32) -> RosterList {
    let group_id = group.map(str::to_owned);
    app.trainer_roster(AskRoster { search: search.to_owned(), group_id, page }).unwrap()
}

fn brought(folder: &Folder, app: &App, words: &str) -> RosterImported {
    write(folder, "people.csv", words);
    app.preview_roster().unwrap().unwrap();
    app.import_roster().unwrap()
}

fn names(list: &RosterList) -> Vec<&str> {
    list.rows.iter().filter_map(|row| row.name.as_deref()).collect()
}

#[test]
fn a_list_is_looked_at_first_and_then_taken_whole() {
    let folder = Folder::new();
    let app = trainer(&folder);
    let words = "Name;Code;Team\nAda Okoye;E1;Payroll\nBo Lind;E2;Payroll|Bristol\n=1+1;E3;\n;;x\n";
    write(&folder, "people.csv", words);
    let Some(RosterPreview::Ready { added, changed, same, rejected, new_groups, problems, .. }) =
        app.preview_roster().unwrap()
    else {
        panic!("it is a list")
    };
    assert_eq!((added, changed, same, rejected), (2, 0, 0, 2));
    assert_eq!(new_groups, ["Payroll", "Bristol"]);
    assert_eq!((problems[0].line, problems[0].wrong), (4, RosterLineFault::Formula));
    assert_eq!(found(&app, "", None, 0).people, 0, "looking changes nothing");
    let imported = app.import_roster().unwrap();
    assert_eq!((imported.added, imported.rejected, imported.new_groups), (2, 2, 2));
    assert_eq!(app.import_roster().unwrap_err().code, ErrorCode::NotFound, "once is enough");
    let everybody = found(&app, "", None, 0);
    assert_eq!((everybody.people, everybody.not_appeared), (2, 2));
    assert_eq!(everybody.rows[1].groups, ["Bristol", "Payroll"]);

    let again =
        brought(&folder, &app, "code,name,team\ne1,Ada Okoye,Payroll\nE2,Bo Lund,Bristol\n");
    assert_eq!((again.added, again.changed, again.same), (0, 1, 1));
    assert_eq!(names(&found(&app, "", None, 0)), ["Ada Okoye", "Bo Lund"]);
    let unchanged = brought(&folder, &app, "code,name,team\ne1,Ada Okoye,Payroll\n");
    assert_eq!((unchanged.changed, unchanged.same), (0, 1));
}

#[test]
fn a_file_that_is_no_list_says_why() {
    let folder = Folder::new();
    let app = trainer(&folder);
    assert_eq!(app.preview_roster().unwrap(), None, "nothing was chosen");
    write(&folder, "people.csv", "question,answer\n1,2\n");
    let Some(RosterPreview::Refused { why, columns, file }) = app.preview_roster().unwrap() else {
        panic!("it is no list")
    };
    assert_eq!((why, file.as_str()), (RosterFault::NoColumns, "people.csv"));
    assert_eq!(columns, ["question", "answer"]);
    assert_eq!(app.import_roster().unwrap_err().code, ErrorCode::NotFound);
}

#[test]
fn made_up_people_never_stand_beside_real_ones() {
    let folder = Folder::new();
    let app = trainer(&folder);
    app.load_sample().unwrap();
    write(&folder, "people.csv", "name\nAda Okoye\n");
    app.preview_roster().unwrap().unwrap();
    assert!(app.import_roster().is_err());
    let id = found(&app, "Amara", None, 0).rows[0].person_id.clone();
    app.put_into_group(PutIntoGroup { name: "Payroll".into(), person_ids: vec![id] }).unwrap();
    app.remove_sample().unwrap();
    let everybody = found(&app, "", None, 0);
    assert_eq!((everybody.people, everybody.groups.len()), (0, 0));
}

#[test]
fn a_person_is_in_several_groups_that_are_named_once() {
    let folder = Folder::new();
    let app = trainer(&folder);
    brought(&folder, &app, "name\nAda\nBo\nCy\n");
    let ids: Vec<String> =
        found(&app, "", None, 0).rows.into_iter().map(|row| row.person_id).collect();
    let put = |name: &str, who: &[String]| {
        app.put_into_group(PutIntoGroup { name: name.to_owned(), person_ids: who.to_vec() })
    };
    assert_eq!(put(" Payroll ", &ids[..2]).unwrap().people, 2);
    assert_eq!(put("payroll", &ids).unwrap().people, 1, "two of them are in it");
    let groups = put("Bristol", &ids[2..]).unwrap().groups;
    let bristol = groups.iter().find(|group| group.name == "Bristol").unwrap().group_id.clone();
    let payroll = groups.iter().find(|group| group.name == "Payroll").unwrap().group_id.clone();
    assert_eq!(names(&found(&app, "", Some(&bristol), 0)), ["Cy"]);
    assert_eq!(found(&app, "cy", None, 0).rows[0].groups, ["Bristol", "Payroll"]);
    assert_eq!(put("  ", &ids).unwrap_err().code, ErrorCode::NameInvalid);
    let taken = app.rename_group(RenameGroup { group_id: bristol.clone(), name: "PAYROLL".into() });
    assert_eq!(taken.unwrap_err().code, ErrorCode::NameTaken);
    app.rename_group(RenameGroup { group_id: bristol.clone(), name: "Bath".into() }).unwrap();
    let out = TakeOutOfGroup { group_id: payroll, person_ids: ids };
    assert_eq!(app.take_out_of_group(out).unwrap().people, 3);
    let left = app.remove_group(OpenGroup { group_id: bristol }).unwrap().groups;
    assert_eq!(left.len(), 1);
    assert_eq!(found(&app, "", None, 0).people, 3, "nobody goes with a group");
}

#[test]
fn who_appears_under_a_code_is_offered_and_merged_when_somebody_says_so() {
    let folder = Folder::new();
    let app = trainer(&folder);
    brought(&folder, &app, "name,code,team\nAda Okoye,E1001,Payroll\nNoor,,\nMaya,,\n");
    let ada = begin(&app, "e1001");
    begin(&app, "noor");
    app.trainer_overview(Among::default()).unwrap();
    let list = found(&app, "", None, 0);
    let by: Vec<_> =
        list.offers.iter().map(|offer| (offer.person_name.as_str(), offer.by)).collect();
    assert!(by.contains(&("e1001", MatchedBy::Code)) && by.contains(&("noor", MatchedBy::Name)));
    assert_eq!((by.len(), list.people), (2, 5), "nothing was merged");
    let offer = |name: &str| list.offers.iter().find(|offer| offer.person_name == name).unwrap();
    let answer = |name: &str, same| {
        let (listed_id, person_id) = (offer(name).listed_id.clone(), offer(name).person_id.clone());
        app.merge_people(MergePeople { listed_id, person_id, same })
    };
    answer("e1001", true).unwrap();
    assert_eq!(answer("e1001", true).unwrap_err().code, ErrorCode::NotFound);
    answer("noor", false).unwrap();
    app.trainer_overview(Among::default()).unwrap();
    let after = found(&app, "", None, 0);
    assert_eq!((after.offers.len(), after.people), (0, 4));
    let merged = after.rows.iter().find(|row| row.person_id == ada).unwrap();
    assert_eq!(merged.name.as_deref(), Some("Ada Okoye"), "the name of the list stays");
    assert_eq!(merged.groups, ["Payroll"]);
}

#[test]
fn fifty_thousand_people_are_listed_page_by_page() {
    let folder = Folder::new();
    let app = trainer(&folder);
    let mut words = "code,name,team\n".to_owned();
    for number in 0..50_000 {
        writeln!(words, "E{number:05},Person {number:05},Team {}", number % 40).unwrap();
    }
    assert_eq!(brought(&folder, &app, &words).added, 50_000);
    let last = found(&app, "", None, 499);
    assert_eq!((last.found, last.rows.len(), last.page), (50_000, 100, 499));
    assert_eq!(last.rows[99].name.as_deref(), Some("Person 49999"));
    let one = found(&app, "person e0412", None, 0);
    assert_eq!(one.found, 10);
    assert_eq!(found(&app, "", None, 9999).page, 499, "a page beyond the last is the last");
    assert!(found(&app, "nobody of this name", None, 0).rows.is_empty());
}
