SELECT learner_id, count(*) AS questions, sum(is_right) AS is_right
FROM numbered
WHERE nth = 1
GROUP BY learner_id
ORDER BY learner_id;
