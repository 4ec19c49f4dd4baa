//! A layer of `tower` in front of a service that answers like Klavi.

use crate::call::{Call, Route};
use crate::edge::Edge;
use crate::problem_details::{CONTENT_TYPE, ProblemDetails};
use crate::sentences::problem as say;
use crate::trace::tell;
use bytes::Bytes;
use http::{HeaderValue, Request, Response, StatusCode};
use http_body::Body;
use http_body_util::{BodyExt, Full, Limited};
use klavi_validate::Lang;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use tower_layer::Layer;
use tower_service::Service;

/// Answers a wrong request with problem details (RFC 9457) instead of passing it on, and tells of wrong answers.
///
/// The service behind it gets whole bodies and a [`Judged`] as an extension of each request. Answers pass as they are, told
/// as events of `tracing`. Bodies are read up to a limit of bytes, 16 MiB unless another one is set.
///
/// ```
/// use klavi_http::{Edge, layer::CheckLayer};
/// use tower::{Layer, ServiceExt, service_fn};
///
/// # tokio::runtime::Builder::new_current_thread().build()?.block_on(async {
/// let inner = service_fn(|_: http::Request<http_body_util::Full<bytes::Bytes>>| async {
///     let body = http_body_util::Full::<bytes::Bytes>::from("{}");
///     Ok::<_, std::convert::Infallible>(http::Response::new(body))
/// });
/// let service = CheckLayer::new(Edge::new().with_any_host()).layer(inner);
/// let request = http::Request::post("/payment/customer/v1/auth")
///     .header("content-type", "application/json")
///     .body(http_body_util::Full::<bytes::Bytes>::from("{}"))?;
/// let response = service.oneshot(request).await?;
/// assert_eq!(response.status(), 422);
/// assert_eq!(response.headers()["content-type"], "application/problem+json");
/// # Ok::<(), Box<dyn std::error::Error>>(()) })?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct CheckLayer {
    edge: Arc<Edge>,
    lang: Lang,
    most: usize,
}

/// The judgement of a request that was passed on.
#[derive(Debug, Clone)]
pub struct Judged(
    /// What was found.
    pub Arc<Call>,
);

impl CheckLayer {
    /// With these hosts and options.
    #[must_use]
    pub fn new(edge: Edge) -> Self {
        Self { edge: Arc::new(edge), lang: Lang::En, most: 16 << 20 }
    }

    /// With problem details in this language.
    #[must_use]
    pub fn with_lang(self, lang: Lang) -> Self {
        Self { lang, ..self }
    }

    /// With another limit for bodies, in bytes.
    #[must_use]
    pub fn with_max_bytes(self, most: usize) -> Self {
        Self { most, ..self }
    }
}

impl<S> Layer<S> for CheckLayer {
    type Service = CheckService<S>;

    fn layer(&self, inner: S) -> CheckService<S> {
        CheckService { inner, layer: self.clone() }
    }
}

/// The service of a [`CheckLayer`].
#[derive(Debug, Clone)]
pub struct CheckService<S> {
    inner: S,
    layer: CheckLayer,
}

type AnswerFuture<E> = Pin<Box<dyn Future<Output = Result<Response<Full<Bytes>>, E>> + Send>>;

impl<S, In, Out> Service<Request<In>> for CheckService<S>
where
    S: Service<Request<Full<Bytes>>, Response = Response<Out>> + Clone + Send + 'static,
    S::Future: Send,
    In: Body + Send + 'static,
    In::Data: Send,
    In::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
    Out: Body + Send + 'static,
    Out::Data: Send,
    Out::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    type Response = Response<Full<Bytes>>;
    type Error = S::Error;
    type Future = AnswerFuture<S::Error>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: Request<In>) -> AnswerFuture<S::Error> {
        // The service that was asked whether it is ready is the one that is called.
        let fresh = self.inner.clone();
        let inner = std::mem::replace(&mut self.inner, fresh);
        Box::pin(answer(inner, self.layer.clone(), request))
    }
}

async fn answer<S, In, Out>(
    mut inner: S,
    layer: CheckLayer,
    request: Request<In>,
) -> Result<Response<Full<Bytes>>, S::Error>
where
    S: Service<Request<Full<Bytes>>, Response = Response<Out>>,
    In: Body,
    In::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
    Out: Body,
    Out::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    let (mut parts, body) = request.into_parts();
    let Ok(body) = Limited::new(body, layer.most).collect().await else {
        return Ok(told(&ProblemDetails::plain(413, &say::REQUEST_LENGTH, layer.lang)));
    };
    let body = body.to_bytes();
    let call = layer.edge.check_request_parts(&parts, &body);
    tell(&call);
    if !call.is_valid() {
        return Ok(told(&ProblemDetails::of_call(&call, layer.lang)));
    }
    let route = call.route;
    parts.extensions.insert(Judged(Arc::new(call)));
    let response = inner.call(Request::from_parts(parts, Full::new(body))).await?;
    let (parts, body) = response.into_parts();
    let Ok(body) = Limited::new(body, layer.most).collect().await else {
        return Ok(told(&ProblemDetails::plain(502, &say::ANSWER_LENGTH, layer.lang)));
    };
    let body = body.to_bytes();
    if let Route::Operation(operation) = route {
        tell(&layer.edge.check_response_parts(operation, &parts, &body));
    }
    Ok(Response::from_parts(parts, Full::new(body)))
}

fn told(problem: &ProblemDetails) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::from(problem.to_vec()));
    *response.status_mut() = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::BAD_REQUEST);
    response.headers_mut().insert(http::header::CONTENT_TYPE, HeaderValue::from_static(CONTENT_TYPE));
    response
}
