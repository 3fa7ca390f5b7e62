//! What belongs to a person is known from the schema alone.

use eighteen_store::{Kind, NOBODYS_TABLES, OwnValue, described};
use rusqlite::Connection;

use crate::{
    builders::{Home, read},
    planted::plant,
    raw,
};

/// Tables that must be mended: a person may be in them, and nothing of her would be exported or erased.
fn loose_tables(conn: &Connection) -> Vec<String> {
    let reaches = "WITH RECURSIVE own(name) AS (
        VALUES ('learners')
        UNION
        SELECT tables.name FROM own
        JOIN sqlite_schema AS tables ON tables.type = 'table'
        JOIN pragma_foreign_key_list(tables.name) AS keys
            ON keys.\"table\" = own.name AND keys.on_delete = 'CASCADE'
        )
        SELECT 1 FROM own WHERE name = ?1";
    let own = |table: &str| conn.prepare(reaches).unwrap().exists([table]).unwrap();
    let nobodys = |table: &str| NOBODYS_TABLES.iter().any(|(name, _)| *name == table);
    let names_somebody = |table: &str| {
        let sql = "SELECT 1 FROM pragma_table_xinfo(?1)
                   WHERE name LIKE '%learner%' OR name LIKE '%person%' OR name LIKE '%attempt%'";
        conn.prepare(sql).unwrap().exists([table]).unwrap()
    };
    let loose = |table: &String| !own(table) && (!nobodys(table) || names_somebody(table));
    raw::tables(conn).into_iter().filter(loose).collect()
}

fn fresh() -> (Home, Connection) {
    let home = Home::new();
    drop(home.learners());
    let conn = raw::connect(&home.path("learner.db"), None);
    (home, conn)
}

#[test]
fn every_table_is_a_persons_by_its_keys_or_nobodys_for_a_reason() {
    let (_home, conn) = fresh();
    let advice = "refer to `learners` ON DELETE CASCADE, or name the table in NOBODYS_TABLES";
    assert_eq!(loose_tables(&conn), Vec::<String>::new(), "{advice}");
    for (table, reason) in NOBODYS_TABLES {
        assert!(raw::tables(&conn).iter().any(|name| name == table), "{table} is a table");
        assert!(reason.len() > 20, "{table}: {reason}");
    }
}

#[test]
fn a_table_that_only_names_a_person_is_noticed() {
    let (_home, conn) = fresh();
    conn.execute_batch(
        "CREATE TABLE visits (learner_id TEXT NOT NULL) STRICT;
         CREATE TABLE kept (learner_id TEXT REFERENCES learners (id)) STRICT;
         CREATE TABLE sound (learner_id TEXT REFERENCES learners (id) ON DELETE CASCADE) STRICT;",
    )
    .unwrap();
    assert_eq!(loose_tables(&conn), ["kept", "visits"]);
}

#[test]
fn everything_of_a_person_is_read_and_nothing_of_another() {
    let (home, conn) = fresh();
    let (hers, others) = (plant(&conn, 1), plant(&conn, 2));
    drop(conn);
    let store = home.store(Kind::Learner);
    let tables = read(&store, |reader| reader.everything_of(&hers.id));
    let texts: Vec<&String> = tables
        .iter()
        .flat_map(|table| table.rows.iter().flatten())
        .filter_map(|value| if let OwnValue::Text(text) = value { Some(text) } else { None })
        .collect();
    for (column, word) in &hers.words {
        assert!(texts.contains(&word), "{column} is missing");
    }
    for (column, word) in &others.words {
        assert!(!texts.contains(&word), "{column} of somebody else is there");
    }
    let described = described();
    for table in &tables {
        let columns = &described[&table.name].columns;
        let in_words = |column: &String| columns.iter().any(|(name, _)| name == column);
        assert!(table.columns.iter().all(in_words), "{}: every column is explained", table.name);
        assert!(!table.rows.is_empty(), "{}", table.name);
        assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{}", table.name);
    }
    assert_eq!(tables[0].name, "learners");
    assert!(hers.words.len() > 30, "words were planted: {}", hers.words.len());
}
