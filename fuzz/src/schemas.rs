//! The generator: any text as a schema, any text as a pattern.

use crate::{accepts, findings, has_exact_numbers, is_accepted_rightly, of_json};
use klavi_codegen::{SchemaFile, program};
use klavi_core::{Limits, Severity, Tree};
use serde_json::{Value, json};

/// A schema, a zero byte, a document. No schema makes the generator panic; one that it takes gives the verdict of
/// `jsonschema`, and the accept pass takes nothing that the evaluator does not.
///
/// # Panics
///
/// Where one of this does not hold.
pub fn schema(data: &[u8]) {
    let at = data.iter().position(|&byte| byte == 0).unwrap_or(data.len());
    let Ok(text) = std::str::from_utf8(&data[..at]) else { return };
    let document = data.get(at + 1..).unwrap_or_default();
    let lowered = SchemaFile::new("fuzzed", text).and_then(|file| program(&file, "", "fuzzed"));
    let program = match lowered {
        Ok(program) => program,
        Err(errors) => {
            assert!(!errors.is_empty() && errors.iter().all(|error| !error.to_string().is_empty()));
            return;
        }
    };
    let found = findings(program, document, Limits::default());
    let ours = !found.iter().any(|finding| finding.severity == Severity::Error);
    assert_eq!(accepts(program, document, Limits::default()), ours, "collecting changes the verdict");
    is_accepted_rightly(program, document, &found);

    let (Ok(schema), Ok(value)) = (serde_json::from_str(text), serde_json::from_slice(document)) else { return };
    let (Ok(schema_tree), Ok(tree)) = (Tree::parse(text.as_bytes()), Tree::parse(document)) else { return };
    // Other tools do not know annotations; they see numbers through a double; they have words of their own on JSON.
    if text.contains("\"x-") || !has_exact_numbers(&schema_tree) || !has_exact_numbers(&tree) {
        return;
    }
    if let Some(theirs) = oracle(&schema, &value).filter(|_| !found.iter().any(of_json)) {
        assert_eq!(ours, theirs, "{text}\n{tree}\n{found:?}");
    }
}

/// The verdict of `jsonschema`, if it takes the schema.
fn oracle(schema: &Value, document: &Value) -> Option<bool> {
    Some(jsonschema::draft202012::new(schema).ok()?.is_valid(document))
}

/// A pattern of ECMA-262, a zero byte, a text. A pattern that both the generator and the crate `regex` take means the
/// same to both.
///
/// # Panics
///
/// Where it does not, or where the generator panics.
pub fn pattern(data: &[u8]) {
    let Some((pattern, text)) = crate::two_texts(data) else { return };
    let schema = json!({"pattern": pattern}).to_string();
    let Ok(program) = SchemaFile::new("fuzzed", &schema).and_then(|file| program(&file, "", "fuzzed")) else { return };
    let document = json!(text).to_string();
    let ours = accepts(program, document.as_bytes(), Limits::default());
    assert_eq!(findings(program, document.as_bytes(), Limits::default()).is_empty(), ours);
    if means_the_same_to_regex(pattern, text)
        && let Ok(regex) = regex::RegexBuilder::new(pattern).size_limit(1 << 20).build()
    {
        assert_eq!(ours, regex.is_match(text), "{pattern:?} on {text:?}");
    }
}

/// Whether a pattern has only syntax on which ECMA-262 and the crate `regex` agree.
fn means_the_same_to_regex(pattern: &str, text: &str) -> bool {
    let escapes_punctuation_only = !pattern
        .as_bytes()
        .windows(2)
        .any(|pair| pair[0] == b'\\' && (pair[1].is_ascii_alphanumeric() || !pair[1].is_ascii_punctuation()));
    // A dot matches \r, U+2028 and U+2029 in `regex` only.
    let dots_agree = !pattern.contains('.') || !text.contains(['\r', '\u{2028}', '\u{2029}']);
    // `regex` nests and combines classes; an empty class is one of ECMA-262.
    let own = ["&&", "~~", "[:", "[[", "[]", "[^]"];
    let classes = pattern.matches('[').count();
    escapes_punctuation_only && dots_agree && !own.iter().any(|own| pattern.contains(own)) && classes <= 1
}
