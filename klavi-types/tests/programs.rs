//! The programs that the derive emitted are those that lowering gives while it runs.

use klavi_codegen::{ContractSchema, SchemaFile, program, types};
use klavi_core::Validate;
use klavi_core::program::Program;
use klavi_types::CONTRACTS;

fn lowered(schema: &str, pointer: &str, name: &str) -> &'static Program {
    let document = klavi_schema::document(schema).unwrap();
    program(&SchemaFile::new(document.name, document.text).unwrap(), pointer, name).unwrap()
}

fn assert_same(emitted: &Program, lowered: &Program) {
    for (id, (emitted, lowered)) in emitted.nodes.iter().zip(lowered.nodes).enumerate() {
        assert_eq!(emitted, lowered, "node {id}");
    }
    assert_eq!(emitted, lowered);
}

#[test]
fn contracts() {
    assert_eq!(CONTRACTS.len(), klavi_schema::CONTRACTS.len());
    for contract in CONTRACTS {
        assert_same(contract.program, lowered(contract.schema, "", contract.name));
    }
}

#[test]
fn part_of_a_contract() {
    let (schema, pointer) = ("contracts/create-payment.request.schema.json", "/$defs/customer");
    let name = "create-payment.request#/$defs/customer";
    assert_same(klavi_types::create_payment_request::Customer::PROGRAM, lowered(schema, pointer, name));
}

#[test]
fn the_module_of_a_contract() {
    let document = klavi_schema::CONTRACTS[0].schema;
    let file = SchemaFile::new(document.name, document.text).unwrap();
    let contract = ContractSchema { name: "auth.request", file: &file, examples: &[] };
    insta::assert_snapshot!(types(&[contract]).unwrap());
}

/// Each name that `x-rust` may have is a type here.
#[test]
fn types_of_x_rust() {
    macro_rules! names {
        ($($name:ident)+) => { [$({ let _: Option<klavi_types::$name> = None; stringify!($name) }),+] };
    }
    let names = names!(Cpf CpfOrText Cnpj TaxId Ispb Amount Date TownCode PixKey BrCode EndToEndId ContractAmount JsonText TextOrList Integer);
    let dialect = klavi_core::Tree::parse(klavi_schema::DIALECT.text.as_bytes()).unwrap();
    let listed = dialect.pointer("/properties/x-rust/enum").unwrap().items().iter();
    assert_eq!(listed.map(|name| name.as_str().unwrap()).collect::<Vec<_>>(), names);
}
