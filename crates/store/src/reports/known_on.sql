-- Who showed in a pre-check that a module is known, and on which day first.
SELECT
    numbered_people.number,
    CAST(replace(min(substr(attempts.finished_at, 1, 10)), '-', '') AS INTEGER) AS day
FROM attempts
LEFT JOIN numbered_people ON numbered_people.learner_id = attempts.learner_id
WHERE json_extract(attempts.policy, '$.form') = 'test-out'
    AND attempts.passed = 1 AND attempts.pack_id = ?1 AND attempts.module_id = ?2
    AND (?3 IS NULL OR attempts.learner_id IN (SELECT learner_id FROM group_members WHERE group_id = ?3))
GROUP BY attempts.learner_id;
