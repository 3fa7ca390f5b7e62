INSERT INTO packed_attempts (quiz, nth, attempt, person, is_first, day, answers)
VALUES (
    ?1,
    (SELECT coalesce(max(nth), 0) + 1 FROM packed_attempts WHERE quiz = ?1),
    ?2, ?3, ?4, ?5, ?6
);
