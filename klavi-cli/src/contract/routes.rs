//! Which contracts a call of the API has, by its method, URL and status: what `operations.json` says.

use klavi_validate::{Contract, contract};
use serde::Deserialize;
use std::sync::LazyLock;

/// Whose call it is.
#[derive(Debug, Clone, Copy)]
pub enum Route {
    /// Another host's.
    Foreign,
    /// A Klavi host's, but no operation has this method and path.
    Unknown,
    Operation(&'static Operation),
}

/// The contract of one direction of a call.
#[derive(Debug, Clone, Copy)]
pub enum Message {
    None,
    Contract(&'static Contract),
}

impl From<Option<&str>> for Message {
    fn from(name: Option<&str>) -> Self {
        name.and_then(contract).map_or(Self::None, Self::Contract)
    }
}

#[derive(Deserialize)]
struct Api {
    hosts: Vec<Host>,
    operations: Vec<Operation>,
    errors: Errors,
}

#[derive(Deserialize)]
struct Host {
    host: String,
}

#[derive(Deserialize)]
struct Errors {
    responses: Vec<Response>,
}

/// One operation of the API.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Operation {
    method: String,
    path: String,
    older_paths: Vec<String>,
    request: Option<String>,
    responses: Vec<Response>,
}

#[derive(Debug, Deserialize)]
struct Response {
    status: u16,
    contract: String,
}

static API: LazyLock<Api> = LazyLock::new(|| {
    let none = Api { hosts: Vec::new(), operations: Vec::new(), errors: Errors { responses: Vec::new() } };
    serde_json::from_str(klavi_schema::OPERATIONS.text).unwrap_or(none)
});

impl Operation {
    /// The contract of the request.
    pub fn request(&self) -> Message {
        self.request.as_deref().into()
    }

    /// The contract of the response with this status. Every success is answered alike.
    pub fn response(&self, status: u16) -> Message {
        let is_this =
            |response: &&Response| response.status == status || (is_success(response.status) && is_success(status));
        let mut responses = self.responses.iter().chain(&API.errors.responses);
        responses.find(is_this).map(|response| &response.contract[..]).into()
    }

    fn has_path(&self, path: &str) -> bool {
        std::iter::once(&self.path).chain(&self.older_paths).any(|template| fits(template, path))
    }
}

const fn is_success(status: u16) -> bool {
    status / 100 == 2
}

/// Finds the operation of a call to one of the API's hosts, or to one of these, which may name a port.
pub fn route(method: &str, url: &str, hosts: &[String]) -> Route {
    let Some((host, path)) = split(url) else { return Route::Foreign };
    let name = host.split(':').next().unwrap_or_default();
    let is_named = |known: &String| known.eq_ignore_ascii_case(name) || known.eq_ignore_ascii_case(host);
    if !API.hosts.iter().any(|known| known.host.eq_ignore_ascii_case(name)) && !hosts.iter().any(is_named) {
        return Route::Foreign;
    }
    let mut operations = API.operations.iter();
    operations
        .find(|operation| operation.method.eq_ignore_ascii_case(method) && operation.has_path(path))
        .map_or(Route::Unknown, Route::Operation)
}

/// Host, with its port if it has one, and path of a web address.
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

/// Whether a path is one of a template, whose parameters stand for one segment each.
fn fits(template: &str, path: &str) -> bool {
    let (mut wanted, mut given) = (template.split('/'), path.split('/'));
    loop {
        match (wanted.next(), given.next()) {
            (None, None) => return true,
            (Some(wanted), Some(given)) if wanted == given || wanted.starts_with('{') && !given.is_empty() => {}
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contracts(method: &str, url: &str, status: u16) -> String {
        let name = |message| match message {
            Message::None => "-",
            Message::Contract(contract) => contract.name,
        };
        match route(method, url, &["localhost:8080".to_owned(), "Gateway.example".to_owned()]) {
            Route::Foreign => "foreign".to_owned(),
            Route::Unknown => "unknown".to_owned(),
            Route::Operation(operation) => {
                format!("{} {}", name(operation.request()), name(operation.response(status)))
            }
        }
    }

    #[test]
    fn every_operation_is_found_on_every_host_and_path() {
        for operation in &API.operations {
            for path in std::iter::once(&operation.path).chain(&operation.older_paths) {
                for host in &API.hosts {
                    let url = format!("https://{}{}", host.host, path.replace("{id}", "1f-2"));
                    assert!(
                        matches!(route(&operation.method, &url, &[]), Route::Operation(found) if std::ptr::eq(found, operation))
                    );
                }
            }
        }
        assert_eq!((API.operations.len(), API.hosts.len()), (6, 3));
    }

    #[test]
    fn method_path_and_status_decide() {
        let payments = "https://api.klavi.ai/payment/customer/v1/instant/payments";
        let create = "create-payment.request create-payment.response";
        assert_eq!(contracts("POST", payments, 200), create);
        assert_eq!(contracts("POST", "HTTPS://u:p@API.klavi.ai:443/payment/customer/v1/payments/?a=/b#c", 200), create);
        assert_eq!(contracts("post", payments, 200), create);
        assert_eq!(contracts("POST", payments, 422), "create-payment.request error.response");
        for success in [200, 201, 202, 204, 299] {
            assert_eq!(contracts("POST", payments, success), create, "{success}");
        }
        for other in [0, 100, 199, 300, 418, 2000] {
            assert_eq!(contracts("POST", payments, other), "create-payment.request -", "{other}");
        }
        assert_eq!(contracts("post", payments, 200), create);
        for (host, is_ours) in [
            ("localhost:8080", true),
            ("localhost", false),
            ("localhost:80", false),
            ("gateway.example", true),
            ("gateway.example:443", true),
            ("x.gateway.example", false),
        ] {
            let url = format!("http://{host}/payment/customer/v1/instant/payments");
            assert_eq!(contracts("POST", &url, 200), if is_ours { create } else { "foreign" }, "{host}");
        }
        assert_eq!(contracts("GET", &format!("{payments}/7"), 200), "- get-payment.response");
        assert_eq!(contracts("GET", &format!("{payments}/7/status"), 200), "- get-payment-status.response");
        assert_eq!(contracts("GET", &format!("{payments}//status"), 200), "unknown");
        assert_eq!(contracts("OPTIONS", payments, 200), "unknown");
        assert_eq!(contracts("GET", payments, 200), "unknown");
        for url in [
            "https://api.klavi.ai.example/payment",
            "https://xapi.klavi.ai/",
            "ftp://api.klavi.ai/",
            "api.klavi.ai",
            "",
        ] {
            assert_eq!(contracts("POST", url, 200), "foreign", "{url}");
        }
    }
}
