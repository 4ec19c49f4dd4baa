//! What a catalogue must not be.

use super::Catalogue;

const CODES: &str = r#"{"codes": [{"code": "type"}]}"#;

/// A language with these members beside what every language has.
fn language(members: &str) -> String {
    let codes = r#""codes": {"type": {"title": "T", "explanation": "E", "message": "{field} is wrong"}}"#;
    let counts = r##""counts": {"digits": {"1": "1 digit", "other": "# digits"}}"##;
    format!(r#"{{"language": "L", {counts}, "terms": {{"again": "copy it again"}}, {codes}, {members}}}"#)
}

const FINDINGS: &str = r#""findings": {"cpf": {"length": ["{field} has {found:digits}", "{@again}"]}}"#;

fn errors(first: &str, second: &str) -> Vec<String> {
    Catalogue::of(&[("en", &language(first)), ("pt-BR", &language(second))], CODES).err().unwrap_or_default()
}

#[test]
fn terms_and_counts_are_put_in_place() {
    let text = language(FINDINGS);
    let catalogue = Catalogue::of(&[("en", &text), ("pt-BR", &text)], CODES).unwrap();
    let length =
        r#"Template::new(&["field", "found"], &[("{field} has {found|1:1 digit|other:# digits}", "copy it again"), "#;
    let module = catalogue.constants("findings");
    assert!(module.starts_with("pub mod cpf {") && module.contains(length), "{module}");
    assert!(module.contains("pub const LENGTH: Template"), "{module}");
    assert!(catalogue.list("findings").contains(r#"("cpf.length", Template::new("#));
    let codes = catalogue.codes();
    assert!(codes.contains("pub static MESSAGES: [Template; ::klavi_core::Code::ALL.len()]"), "{codes}");
    assert_eq!(
        catalogue.languages_macro(),
        "languages! {\n    En \"en\" \"L\" [];\n    PtBr \"pt-BR\" \"L\" [\"pt\", \"pt-br\", \"pt_BR\"];\n}\n"
    );
}

#[test]
fn languages_are_level() {
    assert_eq!(errors(FINDINGS, FINDINGS), <[&str; 0]>::default());
    let other = |text: &str| FINDINGS.replace(r#""length": ["{field} has {found:digits}", "{@again}"]"#, text);
    for (second, told) in [
        (other(r#""size": ["{field} has {found:digits}", "{@again}"]"#), "pt-BR.json lacks `findings.cpf.length`"),
        (
            other(r#""length": ["{field} has {last:digits}", "{@again}"]"#),
            "pt-BR.json: `findings.cpf.length` takes other arguments",
        ),
        (
            other(r#""length": "{field} has {found:digits}, {@again}""#),
            "pt-BR.json: only one language has help in `findings.cpf.length`",
        ),
    ] {
        assert!(
            errors(FINDINGS, &second).iter().any(|error| error == told),
            "{second}: {:?}",
            errors(FINDINGS, &second)
        );
    }
    assert_eq!(
        errors(&other(r#""size": ["{found:digits}", "{@again}"]"#), FINDINGS)[0],
        "pt-BR.json lacks `findings.cpf.size`"
    );
}

#[test]
fn templates_are_well_formed() {
    let of = |text: &str| {
        errors(&format!(r#""findings": {{"cpf": {{"length": [{text}, "{{found:digits}} {{@again}}"]}}}}"#), FINDINGS)[0]
            .clone()
    };
    for (text, told) in [
        (r#""a { brace""#, "a lonely brace"),
        (r#""a } brace""#, "a lonely brace"),
        (r#""{found:letters}""#, "there is no count `letters`"),
        (r#""{@never}""#, "there is no term `never`"),
        (r#""{Found}""#, "`Found` is no name of an argument"),
        ("1", "a sentence is a text, or a text and its help"),
    ] {
        assert_eq!(of(text), format!("en.json: `findings.cpf.length`: {told}"));
    }
}

#[test]
fn words_are_used_and_codes_are_known() {
    let unused = r#""findings": {"cpf": {"length": ["{field} {found}", "again"]}}"#;
    assert_eq!(errors(unused, FINDINGS)[..2], ["en.json: nothing uses `digits`", "en.json: nothing uses `again`"]);
    let text = language(FINDINGS);
    let of = |codes: &str| Catalogue::of(&[("en", &text)], codes).unwrap_err();
    assert_eq!(of(r#"{"codes": [{"code": "type"}, {"code": "enum"}]}"#), ["no sentence for `enum`"]);
    assert!(of(r#"{"codes": []}"#).contains(&"`codes.type.title` is of no code in codes.json".to_owned()));
    let text = text.replace("{field} is wrong", "{value} is wrong");
    let told = Catalogue::of(&[("en", &text)], CODES).unwrap_err();
    assert_eq!(told, ["`codes.type.message` takes `value`, which a finding does not have"]);
}

#[test]
fn the_catalogue_itself_is_level() {
    let catalogue = Catalogue::read().unwrap_or_else(|errors| panic!("{}", errors.join("\n")));
    assert!(catalogue.sentences("findings").len() > 200);
}
