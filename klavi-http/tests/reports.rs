//! Public reports of what went wrong at other gateways, by their numbers in the project's list, as calls of this API.

#![cfg(feature = "flow")]

use http::{HeaderMap, Request, Response};
use klavi_http::flow::{Exchange, Flow, FlowOptions, Webhook};
use klavi_http::webhook::{Reason, Signed, VerifyOptions, sign, verify};
use klavi_http::{Call, Edge};
use klavi_validate::operations::operation;
use klavi_validate::runtime::Code;
use klavi_validate::{catalogue, today};
use serde_json::{Value, json};

const URL: &str = "https://api-sandbox.klavi.ai/payment/customer/v1/instant/payments";

fn order() -> Value {
    serde_json::from_str(&catalogue::example_document("create-payment.request", &today().unwrap()).unwrap()).unwrap()
}

fn with(change: impl FnOnce(&mut Value)) -> String {
    let mut order = order();
    change(&mut order);
    order.to_string()
}

fn sent(body: &str) -> Call {
    let request = Request::post(URL).header("authorization", "Bearer a.b.c").header("content-type", "application/json");
    Edge::new().check_request(&request.body(body.to_owned()).unwrap())
}

fn answered(status: u16, body: &str) -> Call {
    let create = operation("POST", "/payment/customer/v1/instant/payments").unwrap();
    let response = Response::builder().status(status).header("content-type", "application/json").body(body.to_owned());
    Edge::new().check_response(create, &response.unwrap())
}

fn has(call: &Call, code: Code, pointer: &str) -> bool {
    call.report
        .iter()
        .flat_map(|report| &report.findings)
        .any(|finding| finding.code == code && finding.pointer == pointer)
}

/// The events of one payment, as a test writes them down.
struct Story {
    flow: Flow,
    number: u64,
    at: i64,
}

impl Story {
    fn new() -> Self {
        Self::with(FlowOptions::default())
    }

    fn with(options: FlowOptions) -> Self {
        Self { flow: Flow::new(options), number: 0, at: 1_740_716_924_000 }
    }

    fn wait(&mut self, milliseconds: i64) -> &mut Self {
        self.at += milliseconds;
        self
    }

    fn call(&mut self, method: &str, url: &str, request: &str, status: Option<u16>, answer: &str) -> &mut Self {
        self.number += 1;
        let (request, answer) = (request.as_bytes(), answer.as_bytes());
        let authorization = Some("Bearer a.b.c");
        self.flow.exchange(
            self.number,
            &Exchange { at: Some(self.at), method, url, authorization, request, status, answer },
        );
        self.wait(3000)
    }

    fn create(&mut self, order: &str, id: &str) -> &mut Self {
        let order: Value = serde_json::from_str(order).unwrap();
        let answer = json!({
            "id": id, "clientRequestId": order["clientRequestId"], "amount": order["amount"],
            "currency": "BRL", "status": "CONSENT_AWAITING_AUTHORIZATION",
        });
        self.call("POST", URL, &order.to_string(), Some(200), &answer.to_string())
    }

    fn poll(&mut self, id: &str, status: &str) -> &mut Self {
        self.call("GET", &format!("{URL}/{id}/status"), "", Some(200), &json!({"id": id, "status": status}).to_string())
    }

    fn webhook(&mut self, body: &str) -> &mut Self {
        self.number += 1;
        self.flow.webhook(
            self.number,
            &Webhook { at: Some(self.at), signature: None, timestamp: None, body: body.as_bytes() },
        );
        self.wait(3000)
    }

    /// Code, event and cause of all findings but those about the end.
    fn told(self) -> Vec<(Code, u64, Option<u64>)> {
        let findings = self.flow.finish().into_iter().filter(|finding| finding.code != Code::NoFinalStatus);
        findings.map(|finding| (finding.code, finding.place.event, finding.place.cause)).collect()
    }
}

#[test]
fn report_1_a_retry_under_a_new_id_pays_twice() {
    let (first, second) =
        (with(|order| order["clientRequestId"] = "a".into()), with(|order| order["clientRequestId"] = "b".into()));
    let mut story = Story::new();
    story.create(&first, "1").create(&second, "2");
    assert_eq!(story.told(), [(Code::ProbableDuplicate, 2, Some(1))]);
    // The key alone decides: the same one with another body is another order, or none.
    let other = with(|order| (order["clientRequestId"], order["remittanceInformation"]) = ("a".into(), "x".into()));
    let mut story = Story::new();
    story.create(&first, "1").create(&other, "1");
    assert_eq!(story.told(), [(Code::RequestIdReused, 2, Some(1))]);
}

#[test]
fn report_2_a_required_field_was_never_sent() {
    let call = sent(&with(|order| drop(order.as_object_mut().unwrap().remove("institutionId"))));
    assert!(has(&call, Code::Required, "/institutionId") && !call.is_valid());
}

#[test]
fn report_3_null_in_an_optional_field_is_no_reason_to_drop_an_answer() {
    let call = answered(200, r#"{"id": "1", "status": "CONSENT_AUTHORIZED", "statusReason": null}"#);
    assert!(has(&call, Code::NullAsAbsent, "/statusReason") && call.is_valid());
    let mut story = Story::new();
    story
        .create(&order().to_string(), "1")
        .webhook(r#"{"id": "1", "clientRequestId": null, "status": "PAYMENT_COMPLETED"}"#);
    story.poll("1", "PAYMENT_COMPLETED");
    assert_eq!(story.told(), [(Code::PolledAfterFinal, 3, Some(2))]);
}

#[test]
fn report_4_a_new_status_fails_no_payment() {
    let call = answered(200, r#"{"id": "1", "status": "PAYMENT_ON_HOLIDAY"}"#);
    assert!(has(&call, Code::UnknownValue, "/status") && call.is_valid());
    let mut story = Story::new();
    story.create(&order().to_string(), "1").poll("1", "PAYMENT_ON_HOLIDAY").poll("1", "PAYMENT_COMPLETED");
    assert_eq!(story.told(), []);
}

#[test]
fn report_5_empty_and_foreign_bodies_of_errors_are_named() {
    for (body, kind) in [("", "empty"), ("<html></html>", "an HTML page"), ("service unavailable", "plain text")] {
        let call = answered(503, body);
        assert_eq!(call.problems[0].code, Code::NotJson);
        assert!(call.to_string().contains(kind), "{call}");
    }
}

#[test]
fn report_7_a_missing_cpf_is_known_before_the_call() {
    let call = sent(&with(|order| drop(order.as_object_mut().unwrap().remove("loggedUserCpf"))));
    assert!(has(&call, Code::LoggedUserCpfRequired, "/loggedUserCpf") && !call.is_valid());
}

#[test]
fn report_10_a_wrong_cpf_is_told_before_the_call() {
    let call = sent(&with(|order| order["loggedUserCpf"] = "11111111112".into()));
    assert!(has(&call, Code::CpfCheckDigits, "/loggedUserCpf"));
}

#[test]
fn report_11_all_missing_fields_are_told_at_once() {
    let call = sent(&with(|order| {
        for name in ["customer", "amount", "redirectUrl"] {
            order.as_object_mut().unwrap().remove(name);
        }
    }));
    for pointer in ["/customer", "/amount", "/redirectUrl"] {
        assert!(has(&call, Code::Required, pointer), "{pointer}");
    }
}

#[test]
fn report_13_an_outage_is_not_ones_own_mistake() {
    assert!(sent(&order().to_string()).is_valid());
    assert!(answered(500, r#"{"statusCode": 500, "error": "internal_error", "message": "internal_error"}"#).is_valid());
}

const SECRET: &[u8] = b"secret";
const NOW: u64 = 1_740_716_924;

fn signed(signature: Option<&str>) -> HeaderMap {
    let mut headers = HeaderMap::new();
    headers.insert("x-klavi-timestamp", NOW.into());
    signature.map(|signature| headers.insert("x-klavi-signature", signature.parse().unwrap()));
    headers
}

fn verdict(body: &[u8], signature: Option<&str>) -> Result<(), Reason> {
    verify(body, &signed(signature), SECRET, NOW, &VerifyOptions::default())
}

#[test]
fn report_15_a_header_that_is_there_is_no_signature_and_amounts_are_compared() {
    assert_eq!(verdict(b"{}", Some("yes")), Err(Reason::SignatureForm));
    assert_eq!(verdict(b"{}", Some(&"0".repeat(64))), Err(Reason::Wrong));
    let order = with(|order| order["clientRequestId"] = "a".into());
    let mut story = Story::new();
    story.create(&order, "1").webhook(r#"{"id": "1", "status": "PAYMENT_COMPLETED", "amount": "0.01"}"#);
    assert_eq!(story.told(), [(Code::AnswerMismatch, 2, Some(1))]);
}

#[test]
fn report_16_a_webhook_without_a_signature_is_not_believed() {
    let mut story = Story::with(FlowOptions::default().with_secret(Some(SECRET.to_vec())));
    story
        .create(&order().to_string(), "1")
        .webhook(r#"{"id": "1", "status": "PAYMENT_COMPLETED"}"#)
        .poll("1", "CONSENT_AUTHORIZED");
    // What was not believed does not count as a final status.
    assert_eq!(story.told(), [(Code::WebhookSignature, 2, None)]);
}

#[test]
fn report_17_a_body_that_was_read_and_written_again_is_refused() {
    let body = br#"{"id":"1","amount":10.0}"#;
    let signature = sign(body, "", SECRET, Signed::Body);
    assert_eq!(verdict(body, Some(&signature)), Ok(()));
    assert_eq!(verdict(br#"{"id": "1", "amount": 10.0}"#, Some(&signature)), Err(Reason::Rewritten));
    let again = serde_json::to_vec(&serde_json::from_slice::<Value>(body).unwrap()).unwrap();
    assert_ne!(again, body);
    assert!(verdict(&again, Some(&signature)).is_err());
}

#[test]
fn report_18_each_way_to_fail_has_its_name() {
    let signature = sign(b"{}", "", SECRET, Signed::Body);
    assert_eq!(verdict(b"{}", None), Err(Reason::SignatureMissing));
    assert_eq!(verdict(b"{}", Some(&format!("sha256={signature}"))), Err(Reason::SignatureForm));
    assert_eq!(verdict(b"{}", Some(&signature.to_uppercase())), Ok(()));
    assert_eq!(verdict(b"[]", Some(&signature)), Err(Reason::Wrong));
}

#[test]
fn report_19_a_late_message_does_not_undo_a_payment() {
    let mut story = Story::new();
    story.create(&order().to_string(), "1").poll("1", "PAYMENT_COMPLETED");
    story.webhook(r#"{"id": "1", "status": "PAYMENT_PENDING"}"#).webhook(r#"{"id": "1", "status": "CANCELED"}"#);
    assert_eq!(story.told(), [(Code::StatusRegression, 3, Some(2)), (Code::StatusRegression, 4, Some(2))]);
}

#[test]
fn report_20_an_event_that_comes_twice_counts_once() {
    let mut story = Story::new();
    story.create(&order().to_string(), "1").webhook(r#"{"id":"1","status":"PAYMENT_COMPLETED"}"#);
    story.webhook(r#"{"id": "1", "status": "PAYMENT_COMPLETED"}"#);
    assert_eq!(story.told(), [(Code::WebhookRepeated, 3, Some(2))]);
}

#[test]
fn report_21_a_retry_with_its_id_is_right_where_nobody_answered() {
    let order = order().to_string();
    let mut story = Story::new();
    story.call("POST", URL, &order, None, "").call("POST", URL, &order, Some(502), "<html>").create(&order, "1");
    assert_eq!(story.told(), []);
    let mut story = Story::new();
    story.create(&order, "1").call("POST", URL, &order, Some(409), "");
    assert_eq!(story.told(), [(Code::RequestIdRepeated, 2, Some(1))]);
}

#[test]
fn report_23_a_payment_of_one_environment_is_not_asked_for_in_another() {
    let mut story = Story::new();
    story.create(&order().to_string(), "1");
    story.call("GET", "https://api.klavi.ai/payment/customer/v1/instant/payments/1", "", Some(404), "");
    assert_eq!(story.told(), [(Code::EnvironmentMixed, 2, Some(1))]);
}

#[test]
fn report_24_a_token_of_one_environment_is_not_used_in_another() {
    let auth = "https://api.klavi.ai/payment/customer/v1/auth";
    let mut story = Story::new();
    story
        .call("POST", auth, "{}", Some(200), r#"{"accessToken": "a.b.c", "expireIn": 10}"#)
        .create(&order().to_string(), "1");
    story.wait(60_000).poll("1", "PAYMENT_COMPLETED");
    let told: Vec<_> = story.told();
    assert_eq!(told[0], (Code::EnvironmentMixed, 2, Some(1)));
    assert_eq!(told[1], (Code::TokenExpired, 3, Some(1)));
}

#[test]
fn report_35_a_header_that_is_mandatory_is_asked_for() {
    let request = Request::get(format!("{URL}/1")).body("").unwrap();
    assert_eq!(Edge::new().check_request(&request).problems[0].code, Code::AuthorizationMissing);
}

#[test]
fn report_37_a_fault_in_soap_is_named() {
    let call = answered(500, "<?xml version=\"1.0\"?><soap:Envelope><soap:Fault/></soap:Envelope>");
    assert!(call.to_string().contains("the body is XML where the documents have JSON"), "{call}");
}

#[test]
fn report_38_a_consent_that_ended_is_told() {
    let mut story = Story::new();
    story.create(&order().to_string(), "1").wait(61 * 60_000);
    story.poll("1", "CONSENT_AWAITING_AUTHORIZATION").poll("1", "CONSENT_AUTHORIZED");
    assert_eq!(story.told(), [(Code::ConsentExpired, 3, Some(1))]);
}

#[test]
fn a_right_story_has_nothing_to_tell() {
    let mut story = Story::new();
    story.create(&order().to_string(), "1");
    for status in [
        "CONSENT_AWAITING_AUTHORIZATION",
        "CONSENT_AUTHORIZED",
        "PAYMENT_PENDING",
        "PAYMENT_SCHEDULED",
        "PAYMENT_COMPLETED",
    ] {
        story.poll("1", status);
    }
    assert_eq!(story.flow.finish(), []);
}

#[test]
fn asking_too_fast_and_leaving_too_early_are_told() {
    let mut story = Story::new();
    story
        .create(&order().to_string(), "1")
        .poll("1", "PAYMENT_PENDING")
        .wait(-2500)
        .poll("1", "PAYMENT_PENDING")
        .poll("1", "CONSENT_AUTHORIZED");
    let findings = story.flow.finish();
    let told: Vec<_> =
        findings.iter().map(|finding| (finding.code, finding.place.event, finding.place.cause)).collect();
    let wanted = [(Code::PolledTooFast, 3, Some(2)), (Code::StatusOrder, 4, Some(3)), (Code::NoFinalStatus, 3, None)];
    assert_eq!(told, wanted);
    assert_eq!(
        findings[0].message(klavi_validate::Lang::En),
        "the status was polled again after 500 ms; the documents say every few seconds"
    );
}
