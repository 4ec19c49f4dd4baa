//! From a program to the tokens of a `static` that holds it.

use klavi_core::program::{
    Additional, Allowed, Applicator, ArrayRules, Automaton, Class, Condition, Confidence, Contains, Demand, Format,
    Glance, Is, Key, Lookup, Matcher, NO_SLOT, Node, NumberRules, ObjectRules, Pattern, PatternProperty, Place,
    Program, Property, Relation, Run, Shape, Source, StringRules, Test, TextCheck, Types, Value,
};
use klavi_core::{Code, Direction};
use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, format_ident, quote};

/// Where emitted code finds what it names.
#[derive(Debug, Clone)]
pub struct Paths {
    /// The crate `klavi_core`.
    pub core: TokenStream,
    /// The module `klavi_pix::vocabulary`. A schema without `x-format` and the like does not name it.
    pub vocabulary: TokenStream,
}

/// The expression of a program.
#[must_use]
pub fn program(program: &Program, paths: &Paths) -> TokenStream {
    let Program { name, direction, root, nodes } = program;
    let core = &paths.core;
    let direction = match direction {
        Direction::Request => quote!(Direction::Request),
        Direction::Response => quote!(Direction::Response),
    };
    // The macro exists only where the runtime has its feature `regex`.
    let engine = has_engine(nodes).then(|| quote!(use #core::engine as klavi_core_engine;));
    let vocabulary = has_vocabulary(nodes).then(|| {
        let path = &paths.vocabulary;
        quote!(use #path as klavi_vocabulary;)
    });
    let nodes = list(nodes, node);
    // A small program needs few of the names, and nobody reads its style.
    quote! {{
        #[allow(unused_imports)]
        use #core::{Code, Direction, program::*};
        #engine
        #vocabulary
        #[allow(clippy::all, clippy::pedantic)]
        static PROGRAM: Program = Program { name: #name, direction: #direction, root: #root, nodes: #nodes };
        &PROGRAM
    }}
}

/// Whether a pattern of the program is left to the `regex` crate.
fn has_engine(nodes: &[Node]) -> bool {
    let checks = nodes.iter().filter_map(|node| node.string).flat_map(|rules| rules.checks);
    let names = nodes.iter().filter_map(|node| node.object).flat_map(|rules| rules.patterns);
    let mut patterns = checks.map(|check| check.pattern).chain(names.map(|by| by.pattern));
    patterns.any(|pattern| matches!(pattern.matcher, Matcher::Engine(_)))
}

/// Whether the program refers to a vocabulary.
fn has_vocabulary(nodes: &[Node]) -> bool {
    nodes.iter().any(|node| {
        node.string.is_some_and(|rules| rules.diagnosed_by.is_some() || rules.time.is_some())
            || node.number.is_some_and(|rules| rules.format.is_some())
            || node.object.is_some_and(|rules| !rules.relations.is_empty())
            || matches!(node.place.class, Some(Class::Plain(_)))
    })
}

/// A table of the vocabulary, which stands under its name in capitals.
fn of_vocabulary(list: &str, name: &str) -> TokenStream {
    let (list, name) = (format_ident!("{list}"), format_ident!("{}", name.replace('-', "_").to_uppercase()));
    quote!(&klavi_vocabulary::#list::#name)
}

fn node(node: &Node) -> TokenStream {
    let Node { place: at, types: Types(bits), string, number, array, object, allowed, applicators, expect, glance } =
        node;
    let at = place(at);
    let types = Literal::u8_unsuffixed(*bits);
    let string = table(*string, string_rules);
    let number = table(*number, number_rules);
    let array = table(*array, array_rules);
    let object = table(*object, object_rules);
    let allowed = list(allowed, allowed_values);
    let applicators = list(applicators, applicator);
    let expect = plain(*expect);
    let glance = self::glance(*glance);
    quote! {
        Node {
            place: #at, types: Types(#types), string: #string, number: #number, array: #array, object: #object,
            allowed: #allowed, applicators: #applicators, expect: #expect, glance: #glance,
        }
    }
}

fn glance(glance: Glance) -> TokenStream {
    match glance {
        Glance::None => quote!(Glance::None),
        Glance::Anything => quote!(Glance::Anything),
        Glance::Shapes(shapes) => {
            let shapes = shapes.all().iter().map(Shape::ends).map(|(low, high)| quote!(Shape::new(#low, #high)));
            quote!(Glance::Shapes(&Shapes::new(&[#(#shapes),*])))
        }
    }
}

fn lookup(Lookup { factor, table }: Lookup) -> TokenStream {
    let table = table.iter().map(|index| Literal::u16_unsuffixed(*index));
    quote!(Lookup { factor: #factor, table: &[#(#table),*] })
}

fn place(place: &Place) -> TokenStream {
    let Place { location, rule, warning, source, class } = place;
    let rule = option(*rule, code);
    let source = option(*source, |Source { document, confidence }| {
        let confidence = match confidence {
            Confidence::Verbatim => quote!(Verbatim),
            Confidence::Reconstructed => quote!(Reconstructed),
            Confidence::Inferred => quote!(Inferred),
        };
        quote!(Source { document: #document, confidence: Confidence::#confidence })
    });
    let class = option(*class, |class| {
        let class = match class {
            Class::Name => quote!(Name),
            Class::Email => quote!(Email),
            Class::Personal => quote!(Personal),
            Class::Secret => quote!(Secret),
            Class::Plain(form) => {
                let form = of_vocabulary("class", form.name);
                quote!(Plain(#form))
            }
        };
        quote!(Class::#class)
    });
    quote!(&Place { location: #location, rule: #rule, warning: #warning, source: #source, class: #class })
}

fn code(code: Code) -> TokenStream {
    let variant = format_ident!("{code:?}");
    quote!(Code::#variant)
}

fn string_rules(rules: &StringRules) -> TokenStream {
    let StringRules { min_length, max_length, max_bytes, checks, known, format: own, diagnosed_by, time } = rules;
    let [min_length, max_length, max_bytes] = [min_length, max_length, max_bytes].map(|count| plain(*count));
    let checks = list(checks, |TextCheck { place: at, code: code_, pattern: asked, implied, advice }| {
        let (at, code, pattern) = (place(at), code(*code_), pattern(asked));
        quote!(TextCheck { place: #at, code: #code, pattern: #pattern, implied: #implied, advice: #advice })
    });
    let known = texts(known);
    let (own, diagnosed_by) = (format(*own), format(*diagnosed_by));
    let time = option(*time, |rule| of_vocabulary("time", rule.name));
    quote! {
        StringRules {
            min_length: #min_length, max_length: #max_length, max_bytes: #max_bytes,
            checks: #checks, known: #known, format: #own, diagnosed_by: #diagnosed_by, time: #time,
        }
    }
}

fn pattern(pattern: &Pattern) -> TokenStream {
    let Pattern { source, matcher } = pattern;
    let matcher = match matcher {
        Matcher::Runs(runs) => {
            let runs = list(runs, |Run { class, min, max }| {
                let class = list(class, |(first, last)| {
                    let (first, last) = (Literal::byte_character(*first), Literal::byte_character(*last));
                    quote!((#first, #last))
                });
                let (min, max) = (Literal::u32_unsuffixed(*min), Literal::u32_unsuffixed(*max));
                quote!(Run { class: #class, min: #min, max: #max })
            });
            quote!(Matcher::Runs(#runs))
        }
        Matcher::Automaton(Automaton { start, classes, width, next, accepts }) => {
            let classes = classes.iter().map(|class| Literal::u8_unsuffixed(*class));
            let next = next.iter().map(|state| Literal::u16_unsuffixed(*state));
            let accepts = accepts.iter().map(|bits| Literal::u64_unsuffixed(*bits));
            quote! {
                Matcher::Automaton(&Automaton {
                    start: #start, classes: &[#(#classes),*], width: #width, next: &[#(#next),*], accepts: &[#(#accepts),*],
                })
            }
        }
        Matcher::Engine(engine) => {
            let regex = engine.regex;
            quote!(Matcher::Engine(klavi_core_engine!(#regex)))
        }
    };
    quote!(Pattern { source: #source, matcher: #matcher })
}

fn number_rules(rules: &NumberRules) -> TokenStream {
    let NumberRules { minimum, maximum, exclusive_minimum, exclusive_maximum, multiple_of, format: own } = rules;
    let own = format(*own);
    let [minimum, maximum, exclusive_minimum, exclusive_maximum, multiple_of] =
        [minimum, maximum, exclusive_minimum, exclusive_maximum, multiple_of].map(|bound| plain(*bound));
    quote! {
        NumberRules {
            minimum: #minimum, maximum: #maximum, exclusive_minimum: #exclusive_minimum,
            exclusive_maximum: #exclusive_maximum, multiple_of: #multiple_of, format: #own,
        }
    }
}

fn array_rules(rules: &ArrayRules) -> TokenStream {
    let ArrayRules { prefix, items, min_items, max_items, contains, unique } = rules;
    let (items, min_items, max_items) = (plain(*items), plain(*min_items), plain(*max_items));
    let contains = option(*contains, |Contains { node, min, max }| {
        let max = plain(max);
        quote!(Contains { node: #node, min: #min, max: #max })
    });
    quote! {
        ArrayRules {
            prefix: &[#(#prefix),*], items: #items, min_items: #min_items, max_items: #max_items, contains: #contains,
            unique: #unique,
        }
    }
}

fn object_rules(rules: &ObjectRules) -> TokenStream {
    let ObjectRules {
        properties,
        declared,
        lookup,
        required,
        patterns,
        names,
        min_properties,
        max_properties,
        additional,
        slots: (from, to),
        conditions,
        relations,
    } = rules;
    let required = required.iter().map(|word| Literal::u64_unsuffixed(*word));
    let patterns = list(patterns, |PatternProperty { pattern: name, node }| {
        let name = pattern(name);
        quote!(PatternProperty { pattern: #name, node: #node })
    });
    let (names, min, max) = (plain(*names), plain(*min_properties), plain(*max_properties));
    let properties = list(properties, |Property { key, node, slot, formerly }| {
        let name = key.name;
        let slot = if *slot == NO_SLOT { quote!(NO_SLOT) } else { quote!(#slot) };
        let formerly = texts(formerly);
        quote!(Property { key: Key::new(#name), node: #node, slot: #slot, formerly: #formerly })
    });
    let additional = match additional {
        Additional::Open => quote!(Open),
        Additional::Warn => quote!(Warn),
        Additional::Deny => quote!(Deny),
        Additional::Node(id) => quote!(Node(#id)),
    };
    let lookup = self::lookup(*lookup);
    let conditions = list(conditions, condition);
    let relations = list(relations, |Relation { place: at, kind, first, second }| {
        let (at, kind) = (place(at), of_vocabulary("relation", kind.name));
        quote!(Relation { place: #at, kind: #kind, first: #first, second: #second })
    });
    quote! {
        ObjectRules {
            properties: #properties, declared: #declared, lookup: #lookup, required: &[#(#required),*],
            patterns: #patterns, names: #names, min_properties: #min, max_properties: #max,
            additional: Additional::#additional, slots: (#from, #to), conditions: #conditions, relations: #relations,
        }
    }
}

fn format(format: Option<&Format>) -> TokenStream {
    option(format, |format| of_vocabulary("format", format.name))
}

fn condition(condition: &Condition) -> TokenStream {
    let Condition { place: at, when, then, otherwise, advice } = condition;
    let at = place(at);
    let when = list(when, |Test { slot, required, is }| {
        let is = match is {
            Is::Present => quote!(Present),
            Is::OneOf(values) => {
                let values = keys(values);
                quote!(OneOf(#values))
            }
            Is::Node(id) => quote!(Node(#id)),
        };
        quote!(Test { slot: #slot, required: #required, is: Is::#is })
    });
    let (then, otherwise) = (list(then, demand), list(otherwise, demand));
    quote!(Condition { place: #at, when: #when, then: #then, otherwise: #otherwise, advice: #advice })
}

fn demand(demand: &Demand) -> TokenStream {
    match demand {
        Demand::Present { place: at, keyword, property } => {
            let at = place(at);
            quote!(Demand::Present { place: #at, keyword: #keyword, property: #property })
        }
        Demand::Fits { slot, node } => quote!(Demand::Fits { slot: #slot, node: #node }),
    }
}

fn allowed_values(allowed: &Allowed) -> TokenStream {
    let Allowed { code: of, values, aliases } = allowed;
    let (of, values) = (code(*of), list(values, value));
    let aliases = list(aliases, |(alias, member)| quote!((#alias, #member)));
    quote!(Allowed { code: #of, values: #values, aliases: #aliases })
}

fn value(value: &Value) -> TokenStream {
    match value {
        Value::Null => quote!(Value::Null),
        Value::Bool(value) => quote!(Value::Bool(#value)),
        Value::Number(number) => quote!(Value::Number(#number)),
        Value::String(text) => quote!(Value::String(#text)),
        Value::Array(items) => {
            let items = list(items, self::value);
            quote!(Value::Array(#items))
        }
        Value::Object(members) => {
            let members = list(members, |(name, member)| {
                let member = self::value(member);
                quote!((#name, #member))
            });
            quote!(Value::Object(#members))
        }
    }
}

fn applicator(applicator: &Applicator) -> TokenStream {
    match applicator {
        Applicator::All(id) => quote!(Applicator::All(#id)),
        Applicator::Any(ids) => quote!(Applicator::Any(&[#(#ids),*])),
        Applicator::One(ids) => quote!(Applicator::One(&[#(#ids),*])),
        Applicator::Not(id) => quote!(Applicator::Not(#id)),
        Applicator::If(condition, then, otherwise) => {
            let (then, otherwise) = (plain(*then), plain(*otherwise));
            quote!(Applicator::If(#condition, #then, #otherwise))
        }
        Applicator::UnevaluatedProperties(id) => quote!(Applicator::UnevaluatedProperties(#id)),
        Applicator::UnevaluatedItems(id) => quote!(Applicator::UnevaluatedItems(#id)),
    }
}

fn keys(keys: &[Key]) -> TokenStream {
    list(keys, |key| {
        let name = key.name;
        quote!(Key::new(#name))
    })
}

fn texts(texts: &[&str]) -> TokenStream {
    quote!(&[#(#texts),*])
}

fn list<T>(items: &[T], emit: impl Fn(&T) -> TokenStream) -> TokenStream {
    let items = items.iter().map(emit);
    quote!(&[#(#items),*])
}

fn option<T>(value: Option<T>, emit: impl FnOnce(T) -> TokenStream) -> TokenStream {
    value.map_or_else(
        || quote!(None),
        |value| {
            let value = emit(value);
            quote!(Some(#value))
        },
    )
}

/// A table behind a reference.
fn table<T>(value: Option<&T>, emit: impl FnOnce(&T) -> TokenStream) -> TokenStream {
    option(value, |value| {
        let value = emit(value);
        quote!(&#value)
    })
}

fn plain<T: ToTokens>(value: Option<T>) -> TokenStream {
    option(value, |value| value.to_token_stream())
}
