//! The form in which a schema is published: a draft and a flavour, each of which is a list of rewrites.

use crate::model::choices::{Draft, Flavour};
use crate::publish::builder::{parsed, text};
use crate::publish::rewrite::{self, Rewrite};
use crate::publish::{definitions, map_subschemas, strict};
use crate::settings::flags::Args;
use crate::text::usage_error::UsageError;
use clap::ValueEnum;
use klavi_core::{Json, Tree};
use klavi_validate::catalogue::pretty;

/// The form in which schemas are published.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    /// `None` if it was not asked for.
    draft: Option<Draft>,
    flavour: Flavour,
}

impl Form {
    /// What the flags say.
    pub fn of(args: &Args) -> Self {
        Self { draft: args.draft, flavour: args.flavour.unwrap_or(Flavour::Full) }
    }

    /// The form of a draft and a flavour.
    pub const fn new(draft: Draft, flavour: Flavour) -> Self {
        Self { draft: Some(draft), flavour }
    }

    /// This form, in a given draft if none was asked for.
    pub fn within(self, default: Draft) -> Self {
        Self::new(self.draft.unwrap_or(default), self.flavour)
    }

    pub fn draft(self) -> Draft {
        self.draft.unwrap_or(Draft::Current)
    }

    pub const fn flavour(self) -> Flavour {
        self.flavour
    }

    /// Where `--export` writes a schema in this form.
    pub fn path(self, name: &str) -> String {
        format!("schemas/{}/{}/{name}.schema.json", named(&self.draft()), named(&self.flavour))
    }

    /// Where `--export` writes the OpenAPI document in this form.
    pub fn openapi_path(self) -> String {
        match self.flavour {
            Flavour::Full => format!("{}.json", named(&self.draft())),
            flavour => format!("{}.{}.json", named(&self.draft()), named(&flavour)),
        }
    }

    /// A schema in this form, on its own; without a change, byte for byte as it is.
    pub fn schema(self, schema: &str) -> Result<String, UsageError> {
        let rewrites = self.rewrites();
        if rewrites.is_empty() {
            return Ok(schema.to_owned());
        }
        let mut tree = self.apply(schema)?;
        if self.draft().is_openapi() {
            tree = definitions::on_its_own(tree);
        } else if let Some(Json::String(id)) = tree.get("$id").map(|id| id.value.clone()) {
            let draft = if self.draft() == Draft::Seven { ":draft-07" } else { "" };
            let flavour = match self.flavour {
                Flavour::Full => "",
                Flavour::Types => ":types",
                Flavour::Plain => ":plain",
            };
            tree.set("/$id", text(format!("{id}{flavour}{draft}")));
        }
        Ok(pretty(&tree))
    }

    /// A schema in this form, its definitions still inside.
    pub fn apply(self, schema: &str) -> Result<Tree, UsageError> {
        let tree = parsed("schema", schema)?;
        let tree = match self.flavour {
            Flavour::Full => tree,
            Flavour::Types => definitions::titled(tree),
            Flavour::Plain => strict::told(tree),
        };
        let rewrites = self.rewrites();
        Ok(map_subschemas::schemas(tree, false, &|tree, is_exact| {
            let fitting = rewrites.iter().filter(|rewrite| !(is_exact && rewrite.says_less));
            fitting.fold(tree, |tree, rewrite| (rewrite.apply)(tree))
        }))
    }

    fn rewrites(self) -> Vec<Rewrite> {
        let flavour: &[Rewrite] = match self.flavour {
            Flavour::Full => &[],
            Flavour::Types => rewrite::TYPES,
            Flavour::Plain => rewrite::PLAIN,
        };
        let draft: &[Rewrite] = match self.draft() {
            Draft::Current => &[],
            Draft::Seven => rewrite::DRAFT_07,
            Draft::OpenApi31 => rewrite::OPENAPI_31,
            Draft::OpenApi30 => rewrite::OPENAPI_30,
        };
        // Tools that make types want to see an integer.
        let whole: &[Rewrite] = match (self.draft(), self.flavour) {
            (Draft::OpenApi30, Flavour::Full | Flavour::Plain) => &[rewrite::WHOLE_NUMBERS],
            _ => &[],
        };
        [flavour, draft, whole].concat()
    }
}

/// What a choice is called on the command line.
fn named(choice: &impl ValueEnum) -> String {
    choice.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
}
