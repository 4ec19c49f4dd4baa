//! Suggestions: the right token where one edit is certain, none where it is not, and each mends its finding.

mod common;

use common::mutate::{Words, mutate};
use common::random::Random;
use common::{cases, options};
use klavi_core::{Code, Group, Tree};
use klavi_validate::{Contract, Finding, Report, contract, contracts};
use std::collections::BTreeMap;

fn text(tree: &Tree, name: &str) -> String {
    tree.get(name).unwrap().as_str().unwrap().to_owned()
}

/// The document with the token at the finding's span replaced.
fn mended(document: &[u8], finding: &Finding, token: &str) -> Vec<u8> {
    let [start, end] = [finding.span.start, finding.span.end].map(|at| usize::try_from(at.offset).unwrap());
    [&document[..start], token.as_bytes(), &document[end..]].concat()
}

/// Applies every suggestion alone and sees that its finding is gone and nothing became worse; counts them by code.
fn round_trip(contract: &Contract, document: &[u8], counts: &mut BTreeMap<&'static str, usize>) {
    let before = contract.check(document, &options());
    for finding in &before.findings {
        let Some(token) = finding.suggestion(document) else { continue };
        let after = contract.check(&mended(document, finding, &token), &options());
        let is_same = |other: &&Finding| other.code == finding.code && other.pointer == finding.pointer;
        let count = |report: &Report| report.findings.iter().filter(is_same).count();
        let shown = || format!("{} {finding:?} -> {token}\n{}", contract.name, String::from_utf8_lossy(document));
        assert_eq!(count(&after), count(&before) - 1, "{}", shown());
        assert!(!contract.name.ends_with(".response"), "{}", shown());
        let faults = |report: &Report| report.findings.iter().filter(|found| found.code.group() == Group::Json).count();
        assert_eq!(faults(&after), faults(&before), "{}", shown());
        *counts.entry(finding.code.name()).or_default() += 1;
    }
}

/// What is suggested for each of the mistakes that people make.
const MISTAKES: [Option<&str>; 25] = [
    Some(r#""19.90""#),
    Some(r#""1326.80""#),
    // 1333 may be reais or centavos.
    None,
    None,
    Some(r#""76109277673""#),
    Some(r#""01234567890""#),
    None,
    None,
    // Eleven digits with wrong check digits may also be a CPF with a slip.
    None,
    Some(r#""+5511912345678""#),
    Some(r#""+5511912345678""#),
    Some(r#""fulano@example.com""#),
    Some(r#""123e4567-e89b-12d3-a456-426655440000""#),
    Some(
        r#""00020126330014br.gov.bcb.pix0111761092776735204000053039865802BR5912LOJA EXEMPLO6009SAO PAULO62070503***630451C3""#,
    ),
    // Another QR code, another day, another bank: only the payer or the payee knows.
    None,
    None,
    None,
    None,
    None,
    None,
    None,
    Some(r#""2027-05-21T23:59:59Z""#),
    Some(r#""MENSAL""#),
    Some(r#""324220""#),
    None,
];

#[test]
fn of_the_mistakes_that_people_make() {
    let file = Tree::parse(klavi_schema::MISTAKES.text.as_bytes()).unwrap();
    let mistakes = file.get("mistakes").unwrap().items();
    assert_eq!(mistakes.len(), MISTAKES.len());
    let mut counts = BTreeMap::new();
    for (mistake, expected) in mistakes.iter().zip(MISTAKES) {
        let name = text(mistake, "contract");
        let base = Tree::parse(&cases(&name)[0].document).unwrap();
        let title = text(mistake.get("title").unwrap(), "en");
        let document = common::patched(&base, mistake, &title).to_string();
        let wanted = mistake.get("finding").unwrap();
        let contract = contract(&name).unwrap();
        let report = contract.check(document.as_bytes(), &options());
        let is_wanted = |finding: &&Finding| {
            finding.code.name() == text(wanted, "code") && finding.pointer == text(wanted, "pointer")
        };
        let finding = report.findings.iter().find(is_wanted).unwrap();
        assert_eq!(finding.suggestion(document.as_bytes()).as_deref(), expected, "{title}");
        round_trip(contract, document.as_bytes(), &mut counts);
    }
    assert_eq!(counts.values().sum::<usize>(), MISTAKES.iter().flatten().count());
}

/// The suggestions for a base document in which one value is another.
fn suggestions(name: &str, pointer: &str, value: &str) -> Vec<String> {
    let mut document = Tree::parse(&cases(name)[0].document).unwrap();
    if pointer == "/proxy" {
        document.set("/initType", Tree::parse(br#""PIX_DICT""#).unwrap());
        document.remove("/creditorAccount");
        document.remove("/qrCode");
    }
    assert!(document.set(pointer, Tree::parse(value.as_bytes()).unwrap()), "{pointer}");
    let document = document.to_string().into_bytes();
    let contract = contract(name).unwrap();
    round_trip(contract, &document, &mut BTreeMap::new());
    let report = contract.check(&document, &options());
    let mut all: Vec<_> = report.findings.iter().filter_map(|finding| finding.suggestion(&document)).collect();
    all.dedup();
    all
}

fn table(name: &str, rows: &[(&str, &str, &str)]) {
    for (pointer, value, expected) in rows {
        let expected: Vec<_> = Some(*expected).filter(|text| !text.is_empty()).into_iter().collect();
        assert_eq!(suggestions(name, pointer, value), expected, "{pointer}: {value}");
    }
}

#[test]
fn of_amounts() {
    let rows = [
        (r#""19.9""#, r#""19.90""#),
        (r#""19,9""#, r#""19.90""#),
        (r#""10,00""#, r#""10.00""#),
        (r#""1.326,80""#, r#""1326.80""#),
        (r#""1,326.80""#, r#""1326.80""#),
        (r#""1 326,80""#, r#""1326.80""#),
        (r#""9.999.999.999.999.999,99""#, r#""9999999999999999.99""#),
        (r#""R$ 1.326,80""#, r#""1326.80""#),
        (r#"" 10.00 ""#, r#""10.00""#),
        (r#"".5""#, r#""0.50""#),
        ("10.5", r#""10.50""#),
        ("19.99", r#""19.99""#),
        ("0.07", r#""0.07""#),
        // Reais or centavos, thousands or decimals, or a mark too many.
        (r#""10""#, ""),
        (r#""19800""#, ""),
        ("1333", ""),
        (r#""1.326""#, ""),
        (r#""1,326""#, ""),
        (r#""1.326.000""#, ""),
        (r#""1.326.80""#, ""),
        (r#""13.26,80""#, ""),
        (r#""10.005""#, ""),
        (r#""-10.5""#, ""),
        (r#""1e3""#, ""),
        ("1e3", ""),
        ("-10.5", ""),
        ("10.005", ""),
        (r#""""#, ""),
        (r#"",""#, ""),
    ];
    table("create-payment.request", &rows.map(|(value, expected)| ("/amount", value, expected)));
}

#[test]
fn of_keys() {
    let rows = [
        (r#""761.092.776-73""#, r#""76109277673""#),
        (r#""44.471.172/0001-19""#, r#""44471172000119""#),
        (r#""12.abc.345/01de-35""#, r#""12ABC34501DE35""#),
        (r#""+55 (11) 91234-5678""#, r#""+5511912345678""#),
        (r#""(11) 91234-5678""#, r#""+5511912345678""#),
        (r#""11 3333-4444""#, r#""+551133334444""#),
        (r#""5511912345678""#, r#""+5511912345678""#),
        (r#""\u00205511912345678""#, r#""+5511912345678""#),
        (r#""fulano@example.com ""#, r#""fulano@example.com""#),
        (r#""FULANO@EXAMPLE.COM""#, r#""fulano@example.com""#),
        (r#""123E4567-E89B-12D3-A456-426655440000""#, r#""123e4567-e89b-12d3-a456-426655440000""#),
        (r#""123E4567E89B12D3A456426655440000""#, r#""123e4567-e89b-12d3-a456-426655440000""#),
        // Wrong check digits; a phone that may be a CPF; a country that nothing names; half a key.
        (r#""761.092.776-74""#, ""),
        (r#""119.123.456-78""#, ""),
        (r#""11 91234-5684""#, ""),
        (r#""11912345678""#, ""),
        (r#""91234-5678""#, ""),
        (r#""+55 (011) 91234-5678""#, ""),
        (r#""fulano example.com""#, ""),
        (r#""123e4567""#, ""),
    ];
    table("create-payment.request", &rows.map(|(value, expected)| ("/proxy", value, expected)));
}

#[test]
fn of_documents_and_accounts() {
    let account = |ispb: &str, issuer: &str, number: &str| {
        format!(r#"{{"ispb": {ispb}, "issuer": {issuer}, "number": {number}, "accountType": "CACC"}}"#)
    };
    let rows = [
        (r#""761.092.776-73""#, r#""76109277673""#),
        (r#""1234567890""#, r#""01234567890""#),
        ("76109277673", r#""76109277673""#),
        ("1234567890", r#""01234567890""#),
        (r#""761.092.776-74""#, ""),
        (r#""1234567891""#, ""),
        ("76109277674", ""),
        ("7.6109277673e10", ""),
    ];
    table("create-payment.request", &rows.map(|(value, expected)| ("/loggedUserCpf", value, expected)));
    let rows = [
        (account(r#""00000000""#, r#""1774""#, r#""32422-X""#), r#""324220""#),
        (account(r#""00000000""#, r#""1774""#, r#""32.422-0""#), r#""324220""#),
        (account(r#""00000000""#, r#""1774""#, r#""32422x""#), r#""324220""#),
        (account(r#""00000000""#, r#""1774-7""#, r#""324220""#), r#""1774""#),
        (account("60746948", r#""1774""#, r#""324220""#), r#""60746948""#),
        (account(r#""001""#, r#""1774""#, r#""324220""#), ""),
        (account("746948", r#""1774""#, r#""324220""#), ""),
        (account(r#""00000000""#, r#""17747""#, r#""3242P""#), ""),
        (account(r#""00000000""#, r#""1""#, "324220"), ""),
    ];
    for (value, expected) in rows {
        table("create-payment.request", &[("/debtorAccount", &value, expected)]);
    }
}

#[test]
fn of_dates_and_lists() {
    let rows = [
        ("/date", r#""23/01/2025""#, r#""2025-01-23""#),
        ("/date", r#""2025/1/25""#, r#""2025-01-25""#),
        ("/date", r#""2025-01-25\n""#, r#""2025-01-25""#),
        ("/date", r#""05/01/2025""#, ""),
        ("/date", r#""2025-02-30""#, ""),
        ("/date", r#""2025-01-25T00:00:00Z""#, ""),
        ("/initType", r#""pix_dict""#, r#""PIX_DICT""#),
        ("/initType", r#""PIX_DICTT""#, r#""PIX_DICT""#),
        ("/initType", r#""PIX""#, ""),
        ("/currency", r#""brl""#, r#""BRL""#),
        ("/currency", r#""USD""#, ""),
        // CPF and CNPJ are equally near.
        ("/customer/identifierType", r#""CPJ""#, ""),
        ("/customer/identifierType", r#""cpf""#, r#""CPF""#),
    ];
    table("create-payment.request", &rows);
    let rows = [
        (r#""2027-05-21T23:59:59.000Z""#, r#""2027-05-21T23:59:59Z""#),
        (r#""2027-05-21T20:59:59-03:00""#, r#""2027-05-21T23:59:59Z""#),
        (r#""2027-05-21T20:59:60-03:00""#, ""),
        (r#""2027-05-21T23:59:59""#, ""),
        (r#""2027-05-21""#, ""),
    ];
    table("consent-links.request", &rows.map(|(value, expected)| ("/consent/expirationDateTime", value, expected)));
    let rows = [
        ("/consent/paymentMethodConfig/fixedAmount", r#""100.00""#, "100.00"),
        ("/consent/paymentMethodConfig/fixedAmount", "100.500", "100.50"),
        ("/consent/paymentMethodConfig/fixedAmount", "1e2", "100.00"),
        ("/consent/paymentMethodConfig/fixedAmount", "100.505", ""),
    ];
    table("consent-links.request", &rows);
}

#[test]
fn of_months_with_one_digit() {
    let schema = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "string",
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "x-format": "date"}"#;
    let file = klavi_codegen::SchemaFile::new("example", schema).unwrap();
    let program = klavi_codegen::program(&file, "", "example").unwrap();
    let document = br#""2025-1-5""#;
    let report = Report::new(program, document, &options());
    let suggested: Vec<_> = report.findings.iter().map(|finding| finding.suggestion(document)).collect();
    assert_eq!(suggested, [Some(r#""2025-01-05""#.to_owned())]);
}

#[test]
fn of_names_of_members() {
    let of = |document: &str| {
        let report = contract("create-payment.request").unwrap().check(document.as_bytes(), &options());
        let unknown = report.findings.into_iter().filter(|finding| finding.code == Code::UnknownField);
        unknown.map(|finding| finding.suggestion(document.as_bytes())).collect::<Vec<_>>()
    };
    assert_eq!(of(r#"{"amuont": "1.00"}"#), [Some(r#""amount""#.to_owned())]);
    assert_eq!(of(r#"{"pixKey": "76109277673"}"#), [Some(r#""proxy""#.to_owned())]);
    // The right name is taken, or the object is no longer one.
    assert_eq!(of(r#"{"amuont": "1.00", "amount": "2.00"}"#), [None]);
    assert_eq!(of(r#"{"amuont": "1.00", "amuont": "2.00"}"#).into_iter().flatten().count(), 0);
    assert_eq!(of(r#"{"amuont": "1.00", "amoutn": "2.00"}"#), [None, None]);
}

/// The report knows already which names are free: a suggestion reads no document.
#[test]
fn a_suggested_name_costs_the_same_in_every_document() {
    let names = ["amoun", "currenc", "dat", "prox", "qrCod", "initTyp", "custome", "redirectUr", "institutionI"];
    let misspelt: Vec<_> = names.iter().map(|name| format!("\"{name}\": 1")).collect();
    let cost = |members: usize| {
        let free: Vec<_> = (0..members).map(|number| format!("\"q{number}\": 1")).collect();
        let document = format!("{{{}, \"z\": {{{}}}}}", misspelt.join(", "), free.join(", "));
        let report = contract("create-payment.request").unwrap().check(document.as_bytes(), &options());
        let mut suggestions = 0;
        let info = allocation_counter::measure(|| {
            suggestions = report.findings.iter().filter_map(|found| found.suggestion(document.as_bytes())).count();
        });
        assert_eq!(suggestions, names.len());
        (info.count_total, info.bytes_total)
    };
    assert_eq!(cost(0), cost(20_000));
}

#[test]
fn every_suggestion_mends_its_finding_in_every_case() {
    let mut counts = BTreeMap::new();
    for contract in contracts() {
        let cases = cases(contract.name);
        for case in &cases {
            round_trip(contract, &case.document, &mut counts);
        }
        let bases: Vec<Tree> = cases.iter().filter_map(|case| Tree::parse(&case.document).ok()).collect();
        let words = Words::new(&bases);
        let mut random = Random::new(7);
        for _ in 0..1_000 {
            let mut document = bases[random.below(bases.len())].clone();
            mutate(&mut document, &words, &mut random);
            round_trip(contract, document.to_string().as_bytes(), &mut counts);
        }
    }
    let expected = [
        "amount-as-text",
        "amount-notation",
        "enum",
        "identifier-mismatch",
        "pattern",
        "pix-key-format",
        "unknown-field",
    ];
    for code in expected {
        assert!(counts.contains_key(code), "no suggestion for {code}: {counts:?}");
    }
}

#[test]
fn never_of_secrets() {
    let name = "auth.request";
    for pointer in ["/accessKey", "/secretKey"] {
        for value in
            ["76109277673", "10.5", r#""761.092.776-73""#, r#""10,00""#, r#"" Fulano@Example.com""#, r#""a\n""#]
        {
            let mut document = Tree::parse(&cases(name)[0].document).unwrap();
            document.set(pointer, Tree::parse(value.as_bytes()).unwrap());
            let document = document.to_string();
            let report = contract(name).unwrap().check(document.as_bytes(), &options());
            for finding in &report.findings {
                assert_eq!(finding.suggestion(document.as_bytes()), None, "{pointer}: {value}");
            }
        }
    }
}
