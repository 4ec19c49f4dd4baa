//! The vectors of webhooks, which every language has.

#![cfg(feature = "webhook")]

use http::{HeaderMap, HeaderName, HeaderValue};
use klavi_http::webhook::{Reason, Signed, VerifyOptions, sign, verify};
use serde_json::Value;
use std::collections::BTreeSet;
use std::time::Duration;

#[test]
fn vectors_hold() {
    let mut seen = BTreeSet::new();
    for line in klavi_schema::WEBHOOKS.text.lines() {
        let vector: Value = serde_json::from_str(line).unwrap();
        let text = |name: &str| vector[name].as_str().unwrap();
        let mut headers = HeaderMap::new();
        for (name, value) in vector["headers"].as_object().unwrap() {
            let name: HeaderName = name.parse().unwrap();
            headers.insert(name, HeaderValue::from_str(value.as_str().unwrap()).unwrap());
        }
        let mut options = VerifyOptions::default();
        if let Some(tolerance) = vector.get("tolerance") {
            options = options.with_tolerance(tolerance.as_u64().map(Duration::from_secs));
        }
        if vector["signed"] == "timestamp-and-body" {
            options = options.with_signed(Signed::TimestampAndBody);
        }
        let said = verify(
            text("body").as_bytes(),
            &headers,
            text("secret").as_bytes(),
            vector["now"].as_u64().unwrap(),
            &options,
        );
        assert_eq!(said.map_or_else(Reason::name, |()| "ok"), text("expect"), "{}", text("name"));
        seen.insert(text("expect").to_owned());
    }
    let all = [
        "ok",
        "rewritten",
        "signature-form",
        "signature-missing",
        "timestamp-form",
        "timestamp-missing",
        "too-new",
        "too-old",
        "wrong",
    ];
    assert_eq!(seen.iter().map(String::as_str).collect::<Vec<_>>(), all);
}

/// What is signed here holds, and no other byte of it does.
#[test]
fn every_byte_counts() {
    let (body, secret, now) = (b"{\"status\": \"PAYMENT_COMPLETED\"}".to_vec(), b"secret", 1_740_716_924_u64);
    let mut headers = HeaderMap::new();
    headers.insert("x-klavi-timestamp", now.into());
    headers.insert("x-klavi-signature", sign(&body, "1740716924", secret, Signed::Body).parse().unwrap());
    let options = VerifyOptions::default();
    assert_eq!(verify(&body, &headers, secret, now, &options), Ok(()));
    for at in 0..body.len() {
        let mut other = body.clone();
        other[at] ^= 1;
        assert!(verify(&other, &headers, secret, now, &options).is_err(), "byte {at}");
    }
}
