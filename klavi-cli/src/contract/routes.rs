//! Whose call a recorded one is.

use klavi_validate::operations::{Operation, environment, operation};

pub use klavi_validate::operations::split;

/// Whose call it is.
#[derive(Debug, Clone, Copy)]
pub enum Route {
    /// Another host's.
    Foreign,
    /// A Klavi host's, but no operation has this method and path.
    Unknown,
    Operation(&'static Operation),
}

/// Finds the operation of a call to one of the API's hosts, or to one of these, which may name a port.
pub fn route(method: &str, url: &str, hosts: &[String]) -> Route {
    let Some((host, path)) = split(url) else { return Route::Foreign };
    let name = host.split(':').next().unwrap_or_default();
    let is_named = |known: &String| known.eq_ignore_ascii_case(name) || known.eq_ignore_ascii_case(host);
    if environment(host).is_none() && !hosts.iter().any(is_named) {
        return Route::Foreign;
    }
    operation(method, path).map_or(Route::Unknown, Route::Operation)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contracts(method: &str, url: &str, status: u16) -> String {
        let name = |contract: Option<&'static klavi_validate::Contract>| contract.map_or("-", |contract| contract.name);
        match route(method, url, &["localhost:8080".to_owned(), "Gateway.example".to_owned()]) {
            Route::Foreign => "foreign".to_owned(),
            Route::Unknown => "unknown".to_owned(),
            Route::Operation(operation) => {
                format!("{} {}", name(operation.request()), name(operation.response(status)))
            }
        }
    }

    #[test]
    fn every_host_of_the_api_is_known() {
        for host in klavi_validate::operations::environments() {
            let url = format!("https://{}/payment/customer/v1/auth", host.host);
            assert!(matches!(route("POST", &url, &[]), Route::Operation(_)), "{url}");
        }
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
