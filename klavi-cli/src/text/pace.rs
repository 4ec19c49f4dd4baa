//! How far and how fast a run is, in words.

use crate::text::sentences::pace;
use klavi_validate::{Lang, say};
use std::time::Duration;

/// What is known of a run that is under way.
#[derive(Debug, Clone, Copy)]
pub struct Pace {
    pub documents: u64,
    pub time: Duration,
    /// The part that is done, from 0 to 1, where the end is known.
    pub part: Option<f64>,
}

impl Pace {
    /// Documents, documents a second, and where the end is known the part that is done and the time that is left.
    pub fn text(&self, lang: Lang) -> String {
        let seconds = self.time.as_secs_f64().max(f64::MIN_POSITIVE);
        #[expect(clippy::cast_precision_loss, reason = "three digits are shown")]
        let rate = whole(self.documents as f64 / seconds);
        let (documents, rate) = (grouped(self.documents, lang), grouped(rate, lang));
        let mut text = say!(pace::RATE, documents, rate);
        if let Some(part) = self.part.filter(|part| *part > 0.0) {
            let (percent, left) = (whole(part * 100.0), whole((seconds / part - seconds).ceil()));
            let left = if left < 120 { format!("{left} s") } else { format!("{} min", left.div_ceil(60)) };
            text = say!(pace::PART, pace = text, percent, left);
        }
        text.message(lang)
    }
}

/// A number that is not negative, without its fraction.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "casts of floats end at the bounds")]
fn whole(number: f64) -> u64 {
    number as u64
}

/// A number with its digits in groups of three.
fn grouped(number: u64, lang: Lang) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push_str(pace::SEPARATOR.text(lang));
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rate_part_and_time_left() {
        for (documents, seconds, part, en, pt_br) in [
            (7, 2, None, "7 documents, 3 per second", "7 documentos, 3 por segundo"),
            (
                1_234_567,
                10,
                Some(0.25),
                "1,234,567 documents, 123,456 per second, 25 %, 30 s left",
                "1.234.567 documentos, 123.456 por segundo, 25 %, faltam 30 s",
            ),
            (
                1000,
                60,
                Some(0.1),
                "1,000 documents, 16 per second, 10 %, 9 min left",
                "1.000 documentos, 16 por segundo, 10 %, faltam 9 min",
            ),
            (
                5,
                1,
                Some(1.0),
                "5 documents, 5 per second, 100 %, 0 s left",
                "5 documentos, 5 por segundo, 100 %, faltam 0 s",
            ),
        ] {
            let pace = Pace { documents, time: Duration::from_secs(seconds), part };
            assert_eq!(pace.text(Lang::En), en);
            assert_eq!(pace.text(Lang::PtBr), pt_br);
        }
    }
}
