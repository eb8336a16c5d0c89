#![cfg(all(feature = "web", feature = "cli"))]
use std::rc::Rc;
use emissions_calculator::disclosure::Disclosure;
use emissions_calculator::locale::Locale;
use emissions_calculator::report::{Choices, Report};
use emissions_calculator::view::*;
use yew::LocalServerRenderer;
#[test]
fn shots() {
    let rt = tokio::runtime::Builder::new_current_thread().build().unwrap();
    for id in ["ant-group-2021", "microsoft-fy21", "world-cup-qatar-2022"] {
        let file = Disclosure::read(&std::fs::read_to_string(format!("data/disclosures/{id}.json")).unwrap()).unwrap();
        for lang in ["en", "zh-CN", "ar"] {
            let frame = Frame { report: Rc::new(Report::of(&file, &Choices::default())), locale: Locale::native(lang).unwrap() };
            let mut out = String::new();
            macro_rules! r { ($c:ident, $p:expr) => { out.push_str(&rt.block_on(LocalServerRenderer::<$c>::with_props($p).hydratable(false).render())); } }
            r!(Pictogram, FrameProps { frame: frame.clone() });
            r!(Range, FrameProps { frame: frame.clone() });
            macro_rules! p { ($($c:ident)*) => { $( r!($c, PanelProps { frame: frame.clone(), open: true }); )* } }
            p!(Counted Working Sensitivity Targets Sources Findings);
            let dir = frame.locale.direction();
            std::fs::write(format!("/tmp/shots/{id}.{lang}.html"), format!("<!doctype html><html lang={lang} dir={dir}><meta charset=utf-8><meta name=viewport content='width=device-width,initial-scale=1'><link rel=stylesheet href=base.css><link rel=stylesheet href=panels.css><body><section class=w>{out}</section>")).unwrap();
        }
    }
}
