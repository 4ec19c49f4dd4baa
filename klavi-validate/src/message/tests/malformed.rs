//! Texts that somebody wrote where a format belongs, and what its parser says.

use klavi_pix::{
    AmountNotation, CalendarDate, Centavos, DateTime, EndToEndIdRef, FormatProblem, PixKeyRef, br_code, cnpj, cpf,
    email, ispb, jwt, phone, tax_id, town_code, transaction_id, url,
};

/// A field, a text in it, and what is wrong with the text.
pub type Malformed = (&'static str, &'static str, FormatProblem);

type Parse = fn(&str) -> Option<FormatProblem>;

/// All but the QR codes.
pub fn texts() -> Vec<Malformed> {
    let mut all = Vec::new();
    for &(pointer, parse, texts) in TEXTS {
        all.extend(texts.iter().filter_map(|&text| Some((pointer, text, parse(text)?))));
    }
    all.push(("/proxy", "11912345678", FormatProblem::PhoneWithoutCountry));
    all
}

/// The QR codes: one problem each time that the parser tells one.
pub fn codes() -> Vec<Malformed> {
    let mut all = Vec::new();
    for &text in CODES {
        br_code::check(text, &mut |problem| all.push(("/qrCode", text, FormatProblem::BrCode(problem))));
    }
    all
}

#[rustfmt::skip]
const TEXTS: &[(&str, Parse, &[&str])] = &[
    ("/amount", |text| Centavos::parse(text).err().map(FormatProblem::Amount), &[
        "", "19.9", "1.326,80", "10,00", "19800", ".50", "1e3", "-1.00", "1.234", "12345678901234567.00", "R$",
    ]),
    ("/loggedUserCpf", |text| cpf::check(text).err().map(FormatProblem::Cpf), &[
        "761.092.776-73", "1234567890", "76109277a73", "7610927767", "11111111111", "12345678901",
    ]),
    ("/identifier", |text| cnpj::check(text).err().map(FormatProblem::Cnpj), &[
        "44.471.172/0001-19", "4447117200019", "12abc34501de35", "12ABC34501DEX5", "191", "11111111111111",
        "0000000000191",
    ]),
    ("/identifier", |text| tax_id::check(text).err().map(FormatProblem::from), &["123", "761.092.776-73"]),
    ("/date", |text| CalendarDate::parse(text).err().map(FormatProblem::Date), &[
        "23/01/2023", "2023-1-5", "2021-02-30", "2021-13-01", "2021-01-40", "0000-01-01", "2021-01-01T10:00:00Z", "soon",
    ]),
    ("/expirationDateTime", |text| DateTime::parse_request(text).err().map(FormatProblem::DateTime), &[
        "2027-05-21", "2027-05-21T23:59:59.000Z", "2027-05-21T23:59:59-03:00", "2027-05-21 23:59:59Z",
        "2027-05-21T24:00:00Z", "2027-05-21T23:60:00Z", "2027-05-21T23:59:61Z", "2027-05-21T23:59:59",
        "2027-05-21T23:59:59Zx", "2027-02-30T23:59:59Z",
    ]),
    ("/email", |text| email::check(text).err().map(FormatProblem::Email), &[
        "fulano.example.com", "@example.com", "fu@lano@example.com", "fulano@", "ful ano@example.com",
        "fulano@ex_ample.com", "fulano@example..com", "fulano@-example.com", "fulano@localhost",
    ]),
    ("/redirectUrl", |text| url::check(text).err().map(FormatProblem::Url), &[
        "negocio.org/volta", "https:///volta", "https://negocio.org/a b", "https://negocio.org/?q=100%",
    ]),
    ("/fixedAmount", |text| AmountNotation::of(text).map(FormatProblem::AmountNotation), &["1e2", "100.000", "-0"]),
    ("/endToEndId", |text| EndToEndIdRef::parse(text).err().map(FormatProblem::EndToEndId), &[
        "E9040088820210128000", "D9040088820210128000800123873170", "X9040088820210128000800123873170",
        "E9040088820210230000800123873170", "E9040088820210128250800123873170", "E9040088820210128006100123873170",
        "E904008882021012800080012387317-", "Ea040088820210128000800123873170", "E904008882021012a000800123873170",
    ]),
    ("/ispb", |text| ispb::check(text).err().map(FormatProblem::Ispb), &["001", "60746", "123456789", "0038166X", "0038-166"]),
    ("/accessToken", |text| jwt::check(text).err().map(FormatProblem::Jwt), &[
        "Bearer abcd.efgh.ijkl", "abcd.efgh", "abcd..ijkl", "abcd.efghi.ijkl", "ab=d.efgh.ijkl",
    ]),
    ("/phone", |text| phone::check(text).err().map(FormatProblem::Phone), &[
        "5511912345678", " 5511912345678", "+55 (11) 91234-5678", "+55119x2345678", "+0511912345678", "+1",
        "+12345678901234567",
    ]),
    ("/proxy", |text| PixKeyRef::parse(text).err().map(FormatProblem::PixKey), &[
        "", " fulano@example.com", "+55 (11) 91234-5678", " 5511912345678", "5511912345678", "+1", "+55119x2345678",
        "761.092.776-73", "1234567890", "7610927767", "44.471.172/0001-19", "12abc34501de35", "12ABC34501DEX5",
        "0000000000191", "123", "fu@lano@example.com", "fulano.example.com", "123e4567e89b12d3a456426655440000",
        "123e4567-e89b-12d3-a456-42665544000g", "00020126330014br.gov.bcb.pix", "zebra crossing",
    ]),
    ("/proxy", |text| PixKeyRef::parse(text).ok()?.canonical().err().map(FormatProblem::PixKeyDifference), &[
        "Fulano@Example.com", "123E4567-e89b-12d3-a456-426655440000", "+55911",
    ]),
    ("/ibgeTownCode", |text| town_code::check(text).err().map(FormatProblem::TownCode), &[
        "530010", "53001O8", "9900108", "5300109",
    ]),
    ("/transactionIdentification", |text| transaction_id::check(text).err().map(FormatProblem::TransactionId), &[
        "", "PEDIDO-123", "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
    ]),
];

const CODES: &[&str] = &[
    "",
    "00020126330014br.gov.bcb.pix01117610927767352040000530398658\n02BR5912LOJA EXEMPLO6009SAO PAULO62070503***630451C3",
    "00020126330014br.gov.bcb.pix0111761092776735204000053039865802BR5912LOJA EXEMPLO6009SAO PAULO62140510PEDIDO-1236304B115",
    "00020126330014br.gov.bcb.pix0111761092776735204000053039865802BR5912LOJA EXEMPLO6009SAO PAULO6304FACC",
    "00020126330014br.gov.bcb.pix0111761092776735204000053039865802BR5916JOÃO & CIA LTDA6009SAO PAULO62070503***630482A7",
    "00020126330014br.gov.bcb.pix0111761092776735204000053039865802BR5912LOJA EXEMPLO6009SAO PAULO62070503***630451C4",
    "00020126330014br.gov.bcb.pix0111761092776735204000053039865802BR5912LOJA EXEMPLO6009SAO PAULO62080503***630451C3",
    "00020126330014br.gov.bcb.pix0111761092776735204000053039865802BR5912LOJA EXEMPLO6009SAO PAULO62060503***630451C3",
    "00020126330014br.gov.bcb.pix0111761092776735204000053039865802BR5912LOJA EXEMPLO6009SAO PAULO62070503***63041C3",
    "0020126330014br.gov.bcb.pix0111761092776735204000053039865802BR5912LOJA EXEMPLO6009SAO PAULO62070503***630451C3",
    "00020126360014br.gov.bcb.pix0114761.092.776-73520400005303986540510,005802US5900600062070503***6304zzzz",
    "00020126580014br.gov.bcb.pix2536https://pix.example.com/v2/abcdefghi5204000053039865802BR5912LOJA EXEMPLO6009SAO PAULO62100506ABC12363041D3D",
    "00020126180014br.gov.bcb.pix5204000053039865802BR5912LOJA EXEMPLO6009SAO PAULO62070503***6304ABCD",
    "0002015204000053039865802BR5912LOJA EXEMPLO6009SAO PAULO62070503***6304ABCD",
    "00020126330014br.gov.bcb.pix011176109277673520400005303986540510.005802BR598LOJA SOL6009SAO PAULO62070503***630496C2",
    "00020126330014br.gov.bcb.pix0111761092776735204000053039865802BR5914LOJA EXEMPLO6009SAO PAULO62070503***630451C3",
    "00020126330014br.gov.bcb.pix0111761092776735204000053039865802BR5912LOJAEXEMPLO6009SAO PAULO62070503***630451C3",
    "00020126330014br.gov.bcb.pix0111761092776735204000053039865802BR5912LOJA OUTRA6009SAO PAULO62070503***630451C3",
    "00020126330014br.gov.bcb.pix0111761092776735204000053039865802BR5912LOJA EXEMPLOS6009SAO PAULO62070503***630451C3",
    "00020126330014br.gov.bcb.pix0111761092776735204000053039865802BR5905JOÃO6009SÃO PAULO62070503***630451C3",
    "00020126330014br.gov.bcb.pix01117610927767352040000530398654",
    "00020126330014br.gov.bcb.pix0111761092776735204000053039865802BR5912LOJA EXEMPLO6009SAO PAULO6307",
    "00020126570014br.gov.bcb.pix0118FULANO@EXAMPLE.COM0313000000001a2b520400005303986540610.5005802BR5912LOJA EXEMPLO6009SAO PAULO62070503***6304E711",
    "00020126330014br.gov.bcb.pix011176109277673520400005303986540610.5005802BR5912LOJA EXEMPLO6009SAO PAULO62070503***80370014br.gov.bcb.pix2515q.example/ rec1630451C3",
];
