//! Macros that define a type of the file once: the Rust type, how it is read, and its JSON Schema.

/// Defines a struct that is a JSON object. Each field: `name: Type = "key", required | optional | defaulted;`, where
/// an optional field of type `T` is held as `Option<T>` and a defaulted one as `T`.
macro_rules! record {
    (
        $(#[doc = $about:literal])+
        pub struct $name:ident {
            $( $(#[doc = $doc:literal])+ $field:ident : $type:ty = $key:literal, $need:ident; )+
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            $( $(#[doc = $doc])+ pub $field: record!(@held $need $type), )+
        }

        impl $crate::disclosure::format::Format for $name {
            fn read(
                json: &$crate::disclosure::json::Json,
                at: &$crate::disclosure::format::At<'_>,
                faults: &mut $crate::disclosure::format::Faults,
            ) -> Option<Self> {
                let known = &[$($key),+];
                let fields = $crate::disclosure::format::Fields::open(json, known, at, faults)?;
                // All fields are read before any fault ends the reading.
                $( let $field = fields.$need::<$type>($key, at, faults); )+
                Some(Self { $( $field: $field? ),+ })
            }

            fn schema() -> serde_json::Value {
                use $crate::disclosure::format::Format;
                let mut properties = serde_json::Map::new();
                let mut required: Vec<&str> = Vec::new();
                $(
                    let about = [$($doc),+].map(str::trim).join(" ");
                    let described = $crate::disclosure::schema::describe(<$type as Format>::schema(), &about);
                    properties.insert($key.to_owned(), described);
                    if stringify!($need) == "required" {
                        required.push($key);
                    }
                )+
                let about = [$($about),+].map(str::trim).join(" ");
                serde_json::json!({
                    "type": "object",
                    "description": about,
                    "properties": properties,
                    "required": required,
                    "additionalProperties": false,
                })
            }
        }
    };
    (@held required $type:ty) => { $type };
    (@held defaulted $type:ty) => { $type };
    (@held optional $type:ty) => { Option<$type> };
}

/// Defines an enum that is one of a few strings.
macro_rules! choice {
    (
        $(#[doc = $about:literal])+
        pub enum $name:ident { $( $(#[doc = $doc:literal])+ $variant:ident = $text:literal, )+ }
    ) => {
        $(#[doc = $about])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
        pub enum $name { $( $(#[doc = $doc])+ #[serde(rename = $text)] $variant, )+ }

        impl $name {
            /// The word as files write it.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $( Self::$variant => $text, )+ }
            }
        }

        impl $crate::disclosure::format::Format for $name {
            fn read(
                json: &$crate::disclosure::json::Json,
                at: &$crate::disclosure::format::At<'_>,
                faults: &mut $crate::disclosure::format::Faults,
            ) -> Option<Self> {
                if let $crate::disclosure::json::Json::String(text) = json {
                    match text.as_str() { $( $text => return Some(Self::$variant), )+ _ => {} }
                }
                faults.add(at, json.describe(), &format!("one of {}", [$($text),+].join(", ")));
                None
            }

            fn schema() -> serde_json::Value {
                serde_json::json!({ "enum": [$($text),+] })
            }
        }
    };
}

pub(super) use {choice, record};
