//! JSON laid out for people.

use klavi_core::{Json, Tree};
use std::fmt::Write as _;

/// A JSON text for people: two blanks for a level; what fits into a line stays in one, but for the document itself.
///
/// ```
/// use klavi_validate::{catalogue::pretty, runtime::Tree};
///
/// assert_eq!(pretty(&Tree::parse(br#"{"a":[1.0]}"#)?), "{\n  \"a\": [1.0]\n}\n");
/// # Ok::<(), klavi_validate::runtime::TreeError>(())
/// ```
#[must_use]
pub fn pretty(document: &Tree) -> String {
    let mut text = String::new();
    lay_out(document, 0, 0, &mut text);
    text.push('\n');
    text
}

fn lay_out(tree: &Tree, level: usize, used: usize, out: &mut String) {
    const WIDTH: usize = 100;
    let line = tree.to_string();
    let parts: Vec<(String, &Tree)> = match &tree.value {
        Json::Object(members) => members
            .iter()
            .map(|member| (format!("{}: ", serde_json::Value::from(&*member.name)), &member.value))
            .collect(),
        Json::Array(items) => items.iter().map(|item| (String::new(), item)).collect(),
        _ => Vec::new(),
    };
    let fits = level > 0 && used + line.chars().count() <= WIDTH;
    if parts.is_empty() || fits {
        out.push_str(&line);
        return;
    }
    let indent = "  ".repeat(level + 1);
    out.push_str(&line[..1]);
    for (index, (label, value)) in parts.iter().enumerate() {
        let _ = write!(out, "{}\n{indent}{label}", if index == 0 { "" } else { "," });
        lay_out(value, level + 1, indent.len() + label.chars().count(), out);
    }
    let _ = write!(out, "\n{}{}", "  ".repeat(level), &line[line.len() - 1..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_laid_out_for_people() {
        let text = r#"{"a": 1.10, "list": [{"b": "ç"}, {}], "c": {
            "long": "1234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890"}}"#;
        let out = pretty(&Tree::parse(text.as_bytes()).unwrap());
        let long = "1234567890".repeat(10);
        assert_eq!(
            out,
            format!(
                "{{\n  \"a\": 1.10,\n  \"list\": [{{\"b\": \"ç\"}}, {{}}],\n  \"c\": {{\n    \"long\": \"{long}\"\n  }}\n}}\n"
            )
        );
    }
}
