use super::{portable, translate};

/// What is no regular expression of ECMA-262 with flag `u`, a pattern a line.
const NONE: &str = r"
a++
a*+
a?+
a**
a+?*
a{2}{3}
a{2}??
*a
a|+
(?:*)
^*
$+
\b+
(?=a)*
^{2}
\-
\_
\a
\é
\@
\&
a\
]
a]
{
}
a{
a{,2}
a{1
a{ 2}
a{2,1}
x{a}
\01
\00
\1
(a)\2
[\1]
[\01]
[\_]
[\B]
[\k]
\pL
\p
\p{}
\p{L=}
\p{L=a=b}
\p{^L}
[z-a]
[\d-x]
[x-\d]
[a
[
[\
[]a]
(
(a
)
a)
(?i)a
(?i:a)
(?P<n>a)
(?>a)
(?#a)
(?
(?<1>a)
(?<>a)
(?<n)a
(?<n>a)(?<n>b)
\k
\k<n>
\c
\c1
\x1
\xg1
\u
\u12
\u{}
\u{110000}
\u{12
";

/// What means something else to another engine.
const UNPORTABLE: &str = r"
(?=a)b
(?!a)b
(?<=a)b
(?<!a)b
(a)\1
\1(a)
(?<n>a)\k<n>
(?<n>a)
a\b
\B
\d
\D
\w
\W
\s
\S
[\d]
\p{L}
\P{Script=Latin}
\cA
\0
[\0]
[\b]
\v
\u00e9
\u{1f432}
\ud83d\udc32
[]
[^]
[[]
[a[]
[[:alpha:]]
[a&&b]
[a--b]
[+--]
[~~]
[||]
[!-&&]
a{02}
a{1,02}
a{1001}
a{1,1001}
a{1001,}
(a{40}){40}
((a{11}){11}){11}
";

/// Every refusal: a pattern, where it stands, what is told and what is suggested.
#[test]
fn refusals_are_told() {
    let tell = |pattern: &str| match translate(pattern) {
        Ok(translated) => format!("{pattern}   TAKEN as {translated}"),
        Err(refusal) => format!("{pattern}   {}: {}; {}", refusal.at, refusal.message, refusal.help),
    };
    let patterns = NONE.trim().lines().chain(["\\\u{200b}"]).chain(UNPORTABLE.trim().lines());
    insta::assert_snapshot!(patterns.map(tell).collect::<Vec<_>>().join("\n"));
}

#[test]
fn what_is_portable_is_taken_as_it_is_but_for_the_dot() {
    for pattern in [
        "",
        "|",
        "a|",
        "()",
        "(?:)",
        "()*",
        "(a|b)*?c+?d??",
        "a{0}",
        "a{2,}?",
        "a{1,3}",
        "^$",
        "(?:^a)*",
        "[^a]",
        "[-a]",
        "[a-]",
        "[a-z-9]",
        "[a^]",
        "[^^]",
        r"[\]-a]",
        r"[\-\^\[\]\\.$]",
        "[&]",
        "[a&b&]",
        "[+,-]",
        r"\^\$\\\.\*\+\?\(\)\[\]\{\}\|\/",
        r"\t\n\f\r",
        r"\x00\x7F\xe9",
        "é🐲",
        "[À-ÖØ-öø-ÿ]",
        "-&~#/ \n",
        "a{1000}",
        "(a{10}){100}",
        "((a{10}){10}){10}",
        "((a*)*)*",
    ] {
        assert_eq!(translate(pattern).as_deref(), Ok(pattern));
    }
    assert_eq!(translate(r"a.\.[.]").unwrap(), r"a[^\n\r\u{2028}\u{2029}]\.[.]");
}

#[test]
fn nesting_is_bounded() {
    let nested = |depth: usize| "(".repeat(depth) + "a" + &")".repeat(depth);
    assert_eq!(translate(&nested(50)), Ok(nested(50)));
    for depth in [51, 100_000] {
        let refusal = translate(&nested(depth)).unwrap_err();
        assert_eq!((refusal.at, &*refusal.help), (50, portable::DEPTH.instead), "{depth}");
    }
}

#[test]
fn no_suggestion_is_refused_itself() {
    for rule in portable::ALL {
        let spans = rule.instead.split('`').skip(1).step_by(2);
        for suggested in
            spans.filter(|text| text.starts_with(['[', '(', '\\']) && !text.contains('…') && *text != r"\x")
        {
            let in_class = format!("[{suggested}]");
            let taken = translate(suggested).is_ok() || translate(&in_class).is_ok();
            assert!(taken, "{}: {suggested}", rule.what);
        }
    }
}
