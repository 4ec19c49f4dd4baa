//! What was seen lately, in a bounded table.

use std::borrow::Borrow;
use std::collections::{HashMap, VecDeque};
use std::hash::Hash;

/// A map that forgets its oldest entries.
#[derive(Debug)]
pub struct Recent<K, V> {
    known: HashMap<K, V>,
    order: VecDeque<K>,
    most: usize,
}

impl<K: Clone + Eq + Hash, V> Recent<K, V> {
    /// For so many entries, at least one.
    #[must_use]
    pub fn new(most: usize) -> Self {
        Self { known: HashMap::new(), order: VecDeque::new(), most: most.max(1) }
    }

    /// Remembers a value; a key that is known gets another one and grows no younger.
    pub fn put(&mut self, key: K, value: V) {
        if self.known.insert(key.clone(), value).is_none() {
            self.order.push_back(key);
        }
        if self.order.len() > self.most
            && let Some(oldest) = self.order.pop_front()
        {
            self.known.remove(&oldest);
        }
    }

    /// The value, if it is still remembered.
    pub fn get<Q: Eq + Hash + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.known.get(key)
    }
}

#[cfg(test)]
mod tests {
    use super::Recent;

    #[test]
    fn the_oldest_is_forgotten_and_a_key_counts_once() {
        let mut recent = Recent::new(2);
        for (key, value) in [("a", 1), ("b", 2), ("b", 3), ("b", 4)] {
            recent.put(key, value);
        }
        assert_eq!((recent.get("a"), recent.get("b")), (Some(&1), Some(&4)));
        recent.put("c", 5);
        assert_eq!((recent.get("a"), recent.get("b"), recent.get("c")), (None, Some(&4), Some(&5)));
    }
}
