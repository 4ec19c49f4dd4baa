//! The kinds of JSON values that types read, held against the `type` of their schemas. Only types of the standard library
//! are known by their name; of every other one the compiler knows more than a macro does.

use crate::SchemaFile;
use crate::resolve::{self, Object};
use syn::{DeriveInput, GenericArgument, PathArguments, Type, TypePath};

/// A type that serde reads from one kind of value; the schema must not say that it is something else.
pub(super) fn check_whole(
    input: &DeriveInput,
    file: &SchemaFile,
    pointer: &str,
    kind: &str,
    what: &str,
) -> syn::Result<()> {
    let types = resolve::types(file, pointer);
    if types.is_empty() || types.contains(&kind) {
        return Ok(());
    }
    let message = format!("the schema describes a value of type {}, not {what}", types.join(" or "));
    Err(syn::Error::new(input.ident.span(), message))
}

/// A field whose type is read from one kind of value.
pub(super) fn check_field(ty: &Type, name: &str, schema: &Object<'_>) -> syn::Result<()> {
    let types = schema.types_of(name);
    let Some(kinds) = kinds(ty) else { return Ok(()) };
    if types.is_empty() || types.iter().any(|known| kinds.contains(known)) {
        return Ok(());
    }
    let message = format!(
        "the schema describes `{name}` as a value of type {}, and this type is read from {}",
        types.join(" or "),
        kinds[0]
    );
    Err(syn::Error::new_spanned(ty, message))
}

/// The JSON types that serde reads a type from, the usual one first.
fn kinds(ty: &Type) -> Option<&'static [&'static str]> {
    match ty {
        Type::Paren(inner) => kinds(&inner.elem),
        Type::Reference(inner) => kinds(&inner.elem),
        Type::Array(_) | Type::Slice(_) => Some(&["array"]),
        Type::Tuple(tuple) if tuple.elems.len() > 1 => Some(&["array"]),
        Type::Path(path) => of_path(path),
        _ => None,
    }
}

fn of_path(path: &TypePath) -> Option<&'static [&'static str]> {
    let last = path.path.segments.last()?;
    let inner = || match &last.arguments {
        PathArguments::AngleBracketed(arguments) => arguments.args.iter().find_map(|argument| match argument {
            GenericArgument::Type(ty) => Some(ty),
            _ => None,
        }),
        _ => None,
    };
    match last.ident.to_string().as_str() {
        "Option" | "Box" | "Rc" | "Arc" | "Cow" => kinds(inner()?),
        "str" | "String" | "char" | "PathBuf" => Some(&["string"]),
        "bool" => Some(&["boolean"]),
        "u8" | "u16" | "u32" | "u64" | "u128" | "usize" | "i8" | "i16" | "i32" | "i64" | "i128" | "isize" => {
            Some(&["integer", "number"])
        }
        "f32" | "f64" => Some(&["number", "integer"]),
        "Vec" | "VecDeque" | "HashSet" | "BTreeSet" => Some(&["array"]),
        "HashMap" | "BTreeMap" => Some(&["object"]),
        _ => None,
    }
}
