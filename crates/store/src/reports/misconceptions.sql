,
shown AS (
    SELECT value ->> 0 AS item_hash, value ->> 1 AS idea FROM json_each(?2)
),
behind AS (
    SELECT value ->> 0 AS item_hash, value ->> 1 AS response, value ->> 2 AS idea FROM json_each(?3)
)
SELECT
    shown.idea,
    count(DISTINCT first_answers.learner_id) AS met,
    count(DISTINCT iif(behind.idea IS NULL, NULL, first_answers.learner_id)) AS chose
FROM first_answers
JOIN shown ON shown.item_hash = first_answers.item_hash
LEFT JOIN behind
    ON
        behind.item_hash = first_answers.item_hash AND behind.response = first_answers.response
        AND behind.idea = shown.idea
WHERE ?4 IS NULL OR first_answers.learner_id IN (SELECT value FROM json_each(?4))
GROUP BY shown.idea
ORDER BY shown.idea;
