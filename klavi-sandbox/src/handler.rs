//! Answers requests.

use crate::config::Config;
use crate::fault::{Fault, Scenario};
use crate::store::{HAPPY, Payment, Store};
use crate::{answers, webhooks};
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use klavi_http::{Call, Edge};
use klavi_validate::operations::Operation;
use klavi_validate::runtime::Severity;
use klavi_validate::{Lang, Report};
use serde_json::{Map, Value};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

/// A request's body is read up to this many bytes.
const MOST: usize = 1 << 20;

pub(crate) struct Sandbox {
    pub(crate) store: Mutex<Store>,
    pub(crate) scenario: Mutex<Scenario>,
    pub(crate) config: Config,
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A status and a body, before faults.
type Answer = (u16, Value);

pub(crate) async fn handle(State(sandbox): State<Arc<Sandbox>>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let Ok(body) = axum::body::to_bytes(body, MOST).await else {
        return written(413, &answers::error(413, "the body is too large, or was cut off"));
    };
    let call = Edge::new().with_any_host().check_request_parts(&parts, &body);
    let Some(operation) = call.operation() else {
        return written(404, &answers::error(404, "there is no such operation"));
    };
    if !call.is_valid() {
        return refused(&call);
    }
    let fault = match fault(&sandbox, operation, &parts.headers) {
        Ok(fault) => fault,
        Err(answer) => return *answer,
    };
    match fault {
        Some(Fault::Html502) => return page(),
        Some(Fault::Conflict) => {
            return written(409, &answers::error(409, "the request conflicts with an earlier one"));
        }
        Some(Fault::Messages) => {
            let messages = vec!["amount must be positive", "institutionId is not active"];
            return written(422, &answers::error(422, messages));
        }
        Some(Fault::Slow(wait)) => tokio::time::sleep(wait).await,
        _ => {}
    }
    let (status, mut answer) = answer(&sandbox, operation, &parts.headers, parts.uri.path(), &body, fault);
    match fault {
        Some(Fault::UnknownStatus) => set(&mut answer, "status", "PAYMENT_ON_HOLIDAY".into()),
        Some(Fault::Null) => set(&mut answer, "statusReason", Value::Null),
        Some(Fault::StatusBack) => set(&mut answer, "status", HAPPY[2].into()),
        Some(Fault::CutOff) => return cut_off(status, &answer),
        _ => {}
    }
    written(status, &answer)
}

/// The fault that a request asks for, or else the scenario's.
fn fault(sandbox: &Sandbox, operation: &Operation, headers: &HeaderMap) -> Result<Option<Fault>, Box<Response>> {
    let Some(wanted) = headers.get("x-sandbox-fault") else {
        return Ok(locked(&sandbox.scenario).next(&operation.name));
    };
    let fault = wanted.to_str().ok().and_then(|word| word.parse().ok());
    fault.map(Some).ok_or_else(|| Box::new(written(400, &answers::error(400, crate::UnknownFault.to_string()))))
}

fn answer(
    sandbox: &Arc<Sandbox>,
    operation: &Operation,
    headers: &HeaderMap,
    path: &str,
    body: &[u8],
    fault: Option<Fault>,
) -> Answer {
    let (mut store, config) = (locked(&sandbox.store), &sandbox.config);
    let token = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()?.split_once(' '));
    if operation.auth == klavi_validate::operations::Auth::Bearer && !token.is_some_and(|(_, token)| store.holds(token))
    {
        return (401, answers::error(401, "the token is unknown or has ended"));
    }
    let order: Map<String, Value> = serde_json::from_slice(body).unwrap_or_default();
    let id = operation.parameters(path).find(|(name, _)| *name == "id").map(|(_, id)| id);
    match (&*operation.name, id) {
        ("auth", _) => {
            let end = SystemTime::now() + config.token;
            (200, answers::token(&store.token(end), end))
        }
        ("list-institutions", _) => (200, answers::institutions()),
        ("create-payment", _) => {
            if !store.claim(text(&order, "clientRequestId")) {
                return (409, answers::error(409, "this clientRequestId was used before"));
            }
            let payment = store.pay(order);
            tokio::spawn(tell(sandbox.clone(), payment.clone(), fault));
            (200, answers::created(&payment))
        }
        ("consent-links", _) => {
            let id =
                order.get("consent").and_then(Value::as_object).map_or("", |consent| text(consent, "clientRequestId"));
            if !store.claim(id) {
                return (409, answers::error(409, "this clientRequestId was used before"));
            }
            (200, answers::consent_link(&store.uuid()))
        }
        (name, Some(id)) => match store.payment(id) {
            Some(payment) if name == "get-payment" => (200, answers::whole(&payment, config.pace)),
            Some(payment) => (200, answers::status(&payment, config.pace)),
            None => (404, answers::error(404, "there is no such payment")),
        },
        _ => (404, answers::error(404, "there is no such operation")),
    }
}

fn text<'a>(object: &'a Map<String, Value>, name: &str) -> &'a str {
    object.get(name).and_then(Value::as_str).unwrap_or_default()
}

fn set(answer: &mut Value, name: &str, value: Value) {
    if let Some(object) = answer.as_object_mut() {
        object.insert(name.to_owned(), value);
    }
}

/// Sends a webhook for each status that a payment reaches.
async fn tell(sandbox: Arc<Sandbox>, payment: Payment, fault: Option<Fault>) {
    let Some(address) = &sandbox.config.webhook else { return };
    let late = (fault == Some(Fault::LateWebhook)).then_some(&HAPPY[2]);
    for status in HAPPY[1..].iter().chain(late) {
        tokio::time::sleep(sandbox.config.pace).await;
        webhooks::send(address, &sandbox.config.secret, &answers::webhook(&payment, status)).await;
    }
}

/// What is wrong with a request, as the documents tell it: a status and one text.
fn refused(call: &Call) -> Response {
    let status = klavi_http::ProblemDetails::of_call(call, Lang::En).status;
    let problems = call.problems.iter().filter(|problem| problem.severity == Severity::Error);
    let told = problems.map(|problem| format!("{}: {}", problem.code, problem.message(Lang::En)));
    let findings = call.report.iter().flat_map(|report: &Report| &report.findings);
    let errors = findings.filter(|finding| finding.severity == Severity::Error);
    let found = errors.map(|finding| format!("{} {}: {}", finding.code, finding.pointer, finding.message(Lang::En)));
    written(status, &answers::error(status, told.chain(found).collect::<Vec<_>>().join("; ")))
}

fn written(status: u16, body: &Value) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, [(header::CONTENT_TYPE, "application/json")], body.to_string()).into_response()
}

/// What a proxy says when nobody answers it.
fn page() -> Response {
    let page =
        "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><h1>502 Bad Gateway</h1></body>\r\n</html>";
    (StatusCode::BAD_GATEWAY, [(header::CONTENT_TYPE, "text/html")], page).into_response()
}

/// Half of an answer, and then the end of the connection.
fn cut_off(status: u16, body: &Value) -> Response {
    let text = body.to_string().into_bytes();
    let half = text[..text.len() / 2].to_vec();
    let parts = [Ok(half), Err(std::io::Error::from(std::io::ErrorKind::ConnectionReset))];
    let stream = futures_util::stream::unfold(parts.into_iter(), |mut parts| async move {
        let part = parts.next()?;
        // The first half is on its way before the connection ends.
        if part.is_err() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Some((part, parts))
    });
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::OK);
    let length = text.len().to_string();
    let headers = [(header::CONTENT_TYPE, "application/json".to_owned()), (header::CONTENT_LENGTH, length)];
    (status, headers, Body::from_stream(stream)).into_response()
}
