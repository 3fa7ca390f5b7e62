-- Messages of a round that is not over: whoever is being asked them must not meet their explanations.
SELECT DISTINCT inbox_messages.message_id
FROM inbox_rounds
JOIN inbox_round_messages ON inbox_round_messages.round_id = inbox_rounds.id
JOIN inbox_messages ON inbox_messages.hash = inbox_round_messages.message_hash
WHERE inbox_rounds.learner_id = ?1
    AND (SELECT count(*) FROM inbox_round_messages AS drawn WHERE drawn.round_id = inbox_rounds.id)
    > (SELECT count(*) FROM inbox_judgements WHERE inbox_judgements.round_id = inbox_rounds.id)
ORDER BY inbox_messages.message_id;
