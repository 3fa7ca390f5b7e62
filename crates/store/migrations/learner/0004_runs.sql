CREATE TABLE scripts (
    hash TEXT PRIMARY KEY NOT NULL,
    pack_id TEXT NOT NULL,
    role_id TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE runs (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    pack_id TEXT NOT NULL,
    pack_version INTEGER NOT NULL CHECK (pack_version >= 1),
    pack_hash TEXT NOT NULL,
    role_id TEXT NOT NULL,
    script_hash TEXT NOT NULL REFERENCES scripts (hash),
    replay_of TEXT,
    replay_from INTEGER CHECK (replay_from >= 1),
    started_at TEXT NOT NULL,
    read_to INTEGER NOT NULL DEFAULT 0 CHECK (read_to >= 0),
    finished_at TEXT,
    CHECK ((replay_of IS NULL) = (replay_from IS NULL))
) STRICT;

CREATE INDEX runs_by_learner ON runs (learner_id, pack_id);

CREATE TABLE run_choices (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 1),
    scene_id TEXT NOT NULL,
    option_id TEXT NOT NULL,
    elapsed_ms INTEGER NOT NULL CHECK (elapsed_ms >= 0),
    chosen_at TEXT NOT NULL,
    shared INTEGER NOT NULL CHECK (shared IN (0, 1))
) STRICT;

CREATE INDEX run_choices_by_run ON run_choices (run_id, position);

CREATE TABLE choices_taken_back (
    choice_id TEXT PRIMARY KEY NOT NULL REFERENCES run_choices (id) ON DELETE CASCADE,
    taken_back_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE run_reflections (
    run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    reflection_id TEXT NOT NULL,
    written TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    PRIMARY KEY (run_id, reflection_id)
) STRICT, WITHOUT ROWID;
