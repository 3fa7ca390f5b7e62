INSERT INTO run_choices (
    id, run_id, position, scene_id, option_id, elapsed_ms, chosen_at, shared
) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);
