//! HTML without style, script, class or id: what the filters of newsrooms' systems let through.

use super::content::{Block, Content, Depth, Inline, Line, Section, Table, all};
use crate::locale::Locale;
use crate::report::Session;

/// Text as HTML and XML have it, in elements and in attributes.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // What XML cannot hold at all.
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            '\n' | '\t' => out.push(' '),
            c if c.is_control() => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

/// Whether an address may become a link: http or https, and nothing that could end the attribute.
pub(super) fn is_link(url: &str) -> bool {
    let scheme = url.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
    let is_web = matches!(scheme.as_deref(), Some("http" | "https"));
    is_web && !url.contains(|c: char| c.is_whitespace() || c.is_control())
}

/// The fallback that stands inside `<emissions-calculator>`: headline, claims, tables, findings, sources.
///
/// Only `p`, `strong`, `ul`, `table` and `a` without attributes but `href`, so that it outlives the filters of
/// content management systems. With `heading` (2 to 6) the parts have headings of that level instead of strong
/// paragraphs.
///
/// ```
/// use std::rc::Rc;
/// use emissions_calculator::{locale::Locale, render, report::{Analysis, Session}};
/// let session = Session::new(Rc::new(Analysis::of_amount("37909.87 tCO2e".parse()?)), Default::default());
/// let html = render::embed(&session, &Locale::native("en").unwrap(), Some(3));
/// assert!(html.starts_with("<p>37,909.87 tonnes of CO₂e is about <strong>"));
/// assert!(html.contains("<h3>Sources</h3>"));
/// # Ok::<(), emissions_calculator::quantity::Error>(())
/// ```
#[must_use]
pub fn embed(session: &Session, locale: &Locale, heading: Option<u8>) -> String {
    let content = all(session, locale, Depth::Brief);
    lead(&content) + &sections(&content, heading.filter(|level| (2..=6).contains(level)))
}

pub(super) fn lead(content: &Content) -> String {
    format!("<p>{}</p>\n", line(&content.lead))
}

pub(super) fn sections(content: &Content, heading: Option<u8>) -> String {
    let mut out = String::new();
    for Section { title, blocks } in &content.sections {
        let title = escaped(title);
        out.push_str(&match heading {
            Some(level) => format!("<h{level}>{title}</h{level}>\n"),
            None => format!("<p><strong>{title}</strong></p>\n"),
        });
        for held in blocks {
            block(held, &mut out);
        }
    }
    out
}

fn line(pieces: &Line) -> String {
    let piece = |piece: &Inline| match piece {
        Inline::Text(text) => escaped(text),
        Inline::Strong(text) => format!("<strong>{}</strong>", escaped(text)),
        Inline::Link(text, url) => format!("<a href=\"{}\">{}</a>", escaped(url), escaped(text)),
    };
    pieces.iter().map(piece).collect()
}

fn block(block: &Block, out: &mut String) {
    match block {
        Block::Line(held) => out.push_str(&format!("<p>{}</p>\n", line(held))),
        Block::List(lines) => {
            out.push_str("<ul>\n");
            for held in lines {
                out.push_str(&format!("<li>{}</li>\n", line(held)));
            }
            out.push_str("</ul>\n");
        }
        Block::Table(held) => table(held, out),
    }
}

fn table(table: &Table, out: &mut String) {
    let cells = |cells: &[String], first: &str| -> String {
        let cell = |(index, text): (usize, &String)| {
            let tag = if index == 0 { first } else { "td" };
            format!("<{tag}>{}</{tag}>", escaped(text))
        };
        cells.iter().enumerate().map(cell).collect()
    };
    out.push_str("<table>\n");
    if !table.head.is_empty() {
        let head: String = table.head.iter().map(|text| format!("<th>{}</th>", escaped(text))).collect();
        out.push_str(&format!("<thead><tr>{head}</tr></thead>\n"));
    }
    out.push_str("<tbody>\n");
    for row in &table.rows {
        out.push_str(&format!("<tr>{}</tr>\n", cells(row, "th")));
    }
    out.push_str("</tbody>\n</table>\n");
}
