//! The commands of the README and of the guides do what these pages say.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs};

/// The pages, from the root of the repository.
const PAGES: [&str; 3] = ["README.md", "docs/guide.md", "docs/guia.pt-BR.md"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

fn page(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap()
}

/// The contents of the fenced blocks of a language.
fn blocks<'a>(page: &'a str, language: &str) -> impl Iterator<Item = &'a str> {
    let start = format!("{language}\n");
    page.split("```").skip(1).step_by(2).filter_map(move |block| block.strip_prefix(&start))
}

/// Runs a line of a shell that finds `validate`.
fn shell(command: &str, folder: &Path) -> Output {
    let binaries = Path::new(env!("CARGO_BIN_EXE_validate")).parent().unwrap().to_owned();
    let inherited = env::var_os("PATH").unwrap_or_default();
    let path: OsString = env::join_paths(std::iter::once(binaries).chain(env::split_paths(&inherited))).unwrap();
    Command::new("sh").args(["-c", command]).current_dir(folder).env("PATH", path).env("LC_ALL", "C").output().unwrap()
}

/// A folder with the files that the pages speak of.
fn folder(page: &str) -> PathBuf {
    let name = page.replace(['/', '.'], "-");
    let folder = env::temp_dir().join(format!("klavi-{name}-{}", std::process::id()));
    fs::create_dir_all(folder.join("orders")).unwrap();
    let today = klavi_validate::today().unwrap();
    let payment = klavi_validate::catalogue::example_document("create-payment.request", &today).unwrap();
    fs::write(folder.join("orders/1.json"), &payment).unwrap();
    fs::write(folder.join("orders.yaml"), &payment).unwrap();
    let line: String = payment.lines().map(str::trim).collect();
    fs::write(folder.join("batch.jsonl"), format!("{line}\n{line}\n")).unwrap();
    let call = serde_json::json!({
        "request": {
            "method": "POST",
            "url": "https://api.klavi.ai/payment/customer/v1/instant/payments",
            "postData": {"mimeType": "application/json", "text": line},
        },
        "response": {"status": 0, "content": {}},
    });
    let har = serde_json::json!({"log": {"version": "1.2", "entries": [call]}});
    fs::write(folder.join("traffic.har"), har.to_string()).unwrap();
    folder
}

#[test]
fn consoles_show_what_is_printed() {
    let mut count = 0;
    for name in PAGES {
        let page = page(name);
        for step in blocks(&page, "console").flat_map(|block| block.split("$ ").skip(1)) {
            let (command, expected) = step.split_once('\n').unwrap();
            let output = shell(&command.replace("cargo run --release --quiet --", "validate"), root());
            assert_eq!(String::from_utf8(output.stdout).unwrap(), expected, "{name}: {command}");
            assert_eq!(String::from_utf8(output.stderr).unwrap(), "", "{name}: {command}");
            count += 1;
        }
    }
    assert!(count >= 1);
}

#[test]
fn every_call_of_validate_works_as_it_stands() {
    for name in PAGES {
        let page = page(name);
        let folder = folder(name);
        let configurations: Vec<_> =
            blocks(&page, "toml").filter(|block| block.starts_with("# validate.toml\n")).collect();
        assert!(configurations.len() < 2, "{name}");
        for configuration in configurations {
            fs::write(folder.join("validate.toml"), configuration).unwrap();
        }
        let commands: Vec<_> =
            blocks(&page, "sh").flat_map(str::lines).filter(|line| line.starts_with("validate")).collect();
        assert!(commands.len() >= 6, "{name}: {commands:?}");
        for command in commands {
            let output = shell(command, &folder);
            let complaint = String::from_utf8_lossy(&output.stderr);
            assert_eq!(output.status.code(), Some(0), "{name}: {command}\n{complaint}");
        }
        if let Ok(report) = fs::read_to_string(folder.join("report.json")) {
            assert!(report.contains("\"documents\": 2") || report.contains("\"documents\":2"), "{name}: {report}");
        }
        fs::remove_dir_all(&folder).unwrap();
    }
}

#[test]
fn every_link_within_the_repository_leads_somewhere() {
    for name in PAGES {
        let page = page(name);
        let links: Vec<_> = page
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split([')', '#']).next())
            .filter(|link| !link.is_empty() && !link.contains("://"))
            .collect();
        assert!(links.len() >= 3, "{name}: {links:?}");
        for link in links {
            assert!(root().join(name).with_file_name(link).exists(), "{name}: {link}");
        }
    }
}
