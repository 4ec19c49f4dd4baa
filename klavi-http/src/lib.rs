//! Checks what goes over the wire to and from the Klavi payment API: requests, answers, webhooks.
//!
//! [`Edge`] judges a call by the types of the `http` crate: which operation it is, by host, method and path, current or
//! older; scheme, authorization, content type, parameters; and the body by its contract. What is not JSON at all is named:
//! the HTML page of a proxy, an empty body, a fault in XML.
//!
//! ```
//! use klavi_http::Edge;
//! use klavi_validate::runtime::Code;
//!
//! let request = http::Request::post("https://api-sandbox.klavi.ai/payment/customer/v1/auth")
//!     .header("content-type", "application/json")
//!     .body(r#"{"accessKey": "key"}"#)?;
//! let call = Edge::new().check_request(&request);
//! assert_eq!(call.operation().unwrap().name, "auth");
//! assert_eq!(call.report.as_ref().unwrap().findings[0].pointer, "/secretKey");
//!
//! let answer = http::Response::builder().status(502).body("<html><body>Bad Gateway</body></html>")?;
//! let call = Edge::new().check_response(call.operation().unwrap(), &answer);
//! assert_eq!(call.problems[0].code, Code::NotJson);
//! # Ok::<(), http::Error>(())
//! ```
//!
//! | feature | what it adds |
//! |---|---|
//! | `reqwest-middleware` | `client::CheckMiddleware`, which refuses a wrong request before it is sent, and `client::Retry` |
//! | `tower` | `layer::CheckLayer`, for services that answer like Klavi |
//! | `axum` | `extract::Checked`, a checked body or a problem by RFC 9457 |
//! | `webhook` | `webhook::verify`, on the bytes that came |
//! | `flow` | `flow::Flow`, the calls of one payment together |
//! | `tracing` | events with codes and pointers, never with values |

#![forbid(unsafe_code)]

mod call;
#[cfg(feature = "reqwest-middleware")]
pub mod client;
mod edge;
#[cfg(feature = "axum")]
pub mod extract;
#[cfg(feature = "flow")]
pub mod flow;
#[cfg(feature = "tower")]
pub mod layer;
#[cfg(feature = "webhook")]
mod layout;
mod not_json;
mod place;
mod problem;
mod problem_details;
// The sandbox remembers in the same way.
#[doc(hidden)]
pub mod recent;
#[cfg(feature = "tracing")]
mod trace;
#[cfg(feature = "webhook")]
pub mod webhook;

pub use call::{Call, Route};
pub use edge::Edge;
pub use place::Place;
pub use problem::Problem;
pub use problem_details::ProblemDetails;

#[cfg(all(doctest, feature = "axum", feature = "flow", feature = "reqwest-middleware", feature = "tower"))]
mod guides {
    #[doc = include_str!("../../docs/guide.md")]
    struct Guide;
    #[doc = include_str!("../../docs/guia.pt-BR.md")]
    struct Guia;
}

/// The words about calls, as `build.rs` writes them.
#[cfg_attr(
    not(all(feature = "axum", feature = "tower", feature = "webhook")),
    allow(dead_code, reason = "what a feature says is in the catalogue without it too")
)]
mod sentences {
    use klavi_validate::sentence::Template;

    include!(concat!(env!("OUT_DIR"), "/sentences.rs"));
}
