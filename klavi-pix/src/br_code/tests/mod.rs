//! BR Codes: right ones, every kind of damage seen in the wild, and the checksum against the `crc` crate.

use crc::{CRC_16_IBM_3740, Crc};
use proptest::prelude::*;

use super::super::{AmountError, Centavos, EmailError, PixKeyDifference, PixKeyError, PixKeyKind, PixKeyRef, br_code};
use super::{BrCodeProblem as Problem, BrCodeRef, ElementPath, FixedValue};

mod amounts;
mod damage;
mod generator;
mod lengths;
mod sentences;

const STATIC_OPEN: &str =
    "00020126330014br.gov.bcb.pix0111761092776735204000053039865802BR5912LOJA EXEMPLO6009SAO PAULO62070503***630451C3";
const STATIC_AMOUNT: &str = "00020126360014br.gov.bcb.pix0114+5511912345678520400005303986540510.005802BR5912LOJA EXEMPLO6009SAO PAULO62130509PEDIDO12363048BE2";
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
    assert_eq!(br_code::is_right(code), found.is_empty(), "{code}");
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
    assert_eq!((code.as_str(), code.is_single_use(), code.has_due_date()), (STATIC_OPEN, false, false));
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

    let immediate = code_with(&[(26, &pix_with(&[(25, "qr.example.com/v2/1")]))]);
    let code = BrCodeRef::parse(&immediate).unwrap();
    assert_eq!((code.is_dynamic(), code.is_single_use(), code.has_due_date()), (true, false, false));

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
    let twice = sealed(STATIC_OPEN);
    assert_eq!(problems(&twice), [Problem::CrcNotLast { at: 104 }]);
    let twice = format!("{STATIC_OPEN}6304ABCD");
    assert_eq!(problems(&twice), [Problem::CrcNotLast { at: 104 }]);
    // The order is free but for the first element and the last.
    let reordered = STATIC_OPEN[..104].replace("520400005303986", "530398652040000");
    assert_eq!(problems(&sealed(&reordered)), []);
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
    let key = pix_with(&[(1, "76109277673")]);
    assert_eq!(problems(&code_with(&[(26, ""), (51, &key)])), []);
    assert_eq!(problems(&code_with(&[(26, ""), (81, &key)])), [Problem::NotPix]);
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
        (0, "02", FixedValue::Version),
        (1, "13", FixedValue::Initiation),
        (52, "00a0", FixedValue::Category),
        (53, "840", FixedValue::Currency),
        (58, "US", FixedValue::Country),
        (58, "br", FixedValue::Country),
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
        (55, "012", 2, 2),
        (56, "12345678901.00", 1, 13),
        (57, "100.00", 1, 5),
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
    let long = Problem::ElementLength { element: ElementPath::root(54), at, min: 1, max: 13, found: 14 };
    assert_eq!(problems(&code_with(&[(54, "12345678901,00")])), [long]);
}

/// Accents: the code may be read whether its lengths count characters or bytes, but some banks refuse it.
#[test]
fn accents() {
    for length in ["04", "05"] {
        let code = sealed(&STATIC_OPEN[..104].replace("12LOJA EXEMPLO", &format!("{length}JOÃO")));
        assert_eq!(problems(&code), [Problem::NotPrintable { element: ElementPath::root(59), at: 70 }], "{length}");
        assert_eq!(BrCodeRef::read(&code).unwrap().name(), Some("JOÃO"));
    }
    let tab = code_with(&[(59, "LOJA\tEXEMPLO")]);
    assert_eq!(problems(&tab), [Problem::NotPrintable { element: ElementPath::root(59), at: 72 }]);
}

/// A text that an arrangement keeps to itself may have any character (EMV's format `S`), whichever its length counts.
#[test]
fn accents_in_special_texts() {
    let code = code_with(&[(26, &pix_with(&[(1, "76109277673"), (2, "Pagamento à vista")]))]);
    assert_eq!(problems(&code), []);
    let in_characters = sealed(&code[..code.len() - 8].replace("2655", "2654").replace("0218", "0217"));
    assert_eq!(problems(&in_characters), []);
    assert_eq!(BrCodeRef::parse(&in_characters).unwrap().information(), Some("Pagamento à vista"));
    let name = element(0, "pt") + &element(1, "PÃES");
    assert_eq!(problems(&code_with(&[(64, &name)])), []);
    let control = code_with(&[(26, &pix_with(&[(1, "76109277673"), (2, "a\tb")]))]);
    assert_eq!(problems(&control), [Problem::NotPrintable { element: ElementPath::inside(26, 2), at: 48 }]);
    let control = code_with(&[(26, &pix_with(&[(1, "76109277673"), (2, "é\u{9b}")]))]);
    assert_eq!(problems(&control), [Problem::NotPrintable { element: ElementPath::inside(26, 2), at: 49 }]);
    let reference = code_with(&[(62, &(element(5, "***") + &element(1, "nº 1")))]);
    assert_eq!(problems(&reference), [Problem::NotPrintable { element: ElementPath::inside(62, 1), at: 109 }]);
}

/// The key must be written as the directory of keys has it.
#[test]
fn keys_in_capitals() {
    let code = |key| code_with(&[(26, &pix_with(&[(1, key)]))]);
    let email = PixKeyDifference::Email(EmailError::UpperCase { at: 0 });
    let random = PixKeyDifference::UpperCaseRandom { at: 3 };
    for (key, difference) in [("FULANO@EXAMPLE.COM", email), ("123E4567-e89b-12d3-a456-426655440000", random)] {
        assert_eq!(problems(&code(key)), [Problem::KeyNotCanonical { at: 28, difference }]);
    }
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
    let blank = Problem::UrlCharacter { element: in_pix(25), at: 47 };
    assert_eq!(problems(&dynamic(&[(25, "qr.example.com/ v2")])), [blank]);
    let scheme = Problem::UrlScheme { element: in_pix(25), at: 28 };
    assert_eq!(problems(&dynamic(&[(25, "https://qr.example.com/1")])), [scheme]);
    let composite = |url| [(26, pix_with(&[])), (80, pix_with(&[(25, url)]))];
    let recurrence = composite("https://qr.example.com/rec/1").map(|(id, template)| (id, template));
    let recurrence = code_with(&[(26, &recurrence[0].1), (80, &recurrence[1].1)]);
    let scheme = Problem::UrlScheme { element: ElementPath::inside(80, 25), at: at(&recurrence, "2528https") };
    assert_eq!(problems(&recurrence), [scheme]);
    // The three shapes of a composite code have no key.
    let recurrence = pix_with(&[(25, "qr.example.com/rec/1")]);
    assert_eq!(problems(&code_with(&[(80, &recurrence)])), [Problem::KeyAndRecurrence { at: 6 }]);
    assert_eq!(problems(&dynamic(&[(1, "76109277673"), (3, "1A2B3C4D")])), []);
    let facilitator = dynamic(&[(1, "76109277673"), (3, "0000000a")]);
    let value = Problem::Value { element: in_pix(3), at: 43, expected: FixedValue::Ispb };
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
    // An id goes with a key alone.
    let (url, id) = (pix_with(&[(25, "qr.example.com/1")]), element(5, "PEDIDO1"));
    let recurrence = code_with(&[(26, &pix_with(&[])), (62, &id), (80, &url)]);
    assert_eq!(problems(&recurrence), [Problem::TxidInDynamic { at: at(&recurrence, &id) }]);
    let both = pix_with(&[(1, "76109277673"), (25, "qr.example.com/1")]);
    let both = code_with(&[(26, &both), (62, &id)]);
    assert_eq!(problems(&both), [Problem::KeyAndUrl { at: 6 }, Problem::TxidInDynamic { at: at(&both, &id) }]);
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

    /// A code is either read or its first problem says why not, whatever is cut out of it or put into it.
    #[test]
    fn damaged_code(at in 0_usize..140, remove in 0_usize..3, insert in "[ 0-9A-Zé\n]{0,2}") {
        let code = STATIC_AMOUNT;
        let end = (at + remove).min(code.len());
        let damaged = format!("{}{insert}{}", &code[..at.min(code.len())], &code[at.min(end)..][end - at.min(end)..]);
        prop_assert_eq!(BrCodeRef::parse(&damaged).is_ok(), damaged == code);
    }
}
