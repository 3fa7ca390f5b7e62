CREATE TABLE reviews (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    pack_id TEXT NOT NULL,
    item_hash TEXT NOT NULL REFERENCES items (hash),
    item_id TEXT NOT NULL,
    item_version INTEGER NOT NULL CHECK (item_version >= 1),
    response TEXT NOT NULL,
    shown_text TEXT NOT NULL,
    score REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
    confidence TEXT CHECK (confidence IN ('sure', 'think', 'guess')),
    elapsed_ms INTEGER NOT NULL CHECK (elapsed_ms >= 0),
    grade INTEGER NOT NULL CHECK (grade BETWEEN 1 AND 4),
    after_answer INTEGER NOT NULL CHECK (after_answer >= 0),
    reviewed_at TEXT NOT NULL
) STRICT;

CREATE INDEX reviews_by_learner ON reviews (learner_id, pack_id);

CREATE TABLE review_changes (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    review_id TEXT NOT NULL REFERENCES reviews (id) ON DELETE CASCADE,
    grade INTEGER CHECK (grade BETWEEN 1 AND 4),
    changed_at TEXT NOT NULL
) STRICT;

CREATE INDEX review_changes_by_review ON review_changes (review_id);
