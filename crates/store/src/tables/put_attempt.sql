-- How an attempt ended is taken on once; an attempt that has ended is never opened again.
INSERT INTO attempts (
    id, learner_id, kind, pack_id, pack_version, pack_hash, module_id, quiz_id, try_number, seed,
    policy, pass_points, started_at, finished_at, points, passed
) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
ON CONFLICT (id) DO UPDATE SET
    finished_at = excluded.finished_at,
    points = excluded.points,
    passed = excluded.passed
WHERE attempts.finished_at IS NULL;
