//! Instructions, counted by running this program once more under callgrind.

use crate::case::Batch;
use std::collections::BTreeMap;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::{Command, Stdio};

/// Callgrind collects in this function only, and writes a profile each time it returns.
#[inline(never)]
pub(crate) fn measured(batch: Batch) {
    black_box(batch)();
}

/// Instructions of each call of [`measured`] in a run of this program with these arguments.
pub(crate) fn instructions(arguments: &[&str]) -> Result<Vec<u64>, String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("callgrind");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    let function = concat!(module_path!(), "::measured");
    let status = Command::new("valgrind")
        .args(["--tool=callgrind", "--quiet", "--compress-strings=no"])
        .arg(format!("--toggle-collect={function}"))
        .arg(format!("--dump-after={function}"))
        .arg(format!("--callgrind-out-file={}", folder.join("profile.%p").display()))
        .arg(std::env::current_exe().map_err(|error| error.to_string())?)
        .args(arguments)
        .stdout(Stdio::null())
        .status()
        .map_err(|error| format!("valgrind can't be started: {error}"))?;
    if !status.success() {
        return Err(format!("valgrind: {status}"));
    }
    let mut profiles = BTreeMap::new();
    for entry in fs::read_dir(&folder).map_err(|error| error.to_string())? {
        let path = entry.map_err(|error| error.to_string())?.path();
        // `profile.<process>.<number>`; the one without a number is what remained at the end.
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if let Some(number) = name.split('.').nth(2).and_then(|number| number.parse::<usize>().ok()) {
            profiles.insert(number, total(&path)?);
        }
    }
    Ok(profiles.into_values().collect())
}

fn total(profile: &Path) -> Result<u64, String> {
    let text = fs::read_to_string(profile).map_err(|error| error.to_string())?;
    text.lines()
        .find_map(|line| line.strip_prefix("summary: "))
        .and_then(|total| total.trim().parse::<u64>().ok())
        .ok_or_else(|| format!("{} has no total", profile.display()))
}
