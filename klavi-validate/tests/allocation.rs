//! A verdict on a valid document takes nothing from the heap, nor does a report that has nothing to tell.

mod common;

use common::mutate::{shuffle, spelled};
use common::random::Random;
use klavi_core::{Code, Tree};
use klavi_speed::{Sender, payments};
use klavi_validate::{Contract, Level, Options, RuleSelector, contract, contracts};

/// A payment as shops send them: free data of their own, accents both raw and escaped, names out of order.
const PAYMENT: &str = r#"{
  "clientRequestId": "5f1c9e2a-7d54-4a7f-9f0e-0a3a4a2f6b11",
  "institutionId": "c8f0bf49-4744-4933-8960-7add6e590841",
  "initType": "PIX_QRCODE",
  "customer": {"identifier": "44471172000119", "identifierType": "CNPJ", "name": "Concei\u00e7\u00e3o & Irmãos"},
  "date": "2025-02-03", "\u006coggedUserCpf": "76109277673", "proxy": "+5511912345678",
  "qrCode": "00020126360014br.gov.bcb.pix0114+5511912345678520400005303986540510.005802BR5912LOJA EXEMPLO6009SAO PAULO62130509PEDIDO12363048BE2",
  "amount": "10.00", "currency": "BRL", "redirectUrl": "https:\/\/loja.example\/retorno?estado=\u0041",
  "remittanceInformation": "Serviços de manutenção \u2013 parcela \ud83d\ude00",
  "debtorAccount": {"accountType": "TRAN", "number": "324223", "ispb": "00000000"},
  "externalInfo": {
    "orderId": 91827364, "tags": ["vip", "reembols\u00e1vel"], "coupon": null,
    "items": [{"sku": "A1B2", "qty": 2, "unitPrice": 1250.55, "gift": false}, {"sku": "C3D4", "qty": 1, "unitPrice": 0.5}],
    "geo": {"lat": -23.550520, "lon": -46.633308}
  },
  "clientMetadata": {"osVersion": "17.1.2", "os": "IOS", "platform": "APP"},
  "newField": {"from": "a later version"}
}"#;

#[track_caller]
fn assert_no_allocation(contract: &Contract, document: &str) {
    // The plans of a contract are made when it is first asked for.
    let mut valid = contract.is_valid(document.as_bytes());
    let info = allocation_counter::measure(|| valid = contract.is_valid(document.as_bytes()));
    assert!(valid, "{}", contract.check(document.as_bytes(), &common::options()));
    assert_eq!((info.count_total, info.bytes_total), (0, 0), "{}: {document}", contract.name);
}

#[test]
fn a_valid_document_needs_no_allocation() {
    // The list of contracts is made when it is first asked for.
    let create = contract("create-payment.request").unwrap();
    assert_no_allocation(create, PAYMENT);
    let mut random = Random::new(3);
    for contract in contracts() {
        let base = String::from_utf8(common::cases(contract.name).remove(0).document).unwrap();
        let examples = contract.examples.iter().map(|(_, text)| (*text).to_owned());
        for text in examples.chain([base]) {
            assert_no_allocation(contract, &text);
            let mut document = Tree::parse(text.as_bytes()).unwrap();
            for _ in 0..50 {
                shuffle(&mut document, &mut random);
                assert_no_allocation(contract, &spelled(&document, &mut random));
            }
        }
    }
}

#[test]
fn a_report_without_findings_needs_no_allocation() {
    let create = contract("create-payment.request").unwrap();
    let options = Options::at(klavi_speed::today());
    for payment in payments(Sender::Mixed, 1_000) {
        let mut report = create.check(payment.as_bytes(), &options);
        assert!(report.findings.is_empty(), "{payment}\n{report}");
        let info = allocation_counter::measure(|| report = create.check(payment.as_bytes(), &options));
        assert_eq!((info.count_total, info.bytes_total), (0, 0), "{payment}");
    }
}

/// Levels of places compare the pointers of findings, each of which repeats the names around it.
#[test]
fn a_long_name_is_not_remembered_for_each_finding() {
    let create = contract("create-payment.request").unwrap();
    let mut options = common::options();
    options.levels.set("duplicate-key@create-payment.request#/x".parse::<RuleSelector>().unwrap(), Level::Deny);
    let (name, count) = ("a".repeat(1 << 20), 1_000);
    let document = format!("{{\"{name}\": {{{}}}}}", vec!["\"b\": 1"; count].join(", "));
    let mut report = create.check(b"{}", &options);
    let info = allocation_counter::measure(|| report = create.check(document.as_bytes(), &options));
    let found = report.findings.iter().filter(|finding| finding.code == Code::DuplicateKey).count();
    assert_eq!(found, count - 1);
    assert!(info.bytes_max < 16 << 20, "{} bytes", info.bytes_max);
}

#[test]
fn the_counter_counts() {
    let info = allocation_counter::measure(|| drop(vec![1u8; 100]));
    assert_eq!((info.count_total, info.bytes_total), (1, 100));
}
