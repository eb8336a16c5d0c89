//! The widget in reading order, up to its panels.

use yew::Html;

use super::held::held;
use super::tag::tag;
use super::{
    Editing, Frame, Hear, Notice, claim_box, comparisons, eyebrow, footer, headline, marks, pictogram, presets, range,
    sentence, sliders,
};
use crate::msg;

/// How much of the widget is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Everything.
    #[default]
    Full,
    /// Headline, sentence, claim and sources.
    Compact,
    /// The sentence alone.
    Sentence,
}

impl View {
    /// The view of this name; everything for a name that there is not.
    #[must_use]
    pub fn named(name: &str) -> Self {
        match name {
            "compact" => Self::Compact,
            "sentence" => Self::Sentence,
            _ => Self::Full,
        }
    }
}

/// What [`widget`] is drawn from.
#[derive(Debug)]
pub struct WidgetProps<'a> {
    /// The session and the language.
    pub frame: Frame,
    /// Takes what the reader does.
    pub hear: Hear,
    /// How much is shown.
    pub view: View,
    /// What the reader should be told about the address that the page was opened with.
    pub note: Option<String>,
    /// What is under way in the sentence's numbers.
    pub editing: &'a Editing,
    /// Whether something was copied.
    pub notice: Option<Notice>,
    /// Whether the reader set or chose any numbers.
    pub has_values: bool,
    /// What the one polite live region says: the comparison as a sentence, once the reader pauses.
    pub said: String,
    /// Tells this widget from the one that stood here before.
    pub turn: u32,
    /// The assumption on the move, while only what shows it and the result follow.
    pub moving: Option<&'a str>,
}

impl WidgetProps<'_> {
    /// Whether what shows this assumption stays as it was drawn, since another is on the move.
    pub(super) fn leaves(&self, assumption: &str) -> bool {
        self.moving.is_some_and(|moving| moving != assumption)
    }
}

/// The widget.
pub fn widget(props: &WidgetProps<'_>) -> Html {
    let locale = &props.frame.locale;
    let is_full = props.view == View::Full;
    let has_head = props.view != View::Sentence;
    let note = props.note.as_ref();
    let note = note.map(|note| tag!("p", ["class" = "note", "role" = "note"]).text(note.clone()));
    let said = tag!("p", ["class" = "spoken", "role" = "status", "aria-live" = "polite"]).text(props.said.clone());
    // Each part has its place, there or not: the others must stay the same elements, and keep the focus, when it comes.
    let rest = |is_there: bool, draw: fn(&WidgetProps<'_>) -> Html| {
        if is_there { held(props.moving.is_some(), None, || draw(props)) } else { Html::default() }
    };
    let children = vec![
        note.unwrap_or_default(),
        rest(has_head, |props| eyebrow(&props.frame)),
        headline(&props.frame),
        sentence(props),
        if is_full { pictogram(&props.frame) } else { Html::default() },
        rest(is_full, |props| range(&props.frame)),
        rest(has_head, |props| claim_box(&props.frame)),
        if is_full { sliders(props) } else { marks(props) },
        rest(is_full, presets),
        rest(is_full, comparisons),
        rest(has_head, footer),
        said,
    ];
    let section = tag!(
        "section",
        [
            "class" = "w",
            "lang" = locale.tag().to_owned(),
            "dir" = locale.direction().to_owned(),
            "aria-label" = locale.text(msg!("ui.widget"), &[]),
        ]
    );
    section.key(props.turn.to_string()).with(children)
}
