#!/usr/bin/env python3
"""Writes the values that `src/people/tests.rs` compares with, made by statsmodels and scipy.

    python3 -m venv peers && peers/bin/pip install scipy==1.17.1 statsmodels==0.15.0
    peers/bin/python crates/analysis/peers/people.py > crates/analysis/src/people/peers.txt

Each line of the output is a case: its kind, its people, then the values. The mean is the constant of an
ordinary least squares fit with clusters (`cov_type="cluster"`, `use_t=True`); d' and c are taken with
`scipy.stats.norm` and their errors with a jackknife written out here.
"""

import numpy as np
import scipy
import statsmodels
import statsmodels.api as sm
from scipy.stats import norm, t

LEVEL = 0.95


def mean_case(chance, people, share_before, share_after):
    """Paired differences -1, 0 and 1 of people who differ, several for each."""
    values, groups = [], []
    for person in range(people):
        able = chance.normal(0, 0.15)
        for _ in range(chance.integers(1, 9)):
            before = chance.random() < np.clip(share_before + able, 0.02, 0.98)
            after = chance.random() < np.clip(share_after + able, 0.02, 0.98)
            values.append(float(after) - float(before))
            groups.append(person)
    values, groups = np.array(values), np.array(groups)
    fit = sm.OLS(values, np.ones(len(values))).fit(
        cov_type="cluster", cov_kwds={"groups": groups, "use_correction": True}, use_t=True
    )
    low, high = fit.conf_int(1 - LEVEL)[0]
    sums = ";".join(f"{int(values[groups == g].sum())}/{(groups == g).sum()}" for g in range(people))
    print(f"mean {sums} {fit.params[0]:.12f} {low:.12f} {high:.12f}")


def distance(hits, signals, alarms, others):
    hit, alarm = (hits + 0.5) / (signals + 1), (alarms + 0.5) / (others + 1)
    return norm.ppf(hit) - norm.ppf(alarm), -(norm.ppf(hit) + norm.ppf(alarm)) / 2


def detection_case(chance, people, hit, alarm):
    rows = []
    for _ in range(people):
        able = chance.normal(0, 0.1)
        signals, others = chance.integers(2, 9), chance.integers(4, 11)
        hits = chance.binomial(signals, np.clip(hit + able, 0, 1))
        alarms = chance.binomial(others, np.clip(alarm - able, 0, 1))
        rows.append((hits, signals, alarms, others))
    rows = np.array(rows)
    whole = np.array(distance(*rows.sum(axis=0)))
    left = np.array([distance(*np.delete(rows, i, axis=0).sum(axis=0)) for i in range(people)])
    error = np.sqrt((people - 1) / people * ((left - left.mean(axis=0)) ** 2).sum(axis=0))
    half = t.ppf((1 + LEVEL) / 2, people - 1) * error
    values = [whole[0], whole[0] - half[0], whole[0] + half[0], whole[1], whole[1] - half[1], whole[1] + half[1]]
    counts = ";".join("/".join(str(n) for n in row) for row in rows)
    print(f"detection {counts} " + " ".join(f"{value:.12f}" for value in values))


chance = np.random.default_rng(180618)
print(f"# scipy {scipy.__version__}, statsmodels {statsmodels.__version__}, made by peers/people.py")
for people, before, after in [(10, 0.6, 0.7), (24, 0.8, 0.72), (60, 0.5, 0.5), (150, 0.9, 0.85)]:
    mean_case(chance, people, before, after)
for people, hit, alarm in [(10, 0.7, 0.2), (24, 0.85, 0.15), (60, 0.95, 0.05), (150, 0.5, 0.4)]:
    detection_case(chance, people, hit, alarm)
