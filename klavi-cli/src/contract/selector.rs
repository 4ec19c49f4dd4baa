//! Which contract a document is checked against.

use crate::contract::glob::Glob;
use crate::contract::own;
use crate::contract::shape;
use crate::model::choices::Detect;
use crate::model::document::{ChosenBy, ChosenContract};
use crate::model::unchecked::UncheckedReason;
use crate::text::usage_error::{NameKind, UsageError};
use klavi_validate::Contract;
use std::path::{Component, Path};

/// The ways to a contract, in the order in which they are tried.
pub struct Selector {
    contracts: &'static [Contract],
    flag: Option<&'static Contract>,
    map: Vec<Mapping>,
    detect: Detect,
}

struct Mapping {
    files: Glob,
    contract: &'static Contract,
}

impl Selector {
    /// Resolves all names; the error is for the person who wrote them.
    pub fn new<'a>(
        contracts: &'static [Contract],
        flag: Option<&'static Contract>,
        map: impl IntoIterator<Item = (Glob, &'a str, &'a Path)>,
        detect: Detect,
    ) -> Result<Self, UsageError> {
        let map = map
            .into_iter()
            .map(|(files, name, folder)| Ok(Mapping { files, contract: find_or_read(contracts, name, folder)? }))
            .collect::<Result<_, UsageError>>()?;
        Ok(Self { contracts, flag, map, detect })
    }

    /// What is decided for all documents of a file.
    pub fn by_file(&self, file: &str) -> Option<ChosenContract> {
        let path = Path::new(file);
        let mapped = || self.map.iter().find(|mapping| mapping.files.is_match(path));
        self.flag
            .map(|contract| ChosenContract { contract, by: ChosenBy::Flag })
            .or_else(|| mapped().map(|mapping| ChosenContract { contract: mapping.contract, by: ChosenBy::Map }))
            .or_else(|| {
                let contract = self.by_name(path)?;
                matches!(self.detect, Detect::Auto | Detect::Name)
                    .then_some(ChosenContract { contract, by: ChosenBy::Name })
            })
    }

    /// The contract that a file, or else the nearest folder, is called after.
    fn by_name(&self, path: &Path) -> Option<&'static Contract> {
        path.components().rev().find_map(|component| {
            let Component::Normal(name) = component else { return None };
            let name = name.to_str()?;
            self.contracts.iter().find(|contract| {
                name.strip_prefix(contract.name).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
            })
        })
    }

    /// What the shape of one document decides.
    pub fn by_shape(&self, document: &[u8]) -> Result<ChosenContract, UncheckedReason> {
        if !matches!(self.detect, Detect::Auto | Detect::Shape) {
            return Err(UncheckedReason::NoContract);
        }
        match shape::by_shape(self.contracts, document)[..] {
            [] => Err(UncheckedReason::NoContract),
            [contract] => Ok(ChosenContract { contract, by: ChosenBy::Shape }),
            ref several => Err(UncheckedReason::Ambiguous(several.iter().map(|contract| contract.name).collect())),
        }
    }
}

/// The contract of this name, or of the schema file that is meant from this folder.
pub fn find_or_read(
    contracts: &'static [Contract],
    name: &str,
    folder: &Path,
) -> Result<&'static Contract, UsageError> {
    let path = folder.join(name);
    match find(contracts, name) {
        Err(UsageError::Unknown(..)) if own::is_path(&path, name) => own::read(&path),
        found => found,
    }
}

/// The contract of this name or unique prefix.
pub fn find(contracts: &'static [Contract], name: &str) -> Result<&'static Contract, UsageError> {
    find_beside(contracts, &[], name)
}

/// The contract of this name or unique prefix, where other names are known too.
pub fn find_beside(
    contracts: &'static [Contract],
    others: &[&'static str],
    name: &str,
) -> Result<&'static Contract, UsageError> {
    if let Some(contract) = contracts.iter().find(|contract| contract.name == name) {
        return Ok(contract);
    }
    let fitting: Vec<_> = contracts.iter().filter(|contract| contract.name.starts_with(name)).collect();
    match fitting[..] {
        [contract] => Ok(contract),
        [] => {
            let known = contracts.iter().map(|contract| contract.name).chain(others.iter().copied());
            Err(UsageError::unknown(NameKind::Schema, name, known))
        }
        _ => Err(UsageError::Ambiguous(name.to_owned(), fitting.iter().map(|contract| contract.name).collect())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use klavi_validate::{Lang, contracts};

    fn choice(
        schema: Option<&str>,
        map: &[(&str, &str)],
        detect: Detect,
        file: &str,
    ) -> Option<(&'static str, ChosenBy)> {
        let map = map.iter().map(|(glob, name)| (Glob::new(glob, Path::new("")).unwrap(), *name, Path::new("")));
        let selector =
            Selector::new(contracts(), schema.map(|name| find(contracts(), name).unwrap()), map, detect).unwrap();
        selector.by_file(file).map(|choice| (choice.contract.name, choice.by))
    }

    #[test]
    fn flag_before_map_before_name() {
        let map = [("*.req.json", "auth.request"), ("out/**", "auth.response")];
        let of = |schema, file| choice(schema, &map, Detect::Auto, file);
        assert_eq!(of(Some("error"), "a.req.json"), Some(("error.response", ChosenBy::Flag)));
        assert_eq!(of(None, "x/a.req.json"), Some(("auth.request", ChosenBy::Map)));
        assert_eq!(of(None, "out/x/create-payment.request.json"), Some(("auth.response", ChosenBy::Map)));
        assert_eq!(of(None, "x/create-payment.request.json"), Some(("create-payment.request", ChosenBy::Name)));
        assert_eq!(of(None, "auth.response/1.json"), Some(("auth.response", ChosenBy::Name)));
        assert_eq!(of(None, "auth.response/auth.request.1.json"), Some(("auth.request", ChosenBy::Name)));
        assert_eq!(of(None, "auth.requests/1.json"), None);
        assert_eq!(choice(None, &map, Detect::Shape, "auth.request.json"), None);
    }

    #[test]
    fn names_are_completed_and_mended() {
        let error = |name| find(contracts(), name).unwrap_err().text(Lang::En);
        assert_eq!(find(contracts(), "get-payment.").unwrap().name, "get-payment.response");
        assert_eq!(
            error("create-payment"),
            "'create-payment' is ambiguous: it could be create-payment.request, create-payment.response"
        );
        assert_eq!(
            error("creat-payment.request"),
            "there is no schema 'creat-payment.request'; did you mean 'create-payment.request'?"
        );
        assert!(error("zebra").starts_with("there is no schema 'zebra'; possible values: auth.request, "));
    }
}
