//! From a program to the tokens of a `static` that holds it.

use klavi_core::program::Program;
use klavi_core::program::emit::Expression;
use proc_macro2::TokenStream;
use quote::quote;

/// Where emitted code finds what it names.
#[derive(Debug, Clone)]
pub struct Paths {
    /// The crate `klavi_core`.
    pub core: TokenStream,
    /// The module `klavi_pix::vocabulary`. A schema without `x-format` and the like does not name it.
    pub vocabulary: TokenStream,
}

/// The expression of a program.
#[must_use]
pub fn program(program: &Program, paths: &Paths) -> TokenStream {
    let expression = Expression::of(program);
    let Ok(tables) = expression.text.parse::<TokenStream>() else {
        return quote!(::core::compile_error!("the tables of the schema are no Rust: this is a mistake of klavi-core"));
    };
    let Paths { core, vocabulary } = paths;
    // The macro exists only where the runtime has its feature `regex`.
    let engine = expression.has_engine.then(|| quote!(use #core::engine as klavi_core_engine;));
    let vocabulary = expression.has_vocabulary.then(|| quote!(use #vocabulary as klavi_vocabulary;));
    quote! {{
        #[allow(unused_imports, reason = "a small program needs few of the names")]
        use #core::{Code, Direction, program::*};
        #engine
        #vocabulary
        #[allow(clippy::all, clippy::pedantic, reason = "the style of tables is nobody's business")]
        static PROGRAM: Program = #tables;
        &PROGRAM
    }}
}
