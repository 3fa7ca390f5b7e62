-- What was collected last takes the place of what was collected before.
INSERT INTO progress (learner_id, pack_id, module_id, steps_done, at_step, opened_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (learner_id, pack_id, module_id) DO UPDATE SET
    steps_done = excluded.steps_done,
    at_step = excluded.at_step,
    opened_at = excluded.opened_at
WHERE (steps_done, at_step, opened_at)
    IS NOT (excluded.steps_done, excluded.at_step, excluded.opened_at);
