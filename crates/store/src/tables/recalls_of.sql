-- A learner's answers in the refresher to questions that a finished final check had asked before, in the same
-- version, with the days since. Days are those of the place where each was written. An answer that was taken
-- back does not count, nor one that a clock set back has put before the check.
WITH
checked AS (
    SELECT
        answers.item_id, answers.item_version, answers.answered_at,
        attempts.seq AS attempt, max(answers.seq) AS seq
    FROM attempts
    JOIN answers ON answers.attempt_id = attempts.id
    WHERE
        attempts.learner_id = ?1 AND attempts.pack_id = ?2 AND attempts.kind = 'check'
        AND attempts.finished_at IS NOT NULL
    GROUP BY attempts.seq, answers.item_id, answers.item_version
),
firsts AS (
    SELECT item_id, item_version, answered_at, seq, min(attempt) AS attempt FROM checked
    GROUP BY item_id, item_version
),
standing AS (
    SELECT reviews.*
    FROM reviews
    WHERE
        reviews.learner_id = ?1 AND reviews.pack_id = ?2
        AND NOT EXISTS (
            SELECT 1 FROM review_changes
            WHERE
                review_changes.review_id = reviews.id AND review_changes.grade IS NULL
                AND review_changes.seq = (
                    SELECT max(latest.seq) FROM review_changes AS latest
                    WHERE latest.review_id = reviews.id
                )
        )
),
later AS (
    SELECT
        standing.seq, standing.item_id, standing.item_version, standing.score,
        CAST(
            julianday(substr(standing.reviewed_at, 1, 10))
            - julianday(substr(firsts.answered_at, 1, 10)) AS INTEGER
        ) AS days
    FROM standing
    JOIN firsts
        ON
            firsts.item_id = standing.item_id AND firsts.item_version = standing.item_version
            AND firsts.seq <= standing.after_answer
)
SELECT
    item_id, item_version,
    row_number() OVER (PARTITION BY item_id, item_version ORDER BY seq) AS nth, days, score
FROM later
WHERE days >= 0
ORDER BY item_id, item_version, nth;
