//! What `#[derive(Validate)]` expands to.

use crate::emit::Paths;
use crate::{SchemaFile, emit, fields, lower};
use proc_macro2::{Span, TokenStream};
use quote::quote;
use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock};
use syn::{DeriveInput, LitStr};

/// The attributes `#[klavi(…)]` of a type.
struct Attributes {
    schema: LitStr,
    /// The path of `schema` is one of the user's own files.
    own_file: bool,
    paths: Paths,
}

/// Expands the derive. Mistakes become `compile_error!`s beside an impl that lets the rest of the program compile.
#[must_use]
pub fn derive(input: TokenStream) -> TokenStream {
    let input: DeriveInput = match syn::parse2(input) {
        Ok(input) => input,
        Err(error) => return error.into_compile_error(),
    };
    let mut krate = quote!(::klavi_validate::runtime);
    let result = attributes(&input).and_then(|attributes| {
        krate = attributes.paths.core.clone();
        expand(&input, &attributes)
    });
    let (program, tracked, error) = match result {
        Ok((program, tracked)) => (program, tracked, None),
        Err(error) => (quote!(&#krate::program::Program::ANYTHING), None, Some(error.into_compile_error())),
    };
    let name = &input.ident;
    let (generics, arguments, bounds) = input.generics.split_for_impl();
    quote! {
        #error
        #tracked
        #[automatically_derived]
        impl #generics #krate::Validate for #name #arguments #bounds {
            const PROGRAM: &'static #krate::program::Program = #program;
        }
    }
}

fn attributes(input: &DeriveInput) -> syn::Result<Attributes> {
    let (mut schema, mut own_file) = (None, false);
    let mut paths =
        Paths { core: quote!(::klavi_validate::runtime), vocabulary: quote!(::klavi_validate::pix::vocabulary) };
    for attribute in input.attrs.iter().filter(|attribute| attribute.path().is_ident("klavi")) {
        attribute.parse_nested_meta(|meta| {
            if meta.path.is_ident("schema") || meta.path.is_ident("schema_file") {
                own_file = meta.path.is_ident("schema_file");
                if schema.replace(meta.value()?.parse()?).is_some() {
                    return Err(
                        meta.error("the schema is already named; `schema` and `schema_file` exclude each other")
                    );
                }
                Ok(())
            } else if meta.path.is_ident("crate") || meta.path.is_ident("vocabulary") {
                let path: syn::Path = meta.value()?.parse::<LitStr>()?.parse()?;
                let named = if meta.path.is_ident("crate") { &mut paths.core } else { &mut paths.vocabulary };
                *named = quote!(#path);
                Ok(())
            } else {
                let keys = "`schema = \"…\"`, `schema_file = \"…\"`, `crate = \"…\"` or `vocabulary = \"…\"`";
                Err(meta.error(format_args!("expected {keys}")))
            }
        })?;
    }
    let schema = schema.ok_or_else(|| {
        let message = "which schema? Add `#[klavi(schema = \"contracts/create-payment.request.schema.json\")]` for a \
                       contract of Klavi, `#[klavi(schema_file = \"path/from/Cargo.toml.json\")]` for a file of your own, \
                       or `#[klavi(schema = r#\"{…}\"#)]` with the schema itself";
        syn::Error::new(input.ident.span(), message)
    })?;
    Ok(Attributes { schema, own_file, paths })
}

fn expand(input: &DeriveInput, attributes: &Attributes) -> syn::Result<(TokenStream, Option<TokenStream>)> {
    let at = attributes.schema.span();
    let reference = attributes.schema.value();
    let is_inline = !attributes.own_file && reference.trim_start().starts_with('{');
    let (path, pointer) =
        if is_inline { (&*reference, "") } else { reference.split_once('#').unwrap_or((&reference, "")) };
    let (file, tracked) = match (attributes.own_file, is_inline) {
        (true, _) => own_file(path, at)?,
        (false, true) => (inline(path, at)?, None),
        (false, false) => (contract(path, at)?, None),
    };
    let type_name = input.ident.to_string();
    let name = if is_inline { &type_name } else { schema_name(path) };
    let name = if pointer.is_empty() { name.to_owned() } else { format!("{name}#{pointer}") };
    let program = lower::program(&file, pointer, &name).map_err(|errors| all(at, &errors))?;
    fields::check(input, &file, pointer)?;
    Ok((emit::program(program, &attributes.paths), tracked))
}

/// `create-payment.request` for `contracts/create-payment.request.schema.json`.
fn schema_name(path: &str) -> &str {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    name.strip_suffix(".schema.json").or_else(|| name.strip_suffix(".json")).unwrap_or(name)
}

/// A schema in the attribute itself.
fn inline(text: &str, at: Span) -> syn::Result<Arc<SchemaFile>> {
    SchemaFile::new("schema of the attribute", text).map(Arc::new).map_err(|errors| all(at, &errors))
}

/// A schema of the crate `klavi-schema`. One process derives many types from it.
fn contract(path: &str, at: Span) -> syn::Result<Arc<SchemaFile>> {
    static FILES: OnceLock<Mutex<HashMap<String, Arc<SchemaFile>>>> = OnceLock::new();
    let document = klavi_schema::document(path).ok_or_else(|| {
        let names: Vec<_> = klavi_schema::CONTRACTS.iter().map(|contract| contract.schema.name).collect();
        let help = match klavi_core::most_similar(path, &names) {
            Some(index) => format!("did you mean `{}`?", names[index]),
            None => format!("it has {}", names.join(", ")),
        };
        syn::Error::new(at, format!("`{path}` is no schema of the crate klavi-schema; {help}"))
    })?;
    let mut files = FILES.get_or_init(Mutex::default).lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    if let Some(file) = files.get(path) {
        return Ok(Arc::clone(file));
    }
    let file = Arc::new(SchemaFile::new(document.name, document.text).map_err(|errors| all(at, &errors))?);
    files.insert(path.to_owned(), Arc::clone(&file));
    Ok(file)
}

/// A schema of the user, relative to the folder of `Cargo.toml`, and constants that make the compiler track it and the
/// files that it names.
fn own_file(path: &str, at: Span) -> syn::Result<(Arc<SchemaFile>, Option<TokenStream>)> {
    let folder = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default();
    let full = Path::new(&folder).join(path);
    let text = std::fs::read_to_string(&full)
        .map_err(|error| syn::Error::new(at, format!("cannot read `{path}` beside Cargo.toml: {error}")))?;
    let around = full.parent().unwrap_or(&full);
    let mut read = |other: &str| std::fs::read_to_string(around.join(other)).map_err(|error| error.to_string());
    let file = SchemaFile::with_others(path, &text, &mut read).map_err(|errors| all(at, &errors))?;
    let tracked = std::iter::once(full.clone()).chain(file.others().map(|other| around.join(other)));
    let tracked: Vec<_> = tracked.map(|path| path.to_string_lossy().into_owned()).collect();
    Ok((
        Arc::new(file),
        Some(quote!(
            #(const _: &[u8] = ::core::include_bytes!(#tracked);)*
        )),
    ))
}

fn all(at: Span, errors: &[crate::SchemaError]) -> syn::Error {
    let mut errors = errors.iter().map(|error| syn::Error::new(at, error));
    let first = errors.next().unwrap_or_else(|| syn::Error::new(at, "the schema cannot be used"));
    errors.fold(first, |mut all, error| {
        all.combine(error);
        all
    })
}
