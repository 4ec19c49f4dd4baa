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

/// A type over a text of one form: reading, writing, serde, JSON Schema, and a `Debug` that shows only the shape.
macro_rules! text_type {
    ($(#[$meta:meta])* $name:ident, $expected:literal, $schema:tt, $is_form:expr) => {
        $(#[$meta])*
        #[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = crate::FormError;

            fn try_from(text: String) -> Result<Self, crate::FormError> {
                let is_form: fn(&str) -> bool = $is_form;
                if is_form(&text) { Ok(Self(text)) } else { Err(crate::FormError { expected: $expected }) }
            }
        }

        impl std::str::FromStr for $name {
            type Err = crate::FormError;

            fn from_str(text: &str) -> Result<Self, crate::FormError> {
                Self::try_from(text.to_owned())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <String as serde::Deserialize>::deserialize(deserializer)?;
                Self::try_from(text).map_err(serde::de::Error::custom)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), klavi_core::mask_shape(&self.0))
            }
        }

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

pub(crate) use text_type;

/// Whether the text is this many ASCII digits.
pub(crate) fn is_digits(text: &str, count: usize) -> bool {
    text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())
}
