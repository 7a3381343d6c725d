//! Dates of RFC 3339 section 5.6, such as `2024-05-01T10:20:30.5+02:00`.

use std::time::{Duration, SystemTime};

/// The date; one before 1970, which is as good as any other in the past, counts as 1970. `None` for
/// anything that is not in the form of RFC 3339, such as a time without an offset.
pub(crate) fn parse(text: &str) -> Option<SystemTime> {
    let mut reader = Reader(text.as_bytes());
    let year = reader.number::<4>(9999)?;
    reader.one_of(b"-")?;
    let month = reader.number::<2>(12).filter(|month| *month > 0)?;
    reader.one_of(b"-")?;
    let day = reader.number::<2>(days_of(year, month)).filter(|day| *day > 0)?;
    reader.one_of(b"Tt ")?;
    let hour = reader.number::<2>(23)?;
    reader.one_of(b":")?;
    let minute = reader.number::<2>(59)?;
    reader.one_of(b":")?;
    // A leap second (RFC 3339 section 5.7) counts as the first second of the next minute.
    let second = reader.number::<2>(60)?;
    let nanoseconds = reader.fraction()?;
    let offset = reader.offset()?;
    reader.0.is_empty().then_some(())?;

    let days = days_before(year).saturating_add(
        (1..month).map(|month| days_of(year, month)).fold(day.saturating_sub(1), i64::saturating_add),
    );
    let seconds = [(days, 86_400), (hour, 3600), (minute.saturating_sub(offset), 60), (second, 1)]
        .into_iter()
        .fold(0_i64, |sum, (count, unit)| sum.saturating_add(count.saturating_mul(unit)));
    let since_1970 =
        u64::try_from(seconds).map_or(Duration::ZERO, |seconds| Duration::new(seconds, nanoseconds));
    SystemTime::UNIX_EPOCH.checked_add(since_1970)
}

struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    /// A number of so many digits.
    fn number<const DIGITS: usize>(&mut self, most: i64) -> Option<i64> {
        let (digits, rest) = self.0.split_first_chunk::<DIGITS>()?;
        self.0 = rest;
        digits.iter().all(u8::is_ascii_digit).then_some(())?;
        std::str::from_utf8(digits).ok()?.parse().ok().filter(|number| *number <= most)
    }

    fn one_of(&mut self, bytes: &[u8]) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        bytes.contains(first).then_some(*first)
    }

    /// Nanoseconds; further digits are dropped.
    fn fraction(&mut self) -> Option<u32> {
        let Some(rest) = self.0.strip_prefix(b".") else { return Some(0) };
        let count = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let (digits, rest) = rest.split_at_checked(count).filter(|(digits, _)| !digits.is_empty())?;
        self.0 = rest;
        let padded: String =
            digits.iter().chain(&[b'0'; 9]).take(9).map(|digit| char::from(*digit)).collect();
        padded.parse().ok()
    }

    /// Minutes east of Greenwich.
    fn offset(&mut self) -> Option<i64> {
        let sign = match self.one_of(b"Zz+-")? {
            b'+' => 1,
            b'-' => -1,
            _ => return Some(0),
        };
        let hours = self.number::<2>(23)?;
        self.one_of(b":")?;
        let minutes = self.number::<2>(59)?;
        Some(hours.saturating_mul(60).saturating_add(minutes).saturating_mul(sign))
    }
}

fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn days_of(year: i64, month: i64) -> i64 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The days from 1970 to the beginning of the year; negative for an earlier one.
fn days_before(year: i64) -> i64 {
    let since_1 = year.saturating_sub(1);
    let leap = (since_1 / 4).saturating_sub(since_1 / 100).saturating_add(since_1 / 400);
    since_1.saturating_mul(365).saturating_add(leap).saturating_sub(719_162)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seconds(text: &str) -> Option<u64> {
        Some(parse(text)?.duration_since(SystemTime::UNIX_EPOCH).unwrap().as_secs())
    }

    #[test]
    fn dates_with_offset_and_fraction() {
        for (text, expected) in [
            ("1970-01-01T00:00:00Z", 0),
            ("1985-04-12T23:20:50.52Z", 482_196_050),
            ("1996-12-19T16:39:57-08:00", 851_042_397),
            ("1990-12-31T23:59:60Z", 662_688_000),
            ("1937-01-01T12:00:27.87+00:20", 0),
            ("2000-02-29T00:00:00+00:00", 951_782_400),
            ("2024-02-29t12:00:00.123456789123z", 1_709_208_000),
            ("2024-12-31 23:59:59-00:00", 1_735_689_599),
            ("2025-01-01T00:30:00+01:00", 1_735_687_800),
            ("2100-03-01T00:00:00Z", 4_107_542_400),
            ("9999-12-31T23:59:59Z", 253_402_300_799),
            ("0001-01-01T00:00:00Z", 0),
            ("0000-01-01T00:00:00Z", 0),
        ] {
            assert_eq!(seconds(text), Some(expected), "{text}");
        }
        assert_eq!(
            parse("1970-01-01T00:00:00.5Z"),
            Some(SystemTime::UNIX_EPOCH + Duration::from_millis(500))
        );
    }

    #[test]
    fn every_day_is_a_day_after_the_one_before() {
        let mut expected = 0;
        for year in 1970..2110 {
            for month in 1..=12 {
                for day in 1..=days_of(year, month) {
                    assert_eq!(seconds(&format!("{year:04}-{month:02}-{day:02}T00:00:00Z")), Some(expected));
                    expected += 86_400;
                }
            }
        }
    }

    #[test]
    fn anything_else_is_refused() {
        for text in [
            "",
            "2024-05-01",
            "2024-05-01T10:20:30",
            "2024-05-01T10:20Z",
            "2024-05-01T10:20:30.Z",
            "2024-05-01T10:20:30,5Z",
            "2024-05-01T10:20:30+0200",
            "2024-05-01T10:20:30+02",
            "2024-05-01T10:20:30 Z",
            "2024-05-01T10:20:30ZZ",
            "2024-05-01T24:00:00Z",
            "2024-05-01T10:60:00Z",
            "2024-05-01T10:20:61Z",
            "2024-05-01T10:20:30+24:00",
            "2024-00-01T10:20:30Z",
            "2024-13-01T10:20:30Z",
            "2024-05-00T10:20:30Z",
            "2024-04-31T10:20:30Z",
            "2023-02-29T10:20:30Z",
            "1900-02-29T10:20:30Z",
            "24-05-01T10:20:30Z",
            "+2024-05-01T10:20:30Z",
            "2024-5-1T10:20:30Z",
            "2024-+5-01T10:20:30Z",
            "Wed, 01 May 2024 10:20:30 GMT",
            "２024-05-01T10:20:30Z",
        ] {
            assert_eq!(seconds(text), None, "{text}");
        }
    }
}
