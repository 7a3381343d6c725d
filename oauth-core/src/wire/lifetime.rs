//! Lifetimes and dates in every spelling that providers use.

use super::rfc3339;
use super::value::Value;
use crate::metadata::{AbsentExpiry, ExpiryFormat, ExpiryUnit};
use std::time::{Duration, SystemTime};

/// When a token stops being good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Expiry {
    /// At this time.
    At(SystemTime),
    /// Never, by the provider's declaration.
    Never,
    /// The provider did not say; use the token until the API refuses it.
    Unknown,
}

/// A hundred years in seconds: the longest lifetime that is believed.
const CENTURY: u64 = 3_155_760_000;
/// The end of the year 9999: the latest date that is believed.
const YEAR_9999: u64 = 253_402_300_799;

impl Expiry {
    /// What a member with a lifetime says; `None` if it is malformed.
    pub(crate) fn read(value: &Value<'_>, format: ExpiryFormat, now: SystemTime) -> Option<Self> {
        let text = value.scalar()?;
        if format.zero_is_never && is_zero(&text) {
            return Some(Self::Never);
        }
        let milliseconds =
            |limit: u64| Some(Duration::from_millis(number(&text)?.min(limit.saturating_mul(1000))));
        let seconds = |limit| Some(Duration::from_secs(number(&text)?.min(limit)));
        let at = match format.unit {
            ExpiryUnit::Seconds => now.checked_add(seconds(CENTURY)?),
            ExpiryUnit::Milliseconds => now.checked_add(milliseconds(CENTURY)?),
            ExpiryUnit::UnixSeconds => SystemTime::UNIX_EPOCH.checked_add(seconds(YEAR_9999)?),
            ExpiryUnit::UnixMilliseconds => SystemTime::UNIX_EPOCH.checked_add(milliseconds(YEAR_9999)?),
            ExpiryUnit::Rfc3339 => Some(rfc3339::parse(&text)?),
        };
        Some(at.map_or(Self::Unknown, Self::At))
    }

    /// What the absence of that member means.
    pub(crate) fn absent(format: ExpiryFormat, now: SystemTime) -> Self {
        match format.absent {
            AbsentExpiry::Unknown => Self::Unknown,
            AbsentExpiry::Never => Self::Never,
            AbsentExpiry::Seconds(seconds) => {
                now.checked_add(Duration::from_secs(seconds.min(CENTURY))).map_or(Self::Unknown, Self::At)
            }
        }
    }

    /// Whether the token stops being good within this time from `now`, or has stopped already: a token
    /// to be refreshed before it is used. `false` where the end is never or unknown.
    ///
    /// ```
    /// use oauth_core::Expiry;
    /// use std::time::{Duration, SystemTime};
    ///
    /// let now = SystemTime::now();
    /// let expiry = Expiry::At(now + Duration::from_secs(45));
    /// assert!(expiry.is_within(Duration::from_secs(60), now));
    /// assert!(!expiry.is_within(Duration::from_secs(30), now));
    /// assert!(!Expiry::Unknown.is_within(Duration::from_secs(60), now));
    /// ```
    pub fn is_within(self, leeway: Duration, now: SystemTime) -> bool {
        // A time beyond the last one that can be said is after every end.
        self.at().is_some_and(|end| now.checked_add(leeway).is_none_or(|limit| end <= limit))
    }

    pub(crate) fn at(self) -> Option<SystemTime> {
        match self {
            Self::At(at) => Some(at),
            Self::Never | Self::Unknown => None,
        }
    }
}

/// A number as JSON writes it. Fractions are rounded down, a negative number counts as zero, one
/// that is too great as the greatest.
fn number(text: &str) -> Option<u64> {
    // A plus sign, which JSON does not know, is all that the parser takes beside digits.
    if let Some(number) = text.parse().ok().filter(|_| !text.starts_with('+')) {
        return Some(number);
    }
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_numeric = digits.starts_with(|first: char| first.is_ascii_digit())
        && digits.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-'));
    if !is_numeric {
        return None;
    }
    if digits.bytes().all(|byte| byte.is_ascii_digit()) {
        let is_negative = digits.len() < text.len();
        return Some(if is_negative { 0 } else { digits.parse().unwrap_or(u64::MAX) });
    }
    let number: f64 = text.parse().ok()?;
    // A cast from a float saturates, and there is no NaN to cast.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    Some(number as u64)
}

fn is_zero(text: &str) -> bool {
    number(text) == Some(0) && text.bytes().all(|byte| byte == b'0' || byte == b'.')
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: SystemTime = SystemTime::UNIX_EPOCH;

    fn read(text: &str, unit: ExpiryUnit) -> Option<Expiry> {
        let value = Value::Text(text.into());
        Expiry::read(&value, ExpiryFormat { unit, ..ExpiryFormat::DEFAULT }, NOW + Duration::from_secs(100))
    }

    fn at(seconds: u64) -> Option<Expiry> {
        Some(Expiry::At(NOW + Duration::from_secs(seconds)))
    }

    #[test]
    fn seconds_in_every_spelling() {
        let seconds = |text| read(text, ExpiryUnit::Seconds);
        for spelling in ["3600", "3600.0", "3.6e3", "3600.7", "0003600"] {
            assert_eq!(seconds(spelling), at(3700), "{spelling}");
        }
        for spelling in ["-1", "-2147483649", "-9223372036854775808", "-99999999999999999999999", "-0.5", "0"]
        {
            assert_eq!(seconds(spelling), at(100), "{spelling}");
        }
        for spelling in
            ["9223372036854775807", "18446744073709551615", "18446744073709551616", "1e18", "1e23", "1e400"]
        {
            assert_eq!(seconds(spelling), at(100 + CENTURY), "{spelling}");
        }
        for spelling in [
            "soon", "", "true", "null", "[]", "inf", "nan", "NaN", " 1", "1 ", "-", "--1", "1e", "0x10",
            ".5", "1-1",
        ] {
            assert_eq!(seconds(spelling), None, "{spelling}");
        }
    }

    #[test]
    fn units_and_dates() {
        assert_eq!(read("3600000", ExpiryUnit::Milliseconds), at(3700));
        assert_eq!(read("1521545955", ExpiryUnit::UnixSeconds), at(1_521_545_955));
        assert_eq!(read("4102444800.9", ExpiryUnit::UnixSeconds), at(4_102_444_800));
        assert_eq!(read("1521545955000", ExpiryUnit::UnixMilliseconds), at(1_521_545_955));
        let milliseconds = NOW + Duration::from_millis(1_521_545_955_123);
        assert_eq!(read("1521545955123", ExpiryUnit::UnixMilliseconds), Some(Expiry::At(milliseconds)));
        assert_eq!(read("1970-01-01T01:00:00+01:00", ExpiryUnit::Rfc3339), at(0));
        for unit in [ExpiryUnit::UnixSeconds, ExpiryUnit::UnixMilliseconds] {
            assert_eq!(read("1e400", unit), at(YEAR_9999));
            assert_eq!(read("18446744073709551616", unit), at(YEAR_9999));
            assert_eq!(read("-5", unit), at(0));
        }
        assert_eq!(read("18446744073709551616", ExpiryUnit::Milliseconds), at(100 + CENTURY));
        assert_eq!(read("1521545955", ExpiryUnit::Rfc3339), None);
        assert_eq!(read("2018-03-20T00:00:00Z", ExpiryUnit::Seconds), None);
    }

    #[test]
    fn zero_and_absence_mean_what_is_declared() {
        let declared = ExpiryFormat { zero_is_never: true, ..ExpiryFormat::DEFAULT };
        let read = |text: &'static str| Expiry::read(&Value::Text(text.into()), declared, NOW);
        assert_eq!(read("0"), Some(Expiry::Never));
        assert_eq!(read("0.0"), Some(Expiry::Never));
        assert_eq!(read("-5"), at(0));
        assert_eq!(read("0.5"), at(0));
        for malformed in ["", ".", "...", "0.0.0", ".0"] {
            assert_eq!(read(malformed), None, "{malformed}");
        }

        let absent = |absent| Some(Expiry::absent(ExpiryFormat { absent, ..ExpiryFormat::DEFAULT }, NOW));
        assert_eq!(absent(AbsentExpiry::Unknown), Some(Expiry::Unknown));
        assert_eq!(absent(AbsentExpiry::Never), Some(Expiry::Never));
        assert_eq!(absent(AbsentExpiry::Seconds(3600)), at(3600));
        assert_eq!(absent(AbsentExpiry::Seconds(u64::MAX)), at(CENTURY));
    }

    #[test]
    fn a_leeway_is_added_to_the_clock() {
        let seconds = Duration::from_secs;
        let expiry = Expiry::At(NOW + seconds(100));
        for (leeway, now, expected) in [
            (0, 99, false),
            (0, 100, true),
            (0, 101, true),
            (10, 89, false),
            (10, 90, true),
            (u64::MAX, 0, true),
        ] {
            assert_eq!(expiry.is_within(seconds(leeway), NOW + seconds(now)), expected, "{leeway} {now}");
        }
        // A clock that was never set stands before 1970.
        let early = NOW - seconds(50);
        assert!(!expiry.is_within(seconds(149), early));
        assert!(expiry.is_within(seconds(150), early));
        for endless in [Expiry::Never, Expiry::Unknown] {
            assert!(!endless.is_within(Duration::MAX, NOW));
        }
    }
}
