SELECT
    items.module_id,
    items.item_id,
    items.version,
    items.hash,
    count(*) AS answered,
    sum(first_answers.score >= 1.0) AS correct,
    sum(first_answers.score < 1.0 AND coalesce(first_answers.confidence = 'sure', 0)) AS sure_wrong
FROM first_answers
JOIN items ON items.hash = first_answers.item_hash
GROUP BY items.hash
ORDER BY avg(first_answers.score >= 1.0), items.module_id, items.item_id, items.version, items.hash;
