-- FTS5 sorts by rank itself, so the snippet, which costs more than the search, is made for the rows that are
-- shown and no others.
SELECT kind, id, title, snippet(entries, 3, char(2), char(3), '…', 14)
FROM entries
WHERE entries MATCH ?1 AND rank MATCH 'bm25(0.0, 0.0, 10.0, 1.0)' AND ($MAY_BE_FOUND)
ORDER BY rank
LIMIT ?2
