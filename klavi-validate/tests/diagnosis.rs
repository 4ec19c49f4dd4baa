//! A message names the character that is wrong, and a help corrects slips only.

use klavi_core::Tree;
use klavi_validate::catalogue::base_document;
use klavi_validate::{Finding, Lang, Options, contract};

/// The first finding after a change of a clean document.
fn finding(name: &str, pointer: &str, value: &str) -> (Finding, String) {
    let mut document = Tree::parse(base_document(name).unwrap().as_bytes()).unwrap();
    assert!(document.set(pointer, Tree::parse(value.as_bytes()).unwrap()));
    let document = document.to_string();
    let options = Options::at("2025-01-15".parse().unwrap());
    let report = contract(name).unwrap().check(document.as_bytes(), &options);
    let found = report.findings.into_iter().find(|finding| finding.pointer == pointer);
    (found.unwrap_or_else(|| panic!("{pointer} {value}")), document)
}

fn said(name: &str, pointer: &str, value: &str) -> [String; 2] {
    let (finding, _) = finding(name, pointer, value);
    [Lang::En, Lang::PtBr].map(|lang| finding.message(lang))
}

const PAYMENT: &str = "create-payment.request";
const CONSENT: &str = "consent-links.request";

/// Contract, place, value, and what is said of it in both languages.
const MARKS: [(&str, &str, &str, &str, &str); 11] = [
    (PAYMENT, "/date", r#""2099-07-01 ""#, "has a space at character 11", "tem um espaço no caractere 11"),
    (PAYMENT, "/amount", r#"" 10.00""#, "has a space at character 1", "tem um espaço no caractere 1"),
    (
        PAYMENT,
        "/loggedUserCpf",
        "\"7610\u{200b}9277673\"",
        "has a zero width space (U+200B) at character 5",
        "tem um espaço de largura zero (U+200B) no caractere 5",
    ),
    (
        PAYMENT,
        "/proxy",
        "\"\u{200e}+5511912345678\"",
        "has a left-to-right mark (U+200E) at character 1",
        "tem uma marca da esquerda para a direita (U+200E) no caractere 1",
    ),
    (
        PAYMENT,
        "/proxy",
        "\"\u{202a}fulano@example.com\"",
        "has a left-to-right embedding (U+202A) at character 1",
        "tem uma incorporação da esquerda para a direita (U+202A) no caractere 1",
    ),
    (
        PAYMENT,
        "/proxy",
        "\"fulano@example.com\u{feff}\"",
        "has a byte order mark (U+FEFF) at character 19",
        "tem uma marca de ordem de bytes (BOM) (U+FEFF) no caractere 19",
    ),
    (
        PAYMENT,
        "/ibgeTownCode",
        "\"5300108\u{a0}\"",
        "has a no-break space (U+00A0) at character 8",
        "tem um espaço inseparável (U+00A0) no caractere 8",
    ),
    (PAYMENT, "/debtorAccount/number", r#""324223 ""#, "has a space at character 7", "tem um espaço no caractere 7"),
    (PAYMENT, "/debtorAccount/ispb", r#""0000\t0000""#, "has a tab at character 5", "tem uma tabulação no caractere 5"),
    (
        CONSENT,
        "/consent/expirationDateTime",
        r#""2027-05-21T23:59:59Z ""#,
        "has a space at character 21",
        "tem um espaço no caractere 21",
    ),
    (
        CONSENT,
        "/consent/expirationDateTime",
        r#""2027-05-21T23:59:59.Z""#,
        "has a dot without a digit after it at byte 19",
        "tem um ponto sem dígito depois, no byte 19",
    ),
];

#[test]
fn marks_that_nobody_sees_are_named_with_their_place() {
    let field = |pointer: &str| pointer.rsplit('/').next().unwrap().to_owned();
    for (name, pointer, value, en, pt) in MARKS {
        let field = field(pointer);
        assert_eq!(said(name, pointer, value), [format!("`{field}` {en}"), format!("`{field}` {pt}")], "{value}");
    }
}

#[test]
fn an_empty_fraction_is_no_fraction() {
    let [en, _] = said("get-payment.response", "/createAt", r#""2023-01-23T14:17:06.Z""#);
    assert_eq!(en, "`createAt` has a dot without a digit after it at byte 19");
}

#[test]
fn the_first_character_that_does_not_fit_is_named_where_no_format_knows_more() {
    let pattern = "^[0-9]{1,20}$";
    for (value, what, at) in [
        ("32422-X", "`-`", 6),
        ("32a", "a lowercase letter", 3),
        ("3 2", "a space", 2),
        ("3ç", "a letter or mark outside ASCII", 2),
    ] {
        let [en, _] = said(PAYMENT, "/debtorAccount/number", &format!("\"{value}\""));
        let expected = format!(
            "`number` has {what} at character {at}, which the documented pattern {pattern} does not allow there"
        );
        assert_eq!(en, expected);
    }
    let [en, pt] = said(PAYMENT, "/debtorAccount/number", "\"\"");
    assert_eq!([&*en, &*pt], ["`number` is empty", "`number` está vazio"]);
}

#[test]
fn a_tax_id_is_judged_by_the_type_beside_it() {
    let debtor = "/consent/paymentMethodConfig/contractDebtor";
    let of = |kind: &str, id: &str| {
        let value = format!(r#"{{"identifier": "{id}", "name": "Fulano", "identifierType": "{kind}"}}"#);
        let mut document = Tree::parse(base_document(CONSENT).unwrap().as_bytes()).unwrap();
        assert!(document.set(debtor, Tree::parse(value.as_bytes()).unwrap()));
        let options = Options::at("2025-01-15".parse().unwrap());
        let report = contract(CONSENT).unwrap().check(document.to_string().as_bytes(), &options);
        report.findings[0].message(Lang::En)
    };
    let lost = |length: usize, zeros: &str| format!("`identifier` has {length} digits: the {zeros} in front were lost");
    // 00000000000191 is the CNPJ of the Banco do Brasil.
    assert_eq!(of("CNPJ", "191"), lost(3, "11 zeros"));
    assert_eq!(of("CNPJ", "123456000149"), lost(12, "2 zeros"));
    assert_eq!(of("CPF", "123456000149"), "`identifier` has 12 digits; a CPF has 11");
    assert_eq!(of("CNPJ", "123456000148"), "`identifier` has 12 characters; a CNPJ has 14");
}

#[test]
fn a_word_of_its_own_is_no_slip() {
    let help = |value: &str| {
        let (finding, _) = finding(CONSENT, "/consent/paymentMethodConfig/interval", &format!("\"{value}\""));
        [Lang::En, Lang::PtBr].map(|lang| finding.help(lang).unwrap())
    };
    assert_eq!(
        help("BIMESTRAL"),
        ["there is no such value here: choose one from the list", "esse valor não existe aqui: escolha um da lista"]
    );
    assert!(help("MENSUAL")[0].starts_with("did you mean MENSAL?"));
    assert!(help("mensal")[1].starts_with("você quis dizer MENSAL?"));
    assert!(help("MONTHLY")[0].starts_with("did you mean MENSAL?"));
}

#[test]
fn what_nobody_sees_can_be_removed() {
    for (pointer, value, suggestion) in [
        ("/date", r#""2099-07-01 ""#, Some(r#""2099-07-01""#)),
        ("/amount", "\"10.00\u{200b}\"", Some(r#""10.00""#)),
        ("/loggedUserCpf", "\"\u{feff}76109277673\"", Some(r#""76109277673""#)),
        ("/loggedUserCpf", "\"\u{feff}76109277674\"", None),
        ("/debtorAccount/number", r#""324223 ""#, Some(r#""324223""#)),
    ] {
        let (finding, document) = finding(PAYMENT, pointer, value);
        assert_eq!(finding.suggestion(document.as_bytes()).as_deref(), suggestion, "{value}");
    }
}
