//! What may be shown of a document: every token with the mask it needs.

use crate::finding::Span;
use crate::format::{CalendarDate, Centavos, DateTime};
use crate::locate::looks_like_identifier;
use crate::machine::DEEPEST;
use crate::program::{Applicator, Class, Node, NodeId, Program, Value};
use crate::reader::{Reader, Stop, Text};

/// How a token may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mask {
    /// As it is.
    Plain,
    /// Its shape: `#` for a digit, `A` for a letter.
    Shape,
    /// A name or an e-mail address: not even its length.
    Name,
    /// Never, at no setting.
    Secret,
}

/// The texts, numbers and member names of a document, in order, each with the mask it needs.
///
/// Spans of texts include the quotes. Only members of closed lists, well-formed amounts and dates, and names that look
/// like identifiers are plain. Where the document is malformed the list ends; the rest must be masked by its shape.
#[must_use]
pub fn masks(program: &'static Program, document: &[u8]) -> Vec<(Span, Mask)> {
    let mut walk = Walk { reader: Reader::new(document), program, depth: 0, inside: None, found: Vec::new() };
    if document.starts_with("\u{feff}".as_bytes()) {
        walk.reader.at = 3;
    }
    let _ = walk.value(&[program.root]);
    walk.found
}

struct Walk<'a> {
    reader: Reader<'a>,
    program: &'static Program,
    depth: u32,
    /// The mask of everything inside the open value, whatever its parts are.
    inside: Option<Mask>,
    found: Vec<(Span, Mask)>,
}

impl Walk<'_> {
    /// Passes a value that all these nodes judge.
    fn value(&mut self, ids: &[NodeId]) -> Result<(), Stop> {
        let nodes = self.nodes(ids);
        let inside = self.inside;
        self.inside = inside.or_else(|| fixed_mask(&nodes));
        let step = self.token_or_parts(&nodes);
        self.inside = inside;
        step
    }

    fn token_or_parts(&mut self, nodes: &[&'static Node]) -> Result<(), Stop> {
        match self.reader.white_space() {
            b'{' => self.members(nodes),
            b'[' => self.items(nodes),
            b'"' => {
                let text = self.reader.string()?;
                let mask = self.mask_of(nodes, Some(text), text.span());
                self.found.push((text.span(), mask));
                Ok(())
            }
            b'-' | b'0'..=b'9' => {
                let start = self.reader.at;
                self.reader.number()?;
                let number = self.reader.since(start);
                let mask = self.mask_of(nodes, None, number);
                self.found.push((number, mask));
                Ok(())
            }
            b't' => self.reader.word("true"),
            b'f' => self.reader.word("false"),
            _ => self.reader.word("null"),
        }
    }

    /// The nodes and all those that they apply without a condition.
    fn nodes(&self, ids: &[NodeId]) -> Vec<&'static Node> {
        let mut open = ids.to_vec();
        let mut nodes: Vec<&'static Node> = Vec::new();
        while let Some(id) = open.pop() {
            let node = &self.program.nodes[usize::from(id)];
            if nodes.iter().any(|known| core::ptr::eq(*known, node)) {
                continue;
            }
            nodes.push(node);
            open.extend(node.applicators.iter().filter_map(|applicator| match applicator {
                Applicator::All(id) => Some(*id),
                _ => None,
            }));
        }
        nodes
    }

    fn mask_of(&self, nodes: &[&'static Node], text: Option<Text>, span: Span) -> Mask {
        if let Some(mask) = self.inside {
            return mask;
        }
        let class = nodes.iter().find_map(|node| node.place.class);
        let raw = text.map_or_else(|| self.reader.slice(span), |text| self.reader.raw(text));
        let plain = match class {
            Some(Class::Amount) if text.is_some() => Centavos::parse(raw).is_ok(),
            Some(Class::Amount) => Centavos::parse_number(raw).is_ok(),
            Some(Class::Date) => CalendarDate::parse_loose(raw).is_ok() || DateTime::parse(raw).is_ok(),
            _ => text.is_some_and(|text| self.is_listed(nodes, text)),
        };
        if plain { Mask::Plain } else { Mask::Shape }
    }

    fn is_listed(&self, nodes: &[&'static Node], text: Text) -> bool {
        nodes.iter().any(|node| {
            let closed = node.allowed.iter().flat_map(|allowed| allowed.values);
            let mut closed =
                closed.filter_map(|value| if let Value::String(known) = value { Some(*known) } else { None });
            let known = node.string.map_or(&[][..], |rules| rules.known);
            closed.any(|known| self.reader.says(text, known)) || known.iter().any(|known| self.reader.says(text, known))
        })
    }

    fn members(&mut self, nodes: &[&'static Node]) -> Result<(), Stop> {
        self.enter()?;
        while self.reader.white_space() == b'"' {
            let key = self.reader.string()?;
            let name: String = self.reader.chars(key).collect();
            let plain = looks_like_identifier(&name);
            self.found.push((key.span(), if plain { Mask::Plain } else { Mask::Shape }));
            if !self.reader.passes(b':') {
                return Err(Stop);
            }
            let declared = nodes.iter().filter_map(|node| node.object).flat_map(|rules| rules.properties);
            let ids: Vec<_> =
                declared.filter(|property| property.key.name == name).map(|property| property.node).collect();
            let inside = self.inside;
            self.inside = inside.or_else(|| sounds_secret(&name).then_some(Mask::Secret));
            self.value(&ids)?;
            self.inside = inside;
            self.reader.passes(b',');
        }
        self.close(b'}')
    }

    fn items(&mut self, nodes: &[&'static Node]) -> Result<(), Stop> {
        self.enter()?;
        let ids: Vec<_> = nodes.iter().filter_map(|node| node.array).filter_map(|rules| rules.items).collect();
        while !matches!(self.reader.white_space(), b']' | 0) {
            self.value(&ids)?;
            self.reader.passes(b',');
        }
        self.close(b']')
    }

    fn enter(&mut self) -> Result<(), Stop> {
        self.reader.at += 1;
        self.depth += 1;
        if self.depth > DEEPEST { Err(Stop) } else { Ok(()) }
    }

    fn close(&mut self, bracket: u8) -> Result<(), Stop> {
        self.depth -= 1;
        if self.reader.passes(bracket) { Ok(()) } else { Err(Stop) }
    }
}

/// The mask of a class that allows no look at the value.
fn fixed_mask(nodes: &[&'static Node]) -> Option<Mask> {
    match nodes.iter().find_map(|node| node.place.class)? {
        Class::Secret => Some(Mask::Secret),
        Class::Name | Class::Email => Some(Mask::Name),
        _ => None,
    }
}

/// Whether a member of this name holds a secret even where no schema knows it, a misspelt `secretKey` say.
fn sounds_secret(name: &str) -> bool {
    let name: String =
        name.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()).collect();
    ["secret", "token", "accesskey", "password", "authorization"].iter().any(|word| name.contains(word))
}
