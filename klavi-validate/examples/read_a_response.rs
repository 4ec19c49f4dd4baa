//! Reads an answer that holds a field and a status which no document names.
//!
//! `cargo run -p klavi-validate --example read_a_response`

use klavi_validate::types::CreatePaymentResponse;
use klavi_validate::{Error, Lang, check, parse};

fn main() -> Result<(), Error> {
    let body = br#"{"id": "1", "status": "PAYMENT_DELAYED", "retryAfter": 2.50}"#;

    for finding in check::<CreatePaymentResponse>(body).findings {
        println!("{} at {}: {}", finding.severity.name(), finding.pointer, finding.message(Lang::En));
    }

    let response = parse::<CreatePaymentResponse>(body)?;
    if let Some(status) = &response.status {
        println!("status on the wire: {status}");
    }
    for (name, value) in response.extra.iter() {
        println!("kept as it came: {name} = {}", value.get());
    }
    Ok(())
}
