//! What nothing is asked of: JSON as it comes, but no name twice in an object.

use super::index::NOWHERE;
use super::object::UndeclaredNames;
use super::walk::PlanWalk;
use fearless_simd::Simd;

impl PlanWalk<'_> {
    /// Passes the object or array that starts here. This calls itself for what is inside.
    #[inline(always)]
    pub(super) fn free<S: Simd>(&mut self, simd: S, at: usize) -> Option<usize> {
        simd.vectorize(
            #[inline(always)]
            || self.free_here(simd, at),
        )
    }

    #[inline(always)]
    fn free_here<S: Simd>(&mut self, simd: S, at: usize) -> Option<usize> {
        self.enter(simd, at)?;
        let close = self.index.byte(at) + 2;
        let mut names = UndeclaredNames { sketch: 0, before: self.known };
        let mut at = self.index.white_space(simd, at + 1);
        if self.index.byte(at) != close {
            loop {
                if close == b'}' {
                    at = self.free_name(simd, &mut names, at)?;
                }
                at = match self.index.byte(at) {
                    b'"' => self.index.quote(simd, at + 1) + 1,
                    b'{' | b'[' => self.free(simd, at)?,
                    _ => self.scalar(simd, at)?.1,
                };
                if at > NOWHERE {
                    return None;
                }
                at = self.index.comma(simd, at);
                if self.index.byte(at) != b',' {
                    break;
                }
                at = self.index.white_space(simd, at + 1);
            }
        }
        self.known = names.before;
        self.depth -= 1;
        (self.index.byte(at) == close).then_some(at + 1)
    }

    /// Passes the name that starts here with its colon and white space.
    #[inline(always)]
    fn free_name<S: Simd>(&mut self, simd: S, names: &mut UndeclaredNames, at: usize) -> Option<usize> {
        if self.index.byte(at) != b'"' {
            return None;
        }
        let end = self.index.quote(simd, at + 1);
        let hash = self.hash(at, end)?;
        self.undeclared_name(names, hash, at, end)?;
        let at = self.index.white_space(simd, end + 1);
        let is_colon = self.index.byte(at) == b':';
        let at = self.index.white_space(simd, at + 1);
        is_colon.then_some(at)
    }
}
