//! `emissions publish`: all that a host needs for a disclosure.

use std::fs;
use std::path::Path;
use std::rc::Rc;

use emissions_calculator::locale::{self, Locale};
use emissions_calculator::render;
use emissions_calculator::report::{Analysis, HostDefaults, Session};
use emissions_calculator::view::snapshot::{Asked, Subject, file_name};
use serde::Serialize;

use super::args::Publish;
use super::render::{analysis, drawn, layout};
use super::{Answer, language, read};

/// How large the frame is until it tells its height.
const WIDTH: u16 = 640;
const HEIGHT: u16 = 720;

pub fn run(asked: &Publish) -> Result<Answer, String> {
    let tags: Vec<&str> = match asked.languages.as_slice() {
        [] => locale::available().collect(),
        chosen => chosen.iter().map(String::as_str).collect(),
    };
    let languages = tags.into_iter().map(language).collect::<Result<Vec<_>, _>>()?;
    let url = asked.url.as_deref().map(folder_address).transpose()?;
    fs::create_dir_all(&asked.to).map_err(|fault| format!("{}: {fault}", asked.to.display()))?;
    let mut told = Vec::new();
    for path in &asked.files {
        told.push(one(asked, path, &languages, url.as_deref().unwrap_or_default())?);
    }
    Ok(Answer::of(told.join("\n")))
}

/// An address that ends in a slash.
fn folder_address(url: &str) -> Result<String, String> {
    if !["http://", "https://"].iter().any(|scheme| url.starts_with(scheme)) {
        return Err(format!("--url \"{url}\": write a whole address, as in https://example.org/calculator/"));
    }
    Ok(format!("{}/", url.trim_end_matches('/')))
}

/// Publishes one file, and says in a line what was written.
fn one(asked: &Publish, path: &str, languages: &[Locale], url: &str) -> Result<String, String> {
    let stem = Path::new(path).file_stem().and_then(|stem| stem.to_str()).filter(|_| path.ends_with(".json"));
    let stem =
        stem.ok_or_else(|| format!("{path}: the file's name must end in .json, since others are made from it"))?;
    let text = read(path)?;
    let (analysis, own) = analysis(path, &text, "en")?;
    let session = Session::new(analysis.clone(), HostDefaults::default());
    let put = |name: &str, content: &str| {
        let path = asked.to.join(name);
        fs::write(&path, content).map_err(|fault| format!("{}: {fault}", path.display()))
    };
    put(&format!("{stem}.json"), &text)?;
    let mut snapshots = 0_usize;
    for locale in languages {
        for extent in &asked.views {
            let (equivalence, preset) = (asked.equivalence.as_deref(), asked.preset.as_deref());
            let asked = Asked { locale, layout: layout(*extent), lead: None, heading: None, equivalence, preset };
            put(&file_name(stem, &asked), &drawn(Subject::File(text.as_bytes()), &analysis, asked)?)?;
            snapshots = snapshots.saturating_add(1);
        }
        let tag = locale.tag();
        put(&format!("{stem}.{tag}.embed.html"), &render::embed(&session, locale, None))?;
        put(&format!("{stem}.{tag}.html"), &render::html(&session, locale))?;
        put(&format!("{stem}.{tag}.txt"), &render::text(&session, locale))?;
        put(&format!("{stem}.{tag}.svg"), &render::svg(&session, locale))?;
    }
    let title = title(&analysis, &language(&own)?);
    put(&format!("{stem}.oembed.json"), &oembed(stem, &title, url)?)?;
    let page = render::html(&session, &language(&own)?);
    put(
        &format!("{stem}.html"),
        &page.replacen("</title>", &format!("</title>\n{}", discovery(stem, &title, url)), 1),
    )?;
    let tags: Vec<&str> = languages.iter().map(Locale::tag).collect();
    Ok(format!(
        "{stem}: the disclosure, {snapshots} snapshots, static versions (html, embed, text, svg), oEmbed; in {}",
        tags.join(", ")
    ))
}

/// Whose figures they are.
fn title(analysis: &Rc<Analysis>, locale: &Locale) -> String {
    analysis.publication.as_ref().map(|subject| locale.of_file(&subject.organisation)).unwrap_or_default()
}

/// The oEmbed document (<https://oembed.com>, type "rich"): what a content management system reads when an editor pastes
/// the disclosure's address. It names one size; the frame then tells its height.
#[derive(Serialize)]
struct Oembed<'a> {
    version: &'static str,
    r#type: &'static str,
    title: &'a str,
    provider_name: &'static str,
    provider_url: &'a str,
    width: u16,
    height: u16,
    html: String,
}

fn oembed(stem: &str, title: &str, url: &str) -> Result<String, String> {
    let source = attribute(&format!("{url}frame.html#src={}", component(&format!("{stem}.json"))));
    let html = format!(
        "<iframe src=\"{source}\" title=\"{}\" width=\"100%\" height=\"{HEIGHT}\" loading=\"lazy\" \
         sandbox=\"allow-scripts allow-same-origin allow-popups\" referrerpolicy=\"no-referrer\" style=\"border:0\"></iframe>",
        attribute(title)
    );
    let document = Oembed {
        version: "1.0",
        r#type: "rich",
        title,
        provider_name: "emissions-calculator",
        provider_url: url,
        width: WIDTH,
        height: HEIGHT,
        html,
    };
    let text = serde_json::to_string_pretty(&document);
    text.map(|text| text + "\n").map_err(|fault| format!("the oEmbed document cannot be written: {fault}"))
}

/// The link by which that document is found from the disclosure's page.
fn discovery(stem: &str, title: &str, url: &str) -> String {
    let href = attribute(&format!("{url}{}.oembed.json", component(stem)));
    format!("<link rel=\"alternate\" type=\"application/json+oembed\" title=\"{}\" href=\"{href}\">", attribute(title))
}

/// Safe in a value in double quotes.
fn attribute(text: &str) -> String {
    text.replace('&', "&#38;").replace('"', "&#34;").replace('<', "&#60;").replace('>', "&#62;")
}

/// A part of an address, as a browser's `encodeURIComponent` writes it.
fn component(text: &str) -> String {
    let mut written = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&byte) {
            written.push(char::from(byte));
        } else {
            written.push_str(&format!("%{byte:02X}"));
        }
    }
    written
}
