//! What keeps a file from being read: values with a place. Their words are made where they are shown: for readers of any
//! language by [`Locale::fault`](crate::locale::Locale::fault), for logs in English by `Display`.

use crate::factors::formula::FormulaError;
use crate::json::Json;
use crate::quantity::{Decimal, Error, Quantity, Unit};

/// Something in a file that keeps it from being read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where: a JSON pointer (RFC 6901), empty for the whole file.
    pub at: String,
    /// What is wrong there.
    pub kind: FaultKind,
}

impl core::error::Error for Fault {}

/// What can be wrong at a place of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// The text is not JSON.
    NotJson {
        /// The line on which reading stopped, counted from 1; 0 where it is not known.
        line: usize,
        /// The column on that line.
        column: usize,
        /// Whether the text ends too early.
        is_cut_off: bool,
    },
    /// A field that must be there is not.
    MissingField {
        /// The field.
        field: &'static str,
    },
    /// A field that the format does not have.
    UnknownField {
        /// The fields that it has here.
        known: Vec<&'static str>,
    },
    /// A field is given twice.
    RepeatedField,
    /// A value of another type or form than the format has here.
    UnexpectedValue {
        /// What is there.
        found: Found,
        /// Why it cannot be used.
        reason: Reason,
        /// What should be there.
        expected: Expected,
    },
    /// An entry's id that another entry has already.
    RepeatedEntry {
        /// The id.
        id: String,
    },
    /// A comparison that is offered already.
    RepeatedComparison {
        /// The id.
        id: String,
    },
    /// An id that no entry of the file has.
    UnknownEntry {
        /// The id.
        id: String,
    },
    /// An entry is a part of itself, or its wholes go up more than 64 levels.
    EndlessParts {
        /// The whole that it names.
        whole: String,
    },
    /// A claim's comparison that is neither in the catalogue nor in the file.
    UnknownComparison {
        /// The id.
        id: String,
    },
    /// A scope 3 category on an entry that is not of scope 3 alone.
    CategoryOutsideScope3,
    /// A scope 2 method on an entry that does not cover scope 2.
    MethodOutsideScope2,
    /// An entry is excluded from the inventory and has an amount.
    AmountOfExcluded,
    /// A field of carbon credits on an entry of another kind.
    CreditFieldOnly {
        /// The field.
        field: &'static str,
    },
    /// A claim's assumption that its comparison does not have.
    UnknownAssumption {
        /// The assumptions that it has.
        known: Vec<String>,
    },
    /// A claim's assumption in a unit that cannot be converted to the comparison's.
    AssumptionUnit {
        /// The value.
        found: Quantity,
        /// The comparison's unit.
        expected: Unit,
    },
    /// A claim's assumption is zero.
    AssumptionZero,
    /// A comparison of the file has an id of the catalogue.
    IdOfCatalogue {
        /// The id.
        id: String,
    },
    /// Two assumptions have one id, or one is called `amount`.
    RepeatedAssumption {
        /// The id.
        id: String,
    },
    /// An assumption's id begins with a digit, so that a formula would read it as a number.
    IdBeginsWithDigit {
        /// The id.
        id: String,
    },
    /// The formula cannot be read, or its units do not cancel.
    Formula {
        /// The formula, shortened where it is long.
        formula: Found,
        /// What is wrong with it.
        reason: FormulaError,
    },
    /// An assumption's lowest plausible value is above the highest.
    MinAboveMax {
        /// The lowest.
        min: Decimal,
        /// The highest.
        max: Decimal,
    },
    /// An assumption's value lies outside its plausible range.
    ValueOutsideRange {
        /// The value.
        value: Decimal,
        /// The lowest plausible value.
        min: Decimal,
        /// The highest plausible value.
        max: Decimal,
    },
    /// A zero by which the formula divides.
    ZeroDivides,
    /// A step of zero.
    ZeroStep,
}

impl FaultKind {
    /// A stable name, such as `missing-field`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotJson { .. } => "not-json",
            Self::MissingField { .. } => "missing-field",
            Self::UnknownField { .. } => "unknown-field",
            Self::RepeatedField => "repeated-field",
            Self::UnexpectedValue { .. } => "unexpected-value",
            Self::RepeatedEntry { .. } => "repeated-entry",
            Self::RepeatedComparison { .. } => "repeated-comparison",
            Self::UnknownEntry { .. } => "unknown-entry",
            Self::EndlessParts { .. } => "endless-parts",
            Self::UnknownComparison { .. } => "unknown-comparison",
            Self::CategoryOutsideScope3 => "category-outside-scope-3",
            Self::MethodOutsideScope2 => "method-outside-scope-2",
            Self::AmountOfExcluded => "amount-of-excluded",
            Self::CreditFieldOnly { .. } => "credit-field-only",
            Self::UnknownAssumption { .. } => "unknown-assumption",
            Self::AssumptionUnit { .. } => "assumption-unit",
            Self::AssumptionZero => "assumption-zero",
            Self::IdOfCatalogue { .. } => "id-of-catalogue",
            Self::RepeatedAssumption { .. } => "repeated-assumption",
            Self::IdBeginsWithDigit { .. } => "id-begins-with-digit",
            Self::Formula { .. } => "formula",
            Self::MinAboveMax { .. } => "min-above-max",
            Self::ValueOutsideRange { .. } => "value-outside-range",
            Self::ZeroDivides => "zero-divides",
            Self::ZeroStep => "zero-step",
        }
    }

    /// Text that is of the type or form expected for a reason of its own.
    pub(super) fn unexpected_text(text: &str, reason: Reason, expected: Expected) -> Self {
        Self::UnexpectedValue { found: Found::text(text), reason, expected }
    }
}

/// A JSON value that was found, in short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// A number that is not whole, or is too large for one.
    Fraction,
    /// A text, and whether it goes on.
    Text(String, bool),
    /// A list.
    List,
    /// An object.
    Object,
}

/// How many characters of a text are repeated.
const MOST_REPEATED: usize = 40;

impl Found {
    /// What this value is.
    pub(super) fn of(json: &Json) -> Self {
        match json {
            Json::Null => Self::Null,
            Json::Bool(value) => Self::Bool(*value),
            Json::Integer(value) => Self::Integer(*value),
            Json::Fraction => Self::Fraction,
            Json::String(value) => Self::text(value),
            Json::Array(_) => Self::List,
            Json::Object(_) => Self::Object,
        }
    }

    /// The first characters of a text.
    pub(super) fn text(text: &str) -> Self {
        let short: String = text.chars().take(MOST_REPEATED).collect();
        let goes_on = short.len() < text.len();
        Self::Text(short, goes_on)
    }
}

/// Why a text cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It is of another type or form, and what is expected says all.
    Form,
    /// Its number, unit or range cannot be used.
    Quantity(Error),
    /// Its unit is not one of mass.
    NotMass(Unit),
    /// Its unit lacks the gas.
    NoGas(Unit),
}

/// What belongs at a place of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// An amount of emissions, a range of such, or null.
    Amount,
    /// A number with its unit.
    Quantity,
    /// A unit.
    Unit,
    /// A plain decimal in quotation marks.
    Decimal,
    /// A share in per cent.
    Share,
    /// A name of lower-case letters, digits and hyphens.
    Id,
    /// A language tag.
    Language,
    /// A year, a month or a day.
    Date,
    /// A year, a date, or two of them.
    Period,
    /// A web address.
    Url,
    /// A year as a number.
    Year,
    /// The number of a scope 3 category.
    Category,
    /// The version of the format.
    Version,
    /// A list of scopes.
    Scopes,
    /// A text, or texts by language.
    Text,
    /// A text.
    String,
    /// `true` or `false`.
    Bool,
    /// A list.
    List,
    /// An object.
    Object,
    /// An object with these fields.
    Record(Vec<&'static str>),
    /// One of these words.
    OneOf(Vec<&'static str>),
    /// A definition, or the id of one of these comparisons.
    Comparison(Vec<&'static str>),
}

impl Expected {
    /// A stable name, such as `amount`.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Amount => "amount",
            Self::Quantity => "quantity",
            Self::Unit => "unit",
            Self::Decimal => "decimal",
            Self::Share => "share",
            Self::Id => "id",
            Self::Language => "language",
            Self::Date => "date",
            Self::Period => "period",
            Self::Url => "url",
            Self::Year => "year",
            Self::Category => "category",
            Self::Version => "version",
            Self::Scopes => "scopes",
            Self::Text => "text",
            Self::String => "string",
            Self::Bool => "bool",
            Self::List => "list",
            Self::Object => "object",
            Self::Record(_) => "record",
            Self::OneOf(_) => "one-of",
            Self::Comparison(_) => "comparison",
        }
    }

    /// The words that it names.
    #[must_use]
    pub fn names(&self) -> &[&'static str] {
        match self {
            Self::Record(names) | Self::OneOf(names) | Self::Comparison(names) => names,
            _ => &[],
        }
    }
}
