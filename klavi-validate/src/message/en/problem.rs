//! What format parsers say, as predicates of the field, and the edits that mend it.

use super::{br_code, number, stray};
use crate::message::Said;
use klavi_pix::{
    AmountError, AmountNotation, CnpjError, CpfError, DateError, DateTimeError, EmailError, EndToEndIdError, IspbError,
    JwtError, PhoneError, PixKeyDifference, PixKeyError, Problem, TownCodeError, TransactionIdError, UrlError,
};

const AMOUNT: &str = "write exactly two decimals after a dot, zeros included";
pub(super) const CPF: &str = "the last two digits do not follow from the first nine: ask for the CPF again; a made-up \
                              number is not accepted in production";
pub(super) const CNPJ: &str = "the last two digits do not follow from the first twelve characters: ask for the CNPJ \
                               again; a made-up number is not accepted in production";
pub(super) const DATE: &str = "write YYYY-MM-DD, two digits each for month and day, with a day that the month has";
pub(super) const DATE_TIME: &str = "write whole seconds and Z: drop the fraction, convert an offset to UTC, and use \
                                    23:59:59";
pub(super) const EMAIL: &str = "write one address: a name, an @ and the host, without blanks or accents";
pub(super) const END_TO_END_ID: &str = "copy the id again: a capital E, the ISPB of 8 digits, the minute in UTC as 12 \
                                        digits, and 11 letters or digits";
pub(super) const ISPB: &str = "the ISPB has 8 digits, leading zeros included, and is not the 3-digit bank code: look it \
                               up in the central bank's list of Pix participants";
pub(super) const PHONE: &str = "write a plus, the country code and the number, digits only: +55 for Brazil";
pub(super) const PIX_KEY: &str = "write a CPF of 11 digits, a CNPJ of 14 characters, a phone number with + and country \
                                  code, an e-mail address or a random key with its hyphens";
pub(super) const TOKEN: &str = "copy the whole token: three parts with dots between, without quotes or blanks";
pub(super) const TOWN: &str = "look the town up in the list of IBGE and copy its 7 digits";
pub(super) const TRANSACTION_ID: &str = "write 1 to 35 letters without accents and digits, no hyphen or blank";
pub(super) const URL: &str = "write the whole address with its scheme in front, such as https://shop.example/return";

pub(super) fn said(problem: Problem) -> Said {
    match problem {
        Problem::Amount(error) => amount(error),
        Problem::AmountNotation(found) => notation(found),
        Problem::BrCode(error) => br_code::said(error),
        Problem::Cnpj(error) => cnpj(error),
        Problem::Cpf(error) => cpf(error),
        Problem::Date(error) => date(error),
        Problem::DateTime(error) => date_time(error),
        Problem::Email(error) | Problem::PixKeyDifference(PixKeyDifference::Email(error)) => email(error),
        Problem::EndToEndId(error) => end_to_end_id(error),
        Problem::Ispb(error) => ispb(error),
        Problem::Jwt(error) => token(error),
        Problem::Phone(error) | Problem::PixKeyDifference(PixKeyDifference::Phone(error)) => phone(error),
        Problem::PixKey(error) => pix_key(error),
        Problem::PixKeyDifference(PixKeyDifference::UpperCaseRandom { at }) => {
            Said::new(format!("has a capital letter at byte {at}"), "write the random key in lower case")
        }
        Problem::Stray(found) => stray::stray(found),
        Problem::TownCode(error) => town(error),
        Problem::TransactionId(error) => transaction_id(error),
        Problem::TaxIdLength { found } => Said::new(
            format!("has {}, a CPF has 11 and a CNPJ 14", number(found, "character")),
            "write the 11 digits of a CPF or the 14 characters of a CNPJ, leading zeros included",
        ),
        Problem::Url(error) => url(error),
        Problem::PhoneWithoutCountry => Said::new(
            "is read as a CPF, whose check digits do not match",
            "11 digits are read as a CPF, yet this looks like a mobile number: put +55 in front",
        ),
        Problem::Past => Said::new("lies before today in Brasília", "write today in Brasília (UTC-3) or a later day"),
        Problem::Zero => Said::new("is zero", "write the amount that is to be paid"),
        Problem::AsText => Said::new("is a number in quotes", "write the number without quotes"),
        Problem::NotEndOfDay => Said::new("does not end with a day in UTC", DATE_TIME),
        _ => Said::new("is not well formed", "compare it with the documents"),
    }
}

pub(super) fn amount(error: AmountError) -> Said {
    let mark = "use a dot before the two decimals and no thousands separator";
    match error {
        AmountError::Empty => Said::new("is empty", AMOUNT),
        AmountError::NoInteger => Said::new("has no digit in front of the dot", "write at least a zero before the dot"),
        AmountError::Comma { at } => Said::new(format!("has a comma for a dot at byte {at}"), mark),
        AmountError::ThousandsSeparator { at } => Said::new(format!("has a thousands separator at byte {at}"), mark),
        AmountError::Exponent { at } => {
            Said::new(format!("has an exponent at byte {at}"), "write the amount out in digits, with two decimals")
        }
        AmountError::Sign => Said::new("has a sign in front", "write the amount without a plus or minus"),
        AmountError::Decimals { found: 0 } => Said::new(
            "has no decimals, two are needed",
            "write reais, not centavos: put a dot before the last two digits, after checking which of the two is meant",
        ),
        AmountError::Decimals { found: 1 } => Said::new("has one decimal, two are needed", AMOUNT),
        AmountError::Decimals { found } => Said::new(format!("has {found} decimals, two are allowed"), AMOUNT),
        AmountError::TooManyDigits { found } => Said::new(
            format!("has {found} digits in front of the dot, 16 are allowed"),
            "check the amount: in reais it has at most 16 digits in front of the dot",
        ),
        AmountError::NotADigit { at } => {
            Said::new(format!("has something else than a digit at byte {at}"), "write digits and one dot only")
        }
    }
}

fn notation(notation: AmountNotation) -> Said {
    match notation {
        AmountNotation::Exponent { at } => Said::new(
            format!("is an amount with an exponent at byte {at}"),
            "write the same number with digits and a dot, without the letter e",
        ),
        AmountNotation::Zeros { found } => Said::new(
            format!("is an amount with {found} decimals, zeros behind the second"),
            "remove the zeros behind the second decimal",
        ),
        AmountNotation::Sign => Said::new("is zero with a minus in front", "remove the minus"),
    }
}

fn url(error: UrlError) -> Said {
    match error {
        UrlError::NoScheme => Said::new("is not an absolute URL: it has no scheme", URL),
        UrlError::NoHost { at } => Said::new(format!("is not an absolute URL: it names no host at byte {at}"), URL),
        UrlError::Character { at } => Said::new(
            format!("has a character at byte {at} that may not stand in a URL as it is"),
            "write it percent-encoded, a blank as %20 for instance; a URL library does that",
        ),
        UrlError::Percent { at } => Said::new(
            format!("has a percent sign at byte {at} without two hexadecimal digits behind it"),
            "write a percent sign itself as %25",
        ),
    }
}

fn cpf(error: CpfError) -> Said {
    match error {
        CpfError::Length { found } => Said::new(
            format!("has {}, a CPF has 11", number(found, "digit")),
            "write the 11 digits, leading zeros included, and keep the number as text everywhere",
        ),
        CpfError::NotADigit { at } => {
            Said::new(format!("has something else than a digit at byte {at}"), "write the 11 digits of the CPF only")
        }
        CpfError::Punctuation { at } => {
            Said::new(format!("has punctuation at byte {at}"), "write the 11 digits without dots or dash")
        }
        CpfError::ZerosLost { found } => zeros_lost("CPF", 11, found),
        CpfError::Repeated => Said::new(
            "is one digit eleven times, a CPF that is never issued",
            "ask for the real CPF: a made-up number is not accepted in production",
        ),
        CpfError::CheckDigits => Said::new("is a CPF whose check digits do not match", CPF),
    }
}

/// A document that was kept as a number.
fn zeros_lost(document: &str, length: usize, found: usize) -> Said {
    let (zeros, were, lost) = match length - found {
        1 => ("zero".to_owned(), "was", "zero"),
        lost => (format!("{lost} zeros"), "were", "zeros"),
    };
    Said::new(
        format!("has {}: the {zeros} in front {were} lost", number(found, "digit")),
        format!(
            "a {document} has {length} digits: put the lost {lost} back in front and keep the number as text everywhere"
        ),
    )
}

fn cnpj(error: CnpjError) -> Said {
    match error {
        CnpjError::Length { found } => Said::new(
            format!("has {}, a CNPJ has 14", number(found, "character")),
            "write the 14 characters, leading zeros included, and keep the number as text everywhere",
        ),
        CnpjError::NotAllowed { at } => Said::new(
            format!("has something else than a digit or capital letter at byte {at}"),
            "write the 14 characters of the CNPJ only",
        ),
        CnpjError::Punctuation { at } => {
            Said::new(format!("has punctuation at byte {at}"), "write the 14 digits without dots, slash or dash")
        }
        CnpjError::LowerCase { at } => {
            Said::new(format!("has a small letter at byte {at}"), "write the letters of the CNPJ as capitals")
        }
        CnpjError::LetterInCheckDigits { at } => Said::new(
            format!("has a letter at byte {at}, where the check digits are"),
            "the last two characters of a CNPJ are digits: copy the number again",
        ),
        CnpjError::ZerosLost { found } => zeros_lost("CNPJ", 14, found),
        CnpjError::AllZero => Said::new("is fourteen zeros, a CNPJ that is never issued", "ask for the real CNPJ"),
        CnpjError::CheckDigits => Said::new("is a CNPJ whose check digits do not match", CNPJ),
    }
}

fn date(error: DateError) -> Said {
    Said::new(
        match error {
            DateError::Shape { at } => format!("is not a date in the form YYYY-MM-DD from byte {at} on"),
            DateError::DayFirst => "has the day in front, not the year".to_owned(),
            DateError::Time { at } => format!("has a time after the date, from byte {at} on"),
            DateError::OneDigit { at } => format!("has a month or day of one digit at byte {at}"),
            DateError::Year => "has a year that is not one from 0001 to 9999".to_owned(),
            DateError::Month => "has a month that is not one from 01 to 12".to_owned(),
            DateError::Day => "has a day that is not one from 01 to 31".to_owned(),
            DateError::NotInMonth { last } => format!("has a day that its month lacks: that month has {last} days"),
        },
        DATE,
    )
}

fn date_time(error: DateTimeError) -> Said {
    Said::new(
        match error {
            DateTimeError::Date(error) => return date(error),
            DateTimeError::NoTime { .. } => "has a date and no time".to_owned(),
            DateTimeError::Separator { at } => format!("is not in the form YYYY-MM-DDThh:mm:ssZ at byte {at}"),
            DateTimeError::Hour { at } => format!("has an hour that is not one from 00 to 23 at byte {at}"),
            DateTimeError::Minute { at } => format!("has a minute that is not one from 00 to 59 at byte {at}"),
            DateTimeError::Second { at } => format!("has a second that is not one from 00 to 59 at byte {at}"),
            DateTimeError::EmptyFraction { at } => format!("has a dot without a digit after it at byte {at}"),
            DateTimeError::Fraction { at } => format!("has a fraction of a second at byte {at}"),
            DateTimeError::NoOffset { at } => format!("lacks the Z at byte {at}"),
            DateTimeError::NotUtc { at } => format!("has something else than a capital Z at byte {at}"),
            DateTimeError::Offset { at } => {
                format!("has an offset that is not of hours, colon and minutes at byte {at}")
            }
            DateTimeError::Trailing { at } => format!("has something after its end, from byte {at} on"),
        },
        DATE_TIME,
    )
}

fn email(error: EmailError) -> Said {
    match error {
        EmailError::UpperCase { at } => {
            Said::new(format!("has a capital letter at byte {at}"), "write the e-mail key in lower case")
        }
        EmailError::TooLong { found } => Said::new(
            format!("has {found} characters, an e-mail key has at most 77"),
            "use another key of the payee: this one cannot be registered",
        ),
        EmailError::NoAt => Said::new("has no @", EMAIL),
        EmailError::EmptyLocal => Said::new("has nothing in front of the @", EMAIL),
        EmailError::SecondAt { at } => Said::new(format!("has a second @ at byte {at}"), EMAIL),
        EmailError::EmptyHost => Said::new("has nothing after the @", EMAIL),
        EmailError::LocalCharacter { at } => {
            Said::new(format!("has a character at byte {at} that may not stand before the @"), EMAIL)
        }
        EmailError::HostCharacter { at } => {
            Said::new(format!("has a character at byte {at} that may not stand in the host"), EMAIL)
        }
        EmailError::EmptyLabel { at } => Said::new(format!("has a dot too many in the host, at byte {at}"), EMAIL),
        EmailError::OneLabel { at } => Said::new(
            format!("has a host without a dot at byte {at}"),
            "write the whole host: it ends in a domain, such as example.com",
        ),
        EmailError::LongLabel { found, .. } => {
            Said::new(format!("has a part of the host with {found} characters, 63 are allowed"), EMAIL)
        }
        EmailError::Hyphen { at } => {
            Said::new(format!("has a hyphen at an end of a part of the host, at byte {at}"), EMAIL)
        }
    }
}

fn end_to_end_id(error: EndToEndIdError) -> Said {
    Said::new(
        match error {
            EndToEndIdError::Length { found } => {
                format!("has {}, an end-to-end id has 32", number(found, "character"))
            }
            EndToEndIdError::Refund => "begins with D and so is the id of a refund".to_owned(),
            EndToEndIdError::Prefix => "does not begin with a capital E".to_owned(),
            EndToEndIdError::NotAllowed { at } => format!("has something else than a letter or digit at byte {at}"),
            EndToEndIdError::Ispb { at } => format!("has a small letter in the ISPB, at byte {at}"),
            EndToEndIdError::NotADigit { at } => format!("has a letter in the minute, at byte {at}"),
            EndToEndIdError::Date(_) => "has a date at byte 9 that does not exist".to_owned(),
            EndToEndIdError::Hour => "has an hour above 23 at byte 17".to_owned(),
            EndToEndIdError::Minute => "has a minute above 59 at byte 19".to_owned(),
        },
        END_TO_END_ID,
    )
}

fn ispb(error: IspbError) -> Said {
    match error {
        IspbError::Length { found } => Said::new(format!("has {}, an ISPB has 8", number(found, "digit")), ISPB),
        IspbError::BankCode => Said::new("looks like the code of a bank; an ISPB has 8 digits", ISPB),
        IspbError::ZerosLost { found } => Said::new(
            format!("has {found} digits, an ISPB has 8"),
            "put the lost zeros back in front, and keep it as text",
        ),
        IspbError::Letter { at } => Said::new(format!("has a letter at byte {at}, an ISPB has 8 digits"), ISPB),
        IspbError::NotADigit { at } => Said::new(format!("has something else than a digit at byte {at}"), ISPB),
    }
}

fn token(error: JwtError) -> Said {
    match error {
        JwtError::Bearer => Said::new("has the word Bearer in front", "keep the token alone, without the word Bearer"),
        JwtError::Parts { found } => Said::new(format!("has {}, a JWT has three", number(found, "part")), TOKEN),
        JwtError::EmptyPart { at } => Said::new(format!("has an empty part at byte {at}"), TOKEN),
        JwtError::PartLength { at } => {
            Said::new(format!("has a part at byte {at} of a length that base64url cannot have"), TOKEN)
        }
        JwtError::NotBase64Url { at } => Said::new(format!("has a character outside base64url at byte {at}"), TOKEN),
    }
}

fn phone(error: PhoneError) -> Said {
    match error {
        PhoneError::NoPlus => Said::new("has no plus in front", PHONE),
        PhoneError::PlusLost => Said::new(
            "begins with a blank where a plus was",
            "write + in the place of the blank, and encode it as %2B in URLs",
        ),
        PhoneError::Mask { at } => Said::new(
            format!("has a blank, bracket or dash at byte {at}"),
            "write the phone as + and digits only: remove blanks, brackets and dashes",
        ),
        PhoneError::NotADigit { at } => Said::new(format!("has something else than a digit at byte {at}"), PHONE),
        PhoneError::LeadingZero => Said::new("has a zero after the plus, and no country code begins with one", PHONE),
        PhoneError::TooShort { found } => {
            Said::new(format!("has {}, at least 3 are needed", number(found, "digit")), PHONE)
        }
        PhoneError::TooLong { found } => Said::new(format!("has {found} digits, 15 are allowed"), PHONE),
        PhoneError::Brazilian => Said::new(
            "is no number that Brazil can have",
            "after +55 write the area code of two digits and the number of 8 or 9 digits",
        ),
    }
}

fn pix_key(error: PixKeyError) -> Said {
    match error {
        PixKeyError::Empty => Said::new("is empty", "write the payee's Pix key, or remove the field"),
        PixKeyError::BlankAround { at } => Said::new(
            format!("has a blank or line end around it, at byte {at}"),
            "remove blanks and line ends around the key",
        ),
        PixKeyError::PlusLost => Said::new(
            "begins with a blank where a plus was",
            "the key begins with a blank where the plus was: write + in its place, and encode it as %2B in URLs",
        ),
        PixKeyError::PhoneWithoutPlus => Said::new("is a phone number without its plus", "put + in front of 55"),
        PixKeyError::PhoneMask { at } => Said::new(
            format!("is a phone number with a blank, bracket or dash at byte {at}"),
            "write the phone as + and digits only: remove blanks, brackets and dashes, and put +55 in front if it is not \
             there",
        ),
        PixKeyError::PhoneDigits { found } => {
            Said::new(format!("has {} after the plus, a phone key has 2 to 15", number(found, "digit")), PHONE)
        }
        PixKeyError::PhoneCharacter { at } => Said::new(format!("has something else than a digit at byte {at}"), PHONE),
        PixKeyError::CpfPunctuation { at } => {
            Said::new(format!("is a CPF with punctuation at byte {at}"), "write the 11 digits without dots or dash")
        }
        PixKeyError::CpfZeroLost => cpf(CpfError::ZerosLost { found: 10 }),
        PixKeyError::CnpjPunctuation { at } => Said::new(
            format!("is a CNPJ with punctuation at byte {at}"),
            "write the 14 characters without dots, slash or dash",
        ),
        PixKeyError::CnpjLowerCase { at } => cnpj(CnpjError::LowerCase { at }),
        PixKeyError::CnpjCheckDigitLetter { at } => cnpj(CnpjError::LetterInCheckDigits { at }),
        PixKeyError::CnpjZerosLost { found } => cnpj(CnpjError::ZerosLost { found }),
        PixKeyError::Digits { found } => Said::new(
            format!("has {}, and a key of digits is a CPF of 11 or a CNPJ of 14", number(found, "digit")),
            "write all digits of the CPF or CNPJ, or put + and the country code in front of a phone number",
        ),
        PixKeyError::Email(error) => email(error),
        PixKeyError::EmailWithoutAt => Said::new("looks like an e-mail address without its @", "put the @ back"),
        PixKeyError::RandomWithoutHyphens => Said::new(
            "is a random key without its hyphens",
            "put the hyphens of the random key back: groups of 8, 4, 4, 4 and 12 characters, in lower case",
        ),
        PixKeyError::RandomCharacter { at } => Said::new(
            format!("is a random key with a wrong character at byte {at}"),
            "copy the random key again: it has the digits 0 to 9, the letters a to f, and hyphens",
        ),
        PixKeyError::BrCode => {
            Said::new("is the text of a QR code, not a Pix key", "put this text in `qrCode`, and the payee's key here")
        }
        PixKeyError::Unknown => Said::new("is none of the five kinds of Pix key", PIX_KEY),
    }
}

fn town(error: TownCodeError) -> Said {
    match error {
        TownCodeError::Length { found } => {
            Said::new(format!("has {}, a town code has 7", number(found, "digit")), TOWN)
        }
        TownCodeError::NotADigit { at } => Said::new(format!("has something else than a digit at byte {at}"), TOWN),
        TownCodeError::State => Said::new("begins with two digits that are of no state", TOWN),
        TownCodeError::CheckDigit => Said::new("is the code of no town: its check digit does not match", TOWN),
    }
}

fn transaction_id(error: TransactionIdError) -> Said {
    match error {
        TransactionIdError::Empty => Said::new("is empty", TRANSACTION_ID),
        TransactionIdError::TooLong { found } => {
            Said::new(format!("has {found} characters, 35 are allowed"), TRANSACTION_ID)
        }
        TransactionIdError::NotAllowed { at } => {
            Said::new(format!("has something else than a letter or digit at byte {at}"), TRANSACTION_ID)
        }
    }
}
