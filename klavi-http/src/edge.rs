//! Judges requests and answers.

use crate::call::{Call, Route};
use crate::not_json;
use crate::place::Place;
use crate::problem::Arguments;
use http::header::{AUTHORIZATION, CONTENT_TYPE, HOST};
use http::{HeaderMap, HeaderValue, Method, Request, Response, StatusCode, Uri, request, response};
use klavi_validate::operations::{Auth, Operation, environment, operation};
use klavi_validate::runtime::{Code, Direction};
use klavi_validate::sentence::Sentence;
use klavi_validate::{Contract, Options};

/// Judges calls of the API.
///
/// ```
/// use klavi_http::Edge;
/// use klavi_validate::runtime::Code;
///
/// // A gateway of one's own in front of the API, and a stand-in on this machine, may speak plain HTTP.
/// let edge = Edge::new().with_host("localhost:8080");
/// let request = http::Request::get("http://localhost:8080/payment/customer/v1/instant/payments/7/status")
///     .header("authorization", "7f3a")
///     .body("")?;
/// let call = edge.check_request(&request);
/// let codes: Vec<_> = call.problems.iter().map(|problem| problem.code).collect();
/// assert_eq!(codes, [Code::AuthorizationForm]);
/// # Ok::<(), http::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Edge {
    options: Options,
    hosts: Vec<String>,
    any_host: bool,
}

impl Edge {
    /// The hosts of the API, default options.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// With other levels, of calls too, limits, or another day.
    #[must_use]
    pub fn with_options(self, options: Options) -> Self {
        Self { options, ..self }
    }

    /// With a further host that stands for the API, with its port if it has one.
    #[must_use]
    pub fn with_host(mut self, host: impl Into<String>) -> Self {
        self.hosts.push(host.into());
        self
    }

    /// With every host standing for the API: for a server that answers in its place.
    #[must_use]
    pub fn with_any_host(self) -> Self {
        Self { any_host: true, ..self }
    }

    /// Judges a request.
    #[must_use]
    pub fn check_request<B: AsRef<[u8]>>(&self, request: &Request<B>) -> Call {
        self.request(request.method(), request.uri(), request.headers(), request.body().as_ref())
    }

    /// Judges a request whose body stands apart.
    #[must_use]
    pub fn check_request_parts(&self, parts: &request::Parts, body: &[u8]) -> Call {
        self.request(&parts.method, &parts.uri, &parts.headers, body)
    }

    /// Judges the answer of an operation.
    #[must_use]
    pub fn check_response<B: AsRef<[u8]>>(&self, operation: &'static Operation, response: &Response<B>) -> Call {
        self.response(operation, response.status(), response.headers(), response.body().as_ref())
    }

    /// Judges an answer whose body stands apart.
    #[must_use]
    pub fn check_response_parts(&self, operation: &'static Operation, parts: &response::Parts, body: &[u8]) -> Call {
        self.response(operation, parts.status, &parts.headers, body)
    }

    pub(crate) fn request(&self, method: &Method, uri: &Uri, headers: &HeaderMap, body: &[u8]) -> Call {
        self.levelled(self.judged_request(method, uri, headers, body))
    }

    pub(crate) fn response(
        &self,
        operation: &'static Operation,
        status: StatusCode,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Call {
        self.levelled(self.judged_response(operation, status, headers, body))
    }

    /// With what the levels make of each problem; findings of the body have theirs already.
    fn levelled(&self, mut call: Call) -> Call {
        call.problems.retain_mut(|problem| {
            let severity = self.options.levels.severity(problem.code, problem.severity, "", "");
            problem.severity = severity.unwrap_or(problem.severity);
            severity.is_some()
        });
        call
    }

    fn judged_request(&self, method: &Method, uri: &Uri, headers: &HeaderMap, body: &[u8]) -> Call {
        let mut call =
            Call { direction: Direction::Request, route: Route::Foreign, problems: Vec::new(), report: None };
        // A server is asked by a path alone, and the host is in a header; without any, it is its own.
        let host = uri.authority().map(http::uri::Authority::as_str).or_else(|| headers.get(HOST)?.to_str().ok());
        let host = host.map(|host| host.rsplit('@').next().unwrap_or(host));
        let is_klavi = host.is_some_and(|host| environment(host).is_some());
        if !is_klavi && !self.any_host && !host.is_none_or(|host| self.stands_for_it(host)) {
            return call;
        }
        if is_klavi && uri.scheme_str() == Some("http") {
            call.add(Code::InsecureScheme, Place::Url, Vec::new());
        }
        let Some(known) = operation(method.as_str(), uri.path()) else {
            call.route = Route::Unknown;
            call.add(Code::UnknownOperation, Place::Url, Vec::new());
            return call;
        };
        call.route = Route::Operation(known);
        judge_url(&mut call, known, uri);
        if known.auth == Auth::Bearer {
            judge_authorization(&mut call, known, headers);
        }
        match known.request() {
            Some(contract) => self.judge_request_body(&mut call, contract, headers, body),
            None if body.is_empty() => {}
            None => call.add(Code::BodyUnexpected, Place::Body, of(known)),
        }
        call
    }

    fn judged_response(
        &self,
        operation: &'static Operation,
        status: StatusCode,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Call {
        let route = Route::Operation(operation);
        let mut call = Call { direction: Direction::Response, route, problems: Vec::new(), report: None };
        let Some(contract) = operation.response(status.as_u16()) else {
            call.add(Code::UnknownStatus, Place::Status, vec![("status", u64::from(status.as_u16()).into())]);
            return call;
        };
        self.judge_body(&mut call, contract, body);
        if call.report.is_some() && headers.get(CONTENT_TYPE).is_none_or(|value| !is_json(value)) {
            call.add(Code::ContentTypeAnswer, Place::Header("content-type"), Vec::new());
        }
        call
    }

    fn stands_for_it(&self, host: &str) -> bool {
        let parsed = host.parse::<http::uri::Authority>().ok();
        let name = parsed.as_ref().map_or(host, http::uri::Authority::host);
        self.hosts.iter().any(|known| known.eq_ignore_ascii_case(host) || known.eq_ignore_ascii_case(name))
    }

    fn judge_request_body(&self, call: &mut Call, contract: &Contract, headers: &HeaderMap, body: &[u8]) {
        match headers.get(CONTENT_TYPE) {
            None => call.add(Code::ContentTypeMissing, Place::Header("content-type"), Vec::new()),
            Some(value) if !is_json(value) => {
                call.add(Code::ContentType, Place::Header("content-type"), Vec::new());
            }
            Some(_) => {}
        }
        self.judge_body(call, contract, body);
    }

    fn judge_body(&self, call: &mut Call, contract: &Contract, body: &[u8]) {
        // A byte order mark before JSON has a code of its own.
        match not_json::kind(body) {
            Some(kind) => call.add(Code::NotJson, Place::Body, vec![("kind", Sentence::new(kind, Vec::new()).into())]),
            None => call.report = Some(contract.check(body, &self.options)),
        }
    }
}

/// The argument of an operation.
fn of(operation: &'static Operation) -> Arguments {
    vec![("operation", (&*operation.name).into())]
}

fn judge_url(call: &mut Call, operation: &'static Operation, uri: &Uri) {
    if operation.is_older(uri.path()) {
        let mut args = of(operation);
        args.push(("path", (&*operation.path).into()));
        call.add(Code::OlderPath, Place::Url, args);
    }
    for (name, value) in operation.parameters(uri.path()) {
        // What templates, JavaScript and Python leave behind where a value was to be.
        let lower = value.to_ascii_lowercase();
        let is_left = ["{", "%7b", ":", "$", "[object", "%5bobject", "<", "%3c"].iter().any(|it| lower.starts_with(it));
        if is_left || ["undefined", "null", "none", "nil", "nan"].contains(&&*lower) {
            call.add(Code::PathParameter, Place::Url, vec![("parameter", name.to_owned().into())]);
        }
    }
    if uri.query().is_some_and(|query| !query.is_empty()) {
        call.add(Code::QueryParameter, Place::Query, of(operation));
    }
}

fn judge_authorization(call: &mut Call, operation: &'static Operation, headers: &HeaderMap) {
    let place = Place::Header("authorization");
    let Some(value) = headers.get(AUTHORIZATION) else {
        call.add(Code::AuthorizationMissing, place, of(operation));
        return;
    };
    if bearer_token(value).is_none() {
        call.add(Code::AuthorizationForm, place, Vec::new());
    }
}

/// The token of a header `Authorization`: the word Bearer, one space, and one word.
pub(crate) fn bearer_token(value: &HeaderValue) -> Option<&str> {
    let (scheme, token) = value.to_str().ok()?.split_once(' ')?;
    let is_token =
        !token.is_empty() && !token.eq_ignore_ascii_case("bearer") && token.bytes().all(|byte| byte.is_ascii_graphic());
    let is_left = ["undefined", "null", "none"].iter().any(|word| token.eq_ignore_ascii_case(word));
    (scheme.eq_ignore_ascii_case("bearer") && is_token && !is_left).then_some(token)
}

/// Whether a content type is JSON in UTF-8.
fn is_json(value: &HeaderValue) -> bool {
    let Ok(value) = value.to_str() else { return false };
    let mut parts = value.split(';').map(str::trim);
    let kind = parts.next().unwrap_or_default().to_ascii_lowercase();
    let charset = parts.find_map(|part| part.to_ascii_lowercase().strip_prefix("charset=").map(str::to_owned));
    (kind == "application/json" || kind.starts_with("application/") && kind.ends_with("+json"))
        && charset.is_none_or(|charset| ["utf-8", "utf8"].contains(&charset.trim_matches('"')))
}
