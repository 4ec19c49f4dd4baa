//! Pays through a running sandbox for a while, with all faults in turn, and says what it did not expect:
//! `soak http://127.0.0.1:8585 SECONDS`. The client judges everything that it sends and gets.

use klavi_http::Edge;
use klavi_http::client::{Answer, CheckMiddleware};
use klavi_validate::{generate::Generator, today};
use reqwest_middleware::{ClientBuilder, ClientWithMiddleware, Error};
use serde_json::Value;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// Faults, the status of the answer, and what the client finds in it; no status where no whole answer comes.
const FAULTS: [(&str, Option<u16>, &[&str]); 8] = [
    ("", Some(200), &[]),
    ("409", Some(409), &[]),
    ("422", Some(422), &["undocumented-form"]),
    ("unknown-status", Some(200), &["unknown-value"]),
    ("null", Some(200), &["null-as-absent"]),
    ("html-502", Some(502), &["not-json"]),
    ("slow=20", Some(200), &[]),
    ("cut-off", None, &[]),
];

struct Client {
    http: ClientWithMiddleware,
    base: String,
    bearer: String,
}

/// The status, the body, and the codes of what was found in it.
type Came = (u16, Value, Vec<String>);

impl Client {
    async fn call(&self, method: &str, path: &str, body: Option<String>, fault: &str) -> Result<Came, Error> {
        let url = format!("{}{path}", self.base);
        let mut request = self.http.request(method.parse().unwrap_or_default(), url);
        for (name, value) in [("authorization", &*self.bearer), ("x-sandbox-fault", fault)] {
            if !value.is_empty() {
                request = request.header(name, value);
            }
        }
        if let Some(body) = body {
            request = request.header("content-type", "application/json").body(body);
        }
        let response = request.send().await?;
        let judged = response.extensions().get::<Answer>().map(|answer| answer.0.clone());
        let status = response.status().as_u16();
        let body = serde_json::from_slice(&response.bytes().await?).unwrap_or_default();
        let problems = judged.iter().flat_map(|call| &call.problems).map(|problem| problem.code.to_string());
        let findings = judged.iter().filter_map(|call| call.report.as_ref()).flat_map(|report| &report.findings);
        let codes = problems.chain(findings.map(|finding| finding.code.to_string())).collect();
        Ok((status, body, codes))
    }

    /// Creates a payment with a fault, again without, and asks for it until it is paid; says what was not expected.
    async fn pay(&self, order: &str, (fault, status, codes): (&str, Option<u16>, &[&str])) -> Result<(), String> {
        let create = async |fault| self.call("POST", "/instant/payments", Some(order.to_owned()), fault).await;
        let came = create(fault).await;
        let mut id = None;
        match (&came, status) {
            (Err(_), None) => {}
            (Ok((came, body, found)), Some(status)) if *came == status && found == codes => {
                id = body["id"].as_str().map(str::to_owned);
            }
            _ => return Err(format!("{fault}: {}", shown(&came))),
        }
        // Sent again it is one payment: used up where the first one got through, new where it did not.
        let wanted = if id.is_some() || status.is_none() { 409 } else { 200 };
        match create("").await {
            Ok((came, body, _)) if came == wanted => id = id.or(body["id"].as_str().map(str::to_owned)),
            came => return Err(format!("{fault}, again: {}", shown(&came))),
        }
        // Of an answer that was cut off nobody knows the id.
        let Some(id) = id else { return Ok(()) };
        let path = format!("/instant/payments/{id}/status");
        for _ in 0..1000 {
            match self.call("GET", &path, None, "").await {
                Ok((200, body, found)) if found.is_empty() => {
                    if body["status"] == "PAYMENT_COMPLETED" {
                        return match self.call("GET", &path, None, "status-back").await {
                            Ok((200, body, _)) if body["status"] == "PAYMENT_PENDING" => Ok(()),
                            came => Err(format!("status-back: {}", shown(&came))),
                        };
                    }
                }
                came => return Err(format!("{fault}, status: {}", shown(&came))),
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        Err(format!("{fault}: the payment did not end"))
    }
}

/// What came, without its values.
fn shown(came: &Result<Came, Error>) -> String {
    match came {
        Ok((status, _, codes)) => format!("{status} {codes:?}"),
        Err(_) => "no answer".to_owned(),
    }
}

async fn run(address: &str, length: Duration) -> Result<(u64, u64), Box<dyn std::error::Error>> {
    let host = address.trim_start_matches("http://").to_owned();
    let http =
        ClientBuilder::new(reqwest::Client::new()).with(CheckMiddleware::new(Edge::new().with_host(host))).build();
    let mut client = Client { http, base: format!("{address}/payment/customer/v1"), bearer: String::new() };
    let keys = r#"{"accessKey": "sandbox", "secretKey": "sandbox"}"#.to_owned();
    let (_, answer, _) = client.call("POST", "/auth", Some(keys), "").await?;
    client.bearer = format!("Bearer {}", answer["accessToken"].as_str().ok_or("no token")?);
    let orders = Generator::new("create-payment.request", &today().ok_or("no clock")?).ok_or("no contract")?;
    let (begun, mut payments, mut wrong) = (Instant::now(), 0, 0);
    for (order, fault) in orders.seed(fastrand::u64(..)).zip(FAULTS.iter().cycle()) {
        if begun.elapsed() >= length {
            break;
        }
        payments += 1;
        if let Err(what) = client.pay(&String::from_utf8(order)?, *fault).await {
            wrong += 1;
            println!("{what}");
        }
    }
    Ok((payments, wrong))
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let length = |seconds: &String| Duration::try_from_secs_f64(seconds.parse().ok()?).ok();
    let (Some(address), Some(length)) = (arguments.first(), arguments.get(1).and_then(length)) else {
        eprintln!("arguments: ADDRESS SECONDS");
        return ExitCode::from(2);
    };
    match run(address, length).await {
        Ok((payments, wrong)) => {
            println!("Rust: {payments} payments, {wrong} wrong");
            ExitCode::from(u8::from(wrong > 0))
        }
        Err(error) => {
            eprintln!("soak: {error}");
            ExitCode::from(2)
        }
    }
}
