CREATE TABLE flags (
    attempt_id TEXT NOT NULL REFERENCES attempts (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 1),
    PRIMARY KEY (attempt_id, position)
) STRICT, WITHOUT ROWID;
