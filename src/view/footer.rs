//! The way back to the article's numbers, a link to these, and the comparison as a sentence.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::Action;
use super::sentence::ActProps;
use crate::locale::{Argument, Locale};
use crate::msg;
use crate::report::Report;

/// How long "copied" stands, in milliseconds.
const SHOWN_FOR: u32 = 4_000;

/// The footer.
#[function_component]
pub fn Footer(props: &ActProps) -> Html {
    let notice = use_state(|| None::<String>);
    let timer = use_mut_ref(|| None::<Timeout>);
    let locale = &props.frame.locale;
    let Some(shown) = &props.frame.report.shown else { return Html::default() };
    let is_changed =
        shown.comparison.is_changed() || shown.comparison.preset.as_deref() != Some(&shown.comparison.base_preset);

    let copy = |text: Box<dyn Fn() -> String>, done: &'static str| {
        let (notice, timer, locale) = (notice.clone(), timer.clone(), locale.clone());
        Callback::from(move |_: MouseEvent| {
            let (notice, timer, locale) = (notice.clone(), timer.clone(), locale.clone());
            super::clipboard::copy(&text(), move |is_copied| {
                // A page may forbid the clipboard: then the text itself is shown, to be copied by hand.
                notice.set(Some(if is_copied { locale.text(done, &[]) } else { super::clipboard::last() }));
                let notice = notice.clone();
                *timer.borrow_mut() = is_copied.then(|| Timeout::new(SHOWN_FOR, move || notice.set(None)));
            });
        })
    };
    let reset = {
        let act = props.act.clone();
        Callback::from(move |_: MouseEvent| act.emit(Action::Reset))
    };
    let is_articles = shown.comparison.base_preset == "article";
    let back = if is_articles { msg!("ui.reset") } else { msg!("ui.reset-default") };
    let whole = {
        let frame = props.frame.clone();
        move || sentence(&frame.report, &frame.locale)
    };
    html! {
        <footer>
            <button type="button" class="link" part="reset" disabled={!is_changed} onclick={reset}>
                { locale.text(back, &[]) }
            </button>
            <button type="button" class="link" part="share" onclick={copy(Box::new(super::clipboard::address), msg!("ui.copied-link"))}>
                { locale.text(msg!("ui.share-link"), &[]) }
            </button>
            <button type="button" class="link" onclick={copy(Box::new(whole), msg!("ui.copied"))}>
                { locale.text(msg!("ui.copy-sentence"), &[]) }
            </button>
            <span class="notice" role="status">{ notice.as_deref().unwrap_or_default() }</span>
        </footer>
    }
}

/// The comparison as a sentence with its source; a reader's own numbers are told from the article's.
pub(crate) fn sentence(report: &Report, locale: &Locale) -> String {
    let (Some(compared), Some(shown)) = (&report.compared, &report.shown) else { return String::new() };
    let mut text = locale.sentence(compared, shown);
    for (index, assumption) in shown.comparison.assumptions.iter().enumerate().filter(|(_, a)| a.changed) {
        let is_articles = shown.comparison.base_preset == "article";
        let key = if is_articles { msg!("ui.changed-from") } else { msg!("ui.changed-from-default") };
        let values = [
            ("name", Argument::Text(locale.assumption_of(shown, index))),
            ("value", Argument::Text(locale.assumption_value(shown, assumption, assumption.value))),
            ("base", Argument::Text(locale.assumption_value(shown, assumption, assumption.base))),
        ];
        text = format!("{text} {}", locale.text(key, &values));
    }
    if let Some(subject) = &report.subject {
        let source = &subject.source;
        let title = Argument::Text(locale.of_file(&source.title));
        let publisher = Argument::Text(locale.of_file(&source.publisher));
        text = format!("{text} {}", locale.text(msg!("ui.source-line"), &[("title", title), ("publisher", publisher)]));
        if let Some(url) = &source.url {
            text = format!("{text} {url}");
        }
    }
    text
}
