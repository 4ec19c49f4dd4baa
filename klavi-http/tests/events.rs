//! Events of `tracing`: codes and pointers come, and never a value.

#![cfg(all(feature = "axum", feature = "tower", feature = "tracing"))]

use axum::Router;
use axum::body::Body;
use axum::http::{Request, header};
use axum::routing::post;
use klavi_http::Edge;
use klavi_http::layer::CheckLayer;
use klavi_validate::generate::Generator;
use klavi_validate::{Options, contract, today};
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use tower::ServiceExt;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Metadata, Subscriber};

const PATH: &str = "/payment/customer/v1/instant/payments";

/// What was told: the level, and each field.
type Told = Vec<(Level, BTreeMap<String, String>)>;

#[derive(Default, Clone)]
struct Listener(Arc<Mutex<Told>>);

struct Fields<'a>(&'a mut BTreeMap<String, String>);

impl Visit for Fields<'_> {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.name().to_owned(), value.to_owned());
    }

    fn record_debug(&mut self, field: &Field, value: &dyn std::fmt::Debug) {
        self.0.insert(field.name().to_owned(), format!("{value:?}"));
    }
}

impl Subscriber for Listener {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == "klavi"
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut fields = BTreeMap::new();
        event.record(&mut Fields(&mut fields));
        self.0.lock().unwrap().push((*event.metadata().level(), fields));
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

/// What is told while a service behind the layer, which answers like this, gets the request.
fn told(request: Request<Body>, answer: &str) -> Told {
    let answer = answer.to_owned();
    let handler = move || async move { ([(header::CONTENT_TYPE, "application/json")], answer) };
    let service = Router::new().route(PATH, post(handler)).layer(CheckLayer::new(Edge::new().with_any_host()));
    let listener = Listener::default();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    tracing::subscriber::with_default(listener.clone(), || runtime.block_on(service.oneshot(request)).unwrap());
    std::mem::take(&mut *listener.0.lock().unwrap())
}

fn create(token: &str, body: Vec<u8>) -> Request<Body> {
    let request = Request::post(PATH).header("authorization", token).header("content-type", "application/json");
    request.body(Body::from(body)).unwrap()
}

fn event(level: Level, fields: [(&str, &str); 5]) -> (Level, BTreeMap<String, String>) {
    (level, fields.map(|(name, value)| (name.to_owned(), value.to_owned())).into())
}

#[test]
fn codes_and_places_are_told() {
    let order = Generator::new("create-payment.request", &today().unwrap()).unwrap().payload();
    let answer = r#"{"id": "p", "status": "PAYMENT_OF_TOMORROW"}"#;
    let warning = [
        ("code", "unknown-value"),
        ("direction", "response"),
        ("message", "finding"),
        ("operation", "create-payment"),
        ("pointer", "/status"),
    ];
    assert_eq!(told(create("Bearer a.b.c", order), answer), [event(Level::WARN, warning)]);
    let problem = [
        ("code", "authorization-form"),
        ("direction", "request"),
        ("message", "problem"),
        ("operation", "create-payment"),
        ("place", "header:authorization"),
    ];
    let finding = |pointer| {
        let fields = [
            ("code", "required"),
            ("direction", "request"),
            ("message", "finding"),
            ("operation", "create-payment"),
            ("pointer", pointer),
        ];
        event(Level::ERROR, fields)
    };
    let events = told(create("planted-token", b"{}".to_vec()), "");
    assert_eq!(events[0], event(Level::ERROR, problem));
    assert_eq!(events[1], finding("/clientRequestId"));
}

/// The texts of a document that are long enough to be looked for.
fn values(document: &Value, out: &mut Vec<String>) {
    match document {
        Value::String(text) if text.chars().count() > 4 => out.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| values(item, out)),
        Value::Object(members) => members.values().for_each(|member| values(member, out)),
        _ => {}
    }
}

#[test]
fn no_value_is_told() {
    let today = today().unwrap();
    let contract = contract("create-payment.request").unwrap();
    let answers: Vec<_> = Generator::broken("create-payment.response", None, &today).unwrap().take(150).collect();
    let mut count = 0;
    for (order, answer) in Generator::broken(contract.name, None, &today).unwrap().zip(answers) {
        let is_sent = contract.check(&order, &Options::at(today)).is_valid();
        let mut planted = vec!["planted-token".to_owned()];
        for document in [&order, &answer] {
            values(&serde_json::from_slice(document).unwrap_or_default(), &mut planted);
        }
        let token = if is_sent { "Bearer planted-token" } else { "planted-token" };
        let events = told(create(token, order), &String::from_utf8_lossy(&answer));
        for (_, fields) in &events {
            count += 1;
            let told = fields.values().cloned().collect::<Vec<_>>().join("\n");
            assert!(planted.iter().all(|value| !told.contains(value.as_str())), "{told}");
        }
    }
    assert!(count > 200, "{count}");
}
