use obverse_core::{reflection::Stamp, vault::Clock};

/// The device's clock.
#[derive(Clone, Copy, Debug)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Stamp {
        let now = js_sys::Date::new_0();
        // Both are whole numbers in range: a time value and minutes behind UTC.
        Stamp { ms: now.get_time() as i64, offset: -(now.get_timezone_offset() as i16) }.bounded()
    }
}
