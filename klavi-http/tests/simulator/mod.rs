//! A simulator of conversations: interleaved, as lines of exchanges, with planted faults.
//!
//! Most conversations are as the documents want them, some with what looks wrong and is not: a request sent again because
//! nobody answered, a new payment after one that failed, a status that is not known yet, calls to others. One in fifteen has
//! a fault, and the simulator says at which event it shows.

use klavi_http::webhook::{Signed, sign};
use klavi_validate::runtime::Code as Is;
use std::io::Write as _;
use std::vec::IntoIter;

const HOST: &str = "https://api-sandbox.klavi.ai";
const OTHER: &str = "https://api.klavi.ai";
const PATH: &str = "/payment/customer/v1/instant/payments";
/// The secret of the webhooks.
pub const SECRET: &[u8] = b"secret";

/// What can go wrong.
pub const FAULTS: [Is; 14] = [
    Is::RequestIdReused,
    Is::RequestIdRepeated,
    Is::ProbableDuplicate,
    Is::AnswerMismatch,
    Is::StatusRegression,
    Is::StatusOrder,
    Is::PolledAfterFinal,
    Is::PolledTooFast,
    Is::NoFinalStatus,
    Is::EnvironmentMixed,
    Is::ConsentExpired,
    Is::TokenExpired,
    Is::WebhookSignature,
    Is::WebhookRepeated,
];

const AWAITING: &str = "CONSENT_AWAITING_AUTHORIZATION";

/// One step of a conversation: how long after the one before it, what happens, and the faults that show in it.
struct Step {
    wait: i64,
    what: What,
    shows: Vec<Is>,
}

enum What {
    Call {
        method: &'static str,
        url: String,
        token: &'static str,
        request: String,
        status: Option<u16>,
        answer: String,
    },
    Hook {
        body: String,
        is_signed: bool,
    },
}

impl Step {
    fn shows(self, code: Is) -> Self {
        Self { shows: vec![code], ..self }
    }

    fn after(self, wait: i64) -> Self {
        Self { wait, ..self }
    }

    fn answered(mut self, with: Option<u16>) -> Self {
        if let What::Call { status, answer, .. } = &mut self.what {
            *status = with;
            "".clone_into(answer);
        }
        self
    }
}

/// Writes the steps of one conversation.
struct Script {
    number: u64,
}

impl Script {
    fn call(method: &'static str, url: String, request: String, answer: String) -> Step {
        let what = What::Call { method, url, token: "new", request, status: Some(200), answer };
        Step { wait: 3000, what, shows: Vec::new() }
    }

    fn create(&self, id: &str, amount: u64, status: &str) -> Step {
        let number = self.number;
        let request = format!(
            r#"{{"clientRequestId":"{id}{number}","institutionId":"i","customer":{{"identifierType":"CPF","identifier":"{number}"}},"date":"2025-07-01","initType":"PIX_DICT","proxy":"k@example.com","amount":"{amount}.00","currency":"BRL"}}"#
        );
        let answer = format!(
            r#"{{"id":"p{id}{number}","clientRequestId":"{id}{number}","amount":"{amount}.00","currency":"BRL","status":"{status}"}}"#
        );
        Self::call("POST", format!("{HOST}{PATH}"), request, answer)
    }

    fn ask(&self, id: &str, host: &str, status: &str, more: &str) -> Step {
        let id = format!("p{id}{}", self.number);
        let answer = format!(r#"{{"id":"{id}","status":"{status}"{more}}}"#);
        Self::call("GET", format!("{host}{PATH}/{id}/status"), String::new(), answer)
    }

    fn hook(&self, status: &str, is_signed: bool) -> Step {
        let body = format!(r#"{{"id":"pa{}","status":"{status}"}}"#, self.number);
        Step { wait: 3000, what: What::Hook { body, is_signed }, shows: Vec::new() }
    }

    fn told(&self, status: &str) -> Step {
        self.ask("a", HOST, status, "")
    }

    /// How a payment ends well.
    fn end(&self) -> Vec<Step> {
        vec![
            self.told("CONSENT_AUTHORIZED"),
            self.told("PAYMENT_PENDING"),
            self.hook("PAYMENT_READY_FOR_SETTLEMENT", true),
            self.told("PAYMENT_SETTLEMENT_PROCESSING"),
            self.told("PAYMENT_COMPLETED"),
        ]
    }

    /// What looks wrong and is not, between the creation and the end.
    fn harmless(&self, kind: u32) -> Vec<Step> {
        match kind {
            0 => vec![Self::call("GET", "https://example.com/rates".to_owned(), String::new(), "[]".to_owned())],
            1 => vec![self.told("PAYMENT_OF_TOMORROW")],
            2 => vec![self.told(AWAITING).answered(Some(429)), self.hook(AWAITING, true)],
            3 => vec![self.told(AWAITING).answered(None)],
            _ => Vec::new(),
        }
    }

    fn clean(&self, kind: u32) -> Vec<Step> {
        let create = || self.create("a", 10, AWAITING);
        let begin = match kind {
            5 => vec![create().answered(Some(503)), create()],
            6 => vec![create().answered(None), create()],
            7 => vec![self.create("b", 10, "PAYMENT_REJECTED"), create()],
            8 => vec![create().answered(Some(422)), create()],
            _ => vec![create()],
        };
        let mut steps: Vec<Step> = begin.into_iter().chain([self.told(AWAITING)]).chain(self.harmless(kind)).collect();
        steps.push(self.told(AWAITING));
        steps.extend(self.end());
        if kind == 9 {
            // The whole payment may be read at any time.
            let id = format!("pa{}", self.number);
            let answer = format!(r#"{{"id":"{id}","amount":"10.00","status":"PAYMENT_COMPLETED"}}"#);
            steps.push(Self::call("GET", format!("{HOST}{PATH}/{id}"), String::new(), answer));
        }
        steps
    }

    fn faulty(&self, fault: Is, kind: u32) -> Vec<Step> {
        let mut steps = vec![self.create("a", 10, AWAITING), self.told(AWAITING), self.told(AWAITING)];
        let mut end = self.end();
        match fault {
            Is::RequestIdReused => steps.push(self.create("a", 11, AWAITING).shows(fault)),
            Is::RequestIdRepeated => steps.push(self.create("a", 10, AWAITING).answered(Some(409)).shows(fault)),
            Is::ProbableDuplicate => steps.push(self.create("b", 10, "PAYMENT_REJECTED").shows(fault)),
            Is::AnswerMismatch => {
                let other = if kind == 0 { r#","amount":"99.00""# } else { r#","currency":"USD""# };
                steps.push(self.ask("a", HOST, AWAITING, other).shows(fault));
            }
            Is::StatusOrder => end.insert(4, self.told("CONSENT_AUTHORIZED").shows(fault)),
            Is::PolledTooFast => steps.push(self.told(AWAITING).after(200).shows(fault)),
            Is::EnvironmentMixed => {
                // The token is of the other environment as well as the payment.
                let step = self.ask("a", OTHER, AWAITING, "");
                steps.push(Step { shows: vec![fault, fault], ..step });
            }
            Is::ConsentExpired => {
                steps.push(self.told(AWAITING).after(61 * 60_000));
                end[0].shows.push(fault);
            }
            Is::TokenExpired => {
                let mut late = self.told(AWAITING).shows(fault);
                if let What::Call { token, .. } = &mut late.what {
                    *token = "old";
                }
                steps.push(late);
            }
            Is::WebhookSignature => steps.push(self.hook("PAYMENT_COMPLETED", false).shows(fault)),
            Is::WebhookRepeated => {
                steps.extend([self.hook(AWAITING, true), self.hook(AWAITING, true).shows(fault)]);
            }
            Is::NoFinalStatus => {
                end.truncate(1 + kind as usize % 4);
                end.iter_mut().next_back().into_iter().for_each(|step| step.shows.push(fault));
            }
            Is::StatusRegression => end.push(self.hook("PAYMENT_PENDING", true).shows(fault)),
            Is::PolledAfterFinal => end.push(self.told("PAYMENT_COMPLETED").shows(fault)),
            _ => {}
        }
        steps.extend(end);
        steps
    }
}

/// An event that was written.
#[derive(Debug, Clone)]
pub struct Written {
    /// Its number, from 1.
    pub event: u64,
    /// The conversation that it is of; 0 for the tokens.
    pub conversation: u64,
    /// What shows in it. What lacks a final status shows later.
    pub shows: Vec<Is>,
}

struct Open {
    at: i64,
    number: u64,
    steps: IntoIter<Step>,
}

/// Writes events as lines.
pub struct Simulator {
    rng: fastrand::Rng,
    conversations: u64,
    /// How many run at once.
    width: usize,
    begun: u64,
    event: u64,
    open: Vec<Open>,
}

impl Simulator {
    /// So many conversations, so many of them at once.
    pub fn new(conversations: u64, width: usize, seed: u64) -> Self {
        let rng = fastrand::Rng::with_seed(seed);
        Self { rng, conversations, width, begun: 0, event: 0, open: Vec::new() }
    }

    /// Appends the next line; nothing at the end.
    pub fn next(&mut self, out: &mut Vec<u8>) -> Option<Written> {
        self.event += 1;
        if self.event <= 2 {
            let (name, end) = if self.event == 1 { ("new", 9_000_000_000_u64) } else { ("old", 1000) };
            let url = format!("{HOST}/payment/customer/v1/auth");
            let answer = format!(r#"{{"accessToken":"{name}","expireAt":{end}}}"#);
            write(
                &Script::call("POST", url, r#"{"accessKey":"k","secretKey":"s"}"#.to_owned(), answer).what,
                1000,
                out,
            );
            return Some(Written { event: self.event, conversation: 0, shows: Vec::new() });
        }
        loop {
            if self.begun < self.conversations && self.open.len() < self.width {
                self.begun += 1;
                let (script, kind) = (Script { number: self.begun }, self.rng.u32(..40));
                let fault = FAULTS[self.rng.usize(..FAULTS.len())];
                let steps = if self.rng.u32(..15) == 0 { script.faulty(fault, kind % 4) } else { script.clean(kind) };
                self.open.push(Open { at: 1_740_000_000_000, number: self.begun, steps: steps.into_iter() });
            }
            if self.open.is_empty() {
                return None;
            }
            let place = self.rng.usize(..self.open.len());
            let Open { at, number, steps } = &mut self.open[place];
            if let Some(step) = steps.next() {
                *at += step.wait;
                write(&step.what, *at, out);
                return Some(Written { event: self.event, conversation: *number, shows: step.shows });
            }
            self.open.swap_remove(place);
        }
    }
}

fn write(what: &What, at: i64, out: &mut Vec<u8>) {
    // A buffer takes everything.
    let _ = match what {
        What::Call { method, url, token, request, status, answer } => {
            let _ = write!(
                out,
                r#"{{"at":{at},"request":{{"method":"{method}","url":"{url}","headers":{{"Authorization":"Bearer {token}"}}"#
            );
            if !request.is_empty() {
                let _ = write!(out, r#","body":{request}"#);
            }
            out.push(b'}');
            if let Some(status) = status {
                let _ = write!(out, r#","response":{{"status":{status}"#);
                if !answer.is_empty() {
                    let _ = write!(out, r#","body":{answer}"#);
                }
                out.push(b'}');
            }
            writeln!(out, "}}")
        }
        What::Hook { body, is_signed } => {
            let timestamp = (at / 1000).to_string();
            let secret: &[u8] = if *is_signed { SECRET } else { b"other" };
            let signature = sign(body.as_bytes(), &timestamp, secret, Signed::Body);
            let body = body.replace('"', "\\\"");
            writeln!(
                out,
                r#"{{"at":{at},"webhook":{{"headers":{{"X-Klavi-Signature":"{signature}","X-Klavi-Timestamp":"{timestamp}"}},"body":"{body}"}}}}"#
            )
        }
    };
}
