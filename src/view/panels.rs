//! What stands under the widget: panels that a reader opens.

use std::rc::Rc;

use yew::prelude::*;

use super::{Counted, Findings, Frame, Sensitivity, Sources, Subject, Targets, View, Working};
use crate::locale::Locale;
use crate::msg;
use crate::report::{Choices, Report};

/// What the panels are made from.
#[derive(Clone, Debug, Properties, PartialEq)]
pub struct PanelsProps {
    /// What the widget is about.
    pub subject: Subject,
    /// The language.
    pub locale: Locale,
    /// The reader's choices.
    pub choices: Choices,
    /// How much of the widget is shown.
    #[prop_or_default]
    pub view: View,
}

/// The panels, with the whole report.
#[derive(Debug)]
pub struct Panels {
    frame: Frame,
}

fn frame(props: &PanelsProps, before: Option<&Report>) -> Frame {
    Frame { report: Rc::new(props.subject.report(&props.choices, before)), locale: props.locale.clone() }
}

impl Component for Panels {
    type Message = ();
    type Properties = PanelsProps;

    fn create(ctx: &Context<Self>) -> Self {
        Self { frame: frame(ctx.props(), None) }
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &PanelsProps) -> bool {
        let props = ctx.props();
        if props == old {
            return false;
        }
        let before = Some(&*self.frame.report)
            .filter(|report| props.subject == old.subject && report.is_followed_by(&old.choices, &props.choices));
        self.frame = frame(props, before);
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let frame = || self.frame.clone();
        let locale = &self.frame.locale;
        let view = ctx.props().view;
        html! {
            <section
                class="w panels"
                lang={locale.tag().to_owned()}
                dir={locale.direction().to_owned()}
                aria-label={locale.text(msg!("ui.panels"), &[])}
            >
                if view == View::Full {
                    <Counted frame={frame()} />
                    <Working frame={frame()} />
                    <Sensitivity frame={frame()} />
                    <Targets frame={frame()} />
                }
                if view != View::Sentence {
                    <Sources frame={frame()} />
                    <Findings frame={frame()} />
                }
            </section>
        }
    }
}
