//! Which members of a document can take the name that they were meant to have.

use crate::limits::DEEPEST;
use crate::reader::{Abort, Reader};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// For each member, given by the byte at which its name starts, and the name that it was meant to have: whether no other
/// member of its object has that name or was meant to have it. One walk over the document answers for all.
///
/// ```
/// use klavi_core::can_take;
///
/// let document = br#"{"amuont": 1, "a": {"dat": 2, "date": 3}}"#;
/// assert_eq!(can_take(document, &[(1, "amount"), (20, "date")]), [true, false]);
/// ```
#[must_use]
pub fn can_take(document: &[u8], wanted: &[(u32, &str)]) -> Vec<bool> {
    let mut walk = RenameWalk {
        reader: Reader::new(document),
        places: wanted.iter().enumerate().map(|(index, (at, _))| (*at as usize, index)).collect(),
        names: wanted.iter().map(|(_, name)| *name).collect(),
        wanted,
        free: vec![false; wanted.len()],
    };
    // Where the text ends too early or nests too deep, nothing is certain of the objects that are open.
    let _ = walk.value(0);
    walk.free
}

struct RenameWalk<'a> {
    reader: Reader<'a>,
    wanted: &'a [(u32, &'a str)],
    /// The members that are asked about, by the byte at which their name starts.
    places: HashMap<usize, usize>,
    /// The names that they were meant to have.
    names: HashSet<&'a str>,
    free: Vec<bool>,
}

impl<'a> RenameWalk<'a> {
    fn value(&mut self, depth: u32) -> Result<(), Abort> {
        match self.reader.skip_whitespace() {
            b'{' if depth < DEEPEST => self.members(depth + 1),
            b'[' if depth < DEEPEST => self.items(depth + 1),
            b'"' => self.reader.string().map(|_| ()),
            first => self.reader.number_or_literal(first),
        }
    }

    fn members(&mut self, depth: u32) -> Result<(), Abort> {
        let mut asked: Vec<usize> = Vec::new();
        // How many members have, or were meant to have, a name that is asked for.
        let mut counts: HashMap<Cow<'a, str>, usize> = HashMap::new();
        let mut follows = self.reader.first_member();
        while follows {
            let key = self.reader.name()?;
            let name = self.reader.unescaped(key);
            if let Some(&index) = self.places.get(&(key.span().start as usize)) {
                asked.push(index);
                *counts.entry(Cow::Borrowed(self.wanted[index].1)).or_default() += 1;
            }
            if self.names.contains(&*name) {
                *counts.entry(name).or_default() += 1;
            }
            self.value(depth)?;
            follows = self.reader.next_member()?;
        }
        for index in asked {
            self.free[index] = counts.get(self.wanted[index].1) == Some(&1);
        }
        Ok(())
    }

    fn items(&mut self, depth: u32) -> Result<(), Abort> {
        let mut follows = self.reader.first_item();
        while follows {
            self.value(depth)?;
            follows = self.reader.next_item()?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_another_member_has_or_was_meant_to_have_is_taken() {
        for (document, expected) in [
            (r#"{"dat": 1}"#, &[true][..]),
            (r#"{"date": 1, "dat": 1}"#, &[false]),
            (r#"{"dat": 1, "\u0064ate": 1}"#, &[false]),
            (r#"{"dat": 1, "dat": 1}"#, &[false, false]),
            (r#"{"date": [{"dat": {"date": 1}}, {"dat": [[]]}], "x": {"date": "}"}}"#, &[true, true]),
            (r#"{"a": {"dat": null}, "date": true, "dat": -1.5e3}"#, &[true, false]),
            (r#"[{"dat": {}, "x": "date"}, {"dat": 1"#, &[true, false]),
            (r#"{"dat": 1, x"#, &[false]),
        ] {
            let wanted: Vec<_> =
                document.match_indices("\"dat\"").map(|(at, _)| (crate::reader::narrow(at), "date")).collect();
            assert_eq!(can_take(document.as_bytes(), &wanted), expected, "{document}");
        }
        for open in ["[", r#"{"a":"#] {
            // The object with the member takes one level more.
            for (levels, expected) in [(DEEPEST - 1, true), (DEEPEST, false), (100_000, false)] {
                let around = open.repeat(levels as usize);
                let at = crate::reader::narrow(around.len() + 1);
                assert_eq!(
                    can_take(format!(r#"{around}{{"dat": 1}}"#).as_bytes(), &[(at, "date")]),
                    [expected],
                    "{levels} of {open}"
                );
            }
        }
    }
}
