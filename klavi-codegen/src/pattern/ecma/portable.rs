//! What ECMA-262 has and another engine lacks or reads in another way: each rule with its reason and the way out.

/// A construct that does not mean the same everywhere.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::pattern) struct Rule {
    pub what: &'static str,
    pub because: &'static str,
    pub instead: &'static str,
}

macro_rules! rules {
    ($($name:ident: $what:literal, $because:literal, $instead:literal;)+) => {
        $(pub(in crate::pattern) const $name: &Rule = &Rule { what: $what, because: $because, instead: $instead };)+

        /// All of them.
        #[cfg(test)]
        pub(in crate::pattern) const ALL: &[&Rule] = &[$($name,)+];
    };
}

rules! {
    LOOK_AROUND: "look-ahead or look-behind", "RE2, Go and Rust have none",
        "say it with `not` or `allOf` beside the pattern";
    BACK_REFERENCE: "a back reference", "RE2, Go and Rust have none", "write the alternatives out";
    NAMED_GROUP: "a named group", "Python writes it in another way", "leave the name out: `(…)`";
    WORD_BOUNDARY: "a word boundary", "Rust and Python count the letters of all scripts as words, ECMA-262 and RE2 do not",
        "name the characters that may stand there, such as `(^|[^0-9A-Za-z_])`";
    DIGIT: r"`\d`", "Rust and Python take the digits of all scripts for it", "write `[0-9]`, or `0-9` within a class";
    NO_DIGIT: r"`\D`", "Rust and Python take the digits of all scripts for it", "write `[^0-9]`";
    WORD: r"`\w`", "Rust and Python take the letters of all scripts for it",
        "write `[0-9A-Za-z_]`, or `0-9A-Za-z_` within a class";
    NO_WORD: r"`\W`", "Rust and Python take the letters of all scripts for it", "write `[^0-9A-Za-z_]`";
    SPACE: r"`\s`", "each engine has its own list of white space", r"name the characters, such as `[ \t]`";
    NO_SPACE: r"`\S`", "each engine has its own list of white space", r"name the characters, such as `[^ \t\r\n]`";
    PROPERTY: "a Unicode property", "Python has none, and each engine its own version of Unicode",
        "write the ranges out, such as `[A-Za-zÀ-ÖØ-öø-ÿ]`";
    CONTROL: r"`\c`", "RE2, Rust and Python have no such escape", r"write `\x` and two hexadecimal digits";
    NULL: r"`\0`", "Rust and Java do not know it by itself", r"write `\x00`";
    BACKSPACE: r"`\b` within a class", "Rust and RE2 refuse it", r"write `\x08`";
    VERTICAL_TAB: r"`\v`", "Java takes every vertical white space for it", r"write `\x0B`";
    UNICODE_ESCAPE: r"`\u`", "RE2 and Go have no such escape, and what follows is a number of its own in each engine",
        r"write the character itself: JSON has the same escape with one backslash, or `\x` and two hexadecimal digits";
    EMPTY_CLASS: "an empty class", "the other engines take the bracket after it for a member",
        r"write `(?:[^a]|a)` for any character, and `false` for a schema that nothing fits";
    BRACKET_IN_CLASS: "`[` within a class", "Java and Rust begin an inner class there", r"write `\[`";
    DOUBLED_IN_CLASS: "a doubled `&`, `-`, `~` or `|` within a class",
        "Java, Rust or a coming Python combine classes by it", r"write the character once, a hyphen as `\-`";
    LEADING_ZERO: "a count with a leading zero", "RE2 and Go take the braces for plain characters", "leave the zero out";
    REPETITION: "a count above 1000, those of inner repetitions multiplied,", "RE2 and Go refuse them",
        "bound the length with `minLength` and `maxLength`";
    DEPTH: "a group within 50 others", "engines bound the nesting in their own ways", "say it with `allOf`";
}
