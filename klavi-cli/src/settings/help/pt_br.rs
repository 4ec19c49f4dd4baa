//! The help in Brazilian Portuguese.

use crate::settings::help::{Tail, Text};

pub const ABOUT: &str = "Verifica requisições e respostas de pagamentos da Klavi";

pub const MORE_ABOUT: &str = "\
Cada documento é verificado contra o seu contrato; cada apontamento diz o lugar, a causa e o que fazer. Os valores \
aparecem mascarados.";

pub const USAGE: &str = "validate [OPÇÕES] [ARQUIVO]...";

pub const USAGE_LINE: &str = "Uso: validate [OPÇÕES] [ARQUIVO]...";

pub const SEE_HELP: &str = "Para saber mais: validate --help";

pub const TEMPLATE: &str = "{about-with-newline}\nUso: {usage}\n\n{all-args}{after-help}";

/// What the tool is for, how it is called, and how to go on.
pub const SHORT: [&str; 3] = [
    ABOUT,
    "Uso: validate [OPÇÕES] [ARQUIVO]...\n\n\
     ARQUIVO é um arquivo, uma pasta, um glob entre aspas ou \"-\" para a entrada padrão; nada foi indicado.",
    "validate -h lista as opções, --help diz mais de cada uma, --list dá os nomes dos contratos.",
];

pub const TAIL: Tail = Tail {
    status_title: "Status de saída",
    statuses: &[
        ("0", "todos os documentos são válidos (avisos são permitidos)"),
        ("1", "pelo menos um documento tem erro"),
        ("2", "uso incorreto: opção, esquema ou regra que não existe; configuração ruim"),
        ("3", "algo não pôde ser verificado: ilegível, acima de um limite, contrato não reconhecido"),
        ("4", "nada para verificar: nenhum arquivo encontrado, nenhum documento na entrada"),
        ("70", "um defeito da ferramenta"),
        ("130", "interrompido"),
    ],
    several: "Vários ao mesmo tempo: 70, 2, 3, 4, 1 nesta ordem.",
    precedence: "Opções valem mais do que variáveis VALIDATE_*, e estas mais do que validate.toml.",
    examples_title: "Exemplos",
    examples: &[
        ("validate pedidos/", "tudo o que é da Klavi numa pasta"),
        ("validate -s create-payment.request lote.jsonl", "um documento por linha, contra um só contrato"),
        ("validate --explain proxy-required", "o que um código significa e como corrigir"),
        ("validate pedidos/ -o text -o sarif=rel.sarif", "vários relatórios de uma vez"),
        ("validate -s ./pedido.schema.json pedidos/", "contra um esquema seu"),
        ("validate --host gateway.example trafego.har", "chamadas gravadas, pelo seu próprio gateway"),
        ("validate --example auth.request --break any", "um documento para experimentar"),
    ],
};

/// Headings and names of values.
pub const TERMS: &[(&str, &str)] = &[
    ("Options", "Opções"),
    ("Arguments", "Argumentos"),
    ("What to check against", "Contra o que verificar"),
    ("Input", "Entrada"),
    ("Rules", "Regras"),
    ("Output", "Saída"),
    ("Configuration", "Configuração"),
    ("Information", "Informações"),
    ("FILE", "ARQUIVO"),
    ("NAME", "NOME"),
    ("NAME|FILE", "NOME|ARQUIVO"),
    ("HOST", "HOST"),
    ("CODE|any", "CÓDIGO|any"),
    ("HOW", "COMO"),
    ("GLOB", "GLOB"),
    ("GLOB=NAME", "GLOB=NOME"),
    ("PTR", "PTR"),
    ("KIND", "TIPO"),
    ("PATH", "CAMINHO"),
    ("N", "N"),
    ("CODE", "CÓDIGO"),
    ("RULE", "REGRA"),
    ("YYYY-MM-DD", "AAAA-MM-DD"),
    ("FMT[=FILE]", "FMT[=ARQUIVO]"),
    ("V", "V"),
    ("L", "L"),
    ("WHEN", "QUANDO"),
    ("WHAT", "O_QUE"),
    ("DIR", "PASTA"),
    ("DRAFT", "VERSÃO"),
    ("F", "F"),
    ("SHELL", "SHELL"),
];

const fn text(id: &'static str, help: &'static str) -> Text {
    Text { id, help, more: "", values: &[] }
}

const WHEN: &[(&str, &str)] = &[("auto", "se a saída é um terminal"), ("always", "sempre"), ("never", "nunca")];

/// All arguments.
pub const TEXTS: &[Text] = &[
    Text {
        more: "Sem nenhum: a entrada padrão, se algo vem por ela, senão a lista include de validate.toml.",
        ..text(
            "files",
            "Um arquivo, uma pasta (percorrida; respeita .gitignore e .ignore), um glob entre aspas ou \"-\" para a entrada padrão",
        )
    },
    text("help", "Mostra a ajuda (um resumo com -h)"),
    text("version", "Mostra a versão"),
    text("schema", "O contrato, p. ex. create-payment.request; basta um prefixo inequívoco"),
    Text {
        values: &[
            ("auto", "pelo nome, depois pela forma"),
            ("name", "pelo nome do arquivo ou de uma pasta em que está"),
            ("shape", "pelos campos do documento"),
            ("off", "não detecta"),
        ],
        ..text("detect", "Como se acha o contrato de um documento quando nenhum foi dado [padrão: auto]")
    },
    text("map", "O contrato dos arquivos que combinam com o glob"),
    text("pointer", "Verifica só esta parte de cada documento, p. ex. /data/payload"),
    text("each", "O documento é uma lista: um documento por item"),
    Text {
        values: &[
            ("auto", "pela extensão e pelo conteúdo"),
            ("json", "um documento JSON"),
            ("jsonl", "um documento JSON por linha"),
            ("yaml", "YAML 1.2; uma linha de três hifens começa outro documento"),
            (
                "har",
                "tráfego gravado: o corpo de cada chamada à Klavi, contra o contrato da sua URL, independentemente de --schema",
            ),
        ],
        ..text("input", "Tipo da entrada; por padrão, deduzido da extensão e do conteúdo [padrão: auto]")
    },
    text("host", "Um host cujas chamadas em arquivos HAR também são da API, como um gateway; pode ser repetido"),
    text("stdin_name", "O nome com que \"-\" aparece e é reconhecido"),
    text("files_from", "Uma lista de caminhos, um por linha; \"-\" é a entrada padrão"),
    text("null", "Os caminhos de --files-from terminam em NUL, não em fim de linha"),
    text("exclude", "Deixa estes de fora ao percorrer pastas e globs"),
    text("no_ignore", "Percorre também o que .gitignore e .ignore excluem"),
    text("hidden", "Percorre também arquivos e pastas ocultos"),
    text("max_bytes", "O máximo de bytes de um documento, e de um arquivo YAML ou HAR, ex.: 10MB [padrão: 16MiB]"),
    text("max_depth", "O máximo de objetos e listas abertos ao mesmo tempo [padrão: 64]"),
    text("watch", "Verifica de novo sempre que um dos arquivos muda, até ser interrompido"),
    text("allow_empty", "Não ter nada para verificar não é erro"),
    text("allow", "Silencia: CÓDIGO|GRUPO|warnings[@CONTRATO][#POINTER]"),
    text("warn", "Trata como aviso"),
    Text {
        more: "-A, -W e -D valem na ordem em que estão; o último que casa com um apontamento decide. Uma regra pode valer \
               para um só contrato e lugar: -W required@create-payment.request#/date. No ponteiro, * é qualquer índice ou \
               nome.",
        ..text("deny", "Trata como erro")
    },
    text("strict", "O mesmo que -D warnings"),
    text("today", "O dia para as regras que falam do passado [padrão: hoje em UTC-3]"),
    text("fail_fast", "Para no primeiro documento inválido"),
    text("max_errors", "Quantos erros, e quantos avisos, se apontam por documento; 0 é sem limite [padrão: 100]"),
    Text {
        values: &[
            ("text", "apontamentos com as linhas de que falam, para pessoas"),
            ("compact", "uma linha por apontamento"),
            ("json", "um relatório para máquinas"),
            ("jsonl", "um objeto JSON por documento"),
            ("sarif", "SARIF 2.1.0, para análise de código"),
            ("junit", "o XML do JUnit, um caso de teste por documento"),
            ("github", "anotações para os workflows do GitHub"),
            ("gitlab", "o relatório de qualidade de código do GitLab"),
            ("tap", "o Test Anything Protocol, um ponto de teste por documento"),
        ],
        ..text("output", "Um relatório, na saída padrão ou num arquivo; pode ser repetido [padrão: text]")
    },
    Text {
        values: &[
            ("masked", "pela sua forma"),
            ("none", "nenhum trecho do documento"),
            ("full", "como são, menos os segredos"),
        ],
        ..text("values", "Como os valores aparecem; segredos, nunca [padrão: masked]")
    },
    Text {
        values: &[("en", "inglês"), ("pt-BR", "português do Brasil")],
        ..text("lang", "A língua das mensagens [padrão: de LC_ALL, LC_MESSAGES, LANG]")
    },
    Text { values: WHEN, ..text("color", "Quando colorir o texto [padrão: auto]") },
    Text { values: WHEN, ..text("progress", "Quando mostrar o progresso na saída de erros [padrão: auto]") },
    text("quiet", "Só o resumo do que falhou; duas vezes: nada"),
    text("verbose", "Também os documentos válidos, e por que o contrato foi escolhido"),
    text("jobs", "Quantos documentos são verificados ao mesmo tempo [padrão: número de núcleos]"),
    text("config", "Lê esta configuração, e confia nela, em vez do validate.toml mais próximo"),
    text("no_config", "Não lê configuração"),
    Text {
        values: &[
            ("schemas", "os contratos"),
            ("rules", "os códigos"),
            ("groups", "os grupos de códigos"),
            ("sources", "o que significam os rótulos das fontes"),
            ("keywords", "as palavras-chave dos seus próprios schemas"),
        ],
        ..text("list", "Lista os contratos, os códigos, os grupos, as fontes ou as palavras-chave")
    },
    text("explain", "Explica um código"),
    text("example", "Mostra um exemplo de um contrato, sem nenhum apontamento hoje"),
    text("broken", "... mudado para que tenha um apontamento deste código, ou \"any\", e nenhum outro erro"),
    text("count", "... tantas mensagens de valores coerentes, uma por linha [padrão com --seed: 1]"),
    text("seed", "... outras para cada número, as mesmas para o mesmo número e dia [padrão: 0]"),
    text(
        "print_schema",
        "Mostra o JSON Schema de um contrato, ou de \"report\"; \"openapi\" é o documento OpenAPI de todas as operações",
    ),
    text(
        "export",
        "Grava numa pasta todos os arquivos publicados: esquemas em todas as formas, documentos OpenAPI, catálogos, vetores",
    ),
    Text {
        values: &[
            ("2020-12", "como os contratos são"),
            ("draft-07", "para ferramentas mais antigas"),
            ("openapi-3.1", "para documentos OpenAPI de hoje"),
            ("openapi-3.0", "para documentos OpenAPI de ferramentas mais antigas"),
        ],
        ..text("draft", "A versão em que os esquemas são escritos [padrão: 2020-12; de \"openapi\": openapi-3.1]")
    },
    Text {
        values: &[
            ("full", "tudo"),
            ("types", "sem condições, para ferramentas que fazem tipos de esquemas"),
            ("plain", "sem anotações, para ferramentas que recusam palavras-chave que não conhecem"),
        ],
        ..text("flavour", "Quanto de um contrato o seu esquema diz [padrão: full]")
    },
    text("completions", "Mostra o script de completar comandos de um shell [bash, elvish, fish, powershell, zsh]"),
    text("man", "Mostra a página de manual"),
    text("config_schema", "Mostra o JSON Schema de validate.toml"),
];
