-- A step stays done since the first time; only the time spent on it grows, to what 32 bits hold.
INSERT INTO steps_done (learner_id, pack_id, module_id, step_id, done_at, elapsed_ms)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (learner_id, pack_id, step_id) DO UPDATE SET
    elapsed_ms = min(elapsed_ms + excluded.elapsed_ms, 4294967295);
