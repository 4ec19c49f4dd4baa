use klavi_derive::Validate;

#[derive(Validate)]
#[klavi(schema = "contracts/create-payment.reqest.schema.json", crate = "::klavi_core")]
struct Similar {
    amount: String,
}

#[derive(Validate)]
#[klavi(schema = "weather.json", crate = "::klavi_core")]
struct Strange {
    amount: String,
}

fn main() {}
