use klavi_derive::Validate;

#[derive(serde::Deserialize, Validate)]
#[klavi(schema = "contracts/auth.request.schema.json", crate = "::klavi_core")]
struct OfAField {
    #[serde(rename(serialize = "accessKey", deserialize = "access"))]
    access: String,
}

#[derive(serde::Deserialize, Validate)]
#[klavi(schema = "contracts/auth.request.schema.json", crate = "::klavi_core")]
#[serde(rename_all(deserialize = "camelCase"))]
struct OfAllFields {
    access_key: String,
}

fn main() {}
