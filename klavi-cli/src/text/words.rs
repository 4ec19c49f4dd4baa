//! The tool's own words in both languages; the prose of findings is the library's.

use crate::model::document::ChosenBy;
use crate::model::summary::Summary;
use crate::model::unchecked::{Skip, Why};
use klavi_core::Severity;
use klavi_validate::Lang;
use std::fmt::Write as _;
use std::io::ErrorKind;

/// The word for a severity.
pub const fn severity(lang: Lang, severity: Severity) -> &'static str {
    match (lang, severity) {
        (Lang::En, Severity::Error) => "error",
        (Lang::En, Severity::Warning) => "warning",
        (Lang::PtBr, Severity::Error) => "erro",
        (Lang::PtBr, Severity::Warning) => "aviso",
    }
}

/// Words that stand alone.
pub struct Words {
    pub unchecked: &'static str,
    pub valid: &'static str,
    pub invalid: &'static str,
    pub field: &'static str,
    pub whole: &'static str,
    pub inside: &'static str,
    pub help: &'static str,
    pub suggestion: &'static str,
    pub write: &'static str,
    pub source: &'static str,
    pub because: &'static str,
    pub first: &'static str,
    pub note: &'static str,
    pub no_contract: &'static str,
}

static EN: Words = Words {
    unchecked: "unchecked",
    valid: "valid",
    invalid: "invalid",
    field: "field",
    whole: "the whole document",
    inside: "in",
    help: "help",
    suggestion: "suggestion",
    write: "write",
    source: "source",
    because: "because of this",
    first: "first here",
    note: "note",
    no_contract: "no schema",
};

static PT_BR: Words = Words {
    unchecked: "não verificado",
    valid: "válido",
    invalid: "inválido",
    field: "campo",
    whole: "o documento inteiro",
    inside: "em",
    help: "ajuda",
    suggestion: "sugestão",
    write: "escreva",
    source: "fonte",
    because: "por causa disto",
    first: "primeira vez aqui",
    note: "nota",
    no_contract: "sem esquema",
};

/// The words of a language.
pub const fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::En => &EN,
        Lang::PtBr => &PT_BR,
    }
}

/// How sure a source is, by the name that schemas and the registry use.
pub fn sure(lang: Lang, confidence: &str) -> &str {
    match (lang, confidence) {
        (Lang::PtBr, "verbatim") => "literal",
        (Lang::PtBr, "reconstructed") => "reconstruída",
        (Lang::PtBr, "inferred") => "inferida",
        (Lang::PtBr, "specified") => "especificado",
        (Lang::PtBr, "observed") => "observado",
        (_, confidence) => confidence,
    }
}

/// How the contract was chosen.
pub const fn chosen_by(lang: Lang, by: ChosenBy) -> &'static str {
    match (lang, by) {
        (Lang::En, ChosenBy::Flag) => "chosen by flag",
        (Lang::En, ChosenBy::Map) => "chosen by map",
        (Lang::En, ChosenBy::Name) => "chosen by name",
        (Lang::En, ChosenBy::Shape) => "chosen by shape",
        (Lang::En, ChosenBy::Url) => "chosen by URL",
        (Lang::PtBr, ChosenBy::Flag) => "definido por --schema",
        (Lang::PtBr, ChosenBy::Map) => "escolhido pelo mapa",
        (Lang::PtBr, ChosenBy::Name) => "escolhido pelo nome",
        (Lang::PtBr, ChosenBy::Shape) => "reconhecido pelos campos",
        (Lang::PtBr, ChosenBy::Url) => "escolhido pela URL",
    }
}

/// Why something that was read is no document.
pub const fn skipped(lang: Lang, skip: Skip) -> &'static str {
    match (lang, skip) {
        (Lang::En, Skip::NoFit) => "skipped: fits no contract",
        (Lang::En, Skip::Foreign) => "skipped: the call of another host",
        (Lang::En, Skip::NoOperation) => "skipped: no operation has this method and path",
        (Lang::En, Skip::NoContract) => "skipped: a body for which the documents name no contract",
        (Lang::En, Skip::NoBody) => "skipped: the recording has no body here",
        (Lang::PtBr, Skip::NoFit) => "ignorado: não corresponde a nenhum contrato",
        (Lang::PtBr, Skip::Foreign) => "ignorado: a chamada é de outro host",
        (Lang::PtBr, Skip::NoOperation) => "ignorado: nenhuma operação tem este método e caminho",
        (Lang::PtBr, Skip::NoContract) => "ignorado: um corpo para o qual os documentos não citam contrato",
        (Lang::PtBr, Skip::NoBody) => "ignorado: a gravação não tem corpo aqui",
    }
}

/// What the rules are called that stand for documents that were not checked.
pub const UNCHECKED: &str = "unchecked";

/// What a reason for not checking something means.
pub fn reason(lang: Lang, reason: &str) -> &'static str {
    match (lang, reason) {
        (Lang::En, "not-found") => "A file or folder that was named is not there.",
        (Lang::En, "unreadable") => "An input cannot be read.",
        (Lang::En, "empty") => "There is nothing to check: no file matches, or the input has no document.",
        (Lang::En, "too-large") => "A document is larger than --max-bytes allows.",
        (Lang::En, "too-deep") => "A document nests deeper than --max-depth allows.",
        (Lang::En, "schema-unknown") => "No contract fits the document, or several do: name it with --schema or --map.",
        (Lang::En, _) => "The part of the document that was asked for is not there.",
        (Lang::PtBr, "not-found") => "Um arquivo ou uma pasta que foi indicado não existe.",
        (Lang::PtBr, "unreadable") => "Uma entrada não pode ser lida.",
        (Lang::PtBr, "empty") => {
            "Não há nada para verificar: nenhum arquivo corresponde, ou a entrada não tem documento."
        }
        (Lang::PtBr, "too-large") => "Um documento é maior do que --max-bytes permite.",
        (Lang::PtBr, "too-deep") => "Um documento tem mais níveis do que --max-depth permite.",
        (Lang::PtBr, "schema-unknown") => {
            "Nenhum contrato corresponde ao documento, ou vários: informe-o com --schema ou --map."
        }
        (Lang::PtBr, _) => "A parte pedida do documento não existe.",
    }
}

/// The section of the reference page on a code, or on documents that were not checked.
pub fn page(lang: Lang, section: &str) -> String {
    let page = match lang {
        Lang::En => "codes.md",
        Lang::PtBr => "codigos.pt-BR.md",
    };
    format!("{}/blob/main/docs/{page}#{section}", env!("CARGO_PKG_REPOSITORY"))
}

/// What is said of a report with more results than code scanning takes.
pub fn too_many(lang: Lang, count: u64, most: u64) -> String {
    match lang {
        Lang::En => format!(
            "the SARIF report has {count} results, and GitHub takes no more than {most}; see --max-errors, -A and -p"
        ),
        Lang::PtBr => format!(
            "o relatório SARIF tem {count} resultados, e o GitHub não aceita mais de {most}; veja --max-errors, -A e -p"
        ),
    }
}

/// Why something was not checked.
pub fn why(lang: Lang, why: &Why) -> String {
    match lang {
        Lang::En => why_en(why),
        Lang::PtBr => why_pt_br(why),
    }
}

fn why_en(why: &Why) -> String {
    match why {
        Why::NotFound => "no such file or folder".to_owned(),
        Why::Unreadable(kind) => format!("cannot be read: {}", trouble_en(*kind)),
        Why::Blank => "the input is empty".to_owned(),
        Why::NoMatch => "no file matches".to_owned(),
        Why::NoDocuments => "the folder has no .json, .jsonl, .ndjson, .yaml, .yml or .har file".to_owned(),
        Why::NoneFits => "no document in the folder fits a contract; name it with --schema or --map".to_owned(),
        Why::NoElements => "the array has no elements".to_owned(),
        Why::TooLarge(limit) => format!("larger than {limit} bytes; raise the limit with --max-bytes"),
        Why::TooDeep(limit) => {
            format!("more than {limit} objects and arrays are open at once; raise the limit with --max-depth")
        }
        Why::NoContract => "the schema could not be determined; name it with --schema".to_owned(),
        Why::Ambiguous(names) => {
            format!("{} fit equally well; name the schema with --schema", names.join(", "))
        }
        Why::NoPart => "the part that --pointer names is not there".to_owned(),
        Why::NoArray => "--each needs an array at the top".to_owned(),
        Why::NoCalls => "no Klavi call in it has a body".to_owned(),
        Why::NoEntries => "a HAR file has its calls at /log/entries".to_owned(),
        Why::NoStatus => "the recording has an answer without a status, so its contract is not known".to_owned(),
        Why::NoBase64 => "the body is not the base64 that it is said to be".to_owned(),
        Why::Special => "cannot be read: it is no regular file; name it to read it all the same".to_owned(),
        Why::ListTooLarge(limit) => format!("the list is larger than {limit} bytes"),
        Why::Encoding(name) => format!("the text is in {name}; convert it to UTF-8"),
        Why::Compression(name) => format!("the file is compressed with {name}; only gzip is read"),
    }
}

fn why_pt_br(why: &Why) -> String {
    match why {
        Why::NotFound => "arquivo ou pasta não existe".to_owned(),
        Why::Unreadable(kind) => format!("não pode ser lido: {}", trouble_pt_br(*kind)),
        Why::Blank => "a entrada está vazia".to_owned(),
        Why::NoMatch => "nenhum arquivo corresponde".to_owned(),
        Why::NoDocuments => "a pasta não tem arquivo .json, .jsonl, .ndjson, .yaml, .yml ou .har".to_owned(),
        Why::NoneFits => {
            "nenhum documento da pasta corresponde a um contrato; informe-o com --schema ou --map".to_owned()
        }
        Why::NoElements => "o array não tem elementos".to_owned(),
        Why::TooLarge(limit) => format!("maior que {limit} bytes; aumente o limite com --max-bytes"),
        Why::TooDeep(limit) => {
            format!("mais de {limit} objetos e arrays abertos ao mesmo tempo; aumente o limite com --max-depth")
        }
        Why::NoContract => "não foi possível determinar o esquema; informe-o com --schema".to_owned(),
        Why::Ambiguous(names) => {
            format!("{} servem igualmente; informe o esquema com --schema", names.join(", "))
        }
        Why::NoPart => "a parte indicada por --pointer não existe".to_owned(),
        Why::NoArray => "--each exige um array no nível mais alto".to_owned(),
        Why::NoCalls => "nenhuma chamada à Klavi tem corpo".to_owned(),
        Why::NoEntries => "um arquivo HAR tem as chamadas em /log/entries".to_owned(),
        Why::NoStatus => "a gravação tem uma resposta sem status, então o contrato dela não é conhecido".to_owned(),
        Why::NoBase64 => "o corpo não está em base64 como se diz".to_owned(),
        Why::Special => "não pode ser lido: não é um arquivo comum; indique-o para ler mesmo assim".to_owned(),
        Why::ListTooLarge(limit) => format!("a lista é maior que {limit} bytes"),
        Why::Encoding(name) => format!("o texto está em {name}; converta-o para UTF-8"),
        Why::Compression(name) => format!("o arquivo está compactado com {name}; só gzip é lido"),
    }
}

fn trouble_en(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::PermissionDenied => "permission denied",
        ErrorKind::IsADirectory => "it is a folder",
        ErrorKind::InvalidData | ErrorKind::InvalidInput => "the compressed data is damaged",
        ErrorKind::UnexpectedEof => "the compressed data is cut short",
        _ => "the system refused",
    }
}

fn trouble_pt_br(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::PermissionDenied => "permissão negada",
        ErrorKind::IsADirectory => "é uma pasta",
        ErrorKind::InvalidData | ErrorKind::InvalidInput => "os dados compactados estão danificados",
        ErrorKind::UnexpectedEof => "os dados compactados estão incompletos",
        _ => "o sistema recusou",
    }
}

/// The last line of a report for people.
pub fn summary(lang: Lang, summary: &Summary, tells_time: bool) -> String {
    let Summary { valid, invalid, errors, warnings, unchecked, skipped, .. } = *summary;
    let checked = valid + invalid;
    let number =
        |count: u64, one: &'static str, many: &'static str| format!("{count} {}", if count == 1 { one } else { many });
    let (mut line, rest) = match lang {
        Lang::En => (
            format!(
                "{} checked, {invalid} invalid, {}, {}",
                number(checked, "document", "documents"),
                number(errors, "error", "errors"),
                number(warnings, "warning", "warnings"),
            ),
            format!(", {unchecked} unchecked"),
        ),
        Lang::PtBr => (
            format!(
                "{}, {}, {}, {}",
                number(checked, "documento verificado", "documentos verificados"),
                number(invalid, "inválido", "inválidos"),
                number(errors, "erro", "erros"),
                number(warnings, "aviso", "avisos"),
            ),
            format!(", {}", number(unchecked, "não verificado", "não verificados")),
        ),
    };
    if unchecked > 0 {
        line.push_str(&rest);
    }
    if skipped > 0 {
        let word = match lang {
            Lang::En => "skipped",
            Lang::PtBr if skipped == 1 => "ignorado",
            Lang::PtBr => "ignorados",
        };
        let _ = write!(line, ", {skipped} {word}");
    }
    if tells_time {
        let word = if lang == Lang::En { "in" } else { "em" };
        let _ = write!(line, " {word} {} ms", summary.time.as_millis());
    }
    if summary.interrupted {
        line.push_str(if lang == Lang::En { "; interrupted" } else { "; interrompido" });
    }
    line
}

/// What is said of findings that were cut off.
pub fn truncated(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (Lang::En, 1) => "1 more finding of this document is not shown; see --max-errors".to_owned(),
        (Lang::En, _) => format!("{count} more findings of this document are not shown; see --max-errors"),
        (Lang::PtBr, 1) => "mais 1 apontamento deste documento não foi mostrado; veja --max-errors".to_owned(),
        (Lang::PtBr, _) => format!("mais {count} apontamentos deste documento não foram mostrados; veja --max-errors"),
    }
}

/// What is said before the first wait for a change.
pub fn watching(lang: Lang, files: usize) -> String {
    match (lang, files) {
        (Lang::En, 1) => "watching 1 file; Ctrl-C ends".to_owned(),
        (Lang::En, _) => format!("watching {files} files; Ctrl-C ends"),
        (Lang::PtBr, 1) => "observando 1 arquivo; Ctrl-C encerra".to_owned(),
        (Lang::PtBr, _) => format!("observando {files} arquivos; Ctrl-C encerra"),
    }
}

/// What is said before another run; if no file has changed, the configuration has.
pub fn changed(lang: Lang, names: &[String]) -> String {
    match (lang, names) {
        (Lang::En, []) => "the configuration changed".to_owned(),
        (Lang::En, [name]) => format!("{name} changed"),
        (Lang::En, [name, rest @ ..]) => format!("{name} and {} more changed", rest.len()),
        (Lang::PtBr, []) => "a configuração mudou".to_owned(),
        (Lang::PtBr, [name]) => format!("{name} mudou"),
        (Lang::PtBr, [name, rest @ ..]) => format!("{name} e mais {} mudaram", rest.len()),
    }
}
