//! Builds a payment, checks it while it is written, and says in two languages what is missing.
//!
//! `cargo run -p klavi-validate --example check_before_sending`

use klavi_validate::types::FormError;
use klavi_validate::types::create_payment_request::{
    ClientMetadata, CreatePaymentRequest, Currency, Customer, IdentifierType, InitType, Os, Platform,
};
use klavi_validate::{Error, Lang, to_vec};

fn main() -> Result<(), FormError> {
    let mut request = CreatePaymentRequest::builder()
        .client_request_id("order-1")
        .institution_id("c8f0bf49-4744-4933-8960-7add6e590841")
        .init_type(InitType::PixDict)
        .customer(
            Customer::builder().identifier_type(IdentifierType::Cnpj).identifier("44471172000119".parse()?).build(),
        )
        .date("2099-07-01".parse()?)
        .proxy("fulano@example.com".parse()?)
        .amount("1333.00".parse()?)
        .currency(Currency::Brl)
        .redirect_url("https://shop.example/return")
        .client_metadata(ClientMetadata::builder().platform(Platform::Browser).os(Os::Linux).os_version("6.1").build())
        .build();

    if let Err(Error::Invalid(report)) = to_vec(&request) {
        for finding in &report.findings {
            println!("{}: {}", finding.code, finding.message(Lang::En));
            println!("{}: {}", finding.code, finding.message(Lang::PtBr));
        }
    }

    request.logged_user_cpf = Some("76109277673".parse()?);
    match to_vec(&request) {
        Ok(body) => println!("{} bytes, ready to send", body.len()),
        Err(error) => println!("{error}"),
    }
    Ok(())
}
