-- The answer that counts at each position of everybody's first finished check of each quiz.
-- Read by the other reports as a common table expression named first_answers.
first_attempts AS (
    SELECT min(seq) AS seq FROM attempts
    WHERE kind = 'check' AND json_extract(policy, '$.form') IS NULL
        AND finished_at IS NOT NULL AND pack_id = ?1
    GROUP BY learner_id, quiz_id
),
first_answers AS (
    SELECT
        attempts.learner_id,
        attempts.module_id,
        attempt_items.item_hash,
        answers.response,
        answers.shown_text,
        answers.score,
        answers.confidence,
        answers.elapsed_ms,
        max(answers.seq) AS seq
    FROM first_attempts
    JOIN attempts ON attempts.seq = first_attempts.seq
    JOIN attempt_items ON attempt_items.attempt_id = attempts.id
    JOIN answers ON answers.attempt_id = attempts.id
        AND answers.position = attempt_items.position
    GROUP BY attempts.id, attempt_items.position
)
