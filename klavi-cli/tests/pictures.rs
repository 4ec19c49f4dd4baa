//! The pictures of terminal sessions in the guides show what the binary prints today.
//!
//! `sh scripts/pictures` draws them anew.

#![cfg(unix)]

use std::path::Path;
use std::process::Command;
use std::{env, fs};

/// The pictures by name, each with what a person typed in the folder of the guides.
const SESSIONS: [(&str, &str); 3] = [
    ("findings", "validate orders/"),
    ("explanation", "validate --explain logged-user-cpf-required | head -n 12"),
    ("valid", "validate -v orders/1043.json"),
];

/// The languages, each with the locale of a person who speaks it.
const LANGUAGES: [(&str, &str); 2] = [("en", "en_GB.UTF-8"), ("pt-BR", "pt_BR.UTF-8")];

#[test]
fn the_pictures_show_what_the_binary_prints() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs");
    let is_drawing = env::var_os("KLAVI_PICTURES").is_some_and(|wish| wish == "draw");
    let mut expected: Vec<String> = Vec::new();
    for (language, locale) in LANGUAGES {
        for (name, command) in SESSIONS {
            let name = format!("{name}.{language}.svg");
            let path = docs.join("pictures").join(&name);
            let picture = picture(&docs, command, locale);
            if is_drawing {
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(&path, &picture).unwrap();
            }
            let drawn = fs::read_to_string(&path).unwrap_or_default();
            assert!(drawn == picture, "{name} shows something else than `{command}`: run `sh scripts/pictures`");
            expected.push(name);
        }
    }
    let mut found: Vec<_> = fs::read_dir(docs.join("pictures"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        // Those of the site are photographs of pages.
        .filter(|name| Path::new(name).extension().is_some_and(|extension| extension == "svg"))
        .collect();
    expected.sort();
    found.sort();
    assert_eq!(found, expected);
}

/// A terminal in which somebody typed this command.
fn picture(folder: &Path, command: &str, locale: &str) -> String {
    let binaries = Path::new(env!("CARGO_BIN_EXE_validate")).parent().unwrap();
    let path = env::join_paths([binaries, Path::new("/usr/bin"), Path::new("/bin")]).unwrap();
    let output = Command::new("sh")
        .args(["-c", command])
        .current_dir(folder)
        .env_clear()
        .envs([("LANG", locale), ("VALIDATE_COLOR", "always")])
        .env("PATH", path)
        .output()
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    let printed = String::from_utf8(output.stdout).unwrap();
    anstyle_svg::Term::new().render_svg(&format!("\u{1b}[1;32m$\u{1b}[0m {command}\n{printed}"))
}
