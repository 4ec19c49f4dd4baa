use klavi_derive::Validate;

#[derive(Validate)]
#[klavi(schema = "contracts/auth.request.schema.json", crate = "::klavi_core")]
#[allow(non_snake_case, reason = "the names are those of the documents")]
struct Login {
    accessKey: String,
    secretKye: String,
    currency: String,
}

fn main() {}
