//! The operations of the API: which contracts a call has, by its host, method, path and status.
//!
//! This is what `operations.json` of `klavi-schema` says.

use crate::{Contract, contract};
use serde::Deserialize;
use std::sync::LazyLock;

/// One operation of the API.
///
/// ```
/// use klavi_validate::operations::{Auth, operation};
///
/// let create = operation("POST", "/payment/customer/v1/payments").unwrap();
/// assert_eq!((&*create.name, create.auth), ("create-payment", Auth::Bearer));
/// assert!(create.is_older("/payment/customer/v1/payments/"));
/// assert_eq!(create.request().unwrap().name, "create-payment.request");
/// assert_eq!(create.response(201).unwrap().name, "create-payment.response");
/// assert_eq!(create.response(422).unwrap().name, "error.response");
/// assert!(create.response(302).is_none());
/// assert!(operation("DELETE", "/payment/customer/v1/payments").is_none());
/// ```
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Operation {
    /// Its name, such as `create-payment`.
    pub name: String,
    /// The method, in capitals.
    pub method: String,
    /// The path; `{name}` stands for one segment.
    pub path: String,
    /// Paths of older documents.
    pub older_paths: Vec<String>,
    /// What proves who calls.
    pub auth: Auth,
    request: Option<String>,
    responses: Vec<ResponseEntry>,
}

/// What proves who calls an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Auth {
    /// Nothing.
    None,
    /// The token of the operation `auth`, in the header `Authorization`.
    Bearer,
    /// The partner's key pair, in the body.
    Body,
}

/// A host of the API.
///
/// ```
/// use klavi_validate::operations::environment;
///
/// assert_eq!(environment("API-sandbox.klavi.ai:443").unwrap().name, "sandbox");
/// assert!(environment("api.klavi.ai.example").is_none());
/// ```
#[derive(Debug, Deserialize)]
#[non_exhaustive]
pub struct Environment {
    /// `sandbox`, `testing` or `production`.
    pub name: String,
    /// The host.
    pub host: String,
}

#[derive(Debug, Deserialize)]
struct ResponseEntry {
    status: u16,
    contract: String,
}

#[derive(Deserialize)]
struct Api {
    hosts: Vec<Environment>,
    operations: Vec<Operation>,
    errors: Errors,
}

#[derive(Deserialize)]
struct Errors {
    responses: Vec<ResponseEntry>,
}

static API: LazyLock<Api> = LazyLock::new(|| {
    serde_json::from_str(klavi_schema::OPERATIONS.text).expect("operations.json is part of this release and tested")
});

/// All operations.
#[must_use]
pub fn operations() -> &'static [Operation] {
    &API.operations
}

/// All hosts of the API.
#[must_use]
pub fn environments() -> &'static [Environment] {
    &API.hosts
}

/// The environment that a host, which may name a port, belongs to.
#[must_use]
pub fn environment(host: &str) -> Option<&'static Environment> {
    let name = host.split(':').next().unwrap_or_default();
    // A dot at the end names the root of all names, and the same host.
    let name = name.strip_suffix('.').unwrap_or(name);
    API.hosts.iter().find(|known| known.host.eq_ignore_ascii_case(name))
}

/// The operation of a method and a path, current or older.
#[must_use]
pub fn operation(method: &str, path: &str) -> Option<&'static Operation> {
    let mut operations = API.operations.iter();
    operations.find(|operation| operation.method.eq_ignore_ascii_case(method) && operation.template(path).is_some())
}

impl Operation {
    /// The contract of the request's body, if it has one.
    #[must_use]
    pub fn request(&self) -> Option<&'static Contract> {
        self.request.as_deref().and_then(contract)
    }

    /// The contract of an answer with this status. Every success is answered alike.
    #[must_use]
    pub fn response(&self, status: u16) -> Option<&'static Contract> {
        let is_this =
            |answer: &&ResponseEntry| answer.status == status || (is_success(answer.status) && is_success(status));
        let mut answers = self.responses.iter().chain(&API.errors.responses);
        answers.find(is_this).and_then(|answer| contract(&answer.contract))
    }

    /// The template of the operation that fits a path.
    #[must_use]
    pub fn template(&self, path: &str) -> Option<&str> {
        let path = path.strip_suffix('/').unwrap_or(path);
        self.paths().find(|template| fits(template, path))
    }

    /// Whether a path is one of older documents.
    #[must_use]
    pub fn is_older(&self, path: &str) -> bool {
        self.template(path).is_some_and(|template| template != self.path)
    }

    /// The parameters of a path: their names, and the segments that stand for them.
    ///
    /// ```
    /// let status = klavi_validate::operations::operation("GET", "/payment/customer/v1/payments/7/status").unwrap();
    /// let parameters: Vec<_> = status.parameters("/payment/customer/v1/payments/7/status").collect();
    /// assert_eq!(parameters, [("id", "7")]);
    /// ```
    pub fn parameters<'a>(&'a self, path: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let template = self.template(path).unwrap_or_default();
        template.split('/').zip(path.split('/')).filter_map(|(wanted, given)| Some((parameter(wanted)?, given)))
    }

    /// The path and the older ones.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.path).chain(&self.older_paths).map(String::as_str)
    }
}

const fn is_success(status: u16) -> bool {
    status / 100 == 2
}

/// The name of a parameter of a template.
fn parameter(segment: &str) -> Option<&str> {
    segment.strip_prefix('{')?.strip_suffix('}')
}

/// Whether a path is one of a template, whose parameters stand for one segment each.
fn fits(template: &str, path: &str) -> bool {
    let (mut wanted, mut given) = (template.split('/'), path.split('/'));
    loop {
        match (wanted.next(), given.next()) {
            (None, None) => return true,
            (Some(wanted), Some(given)) if wanted == given || (parameter(wanted).is_some() && !given.is_empty()) => {}
            _ => return false,
        }
    }
}

/// Host, with its port if it has one, and path of a web address.
///
/// ```
/// use klavi_validate::operations::split;
///
/// assert_eq!(split("HTTPS://u:p@api.klavi.ai:443/a/b/?c#d"), Some(("api.klavi.ai:443", "/a/b")));
/// assert_eq!(split("ftp://api.klavi.ai/"), None);
/// ```
#[must_use]
pub fn split(url: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = url.split_once("://")?;
    if !scheme.eq_ignore_ascii_case("https") && !scheme.eq_ignore_ascii_case("http") {
        return None;
    }
    let rest = rest.split(['?', '#']).next()?;
    let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let host = authority.rsplit('@').next()?;
    Some((host, path.strip_suffix('/').unwrap_or(path)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_operation_is_found_on_every_path() {
        for known in operations() {
            for path in known.paths() {
                for (method, path) in [
                    (known.method.clone(), path.replace("{id}", "1f-2")),
                    (known.method.to_lowercase(), format!("{path}/")),
                ] {
                    let found = operation(&method, &path).unwrap();
                    assert!(std::ptr::eq(found, known), "{method} {path}");
                }
            }
            assert!(known.request.as_deref().is_none_or(|name| contract(name).is_some()), "{}", known.name);
            for answer in known.responses.iter().chain(&API.errors.responses) {
                assert!(contract(&answer.contract).is_some(), "{}", known.name);
            }
        }
        assert_eq!((operations().len(), environments().len()), (6, 3));
        assert!(operation("GET", "/payment/customer/v1/instant/payments//status").is_none());
    }
}
