//! The short cut for strings: which nodes can tell at a glance that a string is right.

use crate::draft::{Draft, DraftNode};
use klavi_core::program::{Enumeration, Glance, Node, Program, Shape, Shapes, StringRules, Types, Value};
use klavi_core::{Finding, Limits, run as evaluate};

/// The most shapes that a glance compares with strings of one length.
const ABREAST: usize = 8;

pub(super) fn run(draft: &mut Draft) {
    for node in &mut draft.nodes {
        node.node.glance = glance(node);
    }
}

fn glance(draft: &DraftNode) -> Glance {
    let DraftNode { node, string, checks, .. } = draft;
    let judges_strings = node.types.meets(Types::STRING) && node.applicators.is_empty() && node.expect.is_none();
    let is_bounded = string.min_length.or(string.max_length).or(string.max_bytes).is_some();
    match node.allowed {
        _ if !judges_strings => Glance::None,
        [] if !is_bounded && checks.iter().all(|check| check.table.advice) => Glance::Anything,
        [] if checks.iter().skip(1).all(|check| check.table.implied || check.table.advice) => {
            let first = checks.first().filter(|check| check.is_demand());
            let compiled = first.and_then(|check| check.compiled.as_ref());
            shapes(draft, compiled.map(|compiled| compiled.shapes()).unwrap_or_default())
        }
        [allowed] => shapes(draft, listed(allowed)),
        _ => Glance::None,
    }
}

fn listed(allowed: &Enumeration) -> Vec<Shape> {
    let shape = |value: &Value| if let Value::String(text) = value { Shape::between(text, text) } else { None };
    allowed.values.iter().filter_map(shape).collect()
}

fn shapes(draft: &DraftNode, mut found: Vec<Shape>) -> Glance {
    if !found.is_empty() {
        let program = of_what_refuses(draft);
        let is_right = |text: &str| {
            let mut findings: Vec<Finding> = Vec::new();
            // No character of a shape is special in JSON.
            evaluate(program, format!("\"{text}\"").as_bytes(), Limits::default(), None, &mut findings);
            findings.is_empty()
        };
        found.retain(|shape| {
            let (low, high) = shape.ends();
            is_right(&low) && is_right(&high)
        });
    }
    found.sort_by_key(Shape::len);
    let of_one_length = found.chunk_by(|a, b| a.len() == b.len());
    let shapes: Vec<_> = of_one_length.flat_map(|found| found.iter().take(ABREAST)).copied().collect();
    if shapes.is_empty() { Glance::None } else { Glance::Shapes(Box::leak(Box::new(Shapes::new(shapes.leak())))) }
}

/// What can make a string of the node invalid, as a program of its own: of that the evaluator is asked.
fn of_what_refuses(draft: &DraftNode) -> &'static Program {
    let checks: Vec<_> = draft.checks.iter().map(|check| check.table).filter(|check| !check.advice).collect();
    let StringRules { min_length, max_length, max_bytes, .. } = draft.string;
    let rules = StringRules { min_length, max_length, max_bytes, checks: checks.leak(), ..StringRules::ANY };
    let nodes = vec![Node { string: Some(Box::leak(Box::new(rules))), ..Node::ANYTHING }];
    Box::leak(Box::new(Program { nodes: nodes.leak(), ..Program::ANYTHING }))
}
