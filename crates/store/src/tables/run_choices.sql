SELECT
    id, run_id, position, scene_id, option_id, elapsed_ms, chosen_at, shared, taken_back_at
FROM run_choices LEFT JOIN choices_taken_back ON choice_id = id
WHERE run_id = ?1
ORDER BY seq;
