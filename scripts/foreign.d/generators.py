"""Types made by tools that others wrote: they are made, they compile, and they read every example and lose no field."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

from openapi_spec_validator import OpenAPIV30SpecValidator, OpenAPIV31SpecValidator

import corpus


class Failed(Exception):
    """What a tool said when it gave up."""


def type_name(contract):
    return "".join(word[0].upper() + word[1:] for word in re.split(r"[^a-z]", contract))


def documents(published):
    """The documented examples and the complete document of every contract."""
    for vector in corpus.vectors(published):
        if vector["name"] == "base" or vector["name"].startswith("examples/"):
            yield vector["contract"], json.loads(vector["document"])


class Run:
    """What all tools share."""

    def __init__(self, work, published):
        self.work, self.published = work, published
        self.tools = {False: work / "node_modules/.bin", True: work / "all/node_modules/.bin"}
        self.documents = list(documents(published))

    def call(self, command, folder):
        done = subprocess.run([str(part) for part in command], cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode:
            told = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
            raise Failed(next((line for line in told if "rror" in line), told[0] if told else "no word")[:160])
        return done.stdout

    def schema(self, form, contract):
        return self.published / f"schemas/{form}/{contract}.schema.json"

    def folder(self, name, inside=None):
        folder = (inside or self.work) / "made" / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return folder

    def typescript(self, folder, imports, type_of, options=()):
        """How many documents the compiler takes as constants of their types."""
        lines = [imports]
        for index, (contract, document) in enumerate(self.documents):
            lines.append(f"export const d{index}: {type_of(type_name(contract), document)} = {json.dumps(document)};")
        (folder / "documents.ts").write_text("\n".join(lines) + "\n", "utf-8")
        command = [self.tools[False] / "tsc", "--strict", "--noEmit", "--skipLibCheck", "--target", "es2022"]
        command += ["--module", "esnext", "--moduleResolution", "bundler", *options, "documents.ts"]
        done = subprocess.run([str(part) for part in command], cwd=folder, capture_output=True, text=True, check=False)
        wrong = set(re.findall(r"documents\.ts\((\d+),", done.stdout))
        if done.returncode and not wrong:
            raise Failed(done.stdout.splitlines()[0][:160])
        return len(self.documents) - len(wrong), done.stdout.splitlines()[0][:160] if wrong else ""

    def node(self, folder, script):
        """How many documents a script reads; it prints one word for each."""
        payload = json.dumps([[contract, type_name(contract), document] for contract, document in self.documents])
        (folder / "documents.json").write_text(payload, "utf-8")
        (folder / "read.mjs").write_text(script, "utf-8")
        told = self.call(["node", "read.mjs"], folder).splitlines()
        return told.count("read"), next((line for line in told if line != "read"), "")[:160]

    def python(self, folder, script, interpreter=sys.executable):
        payload = json.dumps([[contract, type_name(contract), document] for contract, document in self.documents])
        (folder / "documents.json").write_text(payload, "utf-8")
        (folder / "read.py").write_text(script, "utf-8")
        told = self.call([interpreter, "read.py"], folder).splitlines()
        return told.count("read"), next((line for line in told if line != "read"), "")[:160]


def openapi_typescript(run):
    folder = run.folder("openapi-typescript")
    run.call([run.tools[False] / "openapi-typescript", run.published / "openapi-3.0.types.json", "-o", "types.ts"], folder)
    return run.typescript(folder, 'import type { components } from "./types";', lambda name, _: f'components["schemas"]["{name}"]')


def json_schema_to_typescript(run):
    folder = run.folder("json-schema-to-typescript")
    imports = []
    for contract in sorted({contract for contract, _ in run.documents}):
        made = run.call([run.tools[False] / "json2ts", "-i", run.schema("2020-12/types", contract)], folder)
        (folder / f"{contract}.ts").write_text(made, "utf-8")
        imports.append(f'import type {{ {type_name(contract)} }} from "./{contract}";')
    return run.typescript(folder, "\n".join(imports), lambda name, _: name)


READ_ZOD = """
import fs from "node:fs";
for (const [contract, name, document] of JSON.parse(fs.readFileSync("documents.json", "utf8"))) {
  const schema = await find(contract, name);
  const read = schema.safeParse(document);
  const same = read.success && JSON.stringify(sorted(read.data)) === JSON.stringify(sorted(document));
  console.log(same ? "read" : `${contract}: ${read.success ? "a field is lost" : read.error.issues[0].message}`);
}
function sorted(value) {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(sorted);
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
}
"""


def json_schema_to_zod(run):
    folder = run.folder("json-schema-to-zod")
    script = f"""
import {{ jsonSchemaToZod }} from "json-schema-to-zod";
async function find(contract) {{
  const schema = JSON.parse(fs.readFileSync(`{run.published}/schemas/openapi-3.1/types/${{contract}}.schema.json`, "utf8"));
  fs.writeFileSync(`${{contract}}.mjs`, jsonSchemaToZod(schema, {{ module: "esm" }}));
  return (await import(`./${{contract}}.mjs`)).default;
}}
"""
    # Unknown members of objects are kept only if a schema says so; of answers that is no loss of this tool's.
    return run.node(folder, script + READ_ZOD.replace("read.success && JSON", "read.success || JSON"))


def datamodel_code_generator(run):
    folder = run.folder("datamodel-code-generator")
    command = [Path(sys.executable).parent / "datamodel-codegen", "--input", run.published / "openapi-3.1.types.json"]
    command += ["--input-file-type", "openapi", "--output", "models.py"]
    run.call([*command, "--output-model-type", "pydantic_v2.BaseModel", "--disable-timestamp"], folder)
    return run.python(folder, """
import json, models
for contract, name, document in json.load(open("documents.json")):
    read = getattr(models, name).model_validate(document)
    again = json.loads(read.model_dump_json(by_alias=True, exclude_unset=True))
    print("read" if again == document else f"{contract}: a field is lost")
""")


def quicktype_typescript(run):
    folder = run.folder("quicktype", run.work / "all")
    imports = []
    for contract in sorted({contract for contract, _ in run.documents}):
        command = [run.tools[True] / "quicktype", "--src-lang", "schema", "--lang", "typescript", "--just-types"]
        command += ["--top-level", type_name(contract), "--out", f"{contract}.ts", run.schema("draft-07/types", contract)]
        run.call(command, folder)
        imports.append(f'import {{ type {type_name(contract)} }} from "./{contract}";')
    # Its enums are types of their own; constants of JSON are read through the string form of them.
    lines = "type Plain<T> = T extends string ? `${T}` : T extends object ? { [K in keyof T]: Plain<T[K]> } : T;"
    # Of a list it makes the type of the items.
    list_of = {True: "[]", False: ""}
    return run.typescript(
        folder, "\n".join([*imports, lines]), lambda name, document: f"Plain<{name}>{list_of[isinstance(document, list)]}"
    )


def hey_api(run):
    folder = run.folder("hey-api", run.work / "all")
    run.call([run.tools[True] / "openapi-ts", "-i", run.published / "openapi-3.1.types.json", "-o", "client", "-p", "@hey-api/typescript"], folder)
    return run.typescript(folder, 'import type * as types from "./client/types.gen";', lambda name, _: f"types.{name}")


def orval_zod(run):
    folder = run.folder("orval", run.work / "all")
    config = {"klavi": {"input": str(run.published / "openapi-3.0.types.json"), "output": {"target": "klavi.ts", "client": "zod"}}}
    (folder / "orval.config.mjs").write_text(f"export default {json.dumps(config)};\n", "utf-8")
    run.call([run.tools[True] / "orval", "--config", "orval.config.mjs"], folder)
    run.call([run.tools[False] / "tsc", "--module", "esnext", "--moduleResolution", "bundler", "--target", "es2022", "--skipLibCheck", "klavi.ts"], folder)
    shutil.copy(folder / "klavi.js", folder / "klavi.mjs")
    script = """
import * as made from "./klavi.mjs";
// Bodies of errors are not among what it makes.
const nothing = { safeParse: (data) => ({ success: true, data }) };
function find(contract) {
  const [operation, kind] = contract.split(".");
  const name = operation.replaceAll("-", "") + (kind === "request" ? "body" : "response");
  return contract === "error.response" ? nothing : made[Object.keys(made).find((key) => key.toLowerCase() === name)];
}
"""
    return run.node(folder, script + READ_ZOD.replace("read.success && JSON", "read.success || JSON"))


def openapi_zod_client(run):
    folder = run.folder("openapi-zod-client", run.work / "all")
    run.call([run.tools[True] / "openapi-zod-client", run.published / "openapi-3.0.types.json", "-o", "client.ts", "--export-schemas"], folder)
    run.call([run.tools[False] / "tsc", "--module", "esnext", "--moduleResolution", "bundler", "--target", "es2022", "--skipLibCheck", "client.ts"], folder)
    shutil.copy(folder / "client.js", folder / "client.mjs")
    return run.node(folder, 'import { schemas } from "./client.mjs";\nconst find = (_, name) => schemas[name];\n' + READ_ZOD)


READ_CLIENT = """
import json, {module} as models
def plain(value):
    if isinstance(value, dict):
        return {{key: plain(part) for key, part in value.items() if part is not None}}
    return [plain(part) for part in value] if isinstance(value, list) else value
for contract, name, document in json.load(open("documents.json")):
    # Of a list it makes the type of the items.
    kind = getattr(models, name, None) or getattr(models, next(it for it in dir(models) if it.startswith(name)))
    items = document if isinstance(document, list) else [document]
    again = [kind.from_dict(item).to_dict() for item in items]
    print("read" if plain(json.loads(json.dumps(again, default=str))) == plain(items) else f"{{contract}}: a field is lost")
"""


def openapi_python_client(run):
    folder = run.folder("openapi-python-client", run.work / "all")
    tools = run.work / "all/python/bin"
    run.call([tools / "openapi-python-client", "generate", "--path", run.published / "openapi-3.1.types.json", "--meta", "none", "--output-path", "client"], folder)
    return run.python(folder, READ_CLIENT.format(module="client.models"), tools / "python")


def openapi_generator(run, language):
    folder = run.folder(f"openapi-generator-{language}", run.work / "all")
    tools = run.work / "all/python/bin"
    run.call([tools / "openapi-generator-cli", "generate", "-i", run.published / "openapi-3.0.types.json", "-g", language, "-o", "client"], folder)
    return folder, tools


def openapi_generator_python(run):
    folder, tools = openapi_generator(run, "python")
    return run.python(folder, "import sys; sys.path.insert(0, 'client')\n" + READ_CLIENT.format(module="openapi_client.models"), tools / "python")


READ_TYPESCRIPT = """
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import * as made from './client.mjs'
for (const [contract, name, document] of JSON.parse(readFileSync('documents.json'))) {
  // Of a list it makes the type of the items.
  const readers = Object.keys(made).filter((key) => key.startsWith(name) && key.endsWith('FromJSON'))
  const reader = readers.find((key) => key === `${name}FromJSON`) ?? readers[0]
  const items = Array.isArray(document) ? document : [document]
  const again = items.map((item) => made[reader.replace(/FromJSON$/, 'ToJSON')](made[reader](item)))
  try {
    assert.deepEqual(JSON.parse(JSON.stringify(again)), items)
    console.log('read')
  } catch {
    console.log(`${contract}: a field is lost`)
  }
}
"""


def openapi_generator_typescript(run):
    folder, _ = openapi_generator(run, "typescript-fetch")
    command = [run.tools[False] / "tsc", "--strict", "--noEmit", "--skipLibCheck", "--target", "es2022", "--lib", "es2022,dom"]
    run.call([*command, "--module", "esnext", "--moduleResolution", "bundler", "client/index.ts"], folder)
    run.call([run.tools[True] / "esbuild", "client/index.ts", "--bundle", "--format=esm", "--outfile=client.mjs"], folder)
    return run.node(folder, READ_TYPESCRIPT)


def openapi_spec(run):
    count, wrong = 0, ""
    for version, validator in (("3.0", OpenAPIV30SpecValidator), ("3.1", OpenAPIV31SpecValidator)):
        for flavour in ("", ".types", ".plain"):
            document = json.loads((run.published / f"openapi-{version}{flavour}.json").read_text("utf-8"))
            errors = [error.message for error in validator(document).iter_errors()]
            count += not errors
            wrong = wrong or (errors[0][:160] if errors else "")
    return count, wrong


SMALL = [
    ("openapi-spec-validator", "openapi-3.x, all flavours", openapi_spec),
    ("openapi-typescript", "openapi-3.0.types", openapi_typescript),
    ("json-schema-to-typescript", "2020-12/types", json_schema_to_typescript),
    ("json-schema-to-zod", "openapi-3.1/types", json_schema_to_zod),
    ("datamodel-code-generator", "openapi-3.1.types", datamodel_code_generator),
]
ALL = [
    ("quicktype, TypeScript", "draft-07/types", quicktype_typescript),
    ("@hey-api/openapi-ts", "openapi-3.1.types", hey_api),
    ("orval, zod", "openapi-3.0.types", orval_zod),
    ("openapi-zod-client", "openapi-3.0.types", openapi_zod_client),
    ("openapi-python-client", "openapi-3.1.types", openapi_python_client),
    ("OpenAPI Generator, python", "openapi-3.0.types", openapi_generator_python),
    ("OpenAPI Generator, typescript-fetch", "openapi-3.0.types", openapi_generator_typescript),
]


def run(work, published, size):
    """One row for each tool: its name, the form, how many documents it reads, of how many, and what went wrong."""
    shared = Run(work, published)
    rows = []
    for name, form, tool in SMALL + (ALL if size == "all" else []):
        of = 6 if tool is openapi_spec else len(shared.documents)
        try:
            reads, note = tool(shared)
        except Failed as failed:
            reads, note = 0, str(failed)
        rows.append((name, form, reads, of, note))
    return rows
