//! `validate.toml`: found upwards from the current folder.

use crate::model::choices::{AutoChoice, Detect, LangArg, ValueDisplay};
use crate::settings::toml_entry::{Entry, Wrong, entries};
use crate::text::config_fault::ConfigFault;
use crate::text::usage_error::UsageError;
use clap::ValueEnum;
use klavi_core::DEEPEST;
use klavi_validate::types::Date;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::{Component, Path, PathBuf};
use toml::de::DeTable;

/// What a configuration file says.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct ConfigFile {
    pub include: Vec<PathBuf>,
    pub exclude: Vec<String>,
    pub map: BTreeMap<String, String>,
    pub rules: BTreeMap<String, RuleLevel>,
    pub lang: Option<LangArg>,
    pub detect: Option<Detect>,
    /// Hosts whose calls in HAR files are calls of the API too.
    pub hosts: Vec<String>,
    pub strict: bool,
    pub today: Option<Date>,
    pub max_bytes: Option<usize>,
    pub max_depth: Option<u32>,
    pub max_errors: Option<usize>,
    pub output: OutputTable,
    /// The file, seen from the current folder.
    pub path: Option<PathBuf>,
    /// The folder of the file, seen from the current folder.
    pub folder: PathBuf,
    /// The user named the file; one that was merely found may be anybody's.
    pub is_trusted: bool,
}

/// The table `[output]`.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct OutputTable {
    pub formats: Vec<String>,
    pub values: Option<ValueDisplay>,
    pub color: Option<AutoChoice>,
}

/// What becomes of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum RuleLevel {
    Allow,
    Warn,
    Deny,
}

const NAME: &str = "validate.toml";
/// No configuration is larger: what is has no end, or is none.
const LARGEST: u64 = 1 << 20;

impl ConfigFile {
    /// Reads the file that was named, or else the nearest one, if there is one.
    pub fn find(named: Option<&Path>) -> Result<Self, UsageError> {
        let found = match named {
            Some(path) => Self::read(path)?.ok_or_else(|| UsageError::NoConfig(path.to_owned()))?,
            None => Self::nearest()?.unwrap_or_default(),
        };
        Ok(Self { is_trusted: named.is_some(), ..found })
    }

    fn nearest() -> Result<Option<Self>, UsageError> {
        let depth = std::env::current_dir().map_or(0, |folder| folder.components().count());
        let mut folder = PathBuf::new();
        for _ in 0..depth {
            let path = folder.join(NAME);
            // Reading what is no file, such as a pipe, might never end.
            if fs::metadata(&path).is_ok_and(|metadata| !metadata.is_file()) {
                return Err(UsageError::NoFileThere(path));
            }
            if let Some(config) = Self::read(&path)? {
                return Ok(Some(config));
            }
            folder.push("..");
        }
        Ok(None)
    }

    fn read(path: &Path) -> Result<Option<Self>, UsageError> {
        let mut text = String::new();
        match File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_string(&mut text)) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Ok(length) if length as u64 > LARGEST => return Err(UsageError::TooLarge(path.to_owned(), LARGEST)),
            Ok(_) => {}
            Err(error) => return Err(UsageError::Unreadable(path.to_owned(), error.to_string())),
        }
        let config = parse(&text).map_err(|Wrong(at, fault)| {
            let line = 1 + text[..at].matches('\n').count();
            UsageError::Config(path.to_owned(), line, fault)
        })?;
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        Ok(Some(Self { folder, path: Some(path.to_owned()), ..config }))
    }

    /// The paths of `include`, seen from the current folder.
    pub fn included(&self) -> impl Iterator<Item = PathBuf> {
        self.include.iter().map(|path| self.folder.join(path))
    }

    /// Whether the file may speak of this path: one that was merely found only of what is in its folder, links resolved.
    pub fn may_read(&self, path: &Path) -> bool {
        self.is_trusted || self.inside(path).is_some()
    }

    /// Whether a report of the file may go there: never, if the file was merely found, where programs keep their own.
    pub fn may_write(&self, path: &Path) -> bool {
        let is_hidden = |part: Component<'_>| part.as_os_str().as_encoded_bytes().starts_with(b".");
        self.is_trusted || self.inside(path).is_some_and(|inside| !inside.components().any(is_hidden))
    }

    /// Of a key that the file may not have, as long as nobody says that it is trusted.
    pub fn untrusted(&self, key: &'static str) -> UsageError {
        UsageError::Untrusted(self.path.clone().unwrap_or_default(), key)
    }

    /// The path as it is seen from the folder of the file, if it is in there. It may not be there yet, or be a glob.
    fn inside(&self, path: &Path) -> Option<PathBuf> {
        let folder = if self.folder.as_os_str().is_empty() { Path::new(".") } else { &self.folder };
        let folder = fs::canonicalize(folder).ok()?;
        let here = Path::new(".").join(path);
        let (known, rest) = here.ancestors().find_map(|known| {
            let rest = here.strip_prefix(known).ok()?;
            Some((fs::canonicalize(known).ok()?, rest))
        })?;
        let is_plain = rest.components().all(|part| matches!(part, Component::Normal(_)));
        Some(known.strip_prefix(folder).ok()?.join(rest)).filter(|_| is_plain)
    }
}

/// Does what the key of an entry says: the keys that there are stand once.
macro_rules! by_key {
    ($entry:ident, { $($key:literal => $take:expr,)+ }) => {
        match $entry.key {
            $($key => $take,)+
            _ => return Err($entry.unknown(&[$($key),+])),
        }
    };
}

fn parse(text: &str) -> Result<ConfigFile, Wrong> {
    let table = DeTable::parse(text).map_err(|error| {
        // What the parser says of it is English, and may hold a value.
        let at = error.span().map_or(0, |span| span.start.min(text.len()));
        let before = text.get(..at).unwrap_or_default();
        let column = 1 + before.chars().rev().take_while(|letter| *letter != '\n').count();
        Wrong(before.len(), ConfigFault::Syntax(column))
    })?;
    let mut config = ConfigFile::default();
    for entry in entries("", table.get_ref()) {
        by_key!(entry, {
            "include" => config.include = entry.texts()?.into_iter().map(PathBuf::from).collect(),
            "exclude" => config.exclude = entry.texts()?,
            "hosts" => config.hosts = entry.texts()?,
            "lang" => config.lang = Some(entry.one_of()?),
            "detect" => config.detect = Some(entry.one_of()?),
            "strict" => config.strict = entry.switch()?,
            "today" => config.today = Some(entry.day()?),
            "max-bytes" => config.max_bytes = Some(entry.size()?),
            "max-depth" => config.max_depth = Some(entry.number(1..=u64::from(DEEPEST))?),
            "max-errors" => config.max_errors = Some(entry.number(0..=u64::MAX)?),
            "map" => config.map = pairs(&entry, Entry::text)?,
            "rules" => config.rules = pairs(&entry, Entry::one_of)?,
            "output" => config.output = output(&entry)?,
        });
    }
    Ok(config)
}

fn output(table: &Entry<'_>) -> Result<OutputTable, Wrong> {
    let mut output = OutputTable::default();
    for entry in table.table()? {
        by_key!(entry, {
            "formats" => output.formats = entry.texts()?,
            "values" => output.values = Some(entry.one_of()?),
            "color" => output.color = Some(entry.one_of()?),
        });
    }
    Ok(output)
}

/// A table whose keys are free.
fn pairs<'a, T>(
    table: &Entry<'a>,
    value: impl Fn(&Entry<'a>) -> Result<T, Wrong>,
) -> Result<BTreeMap<String, T>, Wrong> {
    table.table()?.map(|entry| Ok((entry.key.to_owned(), value(&entry)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use klavi_validate::Lang;

    #[test]
    fn everything_that_can_be_said() {
        let text = "include = ['orders']\nexclude = ['*.tmp']\nlang = 'pt-BR'\ndetect = 'name'\n\
                    strict = true\ntoday = '2026-12-31'\nmax-bytes = '1MiB'\nmax-depth = 32\nmax-errors = 0\n\
                    [map]\n'a/**' = 'auth.request'\n[rules]\nunknown-field = 'deny'\n\
                    [output]\nformats = ['text']\nvalues = 'none'\ncolor = 'never'\n";
        let config = parse(text).unwrap();
        assert_eq!((config.include, config.exclude), (vec![PathBuf::from("orders")], vec!["*.tmp".to_owned()]));
        assert_eq!((config.lang, config.detect), (Some(LangArg(Lang::PtBr)), Some(Detect::Name)));
        assert_eq!((config.strict, config.today), (true, "2026-12-31".parse().ok()));
        assert_eq!((config.max_bytes, config.max_depth, config.max_errors), (Some(1 << 20), Some(32), Some(0)));
        assert_eq!(parse("max-bytes = 4096").unwrap().max_bytes, Some(4096));
        assert_eq!(config.map["a/**"], "auth.request");
        assert_eq!(config.rules["unknown-field"], RuleLevel::Deny);
        let (values, color) = (Some(ValueDisplay::None), Some(AutoChoice::Never));
        assert_eq!(config.output, OutputTable { formats: vec!["text".to_owned()], values, color });
    }

    /// Files with one fault each: where it is, and what is said of it.
    const FAULTS: &[(&str, usize, &str, &str)] = &[
        ("a = '76109277673", 16, "malformed TOML from column 17 on", "TOML malformado a partir da coluna 17"),
        ("lang = 'fr'", 7, "'lang' takes one of en, pt-BR", "'lang' aceita um destes valores: en, pt-BR"),
        ("lang = 7", 7, "'lang' takes one of en, pt-BR", "'lang' aceita um destes valores: en, pt-BR"),
        ("include = '76109277673'", 10, "'include' takes a list of strings", "'include' aceita uma lista de textos"),
        (
            "include = ['a', 76109277673]",
            10,
            "'include' takes a list of strings",
            "'include' aceita uma lista de textos",
        ),
        ("strict = 'yes'", 9, "'strict' takes true or false", "'strict' aceita true ou false"),
        (
            "max-depth = 513",
            12,
            "'max-depth' takes a whole number from 1 to 512",
            "'max-depth' aceita um número inteiro de 1 a 512",
        ),
        (
            "max-errors = -1",
            13,
            "'max-errors' takes a whole number, 0 or more",
            "'max-errors' aceita um número inteiro, 0 ou mais",
        ),
        (
            "max-bytes = '5TB'",
            12,
            "'max-bytes' takes a number of bytes, or a string with a unit such as '16MiB'",
            "'max-bytes' aceita um número de bytes ou um texto com unidade, p. ex. '16MiB'",
        ),
        ("map = '76109277673'", 6, "'map' takes a table", "'map' aceita uma tabela"),
        ("[map]\na = 76109277673", 10, "'map.a' takes a string", "'map.a' aceita um texto"),
        (
            "[rules]\ninclde = ['x']",
            17,
            "'rules.inclde' takes one of allow, warn, deny",
            "'rules.inclde' aceita um destes valores: allow, warn, deny",
        ),
        (
            "inclde = []",
            0,
            "there is no key 'inclde'; did you mean 'include'?",
            "não existe a chave 'inclde'; você quis dizer 'include'?",
        ),
        (
            "[output]\nzebra = 1",
            9,
            "there is no key 'output.zebra'; possible values: formats, values, color",
            "não existe a chave 'output.zebra'; valores possíveis: formats, values, color",
        ),
    ];

    #[test]
    fn a_fault_names_its_key_and_its_place_and_no_value() {
        for &(text, at, en, pt_br) in FAULTS {
            let Wrong(found, fault) = parse(text).unwrap_err();
            assert_eq!(
                (found, fault.said().message(Lang::En), fault.said().message(Lang::PtBr)),
                (at, en.into(), pt_br.into()),
                "{text}"
            );
        }
    }
}
