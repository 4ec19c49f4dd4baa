#![cfg_attr(fuzzing, no_main)]
#![doc = "See `klavi_fuzz::contract`."]

klavi_fuzz::target!(contract);
