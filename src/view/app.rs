//! The widget with its state: a reader's session, and when what follows from a change is drawn, told and said.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::focus::has_focus;
use super::number_field::NumberEvent;
use super::rich_text::{for_screen_reader, text};
use super::{
    Actions, Byline, Comparisons, Copied, Counted, Dots, Layout, Lead, MountOptions, Notice, Panels, Presets,
    RangeLine, Slider, Statement, Verdict, ViewContext, clipboard,
};
use crate::msg;
use crate::report::{Action, Session};
use crate::view::actions::copied_sentence;

/// How long "copied" stands, in milliseconds.
const NOTICE_MS: u32 = 4_000;

/// How long a number must rest, in milliseconds, before what is beside it follows: panels, pickers, the page's script.
/// Shorter, and a drag that changes its direction would have it all drawn in the middle of the drag.
const REST_MS: u32 = 240;

/// How long a reader must do nothing, in milliseconds, before the result is said, or what is wrong with what was typed.
const ANNOUNCE_MS: u32 = 960;

/// What stands in a place.
#[derive(Clone, Debug, Properties, PartialEq)]
pub struct AppProps {
    /// What is shown; nothing while no page needs the place.
    pub options: Option<MountOptions>,
    /// Which widget of the place this is: the next one shares nothing with it.
    #[prop_or_default]
    pub generation: u32,
}

/// What the widget hears of.
#[derive(Debug)]
pub enum Message {
    /// A reader pressed or chose something; the element that it happened on.
    Act(Action),
    /// The page's script did something, and is told what came of it at once.
    Asked(Action),
    /// A reader did something with the number of the assumption in this place.
    Number(usize, NumberEvent),
    /// A reader wants to copy something.
    Copy(Copied),
    /// It was copied or may not be; or the notice of that has stood long enough.
    Notice(Option<Notice>),
    /// The number has come to rest.
    Rest,
    /// The reader has paused.
    Announce,
}

/// The widget with its state.
#[derive(Debug)]
pub struct CalculatorApp(Option<State>);

#[derive(Debug)]
struct State {
    options: MountOptions,
    /// What the reader has set so far.
    session: Rc<Session>,
    /// The session of the last rest: what is beside a moving number shows this one.
    settled: Rc<Session>,
    /// The session that the page's script was told of; none before the first drawing.
    told: Option<Rc<Session>>,
    /// The assumption whose slider is shown: the one touched last.
    active: usize,
    /// Whether the numbers are still those of the link that was followed.
    is_linked: bool,
    fault: Option<String>,
    notice: Option<Notice>,
    /// What the one polite live region says.
    said: String,
    widget: NodeRef,
    // Dropped, a timer does not go off.
    rest: Option<Timeout>,
    announcement: Option<Timeout>,
    notice_end: Option<Timeout>,
}

impl Component for CalculatorApp {
    type Message = Message;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        Self(State::begin(ctx))
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &AppProps) -> bool {
        let props = ctx.props();
        match (&mut self.0, &props.options) {
            (Some(state), Some(options)) if props.generation == old.generation => state.replace(options.clone()),
            _ => self.0 = State::begin(ctx),
        }
        true
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        self.0.as_mut().is_some_and(|state| state.update(ctx, message))
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        // Not before there is something to see: who is told may measure it or show it at once.
        if let Some(state) = &mut self.0 {
            state.tell();
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        match &self.0 {
            Some(state) => state.view(ctx),
            None => Html::default(),
        }
    }
}

impl State {
    fn begin(ctx: &Context<CalculatorApp>) -> Option<Self> {
        let options = ctx.props().options.clone()?;
        options.remote.emit(ctx.link().callback(Message::Asked));
        let session = options.session.clone();
        Some(Self {
            active: first_adjustable(&session),
            is_linked: options.is_linked,
            settled: session.clone(),
            session,
            told: None,
            options,
            fault: None,
            notice: None,
            said: String::new(),
            widget: NodeRef::default(),
            rest: None,
            announcement: None,
            notice_end: None,
        })
    }

    /// Shows something else to the same reader. What they chose stays, unless the host or a link chose something else.
    fn replace(&mut self, options: MountOptions) {
        let is_other = options.session != self.options.session && self.told.as_ref() != Some(&options.session);
        self.notice = None;
        if is_other {
            self.is_linked = options.is_linked;
            self.take(options.session.clone());
            self.settle();
        }
        self.options = options;
    }

    fn update(&mut self, ctx: &Context<CalculatorApp>, message: Message) -> bool {
        match message {
            Message::Act(action) => {
                let Some(session) = self.session.apply(&action) else { return false };
                self.is_linked = false;
                self.take(Rc::new(session));
                self.settle();
                self.announce_later(ctx);
                self.keep_focus();
            }
            Message::Asked(action) => {
                let Some(session) = self.session.apply(&action) else { return false };
                self.is_linked = false;
                self.take(Rc::new(session));
                self.settle();
                self.announce_later(ctx);
            }
            Message::Number(index, event) => return self.number(ctx, index, event),
            Message::Copy(what) => {
                // The page's script writes the address as it is told; what is copied comes from there.
                let is_behind = self.settle();
                self.tell();
                self.copy(ctx, what);
                return is_behind;
            }
            Message::Notice(notice) => {
                // A text to be copied by hand stays for as long as that takes.
                let is_passing = notice.as_ref().is_some_and(|notice| notice.text.is_none());
                let link = ctx.link().clone();
                let end = move || link.send_message(Message::Notice(None));
                self.notice_end = is_passing.then(|| Timeout::new(NOTICE_MS, end));
                // Said too, by the one region that speaks; and gone with it, so that the next one is said again.
                self.said = notice.as_ref().map_or_else(String::new, |notice| notice.said.clone());
                self.notice = notice;
            }
            Message::Rest => return self.settle(),
            Message::Announce => {
                self.announcement = None;
                self.said = self.announcement_text();
            }
        }
        true
    }

    fn number(&mut self, ctx: &Context<CalculatorApp>, index: usize, event: NumberEvent) -> bool {
        match event {
            NumberEvent::Set { value, is_move } => {
                let assumption = self.session.shown().and_then(|shown| shown.comparison.assumptions.get(index));
                let Some(assumption) = assumption.map(|assumption| assumption.id.clone()) else { return false };
                let Some(session) = self.session.apply(&Action::Set { assumption, value }) else { return false };
                self.active = index;
                self.is_linked = false;
                self.take(Rc::new(session));
                self.announce_later(ctx);
                if is_move {
                    let link = ctx.link().clone();
                    self.rest = Some(Timeout::new(REST_MS, move || link.send_message(Message::Rest)));
                } else {
                    self.settle();
                }
            }
            NumberEvent::Enter if self.active != index => self.active = index,
            NumberEvent::Enter => return false,
            NumberEvent::Rest => return self.settle(),
            NumberEvent::Fault(fault) => {
                if fault.is_some() {
                    // Said before, it would not be said again.
                    self.said.clear();
                }
                self.fault = fault;
                self.announce_later(ctx);
            }
        }
        true
    }

    /// Takes another session.
    fn take(&mut self, session: Rc<Session>) {
        let comparison = |session: &Session| session.shown().map(|shown| shown.comparison.id.clone());
        if comparison(&self.session) != comparison(&session) {
            self.active = first_adjustable(&session);
            self.fault = None;
        }
        self.session = session;
        // A text to be copied by hand has numbers that are not shown any more.
        self.notice = self.notice.take().filter(|notice| notice.text.is_none());
    }

    /// What is beside the number follows now. Says whether it was behind.
    fn settle(&mut self) -> bool {
        self.rest = None;
        let is_behind = self.settled != self.session;
        self.settled = self.session.clone();
        is_behind
    }

    /// Tells the page's script what is drawn, once for each session that came to rest.
    fn tell(&mut self) {
        if self.told.as_ref() != Some(&self.settled) {
            self.told = Some(self.settled.clone());
            self.options.changed.emit(self.settled.clone());
        }
    }

    fn announce_later(&mut self, ctx: &Context<CalculatorApp>) {
        let link = ctx.link().clone();
        self.announcement = Some(Timeout::new(ANNOUNCE_MS, move || link.send_message(Message::Announce)));
    }

    /// What is wrong with what was typed, or the result.
    fn announcement_text(&self) -> String {
        let locale = &self.options.locale;
        let sentence = || self.session.compared().map(|(compared, shown)| locale.sentence(compared, shown));
        let said = self.fault.clone().or_else(sentence).unwrap_or_default();
        for_screen_reader(locale, &said)
    }

    /// The way back goes once its number is back, and must not take the focus with it.
    fn keep_focus(&self) {
        let find = |selector: &str| self.widget.cast::<Element>()?.query_selector(selector).ok().flatten();
        // It is still there when this runs, and the browser notices only later that it is not seen any more.
        if find(".set button").is_some_and(|button| has_focus(&button))
            && let Some(slider) = find(".slider input").and_then(|slider| slider.dyn_into::<HtmlElement>().ok())
        {
            // Not now: what the page does when the focus moves may come back here.
            Timeout::new(0, move || drop(slider.focus())).forget();
        }
    }

    fn copy(&self, ctx: &Context<CalculatorApp>, what: Copied) {
        let locale = &self.options.locale;
        let (text, done) = match what {
            Copied::Link => (clipboard::address(), msg!("ui.copied-link")),
            Copied::Sentence => (copied_sentence(&self.session, locale), msg!("ui.copied")),
        };
        let done = Notice { said: locale.text(done, &[]), text: None };
        let refused = Notice { said: locale.text(msg!("ui.copy-by-hand"), &[]), text: Some(text.clone()) };
        let link = ctx.link().clone();
        clipboard::copy(&text, move |is_copied| {
            link.send_message(Message::Notice(Some(if is_copied { done } else { refused })));
        });
    }

    /// What the widget begins with: where the file claims no comparison, what is counted is the news.
    fn lead(&self) -> Lead {
        self.options.lead.unwrap_or_else(|| {
            let checked = self.session.analysis().checked.as_ref();
            let is_claimed = checked.is_none_or(|checked| !checked.equivalences.is_empty());
            if is_claimed { Lead::Comparison } else { Lead::Scopes }
        })
    }

    fn view(&self, ctx: &Context<CalculatorApp>) -> Html {
        let link = ctx.link();
        let MountOptions { locale, layout, note, heading, .. } = &self.options;
        let context =
            |session: &Rc<Session>| ViewContext { session: session.clone(), locale: locale.clone(), heading: *heading };
        let (live, settled) = (context(&self.session), context(&self.settled));
        let act = link.callback(Message::Act);
        let on = link.callback(|(index, event)| Message::Number(index, event));
        let is_full = *layout == Layout::Full;
        let is_sentence = *layout == Layout::Sentence;
        let counted = is_full.then(|| html! { <Counted key="counted" context={settled.clone()} /> });
        let (first, second) = if self.lead() == Lead::Scopes { (counted, None) } else { (None, counted) };
        let is_article = self.settled.shown().is_some_and(|shown| shown.comparison.base_preset == "article");
        html! {
                <section
                    ref={self.widget.clone()}
                    key={ctx.props().generation.to_string()}
                    class="widget"
                    lang={locale.tag().to_owned()}
                    dir={locale.direction().to_owned()}
                    aria-label={locale.text(msg!("ui.widget"), &[])}
                >
                    <div class="notes">
                        if let Some(note) = note { <p class="note" role="note">{text(note.clone())}</p> }
                        if self.is_linked { {self.link_bar(&act)} }
                    </div>
                    if !is_sentence { <Byline context={settled.clone()} /> }
                    <div class="first">{for first}</div>
                    <Statement context={live.clone()} on={on.clone()} />
                    if is_full {
                        <div class="explore">
                            <Slider context={live.clone()} index={self.active} {on} act={act.clone()} />
                            <RangeLine context={live.clone()} />
                        </div>
                        <Dots context={live.clone()} />
                    }
                    if !is_sentence { <Verdict context={live} /> }
                    <div class="second">{for second}</div>
                    if is_full {
                        <div class="pickers">
                            <Presets context={settled.clone()} act={act.clone()} />
                            <Comparisons context={settled.clone()} act={act.clone()} />
                        </div>
                    }
                    if !is_sentence {
                        <Actions
                            locale={locale.clone()}
                            {is_article}
                            has_values={self.settled.choices().has_values()}
                            notice={self.notice.clone()}
                            {act}
                            copy={link.callback(Message::Copy)}
                        />
                    }
                    <Panels context={settled} layout={*layout} />
                    <p class="visually-hidden" role="status" aria-live="polite">{text(self.said.clone())}</p>
                </section>
        }
    }

    /// "These numbers come with the link you followed", and the way to the article's.
    fn link_bar(&self, act: &Callback<Action>) -> Html {
        let words = |key: &str| text(self.options.locale.text(key, &[]));
        html! {
            <p class="note linked" role="note">
                {words(msg!("ui.linked"))}
                <button type="button" class="link" onclick={act.reform(|_: MouseEvent| Action::Reset)}>
                    {words(msg!("ui.show-article"))}
                </button>
            </p>
        }
    }
}

/// The assumption whose slider is shown before a reader touches any.
fn first_adjustable(session: &Session) -> usize {
    let first = || session.shown()?.comparison.assumptions.iter().position(|assumption| assumption.adjustable);
    first().unwrap_or_default()
}
