//! Patterns and texts, generated: the same in every run.

/// A pattern and texts to be matched.
#[derive(Debug, Clone)]
pub(super) struct Case {
    pub pattern: String,
    pub texts: Vec<String>,
}

/// That many cases: patterns by the grammar, patterns with a slip, and mere tokens in a row.
pub(super) fn cases(count: usize) -> Vec<Case> {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    (0..count).map(|index| case(&mut random, index)).collect()
}

fn case(random: &mut Random, index: usize) -> Case {
    let (mut pattern, mut sample) = (String::new(), String::new());
    match index % 4 {
        0 => (0..=random.below(6)).for_each(|_| pattern += random.pick(TOKENS)),
        kind => {
            // Every second one by the grammar has nothing in it that another engine lacks.
            let atoms = if kind == 3 { ATOMS.len() } else { PORTABLE };
            disjunction(random, atoms, 3, &mut pattern, &mut sample);
            if kind == 2 && random.below(2) == 0 {
                slip(random, &mut pattern);
            }
        }
    }
    let own: Vec<char> = pattern.chars().chain(sample.chars()).collect();
    let mut texts = vec![String::new(), format!("{sample}\n"), format!("é{sample}"), sample];
    for _ in 0..4 {
        texts.push((0..random.below(6)).map(|_| random.pick(LETTERS)).collect());
        texts.push((0..random.below(6)).filter_map(|_| own.get(random.below(own.len().max(1))).copied()).collect());
    }
    Case { pattern, texts }
}

/// Atoms with a text that each matches; the first [`PORTABLE`] ones mean the same in every engine.
const ATOMS: &[(&str, &str)] = &[
    ("a", "a"),
    ("b", "b"),
    ("é", "é"),
    ("🐲", "🐲"),
    ("-", "-"),
    ("&", "&"),
    (".", "x"),
    ("", ""),
    ("^", ""),
    ("$", ""),
    ("[ab]", "a"),
    ("[^a]", "é"),
    ("[a-c]", "c"),
    ("[-a]", "-"),
    ("[a-]", "-"),
    ("[a-c-z]", "z"),
    ("[^^]", "a"),
    ("[&a&]", "&"),
    (r"[\]\[]", "["),
    (r"[\-b]", "-"),
    (r"[\^-a]", "^"),
    ("[À-ÿ]", "é"),
    ("[0-9]", "7"),
    (r"[\x00-\x1f]", "\u{1f}"),
    (r"[.$(]", "("),
    (r"\.", "."),
    (r"\/", "/"),
    (r"\^\$", "^$"),
    (r"\(\)", "()"),
    (r"\\", "\\"),
    (r"\{\}\|", "{}|"),
    (r"\x41", "A"),
    (r"\xe9", "é"),
    (r"\t", "\t"),
    (r"\n", "\n"),
    (r"[\r\f]", "\r"),
    ("[!-~]", "~"),
    ("[|a]", "|"),
    ("[~]", "~"),
    (" #", " #"),
    ("()", ""),
    ("/", "/"),
    // From here on not portable.
    (r"\d", "7"),
    (r"\D", "\u{663}"),
    (r"\w", "_"),
    (r"\W", "é"),
    (r"\s", "\u{a0}"),
    (r"\S", "\u{85}"),
    (r"[\d\w]", "a"),
    (r"\b", ""),
    (r"\B", ""),
    ("(?=a)", ""),
    ("(?!a)", ""),
    ("(?<=b)", ""),
    ("(?<!b)", ""),
    (r"(a)\1", "aa"),
    ("(?<n>a)", "a"),
    (r"\p{L}", "é"),
    (r"\P{Lu}", "a"),
    (r"\p{Script=Latin}", "a"),
    (r"\cA", "\u{1}"),
    (r"\0", "\0"),
    (r"[\b]", "\u{8}"),
    (r"\v", "\u{b}"),
    (r"\u00e9", "é"),
    (r"\u{1f432}", "🐲"),
    (r"\ud83d\udc32", "🐲"),
    ("[]", ""),
    ("[^]", "a"),
    ("[[]", "["),
    ("[a&&b]", "&"),
    ("[+--]", ","),
    ("[~~]", "~"),
    ("[||]", "|"),
    ("a{02}", "aa"),
    ("a{1001}", "a"),
    ("(?:(?:a{32}){32})", "a"),
];

const PORTABLE: usize = 42;

const QUANTIFIERS: &[&str] = &["*", "+", "?", "{2}", "{1,}", "{0,2}", "{0}", "*?", "+?", "??", "{1,2}?"];

/// What a pattern of no grammar is made of.
const TOKENS: &[&str] = &[
    "a",
    "b",
    "é",
    "-",
    "--",
    "&&",
    "~~",
    "||",
    "^",
    "$",
    ".",
    "*",
    "+",
    "?",
    "++",
    "*+",
    "{",
    "}",
    "{2}",
    "{2,1}",
    "{,2}",
    "{ 2}",
    "{1",
    "(",
    ")",
    "(?:",
    "(?=",
    "(?!",
    "(?<=",
    "(?<!",
    "(?<n>",
    "(?P<n>",
    "(?>",
    "(?i)",
    "(?#",
    "|",
    "[",
    "]",
    "[^",
    "[a-",
    "[z-a]",
    r"[\d-",
    "[]",
    "[^]",
    "\\",
    r"\-",
    r"\_",
    r"\@",
    r"\a",
    r"\e",
    r"\A",
    r"\z",
    r"\Z",
    r"\Q",
    r"\h",
    r"\R",
    r"\é",
    r"\1",
    r"\2",
    r"\01",
    r"\08",
    r"\0",
    r"\9",
    r"\k",
    r"\k<n>",
    r"\c",
    r"\cA",
    r"\c1",
    r"\x",
    r"\x4",
    r"\x41",
    r"\u",
    r"\u00e9",
    r"\u{",
    r"\u{41}",
    r"\u{110000}",
    r"\ud83d",
    r"\udc32",
    r"\pL",
    r"\p{L}",
    r"\p{",
    r"\d",
    r"\w",
    r"\s",
    r"\b",
    r"\B",
    r"\v",
    r"\n",
    r"\/",
    r"\]",
];

const LETTERS: &[char] = &[
    'a', 'b', 'c', 'A', 'x', '0', '7', '-', '[', ']', '&', '~', '|', '^', '$', '.', '_', '\\', '/', ' ', 'é', 'ß',
    '\u{663}', '🐲', '\u{a0}', '\u{feff}', '\n', '\r', '\u{85}', '\u{2028}', '\0', '\u{8}', '\u{b}', '\u{1}',
];

fn disjunction(random: &mut Random, atoms: usize, depth: u32, pattern: &mut String, sample: &mut String) {
    let branches = 1 + random.below(5) / 4;
    let chosen = random.below(branches);
    for branch in 0..branches {
        let mut text = String::new();
        pattern.push_str(if branch > 0 { "|" } else { "" });
        (0..random.below(4)).for_each(|_| term(random, atoms, depth, pattern, &mut text));
        if branch == chosen {
            *sample += &text;
        }
    }
}

fn term(random: &mut Random, atoms: usize, depth: u32, pattern: &mut String, sample: &mut String) {
    if depth > 0 && random.below(4) == 0 {
        *pattern += random.pick(&["(", "(?:"]);
        disjunction(random, atoms, depth - 1, pattern, sample);
        pattern.push(')');
    } else {
        let (atom, text) = ATOMS[random.below(atoms)];
        *pattern += atom;
        *sample += text;
    }
    if random.below(3) == 0 {
        *pattern += random.pick(QUANTIFIERS);
    }
}

/// Leaves a character out, repeats one, or puts a token between two.
fn slip(random: &mut Random, pattern: &mut String) {
    let mut letters: Vec<char> = pattern.chars().collect();
    let at = random.below(letters.len() + 1);
    match random.below(3) {
        0 if at < letters.len() => drop(letters.remove(at)),
        1 if at < letters.len() => letters.insert(at, letters[at]),
        _ => drop(letters.splice(at..at, random.pick(TOKENS).chars())),
    }
    *pattern = letters.into_iter().collect();
}

/// xorshift64
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or(0) % bound
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }
}
