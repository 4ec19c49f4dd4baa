//! The catalogue of what is said, `schema/catalogue`, as Rust: the library behind the build scripts of `klavi-validate`
//! and `klavi-cli`.
//!
//! A language is one file. Every sentence of it becomes a constant that holds the sentence in all languages; so a sentence
//! that nobody uses is one of rustc's warnings, and one that there is not does not compile. What a compiler cannot see is
//! looked for here: whether the languages have the same sentences with the same arguments, and whether a template is
//! well formed. `schema/README.md` has the form of the templates.

mod template;
#[cfg(test)]
mod tests;

use klavi_core::{Code, Tree};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use template::Words;

pub use template::CatalogueSentence;

/// The arguments that the sentences of codes may take: what any finding in a document knows. Those of calls have their own.
const OF_CODES: &[&str] = &["bound", "cause", "field", "found", "limit"];

/// All languages, read and found to be level.
///
/// ```
/// let catalogue = klavi_codegen::Catalogue::read().unwrap();
/// assert_eq!(catalogue.languages(), ["en", "pt-BR"]);
/// let (_, colon) = catalogue.sentences("findings").into_iter().find(|(name, _)| name == "json.colon").unwrap();
/// assert_eq!(colon[0].message, "expected a colon after the member name");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalogue {
    languages: Vec<Language>,
    codes: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Language {
    name: String,
    /// What it calls itself.
    called: String,
    /// The sentences of each section, by `group.name`, in the order of the file.
    sections: Vec<(String, Vec<(String, CatalogueSentence)>)>,
}

impl Catalogue {
    /// Reads the catalogue of `klavi-schema`.
    ///
    /// # Errors
    ///
    /// A line for each template that is malformed, and for each sentence in which the languages differ.
    pub fn read() -> Result<Self, Vec<String>> {
        let texts: Vec<_> =
            klavi_schema::LANGUAGES.iter().map(|language| (language.name, language.document.text)).collect();
        Self::of(&texts, klavi_schema::CODES.text)
    }

    fn of(languages: &[(&str, &str)], codes: &str) -> Result<Self, Vec<String>> {
        let mut errors = Vec::new();
        let languages = languages.iter().map(|(name, text)| Language::read(name, text, &mut errors)).collect();
        let codes = Tree::parse(codes.as_bytes())
            .map_err(|error| vec![format!("codes.json is not JSON at byte {}", error.at)])?;
        let codes = codes.get("codes").map(Tree::items).unwrap_or_default();
        let codes = codes.iter().filter_map(|code| Some(code.get("code")?.as_str()?.to_owned())).collect();
        let catalogue = Self { languages, codes };
        catalogue.compare(&mut errors);
        if errors.is_empty() { Ok(catalogue) } else { Err(errors) }
    }

    /// The names of the languages.
    #[must_use]
    pub fn languages(&self) -> Vec<&str> {
        self.languages.iter().map(|language| &*language.name).collect()
    }

    /// The sentences of a section by their names, each in all languages.
    #[must_use]
    pub fn sentences(&self, section: &str) -> Vec<(String, Vec<&CatalogueSentence>)> {
        let Some(first) = self.languages.first() else { return Vec::new() };
        let in_all =
            |name: &str| self.languages.iter().filter_map(|language| language.sentence(section, name)).collect();
        first.section(section).iter().map(|(name, _)| (name.clone(), in_all(name))).collect()
    }

    /// A section as Rust: a module for each group, and in it a constant `Template` for each sentence.
    #[must_use]
    pub fn constants(&self, section: &str) -> String {
        let mut groups: BTreeMap<&str, String> = BTreeMap::new();
        let sentences = self.sentences(section);
        for (name, sentences) in &sentences {
            let (group, name) = name.split_once('.').unwrap_or(("", name));
            let (doc, name) = (sentences.first().map_or("", |first| &first.message), constant(name));
            let lines = groups.entry(group).or_default();
            // A bracket of a sentence is no link.
            let doc = doc.replace('[', "\\[");
            let _ = writeln!(lines, "    #[doc = {doc:?}]\n    pub const {name}: Template = {};", template(sentences));
        }
        let module = |(group, lines)| format!("pub mod {} {{\n    use super::Template;\n{lines}}}\n", snake(group));
        groups.into_iter().map(module).collect()
    }

    /// A section as Rust: a static list of names, each with its `Template`.
    #[must_use]
    pub fn list(&self, section: &str) -> String {
        let sentences = self.sentences(section);
        let entry = |(name, sentences): &(String, Vec<&CatalogueSentence>)| {
            format!("    ({name:?}, {}),\n", template(sentences))
        };
        let entries: String = sentences.iter().map(entry).collect();
        format!("pub static {}: &[(&str, Template)] = &[\n{entries}];\n", constant(section))
    }

    /// What is said of the codes, as Rust: `TITLES`, `EXPLANATIONS` and `MESSAGES`, in the order of `Code::ALL`.
    #[must_use]
    pub fn codes(&self) -> String {
        let all = |name: &str| -> String {
            let of = |code: &String| {
                let in_language = |language: &Language| language.sentence("codes", &format!("{code}.{name}")).cloned();
                let sentences: Vec<_> = self.languages.iter().filter_map(in_language).collect();
                format!("    {},\n", template(&sentences.iter().collect::<Vec<_>>()))
            };
            self.codes.iter().map(of).collect()
        };
        let list = |name: &str, of: &str| {
            format!("pub static {name}: [Template; ::klavi_core::Code::ALL.len()] = [\n{}];\n", all(of))
        };
        [("TITLES", "title"), ("EXPLANATIONS", "explanation"), ("MESSAGES", "message")]
            .map(|(a, b)| list(a, b))
            .concat()
    }

    /// The languages as the call of a macro: for each the name of a variant, its own name, what it calls
    /// itself, and other spellings of the name.
    #[must_use]
    pub fn languages_macro(&self) -> String {
        let variant = |name: &str| -> String {
            let parts = name.split('-').filter_map(|part| Some((part.get(..1)?, part.get(1..)?)));
            parts.map(|(first, rest)| first.to_uppercase() + &rest.to_lowercase()).collect()
        };
        let line = |language: &Language| {
            let Language { name, called, .. } = language;
            let (first, lower) = (name.split('-').next().unwrap_or(name), name.to_lowercase());
            let mut aliases = vec![first.to_owned(), lower, name.replace('-', "_")];
            aliases.retain(|alias| alias != name);
            format!("    {} {name:?} {called:?} {aliases:?};\n", variant(name))
        };
        format!("languages! {{\n{}}}\n", self.languages.iter().map(line).collect::<String>())
    }

    /// Tells in what the languages differ from the first.
    fn compare(&self, errors: &mut Vec<String>) {
        let Some((first, others)) = self.languages.split_first() else { return };
        for other in others {
            for (section, sentences) in &first.sections {
                for (one, another) in [(first, other), (other, first)] {
                    let names = one.section(section).iter().map(|(name, _)| name);
                    let missing = names.filter(|name| another.sentence(section, name).is_none());
                    errors.extend(missing.map(|name| format!("{}.json lacks `{section}.{name}`", another.name)));
                }
                for (name, sentence) in sentences {
                    let Some(same) = other.sentence(section, name) else { continue };
                    if same.arguments != sentence.arguments {
                        errors.push(format!("{}.json: `{section}.{name}` takes other arguments", other.name));
                    }
                    if same.help.is_some() != sentence.help.is_some() {
                        errors.push(format!("{}.json: only one language has help in `{section}.{name}`", other.name));
                    }
                }
            }
        }
        let known = |code: &String| first.sentence("codes", &format!("{code}.title")).is_some();
        errors.extend(self.codes.iter().filter(|code| !known(code)).map(|code| format!("no sentence for `{code}`")));
        for (name, sentence) in first.section("codes") {
            let code = name.split('.').next().and_then(|code| code.parse::<Code>().ok());
            if code.is_none_or(|code| !code.group().is_of_calls())
                && let Some(argument) = sentence.arguments.iter().find(|name| !OF_CODES.contains(&name.as_str()))
            {
                errors.push(format!("`codes.{name}` takes `{argument}`, which a finding does not have"));
            }
            if !self.codes.iter().any(|code| name.split_once('.').is_some_and(|(of, _)| of == code)) {
                errors.push(format!("`codes.{name}` is of no code in codes.json"));
            }
        }
    }
}

impl Language {
    fn read(name: &str, text: &str, errors: &mut Vec<String>) -> Self {
        let mut language = Self { name: name.to_owned(), called: String::new(), sections: Vec::new() };
        let tree = match Tree::parse(text.as_bytes()) {
            Ok(tree) => tree,
            Err(error) => {
                errors.push(format!("{name}.json is not JSON at byte {}: {}", error.at, error.code));
                return language;
            }
        };
        tree.get("language").and_then(Tree::as_str).unwrap_or_default().clone_into(&mut language.called);
        let mut words = Words::read(&tree);
        for member in tree.members().iter().filter(|member| !matches!(&*member.name, "language" | "counts" | "terms")) {
            let mut sentences = Vec::new();
            walk(&member.value, "", &mut |path, tree| match words.sentence(tree) {
                Ok(sentence) => sentences.push((path.to_owned(), sentence)),
                Err(error) => errors.push(format!("{name}.json: `{}.{path}`: {error}", member.name)),
            });
            if member.name == "codes" {
                sentences = of_codes(&sentences);
            }
            for (_, sentence) in &mut sentences {
                sentence.settle();
            }
            language.sections.push((member.name.clone(), sentences));
        }
        errors.extend(words.unused().map(|unused| format!("{name}.json: nothing uses `{unused}`")));
        language
    }

    fn section(&self, name: &str) -> &[(String, CatalogueSentence)] {
        self.sections.iter().find(|(section, _)| section == name).map_or(&[], |(_, sentences)| sentences)
    }

    fn sentence(&self, section: &str, name: &str) -> Option<&CatalogueSentence> {
        self.section(section).iter().find(|(known, _)| known == name).map(|(_, sentence)| sentence)
    }
}

impl CatalogueSentence {
    /// What takes no arguments is not a template any more.
    fn settle(&mut self) {
        if self.arguments.is_empty() {
            for text in [Some(&mut self.message), self.help.as_mut()].into_iter().flatten() {
                *text = text.replace("{{", "{").replace("}}", "}");
            }
        }
    }
}

/// Message and help of a code are one sentence. A code of which nothing can be said in general is told by its title.
fn of_codes(texts: &[(String, CatalogueSentence)]) -> Vec<(String, CatalogueSentence)> {
    let text = |path: String| texts.iter().find(|(known, _)| *known == path).map(|(_, text)| text.clone());
    let mut sentences = Vec::new();
    for (path, title) in texts {
        let Some(code) = path.strip_suffix(".title") else { continue };
        let mut said = text(format!("{code}.message")).unwrap_or_else(|| title.clone());
        if let Some(help) = text(format!("{code}.help")) {
            said.arguments.extend(help.arguments);
            said.help = Some(help.message);
        }
        sentences.push((path.clone(), title.clone()));
        sentences.extend(text(format!("{code}.explanation")).map(|text| (format!("{code}.explanation"), text)));
        sentences.push((format!("{code}.message"), said));
    }
    sentences
}

/// Visits all sentences, texts and lists, below a value.
fn walk(tree: &Tree, path: &str, visit: &mut impl FnMut(&str, &Tree)) {
    if tree.members().is_empty() {
        return visit(path, tree);
    }
    for member in tree.members() {
        let dot = if path.is_empty() { "" } else { "." };
        walk(&member.value, &format!("{path}{dot}{}", member.name), visit);
    }
}

/// A sentence in all languages, as an expression.
fn template(sentences: &[&CatalogueSentence]) -> String {
    let arguments: Vec<_> = sentences.first().map(|first| first.arguments.iter().collect()).unwrap_or_default();
    let text = |sentence: &&CatalogueSentence| {
        format!("({:?}, {:?})", sentence.message, sentence.help.as_deref().unwrap_or(""))
    };
    let texts: Vec<_> = sentences.iter().map(text).collect();
    format!("Template::new(&{arguments:?}, &[{}])", texts.join(", "))
}

fn snake(name: &str) -> String {
    name.replace(['-', '.'], "_")
}

fn constant(name: &str) -> String {
    snake(name).to_uppercase()
}
