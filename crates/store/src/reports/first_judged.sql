-- Everybody's first judgement of each message: whoever meets a message again knows it. Of a bare column beside
-- min(), SQLite takes the value of the row that has the minimum.
-- Read by reports as a common table expression named first_judged.
first_judged AS (
    SELECT
        learner_id, message_id, message_version, hostile, difficulty, outcome, elapsed_ms,
        min(round_number) AS round_number
    FROM judged
    WHERE
        pack_id = ?1
        AND (NOT ?3 OR EXISTS (
            SELECT 1 FROM told
            WHERE told.what = 'message' AND told.about = judged.message_id
                AND told.learner_id = judged.learner_id AND told.value = CAST(judged.round_number AS TEXT)
        ))
        AND (?2 IS NULL OR learner_id IN (SELECT learner_id FROM group_members WHERE group_id = ?2))
    GROUP BY learner_id, message_id
)
