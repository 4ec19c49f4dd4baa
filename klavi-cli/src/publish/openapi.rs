//! The OpenAPI document: what `operations.json` says, with the contracts as components.

use crate::model::choices::{Draft, Flavour};
use crate::publish::bodies::{common_content, content, examples, reference};
use crate::publish::builder::{Object, array, boolean, member, object, parsed, text, word};
use crate::publish::definitions::as_components;
use crate::publish::form::Form;
use crate::publish::rewrite::without_labels;
use crate::text::usage_error::UsageError;
use klavi_core::{Json, Member, Tree};
use klavi_schema::{OPERATIONS, SOURCES};
use klavi_validate::catalogue::pretty;
use klavi_validate::{contract, contracts};

const DESCRIPTION: &str =
    "Pix payments and Automatic Pix consents under Open Finance Brasil, as the documents of the API state them.";
const ANNOTATIONS: &str = " What JSON Schema cannot say portably is annotated: bytes of a text (`x-max-bytes`), forms and \
    check digits (`x-format`), comparisons of two members (`x-relations`). Labels of sources, such as 002 or X3, are \
    explained by `x-sources`.";
const REPOSITORY: &str = env!("CARGO_PKG_REPOSITORY");

/// The document, in a draft of OpenAPI.
pub fn document(form: Form) -> Result<String, UsageError> {
    let version = match form.draft() {
        Draft::OpenApi31 => "3.1.0",
        Draft::OpenApi30 => "3.0.3",
        Draft::Current | Draft::Seven => return Err(UsageError::NoOpenApi),
    };
    let api = Api::read(form.flavour())?;
    let is_plain = form.flavour() == Flavour::Plain;
    let components = object([
        ("schemas", schemas(form)?),
        ("responses", api.common_responses()),
        ("examples", examples()?),
        ("securitySchemes", object([("bearer", api.bearer())])),
    ]);
    let mut document = Object::default();
    document.add("openapi", text(version));
    document.add("info", info(is_plain));
    document.add("servers", api.servers());
    document.add("tags", api.tags());
    document.add("paths", api.paths());
    document.add("components", components);
    if !is_plain {
        document.add("x-business-codes", api.0.get("businessCodes").cloned().unwrap_or_else(|| array([])));
        document.add("x-sources", parsed(SOURCES.name, SOURCES.text)?);
    }
    Ok(pretty(&document.into()))
}

fn info(is_plain: bool) -> Tree {
    let description = if is_plain { DESCRIPTION.to_owned() } else { [DESCRIPTION, ANNOTATIONS].concat() };
    object([
        ("title", text("Klavi payment API")),
        ("description", text(description)),
        ("version", text(env!("CARGO_PKG_VERSION"))),
        ("contact", object([("name", text("klavi")), ("url", text(REPOSITORY))])),
        (
            "license",
            object([
                ("name", text(env!("CARGO_PKG_LICENSE"))),
                ("url", text(format!("{REPOSITORY}/blob/main/LICENSE-APACHE"))),
            ]),
        ),
    ])
}

fn schemas(form: Form) -> Result<Tree, UsageError> {
    let mut all = Object::default();
    for contract in contracts() {
        all.0.extend(as_components(contract.name, form.apply(contract.schema)?));
    }
    Ok(all.into())
}

/// `operations.json`.
struct Api(Tree);

impl Api {
    /// The operations, with as much of them as a flavour says.
    fn read(flavour: Flavour) -> Result<Self, UsageError> {
        let operations = parsed(OPERATIONS.name, OPERATIONS.text)?;
        Ok(Self(match flavour {
            Flavour::Full => operations,
            Flavour::Types => told(operations, true),
            Flavour::Plain => told(operations, false),
        }))
    }

    fn operations(&self) -> &[Tree] {
        self.0.get("operations").map_or(&[], Tree::items)
    }

    fn servers(&self) -> Tree {
        let scheme = self.0.pointer("/transport/scheme").and_then(Tree::as_str).unwrap_or("https");
        let hosts = self.0.get("hosts").map_or(&[][..], Tree::items);
        array(hosts.iter().map(|host| {
            let name = word(host, "name");
            let told = host.get("description").and_then(Tree::as_str);
            let description = told.map_or_else(|| name.to_owned(), |told| format!("{name}. {told}"));
            let mut server = Object::default();
            server.add("url", text(format!("{scheme}://{}", word(host, "host"))));
            server.add("description", text(description));
            server.0.extend(annotations(host));
            server.into()
        }))
    }

    fn tags(&self) -> Tree {
        self.0.get("tags").cloned().unwrap_or_else(|| array([]))
    }

    /// How a token is sent: the documents tell it as a header of every operation.
    fn bearer(&self) -> Tree {
        let header = self.operations().iter().flat_map(parameters).find(|parameter| is_token(parameter));
        let mut bearer = Object::default();
        bearer.add("type", text("http"));
        bearer.add("scheme", text("bearer"));
        if let Some(header) = header {
            bearer.0.extend(picked(header, &["description"]));
        }
        bearer.into()
    }

    /// Statuses that any operation may answer with.
    fn common(&self) -> &[Tree] {
        self.0.pointer("/errors/responses").map_or(&[], Tree::items)
    }

    fn common_responses(&self) -> Tree {
        let sources: Vec<_> = self.0.get("errors").into_iter().flat_map(annotations).collect();
        object(self.common().iter().map(|common| {
            let mut answer = Object::default();
            answer.add("description", text(word(common, "description")));
            answer.add("content", common_content(common));
            answer.0.extend(sources.iter().cloned());
            (status(common), answer.into())
        }))
    }

    /// Every path with its operations; older paths come with the same ones, deprecated.
    fn paths(&self) -> Tree {
        let mut paths: Vec<(&str, Object)> = Vec::new();
        for operation in self.operations() {
            let older = operation.get("olderPaths").map_or(&[][..], Tree::items).iter().filter_map(Tree::as_str);
            for (age, path) in std::iter::once(word(operation, "path")).chain(older).enumerate() {
                let at = paths.iter().position(|(known, _)| *known == path).unwrap_or_else(|| {
                    paths.push((path, Object::default()));
                    paths.len() - 1
                });
                paths[at].1.add(word(operation, "method").to_lowercase(), self.operation(operation, age));
            }
        }
        object(paths.into_iter().map(|(path, item)| (path, item.into())))
    }

    fn operation(&self, operation: &Tree, age: usize) -> Tree {
        let id = match age {
            0 => word(operation, "name").to_owned(),
            1 => format!("{}-older", word(operation, "name")),
            _ => format!("{}-older-{age}", word(operation, "name")),
        };
        let mut parts = Object::default();
        parts.add("operationId", text(id));
        parts.add("summary", text(word(operation, "title")));
        parts.add("description", text(word(operation, "description")));
        parts.add("tags", array([text(tag(operation))]));
        if age > 0 {
            parts.add("deprecated", boolean(true));
        }
        let asks_for_token = word(operation, "auth") == "bearer";
        parts.add("security", array(asks_for_token.then(|| object([("bearer", array([]))]))));
        let described: Vec<_> = parameters(operation).filter(|one| !is_token(one)).map(parameter).collect();
        if !described.is_empty() {
            parts.add("parameters", array(described));
        }
        if let Some(request) = operation.get("request").and_then(Tree::as_str) {
            parts.add("requestBody", object([("required", boolean(true)), ("content", content(request))]));
        }
        parts.add("responses", self.responses(operation));
        parts.0.extend(annotations(operation));
        parts.into()
    }

    /// The operation's own answers, and those of any operation that it does not have itself.
    fn responses(&self, operation: &Tree) -> Tree {
        let own = operation.get("responses").map_or(&[][..], Tree::items);
        let is_own = |common: &Tree| own.iter().any(|own| status(own) == status(common));
        let mut all: Vec<_> = own.iter().map(|own| (status(own), response(own))).collect();
        for common in self.common().iter().filter(|common| !is_own(common)) {
            all.push((status(common), reference(&format!("responses/{}", status(common)))));
        }
        all.sort_by(|one, other| one.0.cmp(&other.0));
        object(all)
    }
}

fn response(response: &Tree) -> Tree {
    let name = word(response, "contract");
    let schema = contract(name).and_then(|contract| Tree::parse(contract.schema.as_bytes()).ok());
    let title = schema.as_ref().map_or(name, |schema| word(schema, "title"));
    let mut answer = Object::default();
    answer.add("description", response.get("description").cloned().unwrap_or_else(|| text(title)));
    answer.add("content", content(name));
    answer.0.extend(annotations(response));
    answer.into()
}

fn parameter(parameter: &Tree) -> Tree {
    let mut parts = Object(picked(parameter, &["name", "in", "required", "description"]).collect());
    let kind = parameter.get("type").cloned().unwrap_or_else(|| text("string"));
    parts.add("schema", object([("type", kind)]));
    parts.into()
}

fn parameters(operation: &Tree) -> impl Iterator<Item = &Tree> {
    operation.get("parameters").map_or(&[][..], Tree::items).iter()
}

/// OpenAPI tells this header as security.
fn is_token(parameter: &Tree) -> bool {
    word(parameter, "in") == "header" && word(parameter, "name").eq_ignore_ascii_case("authorization")
}

/// The part of the API that an operation belongs to: what stands after the version in its path.
fn tag(operation: &Tree) -> &str {
    let mut segments = word(operation, "path").split('/').skip_while(|segment| *segment != "v1").skip(1);
    segments.next().unwrap_or_default()
}

fn status(response: &Tree) -> String {
    response.get("status").and_then(Tree::as_number).unwrap_or_default().to_owned()
}

/// These members and the annotations.
fn picked<'a>(tree: &'a Tree, names: &'a [&str]) -> impl Iterator<Item = Member> + 'a {
    let fits = |name: &str| names.contains(&name) || name.starts_with("x-");
    tree.members().iter().filter(move |part| fits(&part.name)).map(|part| member(&*part.name, part.value.clone()))
}

/// The operations without labels in their sentences, and without annotations unless they are wanted.
fn told(tree: Tree, with_annotations: bool) -> Tree {
    if matches!(tree.value, Json::Array(_)) {
        return array(tree.items().iter().map(|item| told(item.clone(), with_annotations)));
    }
    Object::edit(tree, |object| {
        object.0.retain(|member| with_annotations || !member.name.starts_with("x-"));
        for part in &mut object.0 {
            part.value = match part.value.as_str() {
                Some(sentence) if part.name == "description" => text(without_labels(sentence)),
                _ => told(part.value.clone(), with_annotations),
            };
        }
    })
}

fn annotations(tree: &Tree) -> impl Iterator<Item = Member> {
    picked(tree, &[])
}
