//! Dates, numbers and plurals, by the browser's own Intl.

use super::page::window;
use js_sys::{Array, Date, Function, Intl, JsString, Object, Reflect};
use obverse_core::reflection::Stamp;
use std::cell::Cell;
use wasm_bindgen::JsValue;

/// The language, in the form that the person's region gives it where the browser tells of one.
fn locales(locale: &str) -> Array {
    let wanted = window().navigator().languages();
    let regional = wanted.iter().filter_map(|one| one.as_string()).find(|one| one.split('-').next() == Some(locale));
    Array::of1(&JsValue::from_str(regional.as_deref().unwrap_or(locale)))
}

fn options(pairs: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in pairs {
        Reflect::set(&object, &JsValue::from_str(name), value).expect("a plain object takes any property");
    }
    object
}

fn format(format: &Function, value: &JsValue) -> String {
    format.call1(&JsValue::UNDEFINED, value).ok().and_then(|text| text.as_string()).unwrap_or_default()
}

fn wall_clock(stamp: Stamp) -> Date {
    // Shown as the wall clock showed it when it was written: shifted by its offset and read as UTC.
    Date::new(&JsValue::from_f64(stamp.ms as f64 + f64::from(stamp.offset) * 60_000.0))
}

/// The fields of a date, and how each is written.
type Shape = &'static [(&'static str, &'static str)];

thread_local! {
    /// The last one made, for which language and shape: a phone takes milliseconds for one, and lists ask for the same
    /// again and again.
    static FORMATTER: Cell<Option<(String, Shape, Function)>> = const { Cell::new(None) };
}

fn dated(locale: &str, stamp: Stamp, shape: Shape) -> String {
    let made = FORMATTER.take().filter(|(language, made, _)| language == locale && *made == shape);
    let made = made.unwrap_or_else(|| {
        let mut pairs: Vec<(&str, JsValue)> =
            shape.iter().map(|(name, value)| (*name, JsValue::from_str(value))).collect();
        pairs.push(("timeZone", JsValue::from_str("UTC")));
        let formatter = Intl::DateTimeFormat::new(&locales(locale), &options(&pairs));
        (locale.to_owned(), shape, formatter.format())
    });
    let text = format(&made.2, &wall_clock(stamp));
    FORMATTER.set(Some(made));
    text
}

/// "21 November 2026".
pub fn date(locale: &str, stamp: Stamp) -> String {
    dated(locale, stamp, &[("day", "numeric"), ("month", "long"), ("year", "numeric")])
}

/// "November 2026".
pub fn month(locale: &str, stamp: Stamp) -> String {
    dated(locale, stamp, &[("month", "long"), ("year", "numeric")])
}

/// The plural category of a number: `one`, `other`, ...
pub fn category(locale: &str, number: f64) -> String {
    Intl::PluralRules::new(&locales(locale), &Object::new()).select(number).into()
}

/// A number as the locale writes it.
pub fn number(locale: &str, number: f64) -> String {
    let formatter = Intl::NumberFormat::new(&locales(locale), &Object::new());
    format(&formatter.format(), &JsValue::from_f64(number))
}

/// A text in small letters.
pub fn lower(text: &str) -> String {
    JsString::from(text).to_lower_case().into()
}

/// A share of one as the locale writes a percentage.
pub fn percent(locale: &str, share: f64) -> String {
    let style = options(&[("style", JsValue::from_str("percent"))]);
    let formatter = Intl::NumberFormat::new(&locales(locale), &style);
    format(&formatter.format(), &JsValue::from_f64(share))
}
