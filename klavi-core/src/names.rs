//! Codes, groups and severities by name.

#[cfg(feature = "serde")]
use crate::Code;
use crate::{Group, Severity, UnknownCode};
use core::str::FromStr;

/// `Display` of closed lists whose members have a `name`, here and in `klavi-validate`.
#[doc(hidden)]
#[macro_export]
macro_rules! __displayed_by_name {
    ($($type:ident),+) => {$(
        impl ::core::fmt::Display for $type {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.name())
            }
        }
    )+};
}

/// `Serialize` and `Deserialize` of such lists, of which a name can be parsed.
#[doc(hidden)]
#[macro_export]
macro_rules! __serialized_by_name {
    ($($type:ident),+) => {$(
        impl ::serde::Serialize for $type {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $type {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let name = <::std::borrow::Cow<'de, str> as ::serde::Deserialize>::deserialize(deserializer)?;
                name.parse().map_err(::serde::de::Error::custom)
            }
        }
    )+};
}

__displayed_by_name!(Group, Severity);

impl FromStr for Severity {
    type Err = UnknownCode;

    fn from_str(name: &str) -> Result<Self, UnknownCode> {
        [Self::Warning, Self::Error].into_iter().find(|severity| severity.name() == name).ok_or(UnknownCode)
    }
}

#[cfg(feature = "serde")]
__serialized_by_name!(Code, Group, Severity);
