CREATE TABLE inbox_messages (
    hash TEXT PRIMARY KEY NOT NULL,
    pack_id TEXT NOT NULL,
    message_id TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE inbox_rounds (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    pack_id TEXT NOT NULL,
    pack_version INTEGER NOT NULL CHECK (pack_version >= 1),
    pack_hash TEXT NOT NULL,
    round_number INTEGER NOT NULL CHECK (round_number >= 1),
    seed TEXT NOT NULL,
    started_at TEXT NOT NULL
) STRICT;

CREATE INDEX inbox_rounds_by_learner ON inbox_rounds (learner_id, pack_id);

CREATE TABLE inbox_round_messages (
    round_id TEXT NOT NULL REFERENCES inbox_rounds (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 1),
    message_hash TEXT NOT NULL REFERENCES inbox_messages (hash),
    PRIMARY KEY (round_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE inbox_judgements (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    round_id TEXT NOT NULL REFERENCES inbox_rounds (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    message_id TEXT NOT NULL,
    message_version INTEGER NOT NULL CHECK (message_version >= 1),
    judgement TEXT NOT NULL CHECK (judgement IN ('report', 'verify', 'proceed', 'delete')),
    outcome TEXT NOT NULL
        CHECK (outcome IN ('caught', 'missed', 'sound', 'unchecked', 'false-alarm')),
    elapsed_ms INTEGER NOT NULL CHECK (elapsed_ms >= 0),
    judged_at TEXT NOT NULL,
    UNIQUE (round_id, position),
    FOREIGN KEY (round_id, position) REFERENCES inbox_round_messages (round_id, position)
) STRICT;

CREATE TABLE inbox_marks (
    round_id TEXT NOT NULL REFERENCES inbox_rounds (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    spots TEXT NOT NULL,
    marked_at TEXT NOT NULL,
    PRIMARY KEY (round_id, position),
    FOREIGN KEY (round_id, position) REFERENCES inbox_round_messages (round_id, position)
) STRICT, WITHOUT ROWID;
