use serde::Serialize;

use super::count;
use crate::factors::formula::{Operand, Term};
use crate::factors::{Boundary, Definition, Kind, Note, Preset, Source, Status};
use crate::quantity::{
    Arithmetic, Decimal, Error, Gas, Quantity, Range, Unit, digits_supported, place, round_at, round_to_digits,
};

/// The values that an article states, in the definition's order; `None` where it is silent.
pub type ArticleValues = [Option<Decimal>];

/// What the reader, or whoever embeds the widget, chose for one comparison.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// The preset that whoever embeds the widget chose as the one that a reader's values are told from; the article's
    /// values, or the definition's default, where there is none.
    pub base: Option<String>,
    /// The preset that the reader chose; the base's values where there is none.
    pub preset: Option<String>,
    /// Values set by hand, by the assumption's id, in the assumption's unit.
    pub set: Vec<(String, Decimal)>,
}

/// Where an assumption's value comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Provenance {
    /// The source; none for a value that the reader set or the article states.
    pub source: Option<Source>,
    /// How it was checked.
    pub status: Status,
    /// The arithmetic or the caveat.
    pub note: Note,
}

/// One assumption as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AssumptionState {
    /// Its id.
    pub id: String,
    /// Its value now.
    pub value: Decimal,
    /// The unit of all values here.
    pub unit: Unit,
    /// The lowest plausible value.
    pub min: Decimal,
    /// The highest plausible value.
    pub max: Decimal,
    /// The step of a slider.
    pub step: Decimal,
    /// The value of the article, of the default preset where the article is silent, or of the preset that whoever
    /// embeds the widget chose.
    pub base: Decimal,
    /// Whether `value` is another than `base`.
    pub changed: bool,
    /// Whether `value` is outside its plausible range.
    pub unusual: bool,
    /// Whether readers may change it.
    pub adjustable: bool,
    /// Where the value comes from.
    pub provenance: Provenance,
}

/// Results from lowest to highest, with the presets that give them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Span {
    /// The lowest result.
    pub low: Decimal,
    /// The preset that gives it; none where limits do.
    pub low_preset: Option<String>,
    /// The highest result.
    pub high: Decimal,
    /// The preset that gives it.
    pub high_preset: Option<String>,
    /// `low`, rounded at the headline's place.
    pub low_rounded: Decimal,
    /// `high`, rounded at the headline's place.
    pub high_rounded: Decimal,
}

/// An equivalence worked out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// The definition's id.
    pub id: String,
    /// How the thing relates to emissions.
    pub kind: Kind,
    /// What the thing's numbers count.
    pub gas: Gas,
    /// What part of the thing's life its numbers count.
    pub boundary: Boundary,
    /// The preset whose values these are; `None` where somebody set others.
    pub preset: Option<String>,
    /// The preset that `base` values come from: `article`, or a preset's id.
    pub base_preset: String,
    /// Every preset on offer, in order.
    pub presets: Vec<String>,
    /// The count that each of them gives, in the same order.
    #[serde(skip)]
    pub preset_results: Vec<Decimal>,
    /// The count, with the range that the amount's own range gives.
    pub result: Range,
    /// The count as a headline has it.
    pub rounded: Decimal,
    /// How many significant digits that has.
    pub digits: u32,
    /// The counts that the base values give, for comparison when something is changed.
    pub base_result: Decimal,
    /// `base_result` as a headline has it.
    pub base_rounded: Decimal,
    /// Over the presets.
    pub across_presets: Span,
    /// Over every assumption's plausible range, all at once.
    pub across_limits: Span,
    /// The assumptions, in order.
    pub assumptions: Vec<AssumptionState>,
    /// Codes of the cautions to show.
    pub cautions: Vec<&'static str>,
    /// What one mark of a pictogram stands for, and how many marks there are.
    pub pictogram: Pictogram,
}

/// A picture in round units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Pictogram {
    /// How many things one mark stands for: 1, 2 or 5 times a power of ten.
    pub each: Decimal,
    /// How many whole marks.
    pub whole: u32,
    /// The share of the last mark, from 0 to 1.
    pub part: Decimal,
}

struct Start<'a> {
    id: String,
    values: Vec<Decimal>,
    preset: Option<&'a Preset>,
    /// Which values the article itself states.
    stated: Vec<bool>,
}

impl Comparison {
    /// Works out `definition` for `amount`.
    ///
    /// # Errors
    /// [`Error::Empty`] where the definition has no preset and the article no values, or `choice` names a preset or
    /// assumption that there is not; any error of the arithmetic.
    pub fn new(
        definition: &Definition,
        article: Option<&ArticleValues>,
        amount: &Range,
        choice: &Choice,
    ) -> Result<Self, Error> {
        let base = start(definition, article, choice.base.as_deref())?;
        let begun = start(definition, article, choice.preset.as_deref().or(choice.base.as_deref()))?;
        let mut values = begun.values.clone();
        for (id, value) in &choice.set {
            let index = definition.assumption(id).ok_or(Error::Empty)?;
            *values.get_mut(index).ok_or(Error::Empty)? = *value;
        }
        let counted = |amount: &Quantity, values: &[Decimal]| count(definition, amount, values);
        let result = Range {
            low: counted(&amount.low, &values)?,
            central: counted(&amount.central, &values)?,
            high: counted(&amount.high, &values)?,
        };
        let across = preset_results(definition, article, amount);
        let across_presets =
            Ends::of(across.iter().map(|(id, value)| (Some(id.as_str()), *value)), result.central.value);
        let digits = digits_supported(
            &across_presets.low.1.min(result.low.value),
            &across_presets.high.1.max(result.high.value),
        );
        let at = place(&result.central.value, digits);
        let base_result = counted(&amount.central, &base.values)?.value;
        let assumptions = assumption_states(definition, &values, &base, &begun);
        let unset = values == begun.values;
        Ok(Self {
            id: definition.id.to_string(),
            kind: definition.kind,
            gas: begun.preset.map_or(Gas::CO2e, |preset| preset.gas),
            boundary: begun.preset.map_or(Boundary::NOT_APPLICABLE, |preset| preset.boundary),
            preset: unset.then_some(begun.id),
            base_preset: base.id,
            preset_results: across.iter().map(|(_, result)| *result).collect(),
            presets: across.into_iter().map(|(id, _)| id).collect(),
            result,
            rounded: round_to_digits(&result.central.value, digits),
            digits,
            base_result,
            base_rounded: round_to_digits(&base_result, digits),
            across_presets: across_presets.span(at),
            across_limits: limit_ends(definition, &amount.central, result.central.value).span(at),
            cautions: definition.cautions.to_vec(),
            pictogram: pictogram(&result.central.value),
            assumptions,
        })
    }

    /// How many significant digits the published results have beside each other, whatever a reader sets.
    #[must_use]
    pub fn published_digits(&self) -> u32 {
        let ends = self.preset_results.iter().min().zip(self.preset_results.iter().max());
        ends.map_or(self.digits, |(low, high)| digits_supported(low, high))
    }

    /// The values of the assumptions, in order.
    #[must_use]
    pub fn values(&self) -> Vec<Decimal> {
        self.assumptions.iter().map(|assumption| assumption.value).collect()
    }

    /// Whether a reader changed anything.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.assumptions.iter().any(|assumption| assumption.changed)
    }
}

/// The values of a preset, of the article (its gaps filled from the default), or of the default.
fn start<'a>(
    definition: &'a Definition,
    article: Option<&ArticleValues>,
    preset: Option<&str>,
) -> Result<Start<'a>, Error> {
    let default = definition.default_preset().ok_or(Error::Empty)?;
    let article = match preset {
        None | Some("article") => article,
        Some(_) => None,
    };
    let from = match preset {
        None | Some("article") => default,
        Some(id) => definition.preset(id).ok_or(Error::Empty)?,
    };
    let own: Vec<Decimal> = from.values.iter().map(|v| v.value).collect();
    let Some(stated) = article else {
        let stated = vec![false; own.len()];
        return Ok(Start { id: from.id.to_string(), values: own, preset: Some(from), stated });
    };
    let values = own.iter().enumerate().map(|(i, value)| stated.get(i).copied().flatten().unwrap_or(*value)).collect();
    let stated = own.iter().enumerate().map(|(i, _)| stated.get(i).copied().flatten().is_some()).collect();
    Ok(Start { id: "article".to_owned(), values, preset: Some(from), stated })
}

/// The result of each preset, the article's first.
fn preset_results(definition: &Definition, article: Option<&ArticleValues>, amount: &Range) -> Vec<(String, Decimal)> {
    let article_first = article.map(|_| "article").into_iter();
    let ids = article_first.chain(definition.presets.iter().map(|preset| preset.id.as_ref()));
    let mut results: Vec<(String, Decimal)> = Vec::new();
    for id in ids {
        if results.iter().any(|(held, _)| held == id) {
            continue;
        }
        let begun = start(definition, article, Some(id));
        if let Ok(counted) = begun.and_then(|begun| count(definition, &amount.central, &begun.values)) {
            results.push((id.to_owned(), counted.value));
        }
    }
    results
}

struct Ends {
    low: (Option<String>, Decimal),
    high: (Option<String>, Decimal),
}

impl Ends {
    /// The lowest and highest; `otherwise` where there is none.
    fn of<'a>(results: impl Iterator<Item = (Option<&'a str>, Decimal)>, otherwise: Decimal) -> Self {
        let mut ends: Option<Self> = None;
        for (id, value) in results {
            let named = (id.map(str::to_owned), value);
            ends = Some(match ends {
                None => Self { low: named.clone(), high: named },
                Some(held) => Self {
                    low: if value < held.low.1 { named.clone() } else { held.low },
                    high: if value > held.high.1 { named } else { held.high },
                },
            });
        }
        ends.unwrap_or(Self { low: (None, otherwise), high: (None, otherwise) })
    }

    fn span(self, at: i32) -> Span {
        let nearest = |value: &Decimal| {
            // A place that would round an end to nothing is too coarse for it.
            let rounded = round_at(value, at);
            if rounded.is_zero() { round_to_digits(value, 1) } else { rounded }
        };
        Span {
            low_rounded: nearest(&self.low.1),
            high_rounded: nearest(&self.high.1),
            low: self.low.1,
            low_preset: self.low.0,
            high: self.high.1,
            high_preset: self.high.0,
        }
    }
}

/// The results where every assumption is at the end of its plausible range that gives the least, and the most.
fn limit_ends(definition: &Definition, amount: &Quantity, otherwise: Decimal) -> Ends {
    let values = |most: bool| -> Vec<Decimal> {
        let inverse = |index: usize| {
            let is_it = |term: &&Term| term.operand == Operand::Assumption(index);
            definition.terms.iter().find(is_it).is_some_and(|term| term.inverse)
        };
        let end = |(index, a): (usize, &crate::factors::Assumption)| match inverse(index) == most {
            true => a.min,
            false => a.max,
        };
        definition.assumptions.iter().enumerate().map(end).collect()
    };
    let at = |most: bool| count(definition, amount, &values(most)).map_or(otherwise, |counted| counted.value);
    Ends { low: (None, at(false)), high: (None, at(true)) }
}

fn assumption_states(
    definition: &Definition,
    values: &[Decimal],
    base: &Start<'_>,
    begun: &Start<'_>,
) -> Vec<AssumptionState> {
    let state = |(index, a): (usize, &crate::factors::Assumption)| {
        let value = *values.get(index)?;
        let begun_value = *begun.values.get(index)?;
        let base_value = *base.values.get(index)?;
        let from = begun.preset.and_then(|preset| preset.values.get(index));
        let is_stated = begun.stated.get(index).copied().unwrap_or(false);
        let provenance = match from {
            Some(from) if value == begun_value && !is_stated => Provenance {
                source: Some(from.source.clone().into_owned()),
                status: from.status,
                note: from.note.clone(),
            },
            _ => {
                let status = if value == begun_value { Status::Stated } else { Status::Unverified };
                Provenance { source: None, status, note: Note::default() }
            }
        };
        Some(AssumptionState {
            id: a.id.to_string(),
            value,
            unit: a.unit,
            min: a.min,
            max: a.max,
            step: a.step,
            base: base_value,
            changed: value != base_value,
            unusual: value < a.min || value > a.max,
            adjustable: a.is_adjustable(),
            provenance,
        })
    };
    definition.assumptions.iter().enumerate().filter_map(state).collect()
}

/// The most marks that a pictogram has.
const MOST_MARKS: u32 = 200;

/// The smallest round unit (1, 2 or 5 times a power of ten) that leaves no more than
/// [`MOST_MARKS`] marks: between 80 and 200 where the count is that large.
fn pictogram(count: &Decimal) -> Pictogram {
    let mut each = Decimal::ONE;
    let mut factors = [Decimal::TWO, Decimal::new(25, 1), Decimal::TWO].into_iter().cycle();
    // 1, 2, 5, 10, 20, 50 …: up to 10^28 there are fewer than a hundred.
    for _ in 0..90 {
        let marks = count.quotient(each).unwrap_or_default();
        if marks <= Decimal::from(MOST_MARKS) {
            break;
        }
        let Some(next) = factors.next().and_then(|factor| each.product(factor)) else { break };
        each = next.normalize();
    }
    let marks = count.quotient(each).unwrap_or_default().min(Decimal::from(MOST_MARKS));
    let whole = marks.trunc();
    Pictogram {
        each,
        whole: u32::try_from(whole).unwrap_or(0),
        part: marks.difference(whole).unwrap_or_default().round_dp(2),
    }
}
