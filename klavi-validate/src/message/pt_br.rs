//! Português do Brasil.

mod br_code;
mod format;
mod problem;
mod stray;

use super::{
    Mismatch, Name, Said, Text, Topic, asked, bound, breaks_line, cause, count, expected, in_capitals, is_empty,
    is_response, list, meant, mismatch, name, topic,
};
use crate::report::Finding;
use klavi_core::program::Types;
use klavi_core::{Code, Details, Group};
use klavi_pix::TaxIdKind;

pub(super) fn said(finding: &Finding) -> Said {
    match finding.code.group() {
        Group::Json => json(finding),
        Group::Structure => structure(finding),
        Group::Conditional => conditional(finding),
        Group::Format => format::said(finding),
        Group::Semantic | Group::Contradiction => format::meaning(finding),
        Group::Unknown => unknown(finding),
    }
}

/// For a code that this file does not know; a test finds it.
fn unsaid(finding: &Finding) -> Said {
    Said::maybe(finding.code.name(), None)
}

/// The field that the finding speaks of.
fn field(finding: &Finding) -> String {
    match name(&finding.pointer) {
        Name::Document => "o documento".to_owned(),
        Name::Member(name) => format!("\"{name}\""),
        Name::Item(number) => format!("o item {number}"),
        Name::Hidden => "este campo".to_owned(),
    }
}

/// The field that triggered the rule.
fn cause_or(finding: &Finding, usual: &str) -> String {
    format!("\"{}\"", cause(finding).unwrap_or(usual))
}

fn number(count: usize, one: &str, many: &str) -> String {
    match count {
        1 => format!("1 {one}"),
        _ => format!("{count} {many}"),
    }
}

fn characters(count: usize) -> String {
    number(count, "caractere", "caracteres")
}

fn digits(count: usize) -> String {
    number(count, "dígito", "dígitos")
}

fn json(finding: &Finding) -> Said {
    match finding.code {
        Code::InvalidJson => invalid_json(expected(finding)),
        Code::InvalidUtf8 => Said::new(
            "há aqui um byte que não forma nenhum caractere UTF-8",
            "salve o texto em UTF-8; Latin-1 e Windows-1252 gravam letras acentuadas de outro jeito",
        ),
        Code::ByteOrderMark => Said::new("o texto começa com um BOM", "salve o texto como UTF-8 sem BOM"),
        Code::LoneSurrogate => Said::new(
            "um escape \\u traz só metade de um par substituto",
            "escreva as duas metades do par ou o próprio caractere em UTF-8",
        ),
        Code::TrailingText => Said::new(
            "há texto depois do fim do documento",
            "remova o que vem depois do documento; para vários documentos, use um por linha (JSON Lines)",
        ),
        Code::DuplicateKey => Said::new(
            format!("{} aparece duas vezes no mesmo objeto", field(finding)),
            "mantenha só uma das duas: cada parser escolhe uma diferente",
        ),
        Code::TooDeep => Said::new(
            "há mais listas e objetos abertos ao mesmo tempo do que o limite permite",
            "reduza o aninhamento dos dados ou aumente o limite de profundidade",
        ),
        Code::TooLarge => Said::new(
            "o documento tem mais bytes do que o limite permite",
            "envie menos de cada vez ou aumente o limite de bytes",
        ),
        _ => unsaid(finding),
    }
}

fn invalid_json(expected: &'static str) -> Said {
    let help = match expected {
        "a member name in double quotes" => {
            "remova a vírgula antes de fechar a chave e coloque os nomes entre aspas duplas"
        }
        "the closing quote" => "feche o texto com aspas duplas; o arquivo pode ter sido cortado",
        _ if expected.starts_with("a value") => "remova vírgula sobrando, aspas simples ou comentário",
        _ if expected.starts_with("control characters") => {
            "dentro de um texto, escreva quebra de linha como \\n e tab como \\t"
        }
        _ => "gere o documento com uma biblioteca de JSON em vez de concatenar textos",
    };
    match awaited(expected) {
        "" => Said::new("o JSON termina ou se quebra aqui", help),
        awaited => Said::new(format!("esperava-se aqui {awaited}"), help),
    }
}

/// What the reader expected, in Portuguese.
fn awaited(expected: &str) -> &'static str {
    match expected {
        "a comma or the closing bracket" => "uma vírgula ou o fechamento `]`",
        "a comma or the closing brace" => "uma vírgula ou o fechamento `}`",
        "a member name in double quotes" => "um nome de campo entre aspas duplas",
        "a colon after the member name" => "dois-pontos depois do nome do campo",
        "the closing quote" => "aspas fechando o texto",
        "a digit" => "um dígito",
        "a digit after the decimal point" => "um dígito depois do ponto decimal",
        "a digit in the exponent" => "um dígito no expoente",
        _ if expected.starts_with("a value") => {
            "um valor (objeto, lista, texto entre aspas duplas, número, true, false ou null)"
        }
        _ if expected.starts_with("control characters") => "caracteres de controle só como escape \\u",
        _ if expected.starts_with("one of the escapes") => r#"um dos escapes \" \\ \/ \b \f \n \r \t \u"#,
        _ if expected.starts_with("four hexadecimal") => "quatro dígitos hexadecimais depois de \\u",
        _ => "",
    }
}

fn structure(finding: &Finding) -> Said {
    let field = field(finding);
    match finding.code {
        Code::Type => wrong_type(finding, &field),
        Code::Required => {
            let because = cause(finding).map_or_else(String::new, |cause| format!(" por causa de \"{cause}\""));
            Said::new(format!("{field} é obrigatório{because}"), format!("inclua {field}"))
        }
        Code::Enum | Code::Const => not_listed(finding, &field),
        Code::Pattern => format::pattern(finding, &field),
        Code::AnyOf => format::any_of(finding, &field),
        Code::OneOf => Said::maybe(format!("{field} precisa atender a exatamente uma das alternativas"), None),
        Code::Not if breaks_line(finding) => Said::new(
            format!("{field} tem quebra de linha"),
            "escreva o texto em uma linha só, sem quebra de linha no final",
        ),
        Code::Not => Said::maybe(format!("{field} tem uma forma proibida aqui"), None),
        Code::NotAllowed => Said::new(format!("{field} não é permitido aqui"), format!("remova {field}")),
        Code::UniqueItems => Said::new(format!("{field} é igual a um item anterior"), "mantenha só um dos dois"),
        Code::PropertyNames => {
            Said::new(format!("{field} não é um nome que o schema aceita aqui"), "dê outro nome ao campo ou remova-o")
        }
        Code::EmptyText => Said::new(
            format!("{field} {}", if is_empty(finding) { "está vazio" } else { "só tem espaços" }),
            "informe um valor ou, se o campo for opcional, não o envie",
        ),
        Code::ExpectedField => Said::new(
            format!("falta {field}, e o fluxo não continua sem esse campo"),
            "trate a resposta como incompleta, consulte de novo e avise a Klavi se persistir",
        ),
        Code::NullAsAbsent => Said::new(
            format!("{field} veio como null e é lido como ausente"),
            format!("esteja pronto para {field} ausente ou null"),
        ),
        _ => bounds(finding, &field),
    }
}

fn bounds(finding: &Finding, field: &str) -> Said {
    let ((limit, found), bound) = (count(finding), bound(finding));
    let has = || format!("{field} tem {}", characters(found as usize));
    let items = || format!("{field} tem {}", number(found as usize, "item", "itens"));
    let members = || format!("{field} tem {}", number(found as usize, "campo", "campos"));
    match finding.code {
        Code::MinLength if found == 0 => Said::maybe(format!("{field} está vazio"), written(finding)),
        Code::MinLength => Said::maybe(format!("{}; o mínimo é {limit}", has()), written(finding)),
        Code::MaxLength => {
            let shorten = || format!("reduza para {limit} caracteres").into();
            Said::maybe(format!("{}; o máximo é {limit}", has()), written(finding).or_else(|| Some(shorten())))
        }
        Code::MaxBytes => Said::new(
            format!("{field} tem {}; o máximo é {limit}", number(found as usize, "byte", "bytes")),
            format!("reduza para {limit} bytes; letra acentuada ocupa dois"),
        ),
        Code::MinItems => Said::maybe(format!("{}; o mínimo é {limit}", items()), None),
        Code::MaxItems => Said::maybe(format!("{}; o máximo é {limit}", items()), None),
        Code::Contains => Said::maybe(format!("{} do tipo exigido; o mínimo é {limit}", items()), None),
        Code::MaxContains => Said::maybe(format!("{} do tipo limitado; o máximo é {limit}", items()), None),
        Code::MinProperties => Said::maybe(format!("{}; o mínimo é {limit}", members()), None),
        Code::MaxProperties => Said::maybe(format!("{}; o máximo é {limit}", members()), None),
        Code::Minimum => Said::maybe(format!("{field} precisa ser no mínimo {bound}"), None),
        Code::Maximum => Said::maybe(format!("{field} precisa ser no máximo {bound}"), None),
        Code::ExclusiveMinimum => Said::maybe(format!("{field} precisa ser maior que {bound}"), None),
        Code::ExclusiveMaximum => Said::maybe(format!("{field} precisa ser menor que {bound}"), None),
        Code::MultipleOf => Said::maybe(format!("{field} precisa ser múltiplo de {bound}"), None),
        _ => unsaid(finding),
    }
}

/// How a field is written whose name says what it is.
fn written(finding: &Finding) -> Option<Text> {
    let text = match topic(finding) {
        Topic::Amount => "escreva até 16 dígitos, um ponto e duas casas decimais",
        Topic::Ispb => problem::ISPB,
        Topic::Branch => "informe a agência com 1 a 4 dígitos, sem traço e sem o dígito verificador",
        Topic::AccountNumber => {
            "junte número e dígito sem o traço e troque letra por zero; a agência vai sem o dígito verificador"
        }
        Topic::TaxId => "escreva os 11 dígitos do CPF ou os 14 do CNPJ, sem pontos, barra ou traço",
        Topic::Date => problem::DATE,
        Topic::DateTime => problem::DATE_TIME,
        Topic::PersonName => "use letras, dígitos, espaços e sinais comuns; a letra acentuada é um caractere só (NFC)",
        Topic::Other => return None,
    };
    Some(text.into())
}

fn wrong_type(finding: &Finding, field: &str) -> Said {
    let Details::Types(types, found) = finding.details else { return unsaid(finding) };
    let asked = asked(types);
    let help = match (asked, found) {
        (Types::STRING, Types::NUMBER) => match topic(finding) {
            Topic::Amount => "coloque o valor entre aspas: como texto, com duas casas decimais após o ponto",
            Topic::Other => "coloque entre aspas",
            _ => "coloque entre aspas, com os zeros à esquerda: como número, eles se perdem",
        },
        (_, Types::NULL) => "informe um valor ou, se o campo for opcional, não o envie",
        (Types::NUMBER | Types::INTEGER | Types::BOOLEAN, Types::STRING) => "remova as aspas",
        _ => "",
    };
    let help = (!help.is_empty()).then(|| help.into());
    if asked == Types::INTEGER && found == Types::NUMBER {
        return Said::maybe(format!("{field} precisa ser um número inteiro"), help);
    }
    let (asked, found) = (asked.names().map(kind).collect::<Vec<_>>(), found.names().map(kind).collect::<Vec<_>>());
    Said::maybe(format!("{field} precisa ser {}, não {}", asked.join(" ou "), found.join(" ou ")), help)
}

/// A type of JSON Schema in words.
fn kind(name: &'static str) -> &'static str {
    match name {
        "boolean" => "true ou false",
        "integer" => "número inteiro",
        "number" => "número",
        "string" => "texto entre aspas",
        "array" => "lista",
        "object" => "objeto",
        name => name,
    }
}

fn not_listed(finding: &Finding, field: &str) -> Said {
    let list = list(finding);
    let one_of = if list.len() == 1 { "" } else { "um destes: " };
    let help = match meant(finding) {
        Some(meant) => {
            let how = if in_capitals(meant) { ", em maiúsculas" } else { "" };
            Some(format!("você quis dizer {meant}? escreva exatamente assim{how}").into())
        }
        None if list.len() > 1 => Some("esse valor não existe aqui: escolha um da lista".into()),
        None => None,
    };
    Said::maybe(format!("{field} precisa ser {one_of}{}", list.join(", ")), help)
}

fn conditional(finding: &Finding) -> Said {
    let field = field(finding);
    match finding.code {
        Code::LoggedUserCpfRequired => Said::new(
            format!("{field} é obrigatório porque o cliente é um CNPJ"),
            format!("inclua {field} com os 11 dígitos do CPF da pessoa logada"),
        ),
        Code::CreditorAccountRequired => Said::new(
            format!("{field} é obrigatório porque \"initType\" é PIX_MANU"),
            format!("inclua {field} com ispb, issuer, number, accountType e holder, ou use outro initType"),
        ),
        Code::CreditorHolderRequired => Said::new(
            format!("{field} é obrigatório porque \"initType\" é PIX_MANU"),
            format!("inclua {field} com identifierType, identifier e name do recebedor"),
        ),
        Code::ProxyRequired => Said::new(
            format!("{field} é obrigatório porque \"initType\" identifica o recebedor por chave Pix"),
            format!("inclua {field} com a chave Pix do recebedor; em QR Code estático, é a chave que está no código"),
        ),
        Code::ProxyForbidden => Said::new(
            format!("{field} não é permitido porque \"initType\" é PIX_MANU"),
            format!("remova {field} ou use outro initType"),
        ),
        Code::QrCodeRequired => Said::new(
            format!("{field} é obrigatório porque \"initType\" é PIX_QRCODE"),
            format!("inclua {field} com o texto do QR Code em uma linha só, ou use outro initType"),
        ),
        Code::QrCodeUnexpected => Said::new(
            format!("{field} é de PIX_QRCODE, e \"initType\" é outro"),
            format!("remova {field} ou mude initType para PIX_QRCODE"),
        ),
        Code::QrCodeTooLong => Said::new(
            format!("{field} tem {} bytes; o máximo é {}", count(finding).1, count(finding).0),
            "peça ao recebedor um código menor; letra acentuada ocupa dois bytes",
        ),
        Code::IssuerRequired => Said::new(
            format!("{field} é obrigatório porque \"accountType\" é CACC ou SVGS"),
            format!("inclua {field} com a agência: 1 a 4 dígitos, sem o dígito verificador"),
        ),
        Code::IdentifierMismatch => identifier(finding, &field),
        Code::PayeeNaturalPerson => Said::new(
            format!("{field} diz que o recebedor é pessoa física, e o Pix Automático paga a empresas"),
            "informe a empresa que recebe, pelo CNPJ: os bancos recusam consentimento em favor de um CPF",
        ),
        Code::CancellationRequired => Said::new(
            format!("{field} é obrigatório porque \"status\" é CANCELED"),
            format!("inclua {field} com cancelledFrom, cancelledAt e cancelledBy, ou consulte o pagamento de novo"),
        ),
        Code::EndToEndIdRequired => Said::new(
            format!("{field} é obrigatório porque, pelo \"status\", o pagamento já foi autorizado"),
            format!("inclua {field}, os 32 caracteres que começam com E, ou consulte o pagamento de novo"),
        ),
        Code::MaximumBelowMinimum => {
            let minimum = cause_or(finding, "minimumVariableAmount");
            Said::new(
                format!("{field} é menor que {minimum}"),
                format!("aumente {field} ou reduza {minimum}; podem ser iguais"),
            )
        }
        _ => unsaid(finding),
    }
}

fn identifier(finding: &Finding, field: &str) -> Said {
    match mismatch(finding) {
        Mismatch::Written(found) => problem::said(found).about(field),
        Mismatch::Length(TaxIdKind::Cpf, found) => Said::new(
            format!("{field} tem {} sem contar a pontuação; um CPF tem 11", characters(found)),
            "escreva os 11 dígitos do CPF, com os zeros à esquerda",
        ),
        Mismatch::Length(TaxIdKind::Cnpj, found) => Said::new(
            format!("{field} tem {} sem contar a pontuação; um CNPJ tem 14", characters(found)),
            "escreva os 14 dígitos do CNPJ, com os zeros à esquerda",
        ),
        Mismatch::OtherType(TaxIdKind::Cpf) => Said::new(
            format!("{field} parece um CNPJ, mas \"identifierType\" é CPF"),
            "informe os 11 dígitos de um CPF ou mude identifierType para CNPJ",
        ),
        Mismatch::OtherType(TaxIdKind::Cnpj) => Said::new(
            format!("{field} parece um CPF, mas \"identifierType\" é CNPJ"),
            "informe os 14 caracteres de um CNPJ ou mude identifierType para CPF",
        ),
        Mismatch::Unknown => Said::new(
            format!("{field} não combina com \"identifierType\""),
            "informe 11 dígitos para CPF ou 14 caracteres para CNPJ, ou mude identifierType",
        ),
    }
}

fn unknown(finding: &Finding) -> Said {
    let field = field(finding);
    match finding.code {
        Code::UnknownField => Said::new(
            format!("{field} não existe neste objeto"),
            match meant(finding) {
                Some(meant) => format!("você quis dizer \"{meant}\"?"),
                None if is_response(finding) => "ele é preservado e pode ser mais novo que a documentação".to_owned(),
                None => "corrija o nome ou remova".to_owned(),
            },
        ),
        Code::UnknownValue => Said::new(
            format!("{field} traz um valor que a documentação não lista"),
            meant(finding).map_or_else(
                || format!("não dependa desse valor; os conhecidos são {}", list(finding).join(", ")),
                |meant| format!("você quis dizer {meant}?"),
            ),
        ),
        Code::UndocumentedForm => Said::new(
            format!("{field} tem uma forma que nenhum documento lhe dá"),
            "é lido mesmo assim; não escreva código que dependa dessa forma",
        ),
        _ => unsaid(finding),
    }
}
