//! The disclosure file, version 1: what one article or report states about one organisation's emissions.
//!
//! [`Disclosure::read`] takes JSON text and gives the file's contents or every fault in it at once, each with its
//! place as a JSON pointer, what was found and what was expected. Unknown fields and impossible values are faults,
//! never ignored. The JSON Schema ([`schema`]) is made from the same definitions that read the file.
//!
//! ```
//! use emissions_calculator::disclosure::Disclosure;
//! let faults = Disclosure::read(r#"{ "version": 1, "id": "x", "entries": [ { "amount": "5 t" } ] }"#).unwrap_err();
//! assert!(faults.iter().any(|fault| fault.at == "/entries/0/amount"));
//! ```

mod amount;
mod check;
mod custom;
mod format;
mod json;
mod reason;
mod record;
mod schema;
mod text;
mod types;
mod values;

pub use amount::{Amount, Share, emissions};
pub use check::Fault;
pub use custom::Custom;
pub use json::Json;
pub use reason::Reason;
pub use schema::schema;
pub use text::Text;
pub use types::{
    Assurance, CarbonNeutral, Claim, ClaimType, CreditType, Disclosure, Entry, EntryKind, EquivalenceChoice,
    EquivalenceClaim, Level, Method, Source, Target, TargetType,
};
pub use values::{Category, Date, Id, Language, Period, Scopes, Url, Version, Year};
