//! Names and addresses of hosts, and UUIDs.

use core::net::{Ipv4Addr, Ipv6Addr};

/// A name of RFC 1123: labels of letters, digits and inner hyphens. What the code points of an `xn--` label may be is a
/// matter of IDNA.
pub(super) fn is_hostname(text: &str) -> bool {
    are_labels(text, false)
}

/// Labels of a name, with characters beyond ASCII where they may be in it.
pub(super) fn are_labels(text: &str, beyond_ascii: bool) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || beyond_ascii && !byte.is_ascii();
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(is_letter)
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    text.len() <= 253 && text.split('.').all(is_label)
}

pub(super) fn is_ipv4(text: &str) -> bool {
    text.parse::<Ipv4Addr>().is_ok()
}

pub(super) fn is_ipv6(text: &str) -> bool {
    text.parse::<Ipv6Addr>().is_ok()
}

/// Groups of 8, 4, 4, 4 and 12 hexadecimal digits.
pub(super) fn is_uuid(text: &str) -> bool {
    let is_right = |(at, byte): (usize, u8)| match at {
        8 | 13 | 18 | 23 => byte == b'-',
        _ => byte.is_ascii_hexdigit(),
    };
    text.len() == 36 && text.bytes().enumerate().all(is_right)
}
