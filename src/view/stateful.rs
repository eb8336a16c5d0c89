//! The widget with its state: a reader's choices, and the report under them.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::html::Scope;
use yew::prelude::*;

use super::action::{Near, meaning};
use super::co2::spoken;
use super::footer::{Copied, Notice, copied_sentence};
use super::pace::{Pace, TICK};
use super::{Action, Control, Editing, Frame, Happened, Panels, View, WidgetProps, clipboard, widget};
use crate::locale::Locale;
use crate::msg;
use crate::report::Session;

/// What is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// What the widget is about, with the choices to begin with.
    pub session: Rc<Session>,
    /// The language.
    pub locale: Locale,
    /// How much is shown.
    pub view: View,
    /// What the reader should be told about the address that the page was opened with.
    pub note: Option<String>,
    /// Takes the session after each change, and first when it is drawn.
    pub changed: Callback<Rc<Session>>,
    /// Gives a way to act from outside, when the widget is made.
    pub remote: Callback<Callback<Action>>,
}

/// What stands in a place.
#[derive(Clone, Debug, Properties, PartialEq)]
pub struct StatefulProps {
    /// What stands there.
    pub content: Content,
}

/// What can stand in a place: one component has both, since another would be 0.4 kB more to download.
#[derive(Clone, Debug)]
pub enum Content {
    /// A widget with its state, or nothing while no page needs the place; and which widget of the place it is: the next
    /// one shares nothing with it.
    Widget(Option<Box<Shown>>, u32),
    /// A part of a widget, drawn anew; none leaves it as it was drawn last, and compares nothing with the page.
    Part(Option<Html>),
}

impl PartialEq for Content {
    /// Yew draws again what is not equal.
    fn eq(&self, next: &Self) -> bool {
        match (self, next) {
            (Self::Widget(shown, turn), Self::Widget(next, next_turn)) => shown == next && turn == next_turn,
            (_, next) => matches!(next, Self::Part(None)),
        }
    }
}

/// What the widget hears of.
#[derive(Debug)]
pub enum Message {
    /// A reader did something; where the focus goes once it is drawn, if what had it may go.
    Act(Action, Option<Near>),
    /// The page's script did something, and is told what came of it at once.
    Asked(Action),
    /// Something happened to the number of the assumption in this place.
    Number(usize, Happened),
    /// A reader wants to copy something.
    Copy(Copied),
    /// It was copied or may not be; or the notice of that has stood long enough.
    Notice(Option<Notice>),
    /// A moment passed.
    Tick,
}

/// How long "copied" stands, in milliseconds.
const SHOWN_FOR: u32 = 4_000;

/// The widget with its state.
#[derive(Debug)]
pub struct Stateful(Option<State>);

#[derive(Debug)]
struct State {
    shown: Shown,
    session: Rc<Session>,
    /// The session that what is beside a moving number shows: that of the last rest.
    settled: Rc<Session>,
    editing: Editing,
    notice: Option<Notice>,
    said: String,
    focus: Option<Near>,
    /// Whether the page knows of what is drawn.
    is_told: bool,
    /// The assumption on the move, which leaves all behind in the next drawing that does not show it.
    moving: Option<String>,
    pace: Pace,
    /// The session that the page's script knows of.
    told: Rc<Session>,
    /// The end of the moment and the end of a notice; dropped, they do not come.
    moment: Option<Timeout>,
    notice_end: Option<Timeout>,
}

impl Component for Stateful {
    type Message = Message;
    type Properties = StatefulProps;

    fn create(ctx: &Context<Self>) -> Self {
        Self(State::begin(ctx))
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        let Some(state) = &mut self.0 else { return };
        // Not before there is something to see: who is told may measure it or show it at once.
        if !state.is_told {
            state.is_told = true;
            state.tell();
        }
        if let Some(near) = state.focus.take() {
            near.focus();
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        self.0.as_mut().is_some_and(|state| state.update(ctx.link(), message))
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &StatefulProps) -> bool {
        match (&mut self.0, &ctx.props().content, &old.content) {
            (Some(state), Content::Widget(Some(shown), turn), Content::Widget(_, old)) if turn == old => {
                state.show(shown);
            }
            _ => self.0 = State::begin(ctx),
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let (Some(state), Content::Widget(_, turn)) = (&self.0, &ctx.props().content) else {
            return match &ctx.props().content {
                Content::Part(Some(part)) => part.clone(),
                _ => Html::default(),
            };
        };
        let link = ctx.link().clone();
        let hear = Callback::from(move |(control, event): (Control, Event)| {
            if let Some(message) = meaning(control, &event) {
                link.send_message(message);
            }
        });
        let main = widget(&WidgetProps {
            frame: state.frame(),
            hear,
            view: state.shown.view,
            note: state.shown.note.clone(),
            editing: &state.editing,
            notice: state.notice.clone(),
            has_values: state.session.choices().has_values(),
            said: state.said.clone(),
            turn: *turn,
            moving: state.moving.as_deref(),
        });
        let settled = Frame { session: state.settled.clone(), locale: state.shown.locale.clone() };
        html! { <>{main}<Panels key={*turn} frame={settled} view={state.shown.view} /></> }
    }
}

impl State {
    fn begin(ctx: &Context<Stateful>) -> Option<Self> {
        let Content::Widget(Some(shown), _) = ctx.props().content.clone() else { return None };
        let session = shown.session.clone();
        shown.remote.emit(ctx.link().callback(Message::Asked));
        Some(Self {
            shown: *shown,
            told: session.clone(),
            settled: session.clone(),
            session,
            editing: Editing::default(),
            notice: None,
            said: String::new(),
            focus: None,
            is_told: false,
            moving: None,
            pace: Pace::default(),
            moment: None,
            notice_end: None,
        })
    }

    /// Shows something else; what the reader chose stays where it is about the same.
    fn show(&mut self, shown: &Shown) {
        let old = core::mem::replace(&mut self.shown, shown.clone());
        self.moving = None;
        self.notice = None;
        // What the page's script knows of may be a little behind: a reader goes on from where they are.
        let is_other = *shown.session != *old.session && *shown.session != *self.told;
        if is_other {
            self.choose(shown.session.clone());
            self.settled = self.session.clone();
            self.is_told = false;
            self.editing.clear();
        }
    }

    /// Takes another session.
    fn choose(&mut self, session: Rc<Session>) {
        let comparison = |session: &Session| session.shown().map(|shown| shown.comparison.id.clone());
        let is_other = comparison(&self.session) != comparison(&session);
        self.session = session;
        // A text to be copied by hand has numbers that are not shown any more.
        self.notice = self.notice.take().filter(|notice| notice.text.is_none());
        if is_other {
            // The number that was being typed is not there any more.
            self.editing.begin(0);
        }
    }

    fn tell(&mut self) {
        self.told = self.session.clone();
        self.shown.changed.emit(self.session.clone());
    }

    /// Tells the page's script at once what it was to hear at the pause.
    #[inline(never)]
    fn catch_up(&mut self) {
        if self.pace.catch_up() {
            self.settled = self.session.clone();
            self.tell();
        }
    }

    fn frame(&self) -> Frame {
        Frame { session: self.session.clone(), locale: self.shown.locale.clone() }
    }

    fn update(&mut self, link: &Scope<Stateful>, message: Message) -> bool {
        self.moving = None;
        match message {
            Message::Act(action, focus) => {
                // A slider's first step is its drag's: where there is one there are more.
                self.pace.drag(matches!(action, Action::Set { .. }));
                let is_new = self.act(link, action);
                // Where nothing changes nothing goes, and a later change must not move the focus.
                self.focus = focus.filter(|_| is_new);
                if is_new {
                    // What was being typed is not the value any more.
                    self.editing.clear();
                }
                return is_new;
            }
            Message::Asked(action) => {
                let is_new = self.act(link, action);
                if is_new {
                    self.editing.clear();
                    self.is_told = false;
                }
                return is_new;
            }
            Message::Number(index, happened) => {
                // A pointer that passes over a number changes nothing.
                let is_drag = matches!(happened, Happened::Move { .. });
                let is_seen = !is_drag && !matches!(happened, Happened::Focus(_) | Happened::Down { .. });
                let Some(action) = self.editing.take(&self.frame(), index, happened) else {
                    if is_seen {
                        // A reader who leaves the number, or is done with it, moves it no more.
                        self.catch_up();
                    }
                    if is_seen && self.editing.is_faulty() {
                        // Said before, it would not be said again.
                        self.said.clear();
                        self.pace.speak();
                        self.wait(link);
                    }
                    return is_seen;
                };
                self.pace.drag(is_drag);
                self.act(link, action);
                self.editing.follow();
            }
            Message::Copy(what) => {
                // The address is the page's, which is to know of the last move.
                self.catch_up();
                let (text, done) = match what {
                    Copied::Link => (clipboard::address(), msg!("ui.copied-link")),
                    Copied::Sentence => (copied_sentence(&self.session, &self.shown.locale), msg!("ui.copied")),
                };
                let say = |key: &str| self.shown.locale.text(key, &[]);
                let done = Notice { said: say(done), text: None };
                let refused = Notice { said: say(msg!("ui.copy-by-hand")), text: Some(text.clone()) };
                let link = link.clone();
                clipboard::copy(&text, move |is_copied| {
                    link.send_message(Message::Notice(Some(if is_copied { done } else { refused })));
                });
                return false;
            }
            Message::Notice(notice) => {
                let link = link.clone();
                let end = move || link.send_message(Message::Notice(None));
                // A text to be copied by hand stays for as long as that takes.
                let is_passing = notice.as_ref().is_some_and(|notice| notice.text.is_none());
                self.notice_end = is_passing.then(|| Timeout::new(SHOWN_FOR, end));
                // Said too, by the one region that speaks; and gone with it, so that the next one is said again.
                self.said = notice.as_ref().map_or_else(String::new, |notice| notice.said.clone());
                self.notice = notice;
            }
            Message::Tick => {
                self.moment = None;
                let due = self.pace.tick();
                if due.rest {
                    self.settled = self.session.clone();
                    self.is_told = false;
                }
                if due.word {
                    self.editing.judge();
                    self.said = self.sentence();
                }
                self.wait(link);
                return due.rest || due.word;
            }
        }
        true
    }

    /// Does it, and says whether anything is different now.
    fn act(&mut self, link: &Scope<Stateful>, action: Action) -> bool {
        let moving = if let Action::Set { assumption, .. } = &action { Some(assumption.clone()) } else { None };
        let Some(session) = self.session.apply(&action) else { return false };
        self.choose(Rc::new(session));
        let is_on = self.pace.change(moving.is_some());
        self.moving = moving.filter(|_| is_on);
        // Told once all of it is drawn.
        self.is_told = self.moving.is_some();
        if self.moving.is_none() {
            self.settled = self.session.clone();
        }
        self.wait(link);
        true
    }

    /// What is wrong with what was typed, or the result.
    fn sentence(&self) -> String {
        let sentence = || {
            let (compared, shown) = self.session.compared()?;
            Some(self.shown.locale.sentence(compared, shown))
        };
        let said = self.editing.fault().cloned().or_else(sentence).unwrap_or_default();
        spoken(&self.shown.locale, &said)
    }

    /// Waits for the end of the moment, while anything does.
    fn wait(&mut self, link: &Scope<Stateful>) {
        if self.moment.is_none() && self.pace.waits() {
            let link = link.clone();
            self.moment = Some(Timeout::new(TICK, move || link.send_message(Message::Tick)));
        }
    }
}
