SELECT outbox.seq, outbox.id, outbox.statement
FROM outbox
WHERE outbox.state = 'waiting' AND outbox.seq > ?2 AND outbox.seq <= ?3
    AND EXISTS (
        SELECT 1 FROM agreements
        WHERE agreements.learner_id = outbox.learner_id AND agreements.endpoint = ?1
    )
ORDER BY outbox.seq
LIMIT ?4
