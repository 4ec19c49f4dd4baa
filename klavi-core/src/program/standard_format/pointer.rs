//! JSON Pointers.

/// Reference tokens behind slashes; a tilde is written `~0`, a slash `~1`.
pub(super) fn is_pointer(text: &str) -> bool {
    (text.is_empty() || text.starts_with('/')) && text.split('~').skip(1).all(|rest| rest.starts_with(['0', '1']))
}
