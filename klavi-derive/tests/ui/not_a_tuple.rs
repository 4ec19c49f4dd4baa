use klavi_derive::Validate;

#[derive(Validate)]
#[klavi(schema_file = "tests/schemas/transfer.json", crate = "::klavi_core")]
struct Transfer(String, u8);

#[derive(Validate)]
#[klavi(schema_file = "tests/schemas/transfer.json", crate = "::klavi_core")]
enum Kind {
    Dict,
    Manu,
}

#[derive(Validate)]
#[klavi(schema_file = "tests/schemas/transfer.json", crate = "::klavi_core")]
enum Either {
    Amount(String),
}

fn main() {}
