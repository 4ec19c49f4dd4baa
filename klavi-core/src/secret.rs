//! Names that announce a secret, whatever the schema says, and however the pen slipped.

/// What such names contain, in letters only. A name may have one of these with a letter lost, added, replaced or in its
/// neighbour's place.
const LONG: [&str; 7] = ["secret", "accesskey", "accesstoken", "password", "authorization", "credential", "apikey"];

/// The same, but so short that half of all names would have something like them inside: a slip counts only where it is
/// a word of its own.
const SHORT: [&str; 3] = ["token", "senha", "bearer"];

/// Whether a member of this name holds a secret even where no schema knows it.
pub(crate) fn sounds_secret(name: &str) -> bool {
    let (mut words, mut letters) = (Words::new(), name.chars().filter(char::is_ascii_alphabetic));
    letters.any(|letter| words.pass(letter.to_ascii_lowercase() as u8, Slips::None))
}

/// Whether a name that no schema declares may have been meant to be one of a secret.
pub(crate) fn may_mean_secret(name: &str) -> bool {
    let (mut words, mut letters) = (Words::new(), name.chars().filter(char::is_ascii_alphabetic));
    letters.any(|letter| words.pass(letter.to_ascii_lowercase() as u8, Slips::One))
        || words_of(name).any(|word| SHORT.iter().any(|short| is_one_edit(&word, short.as_bytes())))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Slips {
    None,
    One,
}

/// All words side by side, a bit for each of their letters: an automaton that looks for them at every place of a name at
/// once (Wu and Manber's), so that a name as long as the document costs no more than reading it.
#[derive(Debug)]
struct Words {
    /// The letters up to which a word stands here, before this letter and the one before.
    exact: [u128; 2],
    /// The same with one slip.
    once: u128,
    /// Where the letter before stands in the words.
    before: u128,
}

/// The words as bits: where they start and end, and which letter stands where.
struct Table {
    starts: u128,
    long_ends: u128,
    ends: u128,
    letters: [u128; 26],
}

static TABLE: Table = table();

const fn table() -> Table {
    let mut table = Table { starts: 0, long_ends: 0, ends: 0, letters: [0; 26] };
    let mut bit = 0;
    let mut index = 0;
    while index < LONG.len() + SHORT.len() {
        let is_long = index < LONG.len();
        let word = if is_long { LONG[index].as_bytes() } else { SHORT[index - LONG.len()].as_bytes() };
        table.starts |= 1 << bit;
        let mut at = 0;
        while at < word.len() {
            table.letters[(word[at] - b'a') as usize] |= 1 << bit;
            bit += 1;
            at += 1;
        }
        table.ends |= 1 << (bit - 1);
        if is_long {
            table.long_ends |= 1 << (bit - 1);
        }
        index += 1;
    }
    table
}

impl Words {
    /// Before the first letter, only the first letter of each word can be lost.
    fn new() -> Self {
        Self { exact: [0; 2], once: TABLE.starts, before: 0 }
    }

    /// Passes a lower-case letter, and tells whether a word ends here.
    fn pass(&mut self, letter: u8, slips: Slips) -> bool {
        let Table { starts, long_ends, ends, letters } = &TABLE;
        let here = letters[usize::from(letter - b'a')];
        let next = |state: u128| (state << 1) & !starts | starts;
        let [older, old] = self.exact;
        let exact = next(old) & here;
        let lost = next(exact);
        let replaced = next(old);
        let added = old;
        let swapped = (next(next(older) & here) & !starts) & self.before;
        self.once = next(self.once) & here | lost | replaced | added | swapped;
        self.exact = [old, exact];
        self.before = here;
        exact & ends != 0 || slips == Slips::One && self.once & long_ends != 0
    }
}

/// The words of a name in lower case, as capitals and what is no letter part them.
fn words_of(name: &str) -> impl Iterator<Item = Vec<u8>> {
    let parts = name.split(|letter: char| !letter.is_ascii_alphabetic());
    parts.flat_map(|part| {
        let mut words: Vec<Vec<u8>> = Vec::new();
        let mut in_capitals = true;
        for letter in part.bytes() {
            if letter.is_ascii_uppercase() && !in_capitals || words.is_empty() {
                words.push(Vec::new());
            }
            in_capitals = letter.is_ascii_uppercase();
            if let Some(word) = words.last_mut() {
                word.push(letter.to_ascii_lowercase());
            }
        }
        words
    })
}

/// Whether one letter lost, added, replaced or in its neighbour's place makes one word the other.
fn is_one_edit(a: &[u8], b: &[u8]) -> bool {
    if a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let same = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[same..], &b[same..]);
    match (a, b) {
        ([], []) => true,
        _ if a.get(1..) == b.get(1..) || a.get(1..) == Some(b) || Some(a) == b.get(1..) => true,
        ([first, second, a @ ..], [third, fourth, b @ ..]) => (first, second, a) == (fourth, third, b),
        _ => false,
    }
}

/// Whether an unknown member name may be shown: it reads like a field, in small words, and not like a person, a number or
/// a token.
///
/// ```
/// use klavi_core::reads_like_field;
///
/// assert!(reads_like_field("clientRequestId") && reads_like_field("address_line2"));
/// assert!(!reads_like_field("76109277673") && !reads_like_field("fulano@example.com"));
/// assert!(!reads_like_field("MariaOliveira") && !reads_like_field("s3cr3tPqxz"));
/// ```
#[must_use]
pub fn reads_like_field(name: &str) -> bool {
    let words = name.strip_prefix(['_', '$']).unwrap_or(name).as_bytes();
    let is_known = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'$');
    // Digits count things; inside a word they are of something else.
    let number_in_word = |pair: &[u8]| pair[0].is_ascii_digit() && pair[1].is_ascii_lowercase();
    name.len() <= 40
        && words.first().is_some_and(u8::is_ascii_lowercase)
        && words.iter().all(is_known)
        && words.iter().filter(|byte| byte.is_ascii_digit()).count() < 4
        && !words.windows(2).any(number_in_word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_secrets() {
        for name in [
            "secretKey",
            "secret_key",
            "SECRETKEY",
            "client-secret",
            "accessKey",
            "x-access-key",
            "accessToken",
            "token",
            "refreshToken2",
            "userPassword",
            "Authorization",
            "authorization_header",
            "senhaDoUsuario",
            "apiKey",
            "bearer",
            "to ken",
            "sec\u{200b}ret",
        ] {
            assert!(sounds_secret(name) && may_mean_secret(name), "{name}");
        }
    }

    #[test]
    fn slips_of_the_pen() {
        for word in
            ["secretKey", "accessKey", "accessToken", "password", "authorization", "credential", "apiKey", "token"]
        {
            let letters: Vec<char> = word.chars().collect();
            for at in 0..letters.len() {
                let mut slips = vec![letters.clone(); 4];
                slips[0].remove(at);
                slips[1].insert(at, 'x');
                slips[2][at] = if letters[at].is_uppercase() { 'X' } else { 'x' };
                slips[3].swap(at, (at + 1).min(letters.len() - 1));
                for slip in slips {
                    let slip: String = slip.into_iter().collect();
                    assert!(may_mean_secret(&slip), "{slip}");
                    assert!(may_mean_secret(&format!("my_{slip}")), "my_{slip}");
                    assert!(word == "token" || may_mean_secret(&format!("my{}2", slip.to_lowercase())), "{slip}");
                }
            }
        }
        for name in ["s\u{435}cretKey", "aces\u{301}sKey", "ACCSSKEY", "tkn_token", "acessKey", "scretkey"] {
            assert!(may_mean_secret(name), "{name}");
        }
    }

    #[test]
    fn names_of_other_things() {
        for name in [
            "",
            "key",
            "access",
            "pagamentoEnviado",
            "documento_entrada",
            "stoke",
            "taken_x",
            "spoken",
            "senior",
            "pass",
            "word",
            "author",
            "authorized",
            "credit",
            "creditor",
            "debtor",
            "sector",
            "accessories",
            "apiVersion",
            "id",
        ] {
            assert!(!sounds_secret(name), "{name}");
            assert!(name == "taken_x" || name == "stoke" || !may_mean_secret(name), "{name}");
        }
    }

    #[test]
    fn names_that_read_like_fields() {
        for (name, is_field) in [
            ("a123", true),
            ("a1234", false),
            ("address_line2", true),
            ("line2nd", false),
            ("Name", false),
            ("_id", true),
            ("$ref", true),
            ("a$b-c_d", true),
            ("a.b", false),
            ("é", false),
            ("", false),
            (&"a".repeat(40), true),
            (&"a".repeat(41), false),
        ] {
            assert_eq!(reads_like_field(name), is_field, "{name}");
        }
    }

    #[test]
    fn the_automaton_agrees_with_edits() {
        let words = |name: &str| {
            let (mut words, mut letters) = (Words::new(), name.bytes());
            letters.any(|letter| words.pass(letter, Slips::One))
        };
        let mut random = fastrand::Rng::with_seed(1);
        for _ in 0..20_000 {
            let name: Vec<u8> = (0..8).map(|_| b"secrtapiky"[random.usize(..10)]).collect();
            let parts = (0..name.len()).flat_map(|from| (from..=name.len()).map(move |to| from..to));
            let like =
                parts.clone().any(|part| LONG.iter().any(|word| is_one_edit(&name[part.clone()], word.as_bytes())));
            let name = core::str::from_utf8(&name).unwrap();
            let exact = SHORT.iter().any(|word| name.contains(word));
            assert_eq!(words(name), like || exact, "{name}");
        }
    }
}
