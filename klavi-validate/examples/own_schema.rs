//! A struct and a schema of your own, in the dialect of the contracts.
//!
//! `cargo run -p klavi-validate --example own_schema`

use klavi_validate::{Error, Lang, Validate, check, parse};

#[derive(Debug, serde::Deserialize, Validate)]
#[klavi(schema_file = "examples/schemas/order.json")]
struct Order {
    amount: String,
    coupon: Option<String>,
}

fn main() -> Result<(), Error> {
    for finding in check::<Order>(br#"{"amount": "10", "cupom": "MAY"}"#).findings {
        let (line, column) = (finding.span.start.line, finding.span.start.column);
        println!("{line}:{column} {} {}", finding.pointer, finding.message(Lang::En));
    }
    let order = parse::<Order>(br#"{"amount": "10.00"}"#)?;
    println!("amount {}, coupon {:?}", order.amount, order.coupon);
    Ok(())
}
