SELECT DISTINCT answers.item_id
FROM answers
JOIN attempts ON attempts.id = answers.attempt_id
WHERE attempts.learner_id = ?1
    AND attempts.pack_id = ?2
    AND (attempts.kind = 'practice' OR attempts.finished_at IS NOT NULL)
ORDER BY answers.item_id
