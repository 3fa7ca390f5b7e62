-- The last choice at each decision of a step: with max(seq), SQLite takes the other columns from the
-- same row (https://sqlite.org/lang_select.html, bare columns in an aggregate query).
SELECT id, step_id, decision_id, option_id, elapsed_ms, decided_at, max(seq)
FROM decisions
WHERE learner_id = ?1 AND pack_id = ?2 AND step_id = ?3
GROUP BY decision_id
ORDER BY decision_id;
