//! The codes of calls and conversations, and what `exchanges.json` of `klavi-schema` says of each.

use klavi_validate::Lang;
use klavi_validate::catalogue::Reference;
use klavi_validate::runtime::Severity;
use serde::Deserialize;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

macro_rules! codes {
    ($($variant:ident = $name:literal),+ $(,)?) => {
        /// What can be wrong about a call, or about the calls of one payment together. Names are stable.
        ///
        /// ```
        /// use klavi_http::ExchangeCode;
        /// use klavi_validate::Lang;
        ///
        /// assert_eq!(ExchangeCode::NotJson.name(), "not-json");
        /// assert_eq!(ExchangeCode::NotJson.rule().title.lang(Lang::PtBr), "O corpo não é JSON");
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum ExchangeCode {
            $(#[doc = concat!("`", $name, "`")] $variant,)+
        }

        impl ExchangeCode {
            /// All codes.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code as it is written.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }
        }
    };
}

codes! {
    UnknownOperation = "unknown-operation",
    OlderPath = "older-path",
    InsecureScheme = "insecure-scheme",
    AuthorizationMissing = "authorization-missing",
    AuthorizationForm = "authorization-form",
    ContentType = "content-type",
    ContentTypeMissing = "content-type-missing",
    ContentTypeAnswer = "content-type-answer",
    PathParameter = "path-parameter",
    QueryParameter = "query-parameter",
    BodyUnexpected = "body-unexpected",
    NotJson = "not-json",
    UnknownStatus = "unknown-status",
    RequestIdReused = "request-id-reused",
    RequestIdRepeated = "request-id-repeated",
    ProbableDuplicate = "probable-duplicate",
    AnswerMismatch = "answer-mismatch",
    StatusRegression = "status-regression",
    StatusOrder = "status-order",
    PolledAfterFinal = "polled-after-final",
    PolledTooFast = "polled-too-fast",
    NoFinalStatus = "no-final-status",
    TokenExpired = "token-expired",
    EnvironmentMixed = "environment-mixed",
    ConsentExpired = "consent-expired",
    WebhookSignature = "webhook-signature",
    WebhookRepeated = "webhook-repeated",
}

impl ExchangeCode {
    /// What is known of the code.
    #[must_use]
    pub fn rule(self) -> &'static ExchangeRule {
        &DATA.codes[self as usize]
    }

    /// The names of all groups.
    pub const GROUPS: [&str; 2] = ["http", "flow"];

    /// The group that the code belongs to, one of [`ExchangeCode::GROUPS`].
    #[must_use]
    pub fn group(self) -> &'static str {
        &self.rule().group
    }

    /// Error or warning.
    #[must_use]
    pub fn severity(self) -> Severity {
        self.rule().severity
    }

    /// The message, with its arguments.
    #[must_use]
    pub fn message(self, args: &[(&'static str, Arg)], lang: Lang) -> String {
        filled(self.rule().message.lang(lang), args, lang)
    }

    /// What to do, with the arguments of the message.
    #[must_use]
    pub fn help(self, args: &[(&'static str, Arg)], lang: Lang) -> String {
        filled(self.rule().help.lang(lang), args, lang)
    }
}

impl std::fmt::Display for ExchangeCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

impl std::str::FromStr for ExchangeCode {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Self::ALL.iter().copied().find(|code| code.name() == name).ok_or(())
    }
}

/// An argument of a message: never a value that was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// A word that has a translation.
    Word(&'static str),
    /// A name of the documents.
    Name(Cow<'static, str>),
    /// A number.
    Number(u64),
}

fn filled(template: &str, args: &[(&'static str, Arg)], lang: Lang) -> String {
    args.iter().fold(template.to_owned(), |text, (name, arg)| {
        let value = match arg {
            Arg::Word(word) => DATA.words.get(*word).map_or(*word, |words| words.lang(lang)).to_owned(),
            Arg::Name(name) => name.clone().into_owned(),
            Arg::Number(number) => number.to_string(),
        };
        text.replace(&format!("{{{name}}}"), &value)
    })
}

/// What is known of a code.
#[derive(Debug, Clone, Deserialize)]
#[non_exhaustive]
pub struct ExchangeRule {
    /// The code's name.
    pub code: String,
    /// `http` or `flow`.
    pub group: String,
    severity: Severity,
    /// A headline.
    pub title: Bilingual,
    message: Bilingual,
    help: Bilingual,
    explanation: Option<Bilingual>,
    /// The documents that state it.
    pub source: Vec<Reference>,
}

impl ExchangeRule {
    /// What it means and what to do, of no call in particular.
    #[must_use]
    pub fn explanation(&self, lang: Lang) -> &str {
        self.explanation.as_ref().unwrap_or(&self.help).lang(lang)
    }
}

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Bilingual {
    en: String,
    #[serde(rename = "pt-BR")]
    pt_br: String,
}

impl Bilingual {
    /// The text in this language.
    #[must_use]
    pub fn lang(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::PtBr => &self.pt_br,
        }
    }
}

/// The file.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Data {
    codes: Vec<ExchangeRule>,
    words: BTreeMap<String, Bilingual>,
    #[cfg(feature = "flow")]
    pub(crate) statuses: Statuses,
    #[cfg(feature = "flow")]
    pub(crate) consent_minutes: u64,
    #[cfg(feature = "flow")]
    pub(crate) poll_milliseconds: u64,
}

/// The statuses of a payment.
#[cfg(feature = "flow")]
#[derive(Deserialize)]
pub(crate) struct Statuses {
    pub(crate) order: Vec<String>,
    #[serde(rename = "final")]
    pub(crate) last: Vec<String>,
}

pub(crate) static DATA: LazyLock<Data> = LazyLock::new(|| {
    let mut data: Data =
        serde_json::from_str(klavi_schema::EXCHANGES.text).expect("a file of this release, and tested");
    // A code that the file does not have would fail the tests.
    data.codes.sort_by_key(|rule| rule.code.parse::<ExchangeCode>().ok());
    data
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_its_rule_and_every_rule_its_code() {
        assert_eq!(DATA.codes.len(), ExchangeCode::ALL.len());
        let sources = klavi_validate::catalogue::sources();
        for code in ExchangeCode::ALL {
            let rule = code.rule();
            assert_eq!(rule.code, code.name());
            assert!(ExchangeCode::GROUPS.contains(&&*rule.group), "{code}");
            assert!(Lang::ALL.iter().all(|lang| !rule.explanation(*lang).contains('{')), "{code}");
            for words in [&rule.title, &rule.message, &rule.help] {
                assert!(!words.en.is_empty() && !words.pt_br.is_empty() && words.en != words.pt_br, "{code}");
            }
            assert!(!rule.source.is_empty(), "{code}");
            for source in &rule.source {
                assert!(sources.label(&source.document).is_some(), "{code}: {}", source.document);
            }
        }
    }
}
