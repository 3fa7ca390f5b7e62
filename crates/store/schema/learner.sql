-- The learners' store, `learner.db`, as the newest migration leaves it. Start reading here.
--
-- This file documents; `migrations/learner/` makes. A test holds the two together and wants a
-- comment above every table, index and column here.
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

-- What was chosen on this computer: a value by key. The app gives the meaning, one key each.
CREATE TABLE settings (
    -- The app's name for it.
    key TEXT PRIMARY KEY NOT NULL,
    -- The value as the app wrote it, JSON for more than a word.
    value TEXT NOT NULL
) STRICT;

-- Who learns on this computer. A row is made with the first thing worth keeping, before any name.
CREATE TABLE learners (
    -- UUID; the same person has it in a trainer's store.
    id TEXT PRIMARY KEY NOT NULL,
    -- Name or code as typed, spaces made single. NULL until it is given: nobody must give one.
    name TEXT,
    -- When the row was made.
    created_at TEXT NOT NULL,
    -- When the learner last opened the app; orders the list of learners at the start.
    last_seen TEXT NOT NULL
) STRICT;

-- A name is had once, whatever the case of its letters. SQLite folds the case of A to Z only.
CREATE UNIQUE INDEX learners_by_name ON learners (name COLLATE NOCASE) WHERE name IS NOT NULL;

-- Where each learner stopped in each module: "continue" goes there.
CREATE TABLE places (
    -- Whose place.
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    -- The pack.
    pack_id TEXT NOT NULL,
    -- The module.
    module_id TEXT NOT NULL,
    -- The step that was opened last.
    step_id TEXT NOT NULL,
    -- When it was opened; the newest place of a pack is the module to go on with.
    opened_at TEXT NOT NULL,
    PRIMARY KEY (learner_id, pack_id, module_id)
) STRICT, WITHOUT ROWID;

-- Steps that a learner has done. Done once is done: nothing takes a row away.
CREATE TABLE steps_done (
    -- Who did it.
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    -- The pack.
    pack_id TEXT NOT NULL,
    -- The module; not in the key, because a step's id is unique in its pack and may move.
    module_id TEXT NOT NULL,
    -- The step.
    step_id TEXT NOT NULL,
    -- When it was done for the first time.
    done_at TEXT NOT NULL,
    -- Milliseconds on the step, added up over visits, to the most that 32 bits hold.
    elapsed_ms INTEGER NOT NULL CHECK (elapsed_ms >= 0),
    PRIMARY KEY (learner_id, pack_id, step_id)
) STRICT, WITHOUT ROWID;

-- Choices at the decision points of the story, each time one was made. Private: there is no such
-- table in a trainer's store.
CREATE TABLE decisions (
    -- Order of writing; the last choice at a decision is the one that is shown.
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    -- UUID.
    id TEXT NOT NULL UNIQUE,
    -- Who decided.
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    -- The pack.
    pack_id TEXT NOT NULL,
    -- The step.
    step_id TEXT NOT NULL,
    -- The decision block of the step.
    decision_id TEXT NOT NULL,
    -- The option that was chosen.
    option_id TEXT NOT NULL,
    -- Milliseconds from the question to the choice.
    elapsed_ms INTEGER NOT NULL CHECK (elapsed_ms >= 0),
    -- When it was chosen.
    decided_at TEXT NOT NULL
) STRICT;

-- The decisions of one step, whenever it is opened.
CREATE INDEX decisions_by_step ON decisions (learner_id, pack_id, step_id);

-- What a learner wrote for herself. Private: there is no such table in a trainer's store. A new
-- wording takes the place of the old one, and an empty one takes the row away.
CREATE TABLE reflections (
    -- Who wrote it.
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    -- The pack.
    pack_id TEXT NOT NULL,
    -- The module; for the list of all that she wrote.
    module_id TEXT NOT NULL,
    -- The step.
    step_id TEXT NOT NULL,
    -- The reflection block of the step.
    reflection_id TEXT NOT NULL,
    -- Her words, never empty.
    written TEXT NOT NULL,
    -- When they were saved last.
    saved_at TEXT NOT NULL,
    PRIMARY KEY (learner_id, pack_id, step_id, reflection_id)
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

-- Final checks, and one open practice attempt a module. Pack, policy and pass mark are as they
-- stood when the attempt began, so that a later edit never changes a past result.
CREATE TABLE attempts (
    -- Order in which attempts began; "first check" in the reports means by this.
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    -- UUID.
    id TEXT NOT NULL UNIQUE,
    -- Whose.
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    -- `check`: a final check. `practice`: questions in the steps of a module, which no report
    -- reads.
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

-- The attempts of a learner, and how often each question was drawn for her.
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

-- Every answer, append-only. A changed answer is a new row; the last one of a position counts.
CREATE TABLE answers (
    -- Order of writing, over the whole store.
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

-- Questions of an open check that the learner wants to look at again before she ends it.
CREATE TABLE flags (
    -- The attempt.
    attempt_id TEXT NOT NULL REFERENCES attempts (id) ON DELETE CASCADE,
    -- The question's place in it.
    position INTEGER NOT NULL CHECK (position >= 1),
    PRIMARY KEY (attempt_id, position)
) STRICT, WITHOUT ROWID;

-- Messages of the mailbox as they stood when a round drew them, kept once by the hash of their
-- content: a later edition of the pack changes no past round.
CREATE TABLE inbox_messages (
    -- SHA-256 of `body`, in hex.
    hash TEXT PRIMARY KEY NOT NULL,
    -- The pack.
    pack_id TEXT NOT NULL,
    -- The message.
    message_id TEXT NOT NULL,
    -- Its version.
    version INTEGER NOT NULL CHECK (version >= 1),
    -- The whole message with its key, as JSON.
    body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Rounds of the inbox. Of finished rounds a trainer gets the judgements and no day; marked spots stay
-- here. A round is over when each of its messages has a judgement.
CREATE TABLE inbox_rounds (
    -- Order of writing.
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    -- UUID.
    id TEXT NOT NULL UNIQUE,
    -- Whose round.
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    -- The pack, and the edition from which the round was drawn.
    pack_id TEXT NOT NULL,
    -- Its version.
    pack_version INTEGER NOT NULL CHECK (pack_version >= 1),
    -- Its hash.
    pack_hash TEXT NOT NULL,
    -- 1 for the first round of this learner.
    round_number INTEGER NOT NULL CHECK (round_number >= 1),
    -- Seed of the draw, in decimal: it has 64 bits and a column has 63.
    seed TEXT NOT NULL,
    -- When it was drawn.
    started_at TEXT NOT NULL
) STRICT;

-- The rounds of a learner.
CREATE INDEX inbox_rounds_by_learner ON inbox_rounds (learner_id, pack_id);

-- The messages of a round, in the order of the mailbox.
CREATE TABLE inbox_round_messages (
    -- The round.
    round_id TEXT NOT NULL REFERENCES inbox_rounds (id) ON DELETE CASCADE,
    -- The message's place in it, 1 for the first.
    position INTEGER NOT NULL CHECK (position >= 1),
    -- The message as it stood.
    message_hash TEXT NOT NULL REFERENCES inbox_messages (hash),
    PRIMARY KEY (round_id, position)
) STRICT, WITHOUT ROWID;

-- Judgements, append-only: a message is judged once in a round.
CREATE TABLE inbox_judgements (
    -- Order of writing.
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    -- The round.
    round_id TEXT NOT NULL REFERENCES inbox_rounds (id) ON DELETE CASCADE,
    -- The message's place in it.
    position INTEGER NOT NULL,
    -- The message's id, kept here so that a report needs no second table.
    message_id TEXT NOT NULL,
    -- The message's version.
    message_version INTEGER NOT NULL CHECK (message_version >= 1),
    -- What was chosen.
    judgement TEXT NOT NULL CHECK (judgement IN ('report', 'verify', 'proceed', 'delete')),
    -- What it came to.
    outcome TEXT NOT NULL
        CHECK (outcome IN ('caught', 'missed', 'sound', 'unchecked', 'false-alarm')),
    -- Milliseconds with the message open, up to the judgement.
    elapsed_ms INTEGER NOT NULL CHECK (elapsed_ms >= 0),
    -- When it was judged.
    judged_at TEXT NOT NULL,
    UNIQUE (round_id, position),
    FOREIGN KEY (round_id, position) REFERENCES inbox_round_messages (round_id, position)
) STRICT;

-- The spots of a message that the learner pointed at after judging it, once in a round. Only then
-- she sees which spots tell.
CREATE TABLE inbox_marks (
    -- The round.
    round_id TEXT NOT NULL REFERENCES inbox_rounds (id) ON DELETE CASCADE,
    -- The message's place in it.
    position INTEGER NOT NULL,
    -- The names of the spots: a JSON list, empty where she marked none.
    spots TEXT NOT NULL,
    -- When they were saved.
    marked_at TEXT NOT NULL,
    PRIMARY KEY (round_id, position),
    FOREIGN KEY (round_id, position) REFERENCES inbox_round_messages (round_id, position)
) STRICT, WITHOUT ROWID;

-- Scripts of the ultimatum as they stood when somebody played them, each version of a role once: a later
-- edit of the pack never changes a past run.
CREATE TABLE scripts (
    -- SHA-256 of `body` in lower-case hex.
    hash TEXT PRIMARY KEY NOT NULL,
    -- The pack.
    pack_id TEXT NOT NULL,
    -- The role.
    role_id TEXT NOT NULL,
    -- The whole script of the role, with what all roles share, as JSON.
    body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Runs of the ultimatum. Private: no trainer's store has this table, nor the three after it. Whoever said
-- yes in `sharing` gives the decisions of her first finished run of each role, without her name.
CREATE TABLE runs (
    -- Order in which runs began.
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    -- UUID.
    id TEXT NOT NULL UNIQUE,
    -- Whose.
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    -- The pack.
    pack_id TEXT NOT NULL,
    -- Its version when the run began, from 1.
    pack_version INTEGER NOT NULL CHECK (pack_version >= 1),
    -- Its content hash in lower-case hex.
    pack_hash TEXT NOT NULL,
    -- The role that is played.
    role_id TEXT NOT NULL,
    -- The script that it is played on, to its end.
    script_hash TEXT NOT NULL REFERENCES scripts (hash),
    -- The run whose first choices it shares; NULL when it began at the beginning. No reference: that
    -- run may be of a script that is gone.
    replay_of TEXT,
    -- The first decision that it does not share, from 1; NULL with `replay_of`.
    replay_from INTEGER CHECK (replay_from >= 1),
    -- When it began.
    started_at TEXT NOT NULL,
    -- How many consequences were read to the end: where one comes back to.
    read_to INTEGER NOT NULL DEFAULT 0 CHECK (read_to >= 0),
    -- When its last consequence was read; NULL while it is open. Once set, never changed.
    finished_at TEXT,
    CHECK ((replay_of IS NULL) = (replay_from IS NULL))
) STRICT;

-- The runs of a learner.
CREATE INDEX runs_by_learner ON runs (learner_id, pack_id);

-- Every choice of every run, append-only. Those that were taken back stay.
CREATE TABLE run_choices (
    -- Order of writing, over the whole store.
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    -- UUID.
    id TEXT NOT NULL UNIQUE,
    -- The run.
    run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    -- The decision, 1 for the first.
    position INTEGER NOT NULL CHECK (position >= 1),
    -- The scene.
    scene_id TEXT NOT NULL,
    -- What was chosen.
    option_id TEXT NOT NULL,
    -- Milliseconds from the scene to the choice.
    elapsed_ms INTEGER NOT NULL CHECK (elapsed_ms >= 0),
    -- When it was chosen; of a shared choice, when it was chosen first.
    chosen_at TEXT NOT NULL,
    -- 1 when it was taken over from the run that this one replays.
    shared INTEGER NOT NULL CHECK (shared IN (0, 1))
) STRICT;

-- The choices of a run.
CREATE INDEX run_choices_by_run ON run_choices (run_id, position);

-- Choices that were taken back by the one step that is allowed.
CREATE TABLE choices_taken_back (
    -- The choice.
    choice_id TEXT PRIMARY KEY NOT NULL REFERENCES run_choices (id) ON DELETE CASCADE,
    -- When it was taken back.
    taken_back_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What a learner wrote for herself after a run. The last wording only.
CREATE TABLE run_reflections (
    -- The run.
    run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    -- The question.
    reflection_id TEXT NOT NULL,
    -- What she wrote.
    written TEXT NOT NULL,
    -- When.
    saved_at TEXT NOT NULL,
    PRIMARY KEY (run_id, reflection_id)
) STRICT, WITHOUT ROWID;

-- Every answer in the refresher, append-only. What is remembered of a question, and when it comes
-- back, is worked out from these rows and the answers above; it is not kept a second time. A
-- trainer gets the marks of questions that a finished check had asked, with the days since, and no more.
CREATE TABLE reviews (
    -- Order of writing.
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    -- UUID. Also the seed of the chance that moves the next day a little.
    id TEXT NOT NULL UNIQUE,
    -- Who answered.
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    -- The pack.
    pack_id TEXT NOT NULL,
    -- The question as it stood.
    item_hash TEXT NOT NULL REFERENCES items (hash),
    -- The question's id.
    item_id TEXT NOT NULL,
    -- The question's version; answers to another version say nothing about this one.
    item_version INTEGER NOT NULL CHECK (item_version >= 1),
    -- What was chosen, in the pack's ids, as JSON.
    response TEXT NOT NULL,
    -- The same in the words that were shown.
    shown_text TEXT NOT NULL,
    -- The mark, 0 to 1; 1 is the full mark.
    score REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
    -- How sure the learner said she was; NULL where she did not say.
    confidence TEXT CHECK (confidence IN ('sure', 'think', 'guess')),
    -- Milliseconds from the question to the answer.
    elapsed_ms INTEGER NOT NULL CHECK (elapsed_ms >= 0),
    -- The grade that the answer gave itself: 1 again, 2 hard, 3 good, 4 easy.
    grade INTEGER NOT NULL CHECK (grade BETWEEN 1 AND 4),
    -- The last `answers.seq` when this was written, 0 before any: the one order of both tables.
    after_answer INTEGER NOT NULL CHECK (after_answer >= 0),
    -- When it was answered.
    reviewed_at TEXT NOT NULL
) STRICT;

-- The refresher of a learner.
CREATE INDEX reviews_by_learner ON reviews (learner_id, pack_id);

-- What a learner changed about an answer in the refresher, append-only. The last change counts.
CREATE TABLE review_changes (
    -- Order of writing.
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    -- The answer.
    review_id TEXT NOT NULL REFERENCES reviews (id) ON DELETE CASCADE,
    -- The grade that the learner gave instead; NULL when she took the answer back.
    grade INTEGER CHECK (grade BETWEEN 1 AND 4),
    -- When.
    changed_at TEXT NOT NULL
) STRICT;

-- The last change of an answer.
CREATE INDEX review_changes_by_review ON review_changes (review_id);

-- Every message of the inbox that was judged again in the refresher, append-only. As with questions, what is
-- remembered of a message is worked out from these rows and the judgements of the rounds. No trainer gets them.
CREATE TABLE message_reviews (
    -- Order of writing.
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    -- UUID. Also the seed of the chance that moves the next day a little.
    id TEXT NOT NULL UNIQUE,
    -- Who judged.
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    -- The pack.
    pack_id TEXT NOT NULL,
    -- The message as it stood.
    message_hash TEXT NOT NULL REFERENCES inbox_messages (hash),
    -- The message's id.
    message_id TEXT NOT NULL,
    -- The message's version; judgements of another version say nothing about this one.
    message_version INTEGER NOT NULL CHECK (message_version >= 1),
    -- What the learner would do.
    judgement TEXT NOT NULL CHECK (judgement IN ('report', 'verify', 'proceed', 'delete')),
    -- What that came to.
    outcome TEXT NOT NULL
        CHECK (outcome IN ('caught', 'missed', 'sound', 'unchecked', 'false-alarm')),
    -- How sure the learner said she was; NULL where she did not say.
    confidence TEXT CHECK (confidence IN ('sure', 'think', 'guess')),
    -- Milliseconds from the message to the judgement.
    elapsed_ms INTEGER NOT NULL CHECK (elapsed_ms >= 0),
    -- The grade that the judgement gave itself: 1 again, 2 hard, 3 good, 4 easy.
    grade INTEGER NOT NULL CHECK (grade BETWEEN 1 AND 4),
    -- The last `inbox_judgements.seq` when this was written, 0 before any: the one order of both tables.
    after_judgement INTEGER NOT NULL CHECK (after_judgement >= 0),
    -- The last `reviews.seq` when this was written, 0 before any: the one order of the refresher.
    after_review INTEGER NOT NULL CHECK (after_review >= 0),
    -- When it was judged.
    reviewed_at TEXT NOT NULL
) STRICT;

-- The refresher of a learner.
CREATE INDEX message_reviews_by_learner ON message_reviews (learner_id, pack_id);

-- What a learner changed about a judgement in the refresher, append-only. The last change counts.
CREATE TABLE message_review_changes (
    -- Order of writing.
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    -- The judgement.
    review_id TEXT NOT NULL REFERENCES message_reviews (id) ON DELETE CASCADE,
    -- The grade that the learner gave instead; NULL when she took the judgement back.
    grade INTEGER CHECK (grade BETWEEN 1 AND 4),
    -- When.
    changed_at TEXT NOT NULL
) STRICT;

-- The last change of a judgement.
CREATE INDEX message_review_changes_by_review ON message_review_changes (review_id);

-- What a learner said when she was asked whether her choices in the ultimatum may be shared without her
-- name. No row: she has not been asked or has not answered, and nothing is shared.
CREATE TABLE sharing (
    -- Who said it.
    learner_id TEXT PRIMARY KEY NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    -- 1 for yes. A later no stops the sharing; it cannot take back what went without a name.
    choices INTEGER NOT NULL CHECK (choices IN (0, 1)),
    -- When she said it last.
    said_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Trainers whose assignment files are opened on this computer, because somebody compared the words and
-- said so. Nobody who learns here is named.
CREATE TABLE trainers (
    -- The public Ed25519 key that their files are signed with, in lower-case hex.
    public_key TEXT PRIMARY KEY NOT NULL,
    -- What the trainer calls herself in her latest file.
    name TEXT NOT NULL,
    -- The number of the latest file: an older one changes nothing any more. 0 before any.
    file_number INTEGER NOT NULL CHECK (file_number >= 0),
    -- When somebody said that this trainer is trusted.
    trusted_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What trainers assigned to each learner, as the latest file says.
CREATE TABLE assigned (
    -- To whom.
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    -- The public key of the trainer who assigned it. Not a foreign key, so that erasing a learner
    -- takes no trainer away.
    trainer_key TEXT NOT NULL,
    -- The assignment in the trainer's store, a UUID.
    assignment_id TEXT NOT NULL,
    -- The pack.
    pack_id TEXT NOT NULL,
    -- The module, or that of the step.
    module_id TEXT NOT NULL,
    -- The step to revisit; empty when the whole module is assigned.
    step_id TEXT NOT NULL,
    -- The day by which it is due, `2026-12-04`, wherever one is.
    due TEXT NOT NULL,
    -- What the trainer wrote to it; NULL when nothing.
    message TEXT,
    -- When it arrived here first.
    received_at TEXT NOT NULL,
    -- When the step was done again; NULL until then, and for whole modules.
    done_at TEXT,
    PRIMARY KEY (learner_id, trainer_key, assignment_id, module_id, step_id)
) STRICT, WITHOUT ROWID;

-- The history of each learner's finished checks: a chain of hashes, by which a trainer sees whether a
-- result file is whole. `docs/result-file.md` says what is hashed.
CREATE TABLE history (
    -- Whose.
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    -- 1 for the first link, one more for each.
    counter INTEGER NOT NULL CHECK (counter >= 1),
    -- `check`: a check was finished. `older`: one that was finished before there was a history.
    -- `restored`: the app put a copy of the store back, and links after the copy are gone.
    kind TEXT NOT NULL CHECK (kind IN ('older', 'check', 'restored')),
    -- The attempt; for a restored copy a new UUID.
    attempt_id TEXT NOT NULL,
    -- SHA-256 of the finished check in lower-case hex; empty for a restored copy.
    content TEXT NOT NULL,
    -- When the link was made. A clock that was set back shows here, and means nothing more.
    at TEXT NOT NULL,
    -- Public key of the installation that made it, in lower-case hex.
    device TEXT NOT NULL,
    -- Hash of the link before; empty for the first.
    previous TEXT NOT NULL,
    -- Hash of this link.
    hash TEXT NOT NULL,
    PRIMARY KEY (learner_id, counter)
) STRICT, WITHOUT ROWID;

-- Who agreed that her results are sent to the organisation's learning record store. No row: nothing of
-- hers is sent, and no statement of hers is made.
CREATE TABLE agreements (
    -- Who agreed.
    learner_id TEXT PRIMARY KEY NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    -- To which store, by its address: for another one she is asked again.
    endpoint TEXT NOT NULL,
    -- The number of the wording that she read.
    wording INTEGER NOT NULL CHECK (wording >= 1),
    -- When.
    agreed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Statements for the organisation's learning record store. A row is made in the transaction that saves
-- what it tells of, and only for learners who agreed.
CREATE TABLE outbox (
    -- Order of writing and of sending.
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    -- UUID of the statement, made once: a statement that is sent twice is one statement.
    id TEXT NOT NULL UNIQUE,
    -- Whose result.
    learner_id TEXT NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    -- The attempt that it tells of.
    attempt_id TEXT NOT NULL REFERENCES attempts (id) ON DELETE CASCADE,
    -- What it says: `initialized`, `answered`, `completed`, `passed`, `failed`, `terminated`.
    verb TEXT NOT NULL,
    -- The exact bytes that are sent, never changed: JSON.
    statement TEXT NOT NULL,
    -- When it was made.
    made_at TEXT NOT NULL,
    -- `waiting`; `delivered`: the store said that it has it; `set-aside`: the store does not take it.
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('set-aside', 'waiting', 'delivered')),
    -- Why it was set aside: a word and what the store said, as JSON. NULL in the other states.
    reason TEXT,
    -- When it was delivered or set aside.
    settled_at TEXT,
    CHECK ((state = 'waiting') = (settled_at IS NULL)),
    CHECK ((state = 'set-aside') = (reason IS NOT NULL))
) STRICT;

-- What waits, in the order of sending, and how many of each state.
CREATE INDEX outbox_by_state ON outbox (state, seq);

-- The statements of a learner, newest first.
CREATE INDEX outbox_by_learner ON outbox (learner_id, seq);

-- What goes with an attempt.
CREATE INDEX outbox_by_attempt ON outbox (attempt_id);

-- Who has her results written to a folder by themselves, for which trainer. No row: only when she asks.
CREATE TABLE filing (
    -- Whose results.
    learner_id TEXT PRIMARY KEY NOT NULL REFERENCES learners (id) ON DELETE CASCADE,
    -- The public key of the trainer who can open the file. Not a foreign key, so that erasing a learner
    -- takes no trainer away.
    trainer_key TEXT NOT NULL,
    -- The folder that she chose.
    folder TEXT NOT NULL,
    -- When she chose it.
    chosen_at TEXT NOT NULL,
    -- When the file was written last; NULL before.
    written_at TEXT,
    -- Why the last try failed, in the system's words; NULL when it did not.
    problem TEXT
) STRICT, WITHOUT ROWID;
