CREATE TABLE trainers (
    public_key TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    file_number INTEGER NOT NULL CHECK (file_number >= 0),
    trusted_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE assigned (
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    trainer_key TEXT NOT NULL,
    assignment_id TEXT NOT NULL,
    pack_id TEXT NOT NULL,
    module_id TEXT NOT NULL,
    step_id TEXT NOT NULL,
    due TEXT NOT NULL,
    message TEXT,
    received_at TEXT NOT NULL,
    done_at TEXT,
    PRIMARY KEY (learner_id, trainer_key, assignment_id, module_id, step_id)
) STRICT, WITHOUT ROWID;
