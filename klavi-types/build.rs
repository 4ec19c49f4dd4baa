//! Writes the types of all contracts.

use klavi_codegen::{build_script, contract_types};

fn main() {
    build_script(|| Ok::<_, Vec<_>>(vec![("contracts.rs", contract_types()?)]));
}
