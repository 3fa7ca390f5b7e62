-- Questions of a check that is open: whoever is being asked them must not meet their explanations.
SELECT DISTINCT items.item_id
FROM attempts
JOIN attempt_items ON attempt_items.attempt_id = attempts.id
JOIN items ON items.hash = attempt_items.item_hash
WHERE attempts.learner_id = ?1 AND attempts.kind <> 'practice' AND attempts.finished_at IS NULL
ORDER BY items.item_id;
