//! A program in the making: lowering writes it plainly, and the passes make it what runs.

use crate::pattern::Compiled;
use klavi_core::Code;
use klavi_core::program::{
    Matcher, Node, NodeId, ObjectRules, Pattern, RelationKind, SLOTS, SchemaLocation, StandardFormat, StringCheck,
    StringRules,
};
use std::fmt;
use std::rc::Rc;

/// A program in the making.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    pub nodes: Vec<DraftNode>,
    pub root: NodeId,
    /// How many slots there are so far.
    pub slots: u8,
    /// The nodes that are made of several schemas or of none, each once.
    made: Vec<NodeId>,
    /// What has no place in a program, by the URI of its schema.
    pub left_out: Vec<(&'static str, &'static str)>,
}

/// A node in the making.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct DraftNode {
    /// The node, but for what follows.
    pub node: Node,
    /// What it asks of strings, but for the checks.
    pub string: StringRules,
    pub checks: Vec<Check>,
    pub dependent: Vec<Dependent>,
    pub relations: Vec<Comparison>,
}

/// `dependentRequired`: an object with the first member has the others.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Dependent {
    pub location: &'static SchemaLocation,
    pub name: &'static str,
    pub names: Vec<&'static str>,
}

/// `x-relations`: two members are compared.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Comparison {
    pub location: &'static SchemaLocation,
    pub kind: &'static RelationKind,
    pub members: [&'static str; 2],
}

/// More nodes than a [`NodeId`] can name.
const TOO_MANY_NODES: &str = "the schema has more parts than a program can hold";

impl Draft {
    /// The nodes in their order.
    pub fn ids(&self) -> impl Iterator<Item = NodeId> + use<> {
        (0..).take(self.nodes.len())
    }

    pub fn node(&self, id: NodeId) -> &DraftNode {
        &self.nodes[usize::from(id)]
    }

    pub fn node_mut(&mut self, id: NodeId) -> &mut DraftNode {
        &mut self.nodes[usize::from(id)]
    }

    /// Adds a node.
    pub fn add(&mut self, node: DraftNode) -> NodeId {
        let Ok(id) = NodeId::try_from(self.nodes.len()) else {
            self.left_out.push((node.node.location.uri, TOO_MANY_NODES));
            return 0;
        };
        self.nodes.push(node);
        id
    }

    /// A node that asks nothing else, added if it is not there.
    pub fn made(&mut self, node: Node) -> NodeId {
        let node = DraftNode::from(node);
        let known = self.made.iter().copied().find(|id| *self.node(*id) == node);
        known.unwrap_or_else(|| {
            let id = self.add(node);
            self.made.push(id);
            id
        })
    }

    /// A slot that nothing uses.
    pub fn fresh_slot(&mut self) -> Option<u8> {
        let slot = self.slots;
        (usize::from(slot) < SLOTS).then(|| {
            self.slots += 1;
            slot
        })
    }

    /// The nodes as they run.
    pub fn tables(&self) -> Vec<Node> {
        self.nodes.iter().map(DraftNode::table).collect()
    }
}

impl From<Node> for DraftNode {
    /// A node that asks nothing else.
    fn from(node: Node) -> Self {
        Self { node, string: StringRules::ANY, checks: Vec::new(), dependent: Vec::new(), relations: Vec::new() }
    }
}

impl DraftNode {
    /// Whether it is this node and asks nothing else, and says nothing of what may be shown of values.
    pub fn is_only(&self, node: Node) -> bool {
        *self == Self::from(node) && self.node.location.class.is_none()
    }

    /// The members that it asks for, if it asks for nothing else.
    pub fn only_members(&self) -> Option<&'static ObjectRules> {
        let Node { location, object, .. } = self.node;
        let rules = object.unwrap_or(&const { ObjectRules::ANY });
        let ObjectRules { properties, declared, lookup, required, .. } = *rules;
        let asks_for_members = ObjectRules { properties, declared, lookup, required, ..ObjectRules::ANY } == *rules;
        (asks_for_members && self.is_only(Node { location, object, ..Node::ANYTHING })).then_some(rules)
    }

    /// What it asks of strings.
    fn string_rules(&self) -> StringRules {
        let checks: Vec<_> = self.checks.iter().map(|check| check.table).collect();
        StringRules { checks: checks.leak(), ..self.string }
    }

    fn table(&self) -> Node {
        let rules = self.string_rules();
        Node { string: (rules != StringRules::ANY).then(|| &*Box::leak(Box::new(rules))), ..self.node }
    }
}

/// A check of a string, with what its pattern was made of, where it is a regular expression.
#[derive(Clone)]
pub(crate) struct Check {
    pub table: StringCheck,
    pub compiled: Option<Rc<Compiled>>,
}

impl Check {
    /// What a keyword says as a regular expression.
    pub fn pattern(keyword: &'static str, code: Code, compiled: Compiled, location: &'static SchemaLocation) -> Self {
        let pattern = compiled.pattern();
        let table = StringCheck { location, keyword, code, pattern, implied: false, advice: false };
        Self { table, compiled: Some(Rc::new(compiled)) }
    }

    /// A format that a schema asserts.
    pub fn format(format: &'static StandardFormat, location: &'static SchemaLocation) -> Self {
        let pattern = Pattern { source: format.name, matcher: Matcher::Format(format) };
        let (keyword, code) = ("format", Code::Format);
        Self { table: StringCheck { location, keyword, code, pattern, implied: false, advice: false }, compiled: None }
    }

    /// Whether a valid string must match.
    pub fn is_demand(&self) -> bool {
        self.table.code != Code::Not && !self.table.advice
    }
}

impl PartialEq for Check {
    fn eq(&self, other: &Self) -> bool {
        self.table == other.table
    }
}

impl fmt::Debug for Check {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.table.fmt(f)
    }
}

/// A text of a table, which lives as long as the process.
pub(crate) fn leak(text: &str) -> &'static str {
    String::leak(text.to_owned())
}
