//! How the cost of a verdict grows: linear with the size of a document and with the number of its fields, and not at all
//! with the number of contracts.
//!
//! ```text
//! cargo bench -p klavi-speed --bench growth
//! ```
//!
//! It prints a table and draws `target/growth.svg`. All sizes are measured in turn in every round, so that ratios can be
//! compared; the exit status is 1 if one grows by more than a half beyond what it should.
//!
//! `KLAVI_ROUNDS` says how many rounds there are.

mod shared;

use klavi_core::program::Program;
use klavi_speed::{CONTRACT, Sender, payments};
use klavi_validate::{contract, is_valid_by};
use serde_json::{Map, Value, json};
use shared::{lowered, median, number};
use std::fmt::Write as _;
use std::hint::black_box;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

/// What grows, and what is done at each size.
struct Growth {
    title: &'static str,
    unit: &'static str,
    /// Whether the cost may grow with the size.
    is_linear: bool,
    sizes: Vec<Size>,
}

/// A size, and the documents with their programs that are judged once in each pass.
struct Size {
    number: usize,
    judged: Vec<(&'static Program, Vec<u8>)>,
}

/// The nanoseconds of a document of each size.
type Points = Vec<(usize, f64)>;

/// How long all documents of a size are judged again and again in each round.
const NANOSECONDS: f64 = 4e6;

fn main() -> ExitCode {
    let mut is_right = true;
    let mut plots = Vec::new();
    let (few, many) = ([8, 16, 32, 64], [128, 256, 512, 1_024]);
    let fields = [fields("Fields, judged by the accept pass", few), fields("Fields, more than it takes", many)];
    for growth in [size()].into_iter().chain(fields).chain([contracts()]) {
        let points = measure(&growth.sizes);
        is_right &= tell(&growth, &points);
        plots.push((growth, points));
    }
    let target = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/growth.svg");
    std::fs::write(&target, drawing(&plots)).expect("target is a folder");
    println!("drawn: target/growth.svg");
    if is_right { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn size() -> Growth {
    let item = json!({
        "type": "object",
        "properties": {"id": {"type": "string", "pattern": "^[0-9a-f]{8}$"}, "amount": {"type": "number", "minimum": 0}},
        "required": ["id", "amount"],
    });
    let program = lowered("items", &json!({"type": "array", "items": item}).to_string());
    let document = |count: usize| {
        let items: Vec<Value> =
            (0..count).map(|index| json!({"id": format!("{index:08x}"), "amount": index})).collect();
        json!(items).to_string().into_bytes()
    };
    let at = |number| Size { number, judged: vec![(program, document(number))] };
    let sizes = [16, 64, 256, 1_024, 4_096, 16_384].map(at).into();
    Growth { title: "Size of a document", unit: "items", is_linear: true, sizes }
}

fn fields(title: &'static str, numbers: [usize; 4]) -> Growth {
    let at = |number: usize| {
        let (mut properties, mut document) = (Map::new(), Map::new());
        for index in 0..number {
            properties.insert(format!("field{index}"), json!({"type": "string", "maxLength": 20}));
            document.insert(format!("field{index}"), json!(format!("value {index}")));
        }
        let schema = json!({"type": "object", "properties": properties}).to_string();
        Size { number, judged: vec![(lowered("fields", &schema), json!(document).to_string().into_bytes())] }
    };
    Growth { title, unit: "fields", is_linear: true, sizes: numbers.map(at).into() }
}

fn contracts() -> Growth {
    let schema = contract(CONTRACT).expect("a contract of this name").schema;
    // In turn, as a service meets them; of many more, the processor's caches would be measured.
    let programs: Vec<_> = (0..16).map(|_| lowered(CONTRACT, schema)).collect();
    let payments = payments(Sender::Mixed, 64);
    let at = |number: usize| {
        let judged = payments.iter().enumerate().map(|(index, payment)| {
            let program: &'static Program = programs[index % number];
            (program, payment.clone().into_bytes())
        });
        Size { number, judged: judged.collect() }
    };
    let sizes = [1, 2, 4, 8, 16].map(at).into();
    Growth { title: "Contracts, in turn", unit: "contracts", is_linear: false, sizes }
}

/// Medians over rounds in which all sizes take their turn.
fn measure(sizes: &[Size]) -> Points {
    let rounds = number("KLAVI_ROUNDS", 15);
    let passes: Vec<usize> = sizes.iter().map(passes).collect();
    let mut times = vec![Vec::new(); sizes.len()];
    for _ in 0..rounds {
        for ((size, passes), times) in sizes.iter().zip(&passes).zip(&mut times) {
            times.push(nanoseconds(size, *passes));
        }
    }
    sizes.iter().zip(times).map(|(size, times)| (size.number, median(times))).collect()
}

/// How many passes fill the time of a round. This warms up too.
fn passes(size: &Size) -> usize {
    #[expect(clippy::cast_precision_loss, reason = "a few documents")]
    let once = nanoseconds(size, 3) * size.judged.len() as f64;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most the nanoseconds of a round")]
    let passes = (NANOSECONDS / once) as usize;
    passes.max(1)
}

/// The time of one document.
fn nanoseconds(size: &Size, passes: usize) -> f64 {
    let start = Instant::now();
    for _ in 0..passes {
        for (program, document) in &size.judged {
            assert!(is_valid_by(program, black_box(document)), "the documents are right");
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "a few documents")]
    let judged = (passes * size.judged.len()) as f64;
    start.elapsed().as_secs_f64() * 1e9 / judged
}

/// Prints the table, and says whether the cost grows as it should.
fn tell(growth: &Growth, points: &Points) -> bool {
    let share = |(number, time): (usize, f64)| if growth.is_linear { time / count(number) } else { time };
    let first = points.first().map_or(f64::NAN, |point| share(*point));
    let (unit, asked) = (growth.unit, if growth.is_linear { "linear" } else { "flat" });
    println!("### {}, {asked}\n", growth.title);
    println!("| {unit} | ns per document | {} |", if growth.is_linear { "÷ size, ÷ the first" } else { "÷ the first" });
    println!("|---:|---:|---:|");
    for point in points {
        println!("| {} | {:.0} | {:.2} |", point.0, point.1, share(*point) / first);
    }
    println!();
    points.iter().all(|point| share(*point) / first <= 1.5)
}

#[expect(clippy::cast_precision_loss, reason = "a few thousands")]
fn count(number: usize) -> f64 {
    number as f64
}

/// All plots side by side, both axes from zero.
fn drawing(plots: &[(Growth, Points)]) -> String {
    const SIDE: f64 = 240.0;
    const ROOM: f64 = 70.0;
    let width = count(plots.len()) * (SIDE + ROOM) + ROOM;
    let height = SIDE + 2.0 * ROOM;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" font-family=\"sans-serif\" font-size=\"12\">\n\
         <rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n"
    );
    for (index, (growth, points)) in plots.iter().enumerate() {
        let most = |of: fn(&(usize, f64)) -> f64| points.iter().map(of).fold(f64::MIN_POSITIVE, f64::max);
        let (widest, highest) = (most(|point| count(point.0)), most(|point| point.1));
        let at = |(number, time): (usize, f64)| {
            format!("{:.1},{:.1}", count(number) / widest * SIDE, SIDE - time / highest * SIDE)
        };
        let line: Vec<String> = points.iter().map(|point| at(*point)).collect();
        let left = ROOM + count(index) * (SIDE + ROOM);
        let (title, unit, line) = (growth.title, growth.unit, line.join(" "));
        let _ = writeln!(
            svg,
            "<g transform=\"translate({left},{ROOM})\">\n\
             <text y=\"-20\" font-weight=\"bold\">{title}</text>\n\
             <path d=\"M0,0V{SIDE}H{SIDE}\" fill=\"none\" stroke=\"gray\"/>\n\
             <polyline points=\"{line}\" fill=\"none\" stroke=\"steelblue\" stroke-width=\"2\"/>\n\
             <text x=\"-5\" y=\"5\" text-anchor=\"end\">{highest:.0} ns</text>\n\
             <text x=\"{SIDE}\" y=\"{}\" text-anchor=\"end\">{widest} {unit}</text>\n\
             </g>",
            SIDE + 20.0
        );
    }
    svg + "</svg>\n"
}
