//! Writes simulated exchanges with planted faults, one a line, and into a file which fault shows on which line, and of which conversation.
//!
//! ```sh
//! cargo run -p klavi-http --features flow --example simulate -- 1000 7 planted.txt > exchanges.jsonl
//! ```
//!
//! The arguments are the number of conversations, each of about ten exchanges, the seed, and the file.

#[path = "../tests/simulator/mod.rs"]
mod simulator;

use simulator::Simulator;
use std::fs::File;
use std::io::{self, BufWriter, Write};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [conversations, seed, planted] = &arguments[..] else {
        return Err("arguments: CONVERSATIONS SEED FILE".into());
    };
    let mut simulator = Simulator::new(conversations.parse()?, 500, seed.parse()?);
    let mut planted = BufWriter::new(File::create(planted)?);
    let mut lines = Vec::new();
    let mut out = io::stdout().lock();
    while let Some(written) = simulator.next(&mut lines) {
        for code in written.shows {
            writeln!(planted, "{} {code} {}", written.event, written.conversation)?;
        }
        if lines.len() > 1 << 18 {
            out.write_all(&lines)?;
            lines.clear();
        }
    }
    out.write_all(&lines)?;
    planted.flush()?;
    Ok(())
}
