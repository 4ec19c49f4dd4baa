//! Answers of problems by RFC 9457.

use crate::call::Call;
use crate::sentences::problem as say;
use klavi_validate::runtime::{Code, Severity};
use klavi_validate::{Lang, Report};
use serde_json::{Value, json};

/// A body of the type `application/problem+json`.
///
/// Its member `report` is a report as `validate -o json` writes it, and passes the schema that
/// `validate --print-schema report` prints; `call` lists what is wrong outside the body. No value of the call is in it.
///
/// ```
/// use klavi_http::{Edge, ProblemDetails};
/// use klavi_validate::Lang;
///
/// let request = http::Request::post("https://api.klavi.ai/payment/customer/v1/auth").body("accessKey=a&secretKey=b")?;
/// let problem = ProblemDetails::of_call(&Edge::new().check_request(&request), Lang::En);
/// assert_eq!(problem.status, 400);
/// assert_eq!(problem.to_json()["call"][1]["code"], "not-json");
/// # Ok::<(), http::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ProblemDetails {
    /// The HTTP status: 422 for a body that breaks its contract, 415 for a wrong content type, 401 for a missing token, 404
    /// for an unknown operation, otherwise 400.
    pub status: u16,
    body: Value,
}

/// The content type of problem details.
#[cfg(any(feature = "axum", feature = "tower"))]
pub(crate) const CONTENT_TYPE: &str = "application/problem+json";

impl ProblemDetails {
    /// The problems of a call.
    #[must_use]
    pub fn of_call(call: &Call, lang: Lang) -> Self {
        let errors = call.problems.iter().filter(|problem| problem.severity == Severity::Error);
        let first = errors.map(|problem| problem.code).next();
        let status = match first {
            Some(Code::AuthorizationMissing | Code::AuthorizationForm) => 401,
            Some(Code::UnknownOperation) => 404,
            Some(Code::ContentType) => 415,
            Some(_) => 400,
            None => 422,
        };
        let mut problem = Self::new(status, lang, call.report.as_ref());
        let listed = call.problems.iter().map(|one| {
            json!({
                "code": one.code.name(), "severity": one.severity.name(), "place": one.place.name(),
                "message": one.message(lang), "help": one.help(lang),
            })
        });
        problem.body["call"] = listed.collect();
        problem
    }

    /// The findings of a body alone.
    #[must_use]
    pub fn of_report(report: &Report, lang: Lang) -> Self {
        Self::new(422, lang, Some(report))
    }

    /// A problem without findings.
    #[cfg(any(feature = "axum", feature = "tower"))]
    pub(crate) fn plain(status: u16, detail: &klavi_validate::sentence::Template, lang: Lang) -> Self {
        let (title, detail) = (say::CALL.text(lang), detail.text(lang));
        let body = json!({"type": "about:blank", "title": title, "status": status, "detail": detail});
        Self { status, body }
    }

    fn new(status: u16, lang: Lang, report: Option<&Report>) -> Self {
        let title = if status == 422 { say::CONTRACT } else { say::CALL };
        let mut body = json!({"type": "about:blank", "title": title.text(lang), "status": status});
        if let Some(report) = report {
            body["report"] = written(report, lang);
        }
        Self { status, body }
    }

    /// The body.
    #[must_use]
    pub fn to_json(&self) -> &Value {
        &self.body
    }

    /// The bytes of the body.
    #[must_use]
    pub fn to_vec(&self) -> Vec<u8> {
        self.body.to_string().into_bytes()
    }
}

/// A report of one document, named `-` like the text of a stream.
fn written(report: &Report, lang: Lang) -> Value {
    let findings: Vec<Value> = report
        .findings
        .iter()
        .map(|finding| {
            let written = klavi_validate::Localized { finding, lang, place: Some(&|span| span) };
            serde_json::to_value(written).unwrap_or_default()
        })
        .collect();
    let mut document = json!({
        "file": "-", "index": 0, "line": 1, "schema": report.schema, "chosenBy": "url",
        "valid": report.is_valid(), "findings": findings,
    });
    if report.truncated > 0 {
        document["truncated"] = report.truncated.into();
    }
    let valid = usize::from(report.is_valid());
    json!({
        "version": 1,
        "tool": {"name": "validate", "version": env!("CARGO_PKG_VERSION")},
        "summary": {
            "documents": 1, "valid": valid, "invalid": 1 - valid,
            "errors": report.errors, "warnings": report.warnings, "unchecked": 0,
        },
        "documents": [document],
    })
}
