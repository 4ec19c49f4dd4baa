//! The languages, as many as `klavi-schema` has.

macro_rules! languages {
    ($($variant:ident $name:literal $endonym:literal $aliases:expr;)*) => {
        /// A language of messages.
        ///
        /// ```
        /// use klavi_validate::Lang;
        ///
        /// assert_eq!("pt-BR".parse(), Ok(Lang::PtBr));
        /// assert_eq!(Lang::default().to_string(), "en");
        /// assert_eq!(Lang::PtBr.endonym(), "português do Brasil");
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Lang {
            $(#[doc = $endonym] $variant,)*
        }

        impl Lang {
            /// All languages.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The name that options and reports use, such as `pt-BR`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// What the language calls itself.
            #[must_use]
            pub const fn endonym(self) -> &'static str {
                match self { $(Self::$variant => $endonym,)* }
            }

            /// Other spellings of the name, such as `pt` and `pt_BR`.
            #[must_use]
            pub const fn aliases(self) -> &'static [&'static str] {
                match self { $(Self::$variant => &$aliases,)* }
            }
        }
    };
}

include!(concat!(env!("OUT_DIR"), "/languages.rs"));

impl Default for Lang {
    /// The language of builds and of `Display`.
    fn default() -> Self {
        Self::ALL[0]
    }
}
