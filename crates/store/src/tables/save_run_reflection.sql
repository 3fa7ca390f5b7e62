-- A reflection takes the place of the one before; no earlier wording is kept.
INSERT INTO run_reflections (run_id, reflection_id, written, saved_at) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (run_id, reflection_id) DO UPDATE SET
    written = excluded.written,
    saved_at = excluded.saved_at;
