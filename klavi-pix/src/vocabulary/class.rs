//! `x-class`: values that may be shown where they are well formed.

use super::tables;
use crate::{CalendarDate, Centavos, DateTime};
use klavi_core::program::PlainForm;

tables! { PlainForm {
    /// An amount of money.
    AMOUNT = {
        name: "amount",
        has_string: |text| Centavos::parse(text).is_ok(),
        has_number: |number| Centavos::parse_number(number).is_ok(),
    },
    /// A day or a point in time.
    DATE = {
        name: "date",
        has_string: |text| CalendarDate::parse_loose(text).is_ok() || DateTime::parse(text).is_ok(),
        has_number: |_| false,
    },
} }
