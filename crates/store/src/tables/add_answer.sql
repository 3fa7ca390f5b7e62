-- A repeated call with the same id changes nothing: the first answer was acknowledged.
INSERT INTO answers (
    id, attempt_id, position, item_id, item_version, response, shown_text, score, confidence,
    elapsed_ms, answered_at
) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
ON CONFLICT (id) DO NOTHING;
