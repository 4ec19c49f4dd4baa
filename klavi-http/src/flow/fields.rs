//! The few fields of a body that join it to others, as fingerprints.

use super::documented::DOCUMENTED;
use crate::layout::without_layout;
use serde::de::{Deserialize, Deserializer, Visitor};
use serde_json::value::RawValue;
use std::fmt;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::sync::LazyLock;

/// What stands for a text: 64 bits under a key of this run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Print(pub(super) u64);

impl Print {
    pub(super) fn of(bytes: &[u8]) -> Self {
        let mut hasher = KEY.build_hasher();
        hasher.write(bytes);
        Self(hasher.finish())
    }

    /// What stands for several texts together.
    pub(super) fn all(parts: &[Option<Self>]) -> Self {
        let mut hasher = KEY.build_hasher();
        for part in parts {
            hasher.write_u64(part.map_or(0, |part| part.0));
        }
        Self(hasher.finish())
    }

    /// What stands for a JSON text, however it is laid out.
    pub(super) fn of_json(text: &[u8]) -> Self {
        let mut hasher = KEY.build_hasher();
        without_layout(text).for_each(|part| hasher.write(part));
        Self(hasher.finish())
    }
}

static KEY: LazyLock<RandomState> = LazyLock::new(RandomState::new);

impl<'de> Deserialize<'de> for Print {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;

        impl Visitor<'_> for Text {
            type Value = Print;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }

            fn visit_str<E>(self, text: &str) -> Result<Print, E> {
                Ok(Print::of(text.as_bytes()))
            }
        }

        deserializer.deserialize_str(Text)
    }
}

/// A member that may be of another type than it should be; then it is as if it were not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Lenient<T>(pub(super) Option<T>);

impl<T> Default for Lenient<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Lenient<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = <&RawValue>::deserialize(deserializer)?;
        Ok(Self(serde_json::from_str(raw.get()).ok()))
    }
}

/// An amount in centavos, written as a text or a number with two decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Centavos(pub(super) u64);

impl<'de> Deserialize<'de> for Centavos {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = <&RawValue>::deserialize(deserializer)?.get();
        let text = raw.trim_matches('"');
        let (reais, cents) = text.split_once('.').unwrap_or((text, ""));
        let digits = format!("{reais}{cents:0<2}");
        let is_amount = cents.len() <= 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
        let centavos = digits.parse().ok().filter(|_| is_amount);
        centavos.map(Self).ok_or_else(|| serde::de::Error::custom("no amount"))
    }
}

/// What a request, an answer or a webhook says.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Fields<'a> {
    pub(super) client_request_id: Lenient<Print>,
    pub(super) id: Lenient<Print>,
    pub(super) end_to_end_id: Lenient<Print>,
    pub(super) amount: Lenient<Centavos>,
    pub(super) currency: Lenient<Print>,
    pub(super) status: Lenient<Status>,
    pub(super) date: Lenient<Print>,
    pub(super) proxy: Lenient<Print>,
    pub(super) qr_code: Lenient<Print>,
    pub(super) customer: Lenient<Person>,
    pub(super) creditor_account: Lenient<Account>,
    pub(super) access_token: Lenient<Print>,
    pub(super) expire_at: Lenient<u64>,
    pub(super) expire_in: Lenient<u64>,
    /// The request of a consent link has its fields here. Only this one is looked into: whoever nests more is not followed.
    #[serde(borrow)]
    consent: Option<&'a RawValue>,
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(super) struct Person {
    pub(super) identifier: Lenient<Print>,
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(super) struct Account {
    ispb: Lenient<Print>,
    number: Lenient<Print>,
}

impl<'a> Fields<'a> {
    /// Of a body; nothing of one that is no JSON object.
    pub(super) fn of(body: &'a [u8]) -> Self {
        let fields: Self = serde_json::from_slice(body).unwrap_or_default();
        let consent = fields.consent.and_then(|consent| serde_json::from_str(consent.get()).ok());
        consent.unwrap_or(fields)
    }

    /// Who pays what to whom on which day, if all of it is there.
    pub(super) fn payment(&self) -> Option<Print> {
        let from = self.customer.0.as_ref()?.identifier.0?;
        let account = self
            .creditor_account
            .0
            .as_ref()
            .and_then(|account| Some(Print::all(&[Some(account.ispb.0?), account.number.0])));
        let to = self.proxy.0.or(self.qr_code.0).or(account)?;
        let amount = Print(self.amount.0?.0);
        Some(Print::all(&[Some(from), Some(to), Some(amount), Some(self.date.0?)]))
    }
}

/// The place of a status in `exchanges.json`: in the order, or behind it for those that end a payment otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Status(pub(super) u8);

impl Status {
    /// No known status yet.
    pub(super) const NONE: Self = Self(u8::MAX);

    fn names() -> impl Iterator<Item = &'static str> {
        let statuses = &DOCUMENTED.statuses;
        let others = statuses.last.iter().filter(|name| !statuses.order.contains(name));
        statuses.order.iter().chain(others).map(String::as_str)
    }

    fn named(name: &str) -> Option<Self> {
        Self::names().position(|known| known == name).and_then(|place| u8::try_from(place).ok()).map(Self)
    }

    pub(super) fn name(self) -> &'static str {
        Self::names().nth(self.0.into()).unwrap_or_default()
    }

    pub(super) fn is(self, name: &str) -> bool {
        self.name() == name
    }

    pub(super) fn is_final(self) -> bool {
        DOCUMENTED.statuses.last.iter().any(|name| name == self.name())
    }

    /// Whether this one stands before another in the documented order.
    pub(super) fn is_before(self, other: Self) -> bool {
        let order = DOCUMENTED.statuses.order.len();
        usize::from(self.0) < order && usize::from(other.0) < order && self.0 < other.0
    }
}

impl<'de> Deserialize<'de> for Status {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Name;

        impl Visitor<'_> for Name {
            type Value = Status;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a status")
            }

            fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<Status, E> {
                Status::named(name).ok_or_else(|| E::custom("an unknown status"))
            }
        }

        deserializer.deserialize_str(Name)
    }
}
