use super::Json;

/// The fields of an object, taken out by name. What goes wrong on the way shows at the end, in [`Fields::whole`]; until
/// then an empty value stands in, which keeps the functions that take objects apart short.
pub struct Fields {
    left: Vec<(String, Json)>,
    sound: bool,
}

impl Fields {
    /// The fields of a value, of which those `needed` must be there. Others may be left out and are then empty.
    pub fn of(value: Json, needed: &[&str]) -> Fields {
        match value {
            Json::Object(left) => {
                let sound = needed.iter().all(|needed| left.iter().any(|(name, _)| name == needed));
                Fields { left, sound }
            }
            _ => Fields { left: Vec::new(), sound: false },
        }
    }

    /// What was made of the fields, if each could be read and none is left over: a field nobody asked for is of
    /// another version.
    pub fn whole<T>(self, made: T) -> Option<T> {
        (self.sound && self.left.is_empty()).then_some(made)
    }

    /// A field read by `read`; `None` if it is not there.
    pub fn maybe<T>(&mut self, name: &str, read: fn(Json) -> Option<T>) -> Option<T> {
        let value = self.take(name)?;
        let read = read(value);
        self.sound &= read.is_some();
        read
    }

    /// A string.
    pub fn text(&mut self, name: &str) -> String {
        self.maybe(name, Json::text).unwrap_or_default()
    }

    /// A number.
    pub fn number(&mut self, name: &str) -> u32 {
        self.maybe(name, Json::number).unwrap_or_default()
    }

    /// `true`, or `false` if it is not there.
    pub fn flag(&mut self, name: &str) -> bool {
        match self.take(name) {
            Some(Json::Flag(flag)) => flag,
            other => {
                self.sound &= other.is_none();
                false
            }
        }
    }

    /// An array of strings.
    pub fn texts(&mut self, name: &str) -> Vec<String> {
        self.list(name, Json::text)
    }

    /// An array, each value read by `read`.
    pub fn list<T>(&mut self, name: &str, read: fn(Json) -> Option<T>) -> Vec<T> {
        let Some(value) = self.take(name) else { return Vec::new() };
        let list = value.list(read);
        self.sound &= list.is_some();
        list.unwrap_or_default()
    }

    fn take(&mut self, name: &str) -> Option<Json> {
        let place = self.left.iter().position(|one| one.0 == name)?;
        Some(self.left.swap_remove(place).1)
    }
}
