//! What `codes.json` says of each code. The words stand apart, in [`RULES`](super::rules): a program that only checks does
//! not carry them.

use super::{BankAnswer, Example, Reference};
use klavi_core::Code;
use serde::Deserialize;
use serde::de::Error as _;
use std::sync::LazyLock;

/// A code without its words.
#[derive(Debug)]
pub(super) struct Entry {
    pub code: Code,
    pub source: Vec<Reference>,
    pub bank: Option<BankAnswer>,
    pub bad: Example,
    pub good: Example,
}

/// All codes in the order of [`Code::ALL`].
pub(super) fn entries() -> &'static [Entry] {
    static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(|| {
        let mut entries = read(klavi_schema::CODES.text).expect("codes.json is part of this release and tested");
        entries.sort_by_key(|entry| entry.code);
        entries
    });
    &ENTRIES
}

fn read(text: &str) -> serde_json::Result<Vec<Entry>> {
    #[derive(Deserialize)]
    struct CodesFile {
        codes: Vec<Written>,
    }
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Written {
        code: String,
        source: Vec<Reference>,
        bank: Option<String>,
        bank_confidence: Option<String>,
        bad: Example,
        good: Example,
    }
    let file: CodesFile = serde_json::from_str(text)?;
    let entry = |Written { code, source, bank, bank_confidence, bad, good }: Written| {
        let code = code.parse().map_err(serde_json::Error::custom)?;
        let bank = bank.zip(bank_confidence).map(|(code, confidence)| BankAnswer { code, confidence });
        Ok(Entry { code, source, bank, bad, good })
    };
    file.codes.into_iter().map(entry).collect()
}
