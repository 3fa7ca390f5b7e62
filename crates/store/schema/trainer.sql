-- A trainer's store, `trainer.db`, as the newest migration leaves it. Encrypted as a whole with
-- SQLCipher.
--
-- This file documents; `migrations/trainer/` makes. A test holds the two together and wants a
-- comment above every table, index and column here.
--
-- It holds what was collected from the learners' stores: people, how far they are, their final
-- checks, how they judged the inbox and what they still knew in the refresher; and decisions of the
-- ultimatum that nobody's name stands beside. Decisions in lessons, reflections and practice questions
-- are not here, and must never be: they are the learners' own.
--
-- In every table: times are RFC 3339 text with milliseconds and the offset of the place where they
-- were written; ids ending in `_id` that name a part of a pack are the author's slugs, unique in
-- the pack; other ids are UUIDs as text. Order is by `seq` and never by time, for clocks are set
-- back. A `seq` is never used twice (AUTOINCREMENT). Tables are STRICT: a text in a number's place
-- is refused.

-- What the file says of itself, read before anything else.
CREATE TABLE meta (
    -- `min_reader`: the oldest schema level that may still open this file. Unlike `user_version`,
    -- the last migration that ran, it is raised only in a planned break, so older versions of the
    -- app can go on with a file that a newer one has only added to.
    key TEXT PRIMARY KEY NOT NULL,
    -- The value; for `min_reader` a whole number in decimal.
    value TEXT NOT NULL
) STRICT;

-- What the trainer's side of the app keeps: a value by key. The app gives the meaning, one key
-- each.
CREATE TABLE settings (
    -- The app's name for it; `collected_at` is one.
    key TEXT PRIMARY KEY NOT NULL,
    -- The value as the app wrote it, JSON for more than a word.
    value TEXT NOT NULL
) STRICT;

-- The people whose results were collected.
CREATE TABLE learners (
    -- UUID, the one that the learner has in the store it was collected from.
    id TEXT PRIMARY KEY NOT NULL,
    -- Name or code; NULL when none was given. Not unique: two computers may have an Anna each.
    name TEXT,
    -- 1 for the made-up people that show what reports look like; they go together, with all of
    -- theirs.
    sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
    -- When the person last opened the app, as far as was collected; empty for somebody of a list who
    -- has not appeared yet.
    last_active TEXT NOT NULL
) STRICT;

-- How far each person is in each module, as far as was collected.
CREATE TABLE progress (
    -- Who.
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    -- The pack.
    pack_id TEXT NOT NULL,
    -- The module.
    module_id TEXT NOT NULL,
    -- Steps of the module that are done. A number and no list: which ones is nobody's business.
    steps_done INTEGER NOT NULL CHECK (steps_done >= 0),
    -- The step where the person stopped.
    at_step TEXT NOT NULL,
    -- When that step was opened; tells who stopped long ago.
    opened_at TEXT NOT NULL,
    PRIMARY KEY (learner_id, pack_id, module_id)
) STRICT, WITHOUT ROWID;

-- Questions as they stood when an attempt drew them. A later version of a pack never changes what
-- was asked or what was right.
CREATE TABLE items (
    -- SHA-256 of `body` in lower-case hex: the same question is kept once.
    hash TEXT PRIMARY KEY NOT NULL,
    -- The pack it was first drawn from.
    pack_id TEXT NOT NULL,
    -- The module; reports group by it.
    module_id TEXT NOT NULL,
    -- The question's own id.
    item_id TEXT NOT NULL,
    -- Its version in the pack, from 1; raised by the author when the meaning changes.
    version INTEGER NOT NULL CHECK (version >= 1),
    -- The whole question with its key and feedback, as JSON.
    body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The collected final checks. Pack, policy and pass mark are as they stood when the attempt began,
-- so that a later edit never changes a past result.
CREATE TABLE attempts (
    -- Order of collecting, which keeps each learner's own order; "first check" in the reports is by
    -- this.
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    -- UUID.
    id TEXT NOT NULL UNIQUE,
    -- Whose.
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    -- `check`: a final check or an assessment. `practice`: a pre-check that was passed; no other
    -- practice is collected.
    kind TEXT NOT NULL CHECK (kind IN ('check', 'practice')),
    -- The pack.
    pack_id TEXT NOT NULL,
    -- Its version, from 1.
    pack_version INTEGER NOT NULL CHECK (pack_version >= 1),
    -- Its content hash in lower-case hex: two packs may call themselves the same version.
    pack_hash TEXT NOT NULL,
    -- The module.
    module_id TEXT NOT NULL,
    -- The quiz that the questions were drawn from.
    quiz_id TEXT NOT NULL,
    -- 1 for the first try of this quiz; the policy may allow only so many.
    try_number INTEGER NOT NULL CHECK (try_number >= 1),
    -- Seed of the draw in decimal, as text: it has 64 bits and a column has 63. Lets the draw be
    -- repeated.
    seed TEXT NOT NULL,
    -- The quiz policy as JSON: `draw`, `pass_percent`, `tries`, `feedback`, `shuffle`, `rules`,
    -- `pause_minutes`, `test_out`. `form` is `test-out` for a pre-check (of the kind `practice`) and
    -- `assessment` for a final assessment over all modules (of the kind `check`); otherwise absent.
    policy TEXT NOT NULL,
    -- Points needed to pass; 0 for practice.
    pass_points INTEGER NOT NULL CHECK (pass_points >= 0),
    -- When it began.
    started_at TEXT NOT NULL,
    -- When it ended; NULL while it is open. Once set, never changed.
    finished_at TEXT,
    -- Points reached, the sum of the scores that count; NULL while it is open.
    points REAL,
    -- 1 when `points` reached `pass_points`; NULL while it is open.
    passed INTEGER CHECK (passed IN (0, 1)),
    CHECK ((finished_at IS NULL) = (points IS NULL)),
    CHECK ((finished_at IS NULL) = (passed IS NULL))
) STRICT;

-- The attempts of a person.
CREATE INDEX attempts_by_learner ON attempts (learner_id, quiz_id, kind);

-- The questions drawn for an attempt, in the order shown.
CREATE TABLE attempt_items (
    -- The attempt.
    attempt_id TEXT NOT NULL REFERENCES attempts (id) ON DELETE CASCADE,
    -- Its place, 1 for the first.
    position INTEGER NOT NULL CHECK (position >= 1),
    -- The question as it stood.
    item_hash TEXT NOT NULL REFERENCES items (hash),
    -- Ids of its options, or of a matching's left side, in the order shown: a JSON list.
    parts TEXT NOT NULL,
    -- Ids of a matching's right side in the order shown: a JSON list, empty for other questions.
    targets TEXT NOT NULL,
    PRIMARY KEY (attempt_id, position)
) STRICT, WITHOUT ROWID;

-- The attempts that drew a question.
CREATE INDEX attempt_items_by_item ON attempt_items (item_hash);

-- Every answer, append-only. A changed answer is a new row; the last one of a position counts.
CREATE TABLE answers (
    -- Order of collecting, which keeps the order of each attempt.
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    -- UUID, made once: an answer that is sent twice is one answer.
    id TEXT NOT NULL UNIQUE,
    -- The attempt.
    attempt_id TEXT NOT NULL REFERENCES attempts (id) ON DELETE CASCADE,
    -- The question's place in it.
    position INTEGER NOT NULL CHECK (position >= 1),
    -- The question's id, kept here so that an exported answer needs no second table.
    item_id TEXT NOT NULL,
    -- The question's version.
    item_version INTEGER NOT NULL CHECK (item_version >= 1),
    -- What was chosen, in the pack's ids, as JSON: marks can be worked out again from it.
    response TEXT NOT NULL,
    -- The same in the words that were shown; reports list it.
    shown_text TEXT NOT NULL,
    -- The mark, 0 to 1; 1 is the full mark.
    score REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
    -- How sure the learner said she was; NULL where it is not asked.
    confidence TEXT CHECK (confidence IN ('sure', 'think', 'guess')),
    -- Milliseconds from the question to this answer.
    elapsed_ms INTEGER NOT NULL CHECK (elapsed_ms >= 0),
    -- When it was given.
    answered_at TEXT NOT NULL,
    FOREIGN KEY (attempt_id, position) REFERENCES attempt_items (attempt_id, position)
) STRICT;

-- The answers of an attempt, and the last one of a position.
CREATE INDEX answers_by_attempt ON answers (attempt_id, position);

-- Judgements in finished rounds of the inbox. No date: a trainer learns how people judge, not when they
-- practise.
CREATE TABLE judged (
    -- Who judged.
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    -- The pack.
    pack_id TEXT NOT NULL,
    -- The message.
    message_id TEXT NOT NULL,
    -- Its version.
    message_version INTEGER NOT NULL CHECK (message_version >= 1),
    -- The round, 1 for this person's first; a message's first judgement is that of the lowest round.
    round_number INTEGER NOT NULL CHECK (round_number >= 1),
    -- 1 for a hostile message, as it stood when it was judged.
    hostile INTEGER NOT NULL CHECK (hostile IN (0, 1)),
    -- Its place on the NIST Phish Scale, as it stood when it was judged.
    difficulty TEXT NOT NULL
        CHECK (difficulty IN ('very', 'moderate', 'moderate-to-least', 'least')),
    -- What was chosen.
    judgement TEXT NOT NULL CHECK (judgement IN ('report', 'verify', 'proceed', 'delete')),
    -- What it came to.
    outcome TEXT NOT NULL
        CHECK (outcome IN ('caught', 'missed', 'sound', 'unchecked', 'false-alarm')),
    -- Milliseconds with the message open, up to the judgement.
    elapsed_ms INTEGER NOT NULL CHECK (elapsed_ms >= 0),
    PRIMARY KEY (learner_id, pack_id, message_id, round_number)
) STRICT, WITHOUT ROWID;

-- Answers in the refresher to questions of this person's finished checks. No date and no words: only how
-- long after the check, and the mark.
CREATE TABLE recalled (
    -- Who answered.
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    -- The pack.
    pack_id TEXT NOT NULL,
    -- The question.
    item_id TEXT NOT NULL,
    -- Its version, the same as in the check.
    item_version INTEGER NOT NULL CHECK (item_version >= 1),
    -- 1 for the first time that it came back in the refresher.
    nth INTEGER NOT NULL CHECK (nth >= 1),
    -- Whole days after the answer in the first finished check that asked it.
    after_days INTEGER NOT NULL CHECK (after_days >= 0),
    -- The mark, 0 to 1; 1 is the full mark.
    score REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
    PRIMARY KEY (learner_id, pack_id, item_id, item_version, nth)
) STRICT, WITHOUT ROWID;

-- Decisions of runs of the ultimatum that somebody shared without a name. Nobody is in this table: no
-- person, no date, no order of arrival, for rows lie by a key that is a hash.
CREATE TABLE forks (
    -- Which decisions are of one run: a hash of its id, which itself tells a time and stands in the
    -- learner's own files.
    run TEXT NOT NULL,
    -- The decision, 1 for the first.
    position INTEGER NOT NULL CHECK (position >= 1),
    -- The pack.
    pack_id TEXT NOT NULL,
    -- The role.
    role_id TEXT NOT NULL,
    -- The scene.
    scene_id TEXT NOT NULL,
    -- What was chosen and stood.
    option_id TEXT NOT NULL,
    -- From the scene to the choice, in whole seconds: a time in milliseconds would be a fingerprint.
    seconds INTEGER NOT NULL CHECK (seconds >= 0),
    -- 1 when another choice had been taken back here.
    reversed INTEGER NOT NULL CHECK (reversed IN (0, 1)),
    -- 1 for the made-up runs of the sample data.
    sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
    PRIMARY KEY (run, position)
) STRICT, WITHOUT ROWID;

-- People whom the trainer listed, by typing or from a file. Somebody without a row here appeared with
-- results only.
CREATE TABLE listings (
    -- Who.
    learner_id TEXT PRIMARY KEY NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    -- The name in the list, shown instead of the one that came with results; NULL when there is none.
    name TEXT,
    -- Staff number or other code, the same for nobody else; NULL when there is none.
    code TEXT UNIQUE COLLATE NOCASE,
    -- When the person was listed, or last changed by a list.
    listed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Pairs of which the trainer said that they are not one person, so that it is not asked again.
CREATE TABLE other_people (
    -- Somebody of the list without results.
    listed_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    -- Somebody who appeared with results.
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    PRIMARY KEY (listed_id, learner_id)
) STRICT, WITHOUT ROWID;

-- The pairs of somebody with results.
CREATE INDEX other_people_by_learner ON other_people (learner_id);

-- Groups of people, such as teams or sites.
CREATE TABLE groups (
    -- UUID.
    id TEXT PRIMARY KEY NOT NULL,
    -- Its name, which no other group has.
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    -- 1 when it goes with the made-up people.
    sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
    -- When it was made.
    made_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Who is in which groups.
CREATE TABLE group_members (
    -- The group. Not a foreign key: a group of which nobody is left stays until it is removed.
    group_id TEXT NOT NULL,
    -- Who.
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    PRIMARY KEY (group_id, learner_id)
) STRICT, WITHOUT ROWID;

-- The groups of a person.
CREATE INDEX group_members_by_person ON group_members (learner_id);

-- What was assigned, and by when.
CREATE TABLE assignments (
    -- UUID.
    id TEXT PRIMARY KEY NOT NULL,
    -- The pack.
    pack_id TEXT NOT NULL,
    -- 1 when it is for everybody, also for those who appear later.
    everybody INTEGER NOT NULL CHECK (everybody IN (0, 1)),
    -- The day by which it is due, `2026-12-04`.
    due TEXT NOT NULL,
    -- What people read with it; NULL when nothing.
    message TEXT,
    -- 1 when it goes with the made-up people.
    sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
    -- When it was made.
    made_at TEXT NOT NULL,
    -- When it was withdrawn; NULL while it stands.
    withdrawn_at TEXT
) STRICT, WITHOUT ROWID;

-- The modules and steps of an assignment.
CREATE TABLE assignment_parts (
    -- The assignment.
    assignment_id TEXT NOT NULL REFERENCES assignments (id) ON DELETE CASCADE,
    -- Its place, 1 for the first.
    position INTEGER NOT NULL CHECK (position >= 1),
    -- The module, or that of the step.
    module_id TEXT NOT NULL,
    -- The step to revisit; NULL for the whole module.
    step_id TEXT,
    PRIMARY KEY (assignment_id, position)
) STRICT, WITHOUT ROWID;

-- The groups that an assignment is for, with whoever is in them at the time.
CREATE TABLE assignment_groups (
    -- The assignment.
    assignment_id TEXT NOT NULL REFERENCES assignments (id) ON DELETE CASCADE,
    -- The group. Not a foreign key, as in `group_members`.
    group_id TEXT NOT NULL,
    PRIMARY KEY (assignment_id, group_id)
) STRICT, WITHOUT ROWID;

-- The people that an assignment is for, besides the groups.
CREATE TABLE assignment_people (
    -- The assignment.
    assignment_id TEXT NOT NULL REFERENCES assignments (id) ON DELETE CASCADE,
    -- Who.
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    PRIMARY KEY (assignment_id, learner_id)
) STRICT, WITHOUT ROWID;

-- The assignments of a person.
CREATE INDEX assignment_people_by_person ON assignment_people (learner_id);

-- Assigned steps that people did again, as far as was collected. Only steps that were assigned.
CREATE TABLE revisits (
    -- Who.
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    -- The assignment.
    assignment_id TEXT NOT NULL,
    -- The module.
    module_id TEXT NOT NULL,
    -- The step.
    step_id TEXT NOT NULL,
    -- When it was done again.
    done_at TEXT NOT NULL,
    PRIMARY KEY (learner_id, assignment_id, module_id, step_id)
) STRICT, WITHOUT ROWID;

-- The result files that were collected.
CREATE TABLE result_files (
    -- SHA-256 of what was encrypted, in lower-case hex: the same content is the same file.
    digest TEXT PRIMARY KEY NOT NULL,
    -- Whose.
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    -- Public key of the installation that saved and signed it.
    device TEXT NOT NULL,
    -- The installation's number for it, which grows with each file.
    number INTEGER NOT NULL CHECK (number >= 0),
    -- Hash of the last link of its history; empty where there was none.
    head TEXT NOT NULL,
    -- When it was saved, by the clock of that computer.
    made_at TEXT NOT NULL,
    -- When it was collected.
    collected_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The files of a person.
CREATE INDEX result_files_by_learner ON result_files (learner_id);

-- Every link of a history that any file had, whichever came first: what the files show together is read
-- from this set.
CREATE TABLE links (
    -- Whose.
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    -- Hash of the link, as the file said.
    hash TEXT NOT NULL,
    -- Its number, as the file said.
    counter INTEGER NOT NULL CHECK (counter >= 0),
    -- What it stands for.
    kind TEXT NOT NULL CHECK (kind IN ('older', 'check', 'restored')),
    -- The attempt; for a restored copy an id of the restoration.
    attempt_id TEXT NOT NULL,
    -- SHA-256 of the finished check; empty for a restored copy.
    content TEXT NOT NULL,
    -- When it was made, by the clock of that computer.
    at TEXT NOT NULL,
    -- Public key of the installation that made it.
    device TEXT NOT NULL,
    -- Hash of the link before; empty for the first.
    previous TEXT NOT NULL,
    PRIMARY KEY (learner_id, hash, previous)
) STRICT, WITHOUT ROWID;

-- What a file shows by itself, as a fact about the file.
CREATE TABLE file_findings (
    -- Whose.
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    -- The file.
    digest TEXT NOT NULL,
    -- `gap`: a link or a check is not in it. `edited`: a check or link is not what was hashed.
    -- `foreign`: a link of another installation, or a check of another learner.
    kind TEXT NOT NULL CHECK (kind IN ('gap', 'edited', 'foreign')),
    -- The link where it shows; 0 where it is about no link.
    counter INTEGER NOT NULL CHECK (counter >= 0),
    PRIMARY KEY (learner_id, digest, kind, counter)
) STRICT, WITHOUT ROWID;

-- Steps that a person has done, with the time spent on each: when people work and where a module is
-- long. As collected last.
CREATE TABLE steps_done (
    -- Who.
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    -- The pack's `id`.
    pack_id TEXT NOT NULL,
    -- The module.
    module_id TEXT NOT NULL,
    -- The step; unique in the pack.
    step_id TEXT NOT NULL,
    -- When it was done the first time.
    done_at TEXT NOT NULL,
    -- Milliseconds on the step, added up over visits.
    elapsed_ms INTEGER NOT NULL CHECK (elapsed_ms >= 0),
    PRIMARY KEY (learner_id, pack_id, step_id)
) STRICT, WITHOUT ROWID;

-- What the trainer noted about a person. Written here and never collected; the person may ask for it.
CREATE TABLE notes (
    -- Order of writing.
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    -- UUID.
    id TEXT NOT NULL UNIQUE,
    -- About whom.
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    -- When.
    written_at TEXT NOT NULL,
    -- The note, as typed.
    text TEXT NOT NULL
) STRICT;

-- The notes about a person.
CREATE INDEX notes_by_learner ON notes (learner_id);

-- Counts as they stood at the end of a day on which something was collected, to say later what has
-- changed. Nobody is in them.
CREATE TABLE snapshots (
    -- The pack's `id`.
    pack_id TEXT NOT NULL,
    -- The day, `YYYY-MM-DD`, where the trainer was.
    day TEXT NOT NULL,
    -- People.
    people INTEGER NOT NULL CHECK (people >= 0),
    -- Modules begun or completed, over all people.
    begun INTEGER NOT NULL CHECK (begun >= 0),
    -- Modules completed, over all people.
    completed INTEGER NOT NULL CHECK (completed >= 0),
    -- Finished checks.
    checks INTEGER NOT NULL CHECK (checks >= 0),
    -- People who may need help.
    need_help INTEGER NOT NULL CHECK (need_help >= 0),
    PRIMARY KEY (pack_id, day)
) STRICT, WITHOUT ROWID;

-- Everybody's part of the figures as it was last told, in a store that shows no person. It moves on in batches of
-- enough people, so that no figure read before and after one result tells whose it was. Other stores have no
-- row here.
CREATE TABLE told (
    -- `person`: is counted among the people. `place`: how the person stands in a module. `step`: the time on a
    -- step. `check`: the first finished check of a quiz. `answer`: an answer in it. `message`: the first judgement of a message. `later`: what
    -- was still known after some days.
    what TEXT NOT NULL
        CHECK (what IN ('person', 'place', 'step', 'check', 'answer', 'message', 'later')),
    -- The module, step, quiz, question by its hash, message or number of days; empty for `person`.
    about TEXT NOT NULL,
    -- Whose.
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    -- Of a place `not`, `begun`, `begun` with the number of a step from 0, or `done`; of a step milliseconds; of a
    -- check or an answer the attempt; of a message the round; of `later` a JSON list: questions, right then, right later.
    value TEXT NOT NULL,
    -- The day from which on it is told, `YYYY-MM-DD`.
    day TEXT NOT NULL,
    PRIMARY KEY (what, about, learner_id)
) STRICT, WITHOUT ROWID;

-- What is told of a person.
CREATE INDEX told_by_learner ON told (learner_id);

-- Runs of the ultimatum that are told, in a store that shows no person. Nobody is in this table.
CREATE TABLE told_runs (
    -- The run, as in `forks`.
    run TEXT PRIMARY KEY NOT NULL
) STRICT, WITHOUT ROWID;

-- What reports about questions read in place of answers. Everything from here on follows from the
-- tables above and can be made anew from them (`eighteen store check --repair`).

-- Short numbers for people, so that a packed attempt stays small.
CREATE TABLE numbered_people (
    -- The number.
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    -- Who.
    learner_id TEXT NOT NULL UNIQUE REFERENCES learners (id) ON DELETE CASCADE
) STRICT;

-- Short numbers for kept questions.
CREATE TABLE numbered_items (
    -- The number.
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    -- The kept question. No foreign key: a number outlives its question, so that it never comes to mean
    -- another one.
    hash TEXT NOT NULL UNIQUE
) STRICT;

-- Short numbers for quizzes.
CREATE TABLE numbered_quizzes (
    -- The number.
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    -- The pack.
    pack_id TEXT NOT NULL,
    -- The module.
    module_id TEXT NOT NULL,
    -- The quiz.
    quiz_id TEXT NOT NULL,
    UNIQUE (pack_id, quiz_id)
) STRICT;

-- Every finished check of a module in one row.
CREATE TABLE packed_attempts (
    -- The quiz, by its number.
    quiz INTEGER NOT NULL,
    -- Its place among the attempts of this quiz, in the order of packing: sums go on from it.
    nth INTEGER NOT NULL CHECK (nth >= 1),
    -- The attempt, by its `seq`.
    attempt INTEGER NOT NULL UNIQUE REFERENCES attempts (seq) ON DELETE CASCADE,
    -- Who, by number.
    person INTEGER NOT NULL REFERENCES numbered_people (number) ON DELETE CASCADE,
    -- 1 for the person's first finished check of this quiz: the lowest try, and of two the one that was
    -- put in first.
    is_first INTEGER NOT NULL CHECK (is_first IN (0, 1)),
    -- The day on which it was finished, as a whole number such as 20261122.
    day INTEGER NOT NULL CHECK (day >= 0),
    -- The form, 1, in one byte; then each question drawn, in its order: number of the kept question
    -- (LEB128), a byte (bits 0-1: 0 no mark, 1 the full mark, 2 a mark of its own, 3 left out; bits 2-3:
    -- 0 not said, 1 guess, 2 think, 3 sure), the chosen options as bits, the first lowest (LEB128),
    -- milliseconds (LEB128), and a mark of its own as a double, little endian.
    answers BLOB NOT NULL,
    PRIMARY KEY (quiz, nth)
) STRICT, WITHOUT ROWID;

-- A person's attempts at a quiz, for telling which was the first.
CREATE INDEX packed_attempts_by_person ON packed_attempts (person, quiz);

-- Sums of every question of a quiz over its packed attempts.
CREATE TABLE question_sums (
    -- The quiz, by its number.
    quiz INTEGER NOT NULL,
    -- 1 over everybody's first attempts, 0 over all.
    firsts INTEGER NOT NULL CHECK (firsts IN (0, 1)),
    -- The last packed attempt, by its `nth`, that is in them.
    up_to INTEGER NOT NULL CHECK (up_to >= 0),
    -- Numbers of the kept questions in the order of the sums, as a JSON list.
    items TEXT NOT NULL,
    -- The sums, in a form that begins with its number; the app says what they are.
    sums BLOB NOT NULL,
    PRIMARY KEY (quiz, firsts)
) STRICT, WITHOUT ROWID;

-- Every finished check, of a module or of all of them, person by person: what reports read in which one
-- person's checks stand beside each other.
CREATE TABLE checks_by_person (
    -- Who, by number.
    person INTEGER NOT NULL REFERENCES numbered_people (number) ON DELETE CASCADE,
    -- When it was begun, in milliseconds since 1970.
    begun INTEGER NOT NULL,
    -- The attempt, by its `id`: of two that were begun at once it says which comes first.
    id TEXT NOT NULL,
    -- The same, by its `seq`.
    attempt INTEGER NOT NULL UNIQUE REFERENCES attempts (seq) ON DELETE CASCADE,
    -- The quiz, by its number.
    quiz INTEGER NOT NULL,
    -- 1 for a check of a module, 0 for one of all modules.
    of_module INTEGER NOT NULL CHECK (of_module IN (0, 1)),
    -- 1 for the first try.
    try_number INTEGER NOT NULL CHECK (try_number >= 1),
    -- The day on which it was finished, as a whole number such as 20261122.
    day INTEGER NOT NULL CHECK (day >= 0),
    -- Points.
    points REAL NOT NULL,
    -- Points to pass.
    pass_points INTEGER NOT NULL CHECK (pass_points >= 0),
    -- Questions drawn.
    questions INTEGER NOT NULL CHECK (questions >= 0),
    -- 1 when it was passed.
    passed INTEGER NOT NULL CHECK (passed IN (0, 1)),
    -- As in `packed_attempts`.
    answers BLOB NOT NULL,
    PRIMARY KEY (person, begun, id)
) STRICT, WITHOUT ROWID;

-- Who showed in a pre-check that the steps of a module can be skipped.
CREATE INDEX attempts_known ON attempts (pack_id, learner_id, module_id, finished_at)
WHERE json_extract(policy, '$.form') = 'test-out' AND passed = 1;

-- Statements from a record store that wait for the rest of their check. When it is whole it becomes an attempt,
-- and they go.
CREATE TABLE statements_held (
    -- UUID of the statement: one that is read twice is there once.
    id TEXT PRIMARY KEY NOT NULL,
    -- Whose.
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    -- The attempt. There is no row of it yet.
    attempt_id TEXT NOT NULL,
    -- What it tells, as JSON; the app says what is in it.
    told TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- To find the rest of a check.
CREATE INDEX statements_held_by_attempt ON statements_held (attempt_id);

-- To erase a person.
CREATE INDEX statements_held_by_learner ON statements_held (learner_id);

-- Checks that came as statements, which no computer signed. One that a result file also has leaves this list.
CREATE TABLE unsigned_checks (
    -- The check.
    attempt_id TEXT PRIMARY KEY NOT NULL REFERENCES attempts (id) ON DELETE CASCADE,
    -- When it was collected. RFC 3339.
    collected_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
