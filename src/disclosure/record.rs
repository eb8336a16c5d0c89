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

        impl $crate::disclosure::reader::FromJson for $name {
            fn read(
                json: &$crate::json::Json,
                at: &$crate::disclosure::reader::JsonPath<'_>,
                faults: &mut $crate::disclosure::reader::Faults,
            ) -> Option<Self> {
                // Slots behind a trait object, so that one function reads every record: code for each field of each
                // record would be a tenth of the wasm.
                $( let mut $field = record!(@slot $need $type); )+
                $crate::disclosure::reader::read_fields(json, at, faults, &mut [
                    $( ($key, record!(@must $need), &mut $field), )+
                ])?;
                Some(Self { $( $field: record!(@take $need $field) ),+ })
            }

            fn schema() -> serde_json::Value {
                use $crate::disclosure::reader::FromJson;
                let mut properties = serde_json::Map::new();
                let mut required: Vec<&str> = Vec::new();
                $(
                    let about = [$($doc),+].map(str::trim).join(" ");
                    let described = $crate::disclosure::reader::describe(<$type as FromJson>::schema(), &about);
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
    (@slot $need:ident $type:ty) => { None::<$type> };
    (@must required) => { true };
    (@must $need:ident) => { false };
    (@take required $field:ident) => { $field? };
    (@take defaulted $field:ident) => { $field.unwrap_or_default() };
    (@take optional $field:ident) => { $field };
    (@held required $type:ty) => { $type };
    (@held defaulted $type:ty) => { $type };
    (@held optional $type:ty) => { Option<$type> };
}

/// Defines an enum that is one of a few strings.
macro_rules! string_enum {
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

        impl $crate::disclosure::reader::FromJson for $name {
            fn read(
                json: &$crate::json::Json,
                at: &$crate::disclosure::reader::JsonPath<'_>,
                faults: &mut $crate::disclosure::reader::Faults,
            ) -> Option<Self> {
                let index = $crate::disclosure::reader::read_choice(json, &[$($text),+], at, faults)?;
                [$(Self::$variant),+].get(index).copied()
            }

            fn schema() -> serde_json::Value {
                serde_json::json!({ "enum": [$($text),+] })
            }
        }
    };
}

pub(super) use {record, string_enum};
