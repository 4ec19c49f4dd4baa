//! What `exchanges.json` of `klavi-schema` says: the order of statuses, and times.

use serde::Deserialize;
use std::sync::LazyLock;

/// The file.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Documented {
    pub(super) statuses: Statuses,
    pub(super) consent_minutes: u64,
    pub(super) poll_milliseconds: u64,
}

/// The statuses of a payment.
#[derive(Deserialize)]
pub(super) struct Statuses {
    pub(super) order: Vec<String>,
    #[serde(rename = "final")]
    pub(super) last: Vec<String>,
}

pub(super) static DOCUMENTED: LazyLock<Documented> = LazyLock::new(|| {
    serde_json::from_str(klavi_schema::EXCHANGES.text).expect("exchanges.json is part of this release and tested")
});
