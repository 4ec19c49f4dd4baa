//! The fuzz targets on stable: every seed, and the same mutations of it each time.
//!
//! A failure prints the input; put it into `seeds/<target>/` when it is mended.

use klavi_validate::contracts;
use klavi_validate::generate::Generator;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};

/// Bytes that mean something to many targets.
const BYTES: &[u8] = b"\"\\{}[],:0123456789-.eE@+ \n\0\xff";

/// Mutations per target.
const MUTATIONS: usize = 4_000;

macro_rules! replay {
    ($($name:ident),+ $(,)?) => {
        $(#[test]
        fn $name() {
            replay(stringify!($name), klavi_fuzz::$name);
        })+

        #[test]
        fn all_targets_have_seeds_and_nothing_else_has() {
            let names = |folder: &str| -> Vec<String> {
                let entries = fs::read_dir(folder_of(folder)).unwrap();
                let path = |entry: std::io::Result<fs::DirEntry>| entry.unwrap().path();
                let mut names: Vec<_> =
                    entries.map(|entry| path(entry).file_stem().unwrap().to_str().unwrap().to_owned()).collect();
                names.sort();
                names
            };
            let mut targets = vec![$(stringify!($name)),+];
            targets.sort_unstable();
            assert_eq!(names("targets"), targets);
            assert_eq!(names("seeds"), targets);
            assert_eq!(names("dict"), targets);
        }
    };
}

replay!(reader, tree, contract, schema, pattern, cpf_cnpj, pix_key, br_code, date_amount, identifiers);

fn folder_of(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn replay(name: &str, target: fn(&[u8])) {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder_of("seeds").join(name)).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut seeds: Vec<Vec<u8>> = paths.iter().map(|path| fs::read(path).unwrap()).collect();
    assert!(!seeds.is_empty(), "no seeds for {name}");
    if name == "contract" {
        seeds.extend(payloads());
    }
    for seed in &seeds {
        run(target, seed);
    }
    let words = words(name);
    let mut random = Random(fastrand::Rng::with_seed(0x9e37_79b9_7f4a_7c15));
    for round in 0..MUTATIONS {
        let mut input = seeds[round % seeds.len()].clone();
        for _ in 0..=random.below(4) {
            mutate(&mut input, &seeds, &words, &mut random);
        }
        run(target, &input);
    }
}

/// Generated payloads of every contract, clean ones and broken ones, behind the byte that picks it.
fn payloads() -> impl Iterator<Item = Vec<u8>> {
    contracts().iter().zip(0..).flat_map(|(contract, index)| {
        let today = "2031-02-28".parse().unwrap();
        let clean = Generator::new(contract.name, &today).unwrap().seed(1).take(10);
        let broken = Generator::broken(contract.name, None, &today).unwrap().seed(1).take(40);
        clean.chain(broken).map(move |payload| [&[index], &*payload].concat())
    })
}

fn run(target: fn(&[u8]), input: &[u8]) {
    if let Err(panic) = catch_unwind(AssertUnwindSafe(|| target(input))) {
        eprintln!("input: b\"{}\"", input.escape_ascii());
        resume_unwind(panic);
    }
}

/// The words of the target's dictionary.
fn words(name: &str) -> Vec<Vec<u8>> {
    let text = fs::read_to_string(folder_of("dict").join(name).with_extension("dict")).unwrap();
    let quoted = text.lines().filter_map(|line| line.strip_prefix('"')?.strip_suffix('"'));
    let words: Vec<_> = quoted.map(|word| unescaped(word.as_bytes())).collect();
    assert!(!words.is_empty(), "no words for {name}");
    words
}

/// libFuzzer's escapes: `\\`, `\"` and `\xAB`.
fn unescaped(word: &[u8]) -> Vec<u8> {
    let (mut bytes, mut rest) = (Vec::new(), word);
    while let Some((&first, after)) = rest.split_first() {
        rest = after;
        if first != b'\\' {
            bytes.push(first);
        } else if let Some(hex) = after.strip_prefix(b"x") {
            let (digits, after) = hex.split_at(2);
            bytes.push(u8::from_str_radix(str::from_utf8(digits).unwrap(), 16).unwrap());
            rest = after;
        } else {
            bytes.push(after[0]);
            rest = &after[1..];
        }
    }
    bytes
}

/// Changes a byte, takes bytes out, doubles them, puts in a word, or joins two inputs.
fn mutate(input: &mut Vec<u8>, seeds: &[Vec<u8>], words: &[Vec<u8>], random: &mut Random) {
    let at = random.below(input.len() + 1);
    let end = (at + 1 + random.below(8)).min(input.len());
    match random.below(6) {
        0 if at < input.len() => input[at] ^= 1 << random.below(8),
        1 if at < input.len() => input[at] = BYTES[random.below(BYTES.len())],
        2 => drop(input.drain(at..end.max(at))),
        3 => drop(input.splice(at..at, input[at..end.max(at)].to_vec())),
        4 => drop(input.splice(at..end.max(at), words[random.below(words.len())].clone())),
        _ => {
            let other = &seeds[random.below(seeds.len())];
            let from = random.below(other.len() + 1);
            input.truncate(at);
            input.extend_from_slice(&other[from..]);
        }
    }
}

/// Numbers that are the same each time.
struct Random(fastrand::Rng);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0.usize(..bound)
    }
}
