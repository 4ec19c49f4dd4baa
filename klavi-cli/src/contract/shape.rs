//! Finds the contract of a document by its shape: the names of its members.

use crate::model::json_parts::{name, parts, trim};
use klavi_core::program::{Applicator, Node, NodeId, ObjectRules, Program, Types};
use klavi_validate::Contract;
use std::borrow::Cow;

/// The contracts that fit best: one if the shape decides, several if it does not, none if nothing fits.
pub fn by_shape(contracts: &'static [Contract], document: &[u8]) -> Vec<&'static Contract> {
    let Some((is_array, names)) = names(document) else { return Vec::new() };
    let fits = contracts
        .iter()
        .filter_map(|contract| Some((misfit(contract.program, is_array, &names)?, contract)))
        .collect::<Vec<_>>();
    let best = fits.iter().map(|(misfit, _)| *misfit).min();
    fits.iter().filter(|(misfit, _)| Some(*misfit) == best).map(|(_, contract)| *contract).collect()
}

/// The member names of an object, or of the first element of an array.
fn names(document: &[u8]) -> Option<(bool, Vec<Cow<'_, str>>)> {
    // A byte order mark is told once the contract is known.
    let document = document.strip_prefix("\u{feff}".as_bytes()).unwrap_or(document);
    let mut start = trim(document, 0..document.len()).start;
    let is_array = document.get(start) == Some(&b'[');
    if is_array {
        start = parts(document, start).next()?.value.start;
    }
    if document.get(start) != Some(&b'{') {
        return None;
    }
    let keys = parts(document, start).filter_map(|part| part.key);
    Some((is_array, keys.map(|key| name(document, &key)).collect()))
}

/// How badly these names fit: first what is foreign or missing, then what is only expected; `None` if not at all.
fn misfit(program: &'static Program, is_array: bool, names: &[Cow<'_, str>]) -> Option<(usize, usize)> {
    let mut nodes = applied(program, program.root);
    if is_array {
        let items = nodes.iter().find_map(|node| node.array?.items)?;
        nodes = applied(program, items);
    }
    if !nodes.iter().all(|node| node.types.meets(Types::OBJECT)) {
        return None;
    }
    let rules: Vec<_> = nodes.iter().filter_map(|node| node.object).collect();
    let expected: Vec<_> = nodes.iter().filter_map(|node| program.nodes[usize::from(node.expect?)].object).collect();
    let is_known = |name: &str| {
        let mut properties = rules.iter().flat_map(|rules| rules.properties);
        properties.any(|property| property.key.name == name || property.formerly.contains(&name))
    };
    let known = names.iter().filter(|name| is_known(name)).count();
    let foreign = names.len() - known;
    // A member that both have says more than one that only the contract knows.
    (known > foreign).then(|| (2 * foreign + missing(&rules, names), missing(&expected, names)))
}

/// The node and those that it applies without a condition.
fn applied(program: &'static Program, root: NodeId) -> Vec<&'static Node> {
    let mut nodes: Vec<&'static Node> = Vec::new();
    let mut open = vec![root];
    while let Some(id) = open.pop() {
        let node = &program.nodes[usize::from(id)];
        if !nodes.iter().any(|known| std::ptr::eq(*known, node)) {
            nodes.push(node);
            open.extend(node.applicators.iter().filter_map(|applicator| match applicator {
                Applicator::All(id) => Some(*id),
                _ => None,
            }));
        }
    }
    nodes
}

/// How many mandatory members are not there.
fn missing(rules: &[&'static ObjectRules], names: &[Cow<'_, str>]) -> usize {
    let mandatory = rules.iter().flat_map(|rules| rules.mandatory()).map(|property| property.key.name);
    mandatory.filter(|name| !names.iter().any(|known| known == name)).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use klavi_validate::contracts;

    fn shape(document: &str) -> Vec<&'static str> {
        by_shape(contracts(), document.as_bytes()).iter().map(|contract| contract.name).collect()
    }

    #[test]
    fn every_documented_example_is_found() {
        for contract in contracts() {
            for (name, text) in &contract.examples {
                assert_eq!(shape(text), [contract.name], "{name}");
            }
        }
    }

    #[test]
    fn mistakes_do_not_hide_the_shape() {
        assert_eq!(shape(r#"{"accessKey": 1, "secretKey": 2}"#), ["auth.request"]);
        assert_eq!(shape(r#"{"accessKey": "", "secretKey": "", "consent": {}}"#), ["consent-links.request"]);
        assert_eq!(
            shape(r#"{"initType": "x", "amount": 1, "redirectUrl": "", "amuont": 1}"#),
            ["create-payment.request"]
        );
        assert_eq!(shape(r#"{"initType": "x", "amount": 1, "redirectUrl": "", "cli"#), ["create-payment.request"]);
    }

    #[test]
    fn nothing_is_guessed() {
        for document in ["", "[]", "{}", "1", "[1]", "[[", r#"{"foo": 1}"#, r#"{"foo": 1, "bar": 2, "id": 3}"#] {
            assert_eq!(shape(document), [""; 0], "{document}");
        }
        let payment = r#"{"id": "1", "clientRequestId": "2", "amount": "1.00", "currency": "BRL", "status": "x"}"#;
        assert!(shape(payment).len() != 1 || contracts().is_empty(), "{:?}", shape(payment));
    }
}
