//! The languages in `locales/`, as the command line carries them; a browser fetches the one it needs.

use super::table::LOCALES;

/// The tags of the languages that ship, sorted.
pub fn available() -> impl Iterator<Item = &'static str> {
    LOCALES.iter().map(|(tag, _)| *tag)
}

/// The words of a shipped language as [`Messages::read`](super::Messages::read) reads them.
#[must_use]
pub fn json(tag: &str) -> Option<&'static str> {
    LOCALES.iter().find(|(held, _)| *held == tag).map(|(_, json)| *json)
}

/// The shipped language that suits a tag best: itself, one of the same base language, or English.
///
/// ```
/// use emissions_calculator::locale::best;
/// assert_eq!(best("zh-Hans"), "zh-CN");
/// assert_eq!(best("en_GB"), "en");
/// assert_eq!(best("tlh"), "en");
/// ```
#[must_use]
pub fn best(tag: &str) -> &'static str {
    let base = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    let wanted = base(tag);
    let exact = available().find(|held| held.eq_ignore_ascii_case(&tag.replace('_', "-")));
    exact.or_else(|| available().find(|held| base(held) == wanted)).unwrap_or("en")
}
