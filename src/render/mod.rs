//! A report as static text: the fallback inside the element, a page, plain text, a picture, JSON.
//!
//! All of them say what the live widget says, in the words of one [`Locale`], from the same [`Session`]. Every string
//! is escaped where it is written, only http and https addresses become links, and nothing here runs a script.
//!
//! ```
//! use std::rc::Rc;
//! use emissions_calculator::{disclosure::Disclosure, locale::Locale, render, report::{Analysis, Session}};
//! let file = include_str!("../../data/disclosures/ant-group-2021.json");
//! let file = Disclosure::read(file).map_err(|faults| faults[0].to_string())?;
//! let session = Session::new(Rc::new(Analysis::of_file(file)), Default::default());
//! let english = Locale::native("en").ok_or("no English")?;
//! assert!(render::embed(&session, &english, None).contains("<strong>15,600 petrol cars</strong>"));
//! assert!(render::text(&session, &english).contains("12,000 km/yr × 0.203 kg/km = 2,436 kg/yr"));
//! # Ok::<(), String>(())
//! ```

mod chart;
mod claims;
mod content;
mod markup;
mod notes;
mod page;
mod sums;
mod svg;
mod text;

pub use markup::embed;
pub use page::html;
pub use svg::svg;
pub use text::{facts, text};

use crate::locale::Locale;
use crate::report::Session;

/// The sentence and its exact count with the range over the presets: two lines on one comparison; none where there is
/// nothing to compare.
#[must_use]
pub fn sentence(session: &Session, locale: &Locale) -> Option<(String, String)> {
    let writer = content::Writer { session, locale };
    let (compared, shown) = writer.compared()?;
    Some((locale.sentence(compared, shown), writer.exactly()?))
}

/// The report as indented JSON, numbers as decimal strings.
///
/// ```
/// use std::rc::Rc;
/// use emissions_calculator::{render, report::{Analysis, Session}};
/// let session = Session::new(Rc::new(Analysis::of_amount("37909.87 tCO2e".parse()?)), Default::default());
/// assert!(render::json(&session).contains(r#""low": "37909.87 tCO2e""#));
/// # Ok::<(), emissions_calculator::quantity::Error>(())
/// ```
#[must_use]
pub fn json(session: &Session) -> String {
    // A report has text, numbers and lists only, which can always be written.
    serde_json::to_string_pretty(&session.report()).unwrap_or_default()
}
