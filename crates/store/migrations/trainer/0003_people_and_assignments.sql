CREATE TABLE listings (
    learner_id TEXT PRIMARY KEY NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    name TEXT,
    code TEXT UNIQUE COLLATE NOCASE,
    listed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE other_people (
    listed_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    PRIMARY KEY (listed_id, learner_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX other_people_by_learner ON other_people (learner_id);

CREATE TABLE groups (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
    made_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE group_members (
    group_id TEXT NOT NULL,
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    PRIMARY KEY (group_id, learner_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX group_members_by_person ON group_members (learner_id);

CREATE TABLE assignments (
    id TEXT PRIMARY KEY NOT NULL,
    pack_id TEXT NOT NULL,
    everybody INTEGER NOT NULL CHECK (everybody IN (0, 1)),
    due TEXT NOT NULL,
    message TEXT,
    sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
    made_at TEXT NOT NULL,
    withdrawn_at TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE assignment_parts (
    assignment_id TEXT NOT NULL REFERENCES assignments (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 1),
    module_id TEXT NOT NULL,
    step_id TEXT,
    PRIMARY KEY (assignment_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE assignment_groups (
    assignment_id TEXT NOT NULL REFERENCES assignments (id) ON DELETE CASCADE,
    group_id TEXT NOT NULL,
    PRIMARY KEY (assignment_id, group_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE assignment_people (
    assignment_id TEXT NOT NULL REFERENCES assignments (id) ON DELETE CASCADE,
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    PRIMARY KEY (assignment_id, learner_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX assignment_people_by_person ON assignment_people (learner_id);

CREATE TABLE revisits (
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    assignment_id TEXT NOT NULL,
    module_id TEXT NOT NULL,
    step_id TEXT NOT NULL,
    done_at TEXT NOT NULL,
    PRIMARY KEY (learner_id, assignment_id, module_id, step_id)
) STRICT, WITHOUT ROWID;
