,
firsts AS (
    SELECT * FROM numbered WHERE nth = 1
),
later AS (
    SELECT
        numbered.learner_id, numbered.item_id, numbered.item_version, numbered.is_right,
        CAST(julianday(numbered.day) - julianday(firsts.day) AS INTEGER) AS days, numbered.nth
    FROM numbered
    JOIN firsts USING (learner_id, item_id, item_version)
    WHERE numbered.nth > 1
    UNION ALL
    SELECT learner_id, item_id, item_version, score >= 1.0, after_days, nth
    FROM recalled
    WHERE
        pack_id = ?1
        AND (?2 IS NULL OR learner_id IN (SELECT value FROM json_each(?2)))
),
within AS (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY learner_id, item_id, item_version ORDER BY days, nth
        ) AS place
    FROM later
    WHERE days BETWEEN ?3 AND ?4
)
SELECT
    within.learner_id,
    count(*) AS questions,
    sum(firsts.is_right) AS right_then,
    sum(within.is_right) AS right_later
FROM within
JOIN firsts USING (learner_id, item_id, item_version)
WHERE within.place = 1
GROUP BY within.learner_id
ORDER BY within.learner_id;
