use klavi_derive::Validate;

#[derive(Validate)]
#[klavi(schema_file = "tests/schemas/transfer.json#/$defs/list", crate = "::klavi_core")]
struct Transfers {
    amount: String,
}

fn main() {}
