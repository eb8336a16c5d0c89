//! Finds emission figures in the text of an article, plain or HTML.
//!
//! [`detect`] is a pure function of its input. It looks at every character a fixed number of times, so a page takes
//! time in proportion to its length, and it answers for any text there is. What it is not certain of it marks
//! [`ambiguous`](Figure::ambiguous) rather than leaves out: a person reads the result before a reader does.
//!
//! * A figure is a number with a unit of mass. Where no gas is named, the words around it must be about emissions.
//! * Dates, sums of money, percentages, temperatures, prices per tonne and amounts for each of something
//!   (a kilowatt-hour, a person) are no figures.
//! * The nearest word tells what sort of amount it is ("cut", 减排, "avoided", 抵消 …), and "scope 1 and 2" or 范围一、二
//!   in the same sentence what it covers.
//!
//! The cases that it must get right, and the traps, are data: `tests/goldens/prose/*.toml`.
//!
//! What is known of a language stands in one file of `data/prose`. Each file here uses those before it only: `role` (what
//! words say), `html` and `visible_text`, `lexicon` (the words of a text's languages), `number`, `unit`, `cues`, `scan`,
//! `context`.

mod context;
mod cues;
mod draft;
mod facts;
mod figure;
mod front_matter;
mod html;
mod lexicon;
mod names;
mod number;
mod role;
mod scan;
mod tables;
mod told;
mod unit;
mod visible_text;

use crate::disclosure::Scopes;
use crate::quantity::{Decimal, Quantity, Unit};

use context::{Context, Neighbours};
use cues::CueMatch;
pub use draft::draft;
pub use facts::{Assumption, Equivalence, Goal};
pub use figure::{Change, Doubt, Figure, Language, Reading};
use lexicon::Lexicon;
use scan::Match;
use tables::{CellFigure, Heads};
use visible_text::VisibleText;

/// Finds the emission figures of a text or an HTML page, in order.
///
/// The language decides what `1.234` means. Where none is given, an HTML page's own `lang` does, then the words of the
/// text; where nothing does, a number that can be read in two ways is marked ambiguous.
///
/// ```
/// use emissions_calculator::prose::detect;
/// let found = detect("The firm cut 37,909.87 tCO2e across scopes 1, 2 and 3.", Some("en"));
/// assert_eq!(found.len(), 1);
/// assert_eq!(found[0].quantity().to_string(), "37909.87 tCO2e");
/// assert_eq!(serde_json::to_value(&found[0].scopes).unwrap(), serde_json::json!([1, 2, 3]));
/// assert!(detect("At $50 a tonne, 2021 was 1.5 °C warmer.", Some("en")).is_empty());
/// ```
#[must_use]
pub fn detect(text: &str, language: Option<&str>) -> Vec<Figure> {
    read(text, language).figures
}

/// Reads a text or an HTML page: as [`detect`], with the language that it was read in.
///
/// ```
/// use emissions_calculator::prose::read;
/// let reading = read("Le groupe a émis 1,5 million de tonnes de CO2 en 2021.", None);
/// assert_eq!(reading.language.map(|language| language.tag), Some("fr"));
/// assert_eq!(reading.figures[0].quantity().to_string(), "1500000 tCO2");
/// assert_eq!(reading.figures[0].period.as_deref(), Some("2021"));
/// ```
#[must_use]
pub fn read(text: &str, language: Option<&str>) -> Reading {
    let text = VisibleText::read(text);
    Text::of(&text, language).reading()
}

/// A text with the words it is read with and what they say.
struct Text<'a> {
    text: &'a VisibleText,
    lexicon: Lexicon,
    cues: Vec<CueMatch>,
    /// The year in which it was published, where that is known.
    published: Option<u16>,
}

impl<'a> Text<'a> {
    fn of(text: &'a VisibleText, language: Option<&str>) -> Self {
        let lexicon = Lexicon::of(language, text);
        let cues = cues::cues(text, &lexicon);
        Self { text, lexicon, cues, published: None }
    }

    fn reading(&self) -> Reading {
        let language = self.lexicon.language;
        let language = language.map(|words| Language { tag: words.tag, name: words.name, is_read: words.is_read() });
        Reading {
            language,
            figures: self.all_figures(),
            equivalences: self.equivalences(),
            assumptions: self.assumptions(),
            goals: self.goals(),
        }
    }

    /// The figures of sentences and of tables, in order.
    fn all_figures(&self) -> Vec<Figure> {
        let cells = tables::figures(self.text, &self.cues, &self.lexicon);
        let mut figures = self.figures();
        for figure in &mut figures {
            let place = cells.partition_point(|cell| self.text.span(cell.start, cell.end).1 < figure.end);
            let cell = cells.get(place).filter(|cell| self.text.span(cell.start, cell.end).0 <= figure.start);
            if let Some(cell) = cell {
                cell.heads.complete(figure);
            }
        }
        figures.extend(cells.iter().filter_map(|cell| self.of_cell(cell)));
        figures.sort_by_key(|figure| figure.start);
        figures.dedup_by(|next, earlier| next.start < earlier.end);
        figures
    }

    /// A number of a table whose unit stands in a head.
    fn of_cell(&self, cell: &CellFigure) -> Option<Figure> {
        let (value, unit, ambiguous) = cell.value?;
        let (start, end) = self.text.span(cell.start, cell.end);
        let doubts = [
            (ambiguous, Doubt::Number),
            (unit.ambiguous, Doubt::Unit),
            (!unit.gas_is_certain, Doubt::Gas),
            (unit.rate_is_ambiguous, Doubt::Rate),
            (!self.lexicon.is_read(), Doubt::Language),
        ];
        let doubts: Vec<Doubt> = doubts.into_iter().filter_map(|(holds, doubt)| holds.then_some(doubt)).collect();
        let mut figure = Figure {
            text: self.text.shown(cell.start, cell.end),
            start,
            end,
            value,
            unit: unit.unit,
            gas: unit.gas,
            low: value,
            high: value,
            scopes: Scopes::default(),
            kind: None,
            change: None,
            method: None,
            category: None,
            period: None,
            ambiguous: !doubts.is_empty(),
            doubts,
        };
        cell.heads.complete(&mut figure);
        Some(figure)
    }

    fn figures(&self) -> Vec<Figure> {
        let found = scan::figures(self.text, &self.cues, &self.lexicon);
        let mut figures: Vec<Figure> = Vec::new();
        let mut previous = 0;
        let mut named_before = false;
        let mut last_end = 0;
        for (index, figure) in found.iter().enumerate() {
            let next = found.get(index.saturating_add(1)).map_or(self.text.len(), |next| next.start);
            let place = Neighbours::of(figure, previous, next);
            previous = figure.end;
            let context = Context::of(self.text, &self.lexicon, &self.cues, place);
            let unit = figure.unit;
            // An intensity is small; a large amount whose clause has the word is kept, with a mark.
            let is_rate = context.is_rate();
            let is_of_something_else = unit.needs_context && !context.is_about_emissions();
            if (is_rate && !is_large(figure)) || is_of_something_else || context.is_allowance() {
                continue;
            }
            if !context.same_sentence {
                named_before = context.names_scopes_before();
            }
            let mut scopes = context.scopes(named_before);
            if named_before && context.same_clause && scopes.is_empty() {
                scopes = figures.last().map(|last| last.scopes).unwrap_or_default();
            }
            let mut read = self.figure(figure, &context, scopes, is_rate);
            if let (Some(last), true) = (figures.last_mut(), context.same_sentence) {
                share_gas(last, &mut read, figure.start.saturating_sub(last_end));
            }
            last_end = figure.end;
            figures.push(read);
        }
        figures
    }

    fn figure(&self, figure: &Match, context: &Context<'_>, scopes: Scopes, is_rate: bool) -> Figure {
        let unit = figure.unit;
        let implied = if unit.gas.is_none() && unit.needs_context { context.gas() } else { None };
        let gas_is_certain = unit.gas_is_certain || implied.is_some_and(|(_, own)| own);
        let (start, end) = self.text.span(figure.start, figure.end);
        let kind_is_open =
            context.is_level_of_something_else() || context.is_change_of_something_else() || context.kind_is_far();
        let doubts: Vec<Doubt> = [
            (figure.ambiguous, Doubt::Number),
            (unit.ambiguous, Doubt::Unit),
            (!gas_is_certain, Doubt::Gas),
            (figure.open_range, Doubt::Range),
            (unit.rate_is_ambiguous || is_rate, Doubt::Rate),
            (figure.below_zero, Doubt::Sign),
            (kind_is_open, Doubt::Kind),
            (!self.lexicon.is_read(), Doubt::Language),
        ]
        .into_iter()
        .filter_map(|(holds, doubt)| holds.then_some(doubt))
        .collect();
        Figure {
            text: self.text.shown(figure.start, figure.end),
            start,
            end,
            value: figure.value,
            unit: unit.unit,
            gas: unit.gas.or(implied.map(|(gas, _)| gas)),
            low: figure.low,
            high: figure.high,
            scopes,
            kind: context.kind(),
            change: context.change(),
            method: context.method(),
            category: context.category(),
            period: context.year().map(|year| year.to_string()),
            ambiguous: !doubts.is_empty(),
            doubts,
        }
    }
}

impl Heads {
    /// Adds to a figure what its heads say and its cell does not.
    fn complete(&self, figure: &mut Figure) {
        if figure.scopes.is_empty() {
            figure.scopes = self.scopes;
        }
        figure.kind = figure.kind.or(self.kind);
        figure.method = figure.method.or(self.method);
        figure.category = figure.category.or(self.category);
        figure.period = figure.period.take().or(self.year.map(|year| year.to_string()));
    }
}

/// Gives two neighbours in a sentence the gas that is named once for both: "4 Mt in 2020 and 5 Mt of CO2 in 2021".
fn share_gas(first: &mut Figure, second: &mut Figure, apart: usize) {
    let is_open = |figure: &Figure| figure.doubts.contains(&Doubt::Gas);
    let (from, to) = match (is_open(first), is_open(second)) {
        (true, false) => (second, first),
        (false, true) => (first, second),
        _ => return,
    };
    // Where the words of one name a gas of two meanings, it is not the other's.
    let fits = to.gas.is_none() || to.gas == from.gas;
    if fits && apart <= NEIGHBOURS && from.kind == to.kind.or(from.kind) || (fits && apart <= NEXT) {
        to.gas = from.gas;
        to.doubts.retain(|doubt| *doubt != Doubt::Gas);
        to.ambiguous = !to.doubts.is_empty();
    }
}

/// How far apart two figures may stand to share a gas, where they are of one kind, and where they need not be.
const NEIGHBOURS: usize = 40;
const NEXT: usize = 16;

/// Whether it is more than anything emits for each of something: ten thousand tonnes.
fn is_large(figure: &Match) -> bool {
    let tonnes = Quantity::new(figure.value, figure.unit.unit).convert(Unit::TONNE);
    tonnes.is_ok_and(|tonnes| tonnes.value >= Decimal::from(10_000))
}

// proptest does not build for the browser.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
