CREATE VIRTUAL TABLE entries USING fts5 (
    kind UNINDEXED,
    id UNINDEXED,
    title,
    body,
    tokenize = "unicode61 remove_diacritics 2",
    prefix = '2 3'
);
