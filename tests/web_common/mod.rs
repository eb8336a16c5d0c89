//! What the tests in a browser share: a page with a widget in it, a reader's hands, and a clock that stands still.
#![allow(dead_code, reason = "each file of tests uses a part of it")]

use std::time::Duration;

use emissions_calculator::embed::{Handle, mount};
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::console_log;
use web_sys::{
    Element, Event, EventInit, HtmlElement, HtmlInputElement, HtmlSelectElement, InputEvent, KeyboardEvent,
    KeyboardEventInit, PointerEvent, PointerEventInit, ShadowRoot, ShadowRootInit, ShadowRootMode,
};
use yew::platform::time::sleep;

pub const ANT: &str = include_str!("../../data/disclosures/ant-group-2021.json");
pub const MICROSOFT: &str = include_str!("../../data/disclosures/microsoft-fy21.json");
pub const ENGLISH: &str = include_str!(concat!(env!("OUT_DIR"), "/locale-en.json"));
pub const CHINESE: &str = include_str!(concat!(env!("OUT_DIR"), "/locale-zh-CN.json"));
pub const ARABIC: &str = include_str!(concat!(env!("OUT_DIR"), "/locale-ar.json"));
pub const GERMAN: &str = include_str!(concat!(env!("OUT_DIR"), "/locale-de.json"));
/// A file that discloses nothing, and promises without a date or a share.
pub const SILENT: &str = r#"{ "version": 1, "id": "s", "lang": "en", "organisation": "S", "period": "2021",
    "source": { "title": "T", "publisher": "P" }, "entries": [ { "id": "a", "kind": "emission", "amount": null } ],
    "targets": [ { "organisation": "S", "type": "renewable-electricity" } ] }"#;

pub const DISTANCE: &str = "[role=spinbutton][aria-label='Distance a year']";
pub const INTENSITY: &str = "[role=spinbutton][aria-label='Emissions per kilometre']";
/// What a reader set; while nothing is set its room is kept.
pub const SET: &str = ".set:not(.invisible)";
/// What the verdict says of a reader's own numbers; while there are none its room is kept.
pub const YOURS: &str = ".yours:not(.invisible)";

/// After this many milliseconds without a move, what is beside a number follows it.
pub const REST: f64 = 240.0;
/// After this many, a number beyond its plausible range is taken, or what cannot be read is shown as a fault.
pub const TYPING_PAUSE: f64 = 400.0;
/// After this many, the result is said.
pub const ANNOUNCEMENT: f64 = 960.0;
/// For this many, "Copied" stands.
pub const NOTICE: f64 = 4_000.0;

/// Timers shorter than this run by themselves: the browser's own affairs, not a reader's pauses.
const SHORTEST: f64 = 100.0;

#[wasm_bindgen(inline_js = r#"
const real = { set: globalThis.setTimeout, clear: globalThis.clearTimeout };
const held = new Map();
let now = 0;
let last = 0;
export function stop_the_clock(shortest) {
  globalThis.setTimeout = (call, delay = 0, ...values) => {
    if (delay < shortest) return real.set.call(globalThis, call, delay, ...values);
    // The browser's own ids are above zero.
    last -= 1;
    held.set(last, { at: now + delay, call });
    return last;
  };
  globalThis.clearTimeout = (id) => { held.delete(id) || real.clear.call(globalThis, id); };
}
export function time() { return now; }
export function run_next(until) {
  const due = [...held].filter(([, timer]) => timer.at <= until).sort(([, a], [, b]) => a.at - b.at);
  if (!due.length) { now = until; return false; }
  const [id, timer] = due[0];
  held.delete(id);
  now = timer.at;
  timer.call();
  return true;
}
"#)]
extern "C" {
    /// From now on timers of `shortest` milliseconds or more wait for [`run_next`].
    fn stop_the_clock(shortest: f64);
    fn time() -> f64;
    /// Runs the timer that is due first, up to this time. Says whether there was one.
    fn run_next(until: f64) -> bool;
}

/// Lets so many milliseconds pass, for timers alone: however slow the machine, nothing happens a moment early or late.
pub async fn wait(milliseconds: f64) {
    let until = time() + milliseconds;
    while run_next(until) {
        yew::scheduler::flush().await;
    }
}

/// Lets the browser fire what it queued and Yew draw.
pub async fn settle() {
    sleep(Duration::from_millis(50)).await;
}

/// A widget in a shadow root, as the page's script has it, with what it told that script.
pub struct Page {
    pub host: Element,
    pub root: Element,
    pub handle: Handle,
    events: Array,
    _listener: Closure<dyn FnMut(String, JsValue)>,
}

impl Drop for Page {
    fn drop(&mut self) {
        self.handle.destroy();
        self.host.remove();
    }
}

pub fn config(fields: &[(&str, &str)]) -> JsValue {
    let config = Object::new();
    for (name, value) in fields {
        Reflect::set(&config, &(*name).into(), &(*value).into()).unwrap();
    }
    config.into()
}

/// A property that is a text; empty where there is none.
pub fn field(detail: &JsValue, name: &str) -> String {
    Reflect::get(detail, &name.into()).ok().and_then(|value| value.as_string()).unwrap_or_default()
}

/// What the page's script was told, and what was drawn then.
pub struct Told {
    pub kind: String,
    pub detail: JsValue,
    pub result: String,
}

impl Page {
    pub async fn open(fields: &[(&str, &str)]) -> Self {
        thread_local!(static CLOCK: () = stop_the_clock(SHORTEST));
        CLOCK.with(|()| ());
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
                console_log!("{}", field(&detail, "message"));
            }
            let result = drawn.query_selector(".result").unwrap().and_then(|result| result.text_content());
            told.push(&Array::of3(&kind.into(), &detail, &result.into()));
        });
        let on_event = listener.as_ref().unchecked_ref::<Function>().clone();
        let handle = mount(root.clone(), &config(fields), on_event);
        yew::scheduler::flush().await;
        Self { host, root, handle, events, _listener: listener }
    }

    /// With more than the file and the language.
    pub async fn with(file: &str, more: &[(&str, &str)]) -> Self {
        Self::open(&[&[("disclosure", file), ("lang", "en"), ("locale", ENGLISH)], more].concat()).await
    }

    pub async fn of(file: &str) -> Self {
        Self::with(file, &[]).await
    }

    pub async fn ant() -> Self {
        Self::of(ANT).await
    }

    /// The example with one panel opened by its title.
    pub async fn with_panel(file: &str, title: &str) -> Self {
        let page = Self::of(file).await;
        page.toggle(title).await;
        page
    }

    // What is seen.

    pub fn all(&self, selector: &str) -> Vec<Element> {
        let found = self.root.query_selector_all(selector).unwrap();
        (0..found.length()).map(|index| found.item(index).unwrap().unchecked_into()).collect()
    }

    pub fn find(&self, selector: &str) -> Element {
        self.root.query_selector(selector).unwrap().unwrap_or_else(|| panic!("there is no {selector}"))
    }

    pub fn has(&self, selector: &str) -> bool {
        self.root.query_selector(selector).unwrap().is_some()
    }

    pub fn text(&self, selector: &str) -> String {
        text_of(&self.find(selector))
    }

    pub fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector).iter().map(text_of).collect()
    }

    pub fn result(&self) -> String {
        self.text(".result")
    }

    pub fn button(&self, words: &str) -> Element {
        let found = self.all("button").into_iter().find(|button| text_of(button) == words);
        found.unwrap_or_else(|| panic!("no button {words:?}"))
    }

    pub fn input(&self, selector: &str) -> HtmlInputElement {
        self.find(selector).unchecked_into()
    }

    /// What a field shows.
    pub fn value(&self, selector: &str) -> String {
        self.input(selector).value().replace(['\u{a0}', '\u{202f}'], " ")
    }

    /// The value of a field as a screen reader takes it.
    pub fn now(&self, selector: &str) -> String {
        self.find(selector).get_attribute("aria-valuenow").unwrap_or_default()
    }

    /// The list of this part, "presets" or "comparisons".
    pub fn list(&self, part: &str) -> HtmlSelectElement {
        self.find(&format!("[part={part}] select")).unchecked_into()
    }

    /// The name that a list shows as chosen.
    pub fn chosen(&self, part: &str) -> String {
        let chosen = usize::try_from(self.list(part).selected_index()).expect("something is chosen");
        self.texts(&format!("[part={part}] option")).swap_remove(chosen)
    }

    /// The element that has the focus.
    pub fn focused(&self) -> Option<Element> {
        self.root.get_root_node().unchecked_into::<ShadowRoot>().active_element()
    }

    /// What the one live region says.
    pub fn said(&self) -> String {
        self.text("[role=status]")
    }

    // What a reader does.

    pub async fn press(&self, words: &str) {
        click(&self.button(words));
        yew::scheduler::flush().await;
    }

    pub async fn choose(&self, part: &str, name: &str) {
        let options = self.all(&format!("[part={part}] option"));
        let option = options.iter().find(|option| text_of(option) == name);
        let option = option.unwrap_or_else(|| panic!("{part} has no {name:?}"));
        let list = self.list(part);
        list.set_value(&option.get_attribute("value").unwrap());
        list.dispatch_event(&bubbling("change")).unwrap();
        yew::scheduler::flush().await;
    }

    /// Types this, in the place of what was there.
    pub async fn write(&self, selector: &str, value: &str) {
        let input = self.input(selector);
        input.set_value(value);
        fire_input(&input);
        yew::scheduler::flush().await;
    }

    pub async fn key(&self, selector: &str, key: &str) {
        self.chord(selector, key, false).await;
    }

    /// Presses a key, with Ctrl held or not. Says whether the browser would go on to do its own.
    pub async fn chord(&self, selector: &str, key: &str, is_ctrl: bool) -> bool {
        let goes_on = self.find(selector).dispatch_event(&key_event(key, is_ctrl)).unwrap();
        yew::scheduler::flush().await;
        goes_on
    }

    /// A pointer on the first number of the sentence.
    pub async fn pointer(&self, kind: &str, x: i32, y: i32) {
        self.find(".num").dispatch_event(&pointer_event(kind, x, y)).unwrap();
        yew::scheduler::flush().await;
    }

    /// Opens or closes the panel of this title.
    pub async fn toggle(&self, title: &str) {
        let titles = self.all(".panel > summary");
        let found = titles.iter().find(|summary| text_of(summary).starts_with(title));
        click(found.unwrap_or_else(|| panic!("no panel {title:?}")));
        settle().await;
    }

    // What the page's script is told.

    pub fn events(&self) -> Vec<Told> {
        let told = |event: JsValue| {
            let event = Array::from(&event);
            let text = |index| event.get(index).as_string().unwrap_or_default();
            Told { kind: text(0), detail: event.get(1), result: text(2) }
        };
        self.events.iter().map(told).collect()
    }

    pub fn last(&self, kind: &str) -> JsValue {
        let found = self.events().into_iter().rfind(|told| told.kind == kind);
        found.unwrap_or_else(|| panic!("no {kind} was told")).detail
    }

    /// A panic in a listener ends the widget and not the test.
    #[track_caller]
    pub fn assert_is_alive(&self) {
        let panic = self.events().into_iter().find(|told| told.kind == "emissions-panic");
        assert!(panic.is_none(), "{}", panic.map(|told| field(&told.detail, "message")).unwrap_or_default());
    }
}

pub fn click(element: &Element) {
    element.unchecked_ref::<HtmlElement>().click();
}

pub fn bubbling(kind: &str) -> Event {
    let init = EventInit::new();
    init.set_bubbles(true);
    Event::new_with_event_init_dict(kind, &init).unwrap()
}

/// Tells of a text that a reader changed.
pub fn fire_input(input: &HtmlInputElement) {
    let event = InputEvent::new("input").unwrap();
    // An InputEvent made by hand does not bubble, and Yew listens at the root.
    event.init_event_with_bubbles("input", true);
    input.dispatch_event(&event).unwrap();
}

pub fn key_event(key: &str, is_ctrl: bool) -> KeyboardEvent {
    let init = KeyboardEventInit::new();
    init.set_key(key);
    init.set_ctrl_key(is_ctrl);
    init.set_bubbles(true);
    init.set_cancelable(true);
    KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap()
}

pub fn pointer_event(kind: &str, x: i32, y: i32) -> PointerEvent {
    let init = PointerEventInit::new();
    init.set_bubbles(true);
    init.set_client_x(x);
    init.set_client_y(y);
    PointerEvent::new_with_event_init_dict(kind, &init).unwrap()
}

/// The text as it is seen, without what is only read out or only keeps its room; spaces that do not break are spaces.
pub fn text_of(element: &Element) -> String {
    let copy: Element = element.clone_node_with_deep(true).unwrap().unchecked_into();
    while let Some(hidden) = copy.query_selector(".visually-hidden, .invisible").unwrap() {
        hidden.remove();
    }
    copy.text_content().unwrap_or_default().replace(['\u{a0}', '\u{202f}'], " ")
}
