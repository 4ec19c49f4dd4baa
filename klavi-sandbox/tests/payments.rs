//! Payments through the sandbox, with a client that judges everything it sends and gets.

#[path = "../examples/clients.rs"]
mod clients;

use klavi_http::Edge;
use klavi_http::client::{Answer, CheckMiddleware, Refused, Retry};
use klavi_http::webhook::{Reason, VerifyOptions, verify};
use klavi_sandbox::{Config, Scenario, serve};
use klavi_validate::generate::Generator;
use klavi_validate::operations::operations;
use klavi_validate::runtime::Code;
use klavi_validate::today;
use reqwest_middleware::{ClientBuilder, ClientWithMiddleware};
use serde_json::{Value, json};
use std::process::{Command, Stdio};
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

struct Client {
    http: ClientWithMiddleware,
    address: String,
    bearer: String,
}

/// What came back: the status, the body, and what the client said of it.
struct Came {
    status: u16,
    body: String,
    problems: Vec<Code>,
    is_valid: bool,
}

impl Came {
    fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }
}

async fn started(config: Config) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    tokio::spawn(serve(listener, config));
    address
}

impl Client {
    async fn start(config: Config) -> Self {
        let address = started(config).await;
        let checked = CheckMiddleware::new(Edge::new().with_host(address.clone()));
        let http = ClientBuilder::new(reqwest::Client::new()).with(checked).build();
        let mut client = Self { http, address, bearer: String::new() };
        client.bearer = client.token().await;
        client
    }

    async fn token(&self) -> String {
        let came = self.call("POST", "/auth", &keys(), "").await.unwrap();
        format!("Bearer {}", came.json()["accessToken"].as_str().unwrap())
    }

    async fn call(&self, method: &str, path: &str, body: &str, fault: &str) -> Result<Came, reqwest_middleware::Error> {
        let url = format!("http://{}/payment/customer/v1{path}", self.address);
        let mut request = self.http.request(method.parse().unwrap(), url);
        if !self.bearer.is_empty() {
            request = request.header("authorization", &self.bearer);
        }
        if !fault.is_empty() {
            request = request.header("x-sandbox-fault", fault);
        }
        if !body.is_empty() {
            request = request.header("content-type", "application/json").body(body.to_owned());
        }
        let response = request.send().await?;
        let judged = response.extensions().get::<Answer>().unwrap().0.clone();
        let problems = judged.problems.iter().map(|problem| problem.code).collect();
        let (status, is_valid) = (response.status().as_u16(), judged.is_valid());
        Ok(Came { status, body: response.text().await?, problems, is_valid })
    }
}

fn keys() -> String {
    r#"{"accessKey": "sandbox", "secretKey": "sandbox"}"#.to_owned()
}

fn orders(seed: u64) -> impl Iterator<Item = String> {
    let generator = Generator::new("create-payment.request", &today().unwrap()).unwrap().seed(seed);
    generator.map(|order| String::from_utf8(order).unwrap())
}

fn order(seed: u64) -> String {
    orders(seed).next().unwrap()
}

/// A test that waits for nothing in particular.
fn run(test: impl Future<Output = ()>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async { tokio::time::timeout(Duration::from_secs(120), test).await.unwrap() });
}

#[test]
fn a_payment_goes_through_its_statuses_on_both_paths() {
    run(async {
        let client = Client::start(Config::default().with_pace(Duration::from_millis(60))).await;
        let banks = client.call("GET", "/institutions", "", "").await.unwrap();
        assert_eq!((banks.status, banks.is_valid, banks.problems.len()), (200, true, 0));
        for path in ["/instant/payments", "/payments"] {
            let created = client.call("POST", path, &order(path.len() as u64), "").await.unwrap().json();
            assert_eq!(created["status"], "CONSENT_AWAITING_AUTHORIZATION");
            let id = created["id"].as_str().unwrap();
            let mut seen: Vec<String> = Vec::new();
            while seen.last().is_none_or(|status| status != "PAYMENT_COMPLETED") {
                let came = client.call("GET", &format!("{path}/{id}/status"), "", "").await.unwrap();
                assert!(came.is_valid, "{}", came.body);
                let status = came.json()["status"].as_str().unwrap().to_owned();
                if seen.last() != Some(&status) {
                    seen.push(status);
                }
                let whole = client.call("GET", &format!("{path}/{id}"), "", "").await.unwrap();
                assert!(whole.is_valid, "{}", whole.body);
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
            let order = [
                "CONSENT_AWAITING_AUTHORIZATION",
                "CONSENT_AUTHORIZED",
                "PAYMENT_PENDING",
                "PAYMENT_READY_FOR_SETTLEMENT",
                "PAYMENT_SETTLEMENT_PROCESSING",
                "PAYMENT_COMPLETED",
            ];
            let mut rest = order.iter();
            assert!(seen.iter().all(|status| rest.any(|known| known == status)), "{seen:?}");
        }
    });
}

/// What the sandbox answers has no finding at all, whatever the order was.
#[test]
fn every_answer_is_clean() {
    run(async {
        let client = Client::start(Config::default().with_pace(Duration::ZERO)).await;
        for order in orders(9).take(60) {
            let created = client.call("POST", "/instant/payments", &order, "").await.unwrap();
            assert_eq!(created.status, 200, "{}", created.body);
            let id = created.json()["id"].as_str().unwrap().to_owned();
            let whole = client.call("GET", &format!("/instant/payments/{id}"), "", "").await.unwrap();
            let contract = klavi_validate::contract("get-payment.response").unwrap();
            let options = klavi_validate::Options::default();
            assert_eq!(contract.check(whole.body.as_bytes(), &options).findings, [], "{}", whole.body);
        }
        for consent in Generator::new("consent-links.request", &today().unwrap()).unwrap().take(5) {
            let came = client
                .call("POST", "/automatic/consent-links", &String::from_utf8(consent).unwrap(), "")
                .await
                .unwrap();
            assert_eq!((came.status, came.is_valid), (200, true), "{}", came.body);
        }
    });
}

#[test]
fn an_id_can_be_used_once() {
    run(async {
        let client = Client::start(Config::default()).await;
        let order = order(1);
        assert_eq!(client.call("POST", "/instant/payments", &order, "").await.unwrap().status, 200);
        let again = client.call("POST", "/instant/payments", &order, "").await.unwrap();
        assert_eq!((again.status, again.is_valid), (409, true), "{}", again.body);
        assert_eq!(client.call("GET", "/instant/payments/7f/status", "", "").await.unwrap().status, 404);
    });
}

#[test]
fn a_token_ends() {
    run(async {
        let client = Client::start(Config::default().with_token(Duration::from_millis(50))).await;
        tokio::time::sleep(Duration::from_millis(80)).await;
        let came = client.call("GET", "/institutions", "", "").await.unwrap();
        assert_eq!((came.status, came.is_valid), (401, true));
    });
}

#[test]
fn a_wrong_request_is_not_sent() {
    run(async {
        let client = Client::start(Config::default()).await;
        let error = client.call("POST", "/instant/payments", "{}", "").await.err().unwrap();
        let refused = Refused::of(&error).unwrap();
        assert_eq!(refused.call.report.as_ref().unwrap().findings[0].code.name(), "required");
        let error = client.call("GET", "/instant/payments/undefined", "", "").await.err().unwrap();
        assert_eq!(Refused::of(&error).unwrap().call.problems[0].code, Code::PathParameter);
    });
}

/// The sandbox refuses what the documents refuse, in their form, to clients that check nothing.
#[test]
fn a_wrong_request_that_is_sent_is_refused() {
    run(async {
        let address = started(Config::default()).await;
        let url = |path: &str| format!("http://{address}/payment/customer/v1{path}");
        let client = reqwest::Client::new();
        let sent = |path: &str, body: &'static str| {
            client.post(url(path)).header("content-type", "application/json").body(body).send()
        };
        for (path, body, status) in [
            ("/auth", "{}", 422),
            ("/auth", "{", 422),
            ("/auth", "<a>", 400),
            ("/instant/payments", "{}", 401),
            ("/pay", "{}", 404),
        ] {
            let response = sent(path, body).await.unwrap();
            assert_eq!(response.status(), status, "{path} {body}");
            let body = response.bytes().await.unwrap();
            assert!(klavi_validate::contract("error.response").unwrap().is_valid(&body));
        }
        let response = client
            .get(url("/institutions"))
            .header("authorization", "Bearer a.b.c")
            .header("x-sandbox-fault", "no-such")
            .send()
            .await
            .unwrap();
        assert_eq!(response.status(), 400);
    });
}

#[test]
fn faults_come_as_they_are_asked_for() {
    run(async {
        let client = Client::start(Config::default().with_pace(Duration::ZERO)).await;
        let mut orders = orders(5);
        let mut create =
            async |fault: &str| client.call("POST", "/instant/payments", &orders.next().unwrap(), fault).await;
        assert_eq!(create("409").await.unwrap().status, 409);
        let listed = create("422").await.unwrap();
        assert_eq!((listed.status, listed.is_valid, listed.json()["message"].is_array()), (422, true, true));
        let page = create("html-502").await.unwrap();
        assert_eq!((page.status, page.problems), (502, vec![Code::NotJson]));
        let unknown = create("unknown-status").await.unwrap();
        assert!(unknown.is_valid && unknown.body.contains("PAYMENT_ON_HOLIDAY"));
        let null = create("null").await.unwrap();
        assert!(null.is_valid && null.json()["statusReason"].is_null() && null.body.contains("statusReason"));
        let begun = std::time::Instant::now();
        create("slow=150").await.unwrap();
        assert!(begun.elapsed() >= Duration::from_millis(150));
        assert!(create("cut-off").await.is_err());
        let id = create("").await.unwrap().json()["id"].as_str().unwrap().to_owned();
        let path = format!("/instant/payments/{id}/status");
        assert_eq!(client.call("GET", &path, "", "").await.unwrap().json()["status"], "PAYMENT_COMPLETED");
        assert_eq!(client.call("GET", &path, "", "status-back").await.unwrap().json()["status"], "PAYMENT_PENDING");
    });
}

/// The page of a proxy, then a lost answer: sent again under the same id, it is one payment, and the last answer says so.
#[test]
fn a_retry_pays_once() {
    run(async {
        let scenario = json!({"steps": [{"operation": "create-payment", "fault": "html-502"}, {"operation": "create-payment", "fault": "cut-off"}]});
        let scenario: Scenario = serde_json::from_value(scenario).unwrap();
        let mut client = Client::start(Config::default().with_scenario(scenario)).await;
        let checked = CheckMiddleware::new(Edge::new().with_host(client.address.clone()));
        let retry = Retry::new(3, Duration::from_millis(1));
        client.http = ClientBuilder::new(reqwest::Client::new()).with(retry).with(checked).build();
        let came = client.call("POST", "/instant/payments", &order(3), "").await.unwrap();
        assert_eq!(came.status, 409, "{}", came.body);
    });
}

/// Reads one request from a socket, answers it, and gives its head and body.
async fn received(listener: &TcpListener) -> (String, Vec<u8>) {
    let (mut stream, _) = listener.accept().await.unwrap();
    let mut bytes = Vec::new();
    loop {
        let mut part = [0; 4096];
        let count = stream.read(&mut part).await.unwrap();
        bytes.extend_from_slice(&part[..count]);
        let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") else { continue };
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let length = head.lines().find_map(|line| line.strip_prefix("Content-Length: ")).unwrap().parse().unwrap();
        if bytes.len() - end - 4 >= length {
            stream.write_all(b"HTTP/1.1 204 No Content\r\n\r\n").await.unwrap();
            return (head, bytes[end + 4..].to_vec());
        }
    }
}

#[test]
fn webhooks_are_signed_and_may_come_late() {
    run(async {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let hook = format!("http://{}/hook", listener.local_addr().unwrap());
        let config = Config::default().with_pace(Duration::from_millis(5)).with_webhook(Some(hook), "secret");
        let client = Client::start(config).await;
        client.call("POST", "/instant/payments", &order(4), "late-webhook").await.unwrap();
        let mut statuses = Vec::new();
        for _ in 0..6 {
            let (head, body) = received(&listener).await;
            let mut headers = http::HeaderMap::new();
            for (name, value) in head.lines().skip(1).filter_map(|line| line.split_once(": ")) {
                headers.insert(name.parse::<http::HeaderName>().unwrap(), value.parse().unwrap());
            }
            let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
            let options = VerifyOptions::default();
            assert_eq!(verify(&body, &headers, b"secret", now, &options), Ok(()));
            assert_eq!(verify(&body, &headers, b"other", now, &options), Err(Reason::Wrong));
            statuses.push(serde_json::from_slice::<Value>(&body).unwrap()["status"].as_str().unwrap().to_owned());
        }
        assert_eq!(statuses[4..], ["PAYMENT_COMPLETED", "PAYMENT_PENDING"]);
    });
}

/// What a script of the examples prints; nothing where its language is not installed, which in CI is a failure.
async fn script(program: &'static str, name: &str, argument: String, input: String) -> Option<String> {
    let path = format!("{}/examples/{name}", env!("CARGO_MANIFEST_DIR"));
    let done = tokio::task::spawn_blocking(move || {
        let mut command = Command::new(program);
        let mut child = command.args([path, argument]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().ok()?;
        std::io::Write::write_all(&mut child.stdin.take()?, input.as_bytes()).ok()?;
        child.wait_with_output().ok()
    });
    let printed = done.await.unwrap().map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
    assert!(printed.is_some() || std::env::var_os("CI").is_none(), "{program} is not installed");
    printed
}

#[test]
fn node_and_python_pay() {
    run(async {
        let address = format!("http://{}", started(Config::default().with_pace(Duration::from_millis(20))).await);
        for (seed, (program, name)) in [("node", "pay.mjs"), ("python3", "pay.py")].into_iter().enumerate() {
            if let Some(printed) = script(program, name, address.clone(), order(100 + seed as u64)).await {
                assert_eq!(printed, "PAYMENT_COMPLETED", "{program}");
            }
        }
    });
}

/// The vectors of webhooks hold in three languages; the third is in the tests of `klavi-http`.
#[test]
fn node_and_python_verify_webhooks() {
    run(async {
        for (program, name) in [("node", "webhook.mjs"), ("python3", "webhook.py")] {
            let vectors = klavi_schema::WEBHOOKS.text.to_owned();
            if let Some(printed) = script(program, name, String::new(), vectors).await {
                assert_eq!(printed, "ok", "{program}");
            }
        }
    });
}

#[test]
fn the_examples_pay() {
    clients::pay::main().unwrap();
    clients::main().unwrap();
}

/// Every operation of the documents has an answer of its own.
#[test]
fn every_operation_is_answered() {
    run(async {
        let client = Client::start(Config::default()).await;
        for operation in operations() {
            for path in operation.paths() {
                let path = path.replace("/payment/customer/v1", "").replace("{id}", "7f");
                let body = operation.request().map_or_else(String::new, |contract| {
                    let generator = Generator::new(contract.name, &today().unwrap()).unwrap();
                    String::from_utf8(generator.seed(path.len() as u64).payload()).unwrap()
                });
                let came = client.call(&operation.method, &path, &body, "").await.unwrap();
                let wanted = if path.contains("7f") { 404 } else { 200 };
                assert_eq!((came.status, came.is_valid), (wanted, true), "{path} {}", came.body);
            }
        }
    });
}
