//! The browser's side: mounts the widget in an element that the page's script gives, and speaks with that script in
//! plain values.
//!
//! There are two wasm modules. The first, `widget`, is what a reader's page loads when an element comes near: its
//! `mount(root, config, onEvent)` answers a `Handle`. The second, `details`, holds the panels under it and is loaded
//! once a reader gets there: `mountDetails(root, config, onEvent)` answers a `DetailsHandle`, which follows the widget.
//! Events go to `onEvent(type, detail)`: `emissions-ready`,
//! `emissions-change`, `emissions-error` and, once, `emissions-panic`, after which nothing here may be called again.
//! Numbers are decimal strings.

mod config;
#[cfg(feature = "widget")]
mod detail;
#[cfg(feature = "details")]
mod details;
#[cfg(feature = "widget")]
mod handle;
mod intl;
mod json;
mod panic;
mod seat;

#[cfg(feature = "details")]
pub use details::{DetailsHandle, mount_details};
#[cfg(feature = "widget")]
pub use handle::{Handle, mount};
pub use intl::{Browser, locale};
