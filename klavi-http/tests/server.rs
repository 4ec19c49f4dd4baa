//! A service behind the layer, with the extractor.

#![cfg(all(feature = "axum", feature = "tower"))]

use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use axum::response::Response;
use axum::routing::post;
use axum::{Extension, Router};
use klavi_http::Edge;
use klavi_http::extract::Checked;
use klavi_http::layer::{CheckLayer, Judged};
use klavi_validate::types::CreatePaymentRequest;
use klavi_validate::{Lang, catalogue, today};
use serde_json::Value;
use tower::ServiceExt;

const PATH: &str = "/payment/customer/v1/instant/payments";

async fn pay(order: Checked<CreatePaymentRequest>) -> String {
    format!("{} {}", order.amount, order.0.report().findings.len())
}

async fn create(Extension(judged): Extension<Judged>) -> ([(header::HeaderName, &'static str); 1], String) {
    let name = judged.0.operation().map_or("none", |operation| &operation.name);
    ([(header::CONTENT_TYPE, "application/json")], format!("{{\"id\": \"{name}\", \"status\": \"STARTED\"}}"))
}

fn order() -> String {
    catalogue::example_document("create-payment.request", &today().unwrap()).unwrap()
}

fn answer(service: Router, request: Request<Body>) -> (StatusCode, String, String) {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(async {
        let response: Response = service.oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let kind = parts.headers.get(header::CONTENT_TYPE).map_or("", |kind| kind.to_str().unwrap()).to_owned();
        (parts.status, kind, String::from_utf8(to_bytes(body, 1 << 20).await.unwrap().to_vec()).unwrap())
    })
}

#[test]
fn the_extractor_gives_checked_bodies_and_tells_problems() {
    let service = || Router::new().route("/pay", post(pay));
    let request = |body: String, lang: &str| {
        Request::post("/pay").header("accept-language", lang).body(Body::from(body)).unwrap()
    };
    let (status, _, body) = answer(service(), request(order(), "en"));
    assert_eq!((status, &*body), (StatusCode::OK, "10.00 0"));
    let (status, kind, body) = answer(service(), request("{}".to_owned(), "pt-BR,pt;q=0.9"));
    assert_eq!((status, &*kind), (StatusCode::UNPROCESSABLE_ENTITY, "application/problem+json"));
    let problem: Value = serde_json::from_str(&body).unwrap();
    assert_eq!(problem["title"], "O corpo viola o contrato");
    assert_eq!(problem["status"], 422);
    assert_eq!(problem["report"]["documents"][0]["findings"][0]["code"], "required");
    for (wanted, title) in
        [("fr, PT;q=0.8, en;q=0.5", "O corpo viola o contrato"), ("fr", "The body violates its contract")]
    {
        let (_, _, body) = answer(service(), request("{}".to_owned(), wanted));
        assert_eq!(serde_json::from_str::<Value>(&body).unwrap()["title"], title, "{wanted}");
    }
    let (status, kind, body) = answer(service(), request("x".repeat(3 << 20), "pt"));
    assert_eq!((status, &*kind), (StatusCode::PAYLOAD_TOO_LARGE, "application/problem+json"));
    assert!(body.contains("O corpo não pôde ser lido"), "{body}");
}

#[test]
fn the_layer_passes_on_what_is_right_and_answers_what_is_not() {
    let layer = CheckLayer::new(Edge::new().with_any_host()).with_lang(Lang::PtBr).with_max_bytes(10_000);
    let service =
        || Router::new().route(PATH, post(create)).route("/other", post(|| async { "other" })).layer(layer.clone());
    let request = |token: &str, body: String| {
        let request = Request::post(PATH).header("authorization", token).header("content-type", "application/json");
        request.body(Body::from(body)).unwrap()
    };
    let (status, _, body) = answer(service(), request("Bearer a.b.c", order()));
    assert_eq!((status, &*body), (StatusCode::OK, r#"{"id": "create-payment", "status": "STARTED"}"#));
    let (status, kind, body) = answer(service(), request("Bearer a.b.c", "{}".to_owned()));
    assert_eq!((status, &*kind), (StatusCode::UNPROCESSABLE_ENTITY, "application/problem+json"));
    assert!(body.contains("O corpo viola o contrato"));
    assert_eq!(answer(service(), request("a.b.c", order())).0, StatusCode::UNAUTHORIZED);
    assert_eq!(answer(service(), request("Bearer a.b.c", " ".repeat(10_001))).0, StatusCode::PAYLOAD_TOO_LARGE);
    let other = Request::post("/other").body(Body::empty()).unwrap();
    assert_eq!(answer(service(), other).0, StatusCode::NOT_FOUND);
}
