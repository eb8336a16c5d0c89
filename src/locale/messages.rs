use core::fmt;

use crate::json::Json;

/// The plural categories of CLDR.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plural {
    /// Arabic for 0.
    Zero,
    /// English for 1.
    One,
    /// Arabic for 2.
    Two,
    /// Arabic for 3 to 10.
    Few,
    /// Arabic for 11 to 99; French and Spanish for whole millions.
    Many,
    /// The general form, the only one of Chinese and Japanese.
    Other,
}

impl Plural {
    /// The category that CLDR, `Intl` and the files in `locales/` name so; [`Other`](Self::Other) for an unknown name.
    #[must_use]
    pub fn named(name: &str) -> Self {
        match name {
            "zero" => Self::Zero,
            "one" => Self::One,
            "two" => Self::Two,
            "few" => Self::Few,
            "many" => Self::Many,
            _ => Self::Other,
        }
    }
}

/// The text of a language could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    language: String,
    fault: String,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the words of the language \"{}\" could not be read: {}", self.language, self.fault)
    }
}

impl core::error::Error for Error {}

#[derive(Debug)]
enum Message {
    Text(String),
    Forms(Vec<(Plural, String)>),
}

/// The words of one language.
///
/// ```
/// use emissions_calculator::locale::Messages;
/// let messages = Messages::read("en", r#"{"direction":"ltr","ui.reset":"Reset"}"#)?;
/// assert_eq!(messages.direction(), "ltr");
/// # Ok::<(), emissions_calculator::locale::Error>(())
/// ```
#[derive(Debug)]
pub struct Messages {
    tag: String,
    /// Sorted by key.
    held: Vec<(String, Message)>,
}

impl Messages {
    /// Reads what `locale::json` gives (with the feature `cli`) and the build ships as `locale-<tag>.json`.
    ///
    /// # Errors
    /// The text is not a JSON object of texts and of texts by plural form.
    pub fn read(tag: &str, json: &str) -> Result<Self, Error> {
        let error = |fault: String| Error { language: tag.to_owned(), fault };
        let read: Json = serde_json::from_str(json).map_err(|fault| error(fault.to_string()))?;
        Self::read_json(tag, read)
    }

    /// As [`read`](Self::read), from JSON that was parsed already. Its keys are in order, as the build writes them.
    ///
    /// # Errors
    /// As [`read`](Self::read).
    pub fn read_json(tag: &str, json: Json) -> Result<Self, Error> {
        let error = |fault: &str| Error { language: tag.to_owned(), fault: fault.to_owned() };
        let Json::Object(read) = json else { return Err(error("it is no JSON object")) };
        let mut held = Vec::with_capacity(read.len());
        for (key, value) in read {
            let message = message(value).ok_or_else(|| error("a message is neither a text nor plural forms"))?;
            held.push((key, message));
        }
        Ok(Self { tag: tag.to_owned(), held })
    }

    /// The language's tag, such as `zh-CN`.
    #[must_use]
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// The tag by whose rules numbers and dates are written: `en-GB` for English, else most often the language's own.
    #[must_use]
    pub fn formats(&self) -> &str {
        self.plain("formats").unwrap_or(&self.tag)
    }

    /// `ltr` or `rtl`.
    #[must_use]
    pub fn direction(&self) -> &str {
        self.plain("direction").unwrap_or("ltr")
    }

    /// Whether there is a message of this key.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.find(key).is_some()
    }

    pub(super) fn plain(&self, key: &str) -> Option<&str> {
        match self.find(key)? {
            Message::Text(text) => Some(text),
            Message::Forms(_) => None,
        }
    }

    /// The message of this key, in the plural form that `plural` chooses if it has forms.
    pub(super) fn form(&self, key: &str, plural: impl FnOnce() -> Plural) -> Option<&str> {
        match self.find(key)? {
            Message::Text(text) => Some(text),
            Message::Forms(forms) => {
                let wanted = plural();
                let of = |form| forms.iter().find(|(held, _)| *held == form);
                of(wanted).or_else(|| of(Plural::Other)).map(|(_, text)| text.as_str())
            }
        }
    }

    fn find(&self, key: &str) -> Option<&Message> {
        let at = self.held.binary_search_by(|(held, _)| held.as_str().cmp(key)).ok()?;
        self.held.get(at).map(|(_, message)| message)
    }
}

fn message(value: Json) -> Option<Message> {
    match value {
        Json::String(text) => Some(Message::Text(text)),
        Json::Object(forms) => forms
            .into_iter()
            .map(|(form, text)| match text {
                Json::String(text) => Some((Plural::named(&form), text)),
                _ => None,
            })
            .collect::<Option<_>>()
            .map(Message::Forms),
        _ => None,
    }
}

/// A piece of a message: text, or the place of a placeholder that was given no value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Text as it is.
    Text(String),
    /// The name of a placeholder; a view puts a control there.
    Slot(String),
}

/// Splits a message at its placeholders.
pub(super) fn split(template: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = template;
    while let Some((text, (name, after))) =
        rest.split_once('{').and_then(|(text, inside)| Some((text, inside.split_once('}')?)))
    {
        if !text.is_empty() {
            parts.push(Part::Text(text.to_owned()));
        }
        parts.push(Part::Slot(name.to_owned()));
        rest = after;
    }
    if !rest.is_empty() {
        parts.push(Part::Text(rest.to_owned()));
    }
    parts
}

/// The message with each placeholder of these filled by its text as it is; any other stays.
pub(super) fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::new();
    for part in split(template) {
        match part {
            Part::Text(more) => text.push_str(&more),
            Part::Slot(name) => match values.iter().find(|(held, _)| *held == name) {
                Some((_, value)) => text.push_str(value),
                None => slot(&mut text, &name),
            },
        }
    }
    text
}

/// A placeholder that was given no value, as the message has it.
pub(super) fn slot(text: &mut String, name: &str) {
    text.push('{');
    text.push_str(name);
    text.push('}');
}
