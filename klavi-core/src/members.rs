//! Strings of an object that was read before, or is still being read: what one member says about another.

use crate::limits::DEEPEST;
use crate::program::MOST_MEMBERS;
use crate::reader::{Abort, Reader};
use std::borrow::Cow;

/// The string of a member of the object at this offset, as far as the object can be read.
pub(crate) fn string(reader: &Reader<'_>, object: usize, name: &str) -> Option<String> {
    let [text, ..] = strings(reader, object, &[name]);
    text.map(Cow::into_owned)
}

/// The strings of some members of the object at this offset. Of a name that comes twice it is the first that counts.
pub(crate) fn strings<'a>(reader: &Reader<'a>, object: usize, names: &[&str]) -> [Option<Cow<'a, str>>; MOST_MEMBERS] {
    let (mut found, mut reader) = (Default::default(), reader.clone());
    reader.at = object;
    // Where the object cannot be read further, nothing more is known of it.
    let _ = find_strings(&mut reader, names, &mut found);
    found
}

fn find_strings<'a>(
    reader: &mut Reader<'a>,
    names: &[&str],
    found: &mut [Option<Cow<'a, str>>; MOST_MEMBERS],
) -> Result<(), Abort> {
    let mut follows = reader.first_member();
    while follows && found.iter().zip(names).any(|(text, _)| text.is_none()) {
        let key = reader.name()?;
        let is_string = reader.skip_whitespace() == b'"';
        let index = names.iter().position(|name| is_string && reader.says(key, name));
        match index.and_then(|index| found.get_mut(index)).filter(|text| text.is_none()) {
            Some(text) => {
                let token = reader.string()?;
                *text = Some(reader.unescaped(token));
            }
            None => reader.pass(DEEPEST)?,
        }
        follows = reader.next_member()?;
    }
    Ok(())
}
