//! The published files, and the forms in which schemas are published.

use super::args::{Args, Draft, Flavour};
use super::complain;
use super::select::find;
use super::summary::Status;
use klavi_core::{Json, Member, Tree};
use klavi_schema::{DIALECT, OPERATIONS, RULES};
use klavi_validate::{contracts, pretty};
use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// The JSON Schema of the report.
const REPORT: &str = include_str!("report.schema.json");
/// The JSON Schema of the configuration.
pub const CONFIG: &str = include_str!("config.schema.json");

/// The form in which a schema is published.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    draft: Draft,
    flavour: Flavour,
}

impl Form {
    /// What the flags say.
    pub fn of(args: &Args) -> Self {
        Self { draft: args.draft.unwrap_or(Draft::Current), flavour: args.flavour.unwrap_or(Flavour::Full) }
    }

    /// A schema in this form; without a change, byte for byte as it is.
    fn apply(self, schema: &str) -> Result<String, String> {
        if self.draft == Draft::Current && self.flavour == Flavour::Full {
            return Ok(schema.to_owned());
        }
        let tree =
            Tree::parse(schema.as_bytes()).map_err(|error| format!("the schema is malformed: {}", error.code))?;
        let mut tree = self.schema(&tree);
        if let Some(Json::String(id)) = tree.get("$id").map(|id| id.value.clone()) {
            let draft = if self.draft == Draft::Seven { ":draft-07" } else { "" };
            let flavour = if self.flavour == Flavour::Types { ":types" } else { "" };
            tree.set("/$id", Tree { span: tree.span, value: Json::String(format!("{id}{flavour}{draft}")) });
        }
        Ok(pretty(&tree))
    }

    fn schema(self, tree: &Tree) -> Tree {
        let Json::Object(members) = &tree.value else { return tree.clone() };
        let kept = members.iter().filter(|member| !self.drops(&member.name)).filter_map(|member| self.member(member));
        let tree = Tree { span: tree.span, value: Json::Object(kept.collect()) };
        if self.draft == Draft::Seven { beside_references(tree) } else { tree }
    }

    fn drops(self, keyword: &str) -> bool {
        self.flavour == Flavour::Types && matches!(keyword, "if" | "then" | "else")
    }

    /// A keyword in this form; `None` for a list that has nothing left to say.
    fn member(self, member: &Member) -> Option<Member> {
        // Under these, saying less would accept less. And what belongs to the project stays as it is.
        let whole = Self { flavour: Flavour::Full, ..self };
        let value = &member.value;
        let value = match &member.name[..] {
            "properties" | "$defs" => Json::Object(value.members().iter().map(|part| self.named(part)).collect()),
            "items" | "additionalProperties" => self.schema(value).value,
            "not" | "if" | "then" | "else" | "x-expect" => whole.schema(value).value,
            "oneOf" => Json::Array(value.items().iter().map(|item| whole.schema(item)).collect()),
            "anyOf" => Json::Array(value.items().iter().map(|item| self.schema(item)).collect()),
            "allOf" => {
                let is_condition = |item: &&Tree| self.flavour == Flavour::Types && item.get("if").is_some();
                let kept = value.items().iter().filter(|item| !is_condition(item));
                let kept: Vec<_> = kept.map(|item| self.schema(item)).collect();
                if kept.is_empty() {
                    return None;
                }
                Json::Array(kept)
            }
            "$schema" if self.draft == Draft::Seven => {
                Json::String("http://json-schema.org/draft-07/schema#".to_owned())
            }
            "$ref" if self.draft == Draft::Seven => {
                Json::String(value.as_str().unwrap_or_default().replace("#/$defs/", "#/definitions/"))
            }
            _ => value.value.clone(),
        };
        let renamed = self.draft == Draft::Seven && member.name == "$defs";
        let name = if renamed { "definitions".to_owned() } else { member.name.clone() };
        Some(Member { name, name_span: member.name_span, value: Tree { span: member.value.span, value } })
    }

    fn named(self, part: &Member) -> Member {
        Member { value: self.schema(&part.value), ..part.clone() }
    }
}

/// Draft 7 ignores everything beside a `$ref`: it moves into an `allOf`.
fn beside_references(tree: Tree) -> Tree {
    let Tree { span, value: Json::Object(members) } = tree else { return tree };
    let is_reference = |member: &Member| member.name == "$ref";
    if members.len() < 2 || !members.iter().any(is_reference) {
        return Tree { span, value: Json::Object(members) };
    }
    let (reference, mut beside): (Vec<_>, Vec<_>) = members.into_iter().partition(is_reference);
    let reference = Tree { span, value: Json::Object(reference) };
    match beside.iter_mut().find(|member| member.name == "allOf").map(|member| &mut member.value.value) {
        Some(Json::Array(all)) => all.insert(0, reference),
        _ => beside.push(Member {
            name: "allOf".to_owned(),
            name_span: span,
            value: Tree { span, value: Json::Array(vec![reference]) },
        }),
    }
    Tree { span, value: Json::Object(beside) }
}

/// The schema of a contract, or of the report.
pub fn schema(name: &str, form: Form) -> Result<String, String> {
    if name == "report" {
        return form.apply(REPORT);
    }
    find(contracts(), name).and_then(|contract| form.apply(contract.schema))
}

/// Writes all published files and tells their paths.
pub fn export(folder: &Path, form: Form) -> Status {
    let written = files(form).and_then(|files| files.iter().try_for_each(|(name, text)| write(folder, name, text)));
    match written {
        Ok(()) => Status::Valid,
        Err(message) => {
            complain(&message);
            Status::Unchecked
        }
    }
}

fn files(form: Form) -> Result<Vec<(String, String)>, String> {
    let mut files = vec![
        ("report.schema.json".to_owned(), form.apply(REPORT)?),
        ("config.schema.json".to_owned(), form.apply(CONFIG)?),
    ];
    for document in [OPERATIONS, DIALECT, RULES] {
        files.push((document.name.to_owned(), document.text.to_owned()));
    }
    for contract in contracts() {
        files.push((format!("contracts/{}.schema.json", contract.name), form.apply(contract.schema)?));
    }
    Ok(files)
}

fn write(folder: &Path, name: &str, text: &str) -> Result<(), String> {
    let path = folder.join(name);
    let parent = path.parent().unwrap_or(folder);
    let written = fs::create_dir_all(parent).and_then(|()| fs::write(&path, text));
    written.map_err(|error| format!("cannot write {}: {error}", path.display()))?;
    // Who closes the pipe still wants the files.
    let _ = writeln!(io::stdout(), "{}", path.display());
    Ok(())
}
