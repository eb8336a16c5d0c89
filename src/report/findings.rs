//! The rules: what is noticed, and how much it matters.

use std::collections::BTreeMap;

use super::analysis::label;
use super::{ComparedAmount, Finding, Param, Severity, ShownComparison};
use crate::claim::{Checked, CheckedEquivalence, CheckedNeutrality, Verdict};
use crate::disclosure::{Amount, Disclosure, Entry, EntryKind, Scopes, Text};
use crate::equivalence::is_off_scale;
use crate::factors::{Boundary, Definition, Kind};
use crate::inventory::{CategoryState, Inventory, ScopeState};
use crate::quantity::{Gas, Quantity, round_at};

/// The findings so far, and where each entry stands in the file.
struct Notes<'a> {
    file: &'a Disclosure,
    places: BTreeMap<&'a str, usize>,
    findings: Vec<Finding>,
}

/// Shortens the rules below.
fn finding(
    code: &'static str,
    severity: Severity,
    at: String,
    params: Vec<(&'static str, Param)>,
    standard: Option<&'static str>,
) -> Finding {
    Finding { code, severity, at, params, standard }
}

const CORPORATE: Option<&str> = Some("ghg-protocol-corporate");
const SCOPE_2: Option<&str> = Some("ghg-protocol-scope-2");
const SCOPE_3: Option<&str> = Some("ghg-protocol-scope-3");
const NEUTRALITY: Option<&str> = Some("iso-14068-1");
const NET_ZERO: Option<&str> = Some("sbti-net-zero");
const ASSURANCE: Option<&str> = Some("iso-14064-3");

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
        notes.add("assurance-not-stated", Severity::Notice, "/assurance".to_owned(), vec![], ASSURANCE);
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
    let name = || Param::Equivalence(comparison.id.clone(), shown.label.clone());
    let mut findings = Vec::new();
    if compared.amount.central.gas == Some(Gas::CO2e) && comparison.gas == Gas::CO2 {
        let params = vec![("equivalence", name())];
        findings.push(finding("co2-only-comparator", Severity::Notice, comparison.id.clone(), params, None));
    }
    if let Some(scopes) = compared.scopes
        && is_mismatch(scopes, comparison.boundary)
    {
        let params = vec![
            ("equivalence", name()),
            ("boundary", Param::Boundary(comparison.boundary)),
            ("scopes", Param::Scopes(scopes)),
        ];
        findings.push(finding("boundary-mismatch", Severity::Notice, comparison.id.clone(), params, SCOPE_3));
    }
    for (index, assumption) in comparison.assumptions.iter().enumerate().filter(|(_, a)| a.unusual) {
        let quantity = |value| Param::Quantity(Quantity::new(value, assumption.unit));
        let own = shown.assumption_labels.get(index).cloned();
        let params = vec![
            ("equivalence", name()),
            ("assumption", Param::Assumption(comparison.id.clone(), assumption.id.clone(), own)),
            ("value", quantity(assumption.value)),
            ("min", quantity(assumption.min)),
            ("max", quantity(assumption.max)),
        ];
        let at = format!("{}.{}", comparison.id, assumption.id);
        findings.push(finding("assumption-outside-range", Severity::Warning, at, params, None));
    }
    if is_off_scale(&comparison.result.central.value) {
        let mut params = vec![("equivalence", name()), ("value", Param::Rounded(comparison.rounded))];
        let code = match suggestion {
            Some(better) => {
                params.push(("suggestion", Param::Equivalence(better.id.to_string(), None)));
                "equivalence-off-scale-try"
            }
            None => "equivalence-off-scale",
        };
        findings.push(finding(code, Severity::Notice, comparison.id.clone(), params, None));
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
    fn add(
        &mut self,
        code: &'static str,
        severity: Severity,
        at: String,
        params: Vec<(&'static str, Param)>,
        standard: Option<&'static str>,
    ) {
        self.findings.push(finding(code, severity, at, params, standard));
    }

    fn entry(&self, id: &str) -> Option<&'a Entry> {
        self.places.get(id).and_then(|index| self.file.entries.get(*index))
    }

    fn name(&self, id: &str) -> Param {
        Param::Text(self.entry(id).map_or_else(|| Text::One(id.to_owned()), label))
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
            let stated = ("stated", Param::Number(claim.stated));
            let (Some(computed), Some(judged)) = (claim.computed, claim.judged) else {
                self.add("claim-not-checkable", Severity::Warning, at, vec![stated], None);
                continue;
            };
            let mut params = vec![
                stated,
                ("computed", Param::Number(round_at(&computed, -1))),
                ("difference", Param::Percent(judged.difference.abs())),
            ];
            let (code, severity) = match claim.verdict {
                Verdict::RoundedDown => ("claim-rounded-down", Severity::Warning),
                Verdict::RoundedUp => ("claim-rounded-up", Severity::Warning),
                Verdict::Differs => ("claim-differs", Severity::Error),
                _ => {
                    self.outside_range(claim);
                    continue;
                }
            };
            if code != "claim-differs" {
                params.push(("digits", Param::Number(judged.digits.into())));
                params.push(("nearest", Param::Number(judged.nearest)));
            }
            self.add(code, severity, at, params, None);
            self.outside_range(claim);
        }
    }

    /// Values that the article itself states outside the plausible range. Those of the comparison shown are noted
    /// with it.
    fn outside_range(&mut self, claim: &CheckedEquivalence) {
        let is_first = claim.index == 0 || !self.findings.iter().any(|f| f.code == "assumption-outside-range");
        let Some(definition) = self.file.equivalence(&claim.equivalence) else { return };
        let Some(crate::disclosure::Claim::Equivalence(stated)) = self.file.claims.get(claim.index) else { return };
        let first_claim =
            self.file.claims.iter().position(|claim| matches!(claim, crate::disclosure::Claim::Equivalence(_)));
        if is_first && first_claim == Some(claim.index) {
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
            let quantity = |value| Param::Quantity(Quantity::new(value, assumption.unit));
            let params = vec![
                ("equivalence", Param::Equivalence(claim.equivalence.clone(), None)),
                ("assumption", Param::Assumption(claim.equivalence.clone(), id.clone(), None)),
                ("value", quantity(value.value)),
                ("min", quantity(assumption.min)),
                ("max", quantity(assumption.max)),
            ];
            let at = format!("/claims/{}/assumptions/{id}", claim.index);
            self.findings.push(finding("assumption-outside-range", Severity::Warning, at, params, None));
        }
    }

    fn wholes(&mut self, inventory: &Inventory) {
        for whole in &inventory.wholes {
            let entry = ("entry", self.name(&whole.entry));
            let total = ("total", Param::Quantity(whole.total));
            let at = self.at(&whole.entry, "amount");
            for part in &whole.other_kind {
                let params = vec![("entry", self.name(part)), ("whole", self.name(&whole.entry))];
                self.add("kind-mix", Severity::Error, self.at(part, "part_of"), params, CORPORATE);
            }
            for part in &whole.other_gas {
                let params = vec![("entry", self.name(part))];
                self.add("gas-mix", Severity::Error, self.at(part, "amount"), params, None);
            }
            if whole.parts.is_empty() {
                continue;
            }
            if whole.remainder.value.is_sign_negative() && !whole.remainder.value.is_zero() {
                let excess = Quantity { value: whole.remainder.value.abs(), ..whole.remainder };
                let parts = ("parts", Param::Quantity(whole.itemised));
                let params = vec![entry, total, parts, ("excess", Param::Quantity(excess))];
                self.add("parts-exceed-total", Severity::Error, at, params, None);
            } else if !whole.remainder.value.is_zero() {
                let params = vec![
                    entry,
                    total,
                    ("itemised", Param::Quantity(whole.itemised)),
                    ("remainder", Param::Quantity(whole.remainder)),
                    ("share", Param::Percent(whole.remainder_share)),
                ];
                self.add("remainder-not-itemised", Severity::Notice, at, params, None);
            }
        }
        for outside in &inventory.outside {
            let params = vec![
                ("entry", self.name(&outside.entry)),
                ("whole", self.name(&outside.whole)),
                ("total", Param::Quantity(outside.total)),
                ("parts", Param::Quantity(outside.together)),
                ("excess", Param::Quantity(outside.excess)),
            ];
            let at = self.at(&outside.entry, "amount");
            self.add("avoided-cannot-be-inside-total", Severity::Notice, at, params, CORPORATE);
        }
    }

    fn sums(&mut self, inventory: &Inventory) {
        for id in &inventory.other_gas {
            let params = vec![("entry", self.name(id))];
            self.add("gas-mix", Severity::Error, self.at(id, "amount"), params, None);
        }
        for id in &inventory.overlapping {
            let params = vec![("entry", self.name(id))];
            self.add("scopes-overlap", Severity::Warning, self.at(id, "scopes"), params, CORPORATE);
        }
    }

    fn neutrality(&mut self, checked: &Checked) {
        for claim in &checked.neutrality {
            let at = format!("/claims/{}", claim.index);
            let standard = if claim.is_net_zero { NET_ZERO } else { NEUTRALITY };
            match claim.scopes {
                Some(scopes) if !claim.missing.is_empty() && !claim.is_net_zero => {
                    let params = vec![("scopes", Param::Scopes(scopes)), ("missing", Param::Scopes(claim.missing))];
                    self.add("neutral-covers-some-scopes-only", Severity::Warning, at.clone(), params, standard);
                }
                _ => {}
            }
            if claim.gross.is_none() {
                let scopes = claim.scopes.unwrap_or(Scopes::ALL);
                let params = vec![("scopes", Param::Scopes(scopes))];
                self.add("neutral-gross-not-disclosed", Severity::Warning, at.clone(), params, standard);
            }
            if claim.is_net_zero {
                self.net_zero(claim, &at);
            } else if !claim.has_reductions {
                self.add("neutral-reductions-first", Severity::Notice, at, vec![], standard);
            }
        }
    }

    fn net_zero(&mut self, claim: &CheckedNeutrality, at: &str) {
        if !claim.scopes.unwrap_or_default().contains(3) {
            self.add("net-zero-needs-scope-3", Severity::Warning, at.to_owned(), vec![], NET_ZERO);
        }
        if !claim.has_reductions {
            self.add("net-zero-cut-not-stated", Severity::Warning, at.to_owned(), vec![], NET_ZERO);
        }
        for id in claim.credits.iter().filter(|_| claim.rests_on_other_than_removals) {
            let is_removal =
                self.entry(id).is_some_and(|e| e.credit_type == Some(crate::disclosure::CreditType::Removal));
            if !is_removal {
                let params = vec![("entry", self.name(id))];
                self.add("credits-not-removals", Severity::Warning, self.at(id, "credit_type"), params, NET_ZERO);
            }
        }
    }

    fn scopes(&mut self, inventory: &Inventory) {
        let silent = inventory.rows.iter().filter(|row| row.state == ScopeState::NotReported);
        let missing = silent.fold(Scopes::default(), |all, row| all.with(row.scopes));
        if !missing.is_empty() {
            let params = vec![("scopes", Param::Scopes(missing))];
            let standard = if missing == Scopes::only(3) { SCOPE_3 } else { CORPORATE };
            self.add("scope-not-reported", Severity::Warning, "/entries".to_owned(), params, standard);
        }
        for row in inventory.rows.iter().filter(|row| row.method_not_stated) {
            for id in &row.entries {
                let params = vec![("entry", self.name(id))];
                self.add("scope-2-method-not-stated", Severity::Notice, self.at(id, "method"), params, SCOPE_2);
            }
        }
        let categories: Vec<u8> = inventory
            .categories
            .iter()
            .filter(|row| row.state == CategoryState::NotReported)
            .map(|row| row.category)
            .collect();
        if !categories.is_empty() {
            let params = vec![("categories", Param::Categories(categories))];
            self.add("category-not-reported", Severity::Notice, "/entries".to_owned(), params, SCOPE_3);
        }
    }

    fn entries(&mut self) {
        for entry in &self.file.entries {
            let id = entry.id.as_str();
            let is_silent = entry.amount == Amount::NotDisclosed && entry.excluded.is_none();
            match entry.kind {
                EntryKind::Credit if is_silent => {
                    let params = vec![("entry", self.name(id))];
                    self.add("credits-not-quantified", Severity::Warning, self.at(id, "amount"), params, NEUTRALITY);
                }
                _ if is_silent => {
                    let params = vec![("entry", self.name(id))];
                    self.add("amount-not-disclosed", Severity::Notice, self.at(id, "amount"), params, None);
                }
                _ => {}
            }
            let is_traceable = entry.registry.is_some() && entry.vintage.is_some() && entry.retirement.is_some();
            if entry.kind == EntryKind::Credit && !is_traceable {
                let params = vec![("entry", self.name(id))];
                let at = self.at(id, "retirement");
                self.add("credits-retirement-not-stated", Severity::Notice, at, params, NEUTRALITY);
            }
        }
    }

    fn periods(&mut self, inventory: &Inventory) {
        for period in &inventory.not_comparable {
            let params = vec![("from", Param::Period(*period)), ("to", Param::Period(self.file.period))];
            self.add("period-not-comparable", Severity::Notice, "/entries".to_owned(), params, CORPORATE);
        }
    }

    /// Things that emit and things that take up, in the one list that the file offers.
    fn lists(&mut self) {
        let kinds = || self.file.equivalences.iter().map(|choice| choice.definition().kind);
        let takes_up = |kind| matches!(kind, Kind::Removes | Kind::Avoids);
        if kinds().any(takes_up) && kinds().any(|kind| !takes_up(kind)) {
            self.add("kinds-in-one-list", Severity::Notice, "/equivalences".to_owned(), vec![], None);
        }
    }
}
