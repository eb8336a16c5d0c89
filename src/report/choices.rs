use crate::equivalence::Choice;
use crate::factors::{self, Definition};
use crate::quantity::{Decimal, Error, Quantity, Unit};

/// What a reader, or whoever embeds the widget, chose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// The comparison that the reader chose to see; the host's, or the article's own, where there is none.
    pub equivalence: Option<String>,
    /// Presets and values by comparison, in the order in which the reader chose them.
    pub by_equivalence: Vec<(String, Choice)>,
    /// What whoever embeds the widget chose; a reader's own choices are told from it, and come back to it.
    pub host: HostDefaults,
}

/// What whoever embeds the widget chose to begin with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HostDefaults {
    /// The comparison to show first.
    pub equivalence: Option<String>,
    /// A comparison, and the preset from which its values start.
    pub preset: Option<(String, String)>,
}

/// The comparison of the catalogue, or a sentence that names those that there are.
pub(super) fn known(id: &str) -> Result<&'static Definition, String> {
    factors::find(id).ok_or_else(|| {
        let ids: Vec<&str> = factors::catalogue().iter().map(|definition| definition.id.as_ref()).collect();
        format!("there is no equivalence \"{id}\"; there are {}", ids.join(", "))
    })
}

impl Choices {
    /// Sets one assumption's value, in the assumption's unit.
    pub fn set(&mut self, equivalence: &str, assumption: &str, value: Decimal) {
        if let Some(choice) = self.choice_for(equivalence) {
            choice.set.retain(|(id, _)| id != assumption);
            choice.set.push((assumption.to_owned(), value));
        }
    }

    /// The choice for a comparison, made where there is none yet.
    pub(super) fn choice_for(&mut self, equivalence: &str) -> Option<&mut Choice> {
        if !self.by_equivalence.iter().any(|(id, _)| id == equivalence) {
            self.by_equivalence.push((equivalence.to_owned(), Choice::default()));
        }
        self.existing(equivalence)
    }

    fn existing(&mut self, equivalence: &str) -> Option<&mut Choice> {
        self.by_equivalence.iter_mut().find(|(id, _)| id == equivalence).map(|(_, choice)| choice)
    }

    /// Drops the choice for a comparison.
    pub fn forget(&mut self, equivalence: &str) {
        self.by_equivalence.retain(|(id, _)| id != equivalence);
    }

    /// Puts one assumption back to its preset's value.
    pub fn unset(&mut self, equivalence: &str, assumption: &str) {
        if let Some(choice) = self.existing(equivalence) {
            choice.set.retain(|(id, _)| id != assumption);
        }
    }

    /// Starts a comparison from a preset, without the values set before.
    pub fn use_preset(&mut self, equivalence: &str, preset: &str) {
        let choice = Choice { preset: Some(preset.to_owned()), ..Choice::default() };
        self.forget(equivalence);
        self.by_equivalence.push((equivalence.to_owned(), choice));
    }

    /// The choice for one comparison, with the host's base.
    #[must_use]
    pub fn of(&self, equivalence: &str) -> Choice {
        let own = self.by_equivalence.iter().find(|(id, _)| id == equivalence).map(|(_, choice)| choice.clone());
        let base = self.host.preset.as_ref().filter(|(id, _)| id == equivalence).map(|(_, preset)| preset.clone());
        Choice { base, ..own.unwrap_or_default() }
    }

    /// Whether the reader set a value or chose a preset, of whatever comparison.
    #[must_use]
    pub const fn has_values(&self) -> bool {
        !self.by_equivalence.is_empty()
    }

    /// Drops the choice for a comparison where it chooses nothing.
    fn tidy(&mut self, equivalence: &str) {
        self.by_equivalence
            .retain(|(id, choice)| id != equivalence || choice.preset.is_some() || !choice.set.is_empty());
    }

    /// The same comparison, with no preset or value chosen by the reader.
    #[must_use]
    pub fn without_values(&self) -> Self {
        Self { by_equivalence: Vec::new(), ..self.clone() }
    }

    /// Sets an assumption whose value without any choice is `base`: at that value nothing is set any more.
    pub(super) fn set_from(&mut self, equivalence: &str, assumption: &str, value: Decimal, base: Decimal) {
        if value == base && self.of(equivalence).preset.is_none() {
            self.unset(equivalence, assumption);
        } else {
            self.set(equivalence, assumption, value);
        }
        self.tidy(equivalence);
    }

    /// As [`use_preset`](Self::use_preset) for a comparison of the catalogue, whose presets are known.
    ///
    /// # Errors
    /// Says which comparisons or presets there are.
    pub fn choose_preset(&mut self, equivalence: &str, preset: &str) -> Result<(), String> {
        let definition = known(equivalence)?;
        if definition.preset(preset).is_none() {
            let ids: Vec<&str> = definition.presets.iter().map(|preset| preset.id.as_ref()).collect();
            return Err(format!("{equivalence} has no preset \"{preset}\"; it has {}", ids.join(", ")));
        }
        self.use_preset(equivalence, preset);
        Ok(())
    }

    /// Sets a value from text, as in (`petrol-car-year.distance`, `15000 km/yr`).
    ///
    /// # Errors
    /// Says which comparisons or assumptions there are, or what is wrong with the value.
    pub fn choose_value(&mut self, place: &str, text: &str) -> Result<(), String> {
        let (equivalence, assumption) = place.split_once('.').ok_or_else(|| {
            format!("\"{place}\" must name a comparison and an assumption, as petrol-car-year.distance does")
        })?;
        let definition = known(equivalence)?;
        let Some(unit) = unit_of(definition, assumption) else {
            let ids: Vec<&str> = definition.assumptions.iter().map(|a| a.id.as_ref()).collect();
            return Err(format!("{equivalence} has no assumption \"{assumption}\"; it has {}", ids.join(", ")));
        };
        let value = value_in(unit, text).map_err(|fault| format!("{place} \"{text}\": {fault}"))?;
        if value.is_zero() {
            return Err(format!("{place}: the value must be above zero"));
        }
        self.set(equivalence, assumption, value);
        Ok(())
    }
}

/// The unit of an assumption, where there is one of this name.
pub(super) fn unit_of(definition: &Definition, assumption: &str) -> Option<Unit> {
    Some(definition.assumptions.get(definition.assumption(assumption)?)?.unit)
}

/// A value in this unit from text in any of its kind.
pub(super) fn value_in(unit: Unit, text: &str) -> Result<Decimal, Error> {
    Ok(text.parse::<Quantity>()?.convert(unit)?.value)
}
