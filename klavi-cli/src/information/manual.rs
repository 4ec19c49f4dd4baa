//! The manual page, in each language.

use crate::settings::help::{Tail, command, tail};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, italic, roman};
use klavi_validate::Lang;
use std::io;

/// The page as roff.
pub fn page(lang: Lang) -> io::Result<Vec<u8>> {
    let (man, mut page) = (Man::new(command(lang)), Vec::new());
    let [name, synopsis, description, options, files] = match lang {
        Lang::En => ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "FILE"],
        Lang::PtBr => ["NOME", "SINOPSE", "DESCRIÇÃO", "OPÇÕES", "ARQUIVO"],
    };
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    let usage = [bold("validate"), roman(" ["), italic(options), roman("] ["), italic(files), roman("]...")];
    Roff::default().control("SH", [synopsis]).text(usage).to_writer(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    let Tail { status_title, statuses, several, precedence, examples_title, examples } = *tail(lang);
    let mut ends = Roff::default();
    ends.control("SH", [status_title.to_uppercase().as_str()]);
    for (status, meaning) in statuses {
        ends.control("TP", []).text([bold(*status)]).text([roman(*meaning)]);
    }
    ends.control("PP", []).text([roman(several)]);
    ends.control("SH", [examples_title.to_uppercase().as_str()]);
    for (call, meaning) in examples {
        ends.control("TP", []).text([bold(*call)]).text([roman(*meaning)]);
    }
    ends.control("SH", [if lang == Lang::En { "ENVIRONMENT" } else { "AMBIENTE" }]).text([roman(precedence)]);
    ends.to_writer(&mut page)?;
    // The library knows one language.
    let page = String::from_utf8_lossy(&page).into_owned();
    let titles = [("NAME", name), ("DESCRIPTION", description), ("OPTIONS", options)];
    let rename =
        |page: String, (english, own): (&str, &str)| page.replace(&format!(".SH {english}\n"), &format!(".SH {own}\n"));
    Ok(titles.into_iter().fold(page, rename).into_bytes())
}
