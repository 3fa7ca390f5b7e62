SELECT kind, id, title, snippet(entries, 3, char(2), char(3), '…', 14)
FROM entries
WHERE entries MATCH ?1 AND ($MAY_BE_FOUND)
ORDER BY bm25(entries, 0.0, 0.0, 10.0, 1.0), rowid
LIMIT ?2
