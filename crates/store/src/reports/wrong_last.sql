-- Whoever met a question in finished checks, and did not have it wholly right the last time.
WITH met AS (
    SELECT
        attempts.learner_id,
        coalesce(
            (
                SELECT answers.score FROM answers
                WHERE answers.attempt_id = attempt_items.attempt_id
                    AND answers.position = attempt_items.position
                ORDER BY answers.seq DESC LIMIT 1
            ),
            0.0
        ) AS score,
        row_number() OVER (
            PARTITION BY attempts.learner_id
            ORDER BY julianday(attempts.finished_at) DESC, attempts.seq DESC
        ) AS latest
    FROM attempt_items
    JOIN attempts ON attempts.id = attempt_items.attempt_id
    WHERE attempt_items.item_hash = ?1 AND attempts.kind = 'check'
        AND attempts.finished_at IS NOT NULL
)
SELECT learners.id, learners.name
FROM met
JOIN learners ON learners.id = met.learner_id
WHERE met.latest = 1 AND met.score < 1.0
ORDER BY learners.name IS NULL, learners.name COLLATE NOCASE, learners.id;
