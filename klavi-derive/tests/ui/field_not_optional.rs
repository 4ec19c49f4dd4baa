use klavi_derive::Validate;

#[derive(serde::Deserialize, Validate)]
#[klavi(schema_file = "tests/schemas/transfer.json", crate = "::klavi_core")]
#[serde(rename_all = "camelCase")]
struct Transfer {
    client_id: String,
    amount: String,
    note: Box<str>,
    // A function reads it: serde asks for the property although the type is an `Option`.
    #[serde(deserialize_with = "text")]
    r#type: Option<String>,
}

fn text<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    serde::Deserialize::deserialize(deserializer)
}

fn main() {}
