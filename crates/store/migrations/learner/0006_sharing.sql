-- What a learner said about sharing her choices in the ultimatum without her name.
CREATE TABLE sharing (
    learner_id TEXT PRIMARY KEY NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    choices INTEGER NOT NULL CHECK (choices IN (0, 1)),
    said_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
