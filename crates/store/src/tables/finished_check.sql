-- A finished check, of a module or of all of them. Read with conditions added at its end.
SELECT
    seq, id, learner_id, pack_id, module_id, quiz_id, try_number, started_at, finished_at,
    json_extract(policy, '$.form') IS NULL AS of_module,
    coalesce(CAST(round(unixepoch(started_at, 'subsec') * 1000) AS INTEGER), 0) AS begun,
    points, pass_points, coalesce(json_extract(policy, '$.draw'), 0) AS questions, passed
FROM attempts
WHERE kind = 'check' AND finished_at IS NOT NULL
