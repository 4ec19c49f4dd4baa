//! `format`, where a schema asserts it: the formats of JSON Schema that an RFC defines. Each knows the grammar and nothing
//! else; none allocates, and none can panic.

mod address;
mod host;
mod pointer;
mod time;
mod uri;

use super::{known_by_name, named_tables};

/// A format that a schema can assert.
///
/// ```
/// use klavi_core::program::StandardFormat;
///
/// let date = StandardFormat::named("date").unwrap();
/// assert!((date.is_match)("2028-02-29") && !(date.is_match)("2027-02-29"));
/// assert_eq!(StandardFormat::named("idn-hostname"), None);
/// ```
#[derive(Clone, Copy)]
pub struct StandardFormat {
    /// The value of `format`.
    pub name: &'static str,
    /// Whether a string is of the format.
    pub is_match: fn(&str) -> bool,
}

impl StandardFormat {
    const fn new(name: &'static str, is_match: fn(&str) -> bool) -> Self {
        Self { name, is_match }
    }

    /// The format of this name, if it is one of an RFC.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        ALL.iter().find(|format| format.name == name).copied()
    }
}

known_by_name!(StandardFormat);

named_tables! { StandardFormat:
    /// A day (RFC 3339, `full-date`).
    DATE = StandardFormat::new("date", time::is_date);
    /// A time of day with its offset (RFC 3339, `full-time`).
    TIME = StandardFormat::new("time", time::is_time);
    /// A point in time (RFC 3339, `date-time`).
    DATE_TIME = StandardFormat::new("date-time", time::is_date_time);
    /// A length of time (RFC 3339, appendix A).
    DURATION = StandardFormat::new("duration", time::is_duration);
    /// A mailbox (RFC 5321, section 4.1.2).
    EMAIL = StandardFormat::new("email", |text| address::is_mailbox(text, false));
    /// A mailbox with characters beyond ASCII (RFC 6531).
    IDN_EMAIL = StandardFormat::new("idn-email", |text| address::is_mailbox(text, true));
    /// The name of a host (RFC 1123, section 2.1).
    HOSTNAME = StandardFormat::new("hostname", host::is_hostname);
    /// An IPv4 address in dotted form (RFC 2673, section 3.2).
    IPV4 = StandardFormat::new("ipv4", host::is_ipv4);
    /// An IPv6 address (RFC 4291, section 2.2).
    IPV6 = StandardFormat::new("ipv6", host::is_ipv6);
    /// A URI with its scheme (RFC 3986).
    URI = StandardFormat::new("uri", |text| uri::is_absolute(text, uri::ASCII));
    /// A URI, or a reference relative to one (RFC 3986, section 4.1).
    URI_REFERENCE = StandardFormat::new("uri-reference", |text| uri::is_reference(text, uri::ASCII));
    /// An IRI with its scheme (RFC 3987).
    IRI = StandardFormat::new("iri", |text| uri::is_absolute(text, uri::UNICODE));
    /// An IRI, or a reference relative to one (RFC 3987).
    IRI_REFERENCE = StandardFormat::new("iri-reference", |text| uri::is_reference(text, uri::UNICODE));
    /// A URI Template of any level (RFC 6570).
    URI_TEMPLATE = StandardFormat::new("uri-template", uri::is_template);
    /// A UUID in its textual form (RFC 9562, section 4).
    UUID = StandardFormat::new("uuid", host::is_uuid);
    /// A JSON Pointer (RFC 6901, section 5).
    JSON_POINTER = StandardFormat::new("json-pointer", pointer::is_pointer);
}

#[cfg(test)]
mod tests {
    use super::StandardFormat;

    fn is_match(format: &str, text: &str) -> bool {
        (StandardFormat::named(format).unwrap().is_match)(text)
    }

    /// What the official suite does not try: lengths at their limits, and characters at the ends of their ranges.
    #[test]
    fn limits() {
        let name = |last: usize| format!("{}.{}", [&*"a".repeat(63); 3].join("."), "b".repeat(last));
        assert_eq!((name(61).len(), is_match("hostname", &name(61))), (253, true));
        assert!(!is_match("hostname", &name(62)));
        assert!(is_match("hostname", &"a".repeat(63)) && !is_match("hostname", &"a".repeat(64)));
        for (letter, in_path, in_query) in [
            ('\u{9f}', false, false),
            ('\u{a0}', true, true),
            ('\u{d7ff}', true, true),
            ('\u{e000}', false, true),
            ('\u{f8ff}', false, true),
            ('\u{f900}', true, true),
            ('\u{fdd0}', false, false),
            ('\u{ffef}', true, true),
            ('\u{fff0}', false, false),
            ('\u{10000}', true, true),
            ('\u{1fffd}', true, true),
            ('\u{1fffe}', false, false),
            ('\u{e0000}', false, false),
            ('\u{e1000}', true, true),
            ('\u{f0000}', false, true),
            ('\u{10fffd}', false, true),
            ('\u{10fffe}', false, false),
        ] {
            let code = u32::from(letter);
            assert_eq!(is_match("iri", &format!("a://b/{letter}")), in_path, "{code:x} in a path");
            assert_eq!(is_match("iri", &format!("a://b/?{letter}")), in_query, "{code:x} in a query");
            assert!(!is_match("uri", &format!("a://b/?{letter}")), "{code:x} in a URI");
        }
    }

    #[test]
    fn quotes_escapes_and_marks_stand_where_the_grammars_allow_them() {
        for (format, texts, expected) in [
            ("email", &[r#""a b"@c"#, r#""a\"b"@c"#, r#""\\"@c"#, r#""@"@c"#, r#""~ "@c"#, r#"""@c"#][..], true),
            (
                "email",
                &[r#""a"b"@c"#, r#""a\"@c"#, r#""a@c"#, r#""@c"#, "\"a\u{7f}\"@c", "\"é\"@c", "é@c", "a b@c"],
                false,
            ),
            ("idn-email", &["\"é\"@c", "é@c", r#""é\"b"@c"#], true),
            ("idn-email", &["\"\\é\"@c", "\"é\n\"@c", "\"\u{7f}\"@c", "é b@c"], false),
            ("uri", &["a+b:c", "a-b:c", "a.b:c", "a1:c", "a://[v1.x:y]", "a://[VF.~]", "a://[::1]"], true),
            (
                "uri",
                &[
                    "1a:c",
                    "a_b:c",
                    "é:c",
                    "a://[v.x]",
                    "a://[vg.x]",
                    "a://[v1.]",
                    "a://[v1.%41]",
                    "a://[v1./]",
                    "a://[v1]",
                ],
                false,
            ),
            ("time", &["12:00:00Z", "12:00:00.0Z"], true),
            ("time", &["12:00:00.Z", "12:00:00.", "12:00:00,0Z"], false),
        ] {
            for text in texts {
                assert_eq!(is_match(format, text), expected, "{format}: {text}");
            }
        }
    }
}
