"""Columns, by the C interface of Arrow."""

import json

import duckdb
import klavi
import klavi.arrow
import klavi.spark
import polars
import pyarrow
import pytest

GOOD = '{"accessKey": "a", "secretKey": "b"}'
BAD = '{"accessKey": 1, "secretKey": "b", "more": 1}'
REPORTS = [
    {"valid": True, "errors": 0, "warnings": 0, "codes": [], "pointers": [], "offsets": []},
    None,
    {
        "valid": False,
        "errors": 1,
        "warnings": 1,
        "codes": ["type", "unknown-field"],
        "pointers": ["/accessKey", "/more"],
        "offsets": [14, 35],
    },
]


@pytest.mark.parametrize(
    "kind",
    [
        pyarrow.string(), pyarrow.large_string(), pyarrow.string_view(),
        pyarrow.binary(), pyarrow.large_binary(), pyarrow.binary_view(),
    ],
)  # fmt: skip
def test_every_kind_of_text(kind):
    column = pyarrow.array([GOOD, None, BAD], kind)
    assert pyarrow.array(klavi.arrow.check(column, "auth.request")).to_pylist() == REPORTS
    # A part of a column is read from where it starts.
    assert pyarrow.array(klavi.arrow.check(column[1:], klavi.AuthRequest)).to_pylist() == REPORTS[1:]
    assert pyarrow.array(klavi.arrow.check(column[:0], "auth.request")).to_pylist() == []


def test_the_type_of_a_report():
    reports = pyarrow.array(klavi.arrow.check(pyarrow.array([GOOD]), "auth.request"))
    kinds = {field.name: str(field.type) for field in reports.type}
    assert kinds == {
        "valid": "bool",
        "errors": "uint32",
        "warnings": "uint32",
        "codes": "list<item: string not null>",
        "pointers": "list<item: string not null>",
        "offsets": "list<item: uint64 not null>",
    }


def test_chunks_stay_chunks():
    column = pyarrow.chunked_array([[GOOD], [None, BAD]])
    reports = pyarrow.chunked_array(klavi.arrow.check(column, "auth.request"))
    assert reports.to_pylist() == REPORTS and reports.num_chunks == 2


def test_polars():
    series = polars.Series("payload", [GOOD, None, BAD])
    reports = polars.Series(klavi.arrow.check(series, "auth.request"))
    assert reports.struct.field("errors").to_list() == [0, None, 1]
    assert reports.struct.field("codes").to_list() == [[], None, ["type", "unknown-field"]]


def test_duckdb():
    orders = pyarrow.table({"payload": [GOOD, None, BAD]})
    with duckdb.connect() as database:
        database.register("orders", orders)
        column = database.sql("select payload from orders").to_arrow_table()["payload"]
    assert pyarrow.chunked_array(klavi.arrow.check(column, "auth.request")).to_pylist() == REPORTS


def test_a_worker_of_spark_puts_reports_beside_the_rows():
    batch = pyarrow.record_batch({"id": [1, 2, 3], "payload": [GOOD, None, BAD]})
    reports = klavi.spark._reports("payload", "auth.request", "report", {"today": "2026-11-26"})
    [done] = reports(iter([batch]))
    assert done.schema.names == ["id", "payload", "report"]
    assert done.column("report").to_pylist() == REPORTS
    # Spark has no unsigned numbers.
    assert done.schema.field("report").type.field("errors").type == pyarrow.int64()
    assert done.schema.field("report").type.field("offsets").type.value_type == pyarrow.int64()


def test_options_and_faults():
    column = pyarrow.array([BAD])
    reports = pyarrow.array(klavi.arrow.check(column, "auth.request", levels={"warnings": "deny"}, max_findings=1))
    assert reports.to_pylist()[0]["errors"] == 2 and len(reports.to_pylist()[0]["codes"]) == 1
    with pytest.raises(TypeError, match="holds strings or bytes, not Int64"):
        klavi.arrow.check(pyarrow.array([1]), "auth.request")
    with pytest.raises(ValueError, match="there is no contract"):
        klavi.arrow.check(column, "auth")


def test_a_column_says_what_check_says():
    documents = [klavi.example(contract["name"], "any") for contract in klavi.contracts()]
    for contract in klavi.contracts():
        rows = pyarrow.array(klavi.arrow.check(pyarrow.array(documents, pyarrow.binary()), contract["name"])).to_pylist()
        for document, row in zip(documents, rows):
            report = json.loads(klavi.check(contract["name"], document).to_json())
            assert (row["valid"], row["errors"], row["warnings"]) == (report["valid"], report["errors"], report["warnings"])
            told = [(finding["code"], finding["pointer"]) for finding in report["findings"]]
            assert list(zip(row["codes"], row["pointers"])) == told
