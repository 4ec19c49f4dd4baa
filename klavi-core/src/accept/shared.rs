//! The plans of a process, by program.

use super::{Plan, Scope};
use crate::program::Program;
use std::sync::OnceLock;

/// The most plans that are kept, a power of two. A process knows a handful of schemas.
const MOST: usize = 256;
/// The most places where a plan is looked for.
const STEPS: usize = 16;

/// The address of a program and its plan.
type Known = (usize, Option<Plan>);

/// By the hash of the address, or behind. A program lives as long as the process, so that its address names it.
static ERRORS: [OnceLock<Known>; MOST] = [const { OnceLock::new() }; MOST];
static FINDINGS: [OnceLock<Known>; MOST] = [const { OnceLock::new() }; MOST];

#[inline]
pub(super) fn plan(program: &'static Program, scope: Scope) -> Option<&'static Plan> {
    let plans = match scope {
        Scope::Errors => &ERRORS,
        Scope::Findings => &FINDINGS,
    };
    let address = core::ptr::from_ref(program).addr();
    let first = (address as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - MOST.trailing_zeros());
    for step in 0..STEPS {
        #[expect(clippy::cast_possible_truncation, reason = "it has eight bits")]
        let slot = &plans[(first as usize + step) % MOST];
        let (known, plan) = slot.get_or_init(|| (address, Plan::of(program, scope)));
        if *known == address {
            return plan.as_ref();
        }
    }
    None
}
