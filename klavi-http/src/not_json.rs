//! What a body is that is not JSON.

/// The word for a body that cannot be JSON, by how it begins; `None` if it may be.
pub(crate) fn kind(body: &[u8]) -> Option<&'static str> {
    let text = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body).trim_ascii();
    let Some(first) = text.first() else { return Some("empty") };
    let begins = |word: &str| text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word.as_bytes()));
    let line = &text[..text.len().min(1024)];
    let has_html = line.windows(5).any(|part| part.eq_ignore_ascii_case(b"<html"));
    match first {
        b'<' if begins("<!doctype html") || has_html => Some("html"),
        b'<' => Some("xml"),
        b'{' | b'[' | b'"' | b'-' | b'0'..=b'9' => None,
        _ if ["true", "false", "null"].iter().any(|word| begins(word)) => None,
        b'a'..=b'z' | b'A'..=b'Z' if line.contains(&b'=') && !line.iter().any(u8::is_ascii_whitespace) => Some("form"),
        _ => Some("text"),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn bodies_are_named_by_how_they_begin() {
        for (body, kind) in [
            ("", Some("empty")),
            (" \r\n", Some("empty")),
            ("<!DOCTYPE html><p>502", Some("html")),
            ("<HTML><head>", Some("html")),
            ("<!-- error --><html lang=en>", Some("html")),
            ("<?xml version=\"1.0\"?><soap:Envelope>", Some("xml")),
            ("accessKey=a&secretKey=b", Some("form")),
            ("upstream connect error", Some("text")),
            ("\u{feff}{}", None),
            ("{\"a\": 1", None),
            ("[", None),
            ("null", None),
            ("-1", None),
        ] {
            assert_eq!(super::kind(body.as_bytes()), kind, "{body}");
        }
    }
}
