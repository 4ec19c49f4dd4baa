//! The JSON Schemas of the types, by schemars: looser than the contracts, never stricter.

mod common;

use common::{ForType, for_type, subjects};
use serde::de::DeserializeOwned;
use std::fmt::Debug;

struct Schema;

impl ForType for Schema {
    type Output = serde_json::Value;

    fn with<T: DeserializeOwned + Debug + PartialEq + schemars::JsonSchema>(self) -> serde_json::Value {
        schemars::schema_for!(T).to_value()
    }
}

#[test]
fn valid_documents_fit_the_schemas_of_the_types() {
    for subject in subjects() {
        let schema = for_type(subject.contract.name, Schema);
        let validator = jsonschema::draft202012::new(&schema).unwrap();
        for (name, document) in &subject.valid {
            let document = serde_json::from_str(document).unwrap();
            if let Err(error) = validator.validate(&document) {
                panic!("{}: {name}: {} at {}", subject.contract.name, error.masked(), error.instance_path());
            }
        }
    }
}
