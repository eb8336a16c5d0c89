use serde::Serialize;

use super::{Judged, judge};
use crate::disclosure::{Disclosure, Entry, EquivalenceClaim};
use crate::equivalence::{Choice, Comparison, solve};
use crate::factors::Definition;
use crate::quantity::{Decimal, Range, Unit, round_to_digits};

/// A stated equivalence, checked.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CheckedEquivalence {
    /// Its place among the file's claims.
    pub index: usize,
    /// The entry compared.
    pub entry: String,
    /// The comparison.
    pub equivalence: String,
    /// The number stated.
    pub stated: Decimal,
    /// Whether the source says "about".
    pub approximate: bool,
    /// The number computed with the source's own assumptions; none where there is nothing to compute it from.
    pub computed: Option<Decimal>,
    /// That number as a headline has it.
    pub rounded: Option<Decimal>,
    /// How the two relate.
    #[serde(flatten)]
    pub judged: Option<Judged>,
    /// How they relate, or that it cannot be said.
    pub verdict: super::Verdict,
    /// For each adjustable assumption, the value at which the stated number would be exact.
    pub solutions: Vec<Solution>,
}

/// The value of an assumption at which a stated number would be exact.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Solution {
    /// The assumption's id.
    pub assumption: String,
    /// The value.
    pub exact: Decimal,
    /// The value to four significant digits.
    pub rounded: Decimal,
    /// The unit of both.
    pub unit: Unit,
    /// Whether it is within the assumption's plausible range.
    pub plausible: bool,
}

/// The values that a claim states, in the definition's order and units.
pub(crate) fn article_values(definition: &Definition, claim: &EquivalenceClaim) -> Vec<Option<Decimal>> {
    let stated = |assumption: &crate::factors::Assumption| {
        let (_, quantity) = claim.assumptions.iter().find(|(id, _)| *id == assumption.id)?;
        quantity.convert(assumption.unit).ok().map(|converted| converted.value)
    };
    definition.assumptions.iter().map(stated).collect()
}

/// Finds an entry by its id.
pub(super) type Find<'a, 'f> = &'f dyn Fn(&str) -> Option<&'a Entry>;

pub(super) fn check(
    file: &Disclosure,
    entry: Find<'_, '_>,
    index: usize,
    claim: &EquivalenceClaim,
) -> CheckedEquivalence {
    let amount = entry(claim.entry.as_str()).and_then(|entry| entry.amount.stated());
    let computed = amount.and_then(|amount| compute(file, amount, claim));
    let judged = computed.as_ref().and_then(|(_, comparison)| judge(&claim.stated, &comparison.result.central.value));
    CheckedEquivalence {
        index,
        entry: claim.entry.to_string(),
        equivalence: claim.equivalence.to_string(),
        stated: claim.stated,
        approximate: claim.approximate,
        computed: computed.as_ref().map(|(_, comparison)| comparison.result.central.value),
        rounded: computed.as_ref().map(|(_, comparison)| comparison.rounded),
        verdict: judged.map_or(super::Verdict::NotCheckable, |judged| judged.verdict),
        judged,
        solutions: match (amount, computed) {
            (Some(amount), Some((definition, comparison))) => solutions(amount, claim, definition, &comparison),
            _ => Vec::new(),
        },
    }
}

fn compute<'a>(file: &'a Disclosure, amount: &Range, claim: &EquivalenceClaim) -> Option<(&'a Definition, Comparison)> {
    let definition = file.equivalence(claim.equivalence.as_str())?;
    let article = article_values(definition, claim);
    // What the source does not state is not put into its mouth: with the catalogue's numbers in the gaps, the
    // result would not be the source's. A comparison of the file's own has all its numbers.
    let is_own = crate::factors::find(&definition.id).is_none();
    let states_all = definition
        .assumptions
        .iter()
        .zip(&article)
        .all(|(assumption, value)| value.is_some() || !assumption.is_adjustable());
    if !is_own && !states_all {
        return None;
    }
    let comparison = Comparison::new(definition, Some(&article), amount, &Choice::default()).ok()?;
    Some((definition, comparison))
}

fn solutions(
    amount: &Range,
    claim: &EquivalenceClaim,
    definition: &Definition,
    comparison: &Comparison,
) -> Vec<Solution> {
    let values: Vec<Decimal> = comparison.assumptions.iter().map(|a| a.value).collect();
    let solution = |(index, assumption): (usize, &crate::equivalence::AssumptionState)| {
        let exact = solve(definition, index, &amount.central, &values, &claim.stated).ok()?;
        Some(Solution {
            assumption: assumption.id.clone(),
            exact,
            rounded: round_to_digits(&exact, 4),
            unit: assumption.unit,
            plausible: assumption.min <= exact && exact <= assumption.max,
        })
    };
    comparison.assumptions.iter().enumerate().filter(|(_, a)| a.adjustable).filter_map(solution).collect()
}
