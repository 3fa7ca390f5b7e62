INSERT INTO forks (
    run, position, pack_id, role_id, scene_id, option_id, seconds, reversed, sample
)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
ON CONFLICT (run, position) DO NOTHING;
