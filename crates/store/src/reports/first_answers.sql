-- The answer that counts at each position of everybody's first finished check of each quiz: the lowest try, and of
-- two (a folder that went on in two places has them) the one that was begun first. Never by the order in which
-- they were put in, for results may be collected in any order.
-- Read by the other reports as a common table expression named first_answers.
finished_checks AS (
    SELECT
        seq,
        row_number() OVER (PARTITION BY learner_id, quiz_id ORDER BY try_number, started_at, id) AS nth
    FROM attempts
    WHERE kind = 'check' AND json_extract(policy, '$.form') IS NULL
        AND finished_at IS NOT NULL AND pack_id = ?1
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
    FROM finished_checks
    JOIN attempts ON attempts.seq = finished_checks.seq AND finished_checks.nth = 1
    JOIN attempt_items ON attempt_items.attempt_id = attempts.id
    JOIN answers ON answers.attempt_id = attempts.id
        AND answers.position = attempt_items.position
    GROUP BY attempts.id, attempt_items.position
)
