//! Sentences: a template of the catalogue in every language, and the arguments that it takes.
//!
//! `build.rs` writes a constant [`Template`] for each sentence; [`say!`](crate::say) gives it arguments, by their names, and
//! does not compile where they are others than the template's.

use crate::Lang;
use std::borrow::Cow;
use std::fmt::Write as _;

/// A sentence of the catalogue in every language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Template {
    arguments: &'static [&'static str],
    /// Message and help in each language; an empty text for none.
    texts: &'static [(&'static str, &'static str)],
}

impl Template {
    /// What `build.rs` writes.
    #[must_use]
    pub const fn new(arguments: &'static [&'static str], texts: &'static [(&'static str, &'static str)]) -> Self {
        Self { arguments, texts }
    }

    /// The message of a sentence that takes no arguments.
    #[must_use]
    pub const fn text(&self, lang: Lang) -> &'static str {
        self.texts[lang as usize].0
    }

    /// The help of a sentence that takes no arguments.
    #[must_use]
    pub const fn more(&self, lang: Lang) -> &'static str {
        self.texts[lang as usize].1
    }

    /// Whether the sentence takes the arguments of these names and no others.
    #[must_use]
    pub const fn takes(&self, names: &[&str]) -> bool {
        let mut at = 0;
        while at < names.len() {
            if !contains(self.arguments, names[at]) {
                return false;
            }
            at += 1;
        }
        names.len() == self.arguments.len()
    }
}

const fn contains(names: &[&str], wanted: &str) -> bool {
    let mut at = 0;
    while at < names.len() {
        if is_same(names[at].as_bytes(), wanted.as_bytes()) {
            return true;
        }
        at += 1;
    }
    false
}

const fn is_same(one: &[u8], other: &[u8]) -> bool {
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}

/// A template with its arguments, in no language yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence<'a> {
    template: &'static Template,
    arguments: Vec<(&'static str, Argument<'a>)>,
    /// A sentence of its own that is the help.
    help: Option<Box<Sentence<'a>>>,
}

/// What stands in the place of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Argument<'a> {
    /// A name or number as it is written.
    Text(Cow<'a, str>),
    /// A number, which may ask for a form of its noun.
    Number(u64),
    /// The message of another sentence.
    Message(Box<Sentence<'a>>),
    /// The help of another sentence.
    Help(Box<Sentence<'a>>),
}

impl<'a> Sentence<'a> {
    /// Whether every argument that it takes is there.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        let is_there = |name: &&str| self.arguments.iter().any(|(known, _)| known == name);
        self.template.arguments.iter().all(is_there)
    }

    /// What [`say!`](crate::say) makes, which also looks at the names.
    #[must_use]
    pub const fn new(template: &'static Template, arguments: Vec<(&'static str, Argument<'a>)>) -> Self {
        Self { template, arguments, help: None }
    }

    /// The same with the message of another sentence as its help.
    #[must_use]
    pub fn with_help(mut self, help: Self) -> Self {
        self.help = Some(Box::new(help));
        self
    }

    /// What is said.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        self.render(self.template.text(lang), lang)
    }

    /// What to do about it, if that is said.
    #[must_use]
    pub fn help(&self, lang: Lang) -> Option<String> {
        if let Some(help) = &self.help {
            return Some(help.message(lang));
        }
        Some(self.template.more(lang)).filter(|help| !help.is_empty()).map(|help| self.render(help, lang))
    }

    /// Puts the arguments into a text.
    fn render(&self, text: &str, lang: Lang) -> String {
        if self.template.arguments.is_empty() {
            return text.to_owned();
        }
        let (mut out, mut rest) = (String::with_capacity(text.len() + 16), text);
        while let Some((before, after)) = rest.split_once(['{', '}']) {
            out.push_str(before);
            let brace = &rest[before.len()..=before.len()];
            if let Some(after) = after.strip_prefix(brace) {
                out.push_str(brace);
                rest = after;
                continue;
            }
            let (slot, after) = after.split_once('}').unwrap_or((after, ""));
            let (name, forms) = slot.split_once('|').unwrap_or((slot, ""));
            if let Some((_, argument)) = self.arguments.iter().find(|(known, _)| *known == name) {
                argument.write(forms, lang, &mut out);
            }
            rest = after;
        }
        out.push_str(rest);
        out
    }
}

impl Argument<'_> {
    fn write(&self, forms: &str, lang: Lang, out: &mut String) {
        match self {
            Self::Text(text) => out.push_str(text),
            Self::Number(number) if forms.is_empty() => {
                let _ = write!(out, "{number}");
            }
            Self::Number(number) => {
                let number = number.to_string();
                let mut forms = forms.split('|').filter_map(|form| form.split_once(':'));
                let form = forms.find(|(of, _)| *of == number || *of == "other").map_or("#", |(_, form)| form);
                out.push_str(&form.replace('#', &number));
            }
            Self::Message(sentence) => out.push_str(&sentence.message(lang)),
            Self::Help(sentence) => out.push_str(&sentence.help(lang).unwrap_or_default()),
        }
    }
}

impl<'a> From<Cow<'a, str>> for Argument<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a str> for Argument<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Argument<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl From<u64> for Argument<'_> {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Argument<'_> {
    fn from(number: usize) -> Self {
        Self::Number(number as u64)
    }
}

impl From<u32> for Argument<'_> {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<u8> for Argument<'_> {
    fn from(number: u8) -> Self {
        Self::Number(number.into())
    }
}

impl<'a> From<Sentence<'a>> for Argument<'a> {
    fn from(sentence: Sentence<'a>) -> Self {
        Self::Message(Box::new(sentence))
    }
}

/// A sentence of the catalogue with its arguments: `say!(cpf::LENGTH, field, found = 10)`.
#[doc(hidden)]
#[macro_export]
macro_rules! say {
    (@value $name:ident) => { $name };
    (@value $name:ident $value:expr) => { $value };
    ($template:path $(, $name:ident $(= $value:expr)?)* $(,)?) => {{
        const { assert!($template.takes(&[$(stringify!($name)),*]), "the sentence takes other arguments") };
        $crate::sentence::Sentence::new(
            &$template,
            vec![$((stringify!($name), $crate::sentence::Argument::from($crate::say!(@value $name $($value)?)))),*],
        )
    }};
}
