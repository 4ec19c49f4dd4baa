//! URIs of RFC 3986, IRIs of RFC 3987 and URI Templates of RFC 6570.

use super::host::is_ipv6;

/// The characters beyond ASCII that a grammar has: in general, and in a query besides.
#[derive(Clone, Copy)]
pub(super) struct Alphabet {
    general: fn(char) -> bool,
    query: fn(char) -> bool,
}

/// That of URIs.
pub(super) const ASCII: Alphabet = Alphabet { general: |_| false, query: |_| false };
/// That of IRIs.
pub(super) const UNICODE: Alphabet =
    Alphabet { general: is_ucschar, query: |letter| is_ucschar(letter) || is_private(letter) };

/// `ucschar`: no surrogates, private characters, specials or non-characters.
fn is_ucschar(letter: char) -> bool {
    let code = u32::from(letter);
    matches!(code, 0xa0..=0xd7ff | 0xf900..=0xfdcf | 0xfdf0..=0xffef)
        || (0x1_0000..0xf_0000).contains(&code) && code & 0xffff <= 0xfffd && !(0xe_0000..0xe_1000).contains(&code)
}

/// `iprivate`
fn is_private(letter: char) -> bool {
    let code = u32::from(letter);
    matches!(code, 0xe000..=0xf8ff) || code >= 0xf_0000 && code & 0xffff <= 0xfffd
}

/// Whether these are characters of `unreserved`, of `sub-delims`, of some more and of an alphabet, or percent-encoded.
fn are(text: &str, more: &str, beyond_ascii: fn(char) -> bool) -> bool {
    let is_right = |letter: char| match letter {
        '-' | '.' | '_' | '~' | '!' | '$' | '&' | '\'' | '(' | ')' | '*' | '+' | ',' | ';' | '=' => true,
        _ if letter.is_ascii() => letter.is_ascii_alphanumeric() || more.contains(letter),
        _ => beyond_ascii(letter),
    };
    let mut parts = text.split('%');
    parts.next().is_none_or(|part| part.chars().all(is_right))
        && parts.all(|part| behind_percent(part).is_some_and(|part| part.chars().all(is_right)))
}

/// What stands behind the two digits of a percent-encoded byte.
fn behind_percent(text: &str) -> Option<&str> {
    let (digits, rest) = text.split_at_checked(2)?;
    digits.bytes().all(|byte| byte.is_ascii_hexdigit()).then_some(rest)
}

/// `URI`
pub(super) fn is_absolute(text: &str, alphabet: Alphabet) -> bool {
    text.split_once(':').is_some_and(|(scheme, rest)| is_scheme(scheme) && is_relative(rest, alphabet))
}

/// `URI-reference`
pub(super) fn is_reference(text: &str, alphabet: Alphabet) -> bool {
    // What stands in front of a colon in the first segment would be a scheme.
    let first = text.split(['/', '?', '#']).next().unwrap_or_default();
    is_absolute(text, alphabet) || !first.contains(':') && is_relative(text, alphabet)
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
}

/// What stands behind a scheme: an authority, a path, a query and a fragment.
fn is_relative(text: &str, alphabet: Alphabet) -> bool {
    let (text, fragment) = text.split_once('#').unwrap_or((text, ""));
    let (text, query) = text.split_once('?').unwrap_or((text, ""));
    let (authority, path) = match text.strip_prefix("//") {
        Some(rest) => rest.split_at(rest.find('/').unwrap_or(rest.len())),
        None => ("", text),
    };
    is_authority(authority, alphabet)
        && are(path, ":@/", alphabet.general)
        && are(query, ":@/?", alphabet.query)
        && are(fragment, ":@/?", alphabet.general)
}

fn is_authority(text: &str, alphabet: Alphabet) -> bool {
    let (user, host) = text.split_once('@').unwrap_or(("", text));
    let is_port = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let is_right = match host.strip_prefix('[').map(|literal| literal.split_once(']')) {
        Some(Some((literal, port))) => {
            is_literal(literal) && (port.is_empty() || port.strip_prefix(':').is_some_and(is_port))
        }
        Some(None) => false,
        None => {
            let (name, port) = host.split_once(':').unwrap_or((host, ""));
            are(name, "", alphabet.general) && is_port(port)
        }
    };
    is_right && are(user, ":", alphabet.general)
}

/// `IPv6address` or `IPvFuture`
fn is_literal(text: &str) -> bool {
    let future = text.strip_prefix(['v', 'V']).and_then(|text| text.split_once('.'));
    future.map_or_else(
        || is_ipv6(text),
        |(version, address)| {
            let is_version = !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_hexdigit());
            is_version && !address.is_empty() && !address.contains('%') && are(address, ":", |_| false)
        },
    )
}

/// A URI Template: literals, and expressions in braces.
pub(super) fn is_template(text: &str) -> bool {
    let mut parts = text.split('{');
    parts.next().is_none_or(is_template_literal)
        && parts.all(|part| {
            part.split_once('}')
                .is_some_and(|(expression, rest)| is_expression(expression) && is_template_literal(rest))
        })
}

fn is_template_literal(text: &str) -> bool {
    are(text, ":/?#[]@", |letter| is_ucschar(letter) || is_private(letter))
}

/// A list of variables, and in front of it what is done with them.
fn is_expression(text: &str) -> bool {
    let list = text.strip_prefix(['+', '#', '.', '/', ';', '?', '&', '=', ',', '!', '@', '|']).unwrap_or(text);
    list.split(',').all(|variable| {
        let name = match variable.split_once(':') {
            Some((name, length)) => Some(name).filter(|_| is_prefix_length(length)),
            None => Some(variable.strip_suffix('*').unwrap_or(variable)),
        };
        name.is_some_and(|name| name.split('.').all(is_variable))
    })
}

/// 1 to 9999
fn is_prefix_length(text: &str) -> bool {
    (1..=4).contains(&text.len()) && !text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_variable(text: &str) -> bool {
    let is_name = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    let mut parts = text.split('%');
    !text.is_empty() && parts.next().is_none_or(is_name) && parts.all(|part| behind_percent(part).is_some_and(is_name))
}
