-- Questions of a check, a pre-check or an assessment that is open: whoever is being asked them must not meet their explanations.
SELECT DISTINCT items.item_id
FROM attempts
JOIN attempt_items ON attempt_items.attempt_id = attempts.id
JOIN items ON items.hash = attempt_items.item_hash
WHERE attempts.learner_id = ?1 AND attempts.finished_at IS NULL
    AND (attempts.kind <> 'practice' OR json_extract(attempts.policy, '$.form') IS NOT NULL)
ORDER BY items.item_id;
