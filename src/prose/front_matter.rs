//! What stands before an article between lines of dashes: its title, date and address, as content systems write them.

use crate::disclosure::Date;

/// The fields of it that a disclosure has too.
#[derive(Default)]
pub(super) struct FrontMatter {
    pub title: Option<String>,
    pub published: Option<String>,
    pub publisher: Option<String>,
    pub url: Option<String>,
    pub language: Option<String>,
}

impl FrontMatter {
    /// The fields, the article behind them, and how many bytes stand before it.
    pub(super) fn split(source: &str) -> (Self, &str, usize) {
        let mut matter = Self::default();
        let begin = source.trim_start_matches('\u{feff}');
        let Some(rest) = begin.strip_prefix("---\n").or_else(|| begin.strip_prefix("---\r\n")) else {
            return (matter, source, 0);
        };
        let Some((fields, body)) = rest.split_once("\n---") else { return (matter, source, 0) };
        for line in fields.lines() {
            let Some((key, value)) = line.split_once(':') else { continue };
            let value = value.trim().trim_matches(['"', '\'']).to_owned();
            let field = match key.trim().to_ascii_lowercase().as_str() {
                "title" | "headline" => &mut matter.title,
                "date" | "published" => &mut matter.published,
                "publisher" | "source" | "publication" => &mut matter.publisher,
                "url" | "link" | "canonical" => &mut matter.url,
                "lang" | "language" => &mut matter.language,
                _ => continue,
            };
            *field = Some(value).filter(|value| !value.is_empty());
        }
        // A time may follow the day.
        let date = |text: String| Date::parse(text.get(..10).unwrap_or(&text));
        matter.published = matter.published.and_then(date).map(|date| date.to_string());
        matter.url = matter.url.filter(|url| url.starts_with("https://") || url.starts_with("http://"));
        (matter, body, source.len().saturating_sub(body.len()))
    }
}
