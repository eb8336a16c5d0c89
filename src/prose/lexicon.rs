//! The words that a text is read with: those of its languages, from `data/prose`.

use super::role::{Certainty, GasName, Role, Words};
use super::visible_text::{VisibleText, is_han, is_joined};
use crate::quantity::Separators;

include!(concat!(env!("OUT_DIR"), "/prose.rs"));

/// Longer words tell more of a language: few are another's too.
const LONG: usize = 5;

/// How much of a text is looked at to tell its language.
const SAMPLE: usize = 4_000;

/// Languages written with Latin letters that are read in another region with a decimal point.
const POINT_REGIONS: &[&str] =
    &["de-ch", "de-li", "it-ch", "es-do", "es-gt", "es-hn", "es-mx", "es-ni", "es-pa", "es-pr", "es-sv", "es-us"];

/// The character at a place: most phrases begin with another, and are not compared.
#[derive(Clone, Copy)]
struct First(char);

impl First {
    fn of(text: &VisibleText, at: usize) -> Self {
        Self(text.at(at))
    }

    fn begins(self, phrase: &str) -> bool {
        let Some(first) = phrase.chars().next() else { return true };
        first == self.0 || first == ' ' || first.to_lowercase().eq(self.0.to_lowercase())
    }
}

/// The words of one text's languages, and how it writes numbers.
pub(super) struct Lexicon {
    languages: Vec<&'static Words>,
    /// The language that the text is mostly in, where it could be told.
    pub language: Option<&'static Words>,
    /// The separators of the text's language, where that is known.
    pub separators: Option<Separators>,
    /// Separators that may mean the other thing in this text.
    pub doubtful: Vec<char>,
    /// Whether the words are English ones, though nothing says so.
    pub english: bool,
}

/// A language's script, as far as words are told apart by it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Chinese,
    Japanese,
    Arabic,
}

fn script(tag: &str) -> Script {
    match tag {
        "zh" => Script::Chinese,
        "ja" => Script::Japanese,
        "ar" => Script::Arabic,
        _ => Script::Latin,
    }
}

fn find(tag: &str) -> Option<&'static Words> {
    LANGUAGES.iter().find(|words| words.tag == tag)
}

impl Words {
    /// Whether its words are known, not only its name.
    pub(super) fn is_read(&self) -> bool {
        !self.cues.is_empty()
    }
}

impl Lexicon {
    /// The words for a text, by the language that was asked for or that the page says, else by the text itself.
    pub(super) fn of(language: Option<&str>, text: &VisibleText) -> Self {
        let tag = language.or(text.language.as_deref()).map(|tag| tag.to_ascii_lowercase().replace('_', "-"));
        let base = tag.as_deref().map(|tag| tag.split('-').next().unwrap_or_default());
        let asked = base.and_then(find);
        let sample = Sample::of(text);
        let guess = sample.latin.first().copied();
        let second = sample.latin.get(1).map_or(0, |(_, hits)| *hits);
        let hits = |tag: &str| sample.latin.iter().find(|(words, _)| words.tag == tag).map_or(0, |(_, hits)| *hits);
        let asked_latin = asked.filter(|asked| script(asked.tag) == Script::Latin);
        // A page's frame may say another language than its text has.
        let other = guess.filter(|(words, count)| {
            asked_latin.is_some_and(|asked| {
                asked.tag != words.tag && *count >= 4 && hits(asked.tag).saturating_mul(3) < *count
            })
        });
        let is_unknown = base.is_some() && asked.is_none();
        let latin = match (other, asked_latin) {
            (Some((other, _)), _) => Some(other),
            (None, Some(asked)) => Some(asked),
            (None, None) if is_unknown => None,
            (None, None) => guess.map(|(words, _)| words).or_else(|| find("en")),
        };
        // Where as many words are another language's, its words are read too.
        let tied = sample.latin.iter().skip(1).filter(|(_, count)| base.is_none() && *count == second);
        let tied = tied.filter(|_| guess.is_some_and(|(_, count)| count == second)).map(|(words, _)| *words);
        let mut languages: Vec<&'static Words> = find("und").into_iter().chain(tied).chain(latin).collect();
        let cjk = if sample.kana > 1 || base == Some("ja") { "ja" } else { "zh" };
        languages.extend(find(cjk).filter(|_| sample.han > 0 || sample.kana > 0));
        languages.extend(find("ar").filter(|_| sample.arabic > 0));
        let dominant = sample.dominant(cjk).or(other.or(guess).map(|(words, _)| words));
        let told = asked.filter(|_| other.is_none()).or(dominant);
        let strong = guess.filter(|(_, count)| *count >= 2 && *count > second).map(|(words, _)| words);
        let (separators, doubtful) = match (tag.as_deref(), asked) {
            (Some(tag), Some(asked)) if POINT_REGIONS.contains(&tag) => (Some(Separators::POINT), asked.doubtful),
            (Some(_), Some(asked)) => (separators(asked), if base == tag.as_deref() { asked.doubtful } else { &[] }),
            (Some(_), None) => (None, &[][..]),
            _ => match sample.dominant(cjk).or(strong) {
                Some(words) => (separators(words), words.doubtful),
                None => (find(cjk).filter(|_| sample.han > 0).and_then(separators), &[][..]),
            },
        };
        let mut doubtful: Vec<char> = doubtful.iter().filter_map(|mark| mark.chars().next()).collect();
        if other.is_some_and(|(other, _)| other.decimal != asked.and_then(|asked| asked.decimal)) {
            doubtful = vec!['.', ','];
        }
        let english = base.is_none() && latin.is_some_and(|words| words.tag == "en") && hits("en") > 0;
        Self { languages, language: told, separators, doubtful, english }
    }

    /// Whether the words of the text's language are known.
    pub(super) fn is_read(&self) -> bool {
        self.language.is_none_or(Words::is_read)
    }

    fn role(&self, role: Role) -> impl Iterator<Item = &'static str> {
        self.languages.iter().flat_map(move |words| of_role(words, role))
    }

    /// Where the longest phrase of this role that stands at a place ends.
    pub(super) fn at(&self, role: Role, text: &VisibleText, at: usize) -> Option<usize> {
        let here = First::of(text, at);
        self.role(role).filter(|phrase| here.begins(phrase)).filter_map(|phrase| text.phrase_at(at, phrase)).max()
    }

    /// Where a phrase of this role begins that ends before a place, blanks left out.
    pub(super) fn before(&self, role: Role, text: &VisibleText, at: usize) -> Option<usize> {
        self.role(role).filter_map(|phrase| text.phrase_before(at, phrase)).min()
    }

    /// What the words at a place say of the figures near them, and where they end.
    pub(super) fn cue(&self, text: &VisibleText, at: usize) -> Option<(Role, usize)> {
        let found = self.languages.iter().flat_map(|words| cues_at(words, text, at));
        found.filter_map(|(phrase, role)| Some((*role, text.cue_at(at, phrase)?))).max_by_key(|(_, end)| *end)
    }

    /// Where a phrase of this role ends, whatever stands behind it: Arabic writes "and" together with the next number.
    pub(super) fn prefix_at(&self, role: Role, text: &VisibleText, at: usize) -> Option<usize> {
        let here = First::of(text, at);
        self.role(role).filter(|phrase| here.begins(phrase)).filter_map(|phrase| text.match_at(at, phrase)).max()
    }

    /// What a word behind digits multiplies them by, or, `attached` to them, a letter.
    pub(super) fn scale(&self, text: &VisibleText, at: usize, attached: bool) -> Option<(u32, usize)> {
        let languages = self.languages.iter().filter(|words| attached == (words.tag == "und"));
        let here = First::of(text, at);
        let scales = languages.flat_map(|words| words.scales).filter(|(word, _)| here.begins(word));
        let found = scales.filter_map(|(word, power)| Some((*power, text.match_word_at(at, word)?)));
        found.max_by_key(|(_, end)| *end)
    }

    /// The number that a word stands for.
    pub(super) fn number(&self, text: &VisibleText, at: usize) -> Option<(&'static str, usize)> {
        let here = First::of(text, at);
        let numbers = self.languages.iter().flat_map(|words| words.numbers).filter(|(word, _)| here.begins(word));
        let found = numbers.filter_map(|(word, value)| Some((*value, text.match_word_at(at, word)?)));
        found.max_by_key(|(_, end)| *end)
    }

    /// The category of scope 3 that is named at a place.
    pub(super) fn category(&self, text: &VisibleText, at: usize) -> Option<(u8, usize)> {
        let here = First::of(text, at);
        let categories = self.languages.iter().flat_map(|words| words.categories);
        let categories = categories.filter(|(name, _)| here.begins(name));
        let found = categories.filter_map(|(name, number)| Some((*number, text.match_word_at(at, name)?)));
        found.max_by_key(|(_, end)| *end)
    }
}

/// The cues of a language that begin with the character at a place, longer ones first.
fn cues_at(
    words: &'static Words,
    text: &VisibleText,
    at: usize,
) -> impl Iterator<Item = &'static (&'static str, Role)> {
    let first = text.at(at).to_lowercase().next();
    let begins = |phrase: &str| phrase.trim_start_matches('*').chars().next();
    let from = words.cues.partition_point(|(phrase, _)| begins(phrase) < first);
    let cues = words.cues.get(from..).unwrap_or_default();
    cues.iter().take_while(move |(phrase, _)| begins(phrase) == first)
}

fn of_role(words: &'static Words, role: Role) -> impl Iterator<Item = &'static str> {
    let found = words.roles.iter().find(|(known, _)| *known == role);
    found.into_iter().flat_map(|(_, phrases)| phrases.iter().copied())
}

/// The unit that is named at a place in words of any language: its symbol, where it ends, how certain it is.
pub(super) fn unit_word(text: &VisibleText, at: usize) -> Option<(&'static str, usize, Certainty)> {
    let here = First::of(text, at);
    let units = LANGUAGES.iter().flat_map(|words| words.units).filter(|(word, ..)| here.begins(word));
    let found = units.filter_map(|(word, unit, certainty)| Some((*unit, text.match_word_at(at, word)?, *certainty)));
    found.max_by_key(|(_, end, _)| *end)
}

/// The symbols of units at a place, longer ones first.
pub(super) fn unit_symbols(text: &VisibleText, at: usize) -> impl Iterator<Item = (&'static str, usize, Certainty)> {
    let here = First::of(text, at);
    let symbols = LANGUAGES.iter().flat_map(|words| words.symbols).filter(move |(symbol, ..)| here.begins(symbol));
    symbols.filter_map(move |(symbol, unit, certainty)| Some((*unit, text.match_exactly_at(at, symbol)?, *certainty)))
}

/// The gas that is named at a place in any language.
pub(super) fn gas_name(text: &VisibleText, at: usize) -> Option<(GasName, usize)> {
    let here = First::of(text, at);
    let gases = LANGUAGES.iter().flat_map(|words| words.gases).filter(|(name, _)| here.begins(name));
    let found = gases.filter_map(|(name, gas)| Some((*gas, text.match_word_at(at, name)?)));
    found.max_by_key(|(_, end)| *end)
}

/// Where the longest phrase of this role in any language ends.
pub(super) fn any_at(role: Role, text: &VisibleText, at: usize) -> Option<usize> {
    let here = First::of(text, at);
    let phrases = LANGUAGES.iter().flat_map(|words| of_role(words, role)).filter(|phrase| here.begins(phrase));
    phrases.filter_map(|phrase| text.phrase_at(at, phrase)).max()
}

/// The phrases of a role in every language.
pub(super) fn any_of(role: Role) -> impl Iterator<Item = &'static str> {
    LANGUAGES.iter().flat_map(move |words| of_role(words, role))
}

fn separators(words: &'static Words) -> Option<Separators> {
    match words.decimal? {
        '.' => Some(Separators::POINT),
        _ => Some(Separators::COMMA),
    }
}

/// What the beginning of a text shows of its language.
struct Sample {
    /// Languages of spaced scripts whose words stand in it, and how many different ones, long ones twice; most first.
    latin: Vec<(&'static Words, usize)>,
    letters: usize,
    han: usize,
    kana: usize,
    arabic: usize,
    hangul: usize,
}

impl Sample {
    fn of(text: &VisibleText) -> Self {
        let mut sample = Self { latin: Vec::new(), letters: 0, han: 0, kana: 0, arabic: 0, hangul: 0 };
        let mut seen: Vec<(&'static Words, Vec<&'static str>)> = Vec::new();
        for at in 0..text.len().min(SAMPLE) {
            match text.at(at) {
                c if is_han(c) => sample.han = sample.han.saturating_add(1),
                '\u{3040}'..='\u{30ff}' => sample.kana = sample.kana.saturating_add(1),
                '\u{600}'..='\u{6ff}' => sample.arabic = sample.arabic.saturating_add(1),
                '\u{ac00}'..='\u{d7af}' => sample.hangul = sample.hangul.saturating_add(1),
                c if c.is_alphabetic() => {
                    sample.letters = sample.letters.saturating_add(1);
                    if !is_joined(text.before(at)) && text.before(at) != '\'' {
                        note(text, at, &mut seen);
                    }
                }
                _ => {}
            }
        }
        let weight = |seen: &Vec<&str>| {
            seen.iter().fold(0_usize, |sum, word| sum.saturating_add(if word.len() > LONG { 2 } else { 1 }))
        };
        sample.latin = seen.into_iter().map(|(words, seen)| (words, weight(&seen))).collect();
        // English stands first where as many words are another language's.
        sample.latin.sort_by_key(|(words, hits)| (std::cmp::Reverse(*hits), !words.is_read(), words.tag != "en"));
        sample
    }

    /// The language of a script of its own that the text is mostly in.
    fn dominant(&self, cjk: &str) -> Option<&'static Words> {
        let most = self.letters.saturating_div(3);
        let is_cjk = self.han.saturating_add(self.kana) > most;
        let tag = if is_cjk {
            cjk
        } else if self.arabic > self.letters {
            "ar"
        } else if self.hangul > most {
            "ko"
        } else {
            return None;
        };
        find(tag)
    }
}

/// Counts the word at a place for the languages that use it much, or that have it among their words about emissions.
fn note(text: &VisibleText, at: usize, seen: &mut Vec<(&'static Words, Vec<&'static str>)>) {
    let here = First::of(text, at);
    for words in LANGUAGES.iter().filter(|words| script(words.tag) == Script::Latin && words.tag != "und") {
        let is_here = |word: &&'static str| here.begins(word) && text.match_word_at(at, word).is_some();
        let common = words.common.iter().copied().find(is_here);
        let cue =
            || cues_at(words, text, at).find(|(phrase, _)| text.cue_at(at, phrase).is_some()).map(|(word, _)| *word);
        let unit = || words.units.iter().map(|(word, ..)| *word).find(is_here);
        let scale = || words.scales.iter().map(|(word, _)| *word).find(is_here);
        let roles = || words.roles.iter().flat_map(|(_, phrases)| phrases.iter().copied());
        let other = || roles().filter(|word| word.len() > 2).find(is_here);
        let Some(word) = common.or_else(cue).or_else(unit).or_else(scale).or_else(other) else { continue };
        match seen.iter_mut().find(|(known, _)| known.tag == words.tag) {
            Some((_, all)) if all.contains(&word) => {}
            Some((_, all)) => all.push(word),
            None => seen.push((words, vec![word])),
        }
    }
}
