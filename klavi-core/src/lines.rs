//! From offsets to lines and columns.

/// A place in a text, for people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: u32,
    /// The column in Unicode characters, from 1.
    pub column: u32,
    /// The offset in bytes, from 0.
    pub offset: u64,
}

/// The starts of all lines of a text.
#[derive(Debug, Clone)]
pub struct Lines<'a> {
    text: &'a [u8],
    index: LineIndex,
}

/// What is known of the lines of a text, which whoever asks must have at hand.
#[derive(Debug, Clone)]
pub struct LineIndex {
    starts: Vec<usize>,
    /// How many characters start before each block: a document may be one line, and have findings all over it.
    characters: Vec<usize>,
}

/// The bytes of a block.
const BLOCK: usize = 4096;

fn characters(bytes: &[u8]) -> usize {
    // So many that a byte counts them: the compiler then looks at many bytes at once.
    let few = bytes.chunks(usize::from(u8::MAX));
    let starts = few.map(|few| few.iter().map(|byte| u8::from(byte & 0xc0 != 0x80)).sum::<u8>());
    starts.map(usize::from).sum()
}

impl<'a> Lines<'a> {
    /// Finds the lines of a text, which need not be UTF-8. Lines end with LF.
    #[must_use]
    pub fn new(text: &'a [u8]) -> Self {
        Self { text, index: LineIndex::new(text) }
    }

    /// The line and column of an offset.
    ///
    /// ```
    /// use klavi_core::Lines;
    ///
    /// let lines = Lines::new("{\n \"ação\": 1}".as_bytes());
    /// let position = lines.position(12);
    /// assert_eq!((position.line, position.column), (2, 9));
    /// ```
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        self.index.position(self.text, offset)
    }

    /// The bytes of a line without its end; lines count from 1.
    #[must_use]
    pub fn line(&self, number: u32) -> &'a [u8] {
        let (starts, index) = (&self.index.starts, number as usize);
        let Some(&start) = index.checked_sub(1).and_then(|index| starts.get(index)) else { return &[] };
        let end = starts.get(index).map_or(self.text.len(), |next| next - 1);
        let line = &self.text[start..end];
        line.strip_suffix(b"\r").unwrap_or(line)
    }

    /// How many lines there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.index.starts.len()
    }
}

impl LineIndex {
    /// Finds the lines of a text.
    #[must_use]
    pub fn new(text: &[u8]) -> Self {
        let mut starts = vec![0];
        for (index, few) in text.chunks(64).enumerate() {
            // Most lines are long, which is told of many bytes at once.
            if few.iter().map(|byte| u8::from(*byte == b'\n')).sum::<u8>() > 0 {
                let after_breaks = few.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
                starts.extend(after_breaks.map(|(at, _)| index * 64 + at + 1));
            }
        }
        let blocks = text.chunks(BLOCK).scan(0, |before, block| {
            let after = *before + characters(block);
            Some(core::mem::replace(before, after))
        });
        Self { characters: blocks.collect(), starts }
    }

    /// The line and column of an offset in the text of which this was made.
    #[must_use]
    pub fn position(&self, text: &[u8], offset: usize) -> Position {
        let offset = offset.min(text.len());
        let line = self.starts.partition_point(|&start| start <= offset);
        let before = |offset| self.characters_before(text, offset);
        let column = before(offset) - before(self.starts[line - 1]) + 1;
        let narrow = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Position { line: narrow(line), column: narrow(column), offset: offset as u64 }
    }

    fn characters_before(&self, text: &[u8], offset: usize) -> usize {
        let block = (offset / BLOCK).min(self.characters.len().saturating_sub(1));
        self.characters
            .get(block)
            .map_or(0, |before| before + characters(text.get(block * BLOCK..offset).unwrap_or_default()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_given_without_its_end() {
        let lines = Lines::new(b"a\r\n\nbc\n");
        assert_eq!([0, 1, 2, 3, 4, 5].map(|number| lines.line(number)), [&b""[..], b"a", b"", b"bc", b"", b""]);
        assert_eq!((lines.count(), Lines::new(b"").count(), Lines::new(b"a").line(1)), (4, 1, &b"a"[..]));
    }

    #[test]
    fn columns_far_into_a_line() {
        let text = format!("é\n{}\n{}x", "aé".repeat(5000), "😀".repeat(3000));
        let lines = Lines::new(text.as_bytes());
        for (offset, character) in text.char_indices().chain([(text.len(), ' ')]) {
            let before = &text[..offset];
            let line = before.matches('\n').count() + 1;
            let column = before.rsplit('\n').next().unwrap().chars().count() + 1;
            let position = lines.position(offset);
            assert_eq!((position.line as usize, position.column as usize), (line, column), "{character} at {offset}");
        }
        assert_eq!(Lines::new(b"").position(7), Position { line: 1, column: 1, offset: 0 });
        let block = "a".repeat(BLOCK);
        assert_eq!(Lines::new(block.as_bytes()).position(BLOCK).column as usize, BLOCK + 1);
    }
}
