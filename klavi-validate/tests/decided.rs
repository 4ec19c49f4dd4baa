//! What the accept pass decides: what is right it accepts, by each feature of a schema. What it needlessly left to the
//! evaluator would cost nothing but time, so that no comparison of verdicts notices it.

#[path = "decided/conditions.rs"]
mod conditions;
#[path = "decided/objects.rs"]
mod objects;
#[path = "decided/values.rs"]
mod values;

use klavi_codegen::{SchemaFile, program};
use klavi_core::accept::{Plan, Scope};
use klavi_core::program::Program;
use klavi_core::{Finding, Limits, Severity, run};

fn lowered(schema: &str) -> &'static Program {
    let file = SchemaFile::new("own", schema).unwrap_or_else(|_| panic!("{schema}"));
    program(&file, "", "own").unwrap_or_else(|errors| panic!("{schema}\n{}", errors[0]))
}

/// What a document has to say for itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Silent,
    Warned,
    Wrong,
}

fn verdict(program: &'static Program, document: &str) -> Verdict {
    let mut findings: Vec<Finding> = Vec::new();
    run(program, document.as_bytes(), Limits::default(), None, &mut findings);
    match findings.iter().map(|finding| finding.severity).max() {
        None => Verdict::Silent,
        Some(Severity::Warning) => Verdict::Warned,
        Some(Severity::Error) => Verdict::Wrong,
    }
}

/// By the plan for errors, and by that for findings.
fn accepts(program: &'static Program, document: &str) -> [bool; 2] {
    [Scope::Errors, Scope::Findings].map(|scope| {
        let plan = Plan::of(program, scope).expect("a plan");
        plan.accepts(document.as_bytes(), Limits::default(), None)
    })
}

/// Documents without a finding, documents with warnings and documents with errors: each plan accepts all that are right to it.
#[track_caller]
fn decides(schema: &str, silent: &[&str], warned: &[&str], wrong: &[&str]) {
    let program = lowered(schema);
    let groups = [
        (silent, Verdict::Silent, [true, true]),
        (warned, Verdict::Warned, [true, false]),
        (wrong, Verdict::Wrong, [false, false]),
    ];
    for (documents, said, accepted) in groups {
        for document in documents {
            assert_eq!(
                (verdict(program, document), accepts(program, document)),
                (said, accepted),
                "{schema}\n{document}"
            );
        }
    }
}

/// Documents without a finding that neither plan can know to be right.
#[track_caller]
fn leaves(schema: &str, documents: &[&str]) {
    let program = lowered(schema);
    for document in documents {
        let said = (verdict(program, document), accepts(program, document));
        assert_eq!(said, (Verdict::Silent, [false, false]), "{schema}\n{document}");
    }
}
