use std::rc::Rc;

use super::offered::{self, Offer, ShownComparison};
use super::{Analysis, Choices, ComparedAmount, Finding, HostDefaults, SourceCard, findings, sources};
use crate::equivalence::{Sensitivity, Step, is_off_scale, neighbour, sensitivity, working};
use crate::factors::Definition;
use crate::quantity::Decimal;

/// What a reader does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Set an assumption of the comparison shown, in the assumption's unit.
    Set {
        /// The assumption's id.
        assumption: String,
        /// The new value.
        value: Decimal,
    },
    /// Put one assumption back to the article's value.
    Unset {
        /// The assumption's id.
        assumption: String,
    },
    /// Start the comparison shown from another preset.
    Preset(String),
    /// Show another comparison.
    Show(String),
    /// Go back to the article's numbers; the comparison shown stays.
    Reset,
}

/// An analysis and a reader's choices over it, with the comparison that they give. Pure: [`apply`](Self::apply) gives the
/// next session and leaves this one as it is. Clones share what has not changed.
///
/// ```
/// use std::rc::Rc;
/// use emissions_calculator::{disclosure::Disclosure, quantity::Decimal, report::{Action, Analysis, Session}};
/// let file = Disclosure::read(include_str!("../../data/disclosures/ant-group-2021.json")).map_err(|f| f[0].clone())?;
/// let session = Session::new(Rc::new(Analysis::of_file(file)), Default::default());
/// let further = Action::Set { assumption: "distance".to_owned(), value: Decimal::from(15_000) };
/// let rounded = |session: &Session| session.shown().map(|shown| shown.comparison.rounded);
/// assert_eq!(rounded(&session), Some(Decimal::from(15_600)));
/// assert_eq!(session.apply(&further).as_ref().and_then(rounded), Some(Decimal::from(12_400)));
/// # Ok::<(), emissions_calculator::disclosure::Fault>(())
/// ```
#[derive(Clone, Debug)]
pub struct Session {
    analysis: Rc<Analysis>,
    choices: Choices,
    shown: Option<Rc<ShownComparison>>,
    offers: Vec<Rc<Offer>>,
    first: Option<String>,
}

impl PartialEq for Session {
    /// Whether both show the same; analyses are the same where they are one.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.analysis, &other.analysis) && self.choices == other.choices
    }
}

impl HostDefaults {
    /// What an element's attributes choose. A preset that the comparison shown does not have is passed over.
    #[must_use]
    pub fn named(analysis: &Rc<Analysis>, equivalence: Option<&str>, preset: Option<&str>) -> Self {
        let host = Self { equivalence: equivalence.map(str::to_owned), preset: None };
        let Some(preset) = preset else { return host };
        let session = Session::new(analysis.clone(), host.clone());
        let shown = session.shown().filter(|shown| shown.comparison.presets.iter().any(|one| one == preset));
        Self { preset: shown.map(|shown| (shown.comparison.id.clone(), preset.to_owned())), ..host }
    }
}

impl Session {
    /// As [`new`](Self::new), with what an element's attributes name.
    #[must_use]
    pub fn of_host(analysis: Rc<Analysis>, equivalence: Option<&str>, preset: Option<&str>) -> Rc<Self> {
        let host = HostDefaults::named(&analysis, equivalence, preset);
        Rc::new(Self::new(analysis, host))
    }

    /// A session in which the reader has not chosen anything yet.
    #[must_use]
    pub fn new(analysis: Rc<Analysis>, host: HostDefaults) -> Self {
        Self::with_choices(analysis, Choices { host, ..Choices::default() })
    }

    /// A session with these choices. What names a comparison, preset or assumption that there is not is passed over.
    #[must_use]
    pub fn with_choices(analysis: Rc<Analysis>, choices: Choices) -> Self {
        let Some(compared) = &analysis.compared else {
            return Self { analysis, choices, shown: None, offers: Vec::new(), first: None };
        };
        let offers = offered::all(&analysis.input, compared, &choices);
        let is_offered = |id: &String| offers.iter().any(|offer| offer.id == *id);
        let proposed = choices.host.equivalence.clone().filter(is_offered);
        let proposed = proposed.or_else(|| analysis.claimed_equivalence().filter(is_offered));
        let first = proposed.or_else(|| offers.first().map(|offer| offer.id.clone()));
        let wanted = choices.equivalence.clone().filter(is_offered).or_else(|| first.clone());
        let shown = wanted.and_then(|id| offered::one(&analysis.input, compared, &choices, &id)).map(Rc::new);
        Self { analysis, choices, shown, offers, first }
    }

    /// What follows from the file alone.
    #[must_use]
    pub const fn analysis(&self) -> &Rc<Analysis> {
        &self.analysis
    }

    /// What the host and the reader chose.
    #[must_use]
    pub const fn choices(&self) -> &Choices {
        &self.choices
    }

    /// The comparison shown; none where no amount is disclosed.
    #[must_use]
    pub const fn shown(&self) -> Option<&Rc<ShownComparison>> {
        self.shown.as_ref()
    }

    /// The comparisons on offer, in order.
    #[must_use]
    pub fn offers(&self) -> &[Rc<Offer>] {
        &self.offers
    }

    /// The comparison that is shown where the reader chose none.
    #[must_use]
    pub fn first(&self) -> Option<&str> {
        self.first.as_deref()
    }

    /// The amount and the comparison, where there is one.
    #[must_use]
    pub fn compared(&self) -> Option<(&ComparedAmount, &ShownComparison)> {
        Some((self.analysis.compared.as_ref()?, self.shown.as_deref()?))
    }

    /// A comparison on offer as it would be shown.
    #[must_use]
    pub fn comparison(&self, id: &str) -> Option<Rc<ShownComparison>> {
        if let Some(shown) = self.shown.as_ref().filter(|shown| shown.comparison.id == id) {
            return Some(shown.clone());
        }
        let compared = self.analysis.compared.as_ref()?;
        offered::one(&self.analysis.input, compared, &self.choices, id).map(Rc::new)
    }

    /// The session after this action; none where nothing would be different.
    #[must_use]
    pub fn apply(&self, action: &Action) -> Option<Self> {
        let shown = self.shown.as_ref()?;
        let comparison = &shown.comparison;
        let id = comparison.id.as_str();
        let base = |assumption: &str| comparison.assumptions.iter().find(|a| a.id == assumption).map(|a| a.base);
        let mut choices = self.choices.clone();
        match action {
            Action::Set { assumption, value } => choices.set_from(id, assumption, *value, base(assumption)?),
            Action::Unset { assumption } => {
                let base = base(assumption)?;
                choices.set_from(id, assumption, base, base);
            }
            Action::Preset(preset) if *preset == comparison.base_preset => choices.forget(id),
            Action::Preset(preset) if comparison.presets.contains(preset) => choices.use_preset(id, preset),
            Action::Preset(_) => return None,
            Action::Show(other) => {
                if !self.offers.iter().any(|offer| offer.id == *other) {
                    return None;
                }
                // What is shown without any choice is no choice, and needs no place in a link.
                choices.equivalence = Some(other.clone()).filter(|id| self.first.as_ref() != Some(id));
            }
            Action::Reset => choices = choices.without_values(),
        }
        if choices == self.choices {
            return None;
        }
        match action {
            // The numbers of every comparison go back.
            Action::Reset => Some(Self::with_choices(self.analysis.clone(), choices)),
            Action::Show(other) => self.with_one(choices, other),
            _ => self.with_one(choices, id),
        }
    }

    /// This session with other choices, which make a difference to the comparison of this id alone; it is shown.
    fn with_one(&self, choices: Choices, id: &str) -> Option<Self> {
        let compared = self.analysis.compared.as_ref()?;
        let shown = offered::one(&self.analysis.input, compared, &choices, id)?;
        let mut offers = self.offers.clone();
        if let Some(offer) = offers.iter_mut().find(|offer| offer.id == id) {
            let off_scale = is_off_scale(&shown.comparison.result.central.value);
            *offer = Rc::new(Offer { rounded: shown.comparison.rounded, off_scale, ..(**offer).clone() });
        }
        let first = self.first.clone();
        Some(Self { analysis: self.analysis.clone(), choices, shown: Some(Rc::new(shown)), offers, first })
    }

    fn definition(&self) -> Option<&Definition> {
        self.analysis.input.definition(&self.shown.as_ref()?.comparison.id)
    }

    /// The steps from the amount to the count.
    #[must_use]
    pub fn working(&self) -> Vec<Step> {
        let steps = || {
            let (compared, shown) = self.compared()?;
            working(self.definition()?, &compared.amount.central, &shown.comparison.values()).ok()
        };
        steps().unwrap_or_default()
    }

    /// The adjustable assumptions, the one that moves the result most first.
    #[must_use]
    pub fn sensitivity(&self) -> Vec<Sensitivity> {
        let ranked = || {
            let (compared, shown) = self.compared()?;
            Some(sensitivity(self.definition()?, &compared.amount.central, &shown.comparison.values()))
        };
        ranked().unwrap_or_default()
    }

    /// A comparison of the same kind on a better scale, where the one shown is below one or above a million.
    #[must_use]
    pub fn suggestion(&self) -> Option<&'static Definition> {
        let (compared, shown) = self.compared()?;
        let is_off = is_off_scale(&shown.comparison.result.central.value);
        is_off.then(|| neighbour(self.definition()?, &compared.amount.central)).flatten()
    }

    /// Everything that the checker noticed about the file and the comparison shown, the gravest first.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        let mut findings = self.analysis.findings.clone();
        if let Some((compared, shown)) = self.compared() {
            findings.extend(findings::of_comparison(compared, shown, self.suggestion()));
        }
        // Equal ones keep the order of the rules.
        findings.sort_by_key(|finding| core::cmp::Reverse(finding.severity()));
        findings
    }

    /// Where each number comes from.
    #[must_use]
    pub fn sources(&self) -> Vec<SourceCard> {
        sources::cards(&self.analysis.input, self.shown.as_deref(), &self.findings())
    }
}
