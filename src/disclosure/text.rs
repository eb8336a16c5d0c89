//! Texts of a file, in one language or in several.

use serde::{Serialize, Serializer};
use serde_json::Value;

use super::fault::{Expected, FaultKind};
use super::reader::{Faults, FromJson, FromJsonStr, JsonPath};
use super::values::Language;
use crate::json::Json;

/// A text in one language (the file's) or in several.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Text {
    /// In the file's language.
    One(String),
    /// By language.
    Many(#[serde(serialize_with = "as_map")] Vec<(String, String)>),
}

fn as_map<S: Serializer>(texts: &[(String, String)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(texts.iter().map(|(language, text)| (language, text)))
}

impl Text {
    /// The text in `language`, or in a language of the same base (`zh` for `zh-CN`), in English, or in any.
    #[must_use]
    pub fn in_language(&self, language: &str) -> &str {
        match self {
            Self::One(text) => text,
            Self::Many(_) => self.find(language).map_or("", |(_, text)| text),
        }
    }

    /// The language in which [`in_language`](Self::in_language) answers, where the text says it.
    #[must_use]
    pub fn language_for(&self, language: &str) -> Option<&str> {
        self.find(language).map(|(held, _)| held.as_str())
    }

    fn find(&self, language: &str) -> Option<&(String, String)> {
        let Self::Many(texts) = self else { return None };
        let base = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        let wanted = base(language);
        let exact = texts.iter().find(|(held, _)| held.eq_ignore_ascii_case(language));
        exact
            .or_else(|| texts.iter().find(|(held, _)| base(held) == wanted))
            .or_else(|| texts.iter().find(|(held, _)| base(held) == "en"))
            .or_else(|| texts.first())
    }
}

/// More languages than any text is given in.
const MOST_LANGUAGES: usize = 256;

impl FromJson for Text {
    fn read(json: &Json, at: &JsonPath<'_>, faults: &mut Faults) -> Option<Self> {
        match json {
            Json::String(text) if !text.trim().is_empty() => Some(Self::One(text.clone())),
            Json::Object(fields) if !fields.is_empty() => {
                let mut texts = Vec::new();
                for (index, (language, text)) in fields.iter().enumerate() {
                    let at = JsonPath::Field(at, language);
                    // A text has a few languages; past those of the world a second look stops, and with it its cost.
                    let earlier = fields.iter().take(index.min(MOST_LANGUAGES));
                    if earlier.filter(|(held, _)| held.eq_ignore_ascii_case(language)).count() > 0 {
                        faults.add(&at, FaultKind::RepeatedField);
                    }
                    match text {
                        Json::String(text) if Language::from_text(language).is_ok() && !text.trim().is_empty() => {
                            texts.push((language.clone(), text.clone()));
                        }
                        _ => faults.unexpected(&at, text, Expected::Text),
                    }
                }
                (texts.len() == fields.len()).then_some(Self::Many(texts))
            }
            _ => {
                faults.unexpected(at, json, Expected::Text);
                None
            }
        }
    }

    fn schema() -> Value {
        serde_json::json!({ "oneOf": [
            { "type": "string", "pattern": "\\S" },
            { "type": "object", "minProperties": 1, "propertyNames": { "pattern": Language::PATTERN },
              "additionalProperties": { "type": "string", "pattern": "\\S" } },
        ] })
    }
}
