//! What is wrong with a QR code.

use super::{characters, digits, number, problem};
use crate::message::Said;
use klavi_pix::{AmountError, BrCodeProblem, ElementPath, FixedValue, LengthCause};

pub(super) const AGAIN: &str = "copie o código de novo da origem, inteiro e em uma linha só";
pub(super) const CRC: &str = "o CRC não confere com o texto: copie o código de novo da origem ou peça ao recebedor que \
                              gere outro";

pub(super) fn said(problem: BrCodeProblem) -> Said {
    use BrCodeProblem as P;
    match problem {
        P::Empty => Said::new("está vazio", "informe o texto do QR Code ou remova o campo"),
        P::TooLong { found } => {
            Said::new(format!("tem {found} bytes; o máximo é 512"), "peça ao recebedor um código menor")
        }
        P::LineBreak { at } => Said::new(
            format!("tem uma quebra de linha no byte {at}"),
            "junte o texto em uma linha só, sem quebras, e preserve os espaços internos como estão",
        ),
        P::InsertedBlank { at } => Said::new(
            format!("tem no byte {at} um espaço que não pertence ao código"),
            "remova esse espaço e preserve os outros espaços internos como estão",
        ),
        P::NotPrintable { element, at } => Said::new(
            format!("tem letra acentuada ou outro caractere fora do ASCII no elemento {element}, no byte {at}"),
            not_printable(element),
        ),
        P::StartLost => {
            Said::new("perdeu o primeiro caractere", "um QR Code começa com 000201: recoloque o zero na frente")
        }
        P::NoElement { at } => Said::new(
            format!("deixa de fazer sentido no byte {at}: nenhum elemento cabe ali"),
            format!("um tamanho ou um caractere antes do byte {at} está errado, não dá para saber qual: {AGAIN}"),
        ),
        P::Cut { element, declared, found, .. } => Said::new(
            format!("termina no meio do elemento {element}"),
            format!("o código acaba {} antes da hora: {AGAIN}", characters(declared.saturating_sub(found))),
        ),
        P::WrongLength { element, declared, found, cause, .. } => Said::new(
            format!("tem {} no elemento {element}, cujo tamanho diz {declared}", characters(found)),
            wrong_length(element, declared, found, cause),
        ),
        P::LengthForm { element, found, .. } => Said::new(
            format!("tem no elemento {element} um tamanho que não são dois dígitos"),
            format!("o elemento {element} tem {}: gere o código com o tamanho {found:02}", characters(found)),
        ),
        P::CrcNotLast { at } => {
            Said::new(format!("continua depois do CRC do elemento 63, no byte {at}"), "remova o que vem depois do CRC")
        }
        P::CrcShort { found, .. } => Said::new(
            format!("tem CRC de {}; são necessários quatro", digits(found)),
            "o CRC tem quatro dígitos, inclusive os zeros: copie o código de novo ou peça ao recebedor que gere outro",
        ),
        P::CrcForm { .. } => Said::new("tem um CRC que não é hexadecimal", CRC),
        P::CrcWrong { .. } => Said::new("tem um CRC que não confere com o texto", CRC),
        P::CrcLowerCase { .. } => Said::new(
            "tem um CRC com letras minúsculas",
            "escreva em maiúsculas as letras dos quatro últimos caracteres",
        ),
        problem => elements(problem),
    }
}

fn not_printable(element: ElementPath) -> String {
    let place = match element {
        ElementPath { template: None, id: 59 } => "; o nome, no elemento 59, tem no máximo 25 caracteres".to_owned(),
        ElementPath { template: None, id: 60 } => "; a cidade, no elemento 60, tem no máximo 15 caracteres".to_owned(),
        element => format!(" no elemento {element}"),
    };
    format!("alguns bancos recusam letra acentuada: gere o código sem acentos{place}")
}

/// What to do about a length, by what the checksum tells of it.
fn wrong_length(element: ElementPath, declared: usize, found: usize, cause: LengthCause) -> String {
    let by = characters(declared.abs_diff(found));
    match cause {
        LengthCause::Issued => format!(
            "o CRC confere com o código como está, que já foi gerado com esse tamanho: peça ao recebedor que gere outro com \
             {found:02} no elemento {element}"
        ),
        LengthCause::Changed => {
            format!("o tamanho do elemento {element} era {found:02} quando o código foi gerado: {AGAIN}")
        }
        LengthCause::BlanksLost => format!(
            "o elemento {element} do QR Code perdeu {}; de volta ao lugar, o CRC confere: {AGAIN}",
            number(declared.abs_diff(found), "espaço", "espaços")
        ),
        LengthCause::Unit => format!(
            "os tamanhos contam bytes em um elemento e caracteres em outro: gere o código sem acentos ou com {found:02} no \
             elemento {element}"
        ),
        _ if found < declared => {
            format!("o elemento {element} do QR Code tem {by} a menos, provavelmente espaços perdidos: {AGAIN}")
        }
        _ => format!("o elemento {element} do QR Code tem {by} a mais: {AGAIN}"),
    }
}

/// Problems that only who issues the code can mend.
fn elements(problem: BrCodeProblem) -> Said {
    use BrCodeProblem as P;
    match problem {
        P::TemplateTooLong { element, .. } => Said::new(
            format!("tem mais no elemento {element} do que os 99 caracteres que cabem"),
            format!(
                "o elemento {element} leva chave e texto juntos em 99 caracteres: gere o código com um texto menor"
            ),
        ),
        P::FirstElement { .. } => {
            Said::new("não começa com o elemento 00", "um QR Code começa com 000201: copie de novo da origem")
        }
        P::Duplicate { element, at } => Said::new(
            format!("tem o elemento {element} pela segunda vez no byte {at}"),
            format!("gere o código com o elemento {element} uma vez só"),
        ),
        P::Missing { element: element @ ElementPath { template: None, id: 62 } } => Said::new(
            format!("não tem o elemento {element}"),
            "falta o elemento 62: gere o código com ele e com três asteriscos em 62-05 quando não houver txid",
        ),
        P::Missing { element } => Said::new(
            format!("não tem o elemento {element}"),
            format!("falta o elemento {element}: gere o código com ele"),
        ),
        P::ElementLength { element, min, max, found, .. } => {
            let range = if min == max { max.to_string() } else { format!("{min} a {max}") };
            Said::new(
                format!("tem {} no elemento {element}; cabem {range}", characters(found)),
                format!("gere o código de novo com {range} caracteres no elemento {element}"),
            )
        }
        P::Value { element, expected, .. } => {
            let expected = fixed(expected);
            Said::new(
                format!("tem no elemento {element} algo diferente de {expected}"),
                format!("gere o código de novo com {expected} no elemento {element}"),
            )
        }
        P::Amount { error, .. } => Said::new(
            format!("tem no elemento 54 um valor que {}", amount(error)),
            "gere o código só com dígitos no elemento 54 e, se houver centavos, um ponto antes de uma ou duas casas",
        ),
        P::AmountZero { .. } => Said::new(
            "tem valor zero no elemento 54",
            "gere o código sem o elemento 54 quando o pagador escolhe o valor",
        ),
        P::Key { error, .. } => inside("a chave Pix", problem::said(klavi_pix::Problem::PixKey(error))),
        P::KeyNotCanonical { difference, .. } => {
            inside("a chave Pix", problem::said(klavi_pix::Problem::PixKeyDifference(difference)))
        }
        P::TxidCharacter { at } => Said::new(
            format!("tem no byte {at} um txid com algo que não é letra nem dígito"),
            "o elemento 62-05 aceita só letras sem acento e dígitos, no máximo 25: gere o código de novo sem hífen nem \
             espaço no txid",
        ),
        P::TxidInDynamic { .. } => Said::new(
            "tem uma URL e também um txid",
            "gere o código com três asteriscos no elemento 62-05: a URL já identifica a cobrança",
        ),
        problem => templates(problem),
    }
}

/// What an element must hold.
const fn fixed(expected: FixedValue) -> &'static str {
    match expected {
        FixedValue::Version => "01",
        FixedValue::Initiation => "11 ou 12",
        FixedValue::Category => "quatro dígitos",
        FixedValue::Currency => "986, o código numérico do real (ISO 4217)",
        FixedValue::Country => "BR",
        FixedValue::Ispb => "um ISPB de oito dígitos ou letras maiúsculas",
        _ => "o que a norma fixa",
    }
}

/// What is wrong with the amount. It has a grammar of its own: no decimals, one or two.
fn amount(error: AmountError) -> String {
    match error {
        AmountError::Empty => "está vazio".to_owned(),
        AmountError::NoInteger => "não tem dígito antes do ponto".to_owned(),
        AmountError::Comma { .. } => "tem vírgula no lugar do ponto".to_owned(),
        AmountError::ThousandsSeparator { .. } => "tem separador de milhar".to_owned(),
        AmountError::Exponent { .. } => "tem expoente".to_owned(),
        AmountError::Sign => "tem sinal na frente".to_owned(),
        AmountError::Decimals { found } => {
            format!("tem {}; o máximo é de duas", number(found, "casa decimal", "casas decimais"))
        }
        AmountError::TooManyDigits { .. } => "tem dígitos demais".to_owned(),
        AmountError::NotADigit { .. } => "tem algo além de dígitos e um ponto".to_owned(),
    }
}

/// Problems of the templates that make the code one of Pix.
fn templates(problem: BrCodeProblem) -> Said {
    use BrCodeProblem as P;
    match problem {
        P::NotPix => Said::new(
            "não tem elemento do Pix",
            "use um código do Pix: um dos elementos 26 a 51 começa com br.gov.bcb.pix",
        ),
        P::SecondPix { element, .. } => Said::new(
            format!("tem um segundo elemento do Pix, {element}"),
            format!("gere o código com um elemento do Pix só, sem o {element}"),
        ),
        P::NoKeyOrUrl { at } => Said::new(
            format!("tem no byte {at} um elemento do Pix sem chave nem URL"),
            "gere o código com a chave (01) ou a URL (25) do recebedor",
        ),
        P::KeyAndUrl { at } => Said::new(
            format!("tem no byte {at} um elemento do Pix com chave e URL"),
            "gere o código só com a chave (01) ou só com a URL (25)",
        ),
        P::KeyAndRecurrence { at } => Said::new(
            format!("tem chave no elemento do Pix do byte {at} e pede também uma recorrência"),
            "uma recorrência acompanha uma URL (25) ou nenhuma cobrança: gere o código sem a chave (01) ou sem a recorrência",
        ),
        P::StaticOnly { element, .. } => Said::new(
            format!("tem o elemento {element} ao lado de uma URL"),
            format!("gere o código sem o elemento {element}: ele acompanha a chave, não a URL"),
        ),
        P::UrlCharacter { element, at } => Said::new(
            format!("tem espaço ou caractere fora do ASCII na URL do elemento {element}, no byte {at}"),
            format!("gere o código com uma URL de letras sem acento, dígitos e sinais no elemento {element}"),
        ),
        P::UrlScheme { element, .. } => Said::new(
            format!("tem uma URL com https:// no elemento {element}"),
            format!("gere o código com a URL do elemento {element} sem https://"),
        ),
        _ => Said::new("não é um QR Code bem formado", AGAIN),
    }
}

/// A problem of a value inside the code.
fn inside(part: &str, said: Said) -> Said {
    let help = said.help.map(|help| format!("gere o código de novo; para {part}: {help}").into());
    Said::maybe(format!("traz um problema: {part} {}", said.message), help)
}
