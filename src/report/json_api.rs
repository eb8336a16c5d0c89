//! Answers as JSON: one shape for the command line and for a newsroom's own scripts.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    Bar, Choices, ComparedAmount, EntryRow, Finding, Offer, Publication, Session, Severity, ShownComparison, SourceCard,
};
use crate::claim::Checked;
use crate::disclosure::{Fault, emissions};
use crate::equivalence::{Choice, Comparison, Sensitivity, Span, Step, is_off_scale, neighbour, sensitivity, working};
use crate::factors::{self, Boundary, Definition, Kind, Status};
use crate::inventory::Inventory;
use crate::quantity::{Decimal, Gas, Quantity, Range};

/// An amount as JSON has it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AmountAnswer {
    /// The number.
    pub value: Decimal,
    /// Its unit with its gas, as in `tCO2e`.
    pub unit: String,
}

/// A source as JSON has it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SourceAnswer {
    /// Who published it.
    pub publisher: String,
    /// Its title.
    pub title: String,
    /// The year of publication.
    pub year: Option<u16>,
    /// Its address.
    pub url: String,
    /// How the number was checked.
    pub status: Status,
}

/// An assumption as JSON has it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AssumptionAnswer {
    /// Its id.
    pub id: String,
    /// Its value.
    pub value: Decimal,
    /// The unit of all values here.
    pub unit: String,
    /// The lowest plausible value.
    pub min: Decimal,
    /// The highest plausible value.
    pub max: Decimal,
    /// Where the value comes from; none for one that was set.
    pub source: Option<SourceAnswer>,
}

/// One equivalence as JSON has it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EquivalenceAnswer {
    /// The comparison's id.
    pub id: String,
    /// The count.
    pub value: Decimal,
    /// The lowest count over the presets.
    pub low: Decimal,
    /// The highest count over the presets.
    pub high: Decimal,
    /// The count as a headline has it.
    pub rounded: Decimal,
    /// How the thing relates to emissions.
    pub kind: Kind,
    /// What the thing's numbers count.
    pub gas: Gas,
    /// What part of the thing's life its numbers count.
    pub boundary: Boundary,
    /// The preset; none where values were set.
    pub preset: Option<String>,
    /// The assumptions.
    pub assumptions: Vec<AssumptionAnswer>,
    /// The steps.
    pub working: Vec<Step>,
    /// The source of the emission factor: the first assumption whose value has one and that counts emissions, else
    /// the first that has one.
    pub source: Option<SourceAnswer>,
    /// Over every assumption's plausible range, all at once.
    pub across_limits: Span,
    /// The adjustable assumptions, the one that matters most first.
    pub sensitivity: Vec<Sensitivity>,
    /// A comparison of the same kind on a better scale, where this one is below one or above a million.
    pub suggestion: Option<String>,
}

/// What `emissions equivalents --json` prints.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Equivalents {
    /// The amount compared.
    pub amount: AmountAnswer,
    /// The equivalences, in the catalogue's order.
    pub results: Vec<EquivalenceAnswer>,
}

/// What is asked of [`equivalents`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct EquivalentsOptions {
    /// Only these comparisons; all that are listed where there is none.
    pub only: Vec<String>,
    /// Presets by comparison.
    pub presets: BTreeMap<String, String>,
    /// Values by `<comparison>.<assumption>`, as in `15000 km/yr`.
    pub set: BTreeMap<String, String>,
}

/// The equivalences of an amount.
///
/// ```
/// use emissions_calculator::report::{EquivalentsOptions, equivalents};
/// let options = EquivalentsOptions { only: vec!["petrol-car-year".to_owned()], ..Default::default() };
/// let answer = equivalents("37909.87 tCO2e", &options)?;
/// assert_eq!(answer.results[0].rounded.to_string(), "15600");
/// # Ok::<(), String>(())
/// ```
///
/// # Errors
/// Says in a sentence what cannot be read or does not exist, and what does.
pub fn equivalents(amount: &str, options: &EquivalentsOptions) -> Result<Equivalents, String> {
    let amount = emissions(amount).map_err(|fault| format!("amount: {fault}"))?;
    let mut choices = Choices::default();
    for (id, preset) in &options.presets {
        choices.choose_preset(id, preset)?;
    }
    for (place, text) in &options.set {
        choices.choose_value(place, text)?;
    }
    let definitions: Vec<&Definition> = if options.only.is_empty() {
        factors::catalogue().iter().filter(|definition| definition.listed).collect()
    } else {
        options.only.iter().map(|id| super::choices::known(id)).collect::<Result<_, _>>()?
    };
    let results = definitions.into_iter().map(|definition| answer(definition, &amount, &choices.of(&definition.id)));
    Ok(Equivalents { amount: amount_answer(&amount), results: results.collect::<Result<_, _>>()? })
}

fn amount_answer(amount: &Quantity) -> AmountAnswer {
    AmountAnswer { value: amount.value, unit: amount.unit_text() }
}

fn answer(definition: &Definition, amount: &Quantity, choice: &Choice) -> Result<EquivalenceAnswer, String> {
    let fault = |fault| format!("{}: {fault}", definition.id);
    let comparison = Comparison::new(definition, None, &Range::exactly(*amount), choice).map_err(fault)?;
    let assumptions: Vec<AssumptionAnswer> = comparison
        .assumptions
        .iter()
        .map(|assumption| AssumptionAnswer {
            id: assumption.id.clone(),
            value: assumption.value,
            unit: assumption.unit.to_string(),
            min: assumption.min,
            max: assumption.max,
            source: assumption.provenance.source.as_ref().map(|source| SourceAnswer {
                publisher: source.publisher.to_string(),
                title: source.title.to_string(),
                year: source.year,
                url: source.url.to_string(),
                status: assumption.provenance.status,
            }),
        })
        .collect();
    let counts_emissions = |a: &&crate::equivalence::AssumptionState| a.unit.split().0.is_mass();
    let factor = comparison.assumptions.iter().filter(counts_emissions).map(|a| a.id.as_str()).next();
    let of = |id: Option<&str>| assumptions.iter().find(|a| Some(a.id.as_str()) == id).and_then(|a| a.source.clone());
    let (value, values) = (comparison.result.central.value, comparison.values());
    let better = is_off_scale(&value).then(|| neighbour(definition, amount)).flatten();
    Ok(EquivalenceAnswer {
        source: of(factor).or_else(|| assumptions.iter().find_map(|a| a.source.clone())),
        id: comparison.id,
        value,
        low: comparison.across_presets.low,
        high: comparison.across_presets.high,
        rounded: comparison.rounded,
        kind: comparison.kind,
        gas: comparison.gas,
        boundary: comparison.boundary,
        preset: comparison.preset,
        assumptions,
        working: working(definition, amount, &values).map_err(fault)?,
        across_limits: comparison.across_limits,
        sensitivity: sensitivity(definition, amount, &values),
        suggestion: better.map(|definition| definition.id.to_string()),
    })
}

/// The comparison shown, with what is worked out only for whoever asks.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ShownAnswer {
    /// The comparison.
    #[serde(flatten)]
    pub shown: ShownComparison,
    /// The steps from the amount to the count.
    pub working: Vec<Step>,
    /// The adjustable assumptions, the one that matters most first.
    pub sensitivity: Vec<Sensitivity>,
    /// A comparison of the same kind on a better scale, where this one is below one or above a million.
    pub suggestion: Option<String>,
}

/// Everything about a session, as JSON has it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// Whose emissions; none for an amount given directly.
    pub subject: Option<Publication>,
    /// The amount that is compared; none where nothing is disclosed.
    pub compared: Option<ComparedAmount>,
    /// The comparison chosen, worked out.
    pub shown: Option<ShownAnswer>,
    /// The comparisons on offer.
    pub offers: Vec<Offer>,
    /// Every entry.
    pub entries: Vec<EntryRow>,
    /// What the entries add up to.
    pub inventory: Option<Inventory>,
    /// The claims and targets, checked.
    pub checked: Option<Checked>,
    /// The bars of the chart of what is counted.
    pub chart: Vec<Bar>,
    /// Where each number comes from.
    pub sources: Vec<SourceCard>,
    /// What the checker noticed.
    pub findings: Vec<Finding>,
}

impl Session {
    /// Everything at once, as `emissions render --as json` prints it.
    #[must_use]
    pub fn report(&self) -> Report {
        let analysis = self.analysis();
        Report {
            subject: analysis.publication.clone(),
            compared: analysis.compared.clone(),
            shown: self.shown().map(|shown| ShownAnswer {
                shown: (**shown).clone(),
                working: self.working(),
                sensitivity: self.sensitivity(),
                suggestion: self.suggestion().map(|definition| definition.id.to_string()),
            }),
            offers: self.offers().iter().map(|offer| (**offer).clone()).collect(),
            entries: analysis.entries.clone(),
            inventory: analysis.inventory.clone(),
            checked: analysis.checked.clone(),
            chart: analysis.chart.clone(),
            sources: self.sources(),
            findings: self.findings(),
        }
    }
}

/// A finding as JSON has it, with its message where a language is at hand.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FindingAnswer {
    /// A stable name; `unreadable` for a fault that keeps the file from being read.
    pub code: &'static str,
    /// Which fault it is, by a stable name such as `missing-field`; none for a finding.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fault: Option<&'static str>,
    /// How much it matters.
    pub severity: Severity,
    /// Where it is.
    pub at: String,
    /// What it says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

/// What `emissions check --json` prints.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CheckAnswer {
    /// Whether the file could be read.
    pub valid: bool,
    /// What was noticed, or every fault.
    pub findings: Vec<FindingAnswer>,
    /// The report; none for a file that could not be read.
    pub report: Option<Report>,
}

impl CheckAnswer {
    /// The answer on a disclosure that was read, or on the faults that kept it from being read. `finding` and `fault` put
    /// these into words.
    ///
    /// ```
    /// use emissions_calculator::{disclosure::Disclosure, report::{CheckAnswer, Session}};
    /// let read = Disclosure::read("{}").map(|_| unreachable!("it has no fields"));
    /// assert!(!CheckAnswer::of(&read, |_| None, |_| None).valid);
    /// ```
    #[must_use]
    pub fn of(
        read: &Result<Session, Vec<Fault>>,
        finding: impl Fn(&Finding) -> Option<String>,
        fault: impl Fn(&Fault) -> Option<String>,
    ) -> Self {
        match read {
            Ok(session) => {
                let report = session.report();
                let findings = report.findings.iter().map(|found| FindingAnswer {
                    code: found.code(),
                    fault: None,
                    severity: found.severity(),
                    at: found.at.clone(),
                    message: finding(found),
                });
                Self { valid: true, findings: findings.collect(), report: Some(report) }
            }
            Err(faults) => {
                let findings = faults.iter().map(|found| FindingAnswer {
                    code: "unreadable",
                    fault: Some(found.kind.code()),
                    severity: Severity::Error,
                    message: fault(found),
                    at: found.at.clone(),
                });
                Self { valid: false, findings: findings.collect(), report: None }
            }
        }
    }
}
