CREATE TABLE steps_done (
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    pack_id TEXT NOT NULL,
    module_id TEXT NOT NULL,
    step_id TEXT NOT NULL,
    done_at TEXT NOT NULL,
    elapsed_ms INTEGER NOT NULL CHECK (elapsed_ms >= 0),
    PRIMARY KEY (learner_id, pack_id, step_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE notes (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    written_at TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;

CREATE INDEX notes_by_learner ON notes (learner_id);

CREATE TABLE snapshots (
    pack_id TEXT NOT NULL,
    day TEXT NOT NULL,
    people INTEGER NOT NULL CHECK (people >= 0),
    begun INTEGER NOT NULL CHECK (begun >= 0),
    completed INTEGER NOT NULL CHECK (completed >= 0),
    checks INTEGER NOT NULL CHECK (checks >= 0),
    need_help INTEGER NOT NULL CHECK (need_help >= 0),
    PRIMARY KEY (pack_id, day)
) STRICT, WITHOUT ROWID;
