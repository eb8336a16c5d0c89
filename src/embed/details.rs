use std::cell::RefCell;

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::prelude::*;

use super::config::{Config, followed, refuse};
use super::panic;
use super::seat::{Free, Seat, Seated};
use crate::view::{Panels, PanelsProps};

thread_local! {
    static FREE: RefCell<Vec<Seat<Stage>>> = const { RefCell::new(Vec::new()) };
}

/// Where the panels of one widget after the other stand.
#[derive(Debug)]
pub struct Stage;

/// What [`Stage`] shows.
#[derive(Debug, PartialEq, Properties)]
pub struct StageProps {
    shown: Option<PanelsProps>,
    turn: u32,
}

impl Component for Stage {
    type Message = ();
    type Properties = StageProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        match &ctx.props().shown {
            Some(props) => html! { <Panels key={ctx.props().turn} ..props.clone() /> },
            None => Html::default(),
        }
    }
}

impl Seated for Stage {
    type Shown = PanelsProps;

    fn free() -> &'static Free<Self> {
        &FREE
    }

    fn props(shown: Option<PanelsProps>, turn: u32) -> StageProps {
        StageProps { shown, turn }
    }
}

/// The mounted panels. `destroy` ends them; a second call does nothing.
#[wasm_bindgen]
pub struct DetailsHandle {
    shown: Option<(Seat<Stage>, PanelsProps)>,
    on_event: Function,
}

impl core::fmt::Debug for DetailsHandle {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("DetailsHandle").field("is_mounted", &self.shown.is_some()).finish_non_exhaustive()
    }
}

fn props(config: Config) -> PanelsProps {
    PanelsProps { subject: config.subject, locale: config.locale, choices: config.choices, view: config.view }
}

#[wasm_bindgen]
impl DetailsHandle {
    /// Shows another configuration; the reader's choices come as its `fragment`.
    pub fn update(&mut self, config: &JsValue) {
        let Some((seat, shown)) = &mut self.shown else { return };
        match Config::read(config) {
            Ok(config) => {
                *shown = props(config);
                seat.update(shown.clone());
            }
            Err(fault) => refuse(&self.on_event, &fault),
        }
    }

    /// Follows the widget to the choices that one of its events told as `fragment`. Cheaper than an update: nothing
    /// but these few words is read again. What cannot be followed leaves the panels as they are.
    pub fn follow(&mut self, fragment: &str) {
        let Some((seat, shown)) = &mut self.shown else { return };
        if let Ok(choices) = followed(fragment, &shown.subject, &shown.choices.host) {
            shown.choices = choices;
            seat.update(shown.clone());
        }
    }

    /// Ends the panels.
    pub fn destroy(&mut self) {
        if let Some((seat, _)) = self.shown.take() {
            seat.leave();
        }
    }
}

/// Mounts the panels in `root`, an element of its own. What cannot be read in `config` is told by an
/// `emissions-error` event, and nothing is shown.
#[wasm_bindgen(js_name = mountDetails)]
#[must_use]
pub fn mount_details(root: &Element, config: &JsValue, on_event: Function) -> DetailsHandle {
    panic::listen(&on_event);
    let shown = match Config::read(config) {
        Ok(config) => {
            let props = props(config);
            Seat::take(root, props.clone()).map(|seat| (seat, props))
        }
        Err(fault) => {
            refuse(&on_event, &fault);
            None
        }
    };
    DetailsHandle { shown, on_event }
}
