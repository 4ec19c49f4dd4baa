//! Pix keys, e-mail addresses and telephone numbers.

use super::super::{
    CpfError, EmailError, PhoneError, PixKeyDifference, PixKeyError, PixKeyKind, PixKeyRef, TaxIdError, email, phone,
};

#[test]
fn canonical_keys() {
    for (text, kind, name) in [
        ("76109277673", PixKeyKind::Cpf, "CPF"),
        ("44471172000119", PixKeyKind::Cnpj, "CNPJ"),
        ("12ABC34501DE35", PixKeyKind::Cnpj, "CNPJ"),
        ("+5511912345678", PixKeyKind::Phone, "PHONE"),
        ("fulano@example.com", PixKeyKind::Email, "EMAIL"),
        ("123e4567-e89b-12d3-a456-426655440000", PixKeyKind::Random, "EVP"),
    ] {
        let key = PixKeyRef::parse(text).unwrap();
        assert_eq!((key.kind(), key.kind().dict_name(), key.as_str()), (kind, name, text));
        assert_eq!((key.canonical(), key.check_digits(), key.looks_like_phone()), (Ok(()), Ok(()), false), "{text}");
        assert_eq!(format!("{key:?}"), format!("PixKeyRef {{ kind: {kind:?}, .. }}"));
    }
}

#[test]
fn keys_that_differ_from_the_directory() {
    use PixKeyDifference::{Email, Phone, UpperCaseRandom};
    let long = format!("{}@example.com", "a".repeat(66));
    let label = format!("a@{}.com", "b".repeat(64));
    for (text, difference) in [
        ("Fulano@Example.com", Email(EmailError::UpperCase { at: 0 })),
        ("fulano@Example.com", Email(EmailError::UpperCase { at: 7 })),
        ("ful%ano@example.com", Email(EmailError::LocalCharacter { at: 3 })),
        ("fulano@example..com", Email(EmailError::EmptyLabel { at: 15 })),
        ("fulano@-example.com", Email(EmailError::Hyphen { at: 7 })),
        ("fulano@example-.com", Email(EmailError::Hyphen { at: 14 })),
        (&label, Email(EmailError::LongLabel { at: 2, found: 64 })),
        (&long, Email(EmailError::TooLong { found: 78 })),
        ("+12", Phone(PhoneError::TooShort { found: 2 })),
        ("+0511912345678", Phone(PhoneError::LeadingZero)),
        ("+551", Phone(PhoneError::Brazilian)),
        ("+55119123456789", Phone(PhoneError::Brazilian)),
        ("123E4567-e89b-12d3-a456-426655440000", UpperCaseRandom { at: 3 }),
    ] {
        assert_eq!(PixKeyRef::parse(text).map(PixKeyRef::canonical), Ok(Err(difference)), "{text}");
    }
    // The longest address and label.
    let longest = format!("{}@example.com", "a".repeat(65));
    assert_eq!((longest.len(), email::check_key(&longest)), (77, Ok(())));
    assert_eq!(email::check_key(&format!("a@{}.com", "b".repeat(63))), Ok(()));
    assert_eq!(PixKeyRef::parse("fulano@localhost").map(PixKeyRef::canonical), Ok(Ok(())));
    assert_eq!(PixKeyRef::parse("+12125550123").map(PixKeyRef::canonical), Ok(Ok(())));
}

#[test]
fn damaged_keys() {
    for (text, error) in [
        ("", PixKeyError::Empty),
        (" ", PixKeyError::Unknown),
        ("76109277673 ", PixKeyError::BlankAround { at: 11 }),
        ("76109277673\n", PixKeyError::BlankAround { at: 11 }),
        (" fulano@example.com", PixKeyError::BlankAround { at: 0 }),
        (" 5511912345678", PixKeyError::PlusLost),
        (" 551133334444", PixKeyError::PlusLost),
        ("5511912345678", PixKeyError::PhoneWithoutPlus),
        ("551133334444", PixKeyError::PhoneWithoutPlus),
        ("550033334444", PixKeyError::PhoneWithoutPlus),
        // With the check digits of a CNPJ, too.
        ("5511912300021", PixKeyError::PhoneWithoutPlus),
        ("+55 (11) 91234-5678", PixKeyError::PhoneMask { at: 3 }),
        ("+55 11912345678", PixKeyError::PhoneMask { at: 3 }),
        ("(11) 91234-5678", PixKeyError::PhoneMask { at: 0 }),
        ("11 91234-5678", PixKeyError::PhoneMask { at: 2 }),
        ("11-91234-5678", PixKeyError::PhoneMask { at: 2 }),
        ("11 2345 67890", PixKeyError::PhoneMask { at: 2 }),
        ("761 092 776 73", PixKeyError::CpfPunctuation { at: 3 }),
        ("+", PixKeyError::PhoneDigits { found: 0 }),
        ("+1", PixKeyError::PhoneDigits { found: 1 }),
        ("+1234567890123456", PixKeyError::PhoneDigits { found: 16 }),
        ("+55x", PixKeyError::PhoneCharacter { at: 3 }),
        ("761.092.776-73", PixKeyError::CpfPunctuation { at: 3 }),
        ("123.456.789-01", PixKeyError::CpfPunctuation { at: 3 }),
        ("1234567890", PixKeyError::CpfZeroLost),
        ("44.471.172/0001-19", PixKeyError::CnpjPunctuation { at: 2 }),
        ("12.ABC.345/01DE-35", PixKeyError::CnpjPunctuation { at: 2 }),
        ("12abc34501de35", PixKeyError::CnpjLowerCase { at: 2 }),
        ("12ABC34501DEE5", PixKeyError::CnpjCheckDigitLetter { at: 12 }),
        ("0000000000191", PixKeyError::CnpjZerosLost { found: 13 }),
        ("123", PixKeyError::Digits { found: 3 }),
        ("@example.com", PixKeyError::Email(EmailError::EmptyLocal)),
        ("fulano@", PixKeyError::Email(EmailError::EmptyHost)),
        ("fulano@a@b", PixKeyError::Email(EmailError::SecondAt { at: 8 })),
        ("ful ano@example.com", PixKeyError::Email(EmailError::LocalCharacter { at: 3 })),
        ("fulano@exam_ple.com", PixKeyError::Email(EmailError::HostCharacter { at: 11 })),
        ("joão@example.com", PixKeyError::Email(EmailError::LocalCharacter { at: 2 })),
        ("fulanoexample.com", PixKeyError::EmailWithoutAt),
        ("123e4567e89b12d3a456426655440000", PixKeyError::RandomWithoutHyphens),
        ("12345678901234567890123456789012", PixKeyError::RandomWithoutHyphens),
        ("123e4567-e89b12d3-a456-426655440000", PixKeyError::RandomWithoutHyphens),
        ("123e4567-e89b-12d3-a456-42665544000g", PixKeyError::RandomCharacter { at: 35 }),
        ("00020126330014br.gov.bcb.pix0111761092776735204", PixKeyError::BrCode),
        ("https://example.com", PixKeyError::Unknown),
        ("fulano", PixKeyError::Unknown),
        ("fulanodetal", PixKeyError::Unknown),
        ("fulano1234567890", PixKeyError::Unknown),
        ("1-2", PixKeyError::Unknown),
        ("fulano.c0m", PixKeyError::Unknown),
        ("fulano.", PixKeyError::Unknown),
        (".com", PixKeyError::Unknown),
        (&"a".repeat(36), PixKeyError::Unknown),
        ("123e4567-e89b-12d3-a456-4266554400001", PixKeyError::Unknown),
        ("55123", PixKeyError::Digits { found: 5 }),
        ("1234567891", PixKeyError::Digits { found: 10 }),
        ("123456789012", PixKeyError::Digits { found: 12 }),
    ] {
        assert_eq!(PixKeyRef::parse(text), Err(error), "{text}");
    }
}

#[test]
fn telephone_or_cpf() {
    for (text, looks_like_phone, digits) in [
        ("11912345678", true, Err(TaxIdError::Cpf(CpfError::CheckDigits))),
        ("11912345684", false, Ok(())),
        ("12345678901", false, Err(TaxIdError::Cpf(CpfError::CheckDigits))),
        ("01912345678", false, Err(TaxIdError::Cpf(CpfError::CheckDigits))),
        ("99999999999", false, Err(TaxIdError::Cpf(CpfError::Repeated))),
    ] {
        let key = PixKeyRef::parse(text).unwrap();
        assert_eq!((key.looks_like_phone(), key.check_digits()), (looks_like_phone, digits), "{text}");
    }
}

#[test]
fn addresses() {
    assert_eq!(email::check("a..b@c.com"), Ok(()));
    assert_eq!(email::check("Fulano%x@Example.com"), Ok(()));
    assert_eq!(email::check("fulano@localhost"), Err(EmailError::OneLabel { at: 7 }));
    assert_eq!(email::check_key("fulano@localhost"), Ok(()));
    assert_eq!(email::check("fulano"), Err(EmailError::NoAt));
    assert_eq!(email::check("\"ful\"@example.com"), Err(EmailError::LocalCharacter { at: 0 }));
    assert_eq!(email::check("fulano@example.com."), Err(EmailError::EmptyLabel { at: 19 }));
    assert_eq!(email::check("fulano@example.com\n"), Err(EmailError::HostCharacter { at: 18 }));
}

#[test]
fn telephones() {
    for (text, expected) in [
        ("+5511912345678", Ok(())),
        ("+551", Ok(())),
        ("+123456789012345", Ok(())),
        (" ", Err(PhoneError::NoPlus)),
        (" fulano", Err(PhoneError::NoPlus)),
        ("12345", Err(PhoneError::NoPlus)),
        ("", Err(PhoneError::NoPlus)),
        (" 5511912345678", Err(PhoneError::PlusLost)),
        ("+", Err(PhoneError::TooShort { found: 0 })),
        ("+1234567890123456", Err(PhoneError::TooLong { found: 16 })),
        ("+0123", Err(PhoneError::LeadingZero)),
        ("+55 11", Err(PhoneError::Mask { at: 3 })),
        ("+55é", Err(PhoneError::NotADigit { at: 3 })),
    ] {
        assert_eq!(phone::check(text), expected, "{text}");
    }
}
