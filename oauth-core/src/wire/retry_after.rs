//! `Retry-After` (RFC 9110 section 10.2.3).

use http::HeaderMap;
use std::time::{Duration, SystemTime};

/// The longest wait that is believed.
const LIMIT: Duration = Duration::from_secs(86_400);

/// The wait that the server asks for; nothing if the header is not one.
pub(crate) fn parse(headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    let value = headers.get(http::header::RETRY_AFTER)?.to_str().ok()?.trim();
    if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) {
        let wait = value.parse().map_or(LIMIT, Duration::from_secs);
        return Some(wait.min(LIMIT));
    }
    let date = httpdate::parse_http_date(value).ok()?;
    Some(date.duration_since(now).unwrap_or_default().min(LIMIT))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_dates_and_garbage() {
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
        let parsed = |value: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(http::header::RETRY_AFTER, value.parse().unwrap());
            parse(&headers, now)
        };
        assert_eq!(parsed("30"), Some(Duration::from_secs(30)));
        let date = httpdate::fmt_http_date(now + Duration::from_secs(60));
        assert_eq!(parsed(&date), Some(Duration::from_secs(60)));
        assert_eq!(parsed("100000000000000"), Some(LIMIT));
        assert_eq!(parsed("99999999999999999999999999"), Some(LIMIT));
        for garbage in ["-5", "soon", "", "1.5", "Wed, 99 Foo 2015 07:28:00 GMT"] {
            assert_eq!(parsed(garbage), None, "{garbage:?}");
        }
    }
}
