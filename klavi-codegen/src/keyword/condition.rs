//! `if`, `then` and `else` on the members of one object, as facts that are known at its closing brace.
//!
//! What does not have that form stays with the general applicator, which reads the value again.

use super::in_place::Residual;
use super::properties::Members;
use crate::lower::{Context, Lower, inherit, leak, location};
use crate::schema::{Keywords, Schema, escaped};
use klavi_core::Tree;
use klavi_core::program::{
    Additional, Condition, Consequence, Guard, Key, NO_SLOT, Node, NodeId, ObjectRules, Predicate, SLOTS,
    SchemaLocation, Types,
};
use std::collections::HashSet;

/// The schemas of one condition.
struct Clause<'a> {
    condition: Keywords<'a>,
    then: Option<Keywords<'a>>,
    otherwise: Option<Keywords<'a>>,
    pointer: String,
}

impl<'a> Clause<'a> {
    /// The condition, if its parts speak of nothing but members.
    fn new(keywords: &Keywords<'a>, pointer: &str) -> Option<Self> {
        let of_members = |keywords: &Keywords<'_>| keywords.only(&["properties", "required"]);
        let branch = |tree: Option<&'a Tree>| match tree.map(Schema::read) {
            None | Some(Schema::Bool(true)) => Some(None),
            Some(Schema::Bool(false)) => None,
            Some(Schema::Keywords(keywords)) => of_members(&keywords).then_some(Some(keywords)),
        };
        let condition = Schema::read(keywords.get("if")?).keywords().filter(of_members)?;
        let (then, otherwise) = (branch(keywords.get("then"))?, branch(keywords.get("else"))?);
        Some(Self { condition, then, otherwise, pointer: pointer.to_owned() })
    }

    /// The names of the members that the condition or its consequences speak of.
    fn names(&self) -> impl Iterator<Item = &'a str> {
        [Some(self.condition), self.then, self.otherwise].into_iter().flatten().flat_map(|keywords| {
            keywords.property_members().iter().map(|member| member.name.as_str()).chain(keywords.required_names())
        })
    }
}

impl<'a> Lower<'a> {
    /// Takes up the conditions of an object that have the simple form.
    pub(crate) fn conditions(
        &mut self,
        members: &mut Members,
        left: &mut Residual<'a>,
        pointer: &str,
        context: Context<'a>,
        own: &'static SchemaLocation,
    ) -> Vec<Condition> {
        let mut found = Vec::new();
        if context.traced {
            return found;
        }
        if left.condition.is_some()
            && let Some(clause) = Clause::new(&left.keywords, pointer)
            && let Some(condition) = self.condition(members, &clause, own, context)
        {
            found.push(condition);
            (left.condition, left.then, left.otherwise) = (None, None, None);
        }
        left.all_of.retain(|&(index, tree)| {
            let condition = self.condition_of_all(members, tree, &format!("{pointer}/allOf/{index}"), context);
            found.extend(condition);
            condition.is_none()
        });
        let advice = left.expect.and_then(|tree| self.advice(members, tree, &format!("{pointer}/x-expect"), context));
        if let Some(advice) = advice {
            found.extend(advice);
            left.expect = None;
        }
        found
    }

    /// The condition that a member of `allOf` says and nothing else.
    fn condition_of_all(
        &mut self,
        members: &mut Members,
        tree: &'a Tree,
        pointer: &str,
        context: Context<'a>,
    ) -> Option<Condition> {
        let keywords = Schema::read(tree).keywords().filter(|keywords| keywords.only(&["if", "then", "else"]))?;
        let context = inherit(context, &keywords);
        let clause = Clause::new(&keywords, pointer)?;
        self.condition(members, &clause, location(pointer, context, None), context)
    }

    /// The conditions of `x-expect`, if it says nothing else.
    fn advice(
        &mut self,
        members: &mut Members,
        tree: &'a Tree,
        pointer: &str,
        context: Context<'a>,
    ) -> Option<Vec<Condition>> {
        let keywords = Schema::read(tree).keywords().filter(|keywords| keywords.only(&["allOf"]))?;
        let context = inherit(Context { warning: true, beside: true, ..context }, &keywords);
        let conditions = keywords.get("allOf")?.items().iter().enumerate().map(|(index, tree)| {
            let condition = self.condition_of_all(members, tree, &format!("{pointer}/allOf/{index}"), context)?;
            Some(Condition { advice: true, ..condition })
        });
        conditions.collect()
    }

    fn condition(
        &mut self,
        members: &mut Members,
        clause: &Clause<'a>,
        location: &'static SchemaLocation,
        context: Context<'a>,
    ) -> Option<Condition> {
        let names: Vec<_> = clause.names().collect();
        if names.len() + usize::from(self.slots) > SLOTS || self.contains_open_node(members) {
            return None;
        }
        names.iter().try_for_each(|name| self.member(members, name).map(drop))?;
        let context = Context { beside: true, ..context };
        let when = self.guards(members, clause, context)?;
        let branch =
            |lower: &mut Self, members: &mut Members, keywords: Option<Keywords<'a>>, name: &str| match keywords {
                Some(keywords) => {
                    lower.consequences(members, &keywords, &format!("{}/{name}", clause.pointer), context)
                }
                None => Some(Vec::new()),
            };
        let then = branch(self, members, clause.then, "then")?;
        let otherwise = branch(self, members, clause.otherwise, "else")?;
        Some(Condition { location, when: when.leak(), then: then.leak(), otherwise: otherwise.leak(), advice: false })
    }

    /// Whether a member can contain an object that is being lowered, this one perhaps: an object inside itself would
    /// overwrite what the outer one remembers.
    pub(crate) fn contains_open_node(&self, members: &Members) -> bool {
        let mut open: Vec<NodeId> = members.properties.iter().map(|property| property.node).collect();
        if let Additional::Node(id) = members.additional {
            open.push(id);
        }
        let mut known = HashSet::new();
        while let Some(id) = open.pop() {
            let Some(node) = self.nodes[usize::from(id)] else { return true };
            if known.insert(id) {
                open.extend(node.children());
            }
        }
        false
    }

    fn guards(&mut self, members: &mut Members, clause: &Clause<'a>, context: Context<'a>) -> Option<Vec<Guard>> {
        let keywords = &clause.condition;
        let required: Vec<&str> = keywords.required_names().collect();
        let mut guards = Vec::new();
        for member in keywords.property_members() {
            let required = required.contains(&member.name.as_str());
            let at = format!("{}/if/properties/{}", clause.pointer, escaped(&member.name));
            let inner = self.inner_guard(members, &member.name, &member.value, required, &at, context);
            let guard = if let Some(guard) = inner {
                guard
            } else {
                let slot = self.slot(members, &member.name)?;
                Guard { slot, required, predicate: self.predicate(&member.value, &at, context) }
            };
            guards.push(guard);
        }
        let tested = |name: &&str| keywords.property_members().iter().any(|member| member.name == **name);
        for name in required.iter().filter(|name| !tested(name)) {
            guards.push(Guard { slot: self.slot(members, name)?, required: true, predicate: Predicate::Present });
        }
        Some(guards)
    }

    /// A guard on a member of a member, such as `customer.identifierType`: remembered while the inner object is read.
    fn inner_guard(
        &mut self,
        members: &mut Members,
        name: &str,
        tree: &'a Tree,
        required: bool,
        pointer: &str,
        context: Context<'a>,
    ) -> Option<Guard> {
        let keywords = Schema::read(tree).keywords().filter(|keywords| keywords.only(&["properties", "required"]))?;
        let [inner] = keywords.property_members() else { return None };
        let mut names = keywords.required_names();
        if !required || names.next() != Some(&inner.name) || names.next().is_some() {
            return None;
        }
        let index = members.properties.iter().position(|property| property.key.name == name)?;
        let child = self.nodes[usize::from(members.properties[index].node)]?;
        let rules = child.object.filter(|_| child.types == Types::OBJECT)?;
        let at = rules.properties.iter().position(|property| property.key.name == inner.name)?;
        let predicate =
            self.predicate(&inner.value, &format!("{pointer}/properties/{}", escaped(&inner.name)), context);
        let mut properties = rules.properties.to_vec();
        if properties[at].slot == NO_SLOT {
            properties[at].slot = self.fresh_slot()?;
        }
        let slot = properties[at].slot;
        // A copy of its own, so that the same definition elsewhere does not write to this slot.
        let rules = ObjectRules { properties: properties.leak(), ..*rules };
        let copy = Node { object: Some(Box::leak(Box::new(rules))), ..child };
        self.nodes.push(Some(copy));
        members.properties[index].node = NodeId::try_from(self.nodes.len() - 1).ok()?;
        Some(Guard { slot, required: true, predicate })
    }

    fn predicate(&mut self, tree: &'a Tree, pointer: &str, context: Context<'a>) -> Predicate {
        let keywords = Schema::read(tree).keywords();
        let list = keywords.filter(|keywords| keywords.only(&["enum"])).and_then(|keywords| keywords.get("enum"));
        let texts = list.and_then(|list| list.items().iter().map(Tree::as_str).collect::<Option<Vec<_>>>());
        match texts {
            Some(texts) => {
                Predicate::OneOf(texts.into_iter().map(|text| Key::new(leak(text))).collect::<Vec<_>>().leak())
            }
            None => Predicate::Node(self.schema(tree, pointer, context)),
        }
    }

    fn consequences(
        &mut self,
        members: &mut Members,
        keywords: &Keywords<'a>,
        pointer: &str,
        context: Context<'a>,
    ) -> Option<Vec<Consequence>> {
        let context = inherit(context, keywords);
        let own = location(pointer, context, None);
        let mut consequences = Vec::new();
        for name in keywords.required_names() {
            let property = members.properties.iter().position(|property| property.key.name == name)?;
            consequences.push(Consequence::Present {
                location: own,
                keyword: "required",
                property: u16::try_from(property).ok()?,
            });
        }
        for member in keywords.property_members() {
            let slot = self.slot(members, &member.name)?;
            let node = self.schema(&member.value, &format!("{pointer}/properties/{}", escaped(&member.name)), context);
            consequences.push(Consequence::Fits { slot, node });
        }
        Some(consequences)
    }

    /// The slot of a member, given to it if it has none.
    pub(crate) fn slot(&mut self, members: &mut Members, name: &str) -> Option<u8> {
        let property = members.properties.iter_mut().find(|property| property.key.name == name)?;
        if property.slot == NO_SLOT {
            property.slot = self.fresh_slot()?;
        }
        Some(property.slot)
    }

    fn fresh_slot(&mut self) -> Option<u8> {
        let slot = self.slots;
        (usize::from(slot) < SLOTS).then(|| {
            self.slots += 1;
            slot
        })
    }
}
