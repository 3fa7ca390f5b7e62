"""Holds PDFs to PDF/UA-1 with a validator that is not ours.

    papers.py FOLDER

The validator is `page` (PyPI: page-validation), which gives the verdicts of veraPDF's own test files. A judge that
passes everything would be worth nothing, so each file is spoiled in three ways as well, and must fail each time.
"""

import pathlib
import sys

import page

FEWEST = 7  # papers that the program writes
SPOILED = {
    "no language": (b"/Lang", b"/Lan_"),
    "no tags": (b"/StructTreeRoot", b"/StructTreeRoo_"),
    "a title that is not shown": (b"/DisplayDocTitle true", b"/DisplayDocTitle null"),
}


def judged(data):
    return page.validate_pdf_bytes(data, profile="ua1")


def faults(paper):
    data = paper.read_bytes()
    report = judged(data)
    for failure in report.failures:
        yield f"{paper.name}: {failure.rule_id}: {failure.message}"
    for spoiled, (whole, broken) in SPOILED.items():
        if whole not in data:
            yield f"{paper.name}: {whole.decode()} is not in it as text, so that it cannot be spoiled"
        elif judged(data.replace(whole, broken)).is_compliant:
            yield f"{paper.name} with {spoiled} passes: the judge does not look"


def main(folder):
    papers = sorted(pathlib.Path(folder).glob("*.pdf"))
    found = [fault for paper in papers for fault in faults(paper)]
    if len(papers) < FEWEST:
        found.append(f"only {len(papers)} papers were written")
    if found:
        sys.exit("\n".join(found))
    rules = judged(papers[0].read_bytes()).rules.total
    print(f"{len(papers)} papers hold to PDF/UA-1 ({rules} rules of page {page.__version__})")


main(sys.argv[1])
