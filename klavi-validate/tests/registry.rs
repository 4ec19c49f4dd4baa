//! The catalogue of codes and the mistakes that people make: every example shows what it says it shows.

mod common;

use common::lines;
use klavi_core::program::Program;
use klavi_core::{Code, Tree};
use klavi_validate::catalogue::{Example, rules};
use klavi_validate::{Finding, Lang, Report, contract};
use std::fmt::Write as _;

/// What an example of the registry gives.
fn report(example: &Example) -> Report {
    let program: &'static Program = match (&example.contract, example.schema()) {
        (Some(name), _) => contract(name).unwrap().program,
        (None, schema) => {
            let file = klavi_codegen::SchemaFile::new("example", schema.unwrap()).unwrap();
            klavi_codegen::program(&file, "", "example").unwrap()
        }
    };
    let options = common::options().with_limits(example.limits());
    Report::new(program, &example.document(), &options)
}

#[test]
fn every_code_has_an_example_with_it_alone_and_one_without() {
    let codes: Vec<Code> = rules().iter().map(|rule| rule.code).collect();
    assert_eq!(codes, Code::ALL, "one rule for each code, in their order");
    // What calls show is judged where calls are: klavi-http/tests/examples.rs.
    for rule in rules().iter().filter(|rule| !rule.code.group().is_of_calls()) {
        let (bad, good) = (report(&rule.bad), report(&rule.good));
        let codes: Vec<Code> = bad.findings.iter().map(|finding| finding.code).collect();
        assert_eq!(codes, [rule.code], "{}: {bad}", rule.code);
        assert_eq!(lines(&good), [""; 0], "{}", rule.code);
    }
}

/// One mistake of `mistakes.json`, made and found.
struct Mistake {
    number: String,
    title: [String; 2],
    contract: String,
    document: String,
    report: Report,
    /// The finding that mends it.
    finding: Finding,
    help: [String; 2],
}

const LANGS: [(&str, Lang); 2] = [("en", Lang::En), ("pt-BR", Lang::PtBr)];

/// `<code> <pointer>`
fn named(tree: &Tree) -> String {
    let text = |name: &str| tree.get(name).unwrap().as_str().unwrap();
    format!("{} {}", text("code"), text("pointer"))
}

fn named_finding(finding: &Finding) -> String {
    format!("{} {}", finding.code, finding.pointer)
}

fn mistakes() -> Vec<Mistake> {
    let file = Tree::parse(klavi_schema::MISTAKES.text.as_bytes()).unwrap();
    file.get("mistakes").unwrap().items().iter().map(mistake).collect()
}

fn mistake(tree: &Tree) -> Mistake {
    let texts =
        |name: &str| LANGS.map(|(lang, _)| tree.get(name).unwrap().get(lang).unwrap().as_str().unwrap().to_owned());
    let name = tree.get("contract").unwrap().as_str().unwrap();
    let mut document = Tree::parse(&common::cases(name)[0].document).unwrap();
    for pointer in tree.get("remove").map_or(&[][..], Tree::items) {
        assert!(document.remove(pointer.as_str().unwrap()));
    }
    for member in tree.get("set").map_or(&[][..], Tree::members) {
        assert!(document.set(&member.name, member.value.clone()));
    }
    let document = document.to_string();
    let report = contract(name).unwrap().check(document.as_bytes(), &common::options());
    let wanted = named(tree.get("finding").unwrap());
    let number = tree.get("number").unwrap().as_number().unwrap().to_owned();
    let mut expected: Vec<String> = tree.get("also").map_or(&[][..], Tree::items).iter().map(named).collect();
    expected.push(wanted.clone());
    expected.sort();
    let mut found: Vec<String> = report.findings.iter().map(named_finding).collect();
    found.sort();
    assert_eq!(found, expected, "mistake {number}: {report}");
    let finding = report.findings.iter().find(|finding| named_finding(finding) == wanted).unwrap().clone();
    Mistake { number, title: texts("title"), contract: name.to_owned(), document, report, finding, help: texts("help") }
}

#[test]
fn the_mistakes_that_people_make() {
    let mistakes = mistakes();
    assert_eq!(mistakes.len(), 25);
    let mut table = String::new();
    for mistake in &mistakes {
        let Mistake { number, title, contract, document, finding, .. } = mistake;
        let [start, end] = [finding.span.start, finding.span.end].map(|at| usize::try_from(at.offset).unwrap());
        let _ = writeln!(table, "{number}. {} / {}", title[0], title[1]);
        let (severity, code, pointer) = (finding.severity.name(), finding.code, &finding.pointer);
        let _ = writeln!(
            table,
            "   {severity}[{code}] {pointer} in {contract}, bytes {start} to {end}: {}",
            &document[start..end]
        );
        for (lang, language) in LANGS {
            let help = finding.help(language).unwrap_or_default();
            let _ = writeln!(table, "   {lang}: {}\n   {lang} help: {help}", finding.message(language));
        }
    }
    insta::assert_snapshot!(table);
}

#[test]
fn every_mistake_has_the_help_that_mends_it() {
    for mistake in mistakes() {
        for ((lang, language), help) in LANGS.into_iter().zip(&mistake.help) {
            let shown = mistake.finding.help(language);
            assert_eq!(shown.as_ref(), Some(help), "mistake {} in {lang}: {}", mistake.number, mistake.report);
        }
    }
}
