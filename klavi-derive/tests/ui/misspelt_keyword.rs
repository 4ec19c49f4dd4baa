use klavi_derive::Validate;

#[derive(Validate)]
#[klavi(schema_file = "tests/schemas/misspelt.json", crate = "::klavi_core")]
struct Transfer {
    amount: Option<String>,
}

fn main() {}
