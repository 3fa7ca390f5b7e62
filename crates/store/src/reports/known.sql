-- Who showed in a pre-check that the steps of a module can be skipped.
SELECT DISTINCT attempts.learner_id, attempts.module_id
FROM attempts
WHERE json_extract(attempts.policy, '$.form') = 'test-out'
    AND attempts.passed = 1 AND attempts.pack_id = ?1
ORDER BY attempts.learner_id, attempts.module_id;
