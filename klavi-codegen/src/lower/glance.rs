//! The short cut for strings: which nodes can tell at a glance that a string is right.

use klavi_core::Code;
use klavi_core::program::{Enumeration, Glance, Node, Shape, Shapes, StringCheck, StringRules, Types, Value};

/// The most shapes that a glance compares with strings of one length.
const ABREAST: usize = 8;

/// The short cut of a node whose other rules are known. The first of its patterns matches strings of these shapes.
pub(super) fn of(node: &Node, of_pattern: Vec<Shape>) -> Glance {
    let judges_text = node.types.meets(Types::STRING) && node.applicators.is_empty() && node.expect.is_none();
    match (node.allowed, node.string) {
        _ if !judges_text => Glance::None,
        ([], None) => Glance::Anything,
        ([], Some(rules)) if asks_nothing(rules) => Glance::Anything,
        ([], Some(rules)) if rules.checks.iter().skip(1).all(|check| check.implied || check.advice) => {
            shapes(of_pattern, node.string)
        }
        ([allowed], _) => shapes(listed(allowed), node.string),
        _ => Glance::None,
    }
}

/// Whether the rules can only warn.
fn asks_nothing(rules: &StringRules) -> bool {
    let asks = |check: &StringCheck| !check.advice;
    !rules.checks.iter().any(asks)
        && rules.min_length.is_none()
        && rules.max_length.is_none()
        && rules.max_bytes.is_none()
}

fn listed(allowed: &Enumeration) -> Vec<Shape> {
    let shape = |value: &Value| if let Value::String(text) = value { Shape::between(text, text) } else { None };
    allowed.values.iter().filter_map(shape).collect()
}

fn shapes(mut found: Vec<Shape>, rules: Option<&StringRules>) -> Glance {
    let is_right = |text: &str| rules.is_none_or(|rules| holds(rules, text));
    found.retain(|shape| {
        let (low, high) = shape.ends();
        is_right(&low) && is_right(&high)
    });
    found.sort_by_key(Shape::len);
    let of_one_length = found.chunk_by(|a, b| a.len() == b.len());
    let shapes: Vec<_> = of_one_length.flat_map(|found| found.iter().take(ABREAST)).copied().collect();
    if shapes.is_empty() { Glance::None } else { Glance::Shapes(Box::leak(Box::new(Shapes::new(shapes.leak())))) }
}

/// Whether a string holds to the rules that can make it invalid.
fn holds(rules: &StringRules, text: &str) -> bool {
    let (characters, bytes) = (text.chars().count(), text.len());
    rules.min_length.is_none_or(|min| characters >= min as usize)
        && rules.max_length.is_none_or(|max| characters <= max as usize)
        && rules.max_bytes.is_none_or(|max| bytes <= max as usize)
        && rules.checks.iter().all(|check| check.advice || check.pattern.matches(text) != (check.code == Code::Not))
}
