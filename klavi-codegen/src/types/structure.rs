//! Structs for objects.

use super::doc::doc;
use super::item::{Body, Item};
use super::naming::{field_name, type_name};
use super::{Maker, conditions};
use crate::schema::{Keywords, Schema, escaped};
use klavi_core::Tree;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

/// A field of a struct.
struct Field {
    name: String,
    ident: Ident,
    /// The type where the value is present.
    ty: TokenStream,
    optional: bool,
    /// What `Debug` shows instead of the value.
    mask: Option<&'static str>,
    doc: TokenStream,
}

impl Maker<'_> {
    pub(super) fn structure(&mut self, name: &str, pointer: &str, tree: &Tree) {
        let keywords = Schema::read(tree).keywords().unwrap_or_default();
        let fields: Vec<Field> = self.fields(name, pointer, &keywords);
        let (ident, schema, doc) = (format_ident!("{name}"), self.schema_attribute(pointer), doc(&keywords, &[]));
        let debug = debug(&ident, &fields, self.tolerant());
        let item = if self.tolerant() { tolerant(&ident, &schema, &fields) } else { strict(&ident, &schema, &fields) };
        let body = Body::Struct(quote!(#item #debug));
        self.items.push(Item { name: name.to_owned(), shape: self.shape(tree), doc, body });
    }

    fn fields(&mut self, owner: &str, pointer: &str, keywords: &Keywords<'_>) -> Vec<Field> {
        // A response can be read whatever it lacks; the report says what that is.
        let required: Vec<&str> = keywords.required_names().filter(|_| !self.tolerant()).collect();
        let mut fields = Vec::new();
        let object = keywords;
        for member in object.property_members() {
            let at = format!("{pointer}/properties/{}", escaped(&member.name));
            let ty = self.value_type(owner, &type_name(&member.name), &member.value, &at);
            let keywords = Schema::read(&member.value).keywords().unwrap_or_default();
            fields.push(Field {
                ident: syn::parse_str(&field_name(&member.name)).unwrap_or_else(|_| format_ident!("field")),
                ty,
                optional: !required.contains(&member.name.as_str()),
                mask: mask(&keywords),
                doc: doc(&keywords, &conditions::sentences(object, &member.name)),
                name: member.name.clone(),
            });
        }
        fields
    }
}

fn mask(keywords: &Keywords<'_>) -> Option<&'static str> {
    match keywords.get("x-class").and_then(Tree::as_str)? {
        "secret" => Some("[redacted]"),
        "name" | "email" | "personal" => Some("[masked]"),
        // Readable when well formed, and only a type of its own is known to be.
        "amount" | "date" if keywords.get("x-rust").is_none() => Some("[masked]"),
        _ => None,
    }
}

fn field_type(field: &Field) -> TokenStream {
    let ty = &field.ty;
    if field.optional { quote!(::core::option::Option<#ty>) } else { ty.clone() }
}

/// A request type: nothing mandatory can be missing.
fn strict(ident: &Ident, schema: &TokenStream, fields: &[Field]) -> TokenStream {
    let fields = fields.iter().map(|field| {
        let (Field { name, ident, doc, optional, .. }, ty) = (field, field_type(field));
        let skip = optional.then(|| quote!(#[serde(skip_serializing_if = "Option::is_none")]));
        quote!(#doc #[serde(rename = #name)] #skip pub #ident: #ty)
    });
    quote! {
        #[derive(Clone, PartialEq, Eq, Hash, ::serde::Serialize, ::serde::Deserialize, ::klavi_derive::Validate)]
        #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
        #[cfg_attr(feature = "builder", derive(::bon::Builder), builder(on(String, into)))]
        #schema
        #[non_exhaustive]
        pub struct #ident { #(#fields,)* }
    }
}

/// A response type: every field may be missing, and members that no document names are kept in `extra`.
fn tolerant(ident: &Ident, schema: &TokenStream, fields: &[Field]) -> TokenStream {
    let declared = fields.iter().map(|field| {
        let (Field { name, ident, doc, .. }, ty) = (field, field_type(field));
        quote!(#doc #[serde(rename = #name)] pub #ident: #ty)
    });
    let (serialize, deserialize) = (serialize(ident, fields), deserialize(ident, fields));
    quote! {
        #[derive(Clone, PartialEq, Eq, Hash, Default, ::klavi_derive::Validate)]
        #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
        #[cfg_attr(feature = "builder", derive(::bon::Builder), builder(on(String, into)))]
        #schema
        #[non_exhaustive]
        pub struct #ident {
            #(#declared,)*
            /// Members that no document names, as they came.
            #[cfg_attr(feature = "schemars", schemars(skip))]
            #[cfg_attr(feature = "builder", builder(default))]
            #[serde(skip)]
            pub extra: crate::Extra,
        }
        #serialize
        #deserialize
    }
}

fn serialize(ident: &Ident, fields: &[Field]) -> TokenStream {
    let entries = fields.iter().map(
        |Field { name, ident, .. }| quote!(if let Some(value) = &self.#ident { map.serialize_entry(#name, value)?; }),
    );
    quote! {
        impl ::serde::Serialize for #ident {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use ::serde::ser::SerializeMap;
                let mut map = serializer.serialize_map(None)?;
                #(#entries)*
                self.extra.serialize_into(&mut map)?;
                map.end()
            }
        }
    }
}

fn deserialize(ident: &Ident, fields: &[Field]) -> TokenStream {
    let arms = fields.iter().map(|Field { name, ident, .. }| quote!(#name => value__.#ident = map.next_value()?));
    quote! {
        impl<'de> ::serde::Deserialize<'de> for #ident {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Visitor;
                impl<'de> ::serde::de::Visitor<'de> for Visitor {
                    type Value = #ident;

                    fn expecting(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                        f.write_str("an object")
                    }

                    fn visit_map<A: ::serde::de::MapAccess<'de>>(self, mut map: A) -> Result<#ident, A::Error> {
                        let mut value__ = #ident::default();
                        while let Some(key__) = map.next_key::<String>()? {
                            match key__.as_str() {
                                #(#arms,)*
                                _ => value__.extra.push(key__, map.next_value()?),
                            }
                        }
                        Ok(value__)
                    }
                }
                deserializer.deserialize_map(Visitor)
            }
        }
    }
}

/// `Debug` that shows no personal data.
fn debug(ident: &Ident, fields: &[Field], tolerant: bool) -> TokenStream {
    let text = ident.to_string();
    let shown = fields.iter().map(|field| {
        let Field { name, ident, optional, mask, .. } = field;
        match (mask, optional) {
            (None, _) => quote!(.field(#name, &self.#ident)),
            (Some(mask), false) => quote!(.field(#name, &::core::format_args!(#mask))),
            (Some(mask), true) => quote!(.field(#name, &self.#ident.as_ref().map(|_| ::core::format_args!(#mask)))),
        }
    });
    let extra = tolerant.then(|| quote!(.field("extra", &self.extra)));
    quote! {
        impl ::core::fmt::Debug for #ident {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.debug_struct(#text)#(#shown)*#extra.finish()
            }
        }
    }
}
