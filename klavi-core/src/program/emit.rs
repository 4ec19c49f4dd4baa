//! The tables as Rust source, for generated code: the feature `emit`, which `klavi-codegen` asks for.
//!
//! The macro `table!` declares a table and its [`Emit`] in one, so that a field cannot be forgotten.

mod tables;

use super::index::NO_SLOT;
use core::fmt::{Display, Write as _};

/// Expression text in the making.
#[derive(Debug, Default)]
pub struct Expression {
    /// An expression, to stand where `klavi_core::{Code, Direction, program::*}` are in scope.
    pub text: String,
    /// It calls `klavi_core::engine`, under the name `klavi_core_engine`.
    pub has_engine: bool,
    /// It names the tables of a vocabulary, under the name `klavi_vocabulary`.
    pub has_vocabulary: bool,
}

impl Expression {
    /// The source of a table.
    #[must_use]
    pub fn of(table: &impl Emit) -> Self {
        let mut to = Self::default();
        table.emit(&mut to);
        to
    }

    pub(crate) fn put(&mut self, text: impl Display) {
        // Writing to a string does not fail.
        let _ = write!(self.text, "{text}");
    }

    /// A table that stands in a module under its name in capitals: `max-bytes` and `maxBytes` under `MAX_BYTES`.
    fn named(&mut self, module: &str, name: &str) {
        self.put(format_args!("{module}::"));
        for character in name.chars() {
            match character {
                '-' => self.put('_'),
                'A'..='Z' => self.put(format_args!("_{character}")),
                other => self.put(other.to_ascii_uppercase()),
            }
        }
    }
}

/// What can be written as a Rust expression.
pub trait Emit {
    /// Writes the value.
    fn emit(&self, to: &mut Expression);

    /// Writes a reference to the value.
    fn emit_ref(&self, to: &mut Expression) {
        to.put('&');
        self.emit(to);
    }
}

impl<T: Emit + ?Sized> Emit for &T {
    fn emit(&self, to: &mut Expression) {
        T::emit_ref(self, to);
    }
}

impl<T: Emit> Emit for Option<T> {
    fn emit(&self, to: &mut Expression) {
        match self {
            None => to.put("None"),
            Some(value) => {
                to.put("Some(");
                value.emit(to);
                to.put(')');
            }
        }
    }
}

impl<T: Emit> Emit for [T] {
    fn emit(&self, to: &mut Expression) {
        to.put('[');
        for item in self {
            item.emit(to);
            to.put(", ");
        }
        to.put(']');
    }
}

impl<T: Emit, const LENGTH: usize> Emit for [T; LENGTH] {
    fn emit(&self, to: &mut Expression) {
        self.as_slice().emit(to);
    }
}

impl<A: Emit, B: Emit> Emit for (A, B) {
    fn emit(&self, to: &mut Expression) {
        to.put('(');
        self.0.emit(to);
        to.put(", ");
        self.1.emit(to);
        to.put(')');
    }
}

impl Emit for str {
    fn emit(&self, to: &mut Expression) {
        to.put(format_args!("*{self:?}"));
    }

    fn emit_ref(&self, to: &mut Expression) {
        to.put(format_args!("{self:?}"));
    }
}

macro_rules! literals {
    ($($type:ty)+) => {$(
        impl Emit for $type {
            fn emit(&self, to: &mut Expression) {
                to.put(self);
            }
        }
    )+};
}

literals!(bool u8 u16 u32 u64);

/// A range of bytes, as characters.
pub(crate) fn byte_ranges(ranges: &[(u8, u8)], to: &mut Expression) {
    to.put("&[");
    for (first, last) in ranges {
        to.put(format_args!("(b'{}', b'{}'), ", first.escape_ascii(), last.escape_ascii()));
    }
    to.put(']');
}

/// The slot of a property, by its name where it is none.
pub(crate) fn slot(slot: u8, to: &mut Expression) {
    if slot == NO_SLOT { to.put("NO_SLOT") } else { slot.emit(to) }
}
