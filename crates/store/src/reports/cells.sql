-- How each person stands in each module: 2 completed or shown to be known, 1 begun, 0 not begun. The modules with their
-- numbers of steps are given as JSON, in the order of the course.
-- Read by the other reports as a common table expression named cells.
modules AS (
    SELECT key AS at, value ->> 'id' AS module_id, value ->> 'steps' AS steps FROM json_each(?2)
),
checked AS (
    SELECT
        learner_id,
        module_id,
        count(finished_at) AS finished,
        max(passed) AS passed,
        max(points) AS best_points,
        sum(coalesce(passed = 0, 0)) AS failed
    FROM attempts
    WHERE kind = 'check' AND json_extract(policy, '$.form') IS NULL AND pack_id = ?1
    GROUP BY learner_id, module_id
),
known AS (
    SELECT DISTINCT learner_id, module_id FROM attempts
    WHERE json_extract(policy, '$.form') = 'test-out' AND passed = 1 AND pack_id = ?1
),
cells AS (
    SELECT
        learners.id AS learner_id,
        modules.at,
        modules.module_id,
        CASE
            WHEN checked.passed = 1 OR known.learner_id IS NOT NULL THEN 2
            WHEN checked.learner_id IS NOT NULL OR progress.learner_id IS NOT NULL THEN 1
            ELSE 0
        END AS standing,
        coalesce(checked.finished, 0) AS finished,
        coalesce(checked.failed, 0) AS failed,
        coalesce(checked.best_points, 0) AS best_points,
        coalesce(progress.steps_done, 0) AS steps_done,
        progress.at_step,
        progress.opened_at
    FROM learners CROSS JOIN modules
    LEFT JOIN checked ON checked.learner_id = learners.id
        AND checked.module_id = modules.module_id
    LEFT JOIN known ON known.learner_id = learners.id
        AND known.module_id = modules.module_id
    LEFT JOIN progress ON progress.learner_id = learners.id
        AND progress.pack_id = ?1 AND progress.module_id = modules.module_id
)
