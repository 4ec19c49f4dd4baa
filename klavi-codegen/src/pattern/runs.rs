//! Patterns that are a plain sequence of ASCII classes, such as `^[0-9]{1,16}[.][0-9]{2}$`.

use klavi_core::program::Run;
use regex_syntax::hir::{Class, Hir, HirKind, Look};

/// The runs of a pattern, if taking as many bytes as possible for each is always right.
pub(super) fn runs(translated: &str) -> Option<Vec<Run>> {
    let hir = regex_syntax::parse(translated).ok()?;
    let HirKind::Concat(parts) = hir.kind() else { return None };
    let [first, middle @ .., last] = &parts[..] else { return None };
    if *first.kind() != HirKind::Look(Look::Start) || *last.kind() != HirKind::Look(Look::End) {
        return None;
    }
    let runs = middle.iter().map(parts_of).collect::<Option<Vec<_>>>()?.concat();
    is_greedy(&runs).then_some(runs)
}

/// Whether no run can take a byte that a later one needs.
fn is_greedy(runs: &[Run]) -> bool {
    runs.iter().enumerate().all(|(index, run)| {
        let fixed = run.min == run.max;
        // Optional runs can be empty, so the bytes of all runs up to the next mandatory one may follow.
        let mut following = 0;
        for next in &runs[index + 1..] {
            following |= next.class;
            if next.min > 0 {
                break;
            }
        }
        fixed || run.class & following == 0
    })
}

fn parts_of(hir: &Hir) -> Option<Vec<Run>> {
    Some(match hir.kind() {
        HirKind::Capture(capture) => parts_of(&capture.sub)?,
        HirKind::Concat(parts) => parts.iter().map(parts_of).collect::<Option<Vec<_>>>()?.concat(),
        HirKind::Literal(literal) => {
            let ascii = literal.0.iter().all(u8::is_ascii);
            ascii.then(|| literal.0.iter().map(|&byte| Run { class: 1 << byte, min: 1, max: 1 }).collect())?
        }
        HirKind::Class(class) => vec![Run { class: ascii(class)?, min: 1, max: 1 }],
        HirKind::Repetition(repetition) => match &parts_of(&repetition.sub)?[..] {
            [Run { class, min: 1, max: 1 }] => {
                vec![Run { class: *class, min: repetition.min, max: repetition.max.unwrap_or(u32::MAX) }]
            }
            _ => return None,
        },
        _ => return None,
    })
}

fn ascii(class: &Class) -> Option<u128> {
    let ranges: Vec<(u32, u32)> = match class {
        Class::Unicode(class) => {
            class.ranges().iter().map(|range| (range.start().into(), range.end().into())).collect()
        }
        Class::Bytes(class) => class.ranges().iter().map(|range| (range.start().into(), range.end().into())).collect(),
    };
    ranges.iter().try_fold(0, |bits, &(start, end)| {
        (end < 128).then(|| (start..=end).fold(bits, |bits, byte| bits | 1u128 << byte))
    })
}
