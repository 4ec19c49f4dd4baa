//! The legend of the labels that findings and rules name as their sources.

use super::wrap::wrap;
use klavi_validate::Lang;
use klavi_validate::catalogue::{Label, sources};
use serde_json::{Value, json};
use std::fmt::Write as _;

/// `--list sources`: every label, and the words for how sure a source is.
pub fn list(lang: Lang, is_json: bool) -> String {
    let legend = sources();
    if is_json {
        let confidence =
            legend.confidence.iter().map(|word| json!({"name": word.name, "meaning": word.meaning.lang(lang)}));
        let labels = legend.labels.iter().map(|label| describe(label, lang));
        let facts = json!({"sources": labels.collect::<Vec<_>>(), "confidence": confidence.collect::<Vec<_>>()});
        return format!("{facts:#}\n");
    }
    let mut text = String::new();
    for label in &legend.labels {
        entry(&mut text, &format!("{}  {}", label.label, titled(label)), label.meaning.lang(lang));
    }
    for word in &legend.confidence {
        let shown = crate::text::words::sure(lang, &word.name);
        entry(&mut text, shown, word.meaning.lang(lang));
    }
    text
}

fn entry(text: &mut String, headline: &str, meaning: &str) {
    let _ = writeln!(text, "{headline}\n    {}", wrap(meaning, 76).replace('\n', "\n    "));
}

fn titled(label: &Label) -> String {
    label.date.as_ref().map_or_else(|| label.title.clone(), |date| format!("{} ({date})", label.title))
}

fn describe(label: &Label, lang: Lang) -> Value {
    let mut facts = json!({
        "label": label.label, "title": label.title, "kind": label.kind, "meaning": label.meaning.lang(lang),
    });
    if let Some(date) = &label.date {
        facts["date"] = json!(date);
    }
    facts
}

/// What these labels stand for, a line each.
pub fn legend<'a>(labels: impl Iterator<Item = &'a str>, lang: Lang) -> String {
    let mut text = String::new();
    for label in labels.filter_map(|label| sources().label(label)) {
        entry(&mut text, &format!("  {}: {}", label.label, titled(label)), label.meaning.lang(lang));
    }
    text
}
