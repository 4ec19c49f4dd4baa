//! How the sandbox behaves.

use crate::fault::Scenario;
use std::time::Duration;

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
pub(crate) const LONGEST: Duration = Duration::from_secs(100 * 366 * 86_400);

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
