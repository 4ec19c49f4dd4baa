//! The codes. `sh scripts/generate` makes this file from `schema/catalogue`.

use super::{Direction, Group, Severity};

codes! {
    /// The text is not JSON.
    InvalidJson = "invalid-json", Json, Error, Error;
    /// The text is not UTF-8.
    InvalidUtf8 = "invalid-utf8", Json, Error, Error;
    /// The text begins with a byte order mark.
    ByteOrderMark = "byte-order-mark", Json, Error, Error;
    /// Half of a surrogate pair.
    LoneSurrogate = "lone-surrogate", Json, Error, Error;
    /// Text after the end of the document.
    TrailingText = "trailing-text", Json, Error, Error;
    /// The same key twice in one object.
    DuplicateKey = "duplicate-key", Json, Error, Error;
    /// Arrays and objects are nested too deeply.
    TooDeep = "too-deep", Json, Error, Error;
    /// The document is larger than the limit.
    TooLarge = "too-large", Json, Error, Error;
    /// The value has the wrong JSON type.
    Type = "type", Structure, Error, Error;
    /// A required field is missing.
    Required = "required", Structure, Error, Error;
    /// The value is not in the closed list.
    Enum = "enum", Structure, Error, Error;
    /// The value is not the one constant allowed.
    Const = "const", Structure, Error, Error;
    /// The text does not match the documented pattern.
    Pattern = "pattern", Structure, Error, Error;
    /// The text does not match its format.
    Format = "format", Structure, Error, Error;
    /// The text is too short.
    MinLength = "min-length", Structure, Error, Error;
    /// The text is too long.
    MaxLength = "max-length", Structure, Error, Error;
    /// The text has too many bytes.
    MaxBytes = "max-bytes", Structure, Error, Error;
    /// The number is below the minimum.
    Minimum = "minimum", Structure, Error, Error;
    /// The number is above the maximum.
    Maximum = "maximum", Structure, Error, Error;
    /// The number must be above the bound.
    ExclusiveMinimum = "exclusive-minimum", Structure, Error, Error;
    /// The number must be below the bound.
    ExclusiveMaximum = "exclusive-maximum", Structure, Error, Error;
    /// The number is not a multiple.
    MultipleOf = "multiple-of", Structure, Error, Error;
    /// The array has too few items.
    MinItems = "min-items", Structure, Error, Error;
    /// The array has too many items.
    MaxItems = "max-items", Structure, Error, Error;
    /// Two items of the array are equal.
    UniqueItems = "unique-items", Structure, Error, Error;
    /// The array lacks items that it must contain.
    Contains = "contains", Structure, Error, Error;
    /// The array has too many items of one kind.
    MaxContains = "max-contains", Structure, Error, Error;
    /// The object has too few members.
    MinProperties = "min-properties", Structure, Error, Error;
    /// The object has too many members.
    MaxProperties = "max-properties", Structure, Error, Error;
    /// The name of a member is not allowed.
    PropertyNames = "property-names", Structure, Error, Error;
    /// None of the alternatives fits.
    AnyOf = "any-of", Structure, Error, Error;
    /// Not exactly one alternative fits.
    OneOf = "one-of", Structure, Error, Error;
    /// The value has a forbidden form.
    Not = "not", Structure, Error, Error;
    /// Nothing is allowed here.
    NotAllowed = "not-allowed", Structure, Error, Error;
    /// A response lacks a field the flow needs.
    ExpectedField = "expected-field", Structure, Warning, Warning;
    /// A text that must say something is empty.
    EmptyText = "empty-text", Structure, Warning, Warning;
    /// An optional response field is null.
    NullAsAbsent = "null-as-absent", Structure, Warning, Warning;
    /// `loggedUserCpf` is required for a company.
    LoggedUserCpfRequired = "logged-user-cpf-required", Conditional, Error, Error;
    /// `PIX_MANU` needs `creditorAccount`.
    CreditorAccountRequired = "creditor-account-required", Conditional, Error, Error;
    /// `PIX_MANU` needs the holder of the account.
    CreditorHolderRequired = "creditor-holder-required", Conditional, Error, Error;
    /// proxy is required for this `initType`.
    ProxyRequired = "proxy-required", Conditional, Error, Error;
    /// `PIX_MANU` takes no proxy.
    ProxyForbidden = "proxy-forbidden", Conditional, Error, Error;
    /// `PIX_QRCODE` needs `qrCode`.
    QrCodeRequired = "qr-code-required", Conditional, Error, Error;
    /// `qrCode` belongs to `PIX_QRCODE`.
    QrCodeUnexpected = "qr-code-unexpected", Conditional, Warning, Warning;
    /// The QR code has more than 512 bytes.
    QrCodeTooLong = "qr-code-too-long", Conditional, Error, Error;
    /// issuer is required for this account type.
    IssuerRequired = "issuer-required", Conditional, Error, Error;
    /// The identifier does not fit its `identifierType`.
    IdentifierMismatch = "identifier-mismatch", Conditional, Error, Error;
    /// Automatic Pix pays a company.
    PayeeNaturalPerson = "payee-natural-person", Conditional, Warning, Warning;
    /// A cancelled payment says who cancelled it.
    CancellationRequired = "cancellation-required", Conditional, Error, Error;
    /// An authorised payment carries `endToEndId`.
    EndToEndIdRequired = "end-to-end-id-required", Conditional, Error, Error;
    /// The maximum is below the minimum.
    MaximumBelowMinimum = "maximum-below-minimum", Conditional, Error, Error;
    /// The text is none of the five kinds of Pix key.
    PixKeyFormat = "pix-key-format", Format, Error, Warning;
    /// The number is not an amount in reais and centavos.
    AmountForm = "amount-form", Format, Error, Error;
    /// An amount written in another notation.
    AmountNotation = "amount-notation", Format, Warning, Warning;
    /// The text is not a CPF.
    CpfFormat = "cpf-format", Format, Warning, Warning;
    /// The text is not a CNPJ.
    CnpjFormat = "cnpj-format", Format, Warning, Warning;
    /// The text is not an ISPB.
    IspbFormat = "ispb-format", Format, Warning, Warning;
    /// A CNPJ with letters where the page allows only digits.
    CnpjAlphanumeric = "cnpj-alphanumeric", Format, Warning, Warning;
    /// The CPF's check digits do not match.
    CpfCheckDigits = "cpf-check-digits", Format, Warning, Warning;
    /// The CNPJ's check digits do not match.
    CnpjCheckDigits = "cnpj-check-digits", Format, Warning, Warning;
    /// The Pix key is not written as the directory stores it.
    PixKeyNotCanonical = "pix-key-not-canonical", Format, Warning, Warning;
    /// The QR code's elements do not add up.
    BrCodeStructure = "br-code-structure", Format, Warning, Warning;
    /// The QR code's checksum is wrong.
    BrCodeCrc = "br-code-crc", Format, Warning, Warning;
    /// No municipality has this IBGE code.
    TownCode = "town-code", Format, Warning, Warning;
    /// `endToEndId` does not have the form of Pix.
    EndToEndIdFormat = "end-to-end-id-format", Format, Warning, Warning;
    /// The transaction id has characters or a length that Pix does not allow.
    TransactionIdFormat = "transaction-id-format", Format, Warning, Warning;
    /// The text is not an e-mail address.
    EmailFormat = "email-format", Format, Warning, Warning;
    /// The text is not a phone number with country code.
    PhoneFormat = "phone-format", Format, Warning, Warning;
    /// The text is not an absolute URL.
    UrlForm = "url-form", Format, Warning, Warning;
    /// The access token does not look like a JWT.
    TokenFormat = "token-format", Format, Warning, Warning;
    /// The calendar has no such day.
    DateNotReal = "date-not-real", Format, Warning, Warning;
    /// A month or day with one digit.
    DateNotation = "date-notation", Format, Warning, Warning;
    /// The date has already passed.
    DateInPast = "date-in-past", Semantic, Warning, Warning;
    /// The amount is zero.
    AmountZero = "amount-zero", Semantic, Warning, Warning;
    /// Fixed and variable amount in one consent.
    FixedAndVariableAmount = "fixed-and-variable-amount", Semantic, Warning, Warning;
    /// The QR code asks for another amount.
    BrCodeAmountMismatch = "br-code-amount-mismatch", Semantic, Warning, Warning;
    /// proxy is not the key of the QR code.
    BrCodeKeyMismatch = "br-code-key-mismatch", Semantic, Warning, Warning;
    /// Payer and payee are the same account.
    SameAccount = "same-account", Semantic, Warning, Warning;
    /// The consent expires at another time than 23:59:59 UTC.
    ExpirationTime = "expiration-time", Semantic, Warning, Warning;
    /// Two documents disagree about proxy with `PIX_QRCODE`.
    ProxyExpected = "proxy-expected", Contradiction, Warning, Warning;
    /// Two documents disagree about the holder of the account.
    HolderExpected = "holder-expected", Contradiction, Warning, Warning;
    /// An amount documented as a number is sent as text.
    AmountAsText = "amount-as-text", Contradiction, Warning, Warning;
    /// The contract has no such field.
    UnknownField = "unknown-field", Unknown, Warning, Warning;
    /// A response value that the documents do not list.
    UnknownValue = "unknown-value", Unknown, Warning, Warning;
    /// A form that no document gives to the field.
    UndocumentedForm = "undocumented-form", Unknown, Warning, Warning;
    /// No operation has this method and path.
    UnknownOperation = "unknown-operation", Http, Error, Error;
    /// The path comes from older documents.
    OlderPath = "older-path", Http, Warning, Warning;
    /// A call must use HTTPS.
    InsecureScheme = "insecure-scheme", Http, Error, Error;
    /// The Authorization header is missing.
    AuthorizationMissing = "authorization-missing", Http, Error, Error;
    /// The Authorization header is not a bearer token.
    AuthorizationForm = "authorization-form", Http, Error, Error;
    /// The body's content type is not JSON.
    ContentType = "content-type", Http, Error, Error;
    /// The body has no content type.
    ContentTypeMissing = "content-type-missing", Http, Warning, Warning;
    /// A JSON response says that it is something else.
    ContentTypeAnswer = "content-type-answer", Http, Warning, Warning;
    /// A path parameter was not filled in.
    PathParameter = "path-parameter", Http, Error, Error;
    /// The operation has no query parameters.
    QueryParameter = "query-parameter", Http, Warning, Warning;
    /// The operation takes no body.
    BodyUnexpected = "body-unexpected", Http, Warning, Warning;
    /// The body is not JSON.
    NotJson = "not-json", Http, Error, Error;
    /// The documents do not list this HTTP status.
    UnknownStatus = "unknown-status", Http, Warning, Warning;
    /// A `clientRequestId` was used for another request.
    RequestIdReused = "request-id-reused", Flow, Error, Error;
    /// A request was sent again with its `clientRequestId`.
    RequestIdRepeated = "request-id-repeated", Flow, Warning, Warning;
    /// Two payments differ in nothing but their id.
    ProbableDuplicate = "probable-duplicate", Flow, Warning, Warning;
    /// A response does not match its request.
    AnswerMismatch = "answer-mismatch", Flow, Error, Error;
    /// A status came after a final one.
    StatusRegression = "status-regression", Flow, Error, Error;
    /// A status came before an earlier one of the documented order.
    StatusOrder = "status-order", Flow, Warning, Warning;
    /// A payment was polled after its final status.
    PolledAfterFinal = "polled-after-final", Flow, Warning, Warning;
    /// A payment was polled too often.
    PolledTooFast = "polled-too-fast", Flow, Warning, Warning;
    /// A payment was left without a final status.
    NoFinalStatus = "no-final-status", Flow, Warning, Warning;
    /// A token was used after it expired.
    TokenExpired = "token-expired", Flow, Error, Error;
    /// One payment was sent to two environments.
    EnvironmentMixed = "environment-mixed", Flow, Error, Error;
    /// A consent was used after it expired.
    ConsentExpired = "consent-expired", Flow, Error, Error;
    /// A webhook cannot be trusted.
    WebhookSignature = "webhook-signature", Flow, Error, Error;
    /// A webhook was delivered again.
    WebhookRepeated = "webhook-repeated", Flow, Warning, Warning;
}
