//! What is said of text that is not YAML, and of YAML that JSON cannot say, in both languages.
//!
//! The code is `invalid-json`, as for JSON; the name of what was expected tells the two apart.

use super::{Lang, Said};

struct Trouble {
    expected: &'static str,
    /// Message and help.
    en: [&'static str; 2],
    pt_br: [&'static str; 2],
}

/// What is said where this was expected; nothing if it is not a matter of YAML.
pub(super) fn said(expected: &str, lang: Lang) -> Option<Said> {
    let trouble = TROUBLES.iter().find(|trouble| trouble.expected == expected)?;
    let [message, help] = if lang == Lang::En { trouble.en } else { trouble.pt_br };
    Some(Said::new(message, help))
}

const TROUBLES: &[Trouble] = &[
    Trouble {
        expected: "yaml: spaces instead of a tab",
        en: [
            "a tab stands where YAML allows only spaces",
            "indent with spaces, and put a text with a tab in double quotes",
        ],
        pt_br: [
            "há uma tabulação onde o YAML só aceita espaços",
            "indente com espaços e coloque entre aspas duplas um texto com tabulação",
        ],
    },
    Trouble {
        expected: "yaml: the closing quote",
        en: ["a quoted text is not closed before the document ends", "close it with the quote that it starts with"],
        pt_br: [
            "um texto entre aspas não foi fechado até o fim do documento",
            "feche com o mesmo tipo de aspas com que ele começa",
        ],
    },
    Trouble {
        expected: "yaml: a comma or the closing bracket",
        en: [
            "expected a comma or the bracket that closes the open one",
            "close every bracket with its own kind, and put a text with brackets or commas in quotes",
        ],
        pt_br: [
            "era esperada aqui uma vírgula ou o fechamento do colchete ou da chave",
            "feche cada colchete e cada chave e coloque entre aspas um texto que os contenha",
        ],
    },
    Trouble {
        expected: "yaml: a known escape",
        en: ["YAML does not know this escape", "write the backslash twice, or put the text in single quotes"],
        pt_br: ["o YAML não conhece este escape", "escreva a barra invertida duas vezes ou use aspas simples"],
    },
    Trouble {
        expected: "yaml: a key and its value, indented like their neighbours",
        en: [
            "the line does not fit the lines around it",
            "indent it like its neighbours, write one key and one value, and put a text with a colon in quotes",
        ],
        pt_br: [
            "a linha não combina com as linhas ao redor",
            "indente como as linhas vizinhas, escreva uma chave e um valor e coloque entre aspas um texto com dois-pontos",
        ],
    },
    Trouble {
        expected: "yaml: well-formed text",
        en: ["the YAML cannot be read from here on", "put texts with special characters in quotes"],
        pt_br: ["o YAML não pode ser lido a partir daqui", "coloque entre aspas os textos com caracteres especiais"],
    },
    Trouble {
        expected: "yaml: a text as the key",
        en: ["an object or an array stands where a key belongs", "write a text as the key: JSON has no other"],
        pt_br: ["há um objeto ou um array no lugar de uma chave", "use um texto como chave: o JSON não tem outra"],
    },
    Trouble {
        expected: "yaml: no merge key",
        en: [
            "YAML 1.2 has no merge key (<<), and tools disagree about it",
            "write the members here, or put the key in quotes if it is meant literally",
        ],
        pt_br: [
            "o YAML 1.2 não tem a chave de mesclagem (<<), e as ferramentas divergem sobre ela",
            "escreva os campos aqui ou coloque a chave entre aspas se ela for literal",
        ],
    },
    Trouble {
        expected: "yaml: an anchor before its alias",
        en: [
            "no complete anchor of this name stands before the alias",
            "define the anchor earlier in the same document, or put a text that starts with an asterisk in quotes",
        ],
        pt_br: [
            "nenhuma âncora completa com este nome vem antes do alias",
            "defina a âncora antes, no mesmo documento, ou coloque entre aspas um texto que começa com asterisco",
        ],
    },
    Trouble {
        expected: "yaml: no tag of its own",
        en: [
            "JSON has no value for this tag",
            "remove the tag, or put a text that starts with an exclamation mark in quotes",
        ],
        pt_br: [
            "o JSON não tem valor para esta tag",
            "remova a tag ou coloque entre aspas um texto que começa com ponto de exclamação",
        ],
    },
    Trouble {
        expected: "yaml: a value that fits its tag",
        en: ["the value is not of the type that its tag names", "remove the tag or write such a value"],
        pt_br: ["o valor não é do tipo que a tag indica", "remova a tag ou escreva um valor desse tipo"],
    },
    Trouble {
        expected: "yaml: a number that JSON can write",
        en: ["JSON cannot write this number", "write it with decimal digits, or put it in quotes if it is a text"],
        pt_br: [
            "o JSON não consegue escrever este número",
            "use dígitos decimais ou coloque entre aspas se for um texto",
        ],
    },
];
