//! What belongs together in one payload: people, a key, amounts, days.

use super::writing::{alphanumeric, digits, hexadecimal, number};
use fastrand::Rng;
use klavi_pix::CalendarDate;
use klavi_types::Date;

/// Whom a field speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The customer, the debtor of a contract.
    Payer,
    /// The holder of the account that is paid.
    Payee,
}

/// How a Pix key names the payee.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum KeyKind {
    Document,
    Phone,
    Email,
    Random,
}

/// A person or company with what is theirs.
#[derive(Debug, Clone, Default)]
pub(super) struct Person {
    first: usize,
    last: usize,
    /// Where they live and pay.
    pub(super) town: usize,
    pub(super) bank: usize,
    pub(super) cpf: [u8; 11],
    pub(super) cnpj: [u8; 14],
    phone: [u8; 9],
    number: u32,
}

impl Person {
    fn draw(rng: &mut Rng) -> Self {
        let mut person = Self {
            first: rng.usize(..FIRST_NAMES.len()),
            last: rng.usize(..LAST_NAMES.len()),
            town: rng.usize(..TOWNS.len()),
            bank: rng.usize(..BANKS.len()),
            number: rng.u32(1..10_000),
            ..Self::default()
        };
        fill_digits(rng, &mut person.cpf[..9]);
        person.cpf[9] = check_digit(&person.cpf[..9], 11);
        person.cpf[10] = check_digit(&person.cpf[..10], 11);
        fill_digits(rng, &mut person.cnpj[..8]);
        person.cnpj[8..12].copy_from_slice(b"0001");
        person.cnpj[12] = check_digit(&person.cnpj[..12], 9);
        person.cnpj[13] = check_digit(&person.cnpj[..13], 9);
        fill_digits(rng, &mut person.phone);
        person.phone[0] = b'9';
        person
    }

    /// The name with its accents.
    pub(super) fn name(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(FIRST_NAMES[self.first].0.as_bytes());
        out.push(b' ');
        out.extend_from_slice(LAST_NAMES[self.last].0.as_bytes());
    }

    /// The name in the letters of a BR Code; at most 25 of them.
    fn plain_name(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(FIRST_NAMES[self.first].1.as_bytes());
        out.push(b' ');
        out.extend_from_slice(LAST_NAMES[self.last].1.as_bytes());
    }

    pub(super) fn phone(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(b"+55");
        out.extend_from_slice(TOWNS[self.town].area.as_bytes());
        out.extend_from_slice(&self.phone);
    }

    pub(super) fn email(&self, out: &mut Vec<u8>) {
        let from = out.len();
        out.extend_from_slice(FIRST_NAMES[self.first].1.as_bytes());
        out.push(b'.');
        out.extend_from_slice(LAST_NAMES[self.last].1.as_bytes());
        out[from..].make_ascii_lowercase();
        number(out, u64::from(self.number));
        out.extend_from_slice(b"@example.com");
    }
}

/// The values of one payload.
#[derive(Debug, Clone)]
pub(super) struct World {
    pub(super) payer: Person,
    pub(super) payee: Person,
    /// What is paid, in centavos.
    pub(super) amount: u64,
    /// What a variable amount goes up to, in centavos.
    pub(super) limit: u64,
    /// How many days from today the payment is, and how many ago it was ordered.
    pub(super) due: usize,
    pub(super) ago: usize,
    /// The second of the day of the order.
    pub(super) second: u32,
    /// Which of [`FAULTS`] an answer tells.
    pub(super) fault: usize,
    key: KeyKind,
    random_key: u128,
}

impl World {
    /// A payment to a person, or to a company.
    pub(super) fn draw(rng: &mut Rng) -> Self {
        let size = 10_u64.pow(rng.u32(3..8));
        let amount = 1 + rng.u64(..size);
        Self {
            payer: Person::draw(rng),
            payee: Person::draw(rng),
            amount,
            limit: amount + rng.u64(..100_000),
            due: rng.usize(..60),
            ago: rng.usize(1..30),
            second: rng.u32(..80_000),
            fault: rng.usize(..FAULTS.len()),
            key: [KeyKind::Document, KeyKind::Phone, KeyKind::Email, KeyKind::Random][rng.usize(..4)],
            random_key: rng.u128(..),
        }
    }

    pub(super) fn person(&self, role: Role) -> &Person {
        match role {
            Role::Payer => &self.payer,
            Role::Payee => &self.payee,
        }
    }

    /// The Pix key of the payee.
    pub(super) fn key(&self, is_company: bool, out: &mut Vec<u8>) {
        match self.key {
            KeyKind::Document if is_company => out.extend_from_slice(&self.payee.cnpj),
            KeyKind::Document => out.extend_from_slice(&self.payee.cpf),
            KeyKind::Phone => self.payee.phone(out),
            KeyKind::Email => self.payee.email(out),
            KeyKind::Random => uuid(self.random_key, out),
        }
    }

    /// The BR Code that asks for the amount by the key.
    pub(super) fn br_code(&self, is_company: bool, rng: &mut Rng, out: &mut Vec<u8>) {
        let from = out.len();
        out.extend_from_slice(b"00020126");
        element(out, |out| {
            out.extend_from_slice(b"0014br.gov.bcb.pix01");
            element(out, |out| self.key(is_company, out));
        });
        out.extend_from_slice(b"52040000530398654");
        element(out, |out| reais(self.amount, out));
        out.extend_from_slice(b"5802BR59");
        element(out, |out| self.payee.plain_name(out));
        out.extend_from_slice(b"60");
        element(out, |out| out.extend_from_slice(TOWNS[self.payee.town].name.as_bytes()));
        out.extend_from_slice(b"62");
        element(out, |out| {
            out.extend_from_slice(b"05");
            element(out, |out| alphanumeric(out, rng, 12));
        });
        out.extend_from_slice(b"6304");
        let checksum = CRC.checksum(&out[from..]);
        hexadecimal(out, u128::from(checksum), 4, b"0123456789ABCDEF");
    }
}

static CRC: crc::Crc<u16> = crc::Crc::<u16>::new(&crc::CRC_16_IBM_3740);

/// A length of two digits and what it counts.
fn element(out: &mut Vec<u8>, write: impl FnOnce(&mut Vec<u8>)) {
    let from = out.len();
    out.extend_from_slice(b"00");
    write(out);
    let length = out.len() - from - 2;
    for (place, digit) in [length / 10 % 10, length % 10].into_iter().enumerate() {
        out[from + place] += u8::try_from(digit).unwrap_or_default();
    }
}

/// An amount with two decimals.
pub(super) fn reais(centavos: u64, out: &mut Vec<u8>) {
    number(out, centavos / 100);
    out.push(b'.');
    digits(out, centavos % 100, 2);
}

/// A UUID of version 4.
pub(super) fn uuid(random: u128, out: &mut Vec<u8>) {
    let bits = random & !(0xf << 76) & !(0x3 << 62) | 0x4 << 76 | 0x2 << 62;
    let mut left = 128;
    for (place, length) in [8, 4, 4, 4, 12].into_iter().enumerate() {
        if place > 0 {
            out.push(b'-');
        }
        left -= 4 * length;
        hexadecimal(out, bits >> left, length, b"0123456789abcdef");
    }
}

fn fill_digits(rng: &mut Rng, place: &mut [u8]) {
    let mut random = rng.u64(..);
    for digit in place {
        *digit = b'0' + u8::try_from(random % 10).unwrap_or_default();
        random /= 10;
    }
}

/// The check digit of CPF and CNPJ: modulo 11, with weights from 2 upwards, from the right, until the greatest.
fn check_digit(text: &[u8], greatest: u32) -> u8 {
    let weights = (2..=greatest).cycle();
    let sum: u32 = text.iter().rev().zip(weights).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    let rest = sum % 11;
    b'0' + if rest < 2 { 0 } else { u8::try_from(11 - rest).unwrap_or_default() }
}

/// The days around today as texts, so that a date is a copy.
#[derive(Debug, Clone)]
pub(super) struct Days {
    texts: Vec<[u8; 10]>,
    /// The second of 1970 with which today ends.
    pub(super) end_of_today: u64,
}

impl Days {
    const BEFORE: usize = 40;
    const AFTER: usize = 200;

    /// The days around this one. Where the calendar ends, the day itself stands for those beyond.
    pub(super) fn around(today: &Date) -> Self {
        let text = |place: usize| {
            let distance = i64::try_from(place).unwrap_or_default() - i64::try_from(Self::BEFORE).unwrap_or_default();
            let day = today.plus_days(distance).unwrap_or(*today).to_string();
            day.as_bytes().first_chunk().copied().unwrap_or(*b"2025-01-15")
        };
        let days = today.calendar().map_or(0, CalendarDate::days);
        Self {
            texts: (0..=Self::BEFORE + Self::AFTER).map(text).collect(),
            end_of_today: u64::try_from(days + 1).unwrap_or_default() * 86_400,
        }
    }

    /// So many days from today.
    pub(super) fn ahead(&self, days: usize) -> &[u8; 10] {
        &self.texts[(Self::BEFORE + days).min(Self::BEFORE + Self::AFTER)]
    }

    /// So many days ago.
    pub(super) fn ago(&self, days: usize) -> &[u8; 10] {
        &self.texts[Self::BEFORE.saturating_sub(days)]
    }
}

/// A town: its IBGE code, its name in the letters of a BR Code, and the area code of its telephones.
pub(super) struct Town {
    pub(super) code: &'static str,
    name: &'static str,
    area: &'static str,
}

const fn town(code: &'static str, name: &'static str, area: &'static str) -> Town {
    Town { code, name, area }
}

pub(super) static TOWNS: [Town; 12] = [
    town("3550308", "SAO PAULO", "11"),
    town("3304557", "RIO DE JANEIRO", "21"),
    town("5300108", "BRASILIA", "61"),
    town("3106200", "BELO HORIZONTE", "31"),
    town("2927408", "SALVADOR", "71"),
    town("4106902", "CURITIBA", "41"),
    town("4314902", "PORTO ALEGRE", "51"),
    town("2611606", "RECIFE", "81"),
    town("2304400", "FORTALEZA", "85"),
    town("1302603", "MANAUS", "92"),
    town("5208707", "GOIANIA", "62"),
    town("4205407", "FLORIANOPOLIS", "48"),
];

/// Members of the payment system, by ISPB.
pub(super) static BANKS: [&str; 8] =
    ["00000000", "60701190", "60746948", "90400888", "00360305", "18236120", "00416968", "01181521"];

static FIRST_NAMES: [(&str, &str); 16] = [
    ("Ana", "ANA"),
    ("João", "JOAO"),
    ("Maria", "MARIA"),
    ("José", "JOSE"),
    ("Antônio", "ANTONIO"),
    ("Beatriz", "BEATRIZ"),
    ("Carlos", "CARLOS"),
    ("Fernanda", "FERNANDA"),
    ("Lúcia", "LUCIA"),
    ("Paulo", "PAULO"),
    ("Mariana", "MARIANA"),
    ("Luís", "LUIS"),
    ("Cecília", "CECILIA"),
    ("Rafael", "RAFAEL"),
    ("Inês", "INES"),
    ("Tiago", "TIAGO"),
];

static LAST_NAMES: [(&str, &str); 12] = [
    ("Silva", "SILVA"),
    ("Souza", "SOUZA"),
    ("Conceição", "CONCEICAO"),
    ("Araújo", "ARAUJO"),
    ("Oliveira", "OLIVEIRA"),
    ("Gonçalves", "GONCALVES"),
    ("Ribeiro", "RIBEIRO"),
    ("Magalhães", "MAGALHAES"),
    ("Carvalho", "CARVALHO"),
    ("Brandão", "BRANDAO"),
    ("Nogueira", "NOGUEIRA"),
    ("Assunção", "ASSUNCAO"),
];

/// What an answer of an error says: the status, its name, a sentence.
pub(super) static FAULTS: [(&str, &str, &str); 6] = [
    ("400", "Bad Request", "The request is malformed"),
    ("401", "Unauthorized", "The token is invalid or has ended"),
    ("404", "Not Found", "There is no such resource"),
    ("409", "Conflict", "The request conflicts with an earlier one"),
    ("422", "Unprocessable Entity", "A required parameter is missing"),
    ("429", "Too Many Requests", "Wait longer each time"),
];

/// What a payer writes to a payee.
pub(super) static SENTENCES: [&str; 6] = [
    "Pagamento da nota XPTO035-002.",
    "Mensalidade de março",
    "Pedido 1234, obrigado",
    "Aluguel",
    "Parcela 3 de 12",
    "Serviços de manutenção",
];
