//! The official JSON Schema Test Suite, draft 2020-12: every test whose schema is in the dialect.

mod suite_list;

use klavi_codegen::{File, program};
use klavi_core::{Limits, Tree, Verdict, run};
use std::collections::BTreeSet;
use suite_list::{entry, groups, left_out};

/// Whether the document is valid, or why the schema is not in the dialect.
fn verdict(name: &str, schema: &Tree, document: &Tree) -> Result<bool, String> {
    let reasons =
        |errors: Vec<klavi_codegen::Error>| errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    let file = File::new(name, &schema.to_string()).map_err(reasons)?;
    let program = program(&file, "", name).map_err(reasons)?;
    let mut sink = Valid(true);
    run(program, document.to_string().as_bytes(), Limits::default(), None, &mut sink);
    Ok(sink.0)
}

struct Valid(bool);

impl klavi_core::Sink for Valid {
    const COLLECTS: bool = false;

    fn take(&mut self, finding: klavi_core::Finding) -> std::ops::ControlFlow<()> {
        let flow = Verdict.take(finding);
        self.0 &= flow.is_continue();
        flow
    }
}

#[test]
fn every_test_in_the_dialect_passes() {
    let (mut passed, mut failures, mut stale) = (0, Vec::new(), left_out().collect::<BTreeSet<_>>());
    for group in &groups() {
        let entry = entry(group);
        for test in &group.tests {
            let result = verdict(&group.file, &group.schema, &test.document);
            let told = || format!("{}: {}: {}: {result:?}", group.file, group.description, test.document);
            match (entry, &result) {
                (Some(entry), Err(_)) => drop(stale.remove(&entry)),
                (Some(_), Ok(_)) => failures.push(format!("left out, yet accepted: {}", told())),
                (None, Ok(valid)) if *valid == test.valid => passed += 1,
                (None, _) => failures.push(told()),
            }
        }
    }
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), failures.join("\n"));
    assert!(stale.is_empty(), "left out, yet not in the suite: {stale:?}");
    assert!(passed > 1100, "only {passed} tests were run");
    println!("{passed} tests pass");
}
