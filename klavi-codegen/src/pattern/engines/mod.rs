//! The dialect's patterns, judged by the engines themselves over a generated corpus: by ECMA-262's (Node) for what is a
//! pattern and what it means, by `regex`, Python, Java and RE2 for one meaning. Node and Python must be there under `CI`;
//! Java and RE2 (as the Python module `re2`) are asked where they are.

mod corpus;

use super::Compiled;
use super::ecma::portable;
use corpus::Case;
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::sync::LazyLock;

/// An engine that is asked in another process.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Engine {
    Node,
    Python,
    Java,
    Re2,
}

/// What an engine says of a pattern: `None` if it refuses it, else whether each text matches.
type Answer = Option<Vec<bool>>;

impl Engine {
    fn command(self) -> Command {
        let script = |name: &str| format!("{}/tests/engines/{name}", env!("CARGO_MANIFEST_DIR"));
        let (program, arguments) = match self {
            Self::Node => ("node", vec![script("match.mjs")]),
            Self::Python => ("python3", vec![script("match.py"), "re".to_owned()]),
            Self::Java => ("java", vec![script("Match.java")]),
            Self::Re2 => ("python3", vec![script("match.py"), "re2".to_owned()]),
        };
        let mut command = Command::new(program);
        command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        command
    }

    /// The answers to all cases; `None` where the engine is not there, which must not be under `CI` if it is one of the two.
    fn answers(self, cases: &[Case]) -> Option<Vec<Answer>> {
        let answers = self.run(cases);
        let needed = matches!(self, Self::Node | Self::Python) && std::env::var_os("CI").is_some();
        assert!(answers.is_some() || !needed, "{self:?} is not there: what it would prove is not proved");
        if answers.is_none() {
            println!("not run: {self:?} is not there");
        }
        answers
    }

    fn run(self, cases: &[Case]) -> Option<Vec<Answer>> {
        let digit = |digit: u8| char::from_digit(digit.into(), 16);
        let hex =
            |text: &str| -> String { text.bytes().flat_map(|byte| [byte >> 4, byte & 15]).filter_map(digit).collect() };
        let line = |case: &Case| {
            let parts = std::iter::once(&case.pattern).chain(&case.texts).map(|text| hex(text));
            parts.collect::<Vec<_>>().join(" ") + "\n"
        };
        let input: String = cases.iter().map(line).collect();
        let mut child = self.command().spawn().ok()?;
        let mut stdin = child.stdin.take()?;
        let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
        let output = child.wait_with_output().ok()?;
        let _ = writer.join();
        if !output.status.success() {
            return None;
        }
        let output = String::from_utf8(output.stdout).ok()?;
        let answer = |line: &str| (line != "-").then(|| line.bytes().map(|digit| digit == b'1').collect());
        let answers: Vec<Answer> = output.lines().map(answer).collect();
        assert_eq!(answers.len(), cases.len(), "{self:?} has answered everything");
        Some(answers)
    }
}

/// What `regex` says of the pattern as it stands.
fn by_regex(case: &Case) -> Answer {
    let regex = regex::Regex::new(&case.pattern).ok()?;
    Some(case.texts.iter().map(|text| regex.is_match(text)).collect())
}

/// What the dialect says, or its refusal.
fn by_dialect(case: &Case) -> Result<Vec<bool>, String> {
    let compiled = Compiled::any_of(&[&case.pattern]).map_err(|(_, refusal)| refusal.message)?;
    let pattern = compiled.pattern();
    Ok(case.texts.iter().map(|text| pattern.matches(text)).collect())
}

/// A case, and what the dialect says of it.
type Judged = (Case, Result<Vec<bool>, String>);

static JUDGED: LazyLock<Vec<Judged>> = LazyLock::new(|| {
    let judged = |case| {
        let told = by_dialect(&case);
        (case, told)
    };
    corpus::cases(2100).into_iter().map(judged).collect()
});

/// Texts of more than one line have four meanings of `$` and the dot: see [`super::ecma`].
fn is_one_line(text: &str) -> bool {
    !text.contains(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}'])
}

fn refuse_all(wrong: &[String]) {
    assert!(wrong.is_empty(), "{} are wrong:\n{}", wrong.len(), wrong[..wrong.len().min(20)].join("\n"));
}

#[test]
fn the_grammar_and_its_meaning_are_those_of_ecma_262() {
    let cases: Vec<Case> = JUDGED.iter().map(|(case, _)| case.clone()).collect();
    let Some(answers) = Engine::Node.answers(&cases) else { return };
    let (mut taken, mut matches, mut unportable, mut wrong) = (0, 0, 0, Vec::new());
    for ((case, told), answer) in JUDGED.iter().zip(&answers) {
        let is_right = match (told, answer) {
            (Ok(ours), Some(theirs)) => {
                taken += 1;
                matches += ours.iter().filter(|matches| **matches).count();
                ours == theirs
            }
            (Ok(_), None) => false,
            (Err(message), answer) => {
                let no_pattern = message.starts_with("no regular expression of ECMA-262");
                unportable += usize::from(!no_pattern);
                no_pattern == answer.is_none()
            }
        };
        if !is_right {
            wrong.push(format!("{case:?}: {told:?}, ECMA-262 {answer:?}"));
        }
    }
    refuse_all(&wrong);
    let refused = cases.len() - taken - unportable;
    let counts = [taken, unportable, refused, matches];
    assert!(taken > 600 && unportable > 250 && refused > 600 && matches > 2500, "all kinds are judged: {counts:?}");
}

#[test]
fn what_is_taken_means_the_same_in_every_engine() {
    let (mut cases, mut ours) = (Vec::new(), Vec::new());
    for (case, told) in &*JUDGED {
        let Ok(told) = told else { continue };
        let one_line = case.texts.iter().zip(told).filter(|(text, _)| is_one_line(text));
        let (texts, told): (Vec<String>, Vec<bool>) = one_line.map(|(text, told)| (text.clone(), *told)).unzip();
        cases.push(Case { texts, ..case.clone() });
        ours.push(Some(told));
    }
    let by_regex = ("regex".to_owned(), Some(cases.iter().map(by_regex).collect()));
    let others =
        [Engine::Python, Engine::Java, Engine::Re2].map(|engine| (format!("{engine:?}"), engine.answers(&cases)));
    let mut wrong = Vec::new();
    for (name, answers) in others.into_iter().chain([by_regex]) {
        for ((case, ours), theirs) in cases.iter().zip(&ours).zip(answers.unwrap_or_default()) {
            if *ours != theirs {
                wrong.push(format!("{case:?}: {ours:?}, {name} {theirs:?}"));
            }
        }
    }
    refuse_all(&wrong);
}

/// For each rule of portability a pattern that it refuses, and a text of which an engine thinks otherwise than ECMA-262.
const WITNESSES: &[(&portable::Rule, &str, &str, Option<Engine>)] = &[
    (portable::LOOK_AROUND, "(?=a)a", "a", None),
    (portable::BACK_REFERENCE, r"(a)\1", "aa", None),
    (portable::NAMED_GROUP, "(?<n>a)", "a", Some(Engine::Python)),
    (portable::WORD_BOUNDARY, r"a\b", "aé", Some(Engine::Python)),
    (portable::DIGIT, r"^\d$", "\u{663}", None),
    (portable::NO_DIGIT, r"^\D$", "\u{663}", Some(Engine::Python)),
    (portable::WORD, r"^\w$", "é", None),
    (portable::NO_WORD, r"^\W$", "é", Some(Engine::Python)),
    (portable::SPACE, r"^\s$", "\u{feff}", None),
    (portable::NO_SPACE, r"^\S$", "\u{a0}", Some(Engine::Java)),
    (portable::PROPERTY, r"^\p{L}$", "a", Some(Engine::Python)),
    (portable::CONTROL, r"^\cA$", "\u{1}", None),
    (portable::NULL, r"^\0$", "\0", None),
    (portable::BACKSPACE, r"^[\b]$", "\u{8}", None),
    (portable::VERTICAL_TAB, r"^\v$", "\u{85}", Some(Engine::Java)),
    (portable::UNICODE_ESCAPE, r"^\u00e9$", "é", Some(Engine::Re2)),
    (portable::EMPTY_CLASS, "^[^]$", "a", None),
    (portable::BRACKET_IN_CLASS, "^[[]$", "[", None),
    (portable::DOUBLED_IN_CLASS, "^[a&&b]$", "&", None),
    (portable::LEADING_ZERO, "^a{02}$", "aa", Some(Engine::Re2)),
    (portable::REPETITION, "^a{1001}$", "a", Some(Engine::Re2)),
];

#[test]
fn every_rule_of_portability_has_an_engine_that_needs_it() {
    let without: Vec<_> =
        portable::ALL.iter().filter(|rule| !WITNESSES.iter().any(|(known, ..)| known == *rule)).collect();
    assert_eq!(without, [&portable::DEPTH], "it is there for the stacks of all engines");
    for &(rule, pattern, text, engine) in WITNESSES {
        let case = Case { pattern: pattern.to_owned(), texts: vec![text.to_owned()] };
        assert!(by_dialect(&case).unwrap_err().starts_with(rule.what), "{pattern}");
        let ask = |engine: Engine| Some(engine.answers(std::slice::from_ref(&case))?.remove(0));
        let theirs = engine.map_or_else(|| Some(by_regex(&case)), ask);
        if let Some((ecma, theirs)) = ask(Engine::Node).zip(theirs) {
            assert!(ecma.is_some() && ecma != theirs, "{pattern}: ECMA-262 {ecma:?}, {engine:?} {theirs:?}");
        }
    }
}
