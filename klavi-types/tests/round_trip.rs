//! What is read and written again is the same document.

mod common;

use common::{ForType, Subject, canonical, for_type, pointers, subjects};
use klavi_core::{Code, Finding, Json, Limits, Severity, Span, Tree, run};
use serde::de::DeserializeOwned;
use std::fmt::Debug;

fn rewritten(subject: &Subject, name: &str, document: &str) -> String {
    let codec = klavi_types::codec(subject.contract.program).unwrap();
    let written = (codec.rewrite)(document.as_bytes())
        .unwrap_or_else(|error| panic!("{}: {name}: {error}", subject.contract.name));
    String::from_utf8(written).unwrap()
}

fn findings(subject: &Subject, document: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    run(subject.contract.program, document.as_bytes(), Limits::default(), None, &mut findings);
    findings
}

/// Whether two documents are read as equal values.
struct Equal<'a>(&'a str, &'a str);

impl ForType for Equal<'_> {
    type Output = bool;

    fn with<T: DeserializeOwned + Debug + PartialEq + schemars::JsonSchema>(self) -> bool {
        serde_json::from_str::<T>(self.0).unwrap() == serde_json::from_str::<T>(self.1).unwrap()
    }
}

#[test]
fn valid_documents() {
    let mut count = 0;
    for subject in subjects() {
        // A request type has no room for members that are not sent.
        let unknown = |document: &str| findings(&subject, document).iter().any(|one| one.code == Code::UnknownField);
        let kept = subject.valid.iter().filter(|(_, document)| subject.response || !unknown(document));
        for (name, document) in kept {
            let written = rewritten(&subject, name, document);
            let (before, after) = (canonical(document, subject.response), canonical(&written, subject.response));
            assert_eq!(after, before, "{}: {name}", subject.contract.name);
            assert!(for_type(subject.contract.name, Equal(document, &written)), "{}: {name}", subject.contract.name);
            assert_eq!(rewritten(&subject, name, &written), written, "{}: {name}", subject.contract.name);
            count += 1;
        }
    }
    assert!(count > 300, "only {count} documents");
}

/// A value no type could keep by reading it: spacing, numbers beyond every machine type, escapes, a repeated name.
const STRANGE: &str = r#"{ "total" : [1.50, 1e400, -0],"é\u00e9":"\u0000", "é\u00e9" : null}"#;

#[test]
fn responses_keep_unknown_members_as_they_came() {
    for subject in subjects().iter().filter(|subject| subject.response) {
        for (name, document) in &subject.valid {
            let tree = Tree::parse(document.as_bytes()).unwrap();
            for pointer in pointers(&tree) {
                let mut tree = tree.clone();
                if !matches!(tree.pointer(&pointer).unwrap().value, Json::Object(_)) {
                    continue;
                }
                assert!(tree.set(&format!("{pointer}/not~1documented"), text("STRANGE")));
                let document = tree.to_string().replace("\"STRANGE\"", STRANGE);
                let written = rewritten(subject, name, &document);
                assert!(written.contains(STRANGE), "{}: {name}: {pointer}", subject.contract.name);
            }
        }
    }
}

#[test]
fn responses_keep_unknown_texts() {
    let mut count = 0;
    for subject in subjects().iter().filter(|subject| subject.response) {
        for (name, document) in &subject.valid {
            let tree = Tree::parse(document.as_bytes()).unwrap();
            for pointer in pointers(&tree) {
                let mut tree = tree.clone();
                if tree.pointer(&pointer).unwrap().as_str().is_none() {
                    continue;
                }
                assert!(tree.set(&pointer, text("NOT_DOCUMENTED \u{e9}\n\"")));
                let document = tree.to_string();
                if findings(subject, &document).iter().all(|finding| finding.severity == Severity::Warning) {
                    let written = rewritten(subject, name, &document);
                    let at = || format!("{}: {name}: {pointer}", subject.contract.name);
                    assert_eq!(canonical(&written, true), canonical(&document, true), "{}", at());
                    count += 1;
                }
            }
        }
    }
    assert!(count > 300, "only {count} texts");
}

fn text(text: &str) -> Tree {
    Tree { span: Span { start: 0, end: 0 }, value: Json::String(text.to_owned()) }
}
