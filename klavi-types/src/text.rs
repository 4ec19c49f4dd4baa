//! What all small types over a text have in common.

use std::fmt;

/// The text does not have the form of the type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FormError {
    pub(crate) expected: &'static str,
}

impl fmt::Display for FormError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {}", self.expected)
    }
}

impl std::error::Error for FormError {}

/// Reading and writing of a type over a text: conversions, serde, and a `Debug` that shows only the shape.
///
/// The type has `as_str`, `into_string` and `TryFrom<String>`.
macro_rules! text_conversions {
    ($name:ident) => {
        impl TryFrom<&str> for $name {
            type Error = crate::FormError;

            fn try_from(text: &str) -> Result<Self, crate::FormError> {
                Self::try_from(text.to_owned())
            }
        }

        impl std::str::FromStr for $name {
            type Err = crate::FormError;

            fn from_str(text: &str) -> Result<Self, crate::FormError> {
                Self::try_from(text.to_owned())
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.into_string()
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), klavi_core::mask_shape(self.as_str()))
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <String as serde::Deserialize>::deserialize(deserializer)?;
                Self::try_from(text).map_err(serde::de::Error::custom)
            }
        }
    };
}

/// The JSON Schema of a small type, where `schemars` is wanted.
macro_rules! small_schema {
    ($name:ident, $schema:tt) => {
        #[cfg(feature = "schemars")]
        impl schemars::JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!($schema)
            }
        }
    };
}

/// A type over a text of one form, compared as text.
macro_rules! text_type {
    ($(#[$meta:meta])* $name:ident, $expected:literal, $schema:tt, $is_form:expr) => {
        $(#[$meta])*
        #[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(String);

        impl $name {
            /// The text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The text, without a copy.
            #[must_use]
            pub fn into_string(self) -> String {
                self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = crate::FormError;

            fn try_from(text: String) -> Result<Self, crate::FormError> {
                let is_form: fn(&str) -> bool = $is_form;
                if is_form(&text) { Ok(Self(text)) } else { Err(crate::FormError { expected: $expected }) }
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl PartialEq<str> for $name {
            /// Whether this is the text.
            fn eq(&self, text: &str) -> bool {
                self.as_str() == text
            }
        }

        impl PartialEq<&str> for $name {
            /// Whether this is the text.
            fn eq(&self, text: &&str) -> bool {
                self.as_str() == *text
            }
        }

        crate::text::text_conversions!($name);
        crate::text::small_schema!($name, $schema);
    };
}

/// A type whose form is part of another's: the way there, and back where the text allows it.
macro_rules! part_of {
    ($($narrow:ident => $wide:ident),+ $(,)?) => {$(
        impl From<$narrow> for $wide {
            fn from(value: $narrow) -> Self {
                Self(value.into_string())
            }
        }

        impl From<&$narrow> for $wide {
            fn from(value: &$narrow) -> Self {
                Self(value.as_str().to_owned())
            }
        }

        impl TryFrom<$wide> for $narrow {
            type Error = crate::FormError;

            fn try_from(value: $wide) -> Result<Self, crate::FormError> {
                Self::try_from(value.into_string())
            }
        }

        impl TryFrom<&$wide> for $narrow {
            type Error = crate::FormError;

            fn try_from(value: &$wide) -> Result<Self, crate::FormError> {
                Self::try_from(value.as_str())
            }
        }
    )+};
}

pub(crate) use {part_of, small_schema, text_conversions, text_type};

/// An ASCII text of at most `N` bytes, kept in place, so that the type around it can be `Copy`.
#[derive(Clone, Copy)]
pub(crate) struct Short<const N: usize> {
    bytes: [u8; N],
    length: u8,
}

impl<const N: usize> Short<N> {
    /// The text, unless it is too long.
    pub fn new(text: &str) -> Option<Self> {
        let mut bytes = [0; N];
        bytes.get_mut(..text.len())?.copy_from_slice(text.as_bytes());
        Some(Self { bytes, length: u8::try_from(text.len()).ok()? })
    }

    pub fn as_str(&self) -> &str {
        str::from_utf8(&self.bytes[..usize::from(self.length)]).unwrap_or_default()
    }
}

/// Whether the text is this many ASCII digits.
pub(crate) fn is_digits(text: &str, count: usize) -> bool {
    text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())
}
