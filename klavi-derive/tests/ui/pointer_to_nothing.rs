use klavi_derive::Validate;

#[derive(Validate)]
#[klavi(schema = "contracts/auth.request.schema.json#/$defs/nothing", crate = "::klavi_core")]
struct Login {
    access_key: String,
}

fn main() {}
