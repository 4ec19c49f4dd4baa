//! A run as keywords see it: where it is in the document, what it remembers, and how it reports a finding.
//!
//! Keywords stand on this, and the evaluator on the keywords. A keyword that holds schemas asks the evaluator through
//! [`Subschemas`].

mod keys;
mod seen;
mod skip;
mod string;

pub(crate) use seen::Seen;

use crate::expected::Expected;
use crate::finding::{Details, Finding, Sink, Span, Target};
use crate::program::{Day, NodeId, SLOTS, SchemaLocation};
use crate::reader::{Abort, Reader, SyntaxError, span};
use crate::{Code, Direction, Severity};
use keys::Keys;

pub(crate) type Step = Result<(), Abort>;

/// No value: a slot whose member is absent.
pub(crate) const ABSENT: Span = Span { start: 0, end: 0 };

/// Where a run is, and what it remembers.
pub(crate) struct RunState<'a> {
    pub reader: Reader<'a>,
    pub direction: Direction,
    /// The spans that the conditions of the open objects remember.
    /// The last one is for members that nothing asks for, so that remembering needs no decision.
    pub slots: [Span; SLOTS + 1],
    /// The names of undeclared members of the open objects.
    pub keys: Keys,
    /// Where the innermost open object begins.
    pub object_at: usize,
    /// The string in the member that tells what is meant by another one, and the object that begins there.
    pub discriminator: Option<(usize, &'static str, Option<String>)>,
    pub depth: u32,
    max_depth: u32,
    /// The value is read again: what the first reading reported is not reported twice.
    pub again: bool,
    /// Findings are warnings, whatever their code (below `x-expect`).
    pub lenient: bool,
    /// An applicator asks whether the value fits.
    pub is_asked: bool,
    /// The value that triggered the condition whose consequence is checked.
    pub cause: Option<Span>,
    pub today: Option<Day>,
}

/// What a keyword that holds schemas may ask of the evaluator: to judge a value by one of them.
pub(crate) trait Subschemas<'a> {
    /// The state of the run.
    fn state(&mut self) -> &mut RunState<'a>;

    /// Passes the value that starts after white space, and judges it by the node.
    fn value<S: Sink>(&mut self, id: NodeId, sink: &mut S) -> Step;

    /// Reads the value at this offset once more, for its findings by another node.
    fn judge<S: Sink>(&mut self, id: NodeId, start: usize, sink: &mut S) -> Step;

    /// Whether the value at this offset fits another node.
    fn fits(&mut self, id: NodeId, start: usize) -> bool;

    /// Reads once more what starts at this offset, as [`RunState::reread`] does.
    fn reread<T>(&mut self, start: usize, read: impl FnOnce(&mut Self) -> T) -> T {
        let first = self.state().turn_back(start);
        let result = read(self);
        self.state().resume(&first);
        result
    }
}

/// Where a first reading was when a part was read once more.
pub(crate) struct FirstReading {
    end: usize,
    error: Option<SyntaxError>,
    again: bool,
    depth: u32,
    object_at: usize,
}

impl<'a> RunState<'a> {
    #[inline]
    pub fn new(reader: Reader<'a>, direction: Direction, max_depth: u32, today: Option<Day>) -> Self {
        Self {
            reader,
            direction,
            slots: [ABSENT; SLOTS + 1],
            keys: Keys::default(),
            object_at: 0,
            discriminator: None,
            depth: 0,
            max_depth,
            again: false,
            lenient: false,
            is_asked: false,
            cause: None,
            today,
        }
    }

    /// Reads once more what starts at this offset, without reporting what the first reading did. However that ends, the first
    /// reading goes on from where it was.
    pub fn reread<T>(&mut self, start: usize, read: impl FnOnce(&mut Self) -> T) -> T {
        let first = self.turn_back(start);
        let result = read(self);
        self.resume(&first);
        result
    }

    #[inline]
    fn turn_back(&mut self, start: usize) -> FirstReading {
        let (end, error) = (self.reader.at, self.reader.error);
        let (again, depth, object_at) = (self.again, self.depth, self.object_at);
        (self.reader.at, self.again) = (start, true);
        FirstReading { end, error, again, depth, object_at }
    }

    #[inline]
    fn resume(&mut self, first: &FirstReading) {
        (self.reader.at, self.reader.error) = (first.end, first.error);
        (self.again, self.depth, self.object_at) = (first.again, first.depth, first.object_at);
    }

    /// Counts an object or array that opens here.
    #[inline]
    pub fn enter(&mut self) -> Step {
        if self.depth >= self.max_depth {
            return self.reader.fail_as(Code::TooDeep, None);
        }
        self.depth += 1;
        Ok(())
    }

    /// What stands behind the document.
    pub fn rest(&mut self) -> Step {
        self.reader.skip_whitespace();
        match (self.reader.at_end(), self.reader.is_cut()) {
            (true, false) => Ok(()),
            (true, true) => self.reader.fail_as(Code::InvalidUtf8, None),
            (false, _) => self.reader.fail_as(Code::TrailingText, Some(Expected::End)),
        }
    }

    /// Reports that the text itself is broken.
    #[cold]
    pub fn syntax_error<S: Sink>(&mut self, code: Code, at: usize, expected: Option<Expected>, sink: &mut S) -> Step {
        let rest = self.reader.slice(span(at, self.reader.bytes().len()));
        let len = rest.chars().next().map(char::len_utf8);
        let span = span(at, at + len.unwrap_or(0));
        let details = expected.map_or(Details::None, Details::Expected);
        put(Finding::about_text(code, span, details), sink)
    }

    /// A value that its own node's applicator refuses.
    #[cold]
    pub fn broken<S: Sink>(
        &mut self,
        location: &'static SchemaLocation,
        code: Code,
        keyword: &'static str,
        start: usize,
        sink: &mut S,
    ) -> Step {
        let span = span(start, self.reader.at);
        self.report(location, code, keyword, span, Details::None, sink)
    }

    /// Reports a finding on the value of this span.
    #[cold]
    pub fn report<S: Sink>(
        &mut self,
        location: &'static SchemaLocation,
        code: Code,
        keyword: &'static str,
        span: Span,
        details: Details,
        sink: &mut S,
    ) -> Step {
        self.report_at(location, code, keyword, span, Target::Value(span.start), details, sink)
    }

    /// Reports a finding whose pointer names something else than the value of its span.
    #[cold]
    #[expect(clippy::too_many_arguments, reason = "the parts of one finding")]
    pub fn report_at<S: Sink>(
        &mut self,
        location: &'static SchemaLocation,
        code: Code,
        keyword: &'static str,
        span: Span,
        target: Target,
        details: Details,
        sink: &mut S,
    ) -> Step {
        // An applicator only asks whether the value fits: any finding is a no, whatever it says.
        if self.is_asked {
            return Err(Abort);
        }
        let finding = self.finding(location, code, keyword, span, target, details);
        put(finding, sink)
    }

    /// The code that a finding gets at this location, and how much it weighs.
    pub fn weight(&self, location: &SchemaLocation, code: Code) -> (Code, Severity) {
        let code = location.rule.unwrap_or(code);
        let is_warning = self.lenient || location.warning;
        (code, if is_warning { Severity::Warning } else { code.severity(self.direction) })
    }

    pub fn finding(
        &self,
        location: &'static SchemaLocation,
        code: Code,
        keyword: &'static str,
        span: Span,
        target: Target,
        details: Details,
    ) -> Finding {
        let (code, severity) = self.weight(location, code);
        let (cause, source) = (self.cause, location.source);
        Finding { code, severity, span, target, cause, location: Some(location), source, keyword, details }
    }
}

pub(crate) fn put<S: Sink>(finding: Finding, sink: &mut S) -> Step {
    if sink.take(finding).is_break() { Err(Abort) } else { Ok(()) }
}
