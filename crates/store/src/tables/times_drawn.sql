-- How often a learner met each item of a quiz in final checks, whatever the version of the item.
SELECT items.item_id, count(*)
FROM attempts
JOIN attempt_items ON attempt_items.attempt_id = attempts.id
JOIN items ON items.hash = attempt_items.item_hash
WHERE attempts.learner_id = ?1 AND attempts.quiz_id = ?2 AND attempts.kind = 'check'
GROUP BY items.item_id
ORDER BY items.item_id;
