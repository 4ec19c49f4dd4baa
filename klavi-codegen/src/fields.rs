//! The fields of a struct, held against the properties of its schema.

mod kinds;

use crate::SchemaFile;
use crate::resolve::{self, Object};
use proc_macro2::TokenStream;
use syn::meta::ParseNestedMeta;
use syn::{Attribute, Data, DataStruct, DeriveInput, Expr, ExprLit, Field, Fields, Lit, Type, Variant};

/// Checks that a type reads what its schema describes: every field of a struct is a property, optional where the schema
/// lets it be absent, and of a kind that the schema lets it have.
///
/// What serde reads by another type or by a function is left to serde.
pub(crate) fn check(input: &DeriveInput, file: &SchemaFile, pointer: &str) -> syn::Result<()> {
    let serde = Serde::read(&input.attrs)?;
    if ["transparent", "from", "try_from", "untagged", "tag"].iter().any(|key| serde.has(key)) {
        return Ok(());
    }
    let schema = resolve::object(file, pointer);
    match (&input.data, &schema) {
        (Data::Struct(DataStruct { fields: Fields::Named(fields), .. }), Some(schema)) => {
            all(fields.named.iter().filter_map(|field| check_field(field, &serde, schema).err()))
        }
        (Data::Struct(DataStruct { fields: Fields::Named(_), .. }), None) => {
            kinds::check_whole(input, file, pointer, "object", "an object with fields")
        }
        (Data::Struct(DataStruct { fields: Fields::Unnamed(fields), .. }), _) if fields.unnamed.len() != 1 => {
            kinds::check_whole(input, file, pointer, "array", "an array, as which serde reads a tuple")
        }
        (Data::Enum(data), _) if data.variants.iter().all(|variant| variant.fields.is_empty()) => {
            kinds::check_whole(input, file, pointer, "string", "a text, as which serde reads a variant without fields")
        }
        (Data::Enum(data), Some(schema)) => {
            all(data.variants.iter().filter_map(|variant| check_variant(variant, &serde, schema).err()))
        }
        _ => Ok(()),
    }
}

fn all(mut errors: impl Iterator<Item = syn::Error>) -> syn::Result<()> {
    let Some(first) = errors.next() else { return Ok(()) };
    Err(errors.fold(first, |mut all, error| {
        all.combine(error);
        all
    }))
}

/// An enum without a tag is an object with one member, named by the variant.
fn check_variant(variant: &Variant, container: &Serde, schema: &Object<'_>) -> syn::Result<()> {
    let serde = Serde::read(&variant.attrs)?;
    let plain = variant.ident.to_string();
    let name = serde.rename.clone().unwrap_or(plain);
    let is_known =
        serde.has("skip") || serde.has("untagged") || variant.fields.is_empty() || container.rename_all.is_some();
    if is_known || schema.properties().any(|(known, _)| known == name) {
        return Ok(());
    }
    let message = format!(
        "serde reads this variant from an object with the member `{name}`, and the schema has no such property; add \
         `#[serde(untagged)]` or `#[serde(tag = \"…\")]` to the enum, or derive `Validate` for a struct"
    );
    Err(syn::Error::new(variant.ident.span(), message))
}

fn check_field(field: &Field, container: &Serde, schema: &Object<'_>) -> syn::Result<()> {
    let Some(ident) = &field.ident else { return Ok(()) };
    let serde = Serde::read(&field.attrs)?;
    if serde.has("skip") || serde.has("flatten") {
        return Ok(());
    }
    let plain = ident.to_string();
    let plain = plain.strip_prefix("r#").unwrap_or(&plain);
    let name = serde.rename.clone().unwrap_or_else(|| renamed(plain, container.rename_all.as_deref()));
    let names: Vec<&str> = schema.properties().map(|(name, _)| name).collect();
    if !names.contains(&name.as_str()) {
        let meant = klavi_core::most_similar(&name, &names);
        let help = meant.map_or_else(
            || format!("it has {}", names.join(", ")),
            |index| format!("did you mean `{}`?", names[index]),
        );
        return Err(syn::Error::new(ident.span(), format!("the schema has no property `{name}`; {help}")));
    }
    if !serde.reads_by() {
        kinds::check_field(&field.ty, &name, schema)?;
    }
    let may_be_absent =
        container.has("default") || serde.may_be_absent() || (is_option(&field.ty) && !serde.reads_by());
    if !may_be_absent && !schema.requires(&name) {
        let message = format!("the schema lets `{name}` be absent: make this an `Option`, or add `#[serde(default)]`");
        return Err(syn::Error::new_spanned(&field.ty, message));
    }
    Ok(())
}

fn is_option(ty: &Type) -> bool {
    let Type::Path(path) = ty else { return false };
    path.path.segments.last().is_some_and(|segment| segment.ident == "Option")
}

/// The wire name that serde gives a field under `rename_all`.
fn renamed(name: &str, rule: Option<&str>) -> String {
    let words = || name.split('_').filter(|word| !word.is_empty());
    let capital = |word: &str| {
        let mut chars = word.chars();
        chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
    };
    match rule {
        Some("camelCase") => {
            words().enumerate().map(|(index, word)| if index == 0 { word.to_owned() } else { capital(word) }).collect()
        }
        Some("PascalCase") => words().map(capital).collect(),
        Some("kebab-case") => name.replace('_', "-"),
        Some("SCREAMING_SNAKE_CASE" | "UPPERCASE") => name.to_uppercase(),
        Some("SCREAMING-KEBAB-CASE") => name.to_uppercase().replace('_', "-"),
        _ => name.to_owned(),
    }
}

/// What serde's attributes say of names and absence.
#[derive(Default)]
struct Serde {
    rename: Option<String>,
    rename_all: Option<String>,
    keys: Vec<String>,
    refused: Option<syn::Error>,
}

impl Serde {
    fn read(attributes: &[Attribute]) -> syn::Result<Self> {
        let mut serde = Self::default();
        for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("serde")) {
            // What serde itself does not understand is serde's to tell.
            let _ = attribute.parse_nested_meta(|meta| serde.take(&meta));
        }
        serde.refused.take().map_or(Ok(serde), Err)
    }

    fn take(&mut self, meta: &ParseNestedMeta<'_>) -> syn::Result<()> {
        let key = meta.path.get_ident().map(ToString::to_string).unwrap_or_default();
        if meta.input.peek(syn::Token![=]) {
            let value: Expr = meta.value()?.parse()?;
            let Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) = value else { return Ok(()) };
            match key.as_str() {
                "rename" => self.rename = Some(text.value()),
                "rename_all" => self.rename_all = Some(text.value()),
                _ => {}
            }
        } else if meta.input.peek(syn::token::Paren) {
            let content;
            syn::parenthesized!(content in meta.input);
            content.parse::<TokenStream>()?;
            if key.starts_with("rename") {
                let message = format!("a property has one name for reading and writing: write `{key} = \"…\"`");
                self.refused = Some(syn::Error::new_spanned(&meta.path, message));
            }
        }
        self.keys.push(key);
        Ok(())
    }

    fn has(&self, key: &str) -> bool {
        self.keys.iter().any(|known| known == key)
    }

    /// Whether serde fills the field where the property is absent.
    fn may_be_absent(&self) -> bool {
        self.has("default") || self.has("skip_deserializing")
    }

    /// Whether a function reads the field; serde then takes an `Option` for any other type.
    fn reads_by(&self) -> bool {
        self.has("with") || self.has("deserialize_with")
    }
}

#[cfg(test)]
mod tests {
    use super::renamed;

    #[test]
    fn names_follow_serde() {
        for (rule, expected) in [
            (None, "client_request_id"),
            (Some("snake_case"), "client_request_id"),
            (Some("lowercase"), "client_request_id"),
            (Some("camelCase"), "clientRequestId"),
            (Some("PascalCase"), "ClientRequestId"),
            (Some("UPPERCASE"), "CLIENT_REQUEST_ID"),
            (Some("SCREAMING_SNAKE_CASE"), "CLIENT_REQUEST_ID"),
            (Some("kebab-case"), "client-request-id"),
            (Some("SCREAMING-KEBAB-CASE"), "CLIENT-REQUEST-ID"),
        ] {
            assert_eq!(renamed("client_request_id", rule), expected, "{rule:?}");
        }
    }
}
