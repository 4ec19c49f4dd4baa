"""Payloads as strategies of Hypothesis: `pip install klavi[hypothesis]`.

>>> import klavi.strategies
>>> from hypothesis import given
>>> @given(klavi.strategies.values("create-payment.request"))
... def test_an_order_is_sent(order):
...     assert order["currency"] == "BRL"
>>> test_an_order_is_sent()
"""

from __future__ import annotations

import decimal
import json
from typing import Any, Optional

from hypothesis import strategies as st

from . import Day, _engine, _name

__all__ = ["payloads", "values"]


def payloads(contract: Any, broken: Optional[str] = None, today: Optional[Day] = None) -> st.SearchStrategy[bytes]:
    """Payloads of a contract, as `klavi.generate` gives them. They shrink to the members that are required.

    Raises `ValueError` where a contract, code or day does not exist, or where the contract cannot have the code.
    """
    generator = _engine.Generator(_name(contract), broken, today, 0)
    return st.builds(generator.of, st.integers(0, 2**64 - 1), st.integers(0, 256))


def values(contract: Any, today: Optional[Day] = None) -> st.SearchStrategy[Any]:
    """Clean payloads as values; numbers with a fraction are `decimal.Decimal`, as `klavi.parse` gives them."""
    return payloads(contract, today=today).map(lambda payload: json.loads(payload, parse_float=decimal.Decimal))
