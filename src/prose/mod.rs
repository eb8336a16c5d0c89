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
//! Each file uses those before it only: `words` (what the detector knows of languages), `html` and `visible_text`,
//! `number`, `unit`, `cues`, `context`, `scan`.

mod context;
mod cues;
mod draft;
mod html;
mod number;
mod scan;
mod unit;
mod visible_text;
mod words;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::disclosure::{EntryKind, Scopes};
use crate::quantity::{Decimal, Gas, Quantity, Unit};

use context::{Context, Neighbours};
pub use draft::draft;
use number::NumberStyle;
use visible_text::VisibleText;

/// An emission figure found in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The figure as a reader of the text sees it, without tags.
    pub text: String,
    /// Where it begins in the input, in bytes.
    pub start: usize,
    /// Where it ends in the input, in bytes.
    pub end: usize,
    /// The number, in `unit`; of a range, its middle.
    pub value: Decimal,
    /// The unit of the table that was written. "Million" and 万 are in the number.
    pub unit: Unit,
    /// The gas, where the figure or the clause it stands in names it.
    pub gas: Option<Gas>,
    /// The lower end of a range; `value` where there is none.
    pub low: Decimal,
    /// The upper end of a range; `value` where there is none.
    pub high: Decimal,
    /// The scopes that the sentence names for it; none where it names none.
    pub scopes: Scopes,
    /// What sort of amount the words around it make it, where they do.
    pub kind: Option<EntryKind>,
    /// Whether number or unit can be read in two ways, or the gas is not stated.
    pub ambiguous: bool,
}

impl Figure {
    /// The value with its unit and gas.
    #[must_use]
    pub const fn quantity(&self) -> Quantity {
        Quantity { value: self.value, unit: self.unit, gas: self.gas }
    }

    /// The unit as files write it, with the gas: `tCO2e`; `t` where the gas is not known.
    #[must_use]
    pub fn unit_text(&self) -> String {
        format!("{}{}", self.unit, self.gas.map_or("", Gas::symbol))
    }
}

impl Serialize for Figure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Figure", 10)?;
        object.serialize_field("text", &self.text)?;
        object.serialize_field("start", &self.start)?;
        object.serialize_field("end", &self.end)?;
        object.serialize_field("value", &self.value.to_string())?;
        object.serialize_field("unit", &self.unit_text())?;
        object.serialize_field("low", &self.low.to_string())?;
        object.serialize_field("high", &self.high.to_string())?;
        object.serialize_field("scopes", &self.scopes)?;
        object.serialize_field("kind", &self.kind)?;
        object.serialize_field("ambiguous", &self.ambiguous)?;
        object.end()
    }
}

/// Finds the emission figures of a text or an HTML page, in order.
///
/// The language decides what `1.234` means. Where none is given, an HTML page's own `lang` does, then Chinese
/// characters; where nothing does, a number that can be read in two ways is marked ambiguous.
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
    figures(&VisibleText::read(text), language)
}

/// Whether it is more than anything emits for each of something: ten thousand tonnes.
fn is_large(figure: &scan::Match) -> bool {
    let tonnes = Quantity::new(figure.value, figure.unit.unit).convert(Unit::TONNE);
    tonnes.is_ok_and(|tonnes| tonnes.value >= Decimal::from(10_000))
}

fn figures(text: &VisibleText, language: Option<&str>) -> Vec<Figure> {
    let cues = cues::cues(text);
    let found = scan::figures(text, &cues, NumberStyle::of(language, text));
    let mut figures: Vec<Figure> = Vec::new();
    let mut previous = 0;
    let mut named_before = false;
    for (index, figure) in found.iter().enumerate() {
        let next = found.get(index.saturating_add(1)).map_or(text.len(), |next| next.start);
        let place = Neighbours { start: figure.start, end: figure.end, previous, next, is_level: figure.is_level };
        previous = figure.end;
        let context = Context::of(text, &cues, place);
        let unit = figure.unit;
        // An intensity is small; a large amount whose clause has the word is kept, with a mark.
        let is_rate = context.is_rate();
        if (is_rate && !is_large(figure)) || (unit.needs_context && !context.is_about_emissions()) {
            continue;
        }
        if !context.same_sentence {
            named_before = context.names_scopes_before();
        }
        let mut scopes = context.scopes(named_before);
        if named_before && context.same_clause && scopes.is_empty() {
            scopes = figures.last().map(|last| last.scopes).unwrap_or_default();
        }
        let implied = if unit.gas.is_none() && unit.needs_context { context.gas() } else { None };
        let gas_is_certain = unit.gas_is_certain || implied.is_some_and(|(_, own)| own);
        let (start, end) = text.span(figure.start, figure.end);
        figures.push(Figure {
            text: text.shown(figure.start, figure.end),
            start,
            end,
            value: figure.value,
            unit: unit.unit,
            gas: unit.gas.or(implied.map(|(gas, _)| gas)),
            low: figure.low,
            high: figure.high,
            scopes,
            kind: context.kind(),
            ambiguous: figure.ambiguous
                || unit.ambiguous
                || !gas_is_certain
                || context.is_level_of_something_else()
                || is_rate,
        });
    }
    figures
}

// proptest does not build for the browser.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
