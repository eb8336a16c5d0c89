//! The Yew components: one a file. They read a [`Report`](crate::report::Report) and the words of a
//! [`Locale`](crate::locale::Locale), and say what a reader did as an [`Action`]; they compute nothing.

mod action;
#[cfg(feature = "full")]
mod categories;
#[cfg(feature = "full")]
mod changes;
#[cfg(feature = "full")]
mod chart;
mod chip;
mod claim;
mod clipboard;
mod co2;
mod comparisons;
#[cfg(feature = "full")]
mod copy_working;
#[cfg(feature = "full")]
mod counted;
#[cfg(feature = "full")]
mod details;
mod eyebrow;
mod field;
#[cfg(feature = "full")]
mod findings;
mod footer;
mod frame;
mod headline;
mod held;
#[cfg(feature = "full")]
mod link;
mod marks;
mod number;
mod pace;
#[cfg(feature = "full")]
mod panels;
#[cfg(feature = "full")]
mod paper;
mod pictogram;
mod presets;
mod range;
#[cfg(feature = "full")]
mod sensitivity;
mod sentence;
mod sliders;
#[cfg(feature = "full")]
mod sources;
mod stateful;
#[cfg(feature = "full")]
mod still;
#[cfg(feature = "full")]
mod sums;
#[cfg(feature = "full")]
mod table;
mod tag;
#[cfg(feature = "full")]
mod targets;
mod widget;
#[cfg(feature = "full")]
mod working;

pub use action::{Action, Control, Hear, Near};
pub use claim::claim_box;
pub use comparisons::comparisons;
#[cfg(feature = "full")]
pub use counted::Counted;
#[cfg(feature = "full")]
pub use details::PanelProps;
pub use eyebrow::eyebrow;
#[cfg(feature = "widget")]
pub(crate) use field::read as read_field;
#[cfg(feature = "full")]
pub use findings::Findings;
pub use footer::{Copied, Notice, footer};
pub use frame::Frame;
pub use headline::headline;
pub use marks::marks;
pub use number::{Editing, Happened};
#[cfg(feature = "full")]
pub use panels::{Panels, PanelsProps};
pub use pictogram::{FrameProps, pictogram};
pub use presets::presets;
pub use range::range;
#[cfg(feature = "full")]
pub use sensitivity::Sensitivity;
pub use sentence::sentence;
pub use sliders::sliders;
#[cfg(feature = "full")]
pub use sources::Sources;
pub use stateful::{Content, Message, Shown, Stateful, StatefulProps};
#[cfg(feature = "full")]
pub use targets::Targets;
pub use widget::{Subject, View, WidgetProps, widget};
#[cfg(feature = "full")]
pub use working::Working;
