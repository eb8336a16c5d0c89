//! The report's names, findings and steps in words: what a view and a static page say alike.

use super::{Argument, Locale, Plural};
use crate::claim::{CheckedEquivalence, CheckedNeutrality, CheckedTarget, Solution};
use crate::disclosure::{Basis, EntryKind, Scopes, TargetType, Text};
use crate::equivalence::AssumptionState;
use crate::factors::Kind;
use crate::msg;
use crate::quantity::{Decimal, Gas, Quantity, place, round_at, round_to_digits};
use crate::report::{ComparedAmount, EntryRow, Finding, Offer, Param, ShownComparison};

/// The decimals of an assumption's value that are shown as they are: no publisher in the catalogue states more.
const MOST_DECIMALS: u32 = 5;

/// The same of a thousand and more.
const MOST_OF_THOUSANDS: u32 = 2;

impl Locale {
    /// A text of the file in this language.
    #[must_use]
    pub fn of_file(&self, text: &Text) -> String {
        text.in_language(self.tag()).to_owned()
    }

    /// "scopes 1 and 2".
    #[must_use]
    pub fn scopes(&self, scopes: Scopes) -> String {
        let items: Vec<String> = scopes.iter().map(|scope| self.text(&format!("scopes.item.{scope}"), &[])).collect();
        let n = Argument::Number(Decimal::from(items.len()));
        self.text(msg!("scopes.list"), &[("n", n), ("list", Argument::List(items))])
    }

    /// The name of a comparison, as lists have it.
    #[must_use]
    pub fn equivalence(&self, id: &str, own: Option<&Text>) -> String {
        own.map_or_else(|| self.text(&format!("equivalence.{id}.name"), &[]), |own| self.of_file(own))
    }

    /// The name of an assumption.
    #[must_use]
    pub fn assumption(&self, equivalence: &str, id: &str, own: Option<&Text>) -> String {
        own.map_or_else(
            || self.text(&format!("equivalence.{equivalence}.assumption.{id}"), &[]),
            |own| self.of_file(own),
        )
    }

    /// The name of an assumption of the comparison shown.
    #[must_use]
    pub fn assumption_of(&self, shown: &ShownComparison, index: usize) -> String {
        let id = shown.comparison.assumptions.get(index).map_or("", |assumption| assumption.id.as_str());
        self.assumption(&shown.comparison.id, id, shown.assumption_labels.get(index))
    }

    /// An assumption's value with its unit, as the sentence has it: what the sentence says in words ("a year", "per
    /// kilometre") is left out of a catalogue comparison's unit.
    #[must_use]
    pub fn assumption_value(&self, shown: &ShownComparison, assumption: &AssumptionState, value: Decimal) -> String {
        let is_own = shown.label.is_some();
        let unit = if is_own { assumption.unit } else { assumption.unit.split().0 };
        // A number converted from another unit has digits that nobody stated: 17,569.208448 km.
        let value = match value.scale() {
            scale if scale > MOST_OF_THOUSANDS && value >= Decimal::ONE_THOUSAND => round_at(&value, 0),
            scale if scale > MOST_DECIMALS => round_to_digits(&value, 5),
            _ => value,
        };
        self.argument(&Argument::Short(Quantity::new(value, unit)))
    }

    /// A preset's name.
    #[must_use]
    pub fn preset(&self, id: &str) -> String {
        self.text(&format!("preset.{id}"), &[])
    }

    /// The gas as a sentence has it: CO₂, 二氧化碳当量.
    #[must_use]
    pub fn gas(&self, gas: Gas) -> String {
        self.text(&format!("gas.{}", gas.symbol()), &[])
    }

    /// The number of the headline with what is counted: "15,600 petrol cars".
    #[must_use]
    pub fn count(&self, shown: &ShownComparison, value: &Decimal) -> String {
        let n = Argument::Rounded(*value);
        let number = self.argument(&n);
        self.joined(msg!("headline.count"), &[("number", &number), ("things", &self.things(shown, n))])
    }

    /// The count as it was before rounding, with the decimals that its digits before the point leave room for, and
    /// never in words of scale: "15,562.3 petrol cars".
    #[must_use]
    pub fn exact_count(&self, shown: &ShownComparison) -> String {
        let value = &shown.comparison.result.central.value;
        let n = Argument::Number(if *value >= Decimal::ONE_THOUSAND { round_at(value, -1) } else { *value });
        let number = self.argument(&n);
        self.joined(msg!("headline.count"), &[("number", &number), ("things", &self.things(shown, n))])
    }

    /// The count as it was before rounding, in a sentence.
    #[must_use]
    pub fn exactly(&self, shown: &ShownComparison) -> String {
        self.joined(msg!("render.exact"), &[("count", &self.exact_count(shown))])
    }

    /// What is counted, in the form that goes with the number `n`: "petrol cars".
    #[must_use]
    pub fn things(&self, shown: &ShownComparison, n: Argument) -> String {
        let Some(own) = &shown.label else {
            return self.text(&format!("equivalence.{}.things", shown.comparison.id), &[("n", n)]);
        };
        let one = shown.label_one.as_ref().filter(|_| self.plural(&n) == Plural::One);
        self.argument(&Argument::Text(self.of_file(one.unwrap_or(own))))
    }

    /// The key of the line above the headline's number: by the comparison's kind where that changes the words, else
    /// by what sort of amount it is.
    #[must_use]
    pub fn headline_key(compared: &ComparedAmount, shown: &ShownComparison) -> &'static str {
        match (shown.comparison.kind, compared.kind) {
            (Kind::Benchmark, _) => msg!("headline.benchmark"),
            (Kind::Physical, _) => msg!("headline.physical"),
            (Kind::Avoids, _) => msg!("headline.avoids"),
            (Kind::Removes, _) => msg!("headline.removes"),
            (Kind::Emits, Some(EntryKind::Emission)) => msg!("headline.emission"),
            (Kind::Emits, Some(EntryKind::Reduction)) => msg!("headline.reduction"),
            (Kind::Emits, Some(EntryKind::Avoided)) => msg!("headline.avoided"),
            (Kind::Emits, Some(EntryKind::Removal)) => msg!("headline.removal"),
            (Kind::Emits, Some(EntryKind::Credit)) => msg!("headline.credit"),
            (Kind::Emits, None) => msg!("headline.plain"),
        }
    }

    /// The amount compared: "37,909.87 tonnes of CO₂e", "at least 23,159.54 tonnes of CO₂e", or a range.
    #[must_use]
    pub fn compared_amount(&self, compared: &ComparedAmount) -> String {
        let amount = self.range(&compared.amount);
        let amount = if compared.at_least { self.filled(msg!("number.at-least"), &amount) } else { amount };
        match compared.basis {
            None | Some(Basis::Measured) => amount,
            Some(Basis::Estimated | Basis::EstimatedBeforehand) => self.filled(msg!("number.estimated"), &amount),
            Some(Basis::Projected) => self.filled(msg!("number.projected"), &amount),
            Some(Basis::Target) => self.filled(msg!("number.target"), &amount),
        }
    }

    /// An amount with its range, where it has one.
    #[must_use]
    pub fn range(&self, range: &crate::quantity::Range) -> String {
        let words = |quantity: &Quantity| self.argument(&Argument::Quantity(*quantity));
        if range.is_exact() {
            return words(&range.central);
        }
        self.joined(msg!("number.range"), &[("low", &words(&range.low)), ("high", &words(&range.high))])
    }

    /// A message whose `{n}` is text that was made already.
    #[must_use]
    pub fn filled(&self, key: &str, text: &str) -> String {
        self.joined(key, &[("n", text)])
    }

    /// A finding in a plain sentence.
    #[must_use]
    pub fn finding(&self, finding: &Finding) -> String {
        let arguments: Vec<(&str, Argument)> =
            finding.kind.params().iter().map(|(name, value)| (*name, self.param(value))).collect();
        self.text(&format!("finding.{}", finding.code()), &arguments)
    }

    fn param(&self, param: &Param) -> Argument {
        match param {
            Param::Quantity(quantity) => Argument::Quantity(*quantity),
            Param::Number(number) => Argument::Number(*number),
            Param::Rounded(number) => Argument::Rounded(*number),
            Param::Percent(share) => Argument::Percent(*share),
            Param::Text(text) => Argument::Text(self.of_file(text)),
            Param::Scopes(scopes) => Argument::Text(self.scopes(*scopes)),
            Param::Categories(numbers) => Argument::List(numbers.iter().map(ToString::to_string).collect()),
            Param::Equivalence(id, own) => Argument::Text(self.equivalence(id, own.as_ref())),
            Param::Assumption(equivalence, id, own) => Argument::Text(self.assumption(equivalence, id, own.as_ref())),
            Param::Boundary(boundary) => Argument::Text(self.text(&format!("boundary.{}", boundary.id()), &[])),
            Param::Period(period) => Argument::Period(*period),
        }
    }

    /// The stated number against the computed one, in a sentence.
    #[must_use]
    pub fn claim(&self, claim: &CheckedEquivalence) -> String {
        let mut arguments = Vec::new();
        if let (Some(computed), Some(judged)) = (claim.computed, claim.judged) {
            // One digit more than is stated, so that "8.7, rounded" does not stand beside 8.7; and of a small number two
            // that count, or nothing would be left of it.
            let least = u32::try_from(place(&computed, 2).saturating_neg()).unwrap_or_default();
            let digits = claim.stated.scale().saturating_add(1).max(least);
            arguments.push(("computed", Argument::Number(super::rounded(&computed, digits).normalize())));
            arguments.push(("difference", Argument::Percent(judged.difference.abs())));
            arguments.push(("digits", Argument::Number(judged.digits.into())));
            arguments.push(("nearest", Argument::Number(judged.nearest)));
        }
        self.text(&format!("claim.{}", claim.verdict.id()), &arguments)
    }

    /// Sentences after each other: with a space where the language puts one.
    #[must_use]
    pub fn sentences(&self, sentences: &[String]) -> String {
        // Not `join`: another copy of that would be two hundred bytes more to download.
        let mut text = String::new();
        for sentence in sentences {
            if !text.is_empty() {
                text.push_str(self.between_sentences());
            }
            text.push_str(sentence);
        }
        text
    }

    /// What the language puts between two sentences.
    #[must_use]
    pub fn between_sentences(&self) -> &str {
        self.messages.plain(msg!("ui.sentence-gap")).unwrap_or(" ")
    }

    /// "The source says 15,000."
    #[must_use]
    pub fn stated(&self, claim: &CheckedEquivalence) -> String {
        self.text(msg!("claim.stated"), &[("stated", Argument::stated(claim.stated))])
    }

    /// "It would be exact with … at …."
    #[must_use]
    pub fn solution(&self, shown: Option<&ShownComparison>, claim: &CheckedEquivalence, solution: &Solution) -> String {
        let own = shown.filter(|shown| shown.comparison.id == claim.equivalence);
        let label = own.and_then(|shown| {
            let index = shown.comparison.assumptions.iter().position(|a| a.id == solution.assumption)?;
            shown.assumption_labels.get(index)
        });
        let name = self.assumption(&claim.equivalence, &solution.assumption, label);
        let value = Argument::Short(Quantity::new(solution.rounded, solution.unit));
        self.text(msg!("claim.solve"), &[("assumption", Argument::Text(name)), ("value", value)])
    }

    /// What "carbon neutral" or "net zero" covers, the emissions before credits, and the credits that it rests on.
    #[must_use]
    pub fn neutrality(&self, claim: &CheckedNeutrality) -> String {
        let mut sentences = vec![match (claim.scopes, claim.is_net_zero) {
            (Some(scopes), is_net_zero) => {
                let key = match (is_net_zero, scopes == Scopes::ALL) {
                    (true, _) => msg!("render.net-zero-covers"),
                    (false, true) => msg!("render.neutral-covers-all"),
                    (false, false) => msg!("render.neutral-covers"),
                };
                self.joined(key, &[("scopes", &self.scopes(scopes))])
            }
            (None, true) => self.text(msg!("render.net-zero-vague"), &[]),
            (None, false) => self.text(msg!("render.neutral-vague"), &[]),
        }];
        if let Some(gross) = &claim.gross {
            sentences.push(self.joined(msg!("render.before-credits"), &[("amount", &self.range(gross))]));
        }
        match &claim.offset {
            Some(offset) => {
                let amount = self.argument(&Argument::Quantity(*offset));
                sentences.push(self.joined(msg!("render.rests-on"), &[("amount", &amount)]));
            }
            None if !claim.credits.is_empty() => sentences.push(self.text(msg!("render.rests-on-unknown"), &[])),
            None => {}
        }
        self.sentences(&sentences)
    }

    /// A target in a line: who, what, when.
    #[must_use]
    pub fn target(&self, target: &CheckedTarget) -> String {
        let what = self.target_what(target);
        let coverage = match (&target.scopes, &target.covers) {
            (Some(scopes), _) => Some(self.scopes(*scopes)),
            (None, Some(covers)) => Some(self.of_file(covers)),
            (None, None) => None,
        };
        let mut arguments = vec![
            ("organisation", Argument::Text(self.of_file(&target.organisation))),
            ("what", Argument::Text(what)),
            ("when", Argument::Text(self.target_when(target))),
        ];
        match coverage {
            Some(coverage) => {
                arguments.push(("coverage", Argument::Text(coverage)));
                self.text(msg!("target.line-for"), &arguments)
            }
            None => self.text(msg!("target.line"), &arguments),
        }
    }

    /// What a target promises: "100% renewable electricity".
    #[must_use]
    pub fn target_what(&self, target: &CheckedTarget) -> String {
        let share = target.share.map(|share| ("share", Argument::Percent(share.0)));
        let base = target.base_year.map(|year| ("base", Argument::Year(year.0)));
        match (target.kind, share, base) {
            (TargetType::RenewableElectricity, Some(share), _) => {
                self.text(msg!("target.renewable-electricity-share"), &[share])
            }
            (TargetType::Reduction, Some(share), Some(base)) => {
                self.text(msg!("target.reduction-share-base"), &[share, base])
            }
            (TargetType::Reduction, Some(share), None) => self.text(msg!("target.reduction-share"), &[share]),
            (kind, _, _) => self.text(&format!("target.{}", kind.id()), &[]),
        }
    }

    /// When a target is for: "by 2030".
    #[must_use]
    pub fn target_when(&self, target: &CheckedTarget) -> String {
        match (target.by, target.from) {
            (Some(by), _) => self.text(msg!("target.by"), &[("year", Argument::Year(by.0))]),
            (None, Some(from)) => self.text(msg!("target.from"), &[("year", Argument::Year(from.0))]),
            (None, None) => self.text(msg!("target.undated"), &[]),
        }
    }

    /// The whole comparison as one sentence: headline and assumptions.
    #[must_use]
    pub fn sentence(&self, compared: &ComparedAmount, shown: &ShownComparison) -> String {
        let amount = ("amount", Argument::Text(self.compared_amount(compared)));
        let head = self.text(Self::headline_key(compared, shown), &[amount]);
        let count = self.count(shown, &shown.comparison.rounded);
        let rest: String = self
            .sentence_parts(shown)
            .into_iter()
            .map(|part| match part {
                super::Part::Text(text) => text,
                super::Part::Slot(id) => shown
                    .comparison
                    .assumptions
                    .iter()
                    .find(|assumption| assumption.id == id)
                    .map_or(id, |assumption| self.assumption_value(shown, assumption, assumption.value)),
            })
            .collect();
        // Without a sentence of its own, what a file's comparison assumes stands in brackets.
        let rest = if shown.label.is_some() { format!("({rest})") } else { rest };
        let whole = self.joined(msg!("headline.whole"), &[("head", &head), ("count", &count), ("rest", &rest)]);
        self.capitalised(&whole)
    }

    /// The sentence under the headline in pieces, with a slot for each adjustable assumption.
    #[must_use]
    pub fn sentence_parts(&self, shown: &ShownComparison) -> Vec<super::Part> {
        let comparison = &shown.comparison;
        if shown.label.is_none() {
            let gas = ("gas", Argument::Text(self.gas(comparison.gas)));
            return self.parts(&format!("equivalence.{}.sentence", comparison.id), &[gas]);
        }
        // The file's own comparison has no sentence in every language: its assumptions stand in a list.
        let mut parts = Vec::new();
        for (index, assumption) in comparison.assumptions.iter().enumerate() {
            if index > 0 {
                parts.push(super::Part::Text(self.text(msg!("ui.separator"), &[])));
            }
            let name = self.assumption_of(shown, index);
            for part in self.pieces(msg!("headline.own")) {
                parts.push(match part {
                    super::Part::Slot(slot) if slot == "name" => super::Part::Text(name.clone()),
                    super::Part::Slot(_) => super::Part::Slot(assumption.id.clone()),
                    text => text,
                });
            }
        }
        parts
    }

    /// The name of an offer.
    #[must_use]
    pub fn offer(&self, offer: &Offer) -> String {
        self.equivalence(&offer.id, offer.label.as_ref())
    }

    /// An entry's name in lists.
    #[must_use]
    pub fn entry(&self, entry: &EntryRow) -> String {
        self.of_file(&entry.label)
    }

    /// A caution's sentence.
    #[must_use]
    pub fn caution(&self, code: &str) -> String {
        self.text(&format!("caution.{code}"), &[])
    }
}
