//! The panels in a browser: what opens and closes them, and what a reader sees then.
#![cfg(all(target_arch = "wasm32", feature = "web"))]

use std::rc::Rc;
use std::time::Duration;

use emissions_calculator::disclosure::Disclosure;
use emissions_calculator::embed::Browser;
use emissions_calculator::locale::{Locale, Messages};
use emissions_calculator::report::{Analysis, HostDefaults, Session};
use emissions_calculator::view::{Counted, Frame, PanelProps};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, Event, HtmlElement};
use yew::platform::time::sleep;

wasm_bindgen_test_configure!(run_in_browser);

const ANT: &str = include_str!("../data/disclosures/ant-group-2021.json");

/// The panel in the page, closed. Its words are the keys of its messages.
fn panel() -> Element {
    let document = web_sys::window().unwrap().document().unwrap();
    let root = document.create_element("div").unwrap();
    document.body().unwrap().append_child(&root).unwrap();
    let analysis = Analysis::of_file(Disclosure::read(ANT).unwrap());
    let session = Rc::new(Session::new(Rc::new(analysis), HostDefaults::default()));
    let messages = Messages::read("en", r#"{"direction":"ltr"}"#).unwrap();
    let locale = Locale::new(messages, Rc::new(Browser::new("en-GB")));
    let props = PanelProps { frame: Frame { session, locale }, open: false };
    yew::Renderer::<Counted>::with_root_and_props(root.clone(), props).render();
    root
}

/// Lets the browser fire what it queued and Yew draw.
async fn settle() {
    sleep(Duration::from_millis(50)).await;
}

fn bars(root: &Element) -> u32 {
    root.query_selector_all(".bars > li").unwrap().length()
}

fn click(root: &Element, selector: &str) {
    use wasm_bindgen::JsCast;
    root.query_selector(selector).unwrap().unwrap().dyn_into::<HtmlElement>().unwrap().click();
}

#[wasm_bindgen_test]
async fn a_panel_is_drawn_while_it_is_open() {
    let root = panel();
    settle().await;
    assert_eq!(bars(&root), 0);
    click(&root, "summary");
    settle().await;
    assert_eq!(bars(&root), 6);
    // The table inside opens by itself and leaves the panel as it is.
    click(&root, ".table > summary");
    settle().await;
    assert_eq!(bars(&root), 6);
    click(&root, "summary");
    settle().await;
    assert_eq!(bars(&root), 0);
    root.remove();
}

#[wasm_bindgen_test]
async fn every_panel_is_open_on_paper_and_as_it_was_afterwards() {
    let root = panel();
    settle().await;
    let tell = |name| web_sys::window().unwrap().dispatch_event(&Event::new(name).unwrap()).unwrap();
    tell("beforeprint");
    settle().await;
    assert_eq!(bars(&root), 6);
    tell("afterprint");
    settle().await;
    assert_eq!(bars(&root), 0);
    assert!(root.query_selector("details[open]").unwrap().is_none());
    root.remove();
}
