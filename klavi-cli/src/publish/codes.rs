//! The reference page of all codes, in each language: what `--explain` says, where a link can lead.

use crate::text::sentences::{explain, page};
use crate::text::words;
use klavi_core::{Direction, printable};
use klavi_validate::catalogue::{Rule, rules};
use klavi_validate::{Lang, say};
use std::fmt::Write as _;

/// The page of a language, in Markdown: a table, and a section for each code.
pub fn page(lang: Lang) -> String {
    let severities = |rule: &Rule| {
        [Direction::Request, Direction::Response].map(|direction| words::severity(lang, rule.code.severity(direction)))
    };
    let mut page = format!(
        "# {}\n\n{}\n\n{}\n|---|---|---|---|---|\n",
        page::TITLE.text(lang),
        page::INTRO.text(lang),
        page::HEAD.text(lang)
    );
    for rule in rules() {
        let (code, group, [strict, tolerant]) = (rule.code, rule.code.group().name(), severities(rule));
        let _ = writeln!(page, "| [`{code}`](#{code}) | {group} | {strict} | {tolerant} | {} |", rule.title.lang(lang));
    }
    for rule in rules() {
        let code = rule.code;
        let _ = write!(page, "\n## {code}\n\n**{}**\n\n{}\n\n", rule.title.lang(lang), rule.explanation.lang(lang));
        let (weight, sources) = (words::weight(lang, code), words::sources(lang, &rule.source));
        let _ = writeln!(page, "{}", say!(page::FACTS, weight, sources).message(lang));
        for (word, example) in [(explain::BAD, &rule.bad), (explain::GOOD, &rule.good)] {
            let word = word.text(lang);
            let document = String::from_utf8_lossy(&example.document()).into_owned();
            let lines: Vec<_> = document.lines().map(|line| format!("{}\n", printable(line))).collect();
            let _ = write!(page, "\n{word}:\n\n```\n{}```\n", lines.concat());
        }
    }
    let heading = words::UNCHECKED;
    let _ = write!(page, "\n## {heading}\n\n");
    for reason in crate::model::unchecked::REASONS {
        let _ = writeln!(page, "- `{heading}/{reason}`: {}", words::reason(lang, reason));
    }
    page
}
