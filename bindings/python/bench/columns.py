"""A column of payloads through Spark and through the binary: the same verdicts, and how many a second.

`pip install klavi pyspark pandas pyarrow`, then `python columns.py VALIDATE [COUNT]`. It needs a JDK 17 and 1 kB of disk for a
payload; 10,000,000 unless named. One payload in ten is broken. Spark runs on two cores of this machine; its own cost is
that of the same rows through the same way with nothing checked.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CONTRACT = "create-payment.request"
CORES = 2
README = Path(__file__).parents[1] / "README.md"


def payloads(validate, file, count):
    """Clean and broken payloads, a line each, as the binary makes them."""
    with file.open("wb") as out:
        for part, flags in ((count - count // 10, []), (count // 10, ["--break", "any"])):
            made = [validate, "--example", CONTRACT, "--count", str(part), "--seed", "1", *flags]
            subprocess.run(made, check=True, stdout=out)


def binary(validate, file, today):
    start = time.perf_counter()
    flags = ["-s", CONTRACT, "--input", "jsonl", "--today", today, "-j", str(CORES), "-qq"]
    # Bad payloads are an exit status of 1.
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        subprocess.run([validate, *flags, "-o", f"json={report}", str(file)], check=False)
        seconds = time.perf_counter() - start
        with report.open("rb") as text:
            head = text.readline().decode()
    summary = json.loads(head[: head.index(',"documents":[')] + "}")["summary"]
    return seconds, [summary["documents"], summary["invalid"], summary["errors"], summary["warnings"]]


def spark(file, today):
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.chdir(file.parent)
    from pyspark.sql import SparkSession, functions
    from klavi.spark import check

    session = SparkSession.builder.master(f"local[{CORES}]").config("spark.ui.enabled", "false").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    rows = session.read.text(str(file))

    def timed(frame, *columns):
        start = time.perf_counter()
        row = frame.agg(functions.count("*"), *columns).collect()[0]
        return time.perf_counter() - start, [int(value) for value in row]

    # Start the workers before anybody is timed.
    timed(rows.limit(1000).mapInArrow(lambda batches: batches, rows.schema))
    own, _ = timed(rows.mapInArrow(lambda batches: batches, rows.schema))
    reports = check(rows, "value", CONTRACT, today=today)
    invalid = functions.sum(functions.when(functions.col("report.valid"), 0).otherwise(1))
    taken, found = timed(reports, invalid, functions.sum("report.errors"), functions.sum("report.warnings"))
    # The lines of the README find the same file.
    exec(re.findall(r"```python\n(.*?)```", README.read_text("utf-8"), re.DOTALL)[-1], {})
    session.stop()
    return own, taken, found


def main(validate, count):
    today = time.strftime("%Y-%m-%d", time.gmtime(time.time() - 3 * 3600))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "orders.jsonl"
        payloads(validate, file, count)
        seconds, said = binary(validate, file, today)
        own, taken, found = spark(file, today)
    assert found == said, f"Spark: {found}, the binary: {said}"
    print(f"{said[0]} payloads, {said[1]} invalid, {said[2]} errors, {said[3]} warnings: the same from both")
    for name, time_ in (("the binary", seconds), ("Spark", taken), ("Spark without a check", own)):
        print(f"{name}: {count / time_ / CORES:,.0f} payloads a second of one core, {seconds / time_:.0%} of the binary's")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 10_000_000)
