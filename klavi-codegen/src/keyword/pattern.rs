//! `pattern`

use crate::draft::Check;
use crate::lower::context::Context;
use crate::lower::state::Lower;
use crate::pattern::{Compiled, Refusal};
use crate::schema::Keywords;
use klavi_core::program::SchemaLocation;
use klavi_core::{Code, Span, Tree};

pub(super) fn pattern<'a>(
    lower: &mut Lower<'a>,
    checks: &mut Vec<Check>,
    keywords: &Keywords<'a>,
    location: &'static SchemaLocation,
    pointer: &str,
    _: Context<'a>,
) {
    let Some(tree) = keywords.get("pattern") else { return };
    match Compiled::any_of(&[tree.as_str().unwrap_or_default()]) {
        Ok(compiled) => checks.push(Check::pattern("pattern", Code::Pattern, compiled, location)),
        Err((_, refusal)) => lower.refused(tree, &refusal, &format!("{pointer}/pattern")),
    }
}

impl Lower<'_> {
    /// Tells why a pattern is not in the dialect, at the place inside it.
    fn refused(&mut self, tree: &Tree, refusal: &Refusal, pointer: &str) {
        let token =
            self.file.part(pointer).0.text.get(tree.span.start as usize..tree.span.end as usize).unwrap_or_default();
        let start = tree.span.start + u32::try_from(offset_in_token(token, refusal.at)).unwrap_or(0);
        let span = Span { start, ..tree.span };
        let error = self.file.error(pointer, span, refusal.message.clone());
        self.report(error.with_help(refusal.help.clone()));
    }
}

/// Where a byte of a string's value stands in its token, which may write it with escapes.
fn offset_in_token(token: &str, byte: usize) -> usize {
    let mut rest = token.get(1..).unwrap_or_default().chars();
    let mut passed = 0;
    while passed < byte {
        passed += match rest.next() {
            None => break,
            Some('\\') if rest.next() == Some('u') => {
                let (digits, after) = rest.as_str().split_at_checked(4).unwrap_or_default();
                rest = after.chars();
                let code = u32::from_str_radix(digits, 16).unwrap_or(0);
                // The second half of a surrogate pair counts for both.
                char::from_u32(code).map_or(if code < 0xdc00 { 0 } else { 4 }, char::len_utf8)
            }
            Some('\\') => 1,
            Some(letter) => letter.len_utf8(),
        };
    }
    token.len() - rest.as_str().len()
}

#[cfg(test)]
mod tests {
    use super::offset_in_token;

    #[test]
    fn a_place_in_a_pattern_is_found_behind_escapes() {
        let token = r#""a\\\u00e9\ud83d\udc32é\n[""#;
        let value: String = serde_json::from_str(token).unwrap();
        let at = offset_in_token(token, value.find('[').unwrap());
        assert_eq!(&token[at..], "[\"");
        assert_eq!(offset_in_token(token, 0), 1);
        assert_eq!(offset_in_token(token, 1000), token.len());
    }
}
