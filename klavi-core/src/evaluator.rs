//! The evaluator that runs a [`Program`] over the bytes of a document, once, from the first to the last.
//!
//! It takes a value to every keyword that its node has. The keywords report on the [`RunState`] below them; those that hold
//! schemas come back here through [`Subschemas`]. Offsets only: pointers, lines and prose are made from the document again
//! when somebody wants to read them.

mod array;
mod memory;
mod object;
mod scalar;

use crate::Code;
use crate::deferred::Deferred;
use crate::finding::{Sink, Verdict};
use crate::keyword::unevaluated::unevaluated;
use crate::limits::{DEEPEST, Limits};
use crate::program::{Applicator, Day, Node, NodeId, Program};
use crate::reader::{Abort, Reader, narrow};
use crate::state::{RunState, Step, Subschemas};
use memory::{Memory, Question};

/// Runs the program over a document and gives every finding to the sink, until it wants no more.
///
/// Only malformed JSON and the limits end a run early. `today` is the day for the rules that speak of the past; without
/// it they are silent.
pub fn run<S: Sink>(program: &'static Program, document: &[u8], limits: Limits, today: Option<Day>, sink: &mut S) {
    // What is too large is not even read to see whether it is UTF-8.
    if document.len() > limits.max_bytes.min(u32::MAX as usize) {
        let head = document.get(..4).unwrap_or(document);
        let mut state = RunState::new(Reader::new(head), program.direction, 0, today);
        let _ = state.syntax_error(Code::TooLarge, 0, None, sink);
        return;
    }
    let mut evaluator = Evaluator::new(program, Reader::new(document), limits.max_depth.min(DEEPEST), today);
    let _ = evaluator.document(sink);
}

/// The same for a document in which all is right but for these values, as a [`Plan`](crate::accept::Plan) has told of it: they
/// alone are judged, in their order, by the program of the plan. `today` is the day that the plan was given.
///
/// ```
/// use klavi_core::accept::{Plan, Scope};
/// use klavi_core::program::{Node, Program, Types};
/// use klavi_core::{Finding, Limits, run_deferred};
///
/// static TEXTS: Program = Program { nodes: &[Node { types: Types::STRING, ..Node::ANYTHING }], ..Program::ANYTHING };
///
/// let plan = Plan::of(&TEXTS, Scope::Findings).expect("a plan");
/// let deferred = plan.deferred(b" 7", Limits::default(), None).expect("nothing else is wrong");
/// let mut findings: Vec<Finding> = Vec::new();
/// run_deferred(b" 7", &deferred, None, &mut findings);
/// assert_eq!((findings.len(), findings[0].code.name(), findings[0].span.start), (1, "type", 1));
/// ```
pub fn run_deferred<S: Sink>(document: &[u8], deferred: &Deferred, today: Option<Day>, sink: &mut S) {
    let mut evaluator = Evaluator::new(deferred.program, Reader::new(document), DEEPEST, today);
    for value in deferred.values() {
        evaluator.state.reader.at = value.at as usize;
        evaluator.state.object_at = value.object_at as usize;
        if evaluator.value(value.node, sink).is_err() {
            return;
        }
    }
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
    evaluator.state.again = !all;
    let mut found = Vec::new();
    let step = if all { evaluator.value(id, &mut found) } else { evaluator.value(id, &mut Verdict::default()) };
    step.and_then(|()| evaluator.state.rest()).is_ok() && found.is_empty()
}

struct Evaluator<'a> {
    state: RunState<'a>,
    program: &'static Program,
    memory: Memory,
}

impl<'a> Evaluator<'a> {
    #[inline]
    fn new(program: &'static Program, reader: Reader<'a>, max_depth: u32, today: Option<Day>) -> Self {
        let state = RunState::new(reader, program.direction, max_depth, today);
        Self { state, program, memory: Memory::default() }
    }

    fn document<S: Sink>(&mut self, sink: &mut S) -> Step {
        if self.state.reader.bytes().starts_with("\u{feff}".as_bytes()) {
            self.state.reader.at = 3;
            self.state.syntax_error(Code::ByteOrderMark, 0, None, sink)?;
        }
        let read = self.value(self.program.root, sink).and_then(|()| self.state.rest());
        match (read, self.state.reader.error) {
            (Err(Abort), Some(error)) => self.state.syntax_error(error.code, error.at, error.expected, sink),
            (read, _) => read,
        }
    }

    /// Passes the value that starts here with this byte.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "a call for each value costs a tenth of the whole run")]
    fn value_from<S: Sink>(&mut self, id: NodeId, byte: u8, sink: &mut S) -> Step {
        let node = &self.program.nodes[usize::from(id)];
        let start = self.state.reader.at;
        if byte == b'"' {
            // A glance tells of errors alone: who collects is also told what rules warn of.
            if (!S::COLLECTS || node.string.is_none()) && self.passes_at_a_glance(&node.glance, sink)? {
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
                        self.state.broken(node.location, Code::AnyOf, "anyOf", start, sink)?;
                    }
                }
                Applicator::One(ids) => {
                    if ids.iter().filter(|&&id| self.fits(id, start)).take(2).count() != 1 {
                        self.state.broken(node.location, Code::OneOf, "oneOf", start, sink)?;
                    }
                }
                Applicator::Not(id) => {
                    if self.fits(id, start) {
                        self.state.broken(node.location, Code::Not, "not", start, sink)?;
                    }
                }
                Applicator::If(condition, then, otherwise) => {
                    let branch = if self.fits(condition, start) { then } else { otherwise };
                    if let Some(id) = branch {
                        self.judge(id, start, sink)?;
                    }
                }
                Applicator::Assert(assertion) => self.state.assertion(node.location, assertion, start, sink)?,
                Applicator::UnevaluatedProperties(_) | Applicator::UnevaluatedItems(_) => {
                    unevaluated(self, self.program.nodes, node, *applicator, start, sink)?;
                }
            }
        }
        match node.expect {
            Some(id) if S::COLLECTS => {
                let lenient = core::mem::replace(&mut self.state.lenient, true);
                let step = self.judge(id, start, sink);
                self.state.lenient = lenient;
                step
            }
            _ => Ok(()),
        }
    }
}

impl<'a> Subschemas<'a> for Evaluator<'a> {
    #[inline]
    fn state(&mut self) -> &mut RunState<'a> {
        &mut self.state
    }

    /// Passes the value that starts after white space, and judges it by the node.
    #[inline]
    fn value<S: Sink>(&mut self, id: NodeId, sink: &mut S) -> Step {
        let byte = self.state.reader.skip_whitespace();
        self.value_from(id, byte, sink)
    }

    /// Reads the value at this offset once more, for its findings by another node.
    fn judge<S: Sink>(&mut self, id: NodeId, start: usize, sink: &mut S) -> Step {
        let (is_asked, lenient) = (self.state.is_asked, self.state.lenient);
        let question = Question { node: id, start: narrow(start), is_asked, lenient };
        if let Some(answer) = self.memory.answer(question) {
            return if answer { Ok(()) } else { Err(Abort) };
        }
        self.reread(start, |evaluator| {
            let step = evaluator.value(id, sink);
            // A run that has seen enough does not come back.
            if step.is_ok() || is_asked {
                let (read, len) =
                    (evaluator.state.reader.at.saturating_sub(start), evaluator.state.reader.bytes().len());
                evaluator.memory.learn(question, read, len, step.is_ok());
            }
            step
        })
    }

    /// Whether the value at this offset fits another node.
    fn fits(&mut self, id: NodeId, start: usize) -> bool {
        let is_asked = core::mem::replace(&mut self.state.is_asked, true);
        let fits = self.judge(id, start, &mut Verdict::of_applicator()).is_ok();
        self.state.is_asked = is_asked;
        fits
    }
}
