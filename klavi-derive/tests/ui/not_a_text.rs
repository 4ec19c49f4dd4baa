use klavi_derive::Validate;

#[derive(Validate)]
#[klavi(schema = 7, crate = "::klavi_core")]
struct Number {
    amount: String,
}

#[derive(Validate)]
#[klavi(schema = "contracts/auth.request.schema.json", crate = "no path")]
struct Path {
    amount: String,
}

fn main() {}
