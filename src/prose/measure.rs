//! The unit and the gas behind a number.

use super::glyphs::{Glyphs, PARAGRAPH};
use super::number::is_han;
use super::words::{
    AFTER_MASS, AFTER_MASS_ZH, BEFORE_GAS, GASES, NOT_A_GAS, PERIODS, RATE_OF, Sure, UNIT_SYMBOLS, UNIT_WORDS, UNITS_ZH,
};
use crate::quantity::{Gas, Unit};

/// A unit of mass and, where it says so, of which gas.
#[derive(Clone, Copy)]
pub(super) struct Measure {
    pub unit: Unit,
    pub gas: Option<Gas>,
    pub end: usize,
    /// Whether the unit, or the time that it is for, can be read in two ways.
    pub ambiguous: bool,
    /// Whether the gas is named, and by a name of one meaning.
    pub gas_sure: bool,
    /// Whether the words around it must show that it is about emissions at all.
    pub needs_context: bool,
}

/// Reads the measure behind a number that ends at `at`. None where there is none, or one of something else: tonnes of
/// steel, grams for each kilometre.
pub(super) fn read(glyphs: &Glyphs, at: usize) -> Option<Measure> {
    let at = ["余", "餘", "多"].iter().find_map(|more| glyphs.follows(at, more)).unwrap_or(at);
    let start = if glyphs.at(at) == '-' { at.saturating_add(1) } else { glyphs.skip_blank(at) };
    if !glyphs.at(start).is_alphabetic() {
        return None;
    }
    let (symbol, end, sure, open) = unit(glyphs, start)?;
    let unit: Unit = symbol.parse().ok()?;
    let found = gas_behind(glyphs, end);
    if found.is_none() && (!open || sure == Sure::WithGas || !may_stand_alone(glyphs, end)) {
        return None;
    }
    let (gas, gas_sure, end) = match found {
        Some((gas, sure, end)) => (gas, sure == Sure::Yes, end),
        None => (None, false, end),
    };
    let rate = rate(glyphs, end)?;
    let ambiguous = sure == Sure::No || rate == Sure::No;
    Some(Measure { unit, gas, end, ambiguous, gas_sure, needs_context: found.is_none() })
}

/// The unit at a place: its symbol in the table, where it ends, how sure it is, and whether a word ends there.
fn unit(glyphs: &Glyphs, start: usize) -> Option<(&'static str, usize, Sure, bool)> {
    let ends = |end: usize| !glyphs.at(end).is_ascii_alphanumeric();
    for (word, symbol, sure) in UNIT_WORDS {
        if let Some(end) = glyphs.word(start, word) {
            return Some((symbol, end, *sure, true));
        }
    }
    for (word, symbol, sure) in UNIT_SYMBOLS {
        if let Some(end) = glyphs.follows_exactly(start, word)
            && (ends(end) || glyphs.follows(end, "co2").is_some())
        {
            return Some((symbol, end, *sure, ends(end)));
        }
    }
    UNITS_ZH.iter().find_map(|(word, symbol, sure)| Some((*symbol, glyphs.follows(start, word)?, *sure, true)))
}

/// The gas at a place, and where its name ends.
pub(super) fn gas(glyphs: &Glyphs, at: usize) -> Option<(Option<Gas>, Sure, usize)> {
    let (gas, sure, end) = GASES.iter().find_map(|(name, gas, sure)| Some((*gas, *sure, glyphs.word(at, name)?)))?;
    let is_material = NOT_A_GAS.iter().any(|word| glyphs.follows(end, word).is_some());
    (!is_material).then_some((gas, sure, end))
}

/// The gas behind a unit: `CO2e`, " of carbon dioxide", "（CO2）", 的二氧化碳.
fn gas_behind(glyphs: &Glyphs, end: usize) -> Option<(Option<Gas>, Sure, usize)> {
    let mut at = if glyphs.at(end) == '-' { end.saturating_add(1) } else { glyphs.skip_blank(end) };
    at = glyphs.word(at, "of").map_or(at, |after| glyphs.skip_blank(after));
    at = ["左右的", "以上的", "的", "左右"].iter().find_map(|of| glyphs.follows(at, of)).unwrap_or(at);
    for _ in 0..2 {
        let after = BEFORE_GAS.iter().find_map(|word| glyphs.word(at, word));
        at = after.map_or(at, |after| glyphs.skip_blank(after));
    }
    if glyphs.at(at) == '(' {
        let inside = at.saturating_add(1);
        let after_unit = unit(glyphs, inside).map_or(inside, |(_, after, ..)| glyphs.skip_blank(after));
        let (gas, sure, end) = gas(glyphs, after_unit)?;
        return (glyphs.at(end) == ')').then(|| (gas, sure, end.saturating_add(1)));
    }
    let (named, sure, end) = gas(glyphs, at)?;
    // "tonnes of carbon dioxide (CO2e)": the symbol says more than the words before it did.
    let bracket = glyphs.skip_blank(end);
    if glyphs.at(bracket) == '('
        && let Some(exact) = gas_behind_bracket(glyphs, bracket)
    {
        return Some(exact);
    }
    Some((named, sure, end))
}

fn gas_behind_bracket(glyphs: &Glyphs, bracket: usize) -> Option<(Option<Gas>, Sure, usize)> {
    let inside = bracket.saturating_add(1);
    let after_unit = unit(glyphs, inside).map_or(inside, |(_, after, ..)| glyphs.skip_blank(after));
    let (gas, sure, end) = gas(glyphs, after_unit)?;
    (glyphs.at(end) == ')' && sure == Sure::Yes).then(|| (gas, sure, end.saturating_add(1)))
}

/// Whether what follows a unit without a gas leaves open that emissions are meant.
fn may_stand_alone(glyphs: &Glyphs, end: usize) -> bool {
    let next = glyphs.at(end);
    if is_han(next) {
        return AFTER_MASS_ZH.iter().any(|word| glyphs.follows(end, word).is_some());
    }
    let at = glyphs.skip_blank(end);
    if let Some(after) = glyphs.word(at, "of") {
        let at = glyphs.skip_blank(after);
        return AFTER_MASS.iter().any(|word| glyphs.word(at, word).is_some());
    }
    // "5 t-shirts", "a 15-tonne lorry"
    let hyphenated = next == '-' && glyphs.at(end.saturating_add(1)).is_ascii_alphabetic();
    !hyphenated && !matches!(next, '^' | '\'' | '°')
}

/// How sure it is that an amount that ends at `end` is for a year or for ever; none where it is for each of a thing.
fn rate(glyphs: &Glyphs, end: usize) -> Option<Sure> {
    let at = glyphs.skip_blank(end);
    let after = ["per ", "/ ", "/", "for every ", "for each ", "each "].iter().find_map(|per| glyphs.follows(at, per));
    if let Some(after) = after {
        let yearly = ["year", "yr", "annum", "a", "y", "年"].iter().any(|year| glyphs.word(after, year).is_some());
        let spelled = PERIODS.iter().any(|period| glyphs.word(after, period).is_some());
        let ends = matches!(glyphs.at(after), '\0' | PARAGRAPH);
        return if yearly || ends { Some(Sure::Yes) } else { spelled.then_some(Sure::No) };
    }
    if let Some(after) = glyphs.follows(at, "a ").or_else(|| glyphs.follows(at, "an ")) {
        if RATE_OF.iter().any(|thing| glyphs.word(after, thing).is_some()) {
            return None;
        }
        let period = PERIODS.iter().any(|period| glyphs.word(after, period).is_some());
        return Some(if period { Sure::No } else { Sure::Yes });
    }
    if let Some(after) = glyphs.follows(at, "每") {
        return match glyphs.at(after) {
            '年' => Some(Sure::Yes),
            '天' | '日' | '月' | '周' => Some(Sure::No),
            _ => None,
        };
    }
    Some(Sure::Yes)
}
