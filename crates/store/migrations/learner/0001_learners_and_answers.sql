CREATE TABLE meta (
    key TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT;

INSERT INTO meta (key, value) VALUES ('min_reader', '1');

CREATE TABLE settings (
    key TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE learners (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT,
    created_at TEXT NOT NULL,
    last_seen TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX learners_by_name ON learners (name COLLATE NOCASE) WHERE name IS NOT NULL;

CREATE TABLE places (
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    pack_id TEXT NOT NULL,
    module_id TEXT NOT NULL,
    step_id TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    PRIMARY KEY (learner_id, pack_id, module_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE steps_done (
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    pack_id TEXT NOT NULL,
    module_id TEXT NOT NULL,
    step_id TEXT NOT NULL,
    done_at TEXT NOT NULL,
    elapsed_ms INTEGER NOT NULL CHECK (elapsed_ms >= 0),
    PRIMARY KEY (learner_id, pack_id, step_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE decisions (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    pack_id TEXT NOT NULL,
    step_id TEXT NOT NULL,
    decision_id TEXT NOT NULL,
    option_id TEXT NOT NULL,
    elapsed_ms INTEGER NOT NULL CHECK (elapsed_ms >= 0),
    decided_at TEXT NOT NULL
) STRICT;

CREATE INDEX decisions_by_step ON decisions (learner_id, pack_id, step_id);

CREATE TABLE reflections (
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    pack_id TEXT NOT NULL,
    module_id TEXT NOT NULL,
    step_id TEXT NOT NULL,
    reflection_id TEXT NOT NULL,
    written TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    PRIMARY KEY (learner_id, pack_id, step_id, reflection_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE items (
    hash TEXT PRIMARY KEY NOT NULL,
    pack_id TEXT NOT NULL,
    module_id TEXT NOT NULL,
    item_id TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE attempts (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('check', 'practice')),
    pack_id TEXT NOT NULL,
    pack_version INTEGER NOT NULL CHECK (pack_version >= 1),
    pack_hash TEXT NOT NULL,
    module_id TEXT NOT NULL,
    quiz_id TEXT NOT NULL,
    try_number INTEGER NOT NULL CHECK (try_number >= 1),
    seed TEXT NOT NULL,
    policy TEXT NOT NULL,
    pass_points INTEGER NOT NULL CHECK (pass_points >= 0),
    started_at TEXT NOT NULL,
    finished_at TEXT,
    points REAL,
    passed INTEGER CHECK (passed IN (0, 1)),
    CHECK ((finished_at IS NULL) = (points IS NULL)),
    CHECK ((finished_at IS NULL) = (passed IS NULL))
) STRICT;

CREATE INDEX attempts_by_learner ON attempts (learner_id, quiz_id, kind);

CREATE TABLE attempt_items (
    attempt_id TEXT NOT NULL REFERENCES attempts (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 1),
    item_hash TEXT NOT NULL REFERENCES items (hash),
    parts TEXT NOT NULL,
    targets TEXT NOT NULL,
    PRIMARY KEY (attempt_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE answers (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    attempt_id TEXT NOT NULL REFERENCES attempts (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 1),
    item_id TEXT NOT NULL,
    item_version INTEGER NOT NULL CHECK (item_version >= 1),
    response TEXT NOT NULL,
    shown_text TEXT NOT NULL,
    score REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
    confidence TEXT CHECK (confidence IN ('sure', 'think', 'guess')),
    elapsed_ms INTEGER NOT NULL CHECK (elapsed_ms >= 0),
    answered_at TEXT NOT NULL,
    FOREIGN KEY (attempt_id, position) REFERENCES attempt_items (attempt_id, position)
) STRICT;

CREATE INDEX answers_by_attempt ON answers (attempt_id, position);
