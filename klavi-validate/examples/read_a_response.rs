//! Reads an answer that holds a status and a field which no document names, and lacks most of what they promise.
//!
//! `cargo run -p klavi-validate --example read_a_response`

use klavi_validate::types::GetPaymentResponse;
use klavi_validate::{Error, Lang, read};

fn main() -> Result<(), Error> {
    let body = br#"{"id": "1", "status": "PAYMENT_DELAYED", "retryAfter": 2.50}"#;

    let (response, report) = read::<GetPaymentResponse>(body)?;
    for finding in &report.findings {
        println!("{} at {}: {}", finding.severity, finding.pointer, finding.message(Lang::En));
    }
    if let Some(status) = &response.status {
        println!("status on the wire: {status}");
    }
    for (name, value) in response.extra.iter() {
        println!("kept as it came: {name} = {}", value.get());
    }
    Ok(())
}
