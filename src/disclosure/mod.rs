//! The disclosure file, version 1: what one article or report states about one organisation's emissions.
//!
//! [`Disclosure::read`] takes JSON text and gives the file's contents or every fault in it at once, each a value with its
//! place as a JSON pointer; [`Locale::fault`](crate::locale::Locale::fault) puts it into words. Unknown fields and impossible values are faults,
//! never ignored. The JSON Schema ([`schema`]) is made from the same definitions that read the file.
//!
//! ```
//! use emissions_calculator::disclosure::Disclosure;
//! let faults = Disclosure::read(r#"{ "version": 1, "id": "x", "entries": [ { "amount": "5 t" } ] }"#).unwrap_err();
//! assert!(faults.iter().any(|fault| fault.at == "/entries/0/amount"));
//! ```

mod amount;
mod custom;
mod english;
mod fault;
mod reader;
mod record;
mod schema;
mod source;
mod text;
mod types;
mod validate;
mod values;

pub use amount::{Amount, Share, emissions};
pub use custom::Custom;
pub use fault::{Expected, Fault, FaultKind, Found, Reason};
pub use schema::schema;
pub use source::Source;
pub use text::Text;
pub use types::{
    AmountOf, Assurance, Basis, CarbonNeutral, Claim, ClaimType, CreditType, Disclosure, Entry, EntryKind,
    EquivalenceChoice, EquivalenceClaim, Level, Method, Target, TargetType,
};
pub use values::{Category, Date, Id, Language, Period, Scopes, Url, Version, Year};
