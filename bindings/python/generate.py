"""Writes what the package knows of each contract: `python generate.py VALIDATE FOLDER`.

The types come from the published schemas (`--flavour types`) and are made by datamodel-code-generator.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from datamodel_code_generator import DataModelType, Formatter, InputFileType, PythonVersion, generate


def pascal(name: str) -> str:
    return "".join(part.capitalize() for part in re.split("[.-]", name))


def main(validate: str, folder: Path) -> None:
    def ask(*arguments: str) -> dict:
        return json.loads(subprocess.run([validate, *arguments], check=True, capture_output=True).stdout)

    folder.mkdir(parents=True, exist_ok=True)
    names = [contract["name"] for contract in ask("--list", "schemas", "-o", "json")]
    lines = ['"""The contracts as typed dictionaries, made from the published schemas."""', ""]
    for name in names:
        module = re.sub("[.-]", "_", name)
        schema = ask("--print-schema", name, "--flavour", "types")
        generate(
            json.dumps({**schema, "title": pascal(name)}),
            input_file_type=InputFileType.JsonSchema,
            output=folder / f"{module}.py",
            output_model_type=DataModelType.TypingTypedDict,
            target_python_version=PythonVersion.PY_310,
            class_name=pascal(name),
            use_schema_description=True,
            use_field_description=True,
            disable_timestamp=True,
            formatters=[Formatter.BUILTIN],
        )
        types = (folder / f"{module}.py").read_text("utf-8")
        # A list is a class of its own, because a name for another type could not say how it is checked.
        alias = re.compile(r'^(\w+): TypeAlias = list\[(\w+)\]\n("""\n.*?\n""")', re.MULTILINE | re.DOTALL)
        types = alias.sub(r"class \1(List[\2]):\n    \3", types)
        types = types.replace("import TypeAlias", "import List") if "(List[" in types else types
        assert "TypeAlias" not in types, f"{name}: a part of the schema is no type that Python 3.9 can say"
        types = types.replace("from typing_extensions import NotRequired", "from .._typing import NotRequired")
        (folder / f"{module}.py").write_text(types, "utf-8")
        # What stands on its own in FastAPI's document: a form without references.
        alone = ask("--print-schema", name, "--flavour", "types", "--draft", "openapi-3.1")
        (folder / f"{name}.schema.json").write_text(json.dumps(alone, ensure_ascii=False), "utf-8")
        lines.append(f"from .{module} import {pascal(name)}")
    lines += ["from .._pydantic import adopt", "", "#: The types of the contracts, by name.", "CONTRACTS = {"]
    lines += [f'    "{name}": {pascal(name)},' for name in names]
    lines += ["}", "", "for name, contract in CONTRACTS.items():", "    adopt(contract, name)", ""]
    lines += ["__all__ = [", *[f'    "{pascal(name)}",' for name in names], "]", ""]
    (folder / "__init__.py").write_text("\n".join(lines), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
