SELECT
    learner_id,
    difficulty,
    sum(hostile) AS hostile,
    sum(outcome = 'caught') AS caught,
    sum(1 - hostile) AS genuine,
    sum(outcome = 'false-alarm') AS false_alarms,
    sum(outcome = 'unchecked') AS unchecked
FROM first_judged
GROUP BY learner_id, difficulty
ORDER BY learner_id, difficulty;
