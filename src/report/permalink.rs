//! A reader's choices as a link's fragment, readable and versioned: only what differs from the article.
//!
//! `v1,show:person-year,petrol-car-year:uk,petrol-car-year.distance:15000km/yr,base:4377.5831,is:4377.5831` says:
//! version 1; show people's yearly emissions; the car's numbers start from the preset `uk`; its distance is 15,000 km a
//! year; and when the address was made, the comparison shown came to 4,377.5831 with the article's own numbers, and to
//! the same with the reader's. Where one of the two is another now, a factor has changed.

use core::fmt;
use std::rc::Rc;

use super::choices::{unit_of, value_in};
use super::{Analysis, Choices, HostDefaults, Input, Session};
use crate::disclosure::Text;
use crate::quantity::{Decimal, Quantity, Unit, parse_decimal, round_to_digits};

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
            Self::Unreadable => f.write_str("the link contains settings that do not exist"),
            Self::Outdated { equivalence, then, now, .. } => {
                write!(f, "{equivalence} came to {then} when the address was made, and comes to {now} now")
            }
        }
    }
}

impl core::error::Error for StateError {}

/// How many digits of a result an address keeps: enough to tell a changed factor.
const DIGITS: u32 = 8;

/// A result as a link keeps it.
fn kept_digits(number: &Decimal) -> Decimal {
    round_to_digits(number, DIGITS)
}

/// What the comparison shown came to when a link was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct LinkBaseline {
    /// With the article's own numbers, or the host's.
    base: Option<Decimal>,
    /// With the reader's.
    result: Option<Decimal>,
}

impl LinkBaseline {
    /// Whether the comparison still comes to the same, with the article's own numbers and with the reader's.
    fn check(self, session: &Session) -> Result<(), StateError> {
        let shown = session.shown().ok_or(StateError::Unreadable)?;
        let now = &shown.comparison;
        for (then, now_is) in [(self.base, &now.base_result), (self.result, &now.result.central.value)] {
            if let Some(then) = then.filter(|then| *then != kept_digits(now_is)) {
                let (equivalence, label) = (now.id.clone(), shown.label.clone());
                return Err(StateError::Outdated { equivalence, label, then, now: *now_is });
            }
        }
        Ok(())
    }
}

impl Session {
    /// The reader's choices as a piece of an address; empty where there is none.
    ///
    /// ```
    /// use std::rc::Rc;
    /// use emissions_calculator::report::{Action, Analysis, Session};
    /// let analysis = Rc::new(Analysis::of_amount("1000 tCO2e".parse()?));
    /// let session = Session::new(analysis.clone(), Default::default());
    /// assert_eq!(session.permalink(), "");
    /// let people = session.apply(&Action::Show("person-year".to_owned())).ok_or("on offer")?;
    /// let again = Session::from_permalink(analysis, Default::default(), &people.permalink())?;
    /// assert_eq!(again, people);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn permalink(&self) -> String {
        let choices = self.choices();
        let input = &self.analysis().input;
        let mut parts = Vec::new();
        if let Some(show) = &choices.equivalence {
            parts.push(format!("show:{show}"));
        }
        for (id, choice) in &choices.by_equivalence {
            if let Some(preset) = &choice.preset {
                parts.push(format!("{id}:{preset}"));
            }
            for (assumption, value) in &choice.set {
                let unit = input.definition(id).and_then(|definition| unit_of(definition, assumption));
                let value = Quantity::new(*value, unit.unwrap_or(Unit::ONE));
                parts.push(format!("{id}.{assumption}:{}", value.to_string().replace(' ', "")));
            }
        }
        let Some(shown) = self.shown().filter(|_| !parts.is_empty()) else { return String::new() };
        let shown = &shown.comparison;
        // Without any choice of theirs too: what the page shows first may be another one day.
        if choices.equivalence.is_none() {
            parts.insert(0, format!("show:{}", shown.id));
        }
        let (base, result) = (kept_digits(&shown.base_result), kept_digits(&shown.result.central.value));
        format!("v1,{},base:{base},is:{result}", parts.join(","))
    }

    /// The session of a link that [`permalink`](Self::permalink) wrote, for a widget with this host.
    ///
    /// # Errors
    /// [`StateError`]: the link cannot be read, or a factor has changed since it was made.
    pub fn from_permalink(analysis: Rc<Analysis>, host: HostDefaults, text: &str) -> Result<Self, StateError> {
        let (choices, baseline) = read(text, &analysis.input, host)?;
        let session = Self::with_choices(analysis.clone(), choices);
        baseline.check(&session)?;
        // What the page shows first is no choice.
        let is_first = session.choices().equivalence.as_deref() == session.first();
        if is_first && session.choices().equivalence.is_some() {
            let choices = Choices { equivalence: None, ..session.choices().clone() };
            return Ok(Self::with_choices(analysis, choices));
        }
        Ok(session)
    }
}

fn read(text: &str, input: &Input, host: HostDefaults) -> Result<(Choices, LinkBaseline), StateError> {
    let mut parts = text.split(',');
    if parts.next() != Some("v1") {
        return Err(StateError::Unreadable);
    }
    let mut choices = Choices { host, ..Choices::default() };
    let mut baseline = LinkBaseline::default();
    for part in parts {
        let (name, value) = part.split_once(':').ok_or(StateError::Unreadable)?;
        read_part(&mut choices, &mut baseline, name, value, input).ok_or(StateError::Unreadable)?;
    }
    // Without it nobody could tell whether the link still says what it said.
    baseline.base.ok_or(StateError::Unreadable)?;
    Ok((choices, baseline))
}

fn read_part(choices: &mut Choices, baseline: &mut LinkBaseline, name: &str, value: &str, input: &Input) -> Option<()> {
    match (name, name.split_once('.')) {
        ("base", _) => baseline.base = Some(parse_decimal(value).ok()?),
        ("is", _) => baseline.result = Some(parse_decimal(value).ok()?),
        ("show", _) => choices.equivalence = Some(input.definition(value)?.id.to_string()),
        (_, Some((id, assumption))) => {
            let definition = input.definition(id)?;
            let value = value_in(unit_of(definition, assumption)?, value).ok()?;
            let assumption = definition.assumptions.get(definition.assumption(assumption)?)?;
            // A link says no more than a reader could set; zero is the lower end of some sliders.
            let is_low_end = value == assumption.min;
            if (value.is_zero() && !is_low_end) || !assumption.is_possible(value) {
                return None;
            }
            choices.set(id, &assumption.id, value);
        }
        (id, None) => {
            let definition = input.definition(id)?;
            let is_there = value == "article" || definition.preset(value).is_some();
            choices.choice_for(id)?.preset = Some(is_there.then(|| value.to_owned())?);
        }
    }
    Some(())
}
