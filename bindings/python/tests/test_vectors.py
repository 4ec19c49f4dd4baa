"""The vectors that every language runs: the same verdict, codes, pointers, places, causes and words."""

import json
import os
from collections import Counter
from pathlib import Path

import klavi
import pytest

# Another folder of vectors may be named, of any size: it is read line by line.
FOLDER = Path(os.environ.get("KLAVI_VECTORS", Path(__file__).parents[3] / "schema" / "vectors"))


def vectors():
    # Lines with a schema of their own are for engines that take one; parsers.jsonl is for parsers.
    for path in sorted(path for path in FOLDER.glob("*.jsonl") if path.name != "parsers.jsonl"):
        with path.open(encoding="utf-8", newline="\n") as lines:
            for vector in map(json.loads, lines):
                if "contract" in vector:
                    yield path.name, vector


def offsets(span):
    return [span.start.offset, span.end.offset]


def found(finding):
    causes = [{"pointer": cause.pointer, "span": offsets(cause.span)} for cause in finding.because]
    told = {"code": finding.code, "severity": finding.severity, "pointer": finding.pointer, "span": offsets(finding.span)}
    return {**told, **({"because": causes} if causes else {}), "message": finding.message}


def test_there_are_vectors_of_every_contract():
    found = Counter(vector["contract"] for _, vector in vectors())
    assert set(found) == {contract["name"] for contract in klavi.contracts()}
    assert sum(found.values()) > 1000


@pytest.mark.parametrize("lang", ["en", "pt-BR"])
def test_every_vector_has_exactly_its_findings(lang):
    for file, vector in vectors():
        document = bytes.fromhex(vector["hex"]) if "hex" in vector else vector["document"]
        if "limits" not in vector:
            assert klavi.is_valid(vector["contract"], document) == vector["valid"], f"{file}: {vector['name']}"
        limits = vector.get("limits", {})
        options = {"max_findings": 0, "max_bytes": limits.get("bytes"), "max_depth": limits.get("depth")}
        report = klavi.check(vector["contract"], document, lang=lang, today=vector["today"], **options)
        expected = [{**finding, "message": finding["message"][lang]} for finding in vector["findings"]]
        assert [found(finding) for finding in report.findings] == expected, f"{file}: {vector['name']}"
        assert report.valid == vector["valid"], f"{file}: {vector['name']}"
        assert report.errors + report.warnings == len(expected)
