//! Tests that need more than one format or an oracle; the examples in the documentation are tests too.

mod amounts;
mod any_text;
mod dates;
mod documents;
mod keys;
mod urls;
