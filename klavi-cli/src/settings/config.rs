//! `validate.toml`: found upwards from the current folder.

use crate::model::choices::{Detect, Tongue, Values, When};
use crate::text::usage_error::Complaint;
use clap::ValueEnum;
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// What a configuration file says.
#[derive(Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    pub include: Vec<PathBuf>,
    pub exclude: Vec<String>,
    pub map: BTreeMap<String, String>,
    pub rules: BTreeMap<String, Choice>,
    #[serde(deserialize_with = "by_name")]
    pub lang: Option<Tongue>,
    #[serde(deserialize_with = "by_name")]
    pub detect: Option<Detect>,
    pub output: Output,
    /// The folder of the file, seen from the current folder.
    #[serde(skip)]
    pub folder: PathBuf,
}

/// The table `[output]`.
#[derive(Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Output {
    pub formats: Vec<String>,
    #[serde(deserialize_with = "by_name")]
    pub values: Option<Values>,
    #[serde(deserialize_with = "by_name")]
    pub color: Option<When>,
}

/// What becomes of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Choice {
    Allow,
    Warn,
    Deny,
}

const NAME: &str = "validate.toml";

impl Config {
    /// Reads the file that was named, or else the nearest one, if there is one.
    pub fn find(named: Option<&Path>) -> Result<Self, Complaint> {
        match named {
            Some(path) => Self::read(path)?.ok_or_else(|| Complaint::NoConfig(path.to_owned())),
            None => Self::nearest().map(Option::unwrap_or_default),
        }
    }

    fn nearest() -> Result<Option<Self>, Complaint> {
        let depth = std::env::current_dir().map_or(0, |folder| folder.components().count());
        let mut folder = PathBuf::new();
        for _ in 0..depth {
            if let Some(config) = Self::read(&folder.join(NAME))? {
                return Ok(Some(config));
            }
            folder.push("..");
        }
        Ok(None)
    }

    fn read(path: &Path) -> Result<Option<Self>, Complaint> {
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(Complaint::Unreadable(path.to_owned(), error.to_string())),
        };
        let config: Self = toml::from_str(&text).map_err(|error| {
            let line = error.span().map_or(1, |span| 1 + text[..span.start].matches('\n').count());
            Complaint::Config(path.to_owned(), line, error.message().to_owned())
        })?;
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        Ok(Some(Self { folder, ..config }))
    }

    /// The paths of `include`, seen from the current folder.
    pub fn included(&self) -> impl Iterator<Item = PathBuf> {
        self.include.iter().map(|path| self.folder.join(path))
    }
}

/// Reads a value by the name that the flag of the same meaning has.
fn by_name<'de, D: Deserializer<'de>, T: ValueEnum>(deserializer: D) -> Result<Option<T>, D::Error> {
    let name = String::deserialize(deserializer)?;
    T::from_str(&name, false).map(Some).map_err(|_| {
        let known = T::value_variants().iter().filter_map(ValueEnum::to_possible_value);
        let known: Vec<_> = known.map(|value| value.get_name().to_owned()).collect();
        serde::de::Error::custom(format!("'{name}' is none of {}", known.join(", ")))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_can_be_said() {
        let text = "include = ['orders']\nexclude = ['*.tmp']\nlang = 'pt-BR'\ndetect = 'name'\n\
                    [map]\n'a/**' = 'auth.request'\n[rules]\nunknown-field = 'deny'\n\
                    [output]\nformats = ['text']\nvalues = 'none'\ncolor = 'never'\n";
        let config: Config = toml::from_str(text).unwrap();
        assert_eq!(config.lang, Some(Tongue::PtBr));
        assert_eq!(config.output.values, Some(Values::None));
        assert_eq!(config.rules["unknown-field"], Choice::Deny);
        let error = |text: &str| toml::from_str::<Config>(text).unwrap_err().message().to_owned();
        assert_eq!(error("lang = 'fr'"), "'fr' is none of en, pt-BR");
        assert!(error("includes = []").starts_with("unknown field `includes`, expected one of `include`"));
    }
}
