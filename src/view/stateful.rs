//! The widget with its state: a reader's choices, and the report under them.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::html::Scope;
use yew::prelude::*;

use super::action::{Near, meaning};
use super::co2::spoken;
use super::footer::{Copied, Notice, copied_sentence};
use super::{Action, Control, Editing, Frame, Happened, Subject, View, WidgetProps, clipboard, widget};
use crate::locale::Locale;
use crate::msg;
use crate::quantity::Decimal;
use crate::report::{Choices, Report};

/// What is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// What the widget is about.
    pub subject: Subject,
    /// The language.
    pub locale: Locale,
    /// The choices to begin with.
    pub choices: Choices,
    /// How much is shown.
    pub view: View,
    /// What the reader should be told about the address that the page was opened with.
    pub note: Option<String>,
    /// Takes the report and the choices after each change, and first when they are drawn.
    pub changed: Callback<(Rc<Report>, Choices)>,
    /// Gives a way to act from outside, when the widget is made.
    pub remote: Callback<Callback<Action>>,
}

/// What the state is made from.
#[derive(Clone, Properties, PartialEq)]
pub struct StatefulProps {
    /// What is shown; nothing while no page needs this place.
    pub shown: Option<Shown>,
    /// Which widget of this place it is: the next one shares nothing with it.
    pub turn: u32,
}

/// What the widget hears of.
#[derive(Debug)]
pub enum Message {
    /// A reader did something; where the focus goes once it is drawn, if what had it may go.
    Act(Action, Option<Near>),
    /// Something happened to the number of the assumption in this place.
    Number(usize, Happened),
    /// A reader wants to copy something.
    Copy(Copied),
    /// It was copied or may not be; or the notice of that has stood long enough.
    Notice(Option<Notice>),
    /// A reader paused: the result is said, or what is wrong with what was typed.
    Say,
    /// The next frame comes: the field that a reader is in follows.
    Frame,
    /// What a number on the move left behind follows.
    Settle,
}

/// How long a reader must pause before the result is said, in milliseconds.
const PAUSE: u32 = 900;

/// How often what a number on the move leaves behind follows, in milliseconds: to draw all of it would keep the next move
/// waiting.
const SETTLE: u32 = 250;

/// How long "copied" stands, in milliseconds.
const SHOWN_FOR: u32 = 4_000;

/// The widget with its state.
#[derive(Debug)]
pub struct Stateful(Option<State>);

#[derive(Debug)]
struct State {
    shown: Shown,
    choices: Choices,
    report: Rc<Report>,
    editing: Editing,
    notice: Option<Notice>,
    said: String,
    focus: Option<Near>,
    /// Whether the page knows of the first report.
    is_told: bool,
    /// The parts that a number on the move leaves behind, as they were drawn last.
    rest: RefCell<Vec<Html>>,
    /// Whether they are left behind in the next drawing, and whether they were since they followed last.
    is_moving: bool,
    is_behind: bool,
    /// The pause after which the result is said, the end of a notice, and when what is left behind follows; dropped, they
    /// do not come.
    timers: [Option<Timeout>; 3],
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
        let props = ctx.props();
        match (&mut self.0, &props.shown) {
            (Some(state), Some(shown)) if props.turn == old.turn => state.show(shown),
            _ => self.0 = State::begin(ctx),
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Some(state) = &self.0 else { return Html::default() };
        let link = ctx.link().clone();
        let hear = Callback::from(move |(control, event): (Control, Event)| {
            if let Some(message) = meaning(control, &event) {
                link.send_message(message);
            }
        });
        widget(&WidgetProps {
            frame: state.frame(),
            hear,
            view: state.shown.view,
            note: state.shown.note.clone(),
            editing: &state.editing,
            notice: state.notice.clone(),
            has_values: state.choices.has_values(),
            said: state.said.clone(),
            turn: ctx.props().turn,
            rest: &state.rest,
            is_moving: state.is_moving,
        })
    }
}

impl State {
    fn begin(ctx: &Context<Stateful>) -> Option<Self> {
        let shown = ctx.props().shown.clone()?;
        let choices = shown.choices.clone();
        let report = Rc::new(shown.subject.brief(&choices, None));
        shown.remote.emit(ctx.link().callback(|action| Message::Act(action, None)));
        Some(Self {
            shown,
            choices,
            report,
            editing: Editing::default(),
            notice: None,
            said: String::new(),
            focus: None,
            is_told: false,
            rest: RefCell::default(),
            is_moving: false,
            is_behind: false,
            timers: [None, None, None],
        })
    }

    /// Shows something else; what the reader chose stays where it is about the same.
    fn show(&mut self, shown: &Shown) {
        let old = core::mem::replace(&mut self.shown, shown.clone());
        self.is_moving = false;
        self.notice = None;
        if shown.subject != old.subject || shown.choices != old.choices {
            self.choose(shown.choices.clone(), old.subject == shown.subject);
            self.editing.clear();
        }
    }

    /// Takes choices, about the same subject as before or another.
    fn choose(&mut self, choices: Choices, is_same_subject: bool) {
        let comparison = |report: &Report| report.shown.as_ref().map(|shown| shown.comparison.id.clone());
        let before = comparison(&self.report);
        let last =
            Some(&*self.report).filter(|report| is_same_subject && report.is_followed_by(&self.choices, &choices));
        self.report = Rc::new(self.shown.subject.brief(&choices, last));
        self.choices = choices;
        // A text to be copied by hand has numbers that are not shown any more.
        self.notice = self.notice.take().filter(|notice| notice.text.is_none());
        if comparison(&self.report) != before {
            // The number that was being typed is not there any more.
            self.editing = Editing::default();
        }
        self.tell();
    }

    fn tell(&self) {
        self.shown.changed.emit((self.report.clone(), self.choices.clone()));
    }

    fn frame(&self) -> Frame {
        Frame { report: self.report.clone(), locale: self.shown.locale.clone() }
    }

    fn update(&mut self, link: &Scope<Stateful>, message: Message) -> bool {
        self.is_moving = false;
        match message {
            Message::Act(action, focus) => {
                if matches!(action, Action::Set { .. }) {
                    self.move_on(link);
                }
                let is_new = self.act(link, action);
                // Where nothing changes nothing goes, and a later change must not move the focus.
                self.focus = focus.filter(|_| is_new);
                if is_new {
                    // What was being typed is not the value any more.
                    self.editing.clear();
                }
                return is_new;
            }
            Message::Number(index, happened) => {
                // A pointer that passes over a number changes nothing.
                let is_seen = matches!(happened, Happened::Typed(..) | Happened::Key(_) | Happened::Blur);
                let Some(action) = self.editing.take(&self.frame(), index, happened) else {
                    if is_seen && self.editing.fault.is_some() {
                        // Said before, it would not be said again.
                        self.said.clear();
                        self.say_later(link);
                    }
                    return is_seen;
                };
                self.move_on(link);
                self.act(link, action);
                let link = link.clone();
                self.editing.follow(move || link.send_message(Message::Frame));
            }
            Message::Frame => {
                self.editing.write(&self.frame());
                return false;
            }
            Message::Settle => {
                self.timers[2] = None;
                if !core::mem::take(&mut self.is_behind) {
                    return false;
                }
                self.settle_later(link);
            }
            Message::Copy(what) => {
                let (text, done) = match what {
                    Copied::Link => (clipboard::address(), msg!("ui.copied-link")),
                    Copied::Sentence => (copied_sentence(&self.report, &self.shown.locale), msg!("ui.copied")),
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
                self.timers[1] = is_passing.then(|| Timeout::new(SHOWN_FOR, end));
                // Said too, by the one region that speaks; and gone with it, so that the next one is said again.
                self.said = notice.as_ref().map_or_else(String::new, |notice| notice.said.clone());
                self.notice = notice;
            }
            Message::Say => {
                let sentence = || {
                    let (compared, shown) = (self.report.compared.as_ref()?, self.report.shown.as_ref()?);
                    Some(self.shown.locale.sentence(compared, shown))
                };
                let said = self.editing.fault.clone().or_else(sentence).unwrap_or_default();
                self.said = spoken(&self.shown.locale, &said);
            }
        }
        true
    }

    /// Does it, and says whether anything is different now.
    fn act(&mut self, link: &Scope<Stateful>, action: Action) -> bool {
        let mut choices = self.choices.clone();
        self.apply(&mut choices, action);
        if choices == self.choices {
            return false;
        }
        self.choose(choices, true);
        self.say_later(link);
        true
    }

    /// A number moves: alone it is drawn with all that follows from it; right after another, with what shows it.
    fn move_on(&mut self, link: &Scope<Stateful>) {
        if self.timers[2].is_some() {
            (self.is_moving, self.is_behind) = (true, true);
        } else {
            self.settle_later(link);
        }
    }

    fn settle_later(&mut self, link: &Scope<Stateful>) {
        let link = link.clone();
        self.timers[2] = Some(Timeout::new(SETTLE, move || link.send_message(Message::Settle)));
    }

    fn say_later(&mut self, link: &Scope<Stateful>) {
        let link = link.clone();
        self.timers[0] = Some(Timeout::new(PAUSE, move || link.send_message(Message::Say)));
    }

    fn apply(&self, choices: &mut Choices, action: Action) {
        let Some(shown) = &self.report.shown else { return };
        let comparison = &shown.comparison;
        let id = &comparison.id;
        let base = |assumption: &str| comparison.assumptions.iter().find(|a| a.id == assumption).map(|a| a.base);
        match action {
            Action::Set { assumption, value } => {
                let Some(base) = base(&assumption) else { return };
                Self::set(choices, id, &assumption, value, base);
            }
            Action::Unset { assumption } => {
                let Some(base) = base(&assumption) else { return };
                Self::set(choices, id, &assumption, base, base);
            }
            Action::Preset(preset) if preset == comparison.base_preset => choices.forget(id),
            Action::Preset(preset) => choices.use_preset(id, &preset),
            // What is shown without any choice is no choice, and needs no place in an address.
            Action::Show(id) => choices.equivalence = Some(id).filter(|id| self.report.first.as_ref() != Some(id)),
            Action::Reset => {
                // The comparison that the reader looks at stays; its numbers go back.
                *choices = choices.without_values();
            }
        }
    }

    /// Sets an assumption; at the article's own value nothing is set any more.
    fn set(choices: &mut Choices, id: &str, assumption: &str, value: Decimal, base: Decimal) {
        if value == base && choices.of(id).preset.is_none() {
            choices.unset(id, assumption);
        } else {
            choices.set(id, assumption, value);
        }
        choices.tidy(id);
    }
}
