//! Whose a promise or a figure is: the name at the beginning of a sentence.

use super::visible_text::{VisibleText, is_han};

/// How long a name may be, in characters.
const LONGEST: usize = 60;

/// What stands behind a name in Chinese: verbs of saying and doing.
const VERBS: [&str; 26] = [
    "宣布",
    "承诺",
    "承諾",
    "计划",
    "計劃",
    "提出",
    "表示",
    "实现",
    "實現",
    "发布",
    "發布",
    "公布",
    "力争",
    "力爭",
    "将",
    "將",
    "则",
    "也",
    "披露",
    "完成",
    "不晚于",
    "在",
    "于",
    "到",
    "、",
    "和",
];

/// What no name begins with.
const NO_NAMES: [&str; 40] = [
    "The",
    "It",
    "Its",
    "This",
    "That",
    "In",
    "By",
    "For",
    "On",
    "At",
    "A",
    "An",
    "Since",
    "Other",
    "Both",
    "They",
    "We",
    "Of",
    "And",
    "公司",
    "该公司",
    "其",
    "集团",
    "此外",
    "同时",
    "报告",
    "本",
    "他",
    "这",
    "目前",
    "未来",
    "据",
    "为",
    "通过",
    "经",
    "由",
    "从",
    "在",
    "以",
    "与",
];

/// The name that a stretch of text begins with.
pub(super) fn subject(text: &VisibleText, start: usize, end: usize) -> Option<String> {
    let mut from = start;
    while from < end && !text.at(from).is_alphanumeric() {
        from = from.saturating_add(1);
    }
    let no_name =
        |word: &&str| text.match_word_at(from, word).is_some_and(|_| text.match_exactly_at(from, word).is_some());
    if NO_NAMES.iter().any(no_name) {
        return None;
    }
    let stop = if is_han(text.at(from)) { chinese(text, from, end) } else { capitals(text, from, end) }?;
    let name = text.shown(from, stop).trim().to_owned();
    (name.chars().count() > 1 && stop.saturating_sub(from) <= LONGEST).then_some(name)
}

fn chinese(text: &VisibleText, from: usize, end: usize) -> Option<usize> {
    let verb = (from.saturating_add(2)..end.min(from.saturating_add(12)))
        .find(|at| VERBS.iter().any(|verb| text.match_at(*at, verb).is_some()))?;
    (from..verb).all(|at| is_han(text.at(at)) || text.at(at).is_ascii_alphanumeric()).then_some(verb)
}

/// Where words with capitals end.
fn capitals(text: &VisibleText, from: usize, end: usize) -> Option<usize> {
    let mut stop = None;
    let mut at = from;
    while at < end && text.at(at).is_uppercase() {
        while at < end && (text.at(at).is_alphanumeric() || matches!(text.at(at), '&' | '-')) {
            at = at.saturating_add(1);
        }
        stop = Some(at);
        if text.at(at) != ' ' {
            break;
        }
        at = at.saturating_add(1);
    }
    stop
}

/// The body that a text says checked: behind "verified by", or between 由 and 核查.
pub(super) fn body(text: &VisibleText, start: usize, end: usize) -> Option<String> {
    if !is_han(text.at(start)) {
        return subject(text, end, text.len());
    }
    let first = start.saturating_sub(LONGEST);
    let by = (first..start).rev().find(|at| ["由", "经", "經"].iter().any(|by| text.match_at(*at, by).is_some()))?;
    let name = text.shown(by.saturating_add(1), start);
    let is_name = name.chars().count() > 3 && !name.contains(['，', '。', '、']);
    is_name.then_some(name)
}
