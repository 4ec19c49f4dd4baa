//! Which value is fresh for a field: by its format, its pattern, its name, its examples.

use super::relations::relations;
use super::world::Role;
use klavi_core::Tree;

/// A value that is made anew for each payload.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fresh {
    Account(Role),
    Amount,
    /// An amount as a JSON number: the amount of the payload, or what it goes up to.
    AmountNumber {
        is_limit: bool,
    },
    Bank(Role),
    BrCode,
    /// So many bytes of a class.
    Class {
        bytes: Vec<u8>,
        least: usize,
        most: usize,
    },
    Cpf(Role),
    Date,
    /// A moment: one that is yet to come, or one of the order's day.
    DateTime {
        is_ahead: bool,
    },
    Email(Role),
    EndToEndId,
    /// A part of an error's answer: status, name, sentence.
    Fault(usize),
    FreeObject,
    Jwt,
    Key,
    Name(Role),
    Phone(Role),
    Sentence,
    TaxId(Role, bool),
    Town,
    UnixTime,
    Url,
    Uuid,
    Version,
}

/// Where the values of a field come from.
pub(super) enum ValueSource {
    Fresh(Fresh),
    /// The examples of its schema.
    Examples,
    /// These JSON texts.
    Literals(&'static [&'static str]),
}

/// A field that is neither an object with members nor a closed list.
pub(super) struct Leaf<'a, 'b> {
    pub(super) kind: &'a str,
    pub(super) schemas: &'b [&'a Tree],
    pub(super) name: &'b str,
    /// The schemas of its object.
    pub(super) parent: &'b [&'a Tree],
    pub(super) role: Role,
    /// Whether the document of its object is a CNPJ.
    pub(super) is_company: bool,
}

/// Whom a member speaks of, and what is below it.
pub(super) fn role(name: &str) -> Option<Role> {
    match name {
        "customer" | "debtorAccount" | "contractDebtor" | "cancelledBy" => Some(Role::Payer),
        "creditorAccount" | "holder" => Some(Role::Payee),
        _ => None,
    }
}

/// The values of a list, closed or open.
pub(super) fn list<'a>(schemas: &[&'a Tree]) -> Option<Vec<&'a str>> {
    let list = schemas.iter().find_map(|schema| schema.get("enum").or_else(|| schema.get("x-known-values")))?;
    Some(list.items().iter().filter_map(Tree::as_str).collect())
}

/// Whether a value of a list is one that should not be used.
pub(super) fn is_unwanted(schemas: &[&Tree], value: &str) -> bool {
    let unwanted = schemas.iter().filter_map(|schema| schema.get("x-expect")?.get("not")?.get("enum"));
    unwanted.flat_map(Tree::items).any(|it| it.as_str() == Some(value))
}

/// Where the values of a field come from; `None` where nothing is known.
pub(super) fn fresh(leaf: &Leaf<'_, '_>) -> Option<ValueSource> {
    let find = |keyword: &str| leaf.schemas.iter().find_map(|schema| schema.get(keyword));
    match leaf.kind {
        "boolean" => return Some(ValueSource::Literals(&["true", "false"])),
        "object" => return Some(ValueSource::Fresh(Fresh::FreeObject)),
        "string" | "number" | "integer" => {}
        _ => return None,
    }
    let by_format = find("x-format").and_then(Tree::as_str).and_then(|format| of_format(format, leaf));
    if let Some(fresh) = by_format.or_else(|| of_name(leaf)) {
        return Some(ValueSource::Fresh(fresh));
    }
    if let Some(pattern) = find("pattern").and_then(Tree::as_str) {
        return of_pattern(pattern).map(ValueSource::Fresh);
    }
    match leaf.kind {
        _ if find("examples").is_some() => Some(ValueSource::Examples),
        "string" => Some(ValueSource::Fresh(Fresh::Sentence)),
        _ => Some(ValueSource::Literals(&["300", "1800", "3600"])),
    }
}

fn of_format(format: &str, leaf: &Leaf<'_, '_>) -> Option<Fresh> {
    let is_ahead = leaf.schemas.iter().any(|schema| schema.get("x-rules-of-time").is_some());
    let is_limit = relations(leaf.parent)
        .any(|relation| relation.name == "maximum-below-minimum" && relation.fields.first() == Some(&leaf.name));
    Some(match format {
        "amount" => Fresh::Amount,
        "amount-number" => Fresh::AmountNumber { is_limit },
        "br-code" => Fresh::BrCode,
        "cpf" => Fresh::Cpf(leaf.role),
        "date" => Fresh::Date,
        "date-time" => Fresh::DateTime { is_ahead },
        "email" => Fresh::Email(leaf.role),
        "end-to-end-id" => Fresh::EndToEndId,
        "jwt" => Fresh::Jwt,
        "phone" => Fresh::Phone(leaf.role),
        "pix-key" => Fresh::Key,
        "tax-id" => Fresh::TaxId(leaf.role, leaf.is_company),
        "town-code" => Fresh::Town,
        "transaction-id" => class(b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", 25, 25),
        "url" => Fresh::Url,
        _ => return None,
    })
}

/// What the documents mean by a name that says more than the field's schema.
fn of_name(leaf: &Leaf<'_, '_>) -> Option<Fresh> {
    let is_fault =
        leaf.parent.iter().any(|schema| schema.get("properties").is_some_and(|it| it.get("statusCode").is_some()));
    Some(match leaf.name {
        "accessKey" => class(b"0123456789abcdefghijklmnopqrstuvwxyz", 10, 10),
        "secretKey" => class(b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", 40, 40),
        "id" | "appId" | "clientRequestId" | "consentId" | "institutionId" => Fresh::Uuid,
        "name"
            if leaf
                .parent
                .iter()
                .any(|schema| schema.get("properties").is_some_and(|it| it.get("identifier").is_some())) =>
        {
            Fresh::Name(leaf.role)
        }
        "ispb" => Fresh::Bank(leaf.role),
        "issuer" => class(b"0123456789", 4, 4),
        "number" => Fresh::Account(leaf.role),
        "osVersion" => Fresh::Version,
        "remittanceInformation" | "additionalInformation" => Fresh::Sentence,
        "avatar" | "consentUrl" | "consentRedirectUrl" | "redirectConsentURL" => Fresh::Url,
        "expireAt" => Fresh::UnixTime,
        "statusCode" if is_fault => Fresh::Fault(0),
        "error" if is_fault => Fresh::Fault(1),
        "message" if is_fault => Fresh::Fault(2),
        _ => return None,
    })
}

fn class(bytes: &[u8], least: usize, most: usize) -> Fresh {
    Fresh::Class { bytes: bytes.to_vec(), least, most }
}

/// A pattern of one class and its length: `^[0-9A-Za-z]{1,35}$`.
fn of_pattern(pattern: &str) -> Option<Fresh> {
    let (class, counts) = pattern.strip_prefix("^[")?.strip_suffix("}$")?.split_once("]{")?;
    let (least, most) = counts.split_once(',').unwrap_or((counts, counts));
    let mut bytes = Vec::new();
    let mut rest = class.as_bytes();
    while let [first, tail @ ..] = rest {
        let (end, tail) = if let [b'-', end, tail @ ..] = tail { (end, tail) } else { (first, tail) };
        let range = *first..=*end;
        // Other bytes may need an escape, here or in JSON.
        if !range.clone().all(|byte| byte.is_ascii_alphanumeric()) {
            return None;
        }
        bytes.extend(range);
        rest = tail;
    }
    Some(Fresh::Class { bytes, least: least.parse().ok()?, most: most.parse().ok()? })
}
