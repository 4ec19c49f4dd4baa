//! The doc comment of a field says under which conditions it is needed.

#[test]
fn conditional_rules_are_told_at_the_fields_that_they_ask_for() {
    let types = klavi_codegen::contract_types().unwrap();
    let request = &types[types.find("pub struct CreatePaymentRequest").unwrap()..];
    for (field, rules) in [
        ("proxy", &["proxy-required", "proxy-forbidden"][..]),
        ("qr_code", &["qr-code-required"]),
        ("creditor_account", &["creditor-account-required", "creditor-holder-required"]),
        ("logged_user_cpf", &["logged-user-cpf-required"]),
        ("amount", &[]),
    ] {
        let end = request.find(&format!("pub {field}:")).unwrap();
        let start = request[..end].rfind("pub ").unwrap();
        let doc = &request[start..end];
        for rule in rules {
            assert!(doc.contains(&format!("Rule `{rule}`: ")), "{field}: {doc}");
        }
        assert_eq!(doc.contains("Rule `"), !rules.is_empty(), "{field}: {doc}");
    }
}
