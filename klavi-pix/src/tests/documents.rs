//! CPF, CNPJ, town codes and the other identifiers.

use super::super::{
    CalendarDate, CnpjError, CpfError, DateError, EndToEndIdError, EndToEndIdRef, IspbError, JwtError, TaxIdError,
    TaxIdKind, TownCodeError, TransactionIdError, cnpj, cpf, ispb, jwt, tax_id, town_code, transaction_id,
};

/// Every town of Brazil (5,571), in short: a line for each state, for each town the distance of its four-digit number
/// from the one before (`A` is 1, more than 26 in brackets) and its last digit as the list has it, not as the rule
/// gives it. Made from the codes in the public list kelvins/municipios-brasileiros, commit 503e2f7.
const TOWNS: &str = include_str!("towns.txt");

#[test]
fn cpf_numbers() {
    for valid in ["76109277673", "01234567890", "11912345684", "12345678909"] {
        assert_eq!(cpf::check(valid), Ok(()), "{valid}");
    }
    for digit in '0'..='9' {
        assert_eq!(cpf::check(&digit.to_string().repeat(11)), Err(CpfError::Repeated));
    }
    for (text, error) in [
        ("12345678901", CpfError::CheckDigits),
        ("11221131242", CpfError::CheckDigits),
        ("76109277637", CpfError::CheckDigits),
        ("1234567890", CpfError::ZerosLost { found: 10 }),
        ("1234567891", CpfError::Length { found: 10 }),
        ("", CpfError::Length { found: 0 }),
        ("761092776733", CpfError::Length { found: 12 }),
        ("761.092.776-73", CpfError::Punctuation { at: 3 }),
        ("761 09277673", CpfError::Punctuation { at: 3 }),
        ("7610927767X", CpfError::NotADigit { at: 10 }),
        ("761.092.776-7", CpfError::NotADigit { at: 3 }),
        ("7610927767é", CpfError::NotADigit { at: 10 }),
        ("７6109277673", CpfError::NotADigit { at: 0 }),
        ("76109277673\n", CpfError::NotADigit { at: 11 }),
    ] {
        assert_eq!(cpf::check(text), Err(error), "{text}");
        let is_number = matches!(error, CpfError::Repeated | CpfError::CheckDigits);
        assert_eq!(error.is_form(), !is_number, "{text}");
    }
}

#[test]
fn cnpj_numbers() {
    for valid in [
        "12ABC34501DE35",
        "0X0J92JY000196",
        "A87HBZHB000161",
        "LCX4RRVT000123",
        "99XYZ888000150",
        "11AAA222000164",
        "44471172000119",
        "11222333000181",
        "00000000000191",
        "LBNXQOB5000141",
        "58764789000137",
        "50685362000131",
        "60500998000115",
        "11111111111180",
    ] {
        assert_eq!(cnpj::check(valid), Ok(()), "{valid}");
        assert_eq!(cnpj::is_alphanumeric(valid), valid.contains(char::is_alphabetic), "{valid}");
    }
    for (text, error) in [
        ("12ABC34501DE53", CnpjError::CheckDigits),
        ("12ABC34501DE36", CnpjError::CheckDigits),
        ("LBNXQOB5000163", CnpjError::CheckDigits),
        ("50685362000135", CnpjError::CheckDigits),
        ("60500998000144", CnpjError::CheckDigits),
        ("11111111111111", CnpjError::CheckDigits),
        ("00000000000000", CnpjError::AllZero),
        ("12abc34501de35", CnpjError::LowerCase { at: 2 }),
        ("12ABC34501DEE5", CnpjError::LetterInCheckDigits { at: 12 }),
        ("12ABC34501DE3E", CnpjError::LetterInCheckDigits { at: 13 }),
        ("44.471.172/0001-19", CnpjError::Punctuation { at: 2 }),
        ("12.ABC.345/01DE-35", CnpjError::Punctuation { at: 2 }),
        ("12.abc.345/01de-35", CnpjError::Punctuation { at: 2 }),
        ("1222333000181", CnpjError::Length { found: 13 }),
        ("191", CnpjError::ZerosLost { found: 3 }),
        ("0000000000191", CnpjError::ZerosLost { found: 13 }),
        ("123450135", CnpjError::Length { found: 9 }),
        ("444711720001199", CnpjError::Length { found: 15 }),
        ("4447117200011_", CnpjError::NotAllowed { at: 13 }),
        ("44471172000119\n", CnpjError::NotAllowed { at: 14 }),
        ("12ÀBC34501DE35", CnpjError::NotAllowed { at: 2 }),
    ] {
        assert_eq!(cnpj::check(text), Err(error), "{text}");
    }
}

/// Only the CNPJ of fourteen zeros is one repeated character with right check digits, so only it is refused by name.
#[test]
fn repeated_cnpj() {
    let right: Vec<char> =
        ('0'..='9').filter(|digit| cnpj::has_check_digits(digit.to_string().repeat(14).as_bytes())).collect();
    assert_eq!(right, ['0']);
}

/// Characters whose values leave the same remainder by 11 can stand for each other unseen; others cannot.
#[test]
fn confusable_cnpj_characters() {
    assert_eq!(cnpj::check("Q0000000000191"), Ok(()));
    assert_eq!(cnpj::check("O0000000000191"), Err(CnpjError::CheckDigits));
}

#[test]
fn tax_ids() {
    for (text, expected) in [
        ("76109277673", Ok(TaxIdKind::Cpf)),
        ("44471172000119", Ok(TaxIdKind::Cnpj)),
        ("761.092.776-73", Err(TaxIdError::Cpf(CpfError::Punctuation { at: 3 }))),
        ("44.471.172/0001-19", Err(TaxIdError::Cnpj(CnpjError::Punctuation { at: 2 }))),
        ("12abc34501de35", Err(TaxIdError::Cnpj(CnpjError::LowerCase { at: 2 }))),
        ("", Err(TaxIdError::Length { found: 0 })),
        ("123456789012", Err(TaxIdError::Length { found: 12 })),
        ("123456797", Err(TaxIdError::Cpf(CpfError::ZerosLost { found: 9 }))),
        ("123456789001", Err(TaxIdError::Cnpj(CnpjError::ZerosLost { found: 12 }))),
        // Characters are counted, not bytes.
        ("7610927767é", Err(TaxIdError::Cpf(CpfError::NotADigit { at: 10 }))),
        ("4447117200011é", Err(TaxIdError::Cnpj(CnpjError::NotAllowed { at: 13 }))),
    ] {
        assert_eq!(tax_id::check(text), expected, "{text}");
    }
    assert!(!TaxIdError::Cpf(CpfError::Repeated).is_form());
    for (said, text, expected) in [
        (TaxIdKind::Cpf, "76109277673", Ok(TaxIdKind::Cpf)),
        (TaxIdKind::Cnpj, "76109277673", Ok(TaxIdKind::Cpf)),
        (TaxIdKind::Cpf, "44471172000119", Ok(TaxIdKind::Cnpj)),
        (TaxIdKind::Cpf, "44471172000110", Err(TaxIdError::Cnpj(CnpjError::CheckDigits))),
        (TaxIdKind::Cpf, "4447117200011", Err(TaxIdError::Cpf(CpfError::Length { found: 13 }))),
        (TaxIdKind::Cpf, "0000000000191", Err(TaxIdError::Cpf(CpfError::Length { found: 13 }))),
        (TaxIdKind::Cnpj, "76109277670", Err(TaxIdError::Cpf(CpfError::CheckDigits))),
        (TaxIdKind::Cnpj, "1234567891", Err(TaxIdError::Cnpj(CnpjError::Length { found: 10 }))),
        (TaxIdKind::Cnpj, "1234567890", Err(TaxIdError::Cnpj(CnpjError::Length { found: 10 }))),
    ] {
        assert_eq!(tax_id::diagnose(Some(said), text), expected, "{text}");
    }
    for (said, text, found) in [
        (TaxIdKind::Cnpj, "44.471.172/0001-1", 13),
        (TaxIdKind::Cnpj, "44.471.172/0001-190", 15),
        (TaxIdKind::Cnpj, "12.abc.345", 8),
        (TaxIdKind::Cpf, "761.092.776-7", 10),
        (TaxIdKind::Cpf, "761.092.776-7312", 13),
    ] {
        assert_eq!(tax_id::diagnose(Some(said), text), Err(TaxIdError::Length { found }), "{text}");
    }
    for (said, text, expected) in [
        (TaxIdKind::Cnpj, "44.471.172/0001-1x!", TaxIdError::Cnpj(CnpjError::NotAllowed { at: 2 })),
        (TaxIdKind::Cnpj, "44.471.172/0001-19", TaxIdError::Cnpj(CnpjError::Punctuation { at: 2 })),
        (TaxIdKind::Cnpj, "761.092.776-73", TaxIdError::Cpf(CpfError::Punctuation { at: 3 })),
        (TaxIdKind::Cpf, "761.092.776-7x", TaxIdError::Cpf(CpfError::NotADigit { at: 3 })),
    ] {
        assert_eq!(tax_id::diagnose(Some(said), text), Err(expected), "{text}");
    }
    assert!(TaxIdError::Cnpj(CnpjError::ZerosLost { found: 12 }).is_form());
}

#[test]
fn institutions() {
    for (text, expected) in [
        ("90400888", Ok(())),
        ("00000000", Ok(())),
        ("", Err(IspbError::Length { found: 0 })),
        ("0", Err(IspbError::BankCode)),
        ("001", Err(IspbError::BankCode)),
        ("746948", Err(IspbError::ZerosLost { found: 6 })),
        ("607469480", Err(IspbError::Length { found: 9 })),
        ("123456BC", Err(IspbError::Letter { at: 6 })),
        ("123456bc", Err(IspbError::NotADigit { at: 6 })),
        ("6074694é", Err(IspbError::NotADigit { at: 7 })),
    ] {
        assert_eq!(ispb::check(text), expected, "{text}");
    }
}

/// The codes of all towns, read back from the short form.
fn towns() -> Vec<String> {
    let mut codes = Vec::new();
    for line in TOWNS.lines() {
        let (state, mut rest) = line.split_once(' ').unwrap();
        let mut number = 0;
        while let Some(first) = rest.chars().next() {
            let (distance, after) = match rest.strip_prefix('(') {
                Some(inner) => {
                    let (distance, after) = inner.split_once(')').unwrap();
                    (distance.parse().unwrap(), after)
                }
                None => (first as u32 - '@' as u32, &rest[1..]),
            };
            number += distance;
            codes.push(format!("{state}{number:04}{}", &after[..1]));
            rest = &after[1..];
        }
    }
    codes
}

#[test]
fn all_towns_and_nine_exceptions() {
    let towns = towns();
    assert_eq!(towns.len(), 5_571);
    let odd: Vec<&String> =
        towns.iter().filter(|code| town_code::check_digit(&code.as_bytes()[..6]) != code.as_bytes()[6]).collect();
    let exceptions =
        ["2201919", "2201988", "2202251", "2611533", "3117836", "3152131", "4305871", "5203939", "5203962"];
    assert_eq!(odd, exceptions);
    for code in &towns {
        assert_eq!(town_code::check(code), Ok(()), "{code}");
    }
}

#[test]
fn town_codes() {
    for (text, expected) in [
        ("5300108", Ok(())),
        ("5300107", Err(TownCodeError::CheckDigit)),
        ("2201918", Err(TownCodeError::CheckDigit)),
        ("2673833", Err(TownCodeError::CheckDigit)),
        ("1509873", Err(TownCodeError::CheckDigit)),
        ("9999999", Err(TownCodeError::State)),
        ("2000000", Err(TownCodeError::State)),
        ("", Err(TownCodeError::Length { found: 0 })),
        ("530010", Err(TownCodeError::Length { found: 6 })),
        ("53001080", Err(TownCodeError::Length { found: 8 })),
        ("530010a", Err(TownCodeError::NotADigit { at: 6 })),
    ] {
        assert_eq!(town_code::check(text), expected, "{text}");
    }
    let states = (0..100).filter(|state| town_code::state(&format!("{state:02}00000")).is_some());
    assert_eq!(states.count(), 27);
}

#[test]
fn end_to_end_ids() {
    let id = EndToEndIdRef::parse("E9040088820210128000800123873170").unwrap();
    assert_eq!(id.as_str(), "E9040088820210128000800123873170");
    assert_eq!(id.ispb(), "90400888");
    assert_eq!((Ok(id.date()), id.time()), (CalendarDate::new(2021, 1, 28), (0, 8)));
    assert_eq!(id.unix_seconds(), 1_611_792_480);
    assert_eq!(id.brasilia_date(), CalendarDate::new(2021, 1, 27).ok());
    assert_eq!(id.sequence(), "00123873170");
    assert_eq!(format!("{id:?}"), "EndToEndId(..)");
    assert!(EndToEndIdRef::parse("E123456BC202101280008abcdeABCDE1").is_ok());
    let last = EndToEndIdRef::parse("E9040088820210128235900123873170").unwrap();
    assert_eq!((last.time(), last.unix_seconds()), ((23, 59), 1_611_878_340));

    for (text, error) in [
        ("", EndToEndIdError::Length { found: 0 }),
        ("E904008882021012800080012387317", EndToEndIdError::Length { found: 31 }),
        ("D9040088820210128000800123873170", EndToEndIdError::Refund),
        ("e9040088820210128000800123873170", EndToEndIdError::Prefix),
        ("E9040088820210128000800123873-70", EndToEndIdError::NotAllowed { at: 29 }),
        ("E904008882021012800080012387317é", EndToEndIdError::NotAllowed { at: 31 }),
        ("E9040088a20210128000800123873170", EndToEndIdError::Ispb { at: 8 }),
        ("E90400888202101280O0800123873170", EndToEndIdError::NotADigit { at: 18 }),
        ("E9040088820210230000800123873170", EndToEndIdError::Date(DateError::NotInMonth { last: 28 })),
        ("E9040088820211328000800123873170", EndToEndIdError::Date(DateError::Month)),
        ("E9040088800000128000800123873170", EndToEndIdError::Date(DateError::Year)),
        ("E9040088820210128240800123873170", EndToEndIdError::Hour),
        ("E9040088820210128006000123873170", EndToEndIdError::Minute),
    ] {
        assert_eq!(EndToEndIdRef::parse(text), Err(error), "{text}");
    }
}

#[test]
fn transaction_ids() {
    for (text, expected) in [
        ("a", Ok(())),
        ("XE00038166201907261559y6j6", Ok(())),
        ("cxf0bf49-4744-4933-8960-7add6e5908cc", Err(TransactionIdError::NotAllowed { at: 8 })),
        ("PAGAMENTO PELO LINK", Err(TransactionIdError::NotAllowed { at: 9 })),
        ("ação", Err(TransactionIdError::NotAllowed { at: 1 })),
        ("", Err(TransactionIdError::Empty)),
    ] {
        assert_eq!(transaction_id::check(text), expected, "{text}");
    }
    assert_eq!(transaction_id::check(&"a".repeat(35)), Ok(()));
    assert_eq!(transaction_id::check(&"a".repeat(36)), Err(TransactionIdError::TooLong { found: 36 }));
}

#[test]
fn tokens() {
    for (text, expected) in [
        ("eyJhbGciOiJub25lIn0.e30.c2ln", Ok(())),
        ("aa.bb.c-_", Ok(())),
        ("", Err(JwtError::Parts { found: 1 })),
        ("aa.bb", Err(JwtError::Parts { found: 2 })),
        ("aa.bb.cc.dd.ee", Err(JwtError::Parts { found: 5 })),
        ("aa..cc", Err(JwtError::EmptyPart { at: 3 })),
        ("aa.bb.", Err(JwtError::EmptyPart { at: 6 })),
        ("aa.b.cc", Err(JwtError::PartLength { at: 3 })),
        ("aa.bb==.cc", Err(JwtError::NotBase64Url { at: 5 })),
        ("aa.bb.cc\n", Err(JwtError::NotBase64Url { at: 8 })),
        ("bearer aa.bb.cc", Err(JwtError::Bearer)),
    ] {
        assert_eq!(jwt::check(text), expected, "{text}");
    }
}
