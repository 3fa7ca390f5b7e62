-- What was collected from result files: the files, the histories in them, and what each file shows.
CREATE TABLE result_files (
    digest TEXT PRIMARY KEY NOT NULL,
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    device TEXT NOT NULL,
    number INTEGER NOT NULL CHECK (number >= 0),
    head TEXT NOT NULL,
    made_at TEXT NOT NULL,
    collected_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX result_files_by_learner ON result_files (learner_id);

CREATE TABLE links (
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    hash TEXT NOT NULL,
    counter INTEGER NOT NULL CHECK (counter >= 0),
    kind TEXT NOT NULL CHECK (kind IN ('older', 'check', 'restored')),
    attempt_id TEXT NOT NULL,
    content TEXT NOT NULL,
    at TEXT NOT NULL,
    device TEXT NOT NULL,
    previous TEXT NOT NULL,
    PRIMARY KEY (learner_id, hash, previous)
) STRICT, WITHOUT ROWID;

CREATE TABLE file_findings (
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    digest TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('gap', 'edited', 'foreign')),
    counter INTEGER NOT NULL CHECK (counter >= 0),
    PRIMARY KEY (learner_id, digest, kind, counter)
) STRICT, WITHOUT ROWID;
