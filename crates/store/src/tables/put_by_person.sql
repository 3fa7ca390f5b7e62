INSERT INTO checks_by_person (
    person, begun, id, attempt, quiz, of_module, try_number, day, points, pass_points, questions, passed, answers
)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
ON CONFLICT (attempt) DO UPDATE SET answers = excluded.answers
WHERE answers <> excluded.answers
