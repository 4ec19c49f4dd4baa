//! A JSON document as a tree that keeps positions: for schemas and configuration, not for payments.

use crate::Code;
use crate::expected::Expected;
use crate::finding::Span;
use crate::limits::DEEPEST;
use crate::reader::{Abort, Reader, span};
use core::fmt;
use std::borrow::Cow;
use std::collections::HashSet;

/// A JSON value and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tree {
    /// The bytes of the value.
    pub span: Span,
    /// The value.
    pub value: Json,
}

/// A JSON value whose parts keep their positions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number as it is written.
    Number(String),
    /// A string, unescaped.
    String(String),
    /// An array.
    Array(Vec<Tree>),
    /// An object, in document order.
    Object(Vec<Member>),
}

/// A member of an object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The name, unescaped.
    pub name: String,
    /// The bytes of the name with its quotes.
    pub name_span: Span,
    /// The value.
    pub value: Tree,
}

/// Why a document is no tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TreeError {
    /// The code of the finding that a check would give.
    pub code: Code,
    /// The byte at which reading ended.
    pub at: usize,
    /// What the grammar expected there.
    pub expected: Option<Expected>,
}

impl Tree {
    /// Reads a document.
    ///
    /// # Errors
    ///
    /// The document is not JSON, has a member name twice, or nests deeper than [`DEEPEST`].
    ///
    /// ```
    /// use klavi_core::{Json, Tree};
    ///
    /// let tree = Tree::parse(br#"{"a": [1.50]}"#)?;
    /// let one = &tree.get("a").unwrap().items()[0];
    /// assert_eq!(one.value, Json::Number("1.50".to_owned()));
    /// assert_eq!((one.span.start, one.span.end), (7, 11));
    /// # Ok::<(), klavi_core::TreeError>(())
    /// ```
    pub fn parse(document: &[u8]) -> Result<Self, TreeError> {
        let mut reader = Reader::new(document);
        let tree = value(&mut reader, 0).and_then(|tree| {
            reader.skip_whitespace();
            if reader.at_end() && !reader.is_cut() {
                Ok(tree)
            } else {
                reader.fail_as(Code::TrailingText, Some(Expected::End))
            }
        });
        tree.map_err(|Abort| {
            let error = reader.error;
            TreeError {
                code: error.map_or(Code::InvalidJson, |error| error.code),
                at: error.map_or(reader.at, |error| error.at),
                expected: error.and_then(|error| error.expected),
            }
        })
    }

    /// The member of this name, if the value is an object that has one.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Self> {
        self.members().iter().find(|member| member.name == name).map(|member| &member.value)
    }

    /// The members of an object; none for other values.
    #[must_use]
    pub fn members(&self) -> &[Member] {
        if let Json::Object(members) = &self.value { members } else { &[] }
    }

    /// The items of an array; none for other values.
    #[must_use]
    pub fn items(&self) -> &[Self] {
        if let Json::Array(items) = &self.value { items } else { &[] }
    }

    /// The text of a string.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        if let Json::String(text) = &self.value { Some(text) } else { None }
    }

    /// The spelling of a number.
    #[must_use]
    pub fn as_number(&self) -> Option<&str> {
        if let Json::Number(number) = &self.value { Some(number) } else { None }
    }

    /// The value that a JSON Pointer names.
    #[must_use]
    pub fn pointer(&self, pointer: &str) -> Option<&Self> {
        let Some(path) = pointer.strip_prefix('/') else { return pointer.is_empty().then_some(self) };
        path.split('/').try_fold(self, |tree, segment| match &tree.value {
            Json::Object(_) => tree.get(&unescaped(segment)),
            Json::Array(items) => items.get(segment.parse::<usize>().ok()?),
            _ => None,
        })
    }
}

impl Tree {
    /// Puts a value where a JSON Pointer says; a member that is not there comes last in its object. Tells whether there
    /// was a place for it. The spans are then those of the texts that were read.
    ///
    /// ```
    /// use klavi_core::Tree;
    ///
    /// let mut tree = Tree::parse(br#"{"a": 1.10, "b": [true]}"#)?;
    /// assert!(tree.set("/b/0", Tree::parse(b"null")?) && tree.set("/c", Tree::parse(b"2")?));
    /// assert!(tree.remove("/a") && !tree.remove("/x"));
    /// assert_eq!(tree.to_string(), r#"{"b": [null], "c": 2}"#);
    /// # Ok::<(), klavi_core::TreeError>(())
    /// ```
    pub fn set(&mut self, pointer: &str, value: Self) -> bool {
        let Some((parent, last)) = pointer.rsplit_once('/') else {
            *self = value;
            return true;
        };
        let name = unescaped(last);
        match self.pointer_mut(parent).map(|parent| &mut parent.value) {
            Some(Json::Object(members)) => {
                match members.iter_mut().find(|member| member.name == name) {
                    Some(member) => member.value = value,
                    None => members.push(Member { name, name_span: value.span, value }),
                }
                true
            }
            Some(Json::Array(items)) => match name.parse::<usize>().ok().and_then(|index| items.get_mut(index)) {
                Some(item) => {
                    *item = value;
                    true
                }
                None => false,
            },
            _ => false,
        }
    }

    /// Takes away the value that a JSON Pointer names, and tells whether it was there.
    pub fn remove(&mut self, pointer: &str) -> bool {
        let Some((parent, last)) = pointer.rsplit_once('/') else { return false };
        let name = unescaped(last);
        match self.pointer_mut(parent).map(|parent| &mut parent.value) {
            Some(Json::Object(members)) => {
                let before = members.len();
                members.retain(|member| member.name != name);
                members.len() < before
            }
            Some(Json::Array(items)) => {
                let index = name.parse().ok().filter(|index| *index < items.len());
                index.map(|index: usize| items.remove(index)).is_some()
            }
            _ => false,
        }
    }

    fn pointer_mut(&mut self, pointer: &str) -> Option<&mut Self> {
        pointer.split('/').skip(1).try_fold(self, |tree, segment| match &mut tree.value {
            Json::Object(members) => {
                let name = unescaped(segment);
                members.iter_mut().find(|member| member.name == name).map(|member| &mut member.value)
            }
            Json::Array(items) => items.get_mut(segment.parse::<usize>().ok()?),
            _ => None,
        })
    }
}

fn unescaped(segment: &str) -> String {
    segment.replace("~1", "/").replace("~0", "~")
}

impl fmt::Display for Tree {
    /// JSON on one line, numbers as they were written.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.value {
            Json::Null => f.write_str("null"),
            Json::Bool(value) => write!(f, "{value}"),
            Json::Number(number) => f.write_str(number),
            Json::String(text) => quoted(text, f),
            Json::Array(items) => {
                f.write_str("[")?;
                for (index, item) in items.iter().enumerate() {
                    write!(f, "{}{item}", if index > 0 { ", " } else { "" })?;
                }
                f.write_str("]")
            }
            Json::Object(members) => {
                f.write_str("{")?;
                for (index, member) in members.iter().enumerate() {
                    f.write_str(if index > 0 { ", " } else { "" })?;
                    quoted(&member.name, f)?;
                    write!(f, ": {}", member.value)?;
                }
                f.write_str("}")
            }
        }
    }
}

fn quoted(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str("\"")?;
    for character in text.chars() {
        match character {
            '"' | '\\' => write!(f, "\\{character}")?,
            control if control < ' ' => write!(f, "\\u{:04x}", u32::from(control))?,
            other => write!(f, "{other}")?,
        }
    }
    f.write_str("\"")
}

fn value(reader: &mut Reader<'_>, depth: u32) -> Result<Tree, Abort> {
    if depth > DEEPEST {
        return reader.fail_as(Code::TooDeep, None);
    }
    let first = reader.skip_whitespace();
    let start = reader.at;
    let value = match first {
        b'{' => Json::Object(members(reader, depth)?),
        b'[' => Json::Array(items(reader, depth)?),
        b'"' => {
            let text = reader.string()?;
            Json::String(reader.unescaped(text).into_owned())
        }
        first => {
            reader.number_or_literal(first)?;
            match first {
                b't' | b'f' => Json::Bool(first == b't'),
                b'n' => Json::Null,
                _ => Json::Number(reader.slice(reader.since(start)).to_owned()),
            }
        }
    };
    Ok(Tree { span: span(start, reader.at), value })
}

fn members(reader: &mut Reader<'_>, depth: u32) -> Result<Vec<Member>, Abort> {
    let mut members: Vec<Member> = Vec::new();
    let mut names: HashSet<Cow<'_, str>> = HashSet::new();
    let mut follows = reader.first_member();
    while follows {
        let key = reader.name()?;
        let name = reader.unescaped(key);
        if !names.insert(name.clone()) {
            reader.at = key.span().start as usize;
            return reader.fail_as(Code::DuplicateKey, Some(Expected::OtherName));
        }
        members.push(Member { name: name.into_owned(), name_span: key.span(), value: value(reader, depth + 1)? });
        follows = reader.next_member()?;
    }
    Ok(members)
}

fn items(reader: &mut Reader<'_>, depth: u32) -> Result<Vec<Tree>, Abort> {
    let mut items = Vec::new();
    let mut follows = reader.first_item();
    while follows {
        items.push(value(reader, depth + 1)?);
        follows = reader.next_item()?;
    }
    Ok(items)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_comes_twice_is_found_among_200_000() {
        let members: Vec<String> = (0..200_000).map(|number| format!("\"n{number}\":1")).collect();
        let object = members.join(",");
        assert_eq!(Tree::parse(format!("{{{object}}}").as_bytes()).unwrap().members().len(), 200_000);
        for twice in ["n0", "n199999", "\\u006e7"] {
            let error = Tree::parse(format!("{{{object},\"{twice}\":1}}").as_bytes()).unwrap_err();
            assert_eq!((error.code, error.at), (Code::DuplicateKey, object.len() + 2), "{twice}");
        }
    }

    #[test]
    fn as_many_levels_as_are_allowed_are_read_and_no_more() {
        for (open, close) in [("[", "]"), (r#"{"a":"#, "}")] {
            let nested = |levels: usize| format!("{}1{}", open.repeat(levels), close.repeat(levels));
            let levels = DEEPEST as usize;
            assert!(Tree::parse(nested(levels).as_bytes()).is_ok(), "{open}");
            for more in [levels + 1, levels + 2, 100_000] {
                let error = Tree::parse(nested(more).as_bytes()).unwrap_err();
                assert_eq!((error.code, error.at), (Code::TooDeep, (levels + 1) * open.len()), "{more} of {open}");
            }
        }
        let wide = format!("[{}]", vec!["[[]],{}"; 300].join(","));
        assert_eq!(Tree::parse(wide.as_bytes()).unwrap().items().len(), 600);
    }

    #[test]
    fn what_is_no_text_behind_a_document_is_no_part_of_it() {
        let error = Tree::parse(b"[1] \xff").unwrap_err();
        assert_eq!((error.code, error.at), (Code::TrailingText, 4));
        assert_eq!(Tree::parse(b"[1] \n").unwrap().items().len(), 1);
    }

    /// Every escape, and what two of them make together.
    #[test]
    fn texts_are_read_by_their_escapes() {
        let text = Tree::parse(br#""\u00e9\uD83D\uDE42\udbff\udffd\ud800\udc00 \"\\\/\b\f\n\r\t""#).unwrap();
        assert_eq!(text.as_str(), Some("\u{e9}\u{1f642}\u{10fffd}\u{10000} \"\\/\u{8}\u{c}\n\r\t"));
    }

    #[test]
    fn what_breaks_a_text_behind_an_escape_is_told() {
        for (text, at, expected) in [
            ("\"\\n", 3, Expected::Quote),
            ("\"\\n\t\"", 3, Expected::ControlEscape),
            ("\"\\x\"", 1, Expected::Escape),
            ("\"\\u00g0\"", 1, Expected::Hexadecimal),
        ] {
            let error = Tree::parse(text.as_bytes()).unwrap_err();
            assert_eq!((error.at, error.expected), (at, Some(expected)), "{text}");
        }
    }

    #[test]
    fn an_element_is_taken_away_by_its_place() {
        for (pointer, left) in [("/a/0", "[2,3]"), ("/a/2", "[1,2]")] {
            let mut tree = Tree::parse(br#"{"a":[1,2,3]}"#).unwrap();
            assert!(tree.remove(pointer), "{pointer}");
            assert_eq!(tree.get("a").unwrap().to_string().replace(' ', ""), left, "{pointer}");
        }
        let mut tree = Tree::parse(br#"{"a":[1,2,3]}"#).unwrap();
        for pointer in ["", "/b", "/a/3", "/a/x", "/a/-"] {
            assert!(!tree.remove(pointer), "{pointer}");
        }
        assert_eq!(tree.get("a").unwrap().items().len(), 3);
    }
}
