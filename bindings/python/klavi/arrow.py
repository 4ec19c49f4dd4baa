"""Columns of documents, by the C interface of Arrow: pyarrow, Polars, DuckDB, pandas, and whatever else speaks it.

The payloads are read where they are; nothing of them is copied.
"""

from __future__ import annotations

from typing import Any

from . import _engine, _name

__all__ = ["check"]


def check(array: Any, contract: Any, **options: Any) -> Any:
    """The reports on a column of strings or bytes: a column of structs, null where there is no document.

    Each has `valid`, `errors`, `warnings`, and three lists of the same length: `codes`, `pointers` and `offsets` (in
    bytes) of the findings. What comes back speaks the C interface too: `pyarrow.array(…)`, `polars.Series(…)`; a column
    in chunks comes back in chunks: `pyarrow.chunked_array(…)`. Options are those of `klavi.check`.

    Raises `TypeError` where the column holds neither strings nor bytes. The GIL is released while it checks.
    """
    return _engine.arrow_check(array, _name(contract), **options)
