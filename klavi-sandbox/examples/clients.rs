//! Pays through one sandbox from Rust, Node and Python: `cargo run -p klavi-sandbox --example clients`.

#[path = "pay.rs"]
#[allow(dead_code, reason = "its main is for who runs it by itself")]
pub(crate) mod pay;

use std::error::Error;
use std::io::{ErrorKind, Write};
use std::process::{Command, Stdio};

/// Pays once from each; a language that is not installed is passed over.
#[tokio::main]
pub async fn main() -> Result<(), Box<dyn Error>> {
    let address = pay::start().await?;
    println!("Rust");
    pay::pay(&address).await?;
    for (program, script) in [("node", "pay.mjs"), ("python3", "pay.py")] {
        let (order, address) = (pay::order()?, address.clone());
        let paid = tokio::task::spawn_blocking(move || pay_by(program, script, &address, &order)).await?;
        match paid {
            Ok(status) => println!("{program}\n{status}"),
            Err(error) if error.kind() == ErrorKind::NotFound => println!("{program} is not installed"),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

/// What a script prints that is given an order.
fn pay_by(program: &str, script: &str, address: &str, order: &str) -> std::io::Result<String> {
    let script = format!("{}/examples/{script}", env!("CARGO_MANIFEST_DIR"));
    let mut child =
        Command::new(program).args([&script, address]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    child.stdin.take().into_iter().try_for_each(|mut input| input.write_all(order.as_bytes()))?;
    let done = child.wait_with_output()?;
    if !done.status.success() {
        return Err(std::io::Error::other(format!("{program}: {}", done.status)));
    }
    Ok(String::from_utf8_lossy(&done.stdout).trim().to_owned())
}
