//! What a word says, as the files of `data/prose` name it. The build script uses this file too.

use serde::Deserialize;

/// What a word or a phrase does in a sentence about emissions.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    // What an amount near it is.
    Reduction,
    Avoided,
    Removal,
    Credit,
    /// A right to emit, which is traded: no emission.
    Allowance,
    /// More than before: none of the kinds of amount that a disclosure has.
    Increase,
    /// A verb of emitting, which outweighs what stands behind the figure.
    Emitted,
    /// "Emissions": of an emission, if nothing else tells.
    Emission,
    /// The text is about emissions.
    Topic,
    /// Something else that comes in tonnes.
    Material,
    /// An amount for each of something, not an amount: "per head".
    Rate,
    /// Makes an amount one for each of something, if a word of emitting follows: "every Briton emits".
    Each,
    /// Another gas than carbon dioxide.
    OtherGas,
    /// Begins another clause.
    Clause,
    /// What stands behind it is compared with, and no amount's own year: "than in", "compared with".
    Than,
    /// What follows is compared with the amount: "as much as".
    Equal,
    MarketBased,
    LocationBased,
    /// Something that is meant to be reached: "target", "by".
    Goal,
    CarbonNeutral,
    NetZero,
    RenewableElectricity,
    /// Says that something is not told: "not disclosed".
    Undisclosed,
    /// Says that somebody checked: "verified by".
    Assured,
    /// Begins the parts of a whole: "of which".
    Parts,

    // How amounts are put into sentences.
    /// Before a level: "to".
    Level,
    /// Behind a level: に.
    LevelAfter,
    /// Before the level left: "from".
    From,
    /// Behind it: から.
    FromAfter,
    /// Before the size of a change: "by".
    By,
    /// Between the two numbers of a range.
    Range,
    Between,
    /// Between the two numbers behind "between".
    And,
    /// Before a number, which it leaves as it is: "about".
    About,
    /// Behind a number or a unit: 左右.
    AboutAfter,
    /// Makes no level of what stands behind "to": "equivalent".
    NotLevel,
    /// Ranges are told behind it, not changes: "ranging".
    Ranging,
    /// Between a unit and a gas.
    Of,
    BeforeGas,
    /// What may stand behind a unit without a gas.
    AfterMass,
    /// Before the number of a thing: "category".
    Label,
    /// Behind an amount for each of what follows.
    Per,
    /// The same where only a thing or a period makes it one: "a".
    A,
    /// What an amount may be for each of behind "a".
    Thing,
    Year,
    Period,
    /// Before a year, which is then no number: "in".
    In,
    Currency,
    /// Makes CO2e of CO2.
    Equivalent,
    Scope,
    /// Joins scopes in a list.
    List,
    /// Joins the first and the last of several scopes.
    Span,
    /// What no "carbon" is.
    NotGas,
}

impl Role {
    /// Whether it says something of the figures near it.
    #[allow(dead_code, reason = "the build script asks")]
    #[must_use]
    pub fn is_cue(self) -> bool {
        self <= Self::Parts
    }
}

/// How certain the meaning of a written unit or gas is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// It has one meaning.
    Certain,
    /// It has two: "tons" are metric or short, `MT` is a metric ton or a megatonne.
    Ambiguous,
    /// It is one of emissions only where a gas stands behind it: pounds are money, `g` and `GT` are other things too.
    WithGas,
}

/// What a name of a gas stands for.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "kebab-case")]
pub enum GasName {
    CarbonDioxide,
    /// Carbon dioxide and what is as warming, by its own name.
    CarbonDioxideEquivalent,
    /// Several gases at once, which are told as CO2e by most.
    Greenhouse,
    /// Carbon itself, or CO2 in short.
    Carbon,
}

/// What is known of a language: one file of `data/prose`.
#[derive(Debug)]
pub struct Words {
    /// Its tag.
    pub tag: &'static str,
    /// Its name in English.
    pub name: &'static str,
    /// What stands between whole and fraction.
    pub decimal: Option<char>,
    /// Separators that some who write it use the other way round.
    pub doubtful: &'static [&'static str],
    /// Frequent words by which a text of it is known.
    pub common: &'static [&'static str],
    /// Words for powers of ten.
    pub scales: &'static [(&'static str, u32)],
    /// Words for numbers.
    pub numbers: &'static [(&'static str, &'static str)],
    /// Words for units: the phrase, the symbol.
    pub units: &'static [(&'static str, &'static str, Certainty)],
    /// Symbols of units, letter case and all.
    pub symbols: &'static [(&'static str, &'static str, Certainty)],
    /// Names of gases.
    pub gases: &'static [(&'static str, GasName)],
    /// Names of the 15 categories of scope 3.
    pub categories: &'static [(&'static str, u8)],
    /// What says something of the figures near it, by first character, longer phrases first.
    pub cues: &'static [(&'static str, Role)],
    /// All words by role.
    pub roles: &'static [(Role, &'static [&'static str])],
}
