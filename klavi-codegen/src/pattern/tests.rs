use super::*;
use klavi_core::program::Automaton as Flat;
use proptest::prelude::*;
use std::sync::LazyLock;

fn compiled(source: &str) -> Result<Compiled, (usize, Refusal)> {
    Compiled::any_of(&[source])
}

/// The patterns of the contracts and some more, to be matched as the `regex` crate matches them.
const PATTERNS: &[&str] = &[
    "^[0-9]{11}$",
    "^[0-9]{1,16}[.][0-9]{2}$",
    "^[0-9]{4}-(1[0-2]|0?[1-9])-(3[01]|[12][0-9]|0?[1-9])$",
    "^([0-9]{11}|[0-9A-Z]{12}[0-9]{2})$",
    "^[A-Za-zÀ-ÖØ-öø-ÿ,.@:&*+_<>()!?/\\\\$%0-9' -]+$",
    "[\n\r\u{85}\u{2028}\u{2029}]",
    "a+",
    "^a*$",
    "",
    "b$",
    "^x?y?x$",
    "^[0-9]{1,4}[0-9]$",
];

#[test]
fn simple_patterns_lower_to_runs() {
    let runs = |source: &str| matches!(compiled(source).unwrap().pattern().matcher, Matcher::Runs(_));
    assert!(runs("^[0-9]{11}$") && runs("^[0-9]{1,16}[.][0-9]{2}$") && runs("^[0-9]{4}-[0-9]{2}$"));
    assert!(runs("^[0-9]{1,4}[0-9]$"));
    // The length of the text does not tell where one of two runs ends; without anchors a match may stand anywhere.
    assert!(!runs("^[0-9]{1,4}[a-z]{1,4}$") && !runs("^x?y?x$") && !runs("[0-9]{11}") && !runs("^é$"));
}

#[test]
fn a_pattern_too_large_for_an_automaton_goes_to_the_engine() {
    let pattern = compiled("^([À-ÿ]{1,9}[ab]){1,9}c.{300}$").unwrap().pattern();
    assert!(matches!(pattern.matcher, Matcher::Engine(_)));
    assert!(!pattern.matches("ab"));
}

#[test]
fn a_pattern_too_large_for_the_engine_is_refused() {
    let (index, refusal) = compiled(&"[^a]{1000}".repeat(100)).err().unwrap();
    assert_eq!((index, &*refusal.message), (0, "the pattern is too large to be compiled"));
}

/// Beside the start there are only the two states that are never left.
#[test]
fn nothing_is_read_behind_what_settles_the_verdict() {
    for source in ["^a", "[^ ]", "^[^a]"] {
        let flat = automaton::flat(&compiled(source).unwrap().dfa.unwrap()).unwrap();
        let ascii = flat.classes[..128].iter().map(|&class| flat.next[usize::from(flat.start) + usize::from(class)]);
        let others: Vec<u16> = ascii.filter(|&row| row > flat.width * Flat::DONE).collect();
        assert!(others.iter().all(|&row| row == flat.start), "{source}: {others:?}");
    }
}

#[test]
fn exclusion_is_proved() {
    let dfa = |source: &str| compiled(source).unwrap().dfa.unwrap();
    let line_ends = dfa("[\n\r\u{85}\u{2028}\u{2029}]");
    assert!(never_both(&dfa("^[0-9]{11}$"), &line_ends));
    assert!(!never_both(&dfa("[0-9]{11}"), &line_ends));
    assert!(!never_both(&dfa(""), &dfa("^$")));
}

/// The patterns, each with the `regex` crate's machine and its own two.
static COMPILED: LazyLock<Vec<(&str, regex::Regex, Pattern, Pattern)>> = LazyLock::new(|| {
    let compile = |&source: &&'static str| {
        let compiled = compiled(source).unwrap();
        let flat = automaton::flat(compiled.dfa.as_ref().unwrap()).unwrap();
        let by_automaton = Pattern { source: "", matcher: Matcher::Automaton(flat) };
        (source, regex::Regex::new(&compiled.translated).unwrap(), compiled.pattern(), by_automaton)
    };
    PATTERNS.iter().map(compile).collect()
});

proptest! {
    #[test]
    fn matchers_agree_with_the_regex_crate(text in "[0-9A-Za-zxyé.\\-\n \u{2028}]{0,20}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9A-Z]{11,14}") {
        for (source, regex, pattern, by_automaton) in &*COMPILED {
            let expected = regex.is_match(&text);
            prop_assert_eq!(pattern.matches(&text), expected, "{} {:?}", source, text);
            prop_assert_eq!(by_automaton.matches(&text), expected, "{} {:?}", source, text);
        }
    }
}
