//! The binary as its users meet it.

#[path = "cli/formats.rs"]
mod formats;
#[path = "cli/information.rs"]
mod information;
#[path = "cli/inputs.rs"]
mod inputs;
#[path = "cli/masks.rs"]
mod masks;
#[path = "cli/settings.rs"]
mod settings;
#[path = "cli/status.rs"]
mod status;
#[path = "cli/support.rs"]
mod support;
