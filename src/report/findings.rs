//! The rules: what is noticed, and how much it matters.

use std::collections::BTreeMap;

use super::analysis::label;
use super::{ClaimRounding, ComparedAmount, Finding, FindingKind, NamedEquivalence, ShownComparison};
use crate::claim::{Checked, CheckedEquivalence, CheckedNeutrality, Verdict};
use crate::disclosure::{Amount, Claim, CreditType, Disclosure, Entry, EntryKind, Scopes, Text};
use crate::equivalence::is_off_scale;
use crate::factors::{Boundary, Definition, Kind};
use crate::inventory::{CategoryState, Inventory, ScopeState, emissions, is_current, net_beside_gross};
use crate::quantity::{Gas, Quantity, place, round_at};

/// The findings so far, and where each entry stands in the file.
struct Notes<'a> {
    file: &'a Disclosure,
    places: BTreeMap<&'a str, usize>,
    findings: Vec<Finding>,
}

/// Everything noticed about a file, in the order of the rules.
pub(super) fn of_file(file: &Disclosure, inventory: &Inventory, checked: &Checked) -> Vec<Finding> {
    let places = file.places();
    let mut notes = Notes { file, places, findings: Vec::new() };
    notes.equivalence_claims(checked);
    notes.wholes(inventory);
    notes.sums(inventory);
    notes.neutrality(checked);
    notes.scopes(inventory);
    notes.entries();
    notes.periods(inventory);
    notes.lists();
    if file.assurance.is_none() && !file.entries.is_empty() {
        notes.add(FindingKind::AssuranceNotStated, "/assurance".to_owned());
    }
    notes.findings
}

/// What is noticed about a comparison alone. `suggestion` is a comparison on a better scale, where this one is off it.
pub(super) fn of_comparison(
    compared: &ComparedAmount,
    shown: &ShownComparison,
    suggestion: Option<&Definition>,
) -> Vec<Finding> {
    let comparison = &shown.comparison;
    let equivalence = || NamedEquivalence { id: comparison.id.clone(), label: shown.label.clone() };
    let mut findings = Vec::new();
    if compared.amount.central.gas == Some(Gas::CO2e) && comparison.gas == Gas::CO2 {
        let kind = FindingKind::Co2OnlyComparator { equivalence: equivalence() };
        findings.push(kind.at(comparison.id.clone()));
    }
    if let Some(scopes) = compared.scopes
        && is_mismatch(scopes, comparison.boundary)
    {
        let boundary = comparison.boundary;
        let kind = FindingKind::BoundaryMismatch { equivalence: equivalence(), boundary, scopes };
        findings.push(kind.at(comparison.id.clone()));
    }
    for (index, assumption) in comparison.assumptions.iter().enumerate().filter(|(_, a)| a.unusual) {
        let quantity = |value| Quantity::new(value, assumption.unit);
        let kind = FindingKind::AssumptionOutsideRange {
            equivalence: equivalence(),
            assumption: assumption.id.clone(),
            label: shown.assumption_labels.get(index).cloned(),
            value: quantity(assumption.value),
            min: quantity(assumption.min),
            max: quantity(assumption.max),
        };
        findings.push(kind.at(format!("{}.{}", comparison.id, assumption.id)));
    }
    if is_off_scale(&comparison.result.central.value) {
        let kind = FindingKind::EquivalenceOffScale {
            equivalence: equivalence(),
            value: comparison.rounded,
            suggestion: suggestion.map(|better| better.id.to_string()),
        };
        findings.push(kind.at(comparison.id.clone()));
    }
    findings
}

/// Whether the amount counts a value chain and the thing only its direct emissions, or the other way about.
fn is_mismatch(scopes: Scopes, boundary: Boundary) -> bool {
    let is_direct = matches!(boundary.id(), "tailpipe" | "combustion" | "generation" | "operation" | "tank-to-wake");
    let is_whole_life =
        matches!(boundary.id(), "well-to-wheel" | "well-to-wake" | "well-to-wake-with-rf" | "life-cycle");
    let has_chain = scopes.contains(3);
    (has_chain && is_direct) || (!has_chain && is_whole_life)
}

impl<'a> Notes<'a> {
    fn add(&mut self, kind: FindingKind, at: String) {
        self.findings.push(kind.at(at));
    }

    fn entry(&self, id: &str) -> Option<&'a Entry> {
        self.places.get(id).and_then(|index| self.file.entries.get(*index))
    }

    fn name(&self, id: &str) -> Text {
        self.entry(id).map_or_else(|| Text::One(id.to_owned()), label)
    }

    fn at(&self, id: &str, field: &str) -> String {
        match self.places.get(id) {
            Some(index) => format!("/entries/{index}/{field}"),
            None => "/entries".to_owned(),
        }
    }

    fn equivalence_claims(&mut self, checked: &Checked) {
        for claim in &checked.equivalences {
            let at = format!("/claims/{}/stated", claim.index);
            let stated = claim.stated;
            let (Some(computed), Some(judged)) = (claim.computed, claim.judged) else {
                self.add(FindingKind::ClaimNotCheckable { stated }, at);
                continue;
            };
            // To tenths; a smaller number to two digits, or nothing would be left of it.
            let place = place(&computed, 2).min(-1);
            let (computed, difference) = (round_at(&computed, place), judged.difference.abs());
            let rounding =
                ClaimRounding { stated, computed, digits: judged.digits, difference, nearest: judged.nearest };
            match claim.verdict {
                Verdict::RoundedDown => self.add(FindingKind::ClaimRoundedDown(rounding), at),
                Verdict::RoundedUp => self.add(FindingKind::ClaimRoundedUp(rounding), at),
                Verdict::Differs => self.add(FindingKind::ClaimDiffers { stated, computed, difference }, at),
                _ => {}
            }
            self.outside_range(claim);
        }
    }

    /// Values that the article itself states outside the plausible range. Those of the first claim are noted with the
    /// comparison shown.
    fn outside_range(&mut self, claim: &CheckedEquivalence) {
        let Some(definition) = self.file.equivalence(&claim.equivalence) else { return };
        let Some(Claim::Equivalence(stated)) = self.file.claims.get(claim.index) else { return };
        let first_claim = self.file.claims.iter().position(|claim| matches!(claim, Claim::Equivalence(_)));
        if first_claim == Some(claim.index) {
            return;
        }
        for (id, quantity) in &stated.assumptions {
            let Some(assumption) = definition.assumption(id).and_then(|index| definition.assumptions.get(index)) else {
                continue;
            };
            let Ok(value) = quantity.convert(assumption.unit) else { continue };
            if value.value >= assumption.min && value.value <= assumption.max {
                continue;
            }
            let quantity = |value| Quantity::new(value, assumption.unit);
            let kind = FindingKind::AssumptionOutsideRange {
                equivalence: NamedEquivalence { id: claim.equivalence.clone(), label: None },
                assumption: id.clone(),
                label: None,
                value: quantity(value.value),
                min: quantity(assumption.min),
                max: quantity(assumption.max),
            };
            self.add(kind, format!("/claims/{}/assumptions/{id}", claim.index));
        }
    }

    fn wholes(&mut self, inventory: &Inventory) {
        for whole in &inventory.wholes {
            let (entry, total) = (self.name(&whole.entry), whole.total);
            let at = self.at(&whole.entry, "amount");
            for part in &whole.other_kind {
                let kind = FindingKind::KindMix { entry: self.name(part), whole: entry.clone() };
                self.add(kind, self.at(part, "part_of"));
            }
            for part in &whole.other_gas {
                self.add(FindingKind::GasMix { entry: self.name(part) }, self.at(part, "amount"));
            }
            if whole.parts.is_empty() || whole.remainder.value.is_zero() {
                continue;
            }
            if whole.is_rounding {
                let difference = Quantity { value: whole.remainder.value.abs(), ..whole.remainder };
                self.add(FindingKind::PartsRounded { entry, total, parts: whole.itemised, difference }, at);
            } else if whole.remainder.value.is_sign_negative() {
                let excess = Quantity { value: whole.remainder.value.abs(), ..whole.remainder };
                self.add(FindingKind::PartsExceedTotal { entry, total, parts: whole.itemised, excess }, at);
            } else {
                let (itemised, remainder, share) = (whole.itemised, whole.remainder, whole.remainder_share);
                self.add(FindingKind::RemainderNotItemised { entry, total, itemised, remainder, share }, at);
            }
        }
        for outside in &inventory.outside {
            let kind = FindingKind::AvoidedCannotBeInsideTotal {
                entry: self.name(&outside.entry),
                whole: self.name(&outside.whole),
                total: outside.total,
                parts: outside.together,
                excess: outside.excess,
            };
            self.add(kind, self.at(&outside.entry, "amount"));
        }
    }

    fn sums(&mut self, inventory: &Inventory) {
        for id in &inventory.other_gas {
            self.add(FindingKind::GasMix { entry: self.name(id) }, self.at(id, "amount"));
        }
        for id in &inventory.overlapping {
            self.add(FindingKind::ScopesOverlap { entry: self.name(id) }, self.at(id, "scopes"));
        }
        for id in &inventory.may_be_same {
            self.add(FindingKind::MayBeSame { entry: self.name(id) }, self.at(id, "scopes"));
        }
        let file = self.file;
        for entry in net_beside_gross(file) {
            if let Some(of) = &entry.net_of {
                let kind = FindingKind::NetBesideGross { entry: label(entry), of: of.clone() };
                self.add(kind, self.at(entry.id.as_str(), "net_of"));
            }
        }
        let current = || emissions(file).filter(|entry| is_current(file, entry));
        // What is left of scope 3 beside its categories, unless the categories are said to be its parts.
        let has_categories = current().any(|entry| entry.category.is_some());
        let is_whole = |entry: &&Entry| entry.scopes == Some(Scopes::only(3)) && entry.category.is_none();
        for entry in current().filter(is_whole).filter(|entry| has_categories && entry.amount.stated().is_some()) {
            let kind = FindingKind::CategoryNotStated { entry: label(entry) };
            self.add(kind, self.at(entry.id.as_str(), "category"));
        }
    }

    fn neutrality(&mut self, checked: &Checked) {
        for claim in &checked.neutrality {
            let at = format!("/claims/{}", claim.index);
            let is_net_zero = claim.is_net_zero;
            match claim.scopes {
                Some(scopes) if !claim.missing.is_empty() && !is_net_zero => {
                    let missing = claim.missing;
                    self.add(FindingKind::NeutralCoversSomeScopesOnly { scopes, missing }, at.clone());
                }
                _ => {}
            }
            if claim.gross.is_none() {
                let scopes = claim.scopes.unwrap_or(Scopes::ALL);
                self.add(FindingKind::NeutralGrossNotDisclosed { scopes, is_net_zero }, at.clone());
            }
            if is_net_zero {
                self.net_zero(claim, &at);
            } else if !claim.has_reductions {
                self.add(FindingKind::NeutralReductionsFirst, at);
            }
        }
    }

    fn net_zero(&mut self, claim: &CheckedNeutrality, at: &str) {
        if !claim.scopes.unwrap_or_default().contains(3) {
            self.add(FindingKind::NetZeroNeedsScope3, at.to_owned());
        }
        if !claim.has_reductions {
            self.add(FindingKind::NetZeroCutNotStated, at.to_owned());
        }
        for id in claim.credits.iter().filter(|_| claim.rests_on_other_than_removals) {
            let is_removal = self.entry(id).is_some_and(|e| e.credit_type == Some(CreditType::Removal));
            if !is_removal {
                self.add(FindingKind::CreditsNotRemovals { entry: self.name(id) }, self.at(id, "credit_type"));
            }
        }
    }

    fn scopes(&mut self, inventory: &Inventory) {
        let silent = inventory.rows.iter().filter(|row| row.state == ScopeState::NotReported);
        let missing = silent.fold(Scopes::default(), |all, row| all.with(row.scopes));
        if !missing.is_empty() {
            self.add(FindingKind::ScopeNotReported { scopes: missing }, "/entries".to_owned());
        }
        for row in inventory.rows.iter().filter(|row| row.method_not_stated) {
            for id in &row.entries {
                if self.entry(id).is_some_and(|entry| entry.method.is_none()) {
                    self.add(FindingKind::Scope2MethodNotStated { entry: self.name(id) }, self.at(id, "method"));
                }
            }
        }
        let categories: Vec<u8> = inventory
            .categories
            .iter()
            .filter(|row| row.state == CategoryState::NotReported)
            .map(|row| row.category)
            .collect();
        if !categories.is_empty() {
            self.add(FindingKind::CategoryNotReported { categories }, "/entries".to_owned());
        }
    }

    fn entries(&mut self) {
        for entry in &self.file.entries {
            let id = entry.id.as_str();
            let is_silent = entry.amount == Amount::NotDisclosed && entry.excluded.is_none();
            if is_silent {
                let name = self.name(id);
                let kind = match entry.kind {
                    EntryKind::Credit => FindingKind::CreditsNotQuantified { entry: name },
                    _ => FindingKind::AmountNotDisclosed { entry: name },
                };
                self.add(kind, self.at(id, "amount"));
            }
            let is_traceable = entry.registry.is_some() && entry.vintage.is_some() && entry.retirement.is_some();
            if entry.kind == EntryKind::Credit && !is_traceable {
                self.add(FindingKind::CreditsRetirementNotStated { entry: self.name(id) }, self.at(id, "retirement"));
            }
        }
    }

    fn periods(&mut self, inventory: &Inventory) {
        for period in &inventory.not_comparable {
            let kind = FindingKind::PeriodNotComparable { from: *period, to: self.file.period };
            self.add(kind, "/entries".to_owned());
        }
    }

    /// Things that emit and things that take up, in the one list that the file offers.
    fn lists(&mut self) {
        let kinds = || self.file.equivalences.iter().map(|choice| choice.definition().kind);
        let takes_up = |kind| matches!(kind, Kind::Removes | Kind::Avoids);
        if kinds().any(takes_up) && kinds().any(|kind| !takes_up(kind)) {
            self.add(FindingKind::KindsInOneList, "/equivalences".to_owned());
        }
    }
}
