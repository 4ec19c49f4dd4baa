//! Every constraint of every schema is needed: without any single one of them some case fails.
//!
//! A constraint is a keyword that asks something of a value, a declared property, a member of a list, a name in
//! `required`, an entry of `allOf`, a branch of `anyOf`. Each is taken away alone, the schema is lowered again, and its
//! cases are run. Only a declared property may be so much part of the rest that the schema no longer lowers without it.
//!
//! This is also the command that reports: `cargo test -p klavi-validate --test constraints -- --nocapture`.

mod common;

use common::{Case, cases, lines, options};
use klavi_core::program::Program;
use klavi_core::{Code, Day, Finding, Severity, Sink, Span, Tree, run};
use klavi_validate::Report;
use klavi_validate::catalogue::rules;
use std::ops::ControlFlow;
use std::thread;

/// Keywords that say something without asking anything, and those that only choose words of a message.
const SILENT: &[&str] = &[
    "$schema",
    "$id",
    "$comment",
    "title",
    "description",
    "examples",
    "default",
    "deprecated",
    "x-direction",
    "x-source",
    "x-confidence",
    "x-pattern-confidence",
    "x-class",
    "x-rust",
    "x-aliases",
    "x-formerly",
    // Their members are taken away one by one.
    "$defs",
    "properties",
];

/// Keywords whose value is a list, each member of which counts.
const LISTS: &[&str] = &["type", "enum", "required", "allOf", "anyOf", "oneOf", "x-known-values", "x-relations"];

/// The pointers of all constraints of a schema.
fn constraints(schema: &Tree, pointer: &str, found: &mut Vec<String>) {
    for keyword in schema.members() {
        let (name, value) = (keyword.name.as_str(), &keyword.value);
        let at = format!("{pointer}/{name}");
        match name {
            "properties" | "$defs" => {
                for member in value.members() {
                    let at = format!("{at}/{}", member.name.replace('~', "~0").replace('/', "~1"));
                    if name == "properties" {
                        found.push(at.clone());
                    }
                    constraints(&member.value, &at, found);
                }
            }
            _ if LISTS.contains(&name) => {
                found.push(at.clone());
                for (index, item) in value.items().iter().enumerate() {
                    let at = format!("{at}/{index}");
                    // Without its only member a list is no longer in the dialect; then the keyword itself is enough.
                    if value.items().len() > 1 {
                        found.push(at.clone());
                    }
                    if name != "x-relations" {
                        constraints(item, &at, found);
                    }
                }
            }
            _ if SILENT.contains(&name) => {}
            _ => {
                found.push(at.clone());
                constraints(value, &at, found);
            }
        }
    }
}

/// How a schema without one of its constraints comes out.
#[derive(Debug, PartialEq, Eq)]
enum Outcome {
    /// All cases pass.
    Survives,
    /// Some case fails.
    CaseFails,
    /// It does not lower: the rest of it speaks of what is gone.
    NoSchema,
}

/// Everything that the engine finds, before one slip is told once: of two keywords that a text breaks together, each is
/// needed, though a report names one.
#[derive(Default, PartialEq, Eq)]
struct Everything(Vec<(Code, Severity, Span, &'static str)>);

impl Sink for Everything {
    const COLLECTS: bool = true;

    fn take(&mut self, finding: Finding) -> ControlFlow<()> {
        self.0.push((finding.code, finding.severity, finding.span, finding.keyword));
        ControlFlow::Continue(())
    }
}

fn everything(program: &'static Program, case: &Case) -> Everything {
    let (options, mut found) = (options(), Everything::default());
    run(
        program,
        &case.document,
        options.limits,
        options.today.and_then(|day| day.calendar().ok()).map(Day::from),
        &mut found,
    );
    found
}

fn lowered(contract: &str, schema: &Tree) -> Option<&'static Program> {
    let file = klavi_codegen::SchemaFile::new(contract, &schema.to_string()).ok()?;
    klavi_codegen::program(&file, "", contract).ok()
}

fn outcome(contract: &str, schema: &Tree, cases: &[(Case, Everything)]) -> Outcome {
    let Some(program) = lowered(contract, schema) else { return Outcome::NoSchema };
    let differs = |(case, expected): &(Case, Everything)| everything(program, case) != *expected;
    if cases.iter().any(differs) { Outcome::CaseFails } else { Outcome::Survives }
}

/// The documents by which the catalogue explains its codes; what they must have is judged elsewhere.
fn examples(contract: &str, program: &'static Program) -> impl Iterator<Item = Case> {
    let examples = rules().iter().flat_map(|rule| [&rule.bad, &rule.good].map(|example| (rule.code, example)));
    examples.filter(move |(_, example)| example.contract.as_deref() == Some(contract)).map(move |(code, example)| {
        let document = example.document();
        let expected = lines(&Report::new(program, &document, &options()));
        Case { name: format!("the example of {code}"), document, expected }
    })
}

/// The constraints without which no case fails, and how many are too much part of the schema to be taken away.
fn survivors(contract: &str, schema: &Tree, constraints: &[String]) -> (Vec<String>, usize) {
    let program = lowered(contract, schema).unwrap();
    let as_expected = |case: Case| {
        assert_eq!(
            lines(&Report::new(program, &case.document, &options())),
            case.expected,
            "{contract}: {}",
            case.name
        );
        let found = everything(program, &case);
        (case, found)
    };
    let cases: Vec<_> = cases(contract).into_iter().chain(examples(contract, program)).map(as_expected).collect();
    let (mut survivors, mut needed) = (Vec::new(), 0);
    for constraint in constraints {
        let mut weaker = schema.clone();
        assert!(weaker.remove(constraint), "{contract}: nothing at {constraint}");
        let outcome = outcome(contract, &weaker, &cases);
        // Only a property can be spoken of from elsewhere.
        let is_property = constraint.rsplit('/').nth(1) == Some("properties");
        match outcome {
            Outcome::CaseFails => {}
            Outcome::NoSchema if is_property => needed += 1,
            outcome => survivors.push(format!("{contract}#{constraint}: {outcome:?}")),
        }
    }
    (survivors, needed)
}

#[test]
fn without_any_single_constraint_a_case_fails() {
    let (mut count, mut needed) = (0, 0);
    let mut unnoticed = Vec::new();
    for contract in klavi_schema::CONTRACTS {
        let schema = Tree::parse(contract.schema.text.as_bytes()).unwrap();
        let mut all = Vec::new();
        constraints(&schema, "", &mut all);
        count += all.len();
        let workers = thread::available_parallelism().map_or(1, usize::from);
        let schema = &schema;
        thread::scope(|scope| {
            let parts = all.chunks(all.len().div_ceil(workers));
            let parts: Vec<_> = parts.map(|part| scope.spawn(move || survivors(contract.name, schema, part))).collect();
            for part in parts {
                let (survivors, of_part) = part.join().unwrap();
                unnoticed.extend(survivors);
                needed += of_part;
            }
        });
    }
    println!("{count} constraints, {needed} of them needed by others, {} survivors", unnoticed.len());
    assert!(unnoticed.is_empty(), "no case needs these:\n{}", unnoticed.join("\n"));
    assert!(count > 1_250, "only {count} constraints were found");
}
