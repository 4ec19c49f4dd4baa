//! Random schemas of the whole dialect with random documents: the verdict is that of `jsonschema`.
//!
//! `KLAVI_SCHEMAS=100000 cargo test --release -p klavi-validate --test dialect` tries that many.

use klavi_codegen::{SchemaFile, program};
use klavi_validate::{Options, Report};
use serde_json::{Map, Value, json};

const NAMES: [&str; 4] = ["a", "b", "ab", "c"];

struct Random(fastrand::Rng);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0.usize(..bound)
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    fn document(&mut self, depth: u32) -> Value {
        match self.below(if depth == 0 { 5 } else { 9 }) {
            0 => Value::Null,
            1 => json!(self.below(2) == 0),
            2 => json!(self.below(4)),
            3 => json!(self.pick(&[0.5, 1.0, -1.0, 2.5])),
            4 => json!(self.pick(&["", "a", "ab", "abc", "é"])),
            5 | 6 => (0..self.below(4)).map(|_| self.document(depth - 1)).collect(),
            _ => {
                let members = (0..self.below(4)).map(|_| (self.pick(&NAMES).to_owned(), self.document(depth - 1)));
                Value::Object(members.collect())
            }
        }
    }

    fn schema(&mut self, depth: u32) -> Value {
        if depth == 0 || self.below(12) == 0 {
            return match self.below(6) {
                0 => json!(true),
                1 => json!(false),
                2 => json!({"type": self.pick(&["string", "integer", "number", "null", "boolean", "array", "object"])}),
                3 => json!({"const": self.document(1)}),
                4 => json!({"enum": [self.document(1), self.document(0)]}),
                _ => json!({"$ref": self.pick(&["#/$defs/x", "#y"])}),
            };
        }
        let mut schema = Map::new();
        for _ in 0..=self.below(3) {
            self.keyword(&mut schema, depth - 1);
        }
        Value::Object(schema)
    }

    fn schemas(&mut self, depth: u32) -> Value {
        (0..=self.below(2)).map(|_| self.schema(depth)).collect()
    }

    fn named(&mut self, names: &[&str], depth: u32) -> Value {
        let members = (0..=self.below(2)).map(|_| (self.pick(names).to_owned(), self.schema(depth)));
        Value::Object(members.collect())
    }

    fn names(&mut self) -> Value {
        let first = self.below(NAMES.len());
        (first..NAMES.len().min(first + 1 + self.below(2))).map(|index| NAMES[index]).collect()
    }

    fn keyword(&mut self, schema: &mut Map<String, Value>, depth: u32) {
        let bound = json!(self.below(4));
        let keywords = [
            "properties",
            "patternProperties",
            "additionalProperties",
            "propertyNames",
            "required",
            "minProperties",
            "maxProperties",
            "dependentRequired",
            "dependentSchemas",
            "unevaluatedProperties",
            "prefixItems",
            "items",
            "contains",
            "minContains",
            "maxContains",
            "uniqueItems",
            "minItems",
            "maxItems",
            "unevaluatedItems",
            "allOf",
            "anyOf",
            "oneOf",
            "not",
            "if",
            "then",
            "else",
            "type",
            "minLength",
            "maxLength",
            "pattern",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "multipleOf",
        ];
        let keyword = self.pick(&keywords);
        let value = match keyword {
            "patternProperties" => self.named(&["^a", "b$", "[ac]"], depth),
            "properties" | "dependentSchemas" => self.named(&NAMES, depth),
            "required" => self.names(),
            "dependentRequired" => json!({ self.pick(&NAMES): self.names() }),
            "propertyNames" => json!({self.pick(&["maxLength", "minLength"]): self.below(3)}),
            "prefixItems" | "allOf" | "anyOf" | "oneOf" => self.schemas(depth),
            "uniqueItems" => json!(self.below(3) > 0),
            "type" => json!(self.pick(&["string", "integer", "number", "array", "object"])),
            "pattern" => json!(self.pick(&["^a", "b$", "^.{2}$"])),
            "multipleOf" => json!(self.pick(&[1.0, 0.5, 2.0])),
            "minProperties" | "maxProperties" | "minContains" | "maxContains" | "minItems" | "maxItems"
            | "minLength" | "maxLength" | "minimum" | "maximum" | "exclusiveMinimum" => bound,
            _ => self.schema(depth),
        };
        schema.insert(keyword.to_owned(), value);
    }
}

/// The root: named schemas that end, so that every reference does.
fn root(random: &mut Random) -> Value {
    let mut schema = random.schema(3);
    let leaf = |random: &mut Random| loop {
        let schema = random.schema(1);
        if !schema.to_string().contains("$ref") {
            break schema;
        }
    };
    let (x, mut y) = (leaf(random), leaf(random));
    if let Value::Object(y) = &mut y {
        y.insert("$anchor".to_owned(), json!("y"));
    } else {
        y = json!({"$anchor": "y", "not": {"const": y}});
    }
    if !schema.is_object() {
        schema = json!({"allOf": [schema]});
    }
    schema["$defs"] = json!({"x": x, "y": y});
    schema
}

#[test]
fn the_whole_dialect_means_what_jsonschema_says() {
    let count = std::env::var("KLAVI_SCHEMAS").map_or(3000, |count| count.parse().unwrap());
    let mut random = Random(fastrand::Rng::with_seed(0x2545_f491_4f6c_dd1d));
    let (mut taken, mut valid, mut invalid, mut refused) = (0, 0, 0, 0);
    for _ in 0..count {
        let schema = root(&mut random);
        let text = schema.to_string();
        let Ok(file) = SchemaFile::new("random", &text) else { panic!("the dialect refuses {text}") };
        // An object that requires what it does not let in is a mistake in the dialect.
        let Ok(program) = program(&file, "", "random") else {
            refused += 1;
            continue;
        };
        let oracle = jsonschema::draft202012::new(&schema).unwrap();
        taken += 1;
        for _ in 0..8 {
            let document = random.document(3);
            let expected = oracle.is_valid(&document);
            let report = Report::new(program, document.to_string().as_bytes(), &Options::default());
            assert_eq!(report.is_valid(), expected, "{text}\n{document}\n{report}");
            if expected { valid += 1 } else { invalid += 1 }
        }
    }
    assert!(taken > count * 3 / 4, "{refused} of {count} are refused");
    assert!(valid > taken && invalid > taken, "both verdicts are met often: {valid} {invalid}");
}
