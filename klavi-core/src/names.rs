//! Codes, groups and severities by name.

#[cfg(feature = "serde")]
use crate::Code;
use crate::{Group, Severity, UnknownName};
use core::fmt;
use core::str::FromStr;

macro_rules! displayed {
    ($($name:ident),+) => {$(
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.name())
            }
        }
    )+};
}

displayed!(Group, Severity);

impl FromStr for Severity {
    type Err = UnknownName;

    fn from_str(name: &str) -> Result<Self, UnknownName> {
        [Self::Warning, Self::Error].into_iter().find(|severity| severity.name() == name).ok_or(UnknownName)
    }
}

#[cfg(feature = "serde")]
macro_rules! written {
    ($($name:ident),+) => {$(
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let name = <std::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(deserializer)?;
                name.parse().map_err(serde::de::Error::custom)
            }
        }
    )+};
}

#[cfg(feature = "serde")]
written!(Code, Group, Severity);
