//! From a schema to a plan: what is written as it is, and where a fresh value goes.

use super::conditions::{Choices, Wanted, sibling, wanted};
use super::vocabulary::{self, Fresh};
use super::world::Role;
use klavi_core::{Json, Tree};

/// A step of writing a payload.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// These bytes.
    Text(String),
    /// A fresh value.
    Value(Fresh),
    /// One of these JSON texts.
    Choice(Vec<String>),
    /// The next steps, or none of them.
    Maybe(usize),
    /// The next steps a few times, for the items of an array.
    Repeat(usize),
    /// The end of an object or array, in place of the comma before it.
    Close(u8),
}

/// How the payloads of one structure are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Plan {
    pub(super) pieces: Vec<Piece>,
    /// Whether the payee is a company: a key may be its CNPJ.
    pub(super) to_company: bool,
}

/// What a plan keeps of a document: its structure, and some of its values.
pub(super) struct Model<'a> {
    pub(super) document: &'a Tree,
    /// JSON Pointers of the values that are kept.
    pub(super) kept: Vec<String>,
}

impl Model<'_> {
    fn keeps(&self, path: &str) -> bool {
        self.kept
            .iter()
            .any(|kept| path.strip_prefix(&**kept).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
    }
}

/// Makes the plan of a contract for these choices; of a model, the plan for documents like it.
///
/// `None` where the schema asks for something of which no fresh value is known.
pub(super) fn plan(schema: &Tree, choices: &Choices, model: Option<&Model<'_>>) -> Option<Plan> {
    let mut planner = Planner { schema, choices, model, pieces: Vec::new(), barrier: 0 };
    let document = model.map(|model| model.document);
    planner.value(&[schema], &FieldContext { path: "", name: "", parent: &[], role: Role::Payer }, document)?;
    let to_company = match model {
        None => choices.get("payee type").is_some_and(|kind| kind == "CNPJ"),
        Some(model) => is_company(model.document.pointer("/creditorAccount/holder")),
    };
    Some(Plan { pieces: planner.pieces, to_company })
}

fn is_company(person: Option<&Tree>) -> bool {
    person.and_then(|person| person.get("identifierType")).and_then(Tree::as_str) == Some("CNPJ")
}

/// Where a value stands.
struct FieldContext<'a> {
    path: &'a str,
    /// The member's name.
    name: &'a str,
    /// The schemas of the object that it is a member of.
    parent: &'a [&'a Tree],
    role: Role,
}

struct Planner<'a> {
    schema: &'a Tree,
    choices: &'a Choices,
    model: Option<&'a Model<'a>>,
    pieces: Vec<Piece>,
    /// Texts before this place are not added to: a `Maybe` or `Repeat` counts the steps behind it.
    barrier: usize,
}

impl<'a> Planner<'a> {
    fn text(&mut self, text: &str) {
        if self.pieces.len() > self.barrier
            && let Some(Piece::Text(last)) = self.pieces.last_mut()
        {
            last.push_str(text);
            return;
        }
        self.pieces.push(Piece::Text(text.to_owned()));
    }

    /// The steps of a part, behind the step that counts them.
    fn counted(&mut self, head: fn(usize) -> Piece, part: impl FnOnce(&mut Self) -> Option<()>) -> Option<()> {
        let at = self.pieces.len();
        self.pieces.push(head(0));
        self.barrier = self.pieces.len();
        part(self)?;
        self.pieces[at] = head(self.pieces.len() - at - 1);
        self.barrier = self.pieces.len();
        Some(())
    }

    fn value(&mut self, schemas: &[&'a Tree], place: &FieldContext<'_>, document: Option<&Tree>) -> Option<()> {
        if let Some(document) = document.filter(|_| self.model.is_some_and(|model| model.keeps(place.path))) {
            self.text(&document.to_string());
            return Some(());
        }
        let schemas = self.resolved(schemas)?;
        match (primary_type(&schemas), document.map(|document| &document.value)) {
            ("object", None | Some(Json::Object(_)))
                if schemas.iter().any(|schema| schema.get("properties").is_some()) =>
            {
                self.object(&schemas, place, document)
            }
            ("array", None | Some(Json::Array(_))) => self.array(&schemas, place, document),
            (kind, _) => self.leaf(kind, &schemas, place, document),
        }
    }

    fn object(&mut self, schemas: &[&'a Tree], place: &FieldContext<'_>, document: Option<&Tree>) -> Option<()> {
        let wanted = wanted(schemas, place.path, self.choices);
        self.text("{");
        let mut seen = Vec::new();
        for property in schemas.iter().filter_map(|schema| schema.get("properties")).flat_map(Tree::members) {
            let name = &*property.name;
            if seen.contains(&name) {
                continue;
            }
            seen.push(name);
            self.member(name, &wanted, schemas, place, document)?;
        }
        // What the schema does not know stands in the model alone.
        for member in document.map_or(&[][..], Tree::members).iter().filter(|member| !seen.contains(&&*member.name)) {
            self.text(&format!("{}:{},", quoted(&member.name), member.value));
        }
        self.barrier = self.pieces.len();
        self.pieces.push(Piece::Close(b'}'));
        self.barrier = self.pieces.len();
        Some(())
    }

    fn member(
        &mut self,
        name: &'a str,
        wanted: &Wanted<'a>,
        parent: &[&'a Tree],
        place: &FieldContext<'_>,
        document: Option<&Tree>,
    ) -> Option<()> {
        let path = format!("{}/{name}", place.path);
        let inside = document.and_then(|document| document.get(name));
        let is_there = if document.is_some() { inside.is_some() } else { !wanted.forbidden.contains(&name) };
        if !is_there {
            return Some(());
        }
        let mut schemas: Vec<&Tree> = parent.iter().filter_map(|schema| schema.get("properties")?.get(name)).collect();
        schemas.extend(wanted.overlays.iter().filter(|(member, _)| *member == name).map(|(_, schema)| *schema));
        let place = FieldContext { path: &path, name, parent, role: vocabulary::role(name).unwrap_or(place.role) };
        let write = |planner: &mut Self| {
            planner.text(&format!("{}:", quoted(name)));
            planner.value(&schemas, &place, inside)?;
            planner.text(",");
            Some(())
        };
        if document.is_some() || wanted.required.contains(&name) {
            write(self)
        } else {
            self.counted(Piece::Maybe, write)
        }
    }

    fn array(&mut self, schemas: &[&'a Tree], place: &FieldContext<'_>, document: Option<&Tree>) -> Option<()> {
        if let Some(examples) = examples(schemas).filter(|_| document.is_none()) {
            self.pieces.push(Piece::Choice(examples));
            return Some(());
        }
        let items: Vec<&Tree> = schemas.iter().filter_map(|schema| schema.get("items")).collect();
        self.text("[");
        match document {
            Some(document) => {
                for (index, item) in document.items().iter().enumerate() {
                    let path = format!("{}/{index}", place.path);
                    self.value(&items, &FieldContext { path: &path, ..*place }, Some(item))?;
                    self.text(",");
                }
            }
            None => self.counted(Piece::Repeat, |planner| {
                planner.value(&items, place, None)?;
                planner.text(",");
                Some(())
            })?,
        }
        self.barrier = self.pieces.len();
        self.pieces.push(Piece::Close(b']'));
        self.barrier = self.pieces.len();
        Some(())
    }

    fn leaf(
        &mut self,
        kind: &str,
        schemas: &[&'a Tree],
        place: &FieldContext<'_>,
        document: Option<&Tree>,
    ) -> Option<()> {
        if let Some(values) = vocabulary::list(schemas) {
            let decided = self.choices.value(place.path);
            let kept = document.and_then(Tree::as_str);
            match (kept, decided) {
                // What conditions ask about stays as it is in the model.
                (Some(kept), _) => self.text(&quoted(kept)),
                (None, Some(decided)) => self.text(&quoted(decided)),
                (None, None) => {
                    let allowed = values.into_iter().filter(|value| !vocabulary::is_unwanted(schemas, value));
                    self.pieces.push(Piece::Choice(allowed.map(quoted).collect()));
                }
            }
            return Some(());
        }
        let is_company = match document {
            Some(_) => is_company(self.parent_in_model(place.path)),
            None => self.choices.value(&sibling(place.path, "identifierType")).is_some_and(|kind| kind == "CNPJ"),
        };
        let leaf =
            vocabulary::Leaf { kind, schemas, name: place.name, parent: place.parent, role: place.role, is_company };
        match vocabulary::fresh(&leaf)? {
            vocabulary::ValueSource::Fresh(fresh) => self.pieces.push(Piece::Value(fresh)),
            vocabulary::ValueSource::Examples => self.pieces.push(Piece::Choice(examples(schemas)?)),
            vocabulary::ValueSource::Literals(values) => {
                self.pieces.push(Piece::Choice(values.iter().map(|value| (*value).to_owned()).collect()));
            }
        }
        Some(())
    }

    fn parent_in_model(&self, path: &str) -> Option<&Tree> {
        self.model?.document.pointer(path.rsplit_once('/')?.0)
    }

    /// The schemas with those that they refer to.
    fn resolved(&self, schemas: &[&'a Tree]) -> Option<Vec<&'a Tree>> {
        let mut all = Vec::new();
        for schema in schemas {
            if let Some(reference) = schema.get("$ref").and_then(Tree::as_str) {
                all.extend(self.resolved(&[self.schema.pointer(reference.strip_prefix('#')?)?])?);
            }
            all.push(*schema);
        }
        Some(all)
    }
}

/// The type that documents of this schema have, where there is a choice: not `null`, and the first one.
fn primary_type<'a>(schemas: &[&'a Tree]) -> &'a str {
    let types = schemas.iter().find_map(|schema| schema.get("type"));
    let names = types.and_then(|types| types.as_str().or_else(|| types.items().iter().find_map(not_null)));
    names.unwrap_or("object")
}

fn not_null(kind: &Tree) -> Option<&str> {
    kind.as_str().filter(|kind| *kind != "null")
}

fn examples(schemas: &[&Tree]) -> Option<Vec<String>> {
    let examples = schemas.iter().find_map(|schema| schema.get("examples"))?;
    Some(examples.items().iter().map(Tree::to_string).collect())
}

/// A text as JSON.
pub(super) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
