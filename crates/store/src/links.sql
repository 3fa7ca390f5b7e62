-- Every foreign key of one column: table, column, parent, column of the parent.
SELECT tables.name, keys."from", keys."table", keys."to"
FROM sqlite_schema AS tables
JOIN pragma_foreign_key_list(tables.name) AS keys
WHERE tables.type = 'table'
GROUP BY tables.name, keys.id
HAVING count(*) = 1
ORDER BY tables.rowid, keys.id;
