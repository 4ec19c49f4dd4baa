//! All contracts by name, for use without their types.

use crate::{Options, Report};
use klavi_core::Direction;
use klavi_core::program::Program;
use klavi_types::codec;
use std::sync::LazyLock;

/// One request or response of the Klavi payment API.
#[derive(Debug, Clone)]
pub struct Contract {
    /// `<operation>.<request|response>`
    pub name: &'static str,
    /// The schema, ready to run.
    pub program: &'static Program,
    /// The schema's text.
    pub schema: &'static str,
    /// The documented examples: path in the crate `klavi-schema`, and text.
    pub examples: Vec<(&'static str, &'static str)>,
}

impl Contract {
    /// Every finding in a document.
    ///
    /// ```
    /// use klavi_validate::{Options, contract};
    ///
    /// let contract = contract("create-payment.response").unwrap();
    /// let report = contract.check(br#"{"id": 1}"#, &Options::default());
    /// assert_eq!(report.findings[0].code.name(), "expected-field");
    /// assert_eq!(report.findings[1].pointer, "/id");
    /// ```
    #[must_use]
    pub fn check(&self, document: &[u8], options: &Options) -> Report {
        Report::new(self.program, document, options)
    }

    /// Whether a document has no error, within the default limits. This is the fastest way to a verdict.
    #[must_use]
    pub fn is_valid(&self, document: &[u8]) -> bool {
        crate::is_valid_by(self.program, document)
    }

    /// Reads the contract's type and drops it. A contract that is none of [`contracts`] has no type, and refuses nothing.
    ///
    /// # Errors
    ///
    /// What `serde_json` says of a document that the type does not read.
    pub fn read(&self, document: &[u8]) -> serde_json::Result<()> {
        codec(self.program).map_or(Ok(()), |codec| (codec.read)(document))
    }

    /// Reads the contract's type and writes it again; without a type, the document as it is.
    ///
    /// # Errors
    ///
    /// What `serde_json` says of a document that the type does not read.
    ///
    /// ```
    /// let contract = klavi_validate::contract("auth.request").unwrap();
    /// let written = contract.rewrite(br#"{ "secretKey": "b", "accessKey": "a" }"#)?;
    /// assert_eq!(written, br#"{"accessKey":"a","secretKey":"b"}"#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn rewrite(&self, document: &[u8]) -> serde_json::Result<Vec<u8>> {
        codec(self.program).map_or_else(|| Ok(document.to_vec()), |codec| (codec.rewrite)(document))
    }

    /// Where the document travels.
    #[must_use]
    pub fn direction(&self) -> Direction {
        self.program.direction
    }
}

/// All contracts, in the order of the documents.
#[must_use]
pub fn contracts() -> &'static [Contract] {
    static CONTRACTS: LazyLock<Vec<Contract>> = LazyLock::new(|| {
        let text = |path: &str| klavi_schema::document(path).map_or("", |document| document.text);
        klavi_types::CONTRACTS
            .iter()
            .map(|contract| Contract {
                name: contract.name,
                program: contract.program,
                schema: text(contract.schema),
                examples: contract.examples.iter().map(|path| (*path, text(path))).collect(),
            })
            .collect()
    });
    &CONTRACTS
}

/// The contract of this name.
///
/// ```
/// assert!(klavi_validate::contract("auth.request").is_some());
/// assert!(klavi_validate::contract("auth").is_none());
/// ```
#[must_use]
pub fn contract(name: &str) -> Option<&'static Contract> {
    contracts().iter().find(|contract| contract.name == name)
}
