//! The accept pass: whatever it accepts, the evaluator has nothing to say about; and it accepts what people send.

mod common;

use common::mutate::{broken, shuffle};
use common::random::Random;
use common::{cases, mutants, options};
use klavi_codegen::{SchemaFile, program};
use klavi_core::accept::{Plan, Scope};
use klavi_core::program::Program;
use klavi_core::{Day, Finding, Json, Limits, Severity, Tree, run, run_deferred};
use klavi_speed::{Sender, payments};
use klavi_validate::types::Date;
use klavi_validate::{contract, contracts};
use std::fmt::Write as _;

fn day(date: Date) -> Option<Day> {
    date.calendar().ok().map(Day::from)
}

fn today() -> Option<Day> {
    options().today.and_then(day)
}

/// What the evaluator finds, and whether any of it is an error.
fn findings(program: &'static Program, document: &[u8], limits: Limits) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    run(program, document, limits, today(), &mut found);
    found
}

/// How many documents of each contract are tried, and so of how many schemas.
fn count() -> usize {
    std::env::var("KLAVI_MUTATIONS").map_or(1_000, |count| count.parse().unwrap())
}

/// How many documents were accepted, of how many that are right.
#[derive(Debug, Default)]
struct Tally {
    accepted: usize,
    right: usize,
    /// Of those that are wrong: how many of them because of single values alone.
    deferred: usize,
    wrong: usize,
}

struct Subject {
    program: &'static Program,
    plans: Vec<(Scope, Plan)>,
}

impl Subject {
    fn new(program: &'static Program) -> Self {
        let plans = [Scope::Errors, Scope::Findings].map(|scope| Plan::of(program, scope).map(|plan| (scope, plan)));
        Self { program, plans: plans.into_iter().flatten().collect() }
    }

    #[track_caller]
    fn judge(&self, document: &[u8], tally: &mut Tally) {
        for limits in [Limits::default(), Limits { max_depth: 3, max_bytes: 1000 }] {
            let found = findings(self.program, document, limits);
            for (scope, plan) in &self.plans {
                let is_right = match scope {
                    Scope::Errors => found.iter().all(|finding| finding.severity == Severity::Warning),
                    Scope::Findings => found.is_empty(),
                };
                let accepts = plan.accepts(document, limits, today());
                assert!(
                    !accepts || is_right,
                    "{}, {scope:?}: {}\n{found:?}",
                    self.program.name,
                    String::from_utf8_lossy(document)
                );
                tally.accepted += usize::from(accepts);
                tally.right += usize::from(is_right);
                self.judge_deferred(*scope, plan, document, limits, &found, tally);
            }
        }
    }

    /// What is said of the values that are deferred is all that the evaluator says of the document.
    #[track_caller]
    fn judge_deferred(
        &self,
        scope: Scope,
        plan: &Plan,
        document: &[u8],
        limits: Limits,
        found: &[Finding],
        tally: &mut Tally,
    ) {
        let all = of_scope(found, scope);
        tally.wrong += usize::from(!all.is_empty());
        let Some(deferred) = plan.deferred(document, limits, today()) else { return };
        let mut of_values: Vec<Finding> = Vec::new();
        run_deferred(document, &deferred, today(), &mut of_values);
        let document = String::from_utf8_lossy(document);
        assert_eq!(of_scope(&of_values, scope), all, "{}, {scope:?}: {document}", self.program.name);
        tally.deferred += usize::from(!all.is_empty());
    }
}

/// Findings without their order: those of values that are read again come when their object ends.
fn of_scope(found: &[Finding], scope: Scope) -> Vec<String> {
    let is_asked = |finding: &&Finding| scope == Scope::Findings || finding.severity == Severity::Error;
    let mut told: Vec<_> = found.iter().filter(is_asked).map(|finding| format!("{finding:?}")).collect();
    told.sort();
    told
}

#[test]
fn what_is_accepted_under_a_contract_has_no_finding() {
    for (contract, seed) in contracts().iter().zip(7..) {
        let subject = Subject::new(contract.program);
        assert_eq!(subject.plans.len(), 2, "{} has no plan", contract.name);
        let mut tally = Tally::default();
        for document in mutants(contract, seed).take(count()) {
            subject.judge(&document, &mut tally);
        }
        println!("{}: {tally:?}", contract.name);
        assert!(tally.accepted * 10 >= tally.right * 4, "{}: {tally:?} is almost nothing", contract.name);
    }
}

/// Relations and conditions look for members behind others that have objects inside.
#[test]
fn a_case_with_its_objects_first_or_last_is_judged_alike() {
    for contract in contracts() {
        let (subject, mut tally) = (Subject::new(contract.program), Tally::default());
        for case in cases(contract.name) {
            let Ok(mut tree) = Tree::parse(&case.document) else { continue };
            for last in [false, true] {
                sort(&mut tree, last);
                subject.judge(tree.to_string().as_bytes(), &mut tally);
            }
        }
        assert!(tally.accepted > 0, "{}: {tally:?}", contract.name);
    }
}

/// Puts members that are objects before the others, or behind them.
fn sort(tree: &mut Tree, last: bool) {
    match &mut tree.value {
        Json::Object(members) => {
            members.sort_by_key(|member| matches!(member.value.value, Json::Object(_)) == last);
            for member in members {
                sort(&mut member.value, last);
            }
        }
        Json::Array(items) => {
            for item in items {
                sort(item, last);
            }
        }
        _ => {}
    }
}

/// Of the traffic of partners almost all is accepted without the evaluator.
#[test]
fn clean_traffic_is_accepted() {
    let contract = contract("create-payment.request").unwrap();
    let limits = Limits::default();
    for (sender, least) in [(Sender::Mixed, 95), (Sender::Documented, 99), (Sender::Shuffled, 90)] {
        let payments = payments(sender, 2_000);
        for scope in [Scope::Errors, Scope::Findings] {
            let plan = Plan::shared(contract.program, scope).unwrap();
            let is_accepted = |payment: &&String| plan.accepts(payment.as_bytes(), limits, day(klavi_speed::today()));
            let accepted = payments.iter().filter(is_accepted).count();
            for payment in payments.iter().filter(|payment| !is_accepted(payment)).take(1) {
                println!("not accepted: {payment}\n{:?}", findings(contract.program, payment.as_bytes(), limits));
            }
            assert!(accepted * 100 >= payments.len() * least, "{scope:?}: {accepted} of {}", payments.len());
        }
    }
}

/// Long documents are read in parts; the seams may lie anywhere.
#[test]
fn a_document_of_any_length_is_accepted() {
    let program = lowered(
        r#"{"type": "object", "properties": {"list": {"type": "array", "items": {"type": "object",
            "properties": {"name": {"type": "string"}, "kind": {"enum": ["a", "bc"]}}, "required": ["kind"], "additionalProperties": true}},
            "text": {"type": "string"}}, "additionalProperties": true}"#,
    );
    let subject = Subject::new(program);
    let plan = Plan::of(program, Scope::Findings).unwrap();
    for length in (0..9_000).step_by(61) {
        let filling = "x".repeat(length);
        for item in ["\"name\" :\"é\\\"\",\"kind\":\"a\"", "\"kind\": \"bc\" , \"other\":[1,-2.5e3,{\"a\":null}]"] {
            let mut document = format!("{{\"text\":\"{filling}\",\"list\":[");
            (0..20).for_each(|_| write!(document, "{{{item}}},").unwrap());
            write!(
                document,
                "{{{item}}}], \"{filling}\": {}1.{}0}}",
                " ".repeat(length % 300),
                "0".repeat(length % 99)
            )
            .unwrap();
            assert!(plan.accepts(document.as_bytes(), Limits::default(), None), "{length}: {document}");
            if length % 5 == 0 {
                let mut bytes = document.into_bytes();
                let at = (length * 31 + 17) % bytes.len();
                for byte in *b"\"\\,}x\n\xff" {
                    bytes[at] = byte;
                    subject.judge(&bytes, &mut Tally::default());
                }
            }
        }
    }
}

/// Objects in objects go far without a comma, in a document that is longer than what is read in one go.
#[test]
fn a_deep_document_of_any_length_is_accepted() {
    let program = lowered(r#"{"type": "object", "additionalProperties": true}"#);
    let subject = Subject::new(program);
    let plan = Plan::of(program, Scope::Findings).unwrap();
    for length in (0..9_000).step_by(97) {
        let (name, depth) = ("n".repeat(length % 60), 20);
        let open = format!("{{\"{name}\":").repeat(depth);
        let document = format!("{{\"text\":\"{}\",\"deep\":{open}1{}}}", "x".repeat(length), "}".repeat(depth));
        assert!(plan.accepts(document.as_bytes(), Limits::default(), None), "{length}: {document}");
        for cut in [1, 10, 19] {
            subject.judge(&document.as_bytes()[..document.len() - cut], &mut Tally::default());
            subject.judge(document.replacen("\":", "\",", cut).as_bytes(), &mut Tally::default());
        }
    }
}

fn lowered(schema: &str) -> &'static Program {
    let file = SchemaFile::new("test", schema).unwrap_or_else(|_| panic!("{schema}"));
    program(&file, "", "test").unwrap_or_else(|errors| panic!("{schema}\n{}", errors[0]))
}

const NAMES: &[&str] = &["a", "b", "kind", "number", "a name that is longer than all", "an other name with 8"];
const TEXTS: &[&str] = &[
    "",
    "a",
    "bc",
    "PIX_INIC",
    "PIX_DICT",
    "12345678901",
    "12.50",
    "é",
    "a\\n",
    "\\u0061",
    "\\ud83d\\ude00",
    "2024-02-30",
];
const PATTERNS: &[&str] =
    &["^[0-9]{11}$", "^[0-9]{1,16}[.][0-9]{2}$", "^(PIX_[A-Z]{4}|bc)$", "a", "^[^a]*$", "^[0-9]{4}-(0[1-9]|1[0-2])$"];

/// A schema of the dialect, as deep as this at most.
fn schema(random: &mut Random, depth: usize) -> String {
    let mut keywords = Vec::new();
    for _ in 0..=random.below(3) {
        let inner = |random: &mut Random| if depth == 0 { "true".to_owned() } else { schema(random, depth - 1) };
        keywords.push(match random.below(if depth == 0 { 10 } else { 20 }) {
            0 => format!("\"type\": \"{}\"", random.pick(&["string", "object", "number", "integer", "array", "null", "boolean"])),
            1 => "\"type\": [\"string\", \"object\", \"null\"]".to_owned(),
            2 => format!("\"enum\": [\"{}\", \"bc\", 1, null]", random.pick(&["a", "PIX_INIC", "c"])),
            3 => "\"const\": \"bc\"".to_owned(),
            4 => format!("\"pattern\": \"{}\"", random.pick(PATTERNS)),
            5 => format!("\"minLength\": {}", random.below(4)),
            6 => format!("\"maxLength\": {}", random.below(12)),
            7 => format!("\"minimum\": {}", random.below(20)),
            8 => format!("\"x-format\": \"{}\"", random.pick(&["cpf", "date", "amount", "pix-key", "email"])),
            9 => "\"x-format-assertion\": true, \"format\": \"date\"".to_owned(),
            10..=13 => {
                let members: Vec<String> = (0..=random.below(3))
                    .map(|index| format!("\"{}\": {}", NAMES[(index * 2 + random.below(2)) % NAMES.len()], inner(random)))
                    .collect();
                let more = match random.below(4) {
                    0 => ", \"additionalProperties\": false".to_owned(),
                    1 => format!(", \"additionalProperties\": {}", inner(random)),
                    _ => String::new(),
                };
                format!("\"properties\": {{{}}}, \"required\": [\"{}\"]{more}", members.join(", "), random.pick(NAMES))
            }
            14 => format!("\"items\": {}, \"minItems\": {}", inner(random), random.below(2)),
            15 => "\"uniqueItems\": true".to_owned(),
            16 => format!("\"anyOf\": [{}, {}]", inner(random), inner(random)),
            17 => format!("\"not\": {}", inner(random)),
            18 => format!("\"x-expect\": {}", inner(random)),
            _ => format!(
                "\"allOf\": [{{\"if\": {{\"properties\": {{\"kind\": {{\"enum\": [\"a\", \"{}\"]}}}}, \"required\": [\"kind\"]}}, \
                 \"then\": {{\"required\": [\"{}\"], \"properties\": {{\"b\": {}}}}}}}]",
                random.pick(&["bc", "PIX_INIC"]),
                random.pick(NAMES),
                inner(random)
            ),
        });
    }
    keywords.sort_by_key(|keyword| keyword.split(':').next().unwrap_or_default().to_owned());
    keywords.dedup_by_key(|keyword| keyword.split(':').next().unwrap_or_default().to_owned());
    format!("{{{}}}", keywords.join(", "))
}

fn instance(random: &mut Random, depth: usize) -> String {
    let space = random.pick(&["", "", " ", "\n  "]).to_owned();
    match random.below(if depth == 0 { 5 } else { 9 }) {
        0..=2 => format!("\"{}\"", random.pick(TEXTS)),
        3 => random.pick(&["1", "0", "-1", "17", "1.0", "1e1", "12345678901234567890"]).to_owned(),
        4 => random.pick(&["null", "true", "false"]).to_owned(),
        5 => {
            let items: Vec<String> = (0..random.below(3)).map(|_| instance(random, depth - 1)).collect();
            format!("[{space}{}]", items.join(&format!("{space},")))
        }
        _ => {
            let mut names = NAMES.to_vec();
            random.shuffle(&mut names);
            let members: Vec<String> = names[..random.below(6)]
                .iter()
                .map(|name| format!("\"{name}\"{space}:{space}{}", instance(random, depth - 1)))
                .collect();
            format!("{{{}{space}}}", members.join(&format!(",{space}")))
        }
    }
}

#[test]
fn what_is_accepted_under_any_schema_has_no_finding() {
    let mut random = Random::new(11);
    // What is lowered stays in memory.
    let (tried, mut schemas) = (count().min(50_000), 0);
    let mut tally = Tally::default();
    for _ in 0..tried {
        let text = schema(&mut random, 3);
        let Ok(program) = SchemaFile::new("random", &text).and_then(|file| program(&file, "", "random")) else {
            continue;
        };
        schemas += 1;
        let subject = Subject::new(program);
        for _ in 0..30 {
            let document = instance(&mut random, 3);
            let document = if random.one_in(6) { broken(&document, &mut random) } else { document.into_bytes() };
            subject.judge(&document, &mut tally);
        }
    }
    println!("{schemas} schemas: {tally:?}");
    assert!(schemas * 2 > tried && tally.accepted * 2 > tally.right, "{schemas} schemas: {tally:?}");
}

/// The test of the tests: with the order of a payment changed, other members in it and other spelling, the plan still
/// takes it.
#[test]
fn another_order_and_spelling_is_accepted() {
    let contract = contract("create-payment.request").unwrap();
    let plan = Plan::shared(contract.program, Scope::Errors).unwrap();
    let mut random = Random::new(5);
    let (mut accepted, count) = (0, 500);
    for payment in payments(Sender::Mixed, count) {
        let mut tree = Tree::parse(payment.as_bytes()).unwrap();
        shuffle(&mut tree, &mut random);
        accepted += usize::from(plan.accepts(tree.to_string().as_bytes(), Limits::default(), None));
    }
    assert!(accepted * 100 >= count * 90, "{accepted} of {count}");
}
