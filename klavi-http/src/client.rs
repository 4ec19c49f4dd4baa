//! Middleware of `reqwest`: what is wrong is not sent, what comes back is judged, and a retry never pays twice.

use crate::call::Call;
use crate::edge::Edge;
use crate::trace::tell;
use http::{Extensions, StatusCode};
use klavi_validate::operations::operation;
use reqwest::{Method, Request, Response, ResponseBuilderExt};
use reqwest_middleware::{Error, Middleware, Next, Result};
use std::sync::Arc;
use std::time::Duration;

/// Refuses a request that breaks the documents before it is sent, and judges its answer.
///
/// The judgement of the answer is an extension of the response, as [`Answer`]: what came is never kept back, because the
/// money may have moved. Both are told as events of `tracing`. Calls to other hosts pass untouched, and so do requests with a
/// streamed body, which cannot be read before it is sent. An answer is read to its end, whatever its length: limit the
/// time of the client.
///
/// ```
/// # async fn run() -> Result<(), Box<dyn std::error::Error>> {
/// use klavi_http::client::{Answer, CheckMiddleware, Refused, Retry};
/// use klavi_http::Edge;
/// use reqwest_middleware::ClientBuilder;
///
/// let client = ClientBuilder::new(reqwest::Client::new()).with(Retry::default()).with(CheckMiddleware::new(Edge::new())).build();
/// let sent = client
///     .post("https://api-sandbox.klavi.ai/payment/customer/v1/auth")
///     .header("content-type", "application/json")
///     .body(r#"{"accessKey": "key", "secretKey": "secret"}"#)
///     .send()
///     .await;
/// match sent {
///     Ok(response) => {
///         let answer = response.extensions().get::<Answer>().unwrap();
///         println!("{}", answer.0);
///     }
///     Err(error) => {
///         if let Some(refused) = Refused::of(&error) {
///             println!("{}", refused.call);
///         }
///     }
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone)]
pub struct CheckMiddleware {
    edge: Edge,
}

/// The judgement of an answer.
#[derive(Debug, Clone)]
pub struct Answer(
    /// What was found.
    pub Arc<Call>,
);

/// A request that was not sent.
#[derive(Debug)]
pub struct Refused {
    /// What was found.
    pub call: Call,
}

impl Refused {
    /// The refusal behind an error of the client, if it is one.
    #[must_use]
    pub fn of(error: &Error) -> Option<&Self> {
        if let Error::Middleware(error) = error { error.downcast_ref() } else { None }
    }
}

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "not sent: {}", self.call)
    }
}

impl std::error::Error for Refused {}

impl CheckMiddleware {
    /// With these hosts and options.
    #[must_use]
    pub fn new(edge: Edge) -> Self {
        Self { edge }
    }
}

#[async_trait::async_trait]
impl Middleware for CheckMiddleware {
    async fn handle(&self, request: Request, extensions: &mut Extensions, next: Next<'_>) -> Result<Response> {
        let Ok(uri) = request.url().as_str().parse::<http::Uri>() else { return next.run(request, extensions).await };
        // A body that is a stream cannot be read twice; all bodies of this API are small texts.
        let body = request.body().map_or(Some(&b""[..]), |body| body.as_bytes());
        let call = body.map(|body| self.edge.request(request.method(), &uri, request.headers(), body));
        let Some(call) = call else { return next.run(request, extensions).await };
        tell(&call);
        if !call.is_valid() {
            return Err(Error::middleware(Refused { call }));
        }
        let response = next.run(request, extensions).await?;
        let Some(operation) = call.operation() else { return Ok(response) };
        let (url, status, headers) = (response.url().clone(), response.status(), response.headers().clone());
        let version = response.version();
        let kept = response.extensions().clone();
        let body = response.bytes().await?;
        let answer = self.edge.response(operation, status, &headers, &body);
        tell(&answer);
        // A response is made anew around the bytes that were read, with its address.
        let mut whole =
            http::Response::builder().url(url).status(status).version(version).body(body).map_err(Error::middleware)?;
        *whole.headers_mut() = headers;
        whole.extensions_mut().extend(kept);
        whole.extensions_mut().insert(Answer(Arc::new(answer)));
        Ok(whole.into())
    }
}

/// Sends a request again after a failed connection, a 429 or a 5xx: the very same bytes, so the same `clientRequestId`.
///
/// A payment that got through the first time is answered with 409 the second time. That is no failure: ask for its status.
/// A request with a streamed body is sent once.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Retry {
    /// How often a request is sent at most.
    pub attempts: u32,
    /// How long to wait before the second time; twice as long before each further one.
    pub wait: Duration,
}

impl Default for Retry {
    /// Three times, after half a second and a second.
    fn default() -> Self {
        Self { attempts: 3, wait: Duration::from_millis(500) }
    }
}

impl Retry {
    /// So many times, with this wait before the second.
    #[must_use]
    pub fn new(attempts: u32, wait: Duration) -> Self {
        Self { attempts, wait }
    }
}

/// Whether sending a request twice is sending it once: a read, a body that names its order, or a call for a token.
fn is_repeatable(request: &Request) -> bool {
    let body = request.body().and_then(reqwest::Body::as_bytes).unwrap_or_default();
    let gets_token = || operation(request.method().as_str(), request.url().path()).is_some_and(|it| it.name == "auth");
    request.method() == Method::GET || body.windows(17).any(|part| part == b"\"clientRequestId\"") || gets_token()
}

/// Whether another try may help.
fn is_passing(answer: &Result<Response>) -> bool {
    match answer {
        Ok(response) => response.status() == StatusCode::TOO_MANY_REQUESTS || response.status().is_server_error(),
        Err(Error::Reqwest(error)) => {
            error.is_connect() || error.is_timeout() || error.is_request() || error.is_body() || error.is_decode()
        }
        Err(Error::Middleware(_)) => false,
    }
}

#[async_trait::async_trait]
impl Middleware for Retry {
    async fn handle(&self, request: Request, extensions: &mut Extensions, next: Next<'_>) -> Result<Response> {
        let mut wait = self.wait;
        for _ in 1..self.attempts {
            let Some(again) = request.try_clone().filter(is_repeatable) else { break };
            let answer = next.clone().run(again, extensions).await;
            if !is_passing(&answer) {
                return answer;
            }
            tokio::time::sleep(wait).await;
            wait = wait.saturating_mul(2);
        }
        next.run(request, extensions).await
    }
}
