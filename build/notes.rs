//! The notes of the catalogue: complete in each language, with the same numbers.

use std::collections::BTreeMap;

/// The languages of every note. Of a reader in another language the English is shown.
const NOTE_LANGUAGES: [&str; 2] = ["en", "zh-CN"];

/// A note says the same in each language as far as a machine can tell: it has the same numbers.
pub(crate) fn check(note: &BTreeMap<String, String>) -> Result<(), String> {
    let Some(english) = note.get("en") else {
        return if note.is_empty() { Ok(()) } else { Err("note.en is missing".to_owned()) };
    };
    if let Some(language) = NOTE_LANGUAGES.iter().find(|language| !note.contains_key(**language)) {
        return Err(format!("note.{language} is missing"));
    }
    for (language, text) in note {
        if text.trim().is_empty() {
            return Err(format!("note.{language} is empty"));
        }
        let mut there = numbers(text);
        for number in numbers(english) {
            // 1,494.2 billion is 14,942亿, and January may be 1月: the digits must be there, and more may be.
            match there.iter().position(|held| *held == number) {
                Some(place) => there.swap_remove(place),
                None => return Err(format!("note.{language}: {number} of the English note is missing")),
            };
        }
    }
    Ok(())
}

/// The digits of each number, without its separators. A digit after a letter (CO2, m2, eGRID2022) begins none.
fn numbers(text: &str) -> Vec<String> {
    let inside = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | ',');
    text.split(|c: char| !inside(c))
        .filter(|word| word.starts_with(|c: char| c.is_ascii_digit()))
        .map(|word| word.chars().filter(char::is_ascii_digit).collect())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(english: &str, chinese: &str) -> Result<(), String> {
        let note = [("en", english), ("zh-CN", chinese)];
        check(&note.into_iter().map(|(language, text)| (language.to_owned(), text.to_owned())).collect())
    }

    #[test]
    fn both_languages_have_the_same_numbers() {
        assert_eq!(
            checked("1,494.2 billion kWh of 2024; CO2 of eGRID2022.", "2024年14,942亿千瓦时，eGRID2022的CO2。"),
            Ok(())
        );
        assert_eq!(checked("Revised in January 2025.", "2025年1月修订。"), Ok(()));
        assert_eq!(checked("44/12 and 12", "44/12"), Err("note.zh-CN: 12 of the English note is missing".to_owned()));
        assert_eq!(
            checked("26 % below 2025.", "比2025年低62%。"),
            Err("note.zh-CN: 26 of the English note is missing".to_owned())
        );
    }

    #[test]
    fn none_is_missing_or_empty() {
        let of = |texts: &[(&str, &str)]| check(&texts.iter().map(|(l, t)| (l.to_string(), t.to_string())).collect());
        assert_eq!(of(&[]), Ok(()));
        assert_eq!(of(&[("en", "Chosen.")]), Err("note.zh-CN is missing".to_owned()));
        assert_eq!(of(&[("zh-CN", "设定值。")]), Err("note.en is missing".to_owned()));
        assert_eq!(checked("Chosen.", " "), Err("note.zh-CN is empty".to_owned()));
    }
}
