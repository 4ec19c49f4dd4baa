//! JSON written as YAML, as people and programs might.

use crate::common::random::Random;
use klavi_core::{Json, Tree};
use std::fmt::Write as _;

/// Writes JSON as YAML, in a style of chance.
pub struct Writer<'a> {
    pub random: &'a mut Random,
    pub text: String,
    pub in_block: bool,
}

impl Writer<'_> {
    pub fn document(&mut self, tree: &Tree) {
        self.text.push_str("--- # Fulana 76109277673\n");
        self.value(tree, 0, false);
        self.in_block = false;
        self.text.push('\n');
    }

    fn value(&mut self, tree: &Tree, depth: usize, in_flow: bool) {
        let in_flow = in_flow || self.random.one_in(4);
        match &tree.value {
            Json::Null => self.text.push_str(["null", "~", "Null"][self.random.below(3)]),
            Json::Bool(value) => write!(self.text, "{value}").unwrap(),
            Json::Number(number) => self.text.push_str(number),
            Json::String(text) => self.scalar(text, depth, in_flow),
            Json::Array(items) if in_flow || items.is_empty() => {
                self.text.push('[');
                for item in items {
                    self.value(item, depth, true);
                    self.text.push_str(", ");
                }
                self.text.push(']');
            }
            Json::Object(members) if in_flow || members.is_empty() => {
                self.text.push('{');
                for (number, member) in members.iter().enumerate() {
                    self.text.push_str(if number > 0 { " , " } else { "" });
                    self.scalar(&member.name, depth, true);
                    self.text.push_str(" : ");
                    self.value(&member.value, depth, true);
                }
                self.text.push('}');
            }
            Json::Array(items) => {
                for item in items {
                    self.line(depth);
                    self.text.push_str("- ");
                    self.value(item, depth + 1, false);
                }
            }
            Json::Object(members) => {
                for member in members {
                    self.line(depth);
                    self.scalar(&member.name, depth, true);
                    self.text.push_str(": ");
                    self.value(&member.value, depth + 1, false);
                }
            }
        }
    }

    fn line(&mut self, depth: usize) {
        // Behind a block scalar it would be text.
        let is_apart = !std::mem::take(&mut self.in_block);
        self.text.push_str(if is_apart && self.random.one_in(8) { " # é Fulana: [" } else { "" });
        write!(self.text, "\n{}", "  ".repeat(depth)).unwrap();
    }

    fn scalar(&mut self, text: &str, depth: usize, in_flow: bool) {
        let is_printable =
            text.chars().all(|letter| letter == ' ' || letter.is_alphanumeric() || letter.is_ascii_graphic());
        let is_word = text.starts_with(|first: char| first.is_alphabetic())
            && !text.ends_with(' ')
            && text.chars().all(|letter| letter.is_alphanumeric() || " _./@-".contains(letter))
            && !["null", "true", "false"].contains(&&text.to_lowercase()[..]);
        match self.random.below(4) {
            0 | 1 if is_word => self.text.push_str(text),
            2 if is_printable => write!(self.text, "'{}'", text.replace('\'', "''")).unwrap(),
            3 if is_printable && !in_flow && !text.starts_with(' ') && !text.is_empty() => {
                self.in_block = true;
                let sign = ["|", ">"][self.random.below(2)];
                write!(self.text, "{sign}-\n{}{text}", "  ".repeat(depth + 1)).unwrap();
            }
            _ => {
                self.text.push('"');
                for letter in text.chars() {
                    match letter {
                        '"' | '\\' => write!(self.text, "\\{letter}").unwrap(),
                        ' '..='~' => self.text.push(letter),
                        other if other.is_alphanumeric() => self.text.push(letter),
                        other => write!(self.text, "\\U{:08x}", u32::from(other)).unwrap(),
                    }
                }
                self.text.push('"');
            }
        }
    }
}
