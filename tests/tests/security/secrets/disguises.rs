//! A secret in the encodings in which it might be printed.

/// Characters that each encoding writes in its own way.
pub(crate) const CANARY: &str = "cAn4Ry/+=&%\"c0alM1ne";

/// The canary as text, as bytes and in encodings.
pub(crate) fn disguises() -> Vec<String> {
    disguises_of(CANARY)
}

/// The same for any secret.
pub(crate) fn disguises_of(secret: &str) -> Vec<String> {
    let bytes = secret.as_bytes();
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let list = |separator: &str| bytes.iter().map(u8::to_string).collect::<Vec<_>>().join(separator);
    let form: String = form_urlencoded::byte_serialize(bytes).collect();
    let mut disguises = vec![
        secret.to_owned(),
        secret.escape_debug().to_string(),
        form.to_ascii_lowercase(),
        form,
        hex.to_ascii_uppercase(),
        hex,
        list(", "),
        list(","),
    ];
    if secret == CANARY {
        // Each half is a secret too.
        disguises.extend(["cAn4Ry".to_owned(), "c0alM1ne".to_owned()]);
    }
    // Base64 at each of the three offsets that it can have inside of something longer.
    for offset in 0..3 {
        let inner = &bytes[(3 - offset) % 3..];
        let text = base64(&inner[..inner.len() / 3 * 3]);
        disguises.push(text.replace('+', "-").replace('/', "_"));
        disguises.push(text);
    }
    disguises
}

/// As RFC 4648 section 4 has it, without padding.
pub(crate) fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let sextets = bytes.chunks(3).flat_map(|three| {
        let bits = three.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte));
        [18, 12, 6, 0].map(|shift| ALPHABET[(bits >> shift & 63) as usize] as char)
    });
    sextets.collect()
}
