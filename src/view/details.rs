use web_sys::Element;
use yew::prelude::*;

use super::ViewContext;
use super::printing::use_is_printing;
use super::rich_text::rich;

/// What every panel is given.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PanelProps {
    /// The session and the language.
    pub context: ViewContext,
}

/// What a panel shows. A panel's body never changes, so two are always equal.
#[derive(Clone, Copy, Debug)]
pub(super) struct Body(pub(super) fn(&ViewContext) -> Html);

impl PartialEq for Body {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct DetailsProps {
    pub(super) context: ViewContext,
    pub(super) title: AttrValue,
    /// What the panel holds, in a few words beside the title.
    pub(super) aside: Html,
    /// More under the title, that is seen while the panel is closed too.
    #[prop_or_default]
    pub(super) summary: Html,
    /// The name by which a host's style sheet finds it.
    #[prop_or_default]
    pub(super) part: Option<AttrValue>,
    pub(super) body: Body,
}

/// A title that opens and closes what is under it. On paper, where nothing can be opened, it is open.
#[component]
pub(super) fn Details(props: &DetailsProps) -> Html {
    let open = use_state(|| false);
    let is_printing = use_is_printing();
    let ontoggle = {
        let open = open.setter();
        Callback::from(move |event: Event| {
            // Printing opens every panel; that is not the reader's doing.
            if !is_printing {
                open.set(event.target_unchecked_into::<Element>().has_attribute("open"));
            }
        })
    };
    let DetailsProps { context, title, aside, summary, part, body } = props;
    let is_open = *open || is_printing;
    let tag = context.heading.tag();
    html! {
        <details class="panel" {part} open={is_open} {ontoggle}>
            <summary>
                <@{tag} class="title">{rich(&context.locale, title)}</@>
                <span class="aside">{aside.clone()}</span>
                {summary.clone()}
            </summary>
            <PanelBody context={context.clone()} body={*body} {is_open} />
        </details>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct PanelBodyProps {
    context: ViewContext,
    body: Body,
    is_open: bool,
}

/// What is under the title. It is there while the panel is closed too, for a search in the page, a translator, a page
/// without scripts; but it follows the numbers only while it is open: drawing all panels anew at each change costs more
/// than a frame on a slow telephone.
struct PanelBody;

impl Component for PanelBody {
    type Message = ();
    type Properties = PanelBodyProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &PanelBodyProps) -> bool {
        let props = ctx.props();
        let is_other = props.context.session.analysis() != old.context.session.analysis();
        props.is_open || is_other || props.context.locale != old.context.locale
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let PanelBodyProps { context, body, .. } = ctx.props();
        html! { <div class="body">{(body.0)(context)}</div> }
    }
}
