//! What nothing is asked of: JSON as it comes, but no name twice in an object.

use super::index::NOWHERE;
use super::object::{CONTAINERS, Container, UndeclaredNames};
use super::walk::PlanWalk;
use fearless_simd::Simd;

impl PlanWalk<'_> {
    /// Passes the object or array that starts here.
    #[inline(always)]
    pub(super) fn free<S: Simd>(&mut self, simd: S, at: usize) -> Option<usize> {
        simd.vectorize(
            #[inline(always)]
            || self.free_here(simd, at),
        )
    }

    #[inline(always)]
    fn free_here<S: Simd>(&mut self, simd: S, mut at: usize) -> Option<usize> {
        let outside = self.depth;
        let mut inner = Container::NONE;
        loop {
            at = match self.index.byte(at) {
                b'"' => self.index.quote(simd, at + 1) + 1,
                open @ (b'{' | b'[') => {
                    self.enter(simd, at)?;
                    self.containers[self.depth % CONTAINERS] = inner;
                    inner = Container { close: open + 2, names: UndeclaredNames { sketch: 0, before: self.known } };
                    let first = self.index.white_space(simd, at + 1);
                    if self.index.byte(first) != inner.close {
                        at = self.free_member(simd, &mut inner, first)?;
                        continue;
                    }
                    first
                }
                _ => self.scalar(simd, at)?.1,
            };
            if at > NOWHERE {
                return None;
            }
            loop {
                at = self.index.comma(simd, at);
                let behind = self.index.byte(at);
                if behind == b',' {
                    at = self.index.white_space(simd, at + 1);
                    at = self.free_member(simd, &mut inner, at)?;
                    break;
                }
                if behind != inner.close {
                    return None;
                }
                at += 1;
                self.known = inner.names.before;
                inner = self.containers[self.depth % CONTAINERS];
                self.depth -= 1;
                if self.depth == outside {
                    return Some(at);
                }
            }
        }
    }

    /// Passes the name that starts here, if it is in an object.
    #[inline(always)]
    fn free_member<S: Simd>(&mut self, simd: S, inner: &mut Container, at: usize) -> Option<usize> {
        if inner.close == b'}' { self.free_name(simd, &mut inner.names, at) } else { Some(at) }
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
        self.index.colon(simd, end + 1)
    }
}
