//! Mailboxes of RFC 5321, and of RFC 6531 where characters beyond ASCII are allowed.

use super::host::{are_labels, is_ipv4, is_ipv6};

/// The most bytes in front of the `@` (RFC 5321, section 4.5.3.1.1).
const LONGEST_LOCAL: usize = 64;

pub(super) fn is_mailbox(text: &str, beyond_ascii: bool) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let is_local = if local.starts_with('"') { is_quoted } else { are_atoms };
    local.len() <= LONGEST_LOCAL && is_local(local, beyond_ascii) && is_domain(domain, beyond_ascii)
}

/// `Dot-string`
fn are_atoms(text: &str, beyond_ascii: bool) -> bool {
    let is_atom = |byte: u8| {
        byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte) || beyond_ascii && !byte.is_ascii()
    };
    text.split('.').all(|atom| !atom.is_empty() && atom.bytes().all(is_atom))
}

/// `Quoted-string`
fn is_quoted(text: &str, beyond_ascii: bool) -> bool {
    let inner = text.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
    let Some(inner) = inner else { return false };
    let mut is_escaped = false;
    let is_right = inner.bytes().all(|byte| {
        let is_text = matches!(byte, b' '..=b'~') || beyond_ascii && !is_escaped && !byte.is_ascii();
        let ends_early = byte == b'"' && !is_escaped;
        is_escaped = byte == b'\\' && !is_escaped;
        is_text && !ends_early
    });
    is_right && !is_escaped
}

/// A name, or an address in brackets.
fn is_domain(text: &str, beyond_ascii: bool) -> bool {
    match text.strip_prefix('[').and_then(|text| text.strip_suffix(']')) {
        Some(literal) => literal.strip_prefix("IPv6:").map_or_else(|| is_ipv4(literal), is_ipv6),
        None => are_labels(text, beyond_ascii),
    }
}
