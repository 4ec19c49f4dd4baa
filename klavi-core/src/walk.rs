//! A document and its schema side by side: one walk that knows of every token how it may be shown.

use crate::finding::Span;
use crate::machine::DEEPEST;
use crate::masks::Mask;
use crate::program::{Additional, Applicator, Class, Consequence, Node, NodeId, ObjectRules, Program, Types, Value};
use crate::reader::{Abort, Reader, StringToken, span};
use crate::secret::{may_mean_secret, reads_like_field, sounds_secret};
use crate::similar::slip;

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

/// Who wants to know what the walk meets, in the order of the document.
pub(crate) trait Visit {
    /// Whether it wants the tokens of values.
    const TOKENS: bool;

    /// The part stands below this name.
    fn above(&mut self, _name: &str, _mask: Mask) {}

    /// A value starts here.
    fn value(&mut self, _at: usize) -> Result<(), Abort> {
        Ok(())
    }

    /// A text, a number, or a word that may not be shown.
    fn token(&mut self, _span: Span, _mask: Mask) {}

    /// The name of a member, whose value follows.
    fn key(&mut self, span: Span, name: &str, mask: Mask);

    /// An item of an array follows.
    fn item(&mut self, _index: usize) {}

    /// The value has ended.
    fn end(&mut self, _at: usize) {}

    /// The member or item has ended.
    fn leave(&mut self) {}
}

/// Walks over a part as far as it can be read, and tells where that is. Missing commas and colons do not stop it.
pub(crate) fn walk(part: &Exhibit<'_>, visit: &mut impl Visit) -> usize {
    let mut walk = Walk {
        reader: Reader::new(part.text),
        program: part.program,
        depth: 0,
        inside: Mask::Plain,
        unread: None,
        visit,
    };
    if part.text.starts_with("\u{feff}".as_bytes()) {
        walk.reader.at = 3;
    }
    let schemas = walk.descend(part.path);
    let _ = walk.value(&schemas);
    walk.reader.skip_whitespace();
    walk.unread.unwrap_or(walk.reader.at)
}

/// A schema that judges a value.
#[derive(Debug, Clone, Copy)]
struct Schema {
    id: NodeId,
    /// It does so whatever the document says. A schema below `if` or `anyOf` may forbid to show a value, not allow it.
    always: bool,
}

/// What is known of a member from its name.
struct JudgedMember {
    schemas: Vec<Schema>,
    /// How the name may be shown.
    name: Mask,
    /// The least that the value is masked.
    value: Mask,
}

struct Walk<'a, 'v, V> {
    reader: Reader<'a>,
    program: &'static Program,
    depth: u32,
    /// The least that everything inside the open value is masked.
    inside: Mask,
    /// The start of the token that could not be read.
    unread: Option<usize>,
    visit: &'v mut V,
}

impl<V: Visit> Walk<'_, '_, V> {
    /// Goes down to the part, so that it begins with what the values around it know.
    fn descend(&mut self, path: &str) -> Vec<Schema> {
        let root = Schema { id: self.program.root, always: true };
        let mut schemas = vec![root];
        for segment in path.split('/').skip(1) {
            let around = self.closure(&schemas);
            self.inside = self.inside.max(self.fixed_mask(&around));
            let name = segment.replace("~1", "/").replace("~0", "~");
            let member = self.member(&around, &name);
            self.visit.above(&name, member.name);
            self.inside = self.inside.max(member.value);
            schemas = member.schemas;
            if let Ok(index) = name.parse() {
                schemas.extend(self.item(&around, index));
            }
        }
        if !path.is_empty() {
            schemas.push(root);
        }
        schemas
    }

    fn node(&self, schema: Schema) -> &'static Node {
        &self.program.nodes[usize::from(schema.id)]
    }

    /// The schemas and all those that they hand the same value to.
    fn closure(&self, schemas: &[Schema]) -> Vec<Schema> {
        let mut open = schemas.to_vec();
        let mut found: Vec<Schema> = Vec::new();
        while let Some(schema) = open.pop() {
            if found.iter().any(|known| known.id == schema.id && (known.always || !schema.always)) {
                continue;
            }
            found.push(schema);
            let node = self.node(schema);
            let is_always = |id| node.applicators.iter().any(|part| matches!(part, Applicator::All(all) if *all == id));
            let same_value = node.same_value().into_iter();
            open.extend(same_value.map(|id| Schema { id, always: schema.always && is_always(id) }));
        }
        found
    }

    fn classes(&self, schemas: &[Schema]) -> impl Iterator<Item = Class> {
        schemas.iter().filter_map(|schema| self.node(*schema).location.class)
    }

    /// The mask of a class that allows no look at the value or its parts.
    fn fixed_mask(&self, schemas: &[Schema]) -> Mask {
        let mask = |class| match class {
            Class::Secret => Mask::Secret,
            Class::Name | Class::Email => Mask::Name,
            Class::Personal | Class::Plain(_) => Mask::Plain,
        };
        self.classes(schemas).map(mask).max().unwrap_or(Mask::Plain)
    }

    /// Passes a value that all these schemas judge.
    fn value(&mut self, schemas: &[Schema]) -> Result<(), Abort> {
        let schemas = self.closure(schemas);
        let inside = self.inside;
        self.inside = inside.max(self.fixed_mask(&schemas));
        let first = self.reader.skip_whitespace();
        self.visit.value(self.reader.at)?;
        match first {
            b'{' => self.members(&schemas)?,
            b'[' => self.items(&schemas)?,
            _ => self.scalar(first, &schemas)?,
        }
        self.inside = inside;
        self.visit.end(self.reader.at);
        Ok(())
    }

    fn scalar(&mut self, first: u8, schemas: &[Schema]) -> Result<(), Abort> {
        let start = self.reader.at;
        let read = match first {
            b'"' => self.reader.string().map(Some),
            b'-' | b'0'..=b'9' => self.reader.number().map(|()| None),
            b't' => self.reader.literal("true").map(|()| None),
            b'f' => self.reader.literal("false").map(|()| None),
            _ => self.reader.literal("null").map(|()| None),
        };
        let text = self.readable(read, start)?;
        if V::TOKENS {
            let token = self.reader.since(start);
            let mask = match first {
                b'"' | b'-' | b'0'..=b'9' => self.mask(schemas, text, token),
                // There are but three words; only where nothing may be known are they masked.
                _ => self.inside,
            };
            if mask != Mask::Plain || !first.is_ascii_alphabetic() {
                self.visit.token(token, mask);
            }
        }
        Ok(())
    }

    /// Remembers where the token starts that could not be read.
    fn readable<T>(&mut self, read: Result<T, Abort>, start: usize) -> Result<T, Abort> {
        if read.is_err() {
            self.unread = Some(start);
        }
        read
    }

    fn mask(&self, schemas: &[Schema], text: Option<StringToken>, token: Span) -> Mask {
        if self.inside > Mask::Plain {
            return self.inside;
        }
        let raw = text.map_or_else(|| self.reader.slice(token), |text| self.reader.raw(text));
        // A value has the form of its class only where the field has it: a string field's number may be an identifier.
        let found = if text.is_some() { Types::STRING } else { Types::NUMBER };
        let has_form =
            schemas.iter().filter(|schema| schema.always).all(|schema| self.node(*schema).types.meets(found));
        let plain = match self.classes(schemas).min_by_key(|class| *class != Class::Personal) {
            Some(Class::Plain(form)) if text.is_some() => has_form && (form.has_string)(raw),
            Some(Class::Plain(form)) => has_form && !could_be_identifier(raw) && (form.has_number)(raw),
            _ => text.is_some_and(|text| self.is_listed(schemas, text)),
        };
        match self.classes(schemas).next() {
            _ if plain => Mask::Plain,
            // Nobody knows what it is, and it looks like an address.
            None if raw.contains('@') => Mask::Name,
            _ => Mask::Shape,
        }
    }

    fn is_listed(&self, schemas: &[Schema], text: StringToken) -> bool {
        let mut nodes = schemas.iter().filter(|schema| schema.always).map(|schema| self.node(*schema));
        nodes.any(|node| {
            let closed = node.allowed.iter().flat_map(|allowed| allowed.values);
            let mut closed =
                closed.filter_map(|value| if let Value::String(known) = value { Some(*known) } else { None });
            let known = node.string.map_or(&[][..], |rules| rules.known);
            closed.any(|known| self.reader.says(text, known)) || known.iter().any(|known| self.reader.says(text, known))
        })
    }

    fn members(&mut self, schemas: &[Schema]) -> Result<(), Abort> {
        self.enter()?;
        while self.reader.skip_whitespace() == b'"' {
            let start = self.reader.at;
            let read = self.reader.string();
            let key = self.readable(read, start)?;
            let name = self.reader.unescaped(key);
            let member = self.member(schemas, &name);
            self.visit.key(key.span(), &name, member.name);
            if !self.reader.eat(b':') {
                return Err(Abort);
            }
            let inside = self.inside;
            self.inside = inside.max(member.value);
            self.value(&member.schemas)?;
            self.inside = inside;
            self.visit.leave();
            self.reader.eat(b',');
        }
        self.close(b'}')
    }

    /// What the schemas of an object and the name say of a member.
    fn member(&self, schemas: &[Schema], name: &str) -> JudgedMember {
        let objects = || schemas.iter().filter_map(|schema| Some((self.node(*schema).object?, schema.always)));
        let mut found: Vec<Schema> = objects().flat_map(|(rules, always)| declared(rules, name, always)).collect();
        let is_declared = !found.is_empty();
        found.extend(objects().flat_map(|(rules, always)| others(rules, name, always)));
        found.extend(self.unevaluated(schemas));
        let mut is_slip = false;
        if !is_declared {
            // A slip of the pen does not uncover a field.
            let meant: Vec<_> =
                objects().filter_map(|(rules, _)| meant(rules, name).map(|meant| (rules, meant))).collect();
            is_slip = !meant.is_empty();
            found.extend(meant.into_iter().flat_map(|(rules, meant)| declared(rules, meant, false)));
        }
        let is_secret = sounds_secret(name) || !is_declared && may_mean_secret(name);
        let name = match self.inside {
            Mask::Secret => Mask::Secret,
            _ if is_declared => Mask::Plain,
            Mask::Name => Mask::Name,
            _ if is_slip || reads_like_field(name) => Mask::Plain,
            _ => Mask::Shape,
        };
        JudgedMember { schemas: found, name, value: if is_secret { Mask::Secret } else { Mask::Plain } }
    }

    /// What the schemas of an array say of the item with this index.
    fn item(&self, schemas: &[Schema], index: usize) -> Vec<Schema> {
        let arrays = schemas.iter().filter_map(|schema| Some((self.node(*schema).array?, schema.always)));
        let mut found = self.unevaluated(schemas);
        for (rules, always) in arrays {
            found.extend(rules.prefix.get(index).copied().or(rules.items).map(|id| Schema { id, always }));
            found.extend(rules.contains.map(|contains| Schema { id: contains.node, always: false }));
        }
        found
    }

    /// The schemas of members or items that no other keyword evaluates, which perhaps these are.
    fn unevaluated(&self, schemas: &[Schema]) -> Vec<Schema> {
        let applicators = schemas.iter().flat_map(|schema| self.node(*schema).applicators);
        let unevaluated = applicators.filter_map(|applicator| match *applicator {
            Applicator::UnevaluatedProperties(id) | Applicator::UnevaluatedItems(id) => Some(id),
            _ => None,
        });
        unevaluated.map(|id| Schema { id, always: false }).collect()
    }

    fn items(&mut self, schemas: &[Schema]) -> Result<(), Abort> {
        self.enter()?;
        let mut index = 0;
        while !matches!(self.reader.skip_whitespace(), b']' | 0) {
            self.visit.item(index);
            self.value(&self.item(schemas, index))?;
            self.visit.leave();
            self.reader.eat(b',');
            index += 1;
        }
        self.close(b']')
    }

    fn enter(&mut self) -> Result<(), Abort> {
        self.reader.at += 1;
        self.depth += 1;
        if self.depth > DEEPEST { Err(Abort) } else { Ok(()) }
    }

    fn close(&mut self, bracket: u8) -> Result<(), Abort> {
        self.depth -= 1;
        if self.reader.eat(bracket) { Ok(()) } else { Err(Abort) }
    }
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

/// The declared name that an unknown one was probably meant to be.
pub(crate) fn meant(rules: &ObjectRules, name: &str) -> Option<&'static str> {
    let former = rules.properties.iter().find(|property| property.formerly.contains(&name));
    former.map(|property| property.key.name).or_else(|| {
        let names: Vec<_> = rules.properties.iter().map(|property| property.key.name).collect();
        slip(name, &names).map(|index| names[index])
    })
}

/// Whether a number could be an identifier of somebody instead of a quantity: long, and without decimals.
fn could_be_identifier(number: &str) -> bool {
    number.bytes().all(|byte| byte.is_ascii_digit()) && number.len() >= 11
}

/// The end of a token that could not be read: nothing behind it is known.
pub(crate) fn rest(from: usize, text: &[u8]) -> Option<Span> {
    (from < text.len()).then(|| span(from, text.len()))
}
