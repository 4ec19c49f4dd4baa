//! The reports: each format is a pure rendering of one document after the other.

use crate::report::render::Render;
use crate::report::render::Style;

use crate::report::forges::{Github, Gitlab};
use crate::report::json::Json;
use crate::report::junit::Junit;
use crate::report::sarif::Sarif;
use crate::report::tap::Tap;
use crate::report::text::Text;

/// The formats by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Text,
    Compact,
    Json,
    Jsonl,
    Sarif,
    Junit,
    Github,
    Gitlab,
    Tap,
}

impl Format {
    const ALL: &'static [(Self, &'static str)] = &[
        (Self::Text, "text"),
        (Self::Compact, "compact"),
        (Self::Json, "json"),
        (Self::Jsonl, "jsonl"),
        (Self::Sarif, "sarif"),
        (Self::Junit, "junit"),
        (Self::Github, "github"),
        (Self::Gitlab, "gitlab"),
        (Self::Tap, "tap"),
    ];

    /// The names of all formats.
    pub fn names() -> impl Iterator<Item = &'static str> {
        Self::ALL.iter().map(|(_, name)| *name)
    }

    /// The format of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == name).map(|(format, _)| *format)
    }

    /// How the reports of this format start; none where any text may be one.
    pub const fn marks(self) -> &'static [&'static str] {
        match self {
            Self::Json => &["{\"version\":1,\"tool\":{\"name\":\"validate\""],
            Self::Jsonl => &["{\"file\":\""],
            Self::Sarif => &["{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\""],
            Self::Gitlab => &["[]", "[\n{\"categories\":[\"Bug Risk\"]"],
            Self::Junit => &["<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"validate\""],
            Self::Tap => &["TAP version 14\n"],
            Self::Text | Self::Compact | Self::Github => &[],
        }
    }

    /// The format with everything it wants to know.
    pub fn render(self, style: Style) -> Box<dyn Render> {
        let lang = style.lang;
        match self {
            Self::Text | Self::Compact => Box::new(Text { style, compact: self == Self::Compact }),
            Self::Json | Self::Jsonl => Box::new(Json { lang, is_report: self == Self::Json }),
            Self::Sarif => Box::new(Sarif { lang, values: style.values }),
            Self::Junit => Box::new(Junit { lang }),
            Self::Github => Box::new(Github { lang }),
            Self::Gitlab => Box::new(Gitlab { lang }),
            Self::Tap => Box::new(Tap { lang }),
        }
    }
}
