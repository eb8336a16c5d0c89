//! What the checker can notice: for each finding its fields, and in one place its code, severity and standard.

use serde::{Serialize, Serializer};

use crate::disclosure::{Period, Scopes, Text};
use crate::factors::Boundary;
use crate::quantity::{Decimal, Quantity};

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Worth knowing.
    Notice,
    /// Likely to mislead a reader who does not know it.
    Warning,
    /// Figures contradict each other.
    Error,
}

impl Severity {
    /// The word as JSON and messages have it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Notice => "notice",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// A value that a finding's message speaks of.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Param {
    /// An amount with its unit.
    Quantity(Quantity),
    /// A plain number.
    Number(Decimal),
    /// A number that was rounded; large ones are put in words.
    Rounded(Decimal),
    /// A share: 0.175 for 17.5 %.
    Percent(Decimal),
    /// A name from the file.
    Text(Text),
    /// Scopes.
    Scopes(Scopes),
    /// Scope 3 categories.
    Categories(Vec<u8>),
    /// A comparison, with its name where it is the file's own.
    Equivalence(String, Option<Text>),
    /// An assumption of a comparison.
    Assumption(String, String, Option<Text>),
    /// A boundary.
    Boundary(Boundary),
    /// A period.
    Period(Period),
}

/// A comparison with its name where it is the file's own.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedEquivalence {
    /// Its id.
    pub id: String,
    /// Its name, where it is the file's own.
    pub label: Option<Text>,
}

/// How a stated count was cut to fewer digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClaimRounding {
    /// The count stated.
    pub stated: Decimal,
    /// The count that the claim's own assumptions give.
    pub computed: Decimal,
    /// The significant digits of the count stated.
    pub digits: u32,
    /// How far off it is, as a share.
    pub difference: Decimal,
    /// The computed count, rounded to as many digits.
    pub nearest: Decimal,
}

/// What the checker can notice.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the fields are what the code and the message of the language files speak of")]
pub enum FindingKind {
    /// An entry has no amount.
    AmountNotDisclosed { entry: Text },
    /// Nothing is stated for these scopes.
    ScopeNotReported { scopes: Scopes },
    /// The parts of an entry come to less than it.
    RemainderNotItemised { entry: Text, total: Quantity, itemised: Quantity, remainder: Quantity, share: Decimal },
    /// The parts of an entry come to more than it.
    PartsExceedTotal { entry: Text, total: Quantity, parts: Quantity, excess: Quantity },
    /// The parts of an entry differ from it by no more than rounding allows.
    PartsRounded { entry: Text, total: Quantity, parts: Quantity, difference: Quantity },
    /// Avoided emissions cannot be a part of a total that is full without them.
    AvoidedCannotBeInsideTotal { entry: Text, whole: Text, total: Quantity, parts: Quantity, excess: Quantity },
    /// A scope 2 amount that may be location-based or market-based.
    Scope2MethodNotStated { entry: Text },
    /// An amount in CO2e compared with a thing that counts CO2 alone.
    Co2OnlyComparator { equivalence: NamedEquivalence },
    /// The amount and the thing count different parts of a life.
    BoundaryMismatch { equivalence: NamedEquivalence, boundary: Boundary, scopes: Scopes },
    /// A stated count was cut down.
    ClaimRoundedDown(ClaimRounding),
    /// A stated count was raised.
    ClaimRoundedUp(ClaimRounding),
    /// A stated count is not what its own assumptions give.
    ClaimDiffers { stated: Decimal, computed: Decimal, difference: Decimal },
    /// A stated count without the numbers behind it.
    ClaimNotCheckable { stated: Decimal },
    /// Credits without an amount.
    CreditsNotQuantified { entry: Text },
    /// "Carbon neutral" for some scopes.
    NeutralCoversSomeScopesOnly { scopes: Scopes, missing: Scopes },
    /// A part and its whole are of different kinds.
    KindMix { entry: Text, whole: Text },
    /// Comparisons of different kinds are offered together.
    KindsInOneList,
    /// A value outside its plausible range.
    AssumptionOutsideRange {
        equivalence: NamedEquivalence,
        assumption: String,
        label: Option<Text>,
        value: Quantity,
        min: Quantity,
        max: Quantity,
    },
    /// A count that is hard to picture, and a comparison that gives a better one where there is one.
    EquivalenceOffScale { equivalence: NamedEquivalence, value: Decimal, suggestion: Option<String> },
    /// CO2 beside CO2e.
    GasMix { entry: Text },
    /// Nothing is stated for these scope 3 categories.
    CategoryNotReported { categories: Vec<u8> },
    /// "Net zero" without scope 3.
    NetZeroNeedsScope3,
    /// "Net zero" without a cut.
    NetZeroCutNotStated,
    /// "Net zero" by credits that are not removals.
    CreditsNotRemovals { entry: Text },
    /// Credits that nobody can look up.
    CreditsRetirementNotStated { entry: Text },
    /// "Carbon neutral" without a reduction.
    NeutralReductionsFirst,
    /// Two periods with different scopes or categories.
    PeriodNotComparable { from: Period, to: Period },
    /// Nobody is said to have checked the figures.
    AssuranceNotStated,
    /// Two amounts cover the same scopes.
    ScopesOverlap { entry: Text },
    /// Two amounts without scopes, of which one may be the other counted another way.
    MayBeSame { entry: Text },
    /// An amount from which something was taken off.
    NetBesideGross { entry: Text, of: Text },
    /// Scope 3 without a category beside categories.
    CategoryNotStated { entry: Text },
    /// A claim of neutrality without the emissions before credits.
    NeutralGrossNotDisclosed { scopes: Scopes, is_net_zero: bool },
}

const CORPORATE: Option<&str> = Some("ghg-protocol-corporate");
const SCOPE_2: Option<&str> = Some("ghg-protocol-scope-2");
const SCOPE_3: Option<&str> = Some("ghg-protocol-scope-3");
const NEUTRALITY: Option<&str> = Some("iso-14068-1");
const NET_ZERO: Option<&str> = Some("sbti-net-zero");
const ASSURANCE: Option<&str> = Some("iso-14064-3");

impl FindingKind {
    /// The code, how much it matters, and the standard that it rests on.
    fn rule(&self) -> (&'static str, Severity, Option<&'static str>) {
        use Severity::{Error, Notice, Warning};
        match self {
            Self::AmountNotDisclosed { .. } => ("amount-not-disclosed", Notice, None),
            Self::ScopeNotReported { scopes } => {
                ("scope-not-reported", Warning, if *scopes == Scopes::only(3) { SCOPE_3 } else { CORPORATE })
            }
            Self::RemainderNotItemised { .. } => ("remainder-not-itemised", Notice, None),
            Self::PartsExceedTotal { .. } => ("parts-exceed-total", Error, None),
            Self::PartsRounded { .. } => ("parts-rounded", Notice, None),
            Self::AvoidedCannotBeInsideTotal { .. } => ("avoided-cannot-be-inside-total", Notice, CORPORATE),
            Self::Scope2MethodNotStated { .. } => ("scope-2-method-not-stated", Notice, SCOPE_2),
            Self::Co2OnlyComparator { .. } => ("co2-only-comparator", Notice, None),
            Self::BoundaryMismatch { .. } => ("boundary-mismatch", Notice, SCOPE_3),
            Self::ClaimRoundedDown(_) => ("claim-rounded-down", Warning, None),
            Self::ClaimRoundedUp(_) => ("claim-rounded-up", Warning, None),
            Self::ClaimDiffers { .. } => ("claim-differs", Error, None),
            Self::ClaimNotCheckable { .. } => ("claim-not-checkable", Warning, None),
            Self::CreditsNotQuantified { .. } => ("credits-not-quantified", Warning, NEUTRALITY),
            Self::NeutralCoversSomeScopesOnly { .. } => ("neutral-covers-some-scopes-only", Warning, NEUTRALITY),
            Self::KindMix { .. } => ("kind-mix", Error, CORPORATE),
            Self::KindsInOneList => ("kinds-in-one-list", Notice, None),
            Self::AssumptionOutsideRange { .. } => ("assumption-outside-range", Warning, None),
            Self::EquivalenceOffScale { suggestion: None, .. } => ("equivalence-off-scale", Notice, None),
            Self::EquivalenceOffScale { suggestion: Some(_), .. } => ("equivalence-off-scale-try", Notice, None),
            Self::GasMix { .. } => ("gas-mix", Error, None),
            Self::CategoryNotReported { .. } => ("category-not-reported", Notice, SCOPE_3),
            Self::NetZeroNeedsScope3 => ("net-zero-needs-scope-3", Warning, NET_ZERO),
            Self::NetZeroCutNotStated => ("net-zero-cut-not-stated", Warning, NET_ZERO),
            Self::CreditsNotRemovals { .. } => ("credits-not-removals", Warning, NET_ZERO),
            Self::CreditsRetirementNotStated { .. } => ("credits-retirement-not-stated", Notice, NEUTRALITY),
            Self::NeutralReductionsFirst => ("neutral-reductions-first", Notice, NEUTRALITY),
            Self::PeriodNotComparable { .. } => ("period-not-comparable", Notice, CORPORATE),
            Self::AssuranceNotStated => ("assurance-not-stated", Notice, ASSURANCE),
            Self::ScopesOverlap { .. } => ("scopes-overlap", Warning, CORPORATE),
            Self::MayBeSame { .. } => ("may-be-same", Warning, None),
            Self::NetBesideGross { .. } => ("net-beside-gross", Notice, None),
            Self::CategoryNotStated { .. } => ("category-not-stated", Notice, SCOPE_3),
            Self::NeutralGrossNotDisclosed { is_net_zero, .. } => {
                ("neutral-gross-not-disclosed", Warning, if *is_net_zero { NET_ZERO } else { NEUTRALITY })
            }
        }
    }

    /// What the message speaks of, by the names of its placeholders.
    #[must_use]
    pub fn params(&self) -> Vec<(&'static str, Param)> {
        let text = |name, text: &Text| (name, Param::Text(text.clone()));
        let quantity = |name, quantity: &Quantity| (name, Param::Quantity(*quantity));
        let number = |name, number: &Decimal| (name, Param::Number(*number));
        let percent = |name, share: &Decimal| (name, Param::Percent(*share));
        let scopes = |name, scopes: &Scopes| (name, Param::Scopes(*scopes));
        let equivalence =
            |named: &NamedEquivalence| ("equivalence", Param::Equivalence(named.id.clone(), named.label.clone()));
        match self {
            Self::AmountNotDisclosed { entry }
            | Self::Scope2MethodNotStated { entry }
            | Self::CreditsNotQuantified { entry }
            | Self::GasMix { entry }
            | Self::CreditsNotRemovals { entry }
            | Self::CreditsRetirementNotStated { entry }
            | Self::ScopesOverlap { entry }
            | Self::MayBeSame { entry }
            | Self::CategoryNotStated { entry } => vec![text("entry", entry)],
            Self::NetBesideGross { entry, of } => vec![text("entry", entry), text("of", of)],
            Self::PartsRounded { entry, total, parts, difference } => vec![
                text("entry", entry),
                quantity("total", total),
                quantity("parts", parts),
                quantity("difference", difference),
            ],
            Self::ScopeNotReported { scopes: missing } => vec![scopes("scopes", missing)],
            Self::NeutralGrossNotDisclosed { scopes: claimed, .. } => vec![scopes("scopes", claimed)],
            Self::RemainderNotItemised { entry, total, itemised, remainder, share } => vec![
                text("entry", entry),
                quantity("total", total),
                quantity("itemised", itemised),
                quantity("remainder", remainder),
                percent("share", share),
            ],
            Self::PartsExceedTotal { entry, total, parts, excess } => vec![
                text("entry", entry),
                quantity("total", total),
                quantity("parts", parts),
                quantity("excess", excess),
            ],
            Self::AvoidedCannotBeInsideTotal { entry, whole, total, parts, excess } => vec![
                text("entry", entry),
                text("whole", whole),
                quantity("total", total),
                quantity("parts", parts),
                quantity("excess", excess),
            ],
            Self::Co2OnlyComparator { equivalence: named } => vec![equivalence(named)],
            Self::BoundaryMismatch { equivalence: named, boundary, scopes: counted } => {
                vec![equivalence(named), ("boundary", Param::Boundary(*boundary)), scopes("scopes", counted)]
            }
            Self::ClaimRoundedDown(claim) | Self::ClaimRoundedUp(claim) => vec![
                number("stated", &claim.stated),
                number("computed", &claim.computed),
                percent("difference", &claim.difference),
                ("digits", Param::Number(claim.digits.into())),
                number("nearest", &claim.nearest),
            ],
            Self::ClaimDiffers { stated, computed, difference } => {
                vec![number("stated", stated), number("computed", computed), percent("difference", difference)]
            }
            Self::ClaimNotCheckable { stated } => vec![number("stated", stated)],
            Self::NeutralCoversSomeScopesOnly { scopes: claimed, missing } => {
                vec![scopes("scopes", claimed), scopes("missing", missing)]
            }
            Self::KindMix { entry, whole } => vec![text("entry", entry), text("whole", whole)],
            Self::AssumptionOutsideRange { equivalence: named, assumption, label, value, min, max } => vec![
                equivalence(named),
                ("assumption", Param::Assumption(named.id.clone(), assumption.clone(), label.clone())),
                quantity("value", value),
                quantity("min", min),
                quantity("max", max),
            ],
            Self::EquivalenceOffScale { equivalence: named, value, suggestion } => {
                let mut params = vec![equivalence(named), ("value", Param::Rounded(*value))];
                params.extend(suggestion.iter().map(|id| ("suggestion", Param::Equivalence(id.clone(), None))));
                params
            }
            Self::CategoryNotReported { categories } => vec![("categories", Param::Categories(categories.clone()))],
            Self::PeriodNotComparable { from, to } => {
                vec![("from", Param::Period(*from)), ("to", Param::Period(*to))]
            }
            Self::KindsInOneList
            | Self::NetZeroNeedsScope3
            | Self::NetZeroCutNotStated
            | Self::NeutralReductionsFirst
            | Self::AssuranceNotStated => Vec::new(),
        }
    }

    /// The finding at this place.
    pub(super) const fn at(self, at: String) -> Finding {
        Finding { kind: self, at }
    }
}

/// Something that the checker noticed. The message is made in the reader's language.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// What it is.
    pub kind: FindingKind,
    /// Where: a JSON pointer into the file, or a place such as `petrol-car-year.distance` for a reader's value.
    pub at: String,
}

impl Finding {
    /// A stable name, such as `amount-not-disclosed`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.kind.rule().0
    }

    /// How much it matters.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.kind.rule().1
    }

    /// The standard it rests on, by its name in [`claim::STANDARDS`](crate::claim::STANDARDS).
    #[must_use]
    pub fn standard(&self) -> Option<&'static str> {
        self.kind.rule().2
    }
}

impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        struct Params<'a>(&'a [(&'static str, Param)]);
        impl Serialize for Params<'_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
            }
        }
        let mut fields = serializer.serialize_struct("Finding", 5)?;
        fields.serialize_field("code", self.code())?;
        fields.serialize_field("severity", &self.severity())?;
        fields.serialize_field("at", &self.at)?;
        fields.serialize_field("params", &Params(&self.kind.params()))?;
        fields.serialize_field("standard", &self.standard())?;
        fields.end()
    }
}
