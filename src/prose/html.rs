//! The text of a page, character by character, each with its place in the input. `html5gum` tells tags, text and
//! entities apart as browsers do; which elements are seen, and which end a line, is decided here.

use std::convert::Infallible;
use std::ops::Range;

use html5gum::{Emitter, Error, State, Tokenizer};

/// Stands where a paragraph, a table cell or another block ends.
pub(super) const PARAGRAPH: char = '\u{2029}';

/// Stands where a cell of a table begins.
pub(super) const CELL: char = '\u{1f}';

/// Stands where a row of a table begins.
pub(super) const ROW: char = '\u{1e}';

/// Stands where a table begins or ends.
pub(super) const TABLE: char = '\u{1d}';

/// Stands at the beginning of a cell once for each further column that it fills.
pub(super) const SPAN: char = '\u{1c}';

/// The same for each further row.
pub(super) const DOWN: char = '\u{1a}';

/// Tags that stand inside a line: words and numbers go on across them. So do elements of a page's own, whose names have
/// a hyphen.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q",
    "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
];

/// Elements whose content no reader sees as text.
const HIDDEN: &[&str] = &["script", "style", "template", "textarea", "svg", "iframe", "noembed", "noframes"];

/// How often reading begins again behind a tag that never ends, as where a quotation mark is missing. Each time may read
/// the rest of the input, so there is a limit.
const RESTARTS: usize = 8;

/// Gives every character of the text of a page (or of plain text, which is a page without tags) with its place, and
/// [`PARAGRAPH`] at the ends of blocks. Answers the language that the page says it is in.
pub(super) fn read(source: &str, push: &mut dyn FnMut(char, Range<usize>)) -> Option<String> {
    let mut reader = Reader::new(source, push);
    let mut from = 0;
    for attempt in 0..=RESTARTS {
        reader.position = from;
        reader.done = from;
        let mut tokenizer = Tokenizer::new_with_emitter(source.get(from..).unwrap_or_default(), &mut reader);
        if attempt == RESTARTS {
            tokenizer.set_state(TEXT_ONLY);
        }
        let Ok(()) = tokenizer.finish();
        reader.flush();
        // The input has ended inside a tag, as in "fell to <a third": browsers drop the rest, a journalist must not.
        let Some(open) = reader.open_tag.take() else { break };
        let Some(length) = source.get(open..).and_then(|rest| rest.find('>')) else {
            reader.text(open);
            break;
        };
        from = open.saturating_add(length).saturating_add(1);
        reader.position = from;
        let _ = reader.end_tag();
    }
    reader.language
}

/// Entities are read, tags are not.
const TEXT_ONLY: State = State::RcData;

#[derive(Default)]
struct Tag {
    start: usize,
    name: String,
    is_end: bool,
    is_self_closing: bool,
    attribute: String,
    value: String,
    /// How many further columns and rows a cell fills.
    columns: usize,
    rows: usize,
}

struct Reader<'a> {
    source: &'a str,
    push: &'a mut dyn FnMut(char, Range<usize>),
    language: Option<String>,
    /// How far the tokenizer has read.
    position: usize,
    /// How far the input is text or tags that were passed on.
    done: usize,
    /// Text that stands in the input as readers see it, not passed on yet: a character may come in two pieces.
    as_written: Range<usize>,
    /// Where the tag begins that is being read.
    open_tag: Option<usize>,
    tag: Tag,
    last_start_tag: String,
    /// The hidden element that the text stands in, and how many of the same name stand in it.
    hidden: Option<(String, usize)>,
}

impl<'a> Reader<'a> {
    fn new(source: &'a str, push: &'a mut dyn FnMut(char, Range<usize>)) -> Self {
        Self {
            source,
            push,
            language: None,
            position: 0,
            done: 0,
            as_written: 0..0,
            open_tag: None,
            tag: Tag::default(),
            last_start_tag: String::new(),
            hidden: None,
        }
    }

    /// Reads the rest as text without tags.
    fn text(&mut self, from: usize) {
        (self.position, self.done) = (from, from);
        self.last_start_tag.clear();
        let source = self.source.get(from..).unwrap_or_default();
        let mut tokenizer = Tokenizer::new_with_emitter(source, &mut *self);
        tokenizer.set_state(TEXT_ONLY);
        let Ok(()) = tokenizer.finish();
        self.flush();
    }

    /// Passes on what stands in the input as readers see it.
    fn flush(&mut self) {
        let Range { start, .. } = self.as_written;
        let text = self.source.get(self.as_written.clone()).unwrap_or_default();
        for (at, c) in text.char_indices() {
            let start = start.saturating_add(at);
            (self.push)(c, start..start.saturating_add(c.len_utf8()));
        }
        self.as_written = self.done..self.done;
    }

    /// Whether these bytes of the text are those of the input from here on.
    fn is_written_at(&self, start: usize, bytes: &[u8]) -> bool {
        self.source.as_bytes().get(start..).is_some_and(|rest| rest.starts_with(bytes))
    }

    /// Where these bytes of the text stand in the input, if they are not an entity or a line end of another kind.
    fn place_of(&self, bytes: &[u8]) -> Option<usize> {
        let (start, before_position) = (self.done, self.position.saturating_sub(bytes.len()));
        let may_be_entity = self.is_written_at(start, b"&") && before_position > start;
        if may_be_entity {
            return None;
        }
        // What browsers drop, such as "</>", may stand between.
        [start, before_position].into_iter().find(|start| self.is_written_at(*start, bytes))
    }

    /// Where an entity stands in the input that has been read, or a line end of Windows, whose second half is dropped.
    fn place_of_decoded(&self) -> Range<usize> {
        let read = self.source.get(self.done..self.position).unwrap_or_default();
        let start = read.rfind('&').map_or(self.done, |at| self.done.saturating_add(at));
        let is_line_end = read == "\r" && self.is_written_at(self.position, b"\n");
        start..self.position.saturating_add(usize::from(is_line_end))
    }

    /// Takes note of what the tag that ends here says, and answers how the text behind it is to be read.
    fn end_tag(&mut self) -> Option<State> {
        self.flush();
        self.end_attribute();
        let place = self.open_tag.take().unwrap_or(self.tag.start)..self.position;
        self.done = self.position;
        self.as_written = self.done..self.done;
        let tag = std::mem::take(&mut self.tag);
        if !tag.is_end {
            self.last_start_tag.clone_from(&tag.name);
        }
        // In HTML `<script/>` is open; in a picture `<title/>` is not.
        let opens = !tag.is_end && !(tag.is_self_closing && (self.hidden.is_some() || tag.name == "svg"));
        if let Some((hidden, depth)) = &mut self.hidden {
            if *hidden == tag.name && (opens || tag.is_end) {
                *depth = if tag.is_end { depth.saturating_sub(1) } else { depth.saturating_add(1) };
            }
            if *depth == 0 {
                self.hidden = None;
                (self.push)(PARAGRAPH, place);
            }
        } else {
            match tag.name.as_str() {
                "br" => (self.push)('\n', place),
                // A raised digit is a power or a footnote, never a part of the number before it.
                "sup" if !tag.is_end => (self.push)('^', place),
                "td" | "th" if !tag.is_end => {
                    (self.push)(CELL, place.clone());
                    for (mark, more) in [(SPAN, tag.columns), (DOWN, tag.rows)] {
                        (0..more).for_each(|_| (self.push)(mark, place.clone()));
                    }
                }
                "tr" if !tag.is_end => (self.push)(ROW, place),
                "table" => (self.push)(TABLE, place),
                name if INLINE.contains(&name) || name.contains('-') => {}
                _ => (self.push)(PARAGRAPH, place),
            }
            if opens && HIDDEN.contains(&tag.name.as_str()) {
                self.hidden = Some((tag.name.clone(), 1));
            }
        }
        match tag.name.as_str() {
            _ if !opens => None,
            "title" | "textarea" => Some(State::RcData),
            "script" => Some(State::ScriptData),
            "style" | "iframe" | "xmp" | "noembed" | "noframes" => Some(State::RawText),
            "plaintext" => Some(State::PlainText),
            _ => None,
        }
    }

    fn end_attribute(&mut self) {
        let value = self.tag.value.trim();
        let is_tag = !value.is_empty() && value.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        if self.tag.name == "html" && !self.tag.is_end && self.tag.attribute == "lang" && is_tag {
            self.language.get_or_insert_with(|| value.to_owned());
        }
        let more = |most: usize| value.parse::<usize>().unwrap_or(1).saturating_sub(1).min(most);
        match self.tag.attribute.as_str() {
            "colspan" => self.tag.columns = more(40),
            "rowspan" => self.tag.rows = more(40),
            _ => {}
        }
        self.tag.attribute.clear();
        self.tag.value.clear();
    }

    fn begin_tag(&mut self, is_end: bool) {
        self.open_tag = Some(self.tag.start);
        self.tag = Tag { start: self.tag.start, is_end, ..Tag::default() };
    }
}

/// Names are ASCII or matter to nobody here.
fn add(text: &mut String, bytes: &[u8]) {
    text.push_str(&String::from_utf8_lossy(bytes));
}

impl Emitter for &mut Reader<'_> {
    type Token = Infallible;

    fn pop_token(&mut self) -> Option<Infallible> {
        None
    }

    fn move_position(&mut self, offset: isize) {
        #[cfg(all(test, not(target_arch = "wasm32")))]
        super::tests::count(offset.unsigned_abs());
        self.position = self.position.saturating_add_signed(offset);
    }

    fn emit_string(&mut self, bytes: &[u8]) {
        // What looked like an end tag in a title or a script was text.
        self.open_tag = None;
        if self.hidden.is_some() {
            self.done = self.position;
            self.as_written = self.done..self.done;
            return;
        }
        if let Some(start) = self.place_of(bytes) {
            if start != self.as_written.end {
                self.flush();
                self.as_written = start..start;
            }
            self.done = start.saturating_add(bytes.len());
            self.as_written.end = self.done;
            return;
        }
        self.flush();
        let place = self.place_of_decoded();
        for c in String::from_utf8_lossy(bytes).chars() {
            (self.push)(c, place.clone());
        }
        self.done = place.end;
        self.as_written = self.done..self.done;
    }

    fn start_open_tag(&mut self) {
        self.tag.start = self.position.saturating_sub(1);
    }

    fn init_start_tag(&mut self) {
        self.begin_tag(false);
    }

    fn init_end_tag(&mut self) {
        self.begin_tag(true);
    }

    fn push_tag_name(&mut self, name: &[u8]) {
        add(&mut self.tag.name, name);
    }

    fn init_attribute(&mut self) {
        self.end_attribute();
    }

    fn push_attribute_name(&mut self, name: &[u8]) {
        add(&mut self.tag.attribute, name);
    }

    fn push_attribute_value(&mut self, value: &[u8]) {
        add(&mut self.tag.value, value);
    }

    fn set_self_closing(&mut self) {
        self.tag.is_self_closing = !self.tag.is_end;
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        self.end_tag()
    }

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.tag.is_end && !self.last_start_tag.is_empty() && self.tag.name == self.last_start_tag
    }

    fn emit_current_comment(&mut self) {
        self.flush();
        self.done = self.position;
        self.as_written = self.done..self.done;
    }

    fn emit_current_doctype(&mut self) {
        self.emit_current_comment();
    }

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn emit_error(&mut self, _: Error) {}
    fn emit_eof(&mut self) {}
    fn set_last_start_tag(&mut self, _: Option<&[u8]>) {}
    fn init_comment(&mut self) {}
    fn push_comment(&mut self, _: &[u8]) {}
    fn init_doctype(&mut self) {}
    fn push_doctype_name(&mut self, _: &[u8]) {}
    fn set_force_quirks(&mut self) {}
    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}
}
