//! What the layers above speak of: documents, choices, places, outcomes.

pub mod choices;
pub mod destination;
pub mod document;
pub mod file_id;
pub mod json_parts;
pub mod meter;
pub mod outcome;
pub mod position;
pub mod source_map;
pub mod summary;
pub mod unchecked;
