//! The browser's `Intl` writes what CLDR's data writes natively (tests/locales.rs), wherever spaces do not differ.
#![cfg(all(target_arch = "wasm32", feature = "web"))]

use emissions_calculator::embed::{self, Browser};
use emissions_calculator::locale::{Argument, Numbers, Plural};
use emissions_calculator::quantity::{Decimal, Separators, parse_decimal};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn decimal(text: &str) -> Decimal {
    parse_decimal(text).unwrap()
}

#[wasm_bindgen_test]
fn numbers_keep_all_their_digits() {
    let english = Browser::new("en-GB");
    assert_eq!(english.number(&decimal("987654321987654321.25"), 0, 2, true), "987,654,321,987,654,321.25");
    assert_eq!(english.number(&decimal("2021"), 0, 0, false), "2021");
    assert_eq!(english.number(&decimal("1668.6"), 2, 2, true), "1,668.60");
    assert_eq!(Browser::new("de").number(&decimal("0.125"), 0, 2, true), "0,13");
    assert_eq!(Browser::new("ar-EG").number(&decimal("37909.87"), 0, 2, true), "٣٧٬٩٠٩٫٨٧");
}

#[wasm_bindgen_test]
fn plurals_follow_the_language_and_the_digits_shown() {
    let plural = |tag, number| Browser::new(tag).plural(&decimal(number));
    assert_eq!(plural("en-GB", "1"), Plural::One);
    assert_eq!(plural("en-GB", "1.0"), Plural::Other);
    assert_eq!(plural("fr", "1000000"), Plural::Many);
    assert_eq!(plural("ar", "11"), Plural::Many);
    assert_eq!(plural("zh-CN", "1"), Plural::Other);
}

#[wasm_bindgen_test]
fn lists_dates_and_marks() {
    let (english, chinese) = (Browser::new("en-GB"), Browser::new("zh-CN"));
    let items = ["a", "b", "c"].map(str::to_owned);
    assert_eq!(english.list(&items), "a, b and c");
    assert_eq!(chinese.list(&items), "a、b和c");
    assert_eq!(english.date(2022, Some(4), Some(20)), "20 April 2022");
    assert_eq!(chinese.date(2022, Some(4), None), "2022年4月");
    assert_eq!(chinese.date(2022, None, None), "2022年");
    assert_eq!(english.separators(), Separators::POINT);
    assert_eq!(Browser::new("de").separators(), Separators::COMMA);
}

#[wasm_bindgen_test]
fn a_tag_that_is_none_still_gives_digits() {
    let broken = Browser::new("not a tag");
    assert_eq!(broken.number(&decimal("1234.5"), 0, 1, true), "1234.5");
    assert_eq!(broken.date(2022, Some(4), Some(20)), "2022-04-20");
    assert_eq!(broken.plural(&decimal("1")), Plural::Other);
}

#[wasm_bindgen_test]
fn a_locale_joins_words_and_numbers() {
    // Keys in order, as the build writes them.
    let json = r#"{"direction":"ltr","formats":"en-GB","gas.of-short":"{amount} {gas}","gas.short.CO2e":"CO₂e",
        "number.scale-6":"{n} million","unit-short.t":"{n} t"}"#;
    let locale = embed::locale("en", serde_json::from_str(json).unwrap()).unwrap();
    assert_eq!(locale.argument(&Argument::Rounded(decimal("1560000"))), "1.56 million");
    assert_eq!(locale.argument(&Argument::Short("37909.87 tCO2e".parse().unwrap())), "37,909.87 t CO₂e");
    assert_eq!(locale.argument(&Argument::Short("12000 km".parse().unwrap())), "12,000 km");
}
