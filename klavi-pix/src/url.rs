//! Absolute web addresses, as RFC 3986 has them: a scheme, and behind it a host or a path from the root.
//!
//! A scheme of one's own is allowed, because an app is called back by one (`shop.example:/return`).

use core::fmt;

use super::scan::{self, Set};

/// Checks that a text is an absolute URL.
///
/// # Errors
///
/// The first thing wrong.
///
/// ```
/// use klavi_pix::{UrlError, url};
///
/// assert_eq!(url::check("https://shop.example/return?order=1"), Ok(()));
/// assert_eq!(url::check("com.example.shop:/return"), Ok(()));
/// assert_eq!(url::check("shop.example/return"), Err(UrlError::NoScheme));
/// assert_eq!(url::check("localhost:3000/return"), Err(UrlError::NoScheme));
/// assert_eq!(url::check("https:///return"), Err(UrlError::NoHost { at: 8 }));
/// ```
pub fn check(text: &str) -> Result<(), UrlError> {
    if is_plain(text) { Ok(()) } else { explained(text) }
}

/// Whether a text is like almost all addresses: one of the web, without escapes.
fn is_plain(text: &str) -> bool {
    let host = text.strip_prefix("https://").and_then(|rest| rest.as_bytes().first());
    host.is_some_and(u8::is_ascii_alphanumeric) && scan::first_not(text, &PLAIN).is_none()
}

/// Whether nothing is wrong, or what.
fn explained(text: &str) -> Result<(), UrlError> {
    let (scheme, rest) = scan::split_once(text, b':').ok_or(UrlError::NoScheme)?;
    // A name and a port, `localhost:3000`, look like a scheme; behind one there is a slash.
    if !is_scheme(scheme) || !rest.starts_with('/') {
        return Err(UrlError::NoScheme);
    }
    let is_web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    let host = rest.strip_prefix("//");
    if host.map_or(is_web, |host| host.is_empty() || host.starts_with(['/', '?', '#'])) {
        return Err(UrlError::NoHost { at: scheme.len() + 1 + if host.is_some() { 2 } else { 0 } });
    }
    let mut at = 0;
    while let Some(plain) = text.get(at..).and_then(|rest| scan::first_not(rest, &PLAIN)) {
        at += plain;
        match text.as_bytes().get(at..) {
            Some([b'%', high, low, ..]) if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => at += 3,
            Some([b'%', ..]) => return Err(UrlError::Percent { at }),
            _ => return Err(UrlError::Character { at }),
        }
    }
    Ok(())
}

/// What may stand in a URL as it is. Brackets belong around an IPv6 host only, yet all readers take them.
static PLAIN: Set = scan::set!(
    b'!' | b'#'..=b'$' | b'&'..=b';' | b'=' | b'?'..=b'[' | b']' | b'_' | b'a'..=b'z' | b'~'
);

fn is_scheme(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
}

/// What is wrong with a URL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UrlError {
    /// No scheme such as `https:` in front.
    NoScheme,
    /// Nothing that names a host.
    NoHost {
        /// Byte offset of where it would be.
        at: usize,
    },
    /// A blank, an accent or another character that must be written as `%` and two digits for each byte.
    Character {
        /// Byte offset of the character.
        at: usize,
    },
    /// A percent sign without two hexadecimal digits behind it.
    Percent {
        /// Byte offset of the sign.
        at: usize,
    },
}

impl fmt::Display for UrlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoScheme => f.write_str("a URL begins with its scheme, such as https:"),
            Self::NoHost { at } => write!(f, "a URL names a host at byte {at}"),
            Self::Character { at } => write!(f, "byte {at} may not stand in a URL as it is"),
            Self::Percent { at } => write!(f, "the percent sign at byte {at} lacks two hexadecimal digits"),
        }
    }
}

impl core::error::Error for UrlError {}
