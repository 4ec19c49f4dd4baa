//! Types that keep how they were written, and are the same where they mean the same.

/// Equality, order and hash by what a value means.
macro_rules! compared_by {
    ($name:ident, |$value:ident| $meaning:expr) => {
        impl $name {
            fn meaning(&self) -> impl Ord + std::hash::Hash {
                let $value = self;
                $meaning
            }
        }

        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                self.meaning() == other.meaning()
            }
        }

        impl Eq for $name {}

        impl std::hash::Hash for $name {
            fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
                self.meaning().hash(state);
            }
        }

        impl PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
                Some(self.cmp(other))
            }
        }

        impl Ord for $name {
            fn cmp(&self, other: &Self) -> std::cmp::Ordering {
                self.meaning().cmp(&other.meaning())
            }
        }
    };
}

pub(crate) use compared_by;
