//! Schemas of one's own: the same findings and outputs, and mistakes told with their place.

use crate::support::{folder, formats, validate};

const ORDER: &str = "{\n  \"type\": \"object\",\n  \"required\": [\"id\"],\n  \"properties\": {\n    \
                     \"id\": {\"type\": \"string\", \"pattern\": \"^[0-9]{4}$\"},\n    \
                     \"total\": {\"type\": \"number\", \"minimum\": 0}\n  }\n}\n";

#[test]
fn a_schema_file_is_a_contract_like_any_other() {
    let files = folder(&[
        ("order.schema.json", ORDER),
        ("sub/plain", ORDER),
        ("in/good.json", r#"{"id": "0001", "total": 1.5}"#),
        ("in/bad.json", r#"{"total": -1}"#),
        ("in/lines.jsonl", "{\"id\": \"1\"}\n{\"id\": \"0002\"}\n"),
        ("validate.toml", "[map]\n'in/good.json' = 'order.schema.json'\n"),
    ]);
    let call = |arguments: &str| validate(arguments).within(files.path());
    for schema in
        ["./order.schema.json", "order.schema.json", "sub/plain", files.path().join("sub/plain").to_str().unwrap()]
    {
        assert_eq!(call("in/good.json -s").arg(schema).status(), Some(0), "{schema}");
        let report = call("-o json in/bad.json in/lines.jsonl -s").arg(schema).report();
        let [bad, first, second] = &report["documents"].as_array().unwrap()[..] else { panic!("{report}") };
        assert_eq!((&bad["schema"], &bad["chosenBy"]), (&schema.into(), &"flag".into()));
        let mut codes: Vec<_> = bad["findings"].as_array().unwrap().iter().map(|finding| &finding["code"]).collect();
        codes.sort_by_key(|code| code.as_str());
        assert_eq!(codes, ["minimum", "required"]);
        let location = bad["findings"][0]["schemaLocation"].as_str().unwrap();
        assert!(location.starts_with(&format!("{schema}#/")), "{location}");
        assert_eq!((&first["findings"][0]["code"], &second["valid"]), (&"pattern".into(), &true.into()));
    }
    // A map names one too, from the folder of its file.
    assert_eq!(call("--detect off in/good.json").status(), Some(0));
    assert_eq!(call("--detect off ../in/good.json").within(&files.path().join("sub")).status(), Some(0));
    assert_eq!(call("--detect off --map *.json=sub/plain in/bad.json").status(), Some(1));
    for format in formats() {
        let done = call(&format!("-o {format} -s order.schema.json in")).run();
        assert_eq!((done.status, &done.err[..]), (Some(1), ""), "{format}");
        assert!(done.out.contains("minimum"), "{format}: {}", done.out);
    }
}

#[test]
fn a_schema_may_refer_to_files_beside_it() {
    let files = folder(&[
        ("s/order.json", r#"{"type": "object", "properties": {"zip": {"$ref": "parts/zip.json#/$defs/zip"}}}"#),
        ("s/parts/zip.json", r#"{"$defs": {"zip": {"type": "string", "maxLength": 8}}}"#),
        ("s/out.json", r#"{"$ref": "../secret.json"}"#),
        ("secret.json", "{}"),
        ("a.json", r#"{"zip": "01310-100"}"#),
    ]);
    let report = validate("-o json a.json -s s/order.json").within(files.path()).report();
    let location = &report["documents"][0]["findings"][0]["schemaLocation"];
    assert_eq!(location, "parts/zip.json#/$defs/zip/maxLength");
    let done = validate("a.json -s s/out.json").within(files.path()).run();
    assert_eq!(done.status, Some(2));
    assert!(
        done.err.starts_with("validate: s/out.json:1:10: cannot read the file that `$ref` to `../secret.json` names")
    );
}

#[test]
fn links_and_pipes_beside_a_schema_are_not_followed() {
    let files = folder(&[
        ("s/order.json", r#"{"properties": {"zip": {"$ref": "other.json"}}}"#),
        ("outside.json", "{}"),
        ("a.json", "{}"),
    ]);
    let other = files.path().join("s/other.json");
    let told = || {
        let done = validate("a.json -s s/order.json").within(files.path()).run();
        let start = "validate: s/order.json:1:33: cannot read the file that `$ref` to `other.json` names: ";
        (done.status, done.err.strip_prefix(start).unwrap_or(&done.err).to_owned())
    };
    let at = "(at `/properties/zip/$ref`)\n";
    std::os::unix::fs::symlink("../outside.json", &other).unwrap();
    assert_eq!(told(), (Some(2), format!("it leads out of the folder of the schema {at}")));
    std::fs::remove_file(&other).unwrap();
    crate::support::mkfifo(&other);
    assert_eq!(told(), (Some(2), format!("it is no regular file {at}")));
    std::fs::remove_file(&other).unwrap();
    std::fs::write(files.path().join("s/inside.json"), "true").unwrap();
    std::os::unix::fs::symlink("inside.json", &other).unwrap();
    assert_eq!(told().0, Some(0));
}

#[test]
fn mistakes_in_a_schema_are_wrong_usage_with_their_place() {
    let files = folder(&[
        ("typo.json", "{\n  \"maxLenght\": 3,\n  \"type\": \"text\"\n}"),
        ("broken.json", "{\"type\": "),
        ("a.json", "{}"),
    ]);
    let call = |schema: &str| validate("a.json -s").arg(schema).within(files.path()).run();
    let done = call("typo.json");
    assert_eq!((done.status, &done.out[..]), (Some(2), ""));
    let lines: Vec<_> = done.err.lines().collect();
    assert_eq!(
        lines[0],
        "validate: typo.json:2:3: `maxLenght` is not a keyword of the dialect (at `/maxLenght`); did you mean `maxLength`?"
    );
    assert!(lines[1].starts_with("validate: typo.json:3:11: "), "{}", done.err);
    let done = call("broken.json");
    assert_eq!(done.status, Some(2));
    assert!(done.err.starts_with("validate: broken.json:1:10: not JSON"), "{}", done.err);
    let done = call("none.json");
    assert_eq!(done.status, Some(2));
    assert!(done.err.starts_with("validate: cannot read none.json: "), "{}", done.err);
    // What looks like no file is a name with a mistake.
    assert_eq!(call("auth.requst").err, "validate: there is no schema 'auth.requst'; did you mean 'auth.request'?\n");
}
