//! Rust names for names of the contract.

/// The name of the type that is made for a name of the contract.
///
/// ```
/// use klavi_codegen::type_name;
///
/// let names = ["create-payment.request", "PIX_INIC", "debtorAccount"].map(type_name);
/// assert_eq!(names, ["CreatePaymentRequest", "PixInic", "DebtorAccount"]);
/// ```
#[must_use]
pub fn type_name(name: &str) -> String {
    let shouting = !name.chars().any(char::is_lowercase);
    let capital = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        let rest: String = letters.collect();
        first.chain(if shouting { rest.to_lowercase() } else { rest }.chars()).collect::<String>()
    };
    let name: String = name.split(|letter: char| !letter.is_alphanumeric()).map(capital).collect();
    if name.starts_with(|first: char| first.is_numeric()) { format!("N{name}") } else { name }
}

/// `create_payment_request` for `create-payment.request`.
pub(super) fn module_name(name: &str) -> String {
    name.replace(['-', '.'], "_")
}

/// `client_request_id` for `clientRequestId`, with `r#` before keywords.
pub(super) fn field_name(name: &str) -> String {
    let mut snake = String::new();
    for (index, letter) in name.chars().enumerate() {
        if letter.is_uppercase() && index > 0 && !snake.ends_with('_') {
            snake.push('_');
        }
        if letter.is_alphanumeric() {
            snake.extend(letter.to_lowercase());
        } else {
            snake.push('_');
        }
    }
    if syn::parse_str::<syn::Ident>(&snake).is_err() { format!("r#{snake}") } else { snake }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        for (name, expected) in [
            ("create-payment.request", "CreatePaymentRequest"),
            ("PIX_INIC", "PixInic"),
            ("debtorAccount", "DebtorAccount"),
            ("CPF", "Cpf"),
            ("409", "N409"),
        ] {
            assert_eq!(type_name(name), expected);
        }
        assert_eq!(field_name("clientRequestId"), "client_request_id");
        assert_eq!(field_name("type"), "r#type");
        assert_eq!(module_name("consent-links.response"), "consent_links_response");
    }
}
