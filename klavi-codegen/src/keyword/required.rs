//! `required`

use super::properties::Members;
use crate::lower::state::Lower;
use crate::schema::Keywords;
use klavi_core::{Tree, most_similar};

impl Members {
    /// Makes a property mandatory.
    fn require(&mut self, index: usize) {
        if self.required.len() <= index / 64 {
            self.required.resize(index / 64 + 1, 0);
        }
        self.required[index / 64] |= 1 << (index % 64);
    }
}

impl Lower<'_> {
    pub(crate) fn required(&mut self, members: &mut Members, keywords: &Keywords<'_>, pointer: &str) {
        for name in keywords.required_names() {
            match self.draft.member(members, name) {
                Some(index) => members.require(index),
                None => self.undeclared(keywords, members, name, pointer),
            }
        }
    }

    fn undeclared(&mut self, keywords: &Keywords<'_>, members: &Members, name: &str, pointer: &str) {
        let entries = keywords.get("required").into_iter().flat_map(Tree::items).enumerate();
        let Some((index, tree)) = entries.into_iter().find(|(_, entry)| entry.as_str() == Some(name)) else { return };
        let message = format!("`{name}` is required but stands not in `properties`");
        let pointer = format!("{pointer}/required/{index}");
        let error = self.file.error(&pointer, tree.span, message);
        let declared: Vec<_> = members.properties.iter().map(|property| property.key.name).collect();
        self.report(match most_similar(name, &declared) {
            Some(index) => error.with_help(format!("did you mean `{}`?", declared[index])),
            None => error,
        });
    }
}
