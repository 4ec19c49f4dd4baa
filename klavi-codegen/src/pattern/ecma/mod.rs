//! The patterns of the dialect: regular expressions of ECMA-262 with flag `u` that mean the same in Rust, RE2 (and so in
//! Go), Python and Java.
//!
//! [`parser`] knows the grammar of ECMA-262, [`portable`] what of it other engines lack or read in another way. What is
//! left is in the syntax of the `regex` crate already, but for the dot.
//!
//! "The same" is meant for texts of one line. `$` and the dot see line ends in four ways, and no engine's way can be
//! written in all the others: a schema that must refuse a final line end says so beside the pattern,
//! `"not": {"pattern": "[\n\r\u0085\u2028\u2029]"}`. Here they mean what ECMA-262 says, whatever the text.

mod class;
mod escape;
mod parser;
pub(super) mod portable;
mod refusal;

pub(crate) use refusal::Refusal;

/// The pattern in the syntax of the `regex` crate, or what keeps it out of the dialect.
pub(super) fn translate(source: &str) -> Result<String, Refusal> {
    let parsed = parser::parse(source)?;
    if let Some((at, rule)) = parsed.unportable {
        return Err(Refusal {
            at,
            message: format!("{} is not portable: {}", rule.what, rule.because),
            help: rule.instead.to_owned(),
        });
    }
    let mut translated = String::with_capacity(source.len());
    let mut from = 0;
    for dot in parsed.dots {
        translated += &source[from..dot];
        translated += r"[^\n\r\u{2028}\u{2029}]";
        from = dot + 1;
    }
    Ok(translated + &source[from..])
}

#[cfg(test)]
mod tests;
