-- Of two accounts of the same recall the later day counts, and of one day the better mark: whichever file comes first.
INSERT INTO recalled (learner_id, pack_id, item_id, item_version, nth, after_days, score)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (learner_id, pack_id, item_id, item_version, nth)
DO UPDATE SET after_days = excluded.after_days, score = excluded.score
WHERE (excluded.after_days, excluded.score) > (after_days, score);
