-- Everything that says what a learner remembers, in the order in which it was answered.
--
-- Of practice the first answer at a position counts: before a second one the explanation was read. Of
-- any other attempt, a pre-check too, the last one counts, once the attempt is finished. An answer in the refresher counts
-- with its last change, unless that took it back.
WITH
mine AS (
    SELECT
        id, finished_at,
        kind = 'practice' AND json_extract(policy, '$.form') IS NULL AS is_practice
    FROM attempts
    WHERE learner_id = ?1 AND pack_id = ?2
),
answered AS (
    SELECT
        answers.position, answers.attempt_id,
        iif(mine.is_practice, min(answers.seq), max(answers.seq)) AS seq
    FROM mine
    JOIN answers ON answers.attempt_id = mine.id
    WHERE mine.is_practice OR mine.finished_at IS NOT NULL
    GROUP BY answers.attempt_id, answers.position
),
reviewed AS (
    SELECT
        reviews.*,
        (
            SELECT max(review_changes.seq) FROM review_changes
            WHERE review_changes.review_id = reviews.id
        ) AS change
    FROM reviews
    WHERE reviews.learner_id = ?1 AND reviews.pack_id = ?2
)
SELECT
    answers.id, answers.item_id, answers.item_version, answers.score, answers.confidence,
    NULL AS grade, NULL AS place, answers.answered_at AS at, answers.seq AS answer, 0 AS review
FROM answered
JOIN answers ON answers.seq = answered.seq
UNION ALL
SELECT
    reviewed.id, reviewed.item_id, reviewed.item_version, reviewed.score, reviewed.confidence,
    iif(reviewed.change IS NULL, reviewed.grade, review_changes.grade), reviewed.seq,
    reviewed.reviewed_at, reviewed.after_answer, reviewed.seq
FROM reviewed
LEFT JOIN review_changes ON review_changes.seq = reviewed.change
WHERE reviewed.change IS NULL OR review_changes.grade IS NOT NULL
ORDER BY answer, review;
