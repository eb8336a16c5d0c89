//! Each component as a reader meets it: what it shows, what a reader does with it, and what it shows then.
//!
//! The widget with its panels stands in a shadow root, as the page's script has it (embed/live.js). What other files hold is left out here: typing, keys and faults of a number (`field`, `number`) and
//! what the page's script is told are in tests/web.rs, opening and printing a panel (`details`) in tests/panels_web.rs.
#![cfg(all(target_arch = "wasm32", feature = "web"))]
#![allow(missing_docs, reason = "a test")]

use std::rc::Rc;
use std::time::Duration;

use emissions_calculator::disclosure::Disclosure;
use emissions_calculator::embed::{Browser, Handle, mount};
use emissions_calculator::locale::{Locale, Messages};
use emissions_calculator::report::{Action, Analysis, HostDefaults, Session};
use emissions_calculator::view::Frame;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{
    Element, HtmlElement, HtmlInputElement, InputEvent, KeyboardEvent, KeyboardEventInit, PointerEvent,
    PointerEventInit, ShadowRootInit, ShadowRootMode,
};
use yew::platform::time::sleep;

wasm_bindgen_test_configure!(run_in_browser);

const ANT: &str = include_str!("../data/disclosures/ant-group-2021.json");
const MICROSOFT: &str = include_str!("../data/disclosures/microsoft-fy21.json");
const ENGLISH: &str = include_str!(concat!(env!("OUT_DIR"), "/locale-en.json"));
const CHINESE: &str = include_str!(concat!(env!("OUT_DIR"), "/locale-zh-CN.json"));
const ARABIC: &str = include_str!(concat!(env!("OUT_DIR"), "/locale-ar.json"));
/// A file that discloses nothing, and promises without a date or a share.
const SILENT: &str = r#"{ "version": 1, "id": "s", "lang": "en", "organisation": "S", "period": "2021",
    "source": { "title": "T", "publisher": "P" }, "entries": [ { "id": "a", "kind": "emission", "amount": null } ],
    "targets": [ { "organisation": "S", "type": "renewable-electricity" } ] }"#;
/// What a reader set; while nothing is set its room is kept.
const MARK: &str = ".mark:not(.away)";
const DISTANCE: &str = "[role=spinbutton][aria-label='Distance a year']";

/// The widget with its panels.
struct Page {
    host: Element,
    root: Element,
    handle: Handle,
    _listener: Closure<dyn Fn(String, JsValue)>,
}

impl Drop for Page {
    fn drop(&mut self) {
        self.handle.destroy();
        self.host.remove();
    }
}

fn config(fields: &[(&str, &str)]) -> JsValue {
    let config = Object::new();
    for (name, value) in fields {
        Reflect::set(&config, &(*name).into(), &(*value).into()).unwrap();
    }
    config.into()
}

impl Page {
    async fn open(fields: &[(&str, &str)]) -> Self {
        let document = web_sys::window().unwrap().document().unwrap();
        let host = document.create_element("div").unwrap();
        document.body().unwrap().append_child(&host).unwrap();
        let shadow = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).unwrap();
        let root = document.create_element("div").unwrap();
        shadow.append_child(&root).unwrap();
        let place = document.create_element("div").unwrap();
        root.append_child(&place).unwrap();
        let listener = Closure::<dyn Fn(String, JsValue)>::new(move |kind: String, detail: JsValue| {
            // The widget has the panics of the whole program told here, a failed test's among them.
            if kind == "emissions-panic" {
                console_log!("{:?}", Reflect::get(&detail, &"message".into()));
            }
        });
        let on_event = listener.as_ref().unchecked_ref::<Function>().clone();
        let handle = mount(place, &config(fields), on_event);
        yew::scheduler::flush().await;
        Self { host, root, handle, _listener: listener }
    }

    async fn of(file: &str) -> Self {
        Self::open(&[("disclosure", file), ("lang", "en"), ("locale", ENGLISH)]).await
    }

    async fn ant() -> Self {
        Self::of(ANT).await
    }

    /// The example with one panel opened by its title.
    async fn with_panel(file: &str, title: &str) -> Self {
        let page = Self::of(file).await;
        let titles = page.all(".panel > summary");
        let found = titles.iter().find(|summary| text_of(summary).starts_with(title));
        click(found.unwrap_or_else(|| panic!("no panel {title:?}")));
        settle().await;
        page
    }

    fn all(&self, selector: &str) -> Vec<Element> {
        let found = self.root.query_selector_all(selector).unwrap();
        (0..found.length()).map(|index| found.item(index).unwrap().unchecked_into()).collect()
    }

    fn find(&self, selector: &str) -> Element {
        self.root.query_selector(selector).unwrap().unwrap_or_else(|| panic!("there is no {selector}"))
    }

    fn has(&self, selector: &str) -> bool {
        self.root.query_selector(selector).unwrap().is_some()
    }

    fn text(&self, selector: &str) -> String {
        text_of(&self.find(selector))
    }

    fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector).iter().map(text_of).collect()
    }

    fn button(&self, words: &str) -> Element {
        let found = self.all("button").into_iter().find(|button| text_of(button) == words);
        found.unwrap_or_else(|| panic!("no button {words:?}"))
    }

    async fn press(&self, words: &str) {
        click(&self.button(words));
        yew::scheduler::flush().await;
    }

    /// The names of the buttons in a group that are pressed.
    fn pressed(&self, group: &str) -> Vec<String> {
        self.texts(&format!("[aria-labelledby={group}] [aria-pressed=true]"))
    }

    fn field(&self, selector: &str) -> HtmlInputElement {
        self.find(selector).unchecked_into()
    }

    async fn write(&self, selector: &str, value: &str) {
        let input = self.field(selector);
        input.set_value(value);
        let event = InputEvent::new("input").unwrap();
        // An InputEvent made by hand does not bubble, and Yew listens at the root.
        event.init_event_with_bubbles("input", true);
        input.dispatch_event(&event).unwrap();
        yew::scheduler::flush().await;
    }

    async fn key(&self, selector: &str, key: &str) {
        let init = KeyboardEventInit::new();
        init.set_key(key);
        init.set_bubbles(true);
        init.set_cancelable(true);
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
        self.find(selector).dispatch_event(&event).unwrap();
        yew::scheduler::flush().await;
    }

    async fn pointer(&self, kind: &str, x: i32, y: i32) {
        let init = PointerEventInit::new();
        init.set_bubbles(true);
        init.set_client_x(x);
        init.set_client_y(y);
        let event = PointerEvent::new_with_event_init_dict(kind, &init).unwrap();
        self.find(".num").dispatch_event(&event).unwrap();
        yew::scheduler::flush().await;
    }
}

fn click(element: &Element) {
    element.unchecked_ref::<HtmlElement>().click();
}

/// The text as it stands, without what is only read out; spaces that do not break are spaces.
fn text_of(element: &Element) -> String {
    let copy: Element = element.clone_node_with_deep(true).unwrap().unchecked_into();
    while let Some(spoken) = copy.query_selector(".spoken").unwrap() {
        spoken.remove();
    }
    copy.text_content().unwrap_or_default().replace(['\u{a0}', '\u{202f}'], " ")
}

/// Longer than a reader must pause to hear of the result, or of what is wrong.
async fn pause() {
    sleep(Duration::from_millis(1_100)).await;
}

/// Lets the browser fire what it queued and Yew draw.
async fn settle() {
    sleep(Duration::from_millis(50)).await;
}

// The widget, from top to bottom.

#[wasm_bindgen_test]
async fn eyebrow_tells_whose_when_and_by_whom() {
    let page = Page::ant().await;
    let eyebrow = page.text(".eyebrow");
    for part in ["Ant Group", "2021", "Guangming Online", "20 April 2022"] {
        assert!(eyebrow.contains(part), "{part}: {eyebrow}");
    }
    let page = Page::open(&[("amount", "1000 tCO2e"), ("lang", "en"), ("locale", ENGLISH)]).await;
    assert!(!page.has(".eyebrow"), "an amount is nobody's");
}

#[wasm_bindgen_test]
async fn headline_keeps_the_amount_and_changes_its_number() {
    let page = Page::ant().await;
    assert_eq!(page.text(".head"), "A cut of 37,909.87 tonnes of CO₂e is about 15,600 petrol cars");
    page.write(DISTANCE, "15000").await;
    assert_eq!(page.text(".head"), "A cut of 37,909.87 tonnes of CO₂e is about 12,400 petrol cars");
    page.press("People’s yearly emissions").await;
    assert!(page.text(".head").ends_with(" people"), "{}", page.text(".head"));
    let page = Page::of(SILENT).await;
    assert_eq!(page.text(".head"), "No amount of emissions is disclosed.");
    assert!(!page.has(".big"));
}

#[wasm_bindgen_test]
async fn co2_is_seen_as_a_formula_and_heard_in_words() {
    let page = Page::ant().await;
    assert_eq!(page.text(".head > [aria-hidden=true]"), "CO₂e");
    let spoken = page.find(".head > .spoken").text_content().unwrap();
    assert_eq!(spoken, "carbon dioxide equivalent");
    assert_eq!(page.find(".sentence > .spoken").text_content().unwrap(), "carbon dioxide");
    // Chinese says it in words already.
    let page = Page::open(&[("disclosure", ANT), ("lang", "zh-CN"), ("locale", CHINESE)]).await;
    assert!(page.text(".head").contains("二氧化碳当量"));
    assert!(!page.has(".head > .spoken"));
}

#[wasm_bindgen_test]
async fn sentence_has_its_numbers_where_the_language_has_them() {
    let page = Page::ant().await;
    let said = |page: &Page| {
        let nodes = page.find(".sentence").child_nodes();
        let node = |index| nodes.item(index).unwrap();
        let piece = |node: web_sys::Node| match node.dyn_into::<Element>() {
            Ok(element) if element.class_name() == "field" => {
                let input = element.query_selector("input").unwrap().unwrap();
                format!("[{}]", input.unchecked_into::<HtmlInputElement>().value())
            }
            Ok(element) if element.class_name() == "spoken" => String::new(),
            Ok(element) => text_of(&element),
            Err(node) => node.text_content().unwrap_or_default(),
        };
        (0..nodes.length()).map(node).map(piece).collect::<String>().replace('\u{a0}', " ")
    };
    assert_eq!(
        said(&page),
        "driven for a year, if each covers [12,000 km] a year and emits [0.203 kg] of CO₂ per kilometre."
    );
    page.press("People’s yearly emissions").await;
    assert!(said(&page).starts_with("in a year, at [8.658 t] of CO₂ each"), "{}", said(&page));
    let page = Page::open(&[("disclosure", ANT), ("lang", "zh-CN"), ("locale", CHINESE)]).await;
    assert_eq!(said(&page), "一年的排放，按每辆车每年行驶[12,000公里]、每公里排放[0.203千克]二氧化碳计算。");
}

#[wasm_bindgen_test]
async fn number_on_a_drag_is_drawn_alone_until_it_is_let_go() {
    let page = Page::ant().await;
    let exact = page.text(".range .cap");
    page.pointer("pointerdown", 100, 100).await;
    page.pointer("pointermove", 160, 100).await;
    assert_ne!(page.text(".big"), "15,600 petrol cars");
    assert_eq!(page.text(".range .cap"), exact, "what is beside it follows later");
    page.pointer("pointerup", 160, 100).await;
    assert_ne!(page.text(".range .cap"), exact, "or as soon as it is let go");
}

#[wasm_bindgen_test]
async fn number_is_dragged_across_and_tapped_to_be_typed_over() {
    let page = Page::ant().await;
    let value = || page.find(DISTANCE).get_attribute("aria-valuenow").unwrap();
    page.pointer("pointerdown", 100, 100).await;
    page.pointer("pointermove", 160, 100).await;
    let far: u32 = value().parse().unwrap();
    assert!(far > 12_000 && far.is_multiple_of(500), "{far}");
    assert_ne!(page.text(".big"), "15,600 petrol cars");
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

    let field = page.field(DISTANCE);
    field.set_selection_range(0, 0).unwrap();
    page.pointer("pointerdown", 100, 100).await;
    // A finger trembles.
    page.pointer("pointermove", 103, 100).await;
    page.pointer("pointerup", 103, 100).await;
    assert_eq!(value(), "12000");
    let length = field.value().encode_utf16().count();
    assert_eq!((field.selection_start(), field.selection_end()), (Ok(Some(0)), Ok(u32::try_from(length).ok())));
}

#[wasm_bindgen_test]
async fn number_shows_what_is_typed_until_it_is_left() {
    let page = Page::ant().await;
    page.field(DISTANCE).focus().unwrap();
    page.write(DISTANCE, "15e").await;
    assert_eq!(page.field(DISTANCE).value(), "15e");
    page.write(DISTANCE, "15000").await;
    assert_eq!(page.field(DISTANCE).value(), "15000");
    page.key(DISTANCE, "Enter").await;
    assert_eq!(page.field(DISTANCE).value(), "15,000 km");
    assert_eq!(page.find(DISTANCE).get_attribute("aria-valuetext").as_deref(), Some("15,000 km"));
    assert!(page.find(DISTANCE).class_name().contains("changed"));
    // What was there when the field was entered comes back.
    page.key(DISTANCE, "Escape").await;
    assert_eq!(page.text(".big"), "15,600 petrol cars", "the result at once");
    settle().await;
    assert_eq!(page.field(DISTANCE).value(), "12,000 km", "the field with the next frame");
    assert!(!page.find(DISTANCE).class_name().contains("changed"));
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
        pause().await;
        assert!(page.text("#fault").contains(why), "{typed}: {}", page.text("#fault"));
        assert_eq!(page.text(".big"), "12,400 petrol cars", "{typed}");
    }
    page.write(DISTANCE, "9,300 mi").await;
    assert_eq!(page.text("#fault"), "");
    assert_eq!(page.text(".slider label > b"), "14,967 km", "other units are converted");
    // Nothing works more than all the time.
    page.press("Hours of a coal power unit").await;
    page.write("[aria-label='Capacity factor']", "1.5").await;
    pause().await;
    assert!(page.text("#fault").contains("0.3 to 1"), "{}", page.text("#fault"));
}

#[wasm_bindgen_test]
async fn sliders_leave_what_is_beside_the_number_behind_from_the_first_step() {
    let page = Page::ant().await;
    let exact = page.text(".range .cap");
    for distance in (12_500..=20_000).step_by(500) {
        page.write(".slider input", &distance.to_string()).await;
        assert_eq!(page.text(".slider label > b").replace(',', ""), format!("{distance} km"));
        assert_eq!(page.text(".range .cap"), exact, "nothing gets in the way of the next one: {distance}");
        sleep(Duration::from_millis(60)).await;
    }
    sleep(Duration::from_millis(300)).await;
    assert_eq!(page.text(".range .cap"), "Before rounding: 9,337.4 petrol cars.");
    assert!(page.text(".yours").contains("9,340"), "{}", page.text(".yours"));
}

#[wasm_bindgen_test]
async fn number_in_a_language_from_right_to_left_grows_to_the_left_as_its_slider_does() {
    let page = Page::open(&[("disclosure", ANT), ("lang", "ar"), ("locale", ARABIC)]).await;
    let value = || page.find(".num").get_attribute("aria-valuenow").unwrap().parse::<f64>().unwrap();
    let before = value();
    page.pointer("pointerdown", 100, 100).await;
    page.pointer("pointermove", 60, 100).await;
    assert!(value() > before, "{before} {}", value());
    page.pointer("pointermove", 140, 100).await;
    assert!(value() < before, "{before} {}", value());
}

#[wasm_bindgen_test]
async fn sliders_move_the_number_and_each_can_be_undone() {
    let page = Page::ant().await;
    assert_eq!(page.texts(".slider label > b"), ["12,000 km", "0.203 kg"]);
    assert!(!page.has(MARK));
    page.write(".slider input", "15000").await;
    assert_eq!(page.text(".big"), "12,400 petrol cars");
    assert_eq!(page.field(DISTANCE).value(), "15,000 km");
    assert_eq!(page.find(".slider input").get_attribute("aria-valuetext").as_deref(), Some("15,000 km"));
    page.write(".slider:last-child input", "0.25").await;
    assert_eq!(page.texts(".slider label > b"), ["15,000 km", "0.25 kg"]);
    assert!(page.text(MARK).starts_with("You set 15,000 km; the article has 12,000 km."), "{}", page.text(MARK));
    let undo = page.find(&format!("{MARK} button"));
    assert_eq!(undo.text_content().as_deref(), Some("Undo Distance a year"), "the name of what is undone is told");
    click(&undo);
    yew::scheduler::flush().await;
    assert_eq!(page.texts(".slider label > b"), ["12,000 km", "0.25 kg"]);
    assert_eq!(page.all(MARK).len(), 1, "the other one's stays");
    click(&page.find(&format!("{MARK} button")));
    yew::scheduler::flush().await;
    assert_eq!(page.text(".big"), "15,600 petrol cars");
    assert!(!page.has(MARK));
    // The slider's own handle goes back with it.
    assert_eq!(page.field(".slider input").value(), "12000");
}

#[wasm_bindgen_test]
async fn pictogram_has_as_many_marks_as_its_words_say() {
    let page = Page::ant().await;
    let marks = |page: &Page| page.text(".marks > :not(.room)").matches('●').count();
    assert_eq!((marks(&page), page.text(".pictogram .cap").as_str()), (156, "Each dot is 100 petrol cars."));
    assert_eq!(page.find(".share").get_attribute("data-share").as_deref(), Some("0.62"));
    assert_eq!(page.find(".marks").get_attribute("aria-hidden").as_deref(), Some("true"), "the words say it");
    page.write(DISTANCE, "24000").await;
    // 7,781.2 cars.
    assert_eq!((marks(&page), page.text(".pictogram .cap").as_str()), (156, "Each dot is 50 petrol cars."));
    page.write(DISTANCE, "15000").await;
    // 12,449.9 cars.
    assert_eq!((marks(&page), page.text(".pictogram .cap").as_str()), (125, "Each dot is 100 petrol cars."));
}

#[wasm_bindgen_test]
async fn range_tells_published_numbers_from_plausible_ones() {
    let page = Page::ant().await;
    let published = "Published assumptions give 8,800 (US) to 19,400 (UK).";
    assert_eq!(page.texts(".range .cap")[..2], ["Before rounding: 15,562.3 petrol cars.", published]);
    assert_eq!(page.texts(".range .cap").len(), 3);
    assert!(
        page.text(".range .cap:last-child").starts_with("With every assumption at an end of its plausible range: ")
    );
    // What others publish does not move with a reader's own number.
    page.write(DISTANCE, "15000").await;
    assert_eq!(page.texts(".range .cap")[..2], ["Before rounding: 12,449.9 petrol cars.", published]);
    page.press("People’s yearly emissions").await;
    assert!(page.texts(".range .cap")[1].contains("India"), "{:?}", page.texts(".range .cap"));
}

#[wasm_bindgen_test]
async fn claim_stands_beside_what_was_computed() {
    let page = Page::ant().await;
    assert_eq!(page.text(".claim b"), "The article: about 15,000.");
    for words in ["15,562.3", "3.6% low", "12,450 km/yr"] {
        assert!(page.text(".claim").contains(words), "{words}: {}", page.text(".claim"));
    }
    assert!(!page.has(".yours"));
    page.write(DISTANCE, "15000").await;
    assert_eq!(page.text(".yours"), "With your numbers it is 12,400; the source says 15,000.");
    assert!(page.text(".claim").contains("15,562.3"), "the claim is held to its own numbers");
    page.press("People’s yearly emissions").await;
    assert!(!page.has(".claim"), "the source claims nothing of people");
}

#[wasm_bindgen_test]
async fn presets_put_their_numbers_in_and_show_which_is_on() {
    let page = Page::ant().await;
    let numbers = |page: &Page| -> Vec<String> {
        page.all("[role=spinbutton]")
            .into_iter()
            .map(|field| field.unchecked_into::<HtmlInputElement>().value())
            .collect()
    };
    assert_eq!(page.pressed("presets"), ["The article"]);
    page.press("US").await;
    assert_eq!(page.pressed("presets"), ["US"]);
    assert_eq!(numbers(&page), ["17,569 km", "0.24418 kg"]);
    assert_eq!(page.text(".big"), "8,840 petrol cars");
    page.press("China").await;
    assert_eq!(page.pressed("presets"), ["China"]);
    assert_eq!(numbers(&page), ["12,000 km", "0.203 kg"]);
    assert!(!page.has(".own:not(.away)"));
    // With a number of one's own it is nobody's preset.
    page.write(DISTANCE, "15000").await;
    assert_eq!(page.pressed("presets"), [""; 0]);
    assert_eq!(page.text(".own:not(.away)"), "Your own");
    page.key(DISTANCE, "Enter").await;
    page.press("The article").await;
    assert_eq!(page.pressed("presets"), ["The article"]);
    assert_eq!(numbers(&page), ["12,000 km", "0.203 kg"]);
}

#[wasm_bindgen_test]
async fn comparisons_change_what_it_is_compared_with() {
    let page = Page::ant().await;
    assert_eq!(page.pressed("comparisons"), ["Petrol cars, for a year"]);
    page.write(DISTANCE, "15000").await;
    assert!(!page.find(".more").has_attribute("open"));
    click(&page.find(".more > summary"));
    settle().await;
    assert!(page.find(".more").has_attribute("open"));
    // Kinds are never in one list: not among the first, not among the others.
    assert_eq!(page.texts(".choice > .kinds .label"), ["Things that emit as much", "Totals to compare with"]);
    assert_eq!(
        page.texts(".more .kinds .label"),
        ["Things that emit as much", "Totals to compare with", "Effects and volumes", "What plants take up"]
    );
    page.press("Arctic sea ice").await;
    assert_eq!(page.pressed("comparisons"), ["Arctic sea ice"]);
    assert!(page.text(".big").contains("m²") || page.text(".big").contains("square"), "{}", page.text(".big"));
    // It stands among the first ones now, and the list stays open.
    let first = page.texts("[aria-labelledby=comparisons] > .kinds .chips > li");
    assert!(first.contains(&"Arctic sea ice".to_owned()), "{first:?}");
    assert!(page.find(".more").has_attribute("open"));
    // The reader's own number for cars is still there.
    page.press("Petrol cars, for a year").await;
    assert_eq!(page.text(".big"), "12,400 petrol cars");
}

/// Puts `write` where the page's clipboard would be asked.
fn clipboard(write: &Function) {
    let navigator = web_sys::window().unwrap().navigator();
    let clipboard = Reflect::get(&navigator, &"clipboard".into()).unwrap();
    Reflect::set(&clipboard, &"writeText".into(), write).unwrap();
}

#[wasm_bindgen_test]
async fn footer_copies_and_says_so() {
    let page = Page::ant().await;
    let copied = Rc::new(RefCell::new(String::new()));
    let taken = copied.clone();
    let write = Closure::<dyn FnMut(String) -> Promise>::new(move |text| {
        *taken.borrow_mut() = text;
        Promise::resolve(&JsValue::UNDEFINED)
    });
    clipboard(write.as_ref().unchecked_ref());
    assert_eq!(page.text(".notice"), "");
    page.write(DISTANCE, "15000").await;
    page.press("Copy as a sentence").await;
    settle().await;
    assert_eq!(page.text(".notice"), "Copied");
    assert_eq!(page.text("[role=status]"), "Copied", "it is said too");
    assert!(copied.borrow().starts_with("A cut of"), "{}", copied.borrow());
    for words in ["about 12,400 petrol cars", "15,000 km", "12,000 km", "Guangming Online", "http"] {
        assert!(copied.borrow().contains(words), "{words}: {}", copied.borrow());
    }
    page.press("Copy a link").await;
    settle().await;
    assert_eq!(page.text(".notice"), "Link copied");
    assert_eq!(*copied.borrow(), web_sys::window().unwrap().location().href().unwrap());
    // It goes by itself, four seconds after the last one.
    sleep(Duration::from_millis(3_500)).await;
    assert_eq!(page.text(".notice"), "Link copied");
    sleep(Duration::from_millis(1_000)).await;
    assert_eq!(page.text(".notice"), "");
    assert_eq!(page.text("[role=status]"), "");

    // Where nothing may be copied, the text is shown, to be copied by hand.
    let refuse = Closure::<dyn FnMut(String) -> Promise>::new(|_| Promise::reject(&"not allowed".into()));
    clipboard(refuse.as_ref().unchecked_ref());
    page.press("Copy as a sentence").await;
    settle().await;
    assert!(page.text(".notice").contains("about 12,400 petrol cars"), "{}", page.text(".notice"));
    assert!(page.text("[role=status]").starts_with("Not copied"), "that alone is said");
    assert!(!page.text("[role=status]").contains("12,400"));
    sleep(Duration::from_millis(4_500)).await;
    assert!(page.text(".notice").contains("about 12,400 petrol cars"), "copying by hand takes its time");
}

#[wasm_bindgen_test]
async fn footer_copies_in_the_language_and_names_whose_assumptions_an_amount_has() {
    let copied = Rc::new(RefCell::new(String::new()));
    let taken = copied.clone();
    let write = Closure::<dyn FnMut(String) -> Promise>::new(move |text| {
        *taken.borrow_mut() = text;
        Promise::resolve(&JsValue::UNDEFINED)
    });
    clipboard(write.as_ref().unchecked_ref());
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
async fn what_is_on_its_way_is_no_fault_and_enter_asks_for_the_verdict() {
    let page = Page::ant().await;
    // 0.25 begins with a zero, which would be refused.
    for typed in ["0", "0.", "0.2", "0.25"] {
        page.write("[aria-label='Emissions per kilometre']", typed).await;
        assert_eq!(page.text("#fault"), "", "{typed}");
    }
    pause().await;
    assert_eq!(page.text("#fault"), "");
    assert_eq!(page.text(".big"), "12,600 petrol cars");
    page.write(DISTANCE, "15 bananas").await;
    page.key(DISTANCE, "Enter").await;
    assert!(page.text("#fault").contains("That unit"), "{}", page.text("#fault"));
    assert_eq!(page.field(DISTANCE).value(), "15 bananas", "what was typed is not lost to a slip");
    page.key(DISTANCE, "Escape").await;
    assert_eq!((page.text("#fault").as_str(), page.field(DISTANCE).value().as_str()), ("", "12,000 km"));
}

#[wasm_bindgen_test]
async fn what_was_being_typed_goes_when_the_number_changes_elsewhere() {
    let page = Page::ant().await;
    page.write(DISTANCE, "15 bananas").await;
    pause().await;
    assert!(page.has(".num.faulty"));
    page.press("UK").await;
    assert!(!page.has(".num.faulty"));
    assert_eq!(page.text("#fault"), "");
    assert!(page.field(DISTANCE).value().ends_with(" km"), "{}", page.field(DISTANCE).value());

    page.write(DISTANCE, "15000").await;
    page.handle.reset();
    yew::scheduler::flush().await;
    assert_eq!(page.field(DISTANCE).value(), "12,000 km");
}

#[wasm_bindgen_test]
async fn an_unusual_number_lies_between_the_limits_that_are_told() {
    let page = Page::ant().await;
    page.write(DISTANCE, "90000").await;
    let told = |name: &str| page.find(DISTANCE).get_attribute(name).unwrap().parse::<u32>().unwrap();
    assert_eq!((told("aria-valuemin"), told("aria-valuenow"), told("aria-valuemax")), (5_000, 90_000, 90_000));
}

#[wasm_bindgen_test]
async fn footer_goes_back_only_from_somewhere() {
    let page = Page::ant().await;
    let back = || page.button("Back to the article’s numbers");
    assert!(back().has_attribute("aria-disabled"));
    page.press("UK").await;
    page.write(".slider input", "20000").await;
    assert!(!back().has_attribute("aria-disabled"));
    click(&back());
    yew::scheduler::flush().await;
    assert!(back().has_attribute("aria-disabled"));
    assert_eq!(page.text(".big"), "15,600 petrol cars");
    assert_eq!(page.pressed("presets"), ["The article"]);
    // The comparison that one looks at stays.
    page.press("People’s yearly emissions").await;
    page.press("India").await;
    page.press("Back to the default numbers").await;
    assert_eq!(page.pressed("comparisons"), ["People’s yearly emissions"]);
}

#[wasm_bindgen_test]
async fn stateful_says_the_result_once_the_reader_pauses() {
    let page = Page::ant().await;
    let said = || page.text("[aria-live=polite]");
    for distance in ["13000", "14000", "15000"] {
        page.write(DISTANCE, distance).await;
        sleep(Duration::from_millis(200)).await;
        assert_eq!(said(), "", "not while one is at it");
    }
    sleep(Duration::from_millis(900)).await;
    for words in ["37,909.87 tonnes of carbon dioxide equivalent", "about 12,400 petrol cars", "15,000 km"] {
        assert!(said().contains(words), "{words}: {}", said());
    }
    // What is wrong is said too, and no sooner: an alert would speak at every key.
    for typed in ["1", "15 b"] {
        page.write(DISTANCE, typed).await;
        assert_eq!((page.text("#fault").as_str(), page.has(".faulty")), ("", false), "{typed}: it may go on");
    }
    assert_eq!(said(), "");
    pause().await;
    assert!(said().contains("That unit"), "{}", said());
    assert_eq!(said(), page.text("#fault"));
    assert!(!page.has("[role=alert]"));
}

#[wasm_bindgen_test]
async fn stateful_lets_what_is_beside_the_number_follow_within_a_moment() {
    let page = Page::ant().await;
    let exact = || page.text(".range .cap");
    page.write(DISTANCE, "15000").await;
    assert_eq!(exact(), "Before rounding: 12,449.9 petrol cars.", "a number alone with all that follows from it");
    for distance in ["16000", "20000", "24000"] {
        page.write(DISTANCE, distance).await;
    }
    assert_eq!(
        (page.text(".big").as_str(), page.text(".slider label > b").as_str()),
        ("7,780 petrol cars", "24,000 km")
    );
    assert_eq!(exact(), "Before rounding: 12,449.9 petrol cars.", "many at once with what shows them");
    sleep(Duration::from_millis(350)).await;
    assert_eq!(exact(), "Before rounding: 7,781.2 petrol cars.");
    assert!(page.text(".yours").contains("7,780"), "{}", page.text(".yours"));
}

#[wasm_bindgen_test]
async fn a_button_that_changes_nothing_does_not_take_the_focus_later() {
    let page = Page::ant().await;
    page.press("Petrol cars, for a year").await;
    page.field(DISTANCE).focus().unwrap();
    page.write(DISTANCE, "15000").await;
    let focused = page.root.get_root_node().unchecked_into::<web_sys::ShadowRoot>().active_element();
    assert_eq!(focused.map(|one| one.get_attribute("role")), Some(Some("spinbutton".to_owned())));
}

#[wasm_bindgen_test]
async fn widget_shows_as_much_as_its_view() {
    let parts = [".eyebrow", ".claim", "footer", ".pictogram", ".range", ".sliders", "[part=presets]"];
    for (view, shown) in [("full", &parts[..]), ("compact", &parts[..3]), ("sentence", &[])] {
        let page = Page::open(&[("disclosure", ANT), ("lang", "en"), ("locale", ENGLISH), ("view", view)]).await;
        let there: Vec<&str> = parts.into_iter().filter(|part| page.has(part)).collect();
        assert_eq!(there, shown, "{view}");
        page.write(DISTANCE, "15000").await;
        assert_eq!(page.text(".big"), "12,400 petrol cars", "{view}");
        // Whose number it is, and the way back, in each of them.
        assert!(page.text(MARK).starts_with("You set 15,000 km; the article has 12,000 km."), "{view}");
        assert!(!page.has(".unusual:not(.away)"));
        page.write(DISTANCE, "90000").await;
        assert_eq!(page.text(".unusual:not(.away)"), "Unusual", "{view}");
        click(&page.find(&format!("{MARK} button")));
        yew::scheduler::flush().await;
        assert_eq!(page.text(".big"), "15,600 petrol cars", "{view}");
    }
}

// The panels, from top to bottom.

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
    let fields = |view| [("disclosure", ANT), ("lang", "en"), ("locale", ENGLISH), ("view", view)];
    assert_eq!(titles(&Page::open(&fields("full")).await), all);
    assert_eq!(titles(&Page::open(&fields("compact")).await), all[4..]);
    assert_eq!(titles(&Page::open(&fields("sentence")).await), [""; 0]);
    let page = Page::open(&[("amount", "1000 tCO2e"), ("lang", "en"), ("locale", ENGLISH)]).await;
    assert!(!titles(&page).contains(&"What is counted".to_owned()), "{:?}", titles(&page));
    assert!(!titles(&page).contains(&"Who promised what".to_owned()), "{:?}", titles(&page));
    assert!(!page.has(".panel .body"), "all are closed at first");
}

#[wasm_bindgen_test]
async fn counted_goes_from_gross_to_net_and_has_it_as_a_table() {
    let page = Page::with_panel(ANT, "What is counted").await;
    assert_eq!(page.text(".panel .aside"), "scopes 1 and 2 reported · scope 3 not reported");
    assert_eq!(
        page.texts(".bars .name"),
        [
            "Without measures, scopes 1 and 2",
            "Energy efficiency Reduced",
            "Renewable electricity Avoided",
            "Emitted, scopes 1 and 2",
            "Carbon credits (CCER)",
            "scope 3"
        ]
    );
    let table = page.find("details.table");
    assert!(!table.has_attribute("open"));
    click(&page.find("details.table > summary"));
    settle().await;
    assert!(table.has_attribute("open"));
    assert_eq!(
        page.text(".table tbody tr"),
        "Without measures, scopes 1 and 246,711.77 t CO₂eworked out here, not stated"
    );
    let names = page.texts(".table tbody th");
    assert_eq!(names.len(), 12);
    // Every number of the sums is a line of the table.
    for (name, number) in page.texts(".sums dt").iter().zip(page.texts(".sums dd:not(.about)")) {
        let is_line = |line: &String| line.starts_with(name) && line.contains(number.trim_end_matches('*'));
        assert!(page.texts(".table tbody tr").iter().any(is_line), "{name}: {number}");
    }
    // It stays as the reader left it while numbers change.
    page.write(DISTANCE, "15000").await;
    settle().await;
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
    assert_eq!(page.text(".sums ~ .cap"), "* Worked out here, not stated by the source.");
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
    assert!(page.text(".changes ~ .cap").contains("cover other scopes or categories"));
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
    settle().await;
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
    clipboard(write.as_ref().unchecked_ref());
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
    settle().await;
    assert_ne!(line(), "41.67%", "the line is where the result is");
    assert_eq!(page.text(".sensitivity .amount"), "6,225 to 37,350", "its own reach is the same");
    click(&page.find(".table > summary"));
    assert_eq!(page.texts(".table thead th"), ["Assumption", "Plausible range", "Result"]);
    let rows = [
        ["Distance a year", "5,000 km to 30,000 km", "6,225 to 37,350"],
        ["Emissions per kilometre", "0.10 kg to 0.30 kg", "4,212 to 12,637"],
    ];
    assert_eq!(page.texts(".table tbody :is(th, td)"), rows.concat(), "the same numbers line by line");
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
    click(&page.find(".table > summary"));
    assert_eq!(page.texts(".table thead th"), ["Year", "Promise"], "each says all");
    assert_eq!(page.texts(".table tbody th"), ["2021", "2030", "2030", "2030", "2030", "2030"], "a promise to a row");
    let promises = page.texts(".moments li li");
    for (row, promise) in page.texts(".table tbody td:nth-child(2)").iter().zip(&promises) {
        assert!(promise.starts_with(row), "{row}: {promise}");
    }
    let page = Page::with_panel(SILENT, "Who promised what").await;
    assert!(!page.has(".time-line"), "without years there is no line");
    assert_eq!(page.text(".moments .open"), "Left open: the date and by how much.");
    click(&page.find(".table > summary"));
    assert_eq!(page.texts(".table thead th"), ["Year", "Promise", "Left open"]);
    assert_eq!(page.texts(".table tbody :is(th, td:last-child)"), ["no date given", "the date and by how much"]);
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
        "Exhaust 0.16272 + fuel supply",
        "EPA divides by",
    ] {
        assert!(intensity.contains(why), "{why}: {intensity}");
    }
    assert!(intensity.contains("CO₂, "), "the article's own number counts something too: {intensity}");
    assert!(!card("Distance a year").contains("CO₂, "), "a distance counts no gas");
    assert!(card("The article or report").contains("were checked by China Environmental United"));
    page.write(DISTANCE, "15000").await;
    settle().await;
    assert!(card("Distance a year: 15,000 km/yr").contains("Set by you."));
    page.press("US").await;
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
    assert_eq!(page.texts(".findings h4"), ["To note", "Worth knowing"]);
    let told = page.all(".findings li").len();
    let note = page.texts(".panel .aside").pop();
    assert_eq!(note, Some(format!("{told} points")));
    assert!(page.text(".findings.warning").contains("15,562.3 cut down"));
    let standard = page.find(".findings cite");
    assert_eq!(standard.get_attribute("lang").as_deref(), Some("en"));
    assert!(text_of(&standard).starts_with("ISO 14068-1:2023"));
    // Beside another comparison stands what is noticed of that one.
    assert!(page.text(".findings.notice").contains("“Petrol cars, for a year” counts CO₂ only"));
    page.press("People’s yearly emissions").await;
    settle().await;
    assert!(!page.text(".findings.notice").contains("“Petrol cars, for a year” counts"));
}

#[wasm_bindgen_test]
async fn still_is_drawn_again_with_another_file_or_language() {
    let mut page = Page::with_panel(ANT, "What is counted").await;
    let table = page.find("[part=scopes] .bars");
    page.write(DISTANCE, "15000").await;
    settle().await;
    assert!(table.is_connected());
    assert_eq!(page.all(".bars > li").len(), 6);
    page.handle.update(&config(&[("disclosure", ANT), ("lang", "zh-CN"), ("locale", CHINESE)]));
    settle().await;
    assert!(page.text("[part=scopes] .sums").contains("合计"), "{}", page.text("[part=scopes] .sums"));
    page.handle.update(&config(&[("disclosure", MICROSOFT), ("lang", "en"), ("locale", ENGLISH)]));
    settle().await;
    assert_eq!(page.texts(".bars .amount")[0], "123,704 t CO₂e");
    assert_eq!(page.all(".categories tr").len(), 15);
}

#[wasm_bindgen_test]
fn frame_is_the_same_only_with_the_same_session_and_language() {
    let analysis = Rc::new(Analysis::of_file(Disclosure::read(ANT).unwrap()));
    let session = || Rc::new(Session::new(analysis.clone(), HostDefaults::default()));
    let locale = || {
        let messages = Messages::read("en", r#"{"direction":"ltr"}"#).unwrap();
        Locale::new(messages, Rc::new(Browser::new("en-GB")))
    };
    let words = locale();
    let frame = |session: Rc<Session>, locale: &Locale| Frame { session, locale: locale.clone() };
    assert!(frame(session(), &words) == frame(session(), &words));
    let action = Action::Show("person-year".to_owned());
    assert!(frame(session(), &words) != frame(Rc::new(session().apply(&action).unwrap()), &words));
    assert!(frame(session(), &words) != frame(session(), &locale()));
}

/// What a host, an extension or a test may call in one task, in any order, on any control.
#[wasm_bindgen_test]
async fn calls_in_one_task_leave_a_page_that_answers() {
    let page = Page::ant().await;
    let numbers = page.all("[role=spinbutton]");
    let input = |at: usize| numbers[at].unchecked_ref::<HtmlInputElement>();
    input(0).focus().unwrap();
    input(1).focus().unwrap();
    settle().await;
    assert_eq!(focused(&page).as_deref(), numbers[1].get_attribute("aria-label").as_deref());

    // A fixed sequence of pseudo-random calls, so that a failure can be run again.
    let mut state = 7_u32;
    let mut next = |below: usize| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as usize % below
    };
    let fire = |target: &Element, event: web_sys::Event| drop(target.dispatch_event(&event));
    for _ in 0..40 {
        for _ in 0..12 {
            let controls = page.all("input, button, summary");
            let control = &controls[next(controls.len())];
            let element: &HtmlElement = control.unchecked_ref();
            match next(8) {
                0 => element.focus().unwrap(),
                1 => element.blur().unwrap(),
                2 => element.click(),
                3 => {
                    if let Some(input) = control.dyn_ref::<HtmlInputElement>() {
                        input.set_value(["15000", "0", "x", "1e400", "-3", ""][next(6)]);
                        let event = InputEvent::new("input").unwrap();
                        event.init_event_with_bubbles("input", true);
                        fire(control, event.into());
                    }
                }
                4 | 5 => {
                    let init = KeyboardEventInit::new();
                    init.set_key(["ArrowUp", "End", "Escape", "Enter", "PageDown", "Home"][next(6)]);
                    init.set_bubbles(true);
                    fire(control, KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap().into());
                }
                _ => {
                    let init = PointerEventInit::new();
                    init.set_bubbles(true);
                    init.set_client_x(i32::try_from(next(300)).unwrap());
                    let kind = ["pointerdown", "pointermove", "pointerup", "pointercancel"][next(4)];
                    fire(control, PointerEvent::new_with_event_init_dict(kind, &init).unwrap().into());
                }
            }
        }
        settle().await;
        assert!(page.has("[part=result]"), "the widget still shows a result");
    }
    page.press("Back to the article’s numbers").await;
    settle().await;
    assert!(page.text(".head").contains(" is about "), "{}", page.text(".head"));
}

/// The label of the element that has the focus.
fn focused(page: &Page) -> Option<String> {
    page.host.shadow_root()?.active_element()?.get_attribute("aria-label")
}
