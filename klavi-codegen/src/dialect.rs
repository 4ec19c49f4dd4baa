//! The dialect: every schema file is checked against its metaschema, by the evaluator.

use crate::english::{english, not_json};
use crate::error::SchemaError;
use crate::file::SchemaFile;
use crate::lower;
use klavi_core::program::{Program, Value};
use klavi_core::{Code, Details, Exhibit, Finding, Limits, Lines, Names, pointers, run};
use std::sync::OnceLock;

impl SchemaFile {
    /// Reads a schema and checks it against the metaschema of the dialect.
    ///
    /// # Errors
    ///
    /// Every place where the text is not JSON or leaves the dialect.
    pub fn new(name: &str, text: &str) -> Result<Self, Vec<SchemaError>> {
        let errors = violations(dialect(), name, text);
        if !errors.is_empty() {
            return Err(errors);
        }
        Self::unchecked(name, text)
    }
}

/// The dialect's own program. The metaschema is the one schema that nothing checks but its tests.
fn dialect() -> &'static Program {
    static DIALECT: OnceLock<&'static Program> = OnceLock::new();
    DIALECT.get_or_init(|| {
        let document = &klavi_schema::DIALECT;
        let lowered =
            SchemaFile::unchecked(document.name, document.text).and_then(|file| lower::program(&file, "", "dialect"));
        match lowered {
            Ok(program) => program,
            Err(errors) => unreachable!("the metaschema does not lower: {errors:?}"),
        }
    })
}

fn violations(dialect: &'static Program, name: &str, text: &str) -> Vec<SchemaError> {
    let limits = Limits { max_depth: klavi_core::DEEPEST, ..Limits::default() };
    let mut findings: Vec<Finding> = Vec::new();
    run(dialect, text.as_bytes(), limits, None, &mut findings);
    let targets: Vec<_> = findings.iter().map(|finding| finding.target).collect();
    let pointers = pointers(&Exhibit::whole(dialect, text.as_bytes()), &targets, Names::All);
    let lines = Lines::new(text.as_bytes());
    let mut errors: Vec<SchemaError> =
        findings.iter().zip(&pointers).map(|(finding, pointer)| violation(name, &lines, finding, pointer)).collect();
    errors.sort_by_key(|error| (error.line, error.column));
    errors
}

/// A finding of the dialect's program, told as a mistake in the schema.
fn violation(name: &str, lines: &Lines<'_>, finding: &Finding, pointer: &str) -> SchemaError {
    let what = subject(pointer);
    let (message, help) = match (finding.code, &finding.details) {
        (Code::UnknownField, Details::Name(meant)) => {
            let help = left_out(pointer).or(meant.map(did_you_mean)).unwrap_or_else(|| KEYWORDS.to_owned());
            (format!("{what} is not a keyword of the dialect"), Some(help))
        }
        (Code::Type, Details::Types(expected, _)) => {
            (format!("{what} must be of type {}", expected.names().collect::<Vec<_>>().join(" or ")), None)
        }
        (Code::Enum, Details::Values(values, meant)) => {
            let help = meant.map_or_else(|| alternatives(values), did_you_mean);
            (format!("{what} has a value that the dialect does not know"), Some(help))
        }
        (Code::Required, _) => (format!("{what} is missing"), None),
        (Code::Pattern, Details::Pattern(pattern, _)) => (format!("{what} must match `{pattern}`"), None),
        (Code::Minimum, Details::Bound(bound)) => (format!("{what} must be {bound} or more"), None),
        (Code::ExclusiveMinimum, Details::Bound(bound)) => (format!("{what} must be more than {bound}"), None),
        (Code::MinItems | Code::MaxItems, Details::Count(bound, found)) => {
            let side = if found < bound { "more" } else { "fewer" };
            (format!("{what} must have {bound} or {side} entries, not {found}"), None)
        }
        (Code::DuplicateKey, _) => (format!("{what} stands here twice"), None),
        (_, Details::Expected(expected)) => (not_json(Some(*expected)), None),
        (code, _) => (format!("{what} breaks the rule `{code}`"), None),
    };
    let error = SchemaError::new(name, lines.position(finding.span.start as usize), pointer, message);
    match help {
        Some(help) => error.with_help(help),
        None => error,
    }
}

/// Where the keywords are listed.
const KEYWORDS: &str = "`validate --list keywords` and the page `docs/dialect.md` list what may be used";

/// Why the dialect leaves out the keyword at the end of a pointer, if it is one of JSON Schema or its relatives.
fn left_out(pointer: &str) -> Option<String> {
    let keyword = pointer.rsplit('/').next()?;
    english("left-out", |names| names.split([',', ' ']).any(|name| name == keyword))
}

fn did_you_mean(meant: &str) -> String {
    format!("did you mean `{meant}`?")
}

/// What a pointer of the metaschema's findings names: a keyword, an entry of its list, or the whole schema.
fn subject(pointer: &str) -> String {
    let mut segments = pointer.rsplit('/');
    match (segments.next().unwrap_or_default(), segments.next()) {
        (_, None) => "the schema".to_owned(),
        (index, Some(list)) if index.bytes().all(|byte| byte.is_ascii_digit()) && list != "properties" => {
            format!("an entry of `{list}`")
        }
        (name, _) => format!("`{name}`"),
    }
}

/// A closed list, unless it is too long to be read.
fn alternatives(values: &[Value]) -> String {
    let texts = values.iter().filter_map(|value| if let Value::String(text) = value { Some(*text) } else { None });
    let texts: Vec<_> = texts.map(|text| format!("`{text}`")).collect();
    match &texts[..] {
        [one] => format!("write {one}"),
        many if many.len() <= 16 => format!("write one of {}", many.join(", ")),
        _ => "`validate --list rules` lists the codes".to_owned(),
    }
}
