//! A validator as data: the flat tables into which `klavi-codegen` lowers a schema.
//!
//! A [`Program`] is a list of [`Node`]s that name each other by index. It holds no code, so that the derive emits it as
//! plain statics, tests build it while they run, and one small machine executes both.

use crate::{Code, Direction};

/// The index of a [`Node`] in its [`Program`].
pub type NodeId = u16;

/// How many spans the conditions of one program may remember at once.
pub const SLOTS: usize = 64;

/// The slot of a property that no condition asks for.
pub const NO_SLOT: u8 = u8::MAX;

/// One schema, ready to run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Program {
    /// The name under which findings speak of the schema, such as `create-payment.request`.
    pub name: &'static str,
    /// Where a document of this schema travels.
    pub direction: Direction,
    /// The node of the whole document.
    pub root: NodeId,
    /// All nodes.
    pub nodes: &'static [Node],
}

/// One schema location: what it asks of a value, by the value's JSON type.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Node {
    /// Where the schema location is, and what holds for all its findings.
    pub place: &'static Place,
    /// The JSON types that may stand here.
    pub types: Types,
    /// What holds for a text.
    pub string: Option<&'static StringRules>,
    /// What holds for a number.
    pub number: Option<&'static NumberRules>,
    /// What holds for an array.
    pub array: Option<&'static ArrayRules>,
    /// What holds for an object.
    pub object: Option<&'static ObjectRules>,
    /// `enum` and `const`.
    pub allowed: &'static [Allowed],
    /// Keywords that judge the same value by other nodes.
    pub applicators: &'static [Applicator],
    /// `x-expect`: a node whose failures are warnings.
    pub expect: Option<NodeId>,
    /// A short cut for texts.
    pub glance: Glance,
}

/// A way to see that a text is right before it is read. It never refuses: what it does not accept is judged in full.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Glance {
    /// There is none.
    None,
    /// The text is a member of a closed list, and the other rules hold for all of them.
    Listed(&'static [Key], Lookup),
    /// The text is `min` to `max` digits, at most 31, and that is all the node asks.
    Digits(u8, u8),
}

impl Glance {
    /// How many bytes the text and its closing quote take, or 0 if a glance does not tell.
    #[inline]
    pub(crate) fn accepts(&self, window: [u64; 4]) -> usize {
        match *self {
            Self::None => 0,
            Self::Listed(keys, lookup) => keys.get(lookup.candidate(window)).map_or(0, |key| key.matches(window)),
            Self::Digits(min, max) => {
                let digits = leading_digits(window);
                let quote = window[digits / 8] >> (digits % 8 * 8) & 0xff;
                if digits >= usize::from(min) && digits <= usize::from(max) && quote == u64::from(b'"') {
                    digits + 1
                } else {
                    0
                }
            }
        }
    }
}

/// How many of the bytes are digits, from the first on; 31 at most.
#[inline]
fn leading_digits(window: [u64; 4]) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let mut count = 0;
    for word in window {
        let value = word ^ (ONES * u64::from(b'0'));
        // The lowest bit that is set is exact; carries can only disturb the bytes above it.
        let others = (value.wrapping_add(ONES * (0x80 - 10)) | value) & (ONES << 7);
        if others != 0 {
            return count + (others.trailing_zeros() / 8) as usize;
        }
        count += 8;
    }
    31
}

impl Program {
    /// The schema `true`: every JSON text is valid.
    pub const ANYTHING: Self = Self { name: "", direction: Direction::Request, root: 0, nodes: &[Node::ANYTHING] };
}

impl Node {
    /// The node of the schema `true`.
    pub const ANYTHING: Self = Self {
        place: &Place { location: "#", rule: None, warning: false, source: None, class: None },
        types: Types::ALL,
        string: None,
        number: None,
        array: None,
        object: None,
        allowed: &[],
        applicators: &[],
        expect: None,
        glance: Glance::None,
    };

    /// The nodes that judge the same value.
    #[must_use]
    pub fn same_value(&self) -> Vec<NodeId> {
        let mut found: Vec<NodeId> = self.expect.into_iter().collect();
        for applicator in self.applicators {
            match *applicator {
                Applicator::All(id) | Applicator::Not(id) => found.push(id),
                Applicator::Any(ids) | Applicator::One(ids) => found.extend(ids),
                Applicator::If(condition, then, otherwise) => {
                    found.extend([Some(condition), then, otherwise].into_iter().flatten());
                }
            }
        }
        found
    }

    /// The nodes that this one hands values to: the same value, or one inside it.
    #[must_use]
    pub fn children(&self) -> Vec<NodeId> {
        let mut found = self.same_value();
        found.extend(self.array.and_then(|rules| rules.items));
        if let Some(rules) = self.object {
            found.extend(rules.properties.iter().map(|property| property.node));
            found.extend(if let Additional::Node(id) = rules.additional { Some(id) } else { None });
            rules.conditions.iter().for_each(|condition| condition.children(&mut found));
        }
        found
    }
}

impl Condition {
    fn children(&self, found: &mut Vec<NodeId>) {
        found.extend(self.when.iter().filter_map(|test| if let Is::Node(id) = test.is { Some(id) } else { None }));
        for demand in self.then.iter().chain(self.otherwise) {
            if let Demand::Fits { node, .. } = demand {
                found.push(*node);
            }
        }
    }
}

/// What the findings of one schema location have in common.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// The JSON Pointer of the location as a fragment, such as `#/properties/amount`.
    pub location: &'static str,
    /// The code that replaces the keywords' own (`x-rule`).
    pub rule: Option<Code>,
    /// All findings are warnings (below `x-expect`).
    pub warning: bool,
    /// The document that states it (`x-source`, `x-confidence`).
    pub source: Option<Source>,
    /// The personal-data class of the value (`x-class`).
    pub class: Option<Class>,
}

/// The document a field or rule comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// The document's label.
    pub document: &'static str,
    /// How well its text was preserved.
    pub confidence: Confidence,
}

/// How sure the wording of a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confidence {
    /// Seen with spelling, case and punctuation.
    Verbatim,
    /// Restored, and confirmed by a parallel source.
    Reconstructed,
    /// Only inferred.
    Inferred,
}

impl Confidence {
    /// The name that schemas and reports use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Verbatim => "verbatim",
            Self::Reconstructed => "reconstructed",
            Self::Inferred => "inferred",
        }
    }
}

/// What may be shown of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// A person's or company's name: only its first letter's place is shown.
    Name,
    /// An e-mail address: masked like a name.
    Email,
    /// Personal data whose shape may be seen.
    Personal,
    /// Never shown, at no setting.
    Secret,
    /// An amount: readable when well formed.
    Amount,
    /// A date: readable when well formed.
    Date,
}

/// A set of JSON types.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Types(pub u8);

impl Types {
    /// `null`
    pub const NULL: Self = Self(1);
    /// `boolean`
    pub const BOOLEAN: Self = Self(1 << 1);
    /// `integer`: a number without fraction, however it is written
    pub const INTEGER: Self = Self(1 << 2);
    /// `number`
    pub const NUMBER: Self = Self(1 << 3);
    /// `string`
    pub const STRING: Self = Self(1 << 4);
    /// `array`
    pub const ARRAY: Self = Self(1 << 5);
    /// `object`
    pub const OBJECT: Self = Self(1 << 6);
    /// No type: nothing may stand here.
    pub const NONE: Self = Self(0);
    /// Every type.
    pub const ALL: Self = Self(0b111_1111);

    const NAMES: [(&'static str, Self); 7] = [
        ("null", Self::NULL),
        ("boolean", Self::BOOLEAN),
        ("integer", Self::INTEGER),
        ("number", Self::NUMBER),
        ("string", Self::STRING),
        ("array", Self::ARRAY),
        ("object", Self::OBJECT),
    ];

    /// Whether the sets have a type in common.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The type of this JSON Schema name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, types)| *types)
    }

    /// The JSON Schema names of the types.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        Self::NAMES.iter().filter(move |(_, types)| self.meets(*types)).map(|(name, _)| *name)
    }
}

/// What holds for a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StringRules {
    /// `minLength`, in Unicode characters.
    pub min_length: Option<u32>,
    /// `maxLength`, in Unicode characters.
    pub max_length: Option<u32>,
    /// `x-max-bytes`, in bytes of UTF-8.
    pub max_bytes: Option<u32>,
    /// `pattern`, and the patterns below `not`, `anyOf` and `allOf` that concern nothing but the text.
    pub checks: &'static [TextCheck],
    /// `x-known-values`
    pub known: &'static [&'static str],
    /// `x-format`
    pub format: Option<Format>,
    /// `x-rules-of-time`: the day may not lie before today.
    pub not_past: bool,
}

/// A pattern that a text must match, or must not.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TextCheck {
    /// The place of the schema that asks for it.
    pub place: &'static Place,
    /// [`Code::Pattern`], [`Code::AnyOf`] or [`Code::Not`].
    pub code: Code,
    /// The pattern.
    pub pattern: Pattern,
    /// Every text that passes the first check passes this one too: it is asked only when that one failed.
    pub implied: bool,
}

/// A compiled `pattern`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pattern {
    /// The pattern as the schema writes it.
    pub source: &'static str,
    /// How it is matched.
    pub matcher: Matcher,
}

/// The ways to match a pattern, cheapest first.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Matcher {
    /// Runs of ASCII classes from the first to the last byte.
    Runs(&'static [Run]),
    /// A deterministic automaton over bytes.
    Automaton(&'static Automaton),
    /// A call into the `regex` crate, for what is too large for an automaton.
    Engine(Engine),
}

/// A regular expression and the function that runs it.
#[derive(Clone, Copy)]
pub struct Engine {
    /// The expression in the syntax of the `regex` crate.
    pub regex: &'static str,
    /// Whether a text matches it.
    pub is_match: &'static (dyn Fn(&str) -> bool + Sync),
}

impl PartialEq for Engine {
    fn eq(&self, other: &Self) -> bool {
        self.regex == other.regex
    }
}

impl core::fmt::Debug for Engine {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Engine({:?})", self.regex)
    }
}

/// `min` to `max` bytes of one class. At most one run of a pattern has a choice, so that the length of the text tells
/// the length of each run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// The class as ranges of ASCII bytes, ends included.
    pub class: &'static [(u8, u8)],
    /// The fewest bytes.
    pub min: u32,
    /// The most bytes.
    pub max: u32,
}

/// A deterministic automaton: state 0 rejects whatever follows, state 1 accepts whatever follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Automaton {
    /// The state before the first byte.
    pub start: u16,
    /// The class of each byte.
    pub classes: &'static [u8; 256],
    /// How many classes there are: the length of a row of `next`.
    pub width: u16,
    /// The following state, by state and class.
    pub next: &'static [u16],
    /// A bit for each state in which the text may end.
    pub accepts: &'static [u64],
}

/// What holds for a number. Bounds are decimal numbers as the schema writes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NumberRules {
    /// `minimum`
    pub minimum: Option<&'static str>,
    /// `maximum`
    pub maximum: Option<&'static str>,
    /// `exclusiveMinimum`
    pub exclusive_minimum: Option<&'static str>,
    /// `exclusiveMaximum`
    pub exclusive_maximum: Option<&'static str>,
    /// `multipleOf`
    pub multiple_of: Option<&'static str>,
    /// The number is an amount of money (`x-format: amount-number`).
    pub amount: bool,
}

/// What holds for an array.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ArrayRules {
    /// `items`
    pub items: Option<NodeId>,
    /// `minItems`
    pub min_items: Option<u32>,
    /// `maxItems`
    pub max_items: Option<u32>,
}

/// What holds for an object.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ObjectRules {
    /// The known members in schema order, at most 64.
    pub properties: &'static [Property],
    /// Where to find a member that is not the next in order.
    pub lookup: Lookup,
    /// A bit for each mandatory property.
    pub required: u64,
    /// What becomes of other members.
    pub additional: Additional,
    /// The slots that this object's conditions use, from and to.
    pub slots: (u8, u8),
    /// Conditions on the members, tested at the closing brace.
    pub conditions: &'static [Condition],
    /// Comparisons of members (`x-relations`), tested at the closing brace.
    pub relations: &'static [Relation],
}

/// A known member of an object.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Property {
    /// Its name.
    pub key: Key,
    /// The node of its value.
    pub node: NodeId,
    /// Where to remember the span of its value, or [`NO_SLOT`].
    pub slot: u8,
    /// Older names of the member (`x-formerly`).
    pub formerly: &'static [&'static str],
}

/// What becomes of a member that is not declared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Additional {
    /// It is free.
    Open,
    /// It is reported as a warning.
    Warn,
    /// `additionalProperties: false`
    Deny,
    /// `additionalProperties` with a schema
    Node(NodeId),
}

/// `enum` or `const`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Allowed {
    /// [`Code::Enum`] or [`Code::Const`].
    pub code: Code,
    /// The values.
    pub values: &'static [Value],
    /// Other words for some of them (`x-aliases`), for "did you mean".
    pub aliases: &'static [(&'static str, &'static str)],
}

/// A JSON value of a schema.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number as it is written.
    Number(&'static str),
    /// A text, unescaped.
    String(&'static str),
    /// An array.
    Array(&'static [Value]),
    /// An object.
    Object(&'static [(&'static str, Value)]),
}

/// A keyword that judges the same value by other nodes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Applicator {
    /// `$ref`, and each member of `allOf`
    All(NodeId),
    /// `anyOf`
    Any(&'static [NodeId]),
    /// `oneOf`
    One(&'static [NodeId]),
    /// `not`
    Not(NodeId),
    /// `if`, `then`, `else`
    If(NodeId, Option<NodeId>, Option<NodeId>),
}

/// `if`, `then` and `else` on the members of one object, as facts that are known at its closing brace.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Condition {
    /// Where the condition stands in the schema.
    pub place: &'static Place,
    /// What must hold, all of it.
    pub when: &'static [Test],
    /// What is asked if it holds.
    pub then: &'static [Demand],
    /// What is asked if it does not.
    pub otherwise: &'static [Demand],
}

/// One part of a condition: something about a remembered member.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Test {
    /// The member's slot.
    pub slot: u8,
    /// The test fails if the member is absent; otherwise absence passes.
    pub required: bool,
    /// What the member must be.
    pub is: Is,
}

/// What a member must be for a [`Test`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Is {
    /// Anything.
    Present,
    /// One of these texts.
    OneOf(&'static [&'static str]),
    /// A value that the node accepts.
    Node(NodeId),
}

/// One consequence of a condition.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Demand {
    /// The object has this property (an index into its properties).
    Present {
        /// The place of the `then` or `else` schema.
        place: &'static Place,
        /// The property.
        property: u8,
    },
    /// The member in this slot, if it is there, fits the node.
    Fits {
        /// The member's slot.
        slot: u8,
        /// The node.
        node: NodeId,
    },
}

/// A comparison of two members (`x-relations`).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Relation {
    /// Where the relation stands in the schema.
    pub place: &'static Place,
    /// What is compared.
    pub kind: RelationKind,
    /// The slot of the first member.
    pub first: u8,
    /// The slot of the second member.
    pub second: u8,
}

macro_rules! named {
    ($(#[$meta:meta])* $type:ident { $($(#[doc = $doc:literal])+ $variant:ident = $name:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $type { $($(#[doc = $doc])+ $variant,)+ }

        impl $type {
            /// All, in the order of the dialect.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The name in schemas.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// The one of this name.
            #[must_use]
            pub fn named(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|known| known.name() == name)
            }
        }
    };
}

named! {
    /// The kinds of `x-relations`: each is also the code of its finding.
    RelationKind {
        /// The first amount may not be below the second.
        MaximumBelowMinimum = "maximum-below-minimum",
        /// The two amounts exclude each other.
        FixedAndVariable = "fixed-and-variable-amount",
        /// The amount inside the QR code (first) equals the amount (second).
        BrCodeAmount = "br-code-amount-mismatch",
        /// The key inside the QR code (first) equals the Pix key (second).
        BrCodeKey = "br-code-key-mismatch",
        /// The two accounts differ.
        SameAccount = "same-account",
    }
}

named! {
    /// The semantic forms of `x-format`.
    Format {
        /// A CPF with its check digits.
        Cpf = "cpf",
        /// A CNPJ, numeric or alphanumeric, with its check digits.
        Cnpj = "cnpj",
        /// A CPF or a CNPJ.
        TaxId = "tax-id",
        /// The eight digits of an institution.
        Ispb = "ispb",
        /// A Pix key.
        PixKey = "pix-key",
        /// A BR Code.
        BrCode = "br-code",
        /// A day of the calendar.
        Date = "date",
        /// A point in time.
        DateTime = "date-time",
        /// The end-to-end id of a Pix payment.
        EndToEndId = "end-to-end-id",
        /// The IBGE code of a town.
        TownCode = "town-code",
        /// An amount of money as text.
        Amount = "amount",
        /// An amount of money as number or text.
        AmountNumber = "amount-number",
        /// An e-mail address.
        Email = "email",
        /// A phone number.
        Phone = "phone",
        /// The transaction identification of a Pix payment.
        TransactionId = "transaction-id",
        /// A JSON Web Token.
        Jwt = "jwt",
    }
}

/// A perfect hash of the names of an object's members.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lookup {
    /// The multiplier that keeps all names apart.
    pub factor: u64,
    /// The index of the property for each hash; [`Lookup::NONE`] where there is none. The length is a power of two.
    pub table: &'static [u8],
}

impl Lookup {
    /// No property has this hash.
    pub const NONE: u8 = u8::MAX;
    /// The lookup of an object without properties.
    pub const EMPTY: Self = Self { factor: 0, table: &[Self::NONE] };

    /// The property whose name may stand in these bytes: a candidate, to be compared.
    #[inline]
    pub(crate) fn candidate(&self, window: [u64; 4]) -> usize {
        let hash = name_hash([window[0], window[1]], self.factor);
        let index = (hash >> 32) as usize & (self.table.len() - 1);
        usize::from(self.table.get(index).copied().unwrap_or(Self::NONE))
    }

    /// The hash of a name, before it is cut to the length of the table.
    #[must_use]
    pub fn hash(name: &str, factor: u64) -> u64 {
        let mut bytes = [0; 16];
        bytes.iter_mut().zip(name.bytes().chain([b'"'])).for_each(|(to, from)| *to = from);
        let half = |bytes: &[u8]| bytes.first_chunk().map_or(0, |bytes| u64::from_le_bytes(*bytes));
        name_hash([half(&bytes[..8]), half(&bytes[8..])], factor)
    }
}

/// Hashes the bytes of a name up to its closing quote, sixteen at most.
#[inline]
const fn name_hash(words: [u64; 2], factor: u64) -> u64 {
    let first = up_to_quote(words[0]);
    let second = if first == words[0] { up_to_quote(words[1]) } else { 0 };
    (first ^ second.rotate_left(29)).wrapping_mul(factor)
}

/// The bytes before the first quote; all eight if there is none.
#[inline]
const fn up_to_quote(word: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let quotes = word ^ (ONES * b'"' as u64);
    // The lowest bit that is set is exact; borrows can only disturb the bytes above it.
    let found = quotes.wrapping_sub(ONES) & !quotes & (ONES << 7);
    if found == 0 { word } else { word & ((found & found.wrapping_neg()) >> 7).wrapping_sub(1) }
}

/// A member name, prepared for comparison with 32 bytes of input at once.
#[derive(Clone, Copy, PartialEq)]
pub struct Key {
    /// The name.
    pub name: &'static str,
    /// The bytes that follow the opening quote: the name and its closing quote.
    literal: [u64; 4],
    mask: [u64; 4],
    /// The length of `literal`; 0 for a name that must be compared the slow way.
    len: u8,
}

impl Key {
    /// Prepares a name.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        let bytes = name.as_bytes();
        let mut key = Self { name, literal: [0; 4], mask: [0; 4], len: 0 };
        if bytes.len() > 31 {
            return key;
        }
        let mut at = 0;
        while at <= bytes.len() {
            let byte = if at < bytes.len() { bytes[at] } else { b'"' };
            if at < bytes.len() && (byte == b'"' || byte == b'\\' || byte < 0x20) {
                return Self { name, literal: [0; 4], mask: [0; 4], len: 0 };
            }
            key.literal[at / 8] |= (byte as u64) << (at % 8 * 8);
            key.mask[at / 8] |= 0xff << (at % 8 * 8);
            at += 1;
        }
        #[expect(clippy::cast_possible_truncation, reason = "at most 32")]
        let len = at as u8;
        key.len = len;
        key
    }

    /// How many of these bytes the name and its closing quote take, or 0 if they do not stand there.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the comparison is the inner loop of every object")]
    pub(crate) fn matches(&self, window: [u64; 4]) -> usize {
        let differs = |index: usize| (window[index] ^ self.literal[index]) & self.mask[index];
        if differs(0) | differs(1) | differs(2) | differs(3) == 0 { self.len as usize } else { 0 }
    }
}

impl core::fmt::Debug for Key {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Key({:?})", self.name)
    }
}
