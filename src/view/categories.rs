use yew::prelude::*;

use super::ViewContext;
use super::rich_text::{foreign, message, rich, space, text};
use super::sums::amount;
use crate::inventory::{CategoryRow, CategoryState};
use crate::locale::{Argument, Locale, Part};
use crate::msg;
use crate::quantity::Decimal;

/// The fifteen scope 3 categories, where the file names any: what is stated of each, and what is not.
pub(super) fn categories(context: &ViewContext) -> Html {
    let rows = context.session.analysis().inventory.as_ref().map_or(&[][..], |inventory| &inventory.categories);
    if rows.is_empty() {
        return Html::default();
    }
    html! {
        <table class="categories">
            <caption>{message(&context.locale, msg!("counted.categories"), &[])}</caption>
            <tbody>{for rows.iter().map(|one| row(context, one))}</tbody>
        </table>
    }
}

fn row(context: &ViewContext, row: &CategoryRow) -> Html {
    let locale = &context.locale;
    let language = context.session.analysis().publication.as_ref().map_or("", |subject| subject.lang.as_str());
    let (class, state) = match &row.state {
        CategoryState::Reported { amount: range } => ("reported", rich(locale, &amount(locale, range))),
        CategoryState::Zero => ("zero", message(locale, msg!("counted.zero"), &[])),
        CategoryState::Excluded { reason } => ("excluded", excluded(locale, foreign(locale, reason, language))),
        CategoryState::NotReported => ("missing", message(locale, msg!("counted.not-reported"), &[])),
    };
    let number = locale.argument(&Argument::Number(Decimal::from(row.category)));
    html! {
        <tr {class}>
            <th scope="row"><span key={number.clone()} class="number">{number}</span>{space()}{message(locale, &format!("category.{}", row.category), &[])}</th>
            <td>{state}</td>
        </tr>
    }
}

/// "left out: …", the reason marked with its own language.
fn excluded(locale: &Locale, reason: Html) -> Html {
    let piece = |part| match part {
        Part::Text(words) => text(words),
        Part::Slot(_) => reason.clone(),
    };
    html! { <>{for locale.parts(msg!("counted.excluded"), &[]).into_iter().map(piece)}</> }
}
