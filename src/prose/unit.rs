//! The unit and the gas behind a number.

use super::lexicon::{self, Lexicon, any_at};
use super::role::{Certainty, GasName, Role};
use super::visible_text::{VisibleText, ends_block, is_han, is_joined};
use crate::quantity::{Gas, Unit};

/// A unit of mass and, where it says so, of which gas.
#[derive(Clone, Copy)]
pub(super) struct UnitMatch {
    pub unit: Unit,
    pub gas: Option<Gas>,
    pub end: usize,
    /// Whether the unit can be read in two ways.
    pub ambiguous: bool,
    /// Whether the time that it is for can be.
    pub rate_is_ambiguous: bool,
    /// Whether the gas is named, and by a name of one meaning.
    pub gas_is_certain: bool,
    /// Whether the words around it must show that it is about emissions at all.
    pub needs_context: bool,
}

/// Reads the unit and the gas behind a number that ends at `at`. None where there is none, or one of something else: tonnes of
/// steel, grams for each kilometre.
pub(super) fn read(text: &VisibleText, at: usize, lexicon: &Lexicon) -> Option<UnitMatch> {
    let start = begin(text, at, lexicon);
    if !text.at(start).is_alphabetic() && text.at(start) != '㌧' {
        return None;
    }
    let (symbol, end, certainty, open) = unit(text, start)?;
    let unit: Unit = symbol.parse().ok()?;
    let found = gas_behind(text, end, lexicon);
    if found.is_none() && (!open || certainty == Certainty::WithGas || !may_stand_alone(text, end, lexicon)) {
        return None;
    }
    let (gas, gas_is_certain, end) = match found {
        Some((gas, certainty, end)) => (gas, certainty == Certainty::Certain, end),
        None => (None, false, end),
    };
    let rate = rate(text, end, lexicon)?;
    Some(UnitMatch {
        unit,
        gas,
        end,
        ambiguous: certainty == Certainty::Ambiguous,
        rate_is_ambiguous: rate == Certainty::Ambiguous,
        gas_is_certain,
        needs_context: found.is_none(),
    })
}

/// Where the unit behind a number begins: "5 million more tonnes", 3万余吨, "2 millions de tonnes".
fn begin(text: &VisibleText, at: usize, lexicon: &Lexicon) -> usize {
    let at = lexicon.at(Role::AboutAfter, text, at).unwrap_or(at);
    let mut start = if text.at(at) == '-' { at.saturating_add(1) } else { text.skip_blank(at) };
    let is_word = is_joined(text.before(at)) && !text.before(at).is_ascii_digit();
    if is_word && let Some(after) = lexicon.at(Role::Of, text, start).filter(|after| *after > start.saturating_add(1)) {
        start = text.skip_blank(after);
    }
    let more = lexicon.at(Role::BeforeGas, text, start).map(|after| text.skip_blank(after));
    more.filter(|more| unit(text, *more).is_some()).unwrap_or(start)
}

/// The unit at a place: its symbol in the table, where it ends, how certain it is, and whether a word ends there.
pub(super) fn unit(text: &VisibleText, start: usize) -> Option<(&'static str, usize, Certainty, bool)> {
    if let Some((unit, end, certainty)) = lexicon::unit_word(text, start) {
        return Some((unit, end, certainty, true));
    }
    lexicon::unit_symbols(text, start).find_map(|(unit, end, certainty)| {
        let ends = !is_joined(text.at(end));
        // A gas may stand right behind it: `tCO2e`.
        (ends || gas(text, end).is_some()).then_some((unit, end, certainty, ends))
    })
}

/// The gas at a place, and where its name ends.
pub(super) fn gas(text: &VisibleText, at: usize) -> Option<(Option<Gas>, Certainty, usize)> {
    // "équivalent CO2", مكافئ ثاني أكسيد الكربون
    let first = any_at(Role::Equivalent, text, at).filter(|end| end.saturating_sub(at) > 1);
    if let Some(end) = first {
        let blank = if text.at(end) == '-' { end.saturating_add(1) } else { text.skip_blank(end) };
        let after = any_at(Role::Of, text, blank).map_or(blank, |after| text.skip_blank(after));
        if let Some((name, end)) = lexicon::gas_name(text, after) {
            let certainty = if name == GasName::Carbon { Certainty::Ambiguous } else { Certainty::Certain };
            return Some((Some(Gas::CO2e), certainty, end));
        }
        // "teqCO2" has its "eq" glued to the formula.
        let glued = ["eq.", "éq.", "eq", "éq"].iter().find_map(|word| text.match_at(at, word));
        return None.or_else(|| {
            let (_, end) = lexicon::gas_name(text, glued?)?;
            Some((Some(Gas::CO2e), Certainty::Certain, end))
        });
    }
    let glued = ["eq", "éq"].iter().find_map(|word| text.match_at(at, word));
    if let Some((_, end)) = glued.and_then(|after| lexicon::gas_name(text, after)) {
        return Some((Some(Gas::CO2e), Certainty::Certain, end));
    }
    let (name, end) = lexicon::gas_name(text, at)?;
    let equivalent = equivalent(text, end);
    let (gas, certainty, end) = match (name, equivalent) {
        (GasName::CarbonDioxideEquivalent, _) => (Some(Gas::CO2e), Certainty::Certain, end),
        (GasName::CarbonDioxide, None) => (Some(Gas::CO2), Certainty::Certain, end),
        (GasName::CarbonDioxide, Some((certainty, end))) => (Some(Gas::CO2e), certainty, end),
        (GasName::Greenhouse, None) => (Some(Gas::CO2e), Certainty::Ambiguous, end),
        (GasName::Greenhouse | GasName::Carbon, Some((_, end))) => (Some(Gas::CO2e), Certainty::Ambiguous, end),
        (GasName::Carbon, None) => (None, Certainty::Ambiguous, end),
    };
    let is_material = lexicon::any_of(Role::NotGas).any(|word| text.match_at(end, word).is_some());
    (!is_material).then_some((gas, certainty, end))
}

/// Whether "equivalent" follows in any spelling: certain and where it ends where nothing but a blank, a hyphen or a
/// bracket of its own stands between, else doubtful, with the place as it was.
fn equivalent(text: &VisibleText, end: usize) -> Option<(Certainty, usize)> {
    let joins = ["", " ", "-", " -", "- ", "_", "/", "(", " ("];
    for join in joins {
        let Some(at) = text.match_exactly_at(end, join).or_else(|| text.match_at(end, join).filter(|_| join == " "))
        else {
            continue;
        };
        let Some(after) = any_at(Role::Equivalent, text, at) else { continue };
        if !join.ends_with('(') {
            return Some((Certainty::Certain, after));
        }
        if text.at(after) == ')' && text.match_at(at, "or ").is_none() {
            return Some((Certainty::Certain, after.saturating_add(1)));
        }
    }
    let mut at = end;
    while at.saturating_sub(end) < 4 && matches!(text.at(at), ' ' | '-' | '–' | '(' | '"' | '“' | '/' | '_') {
        at = at.saturating_add(1);
    }
    let at = text.match_word_at(at, "or").map_or(at, |after| text.skip_blank(after));
    any_at(Role::Equivalent, text, at).map(|_| (Certainty::Ambiguous, end))
}

/// The gas behind a unit: `CO2e`, " of carbon dioxide", "（CO2）", 的二氧化碳.
pub(super) fn gas_behind(text: &VisibleText, end: usize, lexicon: &Lexicon) -> Option<(Option<Gas>, Certainty, usize)> {
    let mut at = if matches!(text.at(end), '-' | '/') { end.saturating_add(1) } else { text.skip_blank(end) };
    if let Some(found) = gas(text, at) {
        return Some(exact(text, found));
    }
    at = any_at(Role::Of, text, at).map_or(at, |after| text.skip_blank(after));
    for _ in 0..2 {
        at = lexicon.at(Role::BeforeGas, text, at).map_or(at, |after| text.skip_blank(after));
    }
    if matches!(text.at(at), '"' | '“' | '«' | '„' | '\'') {
        let (gas, certainty, end) = gas(text, at.saturating_add(1))?;
        let closes = matches!(text.at(end), '"' | '”' | '»' | '“' | '\'');
        return Some((gas, certainty, if closes { end.saturating_add(1) } else { end }));
    }
    if text.at(at) == '(' {
        return in_brackets(text, at);
    }
    Some(exact(text, gas(text, at)?))
}

/// "tonnes of carbon dioxide (CO2e)": the symbol says more than the words before it did.
fn exact(text: &VisibleText, found: (Option<Gas>, Certainty, usize)) -> (Option<Gas>, Certainty, usize) {
    let bracket = text.skip_blank(found.2);
    let inside = if text.at(bracket) == '(' { in_brackets(text, bracket) } else { None };
    inside.filter(|(_, certainty, _)| *certainty == Certainty::Certain).unwrap_or(found)
}

fn in_brackets(text: &VisibleText, bracket: usize) -> Option<(Option<Gas>, Certainty, usize)> {
    let inside = bracket.saturating_add(1);
    let after_unit = unit(text, inside).map_or(inside, |(_, after, ..)| {
        if matches!(text.at(after), '-' | '/') { after.saturating_add(1) } else { text.skip_blank(after) }
    });
    let (gas, certainty, end) = gas(text, after_unit)?;
    (text.at(end) == ')').then(|| (gas, certainty, end.saturating_add(1)))
}

/// Whether what stands behind a unit without a gas leaves open that emissions are meant.
fn may_stand_alone(text: &VisibleText, end: usize, lexicon: &Lexicon) -> bool {
    let next = text.at(end);
    let is_unspaced = is_han(next) || matches!(next, '\u{3040}'..='\u{30ff}');
    if is_unspaced {
        return lexicon.at(Role::AfterMass, text, end).is_some();
    }
    let at = text.skip_blank(end);
    if lexicon.at(Role::AfterMass, text, at).is_some() {
        return true;
    }
    if let Some(after) = lexicon.at(Role::Of, text, at).filter(|after| *after > at.saturating_add(1)) {
        let at = text.skip_blank(after);
        return text.at(at).is_ascii_digit() || lexicon.at(Role::AfterMass, text, at).is_some();
    }
    // "5 t-shirts", "a 15-tonne lorry"
    let hyphenated = next == '-' && text.at(end.saturating_add(1)).is_alphabetic();
    !hyphenated && !matches!(next, '^' | '\'' | '°')
}

/// How certain it is that an amount that ends at `end` is for a year or for ever; none where it is for each of a thing.
pub(super) fn rate(text: &VisibleText, end: usize, lexicon: &Lexicon) -> Option<Certainty> {
    let at = text.skip_blank(end);
    if let Some(after) = lexicon.at(Role::Per, text, at) {
        let after = text.skip_blank(after);
        let yearly = lexicon.at(Role::Year, text, after).is_some();
        let spelled = lexicon.at(Role::Period, text, after).is_some();
        let ends = ends_block(text.at(after));
        return if yearly || ends { Some(Certainty::Certain) } else { spelled.then_some(Certainty::Ambiguous) };
    }
    if let Some(after) = lexicon.at(Role::A, text, at) {
        let after = text.skip_blank(after);
        if lexicon.at(Role::Thing, text, after).is_some() {
            return None;
        }
        let period = lexicon.at(Role::Period, text, after).is_some();
        return Some(if period { Certainty::Ambiguous } else { Certainty::Certain });
    }
    Some(Certainty::Certain)
}
