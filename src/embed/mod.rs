//! The browser's side: mounts the widget in an element that the page's script gives, and speaks with that script in
//! plain values.
//!
//! `mount(root, config, onEvent)` answers a `Handle`.
//! Events go to `onEvent(type, detail)`: `emissions-ready`,
//! `emissions-change`, `emissions-error` and, once, `emissions-panic`, after which nothing here may be called again.
//! Numbers are decimal strings.

mod config;
mod detail;
mod handle;
mod intl;
mod json;
mod panic;
mod seat;

pub use handle::{Handle, mount};
pub use intl::{Browser, locale};
