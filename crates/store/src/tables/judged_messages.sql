-- Everything that says what a learner remembers of messages, in the order in which they were judged.
--
-- A judgement counts at once: what the message is was told with it. A judgement in the refresher counts with
-- its last change, unless that took it back.
WITH reviewed AS (
    SELECT
        message_reviews.*,
        (
            SELECT max(message_review_changes.seq) FROM message_review_changes
            WHERE message_review_changes.review_id = message_reviews.id
        ) AS change
    FROM message_reviews
    WHERE message_reviews.learner_id = ?1 AND message_reviews.pack_id = ?2
)
SELECT
    inbox_judgements.round_id || '/' || inbox_judgements.position AS id,
    inbox_judgements.message_id, inbox_judgements.message_version, inbox_judgements.outcome,
    NULL AS confidence, NULL AS grade, NULL AS after_review, inbox_judgements.judged_at AS at,
    inbox_judgements.seq AS judgement, 0 AS review
FROM inbox_judgements
JOIN inbox_rounds ON inbox_rounds.id = inbox_judgements.round_id
WHERE inbox_rounds.learner_id = ?1 AND inbox_rounds.pack_id = ?2
UNION ALL
SELECT
    reviewed.id, reviewed.message_id, reviewed.message_version, reviewed.outcome, reviewed.confidence,
    iif(reviewed.change IS NULL, reviewed.grade, message_review_changes.grade), reviewed.after_review,
    reviewed.reviewed_at, reviewed.after_judgement, reviewed.seq
FROM reviewed
LEFT JOIN message_review_changes ON message_review_changes.seq = reviewed.change
WHERE reviewed.change IS NULL OR message_review_changes.grade IS NOT NULL
ORDER BY judgement, review;
