#![cfg_attr(fuzzing, no_main)]
#![doc = "See `klavi_fuzz::pattern`."]

klavi_fuzz::target!(pattern);
