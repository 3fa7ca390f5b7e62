-- Everybody's first finished check of each quiz, as in first_answers.sql, with the questions answered in it.
WITH finished_checks AS (
    SELECT
        seq,
        row_number() OVER (PARTITION BY learner_id, quiz_id ORDER BY try_number, started_at, id) AS nth
    FROM attempts
    WHERE kind = 'check' AND json_extract(policy, '$.form') IS NULL
        AND finished_at IS NOT NULL AND pack_id = ?1
)
SELECT DISTINCT attempts.quiz_id, attempts.learner_id, attempts.id, attempt_items.item_hash
FROM finished_checks
JOIN attempts ON attempts.seq = finished_checks.seq AND finished_checks.nth = 1
LEFT JOIN answers ON answers.attempt_id = attempts.id
LEFT JOIN attempt_items ON attempt_items.attempt_id = attempts.id
    AND attempt_items.position = answers.position
ORDER BY attempts.quiz_id, attempts.learner_id, attempt_items.item_hash;
