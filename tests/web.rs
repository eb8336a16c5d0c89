//! The widget as a reader and the page's script meet it: mounted with a configuration, typed into, asked, set and told.
#![cfg(all(target_arch = "wasm32", feature = "web"))]
#![allow(missing_docs, reason = "a test")]

mod web_common;

use js_sys::{Array, Reflect};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_common::*;

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn shows_the_article_and_says_that_it_is_ready() {
    let page = Page::ant().await;
    assert!(page.text(".headline").contains("37,909.87"));
    assert_eq!(page.result(), "15,600 petrol cars");
    assert!(page.text(".verdict").contains("15,600"));
    let ready = page.last("emissions-ready");
    assert!(field(&ready, "value").starts_with("15562.344006568"));
    assert_eq!(field(&ready, "fragment"), "");
}

// A number that is typed.

#[wasm_bindgen_test]
async fn a_plausible_number_is_taken_at_once() {
    let page = Page::ant().await;
    page.write(DISTANCE, "15,000").await;
    assert_eq!(page.result(), "12,400 petrol cars");
    assert!(page.text(SET).starts_with("Your 15,000 km"), "{}", page.text(SET));
    assert!(page.text(SET).contains("back to 12,000 km"), "{}", page.text(SET));
    wait(REST).await;
    let change = page.last("emissions-change");
    assert!(field(&change, "value").starts_with("12449.87"));
    assert!(
        field(&change, "fragment")
            .starts_with("v1,show:petrol-car-year,petrol-car-year.distance:15000km/yr,base:15562.344")
    );
}

#[wasm_bindgen_test]
async fn a_number_on_its_way_is_never_shown_as_the_result() {
    let page = Page::ant().await;
    // Neither 1 nor 1,500 km a year is meant.
    for typed in ["1", "15", "150", "1500"] {
        page.write(DISTANCE, typed).await;
        wait(TYPING_PAUSE - 1.0).await;
        assert_eq!(page.result(), "15,600 petrol cars", "{typed}");
        assert_eq!(page.now(DISTANCE), "12000", "{typed}");
        assert_eq!(page.text(".fault"), "", "{typed}");
    }
    page.write(DISTANCE, "15000").await;
    assert_eq!(page.result(), "12,400 petrol cars");
    wait(TYPING_PAUSE).await;
    assert_eq!(page.result(), "12,400 petrol cars", "what was on its way is not taken later");
    let told: Vec<String> = page.events().into_iter().map(|told| told.result).collect();
    assert_eq!(told, ["15,600 petrol cars", "12,400 petrol cars"]);
}

#[wasm_bindgen_test]
async fn an_unusual_number_is_taken_after_a_pause_on_enter_or_when_the_field_is_left() {
    for way in ["pause", "Enter", "blur"] {
        let page = Page::ant().await;
        page.input(DISTANCE).focus().unwrap();
        page.write(DISTANCE, "40000").await;
        assert_eq!(page.result(), "15,600 petrol cars", "{way}: not at once");
        match way {
            "pause" => {
                wait(TYPING_PAUSE - 1.0).await;
                assert_eq!(page.result(), "15,600 petrol cars", "a moment too early");
                wait(1.0).await;
                assert_eq!(page.value(DISTANCE), "40000", "the text is still the reader's");
            }
            "Enter" => {
                page.key(DISTANCE, "Enter").await;
                assert_eq!(page.value(DISTANCE), "40,000 km");
            }
            _ => {
                page.input(DISTANCE).blur().unwrap();
                yew::scheduler::flush().await;
                assert_eq!(page.value(DISTANCE), "40,000 km");
            }
        }
        // Two digits, because the presets and this value are more than √10 apart.
        assert_eq!(page.result(), "4,700 petrol cars", "{way}");
        assert_eq!(page.now(DISTANCE), "40000", "{way}");
        assert!(page.text(".set.unusual:not(.invisible)").starts_with("Your 40,000 km, unusual"), "{way}");
    }
}

#[wasm_bindgen_test]
async fn an_unusual_number_that_was_not_taken_yet_goes_with_escape() {
    let page = Page::ant().await;
    page.input(DISTANCE).focus().unwrap();
    page.write(DISTANCE, "40000").await;
    page.key(DISTANCE, "Escape").await;
    wait(TYPING_PAUSE).await;
    assert_eq!(page.result(), "15,600 petrol cars");
    assert_eq!(page.value(DISTANCE), "12,000 km");
}

#[wasm_bindgen_test]
async fn escape_goes_back_to_the_value_at_focus_whatever_came_after() {
    let page = Page::ant().await;
    page.write(DISTANCE, "20000").await;
    page.key(DISTANCE, "Enter").await;
    page.input(DISTANCE).focus().unwrap();
    yew::scheduler::flush().await;
    page.write(DISTANCE, "15000").await;
    page.key(DISTANCE, "Enter").await;
    page.key(DISTANCE, "ArrowUp").await;
    page.write(DISTANCE, "45000").await;
    wait(TYPING_PAUSE).await;
    page.key(DISTANCE, "Escape").await;
    assert_eq!(page.now(DISTANCE), "20000", "not the article's 12,000");
    assert_eq!(page.value(DISTANCE), "20,000 km");
}

#[wasm_bindgen_test]
async fn undo_takes_back_what_was_typed_as_a_whole() {
    let page = Page::ant().await;
    page.input(INTENSITY).focus().unwrap();
    // 0.2 and 0.25 are plausible on the way, and shown.
    for typed in ["0", "0.", "0.2", "0.25", "0.251"] {
        page.write(INTENSITY, typed).await;
    }
    assert_eq!(page.now(INTENSITY), "0.251");
    assert!(page.chord(INTENSITY, "z", true).await, "while text is typed, its own undo is the browser's");
    assert_eq!(page.now(INTENSITY), "0.251");
    page.key(INTENSITY, "Enter").await;
    assert!(!page.chord(INTENSITY, "z", true).await, "the browser has nothing to take back");
    assert_eq!(page.now(INTENSITY), "0.203", "not 0.25, which was on the way");
    assert_eq!(page.value(INTENSITY), "0.203 kg");
    assert_eq!(page.result(), "15,600 petrol cars");
    page.chord(INTENSITY, "z", true).await;
    assert_eq!(page.now(INTENSITY), "0.203", "there is no more");
}

#[wasm_bindgen_test]
async fn undo_goes_back_change_by_change() {
    let page = Page::ant().await;
    page.input(DISTANCE).focus().unwrap();
    page.write(DISTANCE, "15000").await;
    page.key(DISTANCE, "Enter").await;
    page.write(DISTANCE, "40000").await;
    page.key(DISTANCE, "Enter").await;
    page.key(DISTANCE, "End").await;
    assert_eq!(page.now(DISTANCE), "30000");
    for before in ["40000", "15000", "12000"] {
        page.chord(DISTANCE, "z", true).await;
        assert_eq!(page.now(DISTANCE), before);
    }
    assert!(!page.has(SET));
    // Z alone is a letter, and with Shift it is redo, which is not ours.
    page.key(DISTANCE, "ArrowUp").await;
    page.chord(DISTANCE, "z", false).await;
    assert_eq!(page.now(DISTANCE), "12500");
}

#[wasm_bindgen_test]
async fn undo_takes_back_a_whole_drag_at_once() {
    let page = Page::ant().await;
    page.write(DISTANCE, "15000").await;
    page.key(DISTANCE, "Enter").await;
    page.pointer("pointerdown", 100, 100).await;
    for x in [120, 140, 160, 180] {
        page.pointer("pointermove", x, 100).await;
    }
    page.pointer("pointerup", 180, 100).await;
    assert_ne!(page.now(DISTANCE), "15000");
    page.chord(DISTANCE, "z", true).await;
    assert_eq!(page.now(DISTANCE), "15000", "not the last step of the drag");
    page.chord(DISTANCE, "z", true).await;
    assert_eq!(page.now(DISTANCE), "12000");
}

#[wasm_bindgen_test]
async fn other_ways_to_write_it_are_read() {
    let page = Page::ant().await;
    for text in ["15 000 km", "１５０００", "15000 km", "9,320.5678835 mi"] {
        page.write(DISTANCE, "20000").await;
        page.write(DISTANCE, text).await;
        assert_eq!(page.result(), "12,400 petrol cars", "{text}");
    }
}

#[wasm_bindgen_test]
async fn the_unit_that_the_field_shows_is_read_in_any_script() {
    let page = Page::open(&[("disclosure", ANT), ("lang", "ar"), ("locale", ARABIC)]).await;
    let shown = page.input(".num").value();
    assert!(shown.contains("كم"), "{shown}");
    page.write(".num", &shown.replace("12", "15")).await;
    assert_eq!(page.text(".fault"), "");
    wait(REST).await;
    assert!(field(&page.last("emissions-change"), "value").starts_with("12449.87"));
}

#[wasm_bindgen_test]
async fn what_cannot_be_read_keeps_the_last_result_and_says_what_is_expected() {
    let page = Page::ant().await;
    for text in ["", "abc", "-3", "0", "12 kg"] {
        page.write(DISTANCE, "15000").await;
        page.write(DISTANCE, text).await;
        assert_eq!(page.result(), "12,400 petrol cars", "{text:?}");
        assert_eq!(page.text(".fault"), "", "{text:?}: it may go on");
        wait(TYPING_PAUSE).await;
        assert!(page.text(".fault").contains("12,000"), "{text:?}: {}", page.text(".fault"));
        let input = page.find(DISTANCE);
        assert_eq!(input.get_attribute("aria-invalid").as_deref(), Some("true"), "{text:?}");
        let described = input.get_attribute("aria-describedby");
        assert_eq!(described.as_deref(), Some(page.find(".fault").id().as_str()), "{text:?}");
        assert_eq!(page.result(), "12,400 petrol cars", "{text:?}");
    }
    page.write(DISTANCE, "12000").await;
    assert_eq!(page.text(".fault"), "");
    assert!(!page.find(DISTANCE).has_attribute("aria-invalid"));
    assert_eq!(page.result(), "15,600 petrol cars");
}

#[wasm_bindgen_test]
async fn keys_step_to_the_limits_and_escape_undoes() {
    let page = Page::ant().await;
    page.input(DISTANCE).focus().unwrap();
    for (key, now) in [
        ("ArrowUp", "12500"),
        ("ArrowDown", "12000"),
        ("PageUp", "17000"),
        ("PageDown", "12000"),
        ("Home", "5000"),
        ("End", "30000"),
    ] {
        let goes_on = page.chord(DISTANCE, key, false).await;
        assert_eq!(page.now(DISTANCE), now, "{key}");
        assert!(!goes_on, "{key} does not scroll the page as well");
    }
    page.key(DISTANCE, "Escape").await;
    assert_eq!(page.now(DISTANCE), "12000");
    assert_eq!(page.result(), "15,600 petrol cars");
}

// What a reader chooses.

#[wasm_bindgen_test]
async fn presets_and_comparisons_are_chosen_and_reset() {
    let page = Page::ant().await;
    page.choose("presets", "US").await;
    assert_eq!(page.result(), "8,840 petrol cars");
    assert!(page.text(YOURS).contains("8,840"));
    page.press("Back to the article’s numbers").await;
    assert_eq!(page.result(), "15,600 petrol cars");
    page.choose("comparisons", "People’s yearly emissions").await;
    assert!(page.result().contains("people"), "{}", page.result());
    assert_eq!(field(&page.last("emissions-change"), "equivalence"), "person-year");
}

#[wasm_bindgen_test]
async fn the_language_is_the_widgets() {
    let page = Page::open(&[("disclosure", ANT), ("lang", "zh-CN"), ("locale", CHINESE)]).await;
    assert_eq!(page.result(), "1.56万辆汽油车");
    assert_eq!(page.find("section").get_attribute("lang").as_deref(), Some("zh-CN"));
}

#[wasm_bindgen_test]
async fn an_amount_alone_needs_no_file() {
    let page = Page::open(&[("amount", "1000 tCO2e"), ("preset", "us"), ("lang", "en"), ("locale", ENGLISH)]).await;
    assert_eq!(page.result(), "233 petrol cars");
}

// A link with a reader's numbers.

const LINK: &str = "v1,petrol-car-year.distance:15000km/yr,base:15562.344";
/// What is said of a link that is not followed.
const NOTE: &str = ".note:not(.linked)";

#[wasm_bindgen_test]
async fn the_numbers_of_a_link_say_so_and_lead_to_the_articles() {
    let page = Page::with(ANT, &[("fragment", LINK)]).await;
    assert_eq!(page.result(), "12,400 petrol cars");
    assert!(page.text(".linked").starts_with("These numbers come with the link you followed."));
    assert_eq!(page.find(".linked").get_attribute("role").as_deref(), Some("note"));
    assert!(!page.has(NOTE));
    page.press("Show the article’s").await;
    assert_eq!(page.result(), "15,600 petrol cars");
    assert!(!page.has(".linked"));
    assert_eq!(field(&page.last("emissions-change"), "fragment"), "");
}

#[wasm_bindgen_test]
async fn the_bar_of_a_link_goes_when_the_numbers_are_not_the_links_any_more() {
    for way in ["typing", "preset", "reset", "set", "host's reset"] {
        let page = Page::with(ANT, &[("fragment", LINK)]).await;
        assert!(page.has(".linked"), "{way}");
        match way {
            "typing" => page.write(DISTANCE, "20000").await,
            "preset" => page.choose("presets", "UK").await,
            "reset" => page.press("Back to the article’s numbers").await,
            "set" => assert_eq!(page.handle.set("petrol-car-year.distance", "20000", None), ""),
            _ => page.handle.reset(),
        }
        yew::scheduler::flush().await;
        assert_ne!(page.result(), "12,400 petrol cars", "{way}");
        assert!(!page.has(".linked"), "{way}");
    }
}

#[wasm_bindgen_test]
async fn a_link_that_only_shows_a_comparison_brings_no_numbers() {
    let page = Page::with(ANT, &[("fragment", "v1,show:person-year,base:4378.4858,is:4378.4858")]).await;
    assert!(page.result().ends_with("people") || page.has(NOTE), "{}", page.result());
    assert!(!page.has(".linked"));
    assert!(!Page::ant().await.has(".linked"), "nor does no link");
}

#[wasm_bindgen_test]
async fn a_link_says_no_more_than_a_reader_could_type() {
    for values in [
        "petrol-car-year.distance:0km/yr",
        "petrol-car-year.distance:-15000km/yr",
        "petrol-car-year.distance:100000000000km/yr",
        "petrol-car-year.distance:15000kg",
        "petrol-car-year.distance:1e400km/yr",
        "petrol-car-year.colour:3",
        "petrol-car-year:mars",
        "unicorn-year:uk",
    ] {
        let page = Page::with(ANT, &[("fragment", &format!("v1,{values},base:15562.344"))]).await;
        assert_eq!(page.result(), "15,600 petrol cars", "{values}");
        assert!(page.text(NOTE).contains("settings that cannot be used"), "{values}: {}", page.text(NOTE));
        assert!(!page.has(".linked"), "{values}");
        assert_eq!(field(&page.last("emissions-ready"), "fragment"), "", "{values}");
    }
    // Nothing works more than all the time: a share above one cannot be typed either.
    let share = "v1,show:coal-unit-hours,coal-unit-hours.capacity-factor:1.5,base:1";
    let page = Page::with(ANT, &[("fragment", share)]).await;
    assert!(page.text(NOTE).contains("settings that cannot be used"), "{}", page.text(NOTE));
}

#[wasm_bindgen_test]
async fn a_link_comes_back_and_a_bad_or_old_one_is_told() {
    assert_eq!(Page::with(ANT, &[("fragment", LINK)]).await.result(), "12,400 petrol cars");
    for (bad, words) in [
        ("v9,nonsense", "settings that cannot be used"),
        ("v1,petrol-car-year.distance:15000km/yr,base:14000", "14,000"),
    ] {
        let page = Page::with(ANT, &[("fragment", bad)]).await;
        assert_eq!(page.result(), "15,600 petrol cars", "{bad}");
        assert!(page.text(NOTE).contains(words), "{bad}: {}", page.text(NOTE));
    }
}

#[wasm_bindgen_test]
async fn an_old_link_is_told_with_the_comparison_that_it_showed() {
    // The link that the widget itself writes.
    let page = Page::ant().await;
    page.write(DISTANCE, "15000").await;
    page.key(DISTANCE, "Enter").await;
    let written = field(&page.last("emissions-change"), "fragment");
    assert_eq!(written, "v1,show:petrol-car-year,petrol-car-year.distance:15000km/yr,base:15562.344,is:12449.875");
    assert_eq!(Page::with(ANT, &[("fragment", &written)]).await.result(), "12,400 petrol cars");
    for (fragment, words) in [
        // The article's number of another comparison was another.
        ("v1,show:person-year,base:4000,is:4000", ["“People’s yearly emissions” came to 4,000", "4,378"]),
        // The article's is the same, but the preset in the link has changed.
        ("v1,petrol-car-year:uk,base:15562.344,is:20000", ["“Petrol cars, for a year” came to 20,000", "19,559"]),
    ] {
        let page = Page::with(ANT, &[("fragment", fragment)]).await;
        assert_eq!(page.result(), "15,600 petrol cars", "{fragment}: the article's own numbers");
        for words in words {
            assert!(page.text(NOTE).contains(words), "{fragment}: {}", page.text(NOTE));
        }
    }
}

#[wasm_bindgen_test]
async fn a_link_says_what_it_is_about_whatever_the_page_shows_first_by_now() {
    let fragment = "v1,show:petrol-car-year,petrol-car-year.distance:15000km/yr,base:15562.344,is:12449.875";
    for equivalence in ["petrol-car-year", "person-year"] {
        let page = Page::with(ANT, &[("fragment", fragment), ("equivalence", equivalence)]).await;
        assert_eq!(page.result(), "12,400 petrol cars", "{equivalence} first");
        assert!(!page.has(NOTE), "{equivalence} first");
        page.handle.reset();
        yew::scheduler::flush().await;
        let left = field(&page.last("emissions-change"), "fragment");
        assert_eq!(left.is_empty(), equivalence == "petrol-car-year", "{equivalence} first: {left:?}");
    }
}

#[wasm_bindgen_test]
async fn going_back_to_what_is_shown_first_leaves_nothing_in_the_link() {
    let page = Page::ant().await;
    page.choose("comparisons", "Return flights").await;
    assert!(field(&page.last("emissions-change"), "fragment").starts_with("v1,show:return-flight,"));
    page.choose("comparisons", "Petrol cars, for a year").await;
    assert_eq!(field(&page.last("emissions-change"), "fragment"), "");
}

// What the page's script chooses, sets, asks and is told.

#[wasm_bindgen_test]
async fn who_is_told_of_a_number_finds_it_drawn() {
    let page = Page::ant().await;
    page.write(DISTANCE, "15000").await;
    page.key(DISTANCE, "Enter").await;
    page.handle.step("petrol-car-year.distance", 2);
    yew::scheduler::flush().await;
    page.choose("presets", "UK").await;
    let seen: Vec<String> = page.events().into_iter().map(|told| told.result.replace('\u{a0}', " ")).collect();
    assert_eq!(seen, ["15,600 petrol cars", "12,400 petrol cars", "11,700 petrol cars", page.result().as_str()]);
}

#[wasm_bindgen_test]
async fn a_number_on_the_move_is_told_of_once_it_rests() {
    let page = Page::ant().await;
    for distance in ["13000", "14000", "15000"] {
        page.write(".slider input", distance).await;
        wait(REST - 1.0).await;
    }
    assert_eq!(page.events().len(), 1, "that it is ready");
    wait(1.0).await;
    assert_eq!(page.events().len(), 2);
    assert!(field(&page.last("emissions-change"), "value").starts_with("12449.87"));
    // Or as soon as it is let go.
    page.write(".slider input", "16000").await;
    page.find(".slider input").dispatch_event(&bubbling("change")).unwrap();
    yew::scheduler::flush().await;
    assert_eq!(page.events().len(), 3);
    wait(REST).await;
    assert_eq!(page.events().len(), 3, "once for each rest");
}

#[wasm_bindgen_test]
async fn what_the_host_chose_is_where_a_reader_begins() {
    let page = Page::with(ANT, &[("equivalence", "person-year"), ("preset", "world")]).await;
    let ready = page.last("emissions-ready");
    assert_eq!(field(&ready, "fragment"), "", "nothing differs from what the host chose");
    assert_eq!((field(&ready, "equivalence"), field(&ready, "preset")), ("person-year".to_owned(), "world".to_owned()));
    assert!(!page.has(SET), "the reader set nothing");
    assert!(page.find("footer [part=reset]").has_attribute("aria-disabled"));
    let begun = page.result();
    assert_eq!(page.handle.set("person-year.emissions", "10", None), "");
    yew::scheduler::flush().await;
    assert_ne!(page.result(), begun);
    assert!(
        field(&page.last("emissions-change"), "fragment").starts_with("v1,show:person-year,person-year.emissions:10")
    );
    page.handle.reset();
    yew::scheduler::flush().await;
    assert_eq!(page.result(), begun, "the way back leads to what the host chose");
    assert_eq!(field(&page.last("emissions-change"), "fragment"), "");
    // A preset that the comparison does not have is passed over.
    let page = Page::open(&[("amount", "1000 tCO2e"), ("preset", "mars"), ("lang", "en"), ("locale", ENGLISH)]).await;
    assert_eq!(field(&page.last("emissions-ready"), "fragment"), "");
}

#[wasm_bindgen_test]
async fn an_input_of_the_article_has_its_number_whatever_comparison_is_shown() {
    let page = Page::ant().await;
    let text = |name: &str| {
        let assumption = page.handle.assumption(name);
        Reflect::get(&assumption, &"text".into()).ok().and_then(|text| text.as_string())
    };
    assert_eq!(page.handle.set("petrol-car-year.distance", "15000", None), "");
    yew::scheduler::flush().await;
    page.choose("comparisons", "Return flights").await;
    assert_eq!(text("petrol-car-year.distance").as_deref(), Some("15,000 km"));
    assert_eq!(text("petrol-car-year.nonsense"), None);
    assert_eq!(text("nonsense.distance"), None);
    assert!(page.handle.set("petrol-car-year.distance", "abc", None).contains("12,000 km"));
    assert!(page.result().contains("flights"), "{}", page.result());
    page.handle.step("petrol-car-year.distance", -2);
    yew::scheduler::flush().await;
    assert_eq!(text("petrol-car-year.distance").as_deref(), Some("14,000 km"));
    assert_eq!(page.result(), "13,300 petrol cars", "what a reader changes is shown");
}

#[wasm_bindgen_test]
async fn every_number_of_an_event_is_a_decimal_string() {
    let page = Page::ant().await;
    let ready = page.last("emissions-ready");
    assert_eq!(field(&ready, "amount"), "37909.87 tCO2e");
    for name in ["value", "rounded", "low", "high"] {
        let text = field(&ready, name);
        assert!(emissions_calculator::quantity::parse_decimal(&text).is_ok(), "{name}: {text}");
    }
    assert!(field(&ready, "sentence").starts_with("A cut of 37,909.87 tonnes"));
    let assumptions = Array::from(&Reflect::get(&ready, &"assumptions".into()).unwrap());
    assert_eq!(assumptions.length(), 2);
    assert_eq!(
        (field(&assumptions.get(0), "value"), field(&assumptions.get(0), "article")),
        ("12000".into(), "12000".into())
    );
}

#[wasm_bindgen_test]
async fn a_plain_decimal_is_read_as_such_in_every_language() {
    let page = Page::open(&[("disclosure", ANT), ("lang", "de"), ("locale", GERMAN)]).await;
    // In German a point groups; a script means the decimal that it was given.
    assert_eq!(page.handle.set("petrol-car-year.intensity", "0.125", Some(true)), "");
    yew::scheduler::flush().await;
    assert_eq!(field(&page.handle.assumption("petrol-car-year.intensity"), "value"), "0.125");
    assert_eq!(page.handle.set("petrol-car-year.distance", "12.500", None), "");
    yew::scheduler::flush().await;
    assert_eq!(field(&page.handle.assumption("petrol-car-year.distance"), "value"), "12500");
}

#[wasm_bindgen_test]
async fn what_cannot_be_read_at_all_is_told_and_shows_nothing() {
    for (fields, reason) in [
        (vec![("disclosure", "{"), ("lang", "en"), ("locale", ENGLISH)], "disclosure"),
        (vec![("disclosure", "{\"version\":2}"), ("lang", "en"), ("locale", ENGLISH)], "disclosure"),
        (vec![("amount", "5 apples"), ("lang", "en"), ("locale", ENGLISH)], "amount"),
        (vec![("amount", "5 tCO2e"), ("lang", "en"), ("locale", "no JSON")], "locale"),
    ] {
        let page = Page::open(&fields).await;
        assert_eq!(field(&page.last("emissions-error"), "reason"), reason);
        assert_eq!(page.root.child_element_count(), 0);
    }
}

#[wasm_bindgen_test]
async fn figures_and_inputs_elsewhere_can_ask_and_set() {
    let page = Page::ant().await;
    assert_eq!(page.handle.figure("petrol-car-year").as_deref(), Some("15,600"));
    assert_eq!(page.handle.figure("unicorns"), None);
    assert_eq!(page.handle.set("petrol-car-year.distance", "15000", None), "");
    yew::scheduler::flush().await;
    assert_eq!(page.handle.figure("petrol-car-year").as_deref(), Some("12,400"));
    let now = page.handle.assumption("petrol-car-year.distance");
    assert_eq!((field(&now, "value").as_str(), field(&now, "text").as_str()), ("15000", "15,000 km"));
    assert!(!page.handle.set("petrol-car-year.distance", "much", None).is_empty());
    page.handle.step("petrol-car-year.distance", -1);
    yew::scheduler::flush().await;
    assert_eq!(field(&page.handle.assumption("petrol-car-year.distance"), "value"), "14500");
    page.handle.reset();
    yew::scheduler::flush().await;
    assert_eq!(page.result(), "15,600 petrol cars");
}
