#![cfg_attr(fuzzing, no_main)]
#![doc = "See `klavi_fuzz::br_code`."]

klavi_fuzz::target!(br_code);
