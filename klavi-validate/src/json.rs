//! The JSON forms of reports and codes: one for the `validate` binary and for the packages of other languages.

use crate::catalogue::{Example, Reference, Rule};
use crate::message;
use crate::{Cause, Contract, Finding, Lang, Report, Span};
use klavi_core::{Direction, Position};
use serde::ser::{SerializeMap, Serializer};
use serde::{Deserialize, Serialize};

/// A report together with the language in which it is written out.
///
/// ```
/// use klavi_validate::{Lang, LocalizedReport, check, types::AuthRequest};
///
/// let report = check::<AuthRequest>(br#"{"accessKey": "key", "secretKey": 1}"#);
/// let text = serde_json::to_string(&LocalizedReport { report: &report, lang: Lang::PtBr, has_text: false })?;
/// assert!(text.starts_with(r#"{"schema":"auth.request","valid":false,"errors":1,"warnings":0,"findings":[{"code":"type","#));
/// assert!(text.contains(r#""pointer":"/secretKey""#) && !text.contains("span"), "{text}");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct LocalizedReport<'a> {
    /// The report.
    pub report: &'a Report,
    /// The language of `message` and `help`.
    pub lang: Lang,
    /// Whether whoever reads it has the text that was checked. Without it, spans lead nowhere and are left out.
    pub has_text: bool,
}

/// A finding together with the language and the places in which it is written out.
#[derive(Clone, Copy)]
pub struct Localized<'a> {
    /// The finding.
    pub finding: &'a Finding,
    /// The language of `message` and `help`.
    pub lang: Lang,
    /// Where in a file a place of the document stands; `None` leaves the spans out.
    pub place: Option<&'a dyn Fn(Span) -> Span>,
}

/// A code's entry in the catalogue together with the language in which it is written out.
///
/// ```
/// use klavi_validate::{Lang, LocalizedRule, catalogue::rule, runtime::Code};
///
/// let rule = LocalizedRule { rule: rule(Code::ProxyRequired), lang: Lang::En };
/// let text = serde_json::to_string(&rule)?;
/// assert!(text.starts_with(r#"{"code":"proxy-required","group":"conditional","request":"error","#), "{text}");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct LocalizedRule<'a> {
    /// The entry.
    pub rule: &'a Rule,
    /// The language of `title` and `explanation`.
    pub lang: Lang,
}

impl Serialize for Report {
    /// As the `validate` binary writes a document in `-o json`, in English, without the names of files.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        LocalizedReport { report: self, lang: Lang::default(), has_text: true }.serialize(serializer)
    }
}

impl Serialize for LocalizedReport<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { report, lang, has_text } = *self;
        let same: &dyn Fn(Span) -> Span = &|span| span;
        let place = has_text.then_some(same);
        let findings: Vec<_> = report.findings.iter().map(|finding| Localized { finding, lang, place }).collect();
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("schema", report.schema)?;
        map.serialize_entry("valid", &report.is_valid())?;
        map.serialize_entry("errors", &report.errors)?;
        map.serialize_entry("warnings", &report.warnings)?;
        map.serialize_entry("findings", &findings)?;
        if report.truncated > 0 {
            map.serialize_entry("truncated", &report.truncated)?;
        }
        map.end()
    }
}

impl Serialize for Finding {
    /// As the `validate` binary writes it in `-o json`, in English.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Localized { finding: self, lang: Lang::default(), place: Some(&|span| span) }.serialize(serializer)
    }
}

impl Serialize for Localized<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { finding, lang, place } = *self;
        let placed = |span| place.map(|place| place(span));
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("code", finding.code.name())?;
        map.serialize_entry("group", finding.code.group().name())?;
        map.serialize_entry("severity", finding.severity.name())?;
        map.serialize_entry("pointer", &finding.pointer)?;
        let said = message::said(finding);
        map.serialize_entry("message", &said.message(lang))?;
        if let Some(help) = said.help(lang) {
            map.serialize_entry("help", &help)?;
        }
        if let Some(span) = placed(finding.span) {
            map.serialize_entry("span", &span)?;
        }
        if !finding.because.is_empty() {
            let because =
                finding.because.iter().map(|cause| Placed { pointer: &cause.pointer, span: placed(cause.span) });
            map.serialize_entry("because", &because.collect::<Vec<_>>())?;
        }
        if !finding.schema_location.is_empty() {
            map.serialize_entry("schemaLocation", &finding.schema_location)?;
        }
        if let Some(source) = finding.source {
            let source = Stated { document: source.document, confidence: source.confidence.name() };
            map.serialize_entry("source", &source)?;
        }
        map.end()
    }
}

impl Serialize for Cause {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Placed { pointer: &self.pointer, span: Some(self.span) }.serialize(serializer)
    }
}

impl Serialize for Span {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        for (name, at) in [("start", self.start), ("end", self.end)] {
            let Position { line, column, offset, .. } = at;
            map.serialize_entry(name, &JsonPosition { line, column, offset })?;
        }
        map.end()
    }
}

impl Serialize for LocalizedRule<'_> {
    /// As the `validate` binary writes it in `--explain CODE -o json`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { rule, lang } = *self;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("code", rule.code.name())?;
        map.serialize_entry("group", rule.code.group().name())?;
        map.serialize_entry("request", rule.code.severity(Direction::Request).name())?;
        map.serialize_entry("response", rule.code.severity(Direction::Response).name())?;
        map.serialize_entry("title", rule.title.lang(lang))?;
        map.serialize_entry("explanation", rule.explanation.lang(lang))?;
        map.serialize_entry("source", &rule.source.iter().map(Stated::from).collect::<Vec<_>>())?;
        if let Some(bank) = &rule.bank {
            map.serialize_entry("bank", &JsonBankAnswer { code: &bank.code, confidence: &bank.confidence })?;
        }
        let document = |example: &Example| String::from_utf8_lossy(&example.document()).into_owned();
        map.serialize_entry("bad", &document(&rule.bad))?;
        map.serialize_entry("good", &document(&rule.good))?;
        map.end()
    }
}

impl Serialize for Contract {
    /// As the `validate` binary writes it in `--list schemas -o json`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Deserialize)]
        struct Titled {
            title: String,
        }
        let titled: Option<Titled> = serde_json::from_str(self.schema).ok();
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("name", self.name)?;
        map.serialize_entry("direction", self.direction().name())?;
        map.serialize_entry("title", &titled.map(|it| it.title))?;
        map.end()
    }
}

#[derive(Serialize)]
struct Placed<'a> {
    pointer: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    span: Option<Span>,
}

#[derive(Serialize)]
struct JsonPosition {
    line: u32,
    column: u32,
    offset: u64,
}

#[derive(Serialize)]
struct Stated<'a> {
    confidence: &'a str,
    document: &'a str,
}

impl<'a> From<&'a Reference> for Stated<'a> {
    fn from(reference: &'a Reference) -> Self {
        Self { confidence: &reference.confidence, document: &reference.document }
    }
}

#[derive(Serialize)]
struct JsonBankAnswer<'a> {
    code: &'a str,
    confidence: &'a str,
}
