//! The shape of a token: a JSON Web Token in compact form (RFC 7519, RFC 7515), three base64url parts with dots between.
//!
//! Only the shape is looked at. Nothing is decoded and no signature is verified.

use core::fmt;

use super::scan::{self, Set};

static BASE64URL_AND_DOT: Set = scan::set!(b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'-' | b'_' | b'.');

/// Checks that a text is three parts of unpadded base64url, none of them empty.
///
/// # Errors
///
/// The first thing wrong.
///
/// ```
/// use klavi_pix::{JwtError, jwt};
///
/// assert_eq!(jwt::check("eyJhbGciOiJub25lIn0.e30.c2ln"), Ok(()));
/// assert_eq!(jwt::check("eyJhbGciOiJub25lIn0.e30"), Err(JwtError::Parts { found: 2 }));
/// assert_eq!(jwt::check("Bearer eyJhbGciOiJub25lIn0.e30.c2ln"), Err(JwtError::Bearer));
/// ```
pub fn check(text: &str) -> Result<(), JwtError> {
    if text.as_bytes().get(..7).is_some_and(|start| start.eq_ignore_ascii_case(b"bearer ")) {
        return Err(JwtError::Bearer);
    }
    if let Some(at) = scan::first_not(text, &BASE64URL_AND_DOT) {
        return Err(JwtError::NotBase64Url { at });
    }
    let found = text.split('.').count();
    if found != 3 {
        return Err(JwtError::Parts { found });
    }
    let mut at = 0;
    for part in text.split('.') {
        match part.len() % 4 {
            0 if part.is_empty() => return Err(JwtError::EmptyPart { at }),
            // Four characters hold three bytes; one left over holds none.
            1 => return Err(JwtError::PartLength { at }),
            _ => at += part.len() + 1,
        }
    }
    Ok(())
}

/// What is wrong with the shape of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JwtError {
    /// The token has the word of the HTTP header in front of it.
    Bearer,
    /// Not three parts.
    Parts {
        /// How many parts there are.
        found: usize,
    },
    /// A part without a character.
    EmptyPart {
        /// Byte offset where the part would be.
        at: usize,
    },
    /// A part of a length that base64url cannot have.
    PartLength {
        /// Byte offset of the part.
        at: usize,
    },
    /// A character outside base64url; padding is outside too.
    NotBase64Url {
        /// Byte offset of the character.
        at: usize,
    },
}

impl fmt::Display for JwtError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bearer => f.write_str("the token is written without the word Bearer"),
            Self::Parts { found } => write!(f, "a token has three parts with dots between, not {found}"),
            Self::EmptyPart { at } => write!(f, "a part of the token is empty, at byte {at}"),
            Self::PartLength { at } => {
                write!(f, "the part of the token at byte {at} has a length that base64url cannot have")
            }
            Self::NotBase64Url { at } => write!(f, "byte {at} of the token is outside base64url"),
        }
    }
}

impl core::error::Error for JwtError {}
