//! The accept pass: whether a document is right, told without finding out what is wrong.
//!
//! `accept(plan, document) == true` implies that the evaluator has nothing to say. It never refuses: what it does not
//! accept is undecided, and the evaluator reads it from the start. So every trick for speed lives here, where it can do no
//! harm, and one implication is all there is to prove (`klavi-validate/tests/accept.rs`, the fuzz targets).
//!
//! Stage 1 (`index`) reads blocks of 64 bytes and keeps a bit for each quote. Stage 2 (`walk`) passes the document once
//! over a [`Plan`], flat tables that are computed from a [`Program`], generated or lowered at run time alike. What a plan
//! cannot hold concerns single values: about those the evaluator is asked where they end.

#![expect(clippy::inline_always, reason = "only what is inlined uses the instructions of the level that was found")]

mod checks;
mod closing;
mod free;
mod index;
mod lookup;
mod maker;
mod names;
mod object;
mod plan;
mod rules;
mod scalar;
mod scope;
mod shared;
mod text;
mod texts;
mod value;
mod vector;
mod walk;

#[cfg(test)]
mod tests;

pub use plan::Plan;
pub use scope::Scope;

use crate::Limits;
use crate::deferred::Deferred;
use crate::program::{Day, Program};
use core::cell::RefCell;
use fearless_simd::Level;
use index::LONGEST;
use walk::Scratch;

/// Runs an expression with the vectors of a level. Of the levels of x86 two are worth their size.
#[cfg(any(target_arch = "x86", target_arch = "x86_64"))]
macro_rules! accepts_at {
    ($level:expr, $simd:ident => $accepts:expr) => {{
        use fearless_simd::Simd as _;
        if let Some($simd) = $level.as_avx2() {
            $simd.vectorize(
                #[inline(always)]
                || $accepts,
            )
        } else {
            $level.as_sse2().is_some_and(|$simd| $accepts)
        }
    }};
}

#[cfg(not(any(target_arch = "x86", target_arch = "x86_64")))]
macro_rules! accepts_at {
    ($level:expr, $simd:ident => $accepts:expr) => {
        fearless_simd::dispatch!($level, $simd => $accepts)
    };
}

thread_local! {
    static SCRATCH: RefCell<Scratch> = const { RefCell::new(Scratch::EMPTY) };
}

impl Plan {
    /// The plan of a program that many documents are asked of: it is computed once, and kept for as long as the process
    /// runs. There is none if the program has none, if there are too many programs, or where there are no vectors, because
    /// without them the evaluator is faster.
    #[must_use]
    pub fn shared(program: &'static Program, scope: Scope) -> Option<&'static Self> {
        if Level::new().is_fallback() { None } else { shared::plan(program, scope) }
    }

    /// Whether nothing of the plan's scope is wrong with a document. `false` says nothing.
    ///
    /// `today` is the day for the rules that speak of the past.
    #[must_use]
    pub fn accepts(&self, document: &[u8], limits: Limits, today: Option<Day>) -> bool {
        self.accepts_with(document, limits, today, None)
    }

    /// Whether nothing is wrong with a document but for what [`run_deferred`](crate::run_deferred) says of single values.
    /// `None` says nothing.
    #[must_use]
    pub fn deferred(&self, document: &[u8], limits: Limits, today: Option<Day>) -> Option<Deferred> {
        let mut deferred = Deferred::by(self.program);
        self.accepts_with(document, limits, today, Some(&mut deferred)).then_some(deferred)
    }

    fn accepts_with(
        &self,
        document: &[u8],
        limits: Limits,
        today: Option<Day>,
        deferred: Option<&mut Deferred>,
    ) -> bool {
        if document.len() > limits.max_bytes.min(LONGEST as usize) {
            return false;
        }
        let (level, depth) = (Level::new(), limits.max_depth as usize);
        SCRATCH.with_borrow_mut(
            |scratch| accepts_at!(level, simd => walk::accepts(simd, self, document, depth, today, deferred, scratch)),
        )
    }
}
