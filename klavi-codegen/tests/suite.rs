//! The official JSON Schema Test Suite, draft 2020-12: every test whose schema is in the dialect.

use klavi_codegen::{File, program};
use klavi_core::{Limits, Verdict, run};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// What is left out: a file and the beginning of a group's description (all groups where it is empty), and the reason.
///
/// A line that leaves out a test which would pass fails the run, so the list cannot grow stale.
const LEFT_OUT: &[(&str, &str, &str)] = &[];

fn suites() -> PathBuf {
    let default = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/suites");
    std::env::var_os("KLAVI_SUITES").map_or(default, PathBuf::from)
}

/// Whether the document is valid, or why the schema is not in the dialect.
fn verdict(name: &str, schema: &Value, document: &Value) -> Result<bool, String> {
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
    let folder = suites().join("json-schema/tests/draft2020-12");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        println!("not run: the suite is not in {}", folder.display());
        return;
    };
    let files: BTreeSet<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    let (mut passed, mut failures, mut used) = (0, Vec::new(), BTreeSet::new());
    for path in &files {
        let name = path.file_stem().unwrap().to_str().unwrap();
        let groups: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        for group in groups.as_array().unwrap() {
            let description = group["description"].as_str().unwrap();
            let left_out = LEFT_OUT.iter().position(|(file, start, _)| *file == name && description.starts_with(start));
            let mut all_pass = true;
            for test in group["tests"].as_array().unwrap() {
                let result = verdict(name, &group["schema"], &test["data"]);
                let pass = result == Ok(test["valid"].as_bool().unwrap());
                all_pass &= pass;
                if left_out.is_none() && !pass {
                    failures.push(format!("{name}: {description}: {}: {result:?}", test["description"]));
                }
                passed += usize::from(pass && left_out.is_none());
            }
            if let Some(index) = left_out.filter(|_| !all_pass) {
                used.insert(index);
            }
        }
    }
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), failures.join("\n"));
    let stale: Vec<_> =
        (0..LEFT_OUT.len()).filter(|index| !used.contains(index)).map(|index| LEFT_OUT[index]).collect();
    assert!(stale.is_empty(), "left out although they pass: {stale:?}");
    assert!(passed > 500, "only {passed} tests were run");
}
