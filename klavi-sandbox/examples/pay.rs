//! Pays through the sandbox: token, institutions, creation, status until it is final, with everything checked on the way.
//!
//! `cargo run -p klavi-sandbox --example pay` starts a sandbox of its own; with `KLAVI_SANDBOX=http://127.0.0.1:8585` it
//! takes that one.

use klavi_http::Edge;
use klavi_http::client::{Answer, CheckMiddleware, Retry};
use klavi_sandbox::{Config, serve};
use klavi_validate::types::{AuthResponse, CreatePaymentResponse, GetPaymentStatusResponse};
use klavi_validate::{generate::Generator, parse, today};
use reqwest_middleware::{ClientBuilder, ClientWithMiddleware};
use std::error::Error;
use std::time::Duration;
use tokio::net::TcpListener;

/// Pays once.
#[tokio::main]
pub async fn main() -> Result<(), Box<dyn Error>> {
    let address = match std::env::var("KLAVI_SANDBOX") {
        Ok(address) => address,
        Err(_) => start().await?,
    };
    pay(&address).await
}

/// Pays through the sandbox at this address.
pub(crate) async fn pay(address: &str) -> Result<(), Box<dyn Error>> {
    let host = address.trim_start_matches("http://").to_owned();
    let checked = CheckMiddleware::new(Edge::new().with_host(host));
    // A retry sends the same bytes, and so the same clientRequestId.
    let client = ClientBuilder::new(reqwest::Client::new()).with(Retry::default()).with(checked).build();
    let base = format!("{address}/payment/customer/v1");

    let keys = r#"{"accessKey": "sandbox", "secretKey": "sandbox"}"#.to_owned();
    let answer = send(&client, "POST", &format!("{base}/auth"), "", keys).await?;
    let token = parse::<AuthResponse>(&answer)?.into_inner().access_token.ok_or("no token")?;
    let bearer = format!("Bearer {token}");
    send(&client, "GET", &format!("{base}/institutions"), &bearer, String::new()).await?;
    println!("token and institutions");

    let payments = format!("{base}/instant/payments");
    let created = send(&client, "POST", &payments, &bearer, order()?).await?;
    let created = parse::<CreatePaymentResponse>(&created)?;
    let id = created.id.clone().ok_or("no id")?;
    println!("created");

    let mut last = String::new();
    for _ in 0..60 {
        let answer = send(&client, "GET", &format!("{payments}/{id}/status"), &bearer, String::new()).await?;
        let status =
            parse::<GetPaymentStatusResponse>(&answer)?.status.as_ref().map(ToString::to_string).unwrap_or_default();
        if status != last {
            println!("{status}");
        }
        if status == "PAYMENT_COMPLETED" {
            return Ok(());
        }
        last = status;
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    Err("the payment did not end".into())
}

/// A payment that nobody has made before.
pub(crate) fn order() -> Result<String, Box<dyn Error>> {
    let day = today().ok_or("no clock")?;
    let order = Generator::new("create-payment.request", &day).ok_or("no contract")?.seed(fastrand::u64(..)).payload();
    Ok(String::from_utf8(order)?)
}

/// A sandbox on a free port.
pub(crate) async fn start() -> Result<String, Box<dyn Error>> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = format!("http://{}", listener.local_addr()?);
    tokio::spawn(serve(listener, Config::default().with_pace(Duration::from_millis(300))));
    Ok(address)
}

/// Sends a call and gives the body of its answer, which the middleware has judged.
async fn send(
    client: &ClientWithMiddleware,
    method: &str,
    url: &str,
    bearer: &str,
    body: String,
) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut request = client.request(method.parse()?, url);
    if !bearer.is_empty() {
        request = request.header("authorization", bearer);
    }
    if !body.is_empty() {
        request = request.header("content-type", "application/json").body(body);
    }
    let response = request.send().await?;
    let judged = response.extensions().get::<Answer>().ok_or("not an operation of the API")?;
    if !judged.0.is_valid() || !response.status().is_success() {
        return Err(format!("{}: {}", response.status(), judged.0).into());
    }
    Ok(response.bytes().await?.to_vec())
}
