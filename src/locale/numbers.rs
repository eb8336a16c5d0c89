use super::Plural;
use crate::quantity::{Decimal, Separators, is_digit};

/// How a language writes numbers, lists and dates: `Intl` in a browser, CLDR's data elsewhere.
///
/// Numbers arrive as exact decimals and leave as text; nothing in between is a float.
pub trait Numbers {
    /// The number with at least `min_fraction` and at most `max_fraction` digits after the mark, rounded half away
    /// from zero, its digits in groups if `grouping`.
    fn number(&self, value: &Decimal, min_fraction: u32, max_fraction: u32, grouping: bool) -> String;

    /// The plural category of the number, as it would be written with all the digits it has.
    fn plural(&self, value: &Decimal) -> Plural;

    /// "a, b and c".
    fn list(&self, items: &[String]) -> String;

    /// A year, a month or a day of the Gregorian calendar.
    fn date(&self, year: u16, month: Option<u8>, day: Option<u8>) -> String;

    /// The text with a capital first letter, where the language has such.
    fn capitalised(&self, text: &str) -> String;

    /// The separators of this language's numbers.
    fn separators(&self) -> Separators {
        // Large enough that Spanish groups it too.
        let written = self.number(&Decimal::from_parts(123_456_785, 0, 0, false, 1), 1, 1, true);
        let mut marks = written.chars().filter(|c| !is_digit(*c));
        let group = marks.next().unwrap_or(Separators::POINT.group);
        Separators { group, decimal: marks.next_back().unwrap_or(Separators::POINT.decimal) }
    }
}
