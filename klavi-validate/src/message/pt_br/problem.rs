//! What format parsers say, as predicates of the field, and the edits that mend it.

use super::{br_code, characters, digits, number, stray};
use crate::message::Said;
use klavi_pix::{
    AmountError, AmountNotation, CnpjError, CpfError, DateError, DateTimeError, EmailError, EndToEndIdError, IspbError,
    JwtError, PhoneError, PixKeyDifference, PixKeyError, Problem, TownCodeError, TransactionIdError, UrlError,
};

const AMOUNT: &str = "escreva exatamente duas casas decimais após o ponto, inclusive os zeros";
pub(super) const CPF: &str = "os dois últimos dígitos não conferem com os nove primeiros: confirme o CPF com a pessoa; \
                              número inventado não passa em produção";
pub(super) const CNPJ: &str = "os dois últimos dígitos não conferem com os doze primeiros caracteres: confirme o CNPJ com \
                               a empresa; número inventado não passa em produção";
pub(super) const DATE: &str = "use AAAA-MM-DD, com dois dígitos para mês e dia, e um dia que exista no mês";
pub(super) const DATE_TIME: &str =
    "use segundos inteiros e Z: tire a fração, converta o offset para UTC e use 23:59:59";
pub(super) const EMAIL: &str = "escreva um endereço só: nome, @ e host, sem espaços nem acentos";
pub(super) const END_TO_END_ID: &str = "copie o id de novo: E maiúsculo, ISPB de 8 dígitos, data e hora em UTC com 12 \
                                        dígitos (AAAAMMDDhhmm) e 11 letras ou dígitos";
pub(super) const ISPB: &str = "o ISPB tem 8 dígitos, com os zeros à esquerda, e não é o código de compensação de 3 \
                               dígitos: consulte a lista de participantes do Pix do Banco Central";
pub(super) const PHONE: &str = "escreva +, o código do país e o número, só com dígitos: +55 para o Brasil";
pub(super) const PIX_KEY: &str = "informe um CPF de 11 dígitos, um CNPJ de 14 caracteres, um telefone com + e código do \
                                  país, um e-mail ou uma chave aleatória com os hifens";
pub(super) const TOKEN: &str = "copie o token inteiro: três partes separadas por ponto, sem aspas nem espaços";
pub(super) const TOWN: &str = "consulte o município na lista do IBGE e copie os 7 dígitos";
pub(super) const TRANSACTION_ID: &str = "use de 1 a 35 letras sem acento e dígitos, sem hífen nem espaço";
pub(super) const URL: &str = "informe o endereço completo, com o esquema na frente, como https://loja.example/retorno";

pub(super) fn said(problem: Problem) -> Said {
    match problem {
        Problem::Amount(error) => amount(error),
        Problem::AmountNotation(found) => notation(found),
        Problem::BrCode(error) => br_code::said(error),
        Problem::Cnpj(error) => cnpj(error),
        Problem::Cpf(error) => cpf(error),
        Problem::Date(error) => date(error),
        Problem::DateTime(error) => date_time(error),
        Problem::Email(error) | Problem::PixKeyDifference(PixKeyDifference::Email(error)) => email(error),
        Problem::EndToEndId(error) => end_to_end_id(error),
        Problem::Ispb(error) => ispb(error),
        Problem::Jwt(error) => token(error),
        Problem::Phone(error) | Problem::PixKeyDifference(PixKeyDifference::Phone(error)) => phone(error),
        Problem::PixKey(error) => pix_key(error),
        Problem::PixKeyDifference(PixKeyDifference::UpperCaseRandom { at }) => {
            Said::new(format!("tem letra maiúscula no byte {at}"), "escreva a chave aleatória em minúsculas")
        }
        Problem::Stray(found) => stray::stray(found),
        Problem::TownCode(error) => town(error),
        Problem::TransactionId(error) => transaction_id(error),
        Problem::TaxIdLength { found } => Said::new(
            format!("tem {}; CPF tem 11 e CNPJ tem 14", characters(found)),
            "escreva os 11 dígitos do CPF ou os 14 caracteres do CNPJ, com os zeros à esquerda",
        ),
        Problem::Url(error) => url(error),
        Problem::PhoneWithoutCountry => Said::new(
            "é lido como CPF, e os dígitos verificadores não conferem",
            "11 dígitos são lidos como CPF, mas isto parece um celular: coloque +55 na frente",
        ),
        Problem::Past => {
            Said::new("é anterior a hoje em Brasília", "informe o dia de hoje em Brasília (UTC-3) ou um posterior")
        }
        Problem::Zero => Said::new("é zero", "informe o valor que será pago"),
        Problem::AsText => Said::new("é um número entre aspas", "escreva o número sem aspas"),
        Problem::NotEndOfDay => Said::new("não termina no fim do dia em UTC", DATE_TIME),
        _ => Said::new("não está bem formado", "compare com a documentação"),
    }
}

pub(super) fn amount(error: AmountError) -> Said {
    let mark = "use ponto antes das duas casas decimais e nenhum separador de milhar";
    match error {
        AmountError::Empty => Said::new("está vazio", AMOUNT),
        AmountError::NoInteger => Said::new("não tem dígito antes do ponto", "escreva ao menos um zero antes do ponto"),
        AmountError::Comma { at } => Said::new(format!("tem vírgula no lugar do ponto, no byte {at}"), mark),
        AmountError::ThousandsSeparator { at } => Said::new(format!("tem separador de milhar no byte {at}"), mark),
        AmountError::Exponent { at } => Said::new(
            format!("tem expoente no byte {at}"),
            "escreva o valor só com dígitos, sem expoente e com duas casas decimais",
        ),
        AmountError::Sign => Said::new("tem sinal na frente", "escreva o valor sem sinal de mais nem de menos"),
        AmountError::Decimals { found: 0 } => Said::new(
            "não tem casas decimais; são necessárias duas",
            "informe em reais, não em centavos: coloque um ponto antes dos dois últimos dígitos, depois de conferir qual \
             dos dois é o caso",
        ),
        AmountError::Decimals { found: 1 } => Said::new("tem uma casa decimal; são necessárias duas", AMOUNT),
        AmountError::Decimals { found } => Said::new(format!("tem {found} casas decimais; o máximo é de duas"), AMOUNT),
        AmountError::TooManyDigits { found } => Said::new(
            format!("tem {found} dígitos antes do ponto; o máximo é 16"),
            "confira o valor: em reais ele tem no máximo 16 dígitos antes do ponto",
        ),
        AmountError::NotADigit { at } => {
            Said::new(format!("tem algo que não é dígito no byte {at}"), "use só dígitos e um ponto")
        }
    }
}

fn notation(notation: AmountNotation) -> Said {
    match notation {
        AmountNotation::Exponent { at } => Said::new(
            format!("é um valor com expoente no byte {at}"),
            "escreva o mesmo número com dígitos e ponto, sem a letra e",
        ),
        AmountNotation::Zeros { found } => Said::new(
            format!("é um valor com {found} casas decimais, com zeros depois da segunda"),
            "remova os zeros depois da segunda casa decimal",
        ),
        AmountNotation::Sign => Said::new("é zero com sinal de menos", "remova o sinal de menos"),
    }
}

fn url(error: UrlError) -> Said {
    match error {
        UrlError::NoScheme => Said::new("não é uma URL absoluta: falta o esquema", URL),
        UrlError::NoHost { at } => Said::new(format!("não é uma URL absoluta: falta o host no byte {at}"), URL),
        UrlError::Character { at } => Said::new(
            format!("tem no byte {at} um caractere que não pode estar em uma URL sem codificação"),
            "use percent-encoding, por exemplo %20 para espaço; uma biblioteca de URL faz isso",
        ),
        UrlError::Percent { at } => Said::new(
            format!("tem no byte {at} um sinal de porcentagem sem dois dígitos hexadecimais depois"),
            "escreva o próprio sinal de porcentagem como %25",
        ),
    }
}

fn cpf(error: CpfError) -> Said {
    match error {
        CpfError::Length { found } => Said::new(
            format!("tem {}; um CPF tem 11", digits(found)),
            "escreva os 11 dígitos, com os zeros à esquerda, e guarde o número sempre como texto",
        ),
        CpfError::NotADigit { at } => {
            Said::new(format!("tem algo que não é dígito no byte {at}"), "escreva só os 11 dígitos do CPF")
        }
        CpfError::Punctuation { at } => {
            Said::new(format!("tem pontuação no byte {at}"), "escreva os 11 dígitos sem pontos nem traço")
        }
        CpfError::ZerosLost { found } => zeros_lost("CPF", 11, found),
        CpfError::Repeated => Said::new(
            "é um dígito repetido onze vezes, CPF que nunca é emitido",
            "peça o CPF correto: número inventado não passa em produção",
        ),
        CpfError::CheckDigits => Said::new("é um CPF cujos dígitos verificadores não conferem", CPF),
    }
}

/// A document that was kept as a number.
fn zeros_lost(document: &str, length: usize, found: usize) -> Said {
    let (zeros, lost) = match length - found {
        1 => ("o zero à esquerda se perdeu".to_owned(), "o zero perdido"),
        lost => (format!("os {lost} zeros à esquerda se perderam"), "os zeros perdidos"),
    };
    Said::new(
        format!("tem {}: {zeros}", digits(found)),
        format!("{document} tem {length} dígitos: recoloque {lost} à esquerda e guarde o número sempre como texto"),
    )
}

fn cnpj(error: CnpjError) -> Said {
    match error {
        CnpjError::Length { found } => Said::new(
            format!("tem {}; um CNPJ tem 14", characters(found)),
            "escreva os 14 caracteres, com os zeros à esquerda, e guarde o número sempre como texto",
        ),
        CnpjError::NotAllowed { at } => Said::new(
            format!("tem algo que não é dígito nem letra maiúscula no byte {at}"),
            "escreva só os 14 caracteres do CNPJ",
        ),
        CnpjError::Punctuation { at } => {
            Said::new(format!("tem pontuação no byte {at}"), "escreva os 14 dígitos sem pontos, barra nem traço")
        }
        CnpjError::LowerCase { at } => {
            Said::new(format!("tem letra minúscula no byte {at}"), "escreva as letras do CNPJ em maiúsculas")
        }
        CnpjError::LetterInCheckDigits { at } => Said::new(
            format!("tem letra no byte {at}, onde ficam os dígitos verificadores"),
            "os dois últimos caracteres do CNPJ são dígitos: copie o número de novo",
        ),
        CnpjError::ZerosLost { found } => zeros_lost("CNPJ", 14, found),
        CnpjError::AllZero => Said::new("são quatorze zeros, CNPJ que nunca é emitido", "peça o CNPJ correto"),
        CnpjError::CheckDigits => Said::new("é um CNPJ cujos dígitos verificadores não conferem", CNPJ),
    }
}

fn date(error: DateError) -> Said {
    Said::new(
        match error {
            DateError::Shape { at } => format!("não é uma data no formato AAAA-MM-DD a partir do byte {at}"),
            DateError::DayFirst => "começa pelo dia, não pelo ano".to_owned(),
            DateError::Time { at } => format!("tem um horário depois da data, a partir do byte {at}"),
            DateError::OneDigit { at } => format!("tem mês ou dia com um dígito só, no byte {at}"),
            DateError::Year => "tem um ano fora de 0001 a 9999".to_owned(),
            DateError::Month => "tem um mês fora de 01 a 12".to_owned(),
            DateError::Day => "tem um dia fora de 01 a 31".to_owned(),
            DateError::NotInMonth { last } => format!("tem um dia que não existe nesse mês, que tem {last} dias"),
        },
        DATE,
    )
}

fn date_time(error: DateTimeError) -> Said {
    Said::new(
        match error {
            DateTimeError::Date(error) => return date(error),
            DateTimeError::NoTime { .. } => "tem data e não tem horário".to_owned(),
            DateTimeError::Separator { at } => format!("não está no formato AAAA-MM-DDThh:mm:ssZ no byte {at}"),
            DateTimeError::Hour { at } => format!("tem hora fora de 00 a 23 no byte {at}"),
            DateTimeError::Minute { at } => format!("tem minuto fora de 00 a 59 no byte {at}"),
            DateTimeError::Second { at } => format!("tem segundo fora de 00 a 59 no byte {at}"),
            DateTimeError::EmptyFraction { at } => format!("tem um ponto sem dígito depois, no byte {at}"),
            DateTimeError::Fraction { at } => format!("tem fração de segundo no byte {at}"),
            DateTimeError::NoOffset { at } => format!("não tem o Z no byte {at}"),
            DateTimeError::NotUtc { at } => format!("tem algo diferente de Z maiúsculo no byte {at}"),
            DateTimeError::Offset { at } => {
                format!("tem um offset que não é horas, dois-pontos e minutos no byte {at}")
            }
            DateTimeError::Trailing { at } => format!("tem algo depois do fim, a partir do byte {at}"),
        },
        DATE_TIME,
    )
}

fn email(error: EmailError) -> Said {
    match error {
        EmailError::UpperCase { at } => {
            Said::new(format!("tem letra maiúscula no byte {at}"), "escreva a chave do tipo e-mail em minúsculas")
        }
        EmailError::TooLong { found } => Said::new(
            format!("tem {found} caracteres; uma chave do tipo e-mail tem no máximo 77"),
            "use outra chave do recebedor: esta não pode ser registrada",
        ),
        EmailError::NoAt => Said::new("não tem @", EMAIL),
        EmailError::EmptyLocal => Said::new("não tem nada antes do @", EMAIL),
        EmailError::SecondAt { at } => Said::new(format!("tem um segundo @ no byte {at}"), EMAIL),
        EmailError::EmptyHost => Said::new("não tem nada depois do @", EMAIL),
        EmailError::LocalCharacter { at } => {
            Said::new(format!("tem no byte {at} um caractere que não pode vir antes do @"), EMAIL)
        }
        EmailError::HostCharacter { at } => {
            Said::new(format!("tem no byte {at} um caractere que não pode estar no host"), EMAIL)
        }
        EmailError::EmptyLabel { at } => Said::new(format!("tem um ponto sobrando no host, no byte {at}"), EMAIL),
        EmailError::OneLabel { at } => {
            Said::new(format!("tem um domínio sem ponto no byte {at}"), "informe o domínio completo, como example.com")
        }
        EmailError::LongLabel { found, .. } => {
            Said::new(format!("tem uma parte do host com {found} caracteres; o máximo é 63"), EMAIL)
        }
        EmailError::Hyphen { at } => {
            Said::new(format!("tem um hífen no início ou no fim de uma parte do domínio, no byte {at}"), EMAIL)
        }
    }
}

fn end_to_end_id(error: EndToEndIdError) -> Said {
    Said::new(
        match error {
            EndToEndIdError::Length { found } => format!("tem {}; um endToEndId tem 32", characters(found)),
            EndToEndIdError::Refund => "começa com D, portanto é o id de uma devolução".to_owned(),
            EndToEndIdError::Prefix => "não começa com E maiúsculo".to_owned(),
            EndToEndIdError::NotAllowed { at } => format!("tem algo que não é letra nem dígito no byte {at}"),
            EndToEndIdError::Ispb { at } => format!("tem letra minúscula no ISPB, no byte {at}"),
            EndToEndIdError::NotADigit { at } => format!("tem letra na data e hora, no byte {at}"),
            EndToEndIdError::Date(_) => "tem no byte 9 uma data que não existe".to_owned(),
            EndToEndIdError::Hour => "tem no byte 17 uma hora acima de 23".to_owned(),
            EndToEndIdError::Minute => "tem no byte 19 um minuto acima de 59".to_owned(),
        },
        END_TO_END_ID,
    )
}

fn ispb(error: IspbError) -> Said {
    match error {
        IspbError::Length { found } => Said::new(format!("tem {}; um ISPB tem 8", digits(found)), ISPB),
        IspbError::BankCode => Said::new("parece o código de compensação de um banco; o ISPB tem 8 dígitos", ISPB),
        IspbError::ZerosLost { found } => Said::new(
            format!("tem {found} dígitos; um ISPB tem 8"),
            "recoloque os zeros perdidos à esquerda e guarde sempre como texto",
        ),
        IspbError::Letter { at } => Said::new(format!("tem letra no byte {at}; o ISPB tem 8 dígitos"), ISPB),
        IspbError::NotADigit { at } => Said::new(format!("tem algo que não é dígito no byte {at}"), ISPB),
    }
}

fn token(error: JwtError) -> Said {
    match error {
        JwtError::Bearer => Said::new("tem a palavra Bearer na frente", "guarde só o token, sem a palavra Bearer"),
        JwtError::Parts { found } => {
            Said::new(format!("tem {}; um JWT tem três", number(found, "parte", "partes")), TOKEN)
        }
        JwtError::EmptyPart { at } => Said::new(format!("tem uma parte vazia no byte {at}"), TOKEN),
        JwtError::PartLength { at } => {
            Said::new(format!("tem no byte {at} uma parte de tamanho impossível em base64url"), TOKEN)
        }
        JwtError::NotBase64Url { at } => Said::new(format!("tem um caractere fora do base64url no byte {at}"), TOKEN),
    }
}

fn phone(error: PhoneError) -> Said {
    match error {
        PhoneError::NoPlus => Said::new("não tem + na frente", PHONE),
        PhoneError::PlusLost => Said::new(
            "começa com um espaço no lugar do sinal de mais",
            "escreva + no lugar do espaço e codifique como %2B nas URLs",
        ),
        PhoneError::Mask { at } => Said::new(
            format!("tem espaço, parêntese ou traço no byte {at}"),
            "escreva o telefone só com + e dígitos: remova espaços, parênteses e traços",
        ),
        PhoneError::NotADigit { at } => Said::new(format!("tem algo que não é dígito no byte {at}"), PHONE),
        PhoneError::LeadingZero => Said::new("tem zero depois do +, e nenhum código de país começa assim", PHONE),
        PhoneError::TooShort { found } => Said::new(format!("tem {}; o mínimo é 3", digits(found)), PHONE),
        PhoneError::TooLong { found } => Said::new(format!("tem {found} dígitos; o máximo é 15"), PHONE),
        PhoneError::Brazilian => Said::new(
            "não é um número possível no Brasil",
            "depois de +55, escreva o DDD de dois dígitos e o número de 8 ou 9 dígitos",
        ),
    }
}

fn pix_key(error: PixKeyError) -> Said {
    match error {
        PixKeyError::Empty => Said::new("está vazio", "informe a chave Pix do recebedor ou remova o campo"),
        PixKeyError::BlankAround { at } => Said::new(
            format!("tem espaço ou quebra de linha em volta, no byte {at}"),
            "remova espaços e quebras de linha em volta da chave",
        ),
        PixKeyError::PlusLost => Said::new(
            "começa com um espaço no lugar do sinal de mais",
            "a chave começa com um espaço no lugar do sinal de mais: escreva + ali e codifique como %2B nas URLs",
        ),
        PixKeyError::PhoneWithoutPlus => Said::new("é um telefone sem o sinal de mais", "coloque + na frente do 55"),
        PixKeyError::PhoneMask { at } => Said::new(
            format!("é um telefone com espaço, parêntese ou traço no byte {at}"),
            "escreva o telefone só com + e dígitos: remova espaços, parênteses e traços e, se faltar, coloque +55 na \
             frente",
        ),
        PixKeyError::PhoneDigits { found } => {
            Said::new(format!("tem {} depois do +; uma chave do tipo telefone tem de 2 a 15", digits(found)), PHONE)
        }
        PixKeyError::PhoneCharacter { at } => Said::new(format!("tem algo que não é dígito no byte {at}"), PHONE),
        PixKeyError::CpfPunctuation { at } => {
            Said::new(format!("é um CPF com pontuação no byte {at}"), "escreva os 11 dígitos sem pontos nem traço")
        }
        PixKeyError::CpfZeroLost => cpf(CpfError::ZerosLost { found: 10 }),
        PixKeyError::CnpjPunctuation { at } => Said::new(
            format!("é um CNPJ com pontuação no byte {at}"),
            "escreva os 14 caracteres sem pontos, barra nem traço",
        ),
        PixKeyError::CnpjLowerCase { at } => cnpj(CnpjError::LowerCase { at }),
        PixKeyError::CnpjCheckDigitLetter { at } => cnpj(CnpjError::LetterInCheckDigits { at }),
        PixKeyError::CnpjZerosLost { found } => cnpj(CnpjError::ZerosLost { found }),
        PixKeyError::Digits { found } => Said::new(
            format!("tem {}; chave só de dígitos é CPF de 11 ou CNPJ de 14", digits(found)),
            "escreva todos os dígitos do CPF ou CNPJ ou, se for telefone, coloque + e o código do país na frente",
        ),
        PixKeyError::Email(error) => email(error),
        PixKeyError::EmailWithoutAt => Said::new("parece um e-mail sem o @", "recoloque o @"),
        PixKeyError::RandomWithoutHyphens => Said::new(
            "é uma chave aleatória sem os hifens",
            "recoloque os hifens da chave aleatória: grupos de 8, 4, 4, 4 e 12 caracteres, em minúsculas",
        ),
        PixKeyError::RandomCharacter { at } => Said::new(
            format!("é uma chave aleatória com um caractere errado no byte {at}"),
            "copie a chave aleatória de novo: ela tem dígitos de 0 a 9, letras de a até f e hifens",
        ),
        PixKeyError::BrCode => Said::new(
            "é o texto de um QR Code, não uma chave Pix",
            "coloque esse texto em \"qrCode\" e, aqui, a chave do recebedor",
        ),
        PixKeyError::Unknown => Said::new("não é nenhum dos cinco tipos de chave Pix", PIX_KEY),
    }
}

fn town(error: TownCodeError) -> Said {
    match error {
        TownCodeError::Length { found } => {
            Said::new(format!("tem {}; um código de município tem 7", digits(found)), TOWN)
        }
        TownCodeError::NotADigit { at } => Said::new(format!("tem algo que não é dígito no byte {at}"), TOWN),
        TownCodeError::State => Said::new("começa com dois dígitos que não são de nenhum estado", TOWN),
        TownCodeError::CheckDigit => {
            Said::new("não é o código de nenhum município: o dígito verificador não confere", TOWN)
        }
    }
}

fn transaction_id(error: TransactionIdError) -> Said {
    match error {
        TransactionIdError::Empty => Said::new("está vazio", TRANSACTION_ID),
        TransactionIdError::TooLong { found } => {
            Said::new(format!("tem {found} caracteres; o máximo é 35"), TRANSACTION_ID)
        }
        TransactionIdError::NotAllowed { at } => {
            Said::new(format!("tem algo que não é letra nem dígito no byte {at}"), TRANSACTION_ID)
        }
    }
}
