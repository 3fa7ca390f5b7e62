-- What practice shows: judgements of the inbox and answers of the refresher by person, decisions of the ultimatum
-- by nobody.
CREATE TABLE judged (
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    pack_id TEXT NOT NULL,
    message_id TEXT NOT NULL,
    message_version INTEGER NOT NULL CHECK (message_version >= 1),
    round_number INTEGER NOT NULL CHECK (round_number >= 1),
    hostile INTEGER NOT NULL CHECK (hostile IN (0, 1)),
    difficulty TEXT NOT NULL
        CHECK (difficulty IN ('very', 'moderate', 'moderate-to-least', 'least')),
    judgement TEXT NOT NULL CHECK (judgement IN ('report', 'verify', 'proceed', 'delete')),
    outcome TEXT NOT NULL
        CHECK (outcome IN ('caught', 'missed', 'sound', 'unchecked', 'false-alarm')),
    elapsed_ms INTEGER NOT NULL CHECK (elapsed_ms >= 0),
    PRIMARY KEY (learner_id, pack_id, message_id, round_number)
) STRICT, WITHOUT ROWID;

CREATE TABLE recalled (
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    pack_id TEXT NOT NULL,
    item_id TEXT NOT NULL,
    item_version INTEGER NOT NULL CHECK (item_version >= 1),
    nth INTEGER NOT NULL CHECK (nth >= 1),
    after_days INTEGER NOT NULL CHECK (after_days >= 0),
    score REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
    PRIMARY KEY (learner_id, pack_id, item_id, item_version, nth)
) STRICT, WITHOUT ROWID;

CREATE TABLE forks (
    run TEXT NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 1),
    pack_id TEXT NOT NULL,
    role_id TEXT NOT NULL,
    scene_id TEXT NOT NULL,
    option_id TEXT NOT NULL,
    seconds INTEGER NOT NULL CHECK (seconds >= 0),
    reversed INTEGER NOT NULL CHECK (reversed IN (0, 1)),
    sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
    PRIMARY KEY (run, position)
) STRICT, WITHOUT ROWID;
