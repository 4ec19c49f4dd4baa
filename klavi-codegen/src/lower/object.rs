//! What holds for objects.

use super::{Context, Left, Lower};
use crate::error::Error;
use crate::schema::{Keywords, Schema, escaped, texts};
use klavi_core::program::{Additional, Key, Lookup, NO_SLOT, Node, NodeId, ObjectRules, Place, Property, Types};
use klavi_core::{Tree, most_similar};

/// How many properties an object may have.
const MOST: usize = 64;

/// An object in the making.
pub(super) struct Members {
    pub properties: Vec<Property>,
    pub additional: Additional,
    pub required: u64,
}

impl Members {
    /// The index of a member that another keyword names, which is added where undeclared members are free.
    pub fn index(&mut self, name: &str, anything: impl FnOnce() -> NodeId) -> Option<usize> {
        let declared = self.properties.iter().position(|property| property.key.name == name);
        declared.or_else(|| {
            let node = match self.additional {
                Additional::Open => anything(),
                Additional::Node(id) => id,
                Additional::Warn | Additional::Deny => return None,
            };
            (self.properties.len() < MOST).then(|| {
                self.properties.push(property(name, node, &[]));
                self.properties.len() - 1
            })
        })
    }
}

/// A perfect hash of the names. Names that share their first fifteen bytes cannot be told apart by it: then it is empty,
/// and they are compared one by one.
fn lookup(names: &[&str]) -> Lookup {
    let candidates = (0..64u64).map(|round| 0x9e37_79b9_7f4a_7c15u64.wrapping_mul(2 * round + 1));
    let sizes = [1usize, 2, 4, 8].map(|spread| (names.len() * spread).next_power_of_two().min(256));
    let mut tries = sizes.into_iter().flat_map(|size| candidates.clone().map(move |factor| (size, factor)));
    let found = tries.find_map(|(size, factor)| {
        let mut table = vec![Lookup::NONE; size];
        for (index, name) in names.iter().enumerate() {
            let slot = &mut table[(Lookup::hash(name, factor) >> 32) as usize & (size - 1)];
            if *slot != Lookup::NONE {
                return None;
            }
            *slot = u8::try_from(index).ok()?;
        }
        Some(Lookup { factor, table: table.leak() })
    });
    found.unwrap_or(Lookup::EMPTY)
}

fn property(name: &str, node: NodeId, formerly: &'static [&'static str]) -> Property {
    Property { key: Key::new(super::leak(name)), node, slot: NO_SLOT, formerly }
}

impl<'a> Lower<'a> {
    /// The rules for objects, and the applicators that are left for others.
    pub(super) fn object_rules(
        &mut self,
        left: &Left<'a>,
        pointer: &str,
        context: Context<'a>,
        own: &'static Place,
        types: Types,
    ) -> (Option<&'static ObjectRules>, Left<'a>) {
        let keywords = left.keywords;
        let mut left = left.clone();
        if !types.meets(Types::OBJECT) {
            return (None, left);
        }
        let mut members = self.members(&keywords, pointer, context);
        for name in keywords.required_names() {
            match members.index(name, || self.push(Node::ANYTHING)) {
                Some(index) => members.required |= 1 << index,
                None => self.undeclared(&keywords, &members, name, pointer),
            }
        }
        let from = self.slots;
        let conditions = self.conditions(&mut members, &mut left, pointer, context, own);
        let relations = self.relations(&mut members, &keywords, pointer, context);
        let asks_nothing = keywords.properties.is_none()
            && keywords.additional.is_none()
            && members.properties.is_empty()
            && conditions.is_empty();
        if asks_nothing {
            return (None, left);
        }
        let rules = ObjectRules {
            lookup: lookup(&members.properties.iter().map(|property| property.key.name).collect::<Vec<_>>()),
            properties: members.properties.leak(),
            required: members.required,
            additional: members.additional,
            slots: (from, self.slots),
            conditions: conditions.leak(),
            relations: relations.leak(),
        };
        (Some(Box::leak(Box::new(rules))), left)
    }

    fn members(&mut self, keywords: &Keywords<'a>, pointer: &str, context: Context<'a>) -> Members {
        let mut properties = Vec::new();
        for member in keywords.property_members() {
            let at = format!("{pointer}/properties/{}", escaped(&member.name));
            let node = self.schema(&member.value, &at, context);
            let formerly = Schema::read(&member.value).keywords().and_then(|keywords| keywords.formerly);
            let formerly: Vec<_> = texts(formerly).map(super::leak).collect();
            properties.push(property(&member.name, node, formerly.leak()));
        }
        if properties.len() > MOST {
            let tree = keywords.properties.unwrap_or(&self.file.tree);
            self.error(
                tree,
                &format!("{pointer}/properties"),
                format!("an object may declare at most {MOST} properties"),
            );
            properties.truncate(MOST);
        }
        let additional = match keywords.additional.map(|tree| (tree, Schema::read(tree))) {
            None if context.beside || keywords.properties.is_none() => Additional::Open,
            None => Additional::Warn,
            Some((_, Schema::Bool(true))) => Additional::Open,
            Some((_, Schema::Bool(false))) => Additional::Deny,
            Some((tree, Schema::Keywords(_))) => {
                Additional::Node(self.schema(tree, &format!("{pointer}/additionalProperties"), context))
            }
        };
        Members { properties, additional, required: 0 }
    }

    fn undeclared(&mut self, keywords: &Keywords<'a>, members: &Members, name: &str, pointer: &str) {
        let entries = keywords.required.into_iter().flat_map(Tree::items).enumerate();
        let Some((index, tree)) = entries.into_iter().find(|(_, entry)| entry.as_str() == Some(name)) else { return };
        let message = format!("`{name}` is required but stands not in `properties`");
        let pointer = format!("{pointer}/required/{index}");
        let error = Error::new(&self.file.name, &self.file.text, tree.span, &pointer, message);
        let declared: Vec<_> = members.properties.iter().map(|property| property.key.name).collect();
        self.report(match most_similar(name, &declared) {
            Some(index) => error.with_help(format!("did you mean `{}`?", declared[index])),
            None => error,
        });
    }
}
