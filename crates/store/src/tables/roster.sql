SELECT learners.id,
    coalesce(listings.name, learners.name) AS shown,
    listings.code,
    learners.name,
    listings.learner_id IS NOT NULL,
    learners.sample,
    learners.last_active
FROM learners
LEFT JOIN listings ON listings.learner_id = learners.id
ORDER BY shown IS NULL, shown COLLATE NOCASE, learners.id
