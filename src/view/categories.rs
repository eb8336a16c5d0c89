use yew::prelude::*;

use super::Frame;
use super::co2::{co2, quoted, say};
use super::sums::amount;
use crate::inventory::{CategoryRow, CategoryState};
use crate::locale::{Argument, Locale, Part};
use crate::msg;
use crate::quantity::Decimal;

/// The fifteen scope 3 categories, where the file names any: what is stated of each, and what is not.
pub(super) fn categories(frame: &Frame) -> Html {
    let rows = frame.session.analysis().inventory.as_ref().map_or(&[][..], |inventory| &inventory.categories);
    if rows.is_empty() {
        return Html::default();
    }
    html! {
        <table class="categories">
            <caption>{say(&frame.locale, msg!("counted.categories"), &[])}</caption>
            <tbody>{for rows.iter().map(|one| row(frame, one))}</tbody>
        </table>
    }
}

fn row(frame: &Frame, row: &CategoryRow) -> Html {
    let locale = &frame.locale;
    let language = frame.session.analysis().publication.as_ref().map_or("", |subject| subject.lang.as_str());
    let (class, state) = match &row.state {
        CategoryState::Reported { amount: range } => ("reported", co2(locale, &amount(locale, range))),
        CategoryState::Zero => ("zero", say(locale, msg!("counted.zero"), &[])),
        CategoryState::Excluded { reason } => ("excluded", excluded(locale, quoted(locale, reason, language))),
        CategoryState::NotReported => ("missing", say(locale, msg!("counted.not-reported"), &[])),
    };
    let number = locale.argument(&Argument::Number(Decimal::from(row.category)));
    html! {
        <tr {class}>
            <th scope="row"><span class="number">{number}</span>{" "}{say(locale, &format!("category.{}", row.category), &[])}</th>
            <td>{state}</td>
        </tr>
    }
}

/// "left out: …", the reason marked with its own language.
fn excluded(locale: &Locale, reason: Html) -> Html {
    let piece = |part| match part {
        Part::Text(text) => html! { {text} },
        Part::Slot(_) => reason.clone(),
    };
    html! { <>{for locale.parts(msg!("counted.excluded"), &[]).into_iter().map(piece)}</> }
}
