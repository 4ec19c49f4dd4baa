//! The `klavi-sandbox` binary.

#![forbid(unsafe_code)]

use clap::Parser;
use klavi_sandbox::{Config, Scenario, serve};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;
use tokio::net::TcpListener;

/// Answers like the Klavi payment API, on this machine and without credentials.
///
/// The first line of output is the address. A request with the header X-Sandbox-Fault goes wrong as the header says: 409,
/// 422, unknown-status, null, html-502, slow[=MILLISECONDS], cut-off, late-webhook, status-back.
#[derive(Parser)]
#[command(version)]
struct Args {
    /// The port on 127.0.0.1; 0 takes a free one
    #[arg(long, default_value_t = 8585)]
    port: u16,
    /// How long a payment stays in each status, in milliseconds
    #[arg(long, value_name = "MS", default_value_t = 1000)]
    pace: u64,
    /// How long a token holds, in seconds
    #[arg(long, value_name = "S", default_value_t = 3600)]
    token: u64,
    /// How many payments and tokens are remembered; of more, the oldest is forgotten
    #[arg(long, value_name = "N", default_value_t = 10_000)]
    most: usize,
    /// Faults to come: {"steps": [{"operation": "create-payment", "fault": "html-502", "times": 1}]}
    #[arg(long, value_name = "FILE")]
    scenario: Option<PathBuf>,
    /// Where webhooks go: http://127.0.0.1:PORT/PATH
    #[arg(long, value_name = "URL", value_parser = address)]
    webhook: Option<String>,
    /// The secret that signs webhooks
    #[arg(
        long,
        value_name = "TEXT",
        default_value = "sandbox-secret-key",
        env = "KLAVI_SANDBOX_SECRET",
        hide_env_values = true
    )]
    secret: String,
}

/// An address that webhooks can be sent to.
fn address(text: &str) -> Result<String, String> {
    let authority = text.strip_prefix("http://").and_then(|rest| rest.split('/').next());
    match authority.and_then(|authority| authority.rsplit_once(':')).map(|(_, port)| port.parse::<u16>()) {
        Some(Ok(_)) => Ok(text.to_owned()),
        _ => Err("write http://HOST:PORT/PATH".to_owned()),
    }
}

fn scenario(args: &Args) -> Result<Scenario, String> {
    let Some(path) = &args.scenario else { return Ok(Scenario::default()) };
    let text = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    serde_json::from_slice(&text).map_err(|error| format!("{}: {error}", path.display()))
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Args::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("klavi-sandbox: {error}");
            ExitCode::from(2)
        }
    }
}

async fn run(args: Args) -> Result<(), String> {
    let config = Config::default()
        .with_pace(Duration::from_millis(args.pace))
        .with_token(Duration::from_secs(args.token))
        .with_most(args.most)
        .with_scenario(scenario(&args)?)
        .with_webhook(args.webhook, args.secret);
    let listener =
        TcpListener::bind(("127.0.0.1", args.port)).await.map_err(|error| format!("port {}: {error}", args.port))?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    println!("http://{address}");
    serve(listener, config).await.map_err(|error| error.to_string())
}
