-- How often a learner met each item of a pack in checks, pre-checks and assessments, whatever the version
-- of the item. Practice has items of its own.
SELECT items.item_id, count(*)
FROM attempts
JOIN attempt_items ON attempt_items.attempt_id = attempts.id
JOIN items ON items.hash = attempt_items.item_hash
WHERE attempts.learner_id = ?1 AND attempts.pack_id = ?2
    AND (attempts.kind = 'check' OR json_extract(attempts.policy, '$.form') IS NOT NULL)
GROUP BY items.item_id
ORDER BY items.item_id;
