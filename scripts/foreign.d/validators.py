"""Validators of Python: one line of JSON for each, with how many documents it judges otherwise."""

import json
import sys
from pathlib import Path

import fastjsonschema
import jsonschema
import jsonschema_rs
from openapi_schema_validator import OAS30Validator, OAS31Validator

published, file = Path(sys.argv[1]), Path(sys.argv[2])
documents = [json.loads(line) for line in file.read_text("utf-8").rstrip("\n").split("\n")]
for document in documents:
    document["value"] = json.loads(document["text"])
contracts = sorted({document["contract"] for document in documents})


def judge(engine, form, compiled_by):
    told = {"engine": engine, "form": form, "compared": 0, "disagree": 0, "note": ""}
    try:
        schemas = {name: json.loads((published / f"schemas/{form}/{name}.schema.json").read_text("utf-8")) for name in contracts}
        compiled = {name: compiled_by(schema) for name, schema in schemas.items()}
        for document in documents:
            told["compared"] += 1
            if compiled[document["contract"]](document["value"]) != document["valid"]:
                told["disagree"] += 1
                told["note"] = told["note"] or f"{document['contract']}: {document['text'][:200]}"
    except Exception as error:  # Whatever a tool throws is the result.
        told.update(compared=0, note=str(error).splitlines()[0])
    print(json.dumps(told), flush=True)


def fast(schema):
    check = fastjsonschema.compile(schema)

    def is_valid(value):
        try:
            check(value)
        except fastjsonschema.JsonSchemaValueException:
            return False
        return True

    return is_valid


for form, validator in (("2020-12/full", jsonschema.Draft202012Validator), ("draft-07/full", jsonschema.Draft7Validator)):
    judge("jsonschema (Python)", form, lambda schema, validator=validator: validator(schema).is_valid)
    judge("jsonschema-rs (PyPI)", form, lambda schema: jsonschema_rs.validator_for(schema).is_valid)
judge("fastjsonschema", "draft-07/full", fast)
for version, validator in (("3.0", OAS30Validator), ("3.1", OAS31Validator)):
    for flavour in ("full", "plain"):
        judge("openapi-schema-validator", f"openapi-{version}/{flavour}", lambda schema, validator=validator: validator(schema).is_valid)
