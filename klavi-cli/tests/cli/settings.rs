//! Flags, environment and configuration, and which of them wins.

use crate::support::{BAD, GOOD, documents, folder, validate};

#[test]
fn the_contract_is_chosen_by_flag_map_name_and_shape() {
    let folder =
        folder(&[("auth.request.json", GOOD), ("x.json", GOOD), ("twins.json", r#"{"id": "1", "status": "s"}"#)]);
    let of = |arguments: &str| {
        let document = &validate(&format!("-o json {arguments}")).within(folder.path()).report()["documents"][0];
        format!("{} {}", document["schema"].as_str().unwrap_or("-"), document["chosenBy"].as_str().unwrap_or("-"))
    };
    assert_eq!(of("-s auth.resp auth.request.json"), "auth.response flag");
    assert_eq!(of("--map auth.*=error auth.request.json"), "error.response map");
    assert_eq!(of("auth.request.json"), "auth.request name");
    assert_eq!(of("--detect shape auth.request.json"), "auth.request shape");
    assert_eq!(of("x.json"), "auth.request shape");
    assert_eq!(of("twins.json"), "- -");
    let message =
        &validate("-o json twins.json").within(folder.path()).report()["documents"][0]["unchecked"]["message"];
    assert_eq!(
        message,
        "create-payment.response, get-payment-status.response fit equally well; name the schema with --schema"
    );
}

#[test]
fn levels_of_one_contract_and_one_place() {
    let order = |rules: &str, file: Option<&str>| {
        let folder =
            folder(&[("auth.json", r#"{"accessKey": "", "extra": 1}"#), ("validate.toml", file.unwrap_or(""))]);
        let report = validate(&format!("-o json -s auth.request {rules} auth.json")).within(folder.path()).report();
        let findings = report["documents"][0]["findings"].as_array().unwrap();
        let of = |code: &str| {
            let found = findings.iter().find(|finding| finding["code"] == code);
            found.map_or("-", |finding| finding["severity"].as_str().unwrap()).to_owned()
        };
        [of("required"), of("unknown-field")]
    };
    assert_eq!(order("", None), ["error", "warning"]);
    assert_eq!(order("-W required@auth.request#/secretKey", None), ["warning", "warning"]);
    assert_eq!(order("-W required#/accessKey -A unknown@auth.response", None), ["error", "warning"]);
    assert_eq!(order("-A warnings#/* -D required#/secretKey", None), ["error", "-"]);
    assert_eq!(order("-A structure@auth.request -D required", None), ["error", "warning"]);
    assert_eq!(order("--strict -W unknown-field#/extra", None), ["error", "warning"]);
    assert_eq!(order("-W unknown-field#/extra --strict", None), ["error", "error"]);
    let file = "[rules]\nrequired = 'deny'\n'required@auth.request#/secretKey' = 'allow'\nstructure = 'warn'\n";
    assert_eq!(order("", Some(file)), ["-", "warning"]);
    assert_eq!(order("-D required", Some(file)), ["error", "warning"]);
    for (rule, complaint) in [
        ("required@auth.reqest", "there is no schema 'auth.reqest'; did you mean 'auth.request'?"),
        ("required#secretKey", "'required#secretKey': # must be followed by a JSON Pointer, which starts with '/'"),
        ("required#/a~2", "'required#/a~2': # must be followed by a JSON Pointer, which starts with '/'"),
        ("requird#/a", "there is no code or group 'requird'; did you mean 'required'?"),
    ] {
        let done = validate(&format!("-A {rule} auth.json")).run();
        assert_eq!((done.status, &*done.err), (Some(2), &*format!("validate: {complaint}\n")), "{rule}");
    }
}

#[test]
fn levels_in_their_order() {
    let count = |arguments: &str| {
        let summary = &validate(&format!("-o json {arguments} order.json")).report()["summary"];
        (summary["errors"].as_u64().unwrap(), summary["warnings"].as_u64().unwrap())
    };
    let (errors, warnings) = count("");
    assert!(errors > 0 && warnings > 0);
    assert_eq!(count("--strict"), (errors + warnings, 0));
    assert_eq!(count("-D warnings"), (errors + warnings, 0));
    assert_eq!(count("-A warnings"), (errors, 0));
    assert_eq!(count("-D unknown-field -A unknown"), (errors, warnings - 2));
    assert_eq!(count("-A unknown -D unknown-field"), (errors + 2, warnings - 2));
    assert_eq!(count("-W structure -W conditional"), (1, warnings + errors - 1));
}

#[test]
fn the_language_comes_from_flag_environment_and_locale() {
    let is_portuguese = |call: crate::support::Call| call.run().out.contains("erro[");
    assert!(!is_portuguese(validate("order.json")));
    assert!(is_portuguese(validate("order.json").env("LANG", "pt_BR.UTF-8")));
    assert!(is_portuguese(validate("order.json").env("LC_MESSAGES", "pt_BR").env("LANG", "C")));
    assert!(!is_portuguese(validate("order.json").env("LC_ALL", "C").env("LANG", "pt_BR.UTF-8")));
    assert!(!is_portuguese(validate("--lang en order.json").env("LANG", "pt_BR.UTF-8")));
    assert!(is_portuguese(validate("order.json").env("VALIDATE_LANG", "pt-BR")));
    assert!(!is_portuguese(validate("--lang en order.json").env("VALIDATE_LANG", "pt-BR")));
}

#[test]
fn the_configuration_is_found_upwards() {
    let config = "include = ['in']\nexclude = ['skip*']\nlang = 'pt-BR'\n[map]\n'in/*.json' = 'auth.request'\n\
                  [rules]\nrequired = 'warn'\n[output]\nformats = ['compact']\n";
    let folder =
        folder(&[("validate.toml", config), ("in/a.json", BAD), ("in/skip.json", "x"), ("deep/er/readme", "")]);
    let here = validate("").within(folder.path()).run();
    assert_eq!(here.status, Some(0), "{}{}", here.out, here.err);
    assert!(here.out.starts_with("in/a.json:1:1: aviso[required]: "), "{}", here.out);
    let below = validate("").within(&folder.path().join("deep/er")).run();
    assert!(below.out.starts_with("../../in/a.json:1:1: aviso[required]: "), "{}{}", below.out, below.err);
    let flagged = validate("-D required --lang en").within(folder.path()).run();
    assert_eq!(flagged.status, Some(1));
    assert!(flagged.out.starts_with("in/a.json:1:1: error[required]: "), "{}", flagged.out);
    assert_eq!(validate("--no-config").within(folder.path()).status(), Some(4));
    let other = validate("--config ../other.toml in/a.json").within(folder.path()).run();
    assert_eq!((other.status, other.err.as_str()), (Some(2), "validate: there is no configuration ../other.toml\n"));
}

#[test]
fn the_environment_stands_between() {
    let of = |call: crate::support::Call| documents(&call.report());
    let schema = "VALIDATE_SCHEMA";
    assert_eq!(of(validate("-").env("VALIDATE_OUTPUT", "json").env(schema, "auth.req").stdin(BAD)), ["-#0:1 required"]);
    assert_eq!(of(validate("-o json -s error -").env(schema, "auth.req").stdin("{}")), ["-#0:1 -"]);
}

#[test]
fn a_variable_that_is_set_to_nothing_is_not_set() {
    let names = ["SCHEMA", "DETECT", "POINTER", "INPUT", "MAX_BYTES", "MAX_DEPTH", "TODAY", "MAX_ERRORS", "OUTPUT"];
    let names = names.into_iter().chain(["VALUES", "LANG", "COLOR", "PROGRESS", "JOBS", "CONFIG"]);
    let empty = names.fold(validate("-"), |call, name| call.env(&format!("VALIDATE_{name}"), ""));
    let done = empty.stdin(GOOD).run();
    assert_eq!((done.status, done.out.as_str()), (Some(0), "1 document checked, 0 invalid, 0 errors, 0 warnings\n"));
}

#[test]
fn globs_name_the_same_files_however_these_are_typed() {
    let config = "exclude = ['in/drafts/']\n[map]\n'in/*.json' = 'error'\n[output]\nformats = ['json']\n";
    let folder = folder(&[("validate.toml", config), ("in/a.json", GOOD), ("in/drafts/b.json", BAD), ("x/y", "")]);
    let whole = folder.path().join("in/a.json").display().to_string();
    for (within, arguments) in [
        ("", "in/a.json"),
        ("", "./in/a.json"),
        ("", "x/../in/a.json"),
        ("", &*whole),
        ("", "in"),
        ("", "./in"),
        ("", "."),
        ("in", "a.json"),
        ("in", "."),
        ("x", "../in"),
        ("", "--config ./validate.toml in"),
        ("", "--config x/../validate.toml ./in"),
        ("x", "--no-config --map ../in/*.json=error --exclude drafts/* -o json ../in"),
        ("", "--no-config --map ./in/*.json=error --exclude drafts/* -o json ./in"),
    ] {
        let report = validate(arguments).within(&folder.path().join(within)).report();
        let documents = report["documents"].as_array().unwrap();
        let chosen: Vec<_> = documents.iter().map(|document| &document["chosenBy"]).collect();
        assert_eq!(chosen, ["map"], "{within}: {arguments}");
    }
}

#[test]
fn cut_findings_are_counted() {
    let report = validate("-o json --max-errors 1 order.json").report();
    let whole = validate("-o json order.json").report();
    assert_eq!(report["summary"], whole["summary"]);
    let (kept, all) = (&report["documents"][0], &whole["documents"][0]["findings"]);
    assert_eq!(kept["findings"].as_array().unwrap().len(), 2);
    assert_eq!(kept["truncated"], all.as_array().unwrap().len() - 2);
    assert!(whole["documents"][0].get("truncated").is_none());
}

#[test]
fn limits_day_and_strictness_stand_in_the_configuration_too() {
    let nested = r#"{"accessKey": "a", "secretKey": "b", "x": [[1]]}"#;
    let folder = folder(&[("a.json", nested), ("b.json", "{}")]);
    let told = |config: &str, arguments: &str| {
        std::fs::write(folder.path().join("validate.toml"), config).unwrap();
        let call = || validate(&format!("-s auth.request -o json {arguments}")).within(folder.path());
        let done = call().run();
        if done.status == Some(2) { vec![done.err] } else { documents(&call().report()) }
    };
    assert_eq!(told("", "a.json"), ["a.json#0:1 unknown-field"]);
    assert_eq!(told("max-depth = 2", "a.json"), ["a.json#0:1 too-deep"]);
    assert_eq!(told("max-depth = 2", "--max-depth 3 a.json"), ["a.json#0:1 unknown-field"]);
    assert_eq!(told("max-bytes = '20B'", "a.json"), ["a.json#0:1 too-large"]);
    assert_eq!(told("max-bytes = '16MiB'", "a.json"), ["a.json#0:1 unknown-field"]);
    // Nobody who merely put a file there decides how much memory a run takes.
    let refused = told("max-bytes = '17MiB'", "a.json");
    assert!(refused[0].starts_with("validate: validate.toml: 'max-bytes' goes beyond"), "{refused:?}");
    assert_eq!(told("max-bytes = '17MiB'", "--config validate.toml a.json"), ["a.json#0:1 unknown-field"]);
    let status = |config: &str, arguments: &str| {
        std::fs::write(folder.path().join("validate.toml"), config).unwrap();
        validate(&format!("-s auth.request {arguments}")).within(folder.path()).status()
    };
    assert_eq!((status("", "a.json"), status("strict = true", "a.json")), (Some(0), Some(1)));
    assert_eq!(status("strict = true\n[rules]\nunknown-field = 'warn'", "a.json"), Some(0));
    assert_eq!(status("strict = true", "-W unknown-field a.json"), Some(0));
    let count = |config: &str| {
        std::fs::write(folder.path().join("validate.toml"), config).unwrap();
        let report = validate("-s auth.request -o json b.json").within(folder.path()).report();
        report["documents"][0]["findings"].as_array().unwrap().len()
    };
    assert_eq!((count(""), count("max-errors = 1"), count("max-errors = 0")), (2, 1, 2));
    let order = crate::support::data().join("order.json");
    let past = |config: &str| {
        std::fs::write(folder.path().join("validate.toml"), config).unwrap();
        let call = validate("-o json").arg(order.to_str().unwrap()).within(folder.path()).env("VALIDATE_TODAY", "");
        call.run().out.contains("date-in-past")
    };
    assert_eq!((past("today = '1999-01-01'"), past("today = '2199-01-01'")), (false, true));
}

#[test]
fn a_file_that_is_named_twice_is_read_once() {
    let folder = folder(&[("in/a.json", GOOD), ("in/b.json", BAD)]);
    let read = |arguments: &str| {
        let report = validate(&format!("-s auth.request -o json {arguments}")).within(folder.path()).report();
        documents(&report)
    };
    let (a, b) = ("in/a.json#0:1 -".to_owned(), "in/b.json#0:1 required".to_owned());
    assert_eq!(read("in in/b.json"), [a.clone(), b.clone()]);
    assert_eq!(read("in/b.json in"), [b.clone(), a.clone()]);
    assert_eq!(read("in/a.json ./in/a.json in/*.json"), [a, b]);
}

#[test]
fn progress_counts_documents_and_says_what_is_left() {
    let lines = format!("{GOOD}\n").repeat(40_000);
    let folder = folder(&[("a.jsonl", &lines)]);
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_validate"));
    child.args(["-s", "auth.request", "--progress", "always", "-j", "1", "slow"]).current_dir(folder.path());
    // A pipe that is filled slowly, so that the run lasts longer than a second.
    let pipe = folder.path().join("slow");
    crate::support::mkfifo(&pipe);
    let writer = std::thread::spawn(move || {
        use std::io::Write as _;
        let mut pipe = std::fs::File::create(pipe).unwrap();
        for _ in 0..3 {
            pipe.write_all(lines.as_bytes()).unwrap();
            std::thread::sleep(std::time::Duration::from_millis(700));
        }
    });
    let done = child.output().unwrap();
    writer.join().unwrap();
    let shown = String::from_utf8(done.stderr).unwrap();
    let line = shown.split('\r').find(|line| line.contains(" documents, ")).unwrap_or_default();
    assert!(line.ends_with(" per second\u{1b}[K"), "{shown:?}");
    assert!(shown.ends_with("\r\u{1b}[K"), "{shown:?}");
    assert_eq!(done.status.code(), Some(0));
}
