//! The hook, the action, the template and the container file: what they would run is run.

use crate::support::{BAD, GOOD, folder};
use crate::walking::FOREIGN;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The root of the repository; `None` in a packaged crate, which has no such files.
fn root() -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent()?;
    root.join("action.yml").is_file().then(|| root.to_owned())
}

fn yaml(path: &Path) -> Value {
    serde_saphyr::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text"))
}

/// A folder of programs: the built binary, a `cargo` that puts it where it is told after a look at what it should build,
/// and a `curl` that finds only what lies in the folder of releases. Both write down what they are asked for.
fn programs() -> tempfile::TempDir {
    let cargo = r#"#!/bin/sh
set -eu
echo "cargo $@" >> "$LOG"
root= path=
while [ $# -gt 0 ]; do
    case $1 in --root) root=$2 ;; --path) path=$2 ;; esac
    shift
done
if [ -n "$path" ]; then grep -q '^name = "validate"' "$path/Cargo.toml"; fi
if [ -n "$root" ]; then mkdir -p "$root/bin" && cp "$(command -v validate)" "$root/bin/validate"; fi
"#;
    let curl = r#"#!/bin/sh
set -eu
echo "curl $2" >> "$LOG"
cp "$(dirname "$0")/releases/$(basename "$2")" "$4"
"#;
    let programs = folder(&[("cargo", cargo), ("curl", curl), ("log", "")]);
    std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_validate"), programs.path().join("validate")).unwrap();
    for program in ["cargo", "curl"] {
        let executable = std::os::unix::fs::PermissionsExt::from_mode(0o755);
        fs::set_permissions(programs.path().join(program), executable).unwrap();
    }
    programs
}

/// Puts an archive among the releases, with a binary that hands on to the one that was built; its checksum.
fn release(programs: &Path, archive: &str) -> String {
    let script = format!(
        r#"mkdir -p releases && cd releases
        printf '#!/bin/sh\nexec {} "$@"\n' > validate && chmod +x validate
        tar -czf {archive} validate && rm validate && sha256sum {archive} | cut -d ' ' -f 1"#,
        env!("CARGO_BIN_EXE_validate")
    );
    out(&run(&script, programs, programs, &[])).trim().to_owned()
}

/// What was asked of `cargo` and `curl` since the last look.
fn asked(programs: &Path) -> String {
    let log = fs::read_to_string(programs.join("log")).unwrap();
    fs::write(programs.join("log"), "").unwrap();
    log
}

const VERSION: &str = env!("CARGO_PKG_VERSION");
const REPOSITORY: &str = env!("CARGO_PKG_REPOSITORY");

fn archive() -> String {
    format!("validate-{VERSION}-{}-unknown-linux-gnu.tar.gz", std::env::consts::ARCH)
}

/// A copy of what `scripts/install` needs of the repository, with these checksums of releases.
fn checkout(root: &Path, sums: &str) -> tempfile::TempDir {
    let copy = |name: &str| fs::read_to_string(root.join(name)).unwrap();
    let [manifest, install, hook] = ["Cargo.toml", "scripts/install", "scripts/hook"].map(copy);
    folder(&[
        ("Cargo.toml", &manifest),
        ("klavi-cli/Cargo.toml", "name = \"validate\"\n"),
        ("scripts/install", &install),
        ("scripts/hook", &hook),
        ("scripts/release.sums", sums),
    ])
}

#[test]
fn a_released_binary_is_fetched_and_compared_before_one_is_built() {
    let Some(root) = root() else { return };
    let programs = programs();
    let install = |checkout: &Path, folder: &Path| {
        let script = format!("sh '{}/scripts/install' '{}'", checkout.display(), folder.display());
        run(&script, checkout, programs.path(), &[])
    };
    let built = "cargo install --locked --quiet --path {}/klavi-cli --root {}/build\n";
    let asks = |checkout: &Path, folder: &Path| {
        let [checkout, folder] = [checkout, folder].map(|path| path.canonicalize().unwrap().display().to_string());
        built.replacen("{}", &checkout, 1).replacen("{}", &folder, 1)
    };
    let fetched = format!("curl {REPOSITORY}/releases/download/v{VERSION}/{}\n", archive());
    // No release is known: it is built, once.
    let (without, place) = (checkout(&root, ""), folder(&[]));
    assert!(install(without.path(), place.path()).status.success());
    assert_eq!(asked(programs.path()), asks(without.path(), place.path()));
    assert!(install(without.path(), place.path()).status.success() && asked(programs.path()).is_empty());
    // A release is known, and is not there to be fetched.
    let sum = release(programs.path(), &archive());
    let with = checkout(&root, &format!("{sum}  {}\n", archive()));
    fs::rename(programs.path().join("releases"), programs.path().join("elsewhere")).unwrap();
    let place = folder(&[]);
    assert!(install(with.path(), place.path()).status.success());
    assert_eq!(asked(programs.path()), format!("{fetched}{}", asks(with.path(), place.path())));
    // It is there.
    fs::rename(programs.path().join("elsewhere"), programs.path().join("releases")).unwrap();
    let place = folder(&[]);
    assert!(install(with.path(), place.path()).status.success());
    assert_eq!(asked(programs.path()), fetched);
    assert!(place.path().join("validate").is_file());
    // It is another one than was released: nothing is run, nothing is built.
    fs::write(programs.path().join("releases").join(archive()), "no archive").unwrap();
    let place = folder(&[]);
    assert!(!install(with.path(), place.path()).status.success());
    assert_eq!(asked(programs.path()), fetched);
    assert!(!place.path().join("validate").exists());
}

/// Runs a script as the service would.
fn run(script: &str, place: &Path, programs: &Path, variables: &[(&str, &str)]) -> Output {
    let mut shell = Command::new("sh");
    shell.args(["-e", "-c", script]).current_dir(place).env_clear().envs(variables.iter().copied());
    shell.env("PATH", format!("{}:/usr/bin:/bin", programs.display())).env("LOG", programs.join("log"));
    shell.output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn the_hook_checks_what_is_called_after_a_contract() {
    let Some(root) = root() else { return };
    let hook = &yaml(&root.join(".pre-commit-hooks.yaml"))[0];
    assert_eq!((text(&hook["id"]), text(&hook["language"])), ("validate-klavi", "script"));
    let pattern = serde_json::json!({"pattern": hook["files"]});
    let is_checked = |path: &str| jsonschema::is_valid(&pattern, &Value::from(path));
    for contract in klavi_validate::contracts() {
        for end in ["json", "jsonl", "ndjson", "yaml", "yml"] {
            for path in [format!("{}.{end}", contract.name), format!("orders/{}.7/a b.{end}", contract.name)] {
                assert!(is_checked(&path), "{path}");
            }
        }
    }
    // What has no contract would fail the commit.
    for path in [
        "package.json",
        "docker-compose.yaml",
        ".github/workflows/ci.yml",
        "openapi/create-user.request.yaml",
        "error.request.json",
        "my-auth.request.json",
        "auth.requests/1.json",
        "auth.request.md",
    ] {
        assert!(!is_checked(path), "{path}");
    }
    let yaml = "accessKey: a\nsecretKey: b\n";
    let files = [("auth.request/good.json", GOOD), ("auth.request/bad.json", BAD), ("x/auth.request.2.yml", yaml)];
    let (programs, place, checkout) = (programs(), folder(&files), checkout(&root, ""));
    let call = |files: &str| {
        let script = format!("sh {}/{} {files}", checkout.path().display(), text(&hook["entry"]));
        run(&script, place.path(), programs.path(), &[])
    };
    assert_eq!(call("auth.request/good.json x/auth.request.2.yml").status.code(), Some(0));
    assert_eq!(call("auth.request/good.json auth.request/bad.json").status.code(), Some(1));
    assert_eq!(asked(programs.path()).lines().count(), 1, "it is built once");
}

#[test]
fn the_action_builds_runs_and_annotates() {
    let Some(root) = root() else { return };
    let action = yaml(&root.join("action.yml"));
    assert_eq!(action["runs"]["using"], "composite");
    let [sources, cache, get, check] = &action["runs"]["steps"].as_array().unwrap()[..] else { panic!("four steps") };
    // Another's action is named by a commit: a tag can be moved.
    let (_, commit) = text(&cache["uses"]).split_once('@').unwrap();
    assert!(commit.len() == 40 && commit.bytes().all(|digit| digit.is_ascii_hexdigit()), "{commit}");
    let (programs, place, temp) = (programs(), folder(&[("a b/auth.request.json", BAD)]), folder(&[]));
    let temp = temp.path().to_str().unwrap();
    let sarif = format!("{temp}/out.sarif");
    let output = format!("{temp}/output");
    let fixed =
        [("GITHUB_ACTION_PATH", root.to_str().unwrap()), ("RUNNER_TEMP", temp), ("GITHUB_OUTPUT", output.as_str())];
    assert!(run(text(&sources["run"]), place.path(), programs.path(), &fixed).status.success());
    let told = fs::read_to_string(&output).unwrap();
    assert!(told.starts_with("sum=") && told.trim_end().len() == 68, "{told}");
    assert!(run(text(&get["run"]), place.path(), programs.path(), &fixed).status.success());
    // The step's variables, with the inputs in their place.
    let call = |inputs: [(&str, &str); 3]| {
        let input = |expression: &str| {
            let name = expression.trim_start_matches("${{ inputs.").trim_end_matches(" }}");
            assert!(action["inputs"][name]["default"].is_string(), "{name}");
            inputs.iter().find(|(input, _)| *input == name).unwrap().1.to_owned()
        };
        let variables = check["env"].as_object().unwrap().iter().map(|(name, value)| (&name[..], input(text(value))));
        let variables: Vec<_> = variables.collect();
        let mut all: Vec<_> = variables.iter().map(|(name, value)| (*name, &value[..])).collect();
        all.extend(fixed);
        run(text(&check["run"]), place.path(), programs.path(), &all)
    };
    let defaults = |name: &str| text(&action["inputs"][name]["default"]).to_owned();
    let (files, arguments, none) = (defaults("files"), defaults("arguments"), defaults("sarif"));
    let done = call([("files", &files), ("arguments", &arguments), ("sarif", &none)]);
    assert_eq!(done.status.code(), Some(1));
    assert!(out(&done).starts_with("::error file=a b/auth.request.json,"), "{}", out(&done));
    let done = call([("files", "**/*.json\n"), ("arguments", "-A required"), ("sarif", &sarif)]);
    assert_eq!(done.status.code(), Some(0));
    assert!(!out(&done).contains("::error"));
    let report: Value = serde_json::from_str(&fs::read_to_string(sarif).unwrap()).unwrap();
    assert_eq!(report["version"], "2.1.0");
    let harmless = call([("files", "$(touch hacked); `touch hacked`"), ("arguments", ""), ("sarif", "")]);
    assert!(!harmless.status.success() && !place.path().join("hacked").exists());
}

#[test]
fn the_gitlab_job_leaves_the_reports_that_it_names() {
    let Some(root) = root() else { return };
    let job = &yaml(&root.join("templates/gitlab-ci.yml"))["validate-klavi"];
    let (programs, place) = (programs(), folder(&[("auth.request.json", BAD)]));
    let variables = job["variables"].as_object().unwrap();
    let variables: Vec<_> = variables.iter().map(|(name, value)| (&name[..], text(value))).collect();
    let lines = |name: &str| job[name].as_array().unwrap().iter().map(text).collect::<Vec<_>>().join("\n");
    assert_eq!(text(&job["variables"]["KLAVI_VERSION"]), VERSION);
    assert!(run(&lines("before_script"), place.path(), programs.path(), &variables).status.success());
    let built = "install --locked --quiet --git";
    let built = format!("cargo {built} {REPOSITORY} --tag v{VERSION} --root .validate klavi-cli\n");
    assert_eq!(asked(programs.path()), built);
    // What was built is kept.
    assert_eq!(job["cache"]["paths"][0], ".validate/");
    assert!(run(&lines("before_script"), place.path(), programs.path(), &variables).status.success());
    assert_eq!(asked(programs.path()), "");
    // The second run does not read the reports of the first.
    for _ in 0..2 {
        let done = run(&lines("script"), place.path(), programs.path(), &variables);
        assert_eq!(done.status.code(), Some(1));
        assert!(out(&done).ends_with("1 document checked, 1 invalid, 1 error, 0 warnings\n"), "{}", out(&done));
    }
    let report = |name: &str| fs::read_to_string(place.path().join(text(&job["artifacts"]["reports"][name]))).unwrap();
    let issues: Value = serde_json::from_str(&report("codequality")).unwrap();
    assert_eq!(issues.as_array().unwrap().len(), 1);
    assert!(report("junit").contains("<testcase"));
    // With a checksum a release is fetched, and nothing else is taken for it.
    let archive = format!("validate-{VERSION}-x86_64-unknown-linux-gnu.tar.gz");
    let right = release(programs.path(), &archive);
    for (sum, is_right) in [(right, true), ("0".repeat(64), false)] {
        let place = folder(&[]);
        let variables: Vec<_> = variables.iter().map(|(name, value)| (*name, *value)).collect();
        let pinned =
            variables.iter().map(|(name, value)| (*name, if *name == "KLAVI_SHA256" { &sum[..] } else { *value }));
        let done = run(&lines("before_script"), place.path(), programs.path(), &pinned.collect::<Vec<_>>());
        assert_eq!(done.status.success(), is_right, "{}", out(&done));
        assert_eq!(asked(programs.path()), format!("curl {REPOSITORY}/releases/download/v{VERSION}/{archive}\n"));
        assert_eq!(place.path().join(".validate/bin/validate").is_file(), is_right);
    }
}

/// A service that runs the binary in a folder.
type Way<'a> = &'a dyn Fn(&Path) -> Output;

/// A repository that holds other JSON and YAML too, and these payments.
fn repository(payments: &[(&str, &str)]) -> tempfile::TempDir {
    folder(&[&FOREIGN[..], payments].concat())
}

/// Every way into a pipeline, as it comes: nothing that is not Klavi's gets in the way of what is.
#[test]
fn defaults_work_where_other_files_are() {
    let Some(root) = root() else { return };
    let (action, programs, temp) = (yaml(&root.join("action.yml")), programs(), folder(&[]));
    let checkout = checkout(&root, "");
    let job = &yaml(&root.join("templates/gitlab-ci.yml"))["validate-klavi"];
    let hook = &yaml(&root.join(".pre-commit-hooks.yaml"))[0];
    let bin = temp.path().join("klavi");
    fs::create_dir_all(&bin).unwrap();
    std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_validate"), bin.join("validate")).unwrap();
    let with_action = |place: &Path| {
        let check = action["runs"]["steps"].as_array().unwrap().last().unwrap();
        let default = |expression: &str| {
            let name = expression.trim_start_matches("${{ inputs.").trim_end_matches(" }}");
            text(&action["inputs"][name]["default"])
        };
        let variables = check["env"].as_object().unwrap().iter().map(|(name, value)| (&name[..], default(text(value))));
        let runner = ("RUNNER_TEMP", temp.path().to_str().unwrap());
        run(text(&check["run"]), place, programs.path(), &variables.chain([runner]).collect::<Vec<_>>())
    };
    let with_gitlab = |place: &Path| {
        let variables = job["variables"].as_object().unwrap().iter();
        let variables: Vec<_> = variables.map(|(name, value)| (&name[..], text(value))).collect();
        let lines = ["before_script", "script"].map(|name| job[name].as_array().unwrap());
        let lines: Vec<_> = lines.into_iter().flatten().map(text).collect();
        run(&lines.join("\n"), place, programs.path(), &variables)
    };
    let with_hook = |place: &Path| {
        // As pre-commit does: the files that the pattern names, all in one call.
        let (files, entry) = (text(&hook["files"]), text(&hook["entry"]));
        let script =
            format!("sh {}/{entry} $(find . -type f | sed 's|^[.]/||' | grep -E '{files}')", checkout.path().display());
        run(&script, place, programs.path(), &[])
    };
    let ways: [(&str, Way); 3] = [("action", &with_action), ("gitlab", &with_gitlab), ("hook", &with_hook)];
    for (name, way) in ways {
        for (payment, status) in [(GOOD, 0), (BAD, 1)] {
            let place = repository(&[("orders/auth.request.json", payment)]);
            let done = way(place.path());
            assert_eq!(done.status.code(), Some(status), "{name}: {}", out(&done));
            assert!(!out(&done).contains("package.json"), "{name}: {}", out(&done));
        }
    }
    // A pipeline that checks nothing says so.
    for way in [&with_action as Way, &with_gitlab] {
        assert_eq!(way(repository(&[]).path()).status.code(), Some(4));
    }
}

/// Building needs an engine and a network: `VALIDATE_ENGINE=docker` (or podman) asks for it.
#[test]
fn the_container_holds_the_binary() {
    let Some(root) = root() else { return };
    let file = fs::read_to_string(root.join("Containerfile")).unwrap();
    let steps = [
        "RUN sh scripts/static-binary",
        "COPY --from=build /src/target/static/validate /validate",
        "COPY LICENSE-APACHE LICENSE-MIT /",
        "ENTRYPOINT [\"/validate\"]",
    ];
    for step in steps {
        assert!(file.lines().any(|line| line == step), "{step}");
    }
    let script = fs::read_to_string(root.join("scripts/static-binary")).unwrap();
    assert!(script.contains("/validate\" target/static/validate\n"), "the script makes what the container takes");
    let Some(engine) = std::env::var_os("VALIDATE_ENGINE") else {
        eprintln!("not run: VALIDATE_ENGINE names no container engine");
        return;
    };
    let engine = |arguments: &[&str]| Command::new(&engine).args(arguments).current_dir(&root).output().unwrap();
    let built = engine(&["build", "-f", "Containerfile", "-t", "klavi-validate-test", "."]);
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let done = engine(&["run", "--rm", "klavi-validate-test", "--version"]);
    assert_eq!(out(&done), format!("validate {}\n", env!("CARGO_PKG_VERSION")));
}
