//! What a draft takes from a text besides its figures: parts of a whole, amounts that are not told, claims, names.

use serde_json::{Map, Value, json};

use super::cues::{Cue, CueMatch};
use super::draft::{Amount, Entry};
use super::facts::Goal;
use super::names;
use super::role::Role;
use super::visible_text::{VisibleText, is_han};
use super::{Figure, Text};
use crate::disclosure::{EntryKind, Scopes, TargetType};

impl Text<'_> {
    /// The figure of which this is a part: the nearest one of its kind before "of which", and larger.
    pub(super) fn whole_of(&self, place: usize, figures: &[Figure]) -> Option<usize> {
        let part = figures.get(place)?;
        let first = place.saturating_sub(8);
        let before = figures.get(first..place)?;
        let (offset, whole) = before.iter().enumerate().rev().find(|(_, whole)| {
            let larger = whole.quantity().compare(&part.quantity()).is_some_and(std::cmp::Ordering::is_gt);
            let same_period = part.period.is_none() || whole.period == part.period;
            larger && whole.kind == part.kind && whole.change == part.change && same_period
        })?;
        let at = |cue: &CueMatch| self.text.span(cue.start, cue.end).0;
        let from = self.cues.partition_point(|cue| at(cue) < whole.start);
        let to = self.cues.partition_point(|cue| at(cue) < part.start);
        // A bound keeps the whole linear: who names parts does so soon.
        let between = self.cues.get(from..to.min(from.saturating_add(60))).unwrap_or_default();
        let says_so = between.iter().any(|cue| cue.kind == Cue::Says(Role::Parts));
        says_so.then_some(first.saturating_add(offset))
    }

    /// Amounts that the text says are not told, and credits that it names without their number.
    pub(super) fn add_untold(&self, figures: &[Figure], entries: &mut Vec<Entry>, skipped: usize) {
        let mut scopes_done = Scopes::default();
        let untold = |cue: &CueMatch| cue.kind == Cue::Says(Role::Undisclosed);
        for (place, cue) in self.cues.iter().enumerate().filter(|(_, cue)| untold(cue)) {
            let (begin, stop) = self.sentence(place);
            let sentence = self.cues.get(begin..stop).unwrap_or_default().iter();
            let scopes = sentence.fold(Scopes::default(), |all, cue| match cue.kind {
                Cue::Scopes(scopes) => all.with(scopes),
                _ => all,
            });
            if scopes.is_empty() || scopes == scopes_done {
                continue;
            }
            scopes_done = scopes;
            entries.push(self.untold(entries.len(), EntryKind::Emission, Some(scopes), cue.start, cue.end, skipped));
        }
        const PROGRAMMES: [&str; 4] = ["CCER", "VCS", "Verra", "Gold Standard"];
        if figures.iter().any(|figure| figure.kind == Some(EntryKind::Credit)) {
            return;
        }
        let found = (0..self.text.len()).find_map(|at| {
            let name = PROGRAMMES.iter().find(|name| self.text.match_exactly_at(at, name).is_some())?;
            self.text.begins_word(at).then_some((at, *name))
        });
        let Some((at, name)) = found else { return };
        let offset = entries
            .iter()
            .find(|entry| entry.kind == EntryKind::Emission && !matches!(entry.amount, Amount::NotDisclosed));
        let (covers, scopes) = offset.map_or((None, None), |entry| (Some(entry.id.clone()), entry.scopes));
        let end = at.saturating_add(name.len());
        let credit = self.untold(entries.len(), EntryKind::Credit, scopes, at, end, skipped);
        entries.push(Entry { covers, programme: Some(name.to_owned()), ..credit });
    }

    fn untold(
        &self,
        before: usize,
        kind: EntryKind,
        scopes: Option<Scopes>,
        start: usize,
        end: usize,
        skipped: usize,
    ) -> Entry {
        let (byte, _) = self.text.span(start, end);
        Entry {
            id: format!("figure-{}", before.saturating_add(1)),
            kind,
            scopes,
            category: None,
            method: None,
            part_of: None,
            covers: None,
            programme: None,
            period: None,
            amount: Amount::NotDisclosed,
            label: self.text.shown(start, end),
            note: format!(
                "To do: check that the article gives no amount. It is spoken of at byte {} of the text.",
                byte.saturating_add(skipped)
            ),
        }
    }

    /// What is compared, and what is told as reached.
    pub(super) fn claims(&self, figures: &[Figure], goals: &[Goal], own: Option<&str>) -> Vec<Value> {
        let mut claims = Vec::new();
        let assumptions = self.assumptions();
        for comparison in self.equivalences() {
            let before = figures.partition_point(|figure| figure.end <= comparison.start).checked_sub(1);
            let Some((place, id)) = before.zip(comparison.equivalence) else { continue };
            let mut claim = json!({
                "type": "equivalence", "entry": format!("figure-{}", place.saturating_add(1)), "equivalence": id,
                "stated": comparison.stated.to_string(),
            });
            let mut assumed = Map::new();
            if id == "petrol-car-year" {
                for assumption in &assumptions {
                    let unit = assumption.quantity.unit.to_string();
                    let name = if unit == "km/yr" { "distance" } else { "intensity" };
                    assumed.entry(name.to_owned()).or_insert_with(|| json!(assumption.quantity.to_string()));
                }
            }
            if let Some(claim) = claim.as_object_mut() {
                if comparison.approximate {
                    claim.insert("approximate".to_owned(), json!(true));
                }
                if !assumed.is_empty() {
                    claim.insert("assumptions".to_owned(), Value::Object(assumed));
                }
            }
            if !claims.contains(&claim) && claims.len() < 100 {
                claims.push(claim);
            }
        }
        let is_own = |goal: &&Goal| goal.organisation.as_deref().is_none_or(|whose| own.is_none_or(|own| own == whose));
        let neutral = |goal: &&Goal| matches!(goal.kind, TargetType::CarbonNeutral | TargetType::NetZero);
        if let Some(goal) = goals
            .iter()
            .filter(neutral)
            .filter(is_own)
            .filter(|goal| goal.is_reached && goal.year.is_some())
            .max_by_key(|goal| goal.scopes.iter().count())
        {
            let mut claim = Map::new();
            claim.insert("type".to_owned(), json!(goal.kind));
            if !goal.scopes.is_empty() {
                claim.insert("scopes".to_owned(), json!(goal.scopes));
            }
            claim.insert("year".to_owned(), json!(goal.year));
            claims.push(Value::Object(claim));
        }
        claims
    }

    /// Whose the file is: the name that the headline begins with, else that of the first sentence that begins with one.
    pub(super) fn organisation(&self, title: &str) -> Option<String> {
        let headline = VisibleText::read(title);
        // A capital at the beginning of a line is no name's unless the word comes again.
        let is_name = |name: &String| {
            name.contains(' ')
                || is_han(name.chars().next().unwrap_or_default())
                || (0..self.text.len()).filter(|at| self.text.match_exactly_at(*at, name).is_some()).count() > 1
        };
        names::subject(&headline, 0, headline.len()).filter(is_name).or_else(|| {
            let ends = self.cues.iter().filter(|cue| cue.kind.ends_sentence()).map(|cue| cue.end);
            std::iter::once(0)
                .chain(ends)
                .take(20)
                .find_map(|start| names::subject(self.text, start, self.text.len()).filter(is_name))
        })
    }

    /// Who checked.
    pub(super) fn assurance(&self) -> Option<String> {
        let assured = self.cues.iter().filter(|cue| cue.kind == Cue::Says(Role::Assured));
        // A body's own name may have the word: the longest one is whole.
        let bodies = assured.filter_map(|cue| names::body(self.text, cue.start, cue.end));
        bodies.max_by_key(|name| name.chars().count())
    }
}
