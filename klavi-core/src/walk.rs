//! One walk over a document that knows the way to every token, and on request how it may be shown.

use crate::finding::Span;
use crate::judges::{Exhibit, Judges};
use crate::limits::DEEPEST;
use crate::mask::Mask;
use crate::reader::{Abort, Reader, StringToken, span};

/// Who wants to know what the walk meets, in the order of the document.
pub(crate) trait Visit {
    /// Everything before this offset has been passed, or cannot be read, and the value at the end of the path is open.
    fn reach(&mut self, _at: usize, _path: &mut Path<'_>) -> Result<(), Abort> {
        Ok(())
    }

    /// The name of a member, the last step of the path.
    fn name(&mut self, _span: Span, _path: &mut Path<'_>) {}

    /// A text, a number or a word.
    fn scalar(&mut self, _span: Span, _scalar: Scalar, _path: &mut Path<'_>) {}
}

/// A value without parts.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Scalar {
    String(StringToken),
    Number,
    /// `true`, `false` or `null`.
    Word,
}

/// The way from the start of a part to a value.
pub(crate) struct Path<'a> {
    reader: Reader<'a>,
    steps: Vec<Step>,
    /// The masks of the first steps and the judges behind them, those of the part in front: they are found when somebody
    /// asks, because few values are asked about.
    judges: Vec<(Mask, Judges)>,
}

/// From an object or array to a value in it.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Step {
    Name(StringToken),
    Item(usize),
}

impl<'a> Path<'a> {
    fn new(reader: Reader<'a>, part: &Exhibit<'_>) -> Self {
        Self { reader, steps: Vec::new(), judges: vec![(Mask::Plain, Judges::of(part, |_, _| {}))] }
    }

    /// The text, for its tokens.
    pub fn reader(&self) -> &Reader<'a> {
        &self.reader
    }

    /// The judges of the value at the end.
    pub fn judges(&mut self) -> &Judges {
        &self.last().1
    }

    /// How the last name may be shown.
    pub fn mask(&mut self) -> Mask {
        self.last().0
    }

    /// All steps, with the masks of their names.
    pub fn steps(&mut self) -> impl Iterator<Item = (Step, Mask)> {
        self.last();
        self.steps.iter().zip(&self.judges[1..]).map(|(step, (mask, _))| (*step, *mask))
    }

    fn last(&mut self) -> &(Mask, Judges) {
        while let Some(step) = self.steps.get(self.judges.len() - 1) {
            let (_, around) = &self.judges[self.judges.len() - 1];
            let next = match *step {
                Step::Name(name) => around.member(&self.reader.unescaped(name)),
                Step::Item(index) => (Mask::Plain, around.item(index)),
            };
            self.judges.push(next);
        }
        &self.judges[self.steps.len()]
    }

    fn leave(&mut self) {
        self.steps.pop();
        self.judges.truncate(self.steps.len() + 1);
    }
}

/// Walks over a part as far as it can be read, and tells where that is. Missing commas do not stop it.
pub(crate) fn walk(part: &Exhibit<'_>, visit: &mut impl Visit) -> usize {
    let mut reader = Reader::new(part.text);
    if part.text.starts_with("\u{feff}".as_bytes()) {
        reader.at = 3;
    }
    let mut walk = Walk { path: Path::new(reader, part), depth: 0, unread: None, visit };
    let _ = walk.value();
    let _ = walk.visit.reach(usize::MAX, &mut walk.path);
    walk.path.reader.skip_whitespace();
    walk.unread.unwrap_or(walk.path.reader.at)
}

struct Walk<'a, 'v, V> {
    path: Path<'a>,
    depth: u32,
    /// The start of the token that could not be read.
    unread: Option<usize>,
    visit: &'v mut V,
}

impl<V: Visit> Walk<'_, '_, V> {
    fn value(&mut self) -> Result<(), Abort> {
        let first = self.path.reader.skip_whitespace();
        self.visit.reach(self.path.reader.at + 1, &mut self.path)?;
        match first {
            b'{' => self.members()?,
            b'[' => self.items()?,
            _ => self.scalar(first)?,
        }
        self.visit.reach(self.path.reader.at, &mut self.path)
    }

    fn scalar(&mut self, first: u8) -> Result<(), Abort> {
        let start = self.path.reader.at;
        let read = match first {
            b'"' => self.path.reader.string().map(Scalar::String),
            b'-' | b'0'..=b'9' => self.path.reader.number().map(|()| Scalar::Number),
            _ => self.path.reader.number_or_literal(first).map(|()| Scalar::Word),
        };
        let scalar = self.readable(read, start)?;
        self.visit.scalar(self.path.reader.since(start), scalar, &mut self.path);
        Ok(())
    }

    /// Remembers where the token starts that could not be read.
    fn readable<T>(&mut self, read: Result<T, Abort>, start: usize) -> Result<T, Abort> {
        if read.is_err() {
            self.unread = Some(start);
        }
        read
    }

    fn members(&mut self) -> Result<(), Abort> {
        self.enter()?;
        while self.path.reader.skip_whitespace() == b'"' {
            let start = self.path.reader.at;
            let read = self.path.reader.string();
            let name = self.readable(read, start)?;
            self.visit.reach(start, &mut self.path)?;
            self.path.steps.push(Step::Name(name));
            self.visit.name(name.span(), &mut self.path);
            if !self.path.reader.eat(b':') {
                return Err(Abort);
            }
            self.value()?;
            self.path.leave();
            self.path.reader.eat(b',');
        }
        self.close(b'}')
    }

    fn items(&mut self) -> Result<(), Abort> {
        self.enter()?;
        let mut index = 0;
        while !matches!(self.path.reader.skip_whitespace(), b']' | 0) {
            self.path.steps.push(Step::Item(index));
            self.value()?;
            self.path.leave();
            self.path.reader.eat(b',');
            index += 1;
        }
        self.close(b']')
    }

    fn enter(&mut self) -> Result<(), Abort> {
        self.path.reader.at += 1;
        self.depth += 1;
        if self.depth > DEEPEST { Err(Abort) } else { Ok(()) }
    }

    fn close(&mut self, bracket: u8) -> Result<(), Abort> {
        self.depth -= 1;
        if self.path.reader.eat(bracket) { Ok(()) } else { Err(Abort) }
    }
}

/// The end of a token that could not be read: nothing behind it is known.
pub(crate) fn rest(from: usize, text: &[u8]) -> Option<Span> {
    (from < text.len()).then(|| span(from, text.len()))
}
