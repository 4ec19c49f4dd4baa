//! The templates of the catalogue.
//!
//! A template is text with `{name}` for an argument, `{name:count}` for a number with its noun in one of the forms that
//! the language gives `count`, and `{@term}` for a text that several sentences share. Braces are doubled. Terms and counts
//! are put in place here: what comes out has `{name}` and `{name|0:no digit|1:1 digit|other:# digits}`.

use klavi_core::{Json, Member, Tree};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// One sentence in one language, its references resolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogueSentence {
    /// What is said.
    pub message: String,
    /// What to do about it, if that is part of the sentence.
    pub help: Option<String>,
    /// The names of its arguments.
    pub(super) arguments: BTreeSet<String>,
}

/// Terms and counts of a language, and which of them were used.
pub(super) struct Words<'a> {
    counts: &'a [Member],
    terms: &'a [Member],
    used: BTreeSet<&'a str>,
}

impl<'a> Words<'a> {
    pub fn read(language: &'a Tree) -> Self {
        let list = |name| language.get(name).map(Tree::members).unwrap_or_default();
        Self { counts: list("counts"), terms: list("terms"), used: BTreeSet::new() }
    }

    /// Terms and counts that no template has named.
    pub fn unused(&self) -> impl Iterator<Item = &str> {
        let all = self.counts.iter().chain(self.terms).map(|word| &*word.name);
        all.filter(|name| !self.used.contains(name))
    }

    /// A text, or a text and its help.
    pub fn sentence(&mut self, tree: &Tree) -> Result<CatalogueSentence, String> {
        let parts = match &tree.value {
            Json::Array(parts) => &parts[..],
            _ => std::slice::from_ref(tree),
        };
        let mut arguments = BTreeSet::new();
        let mut texts = Vec::new();
        for part in parts {
            let text = part.as_str().ok_or("a sentence is a text, or a text and its help")?;
            texts.push(self.resolved(text, &mut arguments, 0)?);
        }
        match <[String; 2]>::try_from(texts) {
            Ok([message, help]) => Ok(CatalogueSentence { message, help: Some(help), arguments }),
            Err(mut texts) if texts.len() == 1 => {
                Ok(CatalogueSentence { message: texts.remove(0), help: None, arguments })
            }
            Err(_) => Err("a sentence is a text, or a text and its help".to_owned()),
        }
    }

    /// A template with terms and counts put in place.
    fn resolved(&mut self, text: &str, arguments: &mut BTreeSet<String>, depth: u8) -> Result<String, String> {
        let (mut out, mut rest) = (String::new(), text);
        while let Some(at) = rest.find(['{', '}']) {
            let (before, brace) = rest.split_at(at);
            out.push_str(before);
            if brace.starts_with("{{") || brace.starts_with("}}") {
                out.push_str(&brace[..2]);
                rest = &brace[2..];
                continue;
            }
            let (slot, after) =
                brace.strip_prefix('{').and_then(|open| open.split_once('}')).ok_or("a lonely brace")?;
            rest = after;
            if let Some(term) = slot.strip_prefix('@') {
                let known = self.terms.iter().find(|known| known.name == term);
                let known = known.filter(|_| depth < 4).ok_or_else(|| format!("there is no term `{term}`"))?;
                self.used.insert(&known.name);
                out.push_str(&self.resolved(known.value.as_str().unwrap_or_default(), arguments, depth + 1)?);
                continue;
            }
            let (name, count) = slot.split_once(':').map_or((slot, None), |(name, count)| (name, Some(count)));
            if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_') {
                return Err(format!("`{name}` is no name of an argument"));
            }
            arguments.insert(name.to_owned());
            let forms = count.map_or(Ok(String::new()), |count| self.forms(count))?;
            let _ = write!(out, "{{{name}{forms}}}");
        }
        out.push_str(rest);
        Ok(out)
    }

    /// The forms of a number and its noun, as the runtime reads them.
    fn forms(&mut self, count: &str) -> Result<String, String> {
        let known = self.counts.iter().find(|known| known.name == count);
        let known = known.ok_or_else(|| format!("there is no count `{count}`"))?;
        self.used.insert(&known.name);
        let forms = known.value.members();
        if forms.last().is_none_or(|last| last.name != "other") {
            return Err(format!("the count `{count}` must end with `other`"));
        }
        let form = |form: &Member| format!("|{}:{}", form.name, form.value.as_str().unwrap_or_default());
        Ok(forms.iter().map(form).collect())
    }
}
