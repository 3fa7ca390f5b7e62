CREATE TABLE numbered_people (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    learner_id TEXT NOT NULL UNIQUE REFERENCES learners (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE numbered_items (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    hash TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE numbered_quizzes (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    pack_id TEXT NOT NULL,
    module_id TEXT NOT NULL,
    quiz_id TEXT NOT NULL,
    UNIQUE (pack_id, quiz_id)
) STRICT;

CREATE TABLE packed_attempts (
    quiz INTEGER NOT NULL,
    nth INTEGER NOT NULL CHECK (nth >= 1),
    attempt INTEGER NOT NULL UNIQUE REFERENCES attempts (seq) ON DELETE CASCADE,
    person INTEGER NOT NULL REFERENCES numbered_people (number) ON DELETE CASCADE,
    is_first INTEGER NOT NULL CHECK (is_first IN (0, 1)),
    day INTEGER NOT NULL CHECK (day >= 0),
    answers BLOB NOT NULL,
    PRIMARY KEY (quiz, nth)
) STRICT, WITHOUT ROWID;

CREATE INDEX packed_attempts_by_person ON packed_attempts (person, quiz);

CREATE TABLE question_sums (
    quiz INTEGER NOT NULL,
    firsts INTEGER NOT NULL CHECK (firsts IN (0, 1)),
    up_to INTEGER NOT NULL CHECK (up_to >= 0),
    items TEXT NOT NULL,
    sums BLOB NOT NULL,
    PRIMARY KEY (quiz, firsts)
) STRICT, WITHOUT ROWID;
