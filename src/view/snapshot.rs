//! What stands in the page before the wasm runs: the live widget as Yew draws it on a server, as data. The page's script
//! makes elements of it by name, and Yew takes them over, node for node, when the wasm comes.

use std::collections::BTreeMap;
use std::fmt;
use std::rc::Rc;

use serde::ser::{Serialize, SerializeSeq, Serializer};
use yew::{Callback, LocalServerRenderer};

use super::{AppProps, BUILD, CalculatorApp, Detail, HeadingLevel, Layout, Lead, MountOptions};
use crate::locale::Locale;
use crate::msg;
use crate::report::{Analysis, Session};

/// The version of the form. A script that does not know it takes the widget live instead.
const VERSION: u8 = 1;

/// Elements that hold nothing.
const VOID: [&str; 6] = ["br", "col", "hr", "img", "input", "wbr"];

/// What is asked for, as the element's attributes name it.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The language.
    pub locale: &'a Locale,
    /// How much is shown.
    pub layout: Layout,
    /// What the widget begins with.
    pub lead: Option<Lead>,
    /// The level of the panels' headings.
    pub heading: Option<HeadingLevel>,
    /// The comparison to begin with.
    pub equivalence: Option<&'a str>,
    /// The preset to begin with.
    pub preset: Option<&'a str>,
}

/// What the widget is about.
#[derive(Clone, Copy, Debug)]
pub enum Subject<'a> {
    /// A disclosure: the bytes of its file, as a reader's browser gets them.
    File(&'a [u8]),
    /// An amount alone, as the attribute has it.
    Amount(&'a str),
}

/// A node of the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// A text.
    Text(String),
    /// An element with its attributes, and what stands in it.
    Element(String, Vec<(String, String)>, Vec<Self>),
    /// What a component drew: Yew marks where it begins and where it ends.
    Component(Vec<Self>),
}

impl Serialize for Node {
    /// A text is a string, an element `["tag", {attributes}, …]`, a component `["", …]`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (tag, attributes, children) = match self {
            Self::Text(text) => return serializer.serialize_str(text),
            Self::Element(tag, attributes, children) => (tag.as_str(), attributes.as_slice(), children),
            Self::Component(children) => ("", &[][..], children),
        };
        let mut list = serializer.serialize_seq(None)?;
        list.serialize_element(tag)?;
        if !attributes.is_empty() {
            list.serialize_element(&Attributes(attributes))?;
        }
        for child in children {
            list.serialize_element(child)?;
        }
        list.end()
    }
}

/// In the order in which they are set: a slider's place must come after its limits.
struct Attributes<'a>(&'a [(String, String)]);

impl Serialize for Attributes<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

/// The snapshot, as its file has it.
#[derive(Clone, Debug, serde::Serialize)]
pub struct Snapshot {
    v: u8,
    by: &'static str,
    lang: String,
    view: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    lead: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    heading: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    equivalence: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    preset: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    amount: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hash: Option<String>,
    detail: Detail,
    words: BTreeMap<&'static str, String>,
    tree: Vec<Node>,
}

/// Why a snapshot cannot be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SnapshotError(String);

impl fmt::Display for SnapshotError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the widget cannot be drawn: {}", self.0)
    }
}

impl std::error::Error for SnapshotError {}

/// Draws the widget with its panels, before a reader has chosen anything.
///
/// # Errors
///
/// Where there is nothing to draw with: no runtime, or markup that is not Yew's.
pub fn snapshot(subject: Subject<'_>, analysis: Rc<Analysis>, asked: Asked<'_>) -> Result<Snapshot, SnapshotError> {
    let Asked { locale, layout, lead, heading, equivalence, preset } = asked;
    let session = Session::of_host(analysis, equivalence, preset);
    let detail = Detail::of(&session, locale);
    let options = MountOptions {
        session,
        locale: locale.clone(),
        layout,
        lead,
        heading: heading.unwrap_or_default(),
        note: None,
        is_linked: false,
        changed: Callback::noop(),
        remote: Callback::noop(),
    };
    let props = AppProps { options: Some(options), generation: 0 };
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let runtime = runtime.map_err(|fault| SnapshotError(fault.to_string()))?;
    let html = runtime.block_on(LocalServerRenderer::<CalculatorApp>::with_props(props).render());
    let words = [("loading", msg!("ui.loading")), ("failed", msg!("ui.not-loaded"))];
    let (hash, amount) = match subject {
        Subject::File(bytes) => (Some(hash(bytes)), None),
        Subject::Amount(amount) => (None, Some(amount.to_owned())),
    };
    Ok(Snapshot {
        v: VERSION,
        by: BUILD,
        lang: locale.tag().to_owned(),
        view: layout.name(),
        lead: lead.map(Lead::name),
        heading: heading.map(|level| level.to_string()),
        equivalence: equivalence.map(str::to_owned),
        preset: preset.map(str::to_owned),
        amount,
        hash,
        detail,
        words: words.into_iter().map(|(name, key)| (name, locale.text(key, &[]))).collect(),
        tree: nodes(&html)?,
    })
}

/// The name of the file beside `<stem>.json`, as the page's script asks for it.
#[must_use]
pub fn file_name(stem: &str, asked: &Asked<'_>) -> String {
    let view = (asked.layout != Layout::Full).then(|| asked.layout.name());
    let heading = asked.heading.map(|level| level.to_string());
    let chosen = [view, asked.equivalence, asked.preset, asked.lead.map(Lead::name), heading.as_deref()];
    let named = [Some(stem), Some(asked.locale.tag())].into_iter().chain(chosen).chain([Some("snapshot.json")]);
    named.flatten().collect::<Vec<_>>().join(".")
}

/// FNV-1a over the bytes, and how many they are: it tells an edited file from this one, and keeps nobody out.
fn hash(bytes: &[u8]) -> String {
    let fold = |hash: u32, byte: &u8| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    format!("{:08x}-{}", bytes.iter().fold(0x811c_9dc5, fold), bytes.len())
}

/// What is open: an element, or a component where there is no name.
struct Open {
    element: Option<(String, Vec<(String, String)>)>,
    before: Vec<Node>,
}

/// Reads what Yew writes, which is regular: each value is in double quotes, each element is closed.
fn nodes(html: &str) -> Result<Vec<Node>, SnapshotError> {
    let unexpected = |what: &str| SnapshotError(format!("{what:?} in its markup"));
    let (mut open, mut level, mut rest) = (Vec::<Open>::new(), Vec::new(), html);
    while let Some((text, after)) = rest.split_once('<') {
        add_text(&mut level, text);
        if let Some(after) = after.strip_prefix("!--") {
            let (comment, after) = after.split_once("-->").ok_or_else(|| unexpected("<!--"))?;
            rest = after;
            if comment.starts_with("<[") {
                open.push(Open { element: None, before: std::mem::take(&mut level) });
                continue;
            }
            let Some(Open { element: None, before }) = open.pop().filter(|_| comment.starts_with("</[")) else {
                return Err(unexpected(comment));
            };
            let inside = std::mem::replace(&mut level, before);
            level.push(Node::Component(inside));
            continue;
        }
        let (tag, after) = tag(after).ok_or_else(|| unexpected(after))?;
        rest = after;
        if let Some(closed) = tag.strip_prefix('/') {
            let Some(Open { element: Some((name, attributes)), before }) = open.pop() else {
                return Err(unexpected(tag));
            };
            if name != closed {
                return Err(unexpected(tag));
            }
            let inside = std::mem::replace(&mut level, before);
            level.push(Node::Element(name, attributes, inside));
            continue;
        }
        let (name, written) = tag.split_once(' ').unwrap_or((tag, ""));
        let attributes = attributes(written).ok_or_else(|| unexpected(tag))?;
        if VOID.contains(&name) {
            level.push(Node::Element(name.to_owned(), attributes, Vec::new()));
        } else {
            let element = Some((name.to_owned(), attributes));
            open.push(Open { element, before: std::mem::take(&mut level) });
        }
    }
    add_text(&mut level, rest);
    if open.is_empty() { Ok(level) } else { Err(unexpected("an open element")) }
}

fn add_text(level: &mut Vec<Node>, text: &str) {
    if !text.is_empty() {
        level.push(Node::Text(unescaped(text)));
    }
}

/// The tag up to its end, which no value hides, and what is behind it.
fn tag(text: &str) -> Option<(&str, &str)> {
    let mut is_quoted = false;
    let end = text.char_indices().find(|(_, letter)| {
        is_quoted ^= *letter == '"';
        *letter == '>' && !is_quoted
    });
    let (tag, rest) = text.split_at_checked(end?.0)?;
    Some((tag, rest.strip_prefix('>')?))
}

/// `name="value"` and `name`; a value of the element's own comes last, after the limits that it is kept in.
fn attributes(mut text: &str) -> Option<Vec<(String, String)>> {
    let (mut attributes, mut last) = (Vec::new(), Vec::new());
    while !text.is_empty() {
        let end = text.find([' ', '=']).unwrap_or(text.len());
        let (name, rest) = text.split_at_checked(end)?;
        let (value, rest) = match rest.strip_prefix("=\"") {
            Some(rest) => rest.split_once('"')?,
            None => ("", rest),
        };
        let place = if name == "value" { &mut last } else { &mut attributes };
        place.push((name.to_owned(), unescaped(value)));
        text = rest.strip_prefix(' ').unwrap_or(rest);
    }
    attributes.append(&mut last);
    Some(attributes)
}

fn unescaped(text: &str) -> String {
    // `&amp;` last: what it begins is no escape.
    let escapes = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&amp;", "&")];
    escapes.into_iter().fold(text.to_owned(), |text, (written, meant)| text.replace(written, meant))
}

#[cfg(test)]
mod tests {
    use super::{Node, hash, nodes};

    fn element(tag: &str, attributes: &[(&str, &str)], children: Vec<Node>) -> Node {
        let attributes = attributes.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Node::Element(tag.to_owned(), attributes, children)
    }

    #[test]
    fn what_yew_writes_is_read_node_by_node() {
        let html = "<!--<[a::B]>--><p class=\"x>y &quot;z&quot;\" open>1 &lt; 2 &amp;amp; 3<input value=\"7\" min=\"1\"><b></b></p><!--</[a::B]>-->";
        let text = Node::Text("1 < 2 &amp; 3".to_owned());
        let input = element("input", &[("min", "1"), ("value", "7")], Vec::new());
        let inside = vec![text, input, element("b", &[], Vec::new())];
        let p = element("p", &[("class", "x>y \"z\""), ("open", "")], inside);
        let tree = nodes(html).expect("Yew's own markup");
        assert_eq!(tree, [Node::Component(vec![p])]);
        let json = serde_json::to_string(&tree).expect("plain values");
        assert_eq!(
            json,
            r#"[["",["p",{"class":"x>y \"z\"","open":""},"1 < 2 &amp; 3",["input",{"min":"1","value":"7"}],["b"]]]]"#
        );
    }

    #[test]
    fn what_yew_does_not_write_is_refused() {
        for html in ["<p>", "</p>", "<p></b>", "<!--<[]>-->", "<!--</[]>-->", "<!-- a -->", "<p class=\"", "<p"] {
            assert!(nodes(html).is_err(), "{html}");
        }
    }

    #[test]
    fn the_hash_is_that_of_the_script() {
        assert_eq!(hash(b""), "811c9dc5-0");
        assert_eq!(hash("tCO₂e".as_bytes()), "f30357f8-7");
    }
}
