//! Builds a payment, checks it while it is written, and says in two languages what is missing.
//!
//! `cargo run -p klavi-validate --example check_before_sending`

use klavi_validate::types::FormError;
use klavi_validate::types::create_payment_request::{
    ClientMetadata, CreatePaymentRequest, Currency, Customer, IdentifierType, InitType, Os, Platform,
};
use klavi_validate::{Lang, Valid, today};

fn main() -> Result<(), FormError> {
    let today = today().expect("this machine has a clock");
    let mut request = CreatePaymentRequest::builder()
        .client_request_id("order-1")
        .institution_id("c8f0bf49-4744-4933-8960-7add6e590841")
        .init_type(InitType::PixDict)
        .customer(
            Customer::builder().identifier_type(IdentifierType::Cnpj).identifier("44471172000119".parse()?).build(),
        )
        .date(today)
        .proxy("fulano@example.com".parse()?)
        .amount("1333.00".parse()?)
        .currency(Currency::Brl)
        .redirect_url("https://shop.example/return")
        .client_metadata(ClientMetadata::builder().platform(Platform::Browser).os(Os::Linux).os_version("6.1").build())
        .build();

    if let Err(error) = Valid::new(request.clone()) {
        for finding in error.report().into_iter().flat_map(|report| &report.findings) {
            println!("{}: {}", finding.code, finding.message(Lang::En));
            println!("{}: {}", finding.code, finding.message(Lang::PtBr));
        }
    }

    request.logged_user_cpf = Some("76109277674".parse()?);
    match Valid::new(request) {
        Ok(request) => {
            println!("{} bytes, ready to send", request.bytes().len());
            request.report().findings.iter().for_each(|warning| println!("but {warning}"));
        }
        Err(error) => println!("{error}"),
    }
    Ok(())
}
