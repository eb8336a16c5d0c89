//! The widget with its state: a reader's choices, and the report under them.

use std::rc::Rc;

use yew::prelude::*;

use super::{Action, Frame, Subject, View, WidgetProps, widget};
use crate::locale::Locale;
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

/// The widget with its state.
#[derive(Debug)]
pub struct Stateful {
    choices: Choices,
    report: Rc<Report>,
}

impl Component for Stateful {
    type Message = Action;
    type Properties = StatefulProps;

    fn create(ctx: &Context<Self>) -> Self {
        let props = ctx.props();
        let choices = props.choices.clone();
        let report = Rc::new(props.subject.brief(&choices));
        props.remote.emit(ctx.link().callback(|action| action));
        Self { choices, report }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first_render: bool) {
        // Not before there is something to see: who is told may measure it or show it at once.
        if first_render {
            ctx.props().changed.emit((self.report.clone(), self.choices.clone()));
        }
    }

    fn update(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        let before = self.choices.clone();
        self.apply(action, &ctx.props().choices);
        if self.choices == before {
            return false;
        }
        self.report = Rc::new(ctx.props().subject.brief(&self.choices));
        ctx.props().changed.emit((self.report.clone(), self.choices.clone()));
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
        let props = ctx.props();
        let frame = Frame { report: self.report.clone(), locale: props.locale.clone() };
        let act = ctx.link().callback(|action| action);
        widget(&WidgetProps { frame, act, view: props.view, note: props.note.clone() })
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
