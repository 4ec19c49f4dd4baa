//! `properties`, `additionalProperties`, with `x-formerly`

use crate::draft::{Draft, leak};
use crate::lower::context::Context;
use crate::lower::state::Lower;
use crate::schema::{Keywords, Schema, escaped, texts};
use klavi_core::program::{Additional, Key, Lookup, NO_SLOT, Node, NodeId, ObjectRules, PatternProperty, Property};

/// An object in the making.
#[derive(Clone)]
pub(crate) struct Members {
    pub properties: Vec<Property>,
    /// How many of them `properties` declares.
    pub declared: u16,
    pub additional: Additional,
    pub required: Vec<u64>,
    pub patterns: Vec<PatternProperty>,
}

impl Members {
    /// Those of an object that was made.
    pub fn of(rules: &ObjectRules) -> Self {
        Self {
            properties: rules.properties.to_vec(),
            declared: rules.declared,
            additional: rules.additional,
            required: rules.required.to_vec(),
            patterns: rules.patterns.to_vec(),
        }
    }
}

/// A perfect hash of the names. Names that share their first fifteen bytes cannot be told apart by it, and very many have
/// none: then it is empty, and they are compared one by one.
pub(crate) fn lookup(names: &[&str]) -> Lookup {
    if names.is_empty() {
        return Lookup::EMPTY;
    }
    let candidates = (0..64u64).map(|round| 0x9e37_79b9_7f4a_7c15u64.wrapping_mul(2 * round + 1));
    let sizes = [1usize, 2, 4, 8].map(|spread| (names.len() * spread).next_power_of_two().min(1024));
    let mut tries = sizes.into_iter().flat_map(|size| candidates.clone().map(move |factor| (size, factor)));
    let found = tries.find_map(|(size, factor)| {
        let mut table = vec![Lookup::NONE; size];
        for (index, name) in names.iter().enumerate() {
            let slot = &mut table[(Lookup::hash(name, factor) >> 32) as usize & (size - 1)];
            if *slot != Lookup::NONE {
                return None;
            }
            *slot = u16::try_from(index).ok()?;
        }
        Some(Lookup { factor, table: table.leak() })
    });
    found.unwrap_or(Lookup::EMPTY)
}

pub(crate) fn property(name: &str, node: NodeId, formerly: &'static [&'static str]) -> Property {
    Property { key: Key::new(leak(name)), node, slot: NO_SLOT, formerly }
}

impl Draft {
    /// The index of a member that a keyword names, which is added where undeclared members are free.
    pub(crate) fn member(&mut self, members: &mut Members, name: &str) -> Option<usize> {
        let known = members.properties.iter().position(|property| property.key.name == name);
        known.or_else(|| {
            let node = match (self.by_patterns(&members.patterns, name), members.additional) {
                (Some(id), _) | (None, Additional::Node(id)) => id,
                (None, Additional::Open) => self.made(Node::ANYTHING),
                (None, Additional::Warn | Additional::Deny) => return None,
            };
            members.properties.push(property(name, node, &[]));
            Some(members.properties.len() - 1)
        })
    }
}

impl<'a> Lower<'a> {
    pub(crate) fn members(&mut self, keywords: &Keywords<'a>, pointer: &str, context: Context<'a>) -> Members {
        let inside = context.inside();
        let patterns = self.pattern_properties(keywords, pointer, inside);
        let mut properties = Vec::new();
        for member in keywords.property_members() {
            let at = format!("{pointer}/properties/{}", escaped(&member.name));
            let node = self.schema(&member.value, &at, inside);
            let node = self.draft.with_patterns(node, &patterns, &member.name);
            let formerly = Schema::read(&member.value).keywords().and_then(|keywords| keywords.get("x-formerly"));
            let formerly: Vec<_> = texts(formerly).map(leak).collect();
            properties.push(property(&member.name, node, formerly.leak()));
        }
        let additional = match keywords.get("additionalProperties").map(|tree| (tree, Schema::read(tree))) {
            None if context.beside || context.traced || keywords.get("properties").is_none() => Additional::Open,
            None => Additional::Warn,
            // It evaluates all members, which must be told.
            Some((_, Schema::Bool(true))) if context.traced => Additional::Node(self.draft.made(Node::ANYTHING)),
            Some((_, Schema::Bool(true))) => Additional::Open,
            Some((_, Schema::Bool(false))) => Additional::Deny,
            Some((tree, Schema::Keywords(_))) => {
                Additional::Node(self.schema(tree, &format!("{pointer}/additionalProperties"), inside))
            }
        };
        let declared = u16::try_from(properties.len()).unwrap_or(u16::MAX);
        Members { properties, declared, additional, required: Vec::new(), patterns }
    }
}
