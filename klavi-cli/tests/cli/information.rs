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
    assert_snapshot!("list-keywords", out("--list keywords"));
    assert_eq!(json("--list rules -o json")[0]["code"], "invalid-json");
    assert_eq!(json("--list schemas -o json").as_array().unwrap().len(), 10);
    assert_eq!(json("--list groups -o json").as_array().unwrap().len(), 9);
    let first = serde_json::json!({"name": "$schema", "meaning": "O draft em que o schema está escrito."});
    assert_eq!(json("--list keywords -o json --lang pt-BR")[0], first);
}

#[test]
fn every_source_has_its_line() {
    for (lang, title) in [("en", "seen with spelling"), ("pt-BR", "visto com grafia")] {
        let text = out(&format!("--list sources --lang {lang}"));
        let facts = json(&format!("--list sources -o json --lang {lang}"));
        for source in facts["sources"].as_array().unwrap() {
            let (label, title) = (source["label"].as_str().unwrap(), source["title"].as_str().unwrap());
            assert!(text.contains(&format!("{label}  {title}")), "{label}");
        }
        assert_eq!(facts["confidence"].as_array().unwrap().len(), 3);
        assert!(text.to_lowercase().contains(title));
    }
    assert!(out("--explain proxy-required").contains("\n  003: Get a payment initiation (2025-06-19)\n"));
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
fn every_example_is_clean_on_its_day() {
    for contract in klavi_validate::contracts() {
        let name = contract.name;
        for day in ["2026-01-01", "2026-11-30", "2028-02-29", "2036-12-31"] {
            let example = out(&format!("--example {name} --today {day}"));
            let done = validate(&format!("--strict -s {name} --lang en --today {day} -")).stdin(example).run();
            assert_eq!(done.status, Some(0), "{name} on {day}: {}", done.out);
        }
        // Without a day both mean the same one, today, unless midnight comes between them.
        let tries = (0..2).map(|_| {
            let example = validate(&format!("--example {name}")).env("VALIDATE_TODAY", "").run().out;
            validate(&format!("--strict -s {name} -")).env("VALIDATE_TODAY", "").stdin(example).status()
        });
        assert!(tries.into_iter().any(|status| status == Some(0)), "{name}");
    }
}

/// The same without the binary, for every day.
#[test]
fn examples_are_clean_on_all_days_of_eleven_years() {
    let days = |text: &str| text.parse::<klavi_pix::CalendarDate>().unwrap().days();
    for contract in klavi_validate::contracts() {
        let mut before = String::new();
        for day in days("2026-01-01")..=days("2036-12-31") {
            let today = klavi_pix::CalendarDate::from_days(day);
            let today = klavi_validate::types::Date::from(today.unwrap());
            let example = klavi_validate::catalogue::example_document(contract.name, &today).unwrap();
            // Without dates it is always the same.
            if example == before {
                break;
            }
            assert_eq!(
                contract.check(example.as_bytes(), &klavi_validate::Options::at(today)).findings,
                [],
                "{} on day {day}",
                contract.name
            );
            before = example;
        }
    }
}

/// The codes of the errors in a document, on a day of its own.
fn errors(name: &str, limits: klavi_core::Limits, document: Vec<u8>) -> Vec<String> {
    let (bytes, depth) = (limits.max_bytes, limits.max_depth);
    let call = format!("-o json -s {name} --max-bytes {bytes} --max-depth {depth} --today 2031-05-06");
    let report = validate(&call).stdin(document).report();
    let document = &report["documents"][0];
    let findings = document["findings"].as_array().unwrap().iter();
    let errors = findings.filter(|finding| finding["severity"] == "error").map(|finding| finding["code"].as_str());
    let unchecked = document["unchecked"]["reason"].as_str();
    let warnings = document["findings"].as_array().unwrap().iter().map(|finding| finding["code"].as_str());
    let mut codes: Vec<_> = errors.chain([unchecked]).flatten().map(str::to_owned).collect();
    if codes.is_empty() {
        codes.extend(warnings.flatten().map(str::to_owned));
    }
    codes.dedup();
    codes
}

#[test]
fn payloads_come_in_any_number_and_are_clean() {
    for name in ["create-payment.request", "consent-links.request", "get-payment.response"] {
        let call = format!("--example {name} --count 30 --seed 7 --today 2031-05-06");
        let payloads = validate(&call).run().out;
        assert_eq!(payloads.lines().count(), 30, "{name}");
        assert_eq!(validate(&call).run().out, payloads, "{name}");
        assert_ne!(validate(&call.replace("seed 7", "seed 8")).run().out, payloads, "{name}");
        let check = format!("--strict --input jsonl -s {name} --today 2031-05-06 -");
        assert_eq!(validate(&check).stdin(payloads).status(), Some(0), "{name}");
    }
    let broken = validate("--example auth.request --break required --count 5 --today 2031-05-06").run().out;
    let report = validate("-o json --input jsonl -s auth.request -").stdin(broken).report();
    let documents = report["documents"].as_array().unwrap();
    assert_eq!(documents.len(), 5);
    for document in documents {
        assert_eq!(document["findings"][0]["code"], "required");
    }
    let done = validate("--example auth.request --break proxy-required --count 2").run();
    assert_eq!(done.err, "validate: the example of 'proxy-required' is one of 'create-payment.request'\n");
    // A seed alone asks for one.
    assert_eq!(validate("--example auth.request --seed 1").run().out.lines().count(), 1);
}

#[test]
fn every_break_has_its_finding_and_no_other_error() {
    for contract in klavi_validate::contracts() {
        let name = contract.name;
        let broken = validate(&format!("--example {name} --break any --today 2031-05-06")).run_bytes();
        assert_eq!(errors(name, klavi_core::Limits::default(), broken).len(), 1, "{name}");
    }
    for rule in klavi_validate::catalogue::rules() {
        let Some(name) = &rule.bad.contract else { continue };
        let limits = rule.bad.limits();
        let call = format!("--example {name} --break {} --today 2031-05-06", rule.code);
        let broken = validate(&call).run_bytes();
        assert_eq!(errors(name, limits, broken), [rule.code.name()]);
    }
    // What no example shows, a case does.
    let broken = validate("--example error.response --break type").run_bytes();
    assert_eq!(errors("error.response", klavi_core::Limits::default(), broken), ["type"]);
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
}

/// What bash offers for the last of these words.
#[cfg(unix)]
fn offered(words: &[&str]) -> Option<Vec<String>> {
    let script = format!(
        "{}\nCOMP_WORDS=({words}); COMP_CWORD={last}; _validate validate \"{now}\" \"{before}\"; printf '%s\\n' \"${{COMPREPLY[@]}}\"",
        out("--completions bash"),
        words = words.join(" "),
        last = words.len() - 1,
        now = words[words.len() - 1],
        before = words[words.len() - 2],
    );
    let done = std::process::Command::new("bash").args(["-c", &script]).output().ok()?;
    Some(String::from_utf8(done.stdout).unwrap().lines().map(str::to_owned).collect())
}

#[test]
#[cfg(unix)]
fn completions_know_the_names() {
    for (words, expected) in [
        (["validate", "-s", "create-payment.req"], "create-payment.request"),
        (["validate", "--example", "err"], "error.response"),
        (["validate", "--explain", "proxy-f"], "proxy-forbidden"),
        (["validate", "-A", "semant"], "semantic"),
        (["validate", "-D", "warni"], "warnings"),
        (["validate", "-o", "sa"], "sarif"),
        (["validate", "--print-schema", "open"], "openapi"),
        (["validate", "--break", "proxy-forb"], "proxy-forbidden"),
    ] {
        let Some(offered) = offered(&words) else { return crate::support::not_run("there is no bash") };
        assert_eq!(offered, [expected], "{words:?}");
    }
}

#[test]
fn manual_pages() {
    let (en, pt) = (out("--man"), out("--man --lang pt-BR"));
    let titles = |page: &str| -> Vec<String> {
        page.lines()
            .filter_map(|line| line.strip_prefix(".SH "))
            .map(|title| title.trim_matches('"').to_owned())
            .collect()
    };
    assert!(en.contains(".TH validate 1"), "{en}");
    let starts = ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS"];
    let ends = ["EXIT STATUS", "EXAMPLES", "ENVIRONMENT"];
    assert!(
        titles(&en).starts_with(&starts.map(str::to_owned)) && titles(&en).ends_with(&ends.map(str::to_owned)),
        "{:?}",
        titles(&en)
    );
    assert!(en.contains("\\fBvalidate\\fR [\\fIOPTIONS\\fR] [\\fIFILE\\fR]..."), "{en}");
    assert!(en.contains(".TP\n\\fB130\\fR\ninterrupted\n.PP\n"), "{en}");
    for title in ["NOME", "SINOPSE", "STATUS DE SAÍDA", "EXEMPLOS"] {
        assert!(titles(&pt).iter().any(|known| known == title), "{title} in {:?}", titles(&pt));
    }
    assert!(!titles(&pt).iter().any(|title| starts.contains(&&title[..])), "{:?}", titles(&pt));
}

#[test]
fn nobody_named_anything() {
    let done = validate("--no-such").run();
    assert!(done.err.contains("--no-such") && done.out.is_empty());
    assert_eq!(out("-V"), format!("validate {}\n", env!("CARGO_PKG_VERSION")));
    for help in ["-h", "--help"] {
        assert!(out(help).contains("Exit status:"), "{help}");
    }
    assert!(out("--help").contains("Examples:\n  validate orders/") && !out("-h").contains("Examples:"));
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
        "validate: não existe a opção '--strit'; você quis dizer '--strict'?\n\
         validate: para saber mais: validate --help\n"
    );
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("validate.toml"), "lang = 'pt-BR'").unwrap();
    assert!(validate("--help").within(folder.path()).run().out.contains("Uso: "));
}
