//! What the sandbox remembers: tokens and payments, in bounded tables.

use crate::moment::stamp;
use fastrand::Rng;
use klavi_http::recent::Recent;
use serde_json::{Map, Value};
use std::time::{Duration, SystemTime};

/// The statuses of a payment that goes well, from its creation.
pub(crate) const HAPPY: [&str; 6] = [
    "CONSENT_AWAITING_AUTHORIZATION",
    "CONSENT_AUTHORIZED",
    "PAYMENT_PENDING",
    "PAYMENT_READY_FOR_SETTLEMENT",
    "PAYMENT_SETTLEMENT_PROCESSING",
    "PAYMENT_COMPLETED",
];

/// A payment.
#[derive(Debug, Clone)]
pub(crate) struct Payment {
    pub(crate) id: String,
    pub(crate) consent: String,
    pub(crate) end_to_end_id: String,
    /// The request that created it.
    pub(crate) order: Map<String, Value>,
    pub(crate) created: SystemTime,
}

impl Payment {
    /// Which of [`HAPPY`] it has reached, and when.
    pub(crate) fn step(&self, pace: Duration) -> (usize, SystemTime) {
        let passed = self.created.elapsed().unwrap_or_default();
        let steps = if pace.is_zero() { u128::MAX } else { passed.as_millis() / pace.as_millis().max(1) };
        let step = usize::try_from(steps).unwrap_or(usize::MAX).min(HAPPY.len() - 1);
        (step, self.created + pace * u32::try_from(step).unwrap_or_default())
    }

    pub(crate) fn client_request_id(&self) -> &str {
        self.order.get("clientRequestId").and_then(Value::as_str).unwrap_or_default()
    }
}

/// Everything.
#[derive(Debug)]
pub(crate) struct Store {
    tokens: Recent<String, SystemTime>,
    payments: Recent<String, Payment>,
    used: Recent<String, ()>,
    rng: Rng,
}

impl Store {
    pub(crate) fn new(most: usize) -> Self {
        Self { tokens: Recent::new(most), payments: Recent::new(most), used: Recent::new(most), rng: Rng::new() }
    }

    /// A new token that holds until then.
    pub(crate) fn token(&mut self, end: SystemTime) -> String {
        let signature: String = std::iter::repeat_with(|| self.rng.alphanumeric()).take(64).collect();
        let token = format!("eyJhbGciOiJub25lIn0.{}.{signature}", "eyJzdWIiOiJzYW5kYm94In0");
        self.tokens.put(token.clone(), end);
        token
    }

    /// Whether a token was given and still holds.
    pub(crate) fn holds(&self, token: &str) -> bool {
        self.tokens.get(token).is_some_and(|end| *end > SystemTime::now())
    }

    /// Uses an id up; false if it was used before.
    pub(crate) fn claim(&mut self, client_request_id: &str) -> bool {
        let is_new = self.used.get(client_request_id).is_none();
        if is_new {
            self.used.put(client_request_id.to_owned(), ());
        }
        is_new
    }

    /// A new payment.
    pub(crate) fn pay(&mut self, order: Map<String, Value>) -> Payment {
        let (id, consent) = (self.uuid(), self.uuid());
        let created = SystemTime::now();
        let stamp: String = stamp(created).chars().filter(char::is_ascii_digit).take(12).collect();
        let tail: String = std::iter::repeat_with(|| self.rng.alphanumeric()).take(11).collect();
        let end_to_end_id = format!("E00000000{stamp}{tail}");
        let payment = Payment { id: id.clone(), consent, end_to_end_id, order, created };
        self.payments.put(id, payment.clone());
        payment
    }

    pub(crate) fn payment(&self, id: &str) -> Option<Payment> {
        self.payments.get(id).cloned()
    }

    /// A UUID of version 4.
    pub(crate) fn uuid(&mut self) -> String {
        let text = format!("{:032x}", self.rng.u128(..) & !(0xf << 76) & !(0x3 << 62) | 0x4 << 76 | 0x2 << 62);
        format!("{}-{}-{}-{}-{}", &text[..8], &text[8..12], &text[12..16], &text[16..20], &text[20..])
    }
}
