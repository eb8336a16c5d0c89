//! Numbers, plurals, lists and dates without a browser, from the same CLDR data that browsers have.

use icu_datetime::fieldsets::{Y, YM, YMD};
use icu_datetime::input::Date;
use icu_datetime::preferences::CalendarAlgorithm;
use icu_datetime::{DateTimeFormatter, DateTimeFormatterPreferences};
use icu_decimal::DecimalFormatter;
use icu_decimal::options::GroupingStrategy;
use icu_list::ListFormatter;
use icu_list::options::ListFormatterOptions;
use icu_locale_core::Locale as Tag;
use icu_plurals::{PluralCategory, PluralRules, PluralRulesOptions};

use super::{Numbers, Plural};
use crate::quantity::Decimal;

/// The formatters of one language, made once.
#[derive(Debug)]
pub struct Cldr {
    grouped: DecimalFormatter,
    plain: DecimalFormatter,
    plurals: PluralRules,
    lists: ListFormatter,
    year: DateTimeFormatter<Y>,
    month: DateTimeFormatter<YM>,
    day: DateTimeFormatter<YMD>,
}

impl Cldr {
    /// The formatters for the language of this tag, or `None` where it is no language tag.
    #[must_use]
    pub fn new(tag: &str) -> Option<Self> {
        let locale: Tag = tag.parse().ok()?;
        // The data has a root for languages it does not know, so making a formatter fails for none.
        let mut dates: DateTimeFormatterPreferences = (&locale).into();
        dates.calendar_algorithm = Some(CalendarAlgorithm::Gregory);
        Some(Self {
            grouped: DecimalFormatter::try_new((&locale).into(), GroupingStrategy::Auto.into()).ok()?,
            plain: DecimalFormatter::try_new((&locale).into(), GroupingStrategy::Never.into()).ok()?,
            plurals: PluralRules::try_new((&locale).into(), PluralRulesOptions::default()).ok()?,
            lists: ListFormatter::try_new_and((&locale).into(), ListFormatterOptions::default()).ok()?,
            year: DateTimeFormatter::try_new(dates, Y::long()).ok()?,
            month: DateTimeFormatter::try_new(dates, YM::long()).ok()?,
            day: DateTimeFormatter::try_new(dates, YMD::long()).ok()?,
        })
    }
}

/// The formatters' own decimal, by way of the digits.
fn digits(value: &Decimal) -> icu_decimal::input::Decimal {
    icu_decimal::input::Decimal::try_from_str(&value.to_string()).unwrap_or_default()
}

impl Numbers for Cldr {
    fn number(&self, value: &Decimal, min_fraction: u32, max_fraction: u32, grouping: bool) -> String {
        let mut digits = digits(&super::rounded(value, max_fraction));
        let places = |fraction: u32| i16::try_from(fraction).unwrap_or(i16::MAX).saturating_neg();
        digits.absolute.trim_end();
        digits.absolute.pad_end(places(min_fraction));
        let formatter = if grouping { &self.grouped } else { &self.plain };
        formatter.format(&digits).to_string()
    }

    fn plural(&self, value: &Decimal) -> Plural {
        match self.plurals.category_for(&digits(value)) {
            PluralCategory::Zero => Plural::Zero,
            PluralCategory::One => Plural::One,
            PluralCategory::Two => Plural::Two,
            PluralCategory::Few => Plural::Few,
            PluralCategory::Many => Plural::Many,
            PluralCategory::Other => Plural::Other,
        }
    }

    fn list(&self, items: &[String]) -> String {
        self.lists.format(items.iter()).to_string()
    }

    fn capitalised(&self, text: &str) -> String {
        let mut chars = text.chars();
        chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
    }

    fn date(&self, year: u16, month: Option<u8>, day: Option<u8>) -> String {
        let Ok(date) = Date::try_new_iso(i32::from(year), month.unwrap_or(1), day.unwrap_or(1)) else {
            return year.to_string();
        };
        match (month, day) {
            (None, _) => self.year.format(&date).to_string(),
            (_, None) => self.month.format(&date).to_string(),
            _ => self.day.format(&date).to_string(),
        }
    }
}
