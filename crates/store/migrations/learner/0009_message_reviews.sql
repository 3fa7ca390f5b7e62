-- Messages of the inbox come back in the refresher.
CREATE TABLE message_reviews (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    pack_id TEXT NOT NULL,
    message_hash TEXT NOT NULL REFERENCES inbox_messages (hash),
    message_id TEXT NOT NULL,
    message_version INTEGER NOT NULL CHECK (message_version >= 1),
    judgement TEXT NOT NULL CHECK (judgement IN ('report', 'verify', 'proceed', 'delete')),
    outcome TEXT NOT NULL
        CHECK (outcome IN ('caught', 'missed', 'sound', 'unchecked', 'false-alarm')),
    confidence TEXT CHECK (confidence IN ('sure', 'think', 'guess')),
    elapsed_ms INTEGER NOT NULL CHECK (elapsed_ms >= 0),
    grade INTEGER NOT NULL CHECK (grade BETWEEN 1 AND 4),
    after_judgement INTEGER NOT NULL CHECK (after_judgement >= 0),
    after_review INTEGER NOT NULL CHECK (after_review >= 0),
    reviewed_at TEXT NOT NULL
) STRICT;

CREATE INDEX message_reviews_by_learner ON message_reviews (learner_id, pack_id);

CREATE TABLE message_review_changes (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    review_id TEXT NOT NULL REFERENCES message_reviews (id) ON DELETE CASCADE,
    grade INTEGER CHECK (grade BETWEEN 1 AND 4),
    changed_at TEXT NOT NULL
) STRICT;

CREATE INDEX message_review_changes_by_review ON message_review_changes (review_id);
