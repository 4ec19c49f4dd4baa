use klavi_derive::Validate;

#[derive(Validate)]
#[klavi(schema_file = "tests/schemas/look_ahead.json", crate = "::klavi_core")]
struct Transfer {
    amount: Option<String>,
}

fn main() {}
