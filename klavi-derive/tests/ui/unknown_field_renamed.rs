use klavi_derive::Validate;

#[derive(serde::Deserialize, Validate)]
#[klavi(schema = "contracts/auth.request.schema.json", crate = "::klavi_core")]
#[serde(rename_all = "camelCase")]
struct Login {
    access_key: String,
    #[serde(rename = "secret_key")]
    secret: String,
}

fn main() {}
