//! E-mail addresses, as the Pix directory (DICT 1.8.0) has them.
//!
//! Three readings, from loose to strict: [`check_form`] asks for an address with `@` and a host and nothing more,
//! [`check`] for the characters and labels of DICT in either case, [`check_key`] for what DICT registers as a Pix key:
//! lower case, no `%`, at most 77 characters.

use core::fmt;

use super::scan::{self, Set};

/// Most characters of an e-mail that is a Pix key.
pub const MAX_KEY_LENGTH: usize = 77;

/// Most characters of one label of the host.
const MAX_LABEL_LENGTH: usize = 63;

/// Checks the loose form: printable ASCII without blanks in front of one `@`, then letters, digits, dots and hyphens.
///
/// As a portable pattern: `^[!-?A-~]+@[0-9A-Za-z.-]+$`.
///
/// # Errors
///
/// The first thing wrong.
///
/// ```
/// use klavi_pix::{EmailError, email};
///
/// assert_eq!(email::check_form("Fulano%x@localhost"), Ok(()));
/// assert_eq!(email::check_form("fulano.example.com"), Err(EmailError::NoAt));
/// ```
pub fn check_form(text: &str) -> Result<(), EmailError> {
    Address::split(text).map(|_| ())
}

/// Checks the address against the rule of DICT, letters in either case; `%`, which mail systems know and DICT no longer
/// takes, is allowed, a host without a dot is not.
///
/// # Errors
///
/// The first thing wrong.
///
/// ```
/// use klavi_pix::{EmailError, email};
///
/// assert_eq!(email::check("Fulano@Example.com"), Ok(()));
/// assert_eq!(email::check("fulano@example..com"), Err(EmailError::EmptyLabel { at: 15 }));
/// ```
pub fn check(text: &str) -> Result<(), EmailError> {
    let address = Address::split(text)?;
    match address.check_parts()? {
        1 => Err(EmailError::OneLabel { at: address.local.len() + 1 }),
        _ => Ok(()),
    }
}

/// Checks the address as a Pix key: the rule of DICT in lower case, without `%`, at most 77 characters.
///
/// # Errors
///
/// The first thing wrong; the letter case is looked at last but for the length.
///
/// ```
/// use klavi_pix::{EmailError, email};
///
/// assert_eq!(email::check_key("fulano@example.com"), Ok(()));
/// assert_eq!(email::check_key("Fulano@Example.com"), Err(EmailError::UpperCase { at: 0 }));
/// ```
pub fn check_key(text: &str) -> Result<(), EmailError> {
    Address::split(text)?.check_parts()?;
    if let Some(at) = scan::first_not(text, &KEY) {
        // What is left for a key to refuse is `%`, and capitals.
        return Err(scan::find(text, b'%').map_or(EmailError::UpperCase { at }, |at| EmailError::LocalCharacter { at }));
    }
    if text.len() > MAX_KEY_LENGTH {
        return Err(EmailError::TooLong { found: text.len() });
    }
    Ok(())
}

/// What may stand in front of the `@`.
static LOCAL: Set = scan::set!(
    b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z'
        | b'.' | b'!' | b'#' | b'$' | b'&' | b'\'' | b'*' | b'+' | b'/' | b'=' | b'?' | b'^'
        | b'_' | b'`' | b'{' | b'|' | b'}' | b'~' | b'-' | b'%'
);
static HOST: Set = scan::set!(b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'.' | b'-');
/// What of both, and the `@`, may stand in a Pix key.
static KEY: Set = scan::set!(b'!'..=b'$' | b'&'..=b'@' | b'['..=b'~');

/// Whether there is a dot behind the first `@`.
pub(super) fn has_dotted_host(text: &str) -> bool {
    scan::split_once(text, b'@').is_some_and(|(_, host)| scan::find(host, b'.').is_some())
}

/// An address of the loose form.
struct Address<'a> {
    local: &'a str,
    host: &'a str,
    /// The first character in front of the `@` that DICT does not take.
    odd: Option<usize>,
}

impl<'a> Address<'a> {
    fn split(text: &'a str) -> Result<Self, EmailError> {
        let (local, host) = scan::split_once(text, b'@').ok_or(EmailError::NoAt)?;
        let host_at = local.len() + 1;
        if local.is_empty() {
            return Err(EmailError::EmptyLocal);
        }
        let odd = scan::first_not(local, &LOCAL);
        if let Some(at) = odd.and_then(|_| scan::first_not(local, &scan::GRAPHIC)) {
            return Err(EmailError::LocalCharacter { at });
        }
        if host.is_empty() {
            return Err(EmailError::EmptyHost);
        }
        match scan::first_not(host, &HOST) {
            Some(first) => Err(scan::find(host, b'@')
                .map_or(EmailError::HostCharacter { at: host_at + first }, |at| EmailError::SecondAt {
                    at: host_at + at,
                })),
            None => Ok(Self { local, host, odd }),
        }
    }

    /// The characters and labels that DICT takes, in either letter case: how many labels there are.
    fn check_parts(&self) -> Result<usize, EmailError> {
        match self.odd {
            Some(at) => Err(EmailError::LocalCharacter { at }),
            None => check_labels(self.host, self.local.len() + 1),
        }
    }
}

/// Labels of 1 to 63 characters that neither begin nor end with a hyphen, and how many.
fn check_labels(host: &str, mut at: usize) -> Result<usize, EmailError> {
    let mut count = 0;
    for label in host.as_bytes().split(|byte| *byte == b'.') {
        if label.is_empty() {
            return Err(EmailError::EmptyLabel { at });
        }
        if label.len() > MAX_LABEL_LENGTH {
            return Err(EmailError::LongLabel { at, found: label.len() });
        }
        if label.first() == Some(&b'-') {
            return Err(EmailError::Hyphen { at });
        }
        if label.last() == Some(&b'-') {
            return Err(EmailError::Hyphen { at: at + label.len() - 1 });
        }
        at += label.len() + 1;
        count += 1;
    }
    Ok(count)
}

/// What is wrong with an e-mail address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmailError {
    /// No `@`.
    NoAt,
    /// Nothing in front of the `@`.
    EmptyLocal,
    /// A second `@`.
    SecondAt {
        /// Byte offset of the second one.
        at: usize,
    },
    /// Nothing after the `@`.
    EmptyHost,
    /// A character that may not stand in front of the `@`.
    LocalCharacter {
        /// Byte offset of the character.
        at: usize,
    },
    /// A character that may not stand in a host.
    HostCharacter {
        /// Byte offset of the character.
        at: usize,
    },
    /// A label of the host is empty.
    EmptyLabel {
        /// Byte offset where the label would be.
        at: usize,
    },
    /// The host is one label without a dot, such as `localhost`; [`check_key`] does not mind, for DICT's pattern takes it.
    OneLabel {
        /// Byte offset of the host.
        at: usize,
    },
    /// A label of the host has more than 63 characters.
    LongLabel {
        /// Byte offset of the label.
        at: usize,
        /// How many characters it has.
        found: usize,
    },
    /// A label of the host begins or ends with a hyphen.
    Hyphen {
        /// Byte offset of the hyphen.
        at: usize,
    },
    /// An upper-case letter; only [`check_key`] minds.
    UpperCase {
        /// Byte offset of the letter.
        at: usize,
    },
    /// More than 77 characters; only [`check_key`] minds.
    TooLong {
        /// How many characters there are.
        found: usize,
    },
}

impl fmt::Display for EmailError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoAt => f.write_str("an e-mail address has an @"),
            Self::EmptyLocal => f.write_str("the e-mail address has nothing before the @"),
            Self::SecondAt { at } => write!(f, "the e-mail address has a second @ at byte {at}"),
            Self::EmptyHost => f.write_str("the e-mail address has nothing after the @"),
            Self::LocalCharacter { at } => {
                write!(f, "the character at byte {at} is not allowed before the @ of an e-mail address")
            }
            Self::HostCharacter { at } => {
                write!(f, "the character at byte {at} is not allowed in the domain of an e-mail address")
            }
            Self::EmptyLabel { at } => {
                write!(f, "the domain of the e-mail address has an extra dot or ends early at byte {at}")
            }
            Self::OneLabel { at } => write!(f, "the domain at byte {at} of the e-mail address has no dot"),
            Self::LongLabel { at, found } => {
                write!(f, "a part of the domain has at most 63 characters; the one at byte {at} has {found}")
            }
            Self::Hyphen { at } => {
                write!(f, "a part of the domain neither begins nor ends with a hyphen, as it does at byte {at}")
            }
            Self::UpperCase { at } => write!(f, "an e-mail key is lower case; byte {at} is not"),
            Self::TooLong { found } => write!(f, "an e-mail key has at most 77 characters, not {found}"),
        }
    }
}

impl core::error::Error for EmailError {}
