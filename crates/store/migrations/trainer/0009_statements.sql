-- Checks that come from a record store as statements: those that are not whole yet, and which came so.
CREATE TABLE statements_held (
    id TEXT PRIMARY KEY NOT NULL,
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    attempt_id TEXT NOT NULL,
    told TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX statements_held_by_attempt ON statements_held (attempt_id);

CREATE INDEX statements_held_by_learner ON statements_held (learner_id);

CREATE TABLE unsigned_checks (
    attempt_id TEXT PRIMARY KEY NOT NULL REFERENCES attempts (id) ON DELETE CASCADE,
    collected_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
