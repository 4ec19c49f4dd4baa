//! Events that somebody made to harm whoever reads them.
#![cfg(feature = "flow")]

use klavi_http::flow::{Exchange, Flow, FlowFinding, Webhook};
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
