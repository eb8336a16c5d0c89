//! The unit and the gas behind a number.

use super::visible_text::{PARAGRAPH, VisibleText, is_han};
use super::words::{
    AFTER_MASS, AFTER_MASS_ZH, BEFORE_GAS, Certainty, EQUIVALENT, GAS_NAMES, NOT_A_GAS, PERIODS, RATE_OF, UNIT_SYMBOLS,
    UNIT_WORDS, UNITS_WITH_GAS,
};
use crate::quantity::{GASES, Gas, Unit};

/// A unit of mass and, where it says so, of which gas.
#[derive(Clone, Copy)]
pub(super) struct UnitMatch {
    pub unit: Unit,
    pub gas: Option<Gas>,
    pub end: usize,
    /// Whether the unit, or the time that it is for, can be read in two ways.
    pub ambiguous: bool,
    /// Whether the gas is named, and by a name of one meaning.
    pub gas_is_certain: bool,
    /// Whether the words around it must show that it is about emissions at all.
    pub needs_context: bool,
}

/// Reads the unit and the gas behind a number that ends at `at`. None where there is none, or one of something else: tonnes of
/// steel, grams for each kilometre.
pub(super) fn read(text: &VisibleText, at: usize) -> Option<UnitMatch> {
    let at = ["余", "餘", "多"].iter().find_map(|more| text.match_at(at, more)).unwrap_or(at);
    let start = if text.at(at) == '-' { at.saturating_add(1) } else { text.skip_blank(at) };
    if !text.at(start).is_alphabetic() {
        return None;
    }
    let (symbol, end, certainty, open) = unit(text, start)?;
    let unit: Unit = symbol.parse().ok()?;
    let found = gas_behind(text, end);
    if found.is_none() && (!open || certainty == Certainty::WithGas || !may_stand_alone(text, end)) {
        return None;
    }
    let (gas, gas_is_certain, end) = match found {
        Some((gas, certainty, end)) => (gas, certainty == Certainty::Certain, end),
        None => (None, false, end),
    };
    let rate = rate(text, end)?;
    let ambiguous = certainty == Certainty::Ambiguous || rate == Certainty::Ambiguous;
    Some(UnitMatch { unit, gas, end, ambiguous, gas_is_certain, needs_context: found.is_none() })
}

/// The unit at a place: its symbol in the table, where it ends, how certain it is, and whether a word ends there.
fn unit(text: &VisibleText, start: usize) -> Option<(&'static str, usize, Certainty, bool)> {
    let of_table = |symbols: bool| {
        // `kg` is a symbol, its letters' case and all; "tonnes" and 吨 are words.
        let names = Unit::masses().filter(move |(name, _)| symbols == (name.len() <= 2));
        names.map(|(name, unit)| {
            let certainty = if UNITS_WITH_GAS.contains(&unit) { Certainty::WithGas } else { Certainty::Certain };
            (name, unit, certainty)
        })
    };
    for (word, unit, certainty) in UNIT_WORDS.iter().copied().chain(of_table(false)) {
        if let Some(end) = text.match_word_at(start, word) {
            return Some((unit, end, certainty, true));
        }
    }
    for (symbol, unit, certainty) in UNIT_SYMBOLS.iter().copied().chain(of_table(true)) {
        if let Some(end) = text.match_exactly_at(start, symbol) {
            let ends = !text.at(end).is_ascii_alphanumeric();
            // A gas may stand right behind it: `tCO2e`.
            if ends || text.match_at(end, "co2").is_some() {
                return Some((unit, end, certainty, ends));
            }
        }
    }
    None
}

/// The gas at a place, and where its name ends.
pub(super) fn gas(text: &VisibleText, at: usize) -> Option<(Option<Gas>, Certainty, usize)> {
    // Longer names first: those that files have are the beginnings of others ("CO2 equivalent").
    let of_files = GASES.iter().map(|(name, gas)| (*name, Some(*gas), Certainty::Certain));
    let mut names = GAS_NAMES.iter().copied().chain(of_files);
    let (gas, certainty, end) =
        names.find_map(|(name, gas, certainty)| Some((gas, certainty, text.match_word_at(at, name)?)))?;
    // "CO2 (or equivalent)", "CO2 – eq": another way to write CO2e, or at least nothing that says CO2.
    let certainty = match gas {
        Some(Gas::CO2) if is_equivalent(text, end) => return Some((Some(Gas::CO2e), Certainty::Ambiguous, end)),
        _ => certainty,
    };
    let is_material = NOT_A_GAS.iter().any(|word| text.match_at(end, word).is_some());
    (!is_material).then_some((gas, certainty, end))
}

/// Whether "equivalent" follows in any spelling, behind blanks, brackets, dashes or quotation marks.
fn is_equivalent(text: &VisibleText, end: usize) -> bool {
    let mut at = end;
    while at.saturating_sub(end) < 4 && matches!(text.at(at), ' ' | '-' | '–' | '(' | '"' | '“' | '/' | '_') {
        at = at.saturating_add(1);
    }
    let at = text.match_word_at(at, "or").map_or(at, |after| text.skip_blank(after));
    EQUIVALENT.iter().any(|word| match word.strip_suffix('*') {
        Some(stem) => text.match_at(at, stem).is_some(),
        None => text.match_word_at(at, word).is_some(),
    })
}

/// The gas behind a unit: `CO2e`, " of carbon dioxide", "（CO2）", 的二氧化碳.
fn gas_behind(text: &VisibleText, end: usize) -> Option<(Option<Gas>, Certainty, usize)> {
    let mut at = if text.at(end) == '-' { end.saturating_add(1) } else { text.skip_blank(end) };
    at = text.match_word_at(at, "of").map_or(at, |after| text.skip_blank(after));
    at = ["左右的", "以上的", "的", "左右"].iter().find_map(|of| text.match_at(at, of)).unwrap_or(at);
    for _ in 0..2 {
        let after = BEFORE_GAS.iter().find_map(|word| text.match_word_at(at, word));
        at = after.map_or(at, |after| text.skip_blank(after));
    }
    if text.at(at) == '(' {
        let inside = at.saturating_add(1);
        let after_unit = unit(text, inside).map_or(inside, |(_, after, ..)| text.skip_blank(after));
        let (gas, certainty, end) = gas(text, after_unit)?;
        return (text.at(end) == ')').then(|| (gas, certainty, end.saturating_add(1)));
    }
    let (named, certainty, end) = gas(text, at)?;
    // "tonnes of carbon dioxide (CO2e)": the symbol says more than the words before it did.
    let bracket = text.skip_blank(end);
    if text.at(bracket) == '('
        && let Some(exact) = gas_behind_bracket(text, bracket)
    {
        return Some(exact);
    }
    Some((named, certainty, end))
}

fn gas_behind_bracket(text: &VisibleText, bracket: usize) -> Option<(Option<Gas>, Certainty, usize)> {
    let inside = bracket.saturating_add(1);
    let after_unit = unit(text, inside).map_or(inside, |(_, after, ..)| text.skip_blank(after));
    let (gas, certainty, end) = gas(text, after_unit)?;
    (text.at(end) == ')' && certainty == Certainty::Certain).then(|| (gas, certainty, end.saturating_add(1)))
}

/// Whether what match_at a unit without a gas leaves open that emissions are meant.
fn may_stand_alone(text: &VisibleText, end: usize) -> bool {
    let next = text.at(end);
    if is_han(next) {
        return AFTER_MASS_ZH.iter().any(|word| text.match_at(end, word).is_some());
    }
    let at = text.skip_blank(end);
    if let Some(after) = text.match_word_at(at, "of") {
        let at = text.skip_blank(after);
        return AFTER_MASS.iter().any(|word| text.match_word_at(at, word).is_some());
    }
    // "5 t-shirts", "a 15-tonne lorry"
    let hyphenated = next == '-' && text.at(end.saturating_add(1)).is_ascii_alphabetic();
    !hyphenated && !matches!(next, '^' | '\'' | '°')
}

/// How certain it is that an amount that ends at `end` is for a year or for ever; none where it is for each of a thing.
fn rate(text: &VisibleText, end: usize) -> Option<Certainty> {
    let at = text.skip_blank(end);
    let after = ["per ", "/ ", "/", "for every ", "for each ", "each "].iter().find_map(|per| text.match_at(at, per));
    if let Some(after) = after {
        let yearly =
            ["year", "yr", "annum", "a", "y", "年"].iter().any(|year| text.match_word_at(after, year).is_some());
        let spelled = PERIODS.iter().any(|period| text.match_word_at(after, period).is_some());
        let ends = matches!(text.at(after), '\0' | PARAGRAPH);
        return if yearly || ends { Some(Certainty::Certain) } else { spelled.then_some(Certainty::Ambiguous) };
    }
    if let Some(after) = text.match_at(at, "a ").or_else(|| text.match_at(at, "an ")) {
        if RATE_OF.iter().any(|thing| text.match_word_at(after, thing).is_some()) {
            return None;
        }
        let period = PERIODS.iter().any(|period| text.match_word_at(after, period).is_some());
        return Some(if period { Certainty::Ambiguous } else { Certainty::Certain });
    }
    if let Some(after) = text.match_at(at, "每") {
        return match text.at(after) {
            '年' => Some(Certainty::Certain),
            '天' | '日' | '月' | '周' => Some(Certainty::Ambiguous),
            _ => None,
        };
    }
    Some(Certainty::Certain)
}
