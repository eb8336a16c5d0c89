//! Greenhouse gas equivalences and scope breakdowns, worked out exactly in the reader's browser, beside the claim
//! that they check.
//!
//! An article says: "a cut of 37,909.87 tCO2e, as much as about 15,000 petrol cars emit in a year". This crate reads
//! what such an article states (a [`disclosure`]), works it out with the numbers of a sourced catalogue
//! ([`factors`]), and shows the sum, its assumptions, what it covers and what is missing. Everything but the last two
//! layers is free of the web, builds natively and never panics:
//!
//! ```text
//! disclosure JSON ─► disclosure ─► Analysis (inventory, claims, chart: once a file)
//! factor data ─────► factors ──┐          │
//!                              └► Session (the analysis and a reader's choices) ─► view ─► embed
//!                                         └──────────────────────────────────────► render (static)
//!                                 locale: words and numbers come in here only
//! ```
//!
//! * [`quantity`]: exact decimals with units; parsing, conversion, ranges.
//! * [`factors`]: the catalogue, made from `data/factors/*.toml` when the crate is built.
//! * [`equivalence`]: an amount and assumptions give a count, its range, its working, and what matters most.
//! * [`disclosure`]: the file format, read with the place of each fault.
//! * [`inventory`]: scopes, what adds up and what does not, gross to net.
//! * [`claim`]: what was stated against what was computed.
//! * [`report`]: the analysis of a file and the session of a reader over it, free of language.
//! * [`locale`]: words, numbers and units of a language.
//! * [`prose`]: emission figures found in article text.
#![cfg_attr(feature = "cli", doc = "* [`render`]: static HTML, text, SVG from a session.")]
#![cfg_attr(feature = "view", doc = "* [`view`]: the Yew components.")]
#![cfg_attr(feature = "api", doc = "* [`api`]: the sums alone, for a newsroom's own scripts.")]
#![cfg_attr(feature = "web", doc = "* [`embed`]: mount, update, destroy; events; the address.")]
//!
//! # Where to add what
//!
//! | what | where |
//! |---|---|
//! | a comparison or a factor | a file in `data/factors/`, its source in `sources.toml`, its names under `[equivalence.…]` and `[preset]` in `locales/*.toml`; the build says what is missing |
//! | a language | a file in `locales/`; nothing else |
//! | a field of the disclosure file | its line in `disclosure/types.rs`; the schema follows, `docs/disclosures.md` is tested against it |
//! | a finding | its variant in `report/finding.rs` with its rule, where it is noticed in `report/findings.rs`, its sentence in `locales/*.toml` |
//! | a panel | a component in `view/`, its place in `view/panels.rs`; for the static forms a section in `render/content.rs` |
//! | an output of `emissions render` | a module in `render/`, its name in `bin/emissions/args.rs` |
//!
//! ```
//! use std::rc::Rc;
//! use emissions_calculator::disclosure::Disclosure;
//! use emissions_calculator::report::{Analysis, Session};
//!
//! let file = Disclosure::read(include_str!("../data/disclosures/ant-group-2021.json")).map_err(|f| f[0].clone())?;
//! let session = Session::new(Rc::new(Analysis::of_file(file)), Default::default());
//! for finding in session.findings() {
//!     println!("{} at {}", finding.code(), finding.at);
//! }
//! # Ok::<(), emissions_calculator::disclosure::Fault>(())
//! ```

// Nothing in this crate may panic: a panic in the browser takes every calculator of the page with it. Without the views
// no part may allow itself an exception either; what `#[wasm_bindgen]` writes allows itself every lint.
#![cfg_attr(
    not(any(test, feature = "view", feature = "api")),
    forbid(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects
    )
)]
#![cfg_attr(
    all(not(test), any(feature = "view", feature = "api")),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects
    )
)]

#[cfg(feature = "api")]
pub mod api;
pub mod claim;
pub mod disclosure;
#[cfg(feature = "web")]
pub mod embed;
pub mod equivalence;
pub mod factors;
pub mod inventory;
pub mod json;
pub mod locale;
#[cfg(all(target_arch = "wasm32", any(feature = "web", feature = "api")))]
mod memory;
pub mod prose;
pub mod quantity;
#[cfg(feature = "cli")]
pub mod render;
pub mod report;
#[cfg(feature = "view")]
pub mod view;
