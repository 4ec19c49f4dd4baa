"""Compares the published files with tools that others wrote. Started by `sh scripts/foreign`."""

import json
import os
import subprocess
import sys
from pathlib import Path

import corpus
import generators

HERE = Path(__file__).resolve().parent


def table(rows, columns):
    widths = [max(len(str(row[i])) for row in [columns, *rows]) for i in range(len(columns))]
    for row in [columns, ["-" * width for width in widths], *rows]:
        print("| " + " | ".join(str(cell).ljust(width) for cell, width in zip(row, widths)) + " |")
    print()


def validators(work, documents):
    """The verdict of every engine on every document."""
    file = work / "corpus.jsonl"
    file.write_text("".join(json.dumps(document) + "\n" for document in documents), "utf-8")
    rows = []
    for command in (["node", "validators.mjs"], [sys.executable, "validators.py"]):
        script = HERE / command[1]
        if command[0] == "node":
            # A module finds its packages beside itself.
            script = work / command[1]
            script.write_text((HERE / command[1]).read_text("utf-8"), "utf-8")
        done = subprocess.run([command[0], script, work / "published", file], stdout=subprocess.PIPE, check=True)
        rows += [json.loads(line) for line in done.stdout.decode().splitlines()]
    return rows


def main():
    binary, work, size = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve(), sys.argv[3]
    published = corpus.export(binary, work)
    mutants = int(os.environ.get("KLAVI_MUTANTS", 20_000 if size == "all" else 100))
    documents, skipped = corpus.documents(binary, work, mutants)
    valid = sum(document["valid"] for document in documents)
    print(f"{len(documents)} documents, {valid} valid; {skipped} left out: nested too deep, or no JSON that all read the same way\n")
    judged = validators(work, documents)
    table(
        [[row["engine"], row["form"], row["compared"], row["disagree"], row["note"]] for row in judged],
        ["validator", "form", "compared", "disagree", ""],
    )
    made = generators.run(work, published, size)
    table([[*row[:4], row[4]] for row in made], ["generator", "form", "reads", "of", ""])
    wrong = [row["engine"] for row in judged if row["disagree"] or not row["compared"]]
    wrong += [row[0] for row in made if row[2] != row[3]]
    if wrong:
        sys.exit(f"wrong: {', '.join(wrong)}")


if __name__ == "__main__":
    main()
