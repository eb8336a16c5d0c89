//! The widget as a reader meets it: mounted in a shadow root, changed, read.
#![cfg(all(target_arch = "wasm32", feature = "web"))]
#![allow(missing_docs, reason = "a test")]

use emissions_calculator::embed::{Handle, mount};
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{
    Element, HtmlInputElement, InputEvent, KeyboardEvent, KeyboardEventInit, ShadowRootInit, ShadowRootMode,
};

wasm_bindgen_test_configure!(run_in_browser);

const ANT: &str = include_str!("../data/disclosures/ant-group-2021.json");
const ENGLISH: &str = include_str!(concat!(env!("OUT_DIR"), "/locale-en.json"));
const ARABIC: &str = include_str!(concat!(env!("OUT_DIR"), "/locale-ar.json"));
const CHINESE: &str = include_str!(concat!(env!("OUT_DIR"), "/locale-zh-CN.json"));
const GERMAN: &str = include_str!(concat!(env!("OUT_DIR"), "/locale-de.json"));

/// A widget in a shadow root, with what it told.
struct Page {
    host: Element,
    root: Element,
    handle: Handle,
    events: Array,
    _listener: Closure<dyn FnMut(String, JsValue)>,
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
        let events = Array::new();
        let (told, drawn) = (events.clone(), root.clone());
        let listener = Closure::<dyn FnMut(String, JsValue)>::new(move |kind: String, detail: JsValue| {
            // The widget has the panics of the whole program told here, a failed test's among them.
            if kind == "emissions-panic" {
                wasm_bindgen_test::console_log!("{}", field(&detail, "message"));
            }
            let result = drawn.query_selector(".big").unwrap().and_then(|big| big.text_content());
            told.push(&Array::of3(&kind.into(), &detail, &result.into()));
        });
        let on_event: Function = listener.as_ref().unchecked_ref::<Function>().clone();
        let handle = mount(root.clone(), &config(fields), on_event);
        yew::scheduler::flush().await;
        Self { host, root, handle, events, _listener: listener }
    }

    async fn ant() -> Self {
        Self::open(&[("disclosure", ANT), ("lang", "en"), ("locale", ENGLISH)]).await
    }

    fn find(&self, selector: &str) -> Element {
        self.root.query_selector(selector).unwrap().unwrap_or_else(|| panic!("there is no {selector}"))
    }

    fn text(&self, selector: &str) -> String {
        self.find(selector).text_content().unwrap_or_default()
    }

    fn distance(&self) -> HtmlInputElement {
        self.find("[role=spinbutton][aria-label='Distance a year']").unchecked_into()
    }

    async fn press(&self, key: &str) {
        let init = KeyboardEventInit::new();
        init.set_key(key);
        init.set_bubbles(true);
        init.set_cancelable(true);
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
        self.distance().dispatch_event(&event).unwrap();
        yew::scheduler::flush().await;
    }

    /// Clicks the button with these words.
    async fn click(&self, words: &str) {
        let buttons = self.root.query_selector_all("button").unwrap();
        let found =
            (0..buttons.length()).filter_map(|i| buttons.item(i)).find(|b| b.text_content().as_deref() == Some(words));
        found.unwrap_or_else(|| panic!("no button {words:?}")).unchecked_into::<web_sys::HtmlElement>().click();
        yew::scheduler::flush().await;
    }

    async fn write(&self, text: &str) {
        let input = self.distance();
        input.set_value(text);
        let event = InputEvent::new("input").unwrap();
        // An InputEvent made by hand does not bubble, and Yew listens at the root.
        event.init_event_with_bubbles("input", true);
        input.dispatch_event(&event).unwrap();
        yew::scheduler::flush().await;
    }

    fn last(&self, kind: &str) -> JsValue {
        let found = self.events.iter().rfind(|event| Array::from(event).get(0) == kind);
        Array::from(&found.unwrap_or_else(|| panic!("no {kind} was told"))).get(1)
    }
}

fn field(detail: &JsValue, name: &str) -> String {
    Reflect::get(detail, &name.into()).unwrap().as_string().unwrap_or_default()
}

#[wasm_bindgen_test]
async fn shows_the_article_and_says_that_it_is_ready() {
    let page = Page::ant().await;
    assert!(page.text(".head").contains("37,909.87"));
    assert_eq!(page.text(".big"), "15,600 petrol cars");
    assert!(page.text(".claim").contains("15,562.3"));
    let ready = page.last("emissions-ready");
    assert!(field(&ready, "value").starts_with("15562.344006568"));
    assert_eq!(field(&ready, "fragment"), "");
}

#[wasm_bindgen_test]
async fn typing_a_distance_changes_the_number_at_once() {
    let page = Page::ant().await;
    page.write("15,000").await;
    assert_eq!(page.text(".big"), "12,400 petrol cars");
    assert!(page.text(".mark:not(.away)").contains("15,000"));
    assert!(page.text(".mark:not(.away)").contains("12,000"));
    let change = page.last("emissions-change");
    assert!(field(&change, "value").starts_with("12449.87"));
    assert!(
        field(&change, "fragment")
            .starts_with("v1,show:petrol-car-year,petrol-car-year.distance:15000km/yr,base:15562.344")
    );
}

#[wasm_bindgen_test]
async fn who_is_told_of_a_number_finds_it_drawn() {
    let page = Page::ant().await;
    page.write("15000").await;
    page.handle.step("petrol-car-year.distance", 2);
    yew::scheduler::flush().await;
    page.click("UK").await;
    let seen: Vec<_> =
        page.events.iter().map(|event| Array::from(&event).get(2).as_string().unwrap_or_default()).collect();
    assert_eq!(seen, ["15,600 petrol cars", "12,400 petrol cars", "11,700 petrol cars", page.text(".big").as_str()]);
}

#[wasm_bindgen_test]
async fn other_ways_to_write_it_are_read() {
    let page = Page::ant().await;
    for text in ["15 000 km", "１５０００", "15000 km", "9,320.5678835 mi"] {
        page.write("20000").await;
        page.write(text).await;
        assert_eq!(page.text(".big"), "12,400 petrol cars", "{text}");
    }
}

#[wasm_bindgen_test]
async fn the_unit_that_the_field_shows_is_read_in_any_script() {
    let page = Page::open(&[("disclosure", ANT), ("lang", "ar"), ("locale", ARABIC)]).await;
    let input: HtmlInputElement = page.find("[role=spinbutton]").unchecked_into();
    let shown = input.value();
    assert!(shown.contains("كم"), "{shown}");
    input.set_value(&shown.replace("12", "15"));
    let event = InputEvent::new("input").unwrap();
    event.init_event_with_bubbles("input", true);
    input.dispatch_event(&event).unwrap();
    yew::scheduler::flush().await;
    assert_eq!(page.text(".fault"), "");
    assert!(field(&page.last("emissions-change"), "value").starts_with("12449.87"));
}

#[wasm_bindgen_test]
async fn what_cannot_be_read_keeps_the_last_result_and_says_what_is_expected() {
    let page = Page::ant().await;
    page.write("15000").await;
    for text in ["", "abc", "-3", "0", "12 kg"] {
        page.write(text).await;
        assert_eq!(page.text(".big"), "12,400 petrol cars", "{text:?}");
        yew::platform::time::sleep(core::time::Duration::from_millis(1_100)).await;
        assert!(page.text(".fault").contains("12,000"), "{text:?}: {}", page.text(".fault"));
        assert_eq!(page.distance().get_attribute("aria-invalid").as_deref(), Some("true"), "{text:?}");
    }
    page.write("12000").await;
    assert_eq!(page.text(".fault"), "");
    assert_eq!(page.text(".big"), "15,600 petrol cars");
}

#[wasm_bindgen_test]
async fn keys_step_to_the_limits_and_escape_undoes() {
    let page = Page::ant().await;
    page.distance().focus().unwrap();
    for (key, now) in [
        ("ArrowUp", "12500"),
        ("ArrowDown", "12000"),
        ("PageUp", "17000"),
        ("PageDown", "12000"),
        ("Home", "5000"),
        ("End", "30000"),
    ] {
        page.press(key).await;
        assert_eq!(page.distance().get_attribute("aria-valuenow").as_deref(), Some(now), "{key}");
    }
    page.press("Escape").await;
    assert_eq!(page.distance().get_attribute("aria-valuenow").as_deref(), Some("12000"));
    assert_eq!(page.text(".big"), "15,600 petrol cars");
}

#[wasm_bindgen_test]
async fn an_unusual_value_is_allowed_and_marked() {
    let page = Page::ant().await;
    page.write("40000").await;
    // Two digits, because the presets and this value are more than √10 apart.
    assert_eq!(page.text(".big"), "4,700 petrol cars");
    assert!(page.root.query_selector(".unusual:not(.away)").unwrap().is_some());
}

#[wasm_bindgen_test]
async fn presets_and_comparisons_are_chosen_and_reset() {
    let page = Page::ant().await;
    page.click("US").await;
    assert_eq!(page.text(".big"), "8,840 petrol cars");
    assert!(page.text(".yours").contains("8,840"));
    page.click("Back to the article’s numbers").await;
    assert_eq!(page.text(".big"), "15,600 petrol cars");
    page.click("People’s yearly emissions").await;
    assert!(page.text(".big").contains("people"), "{}", page.text(".big"));
    assert_eq!(field(&page.last("emissions-change"), "equivalence"), "person-year");
}

#[wasm_bindgen_test]
async fn the_language_is_the_widgets() {
    let page = Page::open(&[("disclosure", ANT), ("lang", "zh-CN"), ("locale", CHINESE)]).await;
    assert_eq!(page.text(".big"), "1.56万辆汽油车");
    assert_eq!(page.find("section").get_attribute("lang").as_deref(), Some("zh-CN"));
}

#[wasm_bindgen_test]
async fn an_address_comes_back_and_a_bad_or_old_one_is_told() {
    let address = "v1,petrol-car-year.distance:15000km/yr,base:15562.344";
    let fields = |fragment| [("disclosure", ANT), ("lang", "en"), ("locale", ENGLISH), ("fragment", fragment)];
    assert_eq!(Page::open(&fields(address)).await.text(".big"), "12,400 petrol cars");
    for (bad, words) in
        [("v9,nonsense", "named choices"), ("v1,petrol-car-year.distance:15000km/yr,base:14000", "14,000")]
    {
        let page = Page::open(&fields(bad)).await;
        assert_eq!(page.text(".big"), "15,600 petrol cars", "{bad}");
        assert!(page.text(".note").contains(words), "{bad}: {}", page.text(".note"));
    }
}

#[wasm_bindgen_test]
async fn an_old_address_is_told_with_the_comparison_that_it_showed() {
    let open = async |fragment: &str| {
        Page::open(&[("disclosure", ANT), ("lang", "en"), ("locale", ENGLISH), ("fragment", fragment)]).await
    };
    // The address that the widget itself writes.
    let page = Page::ant().await;
    page.write("15000").await;
    let written = field(&page.last("emissions-change"), "fragment");
    assert_eq!(written, "v1,show:petrol-car-year,petrol-car-year.distance:15000km/yr,base:15562.344,is:12449.875");
    assert_eq!(open(&written).await.text(".big"), "12,400 petrol cars");
    for (fragment, words) in [
        // The article's number of another comparison was another.
        ("v1,show:person-year,base:4000,is:4000", ["“People’s yearly emissions” came to 4,000", "4,378"]),
        // The article's is the same, but the preset in the link has changed.
        ("v1,petrol-car-year:uk,base:15562.344,is:20000", ["“Petrol cars, for a year” came to 20,000", "19,415"]),
    ] {
        let page = open(fragment).await;
        assert_eq!(page.text(".big"), "15,600 petrol cars", "{fragment}: the article's own numbers");
        for words in words {
            assert!(page.text(".note").contains(words), "{fragment}: {}", page.text(".note"));
        }
    }
}

#[wasm_bindgen_test]
async fn what_the_host_chose_is_where_a_reader_begins() {
    let fields =
        [("disclosure", ANT), ("equivalence", "person-year"), ("preset", "world"), ("lang", "en"), ("locale", ENGLISH)];
    let page = Page::open(&fields).await;
    let ready = page.last("emissions-ready");
    assert_eq!(field(&ready, "fragment"), "", "nothing differs from what the host chose");
    assert_eq!((field(&ready, "equivalence"), field(&ready, "preset")), ("person-year".to_owned(), "world".to_owned()));
    assert!(page.root.query_selector(".mark:not(.away)").unwrap().is_none(), "the reader set nothing");
    assert!(page.find("footer [part=reset]").has_attribute("aria-disabled"));
    let begun = page.text(".big");
    assert_eq!(page.handle.set("person-year.emissions", "10", None), "");
    yew::scheduler::flush().await;
    assert_ne!(page.text(".big"), begun);
    assert!(
        field(&page.last("emissions-change"), "fragment").starts_with("v1,show:person-year,person-year.emissions:10")
    );
    page.handle.reset();
    yew::scheduler::flush().await;
    assert_eq!(page.text(".big"), begun, "the way back leads to what the host chose");
    assert_eq!(field(&page.last("emissions-change"), "fragment"), "");
    // A preset that the comparison does not have is passed over.
    let page = Page::open(&[("amount", "1000 tCO2e"), ("preset", "mars"), ("lang", "en"), ("locale", ENGLISH)]).await;
    assert_eq!(field(&page.last("emissions-ready"), "fragment"), "");
}

#[wasm_bindgen_test]
async fn an_address_says_what_it_is_about_whatever_the_page_shows_first_by_now() {
    let fragment = "v1,show:petrol-car-year,petrol-car-year.distance:15000km/yr,base:15562.344,is:12449.875";
    let fields = [("disclosure", ANT), ("lang", "en"), ("locale", ENGLISH), ("fragment", fragment)];
    for equivalence in ["petrol-car-year", "person-year"] {
        let fields = [&fields[..], &[("equivalence", equivalence)]].concat();
        let page = Page::open(&fields).await;
        assert_eq!(page.text(".big"), "12,400 petrol cars", "{equivalence} first");
        assert!(page.root.query_selector(".note").unwrap().is_none(), "{equivalence} first");
        page.handle.reset();
        yew::scheduler::flush().await;
        let left = field(&page.last("emissions-change"), "fragment");
        assert_eq!(left.is_empty(), equivalence == "petrol-car-year", "{equivalence} first: {left:?}");
    }
}

#[wasm_bindgen_test]
async fn an_input_of_the_article_has_its_number_whatever_comparison_is_shown() {
    let page = Page::ant().await;
    let text = |name: &str| {
        let assumption = page.handle.assumption(name);
        js_sys::Reflect::get(&assumption, &"text".into()).ok().and_then(|text| text.as_string())
    };
    assert_eq!(page.handle.set("petrol-car-year.distance", "15000", None), "");
    yew::scheduler::flush().await;
    page.click("Return flights").await;
    assert_eq!(text("petrol-car-year.distance").as_deref(), Some("15,000 km"));
    assert_eq!(text("petrol-car-year.nonsense"), None);
    assert_eq!(text("nonsense.distance"), None);
    assert!(page.handle.set("petrol-car-year.distance", "abc", None).contains("12,000 km"));
    assert!(page.text(".big").contains("flights"), "{}", page.text(".big"));
    page.handle.step("petrol-car-year.distance", -2);
    yew::scheduler::flush().await;
    assert_eq!(text("petrol-car-year.distance").as_deref(), Some("14,000 km"));
    assert_eq!(page.text(".big"), "13,300 petrol cars", "what a reader changes is shown");
}

#[wasm_bindgen_test]
async fn going_back_to_what_is_shown_first_leaves_nothing_in_the_address() {
    let page = Page::ant().await;
    page.click("Return flights").await;
    assert!(field(&page.last("emissions-change"), "fragment").starts_with("v1,show:return-flight,"));
    page.click("Petrol cars, for a year").await;
    assert_eq!(field(&page.last("emissions-change"), "fragment"), "");
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
    let assumptions = js_sys::Array::from(&Reflect::get(&ready, &"assumptions".into()).unwrap());
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
async fn an_amount_alone_needs_no_file() {
    let page = Page::open(&[("amount", "1000 tCO2e"), ("preset", "us"), ("lang", "en"), ("locale", ENGLISH)]).await;
    assert_eq!(page.text(".big"), "233 petrol cars");
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
    assert_eq!(page.text(".big"), "15,600 petrol cars");
}
