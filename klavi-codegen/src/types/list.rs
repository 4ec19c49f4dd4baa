//! Enums for closed and open lists of texts.

use super::doc::doc;
use super::naming::type_name;
use crate::schema::Keywords;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

/// A list of texts that becomes an enum.
pub(super) struct List {
    pub name: String,
    members: Vec<String>,
    open: bool,
    pub doc: TokenStream,
}

impl List {
    pub fn new(property: &str, members: &[&str], open: bool, keywords: &Keywords<'_>) -> Self {
        let members = members.iter().map(|member| (*member).to_owned()).collect();
        Self { name: type_name(property), members, open, doc: doc(keywords, &[]) }
    }

    /// What makes two lists of one name the same.
    pub fn shape(&self) -> String {
        format!("{} {:?}", self.open, self.members)
    }

    /// Whether unknown members are kept.
    pub fn is_open(&self) -> bool {
        self.open
    }

    /// Whether this list has every member of another one.
    pub fn has_all_of(&self, other: &Self) -> bool {
        other.members.iter().all(|member| self.members.contains(member))
    }

    /// The call of the macro in klavi-types that makes the enum.
    pub fn tokens(&self, doc: &TokenStream) -> TokenStream {
        let Self { name, members, open, .. } = self;
        let list = if *open { quote!(open_list) } else { quote!(closed_list) };
        let name = format_ident!("{name}");
        let variants = members.iter().map(|member| {
            let (variant, doc) = (format_ident!("{}", type_name(member)), format!("`{member}`"));
            quote!(#[doc = #doc] #variant = #member,)
        });
        quote!(crate::#list! { #doc #name { #(#variants)* } })
    }
}

/// The name of a list, which is shared by properties of the same name and members; another list of that name is called
/// after its owner too.
pub(super) fn shared_name(lists: &mut Vec<List>, mut list: List, owner: &str) -> String {
    let same = |known: &&List| known.members == list.members && known.open == list.open;
    let qualified = format!("{owner}{}", list.name);
    if let Some(known) = lists.iter().find(|known| (known.name == list.name || known.name == qualified) && same(known))
    {
        return known.name.clone();
    }
    if lists.iter().any(|known| known.name == list.name) {
        list.name = qualified;
    }
    let name = list.name.clone();
    lists.push(list);
    name
}
