//! Payments of several senders, made by `klavi_validate::generate` and written in the orders and spellings that people use.
//!
//! The same payments come with every run, so that what is measured on them can be compared.

use fastrand::Rng;
use klavi_core::{Json, Tree};
use klavi_validate::generate::Generator;
use klavi_validate::types::Date;
use std::fmt::Write as _;

/// The contract of the payments.
pub const CONTRACT: &str = "create-payment.request";

/// How the payments of a sender are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sender {
    /// Many senders: a fifth writes the members in any order, a quarter with blanks, a quarter with `\u` escapes.
    Mixed,
    /// The members in the documented order, compact, in UTF-8.
    Documented,
    /// The members in any order, compact, in UTF-8.
    Shuffled,
}

/// The day of all payments.
///
/// # Panics
///
/// Never.
#[must_use]
pub fn today() -> Date {
    "2031-02-28".parse().expect("a day")
}

/// So many payments in which nothing is wrong.
///
/// # Panics
///
/// Never, as long as the contract has payloads.
#[must_use]
pub fn payments(sender: Sender, count: usize) -> Vec<String> {
    let generator = Generator::new(CONTRACT, &today()).expect("the contract has payloads");
    written(generator, sender, count)
}

/// The same, but a tenth has a fault.
///
/// # Panics
///
/// Never, as long as the contract has payloads.
#[must_use]
pub fn a_tenth_wrong(count: usize) -> Vec<String> {
    let generator = Generator::broken(CONTRACT, None, &today()).expect("the contract has faults");
    let mut all = payments(Sender::Mixed, count);
    let broken = written(generator, Sender::Mixed, count.div_ceil(10));
    for (payment, broken) in all.iter_mut().step_by(10).zip(broken) {
        *payment = broken;
    }
    all
}

fn written(generator: Generator, sender: Sender, count: usize) -> Vec<String> {
    let mut rng = Rng::with_seed(1);
    let respelled = |payload: Vec<u8>| match Tree::parse(&payload) {
        Ok(tree) => respelled(tree, sender, &mut rng),
        // A fault of the syntax stays as it is.
        Err(_) => String::from_utf8_lossy(&payload).into_owned(),
    };
    generator.seed(1).take(count).map(respelled).collect()
}

fn respelled(mut tree: Tree, sender: Sender, rng: &mut Rng) -> String {
    let mut one_in = |count| sender == Sender::Mixed && rng.u32(..count) == 0;
    let (shuffles, blanks, escapes) = (one_in(5), one_in(4), one_in(4));
    if shuffles || sender == Sender::Shuffled {
        shuffle(&mut tree, rng);
    }
    let mut text = String::new();
    write(&tree, if blanks { " " } else { "" }, &mut text);
    if escapes { escaped(&text) } else { text }
}

fn shuffle(tree: &mut Tree, rng: &mut Rng) {
    match &mut tree.value {
        Json::Array(items) => {
            for item in items {
                shuffle(item, rng);
            }
        }
        Json::Object(members) => {
            rng.shuffle(members);
            for member in members {
                shuffle(&mut member.value, rng);
            }
        }
        _ => {}
    }
}

fn write(tree: &Tree, blank: &str, to: &mut String) {
    let separator = |index| if index == 0 { String::new() } else { format!(",{blank}") };
    match &tree.value {
        Json::Array(items) => {
            to.push('[');
            for (index, item) in items.iter().enumerate() {
                to.push_str(&separator(index));
                write(item, blank, to);
            }
            to.push(']');
        }
        Json::Object(members) => {
            to.push('{');
            for (index, member) in members.iter().enumerate() {
                let _ = write!(to, "{}\"{}\":{blank}", separator(index), member.name);
                write(&member.value, blank, to);
            }
            to.push('}');
        }
        _ => {
            let _ = write!(to, "{tree}");
        }
    }
}

/// With an escape for each character beyond ASCII.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        if character.is_ascii() {
            escaped.push(character);
        } else {
            for unit in character.encode_utf16(&mut [0; 2]) {
                let _ = write!(escaped, "\\u{unit:04x}");
            }
        }
    }
    escaped
}
