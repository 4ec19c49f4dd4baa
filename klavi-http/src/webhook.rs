//! Signatures of webhooks.
//!
//! The documents (page of events) say: each webhook has the headers `X-Klavi-Signature`, the HMAC-SHA-256 of the body under
//! the partner's `secretKey` in hexadecimal, and `X-Klavi-Timestamp`, Unix seconds. They leave open whether the timestamp is
//! part of what is signed, how old a webhook may be, and what the body of a payment's webhook is. So the first two are
//! options, and the body is not judged.
//!
//! Their own sample signs the body after it was read and written again. Two writers of JSON write the same document in
//! different bytes, so [`verify`] takes the bytes that came and nothing else; a signature that fits only the rewritten body
//! is refused, with [`Reason::Rewritten`] as the reason.

use crate::layout::without_layout;
use crate::sentences::reason as say;
use hmac::{Hmac, KeyInit, Mac};
use http::HeaderMap;
use klavi_validate::Lang;
use klavi_validate::sentence::Template;
use sha2::Sha256;
use std::fmt;
use std::time::Duration;

/// The header of the signature.
pub const SIGNATURE: &str = "x-klavi-signature";
/// The header of the time at which a webhook was sent.
pub const TIMESTAMP: &str = "x-klavi-timestamp";

/// What the documents leave open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct VerifyOptions {
    /// How far the timestamp may be from now, on either side; `None` does not ask. The documents name no time, five minutes
    /// are usual.
    pub tolerance: Option<Duration>,
    /// What is signed. The documents say: the body.
    pub signed: Signed,
}

impl Default for VerifyOptions {
    fn default() -> Self {
        Self { tolerance: Some(Duration::from_secs(300)), signed: Signed::Body }
    }
}

impl VerifyOptions {
    /// With another tolerance, or none.
    #[must_use]
    pub fn with_tolerance(self, tolerance: Option<Duration>) -> Self {
        Self { tolerance, ..self }
    }

    /// With something else signed.
    #[must_use]
    pub fn with_signed(self, signed: Signed) -> Self {
        Self { signed, ..self }
    }
}

/// What a signature is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Signed {
    /// The body.
    Body,
    /// The timestamp, a dot, and the body, as other senders of webhooks do.
    TimestampAndBody,
}

/// Why a webhook is not to be believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Reason {
    /// There is no header `X-Klavi-Signature`.
    SignatureMissing,
    /// There is no header `X-Klavi-Timestamp`.
    TimestampMissing,
    /// The signature is not 64 hexadecimal digits.
    SignatureForm,
    /// The timestamp is no number of seconds.
    TimestampForm,
    /// The timestamp is further back than the tolerance.
    TooOld,
    /// The timestamp is further ahead than the tolerance.
    TooNew,
    /// The signature is of the same JSON written in another way: of a body that somebody read and wrote again.
    Rewritten,
    /// The signature is of another body, or under another secret.
    Wrong,
}

impl Reason {
    /// The reason in one stable word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::SignatureMissing => "signature-missing",
            Self::TimestampMissing => "timestamp-missing",
            Self::SignatureForm => "signature-form",
            Self::TimestampForm => "timestamp-form",
            Self::TooOld => "too-old",
            Self::TooNew => "too-new",
            Self::Rewritten => "rewritten",
            Self::Wrong => "wrong",
        }
    }

    /// The reason in words.
    #[must_use]
    pub const fn message(self, lang: Lang) -> &'static str {
        self.words().text(lang)
    }

    pub(crate) const fn words(self) -> &'static Template {
        match self {
            Self::SignatureMissing => &say::SIGNATURE_MISSING,
            Self::TimestampMissing => &say::TIMESTAMP_MISSING,
            Self::SignatureForm => &say::SIGNATURE_FORM,
            Self::TimestampForm => &say::TIMESTAMP_FORM,
            Self::TooOld => &say::TOO_OLD,
            Self::TooNew => &say::TOO_NEW,
            Self::Rewritten => &say::REWRITTEN,
            Self::Wrong => &say::WRONG,
        }
    }
}

impl fmt::Display for Reason {
    /// In English.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message(Lang::default()))
    }
}

impl std::error::Error for Reason {}

/// Whether a webhook comes from the holder of the secret: by the bytes of its body as they came, its headers, and the time
/// in Unix seconds.
///
/// Two signatures are compared in constant time. A body can only be given as bytes: one that was parsed has lost them.
///
/// # Errors
///
/// The first reason not to believe it.
///
/// ```
/// use http::HeaderMap;
/// use klavi_http::webhook::{Reason, VerifyOptions, sign, verify};
///
/// let (body, secret, now) = (br#"{"id":"7","status":"PAYMENT_COMPLETED"}"#, b"secret", 1_740_716_924);
/// let mut headers = HeaderMap::new();
/// headers.insert("x-klavi-timestamp", now.into());
/// let options = VerifyOptions::default();
/// assert_eq!(verify(body, &headers, secret, now, &options), Err(Reason::SignatureMissing));
/// headers.insert("x-klavi-signature", sign(body, "1740716924", secret, options.signed).parse().unwrap());
/// assert_eq!(verify(body, &headers, secret, now, &options), Ok(()));
/// assert_eq!(verify(b"{}", &headers, secret, now, &options), Err(Reason::Wrong));
/// assert_eq!(verify(body, &headers, secret, now + 3600, &options), Err(Reason::TooOld));
/// ```
pub fn verify(
    body: &[u8],
    headers: &HeaderMap,
    secret: &[u8],
    now: u64,
    options: &VerifyOptions,
) -> Result<(), Reason> {
    let signature = headers.get(SIGNATURE).ok_or(Reason::SignatureMissing)?;
    let timestamp = headers.get(TIMESTAMP).ok_or(Reason::TimestampMissing)?;
    let signature = decoded(signature.as_bytes()).ok_or(Reason::SignatureForm)?;
    let timestamp = timestamp.to_str().map_err(|_| Reason::TimestampForm)?;
    let is_number = !timestamp.is_empty() && timestamp.bytes().all(|byte| byte.is_ascii_digit());
    let sent: u64 = timestamp.parse().ok().filter(|_| is_number).ok_or(Reason::TimestampForm)?;
    let is_right = |body: &[u8]| mac(body, timestamp, secret, options.signed).verify_slice(&signature).is_ok();
    if !is_right(body) {
        return Err(if rewritten(body).is_some_and(|body| is_right(&body)) {
            Reason::Rewritten
        } else {
            Reason::Wrong
        });
    }
    match options.tolerance.map(|tolerance| tolerance.as_secs()) {
        Some(most) if now.saturating_sub(sent) > most => Err(Reason::TooOld),
        Some(most) if sent.saturating_sub(now) > most => Err(Reason::TooNew),
        _ => Ok(()),
    }
}

/// The signature of a body, as the header has it: for senders in tests, and stand-ins of the API.
#[must_use]
pub fn sign(body: &[u8], timestamp: &str, secret: &[u8], signed: Signed) -> String {
    use fmt::Write as _;
    let bytes = mac(body, timestamp, secret, signed).finalize().into_bytes();
    bytes.iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn mac(body: &[u8], timestamp: &str, secret: &[u8], signed: Signed) -> Hmac<Sha256> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).expect("HMAC takes keys of any length");
    if signed == Signed::TimestampAndBody {
        mac.update(timestamp.as_bytes());
        mac.update(b".");
    }
    mac.update(body);
    mac
}

/// 64 hexadecimal digits of either case: the documents lost theirs.
fn decoded(text: &[u8]) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    if text.len() != 64 {
        return None;
    }
    for (byte, digits) in bytes.iter_mut().zip(text.chunks(2)) {
        let digit = |at: usize| char::from(digits[at]).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        *byte = digit(0)? << 4 | digit(1)?;
    }
    Some(bytes)
}

/// The body as a program writes it that has read it: without blanks between its parts.
fn rewritten(body: &[u8]) -> Option<Vec<u8>> {
    let value: &serde_json::value::RawValue = serde_json::from_slice(body).ok()?;
    let mut compact = Vec::with_capacity(body.len());
    without_layout(value.get().as_bytes()).for_each(|part| compact.extend_from_slice(part));
    (compact != body).then_some(compact)
}
