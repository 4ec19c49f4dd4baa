//! JSON texts without their layout.

/// The parts of a JSON text between the blanks that only lay it out; together they are the same document.
pub(crate) fn without_layout(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    let (mut in_string, mut is_escaped) = (false, false);
    text.split(move |byte| {
        let is_layout = !in_string && byte.is_ascii_whitespace();
        in_string = in_string != (*byte == b'"' && !is_escaped);
        is_escaped = in_string && *byte == b'\\' && !is_escaped;
        is_layout
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn blanks_in_strings_stay() {
        for (text, compact) in [
            ("", ""),
            (" {\"a b\" : [1 ,\n2 ] }\n", "{\"a b\":[1,2]}"),
            (r#"{ "a": "\" b \\" , "c": " " }"#, r#"{"a":"\" b \\","c":" "}"#),
        ] {
            let parts: Vec<_> = super::without_layout(text.as_bytes()).collect();
            assert_eq!(parts.concat(), compact.as_bytes(), "{text}");
        }
    }
}
