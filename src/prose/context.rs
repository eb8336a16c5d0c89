//! What the words around a figure say of it: what sort of amount it is, which scopes, which gas.

use super::cues::CueMatch;
use super::visible_text::{PARAGRAPH, VisibleText, is_han};
use super::words::{APPROXIMATORS, APPROXIMATORS_ZH, Cue, LEVELS_ZH, NOT_A_LEVEL, PERIODS, PERIODS_ZH};
use crate::disclosure::{EntryKind, Scopes};
use crate::quantity::Gas;

/// How far around a figure words are taken to speak of it. A bound keeps the whole linear.
const REACH: usize = 240;
/// How far behind a figure a word such as "avoided" may stand.
const NEAR: usize = 60;

/// How far behind "every" the verb may stand.
const EACH: usize = 40;

/// Where a figure stands among its neighbours.
#[derive(Clone, Copy)]
pub(super) struct Neighbours {
    pub start: usize,
    pub end: usize,
    /// Where the figure before ends.
    pub previous: usize,
    /// Where the figure after begins.
    pub next: usize,
    /// Whether the figure is already known to be the level that a change led to.
    pub is_level: bool,
}

/// The words around one figure.
pub(super) struct Context<'a> {
    text: &'a VisibleText,
    place: Neighbours,
    /// The sentence's cues before the figure, and after it.
    before: &'a [CueMatch],
    after: &'a [CueMatch],
    /// The cues of its own clause that no other figure is nearer to.
    own_before: &'a [CueMatch],
    own_after: &'a [CueMatch],
    /// The paragraph's cues, as far as words reach.
    around: &'a [CueMatch],
    /// Whether the figure before stands in the same sentence, and in the same clause.
    pub same_sentence: bool,
    pub same_clause: bool,
}

impl<'a> Context<'a> {
    pub(super) fn of(text: &'a VisibleText, cues: &'a [CueMatch], place: Neighbours) -> Self {
        let first = cues.partition_point(|cue| cue.end <= place.start.saturating_sub(REACH));
        let own = cues.partition_point(|cue| cue.start < place.start);
        let behind = cues.partition_point(|cue| cue.start < place.end);
        let last = cues.partition_point(|cue| cue.start < place.end.saturating_add(REACH));
        let (back, ahead) = (cues.get(first..own).unwrap_or_default(), cues.get(behind..last).unwrap_or_default());
        let before = since(back, |cue| cue.kind.ends_sentence());
        let after = until(ahead, |cue| cue.kind.ends_sentence());
        let own_before = since(before, |cue| cue.kind == Cue::Clause || cue.start < place.previous);
        let own_after = until(after, |cue| cue.kind == Cue::Clause || cue.start >= place.next);
        let from = first.saturating_add(back.len().saturating_sub(since(back, is_paragraph).len()));
        let to = behind.saturating_add(until(ahead, is_paragraph).len());
        let around = cues.get(from..to).unwrap_or_default();
        let between = || back.iter().filter(|cue| cue.start >= place.previous);
        let near = place.previous > 0 && place.start.saturating_sub(place.previous) < REACH;
        let same_sentence = near && !between().any(|cue| cue.kind.ends_sentence());
        let same_clause = same_sentence && !between().any(|cue| cue.kind == Cue::Clause);
        Self { text, place, before, after, own_before, own_after, around, same_sentence, same_clause }
    }

    /// Whether words before the figure say that it is for each of something.
    pub(super) fn is_rate(&self) -> bool {
        self.own_before.iter().any(|cue| cue.kind == Cue::Rate) || self.is_for_each()
    }

    /// "Every Briton emits", 每度电排放; not "every year the plant emits".
    fn is_for_each(&self) -> bool {
        let mut cues = self.own_before.iter().skip_while(|cue| cue.kind != Cue::Each);
        let (Some(each), Some(verb)) = (cues.next(), cues.next()) else { return false };
        let thing = self.text.skip_blank(each.end);
        let is_time = PERIODS.iter().any(|period| self.text.match_word_at(thing, period).is_some())
            || self.text.match_word_at(thing, "year").is_some()
            || PERIODS_ZH.iter().any(|period| self.text.match_at(thing, period).is_some());
        let is_han = is_han(self.text.at(each.start));
        let says_so = verb.kind == Cue::Emitted || (is_han && (verb.kind.is_emission() || verb.kind.is_strong()));
        !is_time && says_so && verb.start.saturating_sub(each.end) <= EACH
    }

    /// Whether a mass without a gas is one of emissions: the paragraph speaks of them and the clause of nothing else,
    /// or the figure stands alone, as in a table.
    pub(super) fn is_about_emissions(&self) -> bool {
        // "SO2 emissions of 5,000 tonnes" are none of CO2; "methane fell, and CO2 emissions were 5 t" are.
        let names_gas = |cue: &&CueMatch| matches!(cue.kind, Cue::OtherGas | Cue::Gas(_));
        let nearest = self.own_before.iter().rev().find(names_gas).or_else(|| self.own_after.iter().find(names_gas));
        if nearest.is_some_and(|cue| cue.kind == Cue::OtherGas) {
            return false;
        }
        let mut clause = self.own_before.iter().chain(self.own_after);
        if clause.clone().any(|cue| cue.topical) {
            return true;
        }
        let of_material = clause.any(|cue| cue.kind == Cue::Material);
        !of_material && (self.around.iter().any(|cue| cue.topical) || self.stands_alone())
    }

    fn stands_alone(&self) -> bool {
        let ends = |c: char| matches!(c, '\0' | PARAGRAPH);
        let fills =
            |c: char| matches!(c, ' ' | '\n' | '.' | ',' | '。' | '(' | ')' | ':' | '~' | '-' | '<' | '>' | '*');
        let mut start = skip_approximators(self.text, self.place.start);
        while fills(self.text.before(start)) && self.place.start.saturating_sub(start) < NEAR {
            start = start.saturating_sub(1);
        }
        let mut end = self.place.end;
        end = ["左右", "以上", "上下"].iter().find_map(|word| self.text.match_at(end, word)).unwrap_or(end);
        while fills(self.text.at(end)) && end.saturating_sub(self.place.end) < NEAR {
            end = end.saturating_add(1);
        }
        ends(self.text.before(start)) && ends(self.text.at(end))
    }

    /// The gas that the words before the figure name, and whether those of its own clause do.
    pub(super) fn gas(&self) -> Option<(Gas, bool)> {
        let gas = |cue: &CueMatch| if let Cue::Gas(gas) = cue.kind { Some(gas) } else { None };
        let own = self.own_before.iter().rev().find_map(gas);
        own.map(|gas| (gas, true)).or_else(|| Some((self.before.iter().rev().find_map(gas)?, false)))
    }

    /// What sort of amount the words make it.
    pub(super) fn kind(&self) -> Option<EntryKind> {
        let strong = |cue: &&CueMatch| cue.kind.is_strong();
        let own_strong = self.own_before.iter().rev().find(strong);
        let emits = self.own_before.iter().any(|cue| cue.kind == Cue::Emitted);
        let near = |cue: &&CueMatch| cue.start.saturating_sub(self.place.end) <= NEAR;
        let behind = if emits { None } else { self.own_after.iter().filter(near).find(strong) };
        let own_weak = || self.own_before.iter().chain(self.own_after).find(|cue| cue.kind.is_emission());
        let earlier = || self.before.iter().rev().find(|cue| cue.kind.is_strong() || cue.kind.is_emission());
        match own_strong.or(behind).or_else(own_weak).or_else(earlier)?.kind {
            Cue::Reduction | Cue::Increase if self.is_level() => Some(self.kind_of_level()),
            Cue::Reduction => Some(EntryKind::Reduction),
            Cue::Avoided => Some(EntryKind::Avoided),
            Cue::Removal => Some(EntryKind::Removal),
            Cue::Credit => Some(EntryKind::Credit),
            Cue::Emission | Cue::Emitted => Some(EntryKind::Emission),
            _ => None,
        }
    }

    /// What a level is one of: of what rose or fell to it.
    fn kind_of_level(&self) -> EntryKind {
        let subject = |cue: &CueMatch| cue.kind.subject();
        self.own_before.iter().rev().find_map(subject).unwrap_or(EntryKind::Emission)
    }

    /// Whether the figure is a level of something, and the words leave open of what: "the capture of CO2 and its storage
    /// rose to 5 Mt".
    pub(super) fn is_level_of_something_else(&self) -> bool {
        let subject = |cue: &CueMatch| cue.kind.subject();
        let own = self.own_before.iter().find_map(subject).is_some()
            || self.own_before.iter().any(|cue| cue.kind.is_emission());
        !own && self.is_level() && self.before.iter().find_map(subject).is_some()
    }

    /// Whether the figure is what emissions were cut to or from, not by how much.
    fn is_level(&self) -> bool {
        if self.place.is_level {
            return true;
        }
        let start = skip_approximators(self.text, self.place.start);
        let (word, at) = self.text.word_before(start);
        if word == "to" {
            return !NOT_A_LEVEL.contains(&self.text.word_before(at).0.as_str());
        }
        word == "from" || LEVELS_ZH.iter().any(|level| self.text.ends_with(start, level))
    }

    /// The scopes that the words name for it. `named_before` says whether this sentence names scopes before its
    /// figures ("scope 1 came to 5 t") or behind them ("5 t in scope 1").
    pub(super) fn scopes(&self, named_before: bool) -> Scopes {
        let scopes = |cues: &[CueMatch]| {
            cues.iter().fold(Scopes::default(), |all, cue| match cue.kind {
                Cue::Scopes(scopes) => all.with(scopes),
                _ => all,
            })
        };
        if named_before {
            scopes(since(self.before, |cue| cue.start < self.place.previous))
        } else {
            scopes(until(self.after, |cue| cue.start >= self.place.next))
        }
    }

    /// Whether a scope is named in the sentence before the figure.
    pub(super) fn names_scopes_before(&self) -> bool {
        self.before.iter().any(|cue| matches!(cue.kind, Cue::Scopes(_)))
    }
}

fn is_paragraph(cue: &CueMatch) -> bool {
    cue.kind == Cue::Paragraph
}

/// The cues after the last one that ends them.
fn since(cues: &[CueMatch], ends: impl Fn(&CueMatch) -> bool) -> &[CueMatch] {
    let from = cues.iter().rposition(ends).map_or(0, |last| last.saturating_add(1));
    cues.get(from..).unwrap_or_default()
}

/// The cues before the first one that ends them.
fn until(cues: &[CueMatch], ends: impl Fn(&CueMatch) -> bool) -> &[CueMatch] {
    let to = cues.iter().position(ends).unwrap_or(cues.len());
    cues.get(..to).unwrap_or_default()
}

/// Where the words "about" and the like before a number begin.
pub(super) fn skip_approximators(text: &VisibleText, start: usize) -> usize {
    let mut start = start;
    for _ in 0..3 {
        let (word, at) = text.word_before(start);
        let chinese = APPROXIMATORS_ZH.iter().find(|word| text.ends_with(start, word));
        if APPROXIMATORS.contains(&word.as_str()) {
            start = at;
        } else if let Some(word) = chinese {
            start = start.saturating_sub(word.chars().count());
        } else {
            break;
        }
    }
    start
}
