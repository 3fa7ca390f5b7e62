-- The answers that count in everybody's finished checks, numbered for each question in the order in which the
-- checks were begun. An assessment over all modules is a check here: it asks the same questions.
-- Read by reports as common table expressions named checked and numbered.
checked AS (
    SELECT
        attempts.learner_id, attempts.started_at, attempts.id AS attempt, answers.item_id, answers.item_version,
        answers.score >= 1.0 AS is_right, substr(answers.answered_at, 1, 10) AS day,
        max(answers.seq) AS seq
    FROM attempts
    JOIN answers ON answers.attempt_id = attempts.id
    WHERE
        attempts.kind = 'check' AND attempts.finished_at IS NOT NULL AND attempts.pack_id = ?1
        AND (?2 IS NULL OR attempts.learner_id IN (SELECT value FROM json_each(?2)))
    GROUP BY attempts.id, answers.position
),
numbered AS (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY learner_id, item_id, item_version ORDER BY started_at, attempt, seq
        ) AS nth
    FROM checked
)
