//! The codes of findings: one closed list, stable for ever.

use core::fmt;
use core::str::FromStr;

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $name:literal, $group:ident, $request:ident, $response:ident;)+) => {
        /// What a finding says, as a stable machine-readable code: each with its title in the catalogue.
        ///
        /// ```
        /// use klavi_core::{Code, Direction, Group, Severity};
        ///
        /// let code: Code = "pix-key-format".parse()?;
        /// assert_eq!(code.group(), Group::Format);
        /// assert_eq!(code.severity(Direction::Request), Severity::Error);
        /// assert_eq!(code.severity(Direction::Response), Severity::Warning);
        /// # Ok::<(), klavi_core::UnknownCode>(())
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Code { $($(#[doc = $doc])+ $variant,)+ }

        impl Code {
            /// Every code, in the order of the registry.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The kebab-case name.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// The group the code belongs to.
            #[must_use]
            pub const fn group(self) -> Group {
                match self { $(Self::$variant => Group::$group,)+ }
            }

            /// The default severity in a document of this direction.
            #[must_use]
            pub const fn severity(self, direction: Direction) -> Severity {
                match (self, direction) {
                    $((Self::$variant, Direction::Request) => Severity::$request,
                      (Self::$variant, Direction::Response) => Severity::$response,)+
                }
            }
        }
    };
}

mod list;
mod parts;

pub use list::Code;
pub use parts::{Direction, Group, Severity, UnknownCode};

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Code {
    type Err = UnknownCode;

    fn from_str(name: &str) -> Result<Self, UnknownCode> {
        Self::ALL.iter().copied().find(|code| code.name() == name).ok_or(UnknownCode)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_parse_back() {
        for &code in Code::ALL {
            assert_eq!(code.name().parse(), Ok(code));
            assert!(code.name().bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'));
        }
        assert_eq!("Required".parse::<Code>(), Err(UnknownCode));
        for &group in Group::ALL {
            assert_eq!(group.name().parse(), Ok(group));
        }
    }
}
