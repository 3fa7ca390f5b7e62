INSERT INTO judged (
    learner_id, pack_id, message_id, message_version, round_number, hostile, difficulty, judgement,
    outcome, elapsed_ms
)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
ON CONFLICT (learner_id, pack_id, message_id, round_number) DO NOTHING;
