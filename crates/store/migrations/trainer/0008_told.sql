CREATE TABLE told (
    what TEXT NOT NULL
        CHECK (what IN ('person', 'place', 'step', 'check', 'answer', 'message', 'later')),
    about TEXT NOT NULL,
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    value TEXT NOT NULL,
    day TEXT NOT NULL,
    PRIMARY KEY (what, about, learner_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX told_by_learner ON told (learner_id);

CREATE TABLE told_runs (
    run TEXT PRIMARY KEY NOT NULL
) STRICT, WITHOUT ROWID;
