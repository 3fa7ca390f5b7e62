,
timed AS (
    SELECT
        message_id, message_version, elapsed_ms,
        row_number() OVER (PARTITION BY message_id, message_version ORDER BY elapsed_ms) AS place,
        count(*) OVER (PARTITION BY message_id, message_version) AS of
    FROM first_judged
),
medians AS (
    SELECT message_id, message_version, CAST(avg(elapsed_ms) AS INTEGER) AS median_ms FROM timed
    WHERE place IN ((of + 1) / 2, of / 2 + 1)
    GROUP BY message_id, message_version
)
SELECT
    first_judged.message_id,
    first_judged.message_version,
    first_judged.hostile,
    first_judged.difficulty,
    count(*) AS people,
    sum(first_judged.outcome IN ('missed', 'false-alarm')) AS wrong,
    sum(first_judged.outcome = 'unchecked') AS unchecked,
    medians.median_ms
FROM first_judged
JOIN medians USING (message_id, message_version)
GROUP BY first_judged.message_id, first_judged.message_version
ORDER BY first_judged.message_id, first_judged.message_version;
