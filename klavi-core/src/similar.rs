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
    if name.len() > LONGEST {
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

/// The index of the known name of which this one is a slip of the pen, if there is one: other letter case, other marks
/// between its words, or in each word at most one letter added, lost, replaced, or exchanged with its neighbour.
///
/// A word of its own is no slip, however near it comes.
///
/// ```
/// use klavi_core::slip;
///
/// assert_eq!(slip("pix_dic", &["PIX_MANU", "PIX_DICT"]), Some(1));
/// assert_eq!(slip("consentUrl", &["consent_url"]), Some(0));
/// assert_eq!(slip("BIMESTRAL", &["SEMESTRAL", "TRIMESTRAL"]), None);
/// ```
#[must_use]
pub fn slip(name: &str, known: &[&str]) -> Option<usize> {
    if name.len() > LONGEST {
        return None;
    }
    let (words, letters) = (words(name), letters(name));
    let may_be_meant = |known: &str| (letters ^ self::letters(known)).count_ones() as usize <= 2 * words.len();
    let known = known.iter().enumerate().filter(|(_, known)| may_be_meant(known));
    let steps = known.filter_map(|(index, known)| Some((slips(&words, &self::words(known))?, index)));
    steps.min().map(|(_, index)| index)
}

/// The letters of a name, each as one of 64 bits. A slip in a word changes two of them at most.
fn letters(name: &str) -> u64 {
    let letters = name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase);
    letters.fold(0, |letters, letter| letters | 1 << (u32::from(letter) % 64))
}

/// The words of a name in small letters: parted by marks, and by a capital after a small letter.
fn words(name: &str) -> Vec<Vec<char>> {
    let mut words = vec![Vec::new()];
    let mut was_small = false;
    for letter in name.chars() {
        if !letter.is_alphanumeric() || (was_small && letter.is_uppercase()) {
            words.push(Vec::new());
        }
        if let Some(word) = words.last_mut().filter(|_| letter.is_alphanumeric()) {
            word.extend(letter.to_lowercase());
        }
        was_small = letter.is_lowercase();
    }
    words
}

/// How many slips lead from one name to another, if slips do.
fn slips(name: &[Vec<char>], known: &[Vec<char>]) -> Option<usize> {
    let whole = distance(&name.concat(), &known.concat());
    if whole <= 1 && known.concat().len() > SHORT {
        return Some(whole);
    }
    let in_words = || name.iter().zip(known).map(|(word, known)| (distance(word, known), known.len()));
    let is_slip = name.len() == known.len() && in_words().all(|(steps, len)| steps == 0 || (steps == 1 && len > SHORT));
    is_slip.then(|| in_words().map(|(steps, _)| steps).sum())
}

/// One letter is too much of a word of this length.
const SHORT: usize = 2;

/// No name of a contract comes near this length; longer input would only cost time.
const LONGEST: usize = 64;

/// The optimal string alignment distance.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut last: Vec<usize> = (0..=b.len()).collect();
    let (mut before, mut row) = (last.clone(), last.clone());
    for i in 0..a.len() {
        row[0] = i + 1;
        for j in 0..b.len() {
            let replaced = last[j] + usize::from(a[i] != b[j]);
            row[j + 1] = replaced.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] {
                row[j + 1] = row[j + 1].min(before[j - 1] + 1);
            }
        }
        core::mem::swap(&mut before, &mut last);
        core::mem::swap(&mut last, &mut row);
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
    fn a_slip_is_one_edit_in_a_word() {
        let lists: [&[&str]; 3] = [
            &["SEMANAL", "MENSAL", "ANUAL", "SEMESTRAL", "TRIMESTRAL"],
            &["initType", "debtorAccount", "creditorAccount", "redirectUrl"],
            &["CONSENT_AUTHORIZED", "PAYMENT_COMPLETED", "BRL", "id"],
        ];
        for (name, list, meant) in [
            ("MENSUAL", 0, Some(1)),
            ("mensal", 0, Some(1)),
            ("SEMESTARL", 0, Some(3)),
            ("BIMESTRAL", 0, None),
            ("BIENAL", 0, None),
            ("QUINZENAL", 0, None),
            ("initype", 1, Some(0)),
            ("init_type", 1, Some(0)),
            ("debtorAcount", 1, Some(1)),
            ("debitorAcount", 1, Some(1)),
            ("account", 1, None),
            ("redirectURI", 1, Some(3)),
            ("CONCENT_AUTHORISED", 2, Some(0)),
            ("PAYMENT_CANCELED", 2, None),
            ("USD", 2, None),
            ("brl", 2, Some(2)),
            ("if", 2, None),
        ] {
            assert_eq!(slip(name, lists[list]), meant, "{name}");
        }
    }

    #[test]
    fn what_is_left_out_by_its_letters_is_no_slip() {
        let known = ["amount", "initType", "debtorAccount", "PAYMENT_COMPLETED", "ação", "id"];
        let letters = ['a', 'T', '_', '7', 'é', '-'];
        let edits = |name: &str| {
            let name: Vec<char> = name.chars().collect();
            let mut edited = Vec::new();
            for at in 0..name.len() {
                let (before, behind) = name.split_at(at);
                edited.push([before, &behind[1..]].concat());
                edited.push([behind, before].concat());
                for letter in letters {
                    edited.push([before, &[letter], behind].concat());
                    edited.push([before, &[letter], &behind[1..]].concat());
                }
            }
            edited.into_iter().map(String::from_iter).collect::<Vec<_>>()
        };
        let (mut slips, mut others) = (0, 0);
        for name in known.iter().flat_map(|known| edits(known)).flat_map(|once| [edits(&once), vec![once]].concat()) {
            let words = words(&name);
            let steps = |(index, known): (usize, &&str)| Some((super::slips(&words, &super::words(known))?, index));
            let nearest = known.iter().enumerate().filter_map(steps).min().map(|(_, index)| index);
            assert_eq!(slip(&name, &known), nearest, "{name}");
            *if nearest.is_some() { &mut slips } else { &mut others } += 1;
        }
        assert!(slips > 500 && others > 5_000, "{slips}, {others}");
    }

    #[test]
    fn the_nearest_wins_and_the_far_are_not_offered() {
        assert_eq!(most_similar("CONSENT_AUTHORIED", &["CONSENT_REJECTED", "CONSENT_AUTHORIZED"]), Some(1));
        assert_eq!(most_similar("brl", &["BRL"]), Some(0));
        assert_eq!(most_similar("", &["a"]), None);
        assert_eq!(most_similar("abcdef", &["abcxyz"]), None);
        assert_eq!(most_similar("abcdef", &["abcdxy"]), Some(0));
        let longest = "a".repeat(64);
        assert_eq!(most_similar(&longest, &[&longest]), Some(0));
        assert_eq!(most_similar(&"a".repeat(65), &[&longest]), None);
        assert_eq!(slip(&longest, &[&longest]), Some(0));
        for length in [65, 66, 99] {
            let longer = "a".repeat(length);
            assert_eq!((slip(&longer, &[&longer]), most_similar(&longer, &[&longer])), (None, None), "{length}");
        }
    }
}
