#![cfg_attr(fuzzing, no_main)]
#![doc = "See `klavi_fuzz::tree`."]

klavi_fuzz::target!(tree);
