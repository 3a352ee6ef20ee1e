//! JSON, read into one tree and written by hand.
//!
//! The app reads few shapes, and each once. A reader made for every type on its own would take more of the download
//! than all the rest of this crate; here one tree is read, and small functions take it apart. Whole numbers only.

mod fields;
mod read;
mod write;

pub use fields::Fields;
pub use write::Writer;

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A whole number.
    Number(i64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object: names and values as they came, the same name twice included.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Reads a text that holds one value; `None` if it is anything else.
    pub fn read(text: &str) -> Option<Json> {
        read::whole(text)
    }

    /// The string it is.
    pub fn text(self) -> Option<String> {
        if let Json::Text(text) = self { Some(text) } else { None }
    }

    /// The number it is, if that fits.
    pub fn number<T: TryFrom<i64>>(self) -> Option<T> {
        if let Json::Number(number) = self { T::try_from(number).ok() } else { None }
    }

    /// The array it is, each value read.
    pub fn list<T>(self, read: fn(Json) -> Option<T>) -> Option<Vec<T>> {
        let Json::List(values) = self else { return None };
        let mut list = Vec::with_capacity(values.len());
        for value in values {
            list.push(read(value)?);
        }
        Some(list)
    }

    /// The variant it is: a name alone, or a name with what belongs to it.
    pub fn variant(self) -> Option<(String, Json)> {
        match self {
            Json::Text(name) => Some((name, Json::Null)),
            Json::Object(mut fields) if fields.len() == 1 => fields.pop(),
            _ => None,
        }
    }
}
