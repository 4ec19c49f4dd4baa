//! Characters that do not belong into a text.

use crate::message::{Said, Text};
use klavi_core::{Stray, Unfit, UnfitKind as Kind};

pub(super) fn stray(Stray { at, mark }: Stray) -> Said {
    let stray = Stray { at, mark };
    let help = if stray.is_line_break() {
        "escreva o texto em uma linha só, sem quebra de linha no fim"
    } else {
        "remova: ninguém o vê, e ele vem junto quando se copia um texto de uma página ou planilha"
    };
    Said::new(format!("tem {} no caractere {at}", name(stray)), help)
}

fn name(stray: Stray) -> Text {
    let name = match stray.mark {
        ' ' => return "um espaço".into(),
        _ if stray.is_line_break() => return "quebra de linha".into(),
        '\t' => return "uma tabulação".into(),
        '\u{a0}' => "espaço inseparável",
        '\u{ad}' => "hífen condicional",
        '\u{200b}' => "espaço de largura zero",
        '\u{200c}' => "não-ligador de largura zero",
        '\u{200d}' => "ligador de largura zero",
        '\u{200e}' => "marca da esquerda para a direita",
        '\u{200f}' => "marca da direita para a esquerda",
        '\u{202a}' => "incorporação da esquerda para a direita",
        '\u{202b}' => "incorporação da direita para a esquerda",
        '\u{202c}' => "fim de formatação direcional",
        '\u{202d}' => "inversão da esquerda para a direita",
        '\u{202e}' => "inversão da direita para a esquerda",
        '\u{202f}' => "espaço inseparável estreito",
        '\u{2060}' => "ligador de palavras",
        '\u{3000}' => "espaço ideográfico",
        '\u{feff}' => "marca de ordem de bytes (BOM)",
        mark if mark.is_control() => "caractere de controle",
        _ => "caractere invisível",
    };
    format!("{name} (U+{:04X})", u32::from(stray.mark)).into()
}

/// The first character that the documented form does not take.
pub(super) fn unfit(Unfit { at, kind }: Unfit, pattern: &str) -> String {
    let what: Text = match kind {
        Kind::Digit => "um dígito".into(),
        Kind::Small => "letra minúscula".into(),
        Kind::Capital => "letra maiúscula".into(),
        Kind::Blank => "um espaço".into(),
        Kind::Mark(mark) => format!("\"{mark}\"").into(),
        Kind::Other => "letra ou sinal fora do ASCII".into(),
    };
    format!("tem {what} no caractere {at}, que o formato documentado {pattern} não aceita ali")
}
