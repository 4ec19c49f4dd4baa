//! A stand-in for the Klavi payment API on this machine: for development without credentials, and for tests of what goes
//! wrong.
//!
//! It answers every documented operation on its current and older paths: a token that ends, institutions, a payment that
//! goes through the documented statuses at a chosen pace, consent links, 409 for an id that was used. It asks of each
//! request what the documents ask, and answers nothing that they do not know, unless a [`Fault`] is wanted, by the header
//! `X-Sandbox-Fault` or by a scenario.
//!
//! ```no_run
//! # async fn run() -> std::io::Result<()> {
//! let listener = tokio::net::TcpListener::bind("127.0.0.1:8585").await?;
//! klavi_sandbox::serve(listener, klavi_sandbox::Config::default()).await
//! # }
//! ```
//!
//! What the documents do not show is made up, and said here: a webhook's body has `id`, `clientRequestId`, `endToEndId` and
//! `status`; every key pair is right; the user consents after one step of the pace.

#![forbid(unsafe_code)]

mod answers;
mod fault;
mod handler;
mod store;
mod webhooks;

pub use fault::{Fault, Scenario, Step, UnknownFault};

use std::io;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::net::TcpListener;

/// How the sandbox behaves.
#[derive(Clone)]
#[non_exhaustive]
pub struct Config {
    /// How long a payment stays in each status, at most a hundred years.
    pub pace: Duration,
    /// How long a token holds, at most a hundred years.
    pub token: Duration,
    /// The faults to come, beside those that requests ask for.
    pub scenario: Scenario,
    /// Where webhooks go: `http://HOST:PORT/PATH`, without TLS. Without it none are sent.
    pub webhook: Option<String>,
    /// The secret that signs webhooks.
    pub secret: String,
    /// How many payments and tokens are remembered; of more, the oldest is forgotten.
    pub most: usize,
}

impl std::fmt::Debug for Config {
    /// Without the secret.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut shown = f.debug_struct("Config");
        shown.field("pace", &self.pace).field("token", &self.token).field("scenario", &self.scenario);
        shown.field("webhook", &self.webhook).field("most", &self.most).finish_non_exhaustive()
    }
}

impl Default for Config {
    /// A status a second, tokens of an hour, no faults, no webhooks, ten thousand payments.
    fn default() -> Self {
        Self {
            pace: Duration::from_secs(1),
            token: Duration::from_secs(3600),
            scenario: Scenario::default(),
            webhook: None,
            secret: "sandbox-secret-key".to_owned(),
            most: 10_000,
        }
    }
}

/// Longer times would reach beyond what a clock can tell.
const LONGEST: Duration = Duration::from_secs(100 * 366 * 86_400);

impl Config {
    /// With another pace.
    #[must_use]
    pub fn with_pace(self, pace: Duration) -> Self {
        Self { pace, ..self }
    }

    /// With tokens that hold as long.
    #[must_use]
    pub fn with_token(self, token: Duration) -> Self {
        Self { token, ..self }
    }

    /// With these faults.
    #[must_use]
    pub fn with_scenario(self, scenario: Scenario) -> Self {
        Self { scenario, ..self }
    }

    /// With room for so many payments and tokens, at least one.
    #[must_use]
    pub fn with_most(self, most: usize) -> Self {
        Self { most: most.max(1), ..self }
    }

    /// With webhooks to this address, signed with this secret.
    #[must_use]
    pub fn with_webhook(self, address: Option<String>, secret: impl Into<String>) -> Self {
        Self { webhook: address, secret: secret.into(), ..self }
    }
}

/// Answers on this listener until the future is dropped.
///
/// # Errors
///
/// The listener fails.
pub async fn serve(listener: TcpListener, config: Config) -> io::Result<()> {
    axum::serve(listener, router(config)).await
}

/// The service by itself, to be served elsewhere.
pub fn router(config: Config) -> axum::Router {
    let config = Config { pace: config.pace.min(LONGEST), token: config.token.min(LONGEST), ..config };
    let store = store::Store::new(config.most);
    let sandbox = handler::Sandbox { store: Mutex::new(store), scenario: Mutex::new(config.scenario.clone()), config };
    axum::Router::new().fallback(handler::handle).with_state(Arc::new(sandbox))
}
