use klavi_derive::Validate;

#[derive(Validate)]
#[klavi(schema_file = "tests/schemas/nowhere.json", crate = "::klavi_core")]
struct Transfer {
    amount: String,
}

fn main() {}
