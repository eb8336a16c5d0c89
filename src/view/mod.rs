//! The Yew components. They read a [`Session`](crate::report::Session) and the words of a
//! [`Locale`](crate::locale::Locale), and say what a reader did as an [`Action`](crate::report::Action); they compute
//! nothing. [`CalculatorApp`] holds the state; everything else is drawn from properties.
//!
//! Each text is the only child of its element (see `rich_text`): what a translator or an extension does to texts must not
//! break what is drawn next.

mod actions;
mod app;
mod byline;
mod categories;
mod changes;
mod chart;
mod clipboard;
mod context;
mod copy_working;
mod counted;
mod detail;
mod details;
mod dots;
mod findings;
mod focus;
mod link;
mod number_field;
mod number_input;
mod number_text;
mod options;
mod panels;
mod pickers;
mod printing;
mod range_line;
mod rich_text;
mod scope_strip;
mod sensitivity;
mod slider;
#[cfg(feature = "cli")]
pub mod snapshot;
mod sources;
mod statement;
mod sums;
mod table;
mod targets;
mod verdict;
mod working;

/// What made a drawing: the version, and the sources that it was drawn by. Yew takes over only what the same sources drew.
pub const BUILD: &str = concat!(env!("CARGO_PKG_VERSION"), "-", env!("EMISSIONS_SOURCES"));

pub use actions::{Actions, Copied, Notice};
pub use app::{AppProps, CalculatorApp, Message};
pub use byline::Byline;
pub use context::{ContextProps, ViewContext};
pub use counted::Counted;
pub use detail::{Detail, Value};
pub use details::PanelProps;
pub use dots::Dots;
pub use findings::Findings;
pub use number_field::{NumberEvent, NumberField, NumberFieldProps};
#[cfg(feature = "web")]
pub(crate) use number_input::read as read_number;
pub(crate) use number_text::NumberText;
pub use options::{HeadingLevel, Layout, Lead, MountOptions};
pub use panels::{Panels, PanelsProps};
pub use pickers::{Comparisons, PickerProps, Presets};
pub use range_line::RangeLine;
pub use sensitivity::Sensitivity;
pub use slider::{Slider, SliderProps};
pub use sources::Sources;
pub use statement::{Statement, StatementProps};
pub use targets::Targets;
pub use verdict::Verdict;
pub use working::Working;
