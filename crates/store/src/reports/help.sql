,
last_answers AS (
    SELECT attempt_id, score, confidence, max(seq) AS seq FROM answers
    GROUP BY attempt_id, position
),
sure AS (
    SELECT attempts.learner_id, attempts.module_id, count(*) AS answers
    FROM last_answers
    JOIN attempts ON attempts.id = last_answers.attempt_id
    WHERE attempts.kind = 'check' AND json_extract(attempts.policy, '$.form') IS NULL
        AND attempts.finished_at IS NOT NULL AND attempts.pack_id = ?1
        AND last_answers.confidence = 'sure' AND last_answers.score < 1.0
    GROUP BY attempts.learner_id, attempts.module_id
),
-- Who may need help, with one reason for each module. Having passed does not mend what somebody is
-- surely wrong about. ?3 is now; the limits are those of the page's rule.
help AS (
    SELECT * FROM (
        SELECT
            cells.learner_id,
            cells.at,
            CASE
                WHEN cells.standing < 2 AND cells.failed >= 2 THEN 'below'
                WHEN sure.answers >= 2 THEN 'sure'
                WHEN cells.standing < 2 AND julianday(?3) - julianday(cells.opened_at) >= 8
                    THEN 'stopped'
            END AS reason,
            cells.failed,
            coalesce(sure.answers, 0) AS answers,
            cells.at_step,
            cells.opened_at
        FROM cells
        LEFT JOIN sure ON sure.learner_id = cells.learner_id
            AND sure.module_id = cells.module_id
    ) WHERE reason IS NOT NULL
)
