//! Groups of people in a trainer's store, and who is listed by name and code.

use rusqlite::{Row, params};

use super::{all, one, run};
use crate::{Error, Reader, Writer};

/// A person as the list of people shows her.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterRow {
    /// UUID.
    pub id: String,
    /// The name in the list, or else the one that came with results.
    pub name: Option<String>,
    /// Staff number or other code; only from a list.
    pub code: Option<String>,
    /// The name that came with results.
    pub own_name: Option<String>,
    /// Stands in the trainer's list.
    pub listed: bool,
    /// Made up.
    pub sample: bool,
    /// RFC 3339; empty for somebody who has not appeared yet.
    pub last_active: String,
}

/// A group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupRow {
    /// UUID.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Goes with the made-up people.
    pub sample: bool,
}

/// Somebody of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListingRow {
    /// The person.
    pub learner_id: String,
    /// The name in the list.
    pub name: Option<String>,
    /// The code.
    pub code: Option<String>,
}

fn roster_row(row: &Row<'_>) -> rusqlite::Result<RosterRow> {
    Ok(RosterRow {
        id: row.get(0)?,
        name: row.get(1)?,
        code: row.get(2)?,
        own_name: row.get(3)?,
        listed: row.get(4)?,
        sample: row.get(5)?,
        last_active: row.get(6)?,
    })
}

fn group_row(row: &Row<'_>) -> rusqlite::Result<GroupRow> {
    Ok(GroupRow { id: row.get(0)?, name: row.get(1)?, sample: row.get(2)? })
}

impl Reader<'_> {
    /// Everybody with code and listed name, by name, those without one last.
    ///
    /// # Errors
    /// What the store says.
    pub fn roster(&self) -> Result<Vec<RosterRow>, Error> {
        all(self.conn, include_str!("roster.sql"), [], roster_row)
    }

    /// The groups, by name.
    ///
    /// # Errors
    /// What the store says.
    pub fn groups(&self) -> Result<Vec<GroupRow>, Error> {
        let sql = "SELECT id, name, sample FROM groups ORDER BY name COLLATE NOCASE, id";
        all(self.conn, sql, [], group_row)
    }

    /// The group of that name, whatever its case.
    ///
    /// # Errors
    /// What the store says.
    pub fn group_named(&self, name: &str) -> Result<Option<GroupRow>, Error> {
        let sql = "SELECT id, name, sample FROM groups WHERE name = ?1 COLLATE NOCASE";
        one(self.conn, sql, [name], group_row)
    }

    /// The people of a group.
    ///
    /// # Errors
    /// What the store says.
    pub fn members(&self, group_id: &str) -> Result<Vec<String>, Error> {
        let sql = "SELECT learner_id FROM group_members WHERE group_id = ?1 ORDER BY learner_id";
        all(self.conn, sql, [group_id], |row| row.get(0))
    }

    /// How many people are in each group that has any.
    ///
    /// # Errors
    /// What the store says.
    pub fn group_sizes(&self) -> Result<Vec<(String, u32)>, Error> {
        let sql = "SELECT group_id, count(*) FROM group_members GROUP BY group_id";
        all(self.conn, sql, [], |row| Ok((row.get(0)?, row.get(1)?)))
    }

    /// The names of a person's groups, in order.
    ///
    /// # Errors
    /// What the store says.
    pub fn group_names_of(&self, learner_id: &str) -> Result<Vec<String>, Error> {
        let sql = "SELECT groups.name FROM group_members
                   JOIN groups ON groups.id = group_members.group_id
                   WHERE group_members.learner_id = ?1
                   ORDER BY groups.name COLLATE NOCASE, groups.id";
        all(self.conn, sql, [learner_id], |row| row.get(0))
    }

    /// Every group with every person in it: group, person.
    ///
    /// # Errors
    /// What the store says.
    pub fn memberships(&self) -> Result<Vec<(String, String)>, Error> {
        let sql = "SELECT group_id, learner_id FROM group_members ORDER BY group_id, learner_id";
        all(self.conn, sql, [], |row| Ok((row.get(0)?, row.get(1)?)))
    }

    /// The pairs of which the trainer said that they are two: listed, appeared.
    ///
    /// # Errors
    /// What the store says.
    pub fn other_people(&self) -> Result<Vec<(String, String)>, Error> {
        let sql = "SELECT listed_id, learner_id FROM other_people ORDER BY listed_id, learner_id";
        all(self.conn, sql, [], |row| Ok((row.get(0)?, row.get(1)?)))
    }
}

impl Writer<'_> {
    /// Adds a group.
    ///
    /// # Errors
    /// What the store says.
    pub fn add_group(&self, group: &GroupRow, now: &str) -> Result<(), Error> {
        let sql = "INSERT INTO groups (id, name, sample, made_at) VALUES (?1, ?2, ?3, ?4)";
        run(self.conn, sql, params![group.id, group.name, group.sample, now]).map(drop)
    }

    /// Gives a group another name; says whether there is such a group.
    ///
    /// # Errors
    /// What the store says.
    pub fn rename_group(&self, id: &str, name: &str) -> Result<bool, Error> {
        let changed = run(self.conn, "UPDATE groups SET name = ?2 WHERE id = ?1", [id, name])?;
        Ok(changed > 0)
    }

    /// Removes a group, with who is in it and what it was assigned. Nobody goes.
    ///
    /// # Errors
    /// What the store says.
    pub fn remove_group(&self, id: &str) -> Result<(), Error> {
        run(self.conn, "DELETE FROM group_members WHERE group_id = ?1", [id])?;
        run(self.conn, "DELETE FROM assignment_groups WHERE group_id = ?1", [id])?;
        run(self.conn, "DELETE FROM groups WHERE id = ?1", [id]).map(drop)
    }

    /// Puts a person into a group; says whether she was not in it before.
    ///
    /// # Errors
    /// What the store says.
    pub fn add_member(&self, group_id: &str, learner_id: &str) -> Result<bool, Error> {
        let sql = "INSERT INTO group_members (group_id, learner_id) VALUES (?1, ?2)
                   ON CONFLICT (group_id, learner_id) DO NOTHING";
        Ok(run(self.conn, sql, [group_id, learner_id])? > 0)
    }

    /// Takes a person out of a group; says whether she was in it.
    ///
    /// # Errors
    /// What the store says.
    pub fn remove_member(&self, group_id: &str, learner_id: &str) -> Result<bool, Error> {
        let sql = "DELETE FROM group_members WHERE group_id = ?1 AND learner_id = ?2";
        Ok(run(self.conn, sql, [group_id, learner_id])? > 0)
    }

    /// Lists a person, or changes her name and code in the list. A name or a code that is absent stays
    /// as it was.
    ///
    /// # Errors
    /// What the store says.
    pub fn put_listing(&self, listing: &ListingRow, now: &str) -> Result<(), Error> {
        let sql = "INSERT INTO listings (learner_id, name, code, listed_at) VALUES (?1, ?2, ?3, ?4)
                   ON CONFLICT (learner_id) DO UPDATE SET name = coalesce(excluded.name, name),
                       code = coalesce(excluded.code, code), listed_at = excluded.listed_at";
        run(self.conn, sql, params![listing.learner_id, listing.name, listing.code, now]).map(drop)
    }

    /// Makes somebody of the list and somebody with results one person, who keeps the id of the
    /// results: later results come under it.
    ///
    /// # Errors
    /// What the store says.
    pub fn merge_people(&self, listed_id: &str, learner_id: &str, now: &str) -> Result<(), Error> {
        let listing = "SELECT name, code FROM listings WHERE learner_id = ?1";
        let listed = one(self.conn, listing, [listed_id], |row| {
            Ok(ListingRow {
                learner_id: learner_id.to_owned(),
                name: row.get(0)?,
                code: row.get(1)?,
            })
        })?;
        for sql in [
            "INSERT OR IGNORE INTO group_members (group_id, learner_id)
             SELECT group_id, ?2 FROM group_members WHERE learner_id = ?1",
            "INSERT OR IGNORE INTO assignment_people (assignment_id, learner_id)
             SELECT assignment_id, ?2 FROM assignment_people WHERE learner_id = ?1",
            "UPDATE notes SET learner_id = ?2 WHERE learner_id = ?1",
        ] {
            run(self.conn, sql, [listed_id, learner_id])?;
        }
        // The code is free only when the first one has gone.
        self.remove_person(listed_id)?;
        listed.map_or(Ok(()), |listing| self.put_listing(&listing, now))
    }

    /// Keeps that two are not one person.
    ///
    /// # Errors
    /// What the store says.
    pub fn keep_apart(&self, listed_id: &str, learner_id: &str) -> Result<(), Error> {
        let sql = "INSERT INTO other_people (listed_id, learner_id) VALUES (?1, ?2)
                   ON CONFLICT (listed_id, learner_id) DO NOTHING";
        run(self.conn, sql, [listed_id, learner_id]).map(drop)
    }

    /// Removes a person with everything of hers.
    ///
    /// # Errors
    /// What the store says.
    pub fn remove_person(&self, id: &str) -> Result<(), Error> {
        super::question_sums::forget(self.conn)?;
        run(self.conn, "DELETE FROM learners WHERE id = ?1", [id]).map(drop)
    }

    /// Takes groups and assignments away that go with the made-up people.
    ///
    /// # Errors
    /// What the store says.
    pub fn remove_sample_groups(&self) -> Result<(), Error> {
        for sql in [
            "DELETE FROM group_members WHERE group_id IN (SELECT id FROM groups WHERE sample = 1)",
            "DELETE FROM assignment_groups
             WHERE group_id IN (SELECT id FROM groups WHERE sample = 1)",
            "DELETE FROM groups WHERE sample = 1",
            "DELETE FROM assignments WHERE sample = 1",
        ] {
            run(self.conn, sql, [])?;
        }
        Ok(())
    }
}
