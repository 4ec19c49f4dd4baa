//! What a schema says, field by field and condition by condition.

use serde_json::Value;

/// A field of a contract.
#[derive(Debug)]
pub struct Field<'a> {
    /// Its JSON Pointer; `*` stands for any item of a list.
    pub pointer: String,
    pub required: bool,
    /// The schema of its value, references followed, and what stands beside the reference.
    pub schema: &'a Value,
    pub beside: &'a Value,
}

impl Field<'_> {
    /// The text of a keyword; what stands beside a reference speaks of this very field.
    #[must_use]
    pub fn text(&self, keyword: &str) -> Option<&str> {
        self.beside.get(keyword).or_else(|| self.schema.get(keyword)).and_then(Value::as_str)
    }

    /// The types in JSON's own words.
    #[must_use]
    pub fn types(&self) -> String {
        match &self.schema["type"] {
            Value::String(one) => one.clone(),
            Value::Array(several) => several.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", "),
            _ => String::new(),
        }
    }
}

/// All fields of a schema, the outer before the inner.
#[must_use]
pub fn fields(root: &Value) -> Vec<Field<'_>> {
    let mut found = Vec::new();
    collect(root, root, "", &mut found);
    found
}

fn collect<'a>(root: &'a Value, schema: &'a Value, pointer: &str, found: &mut Vec<Field<'a>>) {
    let required: Vec<_> = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    for (name, beside) in schema["properties"].as_object().into_iter().flatten() {
        let (pointer, schema) = (format!("{pointer}/{name}"), followed(root, beside));
        found.push(Field { pointer: pointer.clone(), required: required.contains(&name.as_str()), schema, beside });
        collect(root, schema, &pointer, found);
    }
    if let Some(items) = schema.get("items") {
        collect(root, followed(root, items), &format!("{pointer}/*"), found);
    }
}

fn followed<'a>(root: &'a Value, schema: &'a Value) -> &'a Value {
    let pointer = schema["$ref"].as_str().and_then(|reference| reference.strip_prefix('#'));
    pointer.and_then(|pointer| root.pointer(pointer)).unwrap_or(schema)
}

/// A rule of a contract that has a code of its own.
#[derive(Debug)]
pub struct FieldRule<'a> {
    /// The object that it is about, as a JSON Pointer.
    pub pointer: String,
    /// The entry of the schema.
    pub entry: &'a Value,
    /// Advice: a warning.
    pub is_advice: bool,
}

/// What a rule asks of which members.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Clause {
    /// The values that some members have.
    pub values: Vec<(String, Vec<String>)>,
    pub required: Vec<String>,
    pub forbidden: Vec<String>,
}

impl FieldRule<'_> {
    /// What must be so for the rule to ask anything.
    #[must_use]
    pub fn when(&self) -> Clause {
        clause(&self.entry["if"], &self.pointer)
    }

    /// What it asks then.
    #[must_use]
    pub fn then(&self) -> Clause {
        clause(self.entry.get("then").unwrap_or(self.entry), &self.pointer)
    }
}

fn clause(schema: &Value, pointer: &str) -> Clause {
    let mut clause = Clause::default();
    read(schema, pointer, true, &mut clause);
    clause
}

fn read(schema: &Value, pointer: &str, is_outer: bool, clause: &mut Clause) {
    for (name, member) in schema["properties"].as_object().into_iter().flatten() {
        let pointer = format!("{pointer}/{name}");
        if *member == Value::Bool(false) {
            clause.forbidden.push(pointer.clone());
        }
        if let Some(values) = member["enum"].as_array() {
            let values = values.iter().map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned));
            clause.values.push((pointer.clone(), values.collect()));
        }
        read(member, &pointer, false, clause);
    }
    let tested = |name: &str| clause.values.iter().any(|(at, _)| at.starts_with(&format!("{pointer}/{name}")));
    let required = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let required: Vec<_> = required.filter(|name| !tested(name)).map(|name| format!("{pointer}/{name}")).collect();
    if is_outer || !required.is_empty() {
        clause.required.extend(required);
    }
}

/// All rules of a schema that have a code of their own.
#[must_use]
pub fn rules(root: &Value) -> Vec<FieldRule<'_>> {
    let mut found = Vec::new();
    let mut objects = vec![(String::new(), root)];
    objects.extend(fields(root).into_iter().map(|field| (field.pointer, field.schema)));
    for (pointer, schema) in objects {
        for (holder, is_advice) in [(schema, false), (&schema["x-expect"], true)] {
            let entries = holder["allOf"].as_array().into_iter().flatten().chain(is_advice.then_some(holder));
            let entries = entries.filter(|entry| entry.get("x-rule").is_some());
            found.extend(entries.map(|entry| FieldRule { pointer: pointer.clone(), entry, is_advice }));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn schema(name: &str) -> Value {
        let contract = klavi_schema::CONTRACTS.iter().find(|contract| contract.name == name).unwrap();
        serde_json::from_str(contract.schema.text).unwrap()
    }

    #[test]
    fn fields_of_parts_and_lists() {
        let schema = schema("create-payment.request");
        let fields = fields(&schema);
        let field = |pointer: &str| fields.iter().find(|field| field.pointer == pointer).unwrap();
        assert!(field("/customer/identifierType").required && !field("/proxy").required);
        assert_eq!(field("/creditorAccount/holder/name").types(), "string");
        assert_eq!(field("/customer").text("description"), Some("Who is paying."));
    }

    #[test]
    fn conditions_name_their_members() {
        let schema = schema("create-payment.request");
        let rules = rules(&schema);
        let rule = |code: &str| rules.iter().find(|rule| rule.entry["x-rule"] == code).unwrap();
        let logged = rule("logged-user-cpf-required");
        assert_eq!(logged.when().values, [("/customer/identifierType".to_owned(), vec!["CNPJ".to_owned()])]);
        assert_eq!((logged.when().required, logged.then().required), (vec![], vec!["/loggedUserCpf".to_owned()]));
        assert_eq!(rule("proxy-forbidden").then().forbidden, ["/proxy"]);
        assert!(rule("proxy-expected").is_advice && !logged.is_advice);
    }
}
