use std::rc::Rc;

use serde::Serialize;

use super::chart::{self, Bar};
use super::findings;
use super::{Finding, offered};
use crate::claim::{self, Checked};
use crate::disclosure::{
    AmountOf, Assurance, Basis, Claim, Disclosure, Entry, EntryKind, Language, Method, Period, Scopes, Source, Text,
};
use crate::factors::{self, Definition};
use crate::inventory::Inventory;
use crate::quantity::{Quantity, Range};

/// What a report or a widget is about.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// A disclosure.
    File(Rc<Disclosure>),
    /// An amount without a disclosure.
    Amount(Quantity),
}

impl Input {
    /// The disclosure, where there is one.
    #[must_use]
    pub fn file(&self) -> Option<&Disclosure> {
        match self {
            Self::File(file) => Some(file),
            Self::Amount(_) => None,
        }
    }

    /// The comparison of this id: the file's own, or the catalogue's.
    #[must_use]
    pub fn definition(&self, id: &str) -> Option<&Definition> {
        match self {
            Self::File(file) => file.equivalence(id),
            Self::Amount(_) => factors::find(id),
        }
    }
}

/// Whose emissions, and who says so.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Publication {
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
pub struct ComparedAmount {
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
    /// What it is of, where the file says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<AmountOf>,
    /// How firm it is, where the file says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
}

/// An entry as a table shows it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EntryRow {
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
    pub method: Option<Method>,
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

/// Everything that follows from a disclosure alone, whatever a reader sets: worked out once a file.
///
/// ```
/// use emissions_calculator::{disclosure::Disclosure, report::Analysis};
/// let file = Disclosure::read(include_str!("../../data/disclosures/ant-group-2021.json")).map_err(|f| f[0].clone())?;
/// let analysis = Analysis::of_file(file);
/// assert_eq!(analysis.compared.as_ref().map(|c| c.amount.to_string()).as_deref(), Some("37909.87 tCO2e"));
/// # Ok::<(), emissions_calculator::disclosure::Fault>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Analysis {
    /// What it is about.
    pub input: Input,
    /// Whose emissions; none for an amount given directly.
    pub publication: Option<Publication>,
    /// The amount that is compared; none where nothing is disclosed.
    pub compared: Option<ComparedAmount>,
    /// Every entry.
    pub entries: Vec<EntryRow>,
    /// What the entries add up to.
    pub inventory: Option<Inventory>,
    /// The claims and targets, checked.
    pub checked: Option<Checked>,
    /// The bars of the chart of what is counted.
    pub chart: Vec<Bar>,
    /// What the checker noticed about the file itself, in the order of the rules.
    pub(super) findings: Vec<Finding>,
}

impl Analysis {
    /// The analysis of a disclosure. The cost grows linearly with the number of entries.
    #[must_use]
    pub fn of_file(file: impl Into<Rc<Disclosure>>) -> Self {
        let file = file.into();
        let inventory = Inventory::of(&file);
        let checked = claim::check_with(&file, &inventory);
        Self {
            publication: Some(publication(&file)),
            compared: compared(&file),
            entries: file.entries.iter().map(entry_row).collect(),
            chart: chart::bars(&inventory),
            findings: findings::of_file(&file, &inventory, &checked),
            inventory: Some(inventory),
            checked: Some(checked),
            input: Input::File(file),
        }
    }

    /// The analysis of an amount that stands in no file.
    #[must_use]
    pub fn of_amount(amount: Quantity) -> Self {
        let range = Range::exactly(amount);
        Self {
            input: Input::Amount(amount),
            publication: None,
            compared: Some(ComparedAmount {
                entry: None,
                label: None,
                kind: None,
                scopes: None,
                amount: range,
                at_least: false,
                of: None,
                basis: None,
            }),
            entries: Vec::new(),
            inventory: None,
            checked: None,
            chart: Vec::new(),
            findings: Vec::new(),
        }
    }

    /// The entry of this id.
    #[must_use]
    pub fn entry(&self, id: &str) -> Option<&EntryRow> {
        self.entries.iter().find(|entry| entry.entry == id)
    }

    /// The language of the file's own texts; empty where there is no file.
    #[must_use]
    pub fn language(&self) -> &str {
        self.publication.as_ref().map_or("", |publication| publication.lang.as_str())
    }

    /// The comparison that is shown where neither the host nor the reader chose one.
    pub(super) fn claimed_equivalence(&self) -> Option<String> {
        self.input.file().and_then(offered::claimed)
    }
}

fn publication(file: &Disclosure) -> Publication {
    Publication {
        id: file.id.to_string(),
        lang: file.lang.clone(),
        organisation: file.organisation.clone(),
        period: file.period,
        source: file.source.clone(),
        assurance: file.assurance.clone(),
        note: file.note.clone(),
    }
}

/// An entry's name, or its id where it has none.
pub(super) fn label(entry: &Entry) -> Text {
    entry.label.clone().unwrap_or_else(|| Text::One(entry.id.to_string()))
}

fn entry_row(entry: &Entry) -> EntryRow {
    EntryRow {
        entry: entry.id.to_string(),
        label: label(entry),
        kind: entry.kind,
        scopes: entry.scopes,
        category: entry.category.map(|category| category.0),
        method: entry.method,
        amount: entry.amount.stated().copied(),
        part_of: entry.part_of.as_ref().map(ToString::to_string),
        excluded: entry.excluded.clone(),
        period: entry.period,
        note: entry.note.clone(),
    }
}

/// The amount to compare: that of the first claim of an equivalence, the total of emissions, or the first amount
/// stated.
fn compared(file: &Disclosure) -> Option<ComparedAmount> {
    let of_entry = |entry: &Entry| {
        Some(ComparedAmount {
            entry: Some(entry.id.to_string()),
            label: entry.label.clone(),
            kind: Some(entry.kind),
            scopes: entry.scopes,
            amount: *entry.amount.stated()?,
            at_least: false,
            of: entry.of,
            basis: entry.basis,
        })
    };
    let claimed = file.claims.iter().find_map(|claim| match claim {
        Claim::Equivalence(claim) => file.entry(claim.entry.as_str()),
        _ => None,
    });
    let by_total = || {
        let total = crate::inventory::total(file)?;
        // A total that is one entry's amount says what that entry says.
        let mut summed = crate::inventory::emissions(file)
            .filter(|entry| crate::inventory::is_current(file, entry) && entry.amount.stated().is_some());
        let only = summed.next().filter(|_| summed.next().is_none());
        Some(ComparedAmount {
            entry: None,
            label: only.filter(|entry| entry.of.is_some()).and_then(|entry| entry.label.clone()),
            kind: Some(EntryKind::Emission),
            scopes: (!total.scopes.is_empty()).then_some(total.scopes),
            amount: total.amount,
            at_least: total.at_least,
            of: only.and_then(|entry| entry.of),
            basis: only.and_then(|entry| entry.basis),
        })
    };
    claimed.and_then(of_entry).or_else(by_total).or_else(|| file.entries.iter().find_map(of_entry))
}
