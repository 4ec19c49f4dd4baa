use klavi_derive::Validate;

#[derive(Validate)]
#[klavi(schema = "contracts/auth.request.schema.json", crate = "::klavi_core")]
#[klavi(schema_file = "tests/schemas/transfer.json")]
struct Login {
    amount: String,
}

fn main() {}
