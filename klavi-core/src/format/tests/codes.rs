//! BR Codes: right ones, every kind of damage seen in the wild, and the checksum against the `crc` crate.

use crc::{CRC_16_IBM_3740, Crc};
use proptest::prelude::*;

use super::super::{
    AmountError, BrCodeProblem as Problem, BrCodeRef, Centavos, ElementPath, PixKeyError, PixKeyKind, PixKeyRef,
    br_code,
};

const STATIC_OPEN: &str =
    "00020126330014br.gov.bcb.pix0111761092776735204000053039865802BR5912LOJA EXEMPLO6009SAO PAULO62070503***630451C3";
pub(super) const STATIC_AMOUNT: &str = "00020126360014br.gov.bcb.pix0114+5511912345678520400005303986540510.005802BR5912LOJA EXEMPLO6009SAO PAULO62130509PEDIDO12363048BE2";
const STATIC_RANDOM: &str = "00020126580014br.gov.bcb.pix0136123e4567-e89b-12d3-a456-42665544000052040000530398654040.015802BR5912LOJA EXEMPLO6009SAO PAULO62070503***63042E87";
const STATIC_CNPJ: &str = "00020126360014br.gov.bcb.pix011412ABC34501DE3552040000530398654071234.565802BR5912LOJA EXEMPLO6009SAO PAULO62090505NOTA16304632A";
const STATIC_EMAIL: &str = "00020126400014br.gov.bcb.pix0118fulano@example.com5204000053039865802BR5912LOJA EXEMPLO6009SAO PAULO62290525AAAAAAAAAAAAAAAAAAAAAAAAA6304FB0D";
const CRC_WITH_ZERO: &str =
    "00020126330014br.gov.bcb.pix0111761092776735204000053039865802BR5912LOJA EXEMPLO6009SAO PAULO62080504T10163040F30";
const DYNAMIC: &str = "00020101021226770014br.gov.bcb.pix2555qr.example.com/v2/cobv/9d36b84fc70b478fb95c12729b90ca255204000053039865802BR5912LOJA EXEMPLO6009SAO PAULO62070503***6304A250";
const COMPOSITE: &str = "00020126770014br.gov.bcb.pix2555qr.example.com/v2/cobv/9d36b84fc70b478fb95c12729b90ca255204000053039865802BR5912LOJA EXEMPLO6009SAO PAULO62070503***80730014br.gov.bcb.pix2551qr.example.com/rec/9d36b84fc70b478fb95c12729b90ca2563049B9D";
const PUBLIC: &str = "00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D";

/// The example of the regulator's specification, put back on one line.
const DOCUMENTED: &str = "00020104141234567890123426660014BR.GOV.BCB.PIX014466756C616E6F32303139406578616D706C652E636F6D27300012BR.COM.OUTRO011001234567895204000053039865406123.455802BR5915NOMEDORECEBEDOR6008BRASILIA61087007490062530515RP12345678-201950300017BR.GOV.BCB.BRCODE01051.0.080450014BR.GOV.BCB.PIX0123PADRAO.URL.PIX/0123ABCD81390012BR.COM.OUTRO01190123.ABCD.3456.WXYZ6304EB76";

const ORACLE: Crc<u16> = Crc::<u16>::new(&CRC_16_IBM_3740);

fn problems(code: &str) -> Vec<Problem> {
    let mut found = Vec::new();
    br_code::check(code, &mut |problem| found.push(problem));
    found
}

/// A code with its checksum, so that a test can be about something else.
fn sealed(code: &str) -> String {
    let code = format!("{code}6304");
    format!("{code}{:04X}", ORACLE.checksum(code.as_bytes()))
}

/// An element with its length.
fn element(id: u8, value: &str) -> String {
    format!("{id:02}{:02}{value}", value.len())
}

/// A static code with these elements instead of the usual ones; an empty value leaves the element out.
fn code_with(changes: &[(u8, &str)]) -> String {
    let pix = element(0, "br.gov.bcb.pix") + &element(1, "76109277673");
    let txid = element(5, "***");
    let usual: [(u8, &str); 8] = [
        (0, "01"),
        (26, &pix),
        (52, "0000"),
        (53, "986"),
        (58, "BR"),
        (59, "LOJA EXEMPLO"),
        (60, "SAO PAULO"),
        (62, &txid),
    ];
    let mut elements: std::collections::BTreeMap<u8, &str> = usual.into_iter().collect();
    elements.extend(changes.iter().copied());
    sealed(
        &elements
            .iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(id, value)| element(*id, value))
            .collect::<String>(),
    )
}

fn pix_with(elements: &[(u8, &str)]) -> String {
    elements.iter().fold(element(0, "br.gov.bcb.pix"), |template, (id, value)| template + &element(*id, value))
}

fn at(code: &str, part: &str) -> usize {
    code.find(part).unwrap()
}

#[test]
fn right_codes() {
    for code in [
        STATIC_OPEN,
        STATIC_AMOUNT,
        STATIC_RANDOM,
        STATIC_CNPJ,
        STATIC_EMAIL,
        CRC_WITH_ZERO,
        DYNAMIC,
        COMPOSITE,
        PUBLIC,
    ] {
        assert_eq!(problems(code), [], "{code}");
    }
    assert_eq!(code_with(&[]), STATIC_OPEN);
}

#[test]
fn content() {
    let code = BrCodeRef::parse(STATIC_OPEN).unwrap();
    assert_eq!((code.is_static(), code.is_dynamic(), code.is_composite()), (true, false, false));
    assert_eq!((code.amount(), code.amount_text(), code.txid(), code.crc()), (None, None, None, Some("51C3")));
    assert_eq!(code.pix_key().map(PixKeyRef::kind), Some(PixKeyKind::Cpf));
    assert_eq!(format!("{code:?}"), "BrCodeRef { static: true, dynamic: false, composite: false, .. }");

    let code = BrCodeRef::parse(STATIC_CNPJ).unwrap();
    assert_eq!(code.amount().map(Centavos::minor_units), Some(123_456));
    assert_eq!((code.amount_text(), code.txid()), (Some("1234.56"), Some("NOTA1")));

    let code = BrCodeRef::parse(DYNAMIC).unwrap();
    assert_eq!(
        (code.is_static(), code.is_dynamic(), code.is_single_use(), code.has_due_date()),
        (false, true, true, true)
    );
    assert_eq!(code.url(), Some("qr.example.com/v2/cobv/9d36b84fc70b478fb95c12729b90ca25"));

    let code = BrCodeRef::parse(COMPOSITE).unwrap();
    assert_eq!((code.is_dynamic(), code.is_composite()), (true, true));
    assert_eq!(code.recurrence_url(), Some("qr.example.com/rec/9d36b84fc70b478fb95c12729b90ca25"));

    let only_recurrence = code_with(&[(26, &pix_with(&[])), (80, &pix_with(&[(25, "qr.example.com/rec/1")]))]);
    assert_eq!(problems(&only_recurrence), []);

    let saque = code_with(&[(26, &pix_with(&[(1, "76109277673"), (2, "TROCO"), (3, "00000000")])), (61, "01310100")]);
    let code = BrCodeRef::parse(&saque).unwrap();
    assert_eq!((code.information(), code.facilitator()), (Some("TROCO"), Some("00000000")));
    assert_eq!(
        (code.name(), code.city(), code.postcode()),
        (Some("LOJA EXEMPLO"), Some("SAO PAULO"), Some("01310100"))
    );
}

/// Lengths and checksum of the documented example hold; its key and transaction id are of no form that is paid today.
#[test]
fn documented_example() {
    assert_eq!(DOCUMENTED.len(), 359);
    let expected =
        [Problem::Key { at: 46, error: PixKeyError::Unknown }, Problem::TxidCharacter { at: at(DOCUMENTED, "-2019") }];
    assert_eq!(problems(DOCUMENTED), expected);
    let code = BrCodeRef::read(DOCUMENTED).unwrap();
    assert_eq!(code.key(), Some("66756C616E6F32303139406578616D706C652E636F6D"));
    assert_eq!(code.txid(), Some("RP12345678-2019"));
    assert_eq!(
        (code.name(), code.city(), code.postcode()),
        (Some("NOMEDORECEBEDOR"), Some("BRASILIA"), Some("70074900"))
    );
    assert_eq!((code.amount_text(), code.crc(), code.is_composite()), (Some("123.45"), Some("EB76"), false));
}

/// The documented example as it is printed: on four lines, with blanks instead of line ends, in lower case.
#[test]
fn documented_example_damaged() {
    let lines: Vec<&str> = [0..102, 102..204, 204..306, 306..359].map(|range| &DOCUMENTED[range]).into();
    assert_eq!(problems(&lines.join("\n")), [Problem::LineBreak { at: 102 }]);
    assert_eq!(problems(&lines.join("\r\n")), [Problem::LineBreak { at: 102 }]);
    assert_eq!(problems(&lines.join(" ")), [Problem::InsertedBlank { at: 102 }]);
    let lower = DOCUMENTED.to_lowercase();
    let country = Problem::Value { element: ElementPath::root(58), at: at(&lower, "5802br"), expected: "BR" };
    let crc = Problem::CrcWrong { at: 355, expected: 0xE0CD };
    assert_eq!(problems(&lower).iter().filter(|problem| [country, crc].contains(problem)).count(), 2);
}

#[test]
fn line_breaks_and_blanks() {
    assert_eq!(problems(&format!("{STATIC_OPEN}\n")), [Problem::LineBreak { at: 112 }]);
    assert_eq!(problems(&format!(" {STATIC_OPEN}")), [Problem::InsertedBlank { at: 0 }]);
    for at in 1..STATIC_OPEN.len() - 8 {
        let (before, after) = STATIC_OPEN.split_at(at);
        let found = problems(&format!("{before} {after}"));
        // Beside a blank that was there, either of the two may be named: the text is the same without it.
        let near = matches!(found[..], [Problem::InsertedBlank { at: named }] if named == at || named + 1 == at);
        assert!(near, "blank at {at}: {found:?}");
    }
}

#[test]
fn blanks_lost() {
    // A name of 24 characters that ended in three blanks, trimmed.
    let whole = code_with(&[(59, "COMERCIO DE EXEMPLOS X   ")]);
    let trimmed = whole.replace("X   ", "X");
    let at = at(&trimmed, "5925");
    let [cause, crc] = problems(&trimmed)[..] else { panic!() };
    assert_eq!(cause, Problem::WrongLength { element: ElementPath::root(59), at, declared: 25, found: 22 });
    assert!(crc.is_crc());
    // Two blanks collapsed to one.
    let collapsed = code_with(&[(59, "LOJA  EXEMPLO")]).replace("  ", " ");
    assert_eq!(
        problems(&collapsed)[0],
        Problem::WrongLength { element: ElementPath::root(59), at: 64, declared: 13, found: 12 }
    );
}

#[test]
fn checksums() {
    let short = CRC_WITH_ZERO.replace("0F30", "F30");
    assert_eq!(problems(&short), [Problem::CrcShort { at: 109, found: 3, expected: 0x0F30 }]);
    assert_eq!(BrCodeRef::read(&short).unwrap().key(), Some("76109277673"));
    let lower = CRC_WITH_ZERO.replace("0F30", "0f30");
    assert_eq!(problems(&lower), [Problem::CrcLowerCase { at: 109 }]);
    let form = CRC_WITH_ZERO.replace("0F30", "0FG0");
    assert_eq!(problems(&form), [Problem::CrcForm { at: 111 }]);
    let edited = STATIC_AMOUNT.replace("10.00", "99.00");
    let [Problem::CrcWrong { at: 126, expected }] = problems(&edited)[..] else { panic!() };
    assert_eq!(expected, ORACLE.checksum(&edited.as_bytes()[..126]));
    assert!(problems(&edited)[0].is_crc());
    let missing = &STATIC_OPEN[..STATIC_OPEN.len() - 8];
    assert_eq!(problems(missing), [Problem::Missing { element: ElementPath::root(63) }]);
    let behind = format!("{STATIC_OPEN}6403abc");
    assert_eq!(problems(&behind), [Problem::CrcNotLast { at: 104 }]);
    // The order is free but for the first element and the last.
    let reordered = STATIC_OPEN[..104].replace("520400005303986", "530398652040000");
    assert_eq!(problems(&sealed(&reordered)), []);
}

/// Looking for the cause stays quick, whatever the text.
#[test]
fn hopeless_texts() {
    let blanks = "0008        ".repeat(80);
    let zeros = "0000".repeat(250);
    for text in [format!("{blanks}x"), format!("{zeros}x"), format!("{zeros}6304"), "é".repeat(500), "26".repeat(500)]
    {
        assert!(!problems(&text).is_empty());
        assert!(BrCodeRef::parse(&text).is_err());
    }
}

#[test]
fn broken_lists() {
    assert_eq!(problems(""), [Problem::Empty]);
    assert_eq!(problems(&STATIC_OPEN[1..]), [Problem::StartLost]);
    assert_eq!(problems("fulano"), [Problem::NoElement { at: 0 }]);
    assert_eq!(BrCodeRef::read("fulano"), None);
    let cut = &STATIC_OPEN[..60];
    assert_eq!(problems(cut), [Problem::NoElement { at: 58 }]);
    let cut = Problem::Cut { element: ElementPath::root(26), at: 6, declared: 33, found: 10 };
    assert_eq!(problems(&STATIC_OPEN[..20]), [cut]);
    // 62 says 08 where 7 characters follow; the checksum is that of the wrong text.
    let wrong = sealed(&STATIC_OPEN[..104].replace("62070503", "62080503"));
    let length = Problem::WrongLength { element: ElementPath::root(62), at: 93, declared: 8, found: 7 };
    assert_eq!(problems(&wrong), [length]);
    // The same inside a template.
    let wrong = sealed(&STATIC_OPEN[..104].replace("62070503", "62070504"));
    let length = Problem::WrongLength { element: ElementPath::inside(62, 5), at: 97, declared: 4, found: 3 };
    assert_eq!(problems(&wrong), [length]);
    // Key and text together too long: the length of 26 gets three digits.
    let template = pix_with(&[(1, &"a".repeat(40)), (2, &"b".repeat(38))]);
    assert_eq!(template.len(), 104);
    let over = sealed(&format!("00020126{}{template}5204000053039865802BR5901A6001B62070503***", template.len()));
    assert_eq!(problems(&over), [Problem::TemplateTooLong { element: ElementPath::root(26), at: 6 }]);
    let long = code_with(&[
        (81, &"a".repeat(99)),
        (2, &"a".repeat(99)),
        (3, &"a".repeat(99)),
        (4, &"a".repeat(99)),
        (5, &"a".repeat(99)),
    ]);
    assert_eq!(problems(&long)[0], Problem::TooLong { found: 627 });
}

#[test]
fn elements_missing_or_twice() {
    for id in [52, 53, 58, 59, 60, 62] {
        assert_eq!(problems(&code_with(&[(id, "")])), [Problem::Missing { element: ElementPath::root(id) }]);
    }
    let no_txid = code_with(&[(62, &element(50, "x"))]);
    assert_eq!(problems(&no_txid), [Problem::Missing { element: ElementPath::inside(62, 5) }]);
    assert_eq!(problems(&code_with(&[(0, "")])), [Problem::FirstElement { at: 0 }]);
    let twice = sealed(&format!("{}5802BR", &STATIC_OPEN[..104]));
    assert_eq!(problems(&twice), [Problem::Duplicate { element: ElementPath::root(58), at: 104 }]);
    let second = code_with(&[(27, &pix_with(&[(1, "76109277673")]))]);
    assert_eq!(problems(&second), [Problem::SecondPix { element: ElementPath::root(27), at: 43 }]);
    assert_eq!(problems(&code_with(&[(26, "")])), [Problem::NotPix]);
    let other = element(0, "br.com.outro") + &element(1, "0123456789");
    assert_eq!(problems(&code_with(&[(26, ""), (27, &other)])), [Problem::NotPix]);
    assert_eq!(BrCodeRef::read(&code_with(&[(26, "")])).unwrap().key(), None);
    assert_eq!(problems(&code_with(&[(26, &pix_with(&[]))])), [Problem::NoKeyOrUrl { at: 6 }]);
    let upper = code_with(&[(26, &pix_with(&[(1, "76109277673")]).to_uppercase())]);
    assert_eq!(problems(&upper), []);
}

#[test]
fn element_values() {
    for (id, value, expected) in [
        (0, "02", "01"),
        (1, "13", "11 or 12"),
        (52, "00a0", "four digits"),
        (53, "840", "986, the number of the real"),
        (58, "US", "BR"),
        (58, "br", "BR"),
    ] {
        let code = code_with(&[(id, value)]);
        let at = at(&code, &element(id, value));
        assert_eq!(problems(&code), [Problem::Value { element: ElementPath::root(id), at, expected }], "{id}");
    }
    for (id, value, min, max) in [
        (1, "1", 2, 2),
        (52, "000", 4, 4),
        (53, "98", 3, 3),
        (54, "12345678901.00", 1, 13),
        (58, "BRA", 2, 2),
        (59, "COMERCIO DE EXEMPLOS LTDA.", 1, 25),
        (60, "SAO JOSE DO RIO PRETO", 1, 15),
        (61, "01310-100 SP", 1, 10),
    ] {
        let code = code_with(&[(id, value)]);
        let (at, found) = (at(&code, &element(id, value)), value.len());
        let length = Problem::ElementLength { element: ElementPath::root(id), at, min, max, found };
        assert_eq!(problems(&code), [length], "{id}");
    }
    let empty = sealed(&STATIC_OPEN[..104].replace("5912LOJA EXEMPLO", "5900"));
    let length = Problem::ElementLength { element: ElementPath::root(59), at: 64, min: 1, max: 25, found: 0 };
    assert_eq!(problems(&empty), [length]);
    let at = 58;
    assert_eq!(problems(&code_with(&[(54, "0.00")])), [Problem::AmountZero { at }]);
    let comma = Problem::Amount { at, error: AmountError::Comma { at: 3 } };
    assert_eq!(problems(&code_with(&[(54, "123,45")])), [comma]);
    assert_eq!(problems(&code_with(&[(54, "10")])), []);
}

/// Accents: the code may be read whether its lengths count characters or bytes, but some banks refuse it.
#[test]
fn accents() {
    for length in ["04", "05"] {
        let code = sealed(&STATIC_OPEN[..104].replace("12LOJA EXEMPLO", &format!("{length}JOÃO")));
        assert_eq!(problems(&code), [Problem::NotPrintable { at: 70 }], "{length}");
        assert_eq!(BrCodeRef::read(&code).unwrap().name(), Some("JOÃO"));
    }
    let tab = code_with(&[(59, "LOJA\tEXEMPLO")]);
    assert_eq!(problems(&tab), [Problem::NotPrintable { at: 72 }]);
}

#[test]
fn keys_and_urls() {
    let in_pix = |id| ElementPath::inside(26, id);
    let url = "qr.example.com/v2/1";
    let dynamic = |elements: &[(u8, &str)]| code_with(&[(26, &pix_with(elements))]);
    assert_eq!(problems(&dynamic(&[(25, url)])), []);
    assert_eq!(problems(&dynamic(&[(1, "76109277673"), (25, url)])), [Problem::KeyAndUrl { at: 6 }]);
    let text = Problem::StaticOnly { element: in_pix(2), at: 28 };
    assert_eq!(problems(&dynamic(&[(2, "abc"), (25, url)])), [text]);
    let scheme = Problem::UrlScheme { element: in_pix(25), at: 28 };
    assert_eq!(problems(&dynamic(&[(25, "https://qr.example.com/1")])), [scheme]);
    let recurrence = code_with(&[(80, &pix_with(&[(25, "https://qr.example.com/rec/1")]))]);
    let scheme = Problem::UrlScheme { element: ElementPath::inside(80, 25), at: at(&recurrence, "2528https") };
    assert_eq!(problems(&recurrence), [scheme]);
    let facilitator = dynamic(&[(1, "76109277673"), (3, "0000000a")]);
    let value = Problem::Value { element: in_pix(3), at: 43, expected: "an ISPB of eight digits" };
    assert_eq!(problems(&facilitator), [value]);
    // The plus of a telephone key that a URL turned into a blank.
    let [key, crc] = problems(&STATIC_AMOUNT.replace('+', " "))[..] else { panic!() };
    assert_eq!(key, Problem::Key { at: 28, error: PixKeyError::PlusLost });
    assert!(!key.is_crc() && crc.is_crc());
}

#[test]
fn transaction_ids() {
    let code = |txid: &str| code_with(&[(62, &element(5, txid))]);
    for (txid, found) in [("PEDIDO-1", 6), ("PAGAMENTO PELO LINK", 9), ("**", 0), ("****", 0)] {
        let code = code(txid);
        let at = at(&code, &element(5, txid)) + 4 + found;
        assert_eq!(problems(&code), [Problem::TxidCharacter { at }], "{txid}");
    }
    let long = code(&"A".repeat(26));
    let length = Problem::ElementLength { element: ElementPath::inside(62, 5), at: 97, min: 1, max: 25, found: 26 };
    assert_eq!(problems(&long), [length]);
    let dynamic = sealed(&DYNAMIC[..DYNAMIC.len() - 8].replace("62070503***", "62300526AAAAAAAAAAAAAAAAAAAAAAAAAA"));
    assert_eq!(problems(&dynamic), [Problem::TxidInDynamic { at: 147 }]);
}

/// No message repeats anything of the code.
#[test]
fn messages_hold_no_value() {
    let mut messages = Vec::new();
    for code in [
        code_with(&[(59, "PLANTED PLANTED PLANTED PLANTED")]),
        code_with(&[(26, &pix_with(&[(1, "PLANTED"), (25, "https://PLANTED")])), (54, "PLANTED"), (58, "PLANTED")]),
        STATIC_OPEN.replace("LOJA EXEMPLO", "PLANTED"),
    ] {
        messages.extend(problems(&code).iter().map(ToString::to_string));
        messages.push(format!("{:?}", BrCodeRef::read(&code)));
    }
    assert_eq!(messages.len(), 11, "{messages:#?}");
    assert!(messages.iter().all(|message| !message.contains("PLANTED")), "{messages:#?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    /// The checksum is that of the `crc` crate, shown by codes that it sealed.
    #[test]
    fn checksum_of_the_oracle(name in "[A-Z ]{1,25}", txid in "[A-Za-z0-9]{1,25}", cents in 1_u32..) {
        let amount = format!("{}.{:02}", cents / 100, cents % 100);
        let code = code_with(&[(54, &amount), (59, &name), (62, &element(5, &txid))]);
        prop_assert_eq!(problems(&code), []);
        let code = BrCodeRef::parse(&code).unwrap();
        prop_assert_eq!((code.name(), code.txid()), (Some(name.as_str()), Some(txid.as_str())));
        prop_assert_eq!(code.amount().map(Centavos::minor_units), Some(u64::from(cents)));
    }
}
