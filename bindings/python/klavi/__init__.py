"""Checks the requests and responses of the Klavi payment API (Pix and Automatic Pix under Open Finance Brasil).

>>> import klavi
>>> report = klavi.check("auth.request", b'{"accessKey": "key"}')
>>> report.valid, report.findings[0].code, report.findings[0].pointer
(False, 'required', '/secretKey')
"""

from __future__ import annotations

import datetime
import decimal
import itertools
import json
from typing import Any, Dict, Iterator, List, Optional, Union

from . import _engine
from ._engine import Cause, Finding, Position, Report, Source, Span
from .contracts import *  # noqa: F403
from .contracts import CONTRACTS

__version__: str = _engine.VERSION
__all__ = ["Cause", "Finding", "InvalidDocument", "Position", "Report", "Source", "Span"]
__all__ += ["check", "contracts", "example", "explain", "generate", "is_valid", "parse"]
__all__ += [contract.__name__ for contract in CONTRACTS.values()]

Day = Union[str, datetime.date]


class InvalidDocument(ValueError):
    """A document that has an error. `report` says which; no value of the document stands in the words."""

    def __init__(self, report: Report) -> None:
        super().__init__(report)
        self.report = report

    def __str__(self) -> str:
        lines = [f"{finding.pointer or 'the document'}: {finding.message} [{finding.code}]" for finding in self.report.findings]
        return "\n".join([f"{self.report.schema}: {self.report.errors} errors, {self.report.warnings} warnings", *lines])


def _name(contract: Any) -> str:
    """A contract goes by its name or its type."""
    return contract if isinstance(contract, str) else contract.__klavi_contract__


def check(contract: Any, document: Any, **options: Any) -> Report:
    """Every finding in a text, in bytes, or in a value as `json.dumps` writes it.

    `contract` is a name such as `"create-payment.request"`, or a type such as `klavi.CreatePaymentRequest`.

    Options: `lang` (`"en"`, `"pt-BR"`); `today`, the day for the rules that speak of the past (a date or `YYYY-MM-DD`,
    today in Brasília unless named); `levels`, a mapping of `CODE|GROUP|warnings[@CONTRACT][#POINTER]` to `"allow"`,
    `"warn"` or `"deny"`, of which the last that is for a finding counts; `max_findings` (100; 0 is no limit);
    `max_bytes` (16 MiB); `max_depth` (64); `reveal`, whether pointers show member names that may be personal data.

    Raises `ValueError` where a contract, language, day or level does not exist. The GIL is released while it checks.
    """
    return _engine.check(_name(contract), document, **options)


def is_valid(contract: Any, document: Any, **options: Any) -> bool:
    """Whether a document has no error. Without options it is several times as fast as a report.

    Options are those of `check`. Raises `ValueError` where a contract, language, day or level does not exist.
    """
    # Levels may change the verdict, and limits too: then only a report knows.
    if options:
        return check(contract, document, **options).valid
    return _engine.is_valid(_name(contract), document)


def parse(contract: Any, document: Union[bytes, str], **options: Any) -> Any:
    """The value of a document without errors; numbers with a fraction are `decimal.Decimal`.

    Raises `InvalidDocument` where there is an error. Options are those of `check`.
    """
    report = check(contract, document, **options)
    if not report.valid:
        raise InvalidDocument(report)
    return json.loads(document, parse_float=decimal.Decimal)


def explain(code: str, lang: str = "en") -> Dict[str, Any]:
    """What there is to know of a code: title, explanation, sources, the bank's answer, a bad and a good document."""
    return json.loads(_engine.explain(code, lang))


def contracts() -> List[Dict[str, str]]:
    """Name, direction and title of each contract, in the order of the documents."""
    return json.loads(_engine.list())


def example(contract: Any, broken: Optional[str] = None, today: Optional[Day] = None) -> bytes:
    """A document in which nothing is found on this day.

    With a code as `broken`, or `"any"`, one that has a finding of that code, or of some code, and no other error.
    """
    return bytes(_engine.example(_name(contract), broken, today))


def generate(
    contract: Any,
    count: Optional[int] = None,
    *,
    seed: int = 0,
    broken: Optional[str] = None,
    today: Optional[Day] = None,
) -> Iterator[bytes]:
    """Payloads of a contract, compact texts of one line: so many, or without an end. A seed gives the same ones again.

    Their values fit together, and nothing is found in them on this day, not even a warning. With a code as `broken`, or
    `"any"`, each has a finding of that code, or of some code, and no other error. People and keys are made up, with
    right check digits: for tests, never for a bank. `klavi.strategies` makes strategies of Hypothesis of them.

    Raises `ValueError` where a contract, code or day does not exist, or where the contract cannot have the code.
    """
    generator = iter(_engine.Generator(_name(contract), broken, today, seed))
    return generator if count is None else itertools.islice(generator, count)
