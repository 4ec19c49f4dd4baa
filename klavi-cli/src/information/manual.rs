//! The manual page, in each language.

use crate::settings::help::command;
use crate::text::sentences::{EXAMPLES, STATUSES, help, manual};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, italic, roman};
use klavi_validate::Lang;
use klavi_validate::sentence::Template;
use std::io;

/// The page as roff.
pub fn page(lang: Lang) -> io::Result<Vec<u8>> {
    let (man, mut page) = (Man::new(command(lang)), Vec::new());
    let (options, files) = (manual::OPTIONS.text(lang), manual::FILE.text(lang));
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    let usage = [bold("validate"), roman(" ["), italic(options), roman("] ["), italic(files), roman("]...")];
    Roff::default().control("SH", [manual::SYNOPSIS.text(lang)]).text(usage).to_writer(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    let mut ends = Roff::default();
    ends.control("SH", [help::STATUS_TITLE.text(lang).to_uppercase().as_str()]);
    for (status, meaning) in STATUSES {
        ends.control("TP", []).text([bold(*status)]).text([roman(meaning.text(lang))]);
    }
    ends.control("PP", []).text([roman(help::SEVERAL.text(lang))]);
    ends.control("SH", [help::EXAMPLES_TITLE.text(lang).to_uppercase().as_str()]);
    for (_, example) in EXAMPLES {
        ends.control("TP", []).text([bold(example.text(lang))]).text([roman(example.more(lang))]);
    }
    ends.control("SH", [manual::ENVIRONMENT.text(lang)]).text([roman(help::PRECEDENCE.text(lang))]);
    ends.to_writer(&mut page)?;
    // The library knows one language.
    let page = String::from_utf8_lossy(&page).into_owned();
    let titles = [("NAME", manual::NAME), ("DESCRIPTION", manual::DESCRIPTION), ("OPTIONS", manual::OPTIONS)];
    let rename = |page: String, (english, own): (&str, Template)| {
        page.replace(&format!(".SH {english}\n"), &format!(".SH {}\n", own.text(lang)))
    };
    Ok(titles.into_iter().fold(page, rename).into_bytes())
}
