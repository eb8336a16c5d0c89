use yew::prelude::*;

use super::Frame;
use super::co2::{co2, quoted, say};
use crate::inventory::{CategoryRow, CategoryState};
use crate::locale::Argument;
use crate::msg;
use crate::quantity::Decimal;

/// The fifteen scope 3 categories, where the file names any: what is stated of each, and what is not.
pub(super) fn categories(frame: &Frame) -> Html {
    let rows = frame.report.inventory.as_ref().map_or(&[][..], |inventory| &inventory.categories);
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
    let language = frame.report.subject.as_ref().map_or("", |subject| subject.lang.as_str());
    let (class, state) = match &row.state {
        CategoryState::Reported { amount } if amount.is_exact() => {
            ("reported", co2(locale, &locale.argument(&Argument::Short(amount.central))))
        }
        CategoryState::Reported { amount } => ("reported", co2(locale, &locale.range(amount))),
        CategoryState::Zero => ("zero", say(locale, msg!("counted.zero"), &[])),
        CategoryState::Excluded { reason } => {
            ("excluded", html! { <>{say(locale, msg!("counted.excluded"), &[])}{" "}{quoted(locale, reason, language)}</> })
        }
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
