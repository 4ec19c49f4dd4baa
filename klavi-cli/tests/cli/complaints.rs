//! What the tool says of calls that it cannot obey, in both languages.

use crate::support::{Call, GOOD, folder, validate};
use insta::assert_snapshot;
use std::fmt::Write as _;

const CONFIGS: [(&str, &str); 4] = [
    ("glob.toml", "exclude = ['{']"),
    ("key.toml", "[output]\nformat = ['text']"),
    ("rules.toml", "[rules]\njson = 'allow'"),
    ("value.toml", "lang = 'fr'"),
];

/// Calls with something wrong, which is all that they say, and their exit status.
const CALLS: &[(&str, i32)] = &[
    ("-s creat-payment.request a.json", 2),
    ("-s zebra a.json", 2),
    ("-s create-payment a.json", 2),
    ("--map *.json=zebr a.json", 2),
    ("--map *.json a.json", 2),
    ("--map [=error a.json", 2),
    ("--exclude { a.json", 2),
    ("{", 2),
    ("--config glob.toml a.json", 2),
    ("-A unknow-field a.json", 2),
    ("-W zebra a.json", 2),
    ("-A json a.json", 2),
    ("-W duplicate-key a.json", 2),
    ("--config rules.toml a.json", 2),
    ("--config key.toml a.json", 2),
    ("--config value.toml a.json", 2),
    ("--config none.toml a.json", 2),
    ("--config . a.json", 2),
    ("- -", 2),
    ("--watch -", 2),
    ("--watch --files-from -", 2),
    ("-o sarf a.json", 2),
    ("-o zebra a.json", 2),
    ("-o json= a.json", 2),
    ("-o text -o compact a.json", 2),
    ("-o json=none/report a.json", 2),
    ("--explain requird", 2),
    ("--explain zebra", 2),
    ("--example auth", 2),
    ("--example auth.request --break proxy-required", 2),
    ("--example auth.request --break any-off", 2),
    ("--example auth.request --break multiple-of", 2),
    ("--example auth.request --break status-order", 2),
    ("--flow -o junit a.json", 2),
    ("--print-schema opena", 2),
    ("--print-schema repor", 2),
    ("--print-schema zebra", 2),
    ("--print-schema openapi --draft draft-07", 2),
    ("--export a.json", 3),
];

#[test]
fn every_complaint_in_both_languages() {
    let folder = folder(&[&CONFIGS[..], &[("a.json", GOOD)]].concat());
    let mut table = String::new();
    for (call, status) in CALLS {
        let _ = writeln!(table, "validate {call}");
        for lang in ["en", "pt-BR"] {
            let done = validate(call).arg("--lang").arg(lang).within(folder.path()).run();
            assert_eq!((done.status, &done.out[..]), (Some(*status), ""), "{call}");
            let complaint = done.err.strip_prefix("validate: ").and_then(|line| line.strip_suffix('\n'));
            // What the system says has a number of its own.
            let complaint = complaint.expect(call).split(" (os error").next().unwrap_or_default();
            let _ = writeln!(table, "  {complaint}");
        }
    }
    assert_snapshot!("complaints", table);
}

#[test]
fn the_language_comes_from_where_that_of_the_findings_does() {
    let folder = folder(&[("validate.toml", "lang = 'pt-BR'"), ("wrong/validate.toml", "lang = 'pt-BR'\nx = 1")]);
    let says = |call: Call| call.run().err;
    let wrong = || validate("--map x -");
    let en = "validate: --map x: write GLOB=NAME\n";
    let pt_br = "validate: --map x: escreva GLOB=NOME\n";
    assert_eq!(says(wrong()), en);
    assert_eq!(says(wrong().arg("--lang").arg("pt-BR")), pt_br);
    assert_eq!(says(wrong().env("VALIDATE_LANG", "pt-BR")), pt_br);
    assert_eq!(says(wrong().env("LANG", "pt_BR.UTF-8")), pt_br);
    assert_eq!(says(wrong().within(folder.path())), pt_br);
    assert_eq!(says(wrong().within(folder.path()).arg("--lang").arg("en")), en);
    // A configuration that cannot be read does not say its language.
    let unread = || validate("-").within(&folder.path().join("wrong"));
    assert!(says(unread()).starts_with("validate: validate.toml:2: invalid configuration: "));
    let told = says(unread().env("LANG", "pt_BR.UTF-8"));
    assert!(told.starts_with("validate: validate.toml:2: configuração inválida: "), "{told}");
}

#[test]
fn a_variable_is_blamed_by_its_name() {
    let told = |call: &str, variable, value| validate(call).env(variable, value).run().err;
    let see = "for more information: validate --help";
    for (variable, value, complaint) in [
        ("VALIDATE_LANG", "xx", "'xx' is not a valid value for 'VALIDATE_LANG'; possible values: en, pt-BR"),
        (
            "VALIDATE_MAX_BYTES",
            "1x",
            "'1x' is not a valid value for 'VALIDATE_MAX_BYTES'; write a number of bytes, or one with a unit: 16MiB, 10MB",
        ),
        ("VALIDATE_TODAY", "2025-02-30", "'2025-02-30' is not a valid value for 'VALIDATE_TODAY'; write YYYY-MM-DD"),
        (
            "VALIDATE_POINTER",
            "data",
            "'data' is not a valid value for 'VALIDATE_POINTER'; a JSON Pointer starts with '/'",
        ),
    ] {
        assert_eq!(told("-", variable, value), format!("validate: {complaint}\nvalidate: {see}\n"), "{variable}");
        // What was typed wins, and is told first.
        let flag = format!("--strit --{} -", variable["VALIDATE_".len()..].to_lowercase().replace('_', "-"));
        assert!(told(&flag, variable, value).starts_with("validate: there is no option '--strit'"), "{flag}");
    }
    let unknown = "validate: VALIDATE_SCHEMA: there is no schema 'eror.response'; did you mean 'error.response'?\n";
    assert_eq!(told("-", "VALIDATE_SCHEMA", "eror.response"), unknown);
    let unknown = "validate: VALIDATE_OUTPUT: there is no output 'sarf'; did you mean 'sarif'?\n";
    assert_eq!(told("-", "VALIDATE_OUTPUT", "sarf"), unknown);
    assert_eq!(told("-o sarf -", "VALIDATE_OUTPUT", "json"), unknown.replace("VALIDATE_OUTPUT: ", ""));
}

#[test]
fn a_wrong_configuration_is_no_reason_not_to_explain() {
    let folder = folder(&[("validate.toml", "x = 1")]);
    for call in ["--config-schema", "--explain pattern", "--list rules"] {
        assert_eq!(validate(call).within(folder.path()).status(), Some(0), "{call}");
    }
    assert_eq!(validate("-").within(folder.path()).status(), Some(2));
}
