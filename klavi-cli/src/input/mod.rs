//! Where documents come from.

pub mod embedded;
pub mod events;
pub mod expand;
mod foreign;
mod har;
pub mod inputs;
pub mod item;
pub mod open;
mod split;
pub mod stream;
pub mod yaml;
