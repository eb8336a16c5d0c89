//! Finds numbers with a unit behind them, and ranges of two.

use super::context::skip_approximators;
use super::cues::{self, CueMatch};
use super::number::{self, Number, NumberStyle};
use super::unit::{self, UnitMatch};
use super::visible_text::VisibleText;
use super::words::{CHANGES, CHANGES_ZH, CURRENCIES, Cue};
use crate::quantity::{Arithmetic, Decimal, Quantity};

/// A figure as found, its places counted in characters of the visible text.
#[derive(Clone, Copy)]
pub(super) struct Match {
    pub start: usize,
    pub end: usize,
    pub value: Decimal,
    pub low: Decimal,
    pub high: Decimal,
    pub unit: UnitMatch,
    pub ambiguous: bool,
    /// Whether it is the level that a change led to.
    pub is_level: bool,
}

/// Every figure of the text, in order.
pub(super) fn figures(text: &VisibleText, cues: &[CueMatch], style: NumberStyle) -> Vec<Match> {
    let mut found = Vec::new();
    let mut scopes = cues.iter().filter(|cue| matches!(cue.kind, Cue::Scopes(_))).peekable();
    let mut at = 0;
    while at < text.len() {
        // The numbers of scopes are no figures.
        while scopes.next_if(|cue| cue.end <= at).is_some() {}
        if let Some(cue) = scopes.peek().filter(|cue| cue.start <= at) {
            at = cue.end;
        } else if !text.at(at).is_ascii_digit() {
            at = at.saturating_add(1);
        } else if may_start(text, at) {
            at = Scan { text, style, found: &mut found }.number(at).max(at.saturating_add(1));
        } else {
            while text.at(at).is_ascii_digit() {
                at = at.saturating_add(1);
            }
        }
    }
    found
}

/// Whether a number can begin here: not inside a word, a date, a time, a sum of money or a rate.
fn may_start(text: &VisibleText, at: usize) -> bool {
    let before = text.before(at);
    let glued = before.is_ascii_alphanumeric() || matches!(before, '^' | '/' | '×' | '#' | '_' | '=' | '\'' | '·');
    let inside =
        matches!(before, '.' | ',' | ':') && at.checked_sub(2).is_some_and(|earlier| text.at(earlier).is_ascii_digit());
    let place = if before == ' ' { at.saturating_sub(1) } else { at };
    let money = matches!(text.before(place), '$' | '€' | '£' | '¥' | '￥' | '₹' | '₩');
    let (word, _) = text.word_before(place);
    let each = matches!(word.as_str(), "per" | "every" | "each") || text.before(place) == '每';
    !(glued || inside || money || each || CURRENCIES.contains(&word.as_str()))
}

struct Scan<'a> {
    text: &'a VisibleText,
    style: NumberStyle,
    found: &'a mut Vec<Match>,
}

impl Scan<'_> {
    /// Reads what begins with the number at `at`; gives where to go on.
    fn number(&mut self, at: usize) -> usize {
        let (digits_end, number) = number::read(self.text, at, self.style);
        let Some(first) = number else { return digits_end };
        let own = unit::read(self.text, first.end).filter(|_| !self.is_date(at, &first));
        let first_end = own.map_or(first.end, |unit| unit.end);
        if let Some(end) = self.range(at, &first, own, first_end) {
            return end;
        }
        match (own, first.times(first.factor)) {
            (Some(unit), Some(value)) => {
                self.add(at, unit.end, [value; 3], unit, first.ambiguous);
                unit.end
            }
            _ => digits_end,
        }
    }

    /// "In 2021 tonnes of CO2 …": a year, not an amount.
    fn is_date(&self, at: usize, number: &Number) -> bool {
        let (word, _) = self.text.word_before(at);
        number.like_year
            && number.factor.is_none()
            && ["in", "since", "during", "until", "year"].contains(&word.as_str())
    }

    fn range(&mut self, at: usize, first: &Number, own: Option<UnitMatch>, first_end: usize) -> Option<usize> {
        let start = skip_approximators(self.text, at);
        let (word, _) = self.text.word_before(start);
        let (after, join) = join(self.text, first_end, word == "between" || self.text.ends_with(start, "介于"))?;
        let (_, second) = number::read(self.text, after, self.style);
        let second = second?;
        let unit = unit::read(self.text, second.end)?;
        let high = second.times(second.factor)?;
        let ambiguous = first.ambiguous || second.ambiguous;
        // "3 to 5 million" is from 3 million; "900,000 to 1.2 million" is not from 900,000 million.
        let shares = own.is_none() && first.written < Decimal::ONE_THOUSAND;
        let shared = first.factor.or(second.factor.filter(|_| shares));
        let low = first.times(shared)?;
        let low = match own {
            Some(own) => Quantity::new(low, own.unit).convert(unit.unit).ok()?.value,
            None => low,
        };
        if join == Join::PlusMinus {
            let (bottom, top) = (low.difference(high)?, low.sum(high)?);
            let bottom = bottom.max(Decimal::ZERO);
            self.add(at, unit.end, [bottom, low, top], unit, ambiguous);
            return Some(unit.end);
        }
        // "From 3 to 5" is a change from one level to another, unless something ranges.
        let (verb, _) = self.text.word_before(self.text.word_before(start).1);
        let from_level = (word == "from" && !verb.starts_with("rang"))
            || ["从", "由"].iter().any(|from| self.text.ends_with(start, from));
        if let Some(own) = own.filter(|_| from_level || (join == Join::To && self.is_change(start))) {
            // The gas is often named once, behind the second.
            let gas_is_certain = if own.gas.is_some() { own.gas_is_certain } else { unit.gas_is_certain };
            let needs_context = own.needs_context && unit.needs_context;
            let first_unit = UnitMatch { gas: own.gas.or(unit.gas), gas_is_certain, needs_context, ..own };
            self.add(at, own.end, [first.times(first.factor)?; 3], first_unit, first.ambiguous);
            self.add(after, unit.end, [high; 3], unit, second.ambiguous);
            if let Some(level) = self.found.last_mut() {
                level.is_level = true;
            }
            return Some(unit.end);
        }
        if from_level {
            self.add(at, first.end, [low; 3], UnitMatch { end: first.end, ..unit }, first.ambiguous);
            self.add(after, unit.end, [high; 3], unit, second.ambiguous);
            return Some(unit.end);
        }
        if low > high || (first.like_year && own.is_none() && !second.like_year) {
            return None;
        }
        // "Cut 3 Mt to 5 Mt" may be a range, or a cut with the level reached; so may "fell by 14 to 384 million".
        let is_wide = || high > low.product(Decimal::from(4)).unwrap_or(high);
        let is_cut = || cues::word(self.text, self.text.word_before(start).1).is_some_and(|(cue, _)| cue.is_change());
        let may_be_level = join == Join::To && if own.is_some() { is_cut() } else { word == "by" && is_wide() };
        let ambiguous = ambiguous || may_be_level;
        let middle = low.sum(high)?.quotient(Decimal::TWO)?.normalize();
        self.add(at, unit.end, [low, middle, high], unit, ambiguous);
        Some(unit.end)
    }

    /// Whether what stands before a number makes it the size of a change: "fell by", "rose", 下降.
    fn is_change(&self, start: usize) -> bool {
        let (word, _) = self.text.word_before(start);
        word == "by"
            || CHANGES.contains(&word.as_str())
            || CHANGES_ZH.iter().any(|verb| self.text.ends_with(start, verb))
    }

    /// Adds a figure, with the minus sign that may stand before it.
    fn add(&mut self, at: usize, end: usize, [low, value, high]: [Decimal; 3], unit: UnitMatch, ambiguous: bool) {
        let sign = self.text.before(at);
        let earlier = at.checked_sub(2).map_or('\0', |earlier| self.text.at(earlier));
        let negative = sign == '−' || (matches!(sign, '-' | '–') && matches!(earlier, '\0' | ' ' | '\n' | '(' | ':'));
        let found = if negative {
            let start = at.saturating_sub(1);
            Match {
                start,
                end,
                value: neg(value),
                low: neg(high),
                high: neg(low),
                unit,
                ambiguous: true,
                is_level: false,
            }
        } else {
            Match { start: at, end, value, low, high, unit, ambiguous, is_level: false }
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
    /// A word for "to", which also stands before the level that a change led to.
    To,
    PlusMinus,
}

/// What joins the two numbers of a range, and where the second begins.
fn join(text: &VisibleText, end: usize, is_between: bool) -> Option<(usize, Join)> {
    let at = text.skip_blank(end);
    let signs = [
        ("–", Join::Range),
        ("-", Join::Range),
        ("~", Join::Range),
        ("至", Join::To),
        ("到", Join::To),
        ("to ", Join::To),
        ("±", Join::PlusMinus),
    ];
    let after =
        if is_between { ["and ", "和", "与", "與"].iter().find_map(|and| text.match_at(at, and)) } else { None };
    let sign = || signs.iter().find_map(|(sign, join)| Some((text.match_at(at, sign)?, *join)));
    let (after, join) = after.map(|after| (after, Join::Range)).or_else(sign)?;
    let second = text.skip_blank(after);
    text.at(second).is_ascii_digit().then_some((second, join))
}
