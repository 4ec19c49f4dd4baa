mod malformed;

use super::{Mismatch, Name, Topic, mismatch, name, topic};
use crate::Lang;
use crate::finding::{Cause, Finding, Span};
use crate::report::Report;
use klavi_core::program::{Confidence, Program, Source, Types, Value};
use klavi_core::{Code, Details, Direction, Expected, FormatError, Group, Position};
use klavi_pix::{CnpjError, FormatProblem, TaxIdKind, tax_id};
use std::fmt::Write as _;

fn finding(code: Code, pointer: &str, cause: Option<&str>, details: Details) -> Finding {
    let at = |offset| Position { line: 1, column: 1, offset };
    let span = Span { start: at(0), end: at(13) };
    Finding {
        code,
        severity: code.severity(Direction::Request),
        pointer: pointer.to_owned(),
        span,
        because: cause.map(|pointer| Cause { pointer: pointer.to_owned(), span }).into_iter().collect(),
        schema_location: String::new(),
        source: Some(Source { document: "002", confidence: Confidence::Verbatim }),
        direction: Direction::Request,
        details,
        words: None,
    }
}

fn message(finding: &Finding, lang: Lang) -> String {
    finding.message(lang)
}

fn help(finding: &Finding, lang: Lang) -> Option<String> {
    finding.help(lang)
}

const METHODS: &[Value] = &[Value::String("PIX_MANU"), Value::String("PIX_DICT")];
const STATUSES: &[&str] = &["CONSENT_AUTHORIZED", "PAYMENT_COMPLETED"];

/// A finding of the code as the evaluator makes it.
fn typical(code: Code) -> Finding {
    let problem = |problem| Details::Problem(FormatError::new(problem));
    let (pointer, cause, details) = match code {
        Code::InvalidJson => ("", None, Details::Expected(Expected::Name)),
        Code::TrailingText => ("", None, Details::Expected(Expected::End)),
        Code::DuplicateKey | Code::AmountZero => ("/amount", None, Details::None),
        Code::Type => ("/amount", None, Details::Types(Types::STRING, Types::NUMBER)),
        Code::Enum => ("/initType", None, Details::Values(METHODS, Some("PIX_DICT"))),
        Code::Const => ("/version", None, Details::Values(&[Value::Number("1")], None)),
        Code::Pattern => ("/debtorAccount/number", None, Details::Pattern("^[0-9]{1,20}$", None)),
        Code::Format => ("/day", None, Details::Format("date")),
        Code::MinLength => ("/debtorAccount/ispb", None, Details::Count(8, 3)),
        Code::MaxLength => ("/remittanceInformation", None, Details::Count(140, 141)),
        Code::Minimum | Code::Maximum | Code::ExclusiveMinimum | Code::ExclusiveMaximum | Code::MultipleOf => {
            ("/quantity", None, Details::Bound("5"))
        }
        Code::MaxBytes => ("/note", None, Details::Count(20, 21)),
        Code::UniqueItems => ("/days/3", Some("/days/0"), Details::None),
        Code::Contains => ("/days", None, Details::Count(2, 1)),
        Code::MaxContains => ("/days", None, Details::Count(1, 2)),
        Code::MinProperties => ("/labels", None, Details::Count(1, 0)),
        Code::MaxProperties => ("/labels", None, Details::Count(1, 2)),
        Code::PropertyNames => ("/Color", None, Details::None),
        Code::MinItems => ("/days", None, Details::Count(1, 0)),
        Code::MaxItems => ("/days", None, Details::Count(3, 4)),
        Code::NotAllowed => ("/internalNote", None, Details::None),
        Code::ExpectedField => ("/consentUrl", None, Details::None),
        Code::LoggedUserCpfRequired => ("/loggedUserCpf", Some("/customer/identifierType"), Details::None),
        Code::CreditorAccountRequired => ("/creditorAccount", Some("/initType"), Details::None),
        Code::CreditorHolderRequired => ("/creditorAccount/holder", Some("/initType"), Details::None),
        Code::ProxyRequired | Code::ProxyForbidden | Code::ProxyExpected => {
            ("/proxy", Some("/initType"), Details::None)
        }
        Code::QrCodeRequired | Code::QrCodeUnexpected => ("/qrCode", Some("/initType"), Details::None),
        Code::QrCodeTooLong => ("/qrCode", None, Details::Count(512, 600)),
        Code::EmptyText | Code::UrlForm => ("/redirectUrl", None, Details::None),
        Code::PayeeNaturalPerson => ("/creditorAccount/holder/identifierType", None, Details::None),
        Code::HolderExpected => ("/creditorAccount/holder", None, Details::None),
        Code::UndocumentedForm => ("/message", None, Details::None),
        Code::AmountNotation | Code::AmountForm => ("/fixedAmount", None, Details::None),
        Code::IssuerRequired => ("/debtorAccount/issuer", Some("/debtorAccount/accountType"), Details::None),
        Code::IdentifierMismatch | Code::CnpjAlphanumeric => {
            ("/customer/identifier", Some("/customer/identifierType"), Details::None)
        }
        Code::CancellationRequired => ("/cancellation", Some("/status"), Details::None),
        Code::EndToEndIdRequired => ("/endToEndId", Some("/status"), Details::None),
        Code::MaximumBelowMinimum => ("/maximumVariableAmount", Some("/minimumVariableAmount"), Details::None),
        Code::FixedAndVariableAmount => ("/fixedAmount", Some("/maximumVariableAmount"), Details::None),
        Code::BrCodeAmountMismatch => ("/qrCode", Some("/amount"), Details::None),
        Code::BrCodeKeyMismatch => ("/qrCode", Some("/proxy"), Details::None),
        Code::SameAccount => ("/debtorAccount", Some("/creditorAccount"), Details::None),
        Code::BrCodeStructure | Code::BrCodeCrc => ("/qrCode", None, Details::None),
        Code::PixKeyFormat | Code::PixKeyNotCanonical => ("/proxy", None, Details::None),
        Code::DateInPast => ("/date", None, problem(FormatProblem::Past)),
        Code::AmountAsText => ("/fixedAmount", None, problem(FormatProblem::AsText)),
        Code::ExpirationTime => ("/consent/expirationDateTime", None, problem(FormatProblem::NotEndOfDay)),
        Code::UnknownField => ("/externalId", None, Details::Name(Some("clientRequestId"))),
        Code::UnknownValue => ("/status", None, Details::Known(STATUSES, Some("CONSENT_AUTHORIZED"))),
        _ => ("/reference", None, Details::None),
    };
    finding(code, pointer, cause, details)
}

fn table(findings: impl IntoIterator<Item = (String, Finding)>) -> String {
    let mut table = String::new();
    for (title, finding) in findings {
        let _ = writeln!(table, "{title}");
        for lang in [Lang::En, Lang::PtBr] {
            let _ = writeln!(table, "    {}", message(&finding, lang));
            if let Some(help) = help(&finding, lang) {
                let _ = writeln!(table, "    -> {help}");
            }
        }
    }
    table
}

/// The codes that findings of documents have; those of calls are told by whoever judges calls.
fn of_documents() -> impl Iterator<Item = Code> {
    Code::ALL.iter().copied().filter(|code| !code.group().is_of_calls())
}

#[test]
fn messages_of_all_codes() {
    insta::assert_snapshot!(table(of_documents().map(|code| (code.name().to_owned(), typical(code)))));
}

#[test]
fn every_code_has_its_own_message_in_both_languages() {
    for code in of_documents() {
        let finding = typical(code);
        let (en, pt_br) = (message(&finding, Lang::En), message(&finding, Lang::PtBr));
        assert!(en != code.name() && pt_br != code.name() && en != pt_br, "{code}: {en} / {pt_br}");
        assert_eq!(help(&finding, Lang::En).is_some(), help(&finding, Lang::PtBr).is_some(), "{code}");
        let plain = code.group() == Group::Structure;
        assert!(plain || help(&finding, Lang::En).is_some(), "{code} has no help");
    }
}

fn of_problem(pointer: &str, problem: FormatProblem) -> Finding {
    finding(Code::Pattern, pointer, None, Details::Pattern("^$", Some(FormatError::new(problem))))
}

#[test]
fn messages_of_formats() {
    let findings = malformed::texts()
        .into_iter()
        .map(|(pointer, text, problem)| (format!("{text:?}"), of_problem(pointer, problem)));
    insta::assert_snapshot!(table(findings));
}

#[test]
fn messages_of_qr_codes() {
    let mut seen = Vec::new();
    let problems = malformed::codes().into_iter().filter(|(_, _, problem)| {
        let new = !seen.contains(problem);
        seen.push(*problem);
        new
    });
    let findings = problems.map(|(pointer, _, problem)| (format!("{problem:?}"), of_problem(pointer, problem)));
    insta::assert_snapshot!(table(findings));
}

#[test]
fn no_value_is_repeated() {
    for (pointer, text, problem) in malformed::texts().into_iter().chain(malformed::codes()) {
        let finding = of_problem(pointer, problem);
        for lang in [Lang::En, Lang::PtBr] {
            let said = format!("{} {}", message(&finding, lang), help(&finding, lang).unwrap_or_default());
            for part in text.split(|letter: char| !letter.is_alphanumeric()).filter(|part| part.len() >= 5) {
                let named = ["Bearer", "https"].contains(&part);
                assert!(named || !said.contains(part), "{said} repeats {part}");
            }
        }
    }
}

#[test]
fn names_that_may_be_personal_are_not_told() {
    assert_eq!(name(""), Name::Document);
    assert_eq!(name("/consent/amount"), Name::Member("amount"));
    assert_eq!(name("/0"), Name::Item(1));
    for pointer in ["/76109277673", "/externalInfo/fulano@example.com", "/"] {
        assert_eq!(name(pointer), Name::Hidden, "{pointer}");
        let said = message(&finding(Code::UnknownField, pointer, None, Details::Name(None)), Lang::En);
        assert_eq!(said, "this member is not a field of this object");
    }
}

#[test]
fn a_line_break_is_told_by_the_pattern_that_forbids_it() {
    let mut finding = finding(Code::Not, "/proxy", None, Details::Pattern("[\n\r\u{85}\u{2028}\u{2029}]", None));
    finding.schema_location = "create-payment.request#/properties/proxy/not".to_owned();
    assert_eq!(message(&finding, Lang::En), "`proxy` has a line break");
    assert_eq!(message(&finding, Lang::PtBr), "`proxy` tem quebra de linha");
}

#[test]
fn topics_follow_from_names() {
    let of = |pointer| topic(&finding(Code::Pattern, pointer, None, Details::None));
    assert_eq!(of("/consent/debtorAccount/number"), Topic::AccountNumber);
    assert_eq!(of("/address/number"), Topic::Other);
    assert_eq!(of("/fixedAmount"), Topic::Amount);
}

#[test]
fn an_identifier_that_does_not_fit_is_told_by_what_it_looks_like() {
    let of = |pattern, text: &str| {
        let problem = tax_id::check(text).err().map(|error| FormatError::new(FormatProblem::from(error)));
        let mut finding = finding(Code::IdentifierMismatch, "/identifier", None, Details::Pattern(pattern, problem));
        finding.span.end.offset = finding.span.start.offset + text.len() as u64 + 2;
        mismatch(&finding)
    };
    let (cpf, cnpj) = ("^[0-9]{11}$", "^[0-9A-Z]{12}[0-9]{2}$");
    assert_eq!(of(cpf, "44471172000119"), Mismatch::OtherType(TaxIdKind::Cpf));
    assert_eq!(of(cpf, "123"), Mismatch::Length(TaxIdKind::Cpf, 3));
    assert!(matches!(of(cpf, "761.092.776-73"), Mismatch::Written(FormatProblem::Cpf(_))));
    assert_eq!(of(cnpj, "76109277673"), Mismatch::OtherType(TaxIdKind::Cnpj));
    assert_eq!(of(cnpj, "12345678901"), Mismatch::OtherType(TaxIdKind::Cnpj));
    assert_eq!(of(cnpj, "123"), Mismatch::Length(TaxIdKind::Cnpj, 3));
    assert!(matches!(
        of(cnpj, "12abc34501de35"),
        Mismatch::Written(FormatProblem::Cnpj(CnpjError::LowerCase { at: 2 }))
    ));
    assert!(matches!(of(cnpj, "44.471.172/0001-19"), Mismatch::Written(FormatProblem::Cnpj(_))));
    let mut forbidden = finding(Code::IdentifierMismatch, "/identifier", None, Details::Pattern(cpf, None));
    forbidden.schema_location = "consent-links.request#/$defs/contractDebtor/then/properties/identifier/not".to_owned();
    assert_eq!(mismatch(&forbidden), Mismatch::OtherType(TaxIdKind::Cnpj));
}

#[test]
fn what_json_expects_is_told() {
    static ANYTHING: Program = Program::ANYTHING;
    let broken = [
        "[1 2]",
        "{\"a\":1 \"b\":2}",
        "{a:1}",
        "{\"a\" 1}",
        "\"a",
        "-",
        "1.",
        "1e",
        "nul",
        "\"\n\"",
        "\"\\x\"",
        "\"\\u12g4\"",
        "",
    ];
    let plain = finding(Code::InvalidJson, "", None, Details::None);
    let said = broken.map(|text| {
        let report = Report::new(&ANYTHING, text.as_bytes(), &crate::Options::default());
        let finding = &report.findings[0];
        assert!(matches!(finding.details, Details::Expected(_)), "{text}");
        (text.to_owned(), finding.clone())
    });
    for (text, finding) in &said {
        for &lang in Lang::ALL {
            assert_ne!(finding.message(lang), plain.message(lang), "{text}: {:?}", finding.details);
        }
    }
    insta::assert_snapshot!(table(said));
}
