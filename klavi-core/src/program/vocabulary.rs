//! What a field of business adds to JSON Schema: formats, rules of time, relations and classes, as static tables.
//!
//! The engine knows none of them. A crate such as `klavi-pix` declares them, `klavi-codegen` finds them by the names that
//! a schema writes, and a [`Program`](super::Program) refers to them.

use super::known_by_name;
use crate::{Code, Direction};
use core::any::Any;
use core::cell::OnceCell;
use core::error::Error;
use core::fmt;
use std::borrow::Cow;
use std::sync::Arc;

/// The tables of one vocabulary, each in the order of its list in the metaschema.
#[derive(Debug, Clone, Copy)]
pub struct Vocabulary {
    /// The values of `x-format`.
    pub formats: &'static [&'static Format],
    /// The values of `x-rules-of-time`.
    pub time_rules: &'static [&'static TimeRule],
    /// The values of `relation` in `x-relations`.
    pub relations: &'static [&'static RelationKind],
    /// The values of `x-class` whose well-formed values may be shown.
    pub plain_forms: &'static [&'static PlainForm],
}

/// Takes what a check finds wrong: a code, and the error that knows more.
pub type Reporter<'a> = &'a mut dyn FnMut(Code, &dyn Diagnosis);

/// A semantic form of `x-format`.
#[derive(Clone, Copy)]
pub struct Format {
    /// The name in schemas.
    pub name: &'static str,
    /// Tells what is wrong with a string that no pattern has refused. All of it are warnings.
    pub check: fn(&str, Direction, Reporter<'_>),
    /// Reads a string about which `check` has nothing to tell, without a search for causes where it has: the parts that
    /// relations compare.
    pub parts: Option<for<'t> fn(&'t str) -> Option<Parts<'t>>>,
    /// Tells what is wrong with a number, as it is written, where the format has numbers. The codes decide what is an
    /// error.
    pub check_number: Option<fn(&str, Reporter<'_>)>,
    /// The member of the same object that says which of several forms is meant.
    pub discriminator: Option<&'static str>,
    /// What the format knows of a string that a pattern has refused, so that help can name the edit. The second argument
    /// is the string in the discriminator.
    pub diagnose: fn(&str, Option<&str>) -> Option<FormatError>,
    /// The code of a string with more bytes than `x-max-bytes` allows, if not [`Code::MaxBytes`].
    pub too_long: Option<Code>,
}

impl Format {
    /// A format that asks nothing, and of which a table says what differs.
    pub const NONE: Self = Self {
        name: "",
        check: |_, _, _| {},
        parts: None,
        check_number: None,
        discriminator: None,
        diagnose: |_, _| None,
        too_long: None,
    };
}

/// A comparison of a value with the day of the check (`x-rules-of-time`).
#[derive(Clone, Copy)]
pub struct TimeRule {
    /// The name in schemas.
    pub name: &'static str,
    /// Tells what is wrong with a string on a day. What it cannot read it leaves to others.
    pub check: fn(&str, Day, Reporter<'_>),
}

/// A day, counted from 1970-01-01.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i64);

/// A kind of `x-relations`: a comparison of two members of one object.
#[derive(Clone, Copy)]
pub struct RelationKind {
    /// The name in schemas.
    pub name: &'static str,
    /// The code of the finding on the first member where the two do not relate as they must.
    pub code: Code,
    /// Whether the two relate as they must. Values that are wrong by themselves do, so that they are reported only once.
    pub holds: fn(&Operand<'_>, &Operand<'_>) -> bool,
}

/// A member as a [`RelationKind`] sees it.
#[derive(Debug)]
pub struct Operand<'a> {
    /// Its value.
    pub value: &'a OperandValue<'a>,
    parts: OnceCell<Parts<'a>>,
}

/// What relations compare of a string that has parts: each only its own.
pub type Parts<'a> = [Option<&'a str>; 2];

impl<'a> Operand<'a> {
    /// A member with this value.
    #[must_use]
    pub const fn new(value: &'a OperandValue<'a>) -> Self {
        Self { value, parts: OnceCell::new() }
    }

    /// The same, of which the parts may be known.
    pub(crate) fn with_parts(value: &'a OperandValue<'a>, parts: Option<Parts<'a>>) -> Self {
        Self { value, parts: parts.map_or_else(OnceCell::new, OnceCell::from) }
    }

    /// The parts of a string by the grammar of its format, which is read once for all relations on the same member: they
    /// must read it alike.
    pub fn parts(&self, read: impl FnOnce(&'a str) -> Parts<'a>) -> Parts<'a> {
        *self.parts.get_or_init(|| match self.value {
            OperandValue::String(text) => read(text),
            OperandValue::Number(_) | OperandValue::Object(_) => Parts::default(),
        })
    }
}

/// The value of an [`Operand`].
#[derive(Debug, Clone)]
pub enum OperandValue<'a> {
    /// A string, its escapes undone.
    String(Cow<'a, str>),
    /// A number as it is written, or a literal.
    Number(&'a str),
    /// An object, of which relations read the members that they compare.
    Object(ObjectText<'a>),
}

/// An object as it stands in the document.
#[derive(Clone, Copy)]
pub struct ObjectText<'a> {
    pub(crate) text: &'a str,
    pub(crate) string: for<'t> fn(&'t str, &str) -> Option<Cow<'t, str>>,
}

impl<'a> ObjectText<'a> {
    /// The string of a member, its escapes undone; nothing for other values.
    #[must_use]
    pub fn string(&self, name: &str) -> Option<Cow<'a, str>> {
        (self.string)(self.text, name)
    }
}

/// The text is somebody's data.
impl fmt::Debug for ObjectText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ObjectText").finish_non_exhaustive()
    }
}

/// A class of `x-class` whose values may be shown where they are well formed.
#[derive(Clone, Copy)]
pub struct PlainForm {
    /// The name in schemas.
    pub name: &'static str,
    /// Whether a string, as the document writes it, has the form.
    pub has_string: fn(&str) -> bool,
    /// Whether a number, as the document writes it, has the form.
    pub has_number: fn(&str) -> bool,
}

known_by_name!(Format TimeRule RelationKind PlainForm);

/// An error about one value, made by whoever knows its form. It never holds the value, and its words never repeat it.
///
/// Every comparable error type is one.
pub trait Diagnosis: Error + Any + Send + Sync {
    /// The error, to be kept.
    fn to_error(&self) -> FormatError;

    /// Whether the other is the same.
    fn is(&self, other: &FormatError) -> bool;
}

impl<E: Error + Clone + PartialEq + Send + Sync + 'static> Diagnosis for E {
    fn to_error(&self) -> FormatError {
        FormatError::new(self.clone())
    }

    fn is(&self, other: &FormatError) -> bool {
        other.downcast_ref() == Some(self)
    }
}

/// What is known of a value that is not of its form: a [`Diagnosis`], shared.
///
/// ```
/// use klavi_core::FormatError;
///
/// let error = FormatError::new("x".parse::<u8>().unwrap_err());
/// assert!(error.downcast_ref::<core::num::ParseIntError>().is_some());
/// assert_eq!(error.downcast_ref::<core::fmt::Error>(), None);
/// assert_eq!(error.to_string(), "invalid digit found in string");
/// ```
#[derive(Clone)]
pub struct FormatError(Arc<dyn Diagnosis>);

impl FormatError {
    /// The error of a form.
    pub fn new(error: impl Diagnosis) -> Self {
        Self(Arc::new(error))
    }

    /// The error, if it is of this type.
    #[must_use]
    pub fn downcast_ref<E: 'static>(&self) -> Option<&E> {
        let any: &dyn Any = &*self.0;
        any.downcast_ref()
    }
}

impl PartialEq for FormatError {
    fn eq(&self, other: &Self) -> bool {
        self.0.is(other)
    }
}

impl Eq for FormatError {}

impl fmt::Debug for FormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl fmt::Display for FormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl Error for FormatError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_of_two_values_is_compared_by_type_and_content() {
        let empty = FormatError::new("".parse::<u8>().unwrap_err());
        let digit = FormatError::new("x".parse::<u8>().unwrap_err());
        assert_eq!(digit, FormatError::new("y".parse::<i64>().unwrap_err()));
        assert_ne!(digit, empty);
        assert_ne!(digit, FormatError::new(fmt::Error));
        assert_eq!(format!("{digit:?}"), "ParseIntError { kind: InvalidDigit }");
        assert_eq!(digit.to_string(), "invalid digit found in string");
    }
}
