//! Where documents come from.

pub mod embedded;
pub mod events;
pub mod expand;
mod foreign;
mod har;
pub mod item;
pub mod open;
pub mod source;
mod split;
pub mod stream;
pub mod yaml;
