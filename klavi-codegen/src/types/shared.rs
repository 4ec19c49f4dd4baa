//! What several requests, or several responses, have in common is one Rust type.
//!
//! Requests and responses are kept apart, because a response keeps what no document names. Two types are the same if
//! they have one name and their schemas differ in nothing but words and order; so a part that is written alike in two
//! contracts is one type, and one that is changed in one of them becomes a type of that contract.

use super::item::{Body, Item};
use super::naming::module_name;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

/// The types of one contract.
pub(super) struct Module {
    pub contract: String,
    pub tolerant: bool,
    pub items: Vec<Item>,
}

/// Every contract's module, with what it shares in a module for all requests and one for all responses.
pub(super) fn tokens(modules: &[Module]) -> TokenStream {
    let sides = [
        ("request", "What several requests have in common.", false),
        ("response", "What several responses have in common.", true),
    ];
    let lints = lints();
    let shared = sides.map(|(name, doc, tolerant)| {
        let items = shared_items(modules, tolerant);
        let ident = format_ident!("{name}");
        let body = items.iter().map(|(item, contracts)| item.tokens(Some(&note(contracts))));
        quote! {
            #[doc = #doc]
            #lints
            pub mod #ident { #(#body)* }
        }
    });
    let conversions = conversions(modules);
    let own = modules.iter().map(|module| module_tokens(modules, module));
    quote!(#(#own)* #(#shared)* #(#conversions)*)
}

fn note(contracts: &[&str]) -> String {
    let names: Vec<_> = contracts.iter().map(|name| format!("`{name}`")).collect();
    format!("One type for {}; the sources are those of the first.", names.join(", "))
}

/// The contracts that have this type, those of the item's own side only.
fn owners<'a>(modules: &'a [Module], tolerant: bool, item: &Item) -> Vec<&'a str> {
    let same = |other: &Item| other.name == item.name && other.shape == item.shape;
    let owns = |module: &&Module| module.tolerant == tolerant && module.items.iter().any(same);
    modules.iter().filter(owns).map(|module| module.contract.as_str()).collect()
}

/// The types that more than one contract of a side has, each once, with the contracts. Of two such types of one name
/// the first is shared.
fn shared_items(modules: &[Module], tolerant: bool) -> Vec<(&Item, Vec<&str>)> {
    let mut found: Vec<(&Item, Vec<&str>)> = Vec::new();
    for item in modules.iter().filter(|module| module.tolerant == tolerant).flat_map(|module| &module.items) {
        let owners = owners(modules, tolerant, item);
        if owners.len() > 1 && !found.iter().any(|(known, _)| known.name == item.name) {
            found.push((item, owners));
        }
    }
    found
}

fn module_tokens(modules: &[Module], module: &Module) -> TokenStream {
    let shared = shared_items(modules, module.tolerant);
    let is_shared = |item: &&Item| shared.iter().any(|(one, _)| one.name == item.name && one.shape == item.shape);
    let (common, own): (Vec<&Item>, Vec<&Item>) = module.items.iter().partition(is_shared);
    let ident = format_ident!("{}", module_name(&module.contract));
    let doc = format!("The contract `{}`.", module.contract);
    let side = format_ident!("{}", if module.tolerant { "response" } else { "request" });
    let names = common.iter().map(|item| format_ident!("{}", item.name));
    let imports = (!common.is_empty()).then(|| quote!(pub use super::#side::{#(#names),*};));
    let own = own.iter().map(|item| item.tokens(None));
    let lints = lints();
    quote! {
        #[doc = #doc]
        #lints
        pub mod #ident { #imports #(#own)* }
    }
}

/// From the closed list of a request to the open list of the same name of a response, and back where the member is known.
fn conversions(modules: &[Module]) -> Vec<TokenStream> {
    let lists = |tolerant: bool| {
        let mut found: Vec<(TokenStream, &Item)> = Vec::new();
        for module in modules.iter().filter(|module| module.tolerant == tolerant) {
            let path = format_ident!("{}", module_name(&module.contract));
            for item in module.items.iter().filter(|item| matches!(item.body, Body::List(_))) {
                let known = |(_, other): &(TokenStream, &Item)| other.name == item.name && other.shape == item.shape;
                if !found.iter().any(known) {
                    let name = format_ident!("{}", item.name);
                    found.push((quote!(#path::#name), item));
                }
            }
        }
        found
    };
    let mut made = Vec::new();
    for (closed, request) in &lists(false) {
        for (open, response) in &lists(true) {
            let (Body::List(one), Body::List(other)) = (&request.body, &response.body) else { continue };
            if request.name == response.name && !one.is_open() && other.is_open() && other.has_all_of(one) {
                made.push(quote!(crate::list_conversions! { #closed => #open }));
            }
        }
    }
    made
}

/// The lints that are off in generated modules.
fn lints() -> TokenStream {
    quote! {#[allow(
        clippy::doc_markdown,
        clippy::missing_fields_in_debug,
        clippy::too_many_lines,
        reason = "the words are the documents', the masks are meant, and a struct is as long as its contract"
    )]}
}
