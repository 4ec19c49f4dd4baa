//! The binary as its users meet it.

#[path = "../../klavi-validate/tests/common/mod.rs"]
mod common;
#[cfg(unix)]
#[path = "cli/complaints.rs"]
mod complaints;
#[cfg(unix)]
#[path = "cli/failures.rs"]
mod failures;
#[path = "cli/flow.rs"]
mod flow;
#[path = "cli/formats.rs"]
mod formats;
#[path = "cli/har.rs"]
mod har;
#[path = "cli/information.rs"]
mod information;
#[path = "cli/inputs.rs"]
mod inputs;
#[path = "cli/lessons.rs"]
mod lessons;
#[path = "cli/masks.rs"]
mod masks;
#[path = "cli/openapi.rs"]
mod openapi;
#[cfg(unix)]
#[path = "cli/outputs.rs"]
mod outputs;
#[path = "cli/own.rs"]
mod own;
#[cfg(unix)]
#[path = "cli/packaging.rs"]
mod packaging;
#[path = "cli/publish.rs"]
mod publish;
#[path = "cli/sarif.rs"]
mod sarif;
#[path = "cli/settings.rs"]
mod settings;
#[path = "cli/status.rs"]
mod status;
#[path = "cli/suggestions.rs"]
mod suggestions;
#[path = "cli/support.rs"]
mod support;
#[cfg(unix)]
#[path = "cli/unprintable.rs"]
mod unprintable;
#[cfg(unix)]
#[path = "cli/untrusted.rs"]
mod untrusted;
#[path = "cli/walking.rs"]
mod walking;
#[cfg(unix)]
#[path = "cli/watch.rs"]
mod watch;
#[path = "cli/yaml.rs"]
mod yaml;
#[path = "cli/yaml_writer.rs"]
mod yaml_writer;
