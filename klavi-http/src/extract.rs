//! An extractor of `axum`.

use crate::problem_details::{CONTENT_TYPE, ProblemDetails};
use crate::sentences::problem as say;
use axum_core::extract::{FromRequest, Request};
use axum_core::response::{IntoResponse, Response};
use bytes::Bytes;
use http::StatusCode;
use http::header::{CONTENT_TYPE as HEADER, HeaderValue};
use klavi_validate::runtime::Validate;
use klavi_validate::{Error, Lang, Valid};
use serde::de::DeserializeOwned;
use std::ops::Deref;

/// A body that was checked by the contract of its type. Anything else is answered with problem details (RFC 9457), whose
/// member `report` is the report of the check.
///
/// ```
/// use axum::{Router, routing::post};
/// use klavi_http::extract::Checked;
/// use klavi_validate::types::CreatePaymentRequest;
///
/// async fn pay(order: Checked<CreatePaymentRequest>) -> String {
///     order.amount.to_string()
/// }
/// let app: Router = Router::new().route("/pay", post(pay));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked<T>(
    /// The value, its bytes, and the report with its warnings.
    pub Valid<T>,
);

impl<T> Deref for Checked<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.value()
    }
}

/// Why a body was refused.
#[derive(Debug, Clone, PartialEq)]
pub struct Rejection(
    /// What is answered.
    pub ProblemDetails,
);

impl IntoResponse for Rejection {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.0.status).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY);
        (status, [(HEADER, HeaderValue::from_static(CONTENT_TYPE))], self.0.to_vec()).into_response()
    }
}

impl<T, S> FromRequest<S> for Checked<T>
where
    T: Validate + DeserializeOwned,
    S: Send + Sync,
{
    type Rejection = Rejection;

    async fn from_request(request: Request, state: &S) -> Result<Self, Rejection> {
        let lang = lang(&request);
        // Bytes keeps to the limit of axum's DefaultBodyLimit.
        let body = Bytes::from_request(request, state).await.map_err(|rejection| {
            Rejection(ProblemDetails::plain(rejection.status().as_u16(), &say::UNREADABLE, lang))
        })?;
        Valid::parse(&body).map(Self).map_err(|error| match &error {
            Error::Invalid(report) => Rejection(ProblemDetails::of_report(report, lang)),
            _ => Rejection(ProblemDetails::plain(422, &say::NOT_ITS_TYPE, lang)),
        })
    }
}

/// The first language that is asked for and known.
fn lang(request: &Request) -> Lang {
    let wanted = request.headers().get(http::header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let language = |tag: &str| tag.split(['-', ';']).next().unwrap_or_default().trim().to_ascii_lowercase();
    let known = |tag: &str| Lang::ALL.iter().copied().find(|lang| language(lang.name()) == language(tag));
    wanted.into_iter().flat_map(|wanted| wanted.split(',')).find_map(known).unwrap_or_default()
}
