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
mod config;
mod fault;
mod handler;
mod moment;
mod store;
mod webhooks;

pub use config::Config;
pub use fault::{Fault, Scenario, Step, UnknownFault};

use config::LONGEST;
use std::io;
use std::sync::{Arc, Mutex};
use tokio::net::TcpListener;

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
