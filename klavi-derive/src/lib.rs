//! The derive of `klavi_core::Validate`. Everything happens in `klavi-codegen`, which can be tested without a compiler.

#![forbid(unsafe_code)]

use proc_macro::TokenStream;

/// Ties a type to a JSON Schema.
///
/// | attribute | meaning |
/// |---|---|
/// | `#[klavi(schema = "contracts/create-payment.request.schema.json")]` | a schema of the crate `klavi-schema` |
/// | `#[klavi(schema = "…schema.json#/$defs/customer")]` | a part of it, by JSON Pointer |
/// | `#[klavi(schema_file = "schemas/mine.json")]` | a schema of your own, relative to the folder of `Cargo.toml` |
/// | `#[klavi(schema = r#"{…}"#)]` | the schema itself |
/// | `#[klavi(crate = "my_crate::klavi")]` | where the runtime is, if not at `klavi_validate::runtime` |
/// | `#[klavi(vocabulary = "my_crate::pix::vocabulary")]` | where the formats are, if not at `klavi_validate::pix::vocabulary` |
///
/// Every field must be a property of the schema, by the name that serde gives it; a property that may be absent needs
/// an `Option` or `#[serde(default)]`. Mistakes in the schema are told with file, line, column and pointer.
///
/// ```
/// # use klavi_core::Validate as _;
/// # use klavi_derive::Validate;
/// #[derive(serde::Deserialize, Validate)]
/// #[klavi(schema = "contracts/auth.request.schema.json")]
/// # #[klavi(crate = "klavi_core")]
/// #[serde(rename_all = "camelCase")]
/// struct Keys {
///     access_key: String,
///     secret_key: String,
/// }
/// assert_eq!(Keys::PROGRAM.name, "auth.request");
/// ```
///
/// A field that the schema does not have is an error at that field:
///
/// ```compile_fail
/// # use klavi_derive::Validate;
/// #[derive(serde::Deserialize, Validate)]
/// #[klavi(schema = "contracts/auth.request.schema.json")]
/// # #[klavi(crate = "klavi_core")]
/// #[serde(rename_all = "camelCase")]
/// struct Keys {
///     acess_key: String,
/// }
/// ```
#[proc_macro_derive(Validate, attributes(klavi, serde))]
pub fn validate(input: TokenStream) -> TokenStream {
    klavi_codegen::derive(input.into()).into()
}
