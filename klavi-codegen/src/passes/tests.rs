use super::{conditions, diagnosis, glances, implied, reachable, string_checks};
use crate::draft::{Draft, DraftNode};
use crate::lower::lowered;
use crate::{SchemaFile, program};
use klavi_core::program::{Applicator, Consequence, Glance, Predicate, Shape};
use klavi_core::{Code, Finding, Limits, run};

/// What lowering writes.
fn draft(schema: &str) -> Draft {
    let file = SchemaFile::new("own", schema).unwrap();
    lowered(&file, "").unwrap().draft
}

/// The root before a pass and behind it.
fn around(schema: &str, pass: fn(&mut Draft)) -> [DraftNode; 2] {
    let mut draft = draft(schema);
    let before = draft.node(draft.root).clone();
    pass(&mut draft);
    [before, draft.node(draft.root).clone()]
}

/// The keywords, codes and rank of the checks of a string.
fn checks(node: &DraftNode) -> Vec<(&'static str, Code, bool)> {
    node.checks.iter().map(|check| (check.table.keyword, check.table.code, check.table.advice)).collect()
}

#[test]
fn patterns_of_applicators_become_checks_of_the_string() {
    let schema = r#"{"type": "string", "pattern": "^[0-9]+$", "not": {"pattern": "^0"}, "x-expect": {"pattern": "^1"},
        "anyOf": [{"pattern": "1$"}, {"pattern": "2$"}], "allOf": [{"not": {"pattern": "00"}}]}"#;
    let [before, after] = around(schema, string_checks::run);
    assert_eq!(checks(&before), [("pattern", Code::Pattern, false)]);
    assert_eq!((before.node.applicators.len(), before.node.expect.is_some()), (3, true));
    let (not, advice) = (("not", Code::Not, false), ("pattern", Code::Pattern, true));
    let expected = [("pattern", Code::Pattern, false), ("anyOf", Code::AnyOf, false), not, not, advice];
    assert_eq!(checks(&after), expected);
    assert_eq!((after.node.applicators, after.node.expect), (&[][..], None));
    let sources: Vec<_> = after.checks.iter().map(|check| check.table.pattern.source).collect();
    assert_eq!(sources, ["^[0-9]+$", "1$ | 2$", "00", "^0", "^1"]);
}

#[test]
fn what_is_more_than_a_pattern_stays_an_applicator() {
    for schema in [
        r#"{"not": {"pattern": "^0"}}"#,
        r#"{"type": "string", "not": {"maxLength": 3}}"#,
        r#"{"type": "string", "not": {"pattern": "a", "maxLength": 3}}"#,
        r#"{"type": "string", "not": {"pattern": "a", "x-rule": "token-format"}}"#,
        r#"{"type": "string", "allOf": [{"pattern": "a", "x-class": "secret"}]}"#,
        r#"{"type": "string", "anyOf": [{"pattern": "a"}, {"maxLength": 3}]}"#,
        r#"{"type": "string", "oneOf": [{"pattern": "a"}, {"pattern": "b"}]}"#,
    ] {
        let [before, after] = around(schema, string_checks::run);
        assert_eq!(before, after, "{schema}");
    }
}

#[test]
fn conditions_on_members_become_facts_of_the_object() {
    let schema = r#"{"type": "object", "properties": {"kind": {"type": "string"}, "key": {"type": "string"}}, "allOf": [
        {"if": {"properties": {"kind": {"enum": ["A", "B"]}}, "required": ["kind"]},
         "then": {"required": ["key"]}, "else": {"properties": {"key": false}}}]}"#;
    let [before, after] = around(schema, conditions::run);
    assert!(matches!(before.node.applicators, [Applicator::All(_)]));
    assert_eq!(after.node.applicators, []);
    let rules = after.node.object.unwrap();
    assert_eq!((rules.slots, rules.properties[0].slot, rules.properties[1].slot), ((0, 2), 0, 1));
    let [condition] = rules.conditions else { panic!("{rules:?}") };
    let [guard] = condition.when else { panic!("{condition:?}") };
    assert!((guard.slot, guard.required) == (0, true) && matches!(guard.predicate, Predicate::OneOf([_, _])));
    assert!(matches!(condition.then, [Consequence::Present { property: 1, keyword: "required", .. }]));
    assert!(matches!(condition.otherwise, [Consequence::Fits { slot: 1, .. }]));
}

#[test]
fn what_is_no_condition_on_members_stays_an_applicator() {
    let many: Vec<_> = (0..33).map(|index| format!("\"m{index}\": true")).collect();
    let many = format!(r#"{{"if": {{"properties": {{{}}}}}, "then": {{"required": ["a"]}}}}"#, many.join(", "));
    for schema in [
        r#"{"if": {"type": "object"}, "then": {"required": ["a"]}}"#,
        r#"{"if": {"required": ["a"]}, "then": {"minProperties": 2}}"#,
        r#"{"properties": {"a": true}, "if": {"required": ["a"]}, "then": {"required": ["b"]}}"#,
        r#"{"if": {"required": ["a"]}, "then": {"required": ["b"]}, "unevaluatedProperties": false}"#,
        r##"{"additionalProperties": {"$ref": "#"}, "if": {"required": ["a"]}, "then": {"required": ["b"]}}"##,
        r#"{"type": "string", "if": {"required": ["a"]}, "then": {"required": ["b"]}}"#,
        &many,
    ] {
        let [before, after] = around(schema, conditions::run);
        assert_eq!(before, after, "{schema}");
    }
}

/// A guard that reads an object of the same schema would overwrite what the next guard asks for.
#[test]
fn an_object_inside_itself_is_judged_by_its_own_members() {
    let schema = r##"{"properties": {"k": true, "a": true, "b": true}, "then": {"required": ["b"]},
        "if": {"properties": {"a": {"$ref": "#"}, "k": {"enum": ["x"]}}, "required": ["a", "k"]}}"##;
    let file = SchemaFile::new("own", schema).unwrap();
    let mut findings: Vec<Finding> = Vec::new();
    run(program(&file, "", "own").unwrap(), br#"{"k": "x", "a": {"k": "y"}}"#, Limits::default(), None, &mut findings);
    assert_eq!(findings.iter().map(|finding| finding.code).collect::<Vec<_>>(), [Code::Required]);
}

#[test]
fn a_pattern_that_the_first_one_excludes_is_implied() {
    let schema = r#"{"type": "string", "pattern": "^[0-9]{11}$", "allOf": [{"not": {"pattern": "^A"}}, {"not": {"pattern": "^0"}}]}"#;
    let mut draft = draft(schema);
    string_checks::run(&mut draft);
    let implied = |draft: &Draft| draft.node(draft.root).checks.iter().map(|c| c.table.implied).collect::<Vec<_>>();
    assert_eq!(implied(&draft), [false; 3]);
    implied::run(&mut draft);
    assert_eq!(implied(&draft), [false, true, false]);
}

#[test]
fn a_consequence_is_explained_by_the_format_of_its_member() {
    let schema = r#"{"properties": {"kind": {"type": "string"}, "id": {"type": "string", "x-format": "cpf"}},
        "if": {"required": ["kind"]}, "then": {"properties": {"id": {"pattern": "^[0-9]{11}$"}}}}"#;
    let mut draft = draft(schema);
    conditions::run(&mut draft);
    let [condition] = draft.node(draft.root).node.object.unwrap().conditions else { panic!("no condition") };
    let [Consequence::Fits { node, .. }] = *condition.then else { panic!("{condition:?}") };
    assert_eq!(draft.node(node).string.diagnosed_by, None);
    diagnosis::run(&mut draft);
    assert_eq!(draft.node(node).string.diagnosed_by.map(|format| format.name), Some("cpf"));
}

#[test]
fn short_strings_that_the_rules_accept_are_told_at_a_glance() {
    for (schema, expected) in [
        (r#"{"type": "string", "pattern": "^[0-9]{2,4}$", "maxLength": 3}"#, Some(&["00..99", "000..999"][..])),
        (r#"{"enum": ["abc", "a", "ab"], "minLength": 2}"#, Some(&["ab..ab", "abc..abc"])),
        (r#"{"type": "string", "x-format": "cpf"}"#, Some(&[])),
        (r#"{"type": "string", "minLength": 2}"#, None),
        (r#"{"type": "number"}"#, None),
    ] {
        let [before, after] = around(schema, glances::run);
        assert_eq!(before.node.glance, Glance::None);
        let text = |(low, high): (String, String)| format!("{low}..{high}");
        let found: Option<Vec<_>> = match after.node.glance {
            Glance::None => None,
            Glance::Anything => Some(Vec::new()),
            Glance::Shapes(shapes) => Some(shapes.all().iter().map(Shape::ends).map(text).collect()),
        };
        assert_eq!(
            found.as_deref().map(|found| found.iter().map(String::as_str).collect::<Vec<_>>()),
            expected.map(<[_]>::to_vec),
            "{schema}"
        );
    }
}

#[test]
fn what_nothing_leads_to_is_left_out_and_all_else_keeps_its_order() {
    let schema = r#"{"type": "string", "not": {"pattern": "a"}, "x-expect": {"maxLength": 3, "not": {"enum": ["x"]}}}"#;
    let mut draft = draft(schema);
    let uris = |draft: &Draft| draft.nodes.iter().map(|node| node.node.location.uri).collect::<Vec<_>>();
    assert_eq!(uris(&draft), ["#", "#/not", "#/x-expect", "#/x-expect/not"]);
    string_checks::run(&mut draft);
    reachable::run(&mut draft);
    assert_eq!(uris(&draft), ["#", "#/x-expect", "#/x-expect/not"]);
    let expect = draft.node(draft.root).node.expect.unwrap();
    assert_eq!((draft.root, expect, draft.node(expect).node.applicators), (0, 1, &[Applicator::Not(2)][..]));
}
