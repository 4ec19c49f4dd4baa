//! Member names that occur again, or that look as if they did.

use crate::{STACK, json, on_small_stack, report};
use std::time::Duration;

#[test]
fn names_that_occur_twice() {
    let found = |document: &str| json(&report("create-payment.request", document.as_bytes()));
    let twice = |start: u64, end: u64, cause| ("duplicate-key", start, end, Some(cause));
    assert_eq!(found(r#"{"amount": 1, "amount": 1}"#), [twice(14, 22, 1)]);
    assert_eq!(found(r#"{"amount": 1, "\u0061mount": 1}"#), [twice(14, 27, 1)]);
    assert_eq!(found(r#"{"\u0061mount": 1, "x": {"amount": 1}, "amount": 1}"#), [twice(39, 47, 1)]);
    assert_eq!(found(r#"{"x": 1, "\u0078": 1}"#), [twice(9, 17, 1)]);
    assert_eq!(found(r#"{"": 1, "": 1}"#), [twice(8, 10, 1)]);
    assert_eq!(found(r#"{"a/b": 1, "a\/b": 1}"#), [twice(11, 17, 1)]);
    assert_eq!(found(r#"{"é": 1, "\u00e9": 1, "e\u0301": 1}"#), [twice(10, 18, 1)]);
    assert_eq!(found(r#"{"😀": 1, "\ud83d\uDE00": 1}"#), [twice(12, 26, 1)]);
    let third = r#"{"amount": 1, "x": 1, "amount": 2, "x": 2, "x": 3, "amount": 3}"#;
    assert_eq!(found(third), [twice(22, 30, 1), twice(35, 38, 14), twice(43, 46, 14), twice(51, 59, 1)]);
    let free = r#"{"externalInfo": {"a": 1, "b": [{"a": 1, "a": 2}], "a": 3}}"#;
    assert_eq!(found(free), [twice(41, 44, 33), twice(51, 54, 18)]);
    let same_name_inside = r#"{"a": {"a": {"a": 1}}, "b": [{"a": 1}, {"a": 1}]}"#;
    assert_eq!(found(same_name_inside), []);
    let declared_inside = r#"{"customer": {"name": "a", "email": "b", "nam\u0065": "c"}}"#;
    assert_eq!(found(declared_inside), [twice(41, 52, 14)]);
    // The same first eight bytes and the same length are not the same name.
    assert_eq!(found(r#"{"12345678a": 1, "12345678b": 1, "12345678a": 1}"#), [twice(33, 44, 1)]);
}

#[test]
fn names_beyond_those_kept_without_allocation() {
    for count in [15, 16, 17, 47, 48, 49, 50, 200] {
        let members: Vec<String> = (0..count).map(|index| format!("\"k{index}\": {{\"k{index}\": 0}}")).collect();
        let plain = format!("{{{}}}", members.join(", "));
        assert_eq!(json(&report("auth.request", plain.as_bytes())), []);
        for first in [0, count / 2, count - 1] {
            let twice = format!("{{{}, \"k{first}\": 1}}", members.join(", "));
            let at = |which: Option<usize>| which.unwrap() as u64;
            let name = format!("\"k{first}\"");
            let (start, cause) = (at(twice.rfind(&name)), at(twice.find(&name)));
            let expected = [("duplicate-key", start, start + name.len() as u64, Some(cause))];
            assert_eq!(json(&report("auth.request", twice.as_bytes())), expected, "{count} {first}");
        }
    }
}

#[test]
fn a_hundred_thousand_members() {
    let members: Vec<String> = (0..100_000).map(|index| format!("\"{index}\":0")).collect();
    let document = format!("{{\"externalInfo\":{{{}}}}}", members.join(","));
    let (found, time) = on_small_stack(STACK, {
        let document = document.clone();
        move || json(&report("create-payment.request", document.as_bytes()))
    });
    assert_eq!(found, []);
    assert!(time < Duration::from_secs(20), "{time:?}");
    let twice = document.replace("}}", ",\"7\":1}}");
    let (start, cause) = (twice.rfind("\"7\"").unwrap() as u64, twice.find("\"7\"").unwrap() as u64);
    assert_eq!(
        json(&report("create-payment.request", twice.as_bytes())),
        [("duplicate-key", start, start + 3, Some(cause))]
    );
}

#[test]
fn names_made_to_collide() {
    // A hash of the first eight bytes and the length is the same for all of them.
    for name in ["collide-", "c\\u006fllide-"] {
        let members: Vec<String> = (0..200_000).map(|index| format!("\"{name}{index:06}\":0")).collect();
        let document = format!("{{\"externalInfo\":{{{}}}}}", members.join(","));
        let (found, time) = on_small_stack(STACK, move || json(&report("create-payment.request", document.as_bytes())));
        assert_eq!(found, []);
        assert!(time < Duration::from_secs(60), "{time:?}");
    }
}

/// A member name that occurs over and over behind a long value.
fn assert_quick_over_and_over(name: &'static str) {
    let again = format!(",\"{name}\":\"\"").repeat(20_000);
    let document = format!("{{\"secretKey\":\"{}\",\"{name}\":\"\"{again}}}", "é".repeat(500_000));
    let (found, time) = on_small_stack(STACK, move || json(&report("auth.request", document.as_bytes())));
    assert_eq!(found.len(), 20_000);
    assert!(found.iter().all(|(code, .., first)| *code == "duplicate-key" && *first == found[0].3));
    assert!(time < Duration::from_secs(20), "{name}: {time:?}");
}

#[test]
fn an_unknown_name_over_and_over() {
    assert_quick_over_and_over("x");
}

#[test]
fn a_declared_name_over_and_over() {
    assert_quick_over_and_over("accessKey");
}
