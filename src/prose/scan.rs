//! Finds numbers with a unit behind them, and ranges of two.

use super::context::skip_approximators;
use super::cues::{Cue, CueMatch};
use super::lexicon::Lexicon;
use super::number::{self, Number};
use super::role::{Certainty, Role};
use super::unit::{self, UnitMatch};
use super::visible_text::{VisibleText, is_joined};
use crate::quantity::{Arithmetic, Decimal, Quantity, Unit};

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
    /// Whether it is a level that a change began from or led to.
    pub is_level: bool,
    /// Whether it may be a range, or a change and the level it led to.
    pub open_range: bool,
    /// Whether it has a minus sign.
    pub below_zero: bool,
}

/// Every figure of the text, in order.
pub(super) fn figures(text: &VisibleText, cues: &[CueMatch], lexicon: &Lexicon) -> Vec<Match> {
    let mut found = Vec::new();
    let mut labels = cues.iter().filter(|cue| matches!(cue.kind, Cue::Scopes(_) | Cue::Category(_))).peekable();
    let mut at = 0;
    while at < text.len() {
        // The numbers of scopes and categories are no figures.
        while labels.next_if(|cue| cue.end <= at).is_some() {}
        let c = text.at(at);
        if let Some(cue) = labels.peek().filter(|cue| cue.start <= at) {
            at = cue.end;
        } else if c.is_alphabetic() {
            let number = number::in_words(text, at, lexicon);
            let end = number.and_then(|number| Scan { text, lexicon, cues, found: &mut found }.words(at, &number));
            at = end.unwrap_or(at).max(at.saturating_add(1));
        } else if !number::begins(c) {
            at = at.saturating_add(1);
        } else if may_start(text, lexicon, at) {
            at = Scan { text, lexicon, cues, found: &mut found }.number(at).max(at.saturating_add(1));
        } else {
            at = at.saturating_add(1);
            while text.at(at).is_ascii_digit() {
                at = at.saturating_add(1);
            }
        }
    }
    found
}

/// Whether a number can begin here: not inside a word, a date, a time, a sum of money or a rate.
fn may_start(text: &VisibleText, lexicon: &Lexicon, at: usize) -> bool {
    let before = text.before(at);
    let glued = is_joined(before) || matches!(before, '^' | '/' | '×' | '#' | '_' | '=' | '\'' | '·');
    // "d'1,5 million": the apostrophe is the word's.
    let elided = before == '\'' && at.checked_sub(2).is_some_and(|letter| text.at(letter).is_alphabetic());
    // "11: 98 t" is no time of day.
    let is_time =
        before != ':' || (1..3).take_while(|ahead| text.at(at.saturating_add(*ahead)).is_ascii_digit()).count() == 1;
    let inside = matches!(before, '.' | ',' | ':')
        && is_time
        && at.checked_sub(2).is_some_and(|earlier| text.at(earlier).is_ascii_digit());
    let place = if before == ' ' { at.saturating_sub(1) } else { at };
    let money = matches!(text.before(place), '$' | '€' | '£' | '¥' | '￥' | '₹' | '₩');
    let each = ["per", "every", "each", "每"].iter().any(|each| text.phrase_before(at, each).is_some());
    !((glued && !elided) || inside || money || each || lexicon.before(Role::Currency, text, at).is_some())
}

struct Scan<'a> {
    text: &'a VisibleText,
    lexicon: &'a Lexicon,
    cues: &'a [CueMatch],
    found: &'a mut Vec<Match>,
}

impl Scan<'_> {
    /// Reads the figure that begins with a number in words; gives where it ends.
    fn words(&mut self, at: usize, number: &Number) -> Option<usize> {
        let unit = unit::read(self.text, number.end, self.lexicon)?;
        // "A tonne of CO2" is what prices are for; 一吨 too.
        if number.written <= Decimal::ONE && number.factor.is_none() && self.text.at(at) != '半' {
            return None;
        }
        self.add(at, unit.end, [number.times(number.factor)?; 3], unit, number.ambiguous);
        Some(unit.end)
    }

    /// Reads what begins with the number at `at`; gives where to go on.
    fn number(&mut self, at: usize) -> usize {
        let (digits_end, number) = number::read(self.text, at, self.lexicon);
        let Some(first) = number else { return digits_end };
        let own = unit::read(self.text, first.end, self.lexicon).filter(|_| !self.is_date(at, &first));
        let first_end = own.map_or(first.end, |unit| unit.end);
        if let Some(end) = self.range(at, &first, own, first_end) {
            return end;
        }
        match (own, first.times(first.factor)) {
            (Some(unit), Some(value)) if let Some(end) = self.same_again(at, value, &unit) => end,
            (Some(unit), Some(value)) => {
                self.add(at, unit.end, [value; 3], unit, first.ambiguous);
                unit.end
            }
            _ => digits_end,
        }
    }

    /// "41.2 billion tons (37.4 billion metric tons) of CO2": one amount, written twice. The metric one is kept, as one
    /// figure from the first to the last of both.
    fn same_again(&mut self, at: usize, value: Decimal, unit: &UnitMatch) -> Option<usize> {
        let text = self.text;
        let bracket = text.skip_blank(unit.end);
        if text.at(bracket) != '(' || !text.at(bracket.saturating_add(1)).is_ascii_digit() {
            return None;
        }
        let (_, second) = number::read(text, bracket.saturating_add(1), self.lexicon);
        let second = second?;
        let other = unit::read(text, second.end, self.lexicon)?;
        let after = text.skip_blank(other.end);
        if text.at(after) != ')' {
            return None;
        }
        let tonnes = |value, unit: Unit| Some(Quantity::new(value, unit).convert(Unit::TONNE).ok()?.value);
        let other_value = second.times(second.factor)?;
        let (first, again) = (tonnes(value, unit.unit)?, tonnes(other_value, other.unit)?);
        let ratio = first.quotient(again)?;
        // A short ton is 0.907 t; what is told in "tons" may be either.
        let close = |to: Decimal| ratio.difference(to).is_some_and(|gap| gap.abs() <= Decimal::new(2, 2));
        let is_same = close(Decimal::ONE)
            || (unit.ambiguous && close(Decimal::new(1102, 3)))
            || (other.ambiguous && close(Decimal::new(907, 3)));
        if !is_same {
            return None;
        }
        let (value, kept) = if other.ambiguous { (value, *unit) } else { (other_value, other) };
        let end = after.saturating_add(1);
        let behind = unit::gas_behind(text, end, self.lexicon);
        let named = [kept, *unit, other].into_iter().find(|unit| unit.gas.is_some());
        let (gas, gas_is_certain, end) = match (named, behind) {
            (Some(named), _) => (named.gas, named.gas_is_certain, end),
            (None, Some((gas, certainty, end))) => (gas, certainty == Certainty::Certain, end),
            (None, None) => (None, false, end),
        };
        let kept = UnitMatch { gas, gas_is_certain, needs_context: gas.is_none(), end, ..kept };
        self.add(at, end, [value; 3], kept, second.ambiguous);
        Some(end)
    }

    /// "In 2021 tonnes of CO2 …": a year, not an amount.
    fn is_date(&self, at: usize, number: &Number) -> bool {
        number.like_year && number.factor.is_none() && self.lexicon.before(Role::In, self.text, at).is_some() && {
            // "Of 2021 tonnes" is none where the number is no year of ours.
            (Decimal::from(1950)..Decimal::from(2101)).contains(&number.written)
        }
    }

    fn range(&mut self, at: usize, first: &Number, own: Option<UnitMatch>, first_end: usize) -> Option<usize> {
        let start = skip_approximators(self.text, self.lexicon, at);
        let is_between = self.lexicon.before(Role::Between, self.text, start).is_some();
        let (after, join) = self.join(first_end, is_between)?;
        let (_, second) = number::read(self.text, after, self.lexicon);
        let second = second?;
        let unit = unit::read(self.text, second.end, self.lexicon)?;
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
        // "From 3 to 5" is a change from one level to another, unless something ranges; "de 3 a 5" may be either.
        let from = self.lexicon.before(Role::From, self.text, start);
        let verb = from.map(|from| skip_approximators(self.text, self.lexicon, from));
        let ranges = verb.is_some_and(|verb| self.lexicon.before(Role::Ranging, self.text, verb).is_some());
        let by = self.lexicon.before(Role::By, self.text, start);
        let direction = self.direction(start);
        let falls = direction == Some(Role::Reduction);
        let is_from = from.is_some() && !ranges;
        let open = is_from && by.is_some();
        let as_told = low > high && falls || low < high && direction == Some(Role::Increase);
        let from_level = is_from && (!open || (direction.is_some() && low > high));
        // "Baissé de 14 Mt à 384 Mt" cannot be from one level to the other, and is no likely range.
        let is_wide = high > low.product(Decimal::from(4)).unwrap_or(high);
        let open_by_to = open && falls && is_wide;
        let by_to = join == Join::To && ((by.is_some() || self.follows_change(start)) && !open || open_by_to);
        if let Some(own) = own.filter(|_| from_level || by_to) {
            // The gas is often named once, behind the second.
            let gas_is_certain = if own.gas.is_some() { own.gas_is_certain } else { unit.gas_is_certain };
            let needs_context = own.needs_context && unit.needs_context;
            let first_unit = UnitMatch { gas: own.gas.or(unit.gas), gas_is_certain, needs_context, ..own };
            self.add(at, own.end, [first.times(first.factor)?; 3], first_unit, first.ambiguous);
            self.set_level(from_level, open_by_to);
            self.add(after, unit.end, [high; 3], unit, second.ambiguous);
            self.set_level(true, open_by_to);
            return Some(unit.end);
        }
        if from_level {
            self.add(at, first.end, [low; 3], UnitMatch { end: first.end, ..unit }, first.ambiguous);
            self.set_level(true, false);
            self.add(after, unit.end, [high; 3], unit, second.ambiguous);
            self.set_level(true, false);
            return Some(unit.end);
        }
        if low > high || (first.like_year && own.is_none() && !second.like_year) {
            return None;
        }
        // "Cut 3 Mt to 5 Mt" may be a range, or a cut with the level reached; so may "fell by 14 to 384 million".
        let may_be_level = join == Join::To
            && if own.is_some() { self.follows_word_of_change(start) } else { by.is_some() && is_wide };
        let middle = low.sum(high)?.quotient(Decimal::TWO)?.normalize();
        self.add(at, unit.end, [low, middle, high], unit, ambiguous);
        if let Some(range) = self.found.last_mut() {
            range.open_range = may_be_level || (open && (as_told || direction.is_some()));
        }
        Some(unit.end)
    }

    fn set_level(&mut self, is_level: bool, open_range: bool) {
        if let Some(figure) = self.found.last_mut() {
            figure.is_level = is_level;
            figure.open_range = open_range;
        }
    }

    /// Which way the words before a number in its clause say that something changed.
    fn direction(&self, start: usize) -> Option<Role> {
        let end = self.cues.partition_point(|cue| cue.start < start);
        let cues = self.cues.get(end.saturating_sub(12)..end).unwrap_or_default();
        let own = cues.iter().rev().take_while(|cue| !cue.kind.ends_sentence());
        own.filter(|cue| cue.kind.is_change()).find_map(|cue| match cue.kind {
            Cue::Says(role) => Some(role),
            _ => None,
        })
    }

    /// Whether a word of change stands right before a number.
    fn follows_word_of_change(&self, start: usize) -> bool {
        let end = self.cues.partition_point(|cue| cue.start < start);
        let last = end.checked_sub(1).and_then(|last| self.cues.get(last));
        last.is_some_and(|cue| cue.kind.is_change() && start.saturating_sub(cue.end) <= 12)
    }

    /// Whether a verb of something changing by itself does: an amount behind it is the size of the change.
    fn follows_change(&self, start: usize) -> bool {
        const VERBS: [&str; 17] = [
            "climbed",
            "declined",
            "decreased",
            "down",
            "dropped",
            "fallen",
            "fell",
            "grew",
            "grown",
            "increased",
            "jumped",
            "plunged",
            "risen",
            "rose",
            "shrank",
            "up",
            "soared",
        ];
        VERBS.iter().any(|verb| self.text.phrase_before(start, verb).is_some())
    }

    /// What joins the two numbers of a range, and where the second begins.
    fn join(&self, end: usize, is_between: bool) -> Option<(usize, Join)> {
        let (text, at) = (self.text, self.text.skip_blank(end));
        let and = if is_between { self.lexicon.prefix_at(Role::And, text, at) } else { None };
        let sign = ["–", "-", "~"].iter().find_map(|sign| Some((text.match_at(at, sign)?, Join::Range)));
        let pm = text.match_at(at, "±").map(|after| (after, Join::PlusMinus));
        let word = || Some((self.lexicon.at(Role::Range, text, at)?, Join::To));
        let (after, join) = and.map(|after| (after, Join::Range)).or(sign).or(pm).or_else(word)?;
        let second = text.skip_blank(after);
        let second = self.lexicon.at(Role::About, text, second).map_or(second, |about| text.skip_blank(about));
        text.at(second).is_ascii_digit().then_some((second, join))
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
                ambiguous,
                is_level: false,
                open_range: false,
                below_zero: true,
            }
        } else {
            let (is_level, open_range, below_zero) = (false, false, false);
            Match { start: at, end, value, low, high, unit, ambiguous, is_level, open_range, below_zero }
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
