SELECT
    (
        SELECT count(*) FROM outbox
        WHERE state = 'waiting'
            AND learner_id IN (SELECT learner_id FROM agreements WHERE endpoint = ?1)
    ),
    (SELECT count(*) FROM outbox WHERE state = 'delivered'),
    (SELECT count(*) FROM outbox WHERE state = 'set-aside')
