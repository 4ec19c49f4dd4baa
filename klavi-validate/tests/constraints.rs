//! Every constraint of every schema is needed: without any single one of them some case fails.
//!
//! A constraint is a keyword that asks something of a value, a declared property, a member of a list, a name in
//! `required`, an entry of `allOf`, a branch of `anyOf`. Each is taken away alone, the schema is lowered again, and its
//! cases are run. Only a declared property may be so much part of the rest that the schema no longer lowers without it.
//!
//! This is also the command that reports: `cargo test -p klavi-validate --test constraints -- --nocapture`.

mod common;

use common::{Case, cases, lines, options};
use klavi_core::Tree;
use klavi_validate::Report;
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

fn outcome(contract: &str, schema: &Tree, cases: &[Case]) -> Outcome {
    let lowered = klavi_codegen::File::new(contract, &schema.to_string())
        .and_then(|file| klavi_codegen::program(&file, "", contract));
    let Ok(program) = lowered else { return Outcome::NoSchema };
    let options = options();
    let differs = |case: &Case| lines(&Report::new(program, &case.document, &options)) != case.expected;
    if cases.iter().any(differs) { Outcome::CaseFails } else { Outcome::Survives }
}

/// The constraints without which no case fails, and how many are too much part of the schema to be taken away.
fn survivors(contract: &str, schema: &Tree, constraints: &[String]) -> (Vec<String>, usize) {
    let cases = cases(contract);
    assert_eq!(outcome(contract, schema, &cases), Outcome::Survives, "{contract}: the whole schema");
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
