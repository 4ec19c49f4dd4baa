"""The documents: the vectors and mutations of them, with the verdict that JSON Schema can give."""

import copy
import json
import random
import re
import shutil
import subprocess

# Beyond what a double holds every tool does something else; the README says so.
BEYOND_A_DOUBLE = re.compile(r"[0-9][eE][+-]?[0-9]{3,}\s*[,}\]]")
ODD_TEXTS = ["", " ", "\n", "x", "x" * 600, "٠١٢٣٤٥٦٧٨٩", "１２", "12\n", "12\u2028", "BRL", "brl", "0", "10.00", "10,00"]
ODD_VALUES = [None, True, 0, -1, 1.5, 10**20, [], {}, [1], {"a": 1}]


def export(binary, work):
    published = work / "published"
    shutil.rmtree(published, ignore_errors=True)
    subprocess.run([binary, "--export", published], stdout=subprocess.DEVNULL, check=True)
    return published


def vectors(published):
    for file in sorted((published / "vectors").glob("*.jsonl")):
        for line in file.read_text("utf-8").rstrip("\n").split("\n"):
            vector = json.loads(line)
            if "contract" in vector and "document" in vector:
                yield vector


def places(value, path=()):
    yield path
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in children:
        yield from places(child, (*path, key))


def mutate(document, chance):
    document = copy.deepcopy(document)
    for _ in range(chance.randint(1, 3)):
        spots = [path for path in places(document) if path]
        if not spots:
            return document
        *parents, last = chance.choice(spots)
        parent = document
        for key in parents:
            parent = parent[key]
        old = parent[last]
        kind = chance.randrange(5)
        if kind == 0:
            del parent[last]
        elif kind == 1:
            parent[last] = copy.deepcopy(chance.choice(ODD_VALUES))
        elif kind == 2 and isinstance(parent, dict):
            parent[chance.choice(["extra", "__proto__", "constructor", last.upper()])] = copy.deepcopy(old)
        elif isinstance(old, str):
            at = chance.randint(0, len(old))
            changes = [old[:at] + chance.choice(ODD_TEXTS) + old[at:], old[:at], old.upper(), old.lower(), old + "\n"]
            parent[last] = chance.choice([*changes, chance.choice(ODD_TEXTS)])
        else:
            parent[last] = chance.choice(ODD_TEXTS)
    return document


def documents(binary, work, mutants):
    """All documents with their verdict, and how many are left out."""
    chance = random.Random(20250115)
    texts, skipped = {}, 0
    for vector in vectors(work / "published"):
        try:
            value = json.loads(vector["document"])
            # Half a surrogate pair cannot be encoded.
            json.dumps(value, ensure_ascii=False).encode()
        except ValueError:
            skipped += 1
            continue
        # Outside of texts a line break is a blank.
        texts.setdefault(vector["contract"], []).append((vector["document"].replace("\n", " ").replace("\r", " "), value))
    judged = []
    for contract, known in texts.items():
        sources = [value for _, value in known if isinstance(value, dict)]
        made = (mutate(chance.choice(sources), chance) for _ in range(mutants))
        lines = [text for text, _ in known] + [json.dumps(value, ensure_ascii=chance.random() < 0.5) for value in made]
        lines = [line for line in lines if not BEYOND_A_DOUBLE.search(line)]
        skipped += len(known) + mutants - len(lines)
        file = work / "documents.jsonl"
        file.write_text("\n".join(lines) + "\n", "utf-8")
        command = [binary, "--input", "jsonl", "-s", contract, "-o", "jsonl", "--max-errors", "0", "--no-config", file]
        done = subprocess.run(command, stdout=subprocess.PIPE, check=False)
        reports = [json.loads(line) for line in done.stdout.splitlines()]
        assert len(reports) == len(lines), f"{contract}: {len(reports)} reports on {len(lines)} documents"
        for line, report in zip(lines, reports):
            is_unchecked = report["valid"] is None
            if is_unchecked or any(finding["group"] == "json" for finding in report["findings"]):
                skipped += 1
            else:
                judged.append({"contract": contract, "text": line, "valid": is_valid(report)})
    return judged, skipped


def is_valid(report):
    """What can be said with the keywords of JSON Schema alone."""
    errors = (finding for finding in report["findings"] if finding["severity"] == "error")
    return not any("/x-" not in finding["schemaLocation"].split("#", 1)[1] for finding in errors)
