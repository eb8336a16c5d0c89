//! Numbers with their units.

use super::messages::fill;
use super::{Argument, Locale, Plural, shown};
use crate::msg;
use crate::quantity::{Decimal, Quantity, UNITS, Unit};

/// How a unit is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// "tonnes".
    Words,
    /// "t".
    Symbols,
}

impl Style {
    const fn above(self) -> &'static str {
        match self {
            Self::Words => "unit",
            Self::Symbols => "unit-short",
        }
    }

    const fn below(self) -> &'static str {
        match self {
            Self::Words => "unit-below",
            Self::Symbols => "unit-below-short",
        }
    }
}

/// The symbols above (`sign` 1) or below (−1) the line, one for each power.
fn symbols(unit: &Unit, sign: i8) -> Vec<&'static str> {
    let mut found = Vec::new();
    for (index, power) in unit.powers().filter(|(_, power)| power.signum() == sign) {
        if let Some(definition) = UNITS.get(usize::from(index)) {
            found.extend((0..power.unsigned_abs()).map(|_| definition.symbol));
        }
    }
    found
}

impl Locale {
    pub(super) fn quantity(&self, quantity: &Quantity, style: Style) -> String {
        let spoken = self.spoken(quantity, style);
        let value = &spoken.value;
        let mut text = match symbols(&spoken.unit, 1).as_slice() {
            [] => self.number(value),
            [one] => self.with_unit(value, one, style),
            [first, others @ ..] => {
                others.iter().fold(format!("{} {first}", self.number(value)), |text, unit| format!("{text}·{unit}"))
            }
        };
        if let Some(gas) = spoken.gas {
            let (pattern, names) = match style {
                Style::Words => (msg!("gas.of"), "gas"),
                Style::Symbols => (msg!("gas.of-short"), "gas.short"),
            };
            let gas = self.text(&format!("{names}.{}", gas.symbol()), &[]);
            text = self.joined(pattern, &[("amount", &text), ("gas", &gas)]);
        }
        let pattern = if style == Style::Words { msg!("unit-below.per") } else { msg!("unit-below-short.per") };
        for symbol in symbols(&spoken.unit, -1) {
            let key = format!("{}.{symbol}", style.below());
            let below = if self.has(&key) { self.text(&key, &[]) } else { symbol.to_owned() };
            text = self.joined(pattern, &[("above", &text), ("below", &below)]);
        }
        text
    }

    /// A unit's symbol by itself, above or below the line: "km" and "公里".
    #[must_use]
    pub fn unit_symbol(&self, symbol: &str, below: bool) -> String {
        let style = Style::Symbols;
        let key = format!("{}.{symbol}", if below { style.below() } else { style.above() });
        let found = fill(self.messages.form(&key, || Plural::Other).unwrap_or_default(), &[("n", "")]);
        match (found.trim(), symbol) {
            // A unit that the language does not speak of, in tonnes.
            ("", "万吨") => "× 10⁴ t".to_owned(),
            ("", "亿吨") => "× 10⁸ t".to_owned(),
            ("", "Mt") => "× 10⁶ t".to_owned(),
            ("", "Gt") => "× 10⁹ t".to_owned(),
            ("", symbol) => symbol.to_owned(),
            (found, _) => found.to_owned(),
        }
    }

    /// The quantity in tonnes where the language does not speak of its unit, as English does not of 万吨.
    fn spoken(&self, quantity: &Quantity, style: Style) -> Quantity {
        let unspoken = |symbol: &str| self.messages.plain(&format!("{}.{symbol}", style.above())) == Some("");
        let in_tonnes = || quantity.convert(Unit::TONNE).ok();
        match quantity.unit.single() {
            Some(symbol) if unspoken(symbol) => in_tonnes().unwrap_or(*quantity),
            _ => *quantity,
        }
    }

    fn with_unit(&self, value: &Decimal, symbol: &str, style: Style) -> String {
        let value = shown(value);
        let key = format!("{}.{symbol}", style.above());
        if self.has(&key) {
            // Languages that count by ten thousands say 1,407.214万吨, not 14,072,140吨.
            let counts_by_ten_thousands =
                self.messages.plain(msg!("number.scale-4")).is_some_and(|word| !word.is_empty());
            let is_large = counts_by_ten_thousands && value.abs() >= Decimal::from(1_000_000);
            let n = if is_large { Argument::Rounded(value) } else { Argument::Number(value) };
            return self.text(&key, &[("n", n)]);
        }
        format!("{} {symbol}", self.number(&value))
    }

    /// Text that this language made already, so it is not isolated again as a stranger's would be.
    pub(super) fn joined(&self, key: &str, values: &[(&str, &str)]) -> String {
        fill(self.messages.plain(key).unwrap_or_default(), values)
    }
}
