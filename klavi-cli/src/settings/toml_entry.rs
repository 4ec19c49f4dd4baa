//! The keys of `validate.toml` with their places and what may stand there. A wrong value is told by its key, never as it
//! stands: it may be somebody's data.

use crate::settings::written::{day, size};
use crate::text::config_fault::{ConfigFault, Wanted};
use crate::text::hint::Hint;
use clap::ValueEnum;
use klavi_validate::types::Date;
use std::ops::RangeInclusive;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A fault and the byte at which it stands.
#[derive(Debug, PartialEq, Eq)]
pub struct Wrong(pub usize, pub ConfigFault);

/// One key and its value.
pub struct Entry<'a> {
    /// The key with the tables around it, separated by dots.
    pub name: String,
    /// The last part of it.
    pub key: &'a str,
    at: usize,
    value: &'a Spanned<DeValue<'a>>,
}

/// The entries of a table.
pub fn entries<'a>(around: &str, table: &'a DeTable<'a>) -> impl Iterator<Item = Entry<'a>> {
    table.iter().map(move |(key, value)| {
        let (at, key) = (key.span().start, key.get_ref().as_ref());
        let name = if around.is_empty() { key.to_owned() } else { format!("{around}.{key}") };
        Entry { name, key, at, value }
    })
}

impl<'a> Entry<'a> {
    pub fn text(&self) -> Result<String, Wrong> {
        self.value.get_ref().as_str().map(str::to_owned).ok_or_else(|| self.wanted(Wanted::Text))
    }

    pub fn texts(&self) -> Result<Vec<String>, Wrong> {
        let items = self.value.get_ref().as_array().ok_or_else(|| self.wanted(Wanted::Texts))?;
        let text = |item: &Spanned<DeValue<'_>>| item.get_ref().as_str().map(str::to_owned);
        items.iter().map(text).collect::<Option<_>>().ok_or_else(|| self.wanted(Wanted::Texts))
    }

    pub fn switch(&self) -> Result<bool, Wrong> {
        self.value.get_ref().as_bool().ok_or_else(|| self.wanted(Wanted::Switch))
    }

    /// A whole number in this range.
    pub fn number<T: TryFrom<u64>>(&self, range: RangeInclusive<u64>) -> Result<T, Wrong> {
        let number = self.integer().filter(|number| range.contains(number));
        number.and_then(|number| T::try_from(number).ok()).ok_or_else(|| self.wanted(Wanted::Number(range)))
    }

    /// A number of bytes, or a text with a unit.
    pub fn size(&self) -> Result<usize, Wrong> {
        let number = || self.integer().and_then(|number| usize::try_from(number).ok());
        let written = self.value.get_ref().as_str().and_then(|text| size(text).ok());
        written.or_else(number).ok_or_else(|| self.wanted(Wanted::Size))
    }

    pub fn day(&self) -> Result<Date, Wrong> {
        self.value.get_ref().as_str().and_then(|text| day(text).ok()).ok_or_else(|| self.wanted(Wanted::Day))
    }

    fn integer(&self) -> Option<u64> {
        let integer = self.value.get_ref().as_integer()?;
        u64::from_str_radix(integer.as_str(), integer.radix()).ok()
    }

    pub fn table(&self) -> Result<impl Iterator<Item = Entry<'a>>, Wrong> {
        let table = self.value.get_ref().as_table().ok_or_else(|| self.wanted(Wanted::Table))?;
        Ok(entries(&self.name, table))
    }

    /// A value by the name that the flag of the same meaning gives it.
    pub fn one_of<T: ValueEnum>(&self) -> Result<T, Wrong> {
        let found = self.value.get_ref().as_str().and_then(|name| T::from_str(name, false).ok());
        found.ok_or_else(|| {
            let known = T::value_variants().iter().filter_map(ValueEnum::to_possible_value);
            let known = known.map(|value| value.get_name().to_owned()).collect();
            self.wanted(Wanted::OneOf(known))
        })
    }

    fn wanted(&self, wanted: Wanted) -> Wrong {
        Wrong(self.value.span().start, ConfigFault::Wanted(self.name.clone(), wanted))
    }

    /// Of a key that is none of these.
    pub fn unknown(&self, known: &[&'static str]) -> Wrong {
        Wrong(self.at, ConfigFault::Unknown(self.name.clone(), Hint::of(self.key, known.to_vec())))
    }
}
