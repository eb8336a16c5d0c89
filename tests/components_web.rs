//! The first view as a reader meets it, part by part: what it shows, what a reader does with it, and what it shows then;
//! and that it answers whatever scripts, extensions and translators do to it.
//!
//! Typing and what the page's script is told are in tests/web.rs, the panels in tests/panels_web.rs.
#![cfg(all(target_arch = "wasm32", feature = "web"))]
#![allow(missing_docs, reason = "a test")]

mod web_common;

use std::cell::RefCell;
use std::rc::Rc;

use emissions_calculator::disclosure::Disclosure;
use emissions_calculator::embed::Browser;
use emissions_calculator::locale::{Locale, Messages};
use emissions_calculator::report::{Action, Analysis, HostDefaults, Session};
use emissions_calculator::view::{HeadingLevel, ViewContext};
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_common::*;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement, Node};

wasm_bindgen_test_configure!(run_in_browser);

// From top to bottom.

#[wasm_bindgen_test]
async fn byline_tells_whose_when_and_by_whom() {
    let page = Page::ant().await;
    let byline = page.text(".byline");
    for part in ["Ant Group", "2021", "Guangming Online"] {
        assert!(byline.contains(part), "{part}: {byline}");
    }
    let page = Page::open(&[("amount", "1000 tCO2e"), ("lang", "en"), ("locale", ENGLISH)]).await;
    assert!(!page.has(".byline"), "an amount is nobody's");
}

#[wasm_bindgen_test]
async fn headline_keeps_the_amount_and_changes_its_number() {
    let page = Page::ant().await;
    // The result is a line of its own.
    let lines = |page: &Page| (page.texts(".headline > span:not(.visually-hidden)").concat(), page.result());
    let amount = "A cut of 37,909.87 tonnes of CO₂e is about".to_owned();
    assert_eq!(lines(&page), (amount.clone(), "15,600 petrol cars".to_owned()));
    page.write(DISTANCE, "15000").await;
    assert_eq!(lines(&page), (amount.clone(), "12,400 petrol cars".to_owned()));
    assert_eq!(page.text(".headline"), amount + "12,400 petrol cars", "there is no more in it");
    page.choose("comparisons", "People’s yearly emissions").await;
    assert!(page.result().ends_with(" people"), "{}", page.result());
    let page = Page::of(SILENT).await;
    assert_eq!(page.text(".headline"), "No amount of emissions is disclosed.");
    assert!(!page.has(".result"));
}

#[wasm_bindgen_test]
async fn co2_is_seen_as_a_formula_and_heard_in_words() {
    let page = Page::ant().await;
    assert_eq!(page.text(".headline > [aria-hidden=true]"), "CO₂e");
    let heard = page.find(".headline > .visually-hidden").text_content().unwrap();
    assert_eq!(heard, "carbon dioxide equivalent");
    assert_eq!(page.find(".sentence > .visually-hidden").text_content().unwrap(), "carbon dioxide");
    // Chinese says it in words already.
    let page = Page::open(&[("disclosure", ANT), ("lang", "zh-CN"), ("locale", CHINESE)]).await;
    assert!(page.text(".headline").contains("二氧化碳当量"));
    assert!(!page.has(".headline > .visually-hidden"));
}

#[wasm_bindgen_test]
async fn sentence_has_its_numbers_where_the_language_has_them() {
    let page = Page::ant().await;
    let said = |page: &Page| {
        let nodes = page.find(".sentence").children();
        let piece = |element: Element| match element.class_name().as_str() {
            "field" => {
                let input = element.query_selector("input").unwrap().unwrap();
                format!("[{}]", input.unchecked_into::<HtmlInputElement>().value())
            }
            "visually-hidden" => String::new(),
            _ => text_of(&element),
        };
        let pieces = (0..nodes.length()).map(|index| piece(nodes.item(index).unwrap()));
        pieces.collect::<String>().replace('\u{a0}', " ")
    };
    assert_eq!(
        said(&page),
        "driven for a year, if each covers [12,000 km] a year and emits [0.203 kg] of CO₂ per kilometre."
    );
    page.choose("comparisons", "People’s yearly emissions").await;
    assert!(said(&page).starts_with("in a year, at [8.658 t] of CO₂ each"), "{}", said(&page));
    let page = Page::open(&[("disclosure", ANT), ("lang", "zh-CN"), ("locale", CHINESE)]).await;
    assert_eq!(said(&page), "一年的排放，按每辆车每年行驶[12,000公里]、每公里排放[0.203千克]二氧化碳计算。");
}

#[wasm_bindgen_test]
async fn number_on_a_drag_is_drawn_alone_until_it_is_let_go() {
    let page = Page::ant().await;
    page.toggle("How this is worked out").await;
    let beside = || (page.chosen("presets"), page.text(".exact"), page.text(".steps .numbers"));
    let before = beside();
    page.pointer("pointerdown", 100, 100).await;
    page.pointer("pointermove", 160, 100).await;
    assert_ne!(page.result(), "15,600 petrol cars");
    assert_eq!(beside(), before, "what is beside it follows later");
    page.pointer("pointerup", 160, 100).await;
    assert_eq!(page.chosen("presets"), "Your own", "or as soon as it is let go");
    assert_ne!(page.text(".exact"), before.1);
}

#[wasm_bindgen_test]
async fn number_is_dragged_across_and_tapped_to_be_typed_over() {
    let page = Page::ant().await;
    let value = || page.now(DISTANCE);
    page.pointer("pointerdown", 100, 100).await;
    page.pointer("pointermove", 160, 100).await;
    let far: u32 = value().parse().unwrap();
    assert!(far > 12_000 && far.is_multiple_of(500), "{far}");
    assert_ne!(page.result(), "15,600 petrol cars");
    page.pointer("pointermove", 40, 100).await;
    assert!(value().parse::<u32>().unwrap() < 12_000, "{}", value());
    page.pointer("pointermove", 100, 100).await;
    assert_eq!(value(), "12000", "back where it began");
    page.pointer("pointerup", 100, 100).await;
    page.pointer("pointermove", 300, 100).await;
    assert_eq!(value(), "12000", "a pointer that is up drags nothing");
    // Down the page is scrolling.
    page.pointer("pointerdown", 100, 100).await;
    page.pointer("pointermove", 110, 200).await;
    assert_eq!(value(), "12000");
    page.pointer("pointercancel", 110, 200).await;

    let input = page.input(DISTANCE);
    input.focus().unwrap();
    input.set_selection_range(0, 0).unwrap();
    page.pointer("pointerdown", 100, 100).await;
    // A finger trembles.
    page.pointer("pointermove", 103, 100).await;
    page.pointer("pointerup", 103, 100).await;
    assert_eq!(value(), "12000");
    let length = input.value().encode_utf16().count();
    assert_eq!((input.selection_start(), input.selection_end()), (Ok(Some(0)), Ok(u32::try_from(length).ok())));
}

#[wasm_bindgen_test]
async fn number_shows_what_is_typed_until_it_is_left() {
    let page = Page::ant().await;
    page.input(DISTANCE).focus().unwrap();
    page.write(DISTANCE, "15e").await;
    assert_eq!(page.value(DISTANCE), "15e");
    page.write(DISTANCE, "15000").await;
    assert_eq!(page.value(DISTANCE), "15000");
    page.key(DISTANCE, "Enter").await;
    assert_eq!(page.value(DISTANCE), "15,000 km");
    assert_eq!(page.find(DISTANCE).get_attribute("aria-valuetext").as_deref(), Some("15,000 km"));
    assert!(page.find(DISTANCE).class_name().contains("changed"));
    // What was there when the field was entered comes back.
    page.key(DISTANCE, "Escape").await;
    assert_eq!(page.result(), "15,600 petrol cars");
    assert_eq!(page.value(DISTANCE), "12,000 km");
    assert!(!page.find(DISTANCE).class_name().contains("changed"));
    // Left, it is written as the language writes it.
    page.write(DISTANCE, "15000").await;
    page.input(DISTANCE).blur().unwrap();
    yew::scheduler::flush().await;
    assert_eq!(page.value(DISTANCE), "15,000 km");
}

#[wasm_bindgen_test]
async fn number_that_cannot_be_meant_is_refused_and_the_last_result_stays() {
    let page = Page::ant().await;
    page.write(DISTANCE, "15000").await;
    for (typed, why) in [
        ("100000000000000000000", "far from anything plausible (5,000 km to 30,000 km)"),
        ("0", "The value cannot be zero"),
        ("9 kg", "That unit does not fit."),
    ] {
        page.write(DISTANCE, typed).await;
        wait(TYPING_PAUSE).await;
        assert!(page.text("#fault-distance").contains(why), "{typed}: {}", page.text("#fault-distance"));
        assert_eq!(page.text("#fault-intensity"), "", "each number has its own");
        assert_eq!(page.result(), "12,400 petrol cars", "{typed}");
    }
    page.write(DISTANCE, "9,300 mi").await;
    assert_eq!(page.text("#fault-distance"), "");
    assert!(page.text(SET).starts_with("Your 14,967 km"), "other units are converted: {}", page.text(SET));
    // Nothing works more than all the time.
    page.choose("comparisons", "Hours of a coal power unit").await;
    page.write("[aria-label='Capacity factor']", "1.5").await;
    wait(TYPING_PAUSE).await;
    assert!(page.text("#fault-capacity-factor").contains("0.3 to 1"), "{}", page.text("#fault-capacity-factor"));
}

#[wasm_bindgen_test]
async fn number_in_a_language_from_right_to_left_grows_to_the_left_as_its_slider_does() {
    let page = Page::open(&[("disclosure", ANT), ("lang", "ar"), ("locale", ARABIC)]).await;
    let value = || page.now(".num").parse::<f64>().unwrap();
    let before = value();
    page.pointer("pointerdown", 100, 100).await;
    page.pointer("pointermove", 60, 100).await;
    assert!(value() > before, "{before} {}", value());
    page.pointer("pointermove", 140, 100).await;
    assert!(value() < before, "{before} {}", value());
}

#[wasm_bindgen_test]
async fn number_on_its_way_is_no_fault_and_enter_asks_for_the_verdict() {
    let page = Page::ant().await;
    // 0.25 begins with a zero, which would be refused.
    for typed in ["0", "0.", "0.2", "0.25"] {
        page.write(INTENSITY, typed).await;
        assert_eq!(page.text("#fault-intensity"), "", "{typed}");
    }
    wait(TYPING_PAUSE).await;
    assert_eq!(page.text("#fault-intensity"), "");
    assert_eq!(page.result(), "12,600 petrol cars");
    page.write(DISTANCE, "15 bananas").await;
    page.key(DISTANCE, "Enter").await;
    assert!(page.text("#fault-distance").contains("That unit"), "{}", page.text("#fault-distance"));
    assert_eq!(page.value(DISTANCE), "15 bananas", "what was typed is not lost to a slip");
    page.key(DISTANCE, "Escape").await;
    assert_eq!((page.text("#fault-distance").as_str(), page.value(DISTANCE).as_str()), ("", "12,000 km"));
}

#[wasm_bindgen_test]
async fn number_drops_what_was_being_typed_when_it_is_set_elsewhere() {
    let page = Page::ant().await;
    page.write(DISTANCE, "15 bananas").await;
    wait(TYPING_PAUSE).await;
    assert!(page.has(".num.faulty"));
    page.choose("presets", "US").await;
    assert!(!page.has(".num.faulty"));
    assert_eq!(page.text("#fault-distance"), "");
    assert_eq!(page.value(DISTANCE), "17,569 km");
    // Where the number stays the same, it goes when the field is left for the list.
    page.input(DISTANCE).focus().unwrap();
    page.write(DISTANCE, "15 bananas").await;
    page.key(DISTANCE, "Enter").await;
    assert!(page.has(".num.faulty"));
    page.list("presets").focus().unwrap();
    yew::scheduler::flush().await;
    assert!(!page.has(".num.faulty"));
    assert_eq!((page.text("#fault-distance").as_str(), page.value(DISTANCE).as_str()), ("", "17,569 km"));

    page.write(DISTANCE, "15000").await;
    page.handle.reset();
    yew::scheduler::flush().await;
    assert_eq!(page.value(DISTANCE), "12,000 km");
}

#[wasm_bindgen_test]
async fn number_that_is_unusual_lies_between_the_limits_that_are_told() {
    let page = Page::ant().await;
    page.write(DISTANCE, "90000").await;
    page.key(DISTANCE, "Enter").await;
    let told = |name: &str| page.find(DISTANCE).get_attribute(name).unwrap().parse::<u32>().unwrap();
    assert_eq!((told("aria-valuemin"), told("aria-valuenow"), told("aria-valuemax")), (5_000, 90_000, 90_000));
}

#[wasm_bindgen_test]
async fn slider_is_that_of_the_number_touched_last() {
    let page = Page::ant().await;
    let slider = |page: &Page| (page.all(".slider").len(), page.text(".slider .label"));
    assert_eq!(slider(&page), (1, "Distance a year".to_owned()));
    assert_eq!(page.texts(".slider .ends > [aria-hidden=true]"), ["5,000 km", "30,000 km"]);
    page.input(INTENSITY).focus().unwrap();
    yew::scheduler::flush().await;
    assert_eq!(slider(&page), (1, "Emissions per kilometre".to_owned()));
    page.input(INTENSITY).blur().unwrap();
    yew::scheduler::flush().await;
    assert_eq!(slider(&page).1, "Emissions per kilometre", "it stays when the number is left");
    page.key(DISTANCE, "ArrowUp").await;
    assert_eq!(slider(&page).1, "Distance a year");
    page.write(INTENSITY, "0.25").await;
    assert_eq!(slider(&page).1, "Emissions per kilometre");
    page.pointer("pointerdown", 100, 100).await;
    page.pointer("pointerup", 100, 100).await;
    assert_eq!(slider(&page).1, "Distance a year", "a tap is a touch");
    page.input(INTENSITY).focus().unwrap();
    page.choose("comparisons", "People’s yearly emissions").await;
    assert!(!page.has(".slider"), "one person's emissions are no assumption that moves");
    page.choose("comparisons", "Petrol cars, for a year").await;
    assert_eq!(slider(&page).1, "Distance a year", "another comparison begins with its first number");
}

#[wasm_bindgen_test]
async fn slider_moves_the_number_and_each_can_be_put_back() {
    let page = Page::ant().await;
    assert!(!page.has(SET));
    assert!(page.has(".set.invisible"), "its room is kept");
    page.write(".slider input", "15000").await;
    assert_eq!(page.result(), "12,400 petrol cars");
    assert_eq!(page.value(DISTANCE), "15,000 km");
    assert_eq!(page.find(".slider input").get_attribute("aria-valuetext").as_deref(), Some("15,000 km"));
    assert!(page.text(SET).starts_with("Your 15,000 km"), "{}", page.text(SET));
    page.input(INTENSITY).focus().unwrap();
    yew::scheduler::flush().await;
    assert!(!page.has(SET), "this one is not set");
    page.write(".slider input", "0.25").await;
    assert_eq!((page.value(DISTANCE).as_str(), page.value(INTENSITY).as_str()), ("15,000 km", "0.25 kg"));
    assert!(page.text(SET).starts_with("Your 0.25 kg"), "{}", page.text(SET));
    let back = page.find(&format!("{SET} button"));
    let name = back.text_content().unwrap().replace('\u{a0}', " ");
    assert_eq!(name, "back to 0.203 kg Emissions per kilometre", "the name of what goes back is told");
    click(&back);
    yew::scheduler::flush().await;
    assert_eq!((page.value(DISTANCE).as_str(), page.value(INTENSITY).as_str()), ("15,000 km", "0.203 kg"));
    assert!(!page.has(SET));
    // The slider's own handle goes back with it.
    assert_eq!(page.input(".slider input").value(), "0.203");
    page.input(DISTANCE).focus().unwrap();
    yew::scheduler::flush().await;
    assert!(page.text(SET).starts_with("Your 15,000 km"), "the other one's stays: {}", page.text(SET));
    click(&page.find(&format!("{SET} button")));
    yew::scheduler::flush().await;
    assert_eq!(page.result(), "15,600 petrol cars");
    assert!(!page.has(SET));
}

#[wasm_bindgen_test]
async fn slider_goes_back_to_the_default_where_no_article_has_a_number() {
    let page = Page::open(&[("amount", "1000 tCO2e"), ("lang", "en"), ("locale", ENGLISH)]).await;
    page.key(".num", "ArrowUp").await;
    assert!(page.text(SET).contains("back to the default, "), "{}", page.text(SET));
}

#[wasm_bindgen_test]
async fn slider_leaves_what_is_beside_the_number_behind_from_the_first_step() {
    let page = Page::with_panel(ANT, "How this is worked out").await;
    let exact = page.text(".exact");
    for distance in (12_500..=20_000).step_by(500) {
        page.write(".slider input", &distance.to_string()).await;
        assert_eq!(page.now(DISTANCE), distance.to_string());
        assert_eq!(page.text(".exact"), exact, "nothing gets in the way of the next one: {distance}");
        assert_eq!(page.chosen("presets"), "The article", "{distance}");
        wait(REST - 1.0).await;
    }
    assert!(page.text(YOURS).contains("9,340"), "the verdict stands with the result: {}", page.text(YOURS));
    wait(1.0).await;
    assert!(page.text(".exact").starts_with("9,337.4"), "{}", page.text(".exact"));
    assert_eq!(page.chosen("presets"), "Your own");
}

#[wasm_bindgen_test]
async fn pictogram_has_as_many_dots_as_its_words_say() {
    let page = Page::ant().await;
    let dots = |page: &Page| page.text(".dots > :not(.room)").matches('●').count();
    assert_eq!((dots(&page), page.text(".pictogram .caption").as_str()), (156, "Each dot is 100 petrol cars."));
    assert_eq!(page.find(".share").get_attribute("data-share").as_deref(), Some("2"));
    assert_eq!(page.find(".dots").get_attribute("aria-hidden").as_deref(), Some("true"), "the words say it");
    page.write(DISTANCE, "24000").await;
    // 7,781.2 cars.
    assert_eq!((dots(&page), page.text(".pictogram .caption").as_str()), (156, "Each dot is 50 petrol cars."));
    page.write(DISTANCE, "15000").await;
    // 12,449.9 cars.
    assert_eq!((dots(&page), page.text(".pictogram .caption").as_str()), (125, "Each dot is 100 petrol cars."));
}

/// The marks of the line: what each is for, its words, and where it is in per cent.
fn marks(page: &Page) -> Vec<(String, String, f64)> {
    let mark = |group: &Element| {
        let circle = group.query_selector("circle").unwrap().unwrap();
        let place = circle.get_attribute("cx").unwrap().trim_end_matches('%').parse().unwrap();
        let title = text_of(&group.query_selector("title").unwrap().unwrap());
        let label = text_of(&group.query_selector("text").unwrap().unwrap());
        assert_eq!(title, label, "to point at and to read");
        (group.get_attribute("class").unwrap(), label, place)
    };
    page.all(".range g").iter().map(mark).collect()
}

#[wasm_bindgen_test]
async fn range_has_a_mark_for_the_source_for_the_reader_and_for_each_preset() {
    let page = Page::ant().await;
    let name = page.find(".range").get_attribute("aria-label").unwrap().replace('\u{a0}', " ");
    assert_eq!(name, "Published assumptions give 8,840 (US) to 19,600 (UK).");
    assert_eq!(page.find(".range").get_attribute("role").as_deref(), Some("img"));
    let all = marks(&page);
    let of = |class: &str| all.iter().find(|(held, ..)| held == class).unwrap_or_else(|| panic!("no {class}: {all:?}"));
    let ends: Vec<_> = all.iter().filter(|(class, ..)| class == "preset end").collect();
    let named: Vec<(&str, f64)> = ends.iter().map(|(_, words, place)| (words.as_str(), *place)).collect();
    assert_eq!(named.len(), 2, "{all:?}");
    for (words, place) in [("US 8,840", 0.0), ("UK 19,600", 100.0)] {
        assert!(named.contains(&(words, place)), "{words}: {all:?}");
    }
    assert!(of("preset").1.starts_with("China"), "{all:?}");
    // (15,000 - 8,837) of (19,559 - 8,837), and 15,562 likewise.
    assert_eq!((of("source").1.as_str(), of("source").2.round()), ("source 15,000", 57.0));
    assert_eq!((of("now").1.as_str(), of("now").2.round()), ("15,600", 63.0));
    assert_eq!(all.last().unwrap().0, "now", "it is above all others");
}

#[wasm_bindgen_test]
async fn range_moves_the_readers_mark_alone_and_keeps_it_on_the_line() {
    let page = Page::ant().await;
    let (before, name) = (marks(&page), page.find(".range").get_attribute("aria-label"));
    let others = |marks: &[(String, String, f64)]| marks[..marks.len() - 1].to_vec();
    page.write(DISTANCE, "15000").await;
    let after = marks(&page);
    assert_eq!(others(&after), others(&before), "what others publish does not move with a reader's own number");
    assert_eq!(page.find(".range").get_attribute("aria-label"), name, "nor do its digits");
    let (_, words, place) = after.last().unwrap();
    assert_eq!((words.as_str(), place.round()), ("12,400", 34.0));
    for (distance, end) in [("5000", 100.0), ("30000", 0.0)] {
        page.write(DISTANCE, distance).await;
        assert_eq!(marks(&page).last().unwrap().2, end, "{distance}");
    }
    page.choose("comparisons", "People’s yearly emissions").await;
    let name = page.find(".range").get_attribute("aria-label").unwrap();
    assert!(name.contains("India"), "{name}");
    assert!(!page.has(".range .source"), "the source says nothing of people");
}

#[wasm_bindgen_test]
async fn range_runs_from_right_to_left_where_text_does() {
    let english = marks(&Page::ant().await);
    let arabic = marks(&Page::open(&[("disclosure", ANT), ("lang", "ar"), ("locale", ARABIC)]).await);
    assert_eq!(english.len(), arabic.len());
    for ((_, words, one), (.., other)) in english.iter().zip(&arabic) {
        assert!((one + other - 100.0).abs() < 0.02, "{words}: {one} {other}");
    }
}

/// The example with another number in the article's sentence, and with its own figures or none.
fn stating(stated: &str, has_figures: bool) -> String {
    let file = ANT.replacen("\"stated\": \"15000\"", &format!("\"stated\": \"{stated}\""), 1);
    let figures = r#", "assumptions": {"distance": "12000 km/yr", "intensity": "0.203 kg/km"}"#;
    assert!(file.contains(figures) && file.contains(stated));
    if has_figures { file } else { file.replacen(figures, "", 1) }
}

#[wasm_bindgen_test]
async fn verdict_comes_in_four_forms_each_with_a_mark_and_a_word() {
    for (stated, has_figures, class, mark, words) in [
        ("15600", true, "holds", "✓", "Holds. Guangming Online says about 15,600; its own figures give 15,600."),
        (
            "15000",
            true,
            "roughly",
            "≈",
            "Holds, roughly. Guangming Online says about 15,000; its own figures give 15,600.",
        ),
        (
            "25000",
            true,
            "differs",
            "✗",
            "Does not hold. Guangming Online says about 25,000; its own figures give 15,600.",
        ),
        (
            "15000",
            false,
            "unchecked",
            "?",
            "Cannot be checked. Guangming Online says 15,000 without giving the numbers behind it.",
        ),
    ] {
        let page = Page::of(&stating(stated, has_figures)).await;
        assert_eq!(page.all(".verdict").len(), 1, "{stated}");
        assert_eq!(page.text(".verdict p").trim_end(), words);
        assert_eq!(page.text(".verdict .mark"), mark, "{stated}");
        assert_eq!(page.find(".verdict .mark").get_attribute("aria-hidden").as_deref(), Some("true"));
        assert_eq!(page.find(".verdict").class_name(), format!("verdict {class}"));
        assert!(!page.text(".verdict").contains("The article"), "the article is the page that the reader is on");
        // "Cut down to two digits" and the like are for the working.
        assert!(!page.text(".verdict").contains("3.6%"), "{}", page.text(".verdict"));
    }
}

#[wasm_bindgen_test]
async fn verdict_sets_a_readers_number_beside_the_sources() {
    let page = Page::ant().await;
    assert!(!page.has(YOURS));
    page.write(DISTANCE, "15000").await;
    assert_eq!(page.text(YOURS), "With your numbers: 12,400.");
    assert!(page.text(".verdict").contains("15,600"), "the claim is held to its own numbers");
    assert!(page.find(".verdict").class_name().contains("roughly"), "and so is the word for it");
    page.choose("presets", "UK").await;
    assert!(page.text(YOURS).contains("19,600"), "{}", page.text(YOURS));
    page.press("Back to the article’s numbers").await;
    assert!(!page.has(YOURS));
    page.choose("comparisons", "People’s yearly emissions").await;
    assert!(!page.has(".verdict"), "the source claims nothing of people");
}

#[wasm_bindgen_test]
async fn strip_says_in_one_line_what_is_counted() {
    let page = Page::ant().await;
    assert_eq!(page.all(".strip").len(), 1);
    assert_eq!(page.text(".strip .words"), "Scopes 1 and 2 reported; scope 3 not reported; credits: number not given");
    assert_eq!(page.text("[part=scopes] .aside"), "at least 23,159.54 t CO₂e");
    let part = |group: &Element| {
        let rect = group.query_selector("rect").unwrap().unwrap();
        let number = |name| rect.get_attribute(name).unwrap().trim_end_matches('%').parse::<f64>().unwrap();
        (group.get_attribute("class").unwrap(), text_of(group), number("x"), number("width"))
    };
    let parts: Vec<_> = page.all(".strip .scopes g").iter().map(part).collect();
    assert_eq!(
        parts,
        [
            ("scope scope-1".to_owned(), "1 + 2".to_owned(), 0.0, 72.0),
            ("scope missing".to_owned(), "3".to_owned(), 72.0, 28.0)
        ]
    );
    // It is the title of the panel that tells the rest, and opens it.
    assert!(!page.find("[part=scopes]").has_attribute("open"));
    click(&page.find(".strip"));
    settle().await;
    assert!(page.find("[part=scopes]").has_attribute("open"));

    let page = Page::of(MICROSOFT).await;
    let words = page.text(".strip .words");
    assert!(words.starts_with("Scopes 1, 2 and 3 ") || words.contains("scope 3 in part"), "{words}");
    assert_eq!(page.all(".strip .missing").len(), 0, "{words}");
    let methods = page.texts("[part=scopes] .aside .total small");
    assert_eq!(methods.len(), 2, "both ways to count scope 2: {methods:?}");
}

#[wasm_bindgen_test]
async fn first_comes_what_the_host_or_the_file_leads_with() {
    /// Whether what is counted is before the headline.
    fn leads_with_scopes(page: &Page) -> bool {
        let strip: Node = page.find("[part=scopes]").unchecked_into();
        let headline: Node = page.find(".headline").unchecked_into();
        strip.compare_document_position(&headline) & Node::DOCUMENT_POSITION_FOLLOWING != 0
    }
    assert!(!leads_with_scopes(&Page::ant().await), "the file claims a comparison");
    assert!(leads_with_scopes(&Page::of(MICROSOFT).await), "it claims none");
    assert!(leads_with_scopes(&Page::with(ANT, &[("lead", "scopes")]).await));
    assert!(!leads_with_scopes(&Page::with(MICROSOFT, &[("lead", "comparison")]).await));
    assert!(!leads_with_scopes(&Page::with(ANT, &[("lead", "weather")]).await), "a word that means nothing");
    let page = Page::with(ANT, &[("lead", "scopes")]).await;
    assert_eq!(page.all("[part=scopes]").len(), 1, "it is there once");
    page.write(DISTANCE, "15000").await;
    assert_eq!(page.result(), "12,400 petrol cars");
}

#[wasm_bindgen_test]
async fn presets_put_their_numbers_in_and_show_which_is_on() {
    let page = Page::ant().await;
    let numbers = |page: &Page| [page.value(DISTANCE), page.value(INTENSITY)];
    assert_eq!(page.chosen("presets"), "The article");
    assert!(!page.texts("[part=presets] option").contains(&"Your own".to_owned()));
    page.choose("presets", "US").await;
    assert_eq!(page.chosen("presets"), "US");
    assert_eq!(numbers(&page), ["17,569 km", "0.24418 kg"]);
    assert_eq!(page.result(), "8,840 petrol cars");
    page.choose("presets", "China").await;
    assert_eq!(page.chosen("presets"), "China");
    assert_eq!(numbers(&page), ["12,000 km", "0.203 kg"]);
    // With a number of one's own it is nobody's preset.
    page.write(DISTANCE, "15000").await;
    page.key(DISTANCE, "Enter").await;
    assert_eq!(page.chosen("presets"), "Your own");
    page.choose("presets", "The article").await;
    assert_eq!(page.chosen("presets"), "The article");
    assert!(!page.texts("[part=presets] option").contains(&"Your own".to_owned()));
    assert_eq!(numbers(&page), ["12,000 km", "0.203 kg"]);
    // A number that goes back by itself takes the list with it.
    page.key(DISTANCE, "ArrowUp").await;
    wait(REST).await;
    assert_eq!(page.chosen("presets"), "Your own");
    page.key(DISTANCE, "ArrowDown").await;
    wait(REST).await;
    assert_eq!(page.chosen("presets"), "The article");
}

#[wasm_bindgen_test]
async fn comparisons_change_what_it_is_compared_with() {
    let page = Page::ant().await;
    assert_eq!(page.chosen("comparisons"), "Petrol cars, for a year");
    page.write(DISTANCE, "15000").await;
    page.key(DISTANCE, "Enter").await;
    // Kinds are never in one list.
    let groups = page.all("[part=comparisons] optgroup");
    let names: Vec<String> = groups.iter().filter_map(|group| group.get_attribute("label")).collect();
    assert_eq!(
        names,
        ["Things that emit as much", "Totals to compare with", "Effects and volumes", "What plants take up"]
    );
    let inside = page.all("[part=comparisons] optgroup > option").len();
    assert_eq!(inside, page.all("[part=comparisons] option").len(), "none stands outside");
    page.choose("comparisons", "Arctic sea ice").await;
    assert_eq!(page.chosen("comparisons"), "Arctic sea ice");
    assert!(page.result().contains("m²") || page.result().contains("square"), "{}", page.result());
    // The reader's own number for cars is still there.
    page.choose("comparisons", "Petrol cars, for a year").await;
    assert_eq!(page.result(), "12,400 petrol cars");
}

#[wasm_bindgen_test]
async fn lists_have_their_names() {
    let page = Page::ant().await;
    for (part, name) in [("presets", "Assumptions from"), ("comparisons", "Compare with")] {
        assert_eq!(page.text(&format!("label[part={part}] > .label")), name);
        let labels = page.list(part).labels();
        assert_eq!(labels.length(), 1, "{part}");
    }
}

/// Puts `write` where the page's clipboard would be asked.
fn clipboard(write: &Function) {
    let navigator = web_sys::window().unwrap().navigator();
    let clipboard = Reflect::get(&navigator, &"clipboard".into()).unwrap();
    Reflect::set(&clipboard, &"writeText".into(), write).unwrap();
}

type Write = Closure<dyn FnMut(String) -> Promise>;

/// A clipboard that takes everything, and what it took last.
fn taking_clipboard() -> (Rc<RefCell<String>>, Write) {
    let copied = Rc::new(RefCell::new(String::new()));
    let taken = copied.clone();
    let write = Write::new(move |text| {
        *taken.borrow_mut() = text;
        Promise::resolve(&JsValue::UNDEFINED)
    });
    clipboard(write.as_ref().unchecked_ref());
    (copied, write)
}

#[wasm_bindgen_test]
async fn footer_copies_and_says_so() {
    let page = Page::ant().await;
    let (copied, _write) = taking_clipboard();
    assert_eq!(page.text(".notice"), "");
    page.write(DISTANCE, "15000").await;
    page.press("Copy as a sentence").await;
    settle().await;
    assert_eq!(page.text(".notice"), "Copied");
    assert_eq!(page.said(), "Copied", "it is said too");
    assert!(copied.borrow().starts_with("A cut of"), "{}", copied.borrow());
    for words in ["about 12,400 petrol cars", "15,000 km", "12,000 km", "Guangming Online", "http"] {
        assert!(copied.borrow().contains(words), "{words}: {}", copied.borrow());
    }
    wait(NOTICE / 2.0).await;
    page.press("Copy a link").await;
    settle().await;
    assert_eq!(page.text(".notice"), "Link copied");
    assert_eq!(*copied.borrow(), web_sys::window().unwrap().location().href().unwrap());
    // It goes by itself, four seconds after the last one.
    wait(NOTICE - 1.0).await;
    assert_eq!(page.text(".notice"), "Link copied");
    wait(1.0).await;
    assert_eq!(page.text(".notice"), "");
    assert_eq!(page.said(), "");

    // Where nothing may be copied, the text is shown, to be copied by hand.
    let refuse = Closure::<dyn FnMut(String) -> Promise>::new(|_| Promise::reject(&"not allowed".into()));
    clipboard(refuse.as_ref().unchecked_ref());
    page.press("Copy as a sentence").await;
    settle().await;
    assert!(page.text(".notice").contains("about 12,400 petrol cars"), "{}", page.text(".notice"));
    assert!(page.said().starts_with("Not copied"), "that alone is said");
    assert!(!page.said().contains("12,400"));
    wait(NOTICE * 2.0).await;
    assert!(page.text(".notice").contains("about 12,400 petrol cars"), "copying by hand takes its time");
    page.write(DISTANCE, "16000").await;
    assert_eq!(page.text(".notice"), "", "a text with other numbers than those shown is not left to be copied");
}

#[wasm_bindgen_test]
async fn footer_copies_in_the_language_and_names_whose_assumptions_an_amount_has() {
    let (copied, _write) = taking_clipboard();
    let page = Page::open(&[("disclosure", ANT), ("lang", "zh-CN"), ("locale", CHINESE)]).await;
    page.write(".slider input", "15000").await;
    click(&page.all("footer button")[2]);
    settle().await;
    assert!(copied.borrow().contains("1.24万辆汽油车"), "{}", copied.borrow());
    assert!(copied.borrow().contains("计算。（"), "no space between Chinese sentences: {}", copied.borrow());
    let fields = [("amount", "1000 tCO2e"), ("preset", "us"), ("lang", "en"), ("locale", ENGLISH)];
    let page = Page::open(&fields).await;
    page.press("Copy as a sentence").await;
    settle().await;
    assert!(copied.borrow().ends_with("Assumptions: US."), "{}", copied.borrow());
}

#[wasm_bindgen_test]
async fn footer_goes_back_only_from_somewhere() {
    let page = Page::ant().await;
    let back = || page.button("Back to the article’s numbers");
    assert!(back().has_attribute("aria-disabled"));
    page.choose("presets", "UK").await;
    page.write(".slider input", "20000").await;
    assert!(!back().has_attribute("aria-disabled"));
    click(&back());
    yew::scheduler::flush().await;
    assert!(back().has_attribute("aria-disabled"));
    assert_eq!(page.result(), "15,600 petrol cars");
    assert_eq!(page.chosen("presets"), "The article");
    // The comparison that one looks at stays.
    page.choose("comparisons", "People’s yearly emissions").await;
    page.choose("presets", "India").await;
    page.press("Back to the default numbers").await;
    assert_eq!(page.chosen("comparisons"), "People’s yearly emissions");
}

#[wasm_bindgen_test]
async fn app_says_the_result_once_the_reader_pauses() {
    let page = Page::ant().await;
    for distance in ["13000", "14000", "15000"] {
        page.write(DISTANCE, distance).await;
        wait(ANNOUNCEMENT - 1.0).await;
        assert_eq!(page.said(), "", "not while one is at it");
    }
    wait(1.0).await;
    for words in ["37,909.87 tonnes of carbon dioxide equivalent", "about 12,400 petrol cars", "15,000 km"] {
        assert!(page.said().contains(words), "{words}: {}", page.said());
    }
    // What is wrong is said too, and no sooner: an alert would speak at every key.
    page.write(DISTANCE, "15 b").await;
    assert_eq!((page.text(".fault").as_str(), page.has(".faulty")), ("", false), "it may go on");
    wait(TYPING_PAUSE).await;
    assert!(page.has(".faulty"));
    assert_eq!(page.said(), "");
    wait(ANNOUNCEMENT).await;
    assert!(page.said().contains("That unit"), "{}", page.said());
    assert_eq!(page.said(), page.text(".fault"));
    assert!(!page.has("[role=alert]"));
}

#[wasm_bindgen_test]
async fn app_lets_what_is_beside_the_number_follow_within_a_moment() {
    let page = Page::with_panel(ANT, "How this is worked out").await;
    let exact = || page.text(".exact");
    page.write(DISTANCE, "15000").await;
    wait(REST).await;
    assert!(exact().starts_with("12,449.8"), "{}", exact());
    for distance in ["16000", "20000", "24000"] {
        page.write(DISTANCE, distance).await;
    }
    assert_eq!((page.result().as_str(), page.now(DISTANCE).as_str()), ("7,780 petrol cars", "24000"));
    assert!(page.text(YOURS).contains("7,780"), "{}", page.text(YOURS));
    assert!(exact().starts_with("12,449.8"), "many at once with what shows them: {}", exact());
    wait(REST).await;
    assert!(exact().starts_with("7,781.1"), "{}", exact());
}

#[wasm_bindgen_test]
async fn app_leaves_the_focus_where_it_is_when_a_choice_changes_nothing() {
    let page = Page::ant().await;
    page.choose("comparisons", "Petrol cars, for a year").await;
    page.input(DISTANCE).focus().unwrap();
    page.write(DISTANCE, "15000").await;
    settle().await;
    assert_eq!(page.focused().and_then(|one| one.get_attribute("role")).as_deref(), Some("spinbutton"));
}

#[wasm_bindgen_test]
async fn app_hands_the_focus_on_when_the_button_that_has_it_goes() {
    let page = Page::ant().await;
    page.write(DISTANCE, "15000").await;
    let back = page.find(&format!("{SET} button"));
    back.unchecked_ref::<HtmlElement>().focus().unwrap();
    click(&back);
    settle().await;
    let focused = page.focused().expect("something has the focus");
    // The button, where it still can be seen; else the slider that it belongs to.
    assert!(page.find(".slider").contains(Some(&focused)), "{}", focused.outer_html());
    assert_ne!(focused.tag_name(), "BODY");
}

#[wasm_bindgen_test]
async fn widget_shows_as_much_as_its_layout() {
    let parts = [
        ".byline",
        ".verdict",
        "footer",
        ".panels",
        ".pictogram",
        ".range",
        ".slider",
        "[part=presets]",
        "[part=scopes]",
    ];
    for (view, shown) in [("full", &parts[..]), ("compact", &parts[..4]), ("sentence", &[])] {
        let page = Page::with(ANT, &[("view", view)]).await;
        let there: Vec<&str> = parts.into_iter().filter(|part| page.has(part)).collect();
        assert_eq!(there, shown, "{view}");
        page.write(DISTANCE, "15000").await;
        assert_eq!(page.result(), "12,400 petrol cars", "{view}");
        assert!(page.find(DISTANCE).class_name().contains("changed"), "{view}: whose number it is");
        page.key(DISTANCE, "Enter").await;
        page.chord(DISTANCE, "z", true).await;
        assert_eq!(page.result(), "15,600 petrol cars", "{view}: the way back");
    }
}

#[wasm_bindgen_test]
fn context_is_the_same_only_with_the_same_session_language_and_headings() {
    let analysis = Rc::new(Analysis::of_file(Disclosure::read(ANT).unwrap()));
    let session = || Rc::new(Session::new(analysis.clone(), HostDefaults::default()));
    let locale = || {
        let messages = Messages::read("en", r#"{"direction":"ltr"}"#).unwrap();
        Locale::new(messages, Rc::new(Browser::new("en-GB")))
    };
    let words = locale();
    let heading = HeadingLevel::default();
    let context = |session: Rc<Session>, locale: &Locale| ViewContext { session, locale: locale.clone(), heading };
    assert!(context(session(), &words) == context(session(), &words));
    let action = Action::Show("person-year".to_owned());
    assert!(context(session(), &words) != context(Rc::new(session().apply(&action).unwrap()), &words));
    assert!(context(session(), &words) != context(session(), &locale()));
    let other = ViewContext { heading: heading.below(), ..context(session(), &words) };
    assert!(context(session(), &words) != other);
}

// What scripts, extensions and translators do.

/// What a host, an extension or a test may call in one task, in any order, on any control.
#[wasm_bindgen_test]
async fn calls_in_one_task_leave_a_page_that_answers() {
    for file in [ANT, MICROSOFT] {
        let page = Page::of(file).await;
        // The second takes the focus before the first has drawn that it has it.
        for pair in [[0, 1], [1, 0], [0, 1]] {
            let numbers = page.all("[role=spinbutton]");
            let input = |at: usize| numbers[at.min(numbers.len() - 1)].unchecked_ref::<HtmlInputElement>();
            let [one, other] = pair.map(input);
            one.focus().unwrap();
            other.focus().unwrap();
            settle().await;
            let focused = page.focused().and_then(|element| element.get_attribute("aria-label"));
            assert_eq!(focused, other.get_attribute("aria-label"));
        }
        // A step selects its text with the next drawing; by then the focus may be elsewhere.
        let numbers = page.all("[role=spinbutton]");
        if let [one, other, ..] = &numbers[..] {
            for element in [one, other] {
                element.dispatch_event(&key_event("ArrowUp", false)).unwrap();
            }
            settle().await;
            let focused = page.focused().and_then(|element| element.get_attribute("aria-label"));
            assert_eq!(focused, other.get_attribute("aria-label"), "stepping a number focuses none");
        }
        for seed in [7, 2_026] {
            shake(&page, seed).await;
        }
    }
}

/// A fixed sequence of pseudo-random calls on all controls, so that a failure can be run again.
async fn shake(page: &Page, seed: u32) {
    let mut state = seed;
    let mut next = |below: usize| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as usize % below
    };
    for round in 0..30 {
        for _ in 0..12 {
            let controls = page.all("input, select, button, summary");
            let control = &controls[next(controls.len())];
            let element: &HtmlElement = control.unchecked_ref();
            match next(9) {
                0 => element.focus().unwrap(),
                1 => element.blur().unwrap(),
                2 => element.click(),
                3 => {
                    if let Some(input) = control.dyn_ref::<HtmlInputElement>() {
                        input.set_value(["15000", "0", "x", "1e400", "-3", "", "0.25"][next(7)]);
                        fire_input(input);
                    }
                }
                4 => {
                    if let Some(list) = control.dyn_ref::<HtmlSelectElement>() {
                        let count = usize::try_from(list.length()).unwrap();
                        list.set_selected_index(i32::try_from(next(count)).unwrap());
                    }
                    control.dispatch_event(&bubbling("change")).unwrap();
                }
                5 | 6 => {
                    let keys = ["ArrowUp", "End", "Escape", "Enter", "PageDown", "Home", "z"];
                    control.dispatch_event(&key_event(keys[next(7)], next(3) == 0)).unwrap();
                }
                _ => {
                    let kind = ["pointerdown", "pointermove", "pointerup", "pointercancel"][next(4)];
                    let across = i32::try_from(next(300)).unwrap();
                    control.dispatch_event(&pointer_event(kind, across, 0)).unwrap();
                }
            }
        }
        if round % 5 == 0 {
            wait(ANNOUNCEMENT).await;
        }
        settle().await;
        page.assert_is_alive();
        assert!(page.has("[part=result]"), "the widget still shows a result");
    }
    // It still does as it is told.
    page.handle.reset();
    let list = page.list("comparisons");
    list.set_selected_index(0);
    list.dispatch_event(&bubbling("change")).unwrap();
    yew::scheduler::flush().await;
    let result = page.result();
    page.key(".num", "Home").await;
    page.key(".num", "ArrowUp").await;
    assert_ne!(page.result(), result);
    page.handle.reset();
    yew::scheduler::flush().await;
    assert_eq!(page.result(), result);
    page.assert_is_alive();
}

/// Replaces every text as a translator does: `<font><font>text</font></font>`.
fn translate(node: &Node) {
    let document = web_sys::window().unwrap().document().unwrap();
    let children = node.child_nodes();
    let children: Vec<Node> = (0..children.length()).map(|index| children.item(index).unwrap()).collect();
    for child in children {
        if child.node_type() == Node::ELEMENT_NODE {
            // A text that is replaced already stays so.
            if child.node_name() != "FONT" {
                translate(&child);
            }
        } else if child.node_type() == Node::TEXT_NODE && child.text_content().is_some_and(|text| !text.is_empty()) {
            let outer = document.create_element("font").unwrap();
            let inner = document.create_element("font").unwrap();
            inner.set_text_content(child.text_content().as_deref());
            outer.append_child(&inner).unwrap();
            node.replace_child(&outer, &child).unwrap();
        }
    }
}

/// Everything that can be read in the widget, and what the fields and lists show.
fn all_of(page: &Page) -> Vec<String> {
    let leaf = |element: &Element| {
        let has_text =
            element.child_nodes().length() > 0 && element.query_selector(":scope > :not(font)").unwrap().is_none();
        (has_text && element.tag_name() != "FONT").then(|| text_content(element)).filter(|text| !text.is_empty())
    };
    let mut read: Vec<String> = page.all("*").iter().filter_map(leaf).collect();
    read.extend(page.all("input").into_iter().map(|input| input.unchecked_into::<HtmlInputElement>().value()));
    read.extend(["presets", "comparisons"].map(|part| page.chosen(part)));
    read.push(page.find(".range").get_attribute("aria-label").unwrap_or_default());
    read
}

fn text_content(element: &Element) -> String {
    element.text_content().unwrap_or_default()
}

/// What a reader does in a translated page.
const DEEDS: [&str; 12] = [
    "typing",
    "unusual",
    "fault",
    "Escape",
    "drag",
    "slider",
    "preset",
    "back",
    "comparison",
    "other comparison",
    "reset",
    "language",
];

async fn act(page: &mut Page, deed: &str) {
    match deed {
        "typing" => page.write(".num", "15000").await,
        "unusual" => {
            page.write(".num", "45000").await;
            page.key(".num", "Enter").await;
        }
        "fault" => {
            page.write(".num", "15 bananas").await;
            wait(TYPING_PAUSE).await;
            page.write(".num", "0").await;
            wait(TYPING_PAUSE).await;
        }
        "Escape" => page.key(".num", "Escape").await,
        "drag" => {
            for (kind, x) in [("pointerdown", 100), ("pointermove", 160), ("pointermove", 130), ("pointerup", 130)] {
                page.pointer(kind, x, 100).await;
            }
        }
        "slider" => {
            let input = page.input(".slider input");
            input.set_value(&input.max());
            fire_input(&input);
            yew::scheduler::flush().await;
        }
        "preset" => {
            let list = page.list("presets");
            list.set_selected_index(i32::try_from(list.length()).unwrap() - 1);
            list.dispatch_event(&bubbling("change")).unwrap();
            yew::scheduler::flush().await;
        }
        "back" => {
            page.key(".num", "ArrowDown").await;
            click(&page.find(".set button"));
        }
        "comparison" | "other comparison" => {
            let list = page.list("comparisons");
            list.set_selected_index(if deed == "comparison" { 1 } else { i32::try_from(list.length()).unwrap() - 1 });
            list.dispatch_event(&bubbling("change")).unwrap();
        }
        "reset" => click(&page.find("footer [part=reset]")),
        _ => {
            let file = if page.text(".byline").contains("Microsoft") { MICROSOFT } else { ANT };
            page.handle.update(&config(&[("disclosure", file), ("lang", "zh-CN"), ("locale", CHINESE)]));
        }
    }
    yew::scheduler::flush().await;
    // Until all that can follow has followed.
    wait(TYPING_PAUSE + ANNOUNCEMENT).await;
    settle().await;
}

#[wasm_bindgen_test]
async fn a_translator_that_replaces_every_text_breaks_nothing() {
    for file in [ANT, MICROSOFT] {
        // Once with all panels open from the first, and once with panels that open later.
        for is_open in [true, false] {
            let (mut page, mut plain) = (Page::of(file).await, Page::of(file).await);
            for page in [&page, &plain] {
                for summary in page.all(".panel > summary").iter().filter(|_| is_open) {
                    click(summary);
                }
                settle().await;
            }
            for deed in DEEDS {
                translate(&page.root);
                act(&mut page, deed).await;
                act(&mut plain, deed).await;
                page.assert_is_alive();
                let (found, expected) = (all_of(&page), all_of(&plain));
                let first = expected.iter().zip(&found).find(|(one, other)| one != other);
                assert_eq!(first, None, "{deed}, open: {is_open}");
                assert_eq!(found.len(), expected.len(), "{deed}, open: {is_open}");
            }
            for title in page.all(".panel > summary") {
                translate(&page.root);
                click(&title);
                settle().await;
                page.assert_is_alive();
            }
        }
    }
}

#[wasm_bindgen_test]
async fn a_translated_headline_follows_a_typed_number_at_once() {
    let page = Page::ant().await;
    for (typed, result) in [("15000", "12,400 petrol cars"), ("24000", "7,780 petrol cars")] {
        translate(&page.root);
        page.write(DISTANCE, typed).await;
        assert_eq!(page.result(), result);
    }
    translate(&page.root);
    page.choose("presets", "US").await;
    assert_eq!(page.result(), "8,840 petrol cars");
    page.assert_is_alive();
}
