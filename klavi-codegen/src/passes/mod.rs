//! What makes a program cheap to run: small passes over what lowering has written plainly, one after the other. None of
//! them changes which documents are valid.

mod conditions;
mod diagnosis;
mod glances;
mod implied;
mod reachable;
mod string_checks;
#[cfg(test)]
mod tests;

use crate::draft::Draft;

/// The passes in their order.
const PASSES: &[fn(&mut Draft)] =
    &[string_checks::run, conditions::run, reachable::run, implied::run, diagnosis::run, glances::run];

pub(crate) fn run(draft: &mut Draft) {
    for pass in PASSES {
        pass(draft);
    }
}
