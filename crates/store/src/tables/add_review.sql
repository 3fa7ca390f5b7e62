-- A repeated call with the same id changes nothing.
INSERT INTO reviews (
    id, learner_id, pack_id, item_hash, item_id, item_version, response, shown_text, score,
    confidence, elapsed_ms, grade, after_answer, reviewed_at
) VALUES (
    ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12,
    (SELECT coalesce(max(seq), 0) FROM answers), ?13
)
ON CONFLICT (id) DO NOTHING;
