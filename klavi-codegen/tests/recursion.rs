//! Schemas that apply themselves twice to every part: the work doubles at each level, unless it is remembered.

use klavi_codegen::{SchemaFile, program};
use klavi_core::program::Program;
use klavi_core::{Code, DEEPEST, Finding, Limits, Target, Verdict, run};

const LIMITS: Limits = Limits { max_bytes: 16 << 20, max_depth: DEEPEST };

fn lower(schema: &str) -> &'static Program {
    let head = r##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$ref": "#/$defs/n", "$defs": {"n": "##;
    let file =
        SchemaFile::new("recursive.json", &format!("{head}{schema}}}}}")).unwrap_or_else(|errors| panic!("{errors:?}"));
    program(&file, "", "recursive").unwrap_or_else(|errors| panic!("{errors:?}"))
}

fn findings(program: &'static Program, document: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    run(program, document.as_bytes(), LIMITS, None, &mut found);
    found
}

fn is_valid(program: &'static Program, document: &str) -> bool {
    let mut verdict = Verdict::default();
    run(program, document.as_bytes(), LIMITS, None, &mut verdict);
    verdict.is_valid()
}

/// A chain of objects; the innermost holds this.
fn chain(depth: usize, inner: &str) -> String {
    format!("{}{inner}{}", r#"{"x": 1, "y": 1, "c": "#.repeat(depth), "}".repeat(depth))
}

const BRANCH: &str = r##"{"type": "object", "properties": {"c": {"$ref": "#/$defs/n"}}, "required": ["##;

#[test]
fn alternatives_end_at_once_at_every_depth() {
    let branch = |name: &str| format!("{BRANCH}\"{name}\"]}}");
    let (x, y) = (branch("x"), branch("y"));
    for (schema, is_right) in [
        (format!(r#"{{"anyOf": [{y}, {x}, {{"type": "null"}}]}}"#), true),
        (format!(r#"{{"anyOf": [{}, {}, {{"type": "null"}}]}}"#, branch("z"), branch("w")), false),
        (format!(r#"{{"allOf": [{x}, {y}]}}"#), false),
        (format!(r#"{{"oneOf": [{x}, {y}, {{"type": "null"}}]}}"#), false),
        (format!(r#"{{"if": {x}, "then": {y}, "else": {{"type": "null"}}}}"#), true),
        (format!(r#"{{"not": {{"anyOf": [{x}, {y}]}}}}"#), false),
    ] {
        let program = lower(&schema);
        for depth in [1, 2, 30, 64, 150] {
            // What a chain is under `not` follows from the level below it.
            let document = chain(depth, "null");
            let valid = is_valid(program, &document);
            assert_eq!(valid, findings(program, &document).is_empty(), "{schema} {depth}");
            let expected = match schema.get(2..5) {
                Some("not") => depth % 2 == 0,
                _ => is_right,
            };
            assert_eq!(valid, expected, "{schema} {depth}");
        }
    }
}

#[test]
fn a_fault_at_the_bottom_is_found_and_told_once() {
    let program = lower(&format!("{{\"anyOf\": [{BRANCH}\"x\"]}}, {BRANCH}\"y\"]}}, {{\"type\": \"null\"}}]}}"));
    for depth in [1, 10, 64] {
        assert!(!is_valid(program, &chain(depth, "7")));
        let found = findings(program, &chain(depth, "7"));
        assert_eq!((found.len(), found[0].code, found[0].span.start), (1, Code::AnyOf, 0), "{depth}");
    }
    let both = lower(&format!("{{\"allOf\": [{BRANCH}\"x\"]}}, {BRANCH}\"y\"]}}]}}"));
    let found = findings(both, &chain(64, "{}"));
    let mut distinct: Vec<_> = found.iter().map(|found| (found.code, found.target)).collect();
    distinct.sort_by_key(|told| format!("{told:?}"));
    distinct.dedup();
    let start = chain(64, "{}").find("{}").expect("the innermost object");
    let missing = |name| (Code::Required, Target::Missing(u32::try_from(start).expect("a short document"), name));
    assert_eq!(distinct, [missing("x"), missing("y")]);
    assert!(found.len() < 4_000, "{}", found.len());
}
