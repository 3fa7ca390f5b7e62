-- The snippet of a row costs as much as finding it, so it is made for the rows that are shown and no others.
SELECT kind, id, title, snippet(entries, 3, char(2), char(3), '…', 14)
FROM entries
WHERE entries MATCH ?1
  AND rowid IN (
      SELECT rowid FROM entries
      WHERE entries MATCH ?1 AND ($MAY_BE_FOUND)
      ORDER BY bm25(entries, 0.0, 0.0, 10.0, 1.0), rowid
      LIMIT ?2
  )
ORDER BY bm25(entries, 0.0, 0.0, 10.0, 1.0), rowid
