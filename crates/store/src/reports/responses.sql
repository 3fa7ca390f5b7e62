SELECT
    first_answers.item_hash,
    first_answers.response,
    first_answers.shown_text,
    first_answers.score >= 1.0 AS correct,
    count(*) AS people
FROM first_answers
GROUP BY first_answers.item_hash, first_answers.response
ORDER BY first_answers.item_hash, people DESC, first_answers.response;
