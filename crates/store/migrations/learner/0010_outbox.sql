-- Results that wait for the organisation's learning record store, and who agreed that they are sent.
CREATE TABLE agreements (
    learner_id TEXT PRIMARY KEY NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    endpoint TEXT NOT NULL,
    wording INTEGER NOT NULL CHECK (wording >= 1),
    agreed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    attempt_id TEXT NOT NULL REFERENCES attempts (id) ON DELETE CASCADE,
    verb TEXT NOT NULL,
    statement TEXT NOT NULL,
    made_at TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('set-aside', 'waiting', 'delivered')),
    reason TEXT,
    settled_at TEXT,
    CHECK ((state = 'waiting') = (settled_at IS NULL)),
    CHECK ((state = 'set-aside') = (reason IS NOT NULL))
) STRICT;

CREATE INDEX outbox_by_state ON outbox (state, seq);

CREATE INDEX outbox_by_learner ON outbox (learner_id, seq);

CREATE INDEX outbox_by_attempt ON outbox (attempt_id);

CREATE TABLE filing (
    learner_id TEXT PRIMARY KEY NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    trainer_key TEXT NOT NULL,
    folder TEXT NOT NULL,
    chosen_at TEXT NOT NULL,
    written_at TEXT,
    problem TEXT
) STRICT, WITHOUT ROWID;
