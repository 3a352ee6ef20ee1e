//! Dates, numbers and plurals, by the browser's own Intl; and what it knows of the signs of all scripts.
//!
//! Nothing here throws: a name of a language that Intl does not take, or no Intl at all, gives a plainer form.

use super::page::window;
use crate::words::tag;
use js_sys::{Array, Date, Function, JsString, Object, Reflect};
use obverse_core::{reflection::Stamp, text};
use std::cell::{OnceCell, RefCell};
use wasm_bindgen::{JsCast, JsValue};

fn property(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &JsValue::from_str(name)).ok()
}

fn method(of: &JsValue, name: &str) -> Option<Function> {
    property(of, name)?.dyn_into().ok()
}

/// The language, in the form that the person's region gives it where the browser tells of one.
fn regional(locale: &str) -> Option<String> {
    let wanted = property(&window().navigator(), "languages").filter(Array::is_array)?;
    tag::regional(locale, Array::from(&wanted).iter().filter_map(|one| one.as_string()))
}

/// One of Intl's makers for a language; else as the page is written in, or as the browser is.
fn made(maker: &str, locale: &str, options: &Object) -> Option<JsValue> {
    let maker = method(&property(&js_sys::global(), "Intl")?, maker)?;
    let of = |tag: JsValue| Reflect::construct(&maker, &Array::of2(&tag, options)).ok();
    let tags = [regional(locale), tag::cleaned(locale)].into_iter().flatten();
    tags.map(JsValue::from).chain([JsValue::UNDEFINED]).find_map(of)
}

fn options(pairs: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in pairs {
        Reflect::set(&object, &JsValue::from_str(name), value).expect("a plain object takes any property");
    }
    object
}

fn format(format: &Function, value: &JsValue) -> Option<String> {
    format.call1(&JsValue::UNDEFINED, value).ok()?.as_string()
}

fn wall_clock(stamp: Stamp) -> Date {
    // Shown as the wall clock showed it when it was written: shifted by its offset and read as UTC.
    Date::new(&JsValue::from_f64(stamp.ms as f64 + f64::from(stamp.offset) * 60_000.0))
}

/// The fields of a date, and how each is written.
type Shape = &'static [(&'static str, &'static str)];

/// What writes dates of a shape in a language; none if the browser has nothing for it.
type Formatter = (String, Shape, Option<Function>);

thread_local! {
    /// Those that were made: a phone takes milliseconds for one, and lists ask for the same again and again.
    static FORMATTERS: RefCell<Vec<Formatter>> = const { RefCell::new(Vec::new()) };
    static SEGMENTER: OnceCell<Option<JsValue>> = const { OnceCell::new() };
}

/// A date in this shape; `None` if the browser cannot write it.
fn dated(locale: &str, stamp: Stamp, shape: Shape) -> Option<String> {
    FORMATTERS.with_borrow_mut(|made_before| {
        if !made_before.iter().any(|(language, made, _)| language == locale && *made == shape) {
            let mut pairs: Vec<(&str, JsValue)> =
                shape.iter().map(|(name, value)| (*name, JsValue::from_str(value))).collect();
            pairs.push(("timeZone", JsValue::from_str("UTC")));
            let formatter = made("DateTimeFormat", locale, &options(&pairs));
            made_before.push((locale.to_owned(), shape, formatter.and_then(|formatter| method(&formatter, "format"))));
        }
        let (_, _, write) = made_before.iter().find(|(language, made, _)| language == locale && *made == shape)?;
        format(write.as_ref()?, &wall_clock(stamp))
    })
}

/// Forgets what writes dates, since the languages that it was made for are no longer those that are wanted.
pub fn forget_formatters() {
    FORMATTERS.with_borrow_mut(Vec::clear);
}

/// "21 November 2026".
pub fn date(locale: &str, stamp: Stamp) -> String {
    let text = dated(locale, stamp, &[("day", "numeric"), ("month", "long"), ("year", "numeric")]);
    text.unwrap_or_else(|| stamp.iso())
}

/// "November 2026".
pub fn month(locale: &str, stamp: Stamp) -> String {
    dated(locale, stamp, &[("month", "long"), ("year", "numeric")]).unwrap_or_else(|| {
        let (year, month) = stamp.month();
        [year.to_string(), month.to_string()].join("-")
    })
}

/// Returns the day of the month and the short name of the day of the week, such as "27" and "Fri", on the wall where it was written.
pub fn weekday(locale: &str, stamp: Stamp) -> [String; 2] {
    let day = dated(locale, stamp, &[("day", "numeric")]).unwrap_or_else(|| stamp.iso());
    [day, dated(locale, stamp, &[("weekday", "short")]).unwrap_or_default()]
}

/// Returns the day of the week with its date, such as "Tuesday 1 December". `public/first.js` writes it in the same shape.
pub fn long_day(locale: &str, stamp: Stamp) -> String {
    let text = dated(locale, stamp, &[("weekday", "long"), ("day", "numeric"), ("month", "long")]);
    text.unwrap_or_else(|| stamp.iso())
}

/// The plural category of a number: `one`, `other`, ...
pub fn category(locale: &str, number: f64) -> String {
    let by_rules = || {
        let rules = made("PluralRules", locale, &Object::new())?;
        method(&rules, "select")?.call1(&rules, &JsValue::from_f64(number)).ok()?.as_string()
    };
    by_rules().unwrap_or_else(|| if number == 1.0 { "one" } else { "other" }.to_owned())
}

/// A number as the locale writes it.
pub fn number(locale: &str, number: f64) -> String {
    written(locale, number, &[]).unwrap_or_else(|| (number as i64).to_string())
}

/// A share of one as the locale writes a percentage.
pub fn percent(locale: &str, share: f64) -> String {
    let style = [("style", JsValue::from_str("percent"))];
    written(locale, share, &style).unwrap_or_else(|| [&*((share * 100.0) as i64).to_string(), " %"].concat())
}

fn written(locale: &str, number: f64, style: &[(&str, JsValue)]) -> Option<String> {
    let formatter = made("NumberFormat", locale, &options(style))?;
    format(&method(&formatter, "format")?, &JsValue::from_f64(number))
}

/// A text in small letters.
pub fn lower(text: &str) -> String {
    JsString::from(text).to_lower_case().into()
}

/// A text taken apart into letters and accents (NFKD), in small letters.
pub fn apart(text: &str) -> String {
    JsString::from(text).normalize("NFKD").to_lower_case().into()
}

/// Where the sign begins that the byte `at` of a text is in; by plain rules where the browser does not know.
pub fn whole(text: &str, at: usize) -> usize {
    begin_of(text, at).unwrap_or_else(|| text::whole(text, at))
}

fn begin_of(text: &str, at: usize) -> Option<usize> {
    // Nothing behind a sign changes where it begins.
    let (before, rest) = text.split_at_checked(at)?;
    let upto = text.get(..at + rest.chars().next()?.len_utf8())?;
    let segmenter = SEGMENTER.with(|one| one.get_or_init(|| made("Segmenter", "en", &Object::new())).clone())?;
    let segments = method(&segmenter, "segment")?.call1(&segmenter, &JsValue::from_str(upto)).ok()?;
    let place = JsValue::from_f64(before.encode_utf16().count() as f64);
    let segment = method(&segments, "containing")?.call1(&segments, &place).ok()?;
    let begin = property(&segment, "index")?.as_f64()? as usize;
    let mut units = 0;
    let mut places = upto.char_indices();
    places.find_map(|(place, sign)| {
        let here = units;
        units += sign.len_utf16();
        (here == begin).then_some(place)
    })
}
