//! What a disclosure and a reader's choices come to, free of language.
//!
//! An [`Analysis`] is made once from a file. A [`Session`] is an analysis with a reader's choices over it; an [`Action`] gives
//! the next session and costs one comparison. Views and static renders read a session; [`Report`] is all of it as JSON.
//!
//! ```
//! use std::rc::Rc;
//! use emissions_calculator::{disclosure::Disclosure, report::{Analysis, Session}};
//! let file = Disclosure::read(include_str!("../../data/disclosures/ant-group-2021.json")).map_err(|f| f[0].clone())?;
//! let session = Session::new(Rc::new(Analysis::of_file(file)), Default::default());
//! assert_eq!(session.shown().map(|shown| shown.comparison.rounded.to_string()).as_deref(), Some("15600"));
//! assert!(session.findings().iter().any(|finding| finding.code() == "remainder-not-itemised"));
//! # Ok::<(), emissions_calculator::disclosure::Fault>(())
//! ```

mod analysis;
mod chart;
mod choices;
mod finding;
mod findings;
mod geometry;
mod json_api;
mod offered;
mod permalink;
mod session;
mod sources;

pub use analysis::{Analysis, ComparedAmount, EntryRow, Input, Publication};
pub use chart::{Bar, BarRole};
pub use choices::{Choices, HostDefaults};
pub use finding::{ClaimRounding, Finding, FindingKind, NamedEquivalence, Param, Severity};
pub use geometry::{
    Moment, RangeMark, RangeRole, Reach, StripPart, UnitPart, cancelled, from_far_end, legible, moments, parts,
    percent, reaches, strip,
};
pub use json_api::{
    AmountAnswer, AssumptionAnswer, CheckAnswer, EquivalenceAnswer, Equivalents, EquivalentsOptions, FindingAnswer,
    Report, ShownAnswer, SourceAnswer, equivalents,
};
pub use offered::{Offer, ShownComparison};
pub use permalink::StateError;
pub use session::{Action, Session};
pub use sources::{Alternative, SourceCard, SourceRole};
