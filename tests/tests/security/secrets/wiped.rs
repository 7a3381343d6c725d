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

/// How often it stands in the writable memory of this process. It is compared byte by byte, so that
/// the search is not what it finds.
fn copies(salt: u8) -> usize {
    let byte = |at: usize| b'!' + ((at as u8).wrapping_mul(37) ^ salt) % 94;
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
            // Its middle: an allocator writes over the first bytes of what it takes back.
            let middle = |window: &[u8]| window.iter().enumerate().all(|(at, seen)| *seen == byte(at + 24));
            // What stands in this very buffer is no copy.
            let buffer = chunk.as_ptr() as u64..chunk.as_ptr() as u64 + chunk.len() as u64;
            let windows = chunk[..count].windows(32).enumerate();
            let here =
                windows.filter(|(at, window)| !buffer.contains(&(start + *at as u64)) && middle(window));
            found += here.count();
            chunk.fill(0);
            // The next begins within this one, for what lies on both sides.
            start += if start + (count as u64) < end { count as u64 - 31 } else { count as u64 };
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
