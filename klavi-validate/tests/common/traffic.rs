//! Payments as partners send them: nothing is wrong with any of them. The same seed gives the same payments.

use super::random::Random;
use std::fmt::Write as _;

/// How the payments of a sender look.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Sender {
    /// Many senders: members come and go, a fifth in any order, a quarter with blanks, a quarter with `\u` escapes.
    Mixed,
    /// Members in any order.
    Shuffled,
    /// One sender: the members of the documented order, compact, in UTF-8.
    Plain,
}

const FIRST: &[&str] =
    &["Ana", "João", "José", "Cláudia", "Márcia", "Letícia", "Conceição", "Thaís", "Vinícius", "Inês"];
const LAST: &[&str] = &["Silva", "Souza", "Gonçalves", "Araújo", "Magalhães", "Corrêa", "Teixeira", "Assunção", "Lima"];
const NOTES: &[&str] =
    &["Pagamento da nota fiscal", "Referente ao pedido nº", "Serviços de manutenção – parcela", "Loja \"São João\""];
const SYSTEMS: &[&str] = &["LINUX", "MACOS", "UNIX", "WINDOWS", "IOS", "ANDROID", "OTHER"];
const TOWNS: &[&str] = &["5300108", "3550308", "3304557", "3106200", "2927408", "4314902"];

/// A JSON value that is built to be written in some order and notation.
enum Json {
    Plain(String),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(&'static str, Json)>),
}

fn text(value: impl Into<String>) -> Json {
    Json::Text(value.into())
}

struct Writer<'a> {
    random: &'a mut Random,
    shuffles: bool,
    escapes: bool,
    blanks: bool,
}

impl Writer<'_> {
    fn write(&mut self, value: Json, out: &mut String) {
        match value {
            Json::Plain(word) => out.push_str(&word),
            Json::Text(text) => self.text(&text, out),
            Json::List(items) => self.all('[', items, ']', out, Self::write),
            Json::Object(mut members) => {
                if self.shuffles {
                    self.random.shuffle(&mut members);
                }
                self.all('{', members, '}', out, |writer, (name, value), out| {
                    write!(out, "\"{name}\":{}", if writer.blanks { " " } else { "" }).unwrap();
                    writer.write(value, out);
                });
            }
        }
    }

    fn all<T>(
        &mut self,
        open: char,
        items: Vec<T>,
        close: char,
        out: &mut String,
        one: impl Fn(&mut Self, T, &mut String),
    ) {
        out.push(open);
        for (index, item) in items.into_iter().enumerate() {
            if index > 0 {
                out.push_str(if self.blanks { ", " } else { "," });
            }
            one(self, item, out);
        }
        out.push(close);
    }

    fn text(&mut self, text: &str, out: &mut String) {
        out.push('"');
        for character in text.chars() {
            match character {
                '"' => out.push_str("\\\""),
                'é'.. | '\u{80}'.. if self.escapes => write!(out, "\\u{:04x}", u32::from(character)).unwrap(),
                _ => out.push(character),
            }
        }
        out.push('"');
    }
}

/// Payments of these senders, one after another.
pub struct Traffic {
    random: Random,
    sender: Sender,
}

impl Traffic {
    pub fn new(sender: Sender, seed: u64) -> Self {
        Self { random: Random::new(seed), sender }
    }

    /// Whether a member that may be absent is there; one sender always decides alike.
    fn has(&mut self, percent: usize) -> bool {
        let dice = self.random.below(100);
        if self.sender == Sender::Plain { percent >= 60 } else { dice < percent }
    }

    fn digits(&mut self, count: usize) -> String {
        (0..count).map(|_| char::from(b"0123456789"[self.random.below(10)])).collect()
    }

    fn letters(&mut self, count: usize) -> String {
        (0..count).map(|_| char::from(b"abcdefghijklmnopqrstuvwxyz0123456789"[self.random.below(36)])).collect()
    }

    fn uuid(&mut self) -> String {
        let hex = format!("{:016x}{:016x}", self.random.next(), self.random.next());
        format!("{}-{}-4{}-a{}-{}", &hex[..8], &hex[8..12], &hex[13..16], &hex[17..20], &hex[20..])
    }

    fn name(&mut self) -> String {
        let Random { .. } = self.random;
        format!("{} {} {}", self.random.pick(FIRST), self.random.pick(LAST), self.random.pick(LAST))
    }

    fn email(&mut self) -> String {
        let len = 5 + self.random.below(10);
        self.letters(len) + self.random.pick(&["@example.com.br", "@mail.example.org", "@pagamentos.example.com"])
    }

    fn phone(&mut self) -> String {
        let area = 11 + self.random.below(9);
        format!("+55{area}9{}", self.digits(8))
    }

    fn cpf(&mut self) -> String {
        let digits = self.digits(9);
        sealed(digits, &[&[10, 9, 8, 7, 6, 5, 4, 3, 2], &[11, 10, 9, 8, 7, 6, 5, 4, 3, 2]])
    }

    fn cnpj(&mut self) -> String {
        let digits = format!("{}000{}", self.digits(8), 1 + self.random.below(9));
        let second: &[u32] = &[6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];
        sealed(digits, &[&second[1..], second])
    }

    fn party(&mut self, company: bool) -> Vec<(&'static str, Json)> {
        let (kind, number) = if company { ("CNPJ", self.cnpj()) } else { ("CPF", self.cpf()) };
        vec![("identifierType", text(kind)), ("identifier", text(number))]
    }

    fn account(&mut self) -> Vec<(&'static str, Json)> {
        let kind = *["CACC", "SVGS", "TRAN"].get(self.random.below(4)).unwrap_or(&"CACC");
        let mut account = vec![("ispb", text(self.digits(8)))];
        if kind != "TRAN" || self.has(30) {
            let len = 1 + self.random.below(4);
            account.push(("issuer", text(self.digits(len))));
        }
        let len = 5 + self.random.below(8);
        account.extend([("number", text(self.digits(len))), ("accountType", text(kind))]);
        account
    }

    fn key(&mut self) -> String {
        match self.random.below(5) {
            0 => self.phone(),
            1 => self.cpf(),
            2 => self.cnpj(),
            3 => self.uuid(),
            _ => self.email(),
        }
    }

    fn qr_code(&mut self, amount: &str) -> String {
        let element = |tag: &str, value: &str| format!("{tag}{:02}{value}", value.len());
        let url = format!("pix.example.com/qr/v2/{}", self.uuid());
        let account = element("00", "br.gov.bcb.pix") + &element("25", &url);
        let mut code = element("00", "01") + &element("01", "12") + &element("26", &account);
        code += &(element("52", "0000") + &element("53", "986"));
        if amount.len() <= 13 {
            code += &element("54", amount);
        }
        let len = 8 + self.random.below(17);
        let name = self.letters(len).to_uppercase();
        code += &(element("58", "BR") + &element("59", &name) + &element("60", "BRASILIA"));
        code += &(element("62", &element("05", "***")) + "6304");
        let crc = crc16(code.as_bytes());
        format!("{code}{crc:04X}")
    }

    fn free_data(&mut self) -> Json {
        let items = (0..self.random.below(4))
            .map(|_| {
                let price = format!("{}.{:02}", self.random.below(2500), 1 + self.random.below(99));
                let quantity = (1 + self.random.below(12)).to_string();
                let gift = if self.random.one_in(10) { "true" } else { "false" };
                Json::Object(vec![
                    ("sku", text(self.letters(8).to_uppercase())),
                    ("qty", Json::Plain(quantity)),
                    ("unitPrice", Json::Plain(price)),
                    ("gift", Json::Plain(gift.to_owned())),
                ])
            })
            .collect();
        let mut data = vec![
            ("orderId", Json::Plain(format!("{}", 1_000_000 + self.random.below(900_000_000)))),
            ("channel", text(self.random.pick(&["web", "app", "call-center"]))),
            (
                "tags",
                Json::List(
                    ["vip", "promo", "reembolsável"][..self.random.below(4)].iter().map(|tag| text(*tag)).collect(),
                ),
            ),
            ("items", Json::List(items)),
        ];
        if self.has(30) {
            data.push(("coupon", Json::Plain("null".to_owned())));
        }
        if self.has(30) {
            let degrees = |number: usize| Json::Plain(format!("-{}.{:06}", number % 70, number));
            let (lat, lon) = (self.random.below(1_000_000), self.random.below(1_000_000));
            data.push(("geo", Json::Object(vec![("lat", degrees(lat)), ("lon", degrees(lon))])));
        }
        Json::Object(data)
    }

    fn payment(&mut self) -> Json {
        let kinds = ["PIX_INIC", "PIX_MANU", "PIX_DICT", "PIX_QRCODE"];
        let kind = kinds[if self.sender == Sender::Plain { 2 } else { self.random.below(4) }];
        let company = self.has(30);
        let mut customer = self.party(company);
        if self.has(90) {
            customer.push(("name", text(self.name())));
        }
        if self.has(70) {
            customer.push(("phone", text(self.phone())));
        }
        if self.has(80) {
            customer.push(("email", text(self.email())));
        }
        let date = format!(
            "{}-{:02}-{:02}",
            2091 + self.random.below(6),
            1 + self.random.below(12),
            1 + self.random.below(28)
        );
        let whole = [100, 10_000, 10_000_000, 1_000_000_000_000_000][self.random.below(4)];
        let amount = format!("{}.{:02}", self.random.below(whole), 1 + self.random.below(99));
        let mut payment = vec![
            ("clientRequestId", text(self.uuid())),
            ("institutionId", text(self.uuid())),
            ("initType", text(kind)),
            ("customer", Json::Object(customer)),
            ("date", text(date)),
        ];
        if company || self.has(20) {
            payment.push(("loggedUserCpf", text(self.cpf())));
        }
        if self.has(50) {
            payment.push(("ibgeTownCode", text(self.random.pick(TOWNS))));
        }
        if kind != "PIX_MANU" {
            payment.push(("proxy", text(self.key())));
        }
        if kind == "PIX_QRCODE" {
            payment.push(("qrCode", text(self.qr_code(&amount))));
        }
        let url = format!("https://loja.example.com.br/retorno/{}?estado={}", self.uuid(), self.letters(24));
        payment.extend([("amount", text(amount)), ("currency", text("BRL")), ("redirectUrl", text(url))]);
        if self.has(70) {
            let note = format!("{} {}", self.random.pick(NOTES), self.digits(6));
            payment.push(("remittanceInformation", text(note)));
        }
        if self.has(60) {
            payment.push(("debtorAccount", Json::Object(self.account())));
        }
        if kind == "PIX_MANU" || self.has(15) {
            payment.push(("creditorAccount", self.account_with_holder()));
        }
        if self.has(59) {
            payment.push(("externalInfo", self.free_data()));
        }
        payment.push(("clientMetadata", self.device()));
        Json::Object(payment)
    }

    fn account_with_holder(&mut self) -> Json {
        let mut account = self.account();
        let company = self.has(30);
        let mut holder = self.party(company);
        holder.push(("name", text(self.name())));
        account.push(("holder", Json::Object(holder)));
        Json::Object(account)
    }

    fn device(&mut self) -> Json {
        let version = format!("{}.{}.{}", 5 + self.random.below(12), self.random.below(10), self.random.below(10));
        Json::Object(vec![
            ("platform", text(self.random.pick(&["BROWSER", "APP"]))),
            ("os", text(self.random.pick(SYSTEMS))),
            ("osVersion", text(version)),
        ])
    }
}

impl Iterator for Traffic {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        let payment = self.payment();
        let is_mixed = self.sender == Sender::Mixed;
        let mut writer = Writer {
            shuffles: self.sender == Sender::Shuffled || (is_mixed && self.random.one_in(5)),
            escapes: is_mixed && self.random.one_in(4),
            blanks: is_mixed && self.random.one_in(4),
            random: &mut self.random,
        };
        let mut out = String::new();
        writer.write(payment, &mut out);
        Some(out)
    }
}

/// Digits with their check digits of modulus 11 behind, by the weights of each.
fn sealed(mut digits: String, rows: &[&[u32]]) -> String {
    for row in rows {
        let sum: u32 = digits.bytes().zip(*row).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
        let rest = sum % 11;
        digits.push(char::from_digit(if rest < 2 { 0 } else { 11 - rest }, 10).unwrap());
    }
    digits
}

fn crc16(data: &[u8]) -> u16 {
    let step = |crc: u16| if crc & 0x8000 == 0 { crc << 1 } else { crc << 1 ^ 0x1021 };
    data.iter().fold(0xffff, |crc, &byte| (0..8).fold(crc ^ u16::from(byte) << 8, |crc, _| step(crc)))
}
