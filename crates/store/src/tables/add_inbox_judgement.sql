INSERT INTO inbox_judgements
    (round_id, position, message_id, message_version, judgement, outcome, elapsed_ms, judged_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
ON CONFLICT (round_id, position) DO NOTHING
