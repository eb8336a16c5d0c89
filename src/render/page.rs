//! A whole page of its own, without a script.

use super::content::{Depth, all};
use super::markup::{escaped, lead, sections};
use super::svg::chart;
use crate::locale::Locale;
use crate::report::Session;

const STYLE: &str = "\
html{font:100%/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','PingFang SC','Microsoft YaHei',sans-serif;color:#1c2430;background:#fff}
body{margin:0}main{max-width:46rem;margin:auto;padding:1.5rem 1rem}
h1{font-size:1rem;font-weight:600;color:#5a6472;margin:0}h1+p{font-size:1.4rem;line-height:1.35;margin:.5rem 0 1.5rem}
h1+p strong{display:block;font-size:2.4rem;line-height:1.15}
h2{font-size:1.1rem;margin:2rem 0 .5rem}
table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;padding:.35rem .75rem .35rem 0;border-bottom:1px solid #dfe3e8}
tbody th{font-weight:400}td:last-child{text-align:end;font-variant-numeric:tabular-nums;padding-inline-end:0}
ul{padding-inline-start:1.2rem}li{margin:.25rem 0}a{color:#1f4f86}svg{width:100%;height:auto}
@media print{main{max-width:none;padding:0}}";

/// A page of its own: everything that the report has, its styles inside, no script, nothing fetched.
///
/// ```
/// use std::rc::Rc;
/// use emissions_calculator::{locale::Locale, render, report::{Analysis, Session}};
/// let session = Session::new(Rc::new(Analysis::of_amount("37909.87 tCO2e".parse()?)), Default::default());
/// assert!(render::html(&session, &Locale::native("en").unwrap()).starts_with("<!doctype html>\n<html lang=\"en\""));
/// # Ok::<(), emissions_calculator::quantity::Error>(())
/// ```
#[must_use]
pub fn html(session: &Session, locale: &Locale) -> String {
    let content = all(session, locale, Depth::Full);
    let title = escaped(&content.title);
    format!(
        "<!doctype html>\n<html lang=\"{lang}\" dir=\"{direction}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<title>{title}</title>\n<style>\n{STYLE}\n</style>\n</head>\n\
         <body>\n<main>\n<h1>{title}</h1>\n{lead}{chart}{sections}</main>\n</body>\n</html>\n",
        lang = escaped(locale.tag()),
        direction = escaped(locale.direction()),
        lead = lead(&content),
        chart = chart(session, locale).unwrap_or_default(),
        sections = sections(&content, Some(2)),
    )
}
