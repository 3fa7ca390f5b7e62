-- A repeated call with the same id changes nothing.
INSERT INTO message_reviews (
    id, learner_id, pack_id, message_hash, message_id, message_version, judgement, outcome, confidence,
    elapsed_ms, grade, after_judgement, after_review, reviewed_at
) VALUES (
    ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11,
    (SELECT coalesce(max(seq), 0) FROM inbox_judgements),
    (SELECT coalesce(max(seq), 0) FROM reviews), ?12
)
ON CONFLICT (id) DO NOTHING;
