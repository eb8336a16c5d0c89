//! Any text as an article: its figures, and a draft of a file from it.
#![no_main]

use emissions_calculator::disclosure::Disclosure;
use emissions_calculator::prose::{draft, read};
use libfuzzer_sys::fuzz_target;

const LANGUAGES: [Option<&str>; 8] =
    [None, Some("en"), Some("zh-CN"), Some("fr"), Some("de"), Some("es"), Some("ja"), Some("ar")];

fuzz_target!(|text: &str| {
    let language = LANGUAGES[text.len() % LANGUAGES.len()];
    let mut end = 0;
    for figure in read(text, language).figures {
        assert!(figure.start >= end && figure.end > figure.start, "figures stand in order");
        assert!(text.get(figure.start..figure.end).is_some(), "places are between characters");
        assert!(figure.low <= figure.value && figure.value <= figure.high);
        assert_eq!(figure.ambiguous, !figure.doubts.is_empty());
        end = figure.end;
    }
    let file = draft(text, language);
    assert!(Disclosure::read(&file).is_ok(), "a draft can be read:\n{file}");
});
