//! Everything computed from one disclosure and one set of choices, free of language: the one thing that views read.
//!
//! ```
//! use emissions_calculator::{disclosure::Disclosure, report::{Choices, Report}};
//! let file = Disclosure::read(include_str!("../../data/disclosures/ant-group-2021.json")).map_err(|f| f[0].clone())?;
//! let report = Report::of(&file, &Choices::default());
//! let shown = report.shown.ok_or_else(|| unreachable!()).map_err(|f: emissions_calculator::disclosure::Fault| f)?;
//! assert_eq!(shown.comparison.rounded.to_string(), "15600");
//! assert!(report.findings.iter().any(|finding| finding.code == "remainder-not-itemised"));
//! # Ok::<(), emissions_calculator::disclosure::Fault>(())
//! ```
#![cfg_attr(
    not(test),
    forbid(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects
    )
)]

#[cfg(feature = "full")]
mod answers;
#[cfg(feature = "full")]
mod chart;
mod choices;
mod finding;
#[cfg(feature = "full")]
mod findings;
#[cfg(feature = "full")]
mod geometry;
mod offers;
#[cfg(feature = "full")]
mod sources;
mod state;

use serde::Serialize;

#[cfg(feature = "full")]
pub use answers::{
    AmountAnswer, AssumptionAnswer, CheckAnswer, EquivalenceAnswer, Equivalents, EquivalentsOptions, FindingAnswer,
    SourceAnswer, equivalents,
};
#[cfg(feature = "full")]
pub use chart::{Bar, BarRole};
pub use choices::{Choices, Host};
pub use finding::{Finding, Param, Severity};
#[cfg(feature = "full")]
pub use geometry::{Moment, Reach, UnitPart, cancelled, from_far_end, legible, moments, parts, percent, reaches};
pub use offers::{Offer, Shown};
#[cfg(feature = "full")]
pub use sources::{Alternative, SourceCard, SourceRole};
pub use state::{MadeWith, StateError};

use offers::Built;

use crate::claim::{self, Checked};
use crate::disclosure::{Assurance, Claim, Disclosure, Entry, EntryKind, Language, Period, Scopes, Source, Text};
#[cfg(feature = "full")]
use crate::inventory::Inventory;
use crate::quantity::{Quantity, Range};

/// Whose emissions, and who says so.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Subject {
    /// The file's id.
    pub id: String,
    /// The language of the source.
    pub lang: Language,
    /// Whose emissions.
    pub organisation: Text,
    /// For when.
    pub period: Period,
    /// The article or report.
    #[serde(skip)]
    pub source: Source,
    /// Who checked the figures.
    #[serde(skip)]
    pub assurance: Option<Assurance>,
    /// Anything a reader should know.
    pub note: Option<Text>,
}

/// The amount that is compared.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Compared {
    /// The entry it stands in; none for a total worked out here or an amount given directly.
    pub entry: Option<String>,
    /// The entry's name.
    pub label: Option<Text>,
    /// What sort of amount it is, where that is known.
    pub kind: Option<EntryKind>,
    /// The scopes it covers.
    pub scopes: Option<Scopes>,
    /// How much.
    pub amount: Range,
    /// Whether it is a total with a gap.
    pub at_least: bool,
}

/// An entry as a table shows it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Stated {
    /// Its id.
    pub entry: String,
    /// Its name, or its id where it has none.
    pub label: Text,
    /// What sort of amount it is.
    pub kind: EntryKind,
    /// The scopes it covers.
    pub scopes: Option<Scopes>,
    /// The scope 3 category.
    pub category: Option<u8>,
    /// How scope 2 was counted.
    pub method: Option<crate::disclosure::Method>,
    /// How much; none for not disclosed.
    pub amount: Option<Range>,
    /// The whole it is a part of.
    pub part_of: Option<String>,
    /// Why it was left out.
    pub excluded: Option<Text>,
    /// The period, where it is not the file's.
    pub period: Option<Period>,
    /// Anything a reader should know.
    pub note: Option<Text>,
}

/// What views read. What only the panels show is there with the feature `full`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// Whose emissions; none for an amount given directly.
    pub subject: Option<Subject>,
    /// The amount that is compared; none where nothing is disclosed.
    pub compared: Option<Compared>,
    /// The comparison chosen, worked out.
    pub shown: Option<Shown>,
    /// The comparisons on offer.
    pub offers: Vec<Offer>,
    /// The comparison that is shown where the reader chose none.
    #[serde(skip)]
    pub first: Option<String>,
    /// Every entry.
    #[cfg(feature = "full")]
    pub entries: Vec<Stated>,
    /// What the entries add up to.
    #[cfg(feature = "full")]
    pub inventory: Option<Inventory>,
    /// The claims and targets, checked.
    pub checked: Option<Checked>,
    /// The bars of the chart of what is counted.
    #[cfg(feature = "full")]
    pub chart: Vec<Bar>,
    /// Where each number comes from.
    #[cfg(feature = "full")]
    pub sources: Vec<SourceCard>,
    /// What the checker noticed.
    #[cfg(feature = "full")]
    pub findings: Vec<Finding>,
}

impl Report {
    /// The report on a disclosure. The cost grows linearly with the number of entries.
    #[cfg(feature = "full")]
    #[must_use]
    pub fn of(file: &Disclosure, choices: &Choices) -> Self {
        Self::after(file, choices, None)
    }

    /// As [`of`](Self::of). After the report `before`, of which nothing but the values of the comparison shown has
    /// changed, only that comparison is worked out again.
    #[cfg(feature = "full")]
    #[must_use]
    pub fn after(file: &Disclosure, choices: &Choices, before: Option<&Self>) -> Self {
        let inventory = Inventory::of(file);
        let checked = claim::check_with(file, &inventory);
        let compared = compared(file, choices);
        let Built { shown, offers, first } = offers::build(Some(file), compared.as_ref(), choices, before);
        let chart = chart::bars(&inventory);
        let findings = findings::of_file(file, &inventory, &checked, compared.as_ref(), shown.as_ref());
        Self {
            subject: Some(subject(file)),
            sources: sources::cards(Some(file), shown.as_ref(), &findings),
            entries: file.entries.iter().map(stated).collect(),
            compared,
            shown,
            offers,
            first,
            inventory: Some(inventory),
            checked: Some(checked),
            chart,
            findings,
        }
    }

    /// Whether nothing but the values of the comparison shown changes from this report, which stands on the choices
    /// `old`, to the one on `new`.
    #[must_use]
    pub fn is_followed_by(&self, old: &Choices, new: &Choices) -> bool {
        self.shown.as_ref().is_some_and(|shown| new.is_same_but_for(&shown.comparison.id, old))
    }

    /// What the widget shows before a reader opens a panel: the comparison and the claims on comparisons, without
    /// entries, inventory, findings and sources. [`of`](Self::of) has all of it, and `before` is that of
    /// [`after`](Self::after).
    #[must_use]
    pub fn brief(file: &Disclosure, choices: &Choices, before: Option<&Self>) -> Self {
        let compared = compared(file, choices);
        let Built { shown, offers, first } = offers::build(Some(file), compared.as_ref(), choices, before);
        Self {
            subject: Some(subject(file)),
            compared,
            shown,
            offers,
            first,
            checked: Some(claim::check_equivalences(file)),
            ..Self::empty()
        }
    }

    fn empty() -> Self {
        Self {
            subject: None,
            compared: None,
            shown: None,
            offers: Vec::new(),
            first: None,
            checked: None,
            #[cfg(feature = "full")]
            entries: Vec::new(),
            #[cfg(feature = "full")]
            inventory: None,
            #[cfg(feature = "full")]
            chart: Vec::new(),
            #[cfg(feature = "full")]
            sources: Vec::new(),
            #[cfg(feature = "full")]
            findings: Vec::new(),
        }
    }

    /// As [`brief`](Self::brief) for an amount given directly.
    #[must_use]
    pub fn brief_of_amount(amount: &Quantity, choices: &Choices, before: Option<&Self>) -> Self {
        let compared = given(amount);
        let Built { shown, offers, first } = offers::build(None, Some(&compared), choices, before);
        Self { compared: Some(compared), shown, offers, first, ..Self::empty() }
    }

    /// The report on an amount given directly.
    #[cfg(feature = "full")]
    #[must_use]
    pub fn of_amount(amount: &Quantity, choices: &Choices) -> Self {
        Self::of_amount_after(amount, choices, None)
    }

    /// As [`of_amount`](Self::of_amount); `before` is that of [`after`](Self::after).
    #[cfg(feature = "full")]
    #[must_use]
    pub fn of_amount_after(amount: &Quantity, choices: &Choices, before: Option<&Self>) -> Self {
        let compared = given(amount);
        let Built { shown, offers, first } = offers::build(None, Some(&compared), choices, before);
        let findings = findings::of_comparison(Some(&compared), shown.as_ref());
        Self {
            subject: None,
            sources: sources::cards(None, shown.as_ref(), &findings),
            compared: Some(compared),
            shown,
            offers,
            first,
            findings,
            ..Self::empty()
        }
    }

    /// The entry of this id.
    #[cfg(feature = "full")]
    #[must_use]
    pub fn entry(&self, id: &str) -> Option<&Stated> {
        self.entries.iter().find(|entry| entry.entry == id)
    }
}

fn subject(file: &Disclosure) -> Subject {
    Subject {
        id: file.id.to_string(),
        lang: file.lang.clone(),
        organisation: file.organisation.clone(),
        period: file.period.clone(),
        source: file.source.clone(),
        assurance: file.assurance.clone(),
        note: file.note.clone(),
    }
}

/// An amount that stands in no file.
fn given(amount: &Quantity) -> Compared {
    let amount = Range::exactly(*amount);
    Compared { entry: None, label: None, kind: None, scopes: None, amount, at_least: false }
}

/// An entry's name, or its id where it has none.
#[cfg(feature = "full")]
fn label(entry: &Entry) -> Text {
    entry.label.clone().unwrap_or_else(|| Text::One(entry.id.to_string()))
}

#[cfg(feature = "full")]
fn stated(entry: &Entry) -> Stated {
    Stated {
        entry: entry.id.to_string(),
        label: label(entry),
        kind: entry.kind,
        scopes: entry.scopes,
        category: entry.category.map(|category| category.0),
        method: entry.method,
        amount: entry.amount.stated().copied(),
        part_of: entry.part_of.as_ref().map(ToString::to_string),
        excluded: entry.excluded.clone(),
        period: entry.period.clone(),
        note: entry.note.clone(),
    }
}

/// The amount to compare: the chosen entry's, that of the first claim of an equivalence, the total of emissions, or
/// the first amount stated.
fn compared(file: &Disclosure, choices: &Choices) -> Option<Compared> {
    let of_entry = |entry: &Entry| {
        Some(Compared {
            entry: Some(entry.id.to_string()),
            label: entry.label.clone(),
            kind: Some(entry.kind),
            scopes: entry.scopes,
            amount: *entry.amount.stated()?,
            at_least: false,
        })
    };
    let chosen = choices.entry.as_deref().and_then(|id| file.entry(id));
    let claimed = file.claims.iter().find_map(|claim| match claim {
        Claim::Equivalence(claim) => file.entry(claim.entry.as_str()),
        _ => None,
    });
    let by_claim = chosen.and_then(of_entry).or_else(|| claimed.and_then(of_entry));
    let by_total = || {
        crate::inventory::total(file).map(|total| Compared {
            entry: None,
            label: None,
            kind: Some(EntryKind::Emission),
            scopes: (!total.scopes.is_empty()).then_some(total.scopes),
            amount: total.amount,
            at_least: total.at_least,
        })
    };
    by_claim.or_else(by_total).or_else(|| file.entries.iter().find_map(of_entry))
}
