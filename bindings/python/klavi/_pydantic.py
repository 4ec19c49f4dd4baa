"""The contracts as types of pydantic 2, and so of FastAPI: a field of such a type is checked by the engine.

Nothing here is imported before pydantic asks for it.
"""

from __future__ import annotations

import json
from importlib import resources
from typing import Any, Callable, List, Tuple, Union

from . import _engine

Path = Tuple[Union[int, str], ...]


def path(pointer: str, value: Any) -> Path:
    """The members of a value that a JSON Pointer leads through; in a list they are numbers."""
    members: List[Union[int, str]] = []
    for segment in pointer.split("/")[1:]:
        name = segment.replace("~1", "/").replace("~0", "~")
        member: Union[int, str] = int(name) if isinstance(value, (list, tuple)) and name.isdigit() else name
        members.append(member)
        try:
            value = value[member]
        except (KeyError, IndexError, TypeError):
            value = None
    return tuple(members)


def line_error(finding: _engine.Finding, value: Any) -> Any:
    """A finding as an error of pydantic, without the value."""
    from pydantic_core import InitErrorDetails, PydanticCustomError

    context = {
        "message": finding.message,
        "pointer": finding.pointer,
        "help": finding.help,
        "because": [cause.pointer for cause in finding.because],
    }
    error = PydanticCustomError(finding.code, "{message}", context)  # type: ignore[arg-type]
    return InitErrorDetails(type=error, loc=path(finding.pointer, value), input=None)


def validator(contract: str) -> Callable[[Any], Any]:
    """Gives a value that has no error back, and raises every error otherwise."""

    def validate(value: Any) -> Any:
        from pydantic_core import PydanticCustomError, ValidationError

        try:
            # A text is a value here like any other, and no document.
            document = json.dumps(value)
        except (TypeError, ValueError):
            raise PydanticCustomError("json", "the value cannot be written as JSON") from None
        report = _engine.check(contract, document)
        if report.valid:
            return value
        errors = [line_error(finding, value) for finding in report.findings if finding.severity == "error"]
        raise ValidationError.from_exception_data(contract, errors, hide_input=True)

    return validate


def core_schema(cls: Any, source: Any, handler: Any) -> Any:
    """What pydantic asks of a type: how it is validated."""
    from pydantic_core import core_schema

    return core_schema.no_info_plain_validator_function(validator(cls.__klavi_contract__))


def json_schema(cls: Any, schema: Any, handler: Any) -> Any:
    """What pydantic asks of a type: how it is described."""
    file = resources.files("klavi") / "contracts" / f"{cls.__klavi_contract__}.schema.json"
    return json.loads(file.read_text("utf-8"))


def adopt(cls: Any, contract: str) -> None:
    """Makes a typed dictionary the type of a contract."""
    cls.__klavi_contract__ = contract
    cls.__get_pydantic_core_schema__ = classmethod(core_schema)
    cls.__get_pydantic_json_schema__ = classmethod(json_schema)
