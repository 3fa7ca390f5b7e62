WITH told AS (
    SELECT
        packed_attempts.is_first,
        row_number() OVER (
            PARTITION BY packed_attempts.person, packed_attempts.quiz
            ORDER BY attempts.try_number, attempts.started_at, attempts.id
        ) = 1 AS is_so
    FROM packed_attempts
    JOIN attempts ON attempts.seq = packed_attempts.attempt
)
SELECT count(*) FROM told WHERE is_first <> is_so;
