//! Plain text for terminals and feeds.

use unicode_width::UnicodeWidthStr;

use super::content::{self, Block, Content, Depth, Inline, Line, Table};
use crate::locale::Locale;
use crate::report::Session;

/// The whole report as plain text.
///
/// ```
/// use std::rc::Rc;
/// use emissions_calculator::{locale::Locale, render, report::{Analysis, Session}};
/// let session = Session::new(Rc::new(Analysis::of_amount("37909.87 tCO2e".parse()?)), Default::default());
/// assert!(render::text(&session, &Locale::native("en").unwrap()).contains("15,600 petrol cars"));
/// # Ok::<(), emissions_calculator::quantity::Error>(())
/// ```
#[must_use]
pub fn text(session: &Session, locale: &Locale) -> String {
    written(&content::all(session, locale, Depth::Full))
}

/// As [`text`], without what the checker noticed: for callers that list the findings in their own way.
#[must_use]
pub fn facts(session: &Session, locale: &Locale) -> String {
    written(&content::facts(session, locale, Depth::Full))
}

fn written(content: &Content) -> String {
    let mut out = format!("{}\n\n{}\n", clean(&content.title), line(&content.lead));
    for section in &content.sections {
        out.push_str(&format!("\n{}\n", clean(&section.title)));
        for block in &section.blocks {
            match block {
                Block::Line(held) => out.push_str(&format!("  {}\n", line(held))),
                Block::List(lines) => lines.iter().for_each(|held| out.push_str(&format!("  - {}\n", line(held)))),
                Block::Table(held) => table(held, &mut out),
            }
        }
    }
    out
}

fn line(pieces: &Line) -> String {
    let piece = |piece: &Inline| match piece {
        Inline::Text(text) | Inline::Strong(text) => clean(text),
        Inline::Link(text, url) => format!("{} <{}>", clean(text), clean(url)),
    };
    pieces.iter().map(piece).collect()
}

/// Columns as wide as their widest cell. A table without a head has its first column as the head of each row.
fn table(table: &Table, out: &mut String) {
    let mut widths: Vec<usize> = Vec::new();
    let rows = || (!table.head.is_empty()).then_some(&table.head).into_iter().chain(&table.rows);
    for row in rows() {
        for (column, cell) in row.iter().enumerate() {
            match widths.get_mut(column) {
                Some(widest) => *widest = (*widest).max(cell.width()),
                None => widths.push(cell.width()),
            }
        }
    }
    for row in rows() {
        let mut written = String::new();
        for (cell, widest) in row.iter().zip(&widths) {
            let gap = widest.saturating_sub(cell.width()).saturating_add(2);
            written.push_str(&clean(cell));
            written.extend(core::iter::repeat_n(' ', gap));
        }
        out.push_str(&format!("  {}\n", written.trim_end()));
    }
}

/// Without control characters: a file's text must not move a terminal's cursor.
fn clean(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
