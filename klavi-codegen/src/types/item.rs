//! A type that is made.

use super::list::List;
use proc_macro2::TokenStream;
use quote::quote;

/// A type of a contract.
pub(super) struct Item {
    pub name: String,
    /// What makes two types of one name the same.
    pub shape: String,
    pub doc: TokenStream,
    pub body: Body,
}

pub(super) enum Body {
    /// A struct without its doc comment.
    Struct(TokenStream),
    /// The enum of a list.
    List(List),
}

impl Item {
    /// The enum of a list.
    pub fn of_list(list: List) -> Self {
        Self { name: list.name.clone(), shape: list.shape(), doc: list.doc.clone(), body: Body::List(list) }
    }

    /// The item, with a further paragraph in its doc comment.
    pub fn tokens(&self, note: Option<&str>) -> TokenStream {
        let doc = &self.doc;
        let note = note.map(|note| quote!(#[doc = ""] #[doc = #note]));
        match &self.body {
            Body::Struct(tokens) => quote!(#doc #note #tokens),
            Body::List(list) => list.tokens(&quote!(#doc #note)),
        }
    }
}
