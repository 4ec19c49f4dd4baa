//! The amount of a code (54), by EMV's own grammar.

use super::super::{AmountError, Centavos};

/// Reads digits with at most one dot, behind which there may be no decimal, one or two.
///
/// The dot alone behind the digits is where EMV allows more than a JSON number does.
pub(crate) fn read(text: &str) -> Result<Centavos, AmountError> {
    let without_dot = text.strip_suffix('.').filter(|digits| !digits.is_empty() && !digits.contains('.'));
    Centavos::parse_number(without_dot.unwrap_or(text))
}
