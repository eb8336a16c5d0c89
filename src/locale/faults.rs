//! What keeps a file from being read, in words: what was found, what is expected, what to do.

use super::{Argument, Locale};
use crate::disclosure::{Expected, Fault, FaultKind, Found, Reason};
use crate::factors::formula::FormulaError;
use crate::msg;
use crate::quantity::{Error, Unit};

/// A word of the file as it is: an id, a unit, a number.
fn word(text: impl ToString) -> Argument {
    Argument::Text(text.to_string())
}

impl Locale {
    /// A fault of a file in plain sentences, without its place.
    #[must_use]
    pub fn fault(&self, fault: &Fault) -> String {
        self.fault_kind(&fault.kind)
    }

    /// A fault of a file after its place; one of the whole file has none.
    #[must_use]
    pub fn fault_line(&self, fault: &Fault) -> String {
        let sentences = self.fault(fault);
        if fault.at.is_empty() {
            return sentences;
        }
        let place = self.argument(&word(&fault.at));
        self.joined(msg!("fault.line"), &[("place", &place), ("fault", &sentences)])
    }

    /// What is wrong, in plain sentences.
    #[must_use]
    pub fn fault_kind(&self, kind: &FaultKind) -> String {
        let say = |key, arguments: &[(&str, Argument)]| self.text(key, arguments);
        let about = |key, id: &String| say(key, &[("id", word(id))]);
        match kind {
            FaultKind::NotJson { is_cut_off: true, .. } => say(msg!("fault.cut-off"), &[]),
            FaultKind::NotJson { line, column, .. } => {
                say(msg!("fault.not-json"), &[("line", word(line)), ("column", word(column))])
            }
            FaultKind::MissingField { field } => say(msg!("fault.missing-field"), &[("field", word(field))]),
            FaultKind::UnknownField { known } => say(msg!("fault.unknown-field"), &[("list", self.words(known))]),
            FaultKind::RepeatedField => say(msg!("fault.repeated-field"), &[]),
            FaultKind::UnexpectedValue { found, reason, expected } => self.unexpected_value(found, *reason, expected),
            FaultKind::RepeatedEntry { id } => about(msg!("fault.repeated-entry"), id),
            FaultKind::RepeatedComparison { id } => about(msg!("fault.repeated-comparison"), id),
            FaultKind::UnknownEntry { id } => about(msg!("fault.unknown-entry"), id),
            FaultKind::EndlessParts { whole } => about(msg!("fault.endless-parts"), whole),
            FaultKind::UnknownComparison { id } => about(msg!("fault.unknown-comparison"), id),
            FaultKind::CategoryOutsideScope3 => say(msg!("fault.category-outside-scope-3"), &[]),
            FaultKind::MethodOutsideScope2 => say(msg!("fault.method-outside-scope-2"), &[]),
            FaultKind::AmountOfExcluded => say(msg!("fault.amount-of-excluded"), &[]),
            FaultKind::CreditFieldOnly { field } => say(msg!("fault.credit-field-only"), &[("field", word(field))]),
            FaultKind::UnknownAssumption { known } => {
                say(msg!("fault.unknown-assumption"), &[("list", self.words(known))])
            }
            FaultKind::AssumptionUnit { found, expected } => {
                say(msg!("fault.assumption-unit"), &[("found", word(found)), ("unit", word(expected))])
            }
            FaultKind::AssumptionZero => say(msg!("fault.zero"), &[]),
            FaultKind::IdOfCatalogue { id } => about(msg!("fault.id-of-catalogue"), id),
            FaultKind::RepeatedAssumption { id } => about(msg!("fault.repeated-assumption"), id),
            FaultKind::IdBeginsWithDigit { id } => about(msg!("fault.id-begins-with-digit"), id),
            FaultKind::Formula { formula, reason } => {
                let refused = say(msg!("fault.formula"), &[("formula", Argument::Text(self.found(formula)))]);
                self.sentences(&[refused, self.formula_error(reason)])
            }
            FaultKind::MinAboveMax { min, max } => {
                say(msg!("fault.min-above-max"), &[("min", word(min)), ("max", word(max))])
            }
            FaultKind::ValueOutsideRange { value, min, max } => {
                let arguments = [("value", word(value)), ("min", word(min)), ("max", word(max))];
                say(msg!("fault.value-outside-range"), &arguments)
            }
            FaultKind::ZeroDivides => say(msg!("fault.zero-divides"), &[]),
            FaultKind::ZeroStep => say(msg!("fault.zero-step"), &[]),
        }
    }

    /// Names of the file in a list; a dash where there is none.
    fn words<T: ToString>(&self, names: &[T]) -> Argument {
        let names: Vec<String> = names.iter().map(|name| self.argument(&word(name.to_string()))).collect();
        if names.is_empty() { word("–") } else { Argument::List(names) }
    }

    fn unexpected_value(&self, found: &Found, reason: Reason, expected: &Expected) -> String {
        let found = self.text(msg!("fault.found"), &[("found", Argument::Text(self.found(found)))]);
        let expected = self.joined(msg!("fault.expected"), &[("expected", &self.expected(expected))]);
        match self.reason(reason) {
            Some(reason) => self.sentences(&[found, reason, expected]),
            None => self.sentences(&[found, expected]),
        }
    }

    /// What was found, as JSON writes it or in words.
    fn found(&self, found: &Found) -> String {
        match found {
            Found::Null => "null".to_owned(),
            Found::Bool(value) => value.to_string(),
            Found::Integer(value) => self.text(msg!("fault.number"), &[("value", word(value))]),
            Found::Fraction => self.text(msg!("fault.fraction"), &[]),
            Found::Text(text, goes_on) => format!("\"{text}{}\"", if *goes_on { "…" } else { "" }),
            Found::List => self.text(msg!("fault.list"), &[]),
            Found::Object => self.text(msg!("fault.object"), &[]),
        }
    }

    fn expected(&self, expected: &Expected) -> String {
        let key = match expected {
            Expected::Amount => msg!("fault.expected-amount"),
            Expected::Quantity => msg!("fault.expected-quantity"),
            Expected::Unit => msg!("fault.expected-unit"),
            Expected::Decimal => msg!("fault.expected-decimal"),
            Expected::Share => msg!("fault.expected-share"),
            Expected::Id => msg!("fault.expected-id"),
            Expected::Language => msg!("fault.expected-language"),
            Expected::Date => msg!("fault.expected-date"),
            Expected::Period => msg!("fault.expected-period"),
            Expected::Url => msg!("fault.expected-url"),
            Expected::Year => msg!("fault.expected-year"),
            Expected::Category => msg!("fault.expected-category"),
            Expected::Version => msg!("fault.expected-version"),
            Expected::Scopes => msg!("fault.expected-scopes"),
            Expected::Text => msg!("fault.expected-text"),
            Expected::String => msg!("fault.text"),
            Expected::Bool => msg!("fault.expected-bool"),
            Expected::List => msg!("fault.list"),
            Expected::Object => msg!("fault.object"),
            Expected::Record(_) => msg!("fault.expected-record"),
            Expected::OneOf(_) => msg!("fault.expected-one-of"),
            Expected::Comparison(_) => msg!("fault.expected-comparison"),
        };
        self.text(key, &[("list", self.words(expected.names()))])
    }

    /// Why a text cannot be used, where what is expected does not say it.
    fn reason(&self, reason: Reason) -> Option<String> {
        let say = |key| Some(self.text(key, &[]));
        match reason {
            Reason::Form => None,
            Reason::NotMass(unit) => Some(self.text(msg!("fault.not-mass"), &[("unit", word(unit))])),
            Reason::NoGas(unit) => {
                let with = |gas| word(format!("{unit}{gas}"));
                Some(self.text(msg!("fault.no-gas"), &[("first", with("CO2e")), ("second", with("CO2"))]))
            }
            Reason::Quantity(error) => match error {
                Error::Empty => say(msg!("fault.empty")),
                Error::NotANumber => say(msg!("fault.not-a-number")),
                Error::AmbiguousNumber => say(msg!("fault.ambiguous")),
                Error::UnknownUnit => say(msg!("fault.unknown-unit")),
                Error::MissingUnit => say(msg!("fault.missing-unit")),
                Error::UnitMismatch { found, expected } => {
                    let units = [("found", word(found)), ("unit", word(expected))];
                    Some(self.text(msg!("fault.unit-mismatch"), &units))
                }
                Error::GasMix => say(msg!("fault.gas-mix")),
                Error::Overflow => say(msg!("fault.overflow")),
                Error::DivisionByZero => say(msg!("fault.zero")),
                Error::Negative => say(msg!("fault.negative")),
                Error::TooLarge => say(msg!("fault.too-large")),
                Error::RangeOrder => say(msg!("fault.range-order")),
            },
        }
    }

    fn formula_error(&self, error: &FormulaError) -> String {
        let unit = |unit: &Unit| word(unit);
        match error {
            FormulaError::Unexpected(found) if found.is_empty() => self.text(msg!("fault.formula-cut-off"), &[]),
            FormulaError::Unexpected(found) => self.text(msg!("fault.formula-unexpected"), &[("found", word(found))]),
            FormulaError::UnknownName(name) => self.text(msg!("fault.formula-unknown-name"), &[("name", word(name))]),
            FormulaError::Amount => self.text(msg!("fault.formula-amount"), &[]),
            FormulaError::Assumption(name) => self.text(msg!("fault.formula-assumption"), &[("name", word(name))]),
            FormulaError::Units { found: Some(found), expected } => {
                self.text(msg!("fault.formula-units"), &[("found", unit(found)), ("unit", unit(expected))])
            }
            FormulaError::Units { found: None, .. } => self.text(msg!("fault.formula-too-many-units"), &[]),
            FormulaError::Degenerate => self.text(msg!("fault.formula-degenerate"), &[]),
        }
    }
}
