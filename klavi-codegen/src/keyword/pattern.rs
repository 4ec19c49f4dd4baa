//! `pattern`. Patterns below `not`, `anyOf` and `allOf` that concern nothing else are taken up as checks of the same string,
//! so that it need not be read again for them.

use super::in_place::Residual;
use crate::lower::{Context, Lower, inherit, location};
use crate::pattern::{Compiled, Refusal, never_both};
use crate::schema::{Keywords, Schema};
use klavi_core::program::{Matcher, Pattern, SchemaLocation, Shape, StandardFormat, StringCheck, Types};
use klavi_core::{Code, Span, Tree};
use regex_automata::dfa::dense;

pub(super) fn pattern<'a>(
    lower: &mut Lower<'a>,
    checks: &mut Checks,
    keywords: &Keywords<'a>,
    location: &'static SchemaLocation,
    pointer: &str,
    _: Context<'a>,
) {
    if let Some(tree) = keywords.get("pattern") {
        lower.check(checks, &[tree], Code::Pattern, location, &format!("{pointer}/pattern"));
    }
}

impl<'a> Lower<'a> {
    /// Takes up `not` and `anyOf` whose schemas say nothing but a pattern.
    pub(crate) fn take_applicators(
        &mut self,
        checks: &mut Checks,
        left: &mut Residual<'a>,
        pointer: &str,
        own: &'static SchemaLocation,
    ) {
        if let Some(tree) = left.not.and_then(pattern_only) {
            self.check(checks, &[tree], Code::Not, own, &format!("{pointer}/not/pattern"));
            left.not = None;
        }
        let alternatives: Option<Vec<_>> = left.any_of.and_then(|tree| tree.items().iter().map(pattern_only).collect());
        if let Some(trees) = alternatives {
            self.check(checks, &trees, Code::AnyOf, own, &format!("{pointer}/anyOf"));
            left.any_of = None;
        }
    }

    /// Takes up a schema of the same value that says nothing but what [`Self::take_applicators`] and `pattern` cover.
    pub(crate) fn takes_all(
        &mut self,
        checks: &mut Checks,
        tree: &'a Tree,
        pointer: &str,
        context: Context<'a>,
        types: Types,
    ) -> bool {
        let Some(keywords) = Schema::read(tree).keywords() else { return false };
        let known: &[&str] = if types == Types::STRING { &["pattern", "not", "anyOf"] } else { &["pattern"] };
        if !keywords.only(known) {
            return false;
        }
        let context = inherit(context, &keywords);
        let mut left = Residual::new(&keywords, context);
        let taken_before = checks.made.len();
        let own = location(pointer, context, None);
        pattern(self, checks, &keywords, own, pointer, context);
        self.take_applicators(checks, &mut left, pointer, own);
        let took_everything = left.not.is_none() && left.any_of.is_none();
        if !took_everything {
            checks.made.truncate(taken_before);
        }
        took_everything
    }

    pub(crate) fn check(
        &mut self,
        checks: &mut Checks,
        trees: &[&'a Tree],
        code: Code,
        location: &'static SchemaLocation,
        pointer: &str,
    ) {
        let sources: Vec<&str> = trees.iter().filter_map(|tree| tree.as_str()).collect();
        let keyword = match code {
            Code::AnyOf => "anyOf",
            Code::Not => "not",
            _ => "pattern",
        };
        match Compiled::any_of(&sources) {
            Ok(compiled) => checks.push(keyword, code, compiled.pattern(), Some(compiled), location),
            Err((index, refusal)) if code == Code::AnyOf => {
                self.refused(trees[index], &refusal, &format!("{pointer}/{index}/pattern"));
            }
            Err((index, refusal)) => self.refused(trees[index], &refusal, pointer),
        }
    }

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

/// The pattern of a schema that says nothing else.
fn pattern_only(tree: &Tree) -> Option<&Tree> {
    let keywords = Schema::read(tree).keywords()?;
    // A code of its own would be lost.
    if keywords.only(&["pattern"]) && keywords.get("x-rule").is_none() { keywords.get("pattern") } else { None }
}

/// The patterns of a string, as they are found.
#[derive(Default)]
pub(crate) struct Checks {
    made: Vec<Check>,
    /// What is found now stands below `x-expect`.
    pub advice: bool,
}

struct Check {
    keyword: &'static str,
    code: Code,
    pattern: Pattern,
    /// Where it is a regular expression.
    compiled: Option<Compiled>,
    location: &'static SchemaLocation,
    advice: bool,
}

impl Check {
    /// Whether a valid string must match.
    fn is_demand(&self) -> bool {
        self.code != Code::Not && !self.advice
    }

    fn dfa(&self) -> Option<&dense::DFA<Vec<u32>>> {
        self.compiled.as_ref()?.dfa.as_ref()
    }
}

impl Checks {
    /// Takes up a format that is asserted.
    pub fn assert(&mut self, format: &'static StandardFormat, location: &'static SchemaLocation) {
        let pattern = Pattern { source: format.name, matcher: Matcher::Format(format) };
        self.push("format", Code::Format, pattern, None, location);
    }

    /// Takes up what a keyword says as a pattern.
    pub fn push(
        &mut self,
        keyword: &'static str,
        code: Code,
        pattern: Pattern,
        compiled: Option<Compiled>,
        location: &'static SchemaLocation,
    ) {
        self.made.push(Check { keyword, code, pattern, compiled, location, advice: self.advice });
    }

    /// The shapes of what must match first.
    pub fn shapes(&self) -> Vec<Shape> {
        let first = self.made.iter().find(|check| check.is_demand());
        first.and_then(|check| check.compiled.as_ref()).map(Compiled::shapes).unwrap_or_default()
    }

    pub fn finish(mut self) -> &'static [StringCheck] {
        // What must match comes first: what must not match is then mostly implied. Advice comes last.
        self.made.sort_by_key(|check| (check.advice, check.code == Code::Not));
        let first = self.made.first().filter(|check| check.is_demand()).and_then(Check::dfa);
        let implied = |check: &Check| {
            let pair = first.zip(check.dfa());
            check.code == Code::Not && pair.is_some_and(|(first, forbidden)| never_both(first, forbidden))
        };
        let checks = self.made.iter().map(|check| StringCheck {
            location: check.location,
            keyword: check.keyword,
            code: check.code,
            pattern: check.pattern,
            implied: implied(check),
            advice: check.advice,
        });
        checks.collect::<Vec<_>>().leak()
    }
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
