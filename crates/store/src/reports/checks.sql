-- How each person stands in each module's final check: tries, the best result, whether one passed.
SELECT
    attempts.learner_id,
    attempts.module_id,
    count(*) AS begun,
    count(attempts.finished_at) AS finished,
    coalesce(max(attempts.passed), 0) AS passed,
    max(attempts.points) AS best_points,
    max(json_extract(attempts.policy, '$.draw')) AS questions,
    sum(coalesce(attempts.passed = 0, 0)) AS failed
FROM attempts
WHERE attempts.kind = 'check' AND json_extract(attempts.policy, '$.form') IS NULL
    AND attempts.pack_id = ?1
GROUP BY attempts.learner_id, attempts.module_id
ORDER BY attempts.learner_id, attempts.module_id;
