use klavi_derive::Validate;
use std::collections::HashMap;

#[derive(Validate)]
#[klavi(
    schema = r#"{
        "type": "object",
        "properties": {
            "id": {"type": "string"},
            "count": {"type": ["integer", "null"]},
            "tags": {"type": "array"},
            "rest": {"type": "object"},
            "flag": {"type": "boolean"},
            "free": true
        },
        "required": ["id", "count", "tags", "rest", "flag", "free"]
    }"#,
    crate = "::klavi_core"
)]
struct Wrong {
    id: u64,
    count: Option<Box<str>>,
    tags: HashMap<String, u8>,
    rest: Vec<u8>,
    flag: &'static str,
    free: u64,
}

fn main() {}
