//! `format`: an annotation, unless `x-format-assertion` holds for the schema. Then it is a check of the string, and one that
//! cannot be made is a mistake.

use crate::draft::Check;
use crate::lower::context::Context;
use crate::lower::state::Lower;
use crate::schema::Keywords;
use klavi_core::program::{SchemaLocation, StandardFormat, standard_format};
use klavi_core::{Tree, most_similar};

pub(super) fn format<'a>(
    lower: &mut Lower<'a>,
    checks: &mut Vec<Check>,
    keywords: &Keywords<'a>,
    location: &'static SchemaLocation,
    pointer: &str,
    context: Context<'a>,
) {
    let Some(tree) = keywords.get("format").filter(|_| context.asserts_format) else { return };
    let name = tree.as_str().unwrap_or_default();
    match StandardFormat::named(name) {
        Some(format) => checks.push(Check::format(format, location)),
        None => lower.not_asserted(tree, name, &format!("{pointer}/format")),
    }
}

impl Lower<'_> {
    fn not_asserted(&mut self, tree: &Tree, name: &str, pointer: &str) {
        let known: Vec<_> = standard_format::ALL.iter().map(|format| format.name).collect();
        let error = self.file.error(pointer, tree.span, "`format` has a value that `x-format-assertion` cannot assert");
        self.report(match most_similar(name, &known) {
            Some(index) => error.with_help(format!("did you mean `{}`?", known[index])),
            None => error.with_help(format!("write one of {}", known.join(", "))),
        });
    }
}
