//! Lists, explanations, schemas, examples.

use crate::support::validate;
use insta::assert_snapshot;
use serde_json::Value;

fn out(arguments: &str) -> String {
    let done = validate(arguments).run();
    assert_eq!(done.status, Some(0), "{arguments}: {}", done.err);
    done.out
}

fn json(arguments: &str) -> Value {
    serde_json::from_str(&out(arguments)).unwrap()
}

#[test]
fn lists() {
    assert_snapshot!("list-schemas", out("--list"));
    assert_snapshot!("list-groups", out("--list groups"));
    assert_eq!(json("--list rules -o json")[0]["code"], "invalid-json");
    assert_eq!(json("--list schemas -o json").as_array().unwrap().len(), 10);
    assert_eq!(json("--list groups -o json").as_array().unwrap().len(), 7);
}

#[test]
fn explanations() {
    assert_snapshot!("explain-en", out("--explain issuer-required"));
    assert_snapshot!("explain-pt-BR", out("--explain issuer-required --lang pt-BR"));
    for rule in json("--list rules -o json").as_array().unwrap() {
        let code = rule["code"].as_str().unwrap();
        assert_eq!(json(&format!("--explain {code} -o json"))["title"], rule["title"]);
    }
}

#[test]
fn every_example_is_valid_and_every_break_breaks() {
    for contract in json("--list -o json").as_array().unwrap() {
        let name = contract["name"].as_str().unwrap();
        let example = out(&format!("--example {name}"));
        assert_eq!(validate(&format!("-s {name}")).stdin(example).status(), Some(0), "{name}");
    }
    for rule in klavi_validate::catalogue::rules() {
        let Some(name) = &rule.bad.contract else { continue };
        let limits = rule.bad.limits();
        let broken = validate(&format!("--example {name} --break {}", rule.code)).run_bytes();
        let call = format!("-o json -s {name} --max-bytes {} --max-depth {}", limits.max_bytes, limits.max_depth);
        let report = validate(&call).stdin(broken).report();
        let document = &report["documents"][0];
        let mut codes = document["findings"].as_array().unwrap().iter().map(|finding| &finding["code"]);
        let found = codes.any(|code| code == rule.code.name()) || document["unchecked"]["reason"] == rule.code.name();
        assert!(found, "{}", rule.code);
    }
    let done = validate("--example auth.request --break proxy-required").run();
    assert_eq!(done.err, "validate: the example of 'proxy-required' is one of 'create-payment.request'\n");
}

#[test]
fn schemas() {
    for contract in klavi_validate::contracts() {
        assert_eq!(out(&format!("--print-schema {}", contract.name)), contract.schema);
    }
    assert_eq!(json("--config-schema")["title"], "validate.toml");
    assert_eq!(json("--print-schema report")["title"], "Report of validate");
}

#[test]
fn completions_and_manual() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        assert!(out(&format!("--completions {shell}")).contains("--files-from"), "{shell}");
    }
    assert!(out("--man").contains(".TH validate 1"));
}

#[test]
fn nobody_named_anything() {
    let done = validate("--no-such").run();
    assert!(done.err.contains("--no-such") && done.out.is_empty());
    assert_eq!(out("-V"), format!("validate {}\n", env!("CARGO_PKG_VERSION")));
    assert!(out("--help").contains("Exit status:"));
}

#[test]
fn help_and_complaints_in_portuguese() {
    for call in [
        validate("--help --lang pt-BR"),
        validate("--lang=pt --help"),
        validate("--help").env("VALIDATE_LANG", "pt-BR"),
        validate("--help").env("LANG", "pt_BR.UTF-8"),
    ] {
        let done = call.run();
        assert_eq!((done.status, &done.err[..]), (Some(0), ""));
        assert!(done.out.contains("Uso: validate [OPÇÕES] [ARQUIVO]...\n\nArgumentos:"), "{}", done.out);
        assert!(done.out.contains("Status de saída:"), "{}", done.out);
    }
    assert!(out("--help --lang en").contains("Usage: validate"));
    let wrong = validate("--strit --lang pt-BR").run();
    assert_eq!((wrong.status, &wrong.out[..]), (Some(2), ""));
    assert_eq!(
        wrong.err,
        "erro: não existe a opção '--strit'; você quis dizer '--strict'?\n\n\
         Uso: validate [OPÇÕES] [ARQUIVO]...\n\nPara saber mais: validate --help\n"
    );
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("validate.toml"), "lang = 'pt-BR'").unwrap();
    assert!(validate("--help").within(folder.path()).run().out.contains("Uso: "));
}
