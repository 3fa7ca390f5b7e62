INSERT INTO assigned (
    learner_id, trainer_key, assignment_id, pack_id, module_id, step_id, due, message, received_at,
    done_at
)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
ON CONFLICT (learner_id, trainer_key, assignment_id, module_id, step_id) DO UPDATE SET
    pack_id = excluded.pack_id,
    due = excluded.due,
    message = excluded.message
