//! Sends webhooks.

use klavi_http::webhook::{Signed, sign};
use serde_json::Value;
use std::time::{SystemTime, UNIX_EPOCH};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// Sends a webhook, signed as the documents say. Nobody listening is no failure of the sandbox.
pub(crate) async fn send(address: &str, secret: &str, body: &Value) {
    let Some((host, path)) = parts(address) else { return };
    let body = body.to_string();
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs().to_string();
    let signature = sign(body.as_bytes(), &now, secret.as_bytes(), Signed::Body);
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\
         X-Klavi-Signature: {signature}\r\nX-Klavi-Timestamp: {now}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    let Ok(mut stream) = TcpStream::connect(host).await else { return };
    if stream.write_all(head.as_bytes()).await.is_ok() && stream.write_all(body.as_bytes()).await.is_ok() {
        // The answer is of no interest, but a sender waits for it.
        let _ = stream.take(1 << 16).read_to_end(&mut Vec::new()).await;
    }
}

/// Host with port, and path. Webhooks go to this machine, so without TLS.
fn parts(address: &str) -> Option<(&str, &str)> {
    let rest = address.strip_prefix("http://")?;
    let at = rest.find('/').unwrap_or(rest.len());
    let path = &rest[at..];
    Some((&rest[..at], if path.is_empty() { "/" } else { path }))
}
