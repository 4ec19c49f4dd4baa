//! Made from the official suite by the test beside it.

use super::Group;
use klavi_core::Validate as _;
use klavi_derive::Validate;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {}, "bar": {}}, "patternProperties": {"^v": {}}, "additionalProperties": false}"#, crate = "::klavi_core")]
struct S0;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "patternProperties": {"^á": {}}, "additionalProperties": false}"#, crate = "::klavi_core")]
struct S1;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {}, "bar": {}}, "additionalProperties": {"type": "boolean"}}"#, crate = "::klavi_core")]
struct S2;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "additionalProperties": {"type": "boolean"}}"#, crate = "::klavi_core")]
struct S3;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {}, "bar": {}}}"#, crate = "::klavi_core")]
struct S4;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{"properties": {"foo": {}}}], "additionalProperties": {"type": "boolean"}}"#, crate = "::klavi_core")]
struct S5;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "additionalProperties": {"type": "null"}}"#, crate = "::klavi_core")]
struct S6;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "propertyNames": {"maxLength": 5}, "additionalProperties": {"type": "number"}}"#, crate = "::klavi_core")]
struct S7;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo2": {}}, "dependentSchemas": {"foo": {}, "foo2": {"properties": {"bar": {}}}}, "additionalProperties": false}"#, crate = "::klavi_core")]
struct S8;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{"properties": {"bar": {"type": "integer"}}, "required": ["bar"]}, {"properties": {"foo": {"type": "string"}}, "required": ["foo"]}]}"#, crate = "::klavi_core")]
struct S9;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"bar": {"type": "integer"}}, "required": ["bar"], "allOf": [{"properties": {"foo": {"type": "string"}}, "required": ["foo"]}, {"properties": {"baz": {"type": "null"}}, "required": ["baz"]}]}"#, crate = "::klavi_core")]
struct S10;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{"maximum": 30}, {"minimum": 20}]}"#, crate = "::klavi_core")]
struct S11;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [true, true]}"#, crate = "::klavi_core")]
struct S12;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [true, false]}"#, crate = "::klavi_core")]
struct S13;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [false, false]}"#, crate = "::klavi_core")]
struct S14;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{}]}"#, crate = "::klavi_core")]
struct S15;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{}, {}]}"#, crate = "::klavi_core")]
struct S16;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{}, {"type": "number"}]}"#, crate = "::klavi_core")]
struct S17;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{"type": "number"}, {}]}"#, crate = "::klavi_core")]
struct S18;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{"allOf": [{"type": "null"}]}]}"#, crate = "::klavi_core")]
struct S19;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{"multipleOf": 2}], "anyOf": [{"multipleOf": 3}], "oneOf": [{"multipleOf": 5}]}"#, crate = "::klavi_core")]
struct S20;

#[derive(Validate)]
#[klavi(schema = r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$ref": "#foo", "$defs": {"A": {"$anchor": "foo", "type": "integer"}}}"##, crate = "::klavi_core")]
struct S21;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "anyOf": [{"type": "integer"}, {"minimum": 2}]}"#, crate = "::klavi_core")]
struct S25;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "string", "anyOf": [{"maxLength": 2}, {"minLength": 4}]}"#, crate = "::klavi_core")]
struct S26;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "anyOf": [true, true]}"#, crate = "::klavi_core")]
struct S27;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "anyOf": [true, false]}"#, crate = "::klavi_core")]
struct S28;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "anyOf": [false, false]}"#, crate = "::klavi_core")]
struct S29;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "anyOf": [{"properties": {"bar": {"type": "integer"}}, "required": ["bar"]}, {"properties": {"foo": {"type": "string"}}, "required": ["foo"]}]}"#, crate = "::klavi_core")]
struct S30;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "anyOf": [{"type": "number"}, {}]}"#, crate = "::klavi_core")]
struct S31;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "anyOf": [{"anyOf": [{"type": "null"}]}]}"#, crate = "::klavi_core")]
struct S32;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "const": 2}"#, crate = "::klavi_core")]
struct S35;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "const": {"foo": "bar", "baz": "bax"}}"#, crate = "::klavi_core")]
struct S36;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "const": [{"foo": "bar"}]}"#, crate = "::klavi_core")]
struct S37;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "const": null}"#, crate = "::klavi_core")]
struct S38;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "const": false}"#, crate = "::klavi_core")]
struct S39;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "const": true}"#, crate = "::klavi_core")]
struct S40;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "const": [false]}"#, crate = "::klavi_core")]
struct S41;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "const": [true]}"#, crate = "::klavi_core")]
struct S42;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "const": {"a": false}}"#, crate = "::klavi_core")]
struct S43;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "const": {"a": true}}"#, crate = "::klavi_core")]
struct S44;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "const": 0}"#, crate = "::klavi_core")]
struct S45;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "const": 1}"#, crate = "::klavi_core")]
struct S46;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "const": -2.0}"#, crate = "::klavi_core")]
struct S47;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "const": 9007199254740992}"#, crate = "::klavi_core")]
struct S48;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "const": "hello\u0000there"}"#, crate = "::klavi_core")]
struct S49;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "const": "μ", "$comment": "U+03BC"}"#, crate = "::klavi_core")]
struct S50;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "const": "ä", "$comment": "U+00E4"}"#, crate = "::klavi_core")]
struct S51;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "contains": {"minimum": 5}}"#, crate = "::klavi_core")]
struct S52;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "contains": {"const": 5}}"#, crate = "::klavi_core")]
struct S53;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "contains": true}"#, crate = "::klavi_core")]
struct S54;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "contains": false}"#, crate = "::klavi_core")]
struct S55;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "items": {"multipleOf": 2}, "contains": {"multipleOf": 3}}"#, crate = "::klavi_core")]
struct S56;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "contains": {"if": false, "else": true}}"#, crate = "::klavi_core")]
struct S57;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "contains": {"type": "null"}}"#, crate = "::klavi_core")]
struct S58;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "contentMediaType": "application/json"}"#, crate = "::klavi_core")]
struct S59;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "contentEncoding": "base64"}"#, crate = "::klavi_core")]
struct S60;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "contentMediaType": "application/json", "contentEncoding": "base64"}"#, crate = "::klavi_core")]
struct S61;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "contentMediaType": "application/json", "contentEncoding": "base64", "contentSchema": {"type": "object", "required": ["foo"], "properties": {"foo": {"type": "string"}}}}"#, crate = "::klavi_core")]
struct S62;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"type": "integer", "default": []}}}"#, crate = "::klavi_core")]
struct S63;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"bar": {"type": "string", "minLength": 4, "default": "bad"}}}"#, crate = "::klavi_core")]
struct S64;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "properties": {"alpha": {"type": "number", "maximum": 3, "default": 5}}}"#, crate = "::klavi_core")]
struct S65;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "dependentRequired": {"bar": ["foo"]}}"#, crate = "::klavi_core")]
struct S67;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "dependentRequired": {"bar": []}}"#, crate = "::klavi_core")]
struct S68;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "dependentRequired": {"quux": ["foo", "bar"]}}"#, crate = "::klavi_core")]
struct S69;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "dependentRequired": {"foo\u000abar": ["foo\u000dbar"], "foo\"bar": ["foo'bar"]}}"#, crate = "::klavi_core")]
struct S70;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "dependentSchemas": {"bar": {"properties": {"foo": {"type": "integer"}, "bar": {"type": "integer"}}}}}"#, crate = "::klavi_core")]
struct S71;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "dependentSchemas": {"foo": true, "bar": false}}"#, crate = "::klavi_core")]
struct S72;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "dependentSchemas": {"foo\u0009bar": {"minProperties": 4}, "foo'bar": {"required": ["foo\"bar"]}}}"#, crate = "::klavi_core")]
struct S73;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {}}, "dependentSchemas": {"foo": {"properties": {"bar": {}}, "additionalProperties": false}}}"#, crate = "::klavi_core")]
struct S74;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "enum": [1, 2, 3]}"#, crate = "::klavi_core")]
struct S96;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "enum": [6, "foo", [], true, {"foo": 12}]}"#, crate = "::klavi_core")]
struct S97;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "enum": [6, null]}"#, crate = "::klavi_core")]
struct S98;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "properties": {"foo": {"enum": ["foo"]}, "bar": {"enum": ["bar"]}}, "required": ["bar"]}"#, crate = "::klavi_core")]
struct S99;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "enum": ["foo\u000abar", "foo\u000dbar"]}"#, crate = "::klavi_core")]
struct S100;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "enum": [false]}"#, crate = "::klavi_core")]
struct S101;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "enum": [[false]]}"#, crate = "::klavi_core")]
struct S102;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "enum": [true]}"#, crate = "::klavi_core")]
struct S103;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "enum": [[true]]}"#, crate = "::klavi_core")]
struct S104;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "enum": [0]}"#, crate = "::klavi_core")]
struct S105;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "enum": [[0]]}"#, crate = "::klavi_core")]
struct S106;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "enum": [1]}"#, crate = "::klavi_core")]
struct S107;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "enum": [[1]]}"#, crate = "::klavi_core")]
struct S108;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "enum": ["hello\u0000there"]}"#, crate = "::klavi_core")]
struct S109;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "enum": []}"#, crate = "::klavi_core")]
struct S110;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "exclusiveMaximum": 3.0}"#, crate = "::klavi_core")]
struct S111;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "exclusiveMinimum": 1.1}"#, crate = "::klavi_core")]
struct S112;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "format": "email"}"#, crate = "::klavi_core")]
struct S113;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "format": "idn-email"}"#, crate = "::klavi_core")]
struct S114;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "format": "regex"}"#, crate = "::klavi_core")]
struct S115;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "format": "ipv4"}"#, crate = "::klavi_core")]
struct S116;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "format": "ipv6"}"#, crate = "::klavi_core")]
struct S117;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "format": "idn-hostname"}"#, crate = "::klavi_core")]
struct S118;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "format": "hostname"}"#, crate = "::klavi_core")]
struct S119;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "format": "date"}"#, crate = "::klavi_core")]
struct S120;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "format": "date-time"}"#, crate = "::klavi_core")]
struct S121;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "format": "time"}"#, crate = "::klavi_core")]
struct S122;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "format": "json-pointer"}"#, crate = "::klavi_core")]
struct S123;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "format": "relative-json-pointer"}"#, crate = "::klavi_core")]
struct S124;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "format": "iri"}"#, crate = "::klavi_core")]
struct S125;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "format": "iri-reference"}"#, crate = "::klavi_core")]
struct S126;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "format": "uri"}"#, crate = "::klavi_core")]
struct S127;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "format": "uri-reference"}"#, crate = "::klavi_core")]
struct S128;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "format": "uri-template"}"#, crate = "::klavi_core")]
struct S129;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "format": "uuid"}"#, crate = "::klavi_core")]
struct S130;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "format": "duration"}"#, crate = "::klavi_core")]
struct S131;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "if": {"const": 0}}"#, crate = "::klavi_core")]
struct S132;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "then": {"const": 0}}"#, crate = "::klavi_core")]
struct S133;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "else": {"const": 0}}"#, crate = "::klavi_core")]
struct S134;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "if": {"exclusiveMaximum": 0}, "then": {"minimum": -10}}"#, crate = "::klavi_core")]
struct S135;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "if": {"exclusiveMaximum": 0}, "else": {"multipleOf": 2}}"#, crate = "::klavi_core")]
struct S136;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "if": {"exclusiveMaximum": 0}, "then": {"minimum": -10}, "else": {"multipleOf": 2}}"#, crate = "::klavi_core")]
struct S137;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{"if": {"exclusiveMaximum": 0}}, {"then": {"minimum": -10}}, {"else": {"multipleOf": 2}}]}"#, crate = "::klavi_core")]
struct S138;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "if": true, "then": {"const": "then"}, "else": {"const": "else"}}"#, crate = "::klavi_core")]
struct S139;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "if": false, "then": {"const": "then"}, "else": {"const": "else"}}"#, crate = "::klavi_core")]
struct S140;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "then": {"const": "yes"}, "else": {"const": "other"}, "if": {"maxLength": 4}}"#, crate = "::klavi_core")]
struct S141;

#[derive(Validate)]
#[klavi(schema = r#"{"if": {"const": 1}, "then": false}"#, crate = "::klavi_core")]
struct S142;

#[derive(Validate)]
#[klavi(schema = r#"{"if": {"const": 1}, "else": false}"#, crate = "::klavi_core")]
struct S143;

#[derive(Validate)]
#[klavi(schema = r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": {"int": {"type": "integer"}}, "allOf": [{"properties": {"foo": {"$ref": "#/$defs/int"}}}, {"additionalProperties": {"$ref": "#/$defs/int"}}]}"##, crate = "::klavi_core")]
struct S144;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "items": {"type": "integer"}}"#, crate = "::klavi_core")]
struct S145;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "items": true}"#, crate = "::klavi_core")]
struct S146;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "items": false}"#, crate = "::klavi_core")]
struct S147;

#[derive(Validate)]
#[klavi(schema = r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": {"item": {"type": "array", "items": false, "prefixItems": [{"$ref": "#/$defs/sub-item"}, {"$ref": "#/$defs/sub-item"}]}, "sub-item": {"type": "object", "required": ["foo"]}}, "type": "array", "items": false, "prefixItems": [{"$ref": "#/$defs/item"}, {"$ref": "#/$defs/item"}, {"$ref": "#/$defs/item"}]}"##, crate = "::klavi_core")]
struct S148;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "array", "items": {"type": "array", "items": {"type": "array", "items": {"type": "array", "items": {"type": "number"}}}}}"#, crate = "::klavi_core")]
struct S149;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "prefixItems": [{}, {}, {}], "items": false}"#, crate = "::klavi_core")]
struct S150;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{"prefixItems": [{"minimum": 3}]}], "items": {"minimum": 5}}"#, crate = "::klavi_core")]
struct S151;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "prefixItems": [{"type": "string"}], "items": {"type": "integer"}}"#, crate = "::klavi_core")]
struct S152;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "prefixItems": [{}], "items": false}"#, crate = "::klavi_core")]
struct S153;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "items": {"type": "null"}}"#, crate = "::klavi_core")]
struct S154;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "maxContains": 1}"#, crate = "::klavi_core")]
struct S155;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "contains": {"const": 1}, "maxContains": 1}"#, crate = "::klavi_core")]
struct S156;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "contains": {"const": 1}, "maxContains": 1.0}"#, crate = "::klavi_core")]
struct S157;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "contains": {"const": 1}, "minContains": 1, "maxContains": 3}"#, crate = "::klavi_core")]
struct S158;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "contains": {"const": 1}, "minContains": 0, "maxContains": 0}"#, crate = "::klavi_core")]
struct S159;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "maxItems": 2}"#, crate = "::klavi_core")]
struct S160;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "maxItems": 2.0}"#, crate = "::klavi_core")]
struct S161;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "maxLength": 2}"#, crate = "::klavi_core")]
struct S162;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "maxLength": 2.0}"#, crate = "::klavi_core")]
struct S163;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "maxProperties": 2}"#, crate = "::klavi_core")]
struct S164;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "maxProperties": 2.0}"#, crate = "::klavi_core")]
struct S165;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "maxProperties": 0}"#, crate = "::klavi_core")]
struct S166;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "maximum": 3.0}"#, crate = "::klavi_core")]
struct S167;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "maximum": 300}"#, crate = "::klavi_core")]
struct S168;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "minContains": 1}"#, crate = "::klavi_core")]
struct S169;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "contains": {"const": 1}, "minContains": 1}"#, crate = "::klavi_core")]
struct S170;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "contains": {"const": 1}, "minContains": 2}"#, crate = "::klavi_core")]
struct S171;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "contains": {"const": 1}, "minContains": 2.0}"#, crate = "::klavi_core")]
struct S172;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "contains": {"const": 1}, "maxContains": 2, "minContains": 2}"#, crate = "::klavi_core")]
struct S173;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "contains": {"const": 1}, "maxContains": 1, "minContains": 3}"#, crate = "::klavi_core")]
struct S174;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "contains": {"const": 1}, "minContains": 0}"#, crate = "::klavi_core")]
struct S175;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "contains": {"const": 1}, "minContains": 0, "maxContains": 1}"#, crate = "::klavi_core")]
struct S176;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "minItems": 1}"#, crate = "::klavi_core")]
struct S177;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "minItems": 1.0}"#, crate = "::klavi_core")]
struct S178;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "minLength": 2}"#, crate = "::klavi_core")]
struct S179;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "minLength": 2.0}"#, crate = "::klavi_core")]
struct S180;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "minProperties": 1}"#, crate = "::klavi_core")]
struct S181;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "minProperties": 1.0}"#, crate = "::klavi_core")]
struct S182;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "minimum": 1.1}"#, crate = "::klavi_core")]
struct S183;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "minimum": -2}"#, crate = "::klavi_core")]
struct S184;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "multipleOf": 2}"#, crate = "::klavi_core")]
struct S185;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "multipleOf": 1.5}"#, crate = "::klavi_core")]
struct S186;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "multipleOf": 0.0001}"#, crate = "::klavi_core")]
struct S187;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "integer", "multipleOf": 0.123456789}"#, crate = "::klavi_core")]
struct S188;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "integer", "multipleOf": 1e-8}"#, crate = "::klavi_core")]
struct S189;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "not": {"type": "integer"}}"#, crate = "::klavi_core")]
struct S190;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "not": {"type": ["integer", "boolean"]}}"#, crate = "::klavi_core")]
struct S191;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "not": {"type": "object", "properties": {"foo": {"type": "string"}}}}"#, crate = "::klavi_core")]
struct S192;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"not": {}}}}"#, crate = "::klavi_core")]
struct S193;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "not": {}}"#, crate = "::klavi_core")]
struct S194;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "not": true}"#, crate = "::klavi_core")]
struct S195;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "not": false}"#, crate = "::klavi_core")]
struct S196;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "not": {"not": {}}}"#, crate = "::klavi_core")]
struct S197;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "not": {"$comment": "this subschema must still produce annotations internally, even though the 'not' will ultimately discard them", "anyOf": [true, {"properties": {"foo": true}}], "unevaluatedProperties": false}}"#, crate = "::klavi_core")]
struct S198;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "oneOf": [{"type": "integer"}, {"minimum": 2}]}"#, crate = "::klavi_core")]
struct S199;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "string", "oneOf": [{"minLength": 2}, {"maxLength": 4}]}"#, crate = "::klavi_core")]
struct S200;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "oneOf": [true, true, true]}"#, crate = "::klavi_core")]
struct S201;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "oneOf": [true, false, false]}"#, crate = "::klavi_core")]
struct S202;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "oneOf": [true, true, false]}"#, crate = "::klavi_core")]
struct S203;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "oneOf": [false, false, false]}"#, crate = "::klavi_core")]
struct S204;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "oneOf": [{"properties": {"bar": {"type": "integer"}}, "required": ["bar"]}, {"properties": {"foo": {"type": "string"}}, "required": ["foo"]}]}"#, crate = "::klavi_core")]
struct S205;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "oneOf": [{"type": "number"}, {}]}"#, crate = "::klavi_core")]
struct S206;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "oneOf": [{"required": ["foo", "bar"]}, {"required": ["foo", "baz"]}]}"#, crate = "::klavi_core")]
struct S207;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "oneOf": [{"properties": {"bar": true, "baz": true}, "required": ["bar"]}, {"properties": {"foo": true}, "required": ["foo"]}]}"#, crate = "::klavi_core")]
struct S208;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "oneOf": [{"oneOf": [{"type": "null"}]}]}"#, crate = "::klavi_core")]
struct S209;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "pattern": "^a*$"}"#, crate = "::klavi_core")]
struct S210;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "pattern": "a+"}"#, crate = "::klavi_core")]
struct S211;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "patternProperties": {"f.*o": {"type": "integer"}}}"#, crate = "::klavi_core")]
struct S213;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "patternProperties": {"a*": {"type": "integer"}, "aaa*": {"maximum": 20}}}"#, crate = "::klavi_core")]
struct S214;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "patternProperties": {"[0-9]{2,}": {"type": "boolean"}, "X_": {"type": "string"}}}"#, crate = "::klavi_core")]
struct S215;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "patternProperties": {"f.*": true, "b.*": false}}"#, crate = "::klavi_core")]
struct S216;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "patternProperties": {"^.*bar$": {"type": "null"}}}"#, crate = "::klavi_core")]
struct S217;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "prefixItems": [{"type": "integer"}, {"type": "string"}]}"#, crate = "::klavi_core")]
struct S219;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "prefixItems": [true, false]}"#, crate = "::klavi_core")]
struct S220;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "prefixItems": [{"type": "integer"}]}"#, crate = "::klavi_core")]
struct S221;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "prefixItems": [{"type": "null"}]}"#, crate = "::klavi_core")]
struct S222;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"type": "integer"}, "bar": {"type": "string"}}}"#, crate = "::klavi_core")]
struct S223;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"type": "array", "maxItems": 3}, "bar": {"type": "array"}}, "patternProperties": {"f.o": {"minItems": 2}}, "additionalProperties": {"type": "integer"}}"#, crate = "::klavi_core")]
struct S224;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": true, "bar": false}}"#, crate = "::klavi_core")]
struct S225;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo\u000abar": {"type": "number"}, "foo\"bar": {"type": "number"}, "foo\\bar": {"type": "number"}, "foo\u000dbar": {"type": "number"}, "foo\u0009bar": {"type": "number"}, "foo\u000cbar": {"type": "number"}}}"#, crate = "::klavi_core")]
struct S226;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"type": "null"}}}"#, crate = "::klavi_core")]
struct S227;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"__proto__": {"type": "number"}, "toString": {"properties": {"length": {"type": "string"}}}, "constructor": {"type": "number"}}}"#, crate = "::klavi_core")]
struct S228;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "propertyNames": {"maxLength": 3}}"#, crate = "::klavi_core")]
struct S229;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "propertyNames": {"pattern": "^a+$"}}"#, crate = "::klavi_core")]
struct S230;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "propertyNames": true}"#, crate = "::klavi_core")]
struct S231;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "propertyNames": false}"#, crate = "::klavi_core")]
struct S232;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "propertyNames": {"const": "foo"}}"#, crate = "::klavi_core")]
struct S233;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "propertyNames": {"enum": ["foo", "bar"]}}"#, crate = "::klavi_core")]
struct S234;

#[derive(Validate)]
#[klavi(schema = r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"$ref": "#"}}, "additionalProperties": false}"##, crate = "::klavi_core")]
struct S235;

#[derive(Validate)]
#[klavi(schema = r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"type": "integer"}, "bar": {"$ref": "#/properties/foo"}}}"##, crate = "::klavi_core")]
struct S236;

#[derive(Validate)]
#[klavi(schema = r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "prefixItems": [{"type": "integer"}, {"$ref": "#/prefixItems/0"}]}"##, crate = "::klavi_core")]
struct S237;

#[derive(Validate)]
#[klavi(schema = r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": {"tilde~field": {"type": "integer"}, "slash/field": {"type": "integer"}, "percent%field": {"type": "integer"}}, "properties": {"tilde": {"$ref": "#/$defs/tilde~0field"}, "slash": {"$ref": "#/$defs/slash~1field"}, "percent": {"$ref": "#/$defs/percent%25field"}}}"##, crate = "::klavi_core")]
struct S238;

#[derive(Validate)]
#[klavi(schema = r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": {"a": {"type": "integer"}, "b": {"$ref": "#/$defs/a"}, "c": {"$ref": "#/$defs/b"}}, "$ref": "#/$defs/c"}"##, crate = "::klavi_core")]
struct S239;

#[derive(Validate)]
#[klavi(schema = r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": {"reffed": {"type": "array"}}, "properties": {"foo": {"$ref": "#/$defs/reffed", "maxItems": 2}}}"##, crate = "::klavi_core")]
struct S240;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"$ref": {"type": "string"}}}"#, crate = "::klavi_core")]
struct S242;

#[derive(Validate)]
#[klavi(schema = r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"$ref": {"$ref": "#/$defs/is-string"}}, "$defs": {"is-string": {"type": "string"}}}"##, crate = "::klavi_core")]
struct S243;

#[derive(Validate)]
#[klavi(schema = r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$ref": "#/$defs/bool", "$defs": {"bool": true}}"##, crate = "::klavi_core")]
struct S244;

#[derive(Validate)]
#[klavi(schema = r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$ref": "#/$defs/bool", "$defs": {"bool": false}}"##, crate = "::klavi_core")]
struct S245;

#[derive(Validate)]
#[klavi(schema = r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo\"bar": {"$ref": "#/$defs/foo%22bar"}}, "$defs": {"foo\"bar": {"type": "number"}}}"##, crate = "::klavi_core")]
struct S247;

#[derive(Validate)]
#[klavi(schema = r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": {"A": {"unevaluatedProperties": false}}, "properties": {"prop1": {"type": "string"}}, "$ref": "#/$defs/A"}"##, crate = "::klavi_core")]
struct S248;

#[derive(Validate)]
#[klavi(schema = r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": {"a_string": {"type": "string"}}, "enum": [{"$ref": "#/$defs/a_string"}]}"##, crate = "::klavi_core")]
struct S249;

#[derive(Validate)]
#[klavi(schema = r##"{"$comment": "$id must be evaluated before $ref to get the proper $ref destination", "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://example.com/draft2020-12/ref-and-id2/base.json", "$ref": "#bigint", "$defs": {"bigint": {"$comment": "canonical uri: /ref-and-id2/base.json#/$defs/bigint; another valid uri for this location: /ref-and-id2/base.json#bigint", "$anchor": "bigint", "maximum": 10}, "smallint": {"$comment": "canonical uri: https://example.com/ref-and-id2#/$defs/smallint; another valid uri for this location: https://example.com/ref-and-id2/#bigint", "$id": "https://example.com/draft2020-12/ref-and-id2/", "$anchor": "bigint", "maximum": 2}}}"##, crate = "::klavi_core")]
struct S254;

#[derive(Validate)]
#[klavi(schema = r##"{"$comment": "URIs do not have to have HTTP(s) schemes", "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:uuid:deadbeef-1234-00ff-ff00-4321feebdaed", "properties": {"foo": {"$ref": "#/$defs/bar"}}, "$defs": {"bar": {"type": "string"}}}"##, crate = "::klavi_core")]
struct S257;

#[derive(Validate)]
#[klavi(schema = r##"{"$comment": "RFC 8141 §2.2", "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:example:1/406/47452/2", "properties": {"foo": {"$ref": "#/$defs/bar"}}, "$defs": {"bar": {"type": "string"}}}"##, crate = "::klavi_core")]
struct S258;

#[derive(Validate)]
#[klavi(schema = r##"{"$comment": "RFC 8141 §2.3.1", "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:example:foo-bar-baz-qux?+CCResolve:cc=uk", "properties": {"foo": {"$ref": "#/$defs/bar"}}, "$defs": {"bar": {"type": "string"}}}"##, crate = "::klavi_core")]
struct S259;

#[derive(Validate)]
#[klavi(schema = r##"{"$comment": "RFC 8141 §2.3.2", "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:example:weather?=op=map&lat=39.56&lon=-104.85&datetime=1969-07-21T02:56:15Z", "properties": {"foo": {"$ref": "#/$defs/bar"}}, "$defs": {"bar": {"type": "string"}}}"##, crate = "::klavi_core")]
struct S260;

#[derive(Validate)]
#[klavi(schema = r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "file:///folder/file.json", "$defs": {"foo": {"type": "number"}}, "$ref": "#/$defs/foo"}"##, crate = "::klavi_core")]
struct S268;

#[derive(Validate)]
#[klavi(schema = r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "file:///c:/folder/file.json", "$defs": {"foo": {"type": "number"}}, "$ref": "#/$defs/foo"}"##, crate = "::klavi_core")]
struct S269;

#[derive(Validate)]
#[klavi(schema = r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": {"": {"$defs": {"": {"type": "number"}}}}, "allOf": [{"$ref": "#/$defs//$defs/"}]}"##, crate = "::klavi_core")]
struct S270;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {}, "bar": {}}, "required": ["foo"]}"#, crate = "::klavi_core")]
struct S286;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {}}}"#, crate = "::klavi_core")]
struct S287;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {}}, "required": []}"#, crate = "::klavi_core")]
struct S288;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "required": ["foo\u000abar", "foo\"bar", "foo\\bar", "foo\u000dbar", "foo\u0009bar", "foo\u000cbar"]}"#, crate = "::klavi_core")]
struct S289;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "required": ["__proto__", "toString", "constructor"]}"#, crate = "::klavi_core")]
struct S290;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "integer"}"#, crate = "::klavi_core")]
struct S291;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "number"}"#, crate = "::klavi_core")]
struct S292;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "string"}"#, crate = "::klavi_core")]
struct S293;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object"}"#, crate = "::klavi_core")]
struct S294;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "array"}"#, crate = "::klavi_core")]
struct S295;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "boolean"}"#, crate = "::klavi_core")]
struct S296;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "null"}"#, crate = "::klavi_core")]
struct S297;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": ["integer", "string"]}"#, crate = "::klavi_core")]
struct S298;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": ["string"]}"#, crate = "::klavi_core")]
struct S299;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": ["array", "object"]}"#, crate = "::klavi_core")]
struct S300;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": ["array", "object", "null"]}"#, crate = "::klavi_core")]
struct S301;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "unevaluatedItems": true}"#, crate = "::klavi_core")]
struct S302;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "unevaluatedItems": false}"#, crate = "::klavi_core")]
struct S303;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "unevaluatedItems": {"type": "string"}}"#, crate = "::klavi_core")]
struct S304;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "items": {"type": "string"}, "unevaluatedItems": false}"#, crate = "::klavi_core")]
struct S305;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "prefixItems": [{"type": "string"}], "unevaluatedItems": false}"#, crate = "::klavi_core")]
struct S306;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "prefixItems": [{"type": "string"}], "items": true, "unevaluatedItems": false}"#, crate = "::klavi_core")]
struct S307;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "items": {"type": "number"}, "unevaluatedItems": {"type": "string"}}"#, crate = "::klavi_core")]
struct S308;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "prefixItems": [{"type": "string"}], "allOf": [{"prefixItems": [true, {"type": "number"}]}], "unevaluatedItems": false}"#, crate = "::klavi_core")]
struct S309;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "unevaluatedItems": {"type": "boolean"}, "anyOf": [{"items": {"type": "string"}}, true]}"#, crate = "::klavi_core")]
struct S310;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{"prefixItems": [{"type": "string"}], "items": true}], "unevaluatedItems": false}"#, crate = "::klavi_core")]
struct S311;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{"prefixItems": [{"type": "string"}]}, {"unevaluatedItems": true}], "unevaluatedItems": false}"#, crate = "::klavi_core")]
struct S312;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "prefixItems": [{"const": "foo"}], "anyOf": [{"prefixItems": [true, {"const": "bar"}]}, {"prefixItems": [true, true, {"const": "baz"}]}], "unevaluatedItems": false}"#, crate = "::klavi_core")]
struct S313;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "prefixItems": [{"const": "foo"}], "oneOf": [{"prefixItems": [true, {"const": "bar"}]}, {"prefixItems": [true, {"const": "baz"}]}], "unevaluatedItems": false}"#, crate = "::klavi_core")]
struct S314;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "prefixItems": [{"const": "foo"}], "not": {"not": {"prefixItems": [true, {"const": "bar"}]}}, "unevaluatedItems": false}"#, crate = "::klavi_core")]
struct S315;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "prefixItems": [{"const": "foo"}], "if": {"prefixItems": [true, {"const": "bar"}]}, "then": {"prefixItems": [true, true, {"const": "then"}]}, "else": {"prefixItems": [true, true, true, {"const": "else"}]}, "unevaluatedItems": false}"#, crate = "::klavi_core")]
struct S316;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [true], "unevaluatedItems": false}"#, crate = "::klavi_core")]
struct S317;

#[derive(Validate)]
#[klavi(schema = r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$ref": "#/$defs/bar", "prefixItems": [{"type": "string"}], "unevaluatedItems": false, "$defs": {"bar": {"prefixItems": [true, {"type": "string"}]}}}"##, crate = "::klavi_core")]
struct S318;

#[derive(Validate)]
#[klavi(schema = r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "unevaluatedItems": false, "prefixItems": [{"type": "string"}], "$ref": "#/$defs/bar", "$defs": {"bar": {"prefixItems": [true, {"type": "string"}]}}}"##, crate = "::klavi_core")]
struct S319;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{"prefixItems": [true]}, {"unevaluatedItems": false}]}"#, crate = "::klavi_core")]
struct S321;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"prefixItems": [{"type": "string"}], "unevaluatedItems": false}}, "anyOf": [{"properties": {"foo": {"prefixItems": [true, {"type": "string"}]}}}]}"#, crate = "::klavi_core")]
struct S322;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "prefixItems": [true], "contains": {"type": "string"}, "unevaluatedItems": false}"#, crate = "::klavi_core")]
struct S323;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{"contains": {"multipleOf": 2}}, {"contains": {"multipleOf": 3}}], "unevaluatedItems": {"multipleOf": 5}}"#, crate = "::klavi_core")]
struct S324;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "if": {"contains": {"const": "a"}}, "then": {"if": {"contains": {"const": "b"}}, "then": {"if": {"contains": {"const": "c"}}}}, "unevaluatedItems": false}"#, crate = "::klavi_core")]
struct S325;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "contains": {"type": "string"}, "minContains": 0, "unevaluatedItems": false}"#, crate = "::klavi_core")]
struct S326;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "unevaluatedItems": false}"#, crate = "::klavi_core")]
struct S327;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "unevaluatedItems": {"type": "null"}}"#, crate = "::klavi_core")]
struct S328;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "if": {"prefixItems": [{"const": "a"}]}, "unevaluatedItems": false}"#, crate = "::klavi_core")]
struct S329;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "prefixItems": [{"prefixItems": [true, {"type": "string"}]}], "unevaluatedItems": false}"#, crate = "::klavi_core")]
struct S330;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "unevaluatedProperties": true}"#, crate = "::klavi_core")]
struct S331;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "unevaluatedProperties": {"type": "string", "minLength": 3}}"#, crate = "::klavi_core")]
struct S332;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "unevaluatedProperties": false}"#, crate = "::klavi_core")]
struct S333;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"type": "string"}}, "unevaluatedProperties": false}"#, crate = "::klavi_core")]
struct S334;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "patternProperties": {"^foo": {"type": "string"}}, "unevaluatedProperties": false}"#, crate = "::klavi_core")]
struct S335;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "properties": {"foo": {"type": "string"}}, "additionalProperties": true, "unevaluatedProperties": false}"#, crate = "::klavi_core")]
struct S336;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "properties": {"foo": {"type": "string"}}, "additionalProperties": {"type": "string"}, "unevaluatedProperties": false}"#, crate = "::klavi_core")]
struct S337;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"type": "string"}}, "allOf": [{"properties": {"bar": {"type": "string"}}}], "unevaluatedProperties": false}"#, crate = "::klavi_core")]
struct S338;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"type": "string"}}, "allOf": [{"patternProperties": {"^bar": {"type": "string"}}}], "unevaluatedProperties": false}"#, crate = "::klavi_core")]
struct S339;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"type": "string"}}, "allOf": [{"additionalProperties": true}], "unevaluatedProperties": false}"#, crate = "::klavi_core")]
struct S340;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"type": "string"}}, "allOf": [{"unevaluatedProperties": true}], "unevaluatedProperties": {"type": "string", "maxLength": 2}}"#, crate = "::klavi_core")]
struct S341;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"type": "string"}}, "anyOf": [{"properties": {"bar": {"const": "bar"}}, "required": ["bar"]}, {"properties": {"baz": {"const": "baz"}}, "required": ["baz"]}, {"properties": {"quux": {"const": "quux"}}, "required": ["quux"]}], "unevaluatedProperties": false}"#, crate = "::klavi_core")]
struct S342;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"type": "string"}}, "oneOf": [{"properties": {"bar": {"const": "bar"}}, "required": ["bar"]}, {"properties": {"baz": {"const": "baz"}}, "required": ["baz"]}], "unevaluatedProperties": false}"#, crate = "::klavi_core")]
struct S343;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"type": "string"}}, "not": {"not": {"properties": {"bar": {"const": "bar"}}, "required": ["bar"]}}, "unevaluatedProperties": false}"#, crate = "::klavi_core")]
struct S344;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "if": {"properties": {"foo": {"const": "then"}}, "required": ["foo"]}, "then": {"properties": {"bar": {"type": "string"}}, "required": ["bar"]}, "else": {"properties": {"baz": {"type": "string"}}, "required": ["baz"]}, "unevaluatedProperties": false}"#, crate = "::klavi_core")]
struct S345;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "if": {"properties": {"foo": {"const": "then"}}, "required": ["foo"]}, "else": {"properties": {"baz": {"type": "string"}}, "required": ["baz"]}, "unevaluatedProperties": false}"#, crate = "::klavi_core")]
struct S346;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "if": {"properties": {"foo": {"const": "then"}}, "required": ["foo"]}, "then": {"properties": {"bar": {"type": "string"}}, "required": ["bar"]}, "unevaluatedProperties": false}"#, crate = "::klavi_core")]
struct S347;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"type": "string"}}, "dependentSchemas": {"foo": {"properties": {"bar": {"const": "bar"}}, "required": ["bar"]}}, "unevaluatedProperties": false}"#, crate = "::klavi_core")]
struct S348;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"type": "string"}}, "allOf": [true], "unevaluatedProperties": false}"#, crate = "::klavi_core")]
struct S349;

#[derive(Validate)]
#[klavi(schema = r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$ref": "#/$defs/bar", "properties": {"foo": {"type": "string"}}, "unevaluatedProperties": false, "$defs": {"bar": {"properties": {"bar": {"type": "string"}}}}}"##, crate = "::klavi_core")]
struct S350;

#[derive(Validate)]
#[klavi(schema = r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "unevaluatedProperties": false, "properties": {"foo": {"type": "string"}}, "$ref": "#/$defs/bar", "$defs": {"bar": {"properties": {"bar": {"type": "string"}}}}}"##, crate = "::klavi_core")]
struct S351;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{"properties": {"foo": true}}, {"unevaluatedProperties": false}]}"#, crate = "::klavi_core")]
struct S353;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{"unevaluatedProperties": false}, {"properties": {"foo": true}}]}"#, crate = "::klavi_core")]
struct S354;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"type": "string"}}, "allOf": [{"unevaluatedProperties": true}], "unevaluatedProperties": false}"#, crate = "::klavi_core")]
struct S355;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{"properties": {"foo": {"type": "string"}}, "unevaluatedProperties": true}], "unevaluatedProperties": false}"#, crate = "::klavi_core")]
struct S356;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"type": "string"}}, "allOf": [{"unevaluatedProperties": false}], "unevaluatedProperties": true}"#, crate = "::klavi_core")]
struct S357;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{"properties": {"foo": {"type": "string"}}, "unevaluatedProperties": false}], "unevaluatedProperties": true}"#, crate = "::klavi_core")]
struct S358;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{"properties": {"foo": {"type": "string"}}, "unevaluatedProperties": true}, {"unevaluatedProperties": false}]}"#, crate = "::klavi_core")]
struct S359;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{"unevaluatedProperties": true}, {"properties": {"foo": {"type": "string"}}, "unevaluatedProperties": false}]}"#, crate = "::klavi_core")]
struct S360;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"properties": {"bar": {"type": "string"}}, "unevaluatedProperties": false}}, "anyOf": [{"properties": {"foo": {"properties": {"faz": {"type": "string"}}}}}]}"#, crate = "::klavi_core")]
struct S361;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{"properties": {"foo": true}, "unevaluatedProperties": false}], "anyOf": [{"properties": {"bar": true}}]}"#, crate = "::klavi_core")]
struct S362;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{"properties": {"foo": true}}], "anyOf": [{"properties": {"bar": true}, "unevaluatedProperties": false}]}"#, crate = "::klavi_core")]
struct S363;

#[derive(Validate)]
#[klavi(schema = r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"x": {"$ref": "#"}}, "unevaluatedProperties": false}"##, crate = "::klavi_core")]
struct S364;

#[derive(Validate)]
#[klavi(schema = r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": {"one": {"properties": {"a": true}}, "two": {"required": ["x"], "properties": {"x": true}}}, "allOf": [{"$ref": "#/$defs/one"}, {"properties": {"b": true}}, {"oneOf": [{"$ref": "#/$defs/two"}, {"required": ["y"], "properties": {"y": true}}]}], "unevaluatedProperties": false}"##, crate = "::klavi_core")]
struct S365;

#[derive(Validate)]
#[klavi(schema = r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": {"one": {"oneOf": [{"$ref": "#/$defs/two"}, {"required": ["b"], "properties": {"b": true}}, {"required": ["xx"], "patternProperties": {"x": true}}, {"required": ["all"], "unevaluatedProperties": true}]}, "two": {"oneOf": [{"required": ["c"], "properties": {"c": true}}, {"required": ["d"], "properties": {"d": true}}]}}, "oneOf": [{"$ref": "#/$defs/one"}, {"required": ["a"], "properties": {"a": true}}], "unevaluatedProperties": false}"##, crate = "::klavi_core")]
struct S366;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "unevaluatedProperties": false}"#, crate = "::klavi_core")]
struct S367;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "unevaluatedProperties": {"type": "null"}}"#, crate = "::klavi_core")]
struct S368;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "propertyNames": {"maxLength": 1}, "unevaluatedProperties": {"type": "number"}}"#, crate = "::klavi_core")]
struct S369;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "if": {"patternProperties": {"foo": {"type": "string"}}}, "unevaluatedProperties": false}"#, crate = "::klavi_core")]
struct S370;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo2": {}}, "dependentSchemas": {"foo": {}, "foo2": {"properties": {"bar": {}}}}, "unevaluatedProperties": false}"#, crate = "::klavi_core")]
struct S371;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"properties": {"bar": {"type": "string"}}}}, "unevaluatedProperties": false}"#, crate = "::klavi_core")]
struct S372;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"patternProperties": {"^bar$": {"type": "string"}}}}, "unevaluatedProperties": false}"#, crate = "::klavi_core")]
struct S373;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"additionalProperties": {"type": "string"}}}, "unevaluatedProperties": false}"#, crate = "::klavi_core")]
struct S374;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "uniqueItems": true}"#, crate = "::klavi_core")]
struct S375;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "prefixItems": [{"type": "boolean"}, {"type": "boolean"}], "uniqueItems": true}"#, crate = "::klavi_core")]
struct S376;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "prefixItems": [{"type": "boolean"}, {"type": "boolean"}], "uniqueItems": true, "items": false}"#, crate = "::klavi_core")]
struct S377;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "uniqueItems": false}"#, crate = "::klavi_core")]
struct S378;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "prefixItems": [{"type": "boolean"}, {"type": "boolean"}], "uniqueItems": false}"#, crate = "::klavi_core")]
struct S379;

#[derive(Validate)]
#[klavi(schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "prefixItems": [{"type": "boolean"}, {"type": "boolean"}], "uniqueItems": false, "items": false}"#, crate = "::klavi_core")]
struct S380;

pub const GROUPS: &[Group] = &[
    (S0::PROGRAM, "additionalProperties: additionalProperties being false does not allow other properties", &[
        (r#"{"foo": 1}"#, true),
        (r#"{"foo": 1, "bar": 2, "quux": "boom"}"#, false),
        ("[1, 2, 3]", true),
        (r#""foobarbaz""#, true),
        ("12", true),
        (r#"{"foo": 1, "vroom": 2}"#, true),
    ]),
    (S1::PROGRAM, "additionalProperties: non-ASCII pattern with additionalProperties", &[
        (r#"{"ármányos": 2}"#, true),
        (r#"{"élmény": 2}"#, false),
    ]),
    (S2::PROGRAM, "additionalProperties: additionalProperties with schema", &[
        (r#"{"foo": 1}"#, true),
        (r#"{"foo": 1, "bar": 2, "quux": true}"#, true),
        (r#"{"foo": 1, "bar": 2, "quux": 12}"#, false),
    ]),
    (S3::PROGRAM, "additionalProperties: additionalProperties can exist by itself", &[
        (r#"{"foo": true}"#, true),
        (r#"{"foo": 1}"#, false),
    ]),
    (S4::PROGRAM, "additionalProperties: additionalProperties are allowed by default", &[
        (r#"{"foo": 1, "bar": 2, "quux": true}"#, true),
    ]),
    (S5::PROGRAM, "additionalProperties: additionalProperties does not look in applicators", &[
        (r#"{"foo": 1, "bar": true}"#, false),
    ]),
    (S6::PROGRAM, "additionalProperties: additionalProperties with null valued instance properties", &[
        (r#"{"foo": null}"#, true),
    ]),
    (S7::PROGRAM, "additionalProperties: additionalProperties with propertyNames", &[
        (r#"{"apple": 4}"#, true),
        (r#"{"fig": 2, "pear": "available"}"#, false),
    ]),
    (S8::PROGRAM, "additionalProperties: dependentSchemas with additionalProperties", &[
        (r#"{"foo": ""}"#, false),
        (r#"{"bar": ""}"#, false),
        (r#"{"foo2": "", "bar": ""}"#, false),
    ]),
    (S9::PROGRAM, "allOf: allOf", &[
        (r#"{"foo": "baz", "bar": 2}"#, true),
        (r#"{"foo": "baz"}"#, false),
        (r#"{"bar": 2}"#, false),
        (r#"{"foo": "baz", "bar": "quux"}"#, false),
    ]),
    (S10::PROGRAM, "allOf: allOf with base schema", &[
        (r#"{"foo": "quux", "bar": 2, "baz": null}"#, true),
        (r#"{"foo": "quux", "baz": null}"#, false),
        (r#"{"bar": 2, "baz": null}"#, false),
        (r#"{"foo": "quux", "bar": 2}"#, false),
        (r#"{"bar": 2}"#, false),
    ]),
    (S11::PROGRAM, "allOf: allOf simple types", &[
        ("25", true),
        ("35", false),
    ]),
    (S12::PROGRAM, "allOf: allOf with boolean schemas, all true", &[
        (r#""foo""#, true),
    ]),
    (S13::PROGRAM, "allOf: allOf with boolean schemas, some false", &[
        (r#""foo""#, false),
    ]),
    (S14::PROGRAM, "allOf: allOf with boolean schemas, all false", &[
        (r#""foo""#, false),
    ]),
    (S15::PROGRAM, "allOf: allOf with one empty schema", &[
        ("1", true),
    ]),
    (S16::PROGRAM, "allOf: allOf with two empty schemas", &[
        ("1", true),
    ]),
    (S17::PROGRAM, "allOf: allOf with the first empty schema", &[
        ("1", true),
        (r#""foo""#, false),
    ]),
    (S18::PROGRAM, "allOf: allOf with the last empty schema", &[
        ("1", true),
        (r#""foo""#, false),
    ]),
    (S19::PROGRAM, "allOf: nested allOf, to check validation semantics", &[
        ("null", true),
        ("123", false),
    ]),
    (S20::PROGRAM, "allOf: allOf combined with anyOf, oneOf", &[
        ("1", false),
        ("5", false),
        ("3", false),
        ("15", false),
        ("2", false),
        ("10", false),
        ("6", false),
        ("30", true),
    ]),
    (S21::PROGRAM, "anchor: Location-independent identifier", &[
        ("1", true),
        (r#""a""#, false),
    ]),
    (S25::PROGRAM, "anyOf: anyOf", &[
        ("1", true),
        ("2.5", true),
        ("3", true),
        ("1.5", false),
    ]),
    (S26::PROGRAM, "anyOf: anyOf with base schema", &[
        ("3", false),
        (r#""foobar""#, true),
        (r#""foo""#, false),
    ]),
    (S27::PROGRAM, "anyOf: anyOf with boolean schemas, all true", &[
        (r#""foo""#, true),
    ]),
    (S28::PROGRAM, "anyOf: anyOf with boolean schemas, some true", &[
        (r#""foo""#, true),
    ]),
    (S29::PROGRAM, "anyOf: anyOf with boolean schemas, all false", &[
        (r#""foo""#, false),
    ]),
    (S30::PROGRAM, "anyOf: anyOf complex types", &[
        (r#"{"bar": 2}"#, true),
        (r#"{"foo": "baz"}"#, true),
        (r#"{"foo": "baz", "bar": 2}"#, true),
        (r#"{"foo": 2, "bar": "quux"}"#, false),
    ]),
    (S31::PROGRAM, "anyOf: anyOf with one empty schema", &[
        (r#""foo""#, true),
        ("123", true),
    ]),
    (S32::PROGRAM, "anyOf: nested anyOf, to check validation semantics", &[
        ("null", true),
        ("123", false),
    ]),
    (S35::PROGRAM, "const: const validation", &[
        ("2", true),
        ("5", false),
        (r#""a""#, false),
    ]),
    (S36::PROGRAM, "const: const with object", &[
        (r#"{"foo": "bar", "baz": "bax"}"#, true),
        (r#"{"baz": "bax", "foo": "bar"}"#, true),
        (r#"{"foo": "bar"}"#, false),
        ("[1, 2]", false),
    ]),
    (S37::PROGRAM, "const: const with array", &[
        (r#"[{"foo": "bar"}]"#, true),
        ("[2]", false),
        ("[1, 2, 3]", false),
    ]),
    (S38::PROGRAM, "const: const with null", &[
        ("null", true),
        ("0", false),
    ]),
    (S39::PROGRAM, "const: const with false does not match 0", &[
        ("false", true),
        ("0", false),
        ("0.0", false),
    ]),
    (S40::PROGRAM, "const: const with true does not match 1", &[
        ("true", true),
        ("1", false),
        ("1.0", false),
    ]),
    (S41::PROGRAM, "const: const with [false] does not match [0]", &[
        ("[false]", true),
        ("[0]", false),
        ("[0.0]", false),
    ]),
    (S42::PROGRAM, "const: const with [true] does not match [1]", &[
        ("[true]", true),
        ("[1]", false),
        ("[1.0]", false),
    ]),
    (S43::PROGRAM, r#"const: const with {"a": false} does not match {"a": 0}"#, &[
        (r#"{"a": false}"#, true),
        (r#"{"a": 0}"#, false),
        (r#"{"a": 0.0}"#, false),
    ]),
    (S44::PROGRAM, r#"const: const with {"a": true} does not match {"a": 1}"#, &[
        (r#"{"a": true}"#, true),
        (r#"{"a": 1}"#, false),
        (r#"{"a": 1.0}"#, false),
    ]),
    (S45::PROGRAM, "const: const with 0 does not match other zero-like types", &[
        ("false", false),
        ("0", true),
        ("0.0", true),
        ("{}", false),
        ("[]", false),
        (r#""""#, false),
    ]),
    (S46::PROGRAM, "const: const with 1 does not match true", &[
        ("true", false),
        ("1", true),
        ("1.0", true),
    ]),
    (S47::PROGRAM, "const: const with -2.0 matches integer and float types", &[
        ("-2", true),
        ("2", false),
        ("-2.0", true),
        ("2.0", false),
        ("-2.00001", false),
    ]),
    (S48::PROGRAM, "const: float and integers are equal up to 64-bit representation limits", &[
        ("9007199254740992", true),
        ("9007199254740991", false),
        ("9007199254740992.0", true),
        ("9007199254740991.0", false),
    ]),
    (S49::PROGRAM, "const: nul characters in strings", &[
        (r#""hello\u0000there""#, true),
        (r#""hellothere""#, false),
    ]),
    (S50::PROGRAM, "const: characters with the same visual representation but different codepoint", &[
        (r#""μ""#, true),
        (r#""µ""#, false),
    ]),
    (S51::PROGRAM, "const: characters with the same visual representation, but different number of codepoints", &[
        (r#""ä""#, true),
        (r#""ä""#, false),
    ]),
    (S52::PROGRAM, "contains: contains keyword validation", &[
        ("[3, 4, 5]", true),
        ("[3, 4, 6]", true),
        ("[3, 4, 5, 6]", true),
        ("[2, 3, 4]", false),
        ("[]", false),
        ("{}", true),
    ]),
    (S53::PROGRAM, "contains: contains keyword with const keyword", &[
        ("[3, 4, 5]", true),
        ("[3, 4, 5, 5]", true),
        ("[1, 2, 3, 4]", false),
    ]),
    (S54::PROGRAM, "contains: contains keyword with boolean schema true", &[
        (r#"["foo"]"#, true),
        ("[]", false),
    ]),
    (S55::PROGRAM, "contains: contains keyword with boolean schema false", &[
        (r#"["foo"]"#, false),
        ("[]", false),
        (r#""contains does not apply to strings""#, true),
    ]),
    (S56::PROGRAM, "contains: items + contains", &[
        ("[2, 4, 8]", false),
        ("[3, 6, 9]", false),
        ("[6, 12]", true),
        ("[1, 5]", false),
    ]),
    (S57::PROGRAM, "contains: contains with false if subschema", &[
        (r#"["foo"]"#, true),
        ("[]", false),
    ]),
    (S58::PROGRAM, "contains: contains with null instance elements", &[
        ("[null]", true),
    ]),
    (S59::PROGRAM, "content: validation of string-encoded content based on media type", &[
        (r#""{\"foo\": \"bar\"}""#, true),
        (r#""{:}""#, true),
        ("100", true),
    ]),
    (S60::PROGRAM, "content: validation of binary string-encoding", &[
        (r#""eyJmb28iOiAiYmFyIn0K""#, true),
        (r#""eyJmb28iOi%iYmFyIn0K""#, true),
        ("100", true),
    ]),
    (S61::PROGRAM, "content: validation of binary-encoded media type documents", &[
        (r#""eyJmb28iOiAiYmFyIn0K""#, true),
        (r#""ezp9Cg==""#, true),
        (r#""{}""#, true),
        ("100", true),
    ]),
    (S62::PROGRAM, "content: validation of binary-encoded media type documents with schema", &[
        (r#""eyJmb28iOiAiYmFyIn0K""#, true),
        (r#""eyJib28iOiAyMCwgImZvbyI6ICJiYXoifQ==""#, true),
        (r#""eyJib28iOiAyMH0=""#, true),
        (r#""e30=""#, true),
        (r#""W10=""#, true),
        (r#""ezp9Cg==""#, true),
        (r#""{}""#, true),
        ("100", true),
    ]),
    (S63::PROGRAM, "default: invalid type for default", &[
        (r#"{"foo": 13}"#, true),
        ("{}", true),
    ]),
    (S64::PROGRAM, "default: invalid string value for default", &[
        (r#"{"bar": "good"}"#, true),
        ("{}", true),
    ]),
    (S65::PROGRAM, "default: the default keyword does not do anything if the property is missing", &[
        (r#"{"alpha": 1}"#, true),
        (r#"{"alpha": 5}"#, false),
        ("{}", true),
    ]),
    (S67::PROGRAM, "dependentRequired: single dependency", &[
        ("{}", true),
        (r#"{"foo": 1}"#, true),
        (r#"{"foo": 1, "bar": 2}"#, true),
        (r#"{"bar": 2}"#, false),
        (r#"["bar"]"#, true),
        (r#""foobar""#, true),
        ("12", true),
    ]),
    (S68::PROGRAM, "dependentRequired: empty dependents", &[
        ("{}", true),
        (r#"{"bar": 2}"#, true),
        ("1", true),
    ]),
    (S69::PROGRAM, "dependentRequired: multiple dependents required", &[
        ("{}", true),
        (r#"{"foo": 1, "bar": 2}"#, true),
        (r#"{"foo": 1, "bar": 2, "quux": 3}"#, true),
        (r#"{"foo": 1, "quux": 2}"#, false),
        (r#"{"bar": 1, "quux": 2}"#, false),
        (r#"{"quux": 1}"#, false),
    ]),
    (S70::PROGRAM, "dependentRequired: dependencies with escaped characters", &[
        (r#"{"foo\u000abar": 1, "foo\u000dbar": 2}"#, true),
        (r#"{"foo'bar": 1, "foo\"bar": 2}"#, true),
        (r#"{"foo\u000abar": 1, "foo": 2}"#, false),
        (r#"{"foo\"bar": 2}"#, false),
    ]),
    (S71::PROGRAM, "dependentSchemas: single dependency", &[
        (r#"{"foo": 1, "bar": 2}"#, true),
        (r#"{"foo": "quux"}"#, true),
        (r#"{"foo": "quux", "bar": 2}"#, false),
        (r#"{"foo": 2, "bar": "quux"}"#, false),
        (r#"{"foo": "quux", "bar": "quux"}"#, false),
        (r#"["bar"]"#, true),
        (r#""foobar""#, true),
        ("12", true),
    ]),
    (S72::PROGRAM, "dependentSchemas: boolean subschemas", &[
        (r#"{"foo": 1}"#, true),
        (r#"{"bar": 2}"#, false),
        (r#"{"foo": 1, "bar": 2}"#, false),
        ("{}", true),
    ]),
    (S73::PROGRAM, "dependentSchemas: dependencies with escaped characters", &[
        (r#"{"foo\u0009bar": 1, "a": 2, "b": 3, "c": 4}"#, true),
        (r#"{"foo'bar": {"foo\"bar": 1}}"#, false),
        (r#"{"foo\u0009bar": 1, "a": 2}"#, false),
        (r#"{"foo'bar": 1}"#, false),
    ]),
    (S74::PROGRAM, "dependentSchemas: dependent subschema incompatible with root", &[
        (r#"{"foo": 1}"#, false),
        (r#"{"bar": 1}"#, true),
        (r#"{"foo": 1, "bar": 2}"#, false),
        (r#"{"baz": 1}"#, true),
    ]),
    (S96::PROGRAM, "enum: simple enum validation", &[
        ("1", true),
        ("4", false),
    ]),
    (S97::PROGRAM, "enum: heterogeneous enum validation", &[
        ("[]", true),
        ("null", false),
        (r#"{"foo": false}"#, false),
        (r#"{"foo": 12}"#, true),
        (r#"{"foo": 12, "boo": 42}"#, false),
    ]),
    (S98::PROGRAM, "enum: heterogeneous enum-with-null validation", &[
        ("null", true),
        ("6", true),
        (r#""test""#, false),
    ]),
    (S99::PROGRAM, "enum: enums in properties", &[
        (r#"{"foo": "foo", "bar": "bar"}"#, true),
        (r#"{"foo": "foot", "bar": "bar"}"#, false),
        (r#"{"foo": "foo", "bar": "bart"}"#, false),
        (r#"{"bar": "bar"}"#, true),
        (r#"{"foo": "foo"}"#, false),
        ("{}", false),
    ]),
    (S100::PROGRAM, "enum: enum with escaped characters", &[
        (r#""foo\u000abar""#, true),
        (r#""foo\u000dbar""#, true),
        (r#""abc""#, false),
    ]),
    (S101::PROGRAM, "enum: enum with false does not match 0", &[
        ("false", true),
        ("0", false),
        ("0.0", false),
    ]),
    (S102::PROGRAM, "enum: enum with [false] does not match [0]", &[
        ("[false]", true),
        ("[0]", false),
        ("[0.0]", false),
    ]),
    (S103::PROGRAM, "enum: enum with true does not match 1", &[
        ("true", true),
        ("1", false),
        ("1.0", false),
    ]),
    (S104::PROGRAM, "enum: enum with [true] does not match [1]", &[
        ("[true]", true),
        ("[1]", false),
        ("[1.0]", false),
    ]),
    (S105::PROGRAM, "enum: enum with 0 does not match false", &[
        ("false", false),
        ("0", true),
        ("0.0", true),
    ]),
    (S106::PROGRAM, "enum: enum with [0] does not match [false]", &[
        ("[false]", false),
        ("[0]", true),
        ("[0.0]", true),
    ]),
    (S107::PROGRAM, "enum: enum with 1 does not match true", &[
        ("true", false),
        ("1", true),
        ("1.0", true),
    ]),
    (S108::PROGRAM, "enum: enum with [1] does not match [true]", &[
        ("[true]", false),
        ("[1]", true),
        ("[1.0]", true),
    ]),
    (S109::PROGRAM, "enum: nul characters in strings", &[
        (r#""hello\u0000there""#, true),
        (r#""hellothere""#, false),
    ]),
    (S110::PROGRAM, "enum: empty enum", &[
        (r#""foo""#, false),
        ("42", false),
        ("null", false),
        ("{}", false),
        ("[]", false),
        ("false", false),
    ]),
    (S111::PROGRAM, "exclusiveMaximum: exclusiveMaximum validation", &[
        ("2.2", true),
        ("3.0", false),
        ("3.5", false),
        (r#""x""#, true),
    ]),
    (S112::PROGRAM, "exclusiveMinimum: exclusiveMinimum validation", &[
        ("1.2", true),
        ("1.1", false),
        ("0.6", false),
        (r#""x""#, true),
    ]),
    (S113::PROGRAM, "format: email format", &[
        ("12", true),
        ("13.7", true),
        ("{}", true),
        ("[]", true),
        ("false", true),
        ("null", true),
        (r#""2962""#, true),
    ]),
    (S114::PROGRAM, "format: idn-email format", &[
        ("12", true),
        ("13.7", true),
        ("{}", true),
        ("[]", true),
        ("false", true),
        ("null", true),
        (r#""2962""#, true),
    ]),
    (S115::PROGRAM, "format: regex format", &[
        ("12", true),
        ("13.7", true),
        ("{}", true),
        ("[]", true),
        ("false", true),
        ("null", true),
        (r#""^(abc]""#, true),
    ]),
    (S116::PROGRAM, "format: ipv4 format", &[
        ("12", true),
        ("13.7", true),
        ("{}", true),
        ("[]", true),
        ("false", true),
        ("null", true),
        (r#""127.0.0.0.1""#, true),
    ]),
    (S117::PROGRAM, "format: ipv6 format", &[
        ("12", true),
        ("13.7", true),
        ("{}", true),
        ("[]", true),
        ("false", true),
        ("null", true),
        (r#""12345::""#, true),
    ]),
    (S118::PROGRAM, "format: idn-hostname format", &[
        ("12", true),
        ("13.7", true),
        ("{}", true),
        ("[]", true),
        ("false", true),
        ("null", true),
        (r#""〮실례.테스트""#, true),
    ]),
    (S119::PROGRAM, "format: hostname format", &[
        ("12", true),
        ("13.7", true),
        ("{}", true),
        ("[]", true),
        ("false", true),
        ("null", true),
        (r#""-a-host-name-that-starts-with--""#, true),
    ]),
    (S120::PROGRAM, "format: date format", &[
        ("12", true),
        ("13.7", true),
        ("{}", true),
        ("[]", true),
        ("false", true),
        ("null", true),
        (r#""06/19/1963""#, true),
    ]),
    (S121::PROGRAM, "format: date-time format", &[
        ("12", true),
        ("13.7", true),
        ("{}", true),
        ("[]", true),
        ("false", true),
        ("null", true),
        (r#""1990-02-31T15:59:60.123-08:00""#, true),
    ]),
    (S122::PROGRAM, "format: time format", &[
        ("12", true),
        ("13.7", true),
        ("{}", true),
        ("[]", true),
        ("false", true),
        ("null", true),
        (r#""08:30:06 PST""#, true),
    ]),
    (S123::PROGRAM, "format: json-pointer format", &[
        ("12", true),
        ("13.7", true),
        ("{}", true),
        ("[]", true),
        ("false", true),
        ("null", true),
        (r#""/foo/bar~""#, true),
    ]),
    (S124::PROGRAM, "format: relative-json-pointer format", &[
        ("12", true),
        ("13.7", true),
        ("{}", true),
        ("[]", true),
        ("false", true),
        ("null", true),
        (r#""/foo/bar""#, true),
    ]),
    (S125::PROGRAM, "format: iri format", &[
        ("12", true),
        ("13.7", true),
        ("{}", true),
        ("[]", true),
        ("false", true),
        ("null", true),
        (r#""http://2001:0db8:85a3:0000:0000:8a2e:0370:7334""#, true),
    ]),
    (S126::PROGRAM, "format: iri-reference format", &[
        ("12", true),
        ("13.7", true),
        ("{}", true),
        ("[]", true),
        ("false", true),
        ("null", true),
        (r#""\\\\WINDOWS\\filëßåré""#, true),
    ]),
    (S127::PROGRAM, "format: uri format", &[
        ("12", true),
        ("13.7", true),
        ("{}", true),
        ("[]", true),
        ("false", true),
        ("null", true),
        (r#""//foo.bar/?baz=qux#quux""#, true),
    ]),
    (S128::PROGRAM, "format: uri-reference format", &[
        ("12", true),
        ("13.7", true),
        ("{}", true),
        ("[]", true),
        ("false", true),
        ("null", true),
        (r#""\\\\WINDOWS\\fileshare""#, true),
    ]),
    (S129::PROGRAM, "format: uri-template format", &[
        ("12", true),
        ("13.7", true),
        ("{}", true),
        ("[]", true),
        ("false", true),
        ("null", true),
        (r#""http://example.com/dictionary/{term:1}/{term""#, true),
    ]),
    (S130::PROGRAM, "format: uuid format", &[
        ("12", true),
        ("13.7", true),
        ("{}", true),
        ("[]", true),
        ("false", true),
        ("null", true),
        (r#""2eb8aa08-aa98-11ea-b4aa-73b441d1638""#, true),
    ]),
    (S131::PROGRAM, "format: duration format", &[
        ("12", true),
        ("13.7", true),
        ("{}", true),
        ("[]", true),
        ("false", true),
        ("null", true),
        (r#""PT1D""#, true),
    ]),
    (S132::PROGRAM, "if-then-else: ignore if without then or else", &[
        ("0", true),
        (r#""hello""#, true),
    ]),
    (S133::PROGRAM, "if-then-else: ignore then without if", &[
        ("0", true),
        (r#""hello""#, true),
    ]),
    (S134::PROGRAM, "if-then-else: ignore else without if", &[
        ("0", true),
        (r#""hello""#, true),
    ]),
    (S135::PROGRAM, "if-then-else: if and then without else", &[
        ("-1", true),
        ("-100", false),
        ("3", true),
    ]),
    (S136::PROGRAM, "if-then-else: if and else without then", &[
        ("-1", true),
        ("4", true),
        ("3", false),
    ]),
    (S137::PROGRAM, "if-then-else: validate against correct branch, then vs else", &[
        ("-1", true),
        ("-100", false),
        ("4", true),
        ("3", false),
    ]),
    (S138::PROGRAM, "if-then-else: non-interference across combined schemas", &[
        ("-100", true),
        ("3", true),
    ]),
    (S139::PROGRAM, "if-then-else: if with boolean schema true", &[
        (r#""then""#, true),
        (r#""else""#, false),
    ]),
    (S140::PROGRAM, "if-then-else: if with boolean schema false", &[
        (r#""then""#, false),
        (r#""else""#, true),
    ]),
    (S141::PROGRAM, "if-then-else: if appears at the end when serialized (keyword processing sequence)", &[
        (r#""yes""#, true),
        (r#""other""#, true),
        (r#""no""#, false),
        (r#""invalid""#, false),
    ]),
    (S142::PROGRAM, "if-then-else: then: false fails when condition matches", &[
        ("1", false),
        ("2", true),
    ]),
    (S143::PROGRAM, "if-then-else: else: false fails when condition does not match", &[
        ("1", true),
        ("2", false),
    ]),
    (S144::PROGRAM, "infinite-loop-detection: evaluating the same schema location against the same data location twice is not a sign of an infinite loop", &[
        (r#"{"foo": 1}"#, true),
        (r#"{"foo": "a string"}"#, false),
    ]),
    (S145::PROGRAM, "items: a schema given for items", &[
        ("[1, 2, 3]", true),
        (r#"[1, "x"]"#, false),
        (r#"{"foo": "bar"}"#, true),
        (r#"{"0": "invalid", "length": 1}"#, true),
    ]),
    (S146::PROGRAM, "items: items with boolean schema (true)", &[
        (r#"[1, "foo", true]"#, true),
        ("[]", true),
    ]),
    (S147::PROGRAM, "items: items with boolean schema (false)", &[
        (r#"[1, "foo", true]"#, false),
        ("[]", true),
    ]),
    (S148::PROGRAM, "items: items and subitems", &[
        (r#"[[{"foo": null}, {"foo": null}], [{"foo": null}, {"foo": null}], [{"foo": null}, {"foo": null}]]"#, true),
        (r#"[[{"foo": null}, {"foo": null}], [{"foo": null}, {"foo": null}], [{"foo": null}, {"foo": null}], [{"foo": null}, {"foo": null}]]"#, false),
        (r#"[[{"foo": null}, {"foo": null}, {"foo": null}], [{"foo": null}, {"foo": null}], [{"foo": null}, {"foo": null}]]"#, false),
        (r#"[{"foo": null}, [{"foo": null}, {"foo": null}], [{"foo": null}, {"foo": null}]]"#, false),
        (r#"[[{}, {"foo": null}], [{"foo": null}, {"foo": null}], [{"foo": null}, {"foo": null}]]"#, false),
        (r#"[[{"foo": null}], [{"foo": null}]]"#, true),
    ]),
    (S149::PROGRAM, "items: nested items", &[
        ("[[[[1]], [[2], [3]]], [[[4], [5], [6]]]]", true),
        (r#"[[[["1"]], [[2], [3]]], [[[4], [5], [6]]]]"#, false),
        ("[[[1], [2], [3]], [[4], [5], [6]]]", false),
    ]),
    (S150::PROGRAM, "items: prefixItems with no additional items allowed", &[
        ("[]", true),
        ("[1]", true),
        ("[1, 2]", true),
        ("[1, 2, 3]", true),
        ("[1, 2, 3, 4]", false),
    ]),
    (S151::PROGRAM, "items: items does not look in applicators, valid case", &[
        ("[3, 5]", false),
        ("[5, 5]", true),
    ]),
    (S152::PROGRAM, "items: prefixItems validation adjusts the starting index for items", &[
        (r#"["x", 2, 3]"#, true),
        (r#"["x", "y"]"#, false),
    ]),
    (S153::PROGRAM, "items: items with heterogeneous array", &[
        (r#"["foo", "bar", 37]"#, false),
        ("[null]", true),
    ]),
    (S154::PROGRAM, "items: items with null instance elements", &[
        ("[null]", true),
    ]),
    (S155::PROGRAM, "maxContains: maxContains without contains is ignored", &[
        ("[1]", true),
        ("[1, 2]", true),
    ]),
    (S156::PROGRAM, "maxContains: maxContains with contains", &[
        ("[]", false),
        ("[1]", true),
        ("[1, 1]", false),
        ("[1, 2]", true),
        ("[1, 2, 1]", false),
    ]),
    (S157::PROGRAM, "maxContains: maxContains with contains, value with a decimal", &[
        ("[1]", true),
        ("[1, 1]", false),
    ]),
    (S158::PROGRAM, "maxContains: minContains < maxContains", &[
        ("[]", false),
        ("[1, 1]", true),
        ("[1, 1, 1, 1]", false),
    ]),
    (S159::PROGRAM, "maxContains: maxContains = 0 with minContains = 0", &[
        ("[]", true),
        ("[1]", false),
    ]),
    (S160::PROGRAM, "maxItems: maxItems validation", &[
        ("[1]", true),
        ("[1, 2]", true),
        ("[1, 2, 3]", false),
        (r#""foobar""#, true),
    ]),
    (S161::PROGRAM, "maxItems: maxItems validation with a decimal", &[
        ("[1]", true),
        ("[1, 2, 3]", false),
    ]),
    (S162::PROGRAM, "maxLength: maxLength validation", &[
        (r#""f""#, true),
        (r#""fo""#, true),
        (r#""foo""#, false),
        ("100", true),
        (r#""💩💩""#, true),
    ]),
    (S163::PROGRAM, "maxLength: maxLength validation with a decimal", &[
        (r#""f""#, true),
        (r#""foo""#, false),
    ]),
    (S164::PROGRAM, "maxProperties: maxProperties validation", &[
        (r#"{"foo": 1}"#, true),
        (r#"{"foo": 1, "bar": 2}"#, true),
        (r#"{"foo": 1, "bar": 2, "baz": 3}"#, false),
        ("[1, 2, 3]", true),
        (r#""foobar""#, true),
        ("12", true),
    ]),
    (S165::PROGRAM, "maxProperties: maxProperties validation with a decimal", &[
        (r#"{"foo": 1}"#, true),
        (r#"{"foo": 1, "bar": 2, "baz": 3}"#, false),
    ]),
    (S166::PROGRAM, "maxProperties: maxProperties = 0 means the object is empty", &[
        ("{}", true),
        (r#"{"foo": 1}"#, false),
    ]),
    (S167::PROGRAM, "maximum: maximum validation", &[
        ("2.6", true),
        ("3.0", true),
        ("3.5", false),
        (r#""x""#, true),
    ]),
    (S168::PROGRAM, "maximum: maximum validation with unsigned integer", &[
        ("299.97", true),
        ("300", true),
        ("300.00", true),
        ("300.5", false),
    ]),
    (S169::PROGRAM, "minContains: minContains without contains is ignored", &[
        ("[1]", true),
        ("[]", true),
    ]),
    (S170::PROGRAM, "minContains: minContains=1 with contains", &[
        ("[]", false),
        ("[2]", false),
        ("[1]", true),
        ("[1, 2]", true),
        ("[1, 1]", true),
    ]),
    (S171::PROGRAM, "minContains: minContains=2 with contains", &[
        ("[]", false),
        ("[1]", false),
        ("[1, 2]", false),
        ("[1, 1]", true),
        ("[1, 1, 1]", true),
        ("[1, 2, 1]", true),
    ]),
    (S172::PROGRAM, "minContains: minContains=2 with contains with a decimal value", &[
        ("[1]", false),
        ("[1, 1]", true),
    ]),
    (S173::PROGRAM, "minContains: maxContains = minContains", &[
        ("[]", false),
        ("[1]", false),
        ("[1, 1, 1]", false),
        ("[1, 1]", true),
    ]),
    (S174::PROGRAM, "minContains: maxContains < minContains", &[
        ("[]", false),
        ("[1]", false),
        ("[1, 1, 1]", false),
        ("[1, 1]", false),
    ]),
    (S175::PROGRAM, "minContains: minContains = 0", &[
        ("[]", true),
        ("[2]", true),
    ]),
    (S176::PROGRAM, "minContains: minContains = 0 with maxContains", &[
        ("[]", true),
        ("[1]", true),
        ("[1, 1]", false),
    ]),
    (S177::PROGRAM, "minItems: minItems validation", &[
        ("[1, 2]", true),
        ("[1]", true),
        ("[]", false),
        (r#""""#, true),
    ]),
    (S178::PROGRAM, "minItems: minItems validation with a decimal", &[
        ("[1, 2]", true),
        ("[]", false),
    ]),
    (S179::PROGRAM, "minLength: minLength validation", &[
        (r#""foo""#, true),
        (r#""fo""#, true),
        (r#""f""#, false),
        ("1", true),
        (r#""💩""#, false),
    ]),
    (S180::PROGRAM, "minLength: minLength validation with a decimal", &[
        (r#""foo""#, true),
        (r#""f""#, false),
    ]),
    (S181::PROGRAM, "minProperties: minProperties validation", &[
        (r#"{"foo": 1, "bar": 2}"#, true),
        (r#"{"foo": 1}"#, true),
        ("{}", false),
        ("[]", true),
        (r#""""#, true),
        ("12", true),
        ("null", true),
        ("true", true),
    ]),
    (S182::PROGRAM, "minProperties: minProperties validation with a decimal", &[
        (r#"{"foo": 1, "bar": 2}"#, true),
        ("{}", false),
    ]),
    (S183::PROGRAM, "minimum: minimum validation", &[
        ("2.6", true),
        ("1.1", true),
        ("0.6", false),
        (r#""x""#, true),
    ]),
    (S184::PROGRAM, "minimum: minimum validation with signed integer", &[
        ("-1", true),
        ("0", true),
        ("-2", true),
        ("-2.0", true),
        ("-2.0001", false),
        ("-3", false),
        (r#""x""#, true),
    ]),
    (S185::PROGRAM, "multipleOf: by int", &[
        ("10", true),
        ("7", false),
        (r#""foo""#, true),
    ]),
    (S186::PROGRAM, "multipleOf: by number", &[
        ("0", true),
        ("4.5", true),
        ("-4.5", true),
        ("35", false),
    ]),
    (S187::PROGRAM, "multipleOf: by small number", &[
        ("0.0075", true),
        ("0.00751", false),
    ]),
    (S188::PROGRAM, "multipleOf: float division = inf", &[
        ("1e308", false),
    ]),
    (S189::PROGRAM, "multipleOf: small multiple of large integer", &[
        ("12391239123", true),
    ]),
    (S190::PROGRAM, "not: not", &[
        (r#""foo""#, true),
        ("1", false),
    ]),
    (S191::PROGRAM, "not: not multiple types", &[
        (r#""foo""#, true),
        ("1", false),
        ("true", false),
    ]),
    (S192::PROGRAM, "not: not more complex schema", &[
        ("1", true),
        (r#"{"foo": 1}"#, true),
        (r#"{"foo": "bar"}"#, false),
    ]),
    (S193::PROGRAM, "not: forbidden property", &[
        (r#"{"foo": 1, "bar": 2}"#, false),
        (r#"{"bar": 1, "baz": 2}"#, true),
    ]),
    (S194::PROGRAM, "not: forbid everything with empty schema", &[
        ("1", false),
        (r#""foo""#, false),
        ("true", false),
        ("false", false),
        ("null", false),
        (r#"{"foo": "bar"}"#, false),
        ("{}", false),
        (r#"["foo"]"#, false),
        ("[]", false),
    ]),
    (S195::PROGRAM, "not: forbid everything with boolean schema true", &[
        ("1", false),
        (r#""foo""#, false),
        ("true", false),
        ("false", false),
        ("null", false),
        (r#"{"foo": "bar"}"#, false),
        ("{}", false),
        (r#"["foo"]"#, false),
        ("[]", false),
    ]),
    (S196::PROGRAM, "not: allow everything with boolean schema false", &[
        ("1", true),
        (r#""foo""#, true),
        ("true", true),
        ("false", true),
        ("null", true),
        (r#"{"foo": "bar"}"#, true),
        ("{}", true),
        (r#"["foo"]"#, true),
        ("[]", true),
    ]),
    (S197::PROGRAM, "not: double negation", &[
        (r#""foo""#, true),
    ]),
    (S198::PROGRAM, "not: collect annotations inside a 'not', even if collection is disabled", &[
        (r#"{"bar": 1}"#, true),
        (r#"{"foo": 1}"#, false),
    ]),
    (S199::PROGRAM, "oneOf: oneOf", &[
        ("1", true),
        ("2.5", true),
        ("3", false),
        ("1.5", false),
    ]),
    (S200::PROGRAM, "oneOf: oneOf with base schema", &[
        ("3", false),
        (r#""foobar""#, true),
        (r#""foo""#, false),
    ]),
    (S201::PROGRAM, "oneOf: oneOf with boolean schemas, all true", &[
        (r#""foo""#, false),
    ]),
    (S202::PROGRAM, "oneOf: oneOf with boolean schemas, one true", &[
        (r#""foo""#, true),
    ]),
    (S203::PROGRAM, "oneOf: oneOf with boolean schemas, more than one true", &[
        (r#""foo""#, false),
    ]),
    (S204::PROGRAM, "oneOf: oneOf with boolean schemas, all false", &[
        (r#""foo""#, false),
    ]),
    (S205::PROGRAM, "oneOf: oneOf complex types", &[
        (r#"{"bar": 2}"#, true),
        (r#"{"foo": "baz"}"#, true),
        (r#"{"foo": "baz", "bar": 2}"#, false),
        (r#"{"foo": 2, "bar": "quux"}"#, false),
    ]),
    (S206::PROGRAM, "oneOf: oneOf with empty schema", &[
        (r#""foo""#, true),
        ("123", false),
    ]),
    (S207::PROGRAM, "oneOf: oneOf with required", &[
        (r#"{"bar": 2}"#, false),
        (r#"{"foo": 1, "bar": 2}"#, true),
        (r#"{"foo": 1, "baz": 3}"#, true),
        (r#"{"foo": 1, "bar": 2, "baz": 3}"#, false),
    ]),
    (S208::PROGRAM, "oneOf: oneOf with missing optional property", &[
        (r#"{"bar": 8}"#, true),
        (r#"{"foo": "foo"}"#, true),
        (r#"{"foo": "foo", "bar": 8}"#, false),
        (r#"{"baz": "quux"}"#, false),
    ]),
    (S209::PROGRAM, "oneOf: nested oneOf, to check validation semantics", &[
        ("null", true),
        ("123", false),
    ]),
    (S210::PROGRAM, "pattern: pattern validation", &[
        (r#""aaa""#, true),
        (r#""abc""#, false),
        ("true", true),
        ("123", true),
        ("1.0", true),
        ("{}", true),
        ("[]", true),
        ("null", true),
    ]),
    (S211::PROGRAM, "pattern: pattern is not anchored", &[
        (r#""xxaayy""#, true),
    ]),
    (S213::PROGRAM, "patternProperties: patternProperties validates properties matching a regex", &[
        (r#"{"foo": 1}"#, true),
        (r#"{"foo": 1, "foooooo": 2}"#, true),
        (r#"{"foo": "bar", "fooooo": 2}"#, false),
        (r#"{"foo": "bar", "foooooo": "baz"}"#, false),
        (r#"["foo"]"#, true),
        (r#""foo""#, true),
        ("12", true),
    ]),
    (S214::PROGRAM, "patternProperties: multiple simultaneous patternProperties are validated", &[
        (r#"{"a": 21}"#, true),
        (r#"{"aaaa": 18}"#, true),
        (r#"{"a": 21, "aaaa": 18}"#, true),
        (r#"{"a": "bar"}"#, false),
        (r#"{"aaaa": 31}"#, false),
        (r#"{"aaa": "foo", "aaaa": 31}"#, false),
    ]),
    (S215::PROGRAM, "patternProperties: regexes are not anchored by default and are case sensitive", &[
        (r#"{"answer 1": "42"}"#, true),
        (r#"{"a31b": null}"#, false),
        (r#"{"a_x_3": 3}"#, true),
        (r#"{"a_X_3": 3}"#, false),
    ]),
    (S216::PROGRAM, "patternProperties: patternProperties with boolean schemas", &[
        (r#"{"foo": 1}"#, true),
        (r#"{"bar": 2}"#, false),
        (r#"{"foo": 1, "bar": 2}"#, false),
        (r#"{"foobar": 1}"#, false),
        ("{}", true),
    ]),
    (S217::PROGRAM, "patternProperties: patternProperties with null valued instance properties", &[
        (r#"{"foobar": null}"#, true),
    ]),
    (S219::PROGRAM, "prefixItems: a schema given for prefixItems", &[
        (r#"[1, "foo"]"#, true),
        (r#"["foo", 1]"#, false),
        ("[1]", true),
        (r#"[1, "foo", true]"#, true),
        ("[]", true),
        (r#"{"0": "invalid", "1": "valid", "length": 2}"#, true),
    ]),
    (S220::PROGRAM, "prefixItems: prefixItems with boolean schemas", &[
        ("[1]", true),
        (r#"[1, "foo"]"#, false),
        ("[]", true),
    ]),
    (S221::PROGRAM, "prefixItems: additional items are allowed by default", &[
        (r#"[1, "foo", false]"#, true),
    ]),
    (S222::PROGRAM, "prefixItems: prefixItems with null instance elements", &[
        ("[null]", true),
    ]),
    (S223::PROGRAM, "properties: object properties validation", &[
        (r#"{"foo": 1, "bar": "baz"}"#, true),
        (r#"{"foo": 1, "bar": {}}"#, false),
        (r#"{"foo": [], "bar": {}}"#, false),
        (r#"{"quux": []}"#, true),
        ("[]", true),
        ("12", true),
    ]),
    (S224::PROGRAM, "properties: properties, patternProperties, additionalProperties interaction", &[
        (r#"{"foo": [1, 2]}"#, true),
        (r#"{"foo": [1, 2, 3, 4]}"#, false),
        (r#"{"foo": []}"#, false),
        (r#"{"fxo": [1, 2]}"#, true),
        (r#"{"fxo": []}"#, false),
        (r#"{"bar": []}"#, true),
        (r#"{"quux": 3}"#, true),
        (r#"{"quux": "foo"}"#, false),
    ]),
    (S225::PROGRAM, "properties: properties with boolean schema", &[
        ("{}", true),
        (r#"{"foo": 1}"#, true),
        (r#"{"bar": 2}"#, false),
        (r#"{"foo": 1, "bar": 2}"#, false),
    ]),
    (S226::PROGRAM, "properties: properties with escaped characters", &[
        (r#"{"foo\u000abar": 1, "foo\"bar": 1, "foo\\bar": 1, "foo\u000dbar": 1, "foo\u0009bar": 1, "foo\u000cbar": 1}"#, true),
        (r#"{"foo\u000abar": "1", "foo\"bar": "1", "foo\\bar": "1", "foo\u000dbar": "1", "foo\u0009bar": "1", "foo\u000cbar": "1"}"#, false),
    ]),
    (S227::PROGRAM, "properties: properties with null valued instance properties", &[
        (r#"{"foo": null}"#, true),
    ]),
    (S228::PROGRAM, "properties: properties whose names are Javascript object property names", &[
        ("[]", true),
        ("12", true),
        ("{}", true),
        (r#"{"__proto__": "foo"}"#, false),
        (r#"{"toString": {"length": 37}}"#, false),
        (r#"{"constructor": {"length": 37}}"#, false),
        (r#"{"__proto__": 12, "toString": {"length": "foo"}, "constructor": 37}"#, true),
    ]),
    (S229::PROGRAM, "propertyNames: propertyNames validation", &[
        (r#"{"f": {}, "foo": {}}"#, true),
        (r#"{"foo": {}, "foobar": {}}"#, false),
        ("{}", true),
        ("[1, 2, 3, 4]", true),
        (r#""foobar""#, true),
        ("12", true),
        ("null", true),
        ("true", true),
    ]),
    (S230::PROGRAM, "propertyNames: propertyNames validation with pattern", &[
        (r#"{"a": {}, "aa": {}, "aaa": {}}"#, true),
        (r#"{"aaA": {}}"#, false),
        ("{}", true),
    ]),
    (S231::PROGRAM, "propertyNames: propertyNames with boolean schema true", &[
        (r#"{"foo": 1}"#, true),
        ("{}", true),
    ]),
    (S232::PROGRAM, "propertyNames: propertyNames with boolean schema false", &[
        (r#"{"foo": 1}"#, false),
        ("{}", true),
    ]),
    (S233::PROGRAM, "propertyNames: propertyNames with const", &[
        (r#"{"foo": 1}"#, true),
        (r#"{"bar": 1}"#, false),
        ("{}", true),
    ]),
    (S234::PROGRAM, "propertyNames: propertyNames with enum", &[
        (r#"{"foo": 1}"#, true),
        (r#"{"foo": 1, "bar": 1}"#, true),
        (r#"{"baz": 1}"#, false),
        ("{}", true),
    ]),
    (S235::PROGRAM, "ref: root pointer ref", &[
        (r#"{"foo": false}"#, true),
        (r#"{"foo": {"foo": false}}"#, true),
        (r#"{"bar": false}"#, false),
        (r#"{"foo": {"bar": false}}"#, false),
    ]),
    (S236::PROGRAM, "ref: relative pointer ref to object", &[
        (r#"{"bar": 3}"#, true),
        (r#"{"bar": true}"#, false),
    ]),
    (S237::PROGRAM, "ref: relative pointer ref to array", &[
        ("[1, 2]", true),
        (r#"[1, "foo"]"#, false),
    ]),
    (S238::PROGRAM, "ref: escaped pointer ref", &[
        (r#"{"slash": "aoeu"}"#, false),
        (r#"{"tilde": "aoeu"}"#, false),
        (r#"{"percent": "aoeu"}"#, false),
        (r#"{"slash": 123}"#, true),
        (r#"{"tilde": 123}"#, true),
        (r#"{"percent": 123}"#, true),
    ]),
    (S239::PROGRAM, "ref: nested refs", &[
        ("5", true),
        (r#""a""#, false),
    ]),
    (S240::PROGRAM, "ref: ref applies alongside sibling keywords", &[
        (r#"{"foo": []}"#, true),
        (r#"{"foo": [1, 2, 3]}"#, false),
        (r#"{"foo": "string"}"#, false),
    ]),
    (S242::PROGRAM, "ref: property named $ref that is not a reference", &[
        (r#"{"$ref": "a"}"#, true),
        (r#"{"$ref": 2}"#, false),
    ]),
    (S243::PROGRAM, "ref: property named $ref, containing an actual $ref", &[
        (r#"{"$ref": "a"}"#, true),
        (r#"{"$ref": 2}"#, false),
    ]),
    (S244::PROGRAM, "ref: $ref to boolean schema true", &[
        (r#""foo""#, true),
    ]),
    (S245::PROGRAM, "ref: $ref to boolean schema false", &[
        (r#""foo""#, false),
    ]),
    (S247::PROGRAM, "ref: refs with quote", &[
        (r#"{"foo\"bar": 1}"#, true),
        (r#"{"foo\"bar": "1"}"#, false),
    ]),
    (S248::PROGRAM, "ref: ref creates new scope when adjacent to keywords", &[
        (r#"{"prop1": "match"}"#, false),
    ]),
    (S249::PROGRAM, "ref: naive replacement of $ref with its destination is not correct", &[
        (r#""this is a string""#, false),
        (r#"{"type": "string"}"#, false),
        (r##"{"$ref": "#/$defs/a_string"}"##, true),
    ]),
    (S254::PROGRAM, "ref: order of evaluation: $id and $anchor and $ref", &[
        ("5", true),
        ("50", false),
    ]),
    (S257::PROGRAM, "ref: simple URN base URI with JSON pointer", &[
        (r#"{"foo": "bar"}"#, true),
        (r#"{"foo": 12}"#, false),
    ]),
    (S258::PROGRAM, "ref: URN base URI with NSS", &[
        (r#"{"foo": "bar"}"#, true),
        (r#"{"foo": 12}"#, false),
    ]),
    (S259::PROGRAM, "ref: URN base URI with r-component", &[
        (r#"{"foo": "bar"}"#, true),
        (r#"{"foo": 12}"#, false),
    ]),
    (S260::PROGRAM, "ref: URN base URI with q-component", &[
        (r#"{"foo": "bar"}"#, true),
        (r#"{"foo": 12}"#, false),
    ]),
    (S268::PROGRAM, "ref: $id with file URI still resolves pointers - *nix", &[
        ("1", true),
        (r#""a""#, false),
    ]),
    (S269::PROGRAM, "ref: $id with file URI still resolves pointers - windows", &[
        ("1", true),
        (r#""a""#, false),
    ]),
    (S270::PROGRAM, "ref: empty tokens in $ref json-pointer", &[
        ("1", true),
        (r#""a""#, false),
    ]),
    (S286::PROGRAM, "required: required validation", &[
        (r#"{"foo": 1}"#, true),
        (r#"{"bar": 1}"#, false),
        ("[]", true),
        (r#""""#, true),
        ("12", true),
        ("null", true),
        ("true", true),
    ]),
    (S287::PROGRAM, "required: required default validation", &[
        ("{}", true),
    ]),
    (S288::PROGRAM, "required: required with empty array", &[
        ("{}", true),
    ]),
    (S289::PROGRAM, "required: required with escaped characters", &[
        (r#"{"foo\u000abar": 1, "foo\"bar": 1, "foo\\bar": 1, "foo\u000dbar": 1, "foo\u0009bar": 1, "foo\u000cbar": 1}"#, true),
        (r#"{"foo\u000abar": "1", "foo\"bar": "1"}"#, false),
    ]),
    (S290::PROGRAM, "required: required properties whose names are Javascript object property names", &[
        ("[]", true),
        ("12", true),
        ("{}", false),
        (r#"{"__proto__": "foo"}"#, false),
        (r#"{"toString": {"length": 37}}"#, false),
        (r#"{"constructor": {"length": 37}}"#, false),
        (r#"{"__proto__": 12, "toString": {"length": "foo"}, "constructor": 37}"#, true),
    ]),
    (S291::PROGRAM, "type: integer type matches integers", &[
        ("1", true),
        ("1.0", true),
        ("1.1", false),
        (r#""foo""#, false),
        (r#""1""#, false),
        ("{}", false),
        ("[]", false),
        ("true", false),
        ("null", false),
    ]),
    (S292::PROGRAM, "type: number type matches numbers", &[
        ("1", true),
        ("1.0", true),
        ("1.1", true),
        (r#""foo""#, false),
        (r#""1""#, false),
        ("{}", false),
        ("[]", false),
        ("true", false),
        ("null", false),
    ]),
    (S293::PROGRAM, "type: string type matches strings", &[
        ("1", false),
        ("1.1", false),
        (r#""foo""#, true),
        (r#""1""#, true),
        (r#""""#, true),
        ("{}", false),
        ("[]", false),
        ("true", false),
        ("null", false),
    ]),
    (S294::PROGRAM, "type: object type matches objects", &[
        ("1", false),
        ("1.1", false),
        (r#""foo""#, false),
        ("{}", true),
        ("[]", false),
        ("true", false),
        ("null", false),
    ]),
    (S295::PROGRAM, "type: array type matches arrays", &[
        ("1", false),
        ("1.1", false),
        (r#""foo""#, false),
        ("{}", false),
        ("[]", true),
        ("true", false),
        ("null", false),
    ]),
    (S296::PROGRAM, "type: boolean type matches booleans", &[
        ("1", false),
        ("0", false),
        ("1.1", false),
        (r#""foo""#, false),
        (r#""""#, false),
        ("{}", false),
        ("[]", false),
        ("true", true),
        ("false", true),
        ("null", false),
    ]),
    (S297::PROGRAM, "type: null type matches only the null object", &[
        ("1", false),
        ("1.1", false),
        ("0", false),
        (r#""foo""#, false),
        (r#""""#, false),
        ("{}", false),
        ("[]", false),
        ("true", false),
        ("false", false),
        ("null", true),
    ]),
    (S298::PROGRAM, "type: multiple types can be specified in an array", &[
        ("1", true),
        (r#""foo""#, true),
        ("1.1", false),
        ("{}", false),
        ("[]", false),
        ("true", false),
        ("null", false),
    ]),
    (S299::PROGRAM, "type: type as array with one item", &[
        (r#""foo""#, true),
        ("123", false),
    ]),
    (S300::PROGRAM, "type: type: array or object", &[
        ("[1, 2, 3]", true),
        (r#"{"foo": 123}"#, true),
        ("123", false),
        (r#""foo""#, false),
        ("null", false),
    ]),
    (S301::PROGRAM, "type: type: array, object or null", &[
        ("[1, 2, 3]", true),
        (r#"{"foo": 123}"#, true),
        ("null", true),
        ("123", false),
        (r#""foo""#, false),
    ]),
    (S302::PROGRAM, "unevaluatedItems: unevaluatedItems true", &[
        ("[]", true),
        (r#"["foo"]"#, true),
    ]),
    (S303::PROGRAM, "unevaluatedItems: unevaluatedItems false", &[
        ("[]", true),
        (r#"["foo"]"#, false),
    ]),
    (S304::PROGRAM, "unevaluatedItems: unevaluatedItems as schema", &[
        ("[]", true),
        (r#"["foo"]"#, true),
        ("[42]", false),
    ]),
    (S305::PROGRAM, "unevaluatedItems: unevaluatedItems with uniform items", &[
        (r#"["foo", "bar"]"#, true),
    ]),
    (S306::PROGRAM, "unevaluatedItems: unevaluatedItems with tuple", &[
        (r#"["foo"]"#, true),
        (r#"["foo", "bar"]"#, false),
    ]),
    (S307::PROGRAM, "unevaluatedItems: unevaluatedItems with items and prefixItems", &[
        (r#"["foo", 42]"#, true),
    ]),
    (S308::PROGRAM, "unevaluatedItems: unevaluatedItems with items", &[
        ("[5, 6, 7, 8]", true),
        (r#"["foo", "bar", "baz"]"#, false),
    ]),
    (S309::PROGRAM, "unevaluatedItems: unevaluatedItems with nested tuple", &[
        (r#"["foo", 42]"#, true),
        (r#"["foo", 42, true]"#, false),
    ]),
    (S310::PROGRAM, "unevaluatedItems: unevaluatedItems with nested items", &[
        ("[true, false]", true),
        (r#"["yes", "no"]"#, true),
        (r#"["yes", false]"#, false),
    ]),
    (S311::PROGRAM, "unevaluatedItems: unevaluatedItems with nested prefixItems and items", &[
        (r#"["foo"]"#, true),
        (r#"["foo", 42, true]"#, true),
    ]),
    (S312::PROGRAM, "unevaluatedItems: unevaluatedItems with nested unevaluatedItems", &[
        (r#"["foo"]"#, true),
        (r#"["foo", 42, true]"#, true),
    ]),
    (S313::PROGRAM, "unevaluatedItems: unevaluatedItems with anyOf", &[
        (r#"["foo", "bar"]"#, true),
        (r#"["foo", "bar", 42]"#, false),
        (r#"["foo", "bar", "baz"]"#, true),
        (r#"["foo", "bar", "baz", 42]"#, false),
    ]),
    (S314::PROGRAM, "unevaluatedItems: unevaluatedItems with oneOf", &[
        (r#"["foo", "bar"]"#, true),
        (r#"["foo", "bar", 42]"#, false),
    ]),
    (S315::PROGRAM, "unevaluatedItems: unevaluatedItems with not", &[
        (r#"["foo", "bar"]"#, false),
    ]),
    (S316::PROGRAM, "unevaluatedItems: unevaluatedItems with if/then/else", &[
        (r#"["foo", "bar", "then"]"#, true),
        (r#"["foo", "bar", "then", "else"]"#, false),
        (r#"["foo", 42, 42, "else"]"#, true),
        (r#"["foo", 42, 42, "else", 42]"#, false),
    ]),
    (S317::PROGRAM, "unevaluatedItems: unevaluatedItems with boolean schemas", &[
        ("[]", true),
        (r#"["foo"]"#, false),
    ]),
    (S318::PROGRAM, "unevaluatedItems: unevaluatedItems with $ref", &[
        (r#"["foo", "bar"]"#, true),
        (r#"["foo", "bar", "baz"]"#, false),
    ]),
    (S319::PROGRAM, "unevaluatedItems: unevaluatedItems before $ref", &[
        (r#"["foo", "bar"]"#, true),
        (r#"["foo", "bar", "baz"]"#, false),
    ]),
    (S321::PROGRAM, "unevaluatedItems: unevaluatedItems can't see inside cousins", &[
        ("[1]", false),
    ]),
    (S322::PROGRAM, "unevaluatedItems: item is evaluated in an uncle schema to unevaluatedItems", &[
        (r#"{"foo": ["test"]}"#, true),
        (r#"{"foo": ["test", "test"]}"#, false),
    ]),
    (S323::PROGRAM, "unevaluatedItems: unevaluatedItems depends on adjacent contains", &[
        (r#"[1, "foo"]"#, true),
        ("[1, 2]", false),
        (r#"[1, 2, "foo"]"#, false),
    ]),
    (S324::PROGRAM, "unevaluatedItems: unevaluatedItems depends on multiple nested contains", &[
        ("[2, 3, 4, 5, 6]", true),
        ("[2, 3, 4, 7, 8]", false),
    ]),
    (S325::PROGRAM, "unevaluatedItems: unevaluatedItems and contains interact to control item dependency relationship", &[
        ("[]", true),
        (r#"["a", "a"]"#, true),
        (r#"["a", "b", "a", "b", "a"]"#, true),
        (r#"["c", "a", "c", "c", "b", "a"]"#, true),
        (r#"["b", "b"]"#, false),
        (r#"["c", "c"]"#, false),
        (r#"["c", "b", "c", "b", "c"]"#, false),
        (r#"["c", "a", "c", "a", "c"]"#, false),
    ]),
    (S326::PROGRAM, "unevaluatedItems: unevaluatedItems with minContains = 0", &[
        ("[]", true),
        ("[0]", false),
        (r#"["foo", 0]"#, false),
        (r#"["foo", "bar"]"#, true),
    ]),
    (S327::PROGRAM, "unevaluatedItems: non-array instances are valid", &[
        ("true", true),
        ("123", true),
        ("1.0", true),
        ("{}", true),
        (r#""foo""#, true),
        ("null", true),
    ]),
    (S328::PROGRAM, "unevaluatedItems: unevaluatedItems with null instance elements", &[
        ("[null]", true),
    ]),
    (S329::PROGRAM, "unevaluatedItems: unevaluatedItems can see annotations from if without then and else", &[
        (r#"["a"]"#, true),
        (r#"["b"]"#, false),
    ]),
    (S330::PROGRAM, "unevaluatedItems: Evaluated items collection needs to consider instance location", &[
        (r#"[["foo", "bar"], "bar"]"#, false),
    ]),
    (S331::PROGRAM, "unevaluatedProperties: unevaluatedProperties true", &[
        ("{}", true),
        (r#"{"foo": "foo"}"#, true),
    ]),
    (S332::PROGRAM, "unevaluatedProperties: unevaluatedProperties schema", &[
        ("{}", true),
        (r#"{"foo": "foo"}"#, true),
        (r#"{"foo": "fo"}"#, false),
    ]),
    (S333::PROGRAM, "unevaluatedProperties: unevaluatedProperties false", &[
        ("{}", true),
        (r#"{"foo": "foo"}"#, false),
    ]),
    (S334::PROGRAM, "unevaluatedProperties: unevaluatedProperties with adjacent properties", &[
        (r#"{"foo": "foo"}"#, true),
        (r#"{"foo": "foo", "bar": "bar"}"#, false),
    ]),
    (S335::PROGRAM, "unevaluatedProperties: unevaluatedProperties with adjacent patternProperties", &[
        (r#"{"foo": "foo"}"#, true),
        (r#"{"foo": "foo", "bar": "bar"}"#, false),
    ]),
    (S336::PROGRAM, "unevaluatedProperties: unevaluatedProperties with adjacent bool additionalProperties", &[
        (r#"{"foo": "foo"}"#, true),
        (r#"{"foo": "foo", "bar": "bar"}"#, true),
    ]),
    (S337::PROGRAM, "unevaluatedProperties: unevaluatedProperties with adjacent non-bool additionalProperties", &[
        (r#"{"foo": "foo"}"#, true),
        (r#"{"foo": "foo", "bar": "bar"}"#, true),
    ]),
    (S338::PROGRAM, "unevaluatedProperties: unevaluatedProperties with nested properties", &[
        (r#"{"foo": "foo", "bar": "bar"}"#, true),
        (r#"{"foo": "foo", "bar": "bar", "baz": "baz"}"#, false),
    ]),
    (S339::PROGRAM, "unevaluatedProperties: unevaluatedProperties with nested patternProperties", &[
        (r#"{"foo": "foo", "bar": "bar"}"#, true),
        (r#"{"foo": "foo", "bar": "bar", "baz": "baz"}"#, false),
    ]),
    (S340::PROGRAM, "unevaluatedProperties: unevaluatedProperties with nested additionalProperties", &[
        (r#"{"foo": "foo"}"#, true),
        (r#"{"foo": "foo", "bar": "bar"}"#, true),
    ]),
    (S341::PROGRAM, "unevaluatedProperties: unevaluatedProperties with nested unevaluatedProperties", &[
        (r#"{"foo": "foo"}"#, true),
        (r#"{"foo": "foo", "bar": "bar"}"#, true),
    ]),
    (S342::PROGRAM, "unevaluatedProperties: unevaluatedProperties with anyOf", &[
        (r#"{"foo": "foo", "bar": "bar"}"#, true),
        (r#"{"foo": "foo", "bar": "bar", "baz": "not-baz"}"#, false),
        (r#"{"foo": "foo", "bar": "bar", "baz": "baz"}"#, true),
        (r#"{"foo": "foo", "bar": "bar", "baz": "baz", "quux": "not-quux"}"#, false),
    ]),
    (S343::PROGRAM, "unevaluatedProperties: unevaluatedProperties with oneOf", &[
        (r#"{"foo": "foo", "bar": "bar"}"#, true),
        (r#"{"foo": "foo", "bar": "bar", "quux": "quux"}"#, false),
    ]),
    (S344::PROGRAM, "unevaluatedProperties: unevaluatedProperties with not", &[
        (r#"{"foo": "foo", "bar": "bar"}"#, false),
    ]),
    (S345::PROGRAM, "unevaluatedProperties: unevaluatedProperties with if/then/else", &[
        (r#"{"foo": "then", "bar": "bar"}"#, true),
        (r#"{"foo": "then", "bar": "bar", "baz": "baz"}"#, false),
        (r#"{"baz": "baz"}"#, true),
        (r#"{"foo": "else", "baz": "baz"}"#, false),
    ]),
    (S346::PROGRAM, "unevaluatedProperties: unevaluatedProperties with if/then/else, then not defined", &[
        (r#"{"foo": "then"}"#, true),
        (r#"{"foo": "then", "bar": "bar"}"#, false),
        (r#"{"baz": "baz"}"#, true),
        (r#"{"foo": "else", "baz": "baz"}"#, false),
    ]),
    (S347::PROGRAM, "unevaluatedProperties: unevaluatedProperties with if/then/else, else not defined", &[
        (r#"{"foo": "then", "bar": "bar"}"#, true),
        (r#"{"foo": "then", "bar": "bar", "baz": "baz"}"#, false),
        (r#"{"baz": "baz"}"#, false),
        (r#"{"foo": "else", "baz": "baz"}"#, false),
    ]),
    (S348::PROGRAM, "unevaluatedProperties: unevaluatedProperties with dependentSchemas", &[
        (r#"{"foo": "foo", "bar": "bar"}"#, true),
        (r#"{"bar": "bar"}"#, false),
    ]),
    (S349::PROGRAM, "unevaluatedProperties: unevaluatedProperties with boolean schemas", &[
        (r#"{"foo": "foo"}"#, true),
        (r#"{"bar": "bar"}"#, false),
    ]),
    (S350::PROGRAM, "unevaluatedProperties: unevaluatedProperties with $ref", &[
        (r#"{"foo": "foo", "bar": "bar"}"#, true),
        (r#"{"foo": "foo", "bar": "bar", "baz": "baz"}"#, false),
    ]),
    (S351::PROGRAM, "unevaluatedProperties: unevaluatedProperties before $ref", &[
        (r#"{"foo": "foo", "bar": "bar"}"#, true),
        (r#"{"foo": "foo", "bar": "bar", "baz": "baz"}"#, false),
    ]),
    (S353::PROGRAM, "unevaluatedProperties: unevaluatedProperties can't see inside cousins", &[
        (r#"{"foo": 1}"#, false),
    ]),
    (S354::PROGRAM, "unevaluatedProperties: unevaluatedProperties can't see inside cousins (reverse order)", &[
        (r#"{"foo": 1}"#, false),
    ]),
    (S355::PROGRAM, "unevaluatedProperties: nested unevaluatedProperties, outer false, inner true, properties outside", &[
        (r#"{"foo": "foo"}"#, true),
        (r#"{"foo": "foo", "bar": "bar"}"#, true),
    ]),
    (S356::PROGRAM, "unevaluatedProperties: nested unevaluatedProperties, outer false, inner true, properties inside", &[
        (r#"{"foo": "foo"}"#, true),
        (r#"{"foo": "foo", "bar": "bar"}"#, true),
    ]),
    (S357::PROGRAM, "unevaluatedProperties: nested unevaluatedProperties, outer true, inner false, properties outside", &[
        (r#"{"foo": "foo"}"#, false),
        (r#"{"foo": "foo", "bar": "bar"}"#, false),
    ]),
    (S358::PROGRAM, "unevaluatedProperties: nested unevaluatedProperties, outer true, inner false, properties inside", &[
        (r#"{"foo": "foo"}"#, true),
        (r#"{"foo": "foo", "bar": "bar"}"#, false),
    ]),
    (S359::PROGRAM, "unevaluatedProperties: cousin unevaluatedProperties, true and false, true with properties", &[
        (r#"{"foo": "foo"}"#, false),
        (r#"{"foo": "foo", "bar": "bar"}"#, false),
    ]),
    (S360::PROGRAM, "unevaluatedProperties: cousin unevaluatedProperties, true and false, false with properties", &[
        (r#"{"foo": "foo"}"#, true),
        (r#"{"foo": "foo", "bar": "bar"}"#, false),
    ]),
    (S361::PROGRAM, "unevaluatedProperties: property is evaluated in an uncle schema to unevaluatedProperties", &[
        (r#"{"foo": {"bar": "test"}}"#, true),
        (r#"{"foo": {"bar": "test", "faz": "test"}}"#, false),
    ]),
    (S362::PROGRAM, "unevaluatedProperties: in-place applicator siblings, allOf has unevaluated", &[
        (r#"{"foo": 1, "bar": 1}"#, false),
        (r#"{"foo": 1}"#, true),
        (r#"{"bar": 1}"#, false),
    ]),
    (S363::PROGRAM, "unevaluatedProperties: in-place applicator siblings, anyOf has unevaluated", &[
        (r#"{"foo": 1, "bar": 1}"#, false),
        (r#"{"foo": 1}"#, false),
        (r#"{"bar": 1}"#, true),
    ]),
    (S364::PROGRAM, "unevaluatedProperties: unevaluatedProperties + single cyclic ref", &[
        ("{}", true),
        (r#"{"x": {}}"#, true),
        (r#"{"x": {}, "y": {}}"#, false),
        (r#"{"x": {"x": {}}}"#, true),
        (r#"{"x": {"x": {}, "y": {}}}"#, false),
        (r#"{"x": {"x": {"x": {}}}}"#, true),
        (r#"{"x": {"x": {"x": {}, "y": {}}}}"#, false),
    ]),
    (S365::PROGRAM, "unevaluatedProperties: unevaluatedProperties + ref inside allOf / oneOf", &[
        ("{}", false),
        (r#"{"a": 1, "b": 1}"#, false),
        (r#"{"x": 1, "y": 1}"#, false),
        (r#"{"a": 1, "x": 1}"#, true),
        (r#"{"a": 1, "y": 1}"#, true),
        (r#"{"a": 1, "b": 1, "x": 1}"#, true),
        (r#"{"a": 1, "b": 1, "y": 1}"#, true),
        (r#"{"a": 1, "b": 1, "x": 1, "y": 1}"#, false),
    ]),
    (S366::PROGRAM, "unevaluatedProperties: dynamic evalation inside nested refs", &[
        ("{}", false),
        (r#"{"a": 1}"#, true),
        (r#"{"b": 1}"#, true),
        (r#"{"c": 1}"#, true),
        (r#"{"d": 1}"#, true),
        (r#"{"a": 1, "b": 1}"#, false),
        (r#"{"a": 1, "c": 1}"#, false),
        (r#"{"a": 1, "d": 1}"#, false),
        (r#"{"b": 1, "c": 1}"#, false),
        (r#"{"b": 1, "d": 1}"#, false),
        (r#"{"c": 1, "d": 1}"#, false),
        (r#"{"xx": 1}"#, true),
        (r#"{"xx": 1, "foox": 1}"#, true),
        (r#"{"xx": 1, "foo": 1}"#, false),
        (r#"{"xx": 1, "a": 1}"#, false),
        (r#"{"xx": 1, "b": 1}"#, false),
        (r#"{"xx": 1, "c": 1}"#, false),
        (r#"{"xx": 1, "d": 1}"#, false),
        (r#"{"all": 1}"#, true),
        (r#"{"all": 1, "foo": 1}"#, true),
        (r#"{"all": 1, "a": 1}"#, false),
    ]),
    (S367::PROGRAM, "unevaluatedProperties: non-object instances are valid", &[
        ("true", true),
        ("123", true),
        ("1.0", true),
        ("[]", true),
        (r#""foo""#, true),
        ("null", true),
    ]),
    (S368::PROGRAM, "unevaluatedProperties: unevaluatedProperties with null valued instance properties", &[
        (r#"{"foo": null}"#, true),
    ]),
    (S369::PROGRAM, "unevaluatedProperties: unevaluatedProperties not affected by propertyNames", &[
        (r#"{"a": 1}"#, true),
        (r#"{"a": "b"}"#, false),
    ]),
    (S370::PROGRAM, "unevaluatedProperties: unevaluatedProperties can see annotations from if without then and else", &[
        (r#"{"foo": "a"}"#, true),
        (r#"{"bar": "a"}"#, false),
    ]),
    (S371::PROGRAM, "unevaluatedProperties: dependentSchemas with unevaluatedProperties", &[
        (r#"{"foo": ""}"#, false),
        (r#"{"bar": ""}"#, false),
        (r#"{"foo2": "", "bar": ""}"#, true),
    ]),
    (S372::PROGRAM, "unevaluatedProperties: Evaluated properties collection needs to consider instance location", &[
        (r#"{"foo": {"bar": "foo"}, "bar": "bar"}"#, false),
    ]),
    (S373::PROGRAM, "unevaluatedProperties: Evaluated properties collection needs to consider instance location with patternProperties", &[
        (r#"{"foo": {"bar": "foo"}}"#, true),
        (r#"{"foo": {"bar": "foo"}, "bar": "bar"}"#, false),
    ]),
    (S374::PROGRAM, "unevaluatedProperties: Evaluated properties collection needs to consider instance location with additionalProperties", &[
        (r#"{"foo": {"bar": "foo"}}"#, true),
        (r#"{"foo": {"bar": "foo"}, "bar": "bar"}"#, false),
    ]),
    (S375::PROGRAM, "uniqueItems: uniqueItems validation", &[
        ("[1, 2]", true),
        ("[1, 1]", false),
        ("[1, 2, 1]", false),
        ("[1.0, 1.00, 1]", false),
        ("[0, false]", true),
        ("[1, true]", true),
        (r#"["foo", "bar", "baz"]"#, true),
        (r#"["foo", "bar", "foo"]"#, false),
        (r#"[{"foo": "bar"}, {"foo": "baz"}]"#, true),
        (r#"[{"foo": "bar"}, {"foo": "bar"}]"#, false),
        (r#"[{"foo": "bar", "bar": "foo"}, {"bar": "foo", "foo": "bar"}]"#, false),
        (r#"[{"foo": {"bar": {"baz": true}}}, {"foo": {"bar": {"baz": false}}}]"#, true),
        (r#"[{"foo": {"bar": {"baz": true}}}, {"foo": {"bar": {"baz": true}}}]"#, false),
        (r#"[["foo"], ["bar"]]"#, true),
        (r#"[["foo"], ["foo"]]"#, false),
        (r#"[["foo"], ["bar"], ["foo"]]"#, false),
        ("[1, true]", true),
        ("[0, false]", true),
        ("[[1], [true]]", true),
        ("[[0], [false]]", true),
        (r#"[[[1], "foo"], [[true], "foo"]]"#, true),
        (r#"[[[0], "foo"], [[false], "foo"]]"#, true),
        (r#"[{}, [1], true, null, 1, "{}"]"#, true),
        ("[{}, [1], true, null, {}, 1]", false),
        (r#"[{"a": 1, "b": 2}, {"a": 2, "b": 1}]"#, true),
        (r#"[{"a": 1, "b": 2}, {"b": 2, "a": 1}]"#, false),
        (r#"[{"a": false}, {"a": 0}]"#, true),
        (r#"[{"a": true}, {"a": 1}]"#, true),
    ]),
    (S376::PROGRAM, "uniqueItems: uniqueItems with an array of items", &[
        ("[false, true]", true),
        ("[true, false]", true),
        ("[false, false]", false),
        ("[true, true]", false),
        (r#"[false, true, "foo", "bar"]"#, true),
        (r#"[true, false, "foo", "bar"]"#, true),
        (r#"[false, true, "foo", "foo"]"#, false),
        (r#"[true, false, "foo", "foo"]"#, false),
    ]),
    (S377::PROGRAM, "uniqueItems: uniqueItems with an array of items and additionalItems=false", &[
        ("[false, true]", true),
        ("[true, false]", true),
        ("[false, false]", false),
        ("[true, true]", false),
        ("[false, true, null]", false),
    ]),
    (S378::PROGRAM, "uniqueItems: uniqueItems=false validation", &[
        ("[1, 2]", true),
        ("[1, 1]", true),
        ("[1.0, 1.00, 1]", true),
        ("[0, false]", true),
        ("[1, true]", true),
        (r#"[{"foo": "bar"}, {"foo": "baz"}]"#, true),
        (r#"[{"foo": "bar"}, {"foo": "bar"}]"#, true),
        (r#"[{"foo": {"bar": {"baz": true}}}, {"foo": {"bar": {"baz": false}}}]"#, true),
        (r#"[{"foo": {"bar": {"baz": true}}}, {"foo": {"bar": {"baz": true}}}]"#, true),
        (r#"[["foo"], ["bar"]]"#, true),
        (r#"[["foo"], ["foo"]]"#, true),
        ("[1, true]", true),
        ("[0, false]", true),
        ("[{}, [1], true, null, 1]", true),
        ("[{}, [1], true, null, {}, 1]", true),
    ]),
    (S379::PROGRAM, "uniqueItems: uniqueItems=false with an array of items", &[
        ("[false, true]", true),
        ("[true, false]", true),
        ("[false, false]", true),
        ("[true, true]", true),
        (r#"[false, true, "foo", "bar"]"#, true),
        (r#"[true, false, "foo", "bar"]"#, true),
        (r#"[false, true, "foo", "foo"]"#, true),
        (r#"[true, false, "foo", "foo"]"#, true),
    ]),
    (S380::PROGRAM, "uniqueItems: uniqueItems=false with an array of items and additionalItems=false", &[
        ("[false, true]", true),
        ("[true, false]", true),
        ("[false, false]", true),
        ("[true, true]", true),
        ("[false, true, null]", false),
    ]),
];
