//! The claims against the computed numbers, the working, the targets.

use super::content::{Block, Depth, Line, Section, Writer, plain};
use crate::claim::CheckedEquivalence;
use crate::equivalence::Span;
use crate::locale::Argument;
use crate::msg;
use crate::quantity::Decimal;

impl Writer<'_> {
    pub(super) fn claims(&self, depth: Depth) -> Option<Section> {
        let mut lines: Vec<Line> = Vec::new();
        if let Some(checked) = &self.session.analysis().checked {
            lines.extend(checked.equivalences.iter().map(|claim| plain(self.equivalence_claim(claim))));
            lines.extend(checked.neutrality.iter().map(|claim| plain(self.locale.neutrality(claim))));
        }
        if depth == Depth::Brief {
            lines.extend(self.exactly().map(plain));
        }
        self.list(msg!("render.heading-claims"), lines)
    }

    fn equivalence_claim(&self, claim: &CheckedEquivalence) -> String {
        let checked = self.session.analysis().checked.iter().flat_map(|checked| &checked.equivalences);
        let shown = self.session.shown().filter(|shown| shown.comparison.id == claim.equivalence);
        let mut sentences = vec![self.locale.stated(claim), self.locale.claim(claim)];
        let plausible = claim.solutions.iter().filter(|solution| solution.plausible);
        // A stated number that is exact, or merely rounded, needs no other assumption to be right.
        if !matches!(claim.verdict, crate::claim::Verdict::Exact | crate::claim::Verdict::Rounded) {
            sentences.extend(
                plausible
                    .map(|solution| self.locale.solution(self.session.shown().map(|shown| &**shown), claim, solution)),
            );
        }
        let text = self.locale.sentences(&sentences);
        if checked.count() < 2 {
            return text;
        }
        let name = self.locale.equivalence(&claim.equivalence, shown.and_then(|shown| shown.label.as_ref()));
        self.fill(msg!("render.claim-of"), &[("equivalence", &name), ("claim", &text)])
    }

    /// The exact count and its ranges, each in a sentence.
    pub(super) fn exactly(&self) -> Option<String> {
        let (_, shown) = self.compared()?;
        let comparison = &shown.comparison;
        let exact = self.locale.exactly(shown);
        if comparison.presets.len() < 2 {
            return Some(exact);
        }
        Some(self.locale.sentences(&[exact, self.span(msg!("render.across-presets"), &comparison.across_presets)]))
    }

    fn span(&self, key: &str, span: &Span) -> String {
        let rounded = |value: Decimal| self.locale.argument(&Argument::Rounded(value));
        self.fill(key, &[("low", &rounded(span.low_rounded)), ("high", &rounded(span.high_rounded))])
    }

    pub(super) fn working(&self) -> Option<Section> {
        let (_, shown) = self.compared()?;
        let comparison = &shown.comparison;
        let mut steps: Vec<String> = self.session.working().iter().map(|step| self.locale.step(step)).collect();
        // The last step gives the things themselves, which its unit does not name: a car's year is only a "yr" there.
        if let Some(last) = steps.last_mut()
            && let Some((sum, _)) = last.rsplit_once(" = ")
        {
            *last = format!("{sum} = {}", self.locale.exact_count(shown));
        }
        let steps = steps.into_iter().map(plain).collect();
        let limits = self.span(msg!("render.across-limits"), &comparison.across_limits);
        let mut blocks = vec![Block::List(steps)];
        blocks.extend(self.exactly().map(|exact| Block::Line(plain(exact))));
        blocks.push(Block::Line(plain(limits)));
        self.section(msg!("render.heading-working"), blocks)
    }

    pub(super) fn targets(&self) -> Option<Section> {
        let targets = self.session.analysis().checked.iter().flat_map(|checked| &checked.targets);
        let lines = targets.map(|target| plain(self.locale.target(target))).collect();
        self.list(msg!("render.heading-targets"), lines)
    }
}
