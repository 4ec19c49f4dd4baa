//! Events that somebody made to harm whoever reads them.
#![cfg(feature = "flow")]

use klavi_http::flow::{Exchange, Flow, FlowFinding, Webhook, read_event};
use klavi_validate::runtime::Code;

const URL: &str = "https://api.klavi.ai/payment/customer/v1/instant/payments/7/status";

fn asked(times: &[i64]) -> Vec<FlowFinding> {
    let mut flow = Flow::default();
    for (number, at) in (1..).zip(times) {
        let answer = br#"{"id": "7", "status": "PAYMENT_COMPLETED"}"#;
        let (at, url, status) = (Some(*at), URL, Some(200));
        flow.exchange(number, &Exchange { at, method: "GET", url, status, answer, ..Exchange::default() });
    }
    flow.finish()
}

/// Nothing is added to a time, or taken from it, as if it were one of today.
#[test]
fn times_of_any_size_are_compared() {
    for times in [[i64::MIN, i64::MAX], [i64::MAX, i64::MIN], [0, i64::MIN]] {
        let codes: Vec<_> = asked(&times).iter().map(|finding| finding.code).collect();
        assert_eq!(codes, [Code::PolledAfterFinal], "{times:?}");
    }
    let mut flow = Flow::default();
    let status = Some(200);
    let auth = "https://api.klavi.ai/payment/customer/v1/auth";
    for (number, answer) in (1..).zip([
        r#"{"accessToken": "t", "expireAt": 9223372036854775}"#,
        r#"{"accessToken": "u", "expireIn": 18446744073709551615}"#,
    ]) {
        let answer = answer.as_bytes();
        let at = Some(i64::MIN);
        flow.exchange(number, &Exchange { at, method: "POST", url: auth, status, answer, ..Exchange::default() });
    }
    for (number, authorization) in (3..).zip(["Bearer t", "Bearer u"]) {
        let (at, authorization) = (Some(i64::MAX), Some(authorization));
        flow.exchange(number, &Exchange { at, method: "GET", url: URL, authorization, ..Exchange::default() });
    }
    let codes: Vec<_> = flow.finish().iter().map(|finding| (finding.code, finding.place.event)).collect();
    assert_eq!(codes, [(Code::TokenExpired, 3), (Code::PolledTooFast, 4)]);
}

/// What the published schema refuses is no event, and what it takes is one.
#[test]
fn lines_are_read_as_the_published_schema_says() {
    let schema = serde_json::from_str(klavi_schema::EXCHANGE.text).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    let request = format!(r#""request": {{"method": "GET", "url": "{URL}"}}"#);
    let lines = [
        "null".to_owned(),
        "[]".to_owned(),
        "{}".to_owned(),
        format!("{{{request}}}"),
        format!(r#"{{{request}, "at": 1, "note": "more"}}"#),
        format!(r#"{{{request}, "at": 1.5}}"#),
        format!(r#"{{{request}, "webhook": {{"body": "x"}}}}"#),
        format!(r#"{{{request}, "response": {{"status": 200, "headers": {{"a": "b"}}, "body": null}}}}"#),
        format!(r#"{{{request}, "response": {{}}}}"#),
        format!(r#"{{{request}, "response": {{"status": 99}}}}"#),
        format!(r#"{{{request}, "response": {{"status": 600}}}}"#),
        r#"{"request": {"method": "GET"}}"#.to_owned(),
        r#"{"request": {"method": "GET", "url": "u", "headers": {"a": ["b"]}}}"#.to_owned(),
        r#"{"webhook": {}}"#.to_owned(),
        r#"{"webhook": {"body": null}}"#.to_owned(),
        r#"{"webhook": {"body": {"id": "7"}, "headers": {"X-Klavi-Signature": "x"}}}"#.to_owned(),
    ];
    let mut taken = 0;
    for line in &lines {
        let is_event = read_event(line.as_bytes(), |_| ()).is_ok();
        assert_eq!(is_event, schema.is_valid(&serde_json::from_str(line).unwrap()), "{line}");
        assert_eq!(read_event(format!("\u{feff}{line}").as_bytes(), |_| ()).is_ok(), is_event, "{line}");
        taken += usize::from(is_event);
    }
    assert_eq!(taken, 5);
}

/// A body is read once, however deep it is and wherever it says that it goes on.
#[test]
fn a_body_that_nests_without_end_is_no_load() {
    let deep = |name: &str| {
        let (open, depth) = (format!("{{\"{name}\":"), 200_000);
        [open.repeat(depth), "1".to_owned(), "}".repeat(depth)].concat()
    };
    for name in ["consent", "customer", "creditorAccount", "id"] {
        let body = deep(name);
        let mut flow = Flow::default();
        flow.webhook(1, &Webhook { body: body.as_bytes(), ..Webhook::default() });
        assert_eq!(flow.finish(), [], "{name}");
    }
}
