-- Judgements in the order in which they lie, by person, message and round: nothing is sorted, and of each message
-- the first judgement comes first.
SELECT learner_id, message_id, message_version, round_number, hostile, difficulty, outcome, elapsed_ms
FROM judged
WHERE
    pack_id = ?1
    AND (NOT ?3 OR EXISTS (
        SELECT 1 FROM told
        WHERE told.what = 'message' AND told.about = judged.message_id
            AND told.learner_id = judged.learner_id AND told.value = CAST(judged.round_number AS TEXT)
    ))
    AND (?2 IS NULL OR learner_id IN (SELECT learner_id FROM group_members WHERE group_id = ?2))
ORDER BY learner_id, message_id, round_number;
