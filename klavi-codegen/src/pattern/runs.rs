//! Patterns that are a plain sequence of ASCII classes, such as `^[0-9]{1,16}[.][0-9]{2}$`.

use klavi_core::program::ClassRun;
use regex_syntax::hir::{Class, Hir, HirKind, Look};

/// The runs of a pattern, if at most one of them has a choice of length.
pub(super) fn runs(translated: &str) -> Option<Vec<ClassRun>> {
    let hir = regex_syntax::parse(translated).ok()?;
    let HirKind::Concat(parts) = hir.kind() else { return None };
    let [first, middle @ .., last] = &parts[..] else { return None };
    if *first.kind() != HirKind::Look(Look::Start) || *last.kind() != HirKind::Look(Look::End) {
        return None;
    }
    let runs = middle.iter().map(parts_of).collect::<Option<Vec<_>>>()?.concat();
    let choices = runs.iter().filter(|run| run.min != run.max).count();
    let longest = runs.iter().try_fold(0u32, |sum, run| sum.checked_add(run.min));
    (choices <= 1 && longest.is_some()).then_some(runs)
}

fn parts_of(hir: &Hir) -> Option<Vec<ClassRun>> {
    Some(match hir.kind() {
        HirKind::Capture(capture) => parts_of(&capture.sub)?,
        HirKind::Concat(parts) => parts.iter().map(parts_of).collect::<Option<Vec<_>>>()?.concat(),
        HirKind::Literal(literal) => {
            let ascii = literal.0.iter().all(u8::is_ascii);
            ascii.then(|| {
                literal.0.iter().map(|&byte| ClassRun { class: vec![(byte, byte)].leak(), min: 1, max: 1 }).collect()
            })?
        }
        HirKind::Class(class) => vec![ClassRun { class: ascii(class)?, min: 1, max: 1 }],
        HirKind::Repetition(repetition) => match &parts_of(&repetition.sub)?[..] {
            [ClassRun { class, min: 1, max: 1 }] => {
                vec![ClassRun { class, min: repetition.min, max: repetition.max.unwrap_or(u32::MAX) }]
            }
            _ => return None,
        },
        _ => return None,
    })
}

fn ascii(class: &Class) -> Option<&'static [(u8, u8)]> {
    let ranges: Vec<(u32, u32)> = match class {
        Class::Unicode(class) => {
            class.ranges().iter().map(|range| (range.start().into(), range.end().into())).collect()
        }
        Class::Bytes(class) => class.ranges().iter().map(|range| (range.start().into(), range.end().into())).collect(),
    };
    let byte = |bound: u32| u8::try_from(bound).ok().filter(u8::is_ascii);
    let ranges: Option<Vec<_>> = ranges.iter().map(|&(start, end)| Some((byte(start)?, byte(end)?))).collect();
    ranges.map(|ranges| &*ranges.leak())
}
