SELECT DISTINCT answers.item_id
FROM answers
JOIN attempts ON attempts.id = answers.attempt_id
WHERE attempts.learner_id = ?1
    AND attempts.pack_id = ?2
    AND (
        attempts.finished_at IS NOT NULL
        OR (attempts.kind = 'practice' AND json_extract(attempts.policy, '$.form') IS NULL)
    )
ORDER BY answers.item_id
