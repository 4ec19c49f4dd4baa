//! Two documents that differ in a line or two, with these lines marked.

/// Both documents, with a minus before the lines that only the first has, and a plus before those of the second.
pub fn marked(first: &str, second: &str) -> (String, String) {
    let lines = [first, second].map(|text| text.trim_end().lines().collect::<Vec<_>>());
    let common = common(&lines[0], &lines[1]);
    let marks = |side: usize, mark: char| {
        let shared: Vec<usize> = common.iter().map(|pair| [pair.0, pair.1][side]).collect();
        let line = |(index, line): (usize, &&str)| {
            let mark = if shared.binary_search(&index).is_ok() { ' ' } else { mark };
            format!("{mark} {line}")
        };
        lines[side].iter().enumerate().map(line).collect::<Vec<_>>().join("\n")
    };
    (marks(0, '-'), marks(1, '+'))
}

/// The longest common subsequence of the lines, as pairs of indexes.
fn common(first: &[&str], second: &[&str]) -> Vec<(usize, usize)> {
    let mut longest = vec![vec![0usize; second.len() + 1]; first.len() + 1];
    for i in (0..first.len()).rev() {
        for j in (0..second.len()).rev() {
            longest[i][j] = if first[i] == second[j] {
                longest[i + 1][j + 1] + 1
            } else {
                longest[i + 1][j].max(longest[i][j + 1])
            };
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < first.len() && j < second.len() {
        if first[i] == second[j] {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if longest[i + 1][j] >= longest[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_one_side_are_marked() {
        let marked = |first, second| marked(first, second);
        assert_eq!(marked("a\nb\nc\n", "a\nx\nc\nd\n"), ("  a\n- b\n  c".into(), "  a\n+ x\n  c\n+ d".into()));
        assert_eq!(marked("a\na\n", "a\n"), ("  a\n- a".into(), "  a".into()));
    }
}
