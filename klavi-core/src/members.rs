//! A string of an object that was read before, or is still being read: what one member says about another.

use crate::limits::DEEPEST;
use crate::reader::{Abort, Reader};
use std::borrow::Cow;

/// The string of a member of the object at this offset, as far as the object can be read. Of a name that comes twice it is
/// the first that counts.
pub(crate) fn string<'a>(reader: &Reader<'a>, object: usize, name: &str) -> Option<Cow<'a, str>> {
    let mut reader = reader.clone();
    reader.at = object;
    // Where the object cannot be read further, nothing more is known of it.
    find_string(&mut reader, name).ok().flatten()
}

fn find_string<'a>(reader: &mut Reader<'a>, name: &str) -> Result<Option<Cow<'a, str>>, Abort> {
    let mut follows = reader.first_member();
    while follows {
        let key = reader.name()?;
        if reader.skip_whitespace() == b'"' && reader.says(key, name) {
            let text = reader.string()?;
            return Ok(Some(reader.unescaped(text)));
        }
        reader.pass(DEEPEST)?;
        follows = reader.next_member()?;
    }
    Ok(None)
}
