//! Names and arguments that would command a terminal or forge a line: no output and no complaint has them raw.

use crate::support::{BAD, GOOD, folder, formats, validate};

const HOSTILE: &str = "x\u{1b}[31m\u{7}\u{8}\u{7f}\u{9b}2J\u{202e}\u{2066}\u{2028}\u{200b}\u{feff}";

fn is_clean(text: &str) -> bool {
    text.chars().all(|letter| letter == '\n' || klavi_core::is_printable(letter))
}

#[test]
fn names_of_files_in_every_format() {
    let name = format!("{HOSTILE}.json");
    let folder = folder(&[(&name, BAD), (&format!("{HOSTILE}/{HOSTILE}.yaml"), "a: [")]);
    for format in formats() {
        for files in [".", &name, "none*.json"] {
            for lang in ["en", "pt-BR"] {
                let call = validate(&format!("-v -s auth.request -o {format} --lang {lang}")).arg(files);
                let done = call.within(folder.path()).run();
                assert!(is_clean(&done.out) && is_clean(&done.err), "{format}: {:?}{:?}", done.out, done.err);
                assert!(!done.out.is_empty());
            }
        }
    }
    // Machines get the very name back.
    let report = validate("-o json -s auth.request").arg(&name).within(folder.path()).report();
    assert_eq!(report["documents"][0]["file"], name);
    let done = validate("-o gitlab -s auth.request").arg(&name).within(folder.path()).run();
    let issues: serde_json::Value = serde_json::from_str(&done.out).unwrap();
    assert_eq!(issues[0]["location"]["path"], name);
}

#[test]
fn arguments_and_configurations_in_complaints() {
    let config = "lang = \"76109277673\\u001b[2J\"\n\"\\u202e\" = 1";
    let key = "\"a\\u001b[2J\\u202e\" = 1";
    let folder = folder(&[("a.json", GOOD), ("value.toml", config), ("key.toml", key)]);
    let hostile = |flag: &str| (flag.to_owned(), HOSTILE.to_owned());
    let mut calls: Vec<_> = [
        "-s",
        "--map",
        "-p",
        "--today",
        "-A",
        "-W",
        "-D",
        "-o",
        "--config",
        "--files-from",
        "--explain",
        "--example",
        "--print-schema",
        "--max-bytes",
        "--values",
        "--input",
        "--list",
        "-j",
        "--lang",
        "--completions",
    ]
    .map(hostile)
    .to_vec();
    calls.push((format!("--{HOSTILE}"), "a.json".to_owned()));
    calls.push((format!("--values={HOSTILE}"), "a.json".to_owned()));
    calls.push(("--exclude".to_owned(), format!("{HOSTILE}[")));
    calls.push(("-o".to_owned(), format!("json=none/{HOSTILE}")));
    calls.push(("-q".to_owned(), format!("-v{HOSTILE}")));
    calls.push(("--config".to_owned(), "value.toml".to_owned()));
    calls.push(("--config".to_owned(), "key.toml".to_owned()));
    for (first, second) in &calls {
        for lang in ["en", "pt-BR"] {
            let call = validate("a.json").env("LANG", if lang == "en" { "C" } else { "pt_BR" });
            let done = call.arg(first).arg(second).within(folder.path()).run();
            assert!(matches!(done.status, Some(2 | 3)), "{first:?} {second:?}: {:?}", done.status);
            assert!(is_clean(&done.out) && is_clean(&done.err), "{first:?}: {:?}{:?}", done.out, done.err);
            assert!(!done.err.is_empty() || first == "--files-from", "{first:?}");
            assert!(!done.err.contains("76109277673"), "{}", done.err);
        }
    }
}

#[test]
fn no_glob_is_a_defect() {
    let nested = format!("{}{}", "{a,".repeat(130), "}".repeat(130));
    let config = format!("exclude = ['{}']", "[!é-ü]".repeat(100_000));
    let folder = folder(&[("a.json", GOOD), ("c.toml", &config)]);
    let of = |call: crate::support::Call| {
        let done = call.within(folder.path()).run();
        (done.status, done.err)
    };
    let refused = (Some(2), "validate: a glob is too long or nests too deep\n".to_owned());
    assert_eq!(of(validate("--exclude").arg(&nested).arg("a.json")), refused);
    assert_eq!(of(validate("--map").arg(&format!("{nested}=error")).arg("a.json")), refused);
    assert_eq!(of(validate("-s error").arg(&nested)), refused);
    assert_eq!(of(validate("--config c.toml a.json")), refused);
}
