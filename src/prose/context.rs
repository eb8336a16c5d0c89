//! What the words around a figure say of it: what sort of amount it is, which scopes, which gas, which year.

use super::cues::{Cue, CueMatch};
use super::lexicon::Lexicon;
use super::role::Role;
use super::scan::Match;
use super::visible_text::{VisibleText, ends_block, is_han};
use crate::disclosure::{EntryKind, Method, Scopes};
use crate::quantity::Gas;

/// How far around a figure words are taken to speak of it. A bound keeps the whole linear.
const REACH: usize = 240;
/// How far behind a figure a word such as "avoided" may stand.
const NEAR: usize = 60;
/// How far behind a figure its own year may stand, with nothing that matters between.
const ADJACENT: usize = 24;
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
    /// Whether the figure is already known to be a level before or after a change.
    pub is_level: bool,
}

impl Neighbours {
    pub(super) fn of(figure: &Match, previous: usize, next: usize) -> Self {
        Self { start: figure.start, end: figure.end, previous, next, is_level: figure.is_level }
    }
}

/// The words around one figure.
pub(super) struct Context<'a> {
    text: &'a VisibleText,
    lexicon: &'a Lexicon,
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
    pub(super) fn of(text: &'a VisibleText, lexicon: &'a Lexicon, cues: &'a [CueMatch], place: Neighbours) -> Self {
        let first = cues.partition_point(|cue| cue.end <= place.start.saturating_sub(REACH));
        let own = cues.partition_point(|cue| cue.start < place.start);
        let behind = cues.partition_point(|cue| cue.start < place.end);
        let last = cues.partition_point(|cue| cue.start < place.end.saturating_add(REACH));
        let (back, ahead) = (cues.get(first..own).unwrap_or_default(), cues.get(behind..last).unwrap_or_default());
        let before = since(back, |cue| cue.kind.ends_sentence());
        let after = until(ahead, |cue| cue.kind.ends_sentence());
        let own_before = since(before, |cue| cue.kind.ends_clause() || cue.start < place.previous);
        let own_after = until(after, |cue| cue.kind.ends_clause() || cue.start >= place.next);
        let from = first.saturating_add(back.len().saturating_sub(since(back, is_paragraph).len()));
        let to = behind.saturating_add(until(ahead, is_paragraph).len());
        let around = cues.get(from..to).unwrap_or_default();
        let between = || back.iter().filter(|cue| cue.start >= place.previous);
        let near = place.previous > 0 && place.start.saturating_sub(place.previous) < REACH;
        let same_sentence = near && !between().any(|cue| cue.kind.ends_sentence());
        let same_clause = same_sentence && !between().any(|cue| cue.kind.ends_clause());
        Self { text, lexicon, place, before, after, own_before, own_after, around, same_sentence, same_clause }
    }

    /// Whether words around the figure say that it is for each of something.
    pub(super) fn is_rate(&self) -> bool {
        let is_rate = |cue: &CueMatch| cue.kind == Cue::Says(Role::Rate);
        let near = |cue: &&CueMatch| cue.start.saturating_sub(self.place.end) <= 3;
        self.own_before.iter().any(is_rate) || self.own_after.iter().take_while(near).any(is_rate) || self.is_for_each()
    }

    /// "Every Briton emits", 每度电排放; not "every year the plant emits".
    fn is_for_each(&self) -> bool {
        let mut cues = self.own_before.iter().skip_while(|cue| cue.kind != Cue::Says(Role::Each));
        let (Some(each), Some(verb)) = (cues.next(), cues.next()) else { return false };
        let thing = self.text.skip_blank(each.end);
        let is_time = self.lexicon.at(Role::Period, self.text, thing).is_some()
            || self.lexicon.at(Role::Year, self.text, thing).is_some();
        let is_han = is_han(self.text.at(each.start));
        let emits = matches!(verb.kind, Cue::Says(Role::Emitted | Role::Increase));
        let says_so = emits || (is_han && (verb.kind.is_emission() || verb.kind.is_strong()));
        !is_time && says_so && verb.start.saturating_sub(each.end) <= EACH
    }

    /// Whether a mass without a gas is one of emissions: the paragraph speaks of them and the clause of nothing else,
    /// or the figure stands alone, as in a table.
    pub(super) fn is_about_emissions(&self) -> bool {
        // "SO2 emissions of 5,000 tonnes" are none of CO2; "methane fell, and CO2 emissions were 5 t" are.
        let names_gas = |cue: &&CueMatch| matches!(cue.kind, Cue::Says(Role::OtherGas) | Cue::Gas(_));
        let nearest = self.own_before.iter().rev().find(names_gas).or_else(|| self.own_after.iter().find(names_gas));
        if nearest.is_some_and(|cue| cue.kind == Cue::Says(Role::OtherGas)) {
            return false;
        }
        // "Tonnen Stahl", "tonnes of steel"
        let next = self.own_after.first().filter(|cue| cue.start.saturating_sub(self.place.end) <= 4);
        if next.is_some_and(|cue| cue.kind == Cue::Says(Role::Material)) {
            return false;
        }
        let mut clause = self.own_before.iter().chain(self.own_after);
        if clause.clone().any(|cue| cue.topical) {
            return true;
        }
        let of_material = clause.any(|cue| cue.kind == Cue::Says(Role::Material));
        !of_material && (self.around.iter().any(|cue| cue.topical) || self.stands_alone())
    }

    fn stands_alone(&self) -> bool {
        let fills =
            |c: char| matches!(c, ' ' | '\n' | '.' | ',' | '。' | '(' | ')' | ':' | '~' | '-' | '<' | '>' | '*');
        let mut start = skip_approximators(self.text, self.lexicon, self.place.start);
        while fills(self.text.before(start)) && self.place.start.saturating_sub(start) < NEAR {
            start = start.saturating_sub(1);
        }
        let mut end = self.place.end;
        end = ["左右", "以上", "上下"].iter().find_map(|word| self.text.match_at(end, word)).unwrap_or(end);
        while fills(self.text.at(end)) && end.saturating_sub(self.place.end) < NEAR {
            end = end.saturating_add(1);
        }
        ends_block(self.text.before(start)) && ends_block(self.text.at(end))
    }

    /// The gas that the words before the figure name, and whether those of its own clause do.
    pub(super) fn gas(&self) -> Option<(Gas, bool)> {
        let gas = |cue: &CueMatch| if let Cue::Gas(gas) = cue.kind { Some(gas) } else { None };
        let own = self.own_before.iter().rev().find_map(gas);
        own.map(|gas| (gas, true)).or_else(|| Some((self.before.iter().rev().find_map(gas)?, false)))
    }

    /// The cue that tells what sort of amount it is.
    fn teller(&self) -> Option<&'a CueMatch> {
        let strong = |cue: &&CueMatch| cue.kind.is_strong();
        let own_strong = self.own_before.iter().rev().find(strong);
        let emits = self.own_before.iter().any(|cue| cue.kind == Cue::Says(Role::Emitted));
        let near = |cue: &&CueMatch| cue.start.saturating_sub(self.place.end) <= NEAR;
        let behind = if emits { None } else { self.own_after.iter().filter(near).find(strong) };
        // In Japanese the verb stands behind.
        let is_japanese = self.lexicon.language.is_some_and(|language| language.tag == "ja");
        let first = if is_japanese { behind.or(own_strong) } else { own_strong.or(behind) };
        let own_weak = || self.own_before.iter().chain(self.own_after).find(|cue| cue.kind.is_emission());
        let earlier = || self.before.iter().rev().find(|cue| cue.kind.is_strong() || cue.kind.is_emission());
        first.or_else(own_weak).or_else(earlier)
    }

    /// What sort of amount the words make it.
    pub(super) fn kind(&self) -> Option<EntryKind> {
        let teller = self.teller()?.kind;
        if self.is_level() && (teller.is_change() || teller.is_emission()) {
            return Some(self.kind_of_level());
        }
        // "Avoided emissions fell by 5 t" is a change of what is avoided, and no kind says so.
        kind_of(teller)
    }

    /// Whether it is a change, and which way.
    pub(super) fn change(&self) -> Option<super::Change> {
        if self.is_level() {
            return None;
        }
        match self.teller()?.kind {
            Cue::Says(Role::Reduction) => Some(super::Change::Down),
            Cue::Says(Role::Increase) => Some(super::Change::Up),
            _ => None,
        }
    }

    /// Whether it is an amount of rights to emit, which are traded.
    pub(super) fn is_allowance(&self) -> bool {
        let is_it = |cue: &CueMatch| cue.kind == Cue::Says(Role::Allowance);
        self.own_before.iter().chain(self.own_after).any(is_it)
    }

    /// What a level is one of: of what rose or fell to it.
    fn kind_of_level(&self) -> EntryKind {
        let kind = |cue: &CueMatch| if cue.kind.is_subject() { kind_of(cue.kind) } else { None };
        self.own_before.iter().rev().find_map(kind).unwrap_or(EntryKind::Emission)
    }

    /// Whether the figure is a level of something, and the words leave open of what: "the capture of CO2 and its storage
    /// rose to 5 Mt".
    pub(super) fn is_level_of_something_else(&self) -> bool {
        let is_subject = |cue: &CueMatch| cue.kind.is_subject();
        let own = self.own_before.iter().any(is_subject) || self.own_before.iter().any(|cue| cue.kind.is_emission());
        !own && self.is_level() && self.before.iter().any(is_subject)
    }

    /// Whether only another clause tells the sort of amount, and tells two: "reduced its emissions by 41 %, or 9 t".
    pub(super) fn kind_is_far(&self) -> bool {
        let own =
            self.own_before.iter().chain(self.own_after).any(|cue| cue.kind.is_strong() || cue.kind.is_emission());
        let far = |is: fn(Cue) -> bool| self.before.iter().any(|cue| is(cue.kind));
        !own && !self.is_level() && far(Cue::is_strong) && far(Cue::is_emission)
    }

    /// Whether a change of something other than emissions is told: "removals fell by 5 t".
    pub(super) fn is_change_of_something_else(&self) -> bool {
        let is_subject = self.own_before.iter().any(|cue| cue.kind.is_subject());
        is_subject && self.teller().is_some_and(|cue| cue.kind.is_change()) && !self.is_level()
    }

    /// Whether the figure is what emissions were cut to or from, not by how much.
    fn is_level(&self) -> bool {
        if self.place.is_level {
            return true;
        }
        let start = skip_approximators(self.text, self.lexicon, self.place.start);
        let start = skip_year(self.text, start);
        if let Some(at) = self.lexicon.before(Role::Level, self.text, start) {
            return self.lexicon.before(Role::NotLevel, self.text, at).is_none();
        }
        let is_from = self.lexicon.before(Role::From, self.text, start).is_some();
        let is_by = self.lexicon.before(Role::By, self.text, start).is_some();
        let changes = self.own_after.iter().find(|cue| cue.kind.is_change());
        let after = self.lexicon.at(Role::LevelAfter, self.text, self.place.end);
        let says_so = after.is_some_and(|after| after > self.place.end.saturating_add(1));
        let is_after = after.is_some_and(|after| {
            after <= self.place.end.saturating_add(2) && changes.is_some_and(|cue| cue.start <= after.saturating_add(8))
        });
        (is_from && !is_by)
            || is_after
            || says_so
            || self.lexicon.at(Role::FromAfter, self.text, self.place.end).is_some()
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

    /// The method of scope 2 that the words nearest to it name: in its clause, else in its sentence.
    pub(super) fn method(&self) -> Option<Method> {
        let method = |cue: &CueMatch| match cue.kind {
            Cue::Says(Role::MarketBased) => Some(Method::Market),
            Cue::Says(Role::LocationBased) => Some(Method::Location),
            _ => None,
        };
        // In brackets behind the figure it is the figure's own.
        let bracket = self.text.at(self.text.skip_blank(self.place.end)) == '(';
        let behind = || self.own_after.iter().find_map(method);
        let before = || since(self.before, |cue| cue.start < self.place.previous).iter().rev().find_map(method);
        if bracket { behind().or_else(before) } else { before().or_else(behind) }
    }

    /// The category of scope 3 that its clause names.
    pub(super) fn category(&self) -> Option<u8> {
        let category = |cue: &CueMatch| if let Cue::Category(number) = cue.kind { Some(number) } else { None };
        let before = since(self.before, |cue| cue.start < self.place.previous).iter().rev().find_map(category);
        before.or_else(|| self.own_after.iter().find_map(category))
    }

    /// The year that the words name for it.
    pub(super) fn year(&self) -> Option<u16> {
        let is_than = |cue: &CueMatch| matches!(cue.kind, Cue::Says(Role::Than));
        let year = |cue: &CueMatch| if let Cue::Year(year) = cue.kind { Some(year) } else { None };
        let close = |cue: &CueMatch| cue.start.saturating_sub(self.place.end) <= NEAR;
        let is_next = |cue: &&CueMatch| !matches!(cue.kind, Cue::Says(Role::Than | Role::Goal)) && close(cue);
        let behind = self.own_after.iter().take_while(is_next).find_map(year);
        let own = || {
            let own = since(self.own_before, is_than);
            own.iter().rev().find_map(year)
        };
        let earlier = || {
            let pairs = self.before.iter().enumerate().rev();
            let mut years = pairs.filter_map(|(place, cue)| Some((place, year(cue)?)));
            years.find_map(|(place, year)| {
                let previous = place.checked_sub(1).and_then(|place| self.before.get(place));
                (!previous.is_some_and(is_than)).then_some(year)
            })
        };
        // "44,000 t in 2019 to 31,000 t in 2023": the year is the figure's before it where one stands right behind that.
        // Chinese and Japanese put it before.
        let is_spaced = !self.lexicon.language.is_some_and(|language| matches!(language.tag, "zh" | "ja"));
        let first =
            self.own_after.first().filter(|cue| is_spaced && cue.start.saturating_sub(self.place.end) <= ADJACENT);
        first.and_then(year).or_else(own).or(behind).or_else(earlier)
    }
}

fn kind_of(cue: Cue) -> Option<EntryKind> {
    match cue {
        Cue::Says(Role::Reduction) => Some(EntryKind::Reduction),
        Cue::Says(Role::Avoided) => Some(EntryKind::Avoided),
        Cue::Says(Role::Removal) => Some(EntryKind::Removal),
        Cue::Says(Role::Credit) => Some(EntryKind::Credit),
        Cue::Says(Role::Emission | Role::Emitted) => Some(EntryKind::Emission),
        _ => None,
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

/// Where 2023年的 before a number begins.
fn skip_year(text: &VisibleText, start: usize) -> usize {
    let after = ["年的", "年度的", "年"].iter().find_map(|year| text.phrase_before(start, year));
    let year = after.and_then(|after| after.checked_sub(4));
    year.filter(|year| (0..4).all(|digit| text.at(year.saturating_add(digit)).is_ascii_digit())).unwrap_or(start)
}

/// Where the words "about" and the like before a number begin.
pub(super) fn skip_approximators(text: &VisibleText, lexicon: &Lexicon, start: usize) -> usize {
    let mut start = start;
    for _ in 0..3 {
        let Some(earlier) = lexicon.before(Role::About, text, start) else { break };
        start = earlier;
    }
    start
}
