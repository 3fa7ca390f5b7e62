-- Answers that count, in finished checks, given with "sure" and without the full mark.
WITH last_answers AS (
    SELECT attempt_id, score, confidence, max(seq) AS seq FROM answers
    GROUP BY attempt_id, position
)
SELECT attempts.learner_id, attempts.module_id, count(*) AS answers
FROM last_answers
JOIN attempts ON attempts.id = last_answers.attempt_id
WHERE attempts.kind = 'check' AND json_extract(attempts.policy, '$.form') IS NULL
    AND attempts.finished_at IS NOT NULL AND attempts.pack_id = ?1
    AND last_answers.confidence = 'sure' AND last_answers.score < 1.0
GROUP BY attempts.learner_id, attempts.module_id
ORDER BY attempts.learner_id, attempts.module_id;
