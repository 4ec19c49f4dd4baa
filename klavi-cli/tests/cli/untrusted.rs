//! What a folder that somebody else made can do to who checks it.

use crate::support::{BAD, GOOD, documents, folder, mkfifo, validate};
use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

/// Status, documents and standard error of a call that must end by itself.
fn of(folder: &Path, arguments: &str) -> (Option<i32>, Vec<String>, String) {
    let mut child = validate(&format!("-o json -s auth.request {arguments}")).within(folder).spawn(Stdio::null());
    for _ in 0..600 {
        if child.try_wait().unwrap().is_some() {
            break;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    let hangs = child.try_wait().unwrap().is_none();
    child.kill().unwrap();
    let done = child.wait_with_output().unwrap();
    assert!(!hangs, "{arguments} hangs");
    let documents = serde_json::from_slice(&done.stdout).map(|report| documents(&report)).unwrap_or_default();
    (done.status.code(), documents, String::from_utf8(done.stderr).unwrap())
}

#[test]
fn pipes_and_devices_of_a_folder_are_told_and_not_opened() {
    let folder = folder(&[("a.json", GOOD)]);
    let path = |name: &str| folder.path().join(name);
    mkfifo(&path("b.json"));
    symlink("/dev/zero", path("c.jsonl")).unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(path("d.yaml")).unwrap();
    let expected = ["a.json#0:1 -", "b.json#0:1 unreadable", "c.jsonl#0:1 unreadable", "d.yaml#0:1 unreadable"];
    for files in [".", "*.{json,jsonl,yaml}", ". --allow-empty"] {
        assert_eq!(of(folder.path(), files), (Some(3), expected.map(str::to_owned).to_vec(), String::new()), "{files}");
    }
}

/// Ignore files are opened by the walk itself.
#[test]
fn an_ignore_file_that_never_ends_is_told() {
    for name in [".gitignore", ".ignore"] {
        let folder = folder(&[("a.json", GOOD), ("sub/b.json", GOOD), ("sub/deep/c.json", BAD)]);
        mkfifo(&folder.path().join("sub").join(name));
        let (status, documents, _) = of(folder.path(), ".");
        assert_eq!((status, documents.len()), (Some(3), 2), "{documents:?}");
        assert_eq!(documents[0], "a.json#0:1 -");
        assert!(documents[1].ends_with(&format!("sub/{name}#0:1 unreadable")), "{documents:?}");
        // From inside too, where it is the folder's own, or above.
        for within in ["sub", "sub/deep"] {
            let (status, documents, _) = of(&folder.path().join(within), ".");
            assert_eq!((status, documents.len()), (Some(3), 1), "{documents:?}");
        }
        let (status, documents, _) = of(folder.path(), "--no-ignore .");
        assert_eq!((status, documents.len()), (Some(1), 3));
        symlink("/dev/zero", folder.path().join(name)).unwrap();
        let (status, documents, _) = of(folder.path(), ".");
        assert_eq!((status, documents.len()), (Some(3), 1), "{documents:?}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn what_has_no_end_is_read_to_a_limit() {
    let folder = folder(&[("a.json", GOOD)]);
    symlink("/dev/zero", folder.path().join("zero.jsonl")).unwrap();
    symlink("/dev/zero", folder.path().join("zero.json")).unwrap();
    let named = |files: &str| of(folder.path(), files);
    assert_eq!(named("zero.jsonl").1, ["zero.jsonl#0:1 too-large"]);
    assert_eq!(named("zero.json").1, ["zero.json#0:1 too-large"]);
    assert_eq!(named("--files-from /dev/zero"), (Some(3), vec!["/dev/zero#0:1 too-large".to_owned()], String::new()));
    symlink("/dev/zero", folder.path().join("validate.toml")).unwrap();
    let (status, _, err) = named("a.json");
    assert_eq!((status, &err[..]), (Some(2), "validate: cannot read validate.toml: not a regular file\n"));
    let (status, _, err) = named("--config validate.toml a.json");
    assert_eq!((status, &err[..]), (Some(2), "validate: cannot read validate.toml: larger than 1048576 bytes\n"));
    fs::remove_file(folder.path().join("validate.toml")).unwrap();
    mkfifo(&folder.path().join("validate.toml"));
    assert_eq!(named("a.json").0, Some(2));
    fs::remove_file(folder.path().join("validate.toml")).unwrap();
    File::create(folder.path().join("validate.toml")).unwrap().set_len((1 << 20) + 1).unwrap();
    assert_eq!(named("a.json").0, Some(2));
}

#[test]
fn a_configuration_that_was_found_writes_only_in_its_folder() {
    let outside = folder(&[("victim", "keep")]);
    let victim = outside.path().join("victim");
    let folder = folder(&[("a.json", GOOD), ("sub/b.json", GOOD), (".git/config", "keep")]);
    symlink(outside.path(), folder.path().join("way")).unwrap();
    symlink(&victim, folder.path().join("link")).unwrap();
    let up = format!("../{}/victim", outside.path().file_name().unwrap().to_str().unwrap());
    let whole = victim.display().to_string();
    for place in [&whole[..], &up, "way/victim", "way/new", "link", "../new", ".git/config", ".new", "none/../../new"] {
        fs::write(folder.path().join("validate.toml"), format!("[output]\nformats = ['text={place}']")).unwrap();
        for within in ["", "sub"] {
            let done = validate("-s auth.request -").within(&folder.path().join(within)).stdin(GOOD).run();
            assert_eq!((done.status, &done.out[..]), (Some(2), ""), "{place}: {}", done.err);
            let config = if within.is_empty() { "validate.toml" } else { "../validate.toml" };
            let expected = format!(
                "validate: {config}: 'output.formats' goes beyond what a configuration may do that was found rather than \
                 named; if you trust it, use --config {config}\n"
            );
            assert_eq!(done.err, expected, "{place}");
        }
    }
    assert_eq!(fs::read_to_string(&victim).unwrap(), "keep");
    assert_eq!(fs::read_to_string(folder.path().join(".git/config")).unwrap(), "keep");
    // Who names it trusts it.
    fs::write(folder.path().join("validate.toml"), format!("[output]\nformats = ['compact={whole}']")).unwrap();
    let trusted = |call: crate::support::Call| call.within(folder.path()).stdin(GOOD).status();
    assert_eq!(trusted(validate("-s auth.request --config validate.toml -")), Some(0));
    assert!(fs::read_to_string(&victim).unwrap().starts_with("1 document checked"));
    assert_eq!(trusted(validate("-s auth.request -").env("VALIDATE_CONFIG", "validate.toml")), Some(0));
    // Its own folder is where it stands, wherever the run is.
    fs::write(folder.path().join("validate.toml"), "[output]\nformats = ['text', 'compact=report']").unwrap();
    assert_eq!(validate("-s auth.request b.json").within(&folder.path().join("sub")).status(), Some(0));
    assert!(fs::read_to_string(folder.path().join("report")).unwrap().starts_with("1 document checked"));
}

#[test]
fn a_configuration_that_was_found_reads_only_its_folder_and_reveals_nothing() {
    let outside = folder(&[("a.json", BAD)]);
    let config = format!("include = ['{}']", outside.path().display());
    let folder = folder(&[("validate.toml", &config), ("in/a.json", GOOD)]);
    let run = |arguments: &str| validate(arguments).within(folder.path()).run();
    let refused = run("-s auth.request");
    assert_eq!(refused.status, Some(2));
    assert!(refused.err.starts_with("validate: validate.toml: 'include' goes beyond"), "{}", refused.err);
    assert_eq!(run("-s auth.request --config validate.toml").status, Some(1));
    fs::write(folder.path().join("validate.toml"), "include = ['in/*.json']\n[output]\nvalues = 'full'").unwrap();
    assert!(run("-s auth.request").err.starts_with("validate: validate.toml: 'output.values' goes beyond"));
    assert_eq!(run("-s auth.request --values full").status, Some(0));
    assert_eq!(run("-s auth.request --config ./validate.toml").status, Some(0));
}

/// Root may read everything, so the folder is asked for by somebody else where there is one.
#[test]
fn an_unreadable_folder_is_3_with_every_flag() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder(&[("no/a.json", GOOD), ("b.json", GOOD)]);
    let no = folder.path().join("no");
    fs::set_permissions(&no, fs::Permissions::from_mode(0o000)).unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    let is_readable = fs::read_dir(&no).is_ok();
    let mut shell = Command::new("sh");
    let binary = env!("CARGO_BIN_EXE_validate");
    if is_readable {
        // Without the capabilities that let root pass.
        let script = "exec setpriv --reuid 65534 --regid 65534 --clear-groups \"$0\" \"$@\"";
        let can = Command::new("setpriv").args(["--reuid", "65534", "--clear-groups", binary, "--version"]).output();
        if !can.is_ok_and(|done| done.status.success()) {
            fs::set_permissions(&no, fs::Permissions::from_mode(0o755)).unwrap();
            return;
        }
        shell.args(["-c", script, binary]);
    } else {
        shell.args(["-c", "exec \"$0\" \"$@\"", binary]);
    }
    shell.args(["-o", "json", "-s", "auth.request", "--allow-empty", "no", "b.json", "no/*.json"]);
    let done = shell.current_dir(folder.path()).env_clear().env("PATH", "/usr/bin:/bin").output().unwrap();
    fs::set_permissions(&no, fs::Permissions::from_mode(0o755)).unwrap();
    let report = serde_json::from_slice(&done.stdout).unwrap();
    assert_eq!(documents(&report), ["no#0:1 unreadable", "b.json#0:1 -", "no/*.json#0:1 unreadable"]);
    assert_eq!(done.status.code(), Some(3));
}

#[test]
fn sizes_take_units_and_have_no_edge() {
    let folder = folder(&[("b.json", "{}"), ("big.json", &format!("{}{GOOD}", " ".repeat(2_000)))]);
    let status = |arguments: &str| validate(&format!("-s auth.request {arguments}")).within(folder.path()).status();
    for most in ["18446744073709551615", "99999999999999999999", "16MiB", "1kB", "10MB"] {
        assert_eq!(status(&format!("--max-bytes {most} --allow-empty b.json")), Some(1), "{most}");
    }
    assert_eq!(status("--max-bytes 2kB big.json"), Some(3));
    assert_eq!(status("--max-bytes 2KiB big.json"), Some(0));
    let wrong = validate("--max-bytes 10MBit b.json").run();
    assert_eq!(wrong.status, Some(2));
    assert!(wrong.err.contains("write a number of bytes, or one with a unit: 16MiB, 10MB"), "{}", wrong.err);
}
