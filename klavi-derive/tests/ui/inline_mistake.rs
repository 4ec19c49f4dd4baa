use klavi_derive::Validate;

#[derive(Validate)]
#[klavi(schema = r#"{"type": "object", "properties": {"a": {"minLenght": 1}}}"#, crate = "::klavi_core")]
struct Inline {
    a: Option<String>,
}

fn main() {}
