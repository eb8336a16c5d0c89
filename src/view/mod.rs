//! The Yew components: one a file. They read a [`Report`](crate::report::Report) and the words of a
//! [`Locale`](crate::locale::Locale), and say what a reader did as an [`Action`]; they compute nothing.

mod action;
mod categories;
mod changes;
mod chart;
mod claim;
mod clipboard;
mod co2;
mod counted;
mod details;
mod field;
mod findings;
mod footer;
mod frame;
mod headline;
mod link;
mod number;
mod panels;
mod pictogram;
mod presets;
mod range;
mod sensitivity;
mod sentence;
mod sliders;
mod sources;
mod stateful;
mod still;
mod sums;
mod tag;
mod targets;
mod widget;
mod working;

pub use action::{Action, Control, Hear, Near};
pub use claim::claim_box;
pub use counted::Counted;
pub use details::PanelProps;
#[cfg(feature = "widget")]
pub(crate) use field::read as read_field;
pub use findings::Findings;
pub use footer::{Copied, footer};
pub use frame::Frame;
pub use headline::{eyebrow, headline};
pub use number::{Editing, Happened};
pub use panels::{Panels, PanelsProps};
pub use pictogram::{FrameProps, pictogram};
pub use presets::{comparisons, presets};
pub use range::range;
pub use sensitivity::Sensitivity;
pub use sentence::sentence;
pub use sliders::sliders;
pub use sources::Sources;
pub use stateful::{Message, Shown, Stateful, StatefulProps};
pub use targets::Targets;
pub use widget::{Subject, View, WidgetProps, widget};
pub use working::Working;
