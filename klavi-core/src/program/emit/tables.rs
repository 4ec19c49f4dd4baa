//! The tables that the macro `table!` does not declare.

use super::{Emit, Expression};
use crate::program::{
    AssertionKeyword, Engine, Format, Glance, Key, Lookup, NumberKeyword, PlainForm, RelationKind, Shape, Shapes,
    StandardFormat, TimeRule, Types,
};
use crate::{Code, Direction};

macro_rules! variants {
    ($($type:ident)+) => {$(
        impl Emit for $type {
            fn emit(&self, to: &mut Expression) {
                to.put(format_args!(concat!(stringify!($type), "::{:?}"), self));
            }
        }
    )+};
}

variants!(Code Direction);

macro_rules! tables_of_vocabularies {
    ($($type:ident in $list:literal)+) => {$(
        impl Emit for $type {
            fn emit(&self, to: &mut Expression) {
                to.has_vocabulary = true;
                to.named(concat!("klavi_vocabulary::", $list), self.name);
            }
        }
    )+};
}

tables_of_vocabularies!(Format in "format" TimeRule in "time" RelationKind in "relation" PlainForm in "class");

macro_rules! tables_of_the_engine {
    ($($type:ident in $list:literal)+) => {$(
        impl Emit for $type {
            fn emit(&self, to: &mut Expression) {
                to.named($list, self.name);
            }
        }
    )+};
}

tables_of_the_engine!(
    StandardFormat in "standard_format"
    NumberKeyword in "number_keyword"
    AssertionKeyword in "assertion_keyword"
);

impl Emit for Types {
    fn emit(&self, to: &mut Expression) {
        if *self == Self::ALL || *self == Self::NONE {
            return to.put(if *self == Self::ALL { "Types::ALL" } else { "Types::NONE" });
        }
        for (index, name) in self.names().enumerate() {
            let name = name.to_uppercase();
            match index {
                0 => to.put(format_args!("Types::{name}")),
                _ => to.put(format_args!(".and(Types::{name})")),
            }
        }
    }
}

impl Emit for Key {
    fn emit(&self, to: &mut Expression) {
        to.put(format_args!("Key::new({:?})", self.name));
    }
}

impl Emit for Lookup {
    fn emit(&self, to: &mut Expression) {
        let Self { factor, table } = self;
        to.put(format_args!("Lookup {{ factor: {factor}, table: "));
        table.emit(to);
        to.put('}');
    }
}

impl Emit for Shape {
    fn emit(&self, to: &mut Expression) {
        let (low, high) = self.ends();
        to.put(format_args!("Shape::new({low:?}, {high:?})"));
    }
}

impl Emit for Shapes {
    fn emit(&self, to: &mut Expression) {
        to.put("Shapes::new(");
        self.all().emit_ref(to);
        to.put(')');
    }
}

impl Emit for Glance {
    fn emit(&self, to: &mut Expression) {
        match self {
            Self::None => to.put("Glance::None"),
            Self::Anything => to.put("Glance::Anything"),
            Self::Shapes(shapes) => {
                to.put("Glance::Shapes(");
                shapes.emit(to);
                to.put(')');
            }
        }
    }
}

impl Emit for Engine {
    fn emit(&self, to: &mut Expression) {
        to.has_engine = true;
        to.put(format_args!("klavi_core_engine!({:?})", self.regex));
    }
}
