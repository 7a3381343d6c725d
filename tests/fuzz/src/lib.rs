//! What the fuzz targets share: one provider, its client, and what must hold of every answer.

#[allow(dead_code, reason = "shared with the attacks on SECURITY.md")]
#[path = "../../tests/security/secrets/disguises.rs"]
mod disguises;

use oauth_core::http::{HeaderName, HeaderValue, Response, StatusCode};
use oauth_core::{Client, ClientSecret, Error, Host, HostLabel, Segment, UrlVariable, oauth_provider};
use cpu_time::ThreadTime;
use peak_alloc::PeakAlloc;
use std::sync::LazyLock;
use std::time::Duration;

#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

/// A provider with all that is read.
#[oauth_provider(
    issuer = "https://fuzz.example",
    authorization_endpoint = "https://fuzz.example/authorize",
    token_endpoint = "https://fuzz.example/token",
    introspection_endpoint = "https://fuzz.example/introspect",
    api_base = "https://fuzz.example/api",
    client_auth(client_secret_post),
    grants(authorization_code, client_credentials, refresh_token),
    token_response(fields(refresh_token_expires_in = "refresh_token_expires_in"))
)]
#[derive(Debug, Clone, Copy)]
pub struct Fuzzed;

/// A value of a URL variable as the fuzzer wants it.
#[derive(Debug, Clone)]
pub struct Unchecked(pub String);

impl<Place> UrlVariable<Place> for Unchecked {
    fn url_value(&self) -> &str {
        &self.0
    }
}

/// A provider of tenants, which believes its fields.
#[oauth_provider(
    authorization_endpoint = "https://{shop}.shops.example/{part}/authorize",
    token_endpoint = "https://{shop}.shops.example/{part}/token",
    client_auth(none),
    grants(authorization_code)
)]
#[derive(Debug, Clone)]
pub struct Tenant {
    /// In the host.
    pub shop: Unchecked,
    /// In the path.
    pub part: Unchecked,
}

/// What no error shows.
pub const SECRET: &str = "the CANARY of the client";

/// One client for all inputs.
pub static CLIENT: LazyLock<Client<Fuzzed>> =
    LazyLock::new(|| Client::new(Fuzzed, ClientSecret::new("id", SECRET)));

/// Something that the library does with so many bytes of input: it has no more than eight times as many of
/// its own at once, and 64 KiB, and takes 10 ms of the processor's time for 64 KiB.
///
/// # Panics
///
/// It costs more.
pub fn measured<T>(length: usize, mut run: impl FnMut() -> T) -> T {
    LazyLock::force(&CLIENT);
    let (most, limit) = (length * 8 + 64 * 1024, Duration::from_millis(10) * (1 + length as u32 / (64 * 1024)));
    let mut fastest = Duration::MAX;
    // What shares a core is slow now and then, and slow code each time.
    for _ in 0..8 {
        let (result, elapsed) = within(most, length, &mut run);
        if elapsed <= limit {
            return result;
        }
        fastest = fastest.min(elapsed);
    }
    panic!("{fastest:?} for {length} bytes of input");
}

/// The same for what reads declarations, which an expansion is many times as long as. It runs once.
///
/// # Panics
///
/// It costs more.
pub fn bounded(length: usize, run: impl FnOnce()) {
    within(length * 64 * 1024 + 512 * 1024, length, run);
}

fn within<T>(most: usize, length: usize, run: impl FnOnce() -> T) -> (T, Duration) {
    ALLOCATOR.reset_peak_usage();
    let (before, start) = (ALLOCATOR.current_usage(), ThreadTime::now());
    let result = run();
    let (elapsed, allocated) = (start.elapsed(), ALLOCATOR.peak_usage().saturating_sub(before));
    assert!(allocated <= most, "{allocated} bytes at once for {length} of input");
    (result, elapsed)
}

/// An answer with this status and header.
pub fn answer(status: u16, header: Option<(HeaderName, &[u8])>, body: &[u8]) -> Option<Response<Vec<u8>>> {
    let mut response = Response::new(body.to_vec());
    *response.status_mut() = StatusCode::from_u16(status).ok()?;
    if let Some((name, value)) = header {
        response.headers_mut().insert(name, HeaderValue::from_bytes(value).ok()?);
    }
    Some(response)
}

/// Whatever an error prints is bounded, holds no control characters and no secret, in no encoding.
///
/// # Panics
///
/// It does not.
pub fn check_error(error: &Error, secret: &str) {
    let shown = format!("{error}");
    assert!(!shown.chars().any(char::is_control), "{shown:?}");
    assert!(shown.len() < 16 * 1024, "{} bytes", shown.len());
    let shown = format!("{shown} {error:?} {error:#?} {:?}", error.kind());
    for disguise in disguises::disguises_of(secret) {
        assert!(!shown.contains(&disguise), "`{disguise}` in {shown}");
    }
    assert!(error.retry_after().is_none_or(|wait| wait.as_secs() <= 86_400));
    let _ = error.recovery();
}

/// The alphabet of tokens and codes (RFC 6749 appendix A).
pub fn is_vschar(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| (0x20..=0x7e).contains(&byte))
}

/// Whether the types that check a value take this one.
pub fn is_label_and_segment(shop: &str, part: &str) -> bool {
    HostLabel::new(shop).is_ok() && Segment::new(part).is_ok()
}

/// A whole host, where it is one.
pub fn host(text: &str) -> Option<Host> {
    Host::new(text).ok()
}
