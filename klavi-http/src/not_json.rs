//! What a body is that is not JSON.

use crate::sentences::body as say;
use klavi_validate::sentence::Template;

/// The word for a body that cannot be JSON, by how it begins; `None` if it may be.
pub(crate) fn kind(body: &[u8]) -> Option<&'static Template> {
    let text = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body).trim_ascii();
    let Some(first) = text.first() else { return Some(&say::EMPTY) };
    let begins = |word: &str| text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word.as_bytes()));
    let line = &text[..text.len().min(1024)];
    let has_html = line.windows(5).any(|part| part.eq_ignore_ascii_case(b"<html"));
    match first {
        b'<' if begins("<!doctype html") || has_html => Some(&say::HTML),
        b'<' => Some(&say::XML),
        b'{' | b'[' | b'"' => None,
        // A number, and not a sentence such as `502 Bad Gateway`.
        b'-' | b'0'..=b'9' if line.iter().all(|byte| b"+-.0123456789Ee".contains(byte)) => None,
        _ if ["true", "false", "null"].iter().any(|word| text.eq_ignore_ascii_case(word.as_bytes())) => None,
        _ if line.iter().any(|byte| byte.is_ascii_control() && !byte.is_ascii_whitespace()) => Some(&say::BINARY),
        b'a'..=b'z' | b'A'..=b'Z' if line.contains(&b'=') && !line.iter().any(u8::is_ascii_whitespace) => {
            Some(&say::FORM)
        }
        _ => Some(&say::TEXT),
    }
}

#[cfg(test)]
mod tests {
    use super::say;

    #[test]
    fn bodies_are_named_by_how_they_begin() {
        for (body, kind) in [
            ("", Some(&say::EMPTY)),
            (" \r\n", Some(&say::EMPTY)),
            ("<!DOCTYPE html><p>502", Some(&say::HTML)),
            ("<HTML><head>", Some(&say::HTML)),
            ("<!-- error --><html lang=en>", Some(&say::HTML)),
            ("<?xml version=\"1.0\"?><soap:Envelope>", Some(&say::XML)),
            ("accessKey=a&secretKey=b", Some(&say::FORM)),
            ("upstream connect error", Some(&say::TEXT)),
            ("\u{feff}{}", None),
            ("{\"a\": 1", None),
            ("[", None),
            ("null", None),
            ("-1", None),
            ("1.5e3\n", None),
            ("502 Bad Gateway", Some(&say::TEXT)),
            ("2025-01-15T10:00:00Z upstream timed out", Some(&say::TEXT)),
            ("null pointer", Some(&say::TEXT)),
            ("\u{1f}\u{8b}\u{8}\0", Some(&say::BINARY)),
            ("PK\u{3}\u{4}", Some(&say::BINARY)),
        ] {
            assert_eq!(super::kind(body.as_bytes()), kind, "{body}");
        }
    }
}
