//! The widget with its state: a reader's choices, and the report under them.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::footer::{Copied, copied_sentence};
use super::{Action, Frame, Subject, View, WidgetProps, clipboard, widget};
use crate::locale::Locale;
use crate::msg;
use crate::report::{Choices, Report};

/// What the state is made from.
#[derive(Clone, Properties, PartialEq)]
pub struct StatefulProps {
    /// What the widget is about.
    pub subject: Subject,
    /// The language.
    pub locale: Locale,
    /// The choices to begin with.
    pub choices: Choices,
    /// How much is shown.
    #[prop_or_default]
    pub view: View,
    /// What the reader should be told about the address that the page was opened with.
    #[prop_or_default]
    pub note: Option<AttrValue>,
    /// Takes the report and the choices after each change, and first when they are drawn.
    pub changed: Callback<(Rc<Report>, Choices)>,
    /// Gives a way to act from outside, when the widget is made.
    #[prop_or_default]
    pub remote: Callback<Callback<Action>>,
}

/// What the widget hears of.
#[derive(Debug)]
pub enum Message {
    /// A reader did something.
    Act(Action),
    /// What was typed cannot be read: what is expected; none once it can.
    Fault(Option<String>),
    /// A reader wants to copy something.
    Copy(Copied),
    /// It was copied, or may not be: then the text itself is shown, to be copied by hand.
    Notice(Option<String>),
    /// A reader paused: the result is said.
    Say,
}

/// How long a reader must pause before the result is said, in milliseconds.
const PAUSE: u32 = 900;

/// How long "copied" stands, in milliseconds.
const SHOWN_FOR: u32 = 4_000;

/// The widget with its state.
#[derive(Debug)]
pub struct Stateful {
    choices: Choices,
    report: Rc<Report>,
    fault: Option<String>,
    notice: Option<String>,
    said: String,
    /// The pause after which the result is said, and the end of a notice; dropped, they do not come.
    timers: [Option<Timeout>; 2],
}

impl Component for Stateful {
    type Message = Message;
    type Properties = StatefulProps;

    fn create(ctx: &Context<Self>) -> Self {
        let props = ctx.props();
        let choices = props.choices.clone();
        let report = Rc::new(props.subject.brief(&choices));
        props.remote.emit(ctx.link().callback(Message::Act));
        Self { choices, report, fault: None, notice: None, said: String::new(), timers: [None, None] }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first_render: bool) {
        // Not before there is something to see: who is told may measure it or show it at once.
        if first_render {
            ctx.props().changed.emit((self.report.clone(), self.choices.clone()));
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        let link = ctx.link();
        let locale = &ctx.props().locale;
        match message {
            Message::Act(action) => {
                let before = self.choices.clone();
                self.apply(action, &ctx.props().choices);
                if self.choices == before {
                    return false;
                }
                self.report = Rc::new(ctx.props().subject.brief(&self.choices));
                let say = link.callback(|()| Message::Say);
                self.timers[0] = Some(Timeout::new(PAUSE, move || say.emit(())));
                ctx.props().changed.emit((self.report.clone(), self.choices.clone()));
            }
            Message::Fault(fault) => self.fault = fault,
            Message::Copy(what) => {
                let (text, done) = match what {
                    Copied::Link => (clipboard::address(), msg!("ui.copied-link")),
                    Copied::Sentence => (copied_sentence(&self.report, locale), msg!("ui.copied")),
                };
                let done = locale.text(done, &[]);
                let notice = link.callback(Message::Notice);
                let shown = text.clone();
                clipboard::copy(&text, move |is_copied| notice.emit(Some(if is_copied { done } else { shown })));
                return false;
            }
            Message::Notice(notice) => {
                let end = link.callback(Message::Notice);
                self.timers[1] = notice.is_some().then(|| Timeout::new(SHOWN_FOR, move || end.emit(None)));
                self.notice = notice;
            }
            Message::Say => {
                if let (Some(compared), Some(shown)) = (&self.report.compared, &self.report.shown) {
                    self.said = locale.sentence(compared, shown);
                }
            }
        }
        true
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &StatefulProps) -> bool {
        let props = ctx.props();
        if props.subject != old.subject || props.choices != old.choices {
            self.choices = props.choices.clone();
            self.report = Rc::new(props.subject.brief(&self.choices));
            props.changed.emit((self.report.clone(), self.choices.clone()));
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let (props, link) = (ctx.props(), ctx.link());
        widget(&WidgetProps {
            frame: Frame { report: self.report.clone(), locale: props.locale.clone() },
            act: link.callback(Message::Act),
            view: props.view,
            note: props.note.clone(),
            fault: self.fault.clone(),
            take_fault: link.callback(Message::Fault),
            copy: link.callback(Message::Copy),
            notice: self.notice.clone(),
            said: self.said.clone(),
        })
    }
}

impl Stateful {
    fn apply(&mut self, action: Action, first: &Choices) {
        let Some(shown) = &self.report.shown else { return };
        let comparison = &shown.comparison;
        let id = comparison.id.clone();
        match action {
            Action::Set { assumption, value } => {
                let held = comparison.assumptions.iter().find(|a| a.id == assumption);
                // Back at the article's own value, nothing is set any more.
                let is_base = held.is_some_and(|a| a.base == value);
                if is_base && self.choices.of(&id).preset.is_none() {
                    self.choices.unset(&id, &assumption);
                } else if held.is_some() {
                    self.choices.set(&id, &assumption, value);
                }
                self.choices.tidy(&id);
            }
            Action::Unset { assumption } => {
                let held = comparison.assumptions.iter().find(|a| a.id == assumption).map(|a| a.base);
                if self.choices.of(&id).preset.is_none() {
                    self.choices.unset(&id, &assumption);
                } else if let Some(base) = held {
                    self.choices.set(&id, &assumption, base);
                }
                self.choices.tidy(&id);
            }
            Action::Preset(preset) if preset == comparison.base_preset => {
                self.choices.forget(&id);
            }
            Action::Preset(preset) => self.choices.use_preset(&id, &preset),
            Action::Show(id) => self.choices.equivalence = Some(id),
            Action::Reset => {
                // The comparison that the reader looks at stays; its numbers go back.
                let shown = self.choices.equivalence.take();
                self.choices = first.without_values();
                self.choices.equivalence = shown;
            }
        }
    }
}
