//! Where in a call something is wrong.

/// Where in a call something is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Place {
    /// The method, or the path.
    Url,
    /// The part behind the question mark.
    Query,
    /// This header, in lower case.
    Header(&'static str),
    /// The status of an answer.
    Status,
    /// The body as a whole; what is inside is in the report.
    Body,
}

impl Place {
    /// A word for the place; a header is `header:content-type`.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Url => "url".to_owned(),
            Self::Query => "query".to_owned(),
            Self::Header(name) => format!("header:{name}"),
            Self::Status => "status".to_owned(),
            Self::Body => "body".to_owned(),
        }
    }
}
