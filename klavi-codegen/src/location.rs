//! Where a schema stands: the JSON Pointer in the first file, or, in another one, the path from the first one's folder, `#`
//! and the pointer there.

pub(crate) fn location(base: &str, pointer: &str) -> String {
    if base.is_empty() { pointer.to_owned() } else { format!("{base}#{pointer}") }
}

/// The path of a location's file, which the first one does not need, and the pointer.
pub(crate) fn split(location: &str) -> (&str, &str) {
    if location.starts_with('/') { ("", location) } else { location.split_once('#').unwrap_or(("", location)) }
}

/// Whether a location is the whole of a file.
pub(crate) fn is_root(location: &str) -> bool {
    split(location).1.is_empty()
}

/// The URI fragment of a location, or the reference to one in another file.
pub(crate) fn uri(location: &str) -> String {
    if location.is_empty() || location.starts_with('/') { format!("#{location}") } else { location.to_owned() }
}
