//! What is asked of strings, on bytes as they stand in the document.

use super::scope::Scope;
use crate::Code;
use crate::program::{Applicator, NodeId, StringCheck, StringRules};

/// How many nodes are asked about one text or shape before the evaluator is, which remembers their answers.
pub(super) const MOST_ASKED: u8 = 32;

/// Whether an applicator holds for a text, told from what its nodes say in a scope, as far as they do. What only chooses is
/// asked whether the text is valid.
pub(super) fn applies(
    applicator: &Applicator,
    scope: Scope,
    mut agrees: impl FnMut(NodeId, Scope) -> Option<bool>,
) -> Option<bool> {
    let mut fitting =
        |ids: &[NodeId]| ids.iter().try_fold(0, |sum, &id| Some(sum + usize::from(agrees(id, Scope::Errors)?)));
    match *applicator {
        Applicator::All(id) => agrees(id, scope),
        Applicator::Any(ids) => Some(fitting(ids)? > 0),
        Applicator::One(ids) => Some(fitting(ids)? == 1),
        Applicator::Not(id) => Some(fitting(&[id])? == 0),
        Applicator::If(condition, then, otherwise) => {
            let branch = if fitting(&[condition])? == 1 { then } else { otherwise };
            branch.map_or(Some(true), |id| agrees(id, scope))
        }
        // A text has neither members nor items.
        Applicator::Assert(_) | Applicator::UnevaluatedProperties(_) | Applicator::UnevaluatedItems(_) => Some(true),
    }
}

/// Whether a text that begins so is worth no warning, whatever follows.
pub(super) fn is_silent_from(rules: &StringRules, head: &[u8]) -> bool {
    let mut advice = rules.checks.iter().filter(|check| check.advice);
    rules.format.is_none()
        && rules.time.is_none()
        && rules.known.is_empty()
        && advice.all(|check| check.code != Code::Not && check.pattern.matches_whatever_follows(head))
}

pub(super) fn passes(check: &StringCheck, text: &[u8]) -> bool {
    check.pattern.matches_utf8(text) != (check.code == Code::Not)
}

/// How many characters there are in UTF-8.
pub(super) fn characters(text: &[u8]) -> usize {
    text.iter().filter(|&&byte| byte & 0xc0 != 0x80).count()
}
