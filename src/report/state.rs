//! A reader's choices as a piece of an address, readable and versioned: only what differs from the article.
//!
//! `v1,show:person-year,petrol-car-year:uk,petrol-car-year.distance:15000km/yr,base:15562.344` says: version 1;
//! show people's yearly emissions; the car's numbers start from the preset `uk`; its distance is 15,000 km a year;
//! and the article's own number for the comparison shown was 15,562.344 when the address was made.

use core::fmt;

use super::Choices;
use super::choices::value_of;
use crate::disclosure::Disclosure;
use crate::equivalence::round_to_digits;
use crate::factors::{self, Definition};
use crate::quantity::{Decimal, Quantity, parse_decimal};

/// Why an address is not followed. The reader is told in a note and sees the article's numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StateError {
    /// It cannot be read, or names what there is not.
    Unreadable,
    /// It was made when the article's own number was another: that number then.
    Outdated(Decimal),
}

impl fmt::Display for StateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable => f.write_str("the address names choices that there are not"),
            Self::Outdated(then) => write!(f, "the address was made when the article's number was {then}"),
        }
    }
}

impl core::error::Error for StateError {}

/// How many digits of the article's number an address keeps: enough to tell a changed factor.
const BASE_DIGITS: u32 = 8;

/// The article's own number as an address keeps it.
fn base(number: &Decimal) -> Decimal {
    round_to_digits(number, BASE_DIGITS)
}

impl Choices {
    /// The choices as a piece of an address; empty where there is none. `base_result` is the article's own number for
    /// the comparison shown.
    #[must_use]
    pub fn to_address(&self, file: Option<&Disclosure>, base_result: &Decimal) -> String {
        let mut parts = Vec::new();
        if let Some(show) = &self.equivalence {
            parts.push(format!("show:{show}"));
        }
        for (id, choice) in &self.by_equivalence {
            if let Some(preset) = &choice.preset {
                parts.push(format!("{id}:{preset}"));
            }
            for (assumption, value) in &choice.set {
                let unit = find(file, id).and_then(|d| d.assumptions.get(d.assumption(assumption)?)).map(|a| a.unit);
                let value = Quantity::new(*value, unit.unwrap_or(crate::quantity::Unit::ONE));
                parts.push(format!("{id}.{assumption}:{}", value.to_string().replace(' ', "")));
            }
        }
        if parts.is_empty() {
            return String::new();
        }
        format!("v1,{},base:{}", parts.join(","), base(base_result))
    }

    /// Reads what [`to_address`](Self::to_address) wrote, and gives the article's number that it was made with.
    ///
    /// # Errors
    /// [`StateError::Unreadable`]; [`check_base`](Self::check_base) tells an outdated one.
    pub fn from_address(text: &str, file: Option<&Disclosure>) -> Result<(Self, Decimal), StateError> {
        let mut parts = text.split(',');
        if parts.next() != Some("v1") {
            return Err(StateError::Unreadable);
        }
        let mut choices = Self::default();
        let mut made_with = None;
        for part in parts {
            let (name, value) = part.split_once(':').ok_or(StateError::Unreadable)?;
            choices.read_part(name, value, file, &mut made_with).ok_or(StateError::Unreadable)?;
        }
        Ok((choices, made_with.ok_or(StateError::Unreadable)?))
    }

    fn read_part(
        &mut self,
        name: &str,
        value: &str,
        file: Option<&Disclosure>,
        made_with: &mut Option<Decimal>,
    ) -> Option<()> {
        match (name, name.split_once('.')) {
            ("base", _) => *made_with = Some(parse_decimal(value).ok()?),
            ("show", _) => self.equivalence = Some(find(file, value)?.id.to_string()),
            (_, Some((id, assumption))) => {
                let value = value_of(find(file, id)?, assumption, value).ok()?;
                self.set(id, assumption, value);
            }
            (id, None) => {
                let definition = find(file, id)?;
                let is_there = value == "article" || definition.preset(value).is_some();
                self.entry(id)?.preset = Some(is_there.then(|| value.to_owned())?);
            }
        }
        Some(())
    }

    /// Whether the article's own number is still the one that an address was made with.
    ///
    /// # Errors
    /// [`StateError::Outdated`].
    pub fn check_base(made_with: &Decimal, base_result: &Decimal) -> Result<(), StateError> {
        if *made_with == base(base_result) { Ok(()) } else { Err(StateError::Outdated(*made_with)) }
    }
}

fn find<'a>(file: Option<&'a Disclosure>, id: &str) -> Option<&'a Definition> {
    match file {
        Some(file) => file.equivalence(id),
        None => factors::find(id),
    }
}
