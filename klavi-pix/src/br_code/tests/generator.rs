//! Codes as they are issued, the same each time: every kind of key and URL, optional elements, accents, any order.

use super::sealed;

/// Numbers that are the same each time.
pub(super) struct Random(pub(super) fastrand::Rng);

impl Random {
    pub(super) fn below(&mut self, bound: usize) -> usize {
        self.0.usize(..bound)
    }

    pub(super) fn one_in(&mut self, bound: usize) -> bool {
        self.below(bound) == 0
    }

    pub(super) fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    fn text(&mut self, alphabet: &str, length: usize) -> String {
        (0..length).map(|_| char::from(self.of(alphabet.as_bytes()))).collect()
    }
}

/// An element, and the length that is written before its value.
#[derive(Clone, Debug)]
pub(super) struct Element {
    pub(super) id: u8,
    pub(super) value: Value,
    pub(super) written: Option<String>,
}

#[derive(Clone, Debug)]
pub(super) enum Value {
    Text(String),
    Template(Vec<Element>),
}

impl Element {
    fn text(id: u8, value: impl Into<String>) -> Self {
        Self { id, value: Value::Text(value.into()), written: None }
    }

    fn template(id: u8, elements: Vec<Self>) -> Self {
        Self { id, value: Value::Template(elements), written: None }
    }

    /// The value as it stands in the code.
    pub(super) fn content(&self, in_characters: bool) -> String {
        match &self.value {
            Value::Text(text) => text.clone(),
            Value::Template(elements) => elements.iter().map(|element| element.spelt(in_characters)).collect(),
        }
    }

    pub(super) fn length(&self, in_characters: bool) -> usize {
        let content = self.content(in_characters);
        if in_characters { content.chars().count() } else { content.len() }
    }

    fn spelt(&self, in_characters: bool) -> String {
        let written = self.written.clone().unwrap_or_else(|| format!("{:02}", self.length(in_characters)));
        format!("{:02}{written}{}", self.id, self.content(in_characters))
    }
}

/// A code, element by element.
#[derive(Clone, Debug)]
pub(super) struct Code {
    pub(super) elements: Vec<Element>,
    pub(super) in_characters: bool,
}

impl Code {
    /// The text with its checksum.
    pub(super) fn text(&self) -> String {
        let spelt: String = self.elements.iter().map(|element| element.spelt(self.in_characters)).collect();
        sealed(&spelt)
    }
}

const DIGITS: &str = "0123456789";
const HEX: &str = "0123456789abcdef";
const ALPHANUMERIC: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

const NAMES: &[&str] = &[
    "LOJA EXEMPLO",
    "Fulano de Tal",
    "A",
    "MERCADO 24 HORAS",
    "POSTO 1000",
    "COMERCIO DE EXEMPLOS LTDA",
    "99 PIZZAS",
    "Padaria do Ze",
    "12345678901",
    "Maria Aparecida dos Sant.",
    "EXEMPLO S.A. 0800",
    "BAR 3",
    "Ana",
    "CASA 0102 LTDA",
];
const NAMES_WITH_ACCENTS: &[&str] =
    &["JOÃO", "PÃES & CIA", "Conceição Araújo", "AÇAÍ 10", "É TUDO", "Padaria São José"];
const TOWNS: &[&str] = &[
    "SAO PAULO",
    "BRASILIA",
    "ITU",
    "Rio de Janeiro",
    "BELO HORIZONTE",
    "PORTO ALEGRE",
    "S. J. RIO PRETO",
    "LUZ",
    "Bage",
];
const TOWNS_WITH_ACCENTS: &[&str] = &["SÃO PAULO", "Brasília", "Itaú", "GOIÂNIA"];
const TEXTS: &[&str] = &["Pedido 12", "PAGAMENTO", "NF 0012", "a", "mensalidade 05/2026", "0123456789"];
const HOSTS: &[&str] =
    &["qr.example.com/v2", "pix.example.com.br/qr/v2", "api-pix.bank.example/pix/v2", "spi.example/q"];

fn key(random: &mut Random) -> String {
    match random.below(6) {
        0 => random.text(DIGITS, 11),
        1 => random.text(DIGITS, 14),
        2 => format!("+55{}9{}", random.of(&["11", "21", "61", "85"]), random.text(DIGITS, 8)),
        3 => format!("{}@example.com", random.of(&["fulano", "pix", "loja12", "financeiro.contas", "a1"])),
        4 => format!("{}DE35", random.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", 10).to_uppercase())
            .replace("DE35", "0135"),
        _ => [8, 4, 4, 4, 12].map(|length| random.text(HEX, length)).join("-"),
    }
}

fn url(random: &mut Random, folder: &str) -> String {
    let host = random.of(HOSTS);
    format!("{host}/{folder}{}", random.text(HEX, 32)).replace("//", "/")
}

/// A code with lengths in bytes, or in characters, and accents if there may be any.
pub(super) fn code(random: &mut Random, accents: bool) -> Code {
    let pix = |rest: Vec<Element>| [vec![Element::text(0, random_gui(rest.len()))], rest].concat();
    let is_static = random.below(5) < 3;
    let account = if is_static {
        let mut rest = vec![Element::text(1, key(random))];
        if random.one_in(4) && rest[0].length(false) < 40 {
            rest.push(Element::text(
                2,
                random.of(if accents { &["Pagamento à vista", "pão", "nº 12"] } else { TEXTS }),
            ));
        }
        if random.one_in(12) {
            rest.push(Element::text(3, random.text(DIGITS, 8)));
        }
        rest
    } else {
        let folder = random.of(&["cobv/", "", "cob/"]);
        vec![Element::text(25, url(random, folder))]
    };
    let mut elements =
        vec![Element::template(26, pix(account)), Element::text(52, random.of(&["0000", "0000", "5411", "8999"]))];
    elements.push(Element::text(53, "986"));
    if random.one_in(2) {
        let amount =
            format!("{}.{:02}", [1, 10, 100, 1000, 12345][random.below(5)] + random.below(90), random.below(100));
        elements.push(Element::text(54, amount));
    }
    elements.push(Element::text(58, "BR"));
    let names = if accents && !random.one_in(3) { NAMES_WITH_ACCENTS } else { NAMES };
    elements.push(Element::text(59, random.of(names)));
    let towns = if accents && !random.one_in(3) { TOWNS_WITH_ACCENTS } else { TOWNS };
    elements.push(Element::text(60, random.of(towns)));
    if random.one_in(5) {
        elements.push(Element::text(61, random.text(DIGITS, 8)));
    }
    let txid = if is_static && random.one_in(2) {
        let length = 1 + random.below(25);
        random.text(ALPHANUMERIC, length)
    } else {
        "***".to_owned()
    };
    elements.push(Element::template(62, vec![Element::text(5, txid)]));
    if random.one_in(8) {
        elements.push(Element::template(
            27,
            vec![Element::text(0, "br.com.outro"), Element::text(1, random.text(DIGITS, 10))],
        ));
        elements.sort_by_key(|element| element.id);
    }
    if random.one_in(12) {
        // The order is free.
        let at = random.below(elements.len());
        elements.rotate_left(at);
    }
    if !is_static && random.one_in(4) {
        elements.push(Element::template(80, pix(vec![Element::text(25, url(random, "rec/"))])));
    }
    if !is_static || random.one_in(3) {
        elements.insert(0, Element::text(1, random.of(&["11", "12"])));
    }
    elements.insert(0, Element::text(0, "01"));
    Code { elements, in_characters: accents && random.one_in(2) }
}

fn random_gui(seed: usize) -> &'static str {
    if seed.is_multiple_of(3) { "BR.GOV.BCB.PIX" } else { "br.gov.bcb.pix" }
}
