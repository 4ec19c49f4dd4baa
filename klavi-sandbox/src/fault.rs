//! What goes wrong on request.

use klavi_validate::operations::operations;
use serde::Deserialize;
use std::collections::VecDeque;
use std::str::FromStr;
use std::time::Duration;

/// A fault of the sandbox.
///
/// ```
/// use klavi_sandbox::Fault;
///
/// assert_eq!("html-502".parse(), Ok(Fault::Html502));
/// assert_eq!("slow=250".parse(), Ok(Fault::Slow(std::time::Duration::from_millis(250))));
/// assert!("fast".parse::<Fault>().is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// `409`: the request conflicts, though nothing was created.
    Conflict,
    /// `422`: refused, with a list of messages.
    Messages,
    /// `unknown-status`: a status that the documents do not know.
    UnknownStatus,
    /// `null`: null where a documented text is optional.
    Null,
    /// `html-502`: the page of a proxy.
    Html502,
    /// `slow` or `slow=MILLISECONDS`: an answer that takes its time, five seconds unless said otherwise.
    Slow(Duration),
    /// `cut-off`: done, but the answer ends in its middle.
    CutOff,
    /// `late-webhook`: a webhook with an early status comes after the last one.
    LateWebhook,
    /// `status-back`: a status from before the last one.
    StatusBack,
}

/// A word that names no fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownFault;

impl std::fmt::Display for UnknownFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("faults are 409, 422, unknown-status, null, html-502, slow[=MILLISECONDS], cut-off, late-webhook, status-back")
    }
}

impl std::error::Error for UnknownFault {}

impl FromStr for Fault {
    type Err = UnknownFault;

    fn from_str(word: &str) -> Result<Self, UnknownFault> {
        Ok(match word {
            "409" => Self::Conflict,
            "422" => Self::Messages,
            "unknown-status" => Self::UnknownStatus,
            "null" => Self::Null,
            "html-502" => Self::Html502,
            "slow" => Self::Slow(Duration::from_secs(5)),
            "cut-off" => Self::CutOff,
            "late-webhook" => Self::LateWebhook,
            "status-back" => Self::StatusBack,
            other => {
                let milliseconds =
                    other.strip_prefix("slow=").and_then(|text| text.parse().ok()).ok_or(UnknownFault)?;
                Self::Slow(Duration::from_millis(milliseconds))
            }
        })
    }
}

impl<'de> Deserialize<'de> for Fault {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// Faults to come, each for the next calls of an operation.
///
/// ```
/// let text = r#"{"steps": [{"operation": "create-payment", "fault": "html-502", "times": 2}]}"#;
/// let scenario: klavi_sandbox::Scenario = serde_json::from_str(text).unwrap();
/// assert_eq!(scenario.steps[0].times, 2);
/// // What no operation is called is told, and is no fault that never comes.
/// assert!(serde_json::from_str::<klavi_sandbox::Scenario>(&text.replace("payment", "payments")).is_err());
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// What comes, in this order for each operation.
    pub steps: VecDeque<Step>,
}

/// A fault of the next calls of an operation.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// The operation's name, such as `create-payment`.
    #[serde(deserialize_with = "known_operation")]
    pub operation: String,
    /// What goes wrong.
    pub fault: Fault,
    /// How many calls.
    #[serde(default = "once")]
    pub times: u32,
}

/// A name that no operation has would be a fault that never comes.
fn known_operation<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let name = String::deserialize(deserializer)?;
    let known = || operations().iter().map(|operation| &*operation.name);
    if known().any(|known| known == name) {
        return Ok(name);
    }
    Err(serde::de::Error::custom(format!("operations are {}", known().collect::<Vec<_>>().join(", "))))
}

const fn once() -> u32 {
    1
}

impl Scenario {
    /// The fault of the next call of an operation, which is then used up.
    pub(crate) fn next(&mut self, operation: &str) -> Option<Fault> {
        let place = self.steps.iter().position(|step| step.operation == operation && step.times > 0)?;
        let step = self.steps.get_mut(place)?;
        step.times -= 1;
        let fault = step.fault;
        if step.times == 0 {
            self.steps.remove(place);
        }
        Some(fault)
    }
}
