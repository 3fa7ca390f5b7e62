"""Figures of questions as DuckDB works them out: the anchor of `cargo xtask bench`, and a judge of ours.

    questions.py load CSV DATABASE
    questions.py report DATABASE THREADS [FROM TO]
    questions.py agree DATABASE PROGRAM DATA_DIR [FROM TO]

`load` puts the answers of `cargo xtask seed --csv` into a DuckDB file with the types that serve it best. `report` is
what is timed, as a whole process: for each version of each question everybody's first answers, how many have the full
mark, how many were left out, the correlation of the mark with the mean mark in the other questions of the same check,
and for each response how often it was given and the mean mark in the others. `agree` holds PROGRAM's own report
(`report questions --json --recount`) against that, to 1e-9.
"""

import json
import subprocess
import sys

import duckdb

WITHIN = 1e-9

LOAD = """
CREATE TABLE raw AS SELECT * FROM read_csv(?, header = true, types = {
    'person': 'INTEGER', 'attempt': 'INTEGER', 'first': 'TINYINT', 'module': 'VARCHAR', 'item': 'VARCHAR',
    'version': 'TINYINT', 'day': 'INTEGER', 'response': 'VARCHAR', 'mark': 'DOUBLE', 'confidence': 'VARCHAR',
    'elapsed_ms': 'INTEGER'});
CREATE TYPE items AS ENUM (SELECT DISTINCT item FROM raw ORDER BY item);
CREATE TYPE responses AS ENUM (SELECT DISTINCT response FROM raw WHERE response IS NOT NULL ORDER BY response);
CREATE TYPE confidences AS ENUM (SELECT DISTINCT confidence FROM raw ORDER BY confidence);
CREATE TABLE answers AS SELECT person, attempt, first = 1 AS first, item::items AS item, version, day,
    response::responses AS response, mark, confidence::confidences AS confidence, elapsed_ms FROM raw;
DROP TABLE raw;
CHECKPOINT;
"""

COUNTED = """
CREATE TEMP TABLE told AS
WITH counted AS (SELECT attempt, item, version, response, mark FROM answers WHERE first AND day BETWEEN ? AND ?),
totals AS (SELECT attempt, sum(mark) AS total, count(mark) AS marks FROM counted GROUP BY attempt),
rested AS (
    SELECT item, version, response, mark,
        CASE WHEN mark IS NOT NULL AND marks > 1 THEN (total - mark) / (marks - 1) END AS rest
    FROM counted JOIN totals USING (attempt)
)
SELECT item, version, response, count(mark) AS answered, count(*) AS met, count(*) FILTER (mark >= 1) AS correct,
    count(rest) AS n, sum(CASE WHEN rest IS NOT NULL THEN mark END) AS x, sum(rest) AS y, sum(mark * rest) AS xy,
    sum(CASE WHEN rest IS NOT NULL THEN mark * mark END) AS xx, sum(rest * rest) AS yy
FROM rested GROUP BY ALL;
"""

# From some thousand rows, so it costs nothing: what a question has is the sum over its responses.
ITEMS = """
WITH summed AS (
    SELECT item, version, sum(answered) AS answered, sum(met) AS met, sum(correct) AS correct,
        sum(n)::DOUBLE AS n, sum(x) AS x, sum(y) AS y, sum(xy) AS xy, sum(xx) AS xx, sum(yy) AS yy
    FROM told GROUP BY ALL
)
SELECT item::VARCHAR, version, answered::BIGINT, correct::BIGINT, (met - answered)::BIGINT, correct / answered,
    (xy - x * y / n) / sqrt((xx - x * x / n) * (yy - y * y / n))
FROM summed ORDER BY ALL
"""
RESPONSES = "SELECT item::VARCHAR, version, response::VARCHAR, answered, y, n FROM told ORDER BY ALL"


def load(table, database):
    connection = duckdb.connect(database)
    for statement in filter(str.strip, LOAD.split(";\n")):
        connection.execute(statement, [table] if "?" in statement else [])


def report(database, threads, first=0, last=99999999):
    connection = duckdb.connect(database, read_only=True, config={"threads": int(threads)})
    connection.execute(COUNTED, [int(first), int(last)])
    return connection.execute(ITEMS).fetchall(), connection.execute(RESPONSES).fetchall()


def chosen(response):
    """The options of a response; None when it is of a kind whose parts are not counted here."""
    value = json.loads(response)
    options = value.get("options", value.get("option", value.get("choice")))
    return [options] if isinstance(options, str) else options


def agree(database, program, folder, first=None, last=None):
    days = [int(day.replace("-", "")) for day in (first, last)] if first else []
    items, responses = report(database, 2, *days)
    words = [program, "report", "questions", "--data-dir", folder, "--json", "--recount"]
    words += ["--from", first, "--to", last] if first else []
    ours = json.loads(subprocess.run(words, check=True, capture_output=True, text=True).stdout)
    ours = {(row["itemId"], row["itemVersion"]): row for row in ours["rows"]}
    options = {}
    for item, version, response, answered, rest, n in responses:
        for option in (response and chosen(response)) or []:
            of = options.setdefault((item, version), {}).setdefault(option, [0, 0.0, 0])
            for at, more in enumerate((answered, rest or 0.0, n)):
                of[at] += more
    compared, differences = 0, []
    for item, version, answered, correct, left_out, facility, separates in items:
        row = ours.pop((item, version))
        pairs = [("answered", row["answered"], answered), ("correct", row["correct"], correct), ("left out", row["leftOut"], left_out)]
        if row["facility"] is not None:
            pairs.append(("facility", row["facility"], facility))
        if row["separates"] is not None:
            pairs.append(("separates", row["separates"]["value"], separates))
        for option in row["options"] if (item, version) in options else []:
            count, rest, n = options[item, version].get(option["id"], [0, 0.0, 0])
            pairs.append((f"option {option['id']}", option["chosen"], count))
            if option["meanRest"] is not None:
                pairs.append((f"option {option['id']}, mean rest", option["meanRest"], rest / n))
        for what, one, other in pairs:
            compared += 1
            if not abs(one - other) <= WITHIN:
                differences.append(f"{item} {version}: {what}: ours {one}, DuckDB {other}")
    differences += [f"{key}: DuckDB does not have it" for key in ours]
    print("\n".join(differences[:40]) or f"{compared} figures of {len(items)} questions agree to {WITHIN} with DuckDB {duckdb.__version__}")
    return 1 if differences or compared < 100 else 0


if __name__ == "__main__":
    verb, *words = sys.argv[1:]
    if verb == "agree":
        sys.exit(agree(*words))
    elif verb == "report":
        items, responses = report(*words)
        print(len(items), len(responses))
    else:
        load(*words)
