// Validators of JavaScript: one line of JSON for each, with how many documents it judges otherwise.
import fs from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";
import Ajv from "ajv";
import { Validator } from "@cfworker/json-schema";
import { validator as schemasafe } from "@exodus/schemasafe";
import { registerSchema, validate } from "@hyperjump/json-schema/draft-2020-12";
import { validate as validate7 } from "@hyperjump/json-schema/draft-07";

const [published, file] = process.argv.slice(2);
const documents = fs.readFileSync(file, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
for (const document of documents) document.value = JSON.parse(document.text);
const contracts = [...new Set(documents.map((document) => document.contract))];
const read = (form, name) => JSON.parse(fs.readFileSync(`${published}/schemas/${form}/${name}.schema.json`, "utf8"));

async function judge(engine, form, compile) {
  const told = { engine, form, compared: 0, disagree: 0, note: "" };
  try {
    const compiled = {};
    for (const name of contracts) compiled[name] = await compile(read(form, name));
    for (const { contract, value, valid, text } of documents) {
      told.compared += 1;
      if (compiled[contract](value) !== valid) {
        told.disagree += 1;
        told.note ||= `${contract}: ${text.slice(0, 200)}`;
      }
    }
  } catch (error) {
    told.note = String(error.message).split("\n")[0];
    told.compared = 0;
  }
  console.log(JSON.stringify(told));
}

// What a strict mode only logs is as wrong as what it throws.
const refuse = (message) => { throw new Error(message); };
const logger = { log: refuse, warn: refuse, error: refuse };
const forms = [["2020-12", Ajv2020], ["draft-07", Ajv]];
for (const [draft, Class] of forms) {
  await judge("ajv", `${draft}/plain`, (schema) => new Class({ logger }).compile(schema));
  await judge("ajv, strict: true", `${draft}/plain`, (schema) => new Class({ strict: true, allErrors: true, logger }).compile(schema));
  await judge("ajv, strict: false", `${draft}/full`, (schema) => new Class({ strict: false, logger }).compile(schema));
  await judge("@cfworker/json-schema", `${draft}/full`, (schema) => {
    const validator = new Validator(schema, draft === "draft-07" ? "7" : draft);
    return (value) => validator.validate(value).valid;
  });
  await judge("@exodus/schemasafe, lax", `${draft}/full`, (schema) => schemasafe(schema, { mode: "lax" }));
  await judge("@exodus/schemasafe", `${draft}/plain`, (schema) => schemasafe(schema));
  await judge("@hyperjump/json-schema", `${draft}/full`, async (schema) => {
    registerSchema(schema, schema.$id);
    const check = await (draft === "draft-07" ? validate7 : validate)(schema.$id);
    return (value) => check(value).valid;
  });
}
