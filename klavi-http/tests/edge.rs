//! Requests and answers by the types of `http`.

use http::{Request, Response};
use klavi_http::{Call, Edge, ProblemDetails, Route};
use klavi_validate::operations::{operation, operations};
use klavi_validate::runtime::{Code, Group, Severity};
use klavi_validate::{Lang, Level, Options, RuleSelector, catalogue, today};

const PAYMENTS: &str = "https://api-sandbox.klavi.ai/payment/customer/v1/instant/payments";

fn order() -> String {
    catalogue::example_document("create-payment.request", &today().unwrap()).unwrap()
}

fn request(method: &str, url: &str, headers: &[(&str, &str)], body: &str) -> Call {
    let mut builder = Request::builder().method(method).uri(url);
    for (name, value) in headers {
        builder = builder.header(*name, *value);
    }
    Edge::new().with_host("localhost:8080").check_request(&builder.body(body.to_owned()).unwrap())
}

fn codes(call: &Call) -> Vec<&'static str> {
    call.problems.iter().map(|problem| problem.code.name()).collect()
}

const RIGHT: &[(&str, &str)] = &[("authorization", "Bearer a.b.c"), ("content-type", "application/json")];

#[test]
fn a_right_call_has_no_problem() {
    let call = request("POST", PAYMENTS, RIGHT, &order());
    assert_eq!((codes(&call), call.is_valid()), (vec![], true), "{call}");
    assert_eq!(call.report.unwrap().findings, []);
    for kind in [
        "application/json; charset=UTF-8",
        "application/json;charset=utf8",
        "Application/JSON",
        "application/problem+json;charset=\"utf-8\"",
    ] {
        let call = request("POST", PAYMENTS, &[RIGHT[0], ("content-type", kind)], &order());
        assert_eq!(codes(&call), Vec::<&str>::new(), "{kind}");
    }
}

#[test]
fn url_and_method_are_judged() {
    for (method, url, wanted) in [
        ("POST", "http://api.klavi.ai/payment/customer/v1/instant/payments", vec!["insecure-scheme"]),
        ("POST", "http://localhost:8080/payment/customer/v1/instant/payments", vec![]),
        ("POST", "https://api.klavi.ai/payment/customer/v1/payments", vec!["older-path"]),
        ("POST", "https://api.klavi.ai/payment/customer/v1/instant/payments?page=1", vec!["query-parameter"]),
        ("POST", "https://api.klavi.ai/payment/customerv1/instant/payments", vec!["unknown-operation"]),
        ("PUT", "https://api.klavi.ai/payment/customer/v1/instant/payments", vec!["unknown-operation"]),
    ] {
        assert_eq!(codes(&request(method, url, RIGHT, &order())), wanted, "{method} {url}");
    }
    let foreign = request("POST", "https://api.klavi.ai.example/payment/customer/v1/auth", &[], "");
    assert!(matches!(foreign.route, Route::Foreign) && foreign.is_valid());
    let rooted = request("GET", "http://api.klavi.ai.:80/payment/customer/v1/auth", &[], "");
    assert_eq!(codes(&rooted), ["insecure-scheme", "unknown-operation"]);
    for id in ["{id}", "%7Bid%7D", "undefined", "null", "None", ":id", "[object%20Object]", "%5Bobject%20Object%5D"] {
        let url = format!("{PAYMENTS}/{id}/status").replace('{', "%7b").replace('}', "%7d");
        assert_eq!(codes(&request("GET", &url, &RIGHT[..1], "")), ["path-parameter"], "{id}");
    }
    assert_eq!(codes(&request("GET", &format!("{PAYMENTS}/7f/status"), &RIGHT[..1], "{}")), ["body-unexpected"]);
}

#[test]
fn a_server_is_asked_by_a_path_alone() {
    let own = Request::get("/payment/customer/v1/institutions").body("").unwrap();
    assert_eq!(codes(&Edge::new().check_request(&own)), ["authorization-missing"]);
    let other = Request::get("/payment/customer/v1/institutions").header("host", "shop.example").body("").unwrap();
    assert!(matches!(Edge::new().check_request(&other).route, Route::Foreign));
    assert_eq!(codes(&Edge::new().with_any_host().check_request(&other)), ["authorization-missing"]);
}

#[test]
fn a_host_is_named_with_or_without_its_port() {
    let judged = |named: &str, asked: &str| {
        let request = Request::get(format!("http://{asked}/payment/customer/v1/institutions")).body("").unwrap();
        codes(&Edge::new().with_host(named).check_request(&request))
    };
    for (named, asked) in [
        ("gateway.example", "gateway.example"),
        ("gateway.example", "Gateway.example:8080"),
        ("gateway.example:8080", "gateway.example:8080"),
        ("[::1]", "[::1]:8585"),
        ("[::1]:8585", "[::1]:8585"),
    ] {
        assert_eq!(judged(named, asked), ["authorization-missing"], "{named} {asked}");
    }
    for (named, asked) in [("gateway.example:8080", "gateway.example"), ("[::1]:8585", "[::1]:8080")] {
        assert_eq!(judged(named, asked), Vec::<&str>::new(), "{named} {asked}");
    }
}

#[test]
fn headers_are_judged() {
    for value in [
        "a.b.c",
        "Bearer",
        "Bearer ",
        "Bearer  a.b.c",
        "Bearer Bearer a.b.c",
        "Basic a",
        "Bearer undefined",
        "Bearer null",
    ] {
        let call = request("POST", PAYMENTS, &[("authorization", value), RIGHT[1]], &order());
        assert_eq!(codes(&call), ["authorization-form"], "{value}");
    }
    assert_eq!(
        codes(&request("POST", PAYMENTS, &[("authorization", "bearer a.b.c"), RIGHT[1]], &order())),
        Vec::<&str>::new()
    );
    assert_eq!(codes(&request("POST", PAYMENTS, &RIGHT[1..], &order())), ["authorization-missing"]);
    assert_eq!(codes(&request("POST", PAYMENTS, &RIGHT[..1], &order())), ["content-type-missing"]);
    for kind in ["text/plain", "application/x-www-form-urlencoded", "application/json; charset=iso-8859-1"] {
        let call = request("POST", PAYMENTS, &[RIGHT[0], ("content-type", kind)], &order());
        assert_eq!((codes(&call), call.is_valid()), (vec!["content-type"], false), "{kind}");
    }
}

#[test]
fn every_answer_of_every_operation_has_its_contract() {
    for operation in operations() {
        for status in [200, 201, 204, 400, 401, 404, 409, 422, 429, 500, 502] {
            let contract = operation.response(status).unwrap();
            let body = catalogue::example_document(contract.name, &today().unwrap()).unwrap();
            let response =
                Response::builder().status(status).header("content-type", "application/json").body(body).unwrap();
            let call = Edge::new().check_response(operation, &response);
            assert_eq!((codes(&call), call.is_valid()), (vec![], true), "{} {status}: {call}", operation.name);
        }
        for status in [302, 418] {
            let call = Edge::new().check_response(operation, &Response::builder().status(status).body("").unwrap());
            assert_eq!((codes(&call), call.is_valid()), (vec!["unknown-status"], true));
        }
    }
}

#[test]
fn what_is_not_json_is_named() {
    let create = operation("POST", "/payment/customer/v1/instant/payments").unwrap();
    for (status, body, en, pt) in [
        (502, "<html><body>Bad Gateway</body></html>", "an HTML page", "uma página HTML"),
        (200, "", "empty", "vazio"),
        (500, "<soap:Envelope/>", "XML", "XML"),
        (503, "upstream connect error", "plain text", "texto simples"),
    ] {
        let call = Edge::new().check_response(create, &Response::builder().status(status).body(body).unwrap());
        assert_eq!((codes(&call), call.is_valid(), call.report.is_none()), (vec!["not-json"], false, true), "{body}");
        assert!(call.problems[0].message(Lang::En).contains(en) && call.problems[0].message(Lang::PtBr).contains(pt));
    }
    // What begins like JSON is judged as JSON.
    let cut = Edge::new().check_response(create, &Response::new("{\"id\": \"1"));
    assert_eq!(cut.report.unwrap().findings[0].code.name(), "invalid-json");
    let text = Response::builder()
        .header("content-type", "text/plain")
        .body("{\"id\": \"1\", \"status\": \"ERROR\"}")
        .unwrap();
    assert_eq!(codes(&Edge::new().check_response(create, &text)), ["content-type-answer"]);
}

#[test]
fn problem_details_hold_a_report_that_passes_its_schema() {
    let schema = include_str!("../../klavi-cli/src/report/report.schema.json");
    let oracle = jsonschema::validator_for(&serde_json::from_str(schema).unwrap()).unwrap();
    let broken =
        klavi_validate::generate::Generator::broken("create-payment.request", None, &today().unwrap()).unwrap();
    for body in broken.take(50) {
        let body = String::from_utf8_lossy(&body).into_owned();
        let call = request("POST", PAYMENTS, RIGHT, &body);
        let problem = ProblemDetails::of_call(&call, Lang::PtBr);
        let report = &problem.to_json()["report"];
        assert!(oracle.is_valid(report), "{report}");
    }
    let call = request("POST", PAYMENTS, &RIGHT[1..], "{}");
    let problem = ProblemDetails::of_call(&call, Lang::En);
    assert_eq!(
        (problem.status, &problem.to_json()["call"][0]["code"]),
        (401, &serde_json::json!("authorization-missing"))
    );
    assert!(problem.to_json()["report"]["documents"][0]["findings"].as_array().unwrap().len() > 5);
}

/// Nothing of a call is in what is said of it.
#[test]
fn no_value_is_told() {
    let url = "http://api.klavi.ai/payment/customer/v1/instant/payments/undefined?secret=PLANTED-1";
    let headers = [("authorization", "PLANTED-2"), ("content-type", "PLANTED-3")];
    let body = r#"{"secretKey": "PLANTED-4", "amount": "PLANTED-5", "customer": {"identifier": "PLANTED-6"}}"#;
    for call in [
        request("GET", url, &headers, body),
        request("POST", PAYMENTS, &headers, body),
        request("POST", PAYMENTS, RIGHT, body),
    ] {
        let told = format!("{call} {call:?} {}", ProblemDetails::of_call(&call, Lang::En).to_json());
        assert!(!told.contains("PLANTED"), "{told}");
        assert!(!call.is_valid());
    }
}

/// Levels are for what is wrong about a call as for what is wrong in its body.
#[test]
fn levels_are_for_calls_too() {
    let request = Request::post(PAYMENTS.replace("/instant", ""))
        .header("authorization", "Bearer a.b.c")
        .header("content-type", "text/plain")
        .body(order())
        .unwrap();
    let told = |choices: &[(RuleSelector, Level)]| {
        let mut options = Options::default();
        for (selector, level) in choices {
            options.levels.set(selector.clone(), *level);
        }
        let call = Edge::new().with_options(options).check_request(&request);
        call.problems.iter().map(|problem| (problem.code, problem.severity)).collect::<Vec<_>>()
    };
    let (older, kind) = (Code::OlderPath, Code::ContentType);
    assert_eq!(told(&[]), [(older, Severity::Warning), (kind, Severity::Error)]);
    let strict = told(&[(RuleSelector::warnings(), Level::Deny), (kind.into(), Level::Allow)]);
    assert_eq!(strict, [(older, Severity::Error)]);
    assert_eq!(told(&[(Group::Http.into(), Level::Allow)]), []);
}
