"""The vectors that every language runs: the same verdict, codes, pointers, places, causes and words."""

import json
from pathlib import Path

import klavi
import pytest

FOLDER = Path(__file__).parents[3] / "schema" / "vectors"
# Lines with a schema of their own are for engines that take one; parsers.jsonl is for parsers.
FILES = sorted(file for file in FOLDER.glob("*.jsonl") if file.name != "parsers.jsonl")
VECTORS = [
    (file.name, vector)
    for file in FILES
    # Not splitlines, which splits at line ends of Unicode too.
    for vector in map(json.loads, filter(None, file.read_text("utf-8").split("\n")))
    if "contract" in vector
]


def offsets(span):
    return [span.start.offset, span.end.offset]


def found(finding):
    causes = [{"pointer": cause.pointer, "span": offsets(cause.span)} for cause in finding.because]
    told = {"code": finding.code, "severity": finding.severity, "pointer": finding.pointer, "span": offsets(finding.span)}
    return {**told, **({"because": causes} if causes else {}), "message": finding.message}


def test_there_are_vectors_of_every_contract():
    assert {vector["contract"] for _, vector in VECTORS} == {contract["name"] for contract in klavi.contracts()}
    assert len(VECTORS) > 1000


@pytest.mark.parametrize("lang", ["en", "pt-BR"])
def test_every_vector_has_exactly_its_findings(lang):
    for file, vector in VECTORS:
        document = bytes.fromhex(vector["hex"]) if "hex" in vector else vector["document"]
        limits = vector.get("limits", {})
        options = {"max_findings": 0, "max_bytes": limits.get("bytes"), "max_depth": limits.get("depth")}
        report = klavi.check(vector["contract"], document, lang=lang, today=vector["today"], **options)
        expected = [{**finding, "message": finding["message"][lang]} for finding in vector["findings"]]
        assert [found(finding) for finding in report.findings] == expected, f"{file}: {vector['name']}"
        assert report.valid == vector["valid"], f"{file}: {vector['name']}"
        assert report.errors + report.warnings == len(expected)
