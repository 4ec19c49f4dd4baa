//! What somebody types in a hurry is told at the start, or does no harm.

use klavi_sandbox::{Config, serve};
use std::process::Command;
use std::time::Duration;
use tokio::net::TcpListener;

/// What the binary says of a call that it cannot obey.
fn refused(arguments: &[&str]) -> String {
    let done =
        Command::new(env!("CARGO_BIN_EXE_klavi-sandbox")).args(["--port", "0"]).args(arguments).output().unwrap();
    assert_eq!((done.status.code(), &done.stdout[..]), (Some(2), &b""[..]), "{arguments:?}");
    String::from_utf8(done.stderr).unwrap()
}

#[test]
fn an_address_that_no_webhook_can_be_sent_to_is_refused() {
    for address in ["localhost:9000/hook", "https://localhost:9000/hook", "http://localhost/hook", "http://localhost:x"]
    {
        assert!(refused(&["--webhook", address]).contains("write http://HOST:PORT/PATH"), "{address}");
    }
}

#[test]
fn a_scenario_of_an_operation_that_there_is_not_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("scenario.json");
    std::fs::write(&file, r#"{"steps": [{"operation": "create-payments", "fault": "409"}]}"#).unwrap();
    let told = refused(&["--scenario", file.to_str().unwrap()]);
    assert!(told.contains("operations are auth, ") && told.contains("create-payment"), "{told}");
}

#[test]
fn times_beyond_every_clock_are_no_defect() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/payment/customer/v1/auth", listener.local_addr().unwrap());
        let mut config = Config::default();
        (config.pace, config.token) = (Duration::MAX, Duration::MAX);
        tokio::spawn(serve(listener, config));
        let keys = r#"{"accessKey": "sandbox", "secretKey": "sandbox"}"#;
        let request = reqwest::Client::new().post(url).header("content-type", "application/json").body(keys);
        assert_eq!(request.send().await.unwrap().status(), 200);
    });
}
