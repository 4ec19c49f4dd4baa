#![cfg_attr(fuzzing, no_main)]
#![doc = "See `klavi_fuzz::identifiers`."]

klavi_fuzz::target!(identifiers);
