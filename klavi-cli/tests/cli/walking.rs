//! Folders that hold other files too: what fits no contract is passed over, and nothing of ours is.

use crate::support::{BAD, GOOD, documents, folder, validate};

/// What a repository of a payment service holds beside its payments.
pub const FOREIGN: [(&str, &str); 17] = [
    (
        "package.json",
        r#"{"name": "shop", "version": "1.0.0", "scripts": {"test": "jest"}, "dependencies": {"x": "^1"}}"#,
    ),
    ("package-lock.json", r#"{"name": "shop", "lockfileVersion": 3, "packages": {"": {"name": "shop"}}}"#),
    ("tsconfig.json", "{\n  // with comments\n  \"compilerOptions\": {\"strict\": true,},\n}\n"),
    ("docker-compose.yml", "services:\n  db:\n    image: postgres\n    ports: [\"5432:5432\"]\n"),
    ("openapi.yaml", "openapi: 3.1.0\ninfo: {title: Shop, version: '1'}\npaths: {}\n"),
    ("deploy/all.yaml", "kind: Service\nmetadata: {name: a}\n---\nkind: Deployment\nspec: {replicas: 2}\n"),
    ("chart/templates/a.yaml", "{{- if .Values.a }}\nkind: {{ .Values.kind }}\n{{- end }}\n"),
    ("chart/values.yaml", "# nothing yet\n"),
    ("empty.json", ""),
    ("empty.jsonl", "\n"),
    ("locale/pt.json", r#"{"pay": "Pagar", "cancel": "Cancelar"}"#),
    ("fixtures/users.json", r#"[{"id": 1, "email": "a@example.com"}, {"id": 2, "email": "b@example.com"}]"#),
    ("fixtures/list.json", "[1, 2, 3]"),
    ("log.ndjson", "{\"level\": \"info\", \"msg\": \"a\"}\n{\"level\": \"warn\", \"msg\": \"b\"}\nnot json\n"),
    ("marked.json", "\u{feff}{\"name\": \"x\"}"),
    ("trace.har", r#"{"log": {"entries": [{"request": {"method": "GET", "url": "https://example.com/"}}]}}"#),
    ("tags.yml", "!include other.yml\n"),
];

#[test]
fn what_fits_no_contract_is_skipped_and_counted() {
    let with = |files: &[(&str, &str)]| folder(&[&FOREIGN[..], files].concat());
    let good = with(&[("orders/1.json", GOOD)]);
    let done = validate("--lang en .").within(good.path()).run();
    assert_eq!((done.status, &done.err[..]), (Some(0), ""));
    assert_eq!(done.out, "1 document checked, 0 invalid, 0 errors, 0 warnings, 21 skipped\n");
    let all = validate("--lang en -v .").within(good.path()).run().out;
    for (name, _) in FOREIGN {
        assert!(all.contains(&format!("{name}:")), "{name} in {all}");
    }
    assert_eq!(all.matches(": skipped: fits no contract\n").count(), 20, "{all}");
    assert!(all.contains("orders/1.json:1: valid: auth.request"), "{all}");
    let summary = &validate("-o json .").within(good.path()).report()["summary"];
    assert_eq!((&summary["documents"], &summary["skipped"]), (&1.into(), &21.into()));
    // What is ours is not passed over, whatever is wrong with it.
    let marked = format!("\u{feff}{GOOD}");
    let ours = with(&[
        ("cut.json", r#"{"accessKey": "a", "secretKey": "b"#),
        ("marked-auth.json", &marked),
        ("auth.request/nothing.json", ""),
        ("auth.request/odd.json", r#"{"foo": 1}"#),
        ("orders.yaml", "accessKey: a\n"),
        ("orders.jsonl", &format!("{{}}\n{BAD}\n")),
    ]);
    let report = validate("-o json .").within(ours.path()).report();
    assert_eq!(
        documents(&report),
        [
            "auth.request/nothing.json#0:1 empty",
            "auth.request/odd.json#0:1 required",
            "cut.json#0:1 invalid-json",
            "marked-auth.json#0:1 byte-order-mark",
            "orders.jsonl#1:2 required",
            "orders.yaml#0:1 required",
        ]
    );
}

#[test]
fn what_somebody_names_is_meant() {
    let files = folder(&[&FOREIGN[..], &[("a.json", GOOD), ("list", "package.json\n")]].concat());
    let status = |arguments: &str| validate(arguments).within(files.path()).status();
    for arguments in ["package.json", "*.json", "--files-from list", ". package.json"] {
        assert_eq!(status(arguments), Some(3), "{arguments}");
    }
    // A contract that is named is meant for every file.
    let report = validate("-o json -s auth.request --exclude *.har .").within(files.path()).report();
    assert_eq!((&report["summary"]["skipped"], &report["summary"]["valid"]), (&serde_json::Value::Null, &1.into()));
    assert_eq!(status("--detect name --map a.json=auth.request ."), Some(0));
    assert_eq!(status("-p /data ."), Some(4));
}

#[test]
fn a_folder_in_which_nothing_fits_is_4() {
    let files = folder(&[&FOREIGN[..], &[("orders/a.json", GOOD)]].concat());
    let call = |arguments: &str| validate(arguments).within(files.path());
    for (arguments, status) in [
        (".", Some(0)),
        ("--detect off .", Some(4)),
        ("fixtures", Some(4)),
        ("orders fixtures", Some(4)),
        ("fixtures orders chart -j 8", Some(4)),
        ("--allow-empty fixtures", Some(0)),
    ] {
        assert_eq!(call(arguments).status(), status, "{arguments}");
    }
    let report = call("-o json orders fixtures locale").report();
    assert_eq!(documents(&report), ["orders/a.json#0:1 -", "fixtures#0:1 empty", "locale#0:1 empty"]);
    assert_eq!(
        call("-o compact --lang en fixtures").run().out,
        "fixtures:1:1: unchecked[empty]: no document in the folder fits a contract; name it with --schema or --map\n\
         0 documents checked, 0 invalid, 0 errors, 0 warnings, 1 unchecked, 2 skipped\n"
    );
}

#[test]
fn a_large_folder_is_told_alike_by_any_number_of_workers() {
    let names: Vec<_> =
        (0..200).map(|number| (format!("{number}.json"), if number % 3 == 0 { BAD } else { "[]" })).collect();
    let files: Vec<_> = names.iter().map(|(name, text)| (&name[..], *text)).collect();
    let files = folder(&files);
    let out = |jobs: u32| validate(&format!("-v -o json . -j {jobs}")).within(files.path()).run();
    let (one, many) = (out(1), out(16));
    assert_eq!((one.status, &one.out), (many.status, &many.out));
    assert_eq!(one.status, Some(1));
}
