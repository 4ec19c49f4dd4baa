//! The bodies that the documents know.

use crate::moment::stamp;
use crate::store::{HAPPY, Payment};
use serde_json::{Map, Value, json};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// A fault, in the documented form.
pub(crate) fn error(status: u16, message: impl Into<Value>) -> Value {
    let name = axum::http::StatusCode::from_u16(status).ok().and_then(|status| status.canonical_reason());
    json!({"statusCode": status, "error": name.unwrap_or("Error"), "message": message.into()})
}

pub(crate) fn token(token: &str, end: SystemTime) -> Value {
    let end = end.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    json!({"accessToken": token, "expireAt": end})
}

pub(crate) fn institutions() -> Value {
    let bank = |number: u32, kind: &str| {
        json!({
            "id": format!("81bada34-a509-43d6-9ac3-23f95b06641{number}"),
            "name": format!("Mock Bank {number}"),
            "avatar": format!("https://example.com/mockbank{number}.svg"),
            "description": format!("mock sandbox {number}"),
            "businessType": kind,
            "outage": false,
            "authMethod": ["REDIRECTION"],
        })
    };
    json!([bank(1, "PF"), bank(2, "PJ"), bank(3, "PF")])
}

/// What is the same in all answers about a payment.
fn base(payment: &Payment, status: &str) -> Map<String, Value> {
    let mut body = Map::new();
    body.insert("id".to_owned(), json!(payment.id));
    for name in ["clientRequestId", "amount", "currency"] {
        body.insert(name.to_owned(), payment.order.get(name).cloned().unwrap_or_default());
    }
    body.insert("status".to_owned(), json!(status));
    body
}

pub(crate) fn created(payment: &Payment) -> Value {
    let mut body = base(payment, HAPPY[0]);
    let link = format!("https://example.com/consent/{}", payment.consent);
    body.insert("consentRedirectUrl".to_owned(), json!(link));
    body.into()
}

pub(crate) fn status(payment: &Payment, pace: Duration) -> Value {
    let (step, reached) = payment.step(pace);
    let mut body = base(payment, HAPPY[step]);
    body.insert("statusUpdateAt".to_owned(), json!(stamp(reached)));
    body.into()
}

pub(crate) fn whole(payment: &Payment, pace: Duration) -> Value {
    let (step, reached) = payment.step(pace);
    let mut body = base(payment, HAPPY[step]);
    let kept = [
        "institutionId",
        "initType",
        "customer",
        "date",
        "loggedUserCpf",
        "ibgeTownCode",
        "proxy",
        "qrCode",
        "remittanceInformation",
        "debtorAccount",
        "creditorAccount",
        "externalInfo",
    ];
    for name in kept {
        // The answer's page wants the holder of an account, which a request may leave out.
        let is_whole =
            name != "creditorAccount" || payment.order.get(name).is_some_and(|account| account["holder"].is_object());
        if let Some(value) = payment.order.get(name).filter(|_| is_whole) {
            body.insert(name.to_owned(), value.clone());
        }
    }
    body.insert("appId".to_owned(), json!("sandbox"));
    body.insert("consentId".to_owned(), json!(payment.consent));
    if step > 0 {
        body.insert("endToEndId".to_owned(), json!(payment.end_to_end_id));
    }
    body.insert("createAt".to_owned(), json!(stamp(payment.created)));
    body.insert("statusUpdateAt".to_owned(), json!(stamp(reached)));
    body.into()
}

pub(crate) fn consent_link(id: &str) -> Value {
    json!({"id": id, "consentUrl": format!("https://example.com/consent/{id}")})
}

/// The body of a webhook.
pub(crate) fn webhook(payment: &Payment, status: &str) -> Value {
    json!({
        "id": payment.id, "clientRequestId": payment.client_request_id(),
        "endToEndId": payment.end_to_end_id, "status": status,
    })
}
