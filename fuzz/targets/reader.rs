#![cfg_attr(fuzzing, no_main)]
#![doc = "See `klavi_fuzz::reader`."]

klavi_fuzz::target!(reader);
