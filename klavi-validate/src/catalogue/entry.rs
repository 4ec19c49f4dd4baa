//! What `codes.json` says of each code. The words stand apart, in [`RULES`](super::rules): a program that only checks does
//! not carry them.

use super::example::Example;
use klavi_core::Code;
use serde::Deserialize;
use serde::de::Error as _;
use std::sync::LazyLock;

/// A document that states a rule.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct Reference {
    /// The document's label.
    pub document: String,
    /// How sure its wording is: `verbatim`, `reconstructed` or `inferred`.
    pub confidence: String,
}

/// What a bank answers.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct BankAnswer {
    /// The code of the answer, such as `PARAMETRO_INVALIDO`.
    pub code: String,
    /// Whether the regulator's documents say so (`specified`) or integrators saw it (`observed`).
    pub confidence: String,
}

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
