INSERT INTO runs (
    id, learner_id, pack_id, pack_version, pack_hash, role_id, script_hash,
    replay_of, replay_from, started_at, read_to, finished_at
) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12);
