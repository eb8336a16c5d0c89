use serde::Serialize;

use crate::disclosure::{Disclosure, Scopes, Share, Source, Target, TargetType, Text, Year};
use crate::quantity::{Arithmetic, Decimal};

/// Something that a target leaves open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Missing {
    /// The date.
    Date,
    /// What it covers.
    Coverage,
    /// By how much.
    Share,
    /// Against which year.
    BaseYear,
}

impl Missing {
    /// The word as messages name it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Coverage => "coverage",
            Self::Share => "share",
            Self::BaseYear => "base-year",
        }
    }
}

/// A target with what is known of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CheckedTarget {
    /// Its place among the file's targets.
    pub index: usize,
    /// Whose.
    pub organisation: Text,
    /// To what.
    #[serde(rename = "type")]
    pub kind: TargetType,
    /// For which scopes.
    pub scopes: Option<Scopes>,
    /// For what, in the source's words.
    pub covers: Option<Text>,
    /// How much of it.
    pub share: Option<Share>,
    /// Against which year.
    pub base_year: Option<Year>,
    /// From when.
    pub from: Option<Year>,
    /// By when.
    pub by: Option<Year>,
    /// Where it is stated, where that is not the file's source.
    #[serde(skip)]
    pub source: Option<Source>,
    /// What it leaves open.
    pub missing: Vec<Missing>,
    /// Its place on a time line from the first target's year (0) to the last's (1); none without a date.
    pub place: Option<Decimal>,
}

fn date(target: &Target) -> Option<u16> {
    target.by.or(target.from).map(|year| year.0)
}

/// The targets by date; those without one last.
pub(super) fn list(file: &Disclosure) -> Vec<CheckedTarget> {
    let years = || file.targets.iter().filter_map(date);
    let first = years().min().unwrap_or_default();
    let span = years().max().unwrap_or_default().saturating_sub(first);
    let checked: Vec<CheckedTarget> = file
        .targets
        .iter()
        .enumerate()
        .map(|(index, target)| CheckedTarget {
            index,
            organisation: target.organisation.clone(),
            kind: target.kind,
            scopes: target.scopes,
            covers: target.covers.clone(),
            share: target.share,
            base_year: target.base_year,
            from: target.from,
            by: target.by,
            source: target.source.clone(),
            missing: missing(target),
            place: date(target).map(|year| {
                let offset = Decimal::from(year.saturating_sub(first));
                offset.quotient(Decimal::from(span)).unwrap_or_default().round_dp(4)
            }),
        })
        .collect();
    // Year by year, those without a date last; the few centuries that a file may name bound the passes.
    let year = |target: &CheckedTarget| target.by.or(target.from).map(|year| year.0);
    let mut rest = checked;
    let mut targets = Vec::with_capacity(rest.len());
    while let Some(next) = rest.iter().filter_map(year).min() {
        let (of_year, later): (Vec<_>, Vec<_>) = rest.into_iter().partition(|target| year(target) == Some(next));
        targets.extend(of_year);
        rest = later;
    }
    targets.extend(rest);
    targets
}

fn missing(target: &Target) -> Vec<Missing> {
    let is_cut = target.kind == TargetType::Reduction;
    let needs_scopes = target.kind != TargetType::RenewableElectricity;
    let open = [
        (Missing::Date, date(target).is_none()),
        (Missing::Coverage, needs_scopes && target.scopes.is_none() && target.covers.is_none()),
        (Missing::Share, (is_cut || target.kind == TargetType::RenewableElectricity) && target.share.is_none()),
        (Missing::BaseYear, is_cut && target.base_year.is_none()),
    ];
    open.into_iter().filter(|(_, is_open)| *is_open).map(|(missing, _)| missing).collect()
}
