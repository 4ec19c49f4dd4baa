//! The reports. Each format is a file here, a pure rendering of one document after the other, and an entry of [`FORMATS`].

pub mod buffer;
mod fingerprint;
pub mod flow;
mod forges;
mod json;
mod json_text;
mod junit;
pub mod output;
pub mod progress;
pub mod render;
mod report_file;
mod sarif;
pub mod sinks;
mod snippet;
mod tap;
mod text;

use crate::report::forges::{Github, Gitlab};
use crate::report::json::JsonFormat;
use crate::report::junit::Junit;
use crate::report::render::{Render, Style};
use crate::report::sarif::Sarif;
use crate::report::tap::Tap;
use crate::report::text::TextFormat;

/// A format of reports.
pub struct OutputFormat {
    /// The name that `--output` takes; what it is stands in `choices` of the catalogue.
    pub name: &'static str,
    /// How its reports start, so that one is not taken for a document; none where any text may be one.
    pub marks: &'static [&'static str],
    /// The format with everything it wants to know.
    pub render: fn(Style) -> Box<dyn Render>,
}

/// All formats, in the order in which the help lists them.
pub static FORMATS: &[OutputFormat] = &[
    OutputFormat { name: "text", marks: &[], render: |style| Box::new(TextFormat { style, compact: false }) },
    OutputFormat { name: "compact", marks: &[], render: |style| Box::new(TextFormat { style, compact: true }) },
    OutputFormat {
        name: "json",
        marks: &["{\"version\":1,\"tool\":{\"name\":\"validate\""],
        render: |style| Box::new(JsonFormat { lang: style.lang, is_report: true }),
    },
    OutputFormat {
        name: "jsonl",
        marks: &["{\"file\":\""],
        render: |style| Box::new(JsonFormat { lang: style.lang, is_report: false }),
    },
    OutputFormat {
        name: "sarif",
        marks: &["{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\""],
        render: |style| Box::new(Sarif { lang: style.lang, values: style.values }),
    },
    OutputFormat {
        name: "junit",
        marks: &["<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"validate\""],
        render: |style| Box::new(Junit { lang: style.lang }),
    },
    OutputFormat { name: "github", marks: &[], render: |style| Box::new(Github { lang: style.lang }) },
    OutputFormat {
        name: "gitlab",
        marks: &["[]", "[\n{\"categories\":[\"Bug Risk\"]"],
        render: |style| Box::new(Gitlab { lang: style.lang }),
    },
    OutputFormat { name: "tap", marks: &["TAP version 14\n"], render: |style| Box::new(Tap { lang: style.lang }) },
];

impl OutputFormat {
    /// The names of all formats.
    pub fn names() -> impl Iterator<Item = &'static str> {
        FORMATS.iter().map(|format| format.name)
    }

    /// The format of this name.
    pub fn named(name: &str) -> Option<&'static Self> {
        FORMATS.iter().find(|format| format.name == name)
    }
}
