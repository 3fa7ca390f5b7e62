SELECT first_answers.item_hash, first_answers.elapsed_ms
FROM first_answers
ORDER BY first_answers.item_hash, first_answers.elapsed_ms;
