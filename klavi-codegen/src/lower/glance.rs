//! The short cut for texts: which nodes can tell at a glance that a text is right.

use super::object::lookup;
use klavi_core::Code;
use klavi_core::program::{Allowed, Glance, Key, Matcher, Node, StringRules, Types, Value};

/// The short cut of a node whose other rules are known.
pub(super) fn of(node: &Node) -> Glance {
    let judges_text = node.types.meets(Types::STRING) && node.applicators.is_empty() && node.expect.is_none();
    match (node.allowed, node.string) {
        ([allowed], rules) if judges_text => listed(allowed, rules),
        ([], None) if judges_text => Glance::Anything,
        ([], Some(rules)) if judges_text && asks_nothing(rules) => Glance::Anything,
        ([], Some(rules)) if judges_text => digits(rules),
        _ => Glance::None,
    }
}

/// Whether the rules can only warn.
fn asks_nothing(rules: &StringRules) -> bool {
    rules.checks.is_empty() && rules.min_length.is_none() && rules.max_length.is_none() && rules.max_bytes.is_none()
}

fn listed(allowed: &Allowed, rules: Option<&StringRules>) -> Glance {
    let texts = allowed.values.iter().map(|value| if let Value::String(text) = value { Some(*text) } else { None });
    let Some(texts) = texts.collect::<Option<Vec<_>>>() else { return Glance::None };
    if !texts.iter().all(|text| rules.is_none_or(|rules| holds(rules, text))) {
        return Glance::None;
    }
    let lookup = lookup(&texts);
    Glance::Listed(texts.into_iter().map(Key::new).collect::<Vec<_>>().leak(), lookup)
}

/// Whether a text holds to the rules that can make it invalid.
fn holds(rules: &StringRules, text: &str) -> bool {
    let (characters, bytes) = (text.chars().count(), text.len());
    rules.min_length.is_none_or(|min| characters >= min as usize)
        && rules.max_length.is_none_or(|max| characters <= max as usize)
        && rules.max_bytes.is_none_or(|max| bytes <= max as usize)
        && rules.checks.iter().all(|check| check.pattern.matches(text) != (check.code == Code::Not))
}

fn digits(rules: &StringRules) -> Glance {
    let [first, others @ ..] = rules.checks else { return Glance::None };
    let Matcher::Runs([run]) = first.pattern.matcher else { return Glance::None };
    let plain = first.code != Code::Not && run.class == [(b'0', b'9')] && others.iter().all(|check| check.implied);
    // Between the shortest and the longest run every length must hold.
    let ends = [run.min, run.max].map(|length| u8::try_from(length).ok().filter(|length| *length < 32));
    match ends {
        [Some(min), Some(max)] if plain => {
            let within = [min, max].iter().all(|length| holds(rules, &"0".repeat(usize::from(*length))));
            if within { Glance::Digits(min, max) } else { Glance::None }
        }
        _ => Glance::None,
    }
}
