//! Which element is blamed for a wrong length, over codes made for the purpose.

use super::super::{BrCodeProblem as Problem, ElementPath};
use super::generator::{self, Code, Element, Random, Value};
use super::problems;

#[test]
fn generated_codes_are_right() {
    let mut random = Random(fastrand::Rng::with_seed(0x9e37_79b9_7f4a_7c15));
    for _ in 0..300 {
        let code = generator::code(&mut random, false).text();
        assert_eq!(problems(&code), [], "{code}");
        let code = generator::code(&mut random, true).text();
        let found = problems(&code);
        assert!(found.iter().all(|problem| matches!(problem, Problem::NotPrintable { .. })), "{found:?} {code}");
    }
}

/// Of codes with exactly one wrong length at least 90 % name its element, and at most 2 % another.
#[test]
fn the_wrong_length_is_blamed() {
    let mut random = Random(fastrand::Rng::with_seed(0x2545_f491_4f6c_dd1d));
    let (mut all, mut right, mut wrong) = (0, 0, Vec::new());
    while all < 1_200 {
        let mut code = generator::code(&mut random, all % 3 == 2);
        let issued = code.text();
        let path = random.of(&paths(&code));
        let Some(length) = wrong_length(&code, path, &mut random) else { continue };
        at_path(&mut code, path).written = Some(length);
        let mut text = code.text();
        // Changed before the checksum was made, or after it.
        if random.one_in(2) {
            text.replace_range(text.len() - 4.., &issued[issued.len() - 4..]);
        }
        all += 1;
        let found = problems(&text);
        if found.iter().any(|problem| blames(*problem) == Some(path)) {
            right += 1;
        } else if !found.iter().all(|problem| is_silent(*problem)) {
            wrong.push(format!("{path}: {text} {found:?}"));
        }
    }
    assert!(right * 100 >= all * 90, "{right} of {all} right");
    assert!(wrong.len() * 100 <= all * 2, "{wrong:#?}");
}

/// A length that is off by one to four, or written with one digit.
fn wrong_length(code: &Code, path: ElementPath, random: &mut Random) -> Option<String> {
    let length = at_path(&mut code.clone(), path).length(code.in_characters);
    if length < 10 && random.one_in(4) {
        return Some(length.to_string());
    }
    let by = 1 + random.below(4);
    let wrong = if random.one_in(2) { length.checked_sub(by).filter(|less| *less > 0)? } else { length + by };
    (wrong < 100).then(|| format!("{wrong:02}"))
}

/// The element that a problem says is of another length.
fn blames(problem: Problem) -> Option<ElementPath> {
    match problem {
        Problem::WrongLength { element, .. } | Problem::LengthForm { element, .. } => Some(element),
        _ => None,
    }
}

/// Whether a problem says nothing about any length.
fn is_silent(problem: Problem) -> bool {
    problem.is_crc() || matches!(problem, Problem::NoElement { .. } | Problem::NotPrintable { .. })
}

/// The elements whose length may be wrong.
fn paths(code: &Code) -> Vec<ElementPath> {
    let inner = |element: &Element| match &element.value {
        Value::Template(inner) => inner.iter().map(|inner| ElementPath::inside(element.id, inner.id)).collect(),
        Value::Text(_) => Vec::new(),
    };
    let chosen = code.elements.iter().filter(|element| matches!(element.id, 26 | 59 | 60 | 62));
    chosen.flat_map(|element| [vec![ElementPath::root(element.id)], inner(element)].concat()).collect()
}

fn at_path(code: &mut Code, path: ElementPath) -> &mut Element {
    let root = path.template.unwrap_or(path.id);
    let element = code.elements.iter_mut().find(|element| element.id == root).unwrap();
    if path.template.is_none() {
        return element;
    }
    let Value::Template(inner) = &mut element.value else { unreachable!("only templates have elements") };
    inner.iter_mut().find(|element| element.id == path.id).unwrap()
}
