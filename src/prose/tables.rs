//! Numbers in tables: what they are stands in the heads of their row and column, in a head of several rows, or in the
//! table's caption.

use std::ops::Range;

use super::cues::{Cue, CueMatch};
use super::lexicon::Lexicon;
use super::number;
use super::role::{Certainty, Role};
use super::unit::{self, UnitMatch};
use super::visible_text::{CELL, DOWN, ROW, SPAN, TABLE, VisibleText, is_joined};
use crate::disclosure::{EntryKind, Method, Scopes};
use crate::quantity::{Arithmetic, Decimal, power_of_ten};

/// How far before a table its caption may begin.
const CAPTION: usize = 200;

/// How many cells of a row are looked at as heads, and how many go on below at once. Bounds keep the whole linear.
const MOST_LABELS: usize = 6;
const MOST_BELOW: usize = 60;

type Cell = Range<usize>;

/// A number in a cell, with what the heads say of it.
#[derive(Clone)]
pub(super) struct CellFigure {
    pub start: usize,
    pub end: usize,
    /// The value; none where the cell has its own unit, and was read as any text is.
    pub value: Option<(Decimal, UnitMatch, bool)>,
    pub heads: Heads,
}

/// What heads say of a cell.
#[derive(Clone, Copy, Default)]
pub(super) struct Heads {
    pub scopes: Scopes,
    pub kind: Option<EntryKind>,
    pub method: Option<Method>,
    pub category: Option<u8>,
    pub year: Option<u16>,
}

#[derive(Default)]
struct Table {
    caption: Cell,
    rows: Vec<Vec<Cell>>,
}

/// Every number of the text's tables that is an amount of emissions, in order.
pub(super) fn figures(text: &VisibleText, cues: &[CueMatch], lexicon: &Lexicon) -> Vec<CellFigure> {
    let reader = Reader { text, cues, lexicon };
    tables(text).iter().flat_map(|table| reader.table(table)).collect()
}

/// The tables of the text, their merged cells in every place that they fill.
fn tables(text: &VisibleText) -> Vec<Table> {
    let mut tables = Vec::new();
    let mut table: Option<Table> = None;
    // Cells that go on below, by column: how many rows more.
    let mut below: Vec<(usize, usize, Cell)> = Vec::new();
    let mut outside = 0;
    let mut at = 0;
    while at < text.len() {
        let next = at.saturating_add(1);
        match text.at(at) {
            TABLE => {
                tables.extend(table.take().filter(|table| table.rows.len() > 1));
                below.clear();
                outside = next;
            }
            c @ (ROW | CELL) => {
                let table = table.get_or_insert_with(|| Table {
                    caption: outside.max(at.saturating_sub(CAPTION))..at,
                    // The first line of a table in plain text has nothing before it.
                    rows: Vec::new(),
                });
                if table.rows.is_empty() && c == CELL {
                    let line = (table.caption.start..at).rev().find(|at| matches!(text.at(*at), '\n' | '\u{2029}'));
                    let begin = line.map_or(table.caption.start, |line| line.saturating_add(1));
                    table.caption.end = begin;
                    let first: Cell = begin..at;
                    table.rows.push(Vec::from([first]));
                }
                if c == ROW {
                    table.rows.push(Vec::new());
                }
                let end =
                    (next..text.len()).find(|at| matches!(text.at(*at), ROW | CELL | TABLE)).unwrap_or(text.len());
                add(text, table, &mut below, c, next..end);
                at = end;
                continue;
            }
            _ => {}
        }
        at = next;
    }
    tables.extend(table.filter(|table| table.rows.len() > 1));
    tables
}

fn add(text: &VisibleText, table: &mut Table, below: &mut Vec<(usize, usize, Cell)>, mark: char, cell: Cell) {
    let Some(row) = table.rows.last_mut() else { return };
    // Cells that go on from the rows above come first.
    while let Some(place) = below.iter().position(|(column, left, _)| *column == row.len() && *left > 0) {
        if let Some((_, left, held)) = below.get_mut(place) {
            *left = left.saturating_sub(1);
            row.push(held.clone());
        }
    }
    below.retain(|(_, left, _)| *left > 0);
    let spans = |sign: char| cell.clone().filter(|at| text.at(*at) == sign).count().min(40);
    let (across, down) = (spans(SPAN), spans(DOWN));
    let mut trimmed = cell;
    while trimmed.start < trimmed.end && is_blank(text.at(trimmed.start)) {
        trimmed.start = trimmed.start.saturating_add(1);
    }
    while trimmed.start < trimmed.end && is_blank(text.before(trimmed.end)) {
        trimmed.end = trimmed.end.saturating_sub(1);
    }
    if mark == ROW && trimmed.is_empty() {
        return;
    }
    for _ in 0..=across {
        if down > 0 && below.len() < MOST_BELOW {
            below.push((row.len(), down, trimmed.clone()));
        }
        row.push(trimmed.clone());
    }
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\n' | '\u{2029}' | SPAN | DOWN)
}

struct Reader<'a> {
    text: &'a VisibleText,
    cues: &'a [CueMatch],
    lexicon: &'a Lexicon,
}

/// What a text says of units.
enum Named {
    Nothing,
    /// Something for each of something else.
    Rate,
    Unit(UnitMatch, Decimal),
}

impl Reader<'_> {
    fn table(&self, table: &Table) -> Vec<CellFigure> {
        let is_amount = |cell: &Cell| {
            let is_year = self.cues(cell).iter().any(|cue| matches!(cue.kind, Cue::Year(_)));
            self.text.at(cell.start).is_ascii_digit() && !cell.is_empty() && !is_year
        };
        let is_head = |row: &Vec<Cell>| !row.iter().skip(1).any(is_amount);
        let head_rows = table.rows.iter().take_while(|row| is_head(row)).count().clamp(0, 3);
        let heads = table.rows.get(..head_rows).unwrap_or_default();
        let mut section: Cell = 0..0;
        let mut found = Vec::new();
        for row in table.rows.get(head_rows..).unwrap_or_default() {
            let filled: Vec<&Cell> = row.iter().filter(|cell| !cell.is_empty()).collect();
            if let [only] = filled.as_slice() {
                section = (*only).clone();
                continue;
            }
            let labels: Vec<Cell> =
                row.iter().filter(|cell| self.number(cell).is_none()).take(MOST_LABELS).cloned().collect();
            for (column, cell) in row.iter().enumerate() {
                let before = column.checked_sub(1).and_then(|before| row.get(before));
                if before == Some(cell) {
                    continue;
                }
                let mut above: Vec<Cell> = heads.iter().rev().filter_map(|head| head.get(column).cloned()).collect();
                above.dedup();
                let near = [labels.as_slice(), &above].concat();
                let far = [
                    vec![section.clone()],
                    heads.iter().filter_map(|head| head.first().cloned()).collect(),
                    vec![table.caption.clone()],
                ]
                .concat();
                found.extend(self.cell(cell, &near, &far));
            }
        }
        found
    }

    /// The number that fills a cell, and where it ends; years are heads.
    fn number(&self, cell: &Cell) -> Option<(Decimal, usize, bool)> {
        let mut at = cell.start;
        while matches!(self.text.at(at), '~' | '<' | '>' | '≈' | ' ') && at < cell.end {
            at = at.saturating_add(1);
        }
        if !self.text.at(at).is_ascii_digit() {
            return None;
        }
        let (_, number) = number::read(self.text, at, self.lexicon);
        let number = number?;
        let is_year = number.like_year && (Decimal::from(1950)..Decimal::from(2101)).contains(&number.written);
        let end = cell.end.min(number.end.max(at));
        let rest = number.end..cell.end;
        let is_note =
            |c: char| c.is_ascii_digit() || matches!(c, '^' | '*' | '†' | '[' | ']' | '(' | ')' | ' ' | 'a'..='f');
        let is_bare = rest.clone().all(|at| is_note(self.text.at(at))) && rest.len() < 6;
        (is_bare && !is_year).then_some((number.times(number.factor)?, end, number.ambiguous))
    }

    fn cell(&self, cell: &Cell, near: &[Cell], far: &[Cell]) -> Option<CellFigure> {
        let says = |cells: &[Cell], is: &dyn Fn(Cue) -> bool| {
            cells.iter().any(|cell| self.cues(cell).iter().any(|cue| is(cue.kind)))
        };
        if says(near, &|cue| cue == Cue::Says(Role::Rate) || cue == Cue::Says(Role::OtherGas)) {
            return None;
        }
        let heads = self.heads(near, far);
        let Some((value, end, ambiguous)) = self.number(cell) else {
            let has_number = cell.clone().any(|at| self.text.at(at).is_ascii_digit());
            return has_number.then_some(CellFigure { start: cell.start, end: cell.end, value: None, heads });
        };
        let mut found: Option<(UnitMatch, Decimal)> = None;
        let mut gas = None;
        for head in near.iter().chain(far) {
            match self.named(head) {
                Named::Rate => {
                    found?;
                }
                Named::Unit(unit, factor) => {
                    gas = gas.or(unit.gas.map(|gas| (gas, unit.gas_is_certain)));
                    found = found.or(Some((unit, factor)));
                }
                Named::Nothing => {}
            }
            if found.is_none() && self.text.shown(head.start, head.end).contains('%') && near.contains(head) {
                return None;
            }
        }
        let (unit, factor) = found?;
        let own = near.iter().chain(far).flat_map(|head| self.cues(head));
        let named = own.filter_map(|cue| if let Cue::Gas(gas) = cue.kind { Some((gas, true)) } else { None }).next();
        let gas = gas.or(named);
        let says_so = !heads.scopes.is_empty() || heads.category.is_some();
        let is_topic = says_so || gas.is_some() || says(near, &Cue::is_emission) || says(far, &Cue::is_emission);
        if !is_topic {
            return None;
        }
        let unit = UnitMatch {
            gas: gas.map(|(gas, _)| gas),
            gas_is_certain: gas.is_some_and(|(_, certain)| certain),
            needs_context: false,
            end,
            ..unit
        };
        let value = value.product(factor)?.normalize();
        Some(CellFigure { start: cell.start, end, value: Some((value, unit, ambiguous)), heads })
    }

    fn cues(&self, cell: &Cell) -> &[CueMatch] {
        let from = self.cues.partition_point(|cue| cue.start < cell.start);
        let to = self.cues.partition_point(|cue| cue.start < cell.end);
        self.cues.get(from..to.max(from)).unwrap_or_default()
    }

    /// The unit that a head names.
    fn named(&self, head: &Cell) -> Named {
        let mut at = head.start;
        while at < head.end {
            let before = self.text.before(at);
            let begins =
                self.text.at(at).is_alphabetic() && !is_joined(before) && before != '/' && !self.is_amount(head, at);
            if begins {
                let scale = self.lexicon.scale(self.text, at, false);
                let power = scale.and_then(|(power, _)| power_of_ten(power)).unwrap_or(Decimal::ONE);
                let start = scale.map_or(at, |(_, end)| self.text.skip_blank(end));
                let start = self
                    .lexicon
                    .at(Role::Of, self.text, start)
                    .filter(|_| scale.is_some())
                    .map_or(start, |end| self.text.skip_blank(end));
                if let Some((symbol, end, certainty, _)) =
                    unit::unit(self.text, start).filter(|(_, end, ..)| *end <= head.end)
                {
                    let factor = power.product(self.thousands(head, at)).unwrap_or(power);
                    return self.unit(symbol, end, certainty, factor);
                }
            }
            at = at.saturating_add(1);
        }
        Named::Nothing
    }

    /// Whether a number stands before a unit, which is then no head's: "Emissions were 5 tCO2e."
    fn is_amount(&self, head: &Cell, unit: usize) -> bool {
        let blank = if self.text.before(unit) == ' ' { unit.saturating_sub(1) } else { unit };
        blank > head.start && self.text.before(blank).is_ascii_digit() && self.thousands(head, unit) == Decimal::ONE
    }

    /// "1,000 t", "'000 tCO2e": what stands before a unit in a head multiplies it.
    fn thousands(&self, head: &Cell, unit: usize) -> Decimal {
        let zeros = ["1,000", "1.000", "1000", "'000", "000", "1 000"];
        let is_there =
            zeros.iter().any(|zeros| self.text.phrase_before(unit, zeros).is_some_and(|start| start >= head.start));
        if is_there { Decimal::ONE_THOUSAND } else { Decimal::ONE }
    }

    fn unit(&self, symbol: &str, end: usize, certainty: Certainty, factor: Decimal) -> Named {
        let Ok(unit) = symbol.parse() else { return Named::Nothing };
        let gas = unit::gas_behind(self.text, end, self.lexicon);
        let end = gas.map_or(end, |(_, _, end)| end);
        let Some(rate) = unit::rate(self.text, end, self.lexicon) else { return Named::Rate };
        if certainty == Certainty::WithGas && gas.is_none() {
            return Named::Nothing;
        }
        let unit = UnitMatch {
            unit,
            gas: gas.and_then(|(gas, ..)| gas),
            end,
            ambiguous: certainty == Certainty::Ambiguous,
            rate_is_ambiguous: rate == Certainty::Ambiguous,
            gas_is_certain: gas.is_some_and(|(_, certainty, _)| certainty == Certainty::Certain),
            needs_context: false,
        };
        Named::Unit(unit, factor)
    }

    /// What the heads say, nearer ones first.
    fn heads(&self, near: &[Cell], far: &[Cell]) -> Heads {
        let mut heads = Heads::default();
        for cue in near.iter().chain(far).flat_map(|head| self.cues(head)) {
            match cue.kind {
                Cue::Scopes(scopes) if heads.scopes.is_empty() => heads.scopes = scopes,
                Cue::Category(category) => heads.category = heads.category.or(Some(category)),
                Cue::Year(year) => heads.year = heads.year.or(Some(year)),
                Cue::Says(Role::MarketBased) => heads.method = heads.method.or(Some(Method::Market)),
                Cue::Says(Role::LocationBased) => heads.method = heads.method.or(Some(Method::Location)),
                Cue::Says(Role::Reduction) => heads.kind = heads.kind.or(Some(EntryKind::Reduction)),
                Cue::Says(Role::Avoided) => heads.kind = heads.kind.or(Some(EntryKind::Avoided)),
                Cue::Says(Role::Removal) => heads.kind = heads.kind.or(Some(EntryKind::Removal)),
                Cue::Says(Role::Credit) => heads.kind = heads.kind.or(Some(EntryKind::Credit)),
                Cue::Says(Role::Emission | Role::Emitted) => heads.kind = heads.kind.or(Some(EntryKind::Emission)),
                _ => {}
            }
        }
        if !heads.scopes.is_empty() || heads.category.is_some() {
            heads.kind = heads.kind.or(Some(EntryKind::Emission));
        }
        heads
    }
}
