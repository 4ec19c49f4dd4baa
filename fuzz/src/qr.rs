//! BR Codes, against the checksum of the crate `crc` and a walk over the elements.

use crate::tells_nothing;
use crc::{CRC_16_IBM_3740, Crc};
use klavi_pix::br_code::{self, BrCodeProblem};
use klavi_pix::{BrCodeRef, Centavos, PixKeyRef};

const CRC: Crc<u16> = Crc::<u16>::new(&CRC_16_IBM_3740);

/// A text as a BR Code, as it is and with its checksum mended. Problems lie in the text, there are none exactly where it
/// is read, and a code that is read has whole elements, the right checksum and contents from its own text.
///
/// # Panics
///
/// Where one of this does not hold.
pub fn br_code(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    one(text);
    // Beyond the checksum, which a mutation always breaks.
    if let Some(body) = text.len().checked_sub(4).and_then(|end| text.get(..end)).filter(|body| body.ends_with("6304"))
    {
        let sealed = format!("{body}{:04X}", CRC.checksum(body.as_bytes()));
        let problems = one(&sealed);
        let wrong = problems.iter().any(|problem| matches!(problem, BrCodeProblem::CrcWrong { .. }));
        assert!(!wrong, "{problems:?}");
    }
}

fn one(code: &str) -> Vec<BrCodeProblem> {
    let mut problems = Vec::new();
    br_code::check(code, &mut |problem| problems.push(problem));
    for problem in &problems {
        assert!(problem.at().is_none_or(|at| at <= code.len()), "{problem:?}");
        tells_nothing(problem, code);
    }
    assert_eq!(BrCodeRef::parse(code).err(), problems.first().copied());
    if let Some(read) = BrCodeRef::read(code) {
        contents(&read, code);
    }
    if problems.is_empty() {
        assert!(code.len() <= br_code::MAX_BYTES && !code.contains(char::is_control));
        // What an arrangement keeps in its template may have accents, and then lengths may count characters.
        assert!(!code.is_ascii() || elements(code).is_some_and(|ids| ids.last() == Some(&"63")));
        let (body, crc) = code.split_at(code.len() - 4);
        assert_eq!(crc, format!("{:04X}", CRC.checksum(body.as_bytes())));
    }
    problems
}

/// Whatever is read is a part of the code.
fn contents(read: &BrCodeRef<'_>, code: &str) {
    let parts = [
        read.key(),
        read.information(),
        read.facilitator(),
        read.url(),
        read.recurrence_url(),
        read.amount_text(),
        read.name(),
        read.city(),
        read.postcode(),
        read.txid(),
        read.crc(),
    ];
    assert!(parts.into_iter().flatten().all(|part| code.contains(part)));
    assert_eq!(read.as_str(), code);
    assert_eq!(read.pix_key().map(PixKeyRef::as_str), read.key().filter(|key| PixKeyRef::parse(key).is_ok()));
    assert!(read.amount().is_none_or(|amount| amount <= Centavos::MAX));
    let _ = (read.is_single_use(), read.is_static(), read.is_dynamic(), read.is_composite(), read.has_due_date());
    assert!(!format!("{read:?}").contains(code));
}

/// The ids of the elements, if their lengths add up.
fn elements(code: &str) -> Option<Vec<&str>> {
    let (mut ids, mut rest) = (Vec::new(), code);
    while !rest.is_empty() {
        let length: usize = rest.get(2..4)?.parse().ok()?;
        ids.push(rest.get(..2)?);
        rest = rest.get(4 + length..)?;
    }
    Some(ids)
}
