//! Every code of calls has an example that shows it alone, and one, nearly the same, that shows nothing.

#![cfg(feature = "flow")]

use http::header::{HeaderMap, HeaderName};
use http::{Request, Response};
use klavi_http::Edge;
use klavi_http::flow::{Flow, FlowOptions, read_event};
use klavi_validate::catalogue::{Example, Rule, rules};
use klavi_validate::runtime::{Code, Group};
use serde_json::Value;

/// The secret of the webhooks in the examples.
const SECRET: &[u8] = b"secret";

/// The codes of calls.
fn of_calls() -> impl Iterator<Item = &'static Rule> {
    rules().iter().filter(|rule| rule.code.group().is_of_calls())
}

fn lines(example: &Example) -> Vec<String> {
    String::from_utf8(example.document()).unwrap().lines().map(str::to_owned).collect()
}

/// What stands between calls.
fn joined(example: &Example) -> Vec<Code> {
    let mut flow = Flow::new(FlowOptions::default().with_secret(Some(SECRET.to_vec())));
    for (number, line) in (1..).zip(lines(example)) {
        read_event(line.as_bytes(), |event| flow.event(number, event)).unwrap();
    }
    flow.finish().iter().map(|finding| finding.code).collect()
}

fn headers(part: &Value) -> HeaderMap {
    let members = part["headers"].as_object().into_iter().flatten();
    members
        .map(|(name, value)| (name.parse::<HeaderName>().unwrap(), value.as_str().unwrap().parse().unwrap()))
        .collect()
}

fn body(part: &Value) -> Vec<u8> {
    match part.get("body") {
        None => Vec::new(),
        Some(Value::String(text)) => text.clone().into_bytes(),
        Some(value) => value.to_string().into_bytes(),
    }
}

/// What is wrong about each call, and nothing may be wrong in its bodies.
fn judged(example: &Example) -> Vec<Code> {
    let mut codes = Vec::new();
    for line in lines(example) {
        let event: Value = serde_json::from_str(&line).unwrap();
        let (sent, came) = (&event["request"], &event["response"]);
        let method = sent["method"].as_str().unwrap();
        let mut request =
            Request::builder().method(method).uri(sent["url"].as_str().unwrap()).body(body(sent)).unwrap();
        *request.headers_mut() = headers(sent);
        let mut calls = vec![Edge::new().check_request(&request)];
        if let (Some(operation), Some(status)) = (calls[0].operation(), came["status"].as_u64()) {
            let mut response = Response::new(body(came));
            *response.status_mut() = u16::try_from(status).unwrap().try_into().unwrap();
            *response.headers_mut() = headers(came);
            calls.push(Edge::new().check_response(operation, &response));
        }
        for call in calls {
            let findings = call.report.map(|report| report.findings).unwrap_or_default();
            assert!(findings.is_empty(), "{line}: {findings:?}");
            codes.extend(call.problems.iter().map(|problem| problem.code));
        }
    }
    codes
}

#[test]
fn every_code_of_calls_has_an_example_with_it_alone_and_one_without() {
    assert_eq!(of_calls().count(), 27);
    for rule in of_calls() {
        let codes = if rule.code.group() == Group::Http { judged } else { joined };
        assert_eq!(codes(&rule.bad), [rule.code], "the bad one");
        assert_eq!(codes(&rule.good), [], "the good one of {}", rule.code);
    }
}

#[test]
fn examples_are_lines_by_the_published_schema() {
    let schema: Value = serde_json::from_str(klavi_schema::EXCHANGE.text).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    for line in of_calls().flat_map(|rule| [lines(&rule.bad), lines(&rule.good)].concat()) {
        assert!(schema.is_valid(&serde_json::from_str(&line).unwrap()), "{line}");
    }
}
