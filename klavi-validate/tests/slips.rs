//! One slip is one finding: of several keywords about the form of one value, the one that says most is told, and the
//! verdict stays what it was.

mod common;

use common::mutate::{Words, mutate};
use common::random::Random;
use common::{cases, lines, options};
use klavi_core::program::Program;
use klavi_core::{Code, Finding, Severity, Target, Tree, run};
use klavi_validate::{Level, Options, Report, contracts};
use std::collections::BTreeSet;

fn program(schema: &str) -> &'static Program {
    let file = klavi_codegen::SchemaFile::new("own", schema).unwrap();
    klavi_codegen::program(&file, "", "own").unwrap()
}

fn told(schema: &str, document: &str, options: &Options) -> Vec<String> {
    lines(&Report::new(program(schema), document.as_bytes(), options))
}

const FORMS: [(&str, &str, &[&str]); 12] = [
    (r#"{"enum": ["ab", "cd"], "pattern": "^[a-z]+$", "maxLength": 2}"#, r#""ABC""#, &["error enum"]),
    (r#"{"pattern": "^[a-z]+$", "maxLength": 2, "minLength": 1}"#, r#""ABC""#, &["error pattern"]),
    (r#"{"pattern": "^[a-z]+$", "maxLength": 2}"#, r#""abc""#, &["error max-length"]),
    (r#"{"type": "string", "pattern": "^[a-z]+$", "not": {"pattern": "\n"}}"#, r#""a\n""#, &["error not"]),
    (r#"{"type": "string", "allOf": [{"type": "integer"}, {"enum": [1]}]}"#, "true", &["error type"]),
    (
        r#"{"maxLength": 1, "allOf": [{"maxLength": 2}, {"enum": ["a"]}, {"pattern": "^a$"}]}"#,
        r#""bcd""#,
        &["error enum"],
    ),
    (r#"{"anyOf": [{"pattern": "^a$"}, {"pattern": "^b$"}], "maxLength": 1}"#, r#""cc""#, &["error any-of"]),
    // A warning hides no error, however much it says; an error hides the warnings about the same value.
    (r#"{"maxLength": 1, "x-expect": {"enum": ["a"]}}"#, r#""bb""#, &["error max-length"]),
    (r#"{"maxLength": 2, "x-expect": {"enum": ["a"], "pattern": "^[a-z]$"}}"#, r#""BB""#, &["warning enum"]),
    // Bounds of numbers are matters of their own, and so is the value beside it.
    (r#"{"minimum": 2, "multipleOf": 2}"#, "1", &["error minimum", "error multiple-of"]),
    (r#"{"items": {"enum": ["a"], "maxLength": 1}}"#, r#"["bb", "a", "cc"]"#, &["error enum /0", "error enum /2"]),
    (
        r#"{"properties": {"k": {"enum": ["x"]}, "v": {"pattern": "^[a-z]$"}},
            "allOf": [{"if": {"properties": {"k": {"enum": ["x"]}}, "required": ["k"]}, "then": {"properties": {"v": false}}}]}"#,
        r#"{"v": "", "k": "x"}"#,
        &["error not-allowed /v"],
    ),
];

#[test]
fn one_value_is_told_by_the_keyword_that_says_most() {
    for (schema, document, expected) in FORMS {
        assert_eq!(told(schema, document, &options()), expected, "{schema} {document}");
    }
}

#[test]
fn what_is_allowed_hides_nothing() {
    let (schema, document, _) = FORMS[0];
    let mut options = options();
    options.levels.set(Code::Enum, Level::Allow);
    assert_eq!(told(schema, document, &options), ["error pattern"]);
    options.levels.set(Code::Pattern, Level::Warn);
    assert_eq!(told(schema, document, &options), ["error max-length"]);
}

#[test]
fn what_is_replaced_is_not_counted() {
    let (schema, document, _) = FORMS[11];
    let documents = [document; 3].join(",");
    let program = program(&format!(r#"{{"items": {schema}}}"#));
    for max_findings in [0, 1, 2, 3] {
        let report =
            Report::new(program, format!("[{documents}]").as_bytes(), &options().with_max_findings(max_findings));
        assert_eq!((report.errors, report.warnings), (3, 0));
        assert!(report.findings.iter().all(|finding| finding.code == Code::NotAllowed));
        assert_eq!(report.findings.len() + report.truncated, 3);
    }
}

/// Every document of the cases, and two that differ from each in places.
#[test]
fn the_verdict_is_that_of_all_keywords() {
    let mut random = Random::new(9);
    let mut slips = 0;
    for contract in contracts() {
        let cases = cases(contract.name);
        let trees: Vec<Tree> = cases.iter().filter_map(|case| Tree::parse(&case.document).ok()).collect();
        let words = Words::new(&trees);
        for case in cases {
            let mut documents = vec![case.document.clone()];
            documents.extend(Tree::parse(&case.document).into_iter().flat_map(|tree| [tree.clone(), tree]).map(
                |mut tree| {
                    (0..3).for_each(|_| mutate(&mut tree, &words, &mut random));
                    tree.to_string().into_bytes()
                },
            ));
            for document in documents {
                let mut all: Vec<Finding> = Vec::new();
                let today = options().today.and_then(|day| day.calendar().ok());
                run(contract.program, &document, options().limits, today.map(klavi_core::Day::from), &mut all);
                let report = contract.check(&document, &options());
                let is_valid = all.iter().all(|finding| finding.severity == Severity::Warning);
                assert_eq!(report.is_valid(), is_valid, "{}: {}", contract.name, case.name);
                let values = |finding: &Finding| match (finding.target, finding.vagueness()) {
                    (Target::Value(at), Some(_)) => Some(at),
                    _ => None,
                };
                let forms: Vec<_> = all.iter().filter_map(values).collect();
                let wanted = forms.iter().collect::<BTreeSet<_>>().len();
                let others: BTreeSet<_> = all
                    .iter()
                    .filter(|finding| values(finding).is_none())
                    .map(|finding| (finding.code, finding.span, format!("{:?}", finding.target)))
                    .collect();
                slips += forms.len() - wanted;
                assert_eq!(report.findings.len(), wanted + others.len(), "{}: {}\n{report}", contract.name, case.name);
            }
        }
    }
    assert!(slips > 200, "only {slips} slips broke several keywords");
}

/// Two branches say of each of so many members that it is not allowed.
#[test]
fn what_two_branches_say_is_told_once_however_much_there_is() {
    for count in [1, 2, 8, 9, 12, 1000] {
        let schema = r#"{"allOf": [{"additionalProperties": false}, {"additionalProperties": false}]}"#;
        let members: Vec<_> = (0..count).map(|number| format!("\"n{number}\": 1")).collect();
        let document = format!("{{{}}}", members.join(","));
        let expected: Vec<_> = (0..count).map(|number| format!("error unknown-field /n{number}")).collect();
        assert_eq!(told(schema, &document, &options()), expected);
        let report = Report::new(program(schema), document.as_bytes(), &options().with_max_findings(1));
        assert_eq!((report.errors, report.findings.len(), report.truncated), (count, 1, count - 1));
    }
}

/// The first branch only warns.
#[test]
fn a_warning_hides_no_error_about_the_same_place() {
    let schema = r#"{"x-expect": {"minimum": 5}, "allOf": [{"minimum": 5}]}"#;
    assert_eq!(told(schema, "4", &options()), ["error minimum"]);
    let schema = r#"{"minimum": 5, "x-expect": {"minimum": 5}}"#;
    assert_eq!(told(schema, "4", &options()), ["error minimum"]);
}
