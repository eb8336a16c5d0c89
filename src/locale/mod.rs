//! The words and the numbers of a language.
//!
//! Words are [`Messages`], one file a language in `locales/`; the build compares the files with each other and with
//! the catalogue. Numbers are a matter of [`Numbers`]: `Intl` in a browser, CLDR's data elsewhere. A [`Locale`] is
//! both, and the only place where text for readers is made.
//!
#![cfg_attr(feature = "cli", doc = "```")]
#![cfg_attr(not(feature = "cli"), doc = "```ignore")]
//! use emissions_calculator::locale::{Argument, Locale};
//! use emissions_calculator::msg;
//!
//! let cut = || Argument::Quantity("37909.87 tCO2e".parse().unwrap());
//! let english = Locale::native("en").ok_or("no English")?;
//! let headline = english.text(msg!("headline.reduction"), &[("amount", cut())]);
//! assert_eq!(headline, "A cut of 37,909.87 tonnes of CO₂e is about");
//! let chinese = Locale::native("zh").ok_or("no Chinese")?;
//! assert_eq!(chinese.argument(&cut()), "37,909.87吨二氧化碳当量");
//! # Ok::<(), &str>(())
//! ```

#[cfg(feature = "cli")]
mod cldr;
mod faults;
mod messages;
mod numbers;
#[cfg(feature = "cli")]
mod shipped;
mod units;
mod words;
mod working;

use core::fmt;
use std::rc::Rc;

use rust_decimal::RoundingStrategy;

use crate::disclosure::{Date, Period};
use crate::quantity::{Arithmetic, Decimal, Quantity, Separators, round_to_digits};

#[cfg(feature = "cli")]
pub use cldr::Cldr;
pub use messages::{Error, Messages, Part, Plural};
pub use numbers::Numbers;
#[cfg(feature = "cli")]
pub use shipped::{available, best, json};
pub use working::sign;

pub use crate::msg;

mod table {
    include!(concat!(env!("OUT_DIR"), "/locales.rs"));
}

/// The key of a message, checked when the program is compiled: a key that `locales/en.toml` lacks is an error.
///
/// ```
/// assert_eq!(emissions_calculator::msg!("headline.reduction"), "headline.reduction");
/// ```
/// ```compile_fail
/// emissions_calculator::msg!("headline.of-nothing");
/// ```
#[macro_export]
macro_rules! msg {
    ($key:literal) => {{
        const _: () = assert!($crate::locale::is_key($key), concat!("locales/en.toml has no ", $key));
        $key
    }};
}

/// Whether every language has a message of this key.
#[must_use]
pub const fn is_key(key: &str) -> bool {
    let mut keys = table::KEYS;
    while let [first, others @ ..] = keys {
        if same(first.as_bytes(), key.as_bytes()) {
            return true;
        }
        keys = others;
    }
    false
}

const fn same(mut a: &[u8], mut b: &[u8]) -> bool {
    loop {
        match (a, b) {
            ([], []) => return true,
            ([first, rest @ ..], [other, others @ ..]) if *first == *other => (a, b) = (rest, others),
            _ => return false,
        }
    }
}

/// What stands in a placeholder.
#[derive(Clone, Debug, PartialEq)]
pub enum Argument {
    /// A number with the digits it has, up to six after the mark; one with more is the result of a division and is
    /// put to five digits.
    Number(Decimal),
    /// A number that was rounded before, large ones in words: "1.56 million", 1.56万.
    Rounded(Decimal),
    /// A number with all the digits that a division left, up to fifteen that count.
    Exact(Decimal),
    /// A share, 1 for 100 %, to one decimal.
    Percent(Decimal),
    /// As [`Number`](Self::Number), with its unit in words: "37,909.87 tonnes of CO₂e".
    Quantity(Quantity),
    /// As [`Number`](Self::Number), with its unit as a symbol: "12,000 km".
    Short(Quantity),
    /// Text as it is.
    Text(String),
    /// "a, b and c".
    List(Vec<String>),
    /// A date of a disclosure.
    Date(Date),
    /// A period of a disclosure.
    Period(Period),
    /// A year, whose digits are never grouped.
    Year(u16),
}

/// The most digits of an exact number.
const EXACT: u32 = 15;

/// The most digits of a stated count that is written as rounded numbers are: 1.5万 beside 1.56万, but 15,562.
const ROUND: u32 = 4;

impl Argument {
    /// A count that an article states.
    #[must_use]
    pub fn stated(count: Decimal) -> Self {
        let is_round = round_to_digits(&count, ROUND) == count;
        if is_round { Self::Rounded(count) } else { Self::Number(count) }
    }

    const fn value(&self) -> Option<Decimal> {
        match self {
            Self::Number(value) | Self::Rounded(value) | Self::Exact(value) | Self::Percent(value) => Some(*value),
            Self::Quantity(quantity) | Self::Short(quantity) => Some(quantity.value),
            _ => None,
        }
    }
}

/// The powers of ten that a language may have a word for, largest first; `number.scale-<power>` is that word.
const SCALES: [u32; 5] = [12, 9, 8, 6, 4];

/// A language: its words and its numbers. Clones share both.
#[derive(Clone)]
pub struct Locale {
    messages: Rc<Messages>,
    numbers: Rc<dyn Numbers>,
}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Locale").field(&self.tag()).finish()
    }
}

impl PartialEq for Locale {
    /// Whether both say the same words; two of one language that were read apart are not compared further.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.messages, &other.messages)
    }
}

impl Locale {
    /// A language of these words and numbers.
    #[must_use]
    pub fn new(messages: Messages, numbers: Rc<dyn Numbers>) -> Self {
        Self { messages: Rc::new(messages), numbers }
    }

    /// The shipped language that suits `tag` best (English if none does), with CLDR's numbers.
    #[cfg(feature = "cli")]
    #[must_use]
    pub fn native(tag: &str) -> Option<Self> {
        let tag = best(tag);
        let messages = Messages::read(tag, json(tag)?).ok()?;
        let numbers = Cldr::new(messages.formats())?;
        Some(Self::new(messages, Rc::new(numbers)))
    }

    /// The language's tag, such as `zh-CN`.
    #[must_use]
    pub fn tag(&self) -> &str {
        self.messages.tag()
    }

    /// `ltr` or `rtl`.
    #[must_use]
    pub fn direction(&self) -> &str {
        self.messages.direction()
    }

    /// The separators of this language's numbers.
    #[must_use]
    pub fn separators(&self) -> Separators {
        self.numbers.separators()
    }

    /// Whether there is a message of this key; for keys made of data, such as a caution's code.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.messages.has(key)
    }

    /// The message with its placeholders filled. A key that does not exist gives the key; a placeholder without a
    /// value stays as it is. A message with plural forms is chosen by the number `n`.
    #[must_use]
    pub fn text(&self, key: &str, arguments: &[(&str, Argument)]) -> String {
        let mut out = String::new();
        for part in self.parts(key, arguments) {
            match part {
                Part::Text(text) => out.push_str(&text),
                Part::Slot(name) => messages::slot(&mut out, &name),
            }
        }
        out
    }

    /// The message in pieces, with nothing filled.
    fn pieces(&self, key: &str) -> Vec<Part> {
        messages::split(self.messages.plain(key).unwrap_or(key))
    }

    /// The message in pieces: placeholders that have a value are text, the others are slots for a control.
    #[must_use]
    pub fn parts(&self, key: &str, arguments: &[(&str, Argument)]) -> Vec<Part> {
        let argument = |wanted: &str| arguments.iter().find(|(name, _)| *name == wanted).map(|(_, argument)| argument);
        let plural = || argument("n").map_or(Plural::Other, |n| self.plural(n));
        let template = self.messages.form(key, plural).unwrap_or(key);
        let mut parts: Vec<Part> = Vec::new();
        for part in messages::split(template) {
            let part = match part {
                Part::Slot(name) => argument(&name).map_or(Part::Slot(name), |found| Part::Text(self.argument(found))),
                text => text,
            };
            match (parts.last_mut(), part) {
                (Some(Part::Text(held)), Part::Text(more)) => held.push_str(&more),
                (_, part) => parts.push(part),
            }
        }
        parts
    }

    /// The text with a capital first letter, where the language has such.
    #[must_use]
    pub fn capitalised(&self, text: &str) -> String {
        self.numbers.capitalised(text)
    }

    /// One argument as text.
    #[must_use]
    pub fn argument(&self, argument: &Argument) -> String {
        match argument {
            Argument::Number(value) => self.number(value),
            Argument::Rounded(value) => self.scaled(value),
            Argument::Exact(value) => {
                let exact = round_to_digits(value, EXACT);
                self.numbers.number(&exact, 0, exact.scale(), true)
            }
            Argument::Percent(share) => {
                let percent = share.product(Decimal::ONE_HUNDRED).unwrap_or(*share);
                self.with_number("number.percent", &self.numbers.number(&percent, 0, 1, true), &percent)
            }
            Argument::Quantity(quantity) => self.quantity(quantity, units::Style::Words),
            Argument::Short(quantity) => self.quantity(quantity, units::Style::Symbols),
            // A name in another script must not turn the sentence around it.
            Argument::Text(text) if self.direction() == "rtl" => format!("\u{2068}{text}\u{2069}"),
            Argument::Text(text) => text.clone(),
            Argument::List(items) => self.numbers.list(items),
            Argument::Date(date) => self.date(date),
            Argument::Period(period) => self.period(period),
            Argument::Year(year) => self.numbers.number(&Decimal::from(*year), 0, 0, false),
        }
    }

    fn number(&self, value: &Decimal) -> String {
        let shown = shown(value);
        let text = self.numbers.number(&shown, shown.scale(), shown.scale(), true);
        // The typographer's sign, as everywhere else: most of CLDR's languages have the hyphen.
        if shown.is_sign_negative() { text.replace('-', "−") } else { text }
    }

    /// A message whose `{n}` is this text, in the plural form of this number.
    fn with_number(&self, key: &str, text: &str, value: &Decimal) -> String {
        let template = self.messages.form(key, || self.numbers.plural(value)).unwrap_or("{n}");
        messages::fill(template, &[("n", text)])
    }

    fn plural(&self, argument: &Argument) -> Plural {
        let Some(value) = argument.value() else { return Plural::Other };
        match argument {
            // French and Spanish say "1,56 million de voitures": what follows a word of scale is counted by that word.
            Argument::Rounded(_) => match self.scale(&value) {
                Some((power, _)) if power >= 6 => self.numbers.plural(&Decimal::from(1_000_000)),
                _ => self.numbers.plural(&value.normalize()),
            },
            _ => self.numbers.plural(&shown(&value)),
        }
    }

    /// The largest power of ten that this language has a word for and that is in the number, and the word's key.
    fn scale(&self, value: &Decimal) -> Option<(u32, String)> {
        SCALES.into_iter().find_map(|power| {
            let size = Decimal::from(10_u64.checked_pow(power)?);
            let key = format!("number.scale-{power}");
            let has_word = self.messages.plain(&key) != Some("") && self.messages.has(&key);
            (value.abs() >= size && has_word).then_some((power, key))
        })
    }

    fn scaled(&self, value: &Decimal) -> String {
        let scaled = self.scale(value).and_then(|(power, key)| {
            let size = Decimal::from(10_u64.checked_pow(power)?);
            Some((value.quotient(size)?.normalize(), key))
        });
        match scaled {
            Some((value, key)) => self.with_number(&key, &self.number(&value), &shown(&value)),
            None => self.number(&value.normalize()),
        }
    }

    fn period(&self, period: &Period) -> String {
        let from = self.date(period.from());
        let Some(to) = period.to() else { return from };
        self.joined(msg!("date.range"), &[("from", &from), ("to", &self.date(to))])
    }

    fn date(&self, date: &Date) -> String {
        self.numbers.date(date.year(), date.month(), date.day())
    }
}

/// The number with at most `fraction` decimals, halves away from zero as in print.
pub(crate) fn rounded(value: &Decimal, fraction: u32) -> Decimal {
    value.round_dp_with_strategy(fraction, RoundingStrategy::MidpointAwayFromZero)
}

/// The digits of a number that are shown; see [`Argument::Number`].
fn shown(value: &Decimal) -> Decimal {
    if value.scale() <= 6 {
        return *value;
    }
    if value.abs() >= Decimal::from(10_000) {
        return rounded(value, 0).normalize();
    }
    round_to_digits(value, 5)
}
