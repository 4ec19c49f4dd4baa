//! The schemas of a document that judge a value, found from the names above it, and how they let it be shown.

use crate::finding::Span;
use crate::keyword::properties::meant;
use crate::mask::Mask;
use crate::program::{Additional, Applicator, Class, Consequence, Node, NodeId, ObjectRules, Program, Types, Value};
use crate::reader::{Reader, StringToken};
use crate::secret::{may_mean_secret, reads_like_field, sounds_secret};

/// A document, or a part of one, with everything that decides how it may be shown.
#[derive(Debug, Clone, Copy)]
pub struct Exhibit<'a> {
    /// The schema it is checked against.
    pub program: &'static Program,
    /// The JSON Pointer of the part in its document: what stands under a secret name, or in a field of the schema, is
    /// masked alike wherever the part begins.
    pub path: &'a str,
    /// The text.
    pub text: &'a [u8],
}

impl<'a> Exhibit<'a> {
    /// A whole document.
    #[must_use]
    pub const fn whole(program: &'static Program, text: &'a [u8]) -> Self {
        Self { program, path: "", text }
    }
}

/// The schemas that judge a value, whichever keyword hands it to them, and what they and the names above it say of how it
/// may be shown.
#[derive(Debug, Clone)]
pub(crate) struct Judges {
    program: &'static Program,
    schemas: Vec<Schema>,
    /// The least that the value and everything inside is masked.
    pub least: Mask,
}

/// A schema that judges a value.
#[derive(Debug, Clone, Copy)]
struct Schema {
    id: NodeId,
    /// It does so whatever the document says. A schema below `if` or `anyOf` may forbid to show a value, not allow it.
    always: bool,
}

impl Judges {
    /// Those of the value that a part begins with. The names above it are given with their masks.
    pub fn of(part: &Exhibit<'_>, mut above: impl FnMut(&str, Mask)) -> Self {
        let root = Schema { id: part.program.root, always: true };
        let mut judges = Self::new(part.program, vec![root], Mask::Plain);
        for segment in part.path.split('/').skip(1) {
            let name = segment.replace("~1", "/").replace("~0", "~");
            let (mask, mut below) = judges.member(&name);
            above(&name, mask);
            if let Ok(index) = name.parse() {
                below = below.and(judges.item(index).schemas);
            }
            judges = below;
        }
        if part.path.is_empty() { judges } else { judges.and(vec![root]) }
    }

    fn new(program: &'static Program, schemas: Vec<Schema>, around: Mask) -> Self {
        let mut judges = Self { program, schemas: closure(program, schemas), least: around };
        judges.least = around.max(judges.fixed_mask());
        judges
    }

    /// With these besides.
    fn and(mut self, schemas: Vec<Schema>) -> Self {
        self.schemas.extend(schemas);
        Self::new(self.program, self.schemas, self.least)
    }

    /// How the name of a member of the object may be shown, and the judges of its value.
    pub fn member(&self, name: &str) -> (Mask, Self) {
        let objects = || self.nodes().filter_map(|(node, always)| Some((node.object?, always)));
        let mut found: Vec<Schema> = objects().flat_map(|(rules, always)| declared(rules, name, always)).collect();
        let is_declared = !found.is_empty();
        found.extend(objects().flat_map(|(rules, always)| others(rules, name, always)));
        found.extend(self.unevaluated());
        let mut is_slip = false;
        if !is_declared {
            // A slip of the pen does not uncover a field.
            let meant: Vec<_> =
                objects().filter_map(|(rules, _)| meant(rules.properties, name).map(|meant| (rules, meant))).collect();
            is_slip = !meant.is_empty();
            found.extend(meant.into_iter().flat_map(|(rules, meant)| declared(rules, meant, false)));
        }
        let is_secret = sounds_secret(name) || !is_declared && may_mean_secret(name);
        let mask = match self.least {
            Mask::Secret => Mask::Secret,
            _ if is_declared => Mask::Plain,
            Mask::Name => Mask::Name,
            _ if is_slip || reads_like_field(name) => Mask::Plain,
            _ => Mask::Shape,
        };
        let around = if is_secret { Mask::Secret } else { Mask::Plain };
        (mask, Self::new(self.program, found, self.least.max(around)))
    }

    /// The judges of an item of the array.
    pub fn item(&self, index: usize) -> Self {
        let mut found = self.unevaluated();
        for (rules, always) in self.nodes().filter_map(|(node, always)| Some((node.array?, always))) {
            found.extend(rules.prefix.get(index).copied().or(rules.items).map(|id| Schema { id, always }));
            found.extend(rules.contains.map(|contains| Schema { id: contains.node, always: false }));
        }
        Self::new(self.program, found, self.least)
    }

    /// The schemas of members or items that no other keyword evaluates, which perhaps these are.
    fn unevaluated(&self) -> Vec<Schema> {
        let applicators = self.nodes().flat_map(|(node, _)| node.applicators);
        let unevaluated = applicators.filter_map(|applicator| match *applicator {
            Applicator::UnevaluatedProperties(id) | Applicator::UnevaluatedItems(id) => Some(id),
            _ => None,
        });
        unevaluated.map(|id| Schema { id, always: false }).collect()
    }

    fn nodes(&self) -> impl Iterator<Item = (&'static Node, bool)> {
        self.schemas.iter().map(|schema| (&self.program.nodes[usize::from(schema.id)], schema.always))
    }

    /// Those that judge the value whatever the document says.
    fn certain(&self) -> impl Iterator<Item = &'static Node> {
        self.nodes().filter_map(|(node, always)| always.then_some(node))
    }

    fn classes(&self) -> impl Iterator<Item = Class> {
        self.nodes().filter_map(|(node, _)| node.location.class)
    }

    /// The mask of a class that allows no look at the value or its parts.
    fn fixed_mask(&self) -> Mask {
        let mask = |class| match class {
            Class::Secret => Mask::Secret,
            Class::Name | Class::Email => Mask::Name,
            Class::Personal | Class::Plain(_) => Mask::Plain,
        };
        self.classes().map(mask).max().unwrap_or(Mask::Plain)
    }

    /// The mask of a text, or of a number that has this span.
    pub fn mask(&self, reader: &Reader<'_>, text: Option<StringToken>, token: Span) -> Mask {
        if self.least > Mask::Plain {
            return self.least;
        }
        let raw = text.map_or_else(|| reader.slice(token), |text| reader.raw(text));
        // A value has the form of its class only where the field has it: a string field's number may be an identifier.
        let found = if text.is_some() { Types::STRING } else { Types::NUMBER };
        let has_form = self.certain().all(|node| node.types.meets(found));
        let plain = match self.classes().min_by_key(|class| *class != Class::Personal) {
            Some(Class::Plain(form)) if text.is_some() => has_form && (form.has_string)(raw),
            Some(Class::Plain(form)) => has_form && !could_be_identifier(raw) && (form.has_number)(raw),
            _ => text.is_some_and(|text| self.list(reader, text)),
        };
        match self.classes().next() {
            _ if plain => Mask::Plain,
            // Nobody knows what it is, and it looks like an address.
            None if raw.contains('@') => Mask::Name,
            _ => Mask::Shape,
        }
    }

    /// Whether one of them lists the text.
    fn list(&self, reader: &Reader<'_>, text: StringToken) -> bool {
        self.certain().any(|node| {
            let closed = node.allowed.iter().flat_map(|allowed| allowed.values);
            let mut closed =
                closed.filter_map(|value| if let Value::String(known) = value { Some(*known) } else { None });
            let known = node.string.map_or(&[][..], |rules| rules.known);
            closed.any(|known| reader.says(text, known)) || known.iter().any(|known| reader.says(text, known))
        })
    }
}

/// The schemas and all those that they hand the same value to.
fn closure(program: &'static Program, mut open: Vec<Schema>) -> Vec<Schema> {
    let mut found: Vec<Schema> = Vec::new();
    while let Some(schema) = open.pop() {
        if found.iter().any(|known| known.id == schema.id && (known.always || !schema.always)) {
            continue;
        }
        found.push(schema);
        let node = &program.nodes[usize::from(schema.id)];
        let is_always = |id| node.applicators.iter().any(|part| matches!(part, Applicator::All(all) if *all == id));
        let same_value = node.same_value().into_iter();
        open.extend(same_value.map(|id| Schema { id, always: schema.always && is_always(id) }));
    }
    found
}

/// The schemas of a declared member, those of conditions included.
fn declared(rules: &'static ObjectRules, name: &str, always: bool) -> Vec<Schema> {
    let mut found = Vec::new();
    for property in rules.properties.iter().filter(|property| property.key.name == name) {
        found.push(Schema { id: property.node, always });
        let consequences =
            rules.conditions.iter().flat_map(|condition| condition.then.iter().chain(condition.otherwise));
        found.extend(consequences.filter_map(|consequence| match consequence {
            Consequence::Fits { slot, node } if *slot == property.slot => Some(Schema { id: *node, always: false }),
            _ => None,
        }));
    }
    found
}

/// The schemas of a member that is not declared, by the patterns of its name or else as an additional one.
fn others(rules: &'static ObjectRules, name: &str, always: bool) -> Vec<Schema> {
    if rules.properties.iter().any(|property| property.key.name == name) {
        return Vec::new();
    }
    let matching = rules.patterns.iter().filter(|by| by.pattern.matches_chars(name.chars()));
    let mut found: Vec<_> = matching.map(|by| Schema { id: by.node, always }).collect();
    match rules.additional {
        Additional::Node(id) if found.is_empty() => found.push(Schema { id, always }),
        _ => {}
    }
    found
}

/// Whether a number could be an identifier of somebody instead of a quantity: long, and without decimals.
fn could_be_identifier(number: &str) -> bool {
    number.bytes().all(|byte| byte.is_ascii_digit()) && number.len() >= 11
}
