-- `policy` also says what form of check it is, where that is not the usual one.
-- How an attempt ended is taken on once; an attempt that has ended is never opened again.
INSERT INTO attempts (
    id, learner_id, kind, pack_id, pack_version, pack_hash, module_id, quiz_id, try_number, seed,
    policy, pass_points, started_at, finished_at, points, passed
) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10,
    iif(?17 IS NULL, ?11, json_set(?11, '$.form', ?17)), ?12, ?13, ?14, ?15, ?16)
ON CONFLICT (id) DO UPDATE SET
    finished_at = excluded.finished_at,
    points = excluded.points,
    passed = excluded.passed
WHERE attempts.finished_at IS NULL;
