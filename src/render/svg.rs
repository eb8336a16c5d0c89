//! A picture in SVG: headline, sentence and chart, with real text.

use std::borrow::Cow;

use textwrap::{Options, WordSplitter, wrap};
use unicode_width::UnicodeWidthStr;

use super::chart::NamedBar;
use super::content::{Content, Depth, Inline, Writer, facts};
use super::markup::escaped;
use crate::locale::Locale;
use crate::report::Session;

const WIDTH: u32 = 1200;
const HEIGHT: u32 = 675;
const MARGIN: u32 = 60;
/// The width between the margins.
const INNER: u32 = WIDTH - 2 * MARGIN;
/// Where the bars begin and how long the longest is; names stand before, amounts behind.
const BARS: u32 = 500;
const LONGEST: u32 = 340;
const VALUES: u32 = 860;
/// The most bars that stay readable in the picture.
const MOST_BARS: usize = 8;
const INK: &str = "#1c2430";
const FAINT: &str = "#5a6472";

/// A picture of 1200 × 675 in light colours: headline, sentence and chart, for social media, AMP and feeds.
///
/// ```
/// use std::rc::Rc;
/// use emissions_calculator::{locale::Locale, render, report::{Analysis, Session}};
/// let session = Session::new(Rc::new(Analysis::of_amount("37909.87 tCO2e".parse()?)), Default::default());
/// let picture = render::svg(&session, &Locale::native("en").unwrap());
/// assert!(picture.contains(">15,600 petrol cars</text>"));
/// # Ok::<(), emissions_calculator::quantity::Error>(())
/// ```
#[must_use]
pub fn svg(session: &Session, locale: &Locale) -> String {
    let content = facts(session, locale, Depth::Brief);
    let mut bars = Writer { session, locale }.bars();
    if bars.len() < 2 {
        // One bar has nothing to be compared with.
        bars.clear();
    }
    let canvas = Canvas { is_rtl: locale.direction() == "rtl", out: String::new() };
    let drawn = canvas.picture(&content, bars.get(..MOST_BARS.min(bars.len())).unwrap_or_default());
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" width=\"{WIDTH}\" height=\"{HEIGHT}\" \
         role=\"img\" aria-labelledby=\"title desc\" lang=\"{lang}\" direction=\"{direction}\" \
         font-family=\"system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'PingFang SC', 'Microsoft YaHei', sans-serif\">\n\
         <title id=\"title\">{title}</title>\n<desc id=\"desc\">{desc}</desc>\n{drawn}</svg>\n",
        lang = escaped(locale.tag()),
        direction = escaped(locale.direction()),
        title = escaped(&content.title),
        desc = escaped(&described(&content, &bars)),
    )
}

/// The chart alone, for a page; none where there is nothing to draw.
pub(super) fn chart(session: &Session, locale: &Locale) -> Option<String> {
    let bars = Writer { session, locale }.bars();
    let height = u32::try_from(bars.len()).ok()?.saturating_mul(36);
    let mut canvas = Canvas { is_rtl: locale.direction() == "rtl", out: String::new() };
    canvas.bars(&bars, 0, 36);
    let drawn = canvas.out;
    let named: Vec<String> = bars.iter().map(named).collect();
    (height > 0).then(|| {
        format!(
            "<svg viewBox=\"{MARGIN} 0 {INNER} {height}\" role=\"img\" aria-label=\"{}\">\n{drawn}</svg>\n",
            escaped(&named.join("; "))
        )
    })
}

fn named(bar: &NamedBar) -> String {
    format!("{}: {}", bar.name, bar.value)
}

/// The picture in words: the sentence and each bar.
fn described(content: &Content, bars: &[NamedBar]) -> String {
    let sentence: String = content.lead.iter().map(|piece| text_of(piece).0).collect();
    core::iter::once(sentence).chain(bars.iter().map(named)).collect::<Vec<_>>().join(" · ")
}

fn text_of(piece: &Inline) -> (&str, bool) {
    match piece {
        Inline::Text(text) | Inline::Link(text, _) => (text, false),
        Inline::Strong(text) => (text, true),
    }
}

/// How many columns of text fit: a column is a little over half as wide as the letters are high.
fn columns(pixels: u32, size: u32) -> usize {
    let per_column = size.saturating_mul(14).div_euclid(25).max(1);
    usize::try_from(pixels.div_euclid(per_column)).unwrap_or(usize::MAX)
}

struct Canvas {
    is_rtl: bool,
    out: String,
}

impl Canvas {
    fn picture(mut self, content: &Content, bars: &[NamedBar]) -> String {
        self.out.push_str(&format!("<rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"#ffffff\"/>\n"));
        // Without a chart the words stand lower, nearer the middle.
        let mut y: u32 = if bars.is_empty() { 200 } else { 72 };
        let title = fitted(&content.title, columns(INNER, 24), 1);
        self.lines(&title, &mut y, 24, FAINT, false);
        y = y.saturating_add(16);
        for piece in &content.lead {
            let (text, is_strong) = text_of(piece);
            if is_strong {
                // The largest of these sizes in which the number stands on one line.
                let size = [92, 76, 62, 50, 40].into_iter().find(|size| text.width() <= columns(INNER, *size));
                let size = size.unwrap_or(40);
                y = y.saturating_add(size.saturating_sub(24));
                self.lines(&fitted(text, columns(INNER, size), 1), &mut y.clone(), size, INK, true);
                y = y.saturating_add(56);
            } else {
                self.lines(&fitted(text.trim(), columns(INNER, 28), 3), &mut y, 28, INK, false);
            }
        }
        let rows = u32::try_from(bars.len()).unwrap_or(u32::MAX);
        let room = HEIGHT.saturating_sub(48).saturating_sub(y);
        if let Some(row) = room.checked_div(rows) {
            let row = row.min(40);
            self.bars(bars, HEIGHT.saturating_sub(36).saturating_sub(row.saturating_mul(rows)), row);
        }
        self.out
    }

    /// A text at the reading edge, or `x` away from it.
    fn text(&mut self, text: &str, x: u32, y: u32, size: u32, colour: &str, is_bold: bool) {
        let x = if self.is_rtl { WIDTH.saturating_sub(x) } else { x };
        let weight = if is_bold { " font-weight=\"700\"" } else { "" };
        let text = escaped(text);
        self.out.push_str(&format!(
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" fill=\"{colour}\"{weight}>{text}</text>\n"
        ));
    }

    /// Lines under each other; `y` moves to the next.
    fn lines(&mut self, lines: &[String], y: &mut u32, size: u32, colour: &str, is_bold: bool) {
        for line in lines {
            self.text(line, MARGIN, *y, size, colour, is_bold);
            *y = y.saturating_add(size.saturating_mul(4).div_euclid(3));
        }
    }

    fn bars(&mut self, bars: &[NamedBar], top: u32, row: u32) {
        let size = row.saturating_mul(9).div_euclid(20).clamp(9, 17);
        let thickness = row.saturating_mul(3).div_euclid(5);
        let mut y = top;
        for bar in bars {
            let base = y.saturating_add(row.div_euclid(2)).saturating_add(size.div_euclid(3));
            let name = fitted(&bar.name, columns(BARS.saturating_sub(MARGIN), size), 1);
            self.lines(&name, &mut base.clone(), size, INK, false);
            let at = |share: u32| share.saturating_mul(LONGEST).div_euclid(1000);
            let (x, long) = (BARS.saturating_add(at(bar.start)), bar.length.map_or(LONGEST, at).max(2));
            let x = if self.is_rtl { WIDTH.saturating_sub(x).saturating_sub(long) } else { x };
            let top = y.saturating_add(row.div_euclid(5));
            // An amount that is not known has an outline as long as the chart, and no area.
            let paint = match bar.length {
                Some(_) => format!("fill=\"{}\"", bar.colour),
                None => format!("fill=\"none\" stroke=\"{}\" stroke-dasharray=\"6 5\"", bar.colour),
            };
            self.out
                .push_str(&format!("<rect x=\"{x}\" y=\"{top}\" width=\"{long}\" height=\"{thickness}\" {paint}/>\n"));
            let value = fitted(&bar.value, columns(WIDTH.saturating_sub(MARGIN).saturating_sub(VALUES), size), 1);
            for value in &value {
                self.text(value, VALUES, base, size, INK, false);
            }
            y = y.saturating_add(row);
        }
    }
}

/// The text in at most `most` lines of `columns`; what does not fit ends in an ellipsis.
fn fitted(text: &str, columns: usize, most: usize) -> Vec<String> {
    let options = Options::new(columns).word_splitter(WordSplitter::NoHyphenation);
    let mut lines: Vec<String> =
        wrap(text, options).into_iter().filter(|line| !line.is_empty()).map(Cow::into_owned).collect();
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            while last.width() >= columns && last.pop().is_some() {}
            last.truncate(last.trim_end().len());
            last.push('…');
        }
    }
    lines
}
