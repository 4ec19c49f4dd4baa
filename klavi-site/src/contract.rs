//! The page of a contract: its operation, fields, conditions and examples.

use crate::fields::{Clause, Field, FieldRule, fields, rules};
use crate::page::{Page, prose, table};
use crate::words::{Words, words};
use klavi_validate::catalogue::example_document;
use klavi_validate::{Lang, today};
use maud::{Markup, html};
use serde_json::Value;

/// A contract and what its file says.
pub struct Described {
    pub contract: &'static klavi_validate::Contract,
    pub schema: Value,
}

/// All contracts.
#[must_use]
pub fn all() -> Vec<Described> {
    let schema = |name: &str| {
        let file = klavi_schema::CONTRACTS.iter().find(|contract| contract.name == name);
        file.and_then(|file| serde_json::from_str(file.schema.text).ok()).unwrap_or_default()
    };
    klavi_validate::contracts().iter().map(|contract| Described { schema: schema(contract.name), contract }).collect()
}

/// The list of all contracts.
#[must_use]
pub fn index(lang: Lang, contracts: &[Described]) -> Page {
    let words = words(lang);
    let rows: Vec<_> = contracts
        .iter()
        .map(|described| {
            let name = described.contract.name;
            vec![html! { a href={ "contracts/" (name) ".html" } { code { (name) } } }, english(described.text("title"))]
        })
        .collect();
    Page {
        lang,
        path: "contracts.html".to_owned(),
        title: words.get("contracts").to_owned(),
        body: html! {
            h1 { (words.get("contracts")) }
            (table(words.get("contracts"), &[words.get("contract"), words.get("description")], &rows))
        },
        scripts: &[],
    }
}

impl Described {
    fn text(&self, keyword: &str) -> &str {
        self.schema[keyword].as_str().unwrap_or_default()
    }

    /// The page of the contract.
    #[must_use]
    pub fn page(&self, lang: Lang) -> Page {
        let (words, name) = (words(lang), self.contract.name);
        let path = format!("contracts/{name}.html");
        let up = Page::up(&path);
        let body = html! {
            h1 { code { (name) } }
            p.lead { (english(self.text("title"))) ". " (english(self.text("description"))) }
            @if lang == Lang::PtBr { p.note { (words.get("english_only")) } }
            (self.operations(words))
            h2 #fields { (words.get("fields")) }
            (self.fields(words, &up))
            (self.rules(words, &up))
            (self.relations(words, &up))
            (self.examples(words, &up))
        };
        Page { lang, path: path.clone(), title: name.to_owned(), body, scripts: &[] }
    }

    fn operations(&self, words: &Words) -> Markup {
        let api: Value = serde_json::from_str(klavi_schema::OPERATIONS.text).unwrap_or_default();
        let name = self.contract.name;
        let concerns = |operation: &&Value| {
            let mut answers = operation["responses"].as_array().into_iter().flatten();
            operation["request"] == name || answers.any(|answer| answer["contract"] == name)
        };
        let operations: Vec<_> = api["operations"].as_array().into_iter().flatten().filter(concerns).collect();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        html! {
            @for operation in operations {
                p {
                    strong { (words.get("operation")) ": " }
                    code { (text(&operation["method"])) " " (text(&operation["path"])) }
                    @let older: Vec<_> = operation["olderPaths"].as_array().into_iter().flatten().map(text).collect();
                    @if !older.is_empty() { " (" (words.get("older_paths")) ": " code { (older.join(", ")) } ")" }
                }
            }
        }
    }

    fn fields(&self, words: &Words, up: &str) -> Markup {
        let head = ["field", "type", "required", "limits", "description", "source"].map(|word| words.get(word));
        let row = |field: &Field<'_>| {
            vec![
                html! { span id=(field.pointer) { code { (field.pointer) } } },
                html! { (field.types()) },
                html! { (words.get(if field.required { "required" } else { "optional" })) },
                limits(field, words),
                english(field.text("description").unwrap_or_default()),
                sources(field.text("x-source").unwrap_or_default(), up),
            ]
        };
        table(words.get("fields"), &head, &fields(&self.schema).iter().map(row).collect::<Vec<_>>())
    }

    fn rules(&self, words: &Words, up: &str) -> Markup {
        let rules = rules(&self.schema);
        let item = |rule: &FieldRule<'_>| {
            let text = |keyword: &str| rule.entry[keyword].as_str().unwrap_or_default();
            let code = text("x-rule");
            html! {
                li {
                    a href={ (up) "codes/" (code) ".html" } { code { (code) } }
                    " (" (words.get(if rule.is_advice { "warning" } else { "error" })) "): "
                    (clauses(rule, words))
                    " " (english(text("description"))) " "
                    (sources(text("x-source"), up))
                }
            }
        };
        html! {
            @if !rules.is_empty() {
                h2 #rules { (words.get("rules")) }
                ul { @for rule in &rules { (item(rule)) } }
            }
        }
    }

    fn relations(&self, words: &Words, up: &str) -> Markup {
        let relations: Vec<_> = self.schema["x-relations"].as_array().into_iter().flatten().collect();
        let fields = |relation: &Value| {
            let fields = relation["fields"].as_array().into_iter().flatten().filter_map(Value::as_str);
            fields.map(|field| format!("/{field}")).collect::<Vec<_>>()
        };
        html! {
            @if !relations.is_empty() {
                h2 #relations { (words.get("relations")) }
                ul {
                    @for relation in relations {
                        @let code = relation["relation"].as_str().unwrap_or_default();
                        li {
                            a href={ (up) "codes/" (code) ".html" } { code { (code) } } ": "
                            (pointers(&fields(relation))) " "
                            (sources(relation["x-source"].as_str().unwrap_or_default(), up))
                        }
                    }
                }
            }
        }
    }

    fn examples(&self, words: &Words, up: &str) -> Markup {
        let clean = today().and_then(|day| example_document(self.contract.name, &day));
        html! {
            h2 #examples { (words.get("examples")) }
            h3 { (words.get("example_clean")) }
            @if let Some(text) = clean {
                pre tabindex="0" { code { (text) } }
                p { a href={ (up) "playground.html#contract=" (self.contract.name) } { (words.get("try_it")) } }
            }
            @if !self.contract.examples.is_empty() { h3 { (words.get("example_documented")) } }
            @for (_, text) in &self.contract.examples {
                pre tabindex="0" { code { (text) } }
            }
        }
    }
}

fn clauses(rule: &FieldRule<'_>, words: &Words) -> Markup {
    let (when, then) = (rule.when(), rule.then());
    html! {
        @if !when.values.is_empty() || !when.required.is_empty() {
            (words.get("when")) " " (clause(&when, words)) ": "
        }
        @if !then.required.is_empty() || !then.forbidden.is_empty() { (clause(&then, words)) "." }
    }
}

fn clause(clause: &Clause, words: &Words) -> Markup {
    let asks = !clause.required.is_empty() || !clause.forbidden.is_empty();
    html! {
        @for (index, (pointer, values)) in clause.values.iter().enumerate() {
            @if index > 0 { ", " }
            code { (pointer) } " " (words.get("is_one_of")) " " (pointers(values))
        }
        @if asks && !clause.values.is_empty() { ", " }
        @if !clause.required.is_empty() { (pointers(&clause.required)) " " (words.get("is_required")) }
        @if !clause.required.is_empty() && !clause.forbidden.is_empty() { ", " }
        @if !clause.forbidden.is_empty() { (pointers(&clause.forbidden)) " " (words.get("is_forbidden")) }
    }
}

fn pointers(texts: &[String]) -> Markup {
    html! { @for (index, text) in texts.iter().enumerate() { @if index > 0 { ", " } code { (text) } } }
}

fn limits(field: &Field<'_>, words: &Words) -> Markup {
    let number = |keyword: &str| field.schema[keyword].as_u64();
    let list = |keyword: &str| -> Vec<String> {
        let values = field.schema[keyword].as_array().into_iter().flatten();
        values.map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned)).collect()
    };
    let length = match (number("minLength"), number("maxLength")) {
        (None, None) => None,
        (Some(least), Some(most)) if least == most => Some(format!("{} {most}", words.get("length_exactly"))),
        (None, Some(most)) => Some(format!("{} {most}", words.get("length_at_most"))),
        (Some(least), None) => Some(format!("{} {least}", words.get("length_at_least"))),
        (Some(least), Some(most)) => Some(format!("{least}–{most}")),
    };
    let forms = field.schema["allOf"].as_array().into_iter().flatten().filter_map(|entry| entry["anyOf"].as_array());
    let forms: Vec<_> = forms.flatten().filter_map(|form| form["title"].as_str()).map(str::to_owned).collect();
    html! {
        ul.plain {
            @if let Some(length) = length { li { (length) " " (words.get("length")) } }
            @if let Some(most) = number("x-max-bytes") {
                li { (words.get("length_at_most")) " " (most) " " (words.get("bytes")) " (UTF-8)" }
            }
            @if let Some(pattern) = field.schema["pattern"].as_str() {
                li { (words.get("pattern")) " " code.pattern { (pattern) } }
            }
            @if !list("enum").is_empty() { li { (words.get("one_of")) " " (pointers(&list("enum"))) } }
            @if !list("x-known-values").is_empty() { li { (words.get("known")) " " (pointers(&list("x-known-values"))) } }
            @if !forms.is_empty() { li { (words.get("form")) ": " (english(&forms.join(", "))) } }
            @if let Some(format) = field.schema["x-format"].as_str() { li { (words.get("form")) " " code { (format) } } }
        }
    }
}

/// Labels with what they stand for a click away.
pub fn sources(labels: &str, up: &str) -> Markup {
    html! {
        @for (index, label) in labels.split(", ").filter(|label| !label.is_empty()).enumerate() {
            @if index > 0 { ", " }
            a href={ (up) "sources.html#" (anchor(label)) } { (label) }
        }
    }
}

/// The anchor of a label.
#[must_use]
pub fn anchor(label: &str) -> String {
    let letter = |letter: char| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '-' };
    format!("source-{}", label.chars().map(letter).collect::<String>())
}

/// A text that is in English on every page.
fn english(text: &str) -> Markup {
    html! { span lang="en" { (prose(text)) } }
}
