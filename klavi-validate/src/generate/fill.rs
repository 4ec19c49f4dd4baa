//! Writes a payload after its plan.

use super::plan::{Piece, Plan};
use super::vocabulary::Fresh;
use super::world::{BANKS, Days, FAULTS, Role, SENTENCES, TOWNS, World, reais, uuid};
use super::writing::{alphanumeric, any_of, digits, number};
use fastrand::Rng;

/// How a plan is filled.
pub(super) struct Filling<'a> {
    pub(super) plan: &'a Plan,
    pub(super) days: &'a Days,
    /// How many of 256 optional members are there.
    pub(super) richness: u16,
    pub(super) rng: &'a mut Rng,
}

impl Filling<'_> {
    /// Adds one payload to the buffer.
    pub(super) fn write(&mut self, out: &mut Vec<u8>) {
        let world = World::draw(self.rng);
        self.pieces(&self.plan.pieces, &world, out);
    }

    fn pieces(&mut self, pieces: &[Piece], world: &World, out: &mut Vec<u8>) {
        let mut at = 0;
        while let Some(piece) = pieces.get(at) {
            at += 1;
            match piece {
                Piece::Text(text) => out.extend_from_slice(text.as_bytes()),
                Piece::Value(fresh) => self.value(fresh, world, out),
                Piece::Choice(texts) => {
                    if let Some(text) = texts.get(self.rng.usize(..texts.len().max(1))) {
                        out.extend_from_slice(text.as_bytes());
                    }
                }
                Piece::Maybe(steps) => {
                    if u16::from(self.rng.u8(..)) >= self.richness {
                        at += steps;
                    }
                }
                Piece::Repeat(steps) => {
                    for _ in 0..self.rng.usize(1..=8) {
                        let other = World::draw(self.rng);
                        self.pieces(&pieces[at..at + steps], &other, out);
                    }
                    at += steps;
                }
                Piece::Close(end) => match out.last_mut() {
                    Some(last) if *last == b',' => *last = *end,
                    _ => out.push(*end),
                },
            }
        }
    }

    fn value(&mut self, fresh: &Fresh, world: &World, out: &mut Vec<u8>) {
        match fresh {
            Fresh::AmountNumber { is_limit: true } => reais(world.limit, out),
            Fresh::AmountNumber { is_limit: false } => reais(world.amount, out),
            Fresh::Fault(0) => out.extend_from_slice(FAULTS[world.fault].0.as_bytes()),
            Fresh::FreeObject => {
                out.extend_from_slice(br#"{"reference":""#);
                alphanumeric(out, self.rng, 8);
                out.extend_from_slice(br#""}"#);
            }
            Fresh::UnixTime => number(out, self.days.end_of_today + self.rng.u64(..86_400)),
            text => {
                out.push(b'"');
                self.text(text, world, out);
                out.push(b'"');
            }
        }
    }

    /// A value that is a text, without its quotes.
    fn text(&mut self, fresh: &Fresh, world: &World, out: &mut Vec<u8>) {
        let is_company = self.plan.to_company;
        match fresh {
            Fresh::Account(role) => {
                let length = self.rng.usize(4..11);
                any_of(out, self.rng, b"0123456789", length);
                // The accounts of the two sides never are the same one.
                out.push(if *role == Role::Payer { b'1' } else { b'2' });
            }
            Fresh::Amount => reais(world.amount, out),
            Fresh::Bank(role) => out.extend_from_slice(BANKS[world.person(*role).bank].as_bytes()),
            Fresh::BrCode => world.br_code(is_company, self.rng, out),
            Fresh::Class { bytes, least, most } => {
                let length = self.rng.usize(*least..=*most);
                any_of(out, self.rng, bytes, length);
            }
            Fresh::Cpf(role) | Fresh::TaxId(role, false) => out.extend_from_slice(&world.person(*role).cpf),
            Fresh::Date => out.extend_from_slice(self.days.ahead(world.due)),
            Fresh::DateTime { is_ahead: true } => {
                out.extend_from_slice(self.days.ahead(world.due + 90));
                out.extend_from_slice(b"T23:59:59Z");
            }
            Fresh::DateTime { is_ahead: false } => self.moment(world, out),
            Fresh::Email(role) => world.person(*role).email(out),
            Fresh::EndToEndId => self.end_to_end_id(world, out),
            Fresh::Fault(part) => {
                let (_, name, sentence) = FAULTS[world.fault];
                out.extend_from_slice(if *part == 1 { name } else { sentence }.as_bytes());
            }
            Fresh::Jwt => {
                out.extend_from_slice(b"eyJhbGciOiJFUzI1NiIsInR5cCI6IkpXVCJ9.");
                alphanumeric(out, self.rng, 64);
                out.push(b'.');
                alphanumeric(out, self.rng, 86);
            }
            Fresh::Key => world.key(is_company, out),
            Fresh::Name(role) => world.person(*role).name(out),
            Fresh::Phone(role) => world.person(*role).phone(out),
            Fresh::Sentence => out.extend_from_slice(SENTENCES[self.rng.usize(..SENTENCES.len())].as_bytes()),
            Fresh::TaxId(role, true) => out.extend_from_slice(&world.person(*role).cnpj),
            Fresh::Town => out.extend_from_slice(TOWNS[world.payee.town].code.as_bytes()),
            Fresh::Url => {
                out.extend_from_slice(b"https://shop.example.com/return/");
                alphanumeric(out, self.rng, 12);
            }
            Fresh::Uuid => uuid(self.rng.u128(..), out),
            Fresh::Version => {
                number(out, self.rng.u64(1..20));
                out.push(b'.');
                number(out, self.rng.u64(..10));
            }
            Fresh::AmountNumber { .. } | Fresh::FreeObject | Fresh::UnixTime => {}
        }
    }

    /// A moment of the order's day; each is later than the one before it.
    fn moment(&mut self, world: &World, out: &mut Vec<u8>) {
        out.extend_from_slice(self.days.ago(world.ago));
        out.push(b'T');
        clock(world.second, b":", out);
        out.push(b'.');
        digits(out, self.rng.u64(..1000), 3);
        out.push(b'Z');
    }

    fn end_to_end_id(&mut self, world: &World, out: &mut Vec<u8>) {
        out.push(b'E');
        out.extend_from_slice(BANKS[world.payer.bank].as_bytes());
        out.extend(self.days.ago(world.ago).iter().filter(|byte| **byte != b'-'));
        let from = out.len();
        clock(world.second, b"", out);
        out.truncate(from + 4);
        alphanumeric(out, self.rng, 11);
    }
}

fn clock(second: u32, mark: &[u8], out: &mut Vec<u8>) {
    for (place, part) in [second / 3600, second / 60 % 60, second % 60].into_iter().enumerate() {
        if place > 0 {
            out.extend_from_slice(mark);
        }
        digits(out, u64::from(part), 2);
    }
}
