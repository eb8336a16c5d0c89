//! Finds numbers with a measure behind them, and ranges of two.

use super::context::{ends_with, skip_approximators};
use super::glyphs::Glyphs;
use super::marks::{Cue, Mark};
use super::measure::{self, Measure};
use super::number::{self, Habits, Number};
use super::words::CURRENCIES;
use crate::quantity::{Arithmetic, Decimal, Quantity};

/// A figure as found, its places counted in glyphs.
#[derive(Clone, Copy)]
pub(super) struct Found {
    pub start: usize,
    pub end: usize,
    pub value: Decimal,
    pub low: Decimal,
    pub high: Decimal,
    pub measure: Measure,
    pub ambiguous: bool,
}

/// Every figure of the text, in order.
pub(super) fn figures(glyphs: &Glyphs, marks: &[Mark], habits: Habits) -> Vec<Found> {
    let mut found = Vec::new();
    let mut scopes = marks.iter().filter(|mark| matches!(mark.cue, Cue::Scopes(_))).peekable();
    let mut at = 0;
    while at < glyphs.len() {
        // The numbers of scopes are no figures.
        while scopes.next_if(|mark| mark.end <= at).is_some() {}
        if let Some(mark) = scopes.peek().filter(|mark| mark.start <= at) {
            at = mark.end;
        } else if !glyphs.at(at).is_ascii_digit() {
            at = at.saturating_add(1);
        } else if may_start(glyphs, at) {
            at = Scan { glyphs, habits, found: &mut found }.number(at).max(at.saturating_add(1));
        } else {
            while glyphs.at(at).is_ascii_digit() {
                at = at.saturating_add(1);
            }
        }
    }
    found
}

/// Whether a number can begin here: not inside a word, a date, a time, a sum of money or a rate.
fn may_start(glyphs: &Glyphs, at: usize) -> bool {
    let before = glyphs.before(at);
    let glued = before.is_ascii_alphanumeric() || matches!(before, '^' | '/' | '×' | '#' | '_' | '=' | '\'' | '·');
    let inside = matches!(before, '.' | ',' | ':')
        && at.checked_sub(2).is_some_and(|earlier| glyphs.at(earlier).is_ascii_digit());
    let place = if before == ' ' { at.saturating_sub(1) } else { at };
    let money = matches!(glyphs.before(place), '$' | '€' | '£' | '¥' | '￥' | '₹' | '₩');
    let (word, _) = glyphs.word_before(place);
    let each = matches!(word.as_str(), "per" | "every" | "each") || glyphs.before(place) == '每';
    !(glued || inside || money || each || CURRENCIES.contains(&word.as_str()))
}

struct Scan<'a> {
    glyphs: &'a Glyphs,
    habits: Habits,
    found: &'a mut Vec<Found>,
}

impl Scan<'_> {
    /// Reads what begins with the number at `at`; gives where to go on.
    fn number(&mut self, at: usize) -> usize {
        let (digits_end, number) = number::read(self.glyphs, at, self.habits);
        let Some(first) = number else { return digits_end };
        let own = measure::read(self.glyphs, first.end).filter(|_| !self.is_date(at, &first));
        let first_end = own.map_or(first.end, |measure| measure.end);
        if let Some(end) = self.range(at, &first, own, first_end) {
            return end;
        }
        match (own, first.times(first.factor)) {
            (Some(measure), Some(value)) => {
                self.add(at, measure.end, [value; 3], measure, first.ambiguous);
                measure.end
            }
            _ => digits_end,
        }
    }

    /// "In 2021 tonnes of CO2 …": a year, not an amount.
    fn is_date(&self, at: usize, number: &Number) -> bool {
        let (word, _) = self.glyphs.word_before(at);
        number.like_year
            && number.factor.is_none()
            && ["in", "since", "during", "until", "year"].contains(&word.as_str())
    }

    fn range(&mut self, at: usize, first: &Number, own: Option<Measure>, first_end: usize) -> Option<usize> {
        let start = skip_approximators(self.glyphs, at);
        let (word, _) = self.glyphs.word_before(start);
        let (after, join) = join(self.glyphs, first_end, word == "between" || ends_with(self.glyphs, start, "介于"))?;
        let (_, second) = number::read(self.glyphs, after, self.habits);
        let second = second?;
        let measure = measure::read(self.glyphs, second.end)?;
        let high = second.times(second.factor)?;
        let ambiguous = first.ambiguous || second.ambiguous;
        // "3 to 5 million" is from 3 million; "900,000 to 1.2 million" is not from 900,000 million.
        let shares = own.is_none() && first.written < Decimal::ONE_THOUSAND;
        let shared = first.factor.or(second.factor.filter(|_| shares));
        let low = first.times(shared)?;
        let low = match own {
            Some(own) => Quantity::new(low, own.unit).convert(measure.unit).ok()?.value,
            None => low,
        };
        if join == Join::PlusMinus {
            let (bottom, top) = (low.difference(high)?, low.sum(high)?);
            let bottom = bottom.max(Decimal::ZERO);
            self.add(at, measure.end, [bottom, low, top], measure, ambiguous);
            return Some(measure.end);
        }
        // "From 3 to 5" is a change from one level to another, unless something ranges.
        let (verb, _) = self.glyphs.word_before(self.glyphs.word_before(start).1);
        let changes = (word == "from" && !verb.starts_with("rang"))
            || ["从", "由"].iter().any(|from| ends_with(self.glyphs, start, from));
        if changes {
            if own.is_some() {
                return None;
            }
            self.add(at, first.end, [low; 3], Measure { end: first.end, ..measure }, first.ambiguous);
            self.add(after, measure.end, [high; 3], measure, second.ambiguous);
            return Some(measure.end);
        }
        if low > high || (first.like_year && own.is_none() && !second.like_year) {
            return None;
        }
        let middle = low.sum(high)?.quotient(Decimal::TWO)?.normalize();
        self.add(at, measure.end, [low, middle, high], measure, ambiguous);
        Some(measure.end)
    }

    /// Adds a figure, with the minus sign that may stand before it.
    fn add(&mut self, at: usize, end: usize, [low, value, high]: [Decimal; 3], measure: Measure, ambiguous: bool) {
        let sign = self.glyphs.before(at);
        let earlier = at.checked_sub(2).map_or('\0', |earlier| self.glyphs.at(earlier));
        let negative = sign == '−' || (matches!(sign, '-' | '–') && matches!(earlier, '\0' | ' ' | '\n' | '(' | ':'));
        let found = if negative {
            let start = at.saturating_sub(1);
            Found { start, end, value: neg(value), low: neg(high), high: neg(low), measure, ambiguous: true }
        } else {
            Found { start: at, end, value, low, high, measure, ambiguous }
        };
        self.found.push(found);
    }
}

fn neg(value: Decimal) -> Decimal {
    let mut value = value;
    value.set_sign_negative(!value.is_zero());
    value
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Join {
    Range,
    PlusMinus,
}

/// What joins the two numbers of a range, and where the second begins.
fn join(glyphs: &Glyphs, end: usize, is_between: bool) -> Option<(usize, Join)> {
    let at = glyphs.skip_blank(end);
    let marks = ["–", "-", "~", "至", "到", "to ", "±"];
    let after =
        if is_between { ["and ", "和", "与", "與"].iter().find_map(|and| glyphs.follows(at, and)) } else { None };
    let after = after.or_else(|| marks.iter().find_map(|mark| glyphs.follows(at, mark)))?;
    let second = glyphs.skip_blank(after);
    let join = if glyphs.at(at) == '±' { Join::PlusMinus } else { Join::Range };
    glyphs.at(second).is_ascii_digit().then_some((second, join))
}
