//! The closed lists of the metaschema are those of the runtime.

use klavi_codegen::{Catalogue, SchemaFile, program};
use klavi_core::Tree;
use klavi_core::program::Types;
use klavi_pix::vocabulary::VOCABULARY;

/// The `enum` at a pointer of the metaschema.
fn list(pointer: &str) -> Vec<String> {
    let dialect = Tree::parse(klavi_schema::DIALECT.text.as_bytes()).unwrap();
    let entries = dialect.pointer(pointer).unwrap().get("enum").unwrap().items().to_vec();
    entries.iter().map(|entry| entry.as_str().unwrap().to_owned()).collect()
}

#[test]
fn relations_are_codes() {
    for kind in VOCABULARY.relations {
        assert_eq!(kind.name, kind.code.name());
    }
}

#[test]
fn rules_of_time_and_plain_classes_are_those_of_the_vocabulary() {
    let rules: Vec<_> = VOCABULARY.time_rules.iter().map(|rule| rule.name).collect();
    assert_eq!(list("/properties/x-rules-of-time"), rules);
    let classes = list("/properties/x-class");
    assert_eq!(classes[classes.len() - 2..], VOCABULARY.plain_forms.iter().map(|form| form.name).collect::<Vec<_>>());
}

#[test]
fn types_are_the_types() {
    let mut listed = list("/$defs/type");
    let mut known: Vec<_> = Types::ALL.names().collect();
    listed.sort_unstable();
    known.sort_unstable();
    assert_eq!(listed, known);
}

/// The entries of a list of the catalogue: name and sentence in a language.
fn sentences(list: &str, lang: &str) -> Vec<(String, String)> {
    let catalogue = Catalogue::read().unwrap();
    let lang = catalogue.languages().iter().position(|name| *name == lang).unwrap();
    let sentences = catalogue.sentences(list).into_iter();
    sentences.map(|(name, sentence)| (name, sentence[lang].message.clone())).collect()
}

#[test]
fn every_keyword_is_explained_and_no_other() {
    let dialect = Tree::parse(klavi_schema::DIALECT.text.as_bytes()).unwrap();
    let members = dialect.get("properties").unwrap().members();
    let explained = sentences("keywords", "en");
    let names = |of: &[(String, String)]| of.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&explained), members.iter().map(|member| member.name.clone()).collect::<Vec<_>>());
    assert_eq!(names(&explained), names(&sentences("keywords", "pt-BR")));
    for (member, (name, sentence)) in members.iter().zip(&explained) {
        let described = member.value.get("description").and_then(Tree::as_str);
        assert!(described.is_none_or(|described| described == sentence), "{name}: {sentence}");
    }
}

/// What the dialect leaves out is a mistake in a schema, told with line and column.
#[test]
fn what_is_left_out_is_refused() {
    let schemas = [
        ("$dynamicRef, $dynamicAnchor", r##"{"$dynamicRef": "#a"}"##),
        ("$dynamicRef, $dynamicAnchor", r#"{"$dynamicAnchor": "a"}"#),
        ("$vocabulary", r#"{"$vocabulary": {}}"#),
        ("…/$id", r#"{"items": {"$id": "urn:a"}}"#),
        ("$ref: https://…", r#"{"$ref": "https://example.com/a.json"}"#),
        ("$ref: ../…", r#"{"$ref": "../other.json"}"#),
        ("definitions, dependencies, $recursiveRef", r#"{"definitions": {}}"#),
        ("definitions, dependencies, $recursiveRef", r#"{"dependencies": {}}"#),
        ("definitions, dependencies, $recursiveRef", r##"{"$recursiveRef": "#"}"##),
        ("nullable, discriminator", r#"{"nullable": true}"#),
        ("nullable, discriminator", r#"{"discriminator": {}}"#),
    ];
    for (name, schema) in schemas {
        let lowered = SchemaFile::new("mine.json", schema).and_then(|file| program(&file, "", "mine").map(drop));
        assert!(lowered.is_err(), "{name}: {schema}");
    }
    let left_out: Vec<String> = sentences("left-out", "en").into_iter().map(|(name, _)| name).collect();
    let tried = schemas.map(|(name, _)| name);
    assert!(left_out.iter().all(|name| tried.contains(&name.as_str())), "{left_out:?}");
}

/// The page of the dialect: its tables are made from the catalogue.
#[test]
fn the_pages_of_the_dialect_are_level_with_it() {
    for (page, lang) in [("docs/dialect.md", "en"), ("docs/dialeto.pt-BR.md", "pt-BR")] {
        let path = format!("{}/../{page}", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(&path).unwrap();
        let made = ["keywords", "left-out"].into_iter().fold(text.clone(), |text, list| with_table(&text, list, lang));
        if std::env::var_os("KLAVI_GENERATE").is_some() {
            std::fs::write(&path, &made).unwrap();
        } else {
            assert!(text == made, "{page} is stale: run `sh scripts/generate`");
        }
    }
}

/// The page with the table of a list between its two marks.
fn with_table(page: &str, list: &str, lang: &str) -> String {
    let (begin, end) = (format!("<!-- {list} -->\n"), format!("<!-- end of {list} -->"));
    let (before, rest) = page.split_once(&begin).unwrap();
    let (_, after) = rest.split_once(&end).unwrap();
    let code = |name: &str| if list == "keywords" { format!("`{name}`") } else { name.to_owned() };
    let row = |(name, sentence): (String, String)| format!("| {} | {} |\n", code(&name), sentence.replace('|', "\\|"));
    let rows: String = sentences(list, lang).into_iter().map(row).collect();
    format!("{before}{begin}| | |\n|---|---|\n{rows}{end}{after}")
}
