//! Migrations that this version does not have: the plan of an opening takes any list of them.

use std::{
    io::{BufRead as _, BufReader},
    process::{Command, Stdio},
    time::Duration,
};

use tempfile::TempDir;

use super::*;

const STAMP: &str = "20261122T173000Z";
const FOLDER: &str = "EIGHTEEN_STORE_TEST_FOLDER";

/// The first migration, which the old file has run, and others after it.
fn then(later: &[&'static str]) -> Vec<Migration> {
    let mut migrations = vec![Migration { name: "first", sql: LEARNER[0].sql }];
    migrations.extend(later.iter().map(|sql| Migration { name: "later", sql }));
    migrations
}

/// A folder with the learners' store of schema 1, with rows in every table.
fn old() -> (TempDir, DataFolder) {
    let temp = tempfile::tempdir().unwrap();
    let folder = DataFolder::hold(&temp.path().join("data")).unwrap();
    let fixture = "../../tests/fixtures/stores/learner-v0001.sql";
    let dump = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(fixture)).unwrap();
    Connection::open(folder.path().join("learner.db")).unwrap().execute_batch(&dump).unwrap();
    (temp, folder)
}

fn plan<'a>(folder: &DataFolder, migrations: &'a [Migration]) -> Plan<'a> {
    Plan { path: folder.path().join("learner.db"), key: None, migrations, stamp: STAMP, large: 0 }
}

/// Schema level and every row of every table, as text.
fn contents(file: &Path) -> (u32, Vec<String>) {
    let conn = Connection::open(file).unwrap();
    let schema = conn.query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap();
    let tables = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name";
    let mut statement = conn.prepare(tables).unwrap();
    let names = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
    let rows = names.flat_map(|name| rows(&conn, &name.unwrap())).collect();
    (schema, rows)
}

fn rows(conn: &Connection, table: &str) -> Vec<String> {
    let mut statement = conn.prepare(&format!("SELECT * FROM {table}")).unwrap();
    let columns = statement.column_count();
    let row = |row: &rusqlite::Row<'_>| {
        let values = (0..columns).map(|at| row.get::<_, rusqlite::types::Value>(at).unwrap());
        Ok(format!("{table} {:?}", values.collect::<Vec<_>>()))
    };
    statement.query_map([], row).unwrap().map(Result::unwrap).collect()
}

const ADDS: &str = "CREATE TABLE badges (id TEXT PRIMARY KEY NOT NULL) STRICT;
                    INSERT INTO badges (id) SELECT id FROM learners;
                    ALTER TABLE answers ADD COLUMN hints INTEGER NOT NULL DEFAULT 0;";

#[test]
fn later_migrations_run_once_each_in_order() {
    let (_temp, folder) = old();
    let file = folder.path().join("learner.db");
    for later in [&[ADDS][..], &[ADDS, "DROP TABLE badges"], &[ADDS, "DROP TABLE badges"]] {
        let opened = open(&plan(&folder, &then(later))).unwrap();
        assert_eq!(opened.damage, None);
        drop(opened);
        assert_eq!(contents(&file).0 as usize, 1 + later.len());
    }
    assert!(!contents(&file).1.iter().any(|row| row.starts_with("badges")));
}

#[test]
fn a_failing_later_migration_leaves_the_old_file_as_it_was() {
    for failing in [
        "CREATE TABLE broken (",
        "INSERT INTO learners (id) VALUES ('x')",
        "UPDATE attempts SET pass_points = -1",
        "SELECT no_such_function()",
    ] {
        let (_temp, folder) = old();
        let file = folder.path().join("learner.db");
        let before = contents(&file);
        let error = open(&plan(&folder, &then(&[ADDS, failing]))).unwrap_err();
        let Error::Sqlite(reason) = &error else { panic!("{error:?}") };
        assert!(reason.to_string().contains("migration 3, later"), "it is named: {reason}");
        assert_eq!(contents(&file), before, "all or nothing: {failing}");
        let names = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
        assert!(!names.into_iter().any(|name| name.to_string_lossy().contains("damaged")));
        assert_eq!(open(&plan(&folder, LEARNER)).unwrap().damage, None, "the old app goes on");
    }
}

#[test]
fn a_full_disk_in_a_migration_is_a_full_disk_and_no_damage() {
    let (_temp, folder) = old();
    let file = folder.path().join("learner.db");
    let before = contents(&file);
    let full = "PRAGMA max_page_count = 1;
                CREATE TABLE large (bytes BLOB); INSERT INTO large VALUES (zeroblob(1000000));";
    let error = open(&plan(&folder, &then(&[full]))).unwrap_err();
    assert!(matches!(error, Error::DiskFull), "{error:?}");
    assert_eq!(contents(&file), before);
}

#[test]
fn no_migration_runs_without_a_sound_copy_of_what_was() {
    let (_temp, folder) = old();
    let file = folder.path().join("learner.db");
    let before = contents(&file);
    fs::write(folder.path().join("backups"), "a file where the folder belongs").unwrap();
    let error = open(&plan(&folder, &then(&[ADDS]))).unwrap_err();
    assert!(matches!(error, Error::Io { .. }), "{error:?}");
    assert_eq!(contents(&file), before);
    fs::remove_file(folder.path().join("backups")).unwrap();
    drop(open(&plan(&folder, &then(&[ADDS]))).unwrap());
    let copy = backup::folder(&file).join(format!("learner.db.{STAMP}"));
    assert_eq!(contents(&copy), before);
}

#[test]
fn an_encrypted_old_store_is_migrated_with_its_rows_and_its_copy_is_encrypted() {
    let temp = tempfile::tempdir().unwrap();
    let folder = DataFolder::hold(&temp.path().join("data")).unwrap();
    let key = StoreKey::random().unwrap();
    let path = folder.path().join("trainer.db");
    let fixture = "../../tests/fixtures/stores/trainer-v0001.sql";
    let dump = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(fixture)).unwrap();
    connection::make_copy(&path, Some(&key)).unwrap().execute_batch(&dump).unwrap();
    let migrations =
        [Migration { name: "first", sql: TRAINER[0].sql }, Migration { name: "later", sql: ADDS }];
    let plan = Plan {
        path: path.clone(),
        key: Some(&key),
        migrations: &migrations,
        stamp: STAMP,
        large: 0,
    };
    assert_eq!(open(&plan).unwrap().damage, None);

    let now = connection::look(&path, Some(&key)).unwrap();
    let copy = backup::folder(&path).join(format!("trainer.db.{STAMP}"));
    assert!(!fs::read(&copy).unwrap().starts_with(b"SQLite format 3"));
    let before = connection::look(&copy, Some(&key)).unwrap();
    assert_eq!(migrate::level(&now).unwrap().schema, 2);
    assert_eq!(migrate::level(&before).unwrap().schema, 1);
    for table in ["learners", "progress", "items", "attempts", "attempt_items", "settings"] {
        assert_eq!(rows(&now, table), rows(&before, table), "{table}");
        assert!(!rows(&now, table).is_empty(), "{table}");
    }
}

/// Long enough to be ended in the middle.
const LONG: &str = "CREATE TABLE long AS
    WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 40000)
    SELECT n, hex(randomblob(20)) AS word FROM number;
    UPDATE learners SET last_seen = 'migrated'; DELETE FROM flagged; DROP TABLE flagged;";

fn long() -> Vec<Migration> {
    then(&["CREATE TABLE flagged (id TEXT); INSERT INTO flagged VALUES ('a')", LONG])
}

#[test]
#[ignore = "the second process of another test; alone it does nothing"]
fn second_process() {
    let Ok(folder) = std::env::var(FOLDER) else { return };
    let folder = DataFolder::hold(Path::new(&folder)).unwrap();
    println!("child: ready");
    drop(open(&plan(&folder, &long())));
    println!("child: done");
}

/// Starts a process that migrates, and ends it after so long.
fn migrate_and_kill(folder: &Path, after: Duration) {
    let mut process = Command::new(std::env::current_exe().unwrap())
        .args(["open::tests::second_process", "--exact", "--ignored", "--nocapture"])
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = BufReader::new(process.stdout.take().unwrap()).lines().map_while(Result::ok);
    assert!(said.any(|line| line.ends_with("child: ready")));
    std::thread::sleep(after);
    process.kill().unwrap();
    process.wait().unwrap();
}

#[test]
fn a_migration_killed_at_any_moment_leaves_the_old_file_or_the_new_one() {
    let (mut old_ones, mut new_ones) = (0, 0);
    for round in 0..16_u64 {
        let (_temp, folder) = old();
        let path = folder.path().to_path_buf();
        let file = path.join("learner.db");
        let before = contents(&file);
        drop(folder);
        migrate_and_kill(&path, Duration::from_millis(round * round));

        let folder = DataFolder::hold(&path).unwrap();
        let after = contents(&file);
        match after.0 {
            1 => {
                old_ones += 1;
                assert_eq!(after, before);
            }
            3 => new_ones += 1,
            between => panic!("a file between two versions: {between}"),
        }
        let opened = open(&plan(&folder, &long())).unwrap();
        assert_eq!(opened.damage, None);
        drop(opened);
        let (schema, rows) = contents(&file);
        assert_eq!(schema, 3, "the next start finishes it");
        assert_eq!(rows.iter().filter(|row| row.starts_with("answers ")).count(), 4);
        assert_eq!(rows.iter().filter(|row| row.starts_with("long ")).count(), 40_000);
    }
    println!("killed while the file was old: {old_ones}, new: {new_ones}");
    assert!(old_ones >= 3, "the kills came early enough to matter");
}
