//! The objects of a disclosure file. Field docs are also the descriptions in the JSON Schema.

use std::collections::BTreeMap;

use serde_json::Value;

use super::amount::{Amount, Share};
use super::custom::Custom;
use super::fault::{Expected, FaultKind};
use super::reader::{Faults, FromJson, JsonPath};
use super::record::{record, string_enum};
use super::source::Source;
use super::text::Text;
use super::values::{Category, Id, Language, Period, Scopes, Version, Year};
use crate::factors::{self, Definition};
use crate::json::Json;
use crate::quantity::{Decimal, Quantity};

record! {
    /// What one article or report states about one organisation's or event's emissions.
    pub struct Disclosure {
        /// The version of this format.
        version: Version = "version", required;
        /// The file's own name.
        id: Id = "id", required;
        /// The language of the source, and of texts that do not say theirs.
        lang: Language = "lang", required;
        /// Whose emissions.
        organisation: Text = "organisation", required;
        /// The period that the amounts are for.
        period: Period = "period", required;
        /// The period that change is measured against, where entries for it are given.
        base_period: Period = "base_period", optional;
        /// The article or report.
        source: Source = "source", required;
        /// Who checked the figures, where anybody did.
        assurance: Assurance = "assurance", optional;
        /// The stated amounts.
        entries: Vec<Entry> = "entries", required;
        /// What the source says that can be checked.
        claims: Vec<Claim> = "claims", defaulted;
        /// What was promised, by whom, for when.
        targets: Vec<Target> = "targets", defaulted;
        /// The comparisons to offer, in order: ids of the catalogue, or definitions.
        equivalences: Vec<EquivalenceChoice> = "equivalences", defaulted;
        /// Anything a reader should know.
        note: Text = "note", optional;
    }
}

record! {
    /// Who checked the figures.
    pub struct Assurance {
        /// The body that checked.
        body: Text = "body", required;
        /// The standard it worked to.
        standard: Text = "standard", optional;
        /// How sure it is.
        level: Level = "level", optional;
    }
}

string_enum! {
    /// How sure an assurance body is.
    pub enum Level {
        /// Nothing was found that says otherwise.
        Limited = "limited",
        /// The figures were found right.
        Reasonable = "reasonable",
    }
}

record! {
    /// One stated amount.
    pub struct Entry {
        /// Its name in this file.
        id: Id = "id", required;
        /// What sort of amount. Amounts of different kinds are never added.
        kind: EntryKind = "kind", required;
        /// The scopes it covers, where they are known.
        scopes: Scopes = "scopes", optional;
        /// The scope 3 category.
        category: Category = "category", optional;
        /// How scope 2 was counted.
        method: Method = "method", optional;
        /// The amount, a range, or null for not disclosed.
        amount: Amount = "amount", required;
        /// Why it was left out of the inventory; the amount is then null.
        excluded: Text = "excluded", optional;
        /// The entry of which this is a part.
        part_of: Id = "part_of", optional;
        /// For an emission: what was taken off it, such as "uptake by forests". It is the gross amount counted another
        /// way, and is never added to it.
        net_of: Text = "net_of", optional;
        /// For a credit: the entry it is meant to offset.
        covers: Id = "covers", optional;
        /// For a credit: the programme that issued it.
        programme: Text = "programme", optional;
        /// For a credit: the registry that holds it.
        registry: Text = "registry", optional;
        /// For a credit: the year in which the reduction or removal happened.
        vintage: Year = "vintage", optional;
        /// For a credit: whether it stands for avoided emissions or for removals.
        credit_type: CreditType = "credit_type", optional;
        /// For a credit: when and where it was retired.
        retirement: Text = "retirement", optional;
        /// The period, where it is not the file's.
        period: Period = "period", optional;
        /// What readers see as its name.
        label: Text = "label", optional;
        /// What the amount is of, where that is not the organisation as a whole.
        of: AmountOf = "of", optional;
        /// How firm the amount is.
        basis: Basis = "basis", optional;
        /// Anything a reader should know about it.
        note: Text = "note", optional;
        /// Where it is stated, where that is not the file's source.
        source: Source = "source", optional;
    }
}

string_enum! {
    /// What an amount is of.
    pub enum AmountOf {
        /// An organisation as a whole.
        Organisation = "organisation",
        /// One product or service, usually over its whole life.
        Product = "product",
        /// An event with a beginning and an end.
        Event = "event",
        /// One person.
        Person = "person",
        /// A country, a region, the world.
        Place = "place",
    }
}

string_enum! {
    /// How firm an amount is.
    pub enum Basis {
        /// Measured, or worked out from what was measured.
        Measured = "measured",
        /// Estimated afterwards.
        Estimated = "estimated",
        /// Estimated before the event, the product or the year.
        EstimatedBeforehand = "estimated-beforehand",
        /// Projected from a part of the period or from a model.
        Projected = "projected",
        /// What is aimed at.
        Target = "target",
    }
}

string_enum! {
    /// What sort of amount an entry is (the GHG Protocol keeps these apart).
    pub enum EntryKind {
        /// Emitted.
        Emission = "emission",
        /// Emitted less than before, or than planned.
        Reduction = "reduction",
        /// Not emitted, against a baseline.
        Avoided = "avoided",
        /// Taken out of the air.
        Removal = "removal",
        /// Carbon credits used to offset.
        Credit = "credit",
    }
}

string_enum! {
    /// The two ways to count scope 2: alternatives, never added.
    pub enum Method {
        /// By the average of the grid.
        Location = "location",
        /// By the contracts for the electricity bought.
        Market = "market",
    }
}

string_enum! {
    /// What a carbon credit stands for.
    pub enum CreditType {
        /// Emissions avoided or reduced elsewhere.
        Avoidance = "avoidance",
        /// Carbon dioxide taken out of the air.
        Removal = "removal",
        /// Some of each.
        Mixed = "mixed",
    }
}

/// Something the source says that can be checked.
#[derive(Clone, Debug, PartialEq)]
pub enum Claim {
    /// "As much as N things emit."
    Equivalence(EquivalenceClaim),
    /// "Carbon neutral."
    CarbonNeutral(CarbonNeutral),
    /// "Net zero."
    NetZero(CarbonNeutral),
}

record! {
    /// "As much as N things emit."
    pub struct EquivalenceClaim {
        /// Says which claim this is.
        kind: ClaimType = "type", required;
        /// The entry whose amount is compared.
        entry: Id = "entry", required;
        /// The comparison.
        equivalence: Id = "equivalence", required;
        /// The number stated.
        stated: Decimal = "stated", required;
        /// Whether the source says "about".
        approximate: bool = "approximate", defaulted;
        /// The assumptions stated with it.
        assumptions: Vec<(String, Quantity)> = "assumptions", defaulted;
    }
}

record! {
    /// "Carbon neutral" or "net zero".
    pub struct CarbonNeutral {
        /// Says which claim this is.
        kind: ClaimType = "type", required;
        /// The scopes it is made for.
        scopes: Scopes = "scopes", optional;
        /// The year it is made for.
        year: Year = "year", optional;
        /// Anything a reader should know about it.
        note: Text = "note", optional;
    }
}

string_enum! {
    /// The types of claim.
    pub enum ClaimType {
        /// "As much as N things emit."
        Equivalence = "equivalence",
        /// "Carbon neutral."
        CarbonNeutral = "carbon-neutral",
        /// "Net zero."
        NetZero = "net-zero",
    }
}

impl FromJson for Claim {
    fn read(json: &Json, at: &JsonPath<'_>, faults: &mut Faults) -> Option<Self> {
        let Some(kind) = json.field("type") else {
            match json {
                Json::Object(_) => faults.add(at, FaultKind::MissingField { field: "type" }),
                _ => faults.unexpected(at, json, Expected::Object),
            }
            return None;
        };
        match ClaimType::read(kind, &JsonPath::Field(at, "type"), faults)? {
            ClaimType::Equivalence => EquivalenceClaim::read(json, at, faults).map(Self::Equivalence),
            ClaimType::CarbonNeutral => CarbonNeutral::read(json, at, faults).map(Self::CarbonNeutral),
            ClaimType::NetZero => CarbonNeutral::read(json, at, faults).map(Self::NetZero),
        }
    }

    fn schema() -> Value {
        let typed = |mut schema: Value, kinds: &[&str]| {
            if let Some(held) = schema.pointer_mut("/properties/type") {
                *held = serde_json::json!({ "enum": kinds });
            }
            schema
        };
        serde_json::json!({ "oneOf": [
            typed(EquivalenceClaim::schema(), &["equivalence"]),
            typed(CarbonNeutral::schema(), &["carbon-neutral", "net-zero"]),
        ] })
    }
}

record! {
    /// A dated commitment.
    pub struct Target {
        /// Whose.
        organisation: Text = "organisation", required;
        /// To what.
        kind: TargetType = "type", required;
        /// For which scopes.
        scopes: Scopes = "scopes", optional;
        /// For what, in the source's words, where it does not speak of scopes.
        covers: Text = "covers", optional;
        /// How much of it.
        share: Share = "share", optional;
        /// The year that a reduction is measured against.
        base_year: Year = "base_year", optional;
        /// From when.
        from: Year = "from", optional;
        /// By when.
        by: Year = "by", optional;
        /// Where it is stated, where that is not the file's source.
        source: Source = "source", optional;
    }
}

string_enum! {
    /// What a target promises.
    pub enum TargetType {
        /// Carbon neutrality.
        CarbonNeutral = "carbon-neutral",
        /// Net zero.
        NetZero = "net-zero",
        /// Electricity from renewable sources.
        RenewableElectricity = "renewable-electricity",
        /// A cut of emissions.
        Reduction = "reduction",
    }
}

/// A comparison to offer.
#[derive(Clone, Debug, PartialEq)]
pub enum EquivalenceChoice {
    /// One of the catalogue.
    Catalogue(&'static Definition),
    /// The file's own.
    Custom(Box<Custom>),
}

impl EquivalenceChoice {
    /// The definition, wherever it comes from.
    #[must_use]
    pub fn definition(&self) -> &Definition {
        match self {
            Self::Catalogue(definition) => definition,
            Self::Custom(custom) => &custom.definition,
        }
    }
}

impl FromJson for EquivalenceChoice {
    fn read(json: &Json, at: &JsonPath<'_>, faults: &mut Faults) -> Option<Self> {
        if matches!(json, Json::Object(_)) {
            return Custom::read(json, at, faults).map(|custom| Self::Custom(Box::new(custom)));
        }
        let found = match json {
            Json::String(id) => factors::find(id),
            _ => None,
        };
        if found.is_none() {
            let known = factors::catalogue().iter().map(|definition| definition.id.as_ref()).collect();
            faults.unexpected(at, json, Expected::Comparison(known));
        }
        found.map(Self::Catalogue)
    }

    fn schema() -> Value {
        let known: Vec<&str> = factors::catalogue().iter().map(|d| d.id.as_ref()).collect();
        serde_json::json!({ "oneOf": [{ "enum": known }, Custom::schema()] })
    }
}

impl Disclosure {
    /// Where each entry stands among the entries, by id.
    #[must_use]
    pub fn places(&self) -> BTreeMap<&str, usize> {
        let mut places = BTreeMap::new();
        for (index, entry) in self.entries.iter().enumerate() {
            places.insert(entry.id.as_str(), index);
        }
        places
    }

    /// The entry of this id.
    #[must_use]
    pub fn entry(&self, id: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id.as_str() == id)
    }

    /// The comparison of this id: the file's own, or the catalogue's.
    #[must_use]
    pub fn equivalence(&self, id: &str) -> Option<&Definition> {
        let own = self.equivalences.iter().map(EquivalenceChoice::definition).find(|d| d.id == id);
        own.or_else(|| factors::find(id))
    }
}
