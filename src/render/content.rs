//! What every static form says, in order, before any of them writes it its own way.

use crate::disclosure::{Scopes, Text};
use crate::locale::{Argument, Locale, Part};
use crate::msg;
use crate::quantity::{Quantity, Range};
use crate::report::{ComparedAmount, Session, ShownComparison};

/// A piece of a line.
#[derive(Clone)]
pub(super) enum Inline {
    Text(String),
    Strong(String),
    /// A text that leads to an http or https address.
    Link(String, String),
}

pub(super) type Line = Vec<Inline>;

/// A table whose first column names what the others tell.
pub(super) struct Table {
    pub(super) head: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
}

pub(super) enum Block {
    Line(Line),
    List(Vec<Line>),
    Table(Table),
}

pub(super) struct Section {
    pub(super) title: String,
    pub(super) blocks: Vec<Block>,
}

/// How much is said.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Depth {
    /// What the fallback in an article says.
    Brief,
    /// Everything.
    Full,
}

pub(super) struct Content {
    pub(super) title: String,
    /// The headline in a sentence.
    pub(super) lead: Line,
    pub(super) sections: Vec<Section>,
}

/// Makes the content of one session in one language.
pub(super) struct Writer<'a> {
    pub(super) session: &'a Session,
    pub(super) locale: &'a Locale,
}

/// Everything but what the checker noticed.
pub(super) fn facts(session: &Session, locale: &Locale, depth: Depth) -> Content {
    let writer = Writer { session, locale };
    let mut sections: Vec<Option<Section>> = vec![writer.claims(depth)];
    if depth == Depth::Full {
        sections.push(writer.working());
    }
    sections.push(writer.stated());
    sections.push(writer.sums());
    if depth == Depth::Full {
        sections.extend([writer.categories(), writer.changes()]);
    }
    sections.push(writer.targets());
    if depth == Depth::Full {
        sections.push(writer.cautions());
    }
    sections.push(writer.sources(depth));
    Content { title: writer.title(), lead: writer.lead(), sections: sections.into_iter().flatten().collect() }
}

/// Everything. What the checker noticed stands before the sources.
pub(super) fn all(session: &Session, locale: &Locale, depth: Depth) -> Content {
    let mut content = facts(session, locale, depth);
    let findings = Writer { session, locale }.findings();
    let before_sources = content.sections.len().saturating_sub(1);
    content.sections.splice(before_sources..before_sources, findings);
    content
}

/// Plain text as a line.
pub(super) fn plain(text: impl Into<String>) -> Line {
    vec![Inline::Text(text.into())]
}

impl Writer<'_> {
    /// A message without values.
    pub(super) fn say(&self, key: &str) -> String {
        self.locale.text(key, &[])
    }

    /// A message whose placeholders are filled with text that was made already.
    pub(super) fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        let lines: Vec<(&str, Line)> = values.iter().map(|(name, text)| (*name, plain(*text))).collect();
        let pieces = self.compose(key, &lines).into_iter().map(|piece| match piece {
            Inline::Text(text) | Inline::Strong(text) | Inline::Link(text, _) => text,
        });
        pieces.collect()
    }

    /// A message whose placeholders are filled with lines.
    pub(super) fn compose(&self, key: &str, values: &[(&str, Line)]) -> Line {
        let mut line = Line::new();
        for part in self.locale.parts(key, &[]) {
            match part {
                Part::Text(text) => line.push(Inline::Text(text)),
                Part::Slot(name) => {
                    let value = values.iter().find(|(held, _)| *held == name);
                    line.extend(value.map(|(_, value)| value.clone()).unwrap_or_default());
                }
            }
        }
        line
    }

    /// A text of the file, kept from turning the sentence around it.
    pub(super) fn own(&self, text: &Text) -> String {
        self.locale.argument(&Argument::Text(self.locale.of_file(text)))
    }

    pub(super) fn amount(&self, quantity: &Quantity) -> String {
        self.locale.argument(&Argument::Quantity(*quantity))
    }

    pub(super) fn range(&self, range: &Range) -> String {
        self.locale.range(range)
    }

    pub(super) fn at_least(&self, range: &Range) -> String {
        self.locale.filled(msg!("number.at-least"), &self.range(range))
    }

    /// "Scopes 1 and 2", at the head of a row.
    pub(super) fn scopes(&self, scopes: Scopes) -> String {
        self.locale.capitalised(&self.locale.scopes(scopes))
    }

    /// An entry's name by its id.
    pub(super) fn entry(&self, id: &str) -> String {
        self.session.analysis().entry(id).map_or_else(|| id.to_owned(), |entry| self.own(&entry.label))
    }

    pub(super) fn compared(&self) -> Option<(&ComparedAmount, &ShownComparison)> {
        self.session.compared()
    }

    fn title(&self) -> String {
        match (&self.session.analysis().publication, &self.session.analysis().compared) {
            (Some(subject), _) => {
                let period = self.locale.argument(&Argument::Period(subject.period));
                let organisation = self.locale.of_file(&subject.organisation);
                self.fill(msg!("render.title"), &[("organisation", &organisation), ("period", &period)])
            }
            (None, Some(compared)) => self.locale.compared_amount(compared),
            (None, None) => String::new(),
        }
    }

    /// The comparison as one sentence, its count strong.
    fn lead(&self) -> Line {
        let Some((compared, shown)) = self.compared() else { return self.silent_lead() };
        let sentence = self.locale.sentence(compared, shown);
        let count = self.locale.count(shown, &shown.comparison.rounded);
        match sentence.split_once(&count) {
            Some((before, after)) => {
                vec![Inline::Text(before.to_owned()), Inline::Strong(count), Inline::Text(after.to_owned())]
            }
            None => plain(sentence),
        }
    }

    /// What stands in place of the sentence where there is nothing to compare.
    fn silent_lead(&self) -> Line {
        match &self.session.analysis().compared {
            Some(compared) => vec![Inline::Strong(self.locale.compared_amount(compared))],
            None => vec![Inline::Strong(self.locale.capitalised(&self.say(msg!("render.not-disclosed"))))],
        }
    }

    pub(super) fn section(&self, key: &str, blocks: Vec<Block>) -> Option<Section> {
        (!blocks.is_empty()).then(|| Section { title: self.say(key), blocks })
    }

    /// A section that is one list, where it has any line.
    pub(super) fn list(&self, key: &str, lines: Vec<Line>) -> Option<Section> {
        if lines.is_empty() { None } else { self.section(key, vec![Block::List(lines)]) }
    }
}
