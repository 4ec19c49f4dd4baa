//! "Did you mean": the known name that is nearest to an unknown one.

/// The index of the known name that is most similar to this one, if any is similar enough.
///
/// Case does not count. Two neighbours changing places, like a letter added, lost or replaced, is one step; a third of
/// the letters may differ.
///
/// ```
/// use klavi_core::most_similar;
///
/// assert_eq!(most_similar("pix_dic", &["PIX_MANU", "PIX_DICT"]), Some(1));
/// assert_eq!(most_similar("amuont", &["currency", "amount"]), Some(1));
/// assert_eq!(most_similar("zebra", &["currency", "amount"]), None);
/// ```
#[must_use]
pub fn most_similar(name: &str, known: &[&str]) -> Option<usize> {
    // No name of a contract comes near this length; longer input would only cost time.
    if name.len() > 64 {
        return None;
    }
    let fold = |text: &str| text.chars().flat_map(char::to_lowercase).collect::<Vec<_>>();
    let name = fold(name);
    known
        .iter()
        .enumerate()
        .map(|(index, known)| (distance(&name, &fold(known)), index, known.len()))
        .filter(|&(steps, _, len)| steps * 3 <= len.max(name.len()))
        .min()
        .map(|(_, index, _)| index)
}

/// The optimal string alignment distance.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before = vec![0; b.len() + 1];
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 0..a.len() {
        let mut row = vec![i + 1; b.len() + 1];
        for j in 0..b.len() {
            let replaced = last[j] + usize::from(a[i] != b[j]);
            row[j + 1] = replaced.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] {
                row[j + 1] = row[j + 1].min(before[j - 1] + 1);
            }
        }
        before = core::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps() {
        for (a, b, steps) in [("", "", 0), ("a", "", 1), ("ab", "ba", 1), ("kitten", "sitting", 3), ("abcd", "acbd", 1)]
        {
            let chars = |text: &str| text.chars().collect::<Vec<_>>();
            assert_eq!(distance(&chars(a), &chars(b)), steps, "{a} {b}");
        }
    }

    #[test]
    fn the_nearest_wins_and_the_far_are_not_offered() {
        assert_eq!(most_similar("CONSENT_AUTHORIED", &["CONSENT_REJECTED", "CONSENT_AUTHORIZED"]), Some(1));
        assert_eq!(most_similar("brl", &["BRL"]), Some(0));
        assert_eq!(most_similar("", &["a"]), None);
        assert_eq!(most_similar(&"a".repeat(65), &["a"]), None);
    }
}
