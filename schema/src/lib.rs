//! The contract of the Klavi payment API, as data.
//!
//! Everything here is a JSON file of this folder, kept as text: what the types, validators, published schemas and
//! reference pages are made from. There is no code but the list of files.
//!
//! ```
//! let contract = klavi_schema::CONTRACTS.iter().find(|contract| contract.name == "create-payment.request").unwrap();
//! assert!(contract.schema.text.contains("\"$id\": \"urn:klavi:contract:create-payment.request\""));
//! assert_eq!(contract.examples.len(), 3);
//! ```

/// One file.
///
/// ```
/// assert_eq!(klavi_schema::OPERATIONS.name, "operations.json");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Document {
    /// Its path in this folder, such as `contracts/auth.request.schema.json`.
    pub name: &'static str,
    /// Its text.
    pub text: &'static str,
}

/// A request or response: its schema, the cases that test it, and its documented examples.
///
/// ```
/// let first = klavi_schema::CONTRACTS[0];
/// assert_eq!(first.name, "auth.request");
/// assert_eq!(first.schema.name, "contracts/auth.request.schema.json");
/// assert_eq!(first.cases.name, "contracts/auth.request.cases.json");
/// assert!(first.examples.is_empty());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ContractFiles {
    /// `<operation>.<request|response>`
    pub name: &'static str,
    /// The schema.
    pub schema: Document,
    /// Documents with the exact findings that they have.
    pub cases: Document,
    /// Payloads as the documents print them.
    pub examples: &'static [Document],
}

macro_rules! document {
    ($($path:expr),+) => {
        Document { name: concat!($($path),+), text: include_str!(concat!("../", $($path),+)) }
    };
}

macro_rules! contracts {
    ($($name:literal: [$($number:literal),*];)+) => {
        &[$(ContractFiles {
            name: $name,
            schema: document!("contracts/", $name, ".schema.json"),
            cases: document!("contracts/", $name, ".cases.json"),
            examples: &[$(document!("examples/", $name, ".", $number, ".json")),*],
        }),+]
    };
}

/// All contracts: each name with the numbers of its examples.
///
/// ```
/// assert_eq!(klavi_schema::CONTRACTS.len(), 10);
/// ```
pub const CONTRACTS: &[ContractFiles] = contracts! {
    "auth.request": [];
    "auth.response": [1];
    "list-institutions.response": [1];
    "create-payment.request": [1, 2, 3];
    "create-payment.response": [1];
    "get-payment.response": [1];
    "get-payment-status.response": [1];
    "consent-links.request": [];
    "consent-links.response": [1];
    "error.response": [1];
};

/// The operations: method, paths, hosts, parameters and the contract of each body.
///
/// ```
/// assert!(klavi_schema::OPERATIONS.text.contains("/payment/customer/v1/instant/payments"));
/// ```
pub const OPERATIONS: Document = document!("operations.json");

/// The metaschema of the dialect in which the contracts are written.
///
/// ```
/// assert!(klavi_schema::DIALECT.text.contains("\"additionalProperties\": false"));
/// ```
pub const DIALECT: Document = document!("dialect.schema.json");

/// The codes: group, severities, sources and examples. What is said of them stands in [`LANGUAGES`].
///
/// ```
/// assert!(klavi_schema::CODES.text.contains("\"proxy-required\""));
/// ```
pub const CODES: Document = document!("catalogue/codes.json");

/// A language, and all that is said in it.
///
/// ```
/// assert_eq!(klavi_schema::LANGUAGES[0].document.name, "catalogue/en.json");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Language {
    /// The name, such as `pt-BR`.
    pub name: &'static str,
    /// Its sentences: of findings, of the tool, of codes, sources and keywords.
    pub document: Document,
}

macro_rules! languages {
    ($($name:literal),+) => {
        &[$(Language { name: $name, document: document!("catalogue/", $name, ".json") }),+]
    };
}

/// All languages. The first one is that of builds and of `Display`.
///
/// ```
/// assert_eq!(klavi_schema::LANGUAGES.iter().map(|language| language.name).collect::<Vec<_>>(), ["en", "pt-BR"]);
/// ```
pub const LANGUAGES: &[Language] = languages!["en", "pt-BR"];

/// Mistakes that people really make, each with the finding that mends it.
///
/// ```
/// assert_eq!(klavi_schema::MISTAKES.name, "mistakes.json");
/// ```
pub const MISTAKES: Document = document!("mistakes.json");

/// The legend: what each label of a source is, and what the words for confidence mean.
///
/// ```
/// assert!(klavi_schema::SOURCES.text.contains("\"label\": \"002\""));
/// ```
pub const SOURCES: Document = document!("sources.json");

/// The JSON Schema of one line of the vectors. The lines themselves are made from the cases by `validate --export`.
///
/// ```
/// assert!(klavi_schema::VECTOR_SCHEMA.text.contains("urn:klavi:vector:1"));
/// ```
pub const VECTOR_SCHEMA: Document = document!("vectors/vector.schema.json");

/// Texts and what the parsers make of them: CPF, CNPJ, Pix keys, BR Codes, dates, amounts and the other identifiers.
/// One JSON object a line.
///
/// ```
/// assert!(klavi_schema::PARSER_VECTORS.text.lines().count() > 200);
/// ```
pub const PARSER_VECTORS: Document = document!("vectors/parsers.jsonl");

/// The JSON Schema of one line of the vectors of the parsers.
///
/// ```
/// assert!(klavi_schema::PARSER_VECTOR_SCHEMA.text.contains("urn:klavi:parser-vector:1"));
/// ```
pub const PARSER_VECTOR_SCHEMA: Document = document!("vectors/parser.schema.json");

/// The order of the statuses of a payment, and the times that the rules between calls ask for.
///
/// ```
/// assert!(klavi_schema::EXCHANGES.text.contains("\"pollMilliseconds\""));
/// ```
pub const EXCHANGES: Document = document!("exchanges.json");

/// How an exchange, or a webhook, is written as a line of NDJSON.
///
/// ```
/// assert_eq!(klavi_schema::EXCHANGE.name, "exchange.schema.json");
/// ```
pub const EXCHANGE: Document = document!("exchange.schema.json");

/// Webhooks, one a line, and what a verifier says of each: headers, secret, time and options included.
///
/// ```
/// assert!(klavi_schema::WEBHOOKS.text.lines().count() >= 30);
/// ```
pub const WEBHOOKS: Document = document!("webhooks.jsonl");

const SHARED: &[Document] = &[
    OPERATIONS,
    EXCHANGES,
    EXCHANGE,
    DIALECT,
    CODES,
    MISTAKES,
    SOURCES,
    VECTOR_SCHEMA,
    PARSER_VECTORS,
    PARSER_VECTOR_SCHEMA,
    WEBHOOKS,
];

/// All files, those of no single contract first.
///
/// ```
/// assert_eq!(klavi_schema::documents().next(), Some(&klavi_schema::OPERATIONS));
/// ```
pub fn documents() -> impl Iterator<Item = &'static Document> {
    let of_contracts =
        CONTRACTS.iter().flat_map(|contract| [&contract.schema, &contract.cases].into_iter().chain(contract.examples));
    SHARED.iter().chain(LANGUAGES.iter().map(|language| &language.document)).chain(of_contracts)
}

/// The file of this path.
///
/// ```
/// let schema = klavi_schema::document("contracts/create-payment.request.schema.json").unwrap();
/// assert_eq!(*schema, klavi_schema::CONTRACTS[3].schema);
/// assert_eq!(klavi_schema::document("contracts/no-such-file.json"), None);
/// ```
#[must_use]
pub fn document(path: &str) -> Option<&'static Document> {
    documents().find(|document| document.name == path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{fs, path::Path};

    fn json_files(folder: &str) -> Vec<String> {
        let entries = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap();
        let paths = entries.map(|entry| entry.unwrap().path());
        let json = paths.filter(|path| path.extension().is_some_and(|extension| extension == "json"));
        json.map(|path| format!("{folder}{}", path.file_name().unwrap().to_str().unwrap())).collect()
    }

    #[test]
    fn every_file_is_listed() {
        let found: Vec<_> =
            ["", "catalogue/", "contracts/", "examples/", "vectors/"].into_iter().flat_map(json_files).collect();
        let unlisted: Vec<_> = found.iter().filter(|path| document(path).is_none()).collect();
        assert!(unlisted.is_empty(), "add to CONTRACTS, LANGUAGES or SHARED in src/lib.rs: {unlisted:?}");
        let is_json = |path: &Path| path.extension().is_some_and(|extension| extension == "json");
        let listed = documents().filter(|document| is_json(document.name.as_ref()));
        assert_eq!(found.len(), listed.count(), "a file is listed twice");
    }
}
