//! Whose call a recorded one is.

use crate::model::unchecked::SkipReason;
use klavi_validate::operations::{Operation, environment, operation};

pub use klavi_validate::operations::split;

/// Finds the operation of a call to one of the API's hosts, or to one of these, which may name a port. Without one, the
/// call is another host's, or no operation has its method and path.
pub fn route(method: &str, url: &str, hosts: &[String]) -> Result<&'static Operation, SkipReason> {
    let Some((host, path)) = split(url) else { return Err(SkipReason::Foreign) };
    let name = host.split(':').next().unwrap_or_default();
    let is_named = |known: &String| known.eq_ignore_ascii_case(name) || known.eq_ignore_ascii_case(host);
    if environment(host).is_none() && !hosts.iter().any(is_named) {
        return Err(SkipReason::Foreign);
    }
    operation(method, path).ok_or(SkipReason::NoOperation)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contracts(method: &str, url: &str, status: u16) -> String {
        let name = |contract: Option<&'static klavi_validate::Contract>| contract.map_or("-", |contract| contract.name);
        match route(method, url, &["localhost:8080".to_owned(), "Gateway.example".to_owned()]) {
            Err(SkipReason::NoOperation) => "unknown".to_owned(),
            Err(_) => "foreign".to_owned(),
            Ok(operation) => format!("{} {}", name(operation.request()), name(operation.response(status))),
        }
    }

    #[test]
    fn every_host_of_the_api_is_known() {
        for host in klavi_validate::operations::environments() {
            let url = format!("https://{}/payment/customer/v1/auth", host.host);
            assert!(route("POST", &url, &[]).is_ok(), "{url}");
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
