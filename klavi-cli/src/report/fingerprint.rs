//! What tells findings apart from run to run, without any value.

use crate::model::outcome::Outcome;
use klavi_core::{looks_like_identifier, mask_shape};
use klavi_validate::Finding;
use std::collections::HashMap;

/// The findings of a document, each with its fingerprint; no two are equal.
pub fn fingerprints<'a>(
    outcome: &'a Outcome<'_>,
    findings: &'a [Finding],
) -> impl Iterator<Item = (&'a Finding, String)> {
    let index = outcome.index.to_string();
    let mut counts: HashMap<u64, u32> = HashMap::new();
    findings.iter().map(move |finding| {
        let pointer = plain(&finding.pointer);
        let hash =
            hash(&[&outcome.file.name, &index, &outcome.base, finding.code.name(), &pointer, &finding.schema_location]);
        let nth = counts.entry(hash).or_default();
        *nth += 1;
        (finding, format!("{hash:016x}{nth:04x}"))
    })
}

/// The fingerprint of a document that was not checked.
pub fn of_unchecked(outcome: &Outcome<'_>, reason: &str) -> String {
    format!("{:016x}0001", hash(&[&outcome.file.name, &outcome.index.to_string(), reason]))
}

/// The fingerprint of what is true of a whole run.
pub fn of_run(what: &str) -> String {
    format!("{:016x}0001", hash(&[what]))
}

/// The pointer without names that could be somebody's data, even where values are shown.
fn plain(pointer: &str) -> String {
    let is_plain =
        |segment: &str| looks_like_identifier(segment) || segment.len() < 8 && segment.parse::<u32>().is_ok();
    let segments = pointer.split('/');
    let shown = segments.map(|segment| if is_plain(segment) { segment.to_owned() } else { mask_shape(segment) });
    shown.collect::<Vec<_>>().join("/")
}

/// FNV-1a over the parts, each ended by a byte that no text has.
fn hash(parts: &[&str]) -> u64 {
    let bytes = parts.iter().flat_map(|part| part.bytes().chain([0xff]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
