-- The history of finished checks, by which a trainer sees whether a file is whole.
CREATE TABLE history (
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    counter INTEGER NOT NULL CHECK (counter >= 1),
    kind TEXT NOT NULL CHECK (kind IN ('older', 'check', 'restored')),
    attempt_id TEXT NOT NULL,
    content TEXT NOT NULL,
    at TEXT NOT NULL,
    device TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (learner_id, counter)
) STRICT, WITHOUT ROWID;
