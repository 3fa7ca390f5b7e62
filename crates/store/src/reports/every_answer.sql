SELECT
    learners.id, learners.name, learners.sample, attempts.id, attempts.module_id, attempts.try_number,
    attempts.pack_version, attempts.started_at, attempts.finished_at, answers.position, answers.item_id,
    answers.item_version, answers.shown_text, answers.score, answers.confidence, answers.elapsed_ms,
    answers.answered_at
FROM attempts
JOIN learners ON learners.id = attempts.learner_id
JOIN answers ON answers.attempt_id = attempts.id
WHERE attempts.kind = 'check' AND attempts.finished_at IS NOT NULL AND attempts.pack_id = ?1
  AND (?2 IS NULL OR attempts.learner_id IN (SELECT learner_id FROM group_members WHERE group_id = ?2))
  AND (?3 IS NULL OR substr(attempts.finished_at, 1, 10) >= ?3)
  AND (?4 IS NULL OR substr(attempts.finished_at, 1, 10) <= ?4)
  AND answers.seq = (
      SELECT max(later.seq) FROM answers AS later
      WHERE later.attempt_id = answers.attempt_id AND later.position = answers.position
  )
ORDER BY attempts.id, answers.position
