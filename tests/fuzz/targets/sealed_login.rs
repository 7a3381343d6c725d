//! Sealed logins: only the very string opens, whatever is done to it.

#![no_main]

use libfuzzer_sys::fuzz_target;
use oauth_core::SealingKey;
use oauth_fuzz::{CLIENT, SECRET, check_error, measured};
use std::sync::LazyLock;

static KEY: LazyLock<SealingKey> = LazyLock::new(|| SealingKey::new([7; 32]));
static SEALED: LazyLock<String> = LazyLock::new(|| {
    CLIENT.authorize("https://app.example/callback").start().unwrap().pending.seal(&KEY).unwrap()
});

fuzz_target!(|input: &[u8]| {
    // Pairs of a place and a byte, or a string of the fuzzer's own.
    let text = match input {
        [0, edits @ ..] => {
            let mut bytes = SEALED.clone().into_bytes();
            for edit in edits.chunks_exact(2) {
                let at = usize::from(edit[0]) * bytes.len() / 256;
                match edit[1] {
                    0 => bytes.truncate(at),
                    1 => bytes.insert(at, b'A'),
                    2 => drop(bytes.remove(at.min(bytes.len().saturating_sub(1)))),
                    byte => bytes[at] = byte & 0x7f,
                }
                if bytes.is_empty() {
                    break;
                }
            }
            String::from_utf8(bytes).unwrap()
        }
        _ => String::from_utf8_lossy(input).into_owned(),
    };
    match measured(text.len(), || CLIENT.open(&KEY, &text)) {
        Ok(_) => assert_eq!(text, *SEALED),
        Err(error) => {
            assert_ne!(text, *SEALED);
            check_error(&error, SECRET);
        }
    }
});
