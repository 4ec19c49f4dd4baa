//! The published vectors of the parsers, run by the parsers.

use klavi_pix::{
    AmountError, BrCodeRef, CalendarDate, Centavos, DateTime, EndToEndIdRef, PixKeyRef, TaxIdKind, cnpj, cpf, email,
    ispb, phone, tax_id, town_code,
};
use serde_json::{Value, json};
use std::fmt::Debug;

fn vectors() -> impl Iterator<Item = Value> {
    klavi_schema::PARSER_VECTORS.text.lines().map(|line| serde_json::from_str(line).unwrap())
}

/// `date/not-in-month` for `Date(NotInMonth { last: 28 })`, and the place that a problem names.
fn problem(error: &impl Debug) -> (String, Option<u64>) {
    let told = format!("{error:?}");
    let (names, members) = told.split_once(" {").unwrap_or((&told, ""));
    let kebab = |name: &str| {
        let words = name.chars().map(|letter| match letter {
            letter if letter.is_uppercase() => format!("-{}", letter.to_ascii_lowercase()),
            letter => letter.to_string(),
        });
        words.collect::<String>().trim_start_matches('-').to_owned()
    };
    let names: Vec<_> = names.trim_end_matches(')').split('(').map(kebab).collect();
    let at = members.split(',').find_map(|member| member.trim().strip_prefix("at: "));
    (names.join("/"), at.map(|at| at.trim_end_matches([' ', '}', ')']).parse().unwrap()))
}

/// What a vector says in place of a value.
fn told<T, E: Debug>(result: Result<T, E>, value: impl FnOnce(T) -> Value) -> Value {
    match result {
        Ok(read) => match value(read) {
            Value::Null => json!({"valid": true}),
            value => json!({"valid": true, "value": value}),
        },
        Err(error) => {
            let (problem, at) = problem(&error);
            let mut told = json!({"valid": false, "problem": problem});
            if let Some(at) = at {
                told["at"] = at.into();
            }
            told
        }
    }
}

fn parse(parser: &str, text: &str) -> Value {
    let nothing = |()| Value::Null;
    let centavos = |amount: Centavos| json!({"minorUnits": amount.minor_units().to_string()});
    match parser {
        "cpf" => told(cpf::check(text), nothing),
        "cnpj" => told(cnpj::check(text), |()| json!({"alphanumeric": cnpj::is_alphanumeric(text)})),
        "tax-id" => told(tax_id::check(text), |kind| match kind {
            TaxIdKind::Cpf => json!({"kind": "CPF"}),
            TaxIdKind::Cnpj => json!({"kind": "CNPJ"}),
        }),
        "pix-key" => told(
            PixKeyRef::parse(text),
            |key| json!({"kind": key.kind().dict_name(), "canonical": key.canonical().is_ok()}),
        ),
        "phone" => told(phone::check(text), nothing),
        "email" => told(email::check(text), nothing),
        "br-code" => told(BrCodeRef::parse(text), |code| br_code(&code)),
        "date" => told(
            CalendarDate::parse(text),
            |date| json!({"year": date.year(), "month": date.month(), "day": date.day()}),
        ),
        "date-time" => told(DateTime::parse(text), |moment| json!({"unixSeconds": moment.unix_seconds()})),
        "amount" => told(Centavos::parse(text), centavos),
        "amount-number" => told::<_, AmountError>(Centavos::of_number(text), centavos),
        "end-to-end-id" => told(EndToEndIdRef::parse(text), |id| {
            let (hour, minute) = id.time();
            json!({"ispb": id.ispb(), "date": id.date().to_string(), "time": format!("{hour:02}:{minute:02}"),
                "sequence": id.sequence()})
        }),
        "town-code" => told(town_code::check(text), |()| json!({"state": town_code::state(text)})),
        "ispb" => told(ispb::check(text), nothing),
        _ => panic!("no parser is called {parser}"),
    }
}

fn br_code(code: &BrCodeRef) -> Value {
    let minor_units = code.amount().map(|amount| amount.minor_units().to_string());
    let parts = [
        ("key", code.key()),
        ("url", code.url()),
        ("minorUnits", minor_units.as_deref()),
        ("name", code.name()),
        ("city", code.city()),
        ("txid", code.txid()),
        ("crc", code.crc()),
    ];
    parts.into_iter().filter_map(|(name, text)| Some((name.to_owned(), Value::from(text?)))).collect()
}

#[test]
fn the_parsers_make_of_every_text_what_its_vector_says() {
    let (mut count, mut wrong) = (0, Vec::new());
    for mut vector in vectors() {
        let members = vector.as_object_mut().unwrap();
        members.remove("version");
        let [parser, text] = ["parser", "text"].map(|name| members.remove(name).unwrap());
        let made = parse(parser.as_str().unwrap(), text.as_str().unwrap());
        if made != vector {
            wrong.push(format!("{parser} {text}: {made}, not {vector}"));
        }
        count += 1;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count > 200, "{count}");
}

#[test]
fn vectors_of_parsers_keep_to_their_schema() {
    let schema: Value = serde_json::from_str(klavi_schema::PARSER_VECTOR_SCHEMA.text).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    for vector in vectors() {
        let errors: Vec<_> = validator.iter_errors(&vector).map(|error| error.to_string()).collect();
        assert_eq!(errors, [""; 0], "{vector}");
    }
    // Each parser has texts that it takes and texts that it does not.
    for parser in schema["properties"]["parser"]["enum"].as_array().unwrap() {
        for verdict in [true, false] {
            let fits = |vector: &Value| vector["parser"] == *parser && vector["valid"] == verdict;
            assert!(vectors().any(|vector| fits(&vector)), "{parser} {verdict}");
        }
    }
}
