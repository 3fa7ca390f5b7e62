-- One place a module: the last step that was opened.
INSERT INTO places (learner_id, pack_id, module_id, step_id, opened_at)
VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (learner_id, pack_id, module_id) DO UPDATE SET
    step_id = excluded.step_id,
    opened_at = excluded.opened_at;
