//! What is left of a secret in the memory of the process after it was dropped: nothing.

use crate::is_alone;
use oauth_core::{AccessToken, Client, ClientSecret, RefreshToken, SealingKey};
use oauth_redbooth::Redbooth;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};

/// A secret that stands in no program text and in no other place of memory, with room to spare, as
/// a text that was read or joined has it.
fn secret(salt: u8) -> String {
    let mut text = String::with_capacity(200);
    text.extend((0..64_u8).map(|at| char::from(b'!' + (at.wrapping_mul(37) ^ salt) % 94)));
    text
}

fn copies(salt: u8) -> usize {
    copies_of(32, &|at| b'!' + ((at as u8 + 24).wrapping_mul(37) ^ salt) % 94)
}

/// How often these bytes stand in the writable memory of this process. They are computed and compared
/// one by one, so that the search is not what it finds.
fn copies_of(length: usize, byte: &dyn Fn(usize) -> u8) -> usize {
    let maps = std::fs::read_to_string("/proc/self/maps").unwrap();
    let mut memory = File::open("/proc/self/mem").unwrap();
    let mut found = 0;
    let mut chunk = vec![0; 1 << 16];
    for line in maps.lines().filter(|line| line.contains(" rw-p ") && !line.contains("[stack")) {
        let (start, end) = line.split(' ').next().unwrap().split_once('-').unwrap();
        let number = |text| u64::from_str_radix(text, 16).unwrap();
        let (mut start, end) = (number(start), number(end));
        while start < end {
            memory.seek(SeekFrom::Start(start)).unwrap();
            let Ok(count) = memory.read(&mut chunk) else { break };
            // The middle of a secret: an allocator writes over the first bytes of what it takes back.
            let middle = |window: &[u8]| window.iter().enumerate().all(|(at, seen)| *seen == byte(at));
            // What stands in this very buffer is no copy.
            let buffer = chunk.as_ptr() as u64..chunk.as_ptr() as u64 + chunk.len() as u64;
            let windows = chunk[..count].windows(length).enumerate();
            let here =
                windows.filter(|(at, window)| !buffer.contains(&(start + *at as u64)) && middle(window));
            found += here.count();
            chunk.fill(0);
            // The next begins within this one, for what lies on both sides.
            start += if start + (count as u64) < end { (count - length + 1) as u64 } else { count as u64 };
        }
    }
    found
}

#[test]
fn sec_68_a_dropped_secret_leaves_no_copy() {
    if !is_alone("secrets::wiped::sec_68_a_dropped_secret_leaves_no_copy", &[]) {
        return;
    }
    let kept = secret(1);
    assert!(copies(1) >= 1, "what is there is found");
    drop(kept);

    type Make = fn(String) -> Box<dyn std::any::Any>;
    let make: [(u8, Make); 5] = [
        (2, |text| Box::new(AccessToken::<Redbooth>::new(text).unwrap())),
        (3, |text| Box::new(RefreshToken::<Redbooth>::new(text).unwrap())),
        (4, |text| Box::new(ClientSecret::new("id", text))),
        (5, |text| Box::new(Client::<Redbooth>::new(Redbooth, ClientSecret::new("id", text)))),
        (6, |text| {
            let mut bytes = [0; 32];
            bytes.copy_from_slice(&text.as_bytes()[24..56]);
            drop(AccessToken::<Redbooth>::new(text));
            Box::new(SealingKey::new(bytes))
        }),
    ];
    for (salt, make) in make {
        let value = make(secret(salt));
        let alive = copies(salt);
        assert!(alive == 1, "{salt}: {alive} copies while it lives");
        drop(value);
        assert_eq!(copies(salt), 0, "{salt}");
    }
}

/// Nothing of a login is left either: of `state` and code verifier, whose sealed form is all that another
/// process knows of them.
#[test]
fn sec_68_a_login_leaves_no_copy() {
    let client = Client::<Redbooth>::new(Redbooth, ClientSecret::new("id", "secret"));
    let key = SealingKey::new([7; 32]);
    // Long enough to be moved while it is written.
    let redirect_uri = format!("https://app.example/{}", "callback/".repeat(100));
    // Bytes that were changed are enough to find copies of a text, and are none.
    let changed = |text: &str| text.bytes().map(|byte| format!("{:02x}", byte ^ 0x55)).collect::<String>();
    if std::env::var_os(crate::ALONE).is_none() {
        let login = client.authorize(&*redirect_uri).start().unwrap();
        let state = crate::value(&login.url, "state");
        let sealed = login.pending.seal(&key).unwrap();
        let request = client.finish(client.open(&key, &sealed).unwrap(), format!("code=c&state={state}"));
        let sent = crate::parameters(request.unwrap().request().unwrap().into_body());
        let verifier = crate::parameter(&sent, "code_verifier").unwrap();
        let environment = [("SEALED", sealed), ("STATE", changed(state)), ("VERIFIER", changed(verifier))];
        is_alone("secrets::wiped::sec_68_a_login_leaves_no_copy", &environment);
        return;
    }
    let unchanged = |name: &str| -> Vec<u8> {
        let text = std::env::var(name).unwrap();
        (0..text.len() / 2).map(|at| u8::from_str_radix(&text[2 * at..2 * at + 2], 16).unwrap()).collect()
    };
    let (sealed, state, verifier) =
        (std::env::var("SEALED").unwrap(), unchanged("STATE"), unchanged("VERIFIER"));
    // Of each the end, since the beginning is what an allocator writes over.
    let copies = || {
        let end = |text: &[u8]| copies_of(16, &|at| text[text.len() - 16 + at] ^ 0x55);
        (end(&state), end(&verifier))
    };
    assert_eq!(copies(), (0, 0), "nobody knows them");
    let pending = client.open(&key, &sealed).unwrap();
    assert_eq!(copies(), (1, 1), "a login waits");
    let sealed = pending.seal(&key).unwrap();
    assert_eq!(copies(), (0, 0), "it was sealed");
    drop(client.open(&key, &sealed).unwrap());
    assert_eq!(copies(), (0, 0), "it was dropped");
    assert!(client.finish(client.open(&key, &sealed).unwrap(), "code=c&state=wrong").is_err());
    assert_eq!(copies(), (0, 0), "its callback was refused");
}
