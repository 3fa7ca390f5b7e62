-- A folder that went on in two places has two accounts of one round. Which of them counts must not hang on the
-- order of the files, so it is the one whose values come first.
INSERT INTO judged (
    learner_id, pack_id, message_id, message_version, round_number, hostile, difficulty, judgement,
    outcome, elapsed_ms
)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
ON CONFLICT (learner_id, pack_id, message_id, round_number) DO UPDATE SET
    message_version = excluded.message_version,
    hostile = excluded.hostile,
    difficulty = excluded.difficulty,
    judgement = excluded.judgement,
    outcome = excluded.outcome,
    elapsed_ms = excluded.elapsed_ms
WHERE (
    excluded.message_version, excluded.elapsed_ms, excluded.judgement, excluded.outcome
) < (message_version, elapsed_ms, judgement, outcome);
