#![cfg_attr(fuzzing, no_main)]
#![doc = "See `klavi_fuzz::date_amount`."]

klavi_fuzz::target!(date_amount);
