//! Personal data and secrets planted in every text of valid and broken payloads, also as member names: none of it comes
//! out again in a report, an error, a `Debug` or a panic message.

mod common;

use common::cases;
use common::mutate::{Words, broken, mutate, spelled, tree};
use common::random::Random;
use klavi_core::{Exhibit, Json, Mask, Tree, masks};
use klavi_validate::types::{
    AuthRequest, AuthResponse, ConsentLinksRequest, ConsentLinksResponse, CreatePaymentRequest, CreatePaymentResponse,
    ErrorResponse, GetPaymentResponse, GetPaymentStatusResponse, ListInstitutionsResponse,
};
use klavi_validate::{Contract, Lang, Options, Validate, contracts, parse};
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;
use std::fmt::Debug;

/// A value that occurs nowhere else, of the kinds that payments carry.
fn secret(random: &mut Random) -> String {
    let mut digits =
        |count: usize| (0..count).map(|_| char::from(b'0' + (random.next() % 10) as u8)).collect::<String>();
    let unique = digits(11);
    match digits(1).as_str() {
        "0" | "1" => unique,
        "2" => format!("{unique}{}", digits(3)),
        "3" => format!("+55{unique}"),
        "4" => format!("pessoa.{unique}@example.com"),
        "5" => format!("Fulana {unique} de Tal"),
        "6" => format!("{unique}.{unique}.{unique}"),
        "7" => format!("{}-{}-4{}-8{}-{unique}0", digits(8), digits(4), digits(3), digits(3)),
        "8" => format!("https://example.com/{unique}?token={unique}"),
        _ => format!("sk_live_{unique}"),
    }
}

/// The part of a planted value that must not come out: what makes it unique.
fn tell_tale(secret: &str) -> &str {
    let longest = secret.split(|letter: char| !letter.is_ascii_digit()).max_by_key(|part| part.len());
    longest.unwrap()
}

/// A planted value and the member that it stands in.
struct Planted {
    value: String,
    field: String,
}

/// Replaces about half of the texts and some numbers and member names, and adds members that no schema knows.
fn plant(document: &mut Tree, random: &mut Random) -> Vec<Planted> {
    let mut planted = Vec::new();
    let mut value = |random: &mut Random, field: &str| {
        planted.push(Planted { value: secret(random), field: field.to_owned() });
        planted.last().unwrap().value.clone()
    };
    let mut open = vec![(String::new(), document)];
    while let Some((field, node)) = open.pop() {
        match &mut node.value {
            Json::String(text) if random.one_in(2) => *text = value(random, &field),
            Json::Number(number) if random.one_in(4) => *number = format!("1{}", tell_tale(&value(random, &field))),
            Json::Array(items) => open.extend(items.iter_mut().map(|item| (field.clone(), item))),
            Json::Object(members) => {
                if random.one_in(3) {
                    let name = value(random, "");
                    let text = tree(Json::String(value(random, &name)));
                    members.push(klavi_core::Member { name, name_span: text.span, value: text });
                }
                for member in members {
                    if random.one_in(20) {
                        member.name = value(random, "");
                    }
                    open.push((member.name.clone(), &mut member.value));
                }
            }
            _ => {}
        }
    }
    planted
}

/// The fields that the schema knows and gives no class of personal data, such as the version of a system: `Debug` of a
/// type shows their values.
fn plain_fields(schema: &Tree, found: &mut BTreeSet<String>) {
    for member in schema.members() {
        if member.name == "properties" {
            let plain = member.value.members().iter().filter(|property| property.value.get("x-class").is_none());
            found.extend(plain.map(|property| property.name.clone()));
        }
        plain_fields(&member.value, found);
    }
}

/// `Debug` of what a type reads, and of the error where it does not, which is also the message of an `unwrap`.
fn read<T: Validate + DeserializeOwned + Debug>(document: &[u8]) -> String {
    match parse::<T>(document) {
        Ok(value) => format!("{value:?} {:#?}", *value),
        Err(error) => format!("{error} {error:?} {error:#?}"),
    }
}

/// The same with everything allowed, so that the types refuse what the check let through.
fn read_laxly<T: Validate + DeserializeOwned + Debug>(document: &[u8]) -> String {
    let mut options = Options::default();
    for group in klavi_core::Group::ALL {
        options.levels.set(*group, klavi_validate::Level::Allow);
    }
    match klavi_validate::parse_with::<T>(document, &options) {
        Ok(value) => format!("{value:?}"),
        Err(error) => format!("{error} {error:?}"),
    }
}

fn both<T: Validate + DeserializeOwned + Debug>(document: &[u8]) -> String {
    format!("{} {}", read::<T>(document), read_laxly::<T>(document))
}

fn through_types(name: &str, document: &[u8]) -> String {
    match name {
        "auth.request" => both::<AuthRequest>(document),
        "auth.response" => both::<AuthResponse>(document),
        "create-payment.request" => both::<CreatePaymentRequest>(document),
        "create-payment.response" => both::<CreatePaymentResponse>(document),
        "get-payment.response" => both::<GetPaymentResponse>(document),
        "get-payment-status.response" => both::<GetPaymentStatusResponse>(document),
        "consent-links.request" => both::<ConsentLinksRequest>(document),
        "consent-links.response" => both::<ConsentLinksResponse>(document),
        "list-institutions.response" => both::<ListInstitutionsResponse>(document),
        "error.response" => both::<ErrorResponse>(document),
        other => panic!("no type for {other}"),
    }
}

/// Everything that a report says of a document.
fn reported(contract: &Contract, document: &[u8]) -> String {
    let report = contract.check(document, &common::options());
    let mut said = format!("{report} {report:?} {report:#?} {}", serde_json::to_string(&report).unwrap());
    for finding in &report.findings {
        for lang in [Lang::En, Lang::PtBr] {
            said += &finding.message(lang);
            said += &finding.help(lang).unwrap_or_default();
        }
    }
    said
}

/// The pointers of all values of a document, and what each of them is.
fn values(tree: &Tree, pointer: &str, found: &mut Vec<(String, Tree)>) {
    found.push((pointer.to_owned(), tree.clone()));
    for member in tree.members() {
        values(&member.value, &format!("{pointer}/{}", member.name), found);
    }
    for (index, item) in tree.items().iter().enumerate() {
        values(item, &format!("{pointer}/{index}"), found);
    }
}

#[test]
fn a_part_is_masked_no_less_than_in_its_document() {
    let mut hidden = 0;
    for contract in contracts() {
        for case in cases(contract.name) {
            let Ok(tree) = Tree::parse(&case.document) else { continue };
            let whole = masks(&Exhibit::whole(contract.program, &case.document));
            let mut parts = Vec::new();
            values(&tree, "", &mut parts);
            for (pointer, part) in parts {
                let (start, end) = (part.span.start, part.span.end);
                let text = &case.document[start as usize..end as usize];
                let alone = masks(&Exhibit { program: contract.program, path: &pointer, text });
                let inside = whole.iter().filter(|(span, _)| start <= span.start && span.end <= end);
                for ((span, mask), (there, least)) in alone.iter().zip(inside) {
                    assert_eq!(span.start + start, there.start, "{} {pointer}", contract.name);
                    assert!(mask >= least, "{} {pointer}: {mask:?} instead of {least:?}", contract.name);
                    hidden += usize::from(*mask >= Mask::Name);
                }
            }
        }
    }
    assert!(hidden > 1_000, "{hidden}");
}

#[test]
fn a_number_that_is_no_amount_of_its_field_is_masked() {
    let (mut fields, mut numbers) = (0, 0);
    for contract in contracts() {
        let Ok(base) = Tree::parse(&cases(contract.name)[0].document) else { continue };
        let mut found = Vec::new();
        values(&base, "", &mut found);
        for (pointer, _) in found.iter().filter(|(pointer, _)| pointer.to_lowercase().ends_with("amount")) {
            fields += 1;
            for (number, is_amount) in
                [("76109277673", false), ("12345678000195", false), ("1e9", false), ("0.125", false), ("19.9", true)]
            {
                let mut document = base.clone();
                document.set(pointer, tree(Json::Number(number.to_owned())));
                let text = document.to_string();
                let start = Tree::parse(text.as_bytes()).unwrap().pointer(pointer).unwrap().span.start;
                let found = masks(&Exhibit::whole(contract.program, text.as_bytes()));
                let mask = found.iter().find(|(span, _)| span.start == start).unwrap().1;
                assert!(is_amount || mask > Mask::Plain, "{} {pointer}: {number}", contract.name);
                numbers += usize::from(mask == Mask::Plain);
            }
        }
    }
    // Few fields of the contracts are numbers; there an amount stays readable.
    assert!(fields >= 5 && numbers >= 1, "{fields} fields, {numbers} readable numbers");
}

#[test]
fn nothing_that_was_planted_comes_out() {
    let mut random = Random::new(11);
    let (mut documents, mut values) = (0, 0);
    for contract in contracts() {
        let bases: Vec<Tree> =
            cases(contract.name).iter().filter_map(|case| Tree::parse(&case.document).ok()).collect();
        let words = Words::new(&bases);
        let mut plain = BTreeSet::new();
        plain_fields(&Tree::parse(contract.schema.as_bytes()).unwrap(), &mut plain);
        for round in 0..300 {
            let mut document = bases[if round % 2 == 0 { 0 } else { random.below(bases.len()) }].clone();
            if round % 3 == 0 {
                mutate(&mut document, &words, &mut random);
            }
            let planted = plant(&mut document, &mut random);
            let text = if round % 4 == 0 { spelled(&document, &mut random) } else { document.to_string() };
            let document = if round % 5 == 0 { broken(&text, &mut random) } else { text.into_bytes() };
            let reported = reported(contract, &document);
            let debugged = through_types(contract.name, &document);
            for Planted { value, field } in &planted {
                let shown = reported.contains(tell_tale(value))
                    || !plain.contains(field) && debugged.contains(tell_tale(value));
                assert!(!shown, "{}: {value} in {}", contract.name, String::from_utf8_lossy(&document));
            }
            documents += 1;
            values += planted.len();
        }
    }
    println!("{documents} documents, {values} planted values");
    assert!(documents == 3_000 && values > 20_000, "{documents} documents, {values} planted values");
}
