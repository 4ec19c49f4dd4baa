//! What the English help says beside the arguments.

use crate::settings::help::Tail;

/// What the tool is for, how it is called, and how to go on.
pub const SHORT: [&str; 3] = [
    "Checks Klavi payment requests and responses",
    "Usage: validate [OPTIONS] [FILE]...\n\n\
     FILE is a file, a folder, a glob in quotes, or \"-\" for standard input; none was named, and nothing is piped.",
    "validate -h lists the options, --help says more of each, --list names the contracts.",
];

pub const TAIL: Tail = Tail {
    status_title: "Exit status",
    statuses: &[
        ("0", "every document is valid (warnings allowed)"),
        ("1", "at least one document has an error"),
        ("2", "wrong usage: unknown flag, schema or rule; bad configuration"),
        ("3", "something could not be checked: unreadable, over a limit, schema not determined"),
        ("4", "nothing to check: no file matched, no document in the input"),
        ("70", "a defect of the tool"),
        ("130", "interrupted"),
    ],
    several: "Several at once: 70, 2, 3, 4, 1 in this order.",
    precedence: "Flags win over VALIDATE_* variables, those over validate.toml.",
    examples_title: "Examples",
    examples: &[
        ("validate orders/", "all that is ours in a folder"),
        ("validate -s create-payment.request batch.jsonl", "a document a line, against one contract"),
        ("validate --explain proxy-required", "what a code means, and how to mend it"),
        ("validate orders/ -o text -o sarif=report.sarif", "several reports at once"),
        ("validate -s ./order.schema.json orders/", "against a schema of your own"),
        ("validate --host gateway.example traffic.har", "recorded calls, through your own gateway"),
        ("validate --example auth.request --break any", "a document to try it on"),
    ],
};
