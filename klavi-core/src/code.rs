//! The codes of findings: one closed list, stable for ever.

use core::fmt;
use core::str::FromStr;

/// Whether a document travels to the service or comes from there.
///
/// Requests are read strictly, responses tolerantly; the severity of a [`Code`] follows from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Direction {
    /// Sent to the service.
    Request,
    /// Received from the service.
    Response,
}

/// How much a finding weighs: only an error makes a document invalid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Something the world outside the documents states, or that was inferred, or on which two documents disagree.
    Warning,
    /// Something a document states for this field of this contract.
    Error,
}

impl Severity {
    /// `error` or `warning`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// The family of a [`Code`]; levels can be set for a whole group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    /// The text is not JSON as RFC 8259 and this toolkit's limits have it. These codes cannot be allowed.
    Json,
    /// A plain keyword of the schema: type, required, length, pattern.
    Structure,
    /// A rule that holds under a condition.
    Conditional,
    /// The form of one value: check digits, Pix keys, BR Codes, dates.
    Format,
    /// The meaning of values, alone or beside each other.
    Semantic,
    /// The documents disagree with themselves here.
    Contradiction,
    /// A field or a value that no document names.
    Unknown,
}

impl Group {
    /// All groups, in the order of the registry.
    pub const ALL: &'static [Self] = &[
        Self::Json,
        Self::Structure,
        Self::Conditional,
        Self::Format,
        Self::Semantic,
        Self::Contradiction,
        Self::Unknown,
    ];

    /// The group's name as options and reports write it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Structure => "structure",
            Self::Conditional => "conditional",
            Self::Format => "format",
            Self::Semantic => "semantic",
            Self::Contradiction => "contradiction",
            Self::Unknown => "unknown",
        }
    }
}

impl FromStr for Group {
    type Err = UnknownName;

    fn from_str(name: &str) -> Result<Self, UnknownName> {
        Self::ALL.iter().copied().find(|group| group.name() == name).ok_or(UnknownName)
    }
}

/// The text names no code or group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownName;

impl fmt::Display for UnknownName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no code or group has this name")
    }
}

impl core::error::Error for UnknownName {}

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $name:literal, $group:ident, $request:ident, $response:ident;)+) => {
        /// What a finding says, as a stable machine-readable code.
        ///
        /// ```
        /// use klavi_core::{Code, Direction, Group, Severity};
        ///
        /// let code: Code = "pix-key-format".parse()?;
        /// assert_eq!(code.group(), Group::Format);
        /// assert_eq!(code.severity(Direction::Request), Severity::Error);
        /// assert_eq!(code.severity(Direction::Response), Severity::Warning);
        /// # Ok::<(), klavi_core::UnknownName>(())
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

codes! {
    /// The text breaks the grammar of JSON.
    InvalidJson = "invalid-json", Json, Error, Error;
    /// The bytes are not UTF-8.
    InvalidUtf8 = "invalid-utf8", Json, Error, Error;
    /// The text starts with a byte order mark.
    ByteOrderMark = "byte-order-mark", Json, Error, Error;
    /// A `\u` escape names half of a surrogate pair.
    LoneSurrogate = "lone-surrogate", Json, Error, Error;
    /// Something stands after the JSON value.
    TrailingText = "trailing-text", Json, Error, Error;
    /// A member name occurs twice in one object.
    DuplicateKey = "duplicate-key", Json, Error, Error;
    /// More objects and arrays are open at once than the limit allows.
    TooDeep = "too-deep", Json, Error, Error;
    /// The document has more bytes than the limit allows.
    TooLarge = "too-large", Json, Error, Error;
    /// The value is of another JSON type.
    Type = "type", Structure, Error, Error;
    /// A mandatory member is missing.
    Required = "required", Structure, Error, Error;
    /// The value is not in a closed list.
    Enum = "enum", Structure, Error, Error;
    /// The value is not the one constant.
    Const = "const", Structure, Error, Error;
    /// The text does not match the pattern.
    Pattern = "pattern", Structure, Error, Error;
    /// The text has too few characters.
    MinLength = "min-length", Structure, Error, Error;
    /// The text has too many characters.
    MaxLength = "max-length", Structure, Error, Error;
    /// The text has too many bytes.
    MaxBytes = "max-bytes", Structure, Error, Error;
    /// The number is below the minimum.
    Minimum = "minimum", Structure, Error, Error;
    /// The number is above the maximum.
    Maximum = "maximum", Structure, Error, Error;
    /// The number is not above the exclusive minimum.
    ExclusiveMinimum = "exclusive-minimum", Structure, Error, Error;
    /// The number is not below the exclusive maximum.
    ExclusiveMaximum = "exclusive-maximum", Structure, Error, Error;
    /// The number is not a multiple.
    MultipleOf = "multiple-of", Structure, Error, Error;
    /// The array has too few items.
    MinItems = "min-items", Structure, Error, Error;
    /// The array has too many items.
    MaxItems = "max-items", Structure, Error, Error;
    /// An item of the array equals an earlier one.
    UniqueItems = "unique-items", Structure, Error, Error;
    /// Too few items of the array fit what it must contain.
    Contains = "contains", Structure, Error, Error;
    /// Too many items of the array fit what it may contain.
    MaxContains = "max-contains", Structure, Error, Error;
    /// The object has too few members.
    MinProperties = "min-properties", Structure, Error, Error;
    /// The object has too many members.
    MaxProperties = "max-properties", Structure, Error, Error;
    /// The name of a member is not one that the schema allows.
    PropertyNames = "property-names", Structure, Error, Error;
    /// The value fits none of the alternatives.
    AnyOf = "any-of", Structure, Error, Error;
    /// The value does not fit exactly one of the alternatives.
    OneOf = "one-of", Structure, Error, Error;
    /// The value fits a schema that it must not fit.
    Not = "not", Structure, Error, Error;
    /// No value may stand here.
    NotAllowed = "not-allowed", Structure, Error, Error;
    /// A member is missing without which the flow cannot go on.
    ExpectedField = "expected-field", Structure, Warning, Warning;
    /// A text that must say something is empty or blank.
    EmptyText = "empty-text", Structure, Warning, Warning;
    /// An optional member of a response is `null`; it is read as absent.
    NullAsAbsent = "null-as-absent", Structure, Warning, Warning;
    /// The customer is a company and the person acting for it is not named.
    LoggedUserCpfRequired = "logged-user-cpf-required", Conditional, Error, Error;
    /// A manual payment without the payee's account.
    CreditorAccountRequired = "creditor-account-required", Conditional, Error, Error;
    /// A manual payment whose payee account names no holder.
    CreditorHolderRequired = "creditor-holder-required", Conditional, Error, Error;
    /// A payment by key or QR code without the Pix key.
    ProxyRequired = "proxy-required", Conditional, Error, Error;
    /// A manual payment with a Pix key.
    ProxyForbidden = "proxy-forbidden", Conditional, Error, Error;
    /// A QR code payment without the QR code.
    QrCodeRequired = "qr-code-required", Conditional, Error, Error;
    /// A QR code in a payment that does not start from one.
    QrCodeUnexpected = "qr-code-unexpected", Conditional, Warning, Warning;
    /// The QR code has more than 512 bytes.
    QrCodeTooLong = "qr-code-too-long", Conditional, Error, Error;
    /// A current or savings account without its agency.
    IssuerRequired = "issuer-required", Conditional, Error, Error;
    /// The identifier does not fit its type.
    IdentifierMismatch = "identifier-mismatch", Conditional, Error, Error;
    /// The payee of Automatic Pix is a natural person.
    PayeeNaturalPerson = "payee-natural-person", Conditional, Warning, Warning;
    /// A cancelled payment that does not say who cancelled it.
    CancellationRequired = "cancellation-required", Conditional, Error, Error;
    /// An authorized payment without its end-to-end id.
    EndToEndIdRequired = "end-to-end-id-required", Conditional, Error, Error;
    /// The maximum amount is below the minimum amount.
    MaximumBelowMinimum = "maximum-below-minimum", Conditional, Error, Error;
    /// The text has the form of no Pix key.
    PixKeyFormat = "pix-key-format", Format, Error, Warning;
    /// The number is not written as an amount.
    AmountForm = "amount-form", Format, Error, Error;
    /// The number is an amount, written in another notation.
    AmountNotation = "amount-notation", Format, Warning, Warning;
    /// The text does not have the form of a CPF.
    CpfFormat = "cpf-format", Format, Warning, Warning;
    /// The text does not have the form of a CNPJ.
    CnpjFormat = "cnpj-format", Format, Warning, Warning;
    /// The text does not have the form of an ISPB.
    IspbFormat = "ispb-format", Format, Warning, Warning;
    /// The CNPJ has letters, where the document of the field knows digits only.
    CnpjAlphanumeric = "cnpj-alphanumeric", Format, Warning, Warning;
    /// The check digits of a CPF do not fit.
    CpfCheckDigits = "cpf-check-digits", Format, Warning, Warning;
    /// The check digits of a CNPJ do not fit.
    CnpjCheckDigits = "cnpj-check-digits", Format, Warning, Warning;
    /// The Pix key is not in the form under which the DICT keeps it.
    PixKeyNotCanonical = "pix-key-not-canonical", Format, Warning, Warning;
    /// The QR code is not a well-formed BR Code.
    BrCodeStructure = "br-code-structure", Format, Warning, Warning;
    /// The checksum of the QR code is wrong.
    BrCodeCrc = "br-code-crc", Format, Warning, Warning;
    /// No town has this IBGE code.
    TownCode = "town-code", Format, Warning, Warning;
    /// The text is not an end-to-end id.
    EndToEndIdFormat = "end-to-end-id-format", Format, Warning, Warning;
    /// The text is not a transaction identification.
    TransactionIdFormat = "transaction-id-format", Format, Warning, Warning;
    /// The text is not an e-mail address.
    EmailFormat = "email-format", Format, Warning, Warning;
    /// The text is not a phone number in E.164 form.
    PhoneFormat = "phone-format", Format, Warning, Warning;
    /// The text is not an absolute URL.
    UrlForm = "url-form", Format, Warning, Warning;
    /// The token does not have the shape of a JWT.
    TokenFormat = "token-format", Format, Warning, Warning;
    /// The calendar has no such day.
    DateNotReal = "date-not-real", Format, Warning, Warning;
    /// The month or the day has one digit.
    DateNotation = "date-notation", Format, Warning, Warning;
    /// The day lies before today in Brasília.
    DateInPast = "date-in-past", Semantic, Warning, Warning;
    /// The amount is zero.
    AmountZero = "amount-zero", Semantic, Warning, Warning;
    /// A consent for fixed and for variable amounts at once.
    FixedAndVariableAmount = "fixed-and-variable-amount", Semantic, Warning, Warning;
    /// The QR code asks for another amount.
    BrCodeAmountMismatch = "br-code-amount-mismatch", Semantic, Warning, Warning;
    /// The QR code names another Pix key.
    BrCodeKeyMismatch = "br-code-key-mismatch", Semantic, Warning, Warning;
    /// Payer and payee are the same account.
    SameAccount = "same-account", Semantic, Warning, Warning;
    /// The consent does not end with a day.
    ExpirationTime = "expiration-time", Semantic, Warning, Warning;
    /// A payment by QR code without the Pix key, which two documents ask for and one does not.
    ProxyExpected = "proxy-expected", Contradiction, Warning, Warning;
    /// An account without its holder, whom one document requires and another lets a request leave out.
    HolderExpected = "holder-expected", Contradiction, Warning, Warning;
    /// An amount that one document calls a number is written as text.
    AmountAsText = "amount-as-text", Contradiction, Warning, Warning;
    /// A member that no document names.
    UnknownField = "unknown-field", Unknown, Warning, Warning;
    /// A value that is not in the documents' open list.
    UnknownValue = "unknown-value", Unknown, Warning, Warning;
    /// A value of a type that no document gives to the field.
    UndocumentedForm = "undocumented-form", Unknown, Warning, Warning;
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Code {
    type Err = UnknownName;

    fn from_str(name: &str) -> Result<Self, UnknownName> {
        Self::ALL.iter().copied().find(|code| code.name() == name).ok_or(UnknownName)
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
        assert_eq!("Required".parse::<Code>(), Err(UnknownName));
        for &group in Group::ALL {
            assert_eq!(group.name().parse(), Ok(group));
        }
    }
}
