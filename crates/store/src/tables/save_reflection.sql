-- A reflection takes the place of the one before; no earlier wording is kept.
INSERT INTO reflections (
    learner_id, pack_id, module_id, step_id, reflection_id, written, saved_at
) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (learner_id, pack_id, step_id, reflection_id) DO UPDATE SET
    written = excluded.written,
    saved_at = excluded.saved_at;
