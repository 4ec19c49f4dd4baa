"""The report and the verdict of this package beside the verdicts of jsonschema-rs and fastjsonschema, all from bytes, in one run.

`pip install klavi jsonschema-rs fastjsonschema`, then `python speed.py`. Ratios are what counts; they are the medians of
interleaved rounds.
"""

import json
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path

import fastjsonschema
import jsonschema_rs
import klavi

ROUNDS, CALLS = 15, 2000
ROOT = Path(__file__).parents[3]
SCHEMA = json.loads((ROOT / "schema/contracts/create-payment.request.schema.json").read_text("utf-8"))
# fastjsonschema knows no newer draft than 7.
OLDER = subprocess.run(
    [sys.argv[1] if len(sys.argv) > 1 else "validate", "--print-schema", "create-payment.request", "--draft", "draft-07"],
    check=True,
    capture_output=True,
).stdout

newer = jsonschema_rs.validator_for(SCHEMA)
older = fastjsonschema.compile(json.loads(OLDER))


def fast(document):
    try:
        older(json.loads(document))
    except fastjsonschema.JsonSchemaException:
        return False
    return True


CONTENDERS = {
    "klavi, report": lambda document: klavi.check("create-payment.request", document).valid,
    "klavi, verdict": lambda document: klavi.is_valid("create-payment.request", document),
    "jsonschema-rs": lambda document: newer.is_valid(json.loads(document)),
    "fastjsonschema": fast,
    "json.loads alone": json.loads,
}
clean = json.dumps(json.loads(klavi.example("create-payment.request")), separators=(",", ":")).encode()
broken = re.sub(rb'"amount":"[^"]*"', b'"amount":"10"', clean)

for name, document, valid in (("clean", clean, True), ("one error", broken, False)):
    times = {contender: [] for contender in CONTENDERS}
    for _ in range(ROUNDS):
        for contender, check in CONTENDERS.items():
            start = time.perf_counter()
            for _ in range(CALLS):
                verdict = check(document)
            times[contender].append((time.perf_counter() - start) / CALLS * 1e6)
            assert contender == "json.loads alone" or verdict is valid, contender
    reference = statistics.median(times["jsonschema-rs"])
    for contender, taken in times.items():
        took = statistics.median(taken)
        print(f"{name}, {len(document)} bytes: {contender}: {took:.1f} µs, {took / reference:.2f} of jsonschema-rs")
