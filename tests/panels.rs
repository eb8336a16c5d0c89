//! The panels as a server draws them: that each fact of the examples stands in them, in words of the language.
#![cfg(all(feature = "web", feature = "cli"))]

use std::rc::Rc;

use emissions_calculator::disclosure::Disclosure;
use emissions_calculator::locale::Locale;
use emissions_calculator::report::{Analysis, HostDefaults, Session};
use emissions_calculator::view::{
    ContextProps, Counted, Dots, Findings, HeadingLevel, PanelProps, RangeLine, Sensitivity, Sources, Targets,
    ViewContext, Working,
};
use yew::{BaseComponent, LocalServerRenderer};

const ANT: &str = include_str!("../data/disclosures/ant-group-2021.json");
const MICROSOFT: &str = include_str!("../data/disclosures/microsoft-fy21.json");

fn context(file: &str, language: &str) -> ViewContext {
    let file = Disclosure::read(file).unwrap();
    let session = Session::new(Rc::new(Analysis::of_file(file)), HostDefaults::default());
    let heading = HeadingLevel::default();
    ViewContext { session: Rc::new(session), locale: Locale::native(language).unwrap(), heading }
}

fn html<C>(props: C::Properties) -> String
where
    C: BaseComponent<Properties: Clone>,
{
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(LocalServerRenderer::<C>::with_props(props).hydratable(false).render())
}

fn panel<C: BaseComponent<Properties = PanelProps>>(context: &ViewContext) -> String {
    html::<C>(PanelProps { context: context.clone() })
}

fn part<C: BaseComponent<Properties = ContextProps>>(context: &ViewContext) -> String {
    html::<C>(ContextProps { context: context.clone() })
}

/// The text as a reader sees it: no tags, nothing that is spelt out for screen readers only.
fn words(html: &str) -> String {
    const INSIDE_A_LINE: [&str; 8] = ["a", "b", "bdi", "cite", "s", "small", "span", "sub"];
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        let (tag, after) = tag.split_once('>').unwrap_or((tag, ""));
        let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
        if !INSIDE_A_LINE.contains(&name) || tag.contains("class=\"amount\"") || tag.contains("class=\"aside\"") {
            text.push(' ');
        }
        rest = if tag.contains("class=\"visually-hidden\"") {
            after.split_once("</span>").map_or(after, |s| s.1)
        } else {
            after
        };
    }
    text.push_str(rest);
    text.replace(['\u{a0}', '\u{202f}'], " ").split_whitespace().collect::<Vec<_>>().join(" ").replace("&quot;", "\"")
}

#[track_caller]
fn has(text: &str, facts: &[&str]) {
    for fact in facts {
        assert!(text.contains(fact), "{fact:?} is not in {text}");
    }
}

#[test]
fn what_is_counted_tells_the_facts_of_the_article() {
    for (language, facts) in [
        (
            "en",
            [
                "6,649.79",
                "(17.5%)",
                "15,233.84",
                "46,711.77",
                "emissions not reported; stated cuts: 29,591.48 t CO₂e",
                "number not given",
            ],
        ),
        (
            "zh-CN",
            [
                "6,649.79",
                "（17.5%）",
                "15,233.84",
                "46,711.77",
                "未报告排放量；但报告了减排29,591.48吨CO₂e",
                "未给出数量",
            ],
        ),
    ] {
        let html = panel::<Counted>(&context(ANT, language));
        has(&words(&html), &facts);
        has(&html, &["part=\"scopes\"", "class=\"open\"", "<table", "scope=\"row\""]);
        assert!(!html.contains("style="), "a style attribute is refused by strict policies");
    }
}

#[test]
fn a_number_that_no_source_states_is_marked() {
    let html = panel::<Counted>(&context(ANT, "en"));
    has(
        &words(&html),
        &["Without measures, scopes 1 and 2 46,711.77 t CO₂e*", "46,711.77 t CO₂e worked out here, not stated"],
    );
    // The total of this file is one stated amount, so that it is not marked.
    has(&words(&html), &["at least 23,159.54 t CO₂e stated"]);
}

#[test]
fn the_fifteen_categories_have_their_four_states() {
    let text = words(&panel::<Counted>(&context(MICROSOFT, "en")));
    has(
        &text,
        &[
            "13,784,501 t CO₂e*",
            "Scope 3 by category",
            "4,930,000",
            "15 Investments left out: Not relevant",
            "8 Upstream leased assets not reported",
        ],
    );
    has(&text, &["location-based", "market-based", "Change since the base period", "−64,259", "−28.2%"]);
    has(&text, &["+5,604", "+4.7%"]);
    let chinese = words(&panel::<Counted>(&context(MICROSOFT, "zh-CN")));
    has(&chinese, &["范围三各类别", "493万", "未报告", "未计入：不相关"]);
}

#[test]
fn the_working_strikes_units_out_and_gives_the_exact_value() {
    let html = panel::<Working>(&context(ANT, "en"));
    has(&html, &["<s>km</s>", "part=\"working\""]);
    let text = words(&html);
    has(
        &text,
        &[
            "× 0.203 kg/km = 2,436 kg/",
            "kg/yr = 15,562 petrol cars",
            "15,562.3440",
            "12,450 km",
            "Distance a year × Emissions per kilometre",
        ],
    );
    has(&words(&panel::<Working>(&context(ANT, "zh-CN"))), &["2,436", "15,562.3440", "12,450"]);
}

#[test]
fn every_promise_says_who_what_and_when() {
    let text = words(&panel::<Targets>(&context(ANT, "en")));
    has(&text, &["Ant Group", "Tencent", "Alibaba", "Baidu", "2021", "2030", "100% renewable electricity"]);
    has(&words(&panel::<Targets>(&context(ANT, "zh-CN"))), &["蚂蚁集团", "腾讯", "2030"]);
    has(&panel::<Targets>(&context(ANT, "en")), &["<circle cx=\"0%\"", "<circle cx=\"100%\"", "part=\"targets\""]);
}

#[test]
fn a_source_has_a_safe_link_and_its_own_language() {
    let html = panel::<Sources>(&context(ANT, "zh-CN"));
    has(&html, &["rel=\"noopener noreferrer\"", "target=\"_blank\"", "lang=\"en\"", "part=\"sources\"", "光明网"]);
    has(
        &words(&panel::<Sources>(&context(ANT, "en"))),
        &["Guangming Online", "20 April 2022", "0.203 kg/km", "Others say", "17,569 km"],
    );
}

#[test]
fn findings_name_the_standard_and_the_gravest_come_first() {
    let html = panel::<Findings>(&context(ANT, "en"));
    has(&words(&html), &["6,649.79", "17.5%", "15,233.84", "GHG Protocol", "ISO 14068-1:2023"]);
    let groups: Vec<&str> = html.split("class=\"findings ").skip(1).filter_map(|part| part.split('"').next()).collect();
    assert_eq!(groups, ["warning", "notice"]);
}

#[test]
fn the_picture_has_as_many_marks_as_it_says() {
    let context = context(ANT, "en");
    let html = part::<Dots>(&context);
    has(&words(&html), &["Each dot is 100 petrol cars."]);
    // Room for 200, 155 whole ones and a part of one.
    assert_eq!(html.matches('●').count(), 200 + 155 + 1);
    has(&html, &["data-share=\"2\"", "aria-hidden=\"true\""]);
}

#[test]
fn the_range_names_its_ends_the_source_and_the_result() {
    let html = part::<RangeLine>(&context(ANT, "en"));
    has(&html, &["aria-label=\"Published assumptions give 8,840 (US) to 19,600 (UK)."]);
    has(&words(&html), &["source 15,000", "15,600"]);
    assert_eq!(html.matches("class=\"now\"").count(), 1);
    let chinese = part::<RangeLine>(&context(ANT, "zh-CN"));
    has(&chinese, &["按各方公开的假设"]);
    has(
        &words(&panel::<Sensitivity>(&context(ANT, "en"))),
        &["With every assumption at an end of its plausible range: "],
    );
}

#[test]
fn what_matters_most_has_a_bar_for_each_assumption() {
    let html = panel::<Sensitivity>(&context(ANT, "en"));
    assert_eq!(html.matches("class=\"reach\"").count(), 2);
    has(&words(&html), &["Distance a year", "Emissions per kilometre"]);
}

#[test]
fn what_is_counted_is_told_in_its_title() {
    let html = panel::<Counted>(&context(ANT, "en"));
    let (title, body) = html.split_once("</summary>").unwrap();
    has(
        &words(title),
        &[
            "What is counted",
            "at least 23,159.54 t CO₂e",
            "Scopes 1 and 2 reported; scope 3 not reported; credits: number not given",
        ],
    );
    assert_eq!(title.matches("class=\"scope missing\"").count(), 1);
    // It can be searched, read without scripts, and translated while it is closed.
    has(&words(body), &["46,711.77"]);
    assert!(html.contains("<details") && !html.contains(" open"), "it is closed");
}

#[test]
fn a_copied_formula_is_spelt_out_for_those_who_listen() {
    let html = panel::<Counted>(&context(ANT, "en"));
    has(
        &html,
        &[
            "<span aria-hidden=\"true\"><span>CO₂e</span></span><span class=\"visually-hidden\"><span>carbon dioxide equivalent</span></span>",
        ],
    );
}

#[test]
fn what_is_compared_of_two_years_and_what_neutrality_rests_on_stand_in_the_panel_of_what_is_counted() {
    let file = r#"{ "version": 1, "id": "case", "lang": "en", "organisation": "E", "period": "2023",
        "source": { "title": "T", "publisher": "P", "published": "2024-03-01" },
        "entries": [
            { "id": "a", "kind": "emission", "scopes": [3], "category": 1, "amount": "150 tCO2e" },
            { "id": "b", "kind": "emission", "scopes": [3], "category": 2, "amount": "50 tCO2e" },
            { "id": "c", "kind": "emission", "scopes": [3], "category": 1, "amount": "100 tCO2e", "period": "2020" },
            { "id": "d", "kind": "emission", "scopes": [3], "category": 2, "amount": null, "period": "2020",
              "excluded": "not measured" }],
        "claims": [{ "type": "carbon-neutral", "scopes": [3], "year": 2023 }] }"#;
    let text = words(&panel::<Counted>(&context(file, "en")));
    has(
        &text,
        &["only what both state", "+50", "“Carbon neutral” covers scope 3 only.", "Emissions before credits: 200"],
    );
}
