//! A reader's choices as a piece of an address, readable and versioned: only what differs from the article.
//!
//! `v1,show:person-year,petrol-car-year:uk,petrol-car-year.distance:15000km/yr,base:4377.5831,is:4377.5831` says:
//! version 1; show people's yearly emissions; the car's numbers start from the preset `uk`; its distance is 15,000 km a
//! year; and when the address was made, the comparison shown came to 4,377.5831 with the article's own numbers, and to
//! the same with the reader's. Where one of the two is another now, a factor has changed.

use core::fmt;

use super::choices::{unit_of, value_in};
use super::{Choices, Host, Shown};
use crate::disclosure::{Disclosure, Text};
use crate::equivalence::{Comparison, round_to_digits};
use crate::factors::{self, Definition};
use crate::quantity::{Decimal, Quantity, parse_decimal};

/// Why an address is not followed. The reader is told in a note and sees the article's numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StateError {
    /// It cannot be read, or names what there is not.
    Unreadable,
    /// A factor has changed since it was made.
    Outdated {
        /// The comparison that it shows.
        equivalence: String,
        /// Its name, where it is the file's own.
        label: Option<Text>,
        /// What that came to then.
        then: Decimal,
        /// What it comes to now.
        now: Decimal,
    },
}

impl fmt::Display for StateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable => f.write_str("the address names choices that there are not"),
            Self::Outdated { equivalence, then, now, .. } => {
                write!(f, "{equivalence} came to {then} when the address was made, and comes to {now} now")
            }
        }
    }
}

impl core::error::Error for StateError {}

/// How many digits of a result an address keeps: enough to tell a changed factor.
const DIGITS: u32 = 8;

/// A result as an address keeps it.
fn kept(number: &Decimal) -> Decimal {
    round_to_digits(number, DIGITS)
}

/// What the comparison shown came to when an address was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MadeWith {
    base: Option<Decimal>,
    result: Option<Decimal>,
}

impl MadeWith {
    /// Whether the comparison still comes to the same, with the article's own numbers and with the reader's.
    ///
    /// # Errors
    /// [`StateError::Outdated`].
    pub fn check(&self, shown: &Shown) -> Result<(), StateError> {
        let now = &shown.comparison;
        for (then, now_is) in [(self.base, &now.base_result), (self.result, &now.result.central.value)] {
            if let Some(then) = then.filter(|then| *then != kept(now_is)) {
                let (equivalence, label) = (now.id.clone(), shown.label.clone());
                return Err(StateError::Outdated { equivalence, label, then, now: *now_is });
            }
        }
        Ok(())
    }
}

impl Choices {
    /// The reader's choices as a piece of an address; empty where there is none. `shown` is what they make of the
    /// comparison shown.
    #[must_use]
    pub fn to_address(&self, file: Option<&Disclosure>, shown: &Comparison) -> String {
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
        // Without any choice of theirs too: what the page shows first may be another one day.
        if self.equivalence.is_none() {
            parts.insert(0, format!("show:{}", shown.id));
        }
        format!("v1,{},base:{},is:{}", parts.join(","), kept(&shown.base_result), kept(&shown.result.central.value))
    }

    /// Reads what [`to_address`](Self::to_address) wrote, for a widget with this host, and gives what it was made with.
    ///
    /// # Errors
    /// [`StateError::Unreadable`]; [`MadeWith::check`] tells an outdated one.
    pub fn from_address(text: &str, file: Option<&Disclosure>, host: Host) -> Result<(Self, MadeWith), StateError> {
        let mut parts = text.split(',');
        if parts.next() != Some("v1") {
            return Err(StateError::Unreadable);
        }
        let mut choices = Self { host, ..Self::default() };
        let mut made_with = MadeWith::default();
        for part in parts {
            let (name, value) = part.split_once(':').ok_or(StateError::Unreadable)?;
            choices.read_part(name, value, file, &mut made_with).ok_or(StateError::Unreadable)?;
        }
        // Without it nobody could tell whether the link still says what it said.
        made_with.base.ok_or(StateError::Unreadable)?;
        Ok((choices, made_with))
    }

    fn read_part(
        &mut self,
        name: &str,
        value: &str,
        file: Option<&Disclosure>,
        made_with: &mut MadeWith,
    ) -> Option<()> {
        match (name, name.split_once('.')) {
            ("base", _) => made_with.base = Some(parse_decimal(value).ok()?),
            ("is", _) => made_with.result = Some(parse_decimal(value).ok()?),
            ("show", _) => self.equivalence = Some(find(file, value)?.id.to_string()),
            (_, Some((id, assumption))) => {
                let value = value_in(unit_of(find(file, id)?, assumption)?, value).ok()?;
                if value.is_zero() {
                    return None;
                }
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
}

fn find<'a>(file: Option<&'a Disclosure>, id: &str) -> Option<&'a Definition> {
    match file {
        Some(file) => file.equivalence(id),
        None => factors::find(id),
    }
}
