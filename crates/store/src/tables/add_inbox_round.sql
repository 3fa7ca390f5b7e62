INSERT INTO inbox_rounds
    (id, learner_id, pack_id, pack_version, pack_hash, round_number, seed, started_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
