use super::*;
use proptest::prelude::*;

fn compiled(source: &str) -> Result<Compiled, String> {
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
    assert!(runs("^[0-9]{11}$") && runs("^[0-9]{1,16}[.][0-9]{2}$") && runs("^\\d{4}-\\d{2}$"));
    assert!(runs("^[0-9]{1,4}[0-9]$"));
    // The length of the text does not tell where one of two runs ends; without anchors a match may stand anywhere.
    assert!(!runs("^[0-9]{1,4}[a-z]{1,4}$") && !runs("^x?y?x$") && !runs("[0-9]{11}") && !runs("^é$"));
}

#[test]
fn ecma_means_what_ecma_says() {
    for (source, text, expected) in [
        (r"^\d$", "\u{661}", false),
        (r"^\w$", "é", false),
        (r"^\s$", "\u{feff}", true),
        (r"^\S$", "\u{85}", true),
        (r"^[\d\w]$", "7", true),
        (r"^[^\D]$", "7", true),
        (r"^.$", "\u{2028}", false),
        (r"^[[]$", "[", true),
        (r"^[a&&b]$", "&", true),
        (r"^[^]$", "\n", true),
        (r"^[]$", "a", false),
        (r"^\u00e9$", "é", true),
        (r"^\uD83D\uDC32*$", "🐲🐲", true),
        (r"^\cC$", "\u{3}", true),
        (r"^\/$", "/", true),
        (r"a$", "a\n", false),
        (r"^[+-\-]$", ",", true),
        (r"^(?:a)(?<n>b)$", "ab", true),
        (r"\ba\b", "éaé", true),
        (r"^\p{Letter}+$", "ação", true),
    ] {
        let pattern = compiled(source).unwrap().pattern();
        assert_eq!(pattern.matches(text), expected, "{source} {text:?}");
    }
}

#[test]
fn what_is_not_portable_is_refused() {
    for source in
        [r"(?=a)b", r"(?<!a)b", r"(a)\1", r"\a", "a{2,1}", "a{,2}", "(?i)a", "(?P<n>a)", "[a-z--m]", "(", "[a", "\\"]
    {
        assert!(compiled(source).is_err(), "{source}");
    }
}

#[test]
fn a_pattern_too_large_for_an_automaton_goes_to_the_engine() {
    let pattern = compiled(r"^(\p{L}{1,9}[ab]){1,9}c.{300}$").unwrap().pattern();
    assert!(matches!(pattern.matcher, Matcher::Engine(_)));
    assert!(!pattern.matches("ab"));
}

#[test]
fn exclusion_is_proved() {
    let dfa = |source: &str| compiled(source).unwrap().dfa.unwrap();
    let line_ends = dfa("[\n\r\u{85}\u{2028}\u{2029}]");
    assert!(never_both(&dfa("^[0-9]{11}$"), &line_ends));
    assert!(!never_both(&dfa("[0-9]{11}"), &line_ends));
    assert!(!never_both(&dfa(""), &dfa("^$")));
}

proptest! {
    #[test]
    fn matchers_agree_with_the_regex_crate(text in "[0-9A-Za-zxyé.\\-\n \u{2028}]{0,20}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9A-Z]{11,14}") {
        for source in PATTERNS {
            let compiled = compiled(source).unwrap();
            let expected = regex::Regex::new(&compiled.translated).unwrap().is_match(&text);
            prop_assert_eq!(compiled.pattern().matches(&text), expected, "{} {:?}", source, text);
            let flat = automaton::flat(compiled.dfa.as_ref().unwrap()).unwrap();
            let by_automaton = Pattern { source: "", matcher: Matcher::Automaton(flat) };
            prop_assert_eq!(by_automaton.matches(&text), expected, "{} {:?}", source, text);
        }
    }
}
