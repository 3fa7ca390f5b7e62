INSERT INTO recalled (learner_id, pack_id, item_id, item_version, nth, after_days, score)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (learner_id, pack_id, item_id, item_version, nth)
DO UPDATE SET after_days = excluded.after_days, score = excluded.score;
