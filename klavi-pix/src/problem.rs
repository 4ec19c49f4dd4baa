//! All errors of the formats as one type, for whoever words them.

use crate::{
    AmountError, AmountNotation, BrCodeProblem, CnpjError, CpfError, DateError, DateTimeError, EmailError,
    EndToEndIdError, IspbError, JwtError, PhoneError, PixKeyDifference, PixKeyError, TaxIdError, TownCodeError,
    TransactionIdError, UrlError,
};
use core::error::Error;
use core::fmt;
use klavi_core::{FormatError, Stray, Unfit};

/// Declares [`FormatProblem`], with a variant for the error of each format.
macro_rules! problem {
    ($(#[$meta:meta])* $($variant:ident($error:ty),)+) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum FormatProblem {
            $(
                #[doc = concat!("[`", stringify!($error), "`]")]
                $variant($error),
            )+
            /// An amount in another notation.
            AmountNotation(AmountNotation),
            /// A Pix key that the DICT keeps in another form.
            PixKeyDifference(PixKeyDifference),
            /// It is neither as long as a CPF nor as a CNPJ: so many characters.
            TaxIdLength {
                /// How many characters there are, punctuation not counted.
                found: usize,
            },
            /// Eleven digits that are no CPF but could be a mobile number.
            PhoneWithoutCountry,
            /// The day or time lies before today.
            Past,
            /// The amount is zero.
            Zero,
            /// A number is written as text.
            AsText,
            /// The time of day is not 23:59:59 UTC.
            NotEndOfDay,
        }

        $(impl From<$error> for FormatProblem {
            fn from(error: $error) -> Self {
                Self::$variant(error)
            }
        })+

        impl fmt::Display for FormatProblem {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self {
                    $(Self::$variant(error) => error.fmt(f),)+
                    Self::AmountNotation(_) => f.write_str("an amount in another notation"),
                    Self::PixKeyDifference(_) => f.write_str("not in the form under which the DICT keeps it"),
                    Self::TaxIdLength { found } => TaxIdError::Length { found: *found }.fmt(f),
                    Self::PhoneWithoutCountry => f.write_str("no CPF, but a phone number without its country"),
                    Self::Past => f.write_str("before today"),
                    Self::Zero => f.write_str("zero"),
                    Self::AsText => f.write_str("a number that is written as a string"),
                    Self::NotEndOfDay => f.write_str("a time of day that is not 23:59:59 UTC"),
                }
            }
        }
    };
}

problem! {
    /// What is known of a value that is not of its form, without the value.
    ///
    /// ```
    /// use klavi_core::FormatError;
    /// use klavi_pix::{FormatProblem, cpf};
    ///
    /// let error = FormatError::new(FormatProblem::from(cpf::check("76109277670").unwrap_err()));
    /// assert!(matches!(FormatProblem::of(&error), Some(FormatProblem::Cpf(_))));
    /// assert_eq!(FormatProblem::of(&FormatError::new(core::fmt::Error)), None);
    /// ```
    Amount(AmountError),
    BrCode(BrCodeProblem),
    Cnpj(CnpjError),
    Cpf(CpfError),
    Date(DateError),
    DateTime(DateTimeError),
    Email(EmailError),
    EndToEndId(EndToEndIdError),
    Ispb(IspbError),
    Jwt(JwtError),
    Phone(PhoneError),
    PixKey(PixKeyError),
    Stray(Stray),
    TownCode(TownCodeError),
    TransactionId(TransactionIdError),
    Unfit(Unfit),
    Url(UrlError),
}

impl FormatProblem {
    /// The problem that an error is about, be it one of a format or of a pattern.
    #[must_use]
    pub fn of(error: &FormatError) -> Option<Self> {
        let stray = || error.downcast_ref().copied().map(Self::Stray);
        let unfit = || error.downcast_ref().copied().map(Self::Unfit);
        error.downcast_ref().copied().or_else(stray).or_else(unfit)
    }
}

impl Error for FormatProblem {}

impl From<AmountNotation> for FormatProblem {
    fn from(notation: AmountNotation) -> Self {
        Self::AmountNotation(notation)
    }
}

impl From<PixKeyDifference> for FormatProblem {
    fn from(difference: PixKeyDifference) -> Self {
        Self::PixKeyDifference(difference)
    }
}

impl From<TaxIdError> for FormatProblem {
    fn from(error: TaxIdError) -> Self {
        match error {
            TaxIdError::Cpf(error) => Self::Cpf(error),
            TaxIdError::Cnpj(error) => Self::Cnpj(error),
            TaxIdError::Length { found } => Self::TaxIdLength { found },
        }
    }
}
