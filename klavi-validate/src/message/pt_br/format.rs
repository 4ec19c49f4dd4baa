//! The groups `format`, `semantic` and `contradiction`.

use super::{br_code, cause_or, field, problem, stray, unsaid, written};
use crate::message::{Said, is_empty, problem as found};
use crate::report::Finding;
use klavi_core::{Code, Details};
use klavi_pix::Problem;

/// A text that does not match its pattern: what the parser of its format says, or else the pattern.
pub(super) fn pattern(finding: &Finding, field: &str) -> Said {
    match (found(finding), &finding.details) {
        (Some(Problem::Unfit(found)), Details::Pattern(pattern, _)) => {
            Said::maybe(stray::unfit(found, pattern), written(finding)).about(field)
        }
        (Some(found), _) => problem::said(found).about(field),
        (None, _) if is_empty(finding) => Said::maybe("está vazio", written(finding)).about(field),
        (None, Details::Pattern(pattern, _)) => {
            Said::maybe(format!("{field} não tem o formato documentado {pattern}"), written(finding))
        }
        (None, _) => Said::maybe(format!("{field} não tem o formato documentado"), written(finding)),
    }
}

/// A text that fits none of several patterns, or a value that fits none of several schemas.
pub(super) fn any_of(finding: &Finding, field: &str) -> Said {
    match found(finding) {
        Some(found) => problem::said(found).about(field),
        None => Said::maybe(format!("{field} não atende a nenhuma das alternativas"), None),
    }
}

pub(super) fn said(finding: &Finding) -> Said {
    let field = field(finding);
    if let Some(found) = found(finding) {
        return problem::said(found).about(&field);
    }
    match finding.code {
        Code::PixKeyFormat => Said::new(format!("{field} não é nenhum dos cinco tipos de chave Pix"), problem::PIX_KEY),
        Code::PixKeyNotCanonical => Said::new(
            format!("{field} não está como o DICT guarda a chave"),
            "escreva as letras em minúsculas e o telefone só com + e dígitos",
        ),
        Code::AmountForm => Said::new(
            format!("{field} não é um valor em reais"),
            "escreva até 16 dígitos, um ponto e duas casas decimais, sem sinal nem expoente",
        ),
        Code::AmountNotation => Said::new(
            format!("{field} é um valor em outra notação"),
            "use dígitos, um ponto e no máximo duas casas decimais, sem expoente",
        ),
        Code::CpfFormat => Said::new(
            format!("{field} não tem o formato de um CPF"),
            "escreva os 11 dígitos do CPF, sem pontos nem traço",
        ),
        Code::CnpjFormat => Said::new(
            format!("{field} não tem o formato de um CNPJ"),
            "escreva os 14 caracteres do CNPJ, sem pontos, barra ou traço",
        ),
        Code::IspbFormat => Said::new(format!("{field} não tem o formato de um ISPB"), problem::ISPB),
        Code::CnpjAlphanumeric => Said::new(
            format!("{field} é um CNPJ com letras, e a página deste campo só prevê dígitos"),
            "mantenha as letras, válidas por lei desde julho de 2026, e confirme com a Klavi se o campo já aceita",
        ),
        Code::CpfCheckDigits => {
            Said::new(format!("os dígitos verificadores do CPF em {field} não conferem"), problem::CPF)
        }
        Code::CnpjCheckDigits => {
            Said::new(format!("os dígitos verificadores do CNPJ em {field} não conferem"), problem::CNPJ)
        }
        Code::BrCodeStructure => Said::new(format!("{field} não é um QR Code bem formado"), br_code::AGAIN),
        Code::BrCodeCrc => Said::new(format!("o CRC de {field} não confere"), br_code::CRC),
        Code::TownCode => Said::new(format!("{field} não é o código de nenhum município"), problem::TOWN),
        Code::EndToEndIdFormat => Said::new(format!("{field} não é um endToEndId do Pix"), problem::END_TO_END_ID),
        Code::TransactionIdFormat => Said::new(format!("{field} não é um txid"), problem::TRANSACTION_ID),
        Code::EmailFormat => Said::new(format!("{field} não é um e-mail"), problem::EMAIL),
        Code::PhoneFormat => Said::new(format!("{field} não é um telefone no formato internacional"), problem::PHONE),
        Code::UrlForm => Said::new(format!("{field} não é uma URL absoluta"), problem::URL),
        Code::TokenFormat => Said::new(format!("{field} não parece um JWT"), problem::TOKEN),
        Code::DateNotReal => Said::new(format!("{field} é um dia que não existe no calendário"), problem::DATE),
        Code::DateNotation => Said::new(format!("{field} tem mês ou dia com um dígito só"), problem::DATE),
        _ => unsaid(finding),
    }
}

pub(super) fn meaning(finding: &Finding) -> Said {
    let field = field(finding);
    match finding.code {
        Code::DateInPast => Said::new(
            format!("{field} é anterior a hoje em Brasília"),
            format!("{field} é um dia no horário de Brasília (UTC-3): informe o dia de hoje lá ou um posterior"),
        ),
        Code::AmountZero => {
            Said::new(format!("{field} é zero"), "informe o valor que será pago; com zero, nada é movimentado")
        }
        Code::FixedAndVariableAmount => {
            let variable = cause_or(finding, "maximumVariableAmount");
            Said::new(
                format!("{field} e {variable} se excluem"),
                format!("fique com {field} se toda cobrança for igual ou com {variable} se variar, e remova o outro"),
            )
        }
        Code::BrCodeAmountMismatch => {
            let amount = cause_or(finding, "amount");
            Said::new(
                format!("{field} pede um valor diferente de {amount}"),
                format!("deixe {amount} igual ao elemento 54 do QR Code"),
            )
        }
        Code::BrCodeKeyMismatch => {
            let key = cause_or(finding, "proxy");
            Said::new(
                format!("{field} traz uma chave Pix diferente de {key}"),
                format!("copie a chave do QR Code para {key} e confirme que o recebedor é quem você espera"),
            )
        }
        Code::SameAccount => {
            let payee = cause_or(finding, "creditorAccount");
            Said::new(
                format!("{field} e {payee} são a mesma conta"),
                format!("coloque a conta do recebedor em {payee}, ou omita {field} e deixe o pagador escolher"),
            )
        }
        Code::ExpirationTime => Said::new(
            format!("{field} não termina no fim do dia em UTC"),
            "use 23:59:59Z como horário do dia em que o consentimento termina",
        ),
        Code::ProxyExpected => Said::new(
            format!("{field} está ausente: o documento 002 o exige com PIX_QRCODE, o documento 003 dispensa"),
            format!("inclua {field} com a chave Pix do QR Code: sem ela, o banco pode recusar o pagamento"),
        ),
        Code::HolderExpected => Said::new(
            format!("{field} está ausente: o documento 003 o exige, o 002 permite omiti-lo na requisição"),
            format!("siga sem {field} aqui ou informe-o ao criar o pagamento"),
        ),
        Code::AmountAsText => Said::new(
            format!("{field} está como texto, e um dos documentos diz que é número"),
            "escreva como número, sem aspas, ou permita `amount-as-text` se a Klavi aceitar texto aqui",
        ),
        _ => unsaid(finding),
    }
}
