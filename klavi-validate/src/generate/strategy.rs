//! Strategies of `proptest`.

use super::source::PayloadSource;
use super::{Generator, pinned};
use fastrand::Rng;
use klavi_core::Validate;
use klavi_types::Date;
use proptest::arbitrary::Arbitrary;
use proptest::prelude::any;
use proptest::strategy::{BoxedStrategy, Strategy};
use serde::de::DeserializeOwned;
use std::ops::Deref;
use std::sync::Arc;

/// Payloads of a generator. They shrink to what is required.
///
/// ```
/// use klavi_validate::generate::{Generator, payloads};
/// use proptest::prelude::*;
///
/// let today = "2031-02-28".parse()?;
/// let generator = Generator::new("auth.response", &today).unwrap();
/// proptest!(|(payload in payloads(generator))| {
///     prop_assert!(klavi_validate::contract("auth.response").unwrap().is_valid(&payload));
/// });
/// # Ok::<(), klavi_validate::types::FormError>(())
/// ```
pub fn payloads(generator: Generator) -> impl Strategy<Value = Vec<u8>> + Clone {
    let source = generator.source;
    (any::<u64>().no_shrink(), 0..=256_u16).prop_map(move |(seed, richness)| one(&source, seed, richness))
}

/// Clean values of a contract's type on this day. `None` if the type is not one of a contract.
///
/// ```
/// use klavi_validate::generate::values;
/// use klavi_validate::types::CreatePaymentRequest;
/// use proptest::prelude::*;
///
/// let today = "2031-02-28".parse()?;
/// proptest!(|(order in values::<CreatePaymentRequest>(&today).unwrap())| {
///     prop_assert!(order.amount.to_string().contains('.'));
/// });
/// # Ok::<(), klavi_validate::types::FormError>(())
/// ```
#[must_use]
pub fn values<T: Validate + DeserializeOwned + std::fmt::Debug>(
    today: &Date,
) -> Option<impl Strategy<Value = T> + use<T>> {
    let generator = Generator::new(T::PROGRAM.name, today)?;
    let read = |payload: Vec<u8>| serde_json::from_slice(&payload).ok();
    Some(payloads(generator).prop_filter_map("a clean document can be read", read))
}

/// A clean value of a contract's type, for `any::<Generated<T>>()`; its day is the one of the cases, 2025-01-15.
#[derive(Debug, Clone)]
pub struct Generated<T>(
    /// The value.
    pub T,
);

impl<T> Deref for Generated<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: Validate + DeserializeOwned + std::fmt::Debug + 'static> Arbitrary for Generated<T> {
    type Parameters = ();
    type Strategy = BoxedStrategy<Self>;

    /// # Panics
    ///
    /// The type is not one of a contract.
    fn arbitrary_with((): ()) -> Self::Strategy {
        let values = values::<T>(&pinned()).expect("the type is one of a contract");
        values.prop_map(Generated).boxed()
    }
}

fn one(source: &Arc<PayloadSource>, seed: u64, richness: u16) -> Vec<u8> {
    let mut out = Vec::new();
    source.write(richness, &mut Rng::with_seed(seed), &mut out);
    out
}
