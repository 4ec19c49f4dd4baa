//! What a service does with the library: warnings together with the bytes, answers that lack a field, errors in logs.

use klavi_validate::runtime::{Code, Group, Severity};
use klavi_validate::types::create_payment_request::{
    ClientMetadata, CreatePaymentRequest, Currency, Customer, IdentifierType, InitType, Os, Platform,
};
use klavi_validate::types::{
    Amount, Date, GetPaymentResponse, PixKey, consent_links_request, create_payment_response, get_payment_response,
    get_payment_status_response, request, response,
};
use klavi_validate::{
    Error, Lang, Level, Options, Report, Valid, Validate, catalogue, check, check_with, contract, parse, parse_with,
    read, read_with, to_vec, today,
};
use std::collections::HashSet;
use std::sync::Arc;

fn request(identifier: &str, amount: &str) -> CreatePaymentRequest {
    CreatePaymentRequest::builder()
        .client_request_id("order-1")
        .institution_id("bank-1")
        .init_type(InitType::PixDict)
        .customer(
            Customer::builder().identifier_type(IdentifierType::Cpf).identifier(identifier.parse().unwrap()).build(),
        )
        .date(today().unwrap())
        .proxy(PixKey::try_from("fulano@example.com").unwrap())
        .amount(amount.parse().unwrap())
        .currency(Currency::Brl)
        .redirect_url("https://shop.example/return")
        .client_metadata(ClientMetadata::builder().platform(Platform::Browser).os(Os::Linux).os_version("6.1").build())
        .build()
}

fn codes(report: &Report) -> Vec<&str> {
    report.findings.iter().map(|finding| finding.code.name()).collect()
}

#[test]
fn a_built_request_becomes_valid_with_its_bytes_and_warnings() {
    let built = request("76109277674", "0.00");
    let valid = Valid::new(built.clone()).unwrap();
    assert_eq!(codes(valid.report()), ["cpf-check-digits", "amount-zero"]);
    assert_eq!(valid.bytes(), to_vec(&built).unwrap());
    assert_eq!((valid.value(), &*valid), (&built, &built));
    assert_eq!(parse::<CreatePaymentRequest>(valid.bytes()).unwrap(), valid);
    assert!(!format!("{valid:?}").contains("76109277674"));
    let (value, bytes, report) = valid.clone().into_parts();
    assert_eq!((value, bytes, report), (built, valid.clone().into_bytes(), valid.report().clone()));

    let mut company = request("76109277673", "1.00");
    company.customer.identifier_type = IdentifierType::Cnpj;
    let error = Valid::new(company).unwrap_err();
    assert!(codes(error.report().unwrap()).contains(&"logged-user-cpf-required"));
}

/// The report is made when it is asked for, and is what it would have been at once.
#[test]
fn a_valid_value_tells_what_check_tells() {
    let body = serde_json::to_vec(&request("76109277674", "0.00")).unwrap();
    let day = "2100-01-01".parse().unwrap();
    for options in [
        Options::at(day),
        Options::at(day).with_level(Code::AmountZero, Level::Allow),
        Options::at(day).with_max_findings(1),
    ] {
        let valid = parse_with::<CreatePaymentRequest>(&body, &options).unwrap();
        let report = check_with::<CreatePaymentRequest>(&body, &options);
        assert!(report.warnings > 1);
        assert_eq!((valid.report(), valid.clone().into_parts().2), (&report, report.clone()));
    }
}

#[test]
fn to_vec_and_valid_follow_the_options() {
    let options = Options::default().with_level(Code::AmountZero, Level::Deny);
    let error = Valid::new_with(request("76109277673", "0.00"), &options).unwrap_err();
    assert_eq!(codes(error.report().unwrap()), ["amount-zero"]);
}

#[test]
fn the_day_is_the_callers() {
    let built = request("76109277673", "1.00");
    let body = to_vec(&built).unwrap();
    let tomorrow = built.date.plus_days(1).unwrap();
    let past = |options: &Options| codes(parse_with::<CreatePaymentRequest>(&body, options).unwrap().report()).len();
    assert_eq!(past(&Options::at(tomorrow)), 1);
    assert_eq!(past(&Options::at(built.date)), 0);
    assert_eq!(past(&Options::at(tomorrow).with_today(None)), 0);
    let unreal: Date = "2999-02-30".parse().unwrap();
    assert_eq!(past(&Options::at(unreal)), 0);
}

/// Every field of every response may be missing: the value is there, and the report says what is missing.
#[test]
fn a_response_is_read_without_any_of_its_fields() {
    let document = catalogue::base_document("get-payment.response").unwrap();
    let whole: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&document).unwrap();
    for name in whole.keys() {
        let mut part = whole.clone();
        part.remove(name);
        let text = serde_json::to_vec(&part).unwrap();
        let (payment, report) = read::<GetPaymentResponse>(&text).unwrap();
        assert_eq!(payment.status.is_some(), name != "status");
        let required = report.findings.iter().any(|finding| finding.pointer == format!("/{name}"));
        assert_eq!(parse::<GetPaymentResponse>(&text).is_ok(), report.is_valid(), "{name}");
        assert!(required || report.is_valid(), "{name}");
    }
    let (payment, report) = read::<GetPaymentResponse>(b"{}").unwrap();
    assert_eq!(payment, GetPaymentResponse::default());
    assert!(report.errors > 10);
}

#[test]
fn what_is_no_value_is_not_read() {
    for text in [
        &b"{"[..],
        b"",
        b"{\"id\": \"\xff\"}",
        b"\xEF\xBB\xBF{}",
        br#"{"id": "1"} x"#,
        br#"{"id": "1", "id": "2"}"#,
        br#"{"status": 1}"#,
        br#"{"customer": []}"#,
        b"[]",
    ] {
        let error = read::<GetPaymentResponse>(text).unwrap_err();
        assert!(!error.report().unwrap().is_valid());
    }
    // Also where the limit of findings cuts off the one that says so.
    let text = format!("{}\"id\": \"1\", \"id\": \"2\"}}", "{\"status\": \"ERROR\", ");
    let options = Options::default().with_max_findings(1);
    assert!(read_with::<GetPaymentResponse>(text.as_bytes(), &options).is_err());
}

#[test]
fn responses_are_built_for_tests() {
    let built = GetPaymentResponse::builder()
        .id("1")
        .status(get_payment_response::Status::PaymentCompleted)
        .customer(get_payment_response::Customer::builder().name("Fulano").build())
        .build();
    let mut by_hand = GetPaymentResponse::default();
    by_hand.id = Some("1".to_owned());
    by_hand.status = Some("PAYMENT_COMPLETED".into());
    by_hand.customer = built.customer.clone();
    assert_eq!(built, by_hand);
    let text = r#"{"id":"1","customer":{"name":"Fulano"},"status":"PAYMENT_COMPLETED"}"#;
    assert_eq!(serde_json::to_string(&built).unwrap(), text);
}

/// Assignments that compile only where the types are one.
#[test]
fn what_contracts_share_is_one_type() {
    let status: create_payment_response::Status = get_payment_response::Status::PaymentCompleted;
    let again: get_payment_status_response::Status = status.clone();
    let column: response::Status = again;
    assert_eq!(column, status);
    let kind: consent_links_request::IdentifierType = IdentifierType::Cpf;
    let currency: request::Currency = consent_links_request::Currency::Brl;
    assert_eq!((kind, currency), (request::IdentifierType::Cpf, Currency::Brl));
    let reason: Option<get_payment_response::StatusReason> = None::<create_payment_response::StatusReason>;
    assert!(reason.is_none());
    // A response keeps what no document names, so its lists are others; they lead to one another.
    let received = get_payment_response::IdentifierType::from(IdentifierType::Cnpj);
    assert_eq!(IdentifierType::try_from(received), Ok(IdentifierType::Cnpj));
    assert!(IdentifierType::try_from(get_payment_response::IdentifierType::from("RG")).is_err());
    assert_eq!(response::Currency::from(Currency::Brl), response::Currency::Brl);
}

#[derive(Debug, PartialEq, serde::Deserialize, Validate)]
#[klavi(schema_file = "examples/schemas/order.json")]
struct Borrowed<'a> {
    amount: &'a str,
}

#[derive(Debug, serde::Deserialize, serde::Serialize, Validate)]
#[klavi(schema_file = "examples/schemas/order.json")]
struct Misfit {
    amount: std::net::IpAddr,
}

#[test]
fn types_may_borrow_from_the_document() {
    let document = br#"{"amount": "10.00"}"#.to_vec();
    let valid = parse::<Borrowed<'_>>(&document).unwrap();
    assert_eq!(valid.amount, "10.00");
    assert_eq!(check::<Arc<Borrowed<'_>>>(b"{}"), check::<Box<Borrowed<'_>>>(b"{}"));
    assert!(to_vec(&&request("76109277673", "1.00")).is_ok());
}

#[test]
fn a_type_that_does_not_fit_names_the_place_and_no_value() {
    let document = b"{\n  \"amount\": \"424242.00\"\n}";
    let error = parse::<Misfit>(document).unwrap_err();
    let Error::Type(place) = &error else { panic!("{error}") };
    assert_eq!((&*place.pointer, place.line, place.column), ("/amount", 2, 23));
    for shown in [error.to_string(), format!("{error:?}"), format!("{:?}", error.clone())] {
        assert!(!shown.contains("424242"), "{shown}");
    }
    assert!(error.report().is_none() && std::error::Error::source(&error).is_none());
    assert_eq!(read::<Misfit>(document).unwrap_err(), error);
}

#[test]
fn names_lead_in_and_out() {
    macro_rules! named {
        ($($value:expr => $name:literal),+) => {$(
            assert_eq!($value.to_string(), $name);
            assert_eq!($name.parse().ok(), Some($value));
            assert_eq!(serde_json::to_string(&$value).unwrap(), format!("{:?}", $name));
            assert_eq!(serde_json::from_str(&format!("{:?}", $name)).ok(), Some($value));
            assert_eq!(HashSet::from([$value, $value]).len(), 1);
        )+};
    }
    named! {
        Lang::En => "en", Lang::PtBr => "pt-BR", Level::Allow => "allow", Level::Warn => "warn", Level::Deny => "deny",
        Severity::Error => "error", Severity::Warning => "warning", Group::Json => "json", Code::MinLength => "min-length"
    }
    assert_eq!("pt".parse::<Lang>().unwrap_err().to_string(), "expected `en` or `pt-BR`");
    assert!("fatal".parse::<Severity>().is_err() && serde_json::from_str::<Code>("\"no-such-code\"").is_err());
}

#[test]
fn amounts_are_given_as_amount_or_text() {
    let amount: Amount = "10.00".parse().unwrap();
    let config = |fixed| {
        consent_links_request::PaymentMethodConfig::builder()
            .contract_id("1")
            .fixed_amount(fixed)
            .currency(Currency::Brl)
            .interval(consent_links_request::Interval::Mensal)
            .reference_start_date(today().unwrap())
            .contract_debtor(
                consent_links_request::ContractDebtor::builder()
                    .identifier_type(IdentifierType::Cpf)
                    .identifier("76109277673".parse().unwrap())
                    .name("Fulano")
                    .build(),
            )
            .is_retry_accepted(false)
            .build()
    };
    assert_eq!(config(amount.into()), config("10.00".parse().unwrap()));
    assert!(serde_json::to_string(&config((&amount).into())).unwrap().contains("\"fixedAmount\":10.00,"));
}

#[test]
fn a_report_tells_one_and_many() {
    let report = contract("auth.request").unwrap().check(b"{}", &Options::default());
    assert_eq!(report.to_string().lines().next(), Some("auth.request: 2 errors, 0 warnings"));
    let report = check::<klavi_validate::types::AuthRequest>(b"");
    assert_eq!(report.to_string().lines().next(), Some("auth.request: 1 error, 0 warnings"));
    assert!(report.to_string().ends_with("(the whole document)"), "{report}");
}
