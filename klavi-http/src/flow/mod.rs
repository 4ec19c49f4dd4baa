//! The calls and webhooks of one payment together.
//!
//! The documents describe a conversation: get a token, create a payment once, ask for its status every few seconds until
//! a final one. What goes wrong there cannot be seen in any single document: an id that is used for two orders, a retry
//! under a new id that pays twice, an answer of another amount, a status that goes back after a final one.
//!
//! [`Flow`] takes events in the order in which they happened and joins them by `clientRequestId`, `id`, `endToEndId` and
//! token. It keeps fingerprints and marks, never a value, for a bounded number of payments: the oldest are forgotten, and told then
//! if they have no final status.
//!
//! ```
//! use klavi_http::flow::{Exchange, Flow};
//! use klavi_validate::runtime::Code;
//!
//! let url = "https://api-sandbox.klavi.ai/payment/customer/v1/instant/payments";
//! let order = |amount| format!(r#"{{"clientRequestId": "order-1", "amount": "{amount}"}}"#);
//! let (first, second) = (order("10.00"), order("99.00"));
//! let create = |body| Exchange { method: "POST", url, request: body, status: Some(200), ..Exchange::default() };
//!
//! let mut flow = Flow::default();
//! flow.exchange(1, &create(first.as_bytes()));
//! flow.exchange(2, &create(second.as_bytes()));
//! let findings = flow.finish();
//! assert_eq!(findings[0].code, Code::RequestIdReused);
//! assert_eq!((findings[0].place.event, findings[0].place.cause), (2, Some(1)));
//! ```

mod documented;
mod event;
mod fields;
mod rules;
mod talks;

pub use event::{Event, Exchange, MalformedEvent, Webhook, read_event};

use crate::problem::{Arguments, Problem};
use crate::webhook::VerifyOptions;
use klavi_validate::Levels;
use klavi_validate::runtime::{Code, Direction};
use talks::{Talks, Tokens, Webhooks};

/// What is wrong between two events, or about one in the light of the others. It holds no value of them.
pub type FlowFinding = Problem<Moment>;

/// Where in a flow something is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Moment {
    /// The number that the caller gave the event.
    pub event: u64,
    /// The number of the earlier event without which nothing would be wrong.
    pub cause: Option<u64>,
    /// Where in the event: `request`, `response` or `webhook`, and a JSON Pointer into its body behind a `#`.
    pub part: &'static str,
}

/// A secret that no `Debug` shows.
#[derive(Clone)]
struct Secret(Vec<u8>);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[redacted]")
    }
}

/// What a flow keeps, and what it asks.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct FlowOptions {
    /// How many payments are remembered; of more, the oldest is forgotten. Each takes about 200 bytes.
    pub most: usize,
    /// The secret of webhooks. Without it signatures are not asked for.
    secret: Option<Secret>,
    /// How signatures are verified.
    pub verify: VerifyOptions,
    /// What becomes of findings.
    pub levels: Levels,
}

impl Default for FlowOptions {
    /// A hundred thousand payments, no secret, every finding as severe as its code.
    fn default() -> Self {
        Self { most: 100_000, secret: None, verify: VerifyOptions::default(), levels: Levels::default() }
    }
}

impl FlowOptions {
    /// With another number of payments, at least one.
    #[must_use]
    pub fn with_most(self, most: usize) -> Self {
        Self { most: most.max(1), ..self }
    }

    /// With the secret of webhooks.
    #[must_use]
    pub fn with_secret(self, secret: Option<Vec<u8>>) -> Self {
        Self { secret: secret.map(Secret), ..self }
    }

    /// With another way to verify webhooks.
    #[must_use]
    pub fn with_verify(self, verify: VerifyOptions) -> Self {
        Self { verify, ..self }
    }

    /// With other levels of findings.
    #[must_use]
    pub fn with_levels(self, levels: Levels) -> Self {
        Self { levels, ..self }
    }
}

/// Joins the events of payments and tells what is wrong between them.
#[derive(Debug)]
pub struct Flow {
    options: FlowOptions,
    talks: Talks,
    tokens: Tokens,
    webhooks: Webhooks,
    findings: Vec<FlowFinding>,
}

impl Default for Flow {
    fn default() -> Self {
        Self::new(FlowOptions::default())
    }
}

impl Flow {
    /// With these options.
    #[must_use]
    pub fn new(options: FlowOptions) -> Self {
        let (talks, tokens, webhooks) =
            (Talks::new(options.most), Tokens::new(options.most), Webhooks::new(options.most));
        Self { options, talks, tokens, webhooks, findings: Vec::new() }
    }

    /// Takes the next event, under a number of the caller's choice: a line, an index. Gives whether it is one of the API: a
    /// call of an operation, or a webhook.
    pub fn event(&mut self, number: u64, event: &Event<'_>) -> bool {
        match event {
            Event::Exchange(exchange) => self.exchange(number, exchange),
            Event::Webhook(webhook) => {
                self.webhook(number, webhook);
                true
            }
        }
    }

    /// The findings so far; they are given once.
    pub fn take(&mut self) -> Vec<FlowFinding> {
        std::mem::take(&mut self.findings)
    }

    /// How many payments were forgotten to make room for others.
    #[must_use]
    pub fn forgotten(&self) -> u64 {
        self.talks.forgotten
    }

    /// The findings that were not taken, and those about payments that were left without a final status.
    #[must_use]
    pub fn finish(mut self) -> Vec<FlowFinding> {
        self.end();
        self.findings
    }

    /// Finds the payments that were left without a final status. Nothing comes after this but [`Flow::take`].
    pub fn end(&mut self) {
        self.tell_unfinished();
    }

    fn tell(&mut self, code: Code, event: u64, cause: Option<u64>, part: &'static str, arguments: Arguments) {
        // What is wrong between events is so in either direction.
        let usual = code.severity(Direction::Request);
        if let Some(severity) = self.options.levels.severity(code, usual, "", "") {
            self.findings.push(Problem::new(code, severity, Moment { event, cause, part }, arguments));
        }
    }
}
