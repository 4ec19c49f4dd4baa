//! The evaluator that runs a [`Program`] over the bytes of a document, once, from the first to the last.
//!
//! It keeps offsets only. Pointers, lines and prose are made from the document again when somebody wants to read them.

mod array;
mod keys;
mod memory;
pub(crate) mod object;
mod scalar;
mod skip;

use crate::expected::Expected;
use crate::finding::{Details, Finding, Sink, Span, Target, Verdict};
use crate::limits::{DEEPEST, Limits};
use crate::program::{Applicator, Node, NodeId, Program, SLOTS, SchemaLocation};
use crate::reader::{Abort, Reader, narrow};
use crate::{Code, Day, Severity};
use keys::Keys;
use memory::{Memory, Question};

pub(crate) type Step = Result<(), Abort>;

/// Runs the program over a document and gives every finding to the sink, until it wants no more.
///
/// Only malformed JSON and the limits end a run early. `today` is the day for the rules that speak of the past; without
/// it they are silent.
pub fn run<S: Sink>(program: &'static Program, document: &[u8], limits: Limits, today: Option<Day>, sink: &mut S) {
    // What is too large is not even read to see whether it is UTF-8.
    if document.len() > limits.max_bytes.min(u32::MAX as usize) {
        let head = document.get(..4).unwrap_or(document);
        let _ = Evaluator::new(program, Reader::new(head), 0, today).syntax_error(Code::TooLarge, 0, None, sink);
        return;
    }
    let mut evaluator = Evaluator::new(program, Reader::new(document), limits.max_depth.min(DEEPEST), today);
    let _ = evaluator.document(sink);
}

/// Whether a node has nothing to say about a value, which is all of this text: no error, or with `all` not even a warning.
pub(crate) fn finds_nothing(
    program: &'static Program,
    id: NodeId,
    value: &str,
    max_depth: u32,
    today: Option<Day>,
    all: bool,
) -> bool {
    let mut evaluator = Evaluator::new(program, Reader::of(value), max_depth, today);
    // Whoever asks has passed the value, and would have seen a name twice.
    evaluator.again = !all;
    let mut found = Vec::new();
    let step = if all { evaluator.value(id, &mut found) } else { evaluator.value(id, &mut Verdict::default()) };
    step.and_then(|()| evaluator.rest()).is_ok() && found.is_empty()
}

pub(crate) struct Evaluator<'a> {
    pub(crate) reader: Reader<'a>,
    pub(crate) program: &'static Program,
    /// The spans that the conditions of the open objects remember.
    /// The last one is for members that nothing asks for, so that remembering needs no decision.
    pub(crate) slots: [Span; SLOTS + 1],
    /// The names of undeclared members of the open objects.
    keys: Keys,
    /// Where the innermost open object begins.
    pub(crate) object_at: usize,
    /// The string in the member that tells what is meant by another one, and the object that begins there.
    pub(crate) discriminator: Option<(usize, &'static str, Option<String>)>,
    pub(crate) depth: u32,
    max_depth: u32,
    /// The value is read again: what the first reading reported is not reported twice.
    pub(crate) again: bool,
    /// Findings are warnings, whatever their code (below `x-expect`).
    pub(crate) lenient: bool,
    /// An applicator asks whether the value fits.
    pub(crate) is_asked: bool,
    memory: Memory,
    /// The value that triggered the condition whose consequence is checked.
    pub(crate) cause: Option<Span>,
    pub(crate) today: Option<Day>,
}

/// No value: a slot whose member is absent.
pub(crate) const ABSENT: Span = Span { start: 0, end: 0 };

impl<'a> Evaluator<'a> {
    #[inline]
    fn new(program: &'static Program, reader: Reader<'a>, max_depth: u32, today: Option<Day>) -> Self {
        Self {
            reader,
            program,
            slots: [ABSENT; SLOTS + 1],
            keys: Keys::default(),
            object_at: 0,
            discriminator: None,
            depth: 0,
            max_depth,
            again: false,
            lenient: false,
            is_asked: false,
            memory: Memory::default(),
            cause: None,
            today,
        }
    }

    fn document<S: Sink>(&mut self, sink: &mut S) -> Step {
        if self.reader.bytes().starts_with("\u{feff}".as_bytes()) {
            self.reader.at = 3;
            self.syntax_error(Code::ByteOrderMark, 0, None, sink)?;
        }
        let read = self.value(self.program.root, sink).and_then(|()| self.rest());
        match (read, self.reader.error) {
            (Err(Abort), Some(error)) => self.syntax_error(error.code, error.at, error.expected, sink),
            (read, _) => read,
        }
    }

    fn rest(&mut self) -> Step {
        self.reader.skip_whitespace();
        match (self.reader.at_end(), self.reader.is_cut()) {
            (true, false) => Ok(()),
            (true, true) => self.reader.fail_as(Code::InvalidUtf8, None),
            (false, _) => self.reader.fail_as(Code::TrailingText, Some(Expected::End)),
        }
    }

    /// Reports that the text itself is broken.
    #[cold]
    fn syntax_error<S: Sink>(&mut self, code: Code, at: usize, expected: Option<Expected>, sink: &mut S) -> Step {
        let rest = self.reader.slice(crate::reader::span(at, self.reader.bytes().len()));
        let len = rest.chars().next().map(char::len_utf8);
        let span = crate::reader::span(at, at + len.unwrap_or(0));
        let details = expected.map_or(Details::None, Details::Expected);
        put(Finding::about_text(code, span, details), sink)
    }

    /// Passes the value that starts after white space, and judges it by the node.
    #[inline]
    pub(crate) fn value<S: Sink>(&mut self, id: NodeId, sink: &mut S) -> Step {
        let byte = self.reader.skip_whitespace();
        self.value_from(id, byte, sink)
    }

    /// Passes the value that starts here with this byte.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "a call for each value costs a tenth of the whole run")]
    fn value_from<S: Sink>(&mut self, id: NodeId, byte: u8, sink: &mut S) -> Step {
        let node = &self.program.nodes[usize::from(id)];
        let start = self.reader.at;
        if byte == b'"' {
            if !S::COLLECTS && self.passes_at_a_glance(&node.glance, sink)? {
                return Ok(());
            }
            self.string_by_rules(node, sink)?;
        } else {
            self.not_string(node, byte, sink)?;
        }
        if node.applicators.is_empty() && node.expect.is_none() { Ok(()) } else { self.apply(node, start, sink) }
    }

    #[inline(never)]
    fn not_string<S: Sink>(&mut self, node: &'static Node, byte: u8, sink: &mut S) -> Step {
        match byte {
            b'{' => self.object(node, sink),
            b'[' => self.array(node, sink),
            b'-' | b'0'..=b'9' => self.number(node, sink),
            _ => self.literal(node, byte, sink),
        }
    }

    /// Judges the value that was just passed by the node's applicators.
    #[inline(never)]
    fn apply<S: Sink>(&mut self, node: &'static Node, start: usize, sink: &mut S) -> Step {
        for applicator in node.applicators {
            match *applicator {
                Applicator::All(id) => self.judge(id, start, sink)?,
                Applicator::Any(ids) => {
                    if !ids.iter().any(|&id| self.fits(id, start)) {
                        self.broken(node.location, Code::AnyOf, "anyOf", start, sink)?;
                    }
                }
                Applicator::One(ids) => {
                    if ids.iter().filter(|&&id| self.fits(id, start)).take(2).count() != 1 {
                        self.broken(node.location, Code::OneOf, "oneOf", start, sink)?;
                    }
                }
                Applicator::Not(id) => {
                    if self.fits(id, start) {
                        self.broken(node.location, Code::Not, "not", start, sink)?;
                    }
                }
                Applicator::If(condition, then, otherwise) => {
                    let branch = if self.fits(condition, start) { then } else { otherwise };
                    if let Some(id) = branch {
                        self.judge(id, start, sink)?;
                    }
                }
                Applicator::Assert(assertion) => self.assertion(node, assertion, start, sink)?,
                Applicator::UnevaluatedProperties(_) | Applicator::UnevaluatedItems(_) => {
                    self.unevaluated(node, *applicator, start, sink)?;
                }
            }
        }
        match node.expect {
            Some(id) if S::COLLECTS => {
                let lenient = core::mem::replace(&mut self.lenient, true);
                let step = self.judge(id, start, sink);
                self.lenient = lenient;
                step
            }
            _ => Ok(()),
        }
    }

    /// A value that its own node's applicator refuses.
    #[cold]
    fn broken<S: Sink>(
        &mut self,
        location: &'static SchemaLocation,
        code: Code,
        keyword: &'static str,
        start: usize,
        sink: &mut S,
    ) -> Step {
        let span = crate::reader::span(start, self.reader.at);
        self.report(location, code, keyword, span, Details::None, sink)
    }

    /// Reads once more what starts at this offset, without reporting what the first reading did. However that ends, the first
    /// reading goes on from where it was.
    pub(crate) fn reread<T>(&mut self, start: usize, read: impl FnOnce(&mut Self) -> T) -> T {
        let (end, error) = (self.reader.at, self.reader.error);
        let (again, depth, object_at) = (self.again, self.depth, self.object_at);
        (self.reader.at, self.again) = (start, true);
        let result = read(self);
        (self.reader.at, self.reader.error) = (end, error);
        (self.again, self.depth, self.object_at) = (again, depth, object_at);
        result
    }

    /// Reads the value at this offset once more, for its findings by another node.
    pub(crate) fn judge<S: Sink>(&mut self, id: NodeId, start: usize, sink: &mut S) -> Step {
        let (is_asked, lenient) = (self.is_asked, self.lenient);
        let question = Question { node: id, start: narrow(start), is_asked, lenient };
        if let Some(answer) = self.memory.answer(question) {
            return if answer { Ok(()) } else { Err(Abort) };
        }
        self.reread(start, |evaluator| {
            let step = evaluator.value(id, sink);
            // A run that has seen enough does not come back.
            if step.is_ok() || is_asked {
                let (read, len) = (evaluator.reader.at.saturating_sub(start), evaluator.reader.bytes().len());
                evaluator.memory.learn(question, read, len, step.is_ok());
            }
            step
        })
    }

    /// Whether the value at this offset fits another node.
    pub(crate) fn fits(&mut self, id: NodeId, start: usize) -> bool {
        let is_asked = core::mem::replace(&mut self.is_asked, true);
        let fits = self.judge(id, start, &mut Verdict::of_applicator()).is_ok();
        self.is_asked = is_asked;
        fits
    }

    /// Counts an object or array that opens here.
    #[inline]
    fn enter(&mut self) -> Step {
        if self.depth >= self.max_depth {
            return self.reader.fail_as(Code::TooDeep, None);
        }
        self.depth += 1;
        Ok(())
    }

    /// Reports a finding on the value of this span.
    #[cold]
    pub(crate) fn report<S: Sink>(
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
    pub(crate) fn report_at<S: Sink>(
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
    pub(crate) fn weight(&self, location: &SchemaLocation, code: Code) -> (Code, Severity) {
        let code = location.rule.unwrap_or(code);
        let is_warning = self.lenient || location.warning;
        (code, if is_warning { Severity::Warning } else { code.severity(self.program.direction) })
    }

    pub(crate) fn finding(
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
