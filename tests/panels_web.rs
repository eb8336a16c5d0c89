//! The panels under the widget: what opens and closes them, what each shows, and when it follows the numbers.
#![cfg(all(target_arch = "wasm32", feature = "web"))]
#![allow(missing_docs, reason = "a test")]

mod web_common;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_common::*;
use web_sys::Event;

wasm_bindgen_test_configure!(run_in_browser);

const WORKING: &str = "How this is worked out";

#[wasm_bindgen_test]
async fn a_panel_can_be_read_while_it_is_closed_and_follows_the_numbers_while_it_is_open() {
    let page = Page::ant().await;
    assert!(!page.has(".panel[open]"), "all are closed at first");
    // A search in the page, a translator and a page without scripts find what is in it.
    assert_eq!(page.all(".panel > .body").len(), page.all(".panel").len());
    assert_eq!(page.all(".bars:not(.sensitivity) > li").len(), 6);
    assert!(page.text(".exact").starts_with("15,562.34"), "{}", page.text(".exact"));
    page.write(DISTANCE, "15000").await;
    page.key(DISTANCE, "Enter").await;
    assert!(page.text(".exact").starts_with("15,562.34"), "drawn for nobody: {}", page.text(".exact"));
    page.toggle(WORKING).await;
    assert!(page.text(".exact").starts_with("12,449.87"), "{}", page.text(".exact"));
    page.key(DISTANCE, "ArrowUp").await;
    wait(REST).await;
    assert!(page.text(".exact").starts_with("12,048.2"), "{}", page.text(".exact"));
    // The table inside opens by itself and leaves its panel as it is.
    page.toggle("Which assumption matters most").await;
    let table = page.find(".sensitivity ~ .table");
    click(&table.query_selector("summary").unwrap().unwrap());
    settle().await;
    assert!(table.has_attribute("open"));
    assert_eq!(page.all(".panel[open]").len(), 2);
    page.toggle(WORKING).await;
    assert_eq!(page.all(".panel[open]").len(), 1);
    let left = page.text(".exact");
    page.write(DISTANCE, "20000").await;
    page.key(DISTANCE, "Enter").await;
    assert_eq!(page.text(".exact"), left, "closed again, it stays as it was");
}

#[wasm_bindgen_test]
async fn every_panel_is_open_on_paper_and_as_it_was_afterwards() {
    let page = Page::with_panel(ANT, WORKING).await;
    page.write(DISTANCE, "15000").await;
    page.key(DISTANCE, "Enter").await;
    let tell = |name| web_sys::window().unwrap().dispatch_event(&Event::new(name).unwrap()).unwrap();
    tell("beforeprint");
    // The browser takes its picture as soon as this event has been heard.
    yew::scheduler::flush().await;
    assert_eq!(page.all(".panel[open]").len(), page.all(".panel").len());
    assert!(page.text(".sensitivity .amount").starts_with("6,225"), "{}", page.text(".sensitivity .amount"));
    let card = page.texts(".card").into_iter().find(|card| card.starts_with("Distance a year"));
    assert!(card.is_some_and(|card| card.contains("15,000 km")), "the numbers on paper are the reader's");
    settle().await;
    tell("afterprint");
    settle().await;
    let open = page.texts(".panel[open] > summary .title");
    assert_eq!(open, [WORKING]);
}

#[wasm_bindgen_test]
async fn headings_are_of_the_level_that_the_host_says() {
    let levels = |page: &Page| {
        let tags = |selector: &str| {
            let mut tags: Vec<String> = page.all(selector).iter().map(|heading| heading.tag_name()).collect();
            tags.dedup();
            tags
        };
        (tags(".panel .title"), tags(".body :is(h1, h2, h3, h4, h5, h6)"))
    };
    let of = |one: &str, below: &str| (vec![one.to_owned()], vec![below.to_owned()]);
    assert_eq!(levels(&Page::ant().await), of("H3", "H4"));
    for (heading, one, below) in [
        ("2", "H2", "H3"),
        ("4", "H4", "H5"),
        ("6", "H6", "H6"),
        ("1", "H3", "H4"),
        ("7", "H3", "H4"),
        ("x", "H3", "H4"),
    ] {
        assert_eq!(levels(&Page::with(ANT, &[("heading", heading)]).await), of(one, below), "{heading}");
    }
}

#[wasm_bindgen_test]
async fn panels_are_those_that_there_is_something_for() {
    let titles = |page: &Page| page.texts(".panel h3");
    let all = [
        "What is counted",
        "How this is worked out",
        "Which assumption matters most",
        "Who promised what",
        "Sources and their limits",
        "What to bear in mind",
    ];
    assert_eq!(titles(&Page::ant().await), all);
    assert_eq!(titles(&Page::with(ANT, &[("view", "compact")]).await), all[4..]);
    assert_eq!(titles(&Page::with(ANT, &[("view", "sentence")]).await), [""; 0]);
    let page = Page::open(&[("amount", "1000 tCO2e"), ("lang", "en"), ("locale", ENGLISH)]).await;
    assert!(!titles(&page).contains(&"What is counted".to_owned()), "{:?}", titles(&page));
    assert!(!titles(&page).contains(&"Who promised what".to_owned()), "{:?}", titles(&page));
    assert!(!page.has(".panel[open]"), "all are closed at first");
}

#[wasm_bindgen_test]
async fn counted_goes_from_gross_to_net_and_has_it_as_a_table() {
    let page = Page::with_panel(ANT, "What is counted").await;
    assert_eq!(page.text("[part=scopes] .aside"), "at least 23,159.54 t CO₂e");
    assert_eq!(
        page.texts("[part=scopes] .bars .name"),
        [
            "Without measures, scopes 1 and 2",
            "Energy efficiency Reduced",
            "Renewable electricity Avoided",
            "Emitted, scopes 1 and 2",
            "Carbon credits (CCER)",
            "scope 3"
        ]
    );
    let table = page.find("[part=scopes] details.table");
    assert!(!table.has_attribute("open"));
    click(&page.find("[part=scopes] details.table > summary"));
    settle().await;
    assert!(table.has_attribute("open"));
    assert_eq!(
        page.text("[part=scopes] .table tbody tr"),
        "Without measures, scopes 1 and 246,711.77 t CO₂eworked out here, not stated"
    );
    let names = page.texts("[part=scopes] .table tbody th");
    assert_eq!(names.len(), 12);
    // Every number of the sums is a line of the table.
    for (name, number) in page.texts(".sums dt").iter().zip(page.texts(".sums dd:not(.about)")) {
        let is_line = |line: &String| line.starts_with(name) && line.contains(number.trim_end_matches('*'));
        assert!(page.texts("[part=scopes] .table tbody tr").iter().any(is_line), "{name}: {number}");
    }
    // It stays as the reader left it while numbers change.
    page.write(DISTANCE, "15000").await;
    wait(REST).await;
    assert!(table.has_attribute("open") && table.is_connected());
}

#[wasm_bindgen_test]
async fn chart_draws_what_is_known_to_scale_and_the_rest_without_an_end() {
    let page = Page::with_panel(ANT, "What is counted").await;
    let width = |class: &str| page.find(&format!(".bars .{class} rect")).get_attribute("width").unwrap();
    // 46,711.77 less 1,668.60 and 21,883.63 is 23,159.54: just under the half.
    assert_eq!(width("before"), "100%");
    assert_eq!(width("emitted"), "49.58%");
    assert_eq!(page.find(".bars .avoided rect").get_attribute("x").as_deref(), Some("49.58%"));
    for class in ["credits", "unknown"] {
        assert!(page.has(&format!(".bars .{class} .open")) && !page.has(&format!(".bars .{class} rect")), "{class}");
    }
    assert_eq!(page.text(".bars .credits .amount"), "number not given");
    assert!(page.text(".bars .before .amount").ends_with('*'), "no source states it");
    assert!(!page.text(".bars .emitted .amount").ends_with('*'));
}

#[wasm_bindgen_test]
async fn sums_leave_a_rest_that_nobody_itemised() {
    let page = Page::with_panel(ANT, "What is counted").await;
    assert_eq!(
        page.texts(".sums > div").iter().map(|line| line.replace(" t CO₂e", "")).collect::<Vec<_>>(),
        [
            "Total of what is reported, scopes 1 and 2at least 23,159.54",
            "Reduction37,909.87",
            "Energy efficiency1,668.60",
            "Data centres29,591.48",
            "Itemised together31,260.08*",
            "Not itemised (17.5%)6,649.79*",
            "Carbon credits (CCER)number not givenRegistry, year and retirement are not all stated."
        ]
    );
    assert_eq!(page.text(".sums ~ .caption"), "* Worked out here, not stated by the source.");
}

#[wasm_bindgen_test]
async fn categories_say_of_all_fifteen_what_is_known() {
    let page = Page::with_panel(MICROSOFT, "What is counted").await;
    assert_eq!(page.all(".categories tr").len(), 15);
    let of = |class: &str| page.texts(&format!(".categories .{class} .number"));
    assert_eq!(of("missing"), ["8", "10"]);
    assert_eq!(of("excluded"), ["14", "15"]);
    assert_eq!(of("reported").len(), 11);
    assert_eq!(page.text(".categories .missing td"), "not reported");
    assert!(page.text(".categories .excluded td").starts_with("left out: Not relevant"));
    assert!(!Page::with_panel(ANT, "What is counted").await.has(".categories"), "a file that names none");
}

#[wasm_bindgen_test]
async fn changes_compare_with_earlier_periods_where_they_can() {
    let page = Page::with_panel(MICROSOFT, "What is counted").await;
    let captions = page.texts(".changes caption");
    assert!(captions[0].starts_with("Change since the base period, July 2019 to June 2020"), "{captions:?}");
    assert!(captions[1].starts_with("Change since July 2018 to June 2019"), "{captions:?}");
    let lines = page.texts(".changes tbody tr");
    assert_eq!(lines[0], "scope 1118,100+5,604+4.7%");
    assert_eq!(lines[2], "scope 2 market-based228,194−64,259−28.2%");
    assert!(page.text(".changes ~ .caption").contains("cover other scopes or categories"));
}

#[wasm_bindgen_test]
async fn working_follows_the_readers_numbers_step_by_step() {
    let page = Page::with_panel(ANT, "How this is worked out").await;
    let numbers = [
        "12,000 km/yr × 0.203 kg/km = 2,436 kg/yr",
        "37,909.87 t CO₂e = 37,909,870 kg CO₂e",
        "37,909,870 kg CO₂e ÷ 2,436 kg/yr = 15,562 petrol cars",
    ];
    assert_eq!(page.texts(".steps .numbers"), numbers);
    assert_eq!(page.text(".steps .words"), "Distance a year × Emissions per kilometre");
    assert_eq!(page.texts(".steps s"), ["km", "km", "kg", "kg"], "the units that cancel");
    assert!(page.text(".exact").starts_with("15,562.344006568"));
    assert!(page.text(".solutions").contains("exact at 12,450 km/yr"));
    page.write(DISTANCE, "15000").await;
    wait(REST).await;
    assert_eq!(page.text(".steps .numbers"), "15,000 km/yr × 0.203 kg/km = 3,045 kg/yr");
    assert!(page.text(".exact").starts_with("12,449.87"));
}

#[wasm_bindgen_test]
async fn working_is_copied_as_text() {
    let page = Page::with_panel(ANT, "How this is worked out").await;
    let copied = Rc::new(RefCell::new(String::new()));
    let taken = copied.clone();
    let write = Closure::<dyn FnMut(String) -> Promise>::new(move |text| {
        *taken.borrow_mut() = text;
        Promise::resolve(&JsValue::UNDEFINED)
    });
    let navigator = web_sys::window().unwrap().navigator();
    let clipboard = Reflect::get(&navigator, &"clipboard".into()).unwrap();
    Reflect::set(&clipboard, &"writeText".into(), write.as_ref()).unwrap();
    page.press("Copy the working").await;
    settle().await;
    assert_eq!(page.text(".copy .notice"), "Copied");
    let lines: Vec<String> = copied.borrow().lines().map(|line| line.replace('\u{a0}', " ")).collect();
    assert_eq!(lines[..2], ["Distance a year × Emissions per kilometre", "12,000 km/yr × 0.203 kg/km = 2,436 kg/yr"]);
    assert_eq!(lines.last().map(String::as_str), Some("Before rounding: 15,562.3 petrol cars."));
}

#[wasm_bindgen_test]
async fn sensitivity_shows_what_each_assumption_alone_can_do() {
    let page = Page::with_panel(ANT, "Which assumption matters most").await;
    let names = ["Distance a year 5,000 km to 30,000 km", "Emissions per kilometre 0.10 kg to 0.30 kg"];
    assert_eq!(page.texts(".sensitivity .name"), names);
    assert_eq!(page.texts(".sensitivity .amount"), ["6,225 to 37,350", "10,531 to 31,592"]);
    let line = || page.find(".sensitivity .now").get_attribute("x1").unwrap();
    assert_eq!(line(), "41.67%");
    page.write(DISTANCE, "30000").await;
    wait(REST).await;
    assert_ne!(line(), "41.67%", "the line is where the result is");
    assert_eq!(page.text(".sensitivity .amount"), "6,225 to 37,350", "its own reach is the same");
    click(&page.find(".sensitivity ~ .table > summary"));
    assert_eq!(page.texts(".sensitivity ~ .table thead th"), ["Assumption", "Plausible range", "Result"]);
    let rows = [
        ["Distance a year", "5,000 km to 30,000 km", "6,225 to 37,350"],
        ["Emissions per kilometre", "0.10 kg to 0.30 kg", "4,212 to 12,637"],
    ];
    assert_eq!(page.texts(".sensitivity ~ .table tbody :is(th, td)"), rows.concat(), "the same numbers line by line");
}

#[wasm_bindgen_test]
async fn targets_stand_by_year_on_a_line_and_in_a_list() {
    let page = Page::with_panel(ANT, "Who promised what").await;
    assert_eq!(page.texts(".time-line text"), ["2021", "2030"]);
    let radius = |index: usize| page.all(".time-line circle")[index].get_attribute("r").unwrap();
    assert_eq!((radius(0).as_str(), radius(1).as_str()), ("5", "7"), "more promises, a larger dot");
    assert_eq!(page.texts(".moments h4"), ["2021", "2030"]);
    assert_eq!(page.all(".moments > li:last-child li").len(), 5);
    assert_eq!(page.text(".moments li li"), "Ant Group: carbon neutrality for scopes 1 and 2, from 2021");
    click(&page.find("[part=targets] .table > summary"));
    assert_eq!(page.texts("[part=targets] .table thead th"), ["Year", "Promise"], "each says all");
    assert_eq!(
        page.texts("[part=targets] .table tbody th"),
        ["2021", "2030", "2030", "2030", "2030", "2030"],
        "a promise to a row"
    );
    let promises = page.texts(".moments li li");
    for (row, promise) in page.texts("[part=targets] .table tbody td:nth-child(2)").iter().zip(&promises) {
        assert!(promise.starts_with(row), "{row}: {promise}");
    }
    let page = Page::with_panel(SILENT, "Who promised what").await;
    assert!(!page.has(".time-line"), "without years there is no line");
    assert_eq!(page.text(".moments .open"), "Left open: the date and by how much.");
    click(&page.find("[part=targets] .table > summary"));
    assert_eq!(page.texts("[part=targets] .table thead th"), ["Year", "Promise", "Left open"]);
    assert_eq!(
        page.texts("[part=targets] .table tbody :is(th, td:last-child)"),
        ["no date given", "the date and by how much"]
    );
}

#[wasm_bindgen_test]
async fn sources_tell_whose_number_it_is() {
    let page = Page::with_panel(ANT, "Sources and their limits").await;
    let card = |heading: &str| {
        let cards = page.texts(".card");
        cards.into_iter().find(|card| card.starts_with(heading)).unwrap_or_else(|| panic!("no card {heading:?}"))
    };
    assert_eq!(page.text("[part=sources] .aside"), page.all(".card").len().to_string());
    assert!(card("The article or report").contains("Guangming Online, 20 April 2022"));
    assert!(card("Distance a year: 12,000 km/yr").contains("The article’s own number."));
    assert!(card("Distance a year: 12,000 km/yr").contains("17,569 km/yr US, 2024"));
    // Why another source says otherwise: whose it is, what it counts, how it comes about.
    let intensity = card("Emissions per kilometre: 0.203 kg/km");
    for why in [
        "the exhaust and the supply of the fuel",
        "Department for Energy Security",
        "Exhaust 0.16152 + fuel supply",
        "EPA divides by",
    ] {
        assert!(intensity.contains(why), "{why}: {intensity}");
    }
    assert!(intensity.contains("CO₂, "), "the article's own number counts something too: {intensity}");
    assert!(!card("Distance a year").contains("CO₂, "), "a distance counts no gas");
    assert!(card("The article or report").contains("were checked by China Environmental United"));
    page.write(DISTANCE, "15000").await;
    wait(REST).await;
    assert!(card("Distance a year: 15,000 km/yr").contains("Set by you."));
    page.choose("presets", "US").await;
    settle().await;
    assert!(!card("Distance a year: 17,569").contains("Set by you."));
    assert!(page.text(".cautions").contains("for a year"));
}

#[wasm_bindgen_test]
async fn link_opens_a_tab_of_its_own_and_says_so() {
    let page = Page::with_panel(ANT, "Sources and their limits").await;
    let link = page.find(".card cite a");
    let attribute = |name| link.get_attribute(name).unwrap_or_default();
    assert!(attribute("href").starts_with("http"), "{}", attribute("href"));
    assert_eq!((attribute("target").as_str(), attribute("rel").as_str()), ("_blank", "noopener noreferrer"));
    assert!(link.text_content().unwrap().ends_with("(opens in a new tab)"));
    assert!(!text_of(&link).contains("new tab"), "it is only read out");
    // A title without an address of the web is text.
    let address = format!("\"url\": \"{}\"", attribute("href"));
    let file = ANT.replacen(&address, "\"note\": \"No address.\"", 1);
    assert_ne!(file.len(), ANT.len());
    let page = Page::with_panel(&file, "Sources and their limits").await;
    assert!(page.text(".card").contains("Ant Group reaches"), "{}", page.text(".card"));
    assert!(!page.has(".card:first-child a"));
}

#[wasm_bindgen_test]
async fn findings_stand_by_gravity_with_their_standards() {
    let page = Page::with_panel(ANT, "What to bear in mind").await;
    assert_eq!(page.texts(".findings h4"), ["Caution", "Worth knowing"]);
    let told = page.all(".findings li").len();
    let note = page.texts(".panel .aside").pop();
    assert_eq!(note, Some(format!("{told} points")));
    assert!(page.text(".findings.warning").contains("15,562.3 truncated"));
    let standard = page.find(".findings cite");
    assert_eq!(standard.get_attribute("lang").as_deref(), Some("en"));
    assert!(text_of(&standard).starts_with("ISO 14068-1:2023"));
    // Beside another comparison stands what is noticed of that one.
    assert!(page.text(".findings.notice").contains("“Petrol cars, for a year” counts CO₂ only"));
    page.choose("comparisons", "People’s yearly emissions").await;
    settle().await;
    assert!(!page.text(".findings.notice").contains("“Petrol cars, for a year” counts"));
}

#[wasm_bindgen_test]
async fn every_panel_is_drawn_again_with_another_file_or_language() {
    let mut page = Page::with_panel(ANT, "What is counted").await;
    let table = page.find("[part=scopes] .bars");
    page.write(DISTANCE, "15000").await;
    wait(REST).await;
    assert!(table.is_connected());
    assert_eq!(page.all("[part=scopes] .bars > li").len(), 6);
    page.handle.update(&config(&[("disclosure", ANT), ("lang", "zh-CN"), ("locale", CHINESE)]));
    settle().await;
    assert!(page.text("[part=scopes] .sums").contains("合计"), "{}", page.text("[part=scopes] .sums"));
    page.handle.update(&config(&[("disclosure", MICROSOFT), ("lang", "en"), ("locale", ENGLISH)]));
    settle().await;
    assert_eq!(page.texts(".bars .amount")[0], "123,704 t CO₂e");
    assert_eq!(page.all(".categories tr").len(), 15);
}
