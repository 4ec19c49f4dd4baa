//! A simulator of conversations, interleaved, with planted faults: every one is found, and nothing else is told.
//!
//! `KLAVI_CONVERSATIONS` says how many conversations there are; without it there are few.

#![cfg(feature = "flow")]

use klavi_http::ExchangeCode;
use klavi_http::flow::{Exchange, Flow, FlowOptions, Webhook};
use klavi_http::webhook::{Signed, sign};
use std::collections::BTreeMap;

const URL: &str = "https://api-sandbox.klavi.ai/payment/customer/v1/instant/payments";
const OTHER: &str = "https://api.klavi.ai/payment/customer/v1/instant/payments";
const SECRET: &[u8] = b"secret";

/// What goes wrong in a conversation, if anything.
const FAULTS: [Option<ExchangeCode>; 15] = [
    None,
    Some(ExchangeCode::RequestIdReused),
    Some(ExchangeCode::RequestIdRepeated),
    Some(ExchangeCode::ProbableDuplicate),
    Some(ExchangeCode::AnswerMismatch),
    Some(ExchangeCode::StatusRegression),
    Some(ExchangeCode::StatusOrder),
    Some(ExchangeCode::PolledAfterFinal),
    Some(ExchangeCode::PolledTooFast),
    Some(ExchangeCode::NoFinalStatus),
    Some(ExchangeCode::EnvironmentMixed),
    Some(ExchangeCode::ConsentExpired),
    Some(ExchangeCode::TokenExpired),
    Some(ExchangeCode::WebhookSignature),
    Some(ExchangeCode::WebhookRepeated),
];

/// One step of a conversation: how long after the one before it, and what happens.
enum Step {
    Call {
        wait: i64,
        method: &'static str,
        url: String,
        token: &'static str,
        request: String,
        status: u16,
        answer: String,
    },
    Hook {
        wait: i64,
        body: String,
        is_signed: bool,
    },
}

/// The steps of a conversation with a fault.
fn conversation(number: u64, fault: Option<ExchangeCode>) -> Vec<Step> {
    use ExchangeCode as Is;
    let order = |id: String, amount: u64| {
        format!(
            r#"{{"clientRequestId": "{id}", "customer": {{"identifier": "{number}"}}, "date": "2025-07-01", "proxy": "k@example.com", "amount": "{amount}.00", "currency": "BRL"}}"#
        )
    };
    let call = |wait, method, url: String, request: String, answer: String| Step::Call {
        wait,
        method,
        url,
        token: "new",
        request,
        status: 200,
        answer,
    };
    let create = |id: &str, amount, status: &str| {
        let id = format!("{id}{number}");
        let answer = format!(
            r#"{{"id": "p{id}", "clientRequestId": "{id}", "amount": "{amount}.00", "currency": "BRL", "status": "{status}"}}"#
        );
        call(3000, "POST", URL.to_owned(), order(id, amount), answer)
    };
    let poll = |wait, url: &str, status: &str, more: &str| {
        call(
            wait,
            "GET",
            format!("{url}/pa{number}/status"),
            String::new(),
            format!(r#"{{"id": "pa{number}", "status": "{status}"{more}}}"#),
        )
    };
    let hook = |status: &str, is_signed| Step::Hook {
        wait: 3000,
        body: format!(r#"{{"id":"pa{number}","status":"{status}"}}"#),
        is_signed,
    };
    let ask = |status: &str| poll(3000, URL, status, "");
    let mut steps = vec![create("a", 10, "CONSENT_AWAITING_AUTHORIZATION"), ask("CONSENT_AWAITING_AUTHORIZATION")];
    match fault {
        Some(Is::RequestIdReused) => steps.push(create("a", 11, "CONSENT_AWAITING_AUTHORIZATION")),
        Some(Is::RequestIdRepeated) => {
            let mut again = create("a", 10, "");
            if let Step::Call { status, .. } = &mut again {
                *status = 409;
            }
            steps.push(again);
        }
        Some(Is::ProbableDuplicate) => steps.push(create("b", 10, "PAYMENT_REJECTED")),
        Some(Is::AnswerMismatch) => steps.push(poll(3000, URL, "CONSENT_AUTHORIZED", r#", "amount": "99.00""#)),
        Some(Is::StatusOrder) => steps.extend([ask("PAYMENT_SETTLEMENT_PROCESSING"), ask("CONSENT_AUTHORIZED")]),
        Some(Is::PolledTooFast) => steps.push(poll(200, URL, "CONSENT_AUTHORIZED", "")),
        Some(Is::EnvironmentMixed) => steps.push(poll(3000, OTHER, "CONSENT_AUTHORIZED", "")),
        Some(Is::ConsentExpired) => {
            steps.extend([poll(61 * 60_000, URL, "CONSENT_AWAITING_AUTHORIZATION", ""), ask("CONSENT_AUTHORIZED")]);
        }
        Some(Is::TokenExpired) => {
            let mut late = ask("CONSENT_AUTHORIZED");
            if let Step::Call { token, .. } = &mut late {
                *token = "old";
            }
            steps.push(late);
        }
        Some(Is::WebhookSignature) => steps.push(hook("PAYMENT_COMPLETED", false)),
        Some(Is::WebhookRepeated) => steps.extend([hook("CONSENT_AUTHORIZED", true), hook("CONSENT_AUTHORIZED", true)]),
        Some(Is::NoFinalStatus) => return steps,
        _ => {}
    }
    steps.push(ask("PAYMENT_COMPLETED"));
    match fault {
        Some(Is::StatusRegression) => steps.push(hook("PAYMENT_PENDING", true)),
        Some(Is::PolledAfterFinal) => steps.push(ask("PAYMENT_COMPLETED")),
        _ => {}
    }
    steps
}

/// Conversations that run at once.
const OPEN: usize = 500;

struct Simulator {
    flow: Flow,
    event: u64,
    rng: fastrand::Rng,
}

impl Simulator {
    fn step(&mut self, at: &mut i64, step: &Step) {
        self.event += 1;
        match step {
            Step::Call { wait, method, url, token, request, status, answer } => {
                *at += wait;
                let authorization = format!("Bearer {token}");
                let (request, answer, status) = (request.as_bytes(), answer.as_bytes(), Some(*status));
                let exchange = Exchange {
                    at: Some(*at),
                    method,
                    url,
                    authorization: Some(&authorization),
                    request,
                    status,
                    answer,
                };
                self.flow.exchange(self.event, &exchange);
            }
            Step::Hook { wait, body, is_signed } => {
                *at += wait;
                let timestamp = (*at / 1000).to_string();
                let secret: &[u8] = if *is_signed { SECRET } else { b"other" };
                let signature = sign(body.as_bytes(), &timestamp, secret, Signed::Body);
                let (signature, timestamp) = (Some(&*signature), Some(&*timestamp));
                self.flow.webhook(self.event, &Webhook { at: Some(*at), signature, timestamp, body: body.as_bytes() });
            }
        }
    }

    fn token(&mut self, name: &str, end: i64) {
        let answer = format!(r#"{{"accessToken": "{name}", "expireAt": {end}}}"#);
        let url = "https://api-sandbox.klavi.ai/payment/customer/v1/auth";
        self.flow.exchange(
            0,
            &Exchange { method: "POST", url, status: Some(200), answer: answer.as_bytes(), ..Exchange::default() },
        );
    }
}

#[test]
fn every_planted_fault_is_found_and_nothing_else() {
    let count: u64 = std::env::var("KLAVI_CONVERSATIONS").ok().and_then(|count| count.parse().ok()).unwrap_or(6_000);
    let options = FlowOptions::default().with_most(20 * OPEN).with_secret(Some(SECRET.to_vec()));
    let mut simulator = Simulator { flow: Flow::new(options), event: 0, rng: fastrand::Rng::with_seed(11) };
    simulator.token("new", 9_000_000_000);
    simulator.token("old", 1_000);
    let (mut wanted, mut found) = (BTreeMap::new(), BTreeMap::new());
    let mut open: Vec<(i64, std::vec::IntoIter<Step>)> = Vec::new();
    let mut begun = 0;
    let clock = std::time::Instant::now();
    while begun < count || !open.is_empty() {
        if begun < count && open.len() < OPEN {
            begun += 1;
            let fault = FAULTS[simulator.rng.usize(..FAULTS.len())];
            // A token of one environment in another is told too: the same slip, seen from the token.
            let times = if fault == Some(ExchangeCode::EnvironmentMixed) { 2 } else { 1 };
            // What is left open is told at the end, if it is not forgotten before.
            if let Some(fault) = fault.filter(|fault| *fault != ExchangeCode::NoFinalStatus) {
                *wanted.entry(fault).or_insert(0) += times;
            }
            open.push((1_740_000_000_000, conversation(begun, fault).into_iter()));
        }
        let place = simulator.rng.usize(..open.len());
        let (at, steps) = &mut open[place];
        match steps.next() {
            Some(step) => simulator.step(at, &step),
            None => drop(open.swap_remove(place)),
        }
        for finding in simulator.flow.take() {
            *found.entry(finding.code).or_insert(0) += 1;
        }
    }
    let events = simulator.event;
    let left = simulator.flow.finish();
    assert!(left.iter().all(|finding| finding.code == ExchangeCode::NoFinalStatus) && !left.is_empty());
    assert_eq!(found, wanted);
    assert_eq!(wanted.len(), FAULTS.len() - 2);
    let pace = u128::from(events) * 1000 / clock.elapsed().as_millis().max(1);
    println!("{events} events, {count} conversations, {pace} events a second");
}
