CREATE TABLE checks_by_person (
    person INTEGER NOT NULL REFERENCES numbered_people (number) ON DELETE CASCADE,
    begun INTEGER NOT NULL,
    id TEXT NOT NULL,
    attempt INTEGER NOT NULL UNIQUE REFERENCES attempts (seq) ON DELETE CASCADE,
    quiz INTEGER NOT NULL,
    of_module INTEGER NOT NULL CHECK (of_module IN (0, 1)),
    try_number INTEGER NOT NULL CHECK (try_number >= 1),
    day INTEGER NOT NULL CHECK (day >= 0),
    points REAL NOT NULL,
    pass_points INTEGER NOT NULL CHECK (pass_points >= 0),
    questions INTEGER NOT NULL CHECK (questions >= 0),
    passed INTEGER NOT NULL CHECK (passed IN (0, 1)),
    answers BLOB NOT NULL,
    PRIMARY KEY (person, begun, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX attempts_known ON attempts (pack_id, learner_id, module_id, finished_at)
WHERE json_extract(policy, '$.form') = 'test-out' AND passed = 1;
