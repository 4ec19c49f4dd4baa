//! Schema files, read once and checked against the dialect.

use crate::error::Error;
use crate::lower;
use klavi_core::program::Program;
use klavi_core::{Code, Details, Finding, Limits, Tree, pointers, run};
use std::sync::OnceLock;

/// A schema file that holds to the dialect.
#[derive(Debug)]
pub struct File {
    /// The name under which it was read.
    pub name: String,
    /// Its text.
    pub text: String,
    pub(crate) tree: Tree,
}

impl File {
    /// Reads a schema and checks it against the metaschema of the dialect.
    ///
    /// # Errors
    ///
    /// Every place where the text is not JSON or leaves the dialect.
    pub fn new(name: &str, text: &str) -> Result<Self, Vec<Error>> {
        let errors = violations(dialect(), name, text);
        if !errors.is_empty() {
            return Err(errors);
        }
        Self::unchecked(name, text)
    }

    /// Reads a schema whose keywords are known to be good.
    fn unchecked(name: &str, text: &str) -> Result<Self, Vec<Error>> {
        let tree = Tree::parse(text.as_bytes()).map_err(|error| {
            let at = u32::try_from(error.at).unwrap_or(u32::MAX);
            let span = klavi_core::Span { start: at, end: at };
            vec![Error::new(name, text, span, "", format!("not JSON: expected {}", error.expected))]
        })?;
        Ok(Self { name: name.to_owned(), text: text.to_owned(), tree })
    }
}

/// The dialect's own program. The metaschema is the one schema that nothing checks but its tests.
fn dialect() -> &'static Program {
    static DIALECT: OnceLock<&'static Program> = OnceLock::new();
    DIALECT.get_or_init(|| {
        let document = &klavi_schema::DIALECT;
        let lowered =
            File::unchecked(document.name, document.text).and_then(|file| lower::program(&file, "", "dialect"));
        match lowered {
            Ok(program) => program,
            Err(errors) => unreachable!("the metaschema does not lower: {errors:?}"),
        }
    })
}

fn violations(dialect: &'static Program, name: &str, text: &str) -> Vec<Error> {
    let limits = Limits { max_depth: klavi_core::DEEPEST, ..Limits::default() };
    let mut findings: Vec<Finding> = Vec::new();
    run(dialect, text.as_bytes(), limits, None, &mut findings);
    let targets: Vec<_> = findings.iter().map(|finding| finding.target).collect();
    let pointers = pointers(text.as_bytes(), &targets, false);
    let mut errors: Vec<Error> =
        findings.iter().zip(&pointers).map(|(finding, pointer)| violation(name, text, finding, pointer)).collect();
    errors.sort_by_key(|error| (error.line, error.column));
    errors
}

fn violation(name: &str, text: &str, finding: &Finding, pointer: &str) -> Error {
    let keyword = pointer.rsplit('/').next().unwrap_or_default();
    let at = |message: String| Error::new(name, text, finding.span, pointer, message);
    match (finding.code, finding.details) {
        (Code::UnknownField, Details::Name(Some(meant))) => {
            at(format!("`{keyword}` is not a keyword of the dialect")).with_help(format!("did you mean `{meant}`?"))
        }
        (Code::UnknownField, _) => at(format!("`{keyword}` is not a keyword of the dialect"))
            .with_help("the keywords that may be used stand in `dialect.schema.json`"),
        (Code::Type, Details::Types(expected, _)) => {
            let expected: Vec<_> = expected.names().collect();
            at(format!("the value of `{keyword}` must be of type {}", expected.join(" or ")))
        }
        (Code::Enum, Details::Values(values, meant)) => {
            let values: Vec<_> = values
                .iter()
                .filter_map(|value| match value {
                    klavi_core::program::Value::String(text) => Some(*text),
                    _ => None,
                })
                .collect();
            let error = at(format!("`{keyword}` must be one of {}", values.join(", ")));
            match meant {
                Some(meant) => error.with_help(format!("did you mean `{meant}`?")),
                None => error,
            }
        }
        (_, Details::Expected(expected)) => at(format!("not JSON: expected {expected}")),
        (code, _) => at(format!("the value of `{keyword}` breaks the dialect's rule `{code}`")),
    }
}
