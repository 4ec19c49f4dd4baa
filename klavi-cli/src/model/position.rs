//! Places in a file, from places in a part of it.

use klavi_core::{Lines, Position};

/// The start of a file.
pub const START: Position = Position { line: 1, column: 1, offset: 0 };

/// The position in the file of a position in a text that starts there.
pub fn shift(start: Position, inside: Position) -> Position {
    Position {
        line: start.line + inside.line - 1,
        column: if inside.line == 1 { start.column + inside.column - 1 } else { inside.column },
        offset: start.offset + inside.offset,
    }
}

/// The position in the file of an offset in a text that starts there.
pub fn position(start: Position, text: &[u8], offset: usize) -> Position {
    shift(start, Lines::new(&text[..offset]).position(offset))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_move_with_their_text() {
        let start = Position { line: 3, column: 5, offset: 20 };
        let text = "{\n  \"é\": 1}".as_bytes();
        assert_eq!(position(start, text, 0), start);
        assert_eq!(position(start, text, 1), Position { line: 3, column: 6, offset: 21 });
        assert_eq!(position(start, text, 10), Position { line: 4, column: 8, offset: 30 });
    }
}
