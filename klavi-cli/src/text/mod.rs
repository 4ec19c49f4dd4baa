//! What the tool says in its own words.

pub mod config_fault;
pub mod hint;
pub mod pace;
pub mod usage_error;
pub mod words;

/// The sentences of the tool, as `build.rs` writes them.
pub mod sentences {
    use klavi_validate::sentence::Template;

    include!(concat!(env!("OUT_DIR"), "/sentences.rs"));
}
