"""Holds `eighteen analyse` against pingouin and pandas, implementations that are not ours.

    agree.py PROGRAM FOLDER

PROGRAM is the built `eighteen`, FOLDER a place for tables. The tables are LSAT6 (Bock and Lieberman 1970) and
seeded random ones, of marks 0 and 1 and of marks between, whole and with empty cells. Facility, corrected item-rest
correlation, alpha, alpha if deleted and KR-20 have to agree to 1e-9; every difference is printed.
"""

import json
import pathlib
import subprocess
import sys

import numpy as np
import pandas as pd
import pingouin as pg

WITHIN = 1e-9
FEWEST = 30  # below it the program tells no correlation and no alpha
LSAT6 = [3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15, 10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21, 173, 11, 61, 28, 298]


def lsat6():
    rows = [[pattern >> (4 - item) & 1 for item in range(5)] for pattern, count in enumerate(LSAT6) for _ in range(count)]
    return pd.DataFrame(rows, columns=[f"item{at}" for at in range(1, 6)], dtype=float)


def random_table(seed, people, items, partial, missing):
    chance = np.random.default_rng(seed)
    ability = chance.normal(size=(people, 1))
    hard = chance.uniform(-2, 2, size=(1, items))
    slope = chance.uniform(0.5, 2, size=(1, items))
    share = 1 / (1 + np.exp(-slope * (ability - hard)))
    marks = (chance.random((people, items)) < share).astype(float)
    if partial:
        marks = np.where(chance.random((people, items)) < 0.2, chance.choice([0.25, 0.5, 0.75], (people, items)), marks)
    marks[chance.random((people, items)) < missing] = np.nan
    return pd.DataFrame(marks, columns=[f"q{at}" for at in range(1, items + 1)])


def theirs(table):
    """What pingouin and pandas say."""
    whole = table.dropna()
    enough = len(whole) >= FEWEST
    found = {"people": len(table), "complete": len(whole), "alpha": None, "items": []}
    if enough:
        found["alpha"] = float(pg.cronbach_alpha(data=whole)[0])
    for name in table.columns:
        others = table.drop(columns=name)
        met = table[name].notna() & others.notna().any(axis=1)
        separates = None
        if table[name].count() >= FEWEST and met.sum() > 3:
            separates = float(pg.corr(table.loc[met, name], others.loc[met].mean(axis=1))["r"].iloc[0])
        without = float(pg.cronbach_alpha(data=whole.drop(columns=name))[0]) if enough else None
        found["items"].append((name, float(table[name].mean()), separates, without))
    return found


def kr20(table):
    """Kuder and Richardson 1937, formula 20, over those who answered every item."""
    whole = table.dropna()
    right, total = whole.mean(), whole.sum(axis=1)
    items = len(whole.columns)
    return float(items / (items - 1) * (1 - (right * (1 - right)).sum() / total.var(ddof=0)))


def main(program, folder):
    tables = {"lsat6": lsat6()}
    for seed in range(1, 13):
        partial, missing = seed % 3 == 0, [0, 0.02, 0.1, 0.4][seed % 4]
        tables[f"random-{seed}"] = random_table(seed, 40 + 37 * seed, 3 + seed, partial, missing)
    compared, differences = 0, []
    for name, table in tables.items():
        path = pathlib.Path(folder) / f"{name}.csv"
        table.rename_axis("person").reset_index().to_csv(path, index=False, float_format="%.2f")
        ours = json.loads(subprocess.run([program, "analyse", str(path), "--json"], check=True, capture_output=True, text=True).stdout)
        expect = theirs(table)
        pairs = [("people", ours["people"], expect["people"]), ("complete", ours["complete"], expect["complete"])]
        alpha = ours["alpha"] and ours["alpha"]["value"]
        pairs.append(("alpha", alpha, expect["alpha"]))
        if alpha is not None and table.isin([0, 1]).where(table.notna(), True).all().all():
            pairs.append(("KR-20", alpha, kr20(table)))
        for item, (id_, facility, separates, without) in zip(ours["items"], expect["items"], strict=True):
            assert item["id"] == id_
            pairs.append((f"{id_} facility", item["facility"], facility))
            pairs.append((f"{id_} item-rest", item["discrimination"] and item["discrimination"]["value"], separates))
            pairs.append((f"{id_} alpha if deleted", item["alpha_if_deleted"], without))
        for what, one, other in pairs:
            compared += 1
            if (one is None) != (other is None) or (one is not None and not abs(one - other) <= WITHIN):
                differences.append(f"{name}: {what}: ours {one}, theirs {other}")
    print("\n".join(differences) or f"{compared} figures of {len(tables)} tables agree to {WITHIN} with pingouin {pg.__version__}")
    return 1 if differences or compared < 300 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
