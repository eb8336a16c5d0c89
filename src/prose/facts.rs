//! What a text says besides figures: what an amount is compared with, what was assumed for it, what is promised.

use serde::Serialize;

use super::Text;
use super::context::skip_approximators;
use super::cues::{Cue, CueMatch};
use super::number;
use super::role::Role;
use super::visible_text::ends_block;
use crate::disclosure::{Scopes, TargetType};
use crate::quantity::{Decimal, Quantity, Unit};

/// How far behind "as much as" the things that are compared with may stand.
const REACH: usize = 60;

/// A comparison that a text makes: "as much as about 15,000 petrol cars".
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Equivalence {
    /// The number and the thing as a reader of the text sees them.
    pub text: String,
    /// Where it begins in the input, in bytes.
    pub start: usize,
    /// Where it ends in the input, in bytes.
    pub end: usize,
    /// How many.
    pub stated: Decimal,
    /// Whether the text says "about".
    pub approximate: bool,
    /// The comparison of the catalogue, where the thing is one of those.
    pub equivalence: Option<&'static str>,
}

/// A quantity that a comparison rests on: "12,000 km a year", "0.203 kg per kilometre".
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Assumption {
    /// It as a reader of the text sees it.
    pub text: String,
    /// Where it begins in the input, in bytes.
    pub start: usize,
    /// Where it ends in the input, in bytes.
    pub end: usize,
    /// The quantity: `12000 km/yr`.
    #[serde(serialize_with = "as_text")]
    pub quantity: Quantity,
}

/// A promise or a claim of neutrality: "carbon neutral by 2030".
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Goal {
    /// The words for what is promised.
    pub text: String,
    /// Where they begin in the input, in bytes.
    pub start: usize,
    /// Where they end in the input, in bytes.
    pub end: usize,
    /// What is promised.
    #[serde(rename = "type")]
    pub kind: TargetType,
    /// The scopes that the clause names.
    pub scopes: Scopes,
    /// The year that it names.
    pub year: Option<u16>,
    /// Whose it is, as far as the words tell: the beginning of the sentence or clause, where that is a name.
    pub organisation: Option<String>,
    /// Whether it is told as reached, not as promised.
    pub is_reached: bool,
    /// The share that the clause names, in per cent: 100 % renewable electricity.
    pub percent: Option<Decimal>,
}

fn as_text<S: serde::Serializer>(quantity: &Quantity, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&quantity.to_string())
}

/// Things of the catalogue by the words for them.
#[rustfmt::skip]
const THINGS: &[(&str, &str)] = &[
    ("petrol cars", "petrol-car-year"), ("gasoline cars", "petrol-car-year"), ("cars", "petrol-car-year"), ("petrol vehicles", "petrol-car-year"),
    ("汽油车", "petrol-car-year"), ("燃油车", "petrol-car-year"), ("汽車", "petrol-car-year"), ("汽车", "petrol-car-year"), ("小汽车", "petrol-car-year"),
    ("benziner", "petrol-car-year"), ("autos", "petrol-car-year"), ("pkw", "petrol-car-year"), ("voitures", "petrol-car-year"), ("coches", "petrol-car-year"),
    ("automóviles", "petrol-car-year"), ("ガソリン車", "petrol-car-year"), ("乗用車", "petrol-car-year"), ("سيارة", "petrol-car-year"), ("سيارات", "petrol-car-year"),
    ("trees", "tree-year"), ("people", "person-year"), ("households", "home-electricity-year"), ("homes", "home-electricity-year"),
];

impl Text<'_> {
    /// Comparisons with a number of things.
    pub(super) fn equivalences(&self) -> Vec<Equivalence> {
        let mut found: Vec<Equivalence> = Vec::new();
        for cue in self.cues.iter().filter(|cue| cue.kind == Cue::Says(Role::Equal)) {
            let end = cue.end.saturating_add(REACH).min(self.text.len());
            let Some(digits) =
                (cue.end..end).take_while(|at| !self.is_end(*at)).find(|at| self.text.at(*at).is_ascii_digit())
            else {
                continue;
            };
            found.extend(self.equivalence(digits).filter(|new| found.last().is_none_or(|last| last.start < new.start)));
        }
        found
    }

    fn is_end(&self, at: usize) -> bool {
        ends_block(self.text.at(at)) || matches!(self.text.at(at), '。' | '\n')
    }

    fn equivalence(&self, digits: usize) -> Option<Equivalence> {
        let (_, number) = number::read(self.text, digits, &self.lexicon);
        let number = number?;
        let things = (number.end..number.end.saturating_add(12)).take_while(|at| !self.is_end(*at));
        let thing = things
            .filter_map(|at| THINGS.iter().find_map(|(word, id)| Some((*id, self.text.match_at(at, word)?))))
            .next();
        // Without a thing that is counted it may be any amount.
        let (id, end) = thing?;
        let (start, end) = (digits, end);
        let (from, to) = self.text.span(start, end);
        let approximate = skip_approximators(self.text, &self.lexicon, start) < start;
        Some(Equivalence {
            text: self.text.shown(start, end),
            start: from,
            end: to,
            stated: number.times(number.factor)?,
            approximate,
            equivalence: Some(id),
        })
    }

    /// Distances for each year and masses for each distance.
    pub(super) fn assumptions(&self) -> Vec<Assumption> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < self.text.len() {
            let begins = self.text.at(at).is_ascii_digit()
                && !self.text.before(at).is_ascii_alphanumeric()
                && !matches!(self.text.before(at), '.' | ',');
            let assumption = if begins { self.assumption(at) } else { None };
            at = at.saturating_add(1);
            found.extend(assumption);
        }
        found
    }

    fn assumption(&self, at: usize) -> Option<Assumption> {
        const DISTANCES: [&str; 12] = [
            "kilometres",
            "kilometers",
            "kilómetros",
            "kilomètres",
            "kilometer",
            "km",
            "公里",
            "千米",
            "キロメートル",
            "キロ",
            "كيلومتر",
            "كم",
        ];
        let (_, number) = number::read(self.text, at, &self.lexicon);
        let number = number?;
        let value = number.times(number.factor)?;
        let blank = self.text.skip_blank(number.end);
        let distance = |at: usize| DISTANCES.iter().find_map(|word| self.text.match_word_at(at, word));
        let near_before = |words: &[&str]| {
            let from = at.saturating_sub(16);
            words.iter().any(|word| (from..at).any(|place| self.text.match_at(place, word).is_some()))
        };
        if let Some(end) = distance(blank) {
            let rate = self.text.skip_blank(end);
            let per_year = [
                "a year",
                "per year",
                "each year",
                "/year",
                "annually",
                "pro jahr",
                "im jahr",
                "par an",
                "al año",
                "سنويا",
                "/年",
            ];
            let yearly = per_year.iter().any(|word| self.text.match_at(rate, word).is_some())
                || near_before(&["每年", "一年", "年均", "全年", "each drives", "annual", "年間"]);
            return yearly.then(|| self.told(at, end, value, "km/yr")).flatten();
        }
        let (symbol, end, ..) = super::unit::unit(self.text, blank)?;
        let gas = super::unit::gas_behind(self.text, end, &self.lexicon);
        let end = gas.map_or(end, |(_, _, end)| end);
        let rate = self.text.skip_blank(end);
        let per =
            ["a ", "per ", "/", "pro ", "je ", "par ", "por "].iter().find_map(|per| self.text.match_at(rate, per));
        let behind = per.and_then(|after| {
            distance(after)
                .or_else(|| self.text.match_word_at(after, "kilometre"))
                .or_else(|| self.text.match_word_at(after, "kilómetro"))
                .or_else(|| self.text.match_word_at(after, "kilomètre"))
        });
        let before = near_before(&["每公里", "每千米", "1キロ"]);
        match behind {
            Some(end) => self.told(at, end, value, &format!("{symbol}/km")),
            None if before => self.told(at, end, value, &format!("{symbol}/km")),
            None => None,
        }
    }

    fn told(&self, start: usize, end: usize, value: Decimal, unit: &str) -> Option<Assumption> {
        let unit: Unit = unit.parse().ok()?;
        let (from, to) = self.text.span(start, end);
        Some(Assumption {
            text: self.text.shown(start, end),
            start: from,
            end: to,
            quantity: Quantity::new(value, unit),
        })
    }

    /// Promises and claims of neutrality, in order.
    pub(super) fn goals(&self) -> Vec<Goal> {
        let kinds = |cue: &CueMatch| match cue.kind {
            Cue::Says(Role::CarbonNeutral) => Some(TargetType::CarbonNeutral),
            Cue::Says(Role::NetZero) => Some(TargetType::NetZero),
            Cue::Says(Role::RenewableElectricity) => Some(TargetType::RenewableElectricity),
            _ => None,
        };
        let goals = self.cues.iter().enumerate().filter_map(|(place, cue)| Some(self.goal(place, cue, kinds(cue)?)));
        // Renewable electricity is a promise only with a share or a year.
        goals
            .filter(|goal| {
                goal.kind != TargetType::RenewableElectricity || (goal.percent.is_some() && goal.year.is_some())
            })
            .collect()
    }

    fn goal(&self, place: usize, cue: &CueMatch, kind: TargetType) -> Goal {
        let (begin, stop) = self.sentence(place);
        let sentence = self.cues.get(begin..stop).unwrap_or_default();
        let year = |cue: &CueMatch| if let Cue::Year(year) = cue.kind { Some((cue.start, year)) } else { None };
        let years = || sentence.iter().filter_map(year);
        let nearest = years().min_by_key(|(start, _)| start.abs_diff(cue.start)).map(|(_, year)| year);
        let scopes = sentence.iter().fold(Scopes::default(), |all, cue| match cue.kind {
            Cue::Scopes(scopes) => all.with(scopes),
            _ => all,
        });
        let promised = sentence.iter().any(|cue| cue.kind == Cue::Says(Role::Goal))
            || nearest.is_some_and(|year| self.published.is_some_and(|now| year > now));
        let start = begin.checked_sub(1).and_then(|before| self.cues.get(before)).map_or(0, |before| before.end);
        let (from, to) = self.text.span(cue.start, cue.end);
        Goal {
            text: self.text.shown(cue.start, cue.end),
            start: from,
            end: to,
            kind,
            scopes,
            year: nearest,
            organisation: super::names::subject(self.text, start, cue.start),
            is_reached: !promised,
            percent: self.percent(start, cue.start),
        }
    }

    /// The cues of the sentence in which a cue stands.
    pub(super) fn sentence(&self, place: usize) -> (usize, usize) {
        const MOST: usize = 40;
        let ends = |cue: &CueMatch| cue.kind.ends_sentence();
        let first = place.saturating_sub(MOST);
        let begin = self
            .cues
            .get(first..place)
            .unwrap_or_default()
            .iter()
            .rposition(ends)
            .map_or(first, |last| first.saturating_add(last).saturating_add(1));
        let rest = self.cues.get(place..self.cues.len().min(place.saturating_add(MOST))).unwrap_or_default();
        let stop = rest.iter().position(ends).unwrap_or(rest.len());
        (begin, place.saturating_add(stop))
    }

    /// A share right before a place.
    fn percent(&self, start: usize, before: usize) -> Option<Decimal> {
        let from = start.max(before.saturating_sub(14));
        let sign = (from..before).rev().find(|at| self.text.at(*at) == '%')?;
        let mut first = sign;
        while self.text.before(first) == ' '
            || self.text.before(first).is_ascii_digit()
            || matches!(self.text.before(first), '.' | ',')
        {
            first = first.saturating_sub(1);
        }
        while self.text.at(first) == ' ' {
            first = first.saturating_add(1);
        }
        let (_, number) = number::read(self.text, first, &self.lexicon);
        number.map(|number| number.written)
    }
}
