//! What the checker noticed, the cautions, and where each number comes from.

use super::content::{Block, Depth, Inline, Line, Section, Writer, plain};
use super::markup::is_link;
use crate::disclosure::Text;
use crate::locale::Argument;
use crate::msg;
use crate::report::{SourceCard, SourceRole};

impl Writer<'_> {
    pub(super) fn findings(&self) -> Option<Section> {
        let line = |finding: &crate::report::Finding| {
            let severity = self.say(&format!("severity.{}", finding.severity().id()));
            let message = self.locale.finding(finding);
            plain(self.fill(msg!("render.finding"), &[("severity", &severity), ("finding", &message)]))
        };
        self.list(msg!("render.heading-findings"), self.session.findings().iter().map(line).collect())
    }

    pub(super) fn cautions(&self) -> Option<Section> {
        let cautions = &self.session.shown().as_ref()?.comparison.cautions;
        self.list(
            msg!("render.heading-cautions"),
            cautions.iter().map(|code| plain(self.locale.caution(code))).collect(),
        )
    }

    pub(super) fn sources(&self, depth: Depth) -> Option<Section> {
        let lines: Vec<Line> = self.session.sources().iter().map(|card| self.source(card, depth)).collect();
        let mut blocks = Vec::new();
        if !lines.is_empty() {
            blocks.push(Block::List(lines));
        }
        if let Some(subject) = &self.session.analysis().publication {
            let body = subject.assurance.as_ref().map(|assurance| self.own(&assurance.body));
            blocks.extend(body.map(|body| Block::Line(plain(self.fill(msg!("render.assured"), &[("body", &body)])))));
            let note = subject.note.as_ref().filter(|_| depth == Depth::Full);
            blocks.extend(note.map(|note| Block::Line(plain(self.own(note)))));
        }
        self.section(msg!("render.heading-sources"), blocks)
    }

    fn source(&self, card: &SourceCard, depth: Depth) -> Line {
        let status = card.status.map(|status| self.say(&format!("status.{}", status.id())));
        let line = match (self.publication(card), &card.role, status) {
            // That the article states what it states needs no saying.
            (Some(publication), SourceRole::Disclosure | SourceRole::Standard, _) | (Some(publication), _, None) => {
                publication
            }
            (Some(publication), _, Some(status)) => {
                self.compose(msg!("render.source-status"), &[("source", publication), ("status", plain(status))])
            }
            (None, _, status) => plain(status.unwrap_or_default()),
        };
        let line = self.with_value(card, line);
        match card.note.as_ref().filter(|_| depth == Depth::Full) {
            Some(note) => {
                self.compose(msg!("render.source-status"), &[("source", line), ("status", plain(self.own(note)))])
            }
            None => line,
        }
    }

    /// The source behind the number that it is given for.
    fn with_value(&self, card: &SourceCard, source: Line) -> Line {
        let SourceRole::Assumption { equivalence, assumption, label, value } = &card.role else { return source };
        let name = self.locale.assumption(equivalence, assumption, label.as_ref());
        let value = self.locale.argument(&Argument::Short(*value));
        let values = [("name", plain(name)), ("value", plain(value)), ("source", source)];
        self.compose(msg!("render.source-value"), &values)
    }

    /// Publisher, title and year, the title a link.
    fn publication(&self, card: &SourceCard) -> Option<Line> {
        let own = |text: &Option<Text>| text.as_ref().map(|text| self.own(text));
        let title = own(&card.title).or_else(|| card.url.clone())?;
        let title = match card.url.as_deref().filter(|url| is_link(url)) {
            Some(url) => vec![Inline::Link(title, url.to_owned())],
            None => plain(title),
        };
        let Some(publisher) = own(&card.publisher) else { return Some(title) };
        let mut values = vec![("publisher", plain(publisher)), ("title", title)];
        let Some(published) = self.published(card) else {
            return Some(self.compose(msg!("render.source-undated"), &values));
        };
        values.push(("published", plain(published)));
        Some(self.compose(msg!("render.source"), &values))
    }

    /// The article's date as the language writes dates; elsewhere a year.
    fn published(&self, card: &SourceCard) -> Option<String> {
        let subject = self.session.analysis().publication.as_ref().filter(|_| card.role == SourceRole::Disclosure);
        let date = subject.and_then(|subject| subject.source.published);
        date.map(|date| self.locale.argument(&Argument::Date(date)))
            .or_else(|| card.published.as_ref().map(ToString::to_string))
    }
}
