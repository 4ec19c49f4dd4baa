//! The corrected value of a finding, where exactly one edit is certain.
//!
//! A suggestion is made from the value that stands in the document, so it is personal data like that value. It never
//! changes what is meant: where centavos could be reais, a phone number a CPF, or a day a month, there is none. Findings
//! about names, secrets and free texts have none either, because no format says what their right value is.

use crate::finding::Finding;
use crate::message::{Mismatch, Topic, breaks_line, is_response, mismatch, problem_of, topic};
use klavi_core::program::{Types, Value};
use klavi_core::{Code, Details, Stray, slip};
use klavi_pix::{
    BrCodeProblem, CalendarDate, Centavos, CnpjError, CpfError, DateTime, FormatProblem, PixKeyDifference, PixKeyError,
    PixKeyRef, TaxIdError, br_code, cnpj, cpf, phone, tax_id,
};

impl Finding {
    /// The JSON token to write in the place of the one at [`Finding::span`], where exactly one edit is certain.
    ///
    /// The document must be the one that was checked. What comes back holds what the document holds: show it only to
    /// those who may see the value. There is none for responses, which nobody here can mend.
    ///
    /// ```
    /// use klavi_validate::{Options, contract};
    ///
    /// let document = br#"{"accessKey": "a", "secretKye": "b"}"#;
    /// let report = contract("auth.request").unwrap().check(document, &Options::default());
    /// let suggestions: Vec<_> = report.findings.iter().filter_map(|found| found.suggestion(document)).collect();
    /// assert_eq!(suggestions, ["\"secretKey\""]);
    /// ```
    #[must_use]
    pub fn suggestion(&self, document: &[u8]) -> Option<String> {
        if is_response(self) {
            return None;
        }
        let at = |offset| usize::try_from(offset).ok();
        let token = document.get(at(self.span.start.offset)?..at(self.span.end.offset)?)?;
        let token = str::from_utf8(token).ok()?;
        let text = || serde_json::from_str::<String>(token).ok();
        let made = match (self.code, &self.details) {
            (Code::UnknownField, Details::Name(Some(meant))) => Some(quoted(meant)),
            (Code::Enum | Code::Const, Details::Values(values, Some(meant))) => {
                is_only(&text()?, values, meant).then(|| quoted(meant))
            }
            (Code::Type, Details::Types(types, Types::NUMBER)) if types.meets(Types::STRING) => {
                digits_as_text(topic(self), token).map(|text| quoted(&text))
            }
            (Code::AmountNotation, _) => Centavos::of_number(token).ok().map(|amount| amount.to_string()),
            (Code::AmountAsText, _) => Centavos::parse(&text()?).ok().map(|amount| amount.to_string()),
            _ => self.corrected(&text()?).map(|text| quoted(&text)),
        };
        made.filter(|made| made != token)
    }

    /// The corrected text for a finding about a text.
    fn corrected(&self, text: &str) -> Option<String> {
        if breaks_line(self) {
            let line = text.trim_end_matches(LINE_BREAKS);
            return (!line.is_empty() && !line.contains(LINE_BREAKS)).then(|| line.to_owned());
        }
        match problem_of(self) {
            // What looks like the other type of document may be right, and the type wrong.
            _ if self.code == Code::IdentifierMismatch && !matches!(mismatch(self), Mismatch::Written(_)) => None,
            Some(FormatProblem::Stray(_)) => self.without_stray(text),
            Some(FormatProblem::Unfit(_)) | None if self.code == Code::Pattern => match topic(self) {
                Topic::AccountNumber => account_number(text),
                Topic::Branch => branch(text),
                _ => None,
            },
            Some(problem) => of_problem(problem, text).filter(|made| self.takes(problem, made)),
            None => None,
        }
    }

    /// The text without characters that nobody sees, if its field is one whose right form is known.
    fn without_stray(&self, text: &str) -> Option<String> {
        let text = &*Stray::remove_all(text);
        match topic(self) {
            Topic::Amount => Centavos::parse(text).is_ok().then(|| text.to_owned()),
            Topic::Date => date(text),
            Topic::DateTime => whole_seconds(text),
            Topic::TaxId => document_number(text),
            Topic::AccountNumber => account_number(text).or_else(|| all_digits(text).then(|| text.to_owned())),
            Topic::Branch => (text.len() <= 4 && all_digits(text)).then(|| text.to_owned()),
            Topic::Ispb => (text.len() == 8 && all_digits(text)).then(|| text.to_owned()),
            Topic::PersonName | Topic::Other => None,
        }
    }

    /// Whether the field takes a CNPJ with letters, if this is one: the patterns of most fields do not yet.
    fn takes(&self, problem: FormatProblem, made: &str) -> bool {
        match (&self.details, problem) {
            (Details::Pattern(pattern, _), FormatProblem::Cnpj(_)) => pattern.contains("A-Z") || all_digits(made),
            _ => true,
        }
    }
}

/// What the contracts exclude from texts of one line.
const LINE_BREAKS: [char; 5] = ['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}'];

fn of_problem(problem: FormatProblem, text: &str) -> Option<String> {
    match problem {
        FormatProblem::Amount(_) => amount(text),
        FormatProblem::BrCode(BrCodeProblem::LineBreak { .. }) => one_line(text),
        FormatProblem::Cpf(CpfError::Punctuation { .. } | CpfError::ZerosLost { .. })
        | FormatProblem::Cnpj(
            CnpjError::Punctuation { .. } | CnpjError::ZerosLost { .. } | CnpjError::LowerCase { .. },
        ) => document_number(text),
        FormatProblem::Date(_) => date(text),
        FormatProblem::DateTime(_) => whole_seconds(text),
        FormatProblem::Phone(_) => telephone(text),
        FormatProblem::PixKey(error) => pix_key(error, text).filter(|key| is_right_key(key)),
        FormatProblem::PixKeyDifference(PixKeyDifference::Email(_) | PixKeyDifference::UpperCaseRandom { .. }) => {
            Some(text.to_ascii_lowercase()).filter(|key| is_right_key(key))
        }
        _ => None,
    }
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// Whether no other member of the list could be meant as well.
fn is_only(text: &str, values: &[Value], meant: &str) -> bool {
    let texts = values.iter().filter_map(|value| if let Value::String(text) = value { Some(*text) } else { None });
    let (meant, others): (Vec<_>, Vec<_>) = texts.partition(|known| *known == meant);
    let is_same = meant.iter().any(|meant| meant.eq_ignore_ascii_case(text));
    // What is not similar is a name from other systems, whose meaning the schema knows.
    is_same || slip(text, &meant).is_none() || slip(text, &others).is_none()
}

/// The digits of a JSON number where the contract wants them as text, if none of them can have been lost.
fn digits_as_text(topic: Topic, token: &str) -> Option<String> {
    match topic {
        // Without decimals the number may be one of centavos.
        Topic::Amount => token.contains('.').then(|| number(token))?,
        Topic::TaxId if all_digits(token) => {
            tax_id::check(token).map_or_else(|_| document_number(token), |_| Some(token.to_owned()))
        }
        Topic::Ispb => (token.len() == 8 && all_digits(token)).then(|| token.to_owned()),
        _ => None,
    }
}

/// An amount from a JSON number, whose last zeros say nothing.
fn number(token: &str) -> Option<String> {
    let digits = if token.contains('.') { token.trim_end_matches('0').trim_end_matches('.') } else { token };
    Centavos::parse_number(digits).ok().map(|amount| amount.to_string())
}

/// An amount with one or two decimals behind a mark that can only be the decimal mark.
fn amount(text: &str) -> Option<String> {
    let text = text.trim();
    let text = text.strip_prefix("R$").unwrap_or(text).trim_start();
    let text = text.strip_prefix('+').unwrap_or(text);
    let mark = text.rfind(['.', ','])?;
    let (whole, decimals) = (&text[..mark], &text[mark + 1..]);
    let whole = ungrouped(whole, text.as_bytes()[mark])?;
    // Three decimals would rather be a group of thousands.
    let is_plain = matches!(decimals.len(), 1 | 2) && all_digits(decimals);
    let amount = is_plain.then(|| Centavos::parse_number(&format!("{whole}.{decimals}")).ok())?;
    amount.map(|amount| amount.to_string())
}

/// The digits in front of the decimal mark, without what groups them by three.
fn ungrouped(whole: &str, mark: u8) -> Option<String> {
    let Some(separator) = whole.bytes().find(|byte| !byte.is_ascii_digit()) else {
        return Some(if whole.is_empty() { "0".to_owned() } else { whole.to_owned() });
    };
    if separator == mark || !b".,' _".contains(&separator) {
        return None;
    }
    let mut groups = whole.split(char::from(separator));
    let first = groups.next()?;
    let are_groups = all_digits(first) && first.len() <= 3 && groups.all(|group| group.len() == 3 && all_digits(group));
    are_groups.then(|| digits(whole))
}

/// A CPF or CNPJ without its punctuation, with its zero in front and capital letters; only if the check digits then fit.
fn document_number(text: &str) -> Option<String> {
    let mut number: String = text.chars().filter(|mark| !matches!(mark, '.' | '-' | '/' | ' ')).collect();
    number.make_ascii_uppercase();
    match tax_id::check(&number) {
        Ok(_) => Some(number),
        Err(TaxIdError::Cpf(CpfError::ZerosLost { .. })) => Some(format!("{number:0>11}")),
        Err(TaxIdError::Cnpj(CnpjError::ZerosLost { .. })) => Some(format!("{number:0>14}")),
        Err(_) => None,
    }
}

fn pix_key(error: PixKeyError, text: &str) -> Option<String> {
    match error {
        PixKeyError::BlankAround { .. } => Some(text.trim().to_owned()),
        PixKeyError::PlusLost | PixKeyError::PhoneWithoutPlus | PixKeyError::PhoneMask { .. } => telephone(text),
        PixKeyError::CpfPunctuation { .. } | PixKeyError::CpfZeroLost => {
            // Dots stand in a CPF only; other marks, or none, may as well be those of a phone number.
            let could_be_phone = !text.contains('.') && phone::is_brazilian(&format!("+55{}", digits(text)));
            document_number(text).filter(|_| !could_be_phone)
        }
        PixKeyError::CnpjPunctuation { .. } | PixKeyError::CnpjLowerCase { .. } | PixKeyError::CnpjZerosLost { .. } => {
            document_number(text)
        }
        PixKeyError::RandomWithoutHyphens => random_key(text),
        _ => None,
    }
}

/// Whether nothing at all is wrong with a key.
fn is_right_key(key: &str) -> bool {
    PixKeyRef::parse(key).is_ok_and(|key| key.canonical().is_ok() && key.check_digits().is_ok())
}

/// A telephone number as a plus and digits, if its marks or its 55 show that it is one.
fn telephone(text: &str) -> Option<String> {
    let text = text.trim();
    let (has_plus, national) = text.strip_prefix('+').map_or((false, text), |rest| (true, rest));
    if !national.bytes().all(|byte| byte.is_ascii_digit() || b"()-. ".contains(&byte)) {
        return None;
    }
    let digits = digits(national);
    let last_group = national.rsplit(|mark: char| !mark.is_ascii_digit()).next().map_or(0, str::len);
    let number = match digits.len() {
        _ if has_plus => format!("+{digits}"),
        12 | 13 if digits.starts_with("55") && cnpj::check(&format!("0{digits}")).is_err() => format!("+{digits}"),
        // A CPF ends in a group of two; digits without any mark are one by their form.
        10 | 11 if matches!(last_group, 4 | 8 | 9) && cpf::check(&digits).is_err() => format!("+55{digits}"),
        _ => return None,
    };
    phone::check_key(&number).is_ok().then_some(number)
}

/// The 32 digits of a random key in groups of 8, 4, 4, 4 and 12.
fn random_key(text: &str) -> Option<String> {
    let hex = text.replace('-', "").to_ascii_lowercase();
    let groups = [hex.get(..8)?, hex.get(8..12)?, hex.get(12..16)?, hex.get(16..20)?, hex.get(20..)?];
    Some(groups.join("-"))
}

/// A QR code without line breaks, if nothing else was lost with them: the checksum tells.
fn one_line(text: &str) -> Option<String> {
    let line = text.replace(['\n', '\r'], "");
    let mut problems = 0;
    br_code::check(&line, &mut |_| problems += 1);
    (problems == 0).then_some(line)
}

/// A date with two digits each for month and day; with the day in front only where it cannot be a month.
fn date(text: &str) -> Option<String> {
    let parts: Vec<_> = text.trim().split(['-', '/', '.']).collect();
    let [first, second, third] = parts[..] else { return None };
    let small = |part: &str| (part.len() <= 2 && all_digits(part)).then(|| part.parse::<u8>().ok())?;
    let year = |part: &str| (part.len() == 4 && all_digits(part)).then(|| part.parse().ok())?;
    let (year, month, day) = match (year(first), year(third)) {
        (Some(year), None) => (year, small(second)?, small(third)?),
        (None, Some(year)) => (year, small(second)?, small(first).filter(|day| *day > 12)?),
        _ => return None,
    };
    CalendarDate::new(year, month, day).ok().map(|date| date.to_string())
}

/// The same moment in whole seconds and UTC.
fn whole_seconds(text: &str) -> Option<String> {
    const DAY: i64 = 24 * 60 * 60;
    let moment = DateTime::parse(text.trim()).ok().filter(|moment| moment.time().2 < 60)?;
    let (days, second) = (moment.unix_seconds().div_euclid(DAY), moment.unix_seconds().rem_euclid(DAY));
    let date = CalendarDate::from_days(days)?;
    Some(format!("{date}T{:02}:{:02}:{:02}Z", second / 3600, second / 60 % 60, second % 60))
}

/// Number and check digit of an account in one, with zero for the X.
fn account_number(text: &str) -> Option<String> {
    let (number, check) = text.trim().rsplit_once('-').or_else(|| {
        let body = text.trim().strip_suffix(['X', 'x'])?;
        Some((body, "X"))
    })?;
    let number = number.replace('.', "");
    let check = if check.eq_ignore_ascii_case("X") { "0" } else { check };
    let fits = all_digits(&number) && all_digits(check) && check.len() <= 2 && number.len() + check.len() <= 20;
    fits.then(|| format!("{number}{check}"))
}

/// The four digits of a branch without its check digit.
fn branch(text: &str) -> Option<String> {
    let (branch, check) = text.trim().split_once('-')?;
    let is_check = matches!(check.as_bytes(), [b'0'..=b'9' | b'X' | b'x']);
    (is_check && branch.len() == 4 && all_digits(branch)).then(|| branch.to_owned())
}
