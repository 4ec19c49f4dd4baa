"""Spark: a column of documents is checked where the partitions are, batch by batch, through Arrow."""

from __future__ import annotations

from typing import Any, Callable, Iterator

from . import _name, arrow

__all__ = ["check"]


def check(df: Any, column: str, contract: Any, *, name: str = "report", **options: Any) -> Any:
    """The data frame with a column `report` (or `name`) beside it: the report on each document of `column`.

    A report has the fields of those of `klavi.arrow.check`. The workers need this package and pyarrow. Options are those of
    `klavi.check`; give `today`, so that a run over midnight, and one that is repeated, judges all rows by one day.
    """
    from pyspark.sql.types import StructField, StructType

    schema = StructType([*df.schema.fields, StructField(name, _kind())])
    return df.mapInArrow(_reports(column, _name(contract), name, options), schema)


def _kind() -> Any:
    """The type of a report in Spark, which has no unsigned numbers."""
    from pyspark.sql.types import ArrayType, BooleanType, LongType, StringType, StructField, StructType

    kinds = {
        "valid": BooleanType(),
        "errors": LongType(),
        "warnings": LongType(),
        "codes": ArrayType(StringType()),
        "pointers": ArrayType(StringType()),
        "offsets": ArrayType(LongType()),
    }
    return StructType([StructField(field, kind) for field, kind in kinds.items()])


def _reports(column: str, contract: str, name: str, options: dict[str, Any]) -> Callable[[Iterator[Any]], Iterator[Any]]:
    """What a worker does with the batches of a partition."""

    def reports(batches: Iterator[Any]) -> Iterator[Any]:
        import pyarrow

        integer, texts = pyarrow.int64(), pyarrow.list_(pyarrow.string())
        kinds = {"valid": pyarrow.bool_(), "errors": integer, "warnings": integer}
        kinds.update(codes=texts, pointers=texts, offsets=pyarrow.list_(integer))
        for batch in batches:
            found = pyarrow.array(arrow.check(batch.column(column), contract, **options))
            yield batch.append_column(name, found.cast(pyarrow.struct(kinds)))

    return reports
