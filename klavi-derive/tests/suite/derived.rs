//! Made from the official suite: `KLAVI_GENERATE=1 cargo test -p klavi-derive --test suite`.

super::programs! {
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {}, "bar": {}}, "patternProperties": {"^v": {}}, "additionalProperties": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "patternProperties": {"^á": {}}, "additionalProperties": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {}, "bar": {}}, "additionalProperties": {"type": "boolean"}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "additionalProperties": {"type": "boolean"}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {}, "bar": {}}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{"properties": {"foo": {}}}], "additionalProperties": {"type": "boolean"}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "additionalProperties": {"type": "null"}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "propertyNames": {"maxLength": 5}, "additionalProperties": {"type": "number"}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo2": {}}, "dependentSchemas": {"foo": {}, "foo2": {"properties": {"bar": {}}}}, "additionalProperties": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{"properties": {"bar": {"type": "integer"}}, "required": ["bar"]}, {"properties": {"foo": {"type": "string"}}, "required": ["foo"]}]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"bar": {"type": "integer"}}, "required": ["bar"], "allOf": [{"properties": {"foo": {"type": "string"}}, "required": ["foo"]}, {"properties": {"baz": {"type": "null"}}, "required": ["baz"]}]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{"maximum": 30}, {"minimum": 20}]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [true, true]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [true, false]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [false, false]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{}]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{}, {}]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{}, {"type": "number"}]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{"type": "number"}, {}]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{"allOf": [{"type": "null"}]}]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{"multipleOf": 2}], "anyOf": [{"multipleOf": 3}], "oneOf": [{"multipleOf": 5}]}"#
    r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$ref": "#foo", "$defs": {"A": {"$anchor": "foo", "type": "integer"}}}"##
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "anyOf": [{"type": "integer"}, {"minimum": 2}]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "string", "anyOf": [{"maxLength": 2}, {"minLength": 4}]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "anyOf": [true, true]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "anyOf": [true, false]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "anyOf": [false, false]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "anyOf": [{"properties": {"bar": {"type": "integer"}}, "required": ["bar"]}, {"properties": {"foo": {"type": "string"}}, "required": ["foo"]}]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "anyOf": [{"type": "number"}, {}]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "anyOf": [{"anyOf": [{"type": "null"}]}]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "const": 2}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "const": {"foo": "bar", "baz": "bax"}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "const": [{"foo": "bar"}]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "const": null}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "const": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "const": true}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "const": [false]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "const": [true]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "const": {"a": false}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "const": {"a": true}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "const": 0}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "const": 1}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "const": -2.0}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "const": 9007199254740992}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "const": "hello\u0000there"}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "const": "μ", "$comment": "U+03BC"}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "const": "ä", "$comment": "U+00E4"}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "contains": {"minimum": 5}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "contains": {"const": 5}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "contains": true}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "contains": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "items": {"multipleOf": 2}, "contains": {"multipleOf": 3}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "contains": {"if": false, "else": true}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "contains": {"type": "null"}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "contentMediaType": "application/json"}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "contentEncoding": "base64"}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "contentMediaType": "application/json", "contentEncoding": "base64"}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "contentMediaType": "application/json", "contentEncoding": "base64", "contentSchema": {"type": "object", "required": ["foo"], "properties": {"foo": {"type": "string"}}}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"type": "integer", "default": []}}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"bar": {"type": "string", "minLength": 4, "default": "bad"}}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "properties": {"alpha": {"type": "number", "maximum": 3, "default": 5}}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "dependentRequired": {"bar": ["foo"]}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "dependentRequired": {"bar": []}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "dependentRequired": {"quux": ["foo", "bar"]}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "dependentRequired": {"foo\u000abar": ["foo\u000dbar"], "foo\"bar": ["foo'bar"]}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "dependentSchemas": {"bar": {"properties": {"foo": {"type": "integer"}, "bar": {"type": "integer"}}}}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "dependentSchemas": {"foo": true, "bar": false}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "dependentSchemas": {"foo\u0009bar": {"minProperties": 4}, "foo'bar": {"required": ["foo\"bar"]}}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {}}, "dependentSchemas": {"foo": {"properties": {"bar": {}}, "additionalProperties": false}}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "enum": [1, 2, 3]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "enum": [6, "foo", [], true, {"foo": 12}]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "enum": [6, null]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "properties": {"foo": {"enum": ["foo"]}, "bar": {"enum": ["bar"]}}, "required": ["bar"]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "enum": ["foo\u000abar", "foo\u000dbar"]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "enum": [false]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "enum": [[false]]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "enum": [true]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "enum": [[true]]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "enum": [0]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "enum": [[0]]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "enum": [1]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "enum": [[1]]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "enum": ["hello\u0000there"]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "enum": []}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "exclusiveMaximum": 3.0}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "exclusiveMinimum": 1.1}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "format": "email"}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "format": "idn-email"}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "format": "regex"}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "format": "ipv4"}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "format": "ipv6"}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "format": "idn-hostname"}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "format": "hostname"}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "format": "date"}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "format": "date-time"}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "format": "time"}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "format": "json-pointer"}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "format": "relative-json-pointer"}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "format": "iri"}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "format": "iri-reference"}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "format": "uri"}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "format": "uri-reference"}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "format": "uri-template"}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "format": "uuid"}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "format": "duration"}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "if": {"const": 0}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "then": {"const": 0}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "else": {"const": 0}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "if": {"exclusiveMaximum": 0}, "then": {"minimum": -10}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "if": {"exclusiveMaximum": 0}, "else": {"multipleOf": 2}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "if": {"exclusiveMaximum": 0}, "then": {"minimum": -10}, "else": {"multipleOf": 2}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{"if": {"exclusiveMaximum": 0}}, {"then": {"minimum": -10}}, {"else": {"multipleOf": 2}}]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "if": true, "then": {"const": "then"}, "else": {"const": "else"}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "if": false, "then": {"const": "then"}, "else": {"const": "else"}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "then": {"const": "yes"}, "else": {"const": "other"}, "if": {"maxLength": 4}}"#
    r#"{"if": {"const": 1}, "then": false}"#
    r#"{"if": {"const": 1}, "else": false}"#
    r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": {"int": {"type": "integer"}}, "allOf": [{"properties": {"foo": {"$ref": "#/$defs/int"}}}, {"additionalProperties": {"$ref": "#/$defs/int"}}]}"##
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "items": {"type": "integer"}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "items": true}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "items": false}"#
    r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": {"item": {"type": "array", "items": false, "prefixItems": [{"$ref": "#/$defs/sub-item"}, {"$ref": "#/$defs/sub-item"}]}, "sub-item": {"type": "object", "required": ["foo"]}}, "type": "array", "items": false, "prefixItems": [{"$ref": "#/$defs/item"}, {"$ref": "#/$defs/item"}, {"$ref": "#/$defs/item"}]}"##
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "array", "items": {"type": "array", "items": {"type": "array", "items": {"type": "array", "items": {"type": "number"}}}}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "prefixItems": [{}, {}, {}], "items": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{"prefixItems": [{"minimum": 3}]}], "items": {"minimum": 5}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "prefixItems": [{"type": "string"}], "items": {"type": "integer"}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "prefixItems": [{}], "items": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "items": {"type": "null"}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "maxContains": 1}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "contains": {"const": 1}, "maxContains": 1}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "contains": {"const": 1}, "maxContains": 1.0}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "contains": {"const": 1}, "minContains": 1, "maxContains": 3}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "contains": {"const": 1}, "minContains": 0, "maxContains": 0}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "maxItems": 2}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "maxItems": 2.0}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "maxLength": 2}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "maxLength": 2.0}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "maxProperties": 2}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "maxProperties": 2.0}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "maxProperties": 0}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "maximum": 3.0}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "maximum": 300}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "minContains": 1}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "contains": {"const": 1}, "minContains": 1}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "contains": {"const": 1}, "minContains": 2}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "contains": {"const": 1}, "minContains": 2.0}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "contains": {"const": 1}, "maxContains": 2, "minContains": 2}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "contains": {"const": 1}, "maxContains": 1, "minContains": 3}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "contains": {"const": 1}, "minContains": 0}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "contains": {"const": 1}, "minContains": 0, "maxContains": 1}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "minItems": 1}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "minItems": 1.0}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "minLength": 2}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "minLength": 2.0}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "minProperties": 1}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "minProperties": 1.0}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "minimum": 1.1}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "minimum": -2}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "multipleOf": 2}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "multipleOf": 1.5}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "multipleOf": 0.0001}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "integer", "multipleOf": 0.123456789}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "integer", "multipleOf": 1e-8}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "not": {"type": "integer"}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "not": {"type": ["integer", "boolean"]}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "not": {"type": "object", "properties": {"foo": {"type": "string"}}}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"not": {}}}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "not": {}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "not": true}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "not": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "not": {"not": {}}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "not": {"$comment": "this subschema must still produce annotations internally, even though the 'not' will ultimately discard them", "anyOf": [true, {"properties": {"foo": true}}], "unevaluatedProperties": false}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "oneOf": [{"type": "integer"}, {"minimum": 2}]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "string", "oneOf": [{"minLength": 2}, {"maxLength": 4}]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "oneOf": [true, true, true]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "oneOf": [true, false, false]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "oneOf": [true, true, false]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "oneOf": [false, false, false]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "oneOf": [{"properties": {"bar": {"type": "integer"}}, "required": ["bar"]}, {"properties": {"foo": {"type": "string"}}, "required": ["foo"]}]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "oneOf": [{"type": "number"}, {}]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "oneOf": [{"required": ["foo", "bar"]}, {"required": ["foo", "baz"]}]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "oneOf": [{"properties": {"bar": true, "baz": true}, "required": ["bar"]}, {"properties": {"foo": true}, "required": ["foo"]}]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "oneOf": [{"oneOf": [{"type": "null"}]}]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "pattern": "^a*$"}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "pattern": "a+"}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "patternProperties": {"f.*o": {"type": "integer"}}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "patternProperties": {"a*": {"type": "integer"}, "aaa*": {"maximum": 20}}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "patternProperties": {"[0-9]{2,}": {"type": "boolean"}, "X_": {"type": "string"}}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "patternProperties": {"f.*": true, "b.*": false}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "patternProperties": {"^.*bar$": {"type": "null"}}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "prefixItems": [{"type": "integer"}, {"type": "string"}]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "prefixItems": [true, false]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "prefixItems": [{"type": "integer"}]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "prefixItems": [{"type": "null"}]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"type": "integer"}, "bar": {"type": "string"}}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"type": "array", "maxItems": 3}, "bar": {"type": "array"}}, "patternProperties": {"f.o": {"minItems": 2}}, "additionalProperties": {"type": "integer"}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": true, "bar": false}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo\u000abar": {"type": "number"}, "foo\"bar": {"type": "number"}, "foo\\bar": {"type": "number"}, "foo\u000dbar": {"type": "number"}, "foo\u0009bar": {"type": "number"}, "foo\u000cbar": {"type": "number"}}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"type": "null"}}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"__proto__": {"type": "number"}, "toString": {"properties": {"length": {"type": "string"}}}, "constructor": {"type": "number"}}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "propertyNames": {"maxLength": 3}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "propertyNames": {"pattern": "^a+$"}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "propertyNames": true}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "propertyNames": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "propertyNames": {"const": "foo"}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "propertyNames": {"enum": ["foo", "bar"]}}"#
    r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"$ref": "#"}}, "additionalProperties": false}"##
    r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"type": "integer"}, "bar": {"$ref": "#/properties/foo"}}}"##
    r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "prefixItems": [{"type": "integer"}, {"$ref": "#/prefixItems/0"}]}"##
    r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": {"tilde~field": {"type": "integer"}, "slash/field": {"type": "integer"}, "percent%field": {"type": "integer"}}, "properties": {"tilde": {"$ref": "#/$defs/tilde~0field"}, "slash": {"$ref": "#/$defs/slash~1field"}, "percent": {"$ref": "#/$defs/percent%25field"}}}"##
    r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": {"a": {"type": "integer"}, "b": {"$ref": "#/$defs/a"}, "c": {"$ref": "#/$defs/b"}}, "$ref": "#/$defs/c"}"##
    r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": {"reffed": {"type": "array"}}, "properties": {"foo": {"$ref": "#/$defs/reffed", "maxItems": 2}}}"##
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"$ref": {"type": "string"}}}"#
    r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"$ref": {"$ref": "#/$defs/is-string"}}, "$defs": {"is-string": {"type": "string"}}}"##
    r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$ref": "#/$defs/bool", "$defs": {"bool": true}}"##
    r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$ref": "#/$defs/bool", "$defs": {"bool": false}}"##
    r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo\"bar": {"$ref": "#/$defs/foo%22bar"}}, "$defs": {"foo\"bar": {"type": "number"}}}"##
    r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": {"A": {"unevaluatedProperties": false}}, "properties": {"prop1": {"type": "string"}}, "$ref": "#/$defs/A"}"##
    r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": {"a_string": {"type": "string"}}, "enum": [{"$ref": "#/$defs/a_string"}]}"##
    r##"{"$comment": "$id must be evaluated before $ref to get the proper $ref destination", "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://example.com/draft2020-12/ref-and-id2/base.json", "$ref": "#bigint", "$defs": {"bigint": {"$comment": "canonical uri: /ref-and-id2/base.json#/$defs/bigint; another valid uri for this location: /ref-and-id2/base.json#bigint", "$anchor": "bigint", "maximum": 10}, "smallint": {"$comment": "canonical uri: https://example.com/ref-and-id2#/$defs/smallint; another valid uri for this location: https://example.com/ref-and-id2/#bigint", "$id": "https://example.com/draft2020-12/ref-and-id2/", "$anchor": "bigint", "maximum": 2}}}"##
    r##"{"$comment": "URIs do not have to have HTTP(s) schemes", "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:uuid:deadbeef-1234-00ff-ff00-4321feebdaed", "properties": {"foo": {"$ref": "#/$defs/bar"}}, "$defs": {"bar": {"type": "string"}}}"##
    r##"{"$comment": "RFC 8141 §2.2", "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:example:1/406/47452/2", "properties": {"foo": {"$ref": "#/$defs/bar"}}, "$defs": {"bar": {"type": "string"}}}"##
    r##"{"$comment": "RFC 8141 §2.3.1", "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:example:foo-bar-baz-qux?+CCResolve:cc=uk", "properties": {"foo": {"$ref": "#/$defs/bar"}}, "$defs": {"bar": {"type": "string"}}}"##
    r##"{"$comment": "RFC 8141 §2.3.2", "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:example:weather?=op=map&lat=39.56&lon=-104.85&datetime=1969-07-21T02:56:15Z", "properties": {"foo": {"$ref": "#/$defs/bar"}}, "$defs": {"bar": {"type": "string"}}}"##
    r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "file:///folder/file.json", "$defs": {"foo": {"type": "number"}}, "$ref": "#/$defs/foo"}"##
    r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "file:///c:/folder/file.json", "$defs": {"foo": {"type": "number"}}, "$ref": "#/$defs/foo"}"##
    r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": {"": {"$defs": {"": {"type": "number"}}}}, "allOf": [{"$ref": "#/$defs//$defs/"}]}"##
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {}, "bar": {}}, "required": ["foo"]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {}}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {}}, "required": []}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "required": ["foo\u000abar", "foo\"bar", "foo\\bar", "foo\u000dbar", "foo\u0009bar", "foo\u000cbar"]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "required": ["__proto__", "toString", "constructor"]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "integer"}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "number"}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "string"}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object"}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "array"}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "boolean"}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "null"}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": ["integer", "string"]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": ["string"]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": ["array", "object"]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": ["array", "object", "null"]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "unevaluatedItems": true}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "unevaluatedItems": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "unevaluatedItems": {"type": "string"}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "items": {"type": "string"}, "unevaluatedItems": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "prefixItems": [{"type": "string"}], "unevaluatedItems": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "prefixItems": [{"type": "string"}], "items": true, "unevaluatedItems": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "items": {"type": "number"}, "unevaluatedItems": {"type": "string"}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "prefixItems": [{"type": "string"}], "allOf": [{"prefixItems": [true, {"type": "number"}]}], "unevaluatedItems": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "unevaluatedItems": {"type": "boolean"}, "anyOf": [{"items": {"type": "string"}}, true]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{"prefixItems": [{"type": "string"}], "items": true}], "unevaluatedItems": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{"prefixItems": [{"type": "string"}]}, {"unevaluatedItems": true}], "unevaluatedItems": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "prefixItems": [{"const": "foo"}], "anyOf": [{"prefixItems": [true, {"const": "bar"}]}, {"prefixItems": [true, true, {"const": "baz"}]}], "unevaluatedItems": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "prefixItems": [{"const": "foo"}], "oneOf": [{"prefixItems": [true, {"const": "bar"}]}, {"prefixItems": [true, {"const": "baz"}]}], "unevaluatedItems": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "prefixItems": [{"const": "foo"}], "not": {"not": {"prefixItems": [true, {"const": "bar"}]}}, "unevaluatedItems": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "prefixItems": [{"const": "foo"}], "if": {"prefixItems": [true, {"const": "bar"}]}, "then": {"prefixItems": [true, true, {"const": "then"}]}, "else": {"prefixItems": [true, true, true, {"const": "else"}]}, "unevaluatedItems": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [true], "unevaluatedItems": false}"#
    r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$ref": "#/$defs/bar", "prefixItems": [{"type": "string"}], "unevaluatedItems": false, "$defs": {"bar": {"prefixItems": [true, {"type": "string"}]}}}"##
    r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "unevaluatedItems": false, "prefixItems": [{"type": "string"}], "$ref": "#/$defs/bar", "$defs": {"bar": {"prefixItems": [true, {"type": "string"}]}}}"##
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{"prefixItems": [true]}, {"unevaluatedItems": false}]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"prefixItems": [{"type": "string"}], "unevaluatedItems": false}}, "anyOf": [{"properties": {"foo": {"prefixItems": [true, {"type": "string"}]}}}]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "prefixItems": [true], "contains": {"type": "string"}, "unevaluatedItems": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{"contains": {"multipleOf": 2}}, {"contains": {"multipleOf": 3}}], "unevaluatedItems": {"multipleOf": 5}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "if": {"contains": {"const": "a"}}, "then": {"if": {"contains": {"const": "b"}}, "then": {"if": {"contains": {"const": "c"}}}}, "unevaluatedItems": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "contains": {"type": "string"}, "minContains": 0, "unevaluatedItems": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "unevaluatedItems": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "unevaluatedItems": {"type": "null"}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "if": {"prefixItems": [{"const": "a"}]}, "unevaluatedItems": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "prefixItems": [{"prefixItems": [true, {"type": "string"}]}], "unevaluatedItems": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "unevaluatedProperties": true}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "unevaluatedProperties": {"type": "string", "minLength": 3}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "unevaluatedProperties": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"type": "string"}}, "unevaluatedProperties": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "patternProperties": {"^foo": {"type": "string"}}, "unevaluatedProperties": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "properties": {"foo": {"type": "string"}}, "additionalProperties": true, "unevaluatedProperties": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "properties": {"foo": {"type": "string"}}, "additionalProperties": {"type": "string"}, "unevaluatedProperties": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"type": "string"}}, "allOf": [{"properties": {"bar": {"type": "string"}}}], "unevaluatedProperties": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"type": "string"}}, "allOf": [{"patternProperties": {"^bar": {"type": "string"}}}], "unevaluatedProperties": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"type": "string"}}, "allOf": [{"additionalProperties": true}], "unevaluatedProperties": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"type": "string"}}, "allOf": [{"unevaluatedProperties": true}], "unevaluatedProperties": {"type": "string", "maxLength": 2}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"type": "string"}}, "anyOf": [{"properties": {"bar": {"const": "bar"}}, "required": ["bar"]}, {"properties": {"baz": {"const": "baz"}}, "required": ["baz"]}, {"properties": {"quux": {"const": "quux"}}, "required": ["quux"]}], "unevaluatedProperties": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"type": "string"}}, "oneOf": [{"properties": {"bar": {"const": "bar"}}, "required": ["bar"]}, {"properties": {"baz": {"const": "baz"}}, "required": ["baz"]}], "unevaluatedProperties": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"type": "string"}}, "not": {"not": {"properties": {"bar": {"const": "bar"}}, "required": ["bar"]}}, "unevaluatedProperties": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "if": {"properties": {"foo": {"const": "then"}}, "required": ["foo"]}, "then": {"properties": {"bar": {"type": "string"}}, "required": ["bar"]}, "else": {"properties": {"baz": {"type": "string"}}, "required": ["baz"]}, "unevaluatedProperties": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "if": {"properties": {"foo": {"const": "then"}}, "required": ["foo"]}, "else": {"properties": {"baz": {"type": "string"}}, "required": ["baz"]}, "unevaluatedProperties": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "if": {"properties": {"foo": {"const": "then"}}, "required": ["foo"]}, "then": {"properties": {"bar": {"type": "string"}}, "required": ["bar"]}, "unevaluatedProperties": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"type": "string"}}, "dependentSchemas": {"foo": {"properties": {"bar": {"const": "bar"}}, "required": ["bar"]}}, "unevaluatedProperties": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"type": "string"}}, "allOf": [true], "unevaluatedProperties": false}"#
    r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$ref": "#/$defs/bar", "properties": {"foo": {"type": "string"}}, "unevaluatedProperties": false, "$defs": {"bar": {"properties": {"bar": {"type": "string"}}}}}"##
    r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "unevaluatedProperties": false, "properties": {"foo": {"type": "string"}}, "$ref": "#/$defs/bar", "$defs": {"bar": {"properties": {"bar": {"type": "string"}}}}}"##
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{"properties": {"foo": true}}, {"unevaluatedProperties": false}]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{"unevaluatedProperties": false}, {"properties": {"foo": true}}]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"type": "string"}}, "allOf": [{"unevaluatedProperties": true}], "unevaluatedProperties": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{"properties": {"foo": {"type": "string"}}, "unevaluatedProperties": true}], "unevaluatedProperties": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"type": "string"}}, "allOf": [{"unevaluatedProperties": false}], "unevaluatedProperties": true}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{"properties": {"foo": {"type": "string"}}, "unevaluatedProperties": false}], "unevaluatedProperties": true}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{"properties": {"foo": {"type": "string"}}, "unevaluatedProperties": true}, {"unevaluatedProperties": false}]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{"unevaluatedProperties": true}, {"properties": {"foo": {"type": "string"}}, "unevaluatedProperties": false}]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"properties": {"bar": {"type": "string"}}, "unevaluatedProperties": false}}, "anyOf": [{"properties": {"foo": {"properties": {"faz": {"type": "string"}}}}}]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{"properties": {"foo": true}, "unevaluatedProperties": false}], "anyOf": [{"properties": {"bar": true}}]}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [{"properties": {"foo": true}}], "anyOf": [{"properties": {"bar": true}, "unevaluatedProperties": false}]}"#
    r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"x": {"$ref": "#"}}, "unevaluatedProperties": false}"##
    r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": {"one": {"properties": {"a": true}}, "two": {"required": ["x"], "properties": {"x": true}}}, "allOf": [{"$ref": "#/$defs/one"}, {"properties": {"b": true}}, {"oneOf": [{"$ref": "#/$defs/two"}, {"required": ["y"], "properties": {"y": true}}]}], "unevaluatedProperties": false}"##
    r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": {"one": {"oneOf": [{"$ref": "#/$defs/two"}, {"required": ["b"], "properties": {"b": true}}, {"required": ["xx"], "patternProperties": {"x": true}}, {"required": ["all"], "unevaluatedProperties": true}]}, "two": {"oneOf": [{"required": ["c"], "properties": {"c": true}}, {"required": ["d"], "properties": {"d": true}}]}}, "oneOf": [{"$ref": "#/$defs/one"}, {"required": ["a"], "properties": {"a": true}}], "unevaluatedProperties": false}"##
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "unevaluatedProperties": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "unevaluatedProperties": {"type": "null"}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "propertyNames": {"maxLength": 1}, "unevaluatedProperties": {"type": "number"}}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "if": {"patternProperties": {"foo": {"type": "string"}}}, "unevaluatedProperties": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo2": {}}, "dependentSchemas": {"foo": {}, "foo2": {"properties": {"bar": {}}}}, "unevaluatedProperties": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"properties": {"bar": {"type": "string"}}}}, "unevaluatedProperties": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"patternProperties": {"^bar$": {"type": "string"}}}}, "unevaluatedProperties": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"foo": {"additionalProperties": {"type": "string"}}}, "unevaluatedProperties": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "uniqueItems": true}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "prefixItems": [{"type": "boolean"}, {"type": "boolean"}], "uniqueItems": true}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "prefixItems": [{"type": "boolean"}, {"type": "boolean"}], "uniqueItems": true, "items": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "uniqueItems": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "prefixItems": [{"type": "boolean"}, {"type": "boolean"}], "uniqueItems": false}"#
    r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "prefixItems": [{"type": "boolean"}, {"type": "boolean"}], "uniqueItems": false, "items": false}"#
}
