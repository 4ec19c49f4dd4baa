//! `dependentRequired`

use super::properties::{lookup, property};
use crate::draft::{Dependent, Draft, leak};
use crate::lower::context::{Context, location};
use crate::schema::{Keywords, escaped, texts};
use klavi_core::Tree;
use klavi_core::program::{Applicator, Node, NodeId, ObjectRules, SchemaLocation, Types};

pub(crate) fn dependent_required(keywords: &Keywords<'_>, pointer: &str, context: Context<'_>) -> Vec<Dependent> {
    let members = keywords.get("dependentRequired").into_iter().flat_map(Tree::members);
    let dependent = members.map(|member| {
        let at = format!("{pointer}/dependentRequired/{}", escaped(&member.name));
        let names = texts(Some(&member.value)).map(leak).collect();
        Dependent { location: location(&at, context, None), name: leak(&member.name), names }
    });
    dependent.collect()
}

impl Draft {
    /// The keyword as an applicator, which reads the object again.
    pub fn dependent(&mut self, dependent: &Dependent) -> Applicator {
        let Dependent { location, name, names } = dependent;
        Applicator::If(self.mandatory(&[name], location), Some(self.mandatory(names, location)), None)
    }

    /// A node of objects that have these members, whatever else; another value has none.
    pub fn mandatory(&mut self, names: &[&'static str], location: &'static SchemaLocation) -> NodeId {
        let anything = self.made(Node::ANYTHING);
        let properties: Vec<_> = names.iter().map(|name| property(name, anything, &[])).collect();
        let mut required = vec![0u64; names.len().div_ceil(64)];
        (0..names.len()).for_each(|index| required[index / 64] |= 1 << (index % 64));
        let rules = ObjectRules {
            properties: properties.leak(),
            lookup: lookup(names),
            required: required.leak(),
            ..ObjectRules::ANY
        };
        self.made(Node { location, types: Types::OBJECT, object: Some(Box::leak(Box::new(rules))), ..Node::ANYTHING })
    }
}
