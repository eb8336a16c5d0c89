//! The whole widget as a server draws it, with every panel under it open: for each example in each language, for an
//! amount without a file, with a reader's own numbers, with a note, and in the two small views.
//!
//! The snapshots in `tests/snapshots/widget` are, in English, the elements, one a line with their attributes, and the
//! words in them; in the other languages, whose elements are the same, the words alone.
//! `␣` is a space before an element, `⟨…⟩` what is read out instead of the formula before it. After a wanted change:
//! `INSTA_UPDATE=always cargo test --all-features --test widget`, then read the difference.
//!
//! Numbers are written by CLDR's data natively and by `Intl` in the browser; tests/locale_web.rs holds one to the other.
#![allow(missing_docs, reason = "a test")]
#![cfg(all(feature = "web", feature = "cli"))]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use emissions_calculator::disclosure::{Disclosure, emissions};
use emissions_calculator::locale::{self, Locale};
use emissions_calculator::quantity::Decimal;
use emissions_calculator::report::{Action, Analysis, Choices, Input, Session};
use emissions_calculator::view::{AppProps, CalculatorApp, HeadingLevel, Layout, MountOptions};
use yew::{BaseComponent, Callback, LocalServerRenderer};

const ANT: &str = "ant-group-2021";

/// What a widget is drawn from, apart from its language.
#[derive(Clone)]
struct Case {
    name: String,
    input: Input,
    choices: Choices,
    layout: Layout,
    /// The key of what the reader is told about the address.
    note: Option<&'static str>,
}

impl Case {
    fn new(name: &str, input: Input) -> Self {
        Self { name: name.to_owned(), input, choices: Choices::default(), layout: Layout::Full, note: None }
    }

    fn of_file(path: &Path) -> Self {
        let text = fs::read_to_string(path).expect("readable");
        let file = Disclosure::read(&text).unwrap_or_else(|faults| panic!("{}: {faults:?}", path.display()));
        let name = path.file_stem().and_then(|name| name.to_str()).expect("a name");
        Self::new(name, Input::File(Rc::new(file)))
    }

    fn session(&self) -> Rc<Session> {
        let analysis = match &self.input {
            Input::File(file) => Analysis::of_file(file.clone()),
            Input::Amount(amount) => Analysis::of_amount(*amount),
        };
        Rc::new(Session::with_choices(Rc::new(analysis), self.choices.clone()))
    }

    fn ant() -> Self {
        Self::of_file(&folder("data/disclosures").join(format!("{ANT}.json")))
    }
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn examples() -> Vec<Case> {
    let all = fs::read_dir(folder("data/disclosures")).expect("the folder is there");
    let mut paths: Vec<PathBuf> = all.map(|file| file.expect("readable").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "json"));
    paths.sort();
    assert!(paths.len() >= 10, "only {} examples were found", paths.len());
    paths.iter().map(|path| Case::of_file(path)).collect()
}

/// What no example shows: an amount alone, a reader's own numbers, one of them unusual, an address that is not followed,
/// and the two small views.
fn others() -> Vec<Case> {
    let amount = emissions("1000 tCO2e").expect("an amount");
    let mut changed = Case { name: format!("{ANT}-changed"), ..Case::ant() };
    for (place, value) in [("petrol-car-year.distance", "15000 km/yr"), ("petrol-car-year.intensity", "2 kg/km")] {
        changed.choices.choose_value(place, value).expect("there is such an assumption");
    }
    vec![
        Case::new("amount", Input::Amount(amount)),
        changed,
        Case { name: format!("{ANT}-noted"), note: Some("ui.bad-address"), ..Case::ant() },
        Case { name: format!("{ANT}-compact"), layout: Layout::Compact, ..Case::ant() },
        Case { name: format!("{ANT}-sentence"), layout: Layout::Sentence, ..Case::ant() },
    ]
}

/// Every case with every language that it is drawn in.
fn drawn() -> impl Iterator<Item = (Case, Vec<Locale>)> {
    let languages = |tags: Vec<&str>| tags.into_iter().map(|tag| Locale::native(tag).expect("it ships")).collect();
    let examples = examples().into_iter().map(move |case| (case, languages(locale::available().collect())));
    examples.chain(others().into_iter().map(move |case| (case, languages(vec!["en", "zh-CN"]))))
}

fn html<C>(props: C::Properties) -> String
where
    C: BaseComponent<Properties: Clone>,
{
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    runtime.block_on(LocalServerRenderer::<C>::with_props(props).hydratable(false).render())
}

/// The widget with its panels.
fn widget_html(case: &Case, locale: &Locale) -> String {
    let options = MountOptions {
        session: case.session(),
        locale: locale.clone(),
        layout: case.layout,
        lead: None,
        heading: HeadingLevel::default(),
        note: case.note.map(|key| locale.text(key, &[])),
        is_linked: false,
        changed: Callback::noop(),
        remote: Callback::noop(),
    };
    html::<CalculatorApp>(AppProps { options: Some(options), generation: 0 })
}

#[derive(Debug, Default)]
struct Element {
    tag: String,
    attributes: Vec<(String, String)>,
    inside: Vec<Node>,
}

#[derive(Debug)]
enum Node {
    Text(String),
    Element(Element),
}

impl Node {
    fn element(&self) -> Option<&Element> {
        if let Self::Element(element) = self { Some(element) } else { None }
    }

    fn tag(&self) -> &str {
        self.element().map_or("", |element| &element.tag)
    }

    fn inside(&self) -> &[Self] {
        self.element().map_or(&[], |element| &element.inside)
    }

    fn attribute(&self, name: &str) -> Option<&str> {
        self.element()?.attributes.iter().find(|(held, _)| held == name).map(|(_, value)| value.as_str())
    }

    /// This node and all in it, as they stand.
    fn all(&self) -> Vec<&Self> {
        std::iter::once(self).chain(self.inside().iter().flat_map(Self::all)).collect()
    }

    fn text(&self) -> String {
        let texts =
            self.all().into_iter().filter_map(|node| if let Self::Text(text) = node { Some(text) } else { None });
        texts.map(String::as_str).collect()
    }

    /// The two elements that stand for one formula: what is seen, and what is read out.
    fn is_formula(&self) -> bool {
        self.attribute("aria-hidden") == Some("true") && self.text().starts_with("CO₂")
    }

    fn is_spoken(&self) -> bool {
        self.tag() == "span" && self.attribute("class") == Some("visually-hidden")
    }
}

fn unescaped(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#x27;", "'");
    text.replace("&#x2F;", "/").replace("&amp;", "&")
}

/// Reads what the renderer writes: every element closed, every attribute in quotation marks.
fn read(html: &str) -> Vec<Node> {
    let mut open = vec![Element::default()];
    let mut rest = html;
    while !rest.is_empty() {
        let (text, tagged) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
        let outer = open.last_mut().expect("the outermost never closes");
        if !text.is_empty() {
            outer.inside.push(Node::Text(unescaped(text)));
        }
        let Some(tagged) = tagged.strip_prefix('<') else { break };
        let (tag, after) = tagged.split_once('>').expect("a tag ends");
        rest = after;
        if let Some(closed) = tag.strip_prefix('/') {
            let element = open.pop().expect("the outermost never closes");
            assert_eq!(element.tag, closed, "the last that opened closes first");
            open.last_mut().expect("the outermost never closes").inside.push(Node::Element(element));
            continue;
        }
        let (name, mut pairs) = tag.split_once(' ').unwrap_or((tag, ""));
        let mut element = Element { tag: name.to_owned(), ..Element::default() };
        while let Some((key, value)) = pairs.split_once("=\"") {
            let (value, after) = value.split_once('"').expect("a value ends");
            element.attributes.push((key.trim().to_owned(), unescaped(value)));
            pairs = after;
        }
        assert!(matches!(pairs.trim(), "" | "/"), "{tag} has more than attributes in quotation marks: {pairs:?}");
        if name == "input" {
            outer.inside.push(Node::Element(element));
        } else {
            open.push(element);
        }
    }
    assert_eq!(open.len(), 1, "something stays open");
    open.remove(0).inside
}

fn tree(case: &Case, locale: &Locale) -> Vec<Node> {
    read(&widget_html(case, locale))
}

fn every(nodes: &[Node]) -> Vec<&Node> {
    nodes.iter().flat_map(Node::all).collect()
}

/// The nodes as lines for a person to compare.
fn lines(nodes: &[Node]) -> String {
    let mut text = String::new();
    write_lines(nodes, 0, &mut text);
    text
}

/// What stands beside each other in a line: texts are joined, a formula and its reading are one text.
fn joined(nodes: &[Node]) -> Vec<Result<String, &Element>> {
    let mut joined: Vec<Result<String, &Element>> = Vec::new();
    for node in nodes {
        let text = match node {
            Node::Text(text) => text.clone(),
            formula if formula.is_formula() => formula.text(),
            spoken if spoken.is_spoken() => format!("⟨{}⟩", spoken.text().trim()),
            Node::Element(span) if span.tag == "span" && span.attributes.is_empty() => node.text(),
            Node::Element(element) => {
                joined.push(Err(element));
                continue;
            }
        };
        match joined.last_mut() {
            Some(Ok(before)) => before.push_str(&text),
            _ => joined.push(Ok(text)),
        }
    }
    joined
}

/// A text for a person to compare: marks of the picture as their number, signs that only set a direction written out.
fn shown(text: &str) -> String {
    let marks = text.matches('●').count();
    let text = if marks > 1 { text.replace(&"●".repeat(marks), &format!("● × {marks}")) } else { text.to_owned() };
    let sets_direction = |c| matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}');
    text.chars().map(|c| if sets_direction(c) { c.escape_unicode().to_string() } else { c.to_string() }).collect()
}

fn write_lines(nodes: &[Node], depth: usize, to: &mut String) {
    let indent = "  ".repeat(depth);
    let mark = |is_space| if is_space { "␣" } else { "" };
    let mut is_space = false;
    for piece in joined(nodes) {
        match piece {
            Ok(text) if text == " " => is_space = true,
            Ok(text) => {
                // A space at either end stands between words of one line: without it they would run together.
                let (before, after) = (mark(text.starts_with(' ')), mark(text.ends_with(' ')));
                to.push_str(&format!("{indent}{before}{}{after}\n", shown(text.trim_matches(' '))));
            }
            Err(element) => {
                let Element { tag, attributes, inside } = element;
                // Their order means nothing.
                let pairs: BTreeSet<String> =
                    attributes.iter().map(|(name, value)| format!(" {name}=\"{}\"", shown(value))).collect();
                let pairs = String::from_iter(pairs);
                to.push_str(&format!("{indent}{}{tag}{pairs}", mark(is_space)));
                is_space = false;
                match joined(inside).as_slice() {
                    [Ok(text)] if text.trim_matches(' ') == text => {
                        to.push_str(&format!(": {}\n", shown(text)));
                    }
                    _ => {
                        to.push('\n');
                        write_lines(inside, depth + 1, to);
                    }
                }
            }
        }
    }
}

/// What a reader sees or hears, without the elements around it: those are the same in every language.
fn words(nodes: &[Node]) -> String {
    let mut words = String::new();
    for piece in joined(nodes) {
        match piece {
            Ok(text) => words.push_str(&format!("{}\n", shown(text.trim()))),
            Err(element) => {
                let told = ["aria-label", "aria-valuetext", "label"];
                for (name, value) in element.attributes.iter().filter(|(name, _)| told.contains(&name.as_str())) {
                    words.push_str(&format!("{name}: {}\n", shown(value)));
                }
                words.push_str(&self::words(&element.inside));
            }
        }
    }
    words
}

#[test]
fn every_example_is_drawn_as_before_in_every_language() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("snapshots/widget");
    settings.set_prepend_module_to_snapshot(true);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for (case, languages) in drawn() {
            for locale in languages {
                let tree = tree(&case, &locale);
                let drawn = if locale.tag() == "en" { lines(&tree) } else { words(&tree) };
                insta::assert_snapshot!(format!("{}.{}", case.name, locale.tag()), drawn);
            }
        }
    });
}

#[test]
fn every_snapshot_is_of_something_that_is_drawn() {
    let names = drawn().flat_map(|(case, languages)| {
        languages.into_iter().map(move |locale| format!("widget__{}.{}.snap", case.name, locale.tag()))
    });
    let names: BTreeSet<String> = names.collect();
    let kept = fs::read_dir(folder("tests/snapshots/widget")).expect("the folder is there");
    let kept = kept.map(|file| file.expect("readable").file_name().into_string().expect("a name"));
    let left_over: Vec<String> = kept.filter(|name| name.ends_with(".snap") && !names.contains(name)).collect();
    assert!(left_over.is_empty(), "no longer drawn: {left_over:?}");
}

#[test]
fn the_language_and_its_direction_stand_at_the_top() {
    for (case, languages) in drawn() {
        for locale in languages {
            let at = format!("{}, {}", case.name, locale.tag());
            let tree = tree(&case, &locale);
            assert_eq!(tree.len(), 1, "{at}: one section");
            for section in &tree {
                let direction = locale.direction();
                assert_eq!(section.attribute("lang"), Some(locale.tag()), "{at}");
                assert_eq!(section.attribute("dir"), Some(direction), "{at}");
                assert!(section.attribute("aria-label").is_some_and(|name| !name.is_empty()), "{at}");
            }
        }
    }
}

#[test]
fn one_live_region_says_the_result() {
    for (case, languages) in drawn() {
        for locale in languages {
            let at = format!("{}, {}", case.name, locale.tag());
            let tree = tree(&case, &locale);
            let all = every(&tree);
            let with = |name, value: &str| all.iter().filter(|n| n.attribute(name) == Some(value)).count();
            assert_eq!(with("aria-live", "polite"), 1, "{at}");
            assert_eq!(with("role", "status"), 1, "{at}");
            assert_eq!(with("role", "alert"), 0, "{at}: an alert speaks at every key");
        }
    }
}

#[test]
fn every_panel_is_there_with_its_body() {
    for (case, languages) in drawn() {
        for locale in languages {
            let at = format!("{}, {}", case.name, locale.tag());
            let tree = tree(&case, &locale);
            let all = every(&tree);
            let panels: Vec<_> = all.iter().filter(|node| node.attribute("class") == Some("panel")).collect();
            let has_body = |node: &&&&Node| node.inside().iter().any(|n| n.attribute("class") == Some("body"));
            assert_eq!(panels.iter().filter(has_body).count(), panels.len(), "{at}");
            let session = case.session();
            let report = session.analysis();
            let has_targets = report.checked.as_ref().is_some_and(|checked| !checked.targets.is_empty());
            let of_the_file = [
                report.inventory.is_some() && case.layout == Layout::Full,
                has_targets && case.layout == Layout::Full,
                !session.findings().is_empty() && case.layout != Layout::Sentence,
            ];
            let of_the_comparison = match case.layout {
                Layout::Full => 3,
                Layout::Compact => 1,
                Layout::Sentence => 0,
            };
            let expected = of_the_file.into_iter().filter(|is_there| *is_there).count() + of_the_comparison;
            assert_eq!(panels.len(), expected, "{at}");
        }
    }
}

/// The keys of all messages, "ui.widget" among them.
fn keys() -> Vec<String> {
    fn collect(prefix: &str, value: &toml::Value, to: &mut Vec<String>) {
        match value {
            toml::Value::Table(table) => {
                for (name, value) in table {
                    let dot = if prefix.is_empty() { "" } else { "." };
                    collect(&format!("{prefix}{dot}{name}"), value, to);
                }
            }
            _ => to.push(prefix.to_owned()),
        }
    }
    let words = fs::read_to_string(folder("locales").join("en.toml")).expect("readable");
    let mut keys = Vec::new();
    collect("", &toml::Value::Table(words.parse().expect("TOML")), &mut keys);
    keys.retain(|key| key.contains('.'));
    assert!(keys.iter().any(|key| key == "ui.widget"), "{keys:?}");
    keys
}

#[test]
fn every_text_is_the_only_child_of_its_element() {
    // A translator or an extension may replace a text; what Yew then puts before it would end the whole program.
    let mut mixed = BTreeSet::new();
    for (case, languages) in drawn() {
        for locale in languages {
            let tree = tree(&case, &locale);
            for node in every(&tree) {
                let texts = node.inside().iter().filter(|inside| matches!(inside, Node::Text(_))).count();
                if texts > 0 && node.inside().len() > 1 {
                    mixed.insert(format!("{} {:?}: {:.80}", node.tag(), node.attribute("class"), node.text()));
                }
            }
        }
    }
    assert!(mixed.is_empty(), "{mixed:#?}");
}

#[test]
fn no_message_has_a_gap_or_is_only_its_key() {
    let keys = keys();
    for (case, languages) in drawn() {
        for locale in languages {
            let tree = tree(&case, &locale);
            for node in every(&tree) {
                let said: Vec<&str> = match node {
                    Node::Text(text) => vec![text],
                    Node::Element(one) => one.attributes.iter().map(|(_, value)| value.as_str()).collect(),
                };
                for text in said {
                    let at = format!("{}, {}: {text:?}", case.name, locale.tag());
                    for gap in ["{", "}", "undefined", "NaN", "None", "Some("] {
                        assert!(!text.contains(gap), "{at} has {gap:?}");
                    }
                    assert!(!keys.iter().any(|key| text.contains(key.as_str())), "{at} is a message's key");
                }
            }
        }
    }
}

#[test]
fn what_names_or_describes_another_element_finds_it() {
    for (case, languages) in drawn() {
        for locale in languages {
            let at = format!("{}, {}", case.name, locale.tag());
            let tree = tree(&case, &locale);
            let all = every(&tree);
            let ids: Vec<&str> = all.iter().filter_map(|node| node.attribute("id")).collect();
            let once: BTreeSet<&str> = ids.iter().copied().collect();
            assert_eq!(once.len(), ids.len(), "{at}: an id is there twice: {ids:?}");
            for name in ["aria-labelledby", "aria-describedby"] {
                let named = all.iter().filter_map(|node| node.attribute(name)).flat_map(str::split_whitespace);
                let missing = named.into_iter().find(|id| !once.contains(id));
                assert_eq!(missing, None, "{at}: {name}");
            }
        }
    }
}

/// The elements in their order, without those that only tell how a text in the language is read: its formulas, what
/// is quoted in another language, and the kind behind a name that does not say it itself. The years of the time line
/// are anchored at the other end where it runs from right to left.
fn elements(tree: &[Node]) -> Vec<String> {
    let all = every(tree).into_iter();
    let of_a_text = |node: &&Node| {
        let is_bare = node.tag() == "span" && node.attribute("class").is_none();
        matches!(node.tag(), "" | "bdi" | "small") || is_bare || node.is_formula() || node.is_spoken()
    };
    all.filter(|node| !of_a_text(node))
        .map(|node| match node.tag() {
            // A long count is set smaller.
            tag @ ("text" | "strong") => tag.to_owned(),
            tag => format!("{tag} {}", node.attribute("class").unwrap_or_default()),
        })
        .collect()
}

#[test]
fn every_language_has_the_same_elements() {
    for (case, languages) in drawn() {
        let english = Locale::native("en").expect("it ships");
        let expected = elements(&tree(&case, &english));
        let headings = expected.iter().filter(|element| element.starts_with('h')).count();
        assert!(headings > 0 || case.layout == Layout::Sentence, "{}", case.name);
        for locale in languages {
            let found = elements(&tree(&case, &locale));
            let first = expected.iter().zip(&found).position(|(one, other)| one != other);
            let at = first.map(|at| (at, &expected[at], &found[at]));
            assert!(
                at.is_none() && expected.len() == found.len(),
                "{}, {}: {} elements, {} in English; the first that differs: {at:?}",
                case.name,
                locale.tag(),
                found.len(),
                expected.len()
            );
        }
    }
}

#[test]
fn an_action_gives_what_the_choices_would_give_from_the_start() {
    for case in examples().into_iter().chain(others()) {
        let before = case.session();
        let Some(shown) = before.shown() else { continue };
        let comparison = &shown.comparison;
        let mut actions: Vec<Action> = Vec::new();
        for assumption in &comparison.assumptions {
            for value in [assumption.min, assumption.max, assumption.base, assumption.max + Decimal::ONE] {
                actions.push(Action::Set { assumption: assumption.id.clone(), value });
            }
            actions.push(Action::Unset { assumption: assumption.id.clone() });
        }
        actions.extend(comparison.presets.iter().cloned().map(Action::Preset));
        actions.extend(before.offers().iter().map(|offer| Action::Show(offer.id.clone())));
        actions.push(Action::Reset);
        let unknown = [Action::Preset("none".to_owned()), Action::Show("none".to_owned())];
        for action in unknown {
            assert!(before.apply(&action).is_none(), "{}: {action:?}", case.name);
        }
        let mut differ = 0;
        for action in actions {
            let Some(after) = before.apply(&action) else { continue };
            differ += 1;
            let fresh = Session::with_choices(after.analysis().clone(), after.choices().clone());
            assert_eq!(after.shown(), fresh.shown(), "{}: {action:?}", case.name);
            assert_eq!(after.offers(), fresh.offers(), "{}: {action:?}", case.name);
            assert_eq!(after.first(), fresh.first(), "{}: {action:?}", case.name);
            let host = after.choices().host.clone();
            let linked = Session::from_permalink(after.analysis().clone(), host.clone(), &after.permalink());
            match linked {
                Ok(linked) => assert_eq!(linked.shown(), after.shown(), "{}: {}", case.name, after.permalink()),
                Err(_) => assert_eq!(after.permalink(), "", "{}: {action:?}", case.name),
            }
        }
        assert!(differ > 15, "{}", case.name);
    }
}
