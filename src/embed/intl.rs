//! Numbers, plurals, lists and dates by the browser's own `Intl`, in the widget's language whatever the browser's.

use std::cell::RefCell;

use js_sys::{Array, Date, JsString, Object, Reflect};
use wasm_bindgen::prelude::*;

use crate::json::Json;
use crate::locale::{Error, Locale, Messages, Numbers, Plural};
use crate::quantity::Decimal;

// js-sys takes numbers as floats here; these take the decimal's own digits, which `Intl` reads exactly.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type NumberFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(tag: &str, options: &Object) -> Result<NumberFormat, JsValue>;
    #[wasm_bindgen(method)]
    fn format(this: &NumberFormat, number: &str) -> String;

    #[wasm_bindgen(js_namespace = Intl)]
    type PluralRules;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(tag: &str, options: &Object) -> Result<PluralRules, JsValue>;
    #[wasm_bindgen(method)]
    fn select(this: &PluralRules, number: &str) -> String;

    #[wasm_bindgen(js_namespace = Intl)]
    type ListFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(tag: &str, options: &Object) -> Result<ListFormat, JsValue>;
    #[wasm_bindgen(method)]
    fn format(this: &ListFormat, items: &Array) -> String;

    #[wasm_bindgen(js_namespace = Intl)]
    type DateTimeFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(tag: &str, options: &Object) -> Result<DateTimeFormat, JsValue>;
    #[wasm_bindgen(method)]
    fn format(this: &DateTimeFormat, date: &Date) -> String;
}

/// The digits after the mark that every browser's `Intl` accepts; older ones refuse more.
const MAX_FRACTION: u32 = 20;

/// A formatter for each set of options that was asked for: making one costs far more than using it.
struct Cache<K, F>(RefCell<Vec<(K, Option<F>)>>);

impl<K: PartialEq, F> Cache<K, F> {
    const fn new() -> Self {
        Self(RefCell::new(Vec::new()))
    }

    /// What `using` makes of the formatter, or `None` where the browser refuses its options.
    fn with<T>(&self, key: K, make: impl FnOnce() -> Option<F>, using: impl FnOnce(&F) -> T) -> Option<T> {
        let mut held = self.0.borrow_mut();
        if let Some((_, made)) = held.iter().find(|(k, _)| *k == key) {
            return made.as_ref().map(using);
        }
        let made = make();
        let result = made.as_ref().map(using);
        held.push((key, made));
        result
    }
}

/// `Intl` for one language.
pub struct Browser {
    tag: String,
    numbers: Cache<(u32, u32, bool), NumberFormat>,
    plurals: Cache<u32, PluralRules>,
    lists: Cache<(), ListFormat>,
    dates: Cache<(bool, bool), DateTimeFormat>,
}

impl core::fmt::Debug for Browser {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_tuple("Browser").field(&self.tag).finish()
    }
}

impl Browser {
    /// The formatters for the language of this tag; what the browser cannot do is written in plain digits.
    #[must_use]
    pub fn new(tag: &str) -> Self {
        Self {
            tag: tag.to_owned(),
            numbers: Cache::new(),
            plurals: Cache::new(),
            lists: Cache::new(),
            dates: Cache::new(),
        }
    }
}

fn options(fields: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        // Setting a field of a fresh object cannot fail.
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object
}

impl Numbers for Browser {
    fn number(&self, value: &Decimal, min_fraction: u32, max_fraction: u32, grouping: bool) -> String {
        let max = max_fraction.min(MAX_FRACTION);
        let min = min_fraction.min(max);
        let digits = crate::locale::rounded(value, max).to_string();
        let make = || {
            let mut fields =
                vec![("minimumFractionDigits", JsValue::from(min)), ("maximumFractionDigits", JsValue::from(max))];
            if !grouping {
                fields.push(("useGrouping", JsValue::FALSE));
            }
            NumberFormat::new(&self.tag, &options(&fields)).ok()
        };
        self.numbers.with((min, max, grouping), make, |f| f.format(&digits)).unwrap_or(digits)
    }

    fn plural(&self, value: &Decimal) -> Plural {
        let scale = value.scale().min(MAX_FRACTION);
        let make = || {
            let fields = [("minimumFractionDigits", scale.into()), ("maximumFractionDigits", scale.into())];
            PluralRules::new(&self.tag, &options(&fields)).ok()
        };
        let name = self.plurals.with(scale, make, |f| f.select(&value.to_string()));
        Plural::named(&name.unwrap_or_default())
    }

    fn list(&self, items: &[String]) -> String {
        let array: Array = items.iter().map(|item| JsValue::from_str(item)).collect();
        let make = || ListFormat::new(&self.tag, &Object::new()).ok();
        self.lists.with((), make, |f| f.format(&array)).unwrap_or_else(|| items.join(", "))
    }

    fn capitalised(&self, text: &str) -> String {
        // The browser's own letters: std's table of them would be 2 kB more to download.
        let first = text.chars().next().map_or(0, char::len_utf8);
        let (first, rest) = text.split_at_checked(first).unwrap_or_default();
        let capital = JsString::from(first).to_locale_upper_case(Some(&self.tag));
        String::from(capital) + rest
    }

    fn date(&self, year: u16, month: Option<u8>, day: Option<u8>) -> String {
        let iso = format!("{year:04}-{:02}-{:02}", month.unwrap_or(1), day.unwrap_or(1));
        let make = || {
            let mut fields = vec![("year", "numeric"), ("timeZone", "UTC"), ("calendar", "gregory")];
            if month.is_some() {
                fields.push(("month", "long"));
            }
            if day.is_some() {
                fields.push(("day", "numeric"));
            }
            let fields: Vec<_> = fields.into_iter().map(|(name, value)| (name, JsValue::from_str(value))).collect();
            DateTimeFormat::new(&self.tag, &options(&fields)).ok()
        };
        let date = Date::new(&JsValue::from_str(&iso));
        self.dates.with((month.is_some(), day.is_some()), make, |f| f.format(&date)).unwrap_or(iso)
    }
}

/// The language of this tag and file, with the browser's numbers.
///
/// # Errors
/// As [`Messages::read_json`].
pub fn locale(tag: &str, words: Json) -> Result<Locale, Error> {
    let messages = Messages::read_json(tag, words)?;
    let numbers = Browser::new(messages.formats());
    Ok(Locale::new(messages, std::rc::Rc::new(numbers)))
}
